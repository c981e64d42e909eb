/** The short cut for what is as declared, against the comparison that it spares. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/core/json.ts';
import type { Kind, Resource } from '../../src/core/kind.ts';
import { agrees } from '../../src/engine/agree.ts';
import { compareBodies } from '../../src/engine/compare.ts';
import { toyKind } from './support.ts';

const kind: Kind = {
  ...toyKind({ name: 'thing' }),
  fields: {
    '/name': { absent: '' },
    '/tags': { shape: 'set', absent: [] },
    '/time': { canonical: (value) => (value === '24h' ? '24h0m0s' : value) },
    '/custom': { shape: 'open' },
    '/lists': { shape: 'open', of: 'set' },
    '/size': { reset: 'blind' },
    '/key': { blind: 'secret' },
    '/fixed': { immutable: 'note' },
    '/members': { shape: 'entries' },
    '/members/*/role': { absent: 'member' },
    '/members/*/custom': { shape: 'open' },
    '/mode': { meta: true },
    '/nested/deep': {},
  },
  exact: (pattern, body) => pattern === '/members' && body['mode'] === 'exact',
};

function isFound(desired: JsonObject, live: Resource): boolean {
  const { fields, blind, immutable } = compareBodies(kind, desired, live, () => false);
  return fields.length + blind.length + immutable.length > 0;
}

const cases: readonly (readonly [string, JsonObject, JsonObject, boolean])[] = [
  ['nothing is declared', {}, { name: 'Ann' }, true],
  ['equal values', { name: 'Ann', fixed: [1] }, { name: 'Ann', fixed: [1], other: 1 }, true],
  ['another value', { name: 'Ann' }, { name: 'Bob' }, false],
  ['what a missing key means', { name: '' }, {}, true],
  ['null for what is absent', { name: null, custom: { a: null } }, {}, true],
  ['null for what is there', { custom: { a: null } }, { custom: { a: 1 } }, false],
  ['a set in another order', { tags: ['a', 'b'] }, { tags: ['b', 'a'] }, true],
  ['a key that is a set', { lists: { a: ['x', 'y'] } }, { lists: { a: ['y', 'x'] } }, true],
  ['another spelling', { time: '24h' }, { time: '24h0m0s' }, true],
  ['keys in another order', { custom: { a: { b: 1, c: 2 } } }, { custom: { a: { c: 2, b: 1 } } }, true],
  ['a blind field', { key: 'secret' }, { key: 'secret' }, false],
  ['a blind reset', { size: null }, {}, false],
  ['a fixed value that differs', { fixed: 1 }, { fixed: 2 }, false],
  ['a member that is there', { members: { ann: {} } }, { members: { ann: { role: 'admin' }, bob: {} } }, true],
  ['a member that is missing', { members: { ann: {} } }, { members: {} }, false],
  ['a member with another role', { members: { ann: { role: 'admin' } } }, { members: { ann: {} } }, false],
  ['a member too many', { mode: 'exact', members: { ann: {} } }, { members: { ann: {}, bob: {} } }, false],
  ['exactly the members', { mode: 'exact', members: { ann: {} } }, { members: { ann: {} } }, true],
  ['an instruction', { mode: 'exact' }, {}, true],
  ['a list where a map is wanted', { nested: { deep: 1 } }, { nested: [1] }, false],
  ['what the table does not know', { nested: { other: 1 }, strange: 2 }, {}, true],
];

describe('agrees', () => {
  test.each(cases)('%s', (_name, desired, body, expected) => {
    expect(agrees(kind, desired, { id: 'a', body })).toBe(expected);
    expect(isFound(desired, { id: 'a', body })).toBe(!expected);
  });

  test('what a reply could not show is in doubt', () => {
    const body = { custom: { a: 1 } };
    expect(agrees(kind, body, { id: 'a', body, blind: ['/custom'] })).toBe(false);
    expect(agrees(kind, body, { id: 'a', body, blind: ['/members'] })).toBe(true);
  });

  test('never where comparing finds something', () => {
    const scalar = fc.constantFrom<Json>(null, '', 'a', 'member', 0, '24h', '24h0m0s', true);
    const list = fc.array(fc.constantFrom<Json>('a', 'b', 'c'), { maxLength: 3 });
    const map = (value: fc.Arbitrary<Json>) => fc.dictionary(fc.constantFrom('a', 'b', '0'), value, { maxKeys: 2 });
    const some = fc.oneof(scalar, list, map(scalar));
    const member = fc.oneof(some, fc.record({ role: scalar, custom: map(some) }, { requiredKeys: [] }));
    const body = fc.record(
      {
        ...{ name: some, tags: some, time: some, custom: fc.oneof(some, map(some)), lists: map(some), size: scalar },
        ...{ key: scalar, fixed: some, mode: fc.constantFrom('exact', 'add'), nested: fc.oneof(some, map(some)) },
        members: fc.oneof(scalar, map(member)),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<JsonObject>;
    const pair = fc.oneof(
      fc.tuple(body, body),
      body.map((one) => [one, one] as const),
    );
    fc.assert(
      fc.property(pair, fc.subarray(['/members', '/custom/a']), ([desired, live], blind) => {
        const resource = { id: 'a', body: live, blind };
        if (agrees(kind, desired, resource)) expect(isFound(desired, resource)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
