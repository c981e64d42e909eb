import { describe, expect, test } from 'vitest';
import { isObject, type JsonObject } from '../../../src/core/json.ts';
import { schedule } from '../../../src/engine/schedule.ts';
import { user } from '../../../src/kinds/user/index.ts';
import { bodiesOf, callsOf, changeOf, diffOf, fakeReader, priorOf, range, readAll, stepsOf } from './support.ts';

const patchOf = (body: JsonObject, live: JsonObject, more = {}) => {
  const [only] = (bodiesOf(stepsOf(user, 'ann', body, { live, ...more }))[0]?.['users'] ?? []) as readonly JsonObject[];
  return only;
};

describe('calls', () => {
  test.each([
    [1, 0],
    [100, 100],
    [101, 250],
    [0, 1],
  ])('%i new and %i changed: a hundred a call, never one call for both', (fresh, changed) => {
    const changes = [
      ...range(fresh, 'new').map((id) => changeOf(user, id, { name: id })),
      ...range(changed, 'old').map((id) => changeOf(user, id, { name: id }, { live: { name: 'x' } })),
    ];
    const { operations } = schedule(changes, [user]);
    const sizes = (op: string) => operations.filter((each) => each.call.op === op).map((each) => each.covers.length);
    expect(sizes('UpdateUsers')).toHaveLength(Math.ceil(fresh / 100));
    expect(sizes('UpdateUsersPartial')).toHaveLength(Math.ceil(changed / 100));
    expect(operations).toHaveLength(Math.ceil(fresh / 100) + Math.ceil(changed / 100));
    for (const { call } of operations) expect(call.path).toBe('/api/v2/users');
  });

  test('joined bodies hold everybody', () => {
    const changes = [
      ...range(2, 'new').map((id) => changeOf(user, id, { name: id })),
      ...range(2, 'old').map((id) => changeOf(user, id, { name: id }, { live: {} })),
    ];
    expect(schedule(changes, [user]).operations.map((each) => [each.call.method, each.call.body])).toEqual([
      ['POST', { users: { new0: { id: 'new0', name: 'new0' }, new1: { id: 'new1', name: 'new1' } } }],
      [
        'PATCH',
        {
          users: [
            { id: 'old0', set: { name: 'old0' } },
            { id: 'old1', set: { name: 'old1' } },
          ],
        },
      ],
    ]);
  });

  test('a new user whole, without what is wanted absent and without what is no field', () => {
    const body = {
      name: 'Ann',
      role: 'host',
      teams: ['red'],
      teams_role: { red: 'vip', blue: null },
      custom: { a: 1, gone: null },
      privacy_settings: { read_receipts: { enabled: false } },
      state: 'active',
      protect: true,
    };
    expect(stepsOf(user, 'ann', body)).toMatchObject([
      { readAgainAfter: 60_000, call: { op: 'UpdateUsers', repeat: 'free' } },
    ]);
    expect(bodiesOf(stepsOf(user, 'ann', body))).toEqual([
      {
        users: {
          ann: {
            id: 'ann',
            name: 'Ann',
            role: 'host',
            teams: ['red'],
            teams_role: { red: 'vip' },
            custom: { a: 1 },
            privacy_settings: { read_receipts: { enabled: false } },
          },
        },
      },
    ]);
  });

  test('a change: custom keys beside the fields', () => {
    expect(
      patchOf(
        { name: 'Ann', image: '', role: 'host', teams: [], custom: { a: 1, gone: null, big: { x: 1 } } },
        { image: 'x', teams: ['red'], custom: { gone: 1, big: { x: 1, y: 2 } } },
      ),
    ).toEqual({
      id: 'ann',
      set: { name: 'Ann', image: '', role: 'host', teams: [], a: 1, big: { x: 1 } },
      unset: ['gone'],
    });
    expect(patchOf({ custom: { gone: null } }, { custom: { gone: 1 } })).toEqual({ id: 'ann', unset: ['gone'] });
  });

  test('roles by team: the whole map, without those that go, which are unset besides', () => {
    const live = { teams_role: { red: 'a', blue: 'b', mine: 'c' } };
    expect(patchOf({ teams_role: { red: 'z' } }, live)).toEqual({
      id: 'ann',
      set: { teams_role: { red: 'z', blue: 'b', mine: 'c' } },
    });
    expect(patchOf({ teams_role: { blue: null } }, live)).toEqual({ id: 'ann', unset: ['teams_role.blue'] });
    expect(patchOf({ teams_role: { red: 'z', blue: null } }, live)).toEqual({
      id: 'ann',
      set: { teams_role: { red: 'z', mine: 'c' } },
      unset: ['teams_role.blue'],
    });
    // One that was managed before and is not now is given back; the map that is set must not bring it back.
    expect(patchOf({ teams_role: { red: 'z' } }, live, { prior: priorOf({ '/teams_role/blue': 'b' }) })).toEqual({
      id: 'ann',
      set: { teams_role: { red: 'z', mine: 'c' } },
      unset: ['teams_role.blue'],
    });
  });

  test('privacy settings with those that are there', () => {
    const live = { privacy_settings: { typing_indicators: { enabled: true }, read_receipts: { enabled: true } } };
    expect(patchOf({ privacy_settings: { read_receipts: { enabled: false } } }, live)).toEqual({
      id: 'ann',
      set: { privacy_settings: { typing_indicators: { enabled: true }, read_receipts: { enabled: false } } },
    });
  });
});

