/** The small helpers of core: times, durations, lookups, names, kinds in order, builders. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CallError,
  path,
  READ_OPERATIONS,
  read,
  readWithPayload,
  secretPointer,
  secretRef,
  write,
} from '../../src/core/call.ts';
import { DiagnosticError, hasErrors } from '../../src/core/diagnostic.ts';
import { goDuration } from '../../src/core/duration.ts';
import { grantReferences } from '../../src/core/grants.ts';
import type { Json } from '../../src/core/json.ts';
import { lookupsOf } from '../../src/core/lookups.ts';
import { nearest } from '../../src/core/nearest.ts';
import { orderKinds, stagesOf, strictStagesOf } from '../../src/core/order.ts';
import { NO_PRIOR } from '../../src/core/prior.ts';
import {
  asMap,
  compact,
  defineKind,
  payload,
  pick,
  readExtra,
  touchedNames,
  withoutNulls,
} from '../../src/core/steps.ts';
import { canonicalTime, rfc3339 } from '../../src/core/time.ts';
import { kinds } from '../../src/kinds/index.ts';
import { aChange, toyKind } from '../engine/support.ts';

describe('times', () => {
  const instant = '2026-01-02T03:04:05.678Z';
  test.each<[string, Json, Json]>([
    ['nanoseconds', Date.parse(instant) * 1e6, instant],
    ['text with an offset', '2026-01-02T04:04:05.678+01:00', instant],
    ['text without milliseconds', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
    ['no time', 'soon', 'soon'],
    ['null', null, null],
    ['the zero time of Go', -6.21355968e19, -6.21355968e19],
  ])('%s', (_name, value, expected) => expect(canonicalTime(value)).toEqual(expected));

  test('numbers become RFC 3339 text with microseconds; text stays', () => {
    expect(rfc3339(1_700_000_000_123_456_000)).toBe('2023-11-14T22:13:20.123456Z');
    expect(rfc3339(instant)).toBe(instant);
    expect(rfc3339(null)).toBeNull();
  });
});

describe('durations', () => {
  test.each([
    ['24h', '24h0m0s'],
    ['90m', '1h30m0s'],
    ['1h30m', '1h30m0s'],
    ['60s', '1m0s'],
    ['45s', '45s'],
    ['1.5h', '1h30m0s'],
    ['24h0m0s', '24h0m0s'],
    ['tomorrow', 'tomorrow'],
    ['', ''],
  ])('%s is %s', (text, expected) => expect(goDuration(text)).toBe(expected));

  test('the server’s spelling is its own canonical form', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(59), fc.nat(59), (h, m, s) => {
        const text = goDuration(`${h}h${m}m${s}s`);
        expect(goDuration(text)).toBe(text);
      }),
    );
  });
});

describe('lookups', () => {
  const encoded = (ids: readonly string[]) => encodeURIComponent(JSON.stringify(ids)).length;

  test('a hundred ids a lookup', () => {
    const ids = Array.from({ length: 250 }, (_, index) => `u${index}`);
    expect(lookupsOf(ids).map((each) => each.length)).toEqual([100, 100, 50]);
    expect(lookupsOf(ids, 50).map((each) => each.length)).toEqual([50, 50, 50, 50, 50]);
    expect(lookupsOf([])).toEqual([]);
  });

  test('long ids close a lookup at 6,000 encoded bytes', () => {
    const ids = Array.from({ length: 100 }, (_, index) => `${'@'.repeat(250)}${index}`);
    const lookups = lookupsOf(ids);
    expect(lookups.flat()).toEqual(ids);
    for (const each of lookups) expect(encoded(each)).toBeLessThanOrEqual(6006);
    expect(lookups.map((each) => each.length)).toContain(7);
  });

  test('every id once, in order, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '@', '-', '_'), maxLength: 255 })),
        fc.integer({ min: 1, max: 120 }),
        (ids, limit) => {
          const lookups = lookupsOf(ids, limit);
          expect(lookups.flat()).toEqual(ids);
          for (const each of lookups) expect(each.length).toBeGreaterThan(0);
          for (const each of lookups) expect(each.length).toBeLessThanOrEqual(limit);
          for (const each of lookups) if (each.length > 1) expect(encoded(each)).toBeLessThanOrEqual(6006);
        },
      ),
    );
  });
});

describe('nearest name', () => {
  test.each([
    ['comands', ['commands', 'channels'], 'commands'],
    ['Grants', ['grants'], 'grants'],
    ['recieve', ['receive', 'retrieve'], 'receive'],
    ['xyz', ['commands'], undefined],
    ['p', ['b', 'pp'], undefined],
    ['', ['a'], undefined],
    ['ab', ['b'], 'b'],
    ['ab', ['abcd'], undefined],
    ['user', [], undefined],
    ['abcdef', ['abcxyz', 'abcxef'], 'abcxef'],
    ['commnads', ['command', 'commands'], 'commands'],
    ['abc', ['xyz'], undefined],
  ])('%s among %j is %s', (name, known, expected) => expect(nearest(name, known)).toBe(expected));
});

describe('kinds in order', () => {
  const kind = (name: string, ...after: string[]) => toyKind({ name, after });

  test('each after the kinds it names, ties by name', () => {
    const ordered = orderKinds([kind('c', 'a'), kind('b'), kind('a'), kind('d', 'missing')]);
    expect(ordered.map((each) => each.name)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a cycle is a bug and says so', () => {
    expect(() => orderKinds([kind('a', 'b'), kind('b', 'a')])).toThrow('kinds wait for each other: a, b');
  });

  test('the real kinds: permissions, roles → app → commands, block lists → types → users beside channels', () => {
    const names = ['permission', 'role', 'app', 'command', 'channel_type', 'user', 'channel'];
    const stages = stagesOf(kinds);
    expect(names.map((name) => stages.get(name))).toEqual([0, 1, 2, 3, 4, 5, 5]);
    expect(stages.get('blocklist')).toBe(stages.get('command'));
  });

  test('backwards, channels go before the users that they may mention', () => {
    const stages = strictStagesOf(kinds);
    expect([...stages.values()].sort()).toEqual([0, 1, 2, 3, 3, 4, 5, 6]);
    expect([stages.get('user'), stages.get('channel')]).toEqual([5, 6]);
  });

  test('what may be mentioned comes first in the order, and not in the stages', () => {
    const both = [{ ...kind('a'), afterMentioned: ['b'] }, kind('b')];
    expect(orderKinds(both).map((each) => each.name)).toEqual(['b', 'a']);
    expect([stagesOf(both).get('a'), strictStagesOf(both).get('a')]).toEqual([0, 1]);
  });

  test('an unknown predecessor does not push a kind back', () => {
    expect(stagesOf([kind('a', 'missing')]).get('a')).toBe(0);
  });
});

describe('calls', () => {
  test('segments of a path are encoded', () => expect(path('a b', 'c/d')).toBe('/a%20b/c%2Fd'));

  test('a call without a body has none', () => {
    expect(read('GetApp', 'GET', '/app')).toEqual({
      op: 'GetApp',
      effect: 'read',
      method: 'GET',
      path: '/app',
      repeat: 'free',
    });
    expect(write('DeleteRole', 'DELETE', '/r', undefined, 'exists-is-done')).not.toHaveProperty('body');
    expect(read('Q', 'POST', '/q', {})).toHaveProperty('body', {});
    expect(write('W', 'POST', '/w', {}, 'free')).toMatchObject({ effect: 'write', body: {} });
  });

  test('a payload travels in the query', () => {
    const { path: at } = readWithPayload('QueryUsers', '/users', { limit: 1 });
    expect(JSON.parse(new URLSearchParams(at.split('?')[1]).get('payload') ?? '')).toEqual({ limit: 1 });
  });

  test('an error tells what is known', () => {
    const error = new CallError('X', { status: 400, code: 4, message: 'no', requestId: 'r', unclear: false });
    expect(error).toMatchObject({
      name: 'CallError',
      op: 'X',
      status: 400,
      code: 4,
      message: 'no',
      requestId: 'r',
      unclear: false,
    });
  });

  test('every read that a kind sends may be sent in plan mode', () => {
    for (const op of [
      'GetApp',
      'ListRoles',
      'ListPermissions',
      'ListCommands',
      'ListBlockLists',
      'ListChannelTypes',
      'QueryUsers',
      'QueryChannels',
      'QueryMembers',
      'GetManyMessages',
    ])
      expect(READ_OPERATIONS).toContain(op);
    for (const op of READ_OPERATIONS) expect(op).toMatch(/^(Get|List|Query)/);
  });

  test('secrets are known by their place', () => {
    expect(secretPointer(secretRef('/app/x'))).toBe('/app/x');
    for (const value of ['text', null, [], {}, { $secret: 1 }, undefined]) expect(secretPointer(value)).toBeUndefined();
  });
});

describe('diagnostics', () => {
  test('an error names its codes', () => {
    const cause = new Error('below');
    const error = new DiagnosticError(
      [
        { severity: 'error', code: 'a-b', summary: 'S' },
        { severity: 'note', code: 'c', summary: 'T' },
      ],
      3,
      { cause },
    );
    expect(error.message).toBe('a-b: S; c: T');
    expect(error).toMatchObject({ name: 'DiagnosticError', exitCode: 3, cause });
    expect(hasErrors(error.diagnostics)).toBe(true);
    expect(hasErrors([{ severity: 'warning', code: 'c', summary: 'T' }])).toBe(false);
  });
});

describe('prior', () => {
  test('no prior remembers nothing', async () => {
    expect(NO_PRIOR.from).toBe('none');
    expect(NO_PRIOR.get('user.alice')).toBeUndefined();
    const all = [];
    for await (const each of NO_PRIOR.of('user')) all.push(each);
    expect(all).toEqual([]);
  });
});

describe('builders', () => {
  test('compact and pick leave out what is not there, and keep null', () => {
    expect(compact({ a: undefined, b: null, c: 0 })).toEqual({ b: null, c: 0 });
    expect(pick({ a: 1, b: null }, ['a', 'b', 'c'])).toEqual({ a: 1, b: null });
  });

  test('a payload holds the fields of the API only', () => {
    expect(payload({ a: 1, b: null, protect: true, c: 2, extra: { d: 3 } }, ['c'])).toEqual({ a: 1, d: 3 });
    expect(payload({ a: 1 })).toEqual({ a: 1 });
  });

  test('an extra key that is not read back is blind', () => {
    expect(readExtra({ a: 1 }, { extra: { a: 2, 'b/~': 3 } })).toEqual({ extra: { a: 1 }, blind: ['/extra/b~1~0'] });
    expect(readExtra({ a: 1 }, {})).toEqual({ blind: [] });
    expect(readExtra({ a: 1 }, undefined)).toEqual({ blind: [] });
  });

  test('maps, and maps without nulls', () => {
    expect(asMap({ a: 1 })).toEqual({ a: 1 });
    for (const value of [undefined, null, [], 'x']) expect(asMap(value)).toEqual({});
    expect(withoutNulls({ a: null, b: 0 })).toEqual({ b: 0 });
  });

  test('the top-level fields that a change touches', () => {
    const change = aChange('thing', 'a', {
      fields: [{ path: '/custom/x' }, { path: '/customs' }, { path: '/custom' }, { path: '/a~1b/c' }],
    });
    expect([...touchedNames(change)]).toEqual(['custom', 'customs', 'a/b']);
  });

  test('grants mention their roles and permissions', () => {
    expect(grantReferences({ 'a/b': ['p', 'q'], c: null })).toEqual([
      { kind: 'role', id: 'a/b', at: '/grants/a~1b' },
      { kind: 'permission', id: 'p', at: '/grants/a~1b/0' },
      { kind: 'permission', id: 'q', at: '/grants/a~1b/1' },
      { kind: 'role', id: 'c', at: '/grants/c' },
    ]);
    expect(grantReferences(null)).toEqual([]);
    // A role from which everything is taken may be on its way out.
    expect(grantReferences({ gone: [] })).toEqual([]);
  });

  test('a kind is what it was defined as', () => {
    const kind = toyKind({ name: 'thing' });
    expect(defineKind(kind)).toBe(kind);
  });
});