describe('the lifecycle is a field', () => {
  test.each<[string, JsonObject, JsonObject | undefined, readonly string[]]>([
    ['new and deactivated', { state: 'deactivated' }, undefined, ['UpdateUsers', 'DeactivateUsers']],
    ['deactivated', { state: 'deactivated' }, { state: 'active' }, ['DeactivateUsers']],
    [
      'changed, then deactivated',
      { state: 'deactivated', name: 'x' },
      { state: 'active' },
      ['UpdateUsersPartial', 'DeactivateUsers'],
    ],
    [
      'reactivated, then changed',
      { state: 'active', name: 'x' },
      { state: 'deactivated' },
      ['ReactivateUsers', 'UpdateUsersPartial'],
    ],
    ['reactivated', { state: 'active' }, { state: 'deactivated' }, ['ReactivateUsers']],
    ['as wanted', { state: 'deactivated' }, { state: 'deactivated' }, []],
  ])('%s', (_name, body, live, expected) => {
    expect(stepsOf(user, 'ann', body, live === undefined ? {} : { live }).map(({ call }) => call.op)).toEqual(expected);
  });

  test('a deactivated user is not revived by a plan: its other changes wait', () => {
    const found = diffOf(user, 'ann', { name: 'x' }, { live: { state: 'deactivated' } });
    expect(found).toMatchObject({
      changes: [{ heldBack: 'deactivated' }],
      notes: [{ severity: 'note', code: 'user-deactivated', detail: expect.stringContaining('`state: active`') }],
    });
    expect(
      diffOf(user, 'ann', { name: 'x', state: 'deactivated' }, { live: { state: 'deactivated' } }).changes,
    ).toMatchObject([{ heldBack: 'deactivated' }]);
    expect(diffOf(user, 'ann', { name: 'x' }, { live: { state: 'deactivated', name: 'x' } }).changes).toEqual([]);
    expect(
      changeOf(user, 'ann', undefined, { live: { state: 'deactivated' }, onRemoval: 'delete' }),
    ).not.toHaveProperty('heldBack');
  });

  test.each<['deactivate' | 'delete' | 'hard_delete' | undefined, string, JsonObject]>([
    [undefined, 'deactivate', {}],
    ['deactivate', 'deactivate', {}],
    ['delete', 'delete', { user: 'soft' }],
    ['hard_delete', 'delete', { user: 'hard', messages: 'hard', conversations: 'hard' }],
  ])('removal %s: batches of a hundred, as tasks', (onRemoval, verb, more) => {
    const changes = range(150).map((id) =>
      changeOf(user, id, undefined, { live: { state: 'active' }, ...(onRemoval === undefined ? {} : { onRemoval }) }),
    );
    const { operations } = schedule(changes, [user]);
    expect(operations.map((each) => [each.covers.length, each.settle, each.call.path])).toEqual([
      [100, 'task', `/api/v2/users/${verb}`],
      [50, 'task', `/api/v2/users/${verb}`],
    ]);
    expect(operations[1]?.call.body).toEqual({ user_ids: range(150).slice(100), ...more });
  });

  test('reactivations and deactivations in batches as well', () => {
    const changes = [
      ...range(101).map((id) => changeOf(user, id, { state: 'active' }, { live: { state: 'deactivated' } })),
      changeOf(user, 'z', { state: 'deactivated' }, { live: {} }),
    ];
    expect(schedule(changes, [user]).operations.map((each) => [each.call.op, each.covers.length])).toEqual([
      ['ReactivateUsers', 100],
      ['ReactivateUsers', 1],
      ['DeactivateUsers', 1],
    ]);
  });

  test('what a task reports as failed', () => {
    const failures = user.joiners?.['lifecycle']?.failures;
    expect(
      Object.fromEntries(
        failures?.({
          result: { a: { status: 'ok' }, b: { status: 'error', error: 'no' }, c: { status: 'error' }, d: {}, e: 'x' },
        }) ?? [],
      ),
    ).toEqual({ b: 'no', c: 'error' });
    expect(failures?.({})).toEqual(new Map());
  });
});

describe('reads', () => {
  const answer = { QueryUsers: { users: [] } };

  test('by id, deactivated ones too, a hundred at a time', async () => {
    const reader = fakeReader(answer);
    await readAll(
      user,
      reader,
      range(250).map((id) => ({ id })),
    );
    expect(reader.payloads('QueryUsers').map((each) => each['limit'])).toEqual([100, 100, 50]);
    expect(reader.payloads('QueryUsers')[2]).toEqual({
      filter_conditions: { id: { $in: range(250).slice(200) } },
      limit: 50,
      include_deactivated_users: true,
    });
  });

  test('long ids fit the URL', async () => {
    const reader = fakeReader(answer);
    await readAll(
      user,
      reader,
      range(100, '@'.repeat(250)).map((id) => ({ id })),
    );
    for (const call of reader.calls) expect(call.path.length).toBeLessThan(8000);
    expect(reader.payloads('QueryUsers').reduce((sum, each) => sum + Number(each['limit']), 0)).toBe(100);
  });

  test('only what can be declared', async () => {
    const raw = {
      id: 'ann',
      name: 'Ann',
      role: 'user',
      teams: [],
      custom: { a: 1 },
      online: true,
      last_active: 1,
      created_at: 1,
    };
    const reader = fakeReader({
      QueryUsers: { users: [raw, { id: 'bob', deactivated_at: 1.7e18 }, { id: 'cleo', deactivated_at: null }] },
    });
    expect(await readAll(user, reader, [{ id: 'ann' }])).toEqual([
      { id: 'ann', body: { name: 'Ann', role: 'user', teams: [], custom: { a: 1 }, state: 'active' } },
      { id: 'bob', body: { state: 'deactivated' } },
      { id: 'cleo', body: { state: 'active' } },
    ]);
  });

  test('replies of writes show everybody they hold', () => {
    const echo = (op: string, reply: JsonObject) =>
      user.echo?.({ op, effect: 'write', method: 'POST', path: '/', repeat: 'free' }, reply, []);
    expect(echo('UpdateUsers', { users: { ann: { id: 'ann', name: 'A' } } })).toEqual([
      { id: 'ann', body: { name: 'A', state: 'active' } },
    ]);
    expect(echo('UpdateUsersPartial', { users: { ann: { id: 'ann' } } })).toHaveLength(1);
    expect(echo('UpdateUsers', {})).toEqual([]);
    expect(echo('DeactivateUsers', { users: { ann: { id: 'ann' } } })).toEqual([]);
  });
});

describe('the rest', () => {
  test('references: roles, those of teams too', () => {
    expect(user.references('ann', { role: 'host', teams_role: { 'a/b': 'vip', gone: null } })).toEqual([
      { kind: 'role', id: 'host', at: '/role' },
      { kind: 'role', id: 'vip', at: '/teams_role/a~1b' },
    ]);
    expect(user.references('ann', {})).toEqual([]);
  });

  test('short forms: none', () => {
    expect(user.normalise({ name: 'x' })).toEqual({ name: 'x' });
    expect(user.normalise('x')).toBeUndefined();
  });

  test.each(['guest-1f0', 'deleted-user-7-abc'])('%s is the server’s own', (id) =>
    expect(user.reserved?.(id)).toBe(true),
  );
  test('others are not', () => expect(user.reserved?.('guesthouse')).toBe(false));

  test('refusals that mean something', () => {
    const explain = (op: string, status: number, code: number) =>
      user.explain?.({ op, effect: 'write', method: 'POST', path: '/', repeat: 'free' }, { status, code })?.code;
    expect(explain('UpdateUsers', 404, 16)).toBe('burned-id');
    expect(explain('UpdateUsers', 400, 6)).toBe('name-taken');
    expect(explain('UpdateUsers', 400, 4)).toBeUndefined();
    expect(explain('UpdateUsersPartial', 404, 16)).toBeUndefined();
  });

  test('a deleted id is brought back by itself', () => {
    const call = user.restore?.('ann');
    expect(call).toMatchObject({
      op: 'RestoreUsers',
      method: 'POST',
      path: '/api/v2/users/restore',
      body: { user_ids: ['ann'] },
    });
    expect(isObject(call?.body)).toBe(true);
  });

  test('defaults: a user who says nothing', () => {
    const body = {
      name: '',
      image: '',
      role: 'user',
      language: '',
      invisible: false,
      teams: [],
      state: 'active',
      custom: {},
      teams_role: {},
    };
    expect(diffOf(user, 'ann', body, { live: {} }).changes).toEqual([]);
    expect(callsOf(user, 'ann', { teams: ['b', 'a'] }, { live: { teams: ['a', 'b'] } })).toEqual([]);
  });
});
