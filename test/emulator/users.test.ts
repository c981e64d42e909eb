import { describe, expect, test } from 'vitest';
import { type App, anApp, anAppWith } from './support.ts';

const upsert = (app: App, ...users: { id: string }[]) =>
  app.call('POST', '/users', { users: Object.fromEntries(users.map((user) => [user.id, user])) });
const patch = (app: App, id: string, set: object, unset: string[] = []) =>
  app.call('PATCH', '/users', { users: [{ id, set, unset }] });
const find = async (app: App, filter_conditions: object, more: object = {}) =>
  (await app.query('/users', { filter_conditions, ...more })).body.users;
const ids = async (app: App, filter: object, more: object = {}) =>
  (await find(app, filter, more)).map((user: { id: string }) => user.id);

describe('upsert', () => {
  test('fills in defaults, and a query returns the same object', async () => {
    const app = await anApp();
    const reply = await upsert(app, { id: 'alice' });
    expect(reply.status).toBe(201);
    expect(reply.body.membership_deletion_task_id).toBe('');
    const { alice } = reply.body.users;
    expect(alice).toMatchObject({ role: 'user', language: '', teams: [], invisible: false, banned: false, custom: {} });
    for (const key of ['name', 'image', 'privacy_settings', 'teams_role', 'deactivated_at'])
      expect(alice).not.toHaveProperty(key);
    expect(await find(app, { id: 'alice' })).toEqual([alice]);
  });

  test('replaces the user whole', async () => {
    const app = await anApp();
    await upsert(app, { id: 'a', name: 'A', image: 'i', teams: ['z', 'b'], custom: { x: 1 }, language: 'en' } as {
      id: string;
    });
    const [first] = await find(app, { id: 'a' });
    expect(first.teams).toEqual(['z', 'b']);
    const { a } = (await upsert(app, { id: 'a', custom: { y: 2 } } as { id: string })).body.users;
    expect(a).toMatchObject({ custom: { y: 2 }, teams: [], language: '', created_at: first.created_at });
    expect(a).not.toHaveProperty('name');
  });

  test.each([
    ['a', 'admin'],
    ['b', 'user'],
  ] as const)('without a role: answer %s', async (answer, role) => {
    const app = await anApp({ assume: { role_on_upsert: answer } });
    await upsert(app, { id: 'a', role: 'admin' } as { id: string });
    await upsert(app, { id: 'a' });
    expect((await find(app, { id: 'a' }))[0].role).toBe(role);
  });

  const refused: readonly [name: string, user: Record<string, unknown>, status: number, code: number, text: string][] =
    [
      ['an unknown role', { role: 'ghost' }, 400, 4, 'role "ghost" provided but not defined'],
      ['a role of channels', { role: 'channel_member' }, 400, 4, 'provided but not defined'],
      [
        'too much custom data',
        { custom: { x: 'y'.repeat(6000) } },
        413,
        22,
        'user custom data cannot be bigger than 5KB',
      ],
      ['a reserved field', { online: true }, 400, 4, 'users[bad].online is a reserved field'],
      ['a long team', { teams: ['x'.repeat(101)] }, 400, 4, '100 bytes'],
      ['a name that is no text', { name: 7 }, 400, 4, 'users.bad.name'],
      ['another id than its key', { id: 'worse' }, 400, 4, 'must be equal'],
    ];
  test.each(refused)('%s fails the whole call', async (_name, user, status, code, text) => {
    const app = await anApp();
    const reply = await app.call('POST', '/users', { users: { good: { id: 'good' }, bad: { id: 'bad', ...user } } });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.body.message).toContain(text);
    expect(await ids(app, {})).toEqual([]);
  });

  test('reserved fields are named one by one', async () => {
    const app = await anApp();
    const reply = await upsert(app, { id: 'a', online: true, created_at: 1, shadow_banned: false } as { id: string });
    expect(reply.body.exception_fields).toEqual({
      'users[a].online': 'users[a].online is a reserved field',
      'users[a].created_at': 'users[a].created_at is a reserved field',
    });
  });

  test('takes 100 users and ids of letters, digits, @, _ and -', async () => {
    const app = await anApp();
    const many = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `u${n}` }));
    expect((await upsert(app, ...many(101))).status).toBe(400);
    expect((await upsert(app, ...many(100))).status).toBe(201);
    expect((await upsert(app, { id: 'Ann@b_c-1' })).status).toBe(201);
    expect((await upsert(app, { id: 'no space' })).status).toBe(400);
    expect((await upsert(app, { id: 'x'.repeat(256) })).status).toBe(400);
  });
});

describe('partial update', () => {
  test('sets and unsets, with dots, and leaves the rest', async () => {
    const app = await anApp();
    await upsert(app, {
      id: 'a',
      name: 'A',
      custom: { keep: 1, deep: { x: 1 } },
      privacy_settings: { typing_indicators: { enabled: false } },
    } as { id: string });
    const reply = await patch(
      app,
      'a',
      { 'deep.y': { z: 2 }, role: 'admin', privacy_settings: { read_receipts: { enabled: false } } },
      ['name', 'deep.x'],
    );
    expect(reply.status).toBe(200);
    expect(reply.body.users.a).toMatchObject({
      role: 'admin',
      custom: { keep: 1, deep: { y: { z: 2 } } },
      privacy_settings: { typing_indicators: { enabled: false }, read_receipts: { enabled: false } },
    });
    expect(reply.body.users.a).not.toHaveProperty('name');
    expect((await patch(app, 'a', {}, ['deep.y.z'])).body.users.a.custom.deep).toEqual({ y: {} });
  });

  test('custom data stands at the top level; a nested `custom` does nothing', async () => {
    const app = await anAppWith(['a']);
    const reply = await patch(app, 'a', { custom: { x: 1 }, y: 2 });
    expect(reply.body.users.a.custom).toEqual({ y: 2 });
  });

  const refused: readonly [name: string, set: object, status: number][] = [
    ['an empty segment', { 'a..b': 1 }, 400],
    ['a leading dot', { '.a': 1 }, 400],
    ['a trailing dot', { 'a.': 1 }, 400],
    ['a space', { 'a b': 1 }, 400],
    ['a reserved field', { online: true }, 400],
    ['the id', { id: 'b' }, 400],
    ['an unknown role', { role: 'ghost' }, 400],
    ['a name that is no text', { name: 1 }, 400],
    ['too much', { x: 'y'.repeat(6000) }, 413],
  ];
  test.each(refused)('%s is refused, and no user of the call changes', async (_name, set, status) => {
    const app = await anAppWith(['a', 'b']);
    const before = app.emulator.snapshot();
    const reply = await app.call('PATCH', '/users', {
      users: [
        { id: 'b', set: { ok: 1 } },
        { id: 'a', set },
      ],
    });
    expect(reply.status).toBe(status);
    expect(app.emulator.snapshot()).toEqual(before);
  });

  test('a user who is not there is 404', async () => {
    expect((await patch(await anApp(), 'ghost', { a: 1 })).body.code).toBe(16);
  });
});

describe('query', () => {
  async function aCrowd() {
    const app = await anApp();
    await upsert(app, {
      id: 'ann',
      name: 'Ann Smith',
      role: 'admin',
      teams: ['red'],
      custom: { age: 30, tags: ['x', 'y'] },
    } as { id: string });
    app.clock.pass(1000);
    await upsert(app, { id: 'bob', name: 'Bob', teams: ['red', 'blue'], custom: { age: 20, email: 'bob@x.org' } } as {
      id: string;
    });
    app.clock.pass(1000);
    await upsert(app, { id: 'cid', custom: { age: 40, deep: { k: 'v' } } } as { id: string });
    return app;
  }
  const cases: readonly [name: string, filter: object, found: string[]][] = [
    ['all, newest first', {}, ['cid', 'bob', 'ann']],
    ['$in', { id: { $in: ['ann', 'ghost', 'cid'] } }, ['cid', 'ann']],
    ['range of ids', { id: { $gt: 'ann', $lte: 'bob' } }, ['bob']],
    ['$ne, $nin', { $and: [{ id: { $ne: 'ann' } }, { id: { $nin: ['bob'] } }] }, ['cid']],
    ['implicit equality', { role: 'admin' }, ['ann']],
    ['$autocomplete', { name: { $autocomplete: 'smi' } }, ['ann']],
    ['teams $contains', { teams: { $contains: 'red' } }, ['bob', 'ann']],
    ['teams $in', { teams: { $in: ['blue', 'green'] } }, ['bob']],
    ['teams null', { teams: null }, ['cid']],
    ['custom range', { age: { $gte: 30 } }, ['cid', 'ann']],
    ['custom $exists', { tags: { $exists: true } }, ['ann']],
    ['custom $in meets a list', { tags: { $in: ['y', 'z'] } }, ['ann']],
    ['custom $contains', { tags: { $contains: 'x' } }, ['ann']],
    ['custom below', { 'deep.k': 'v' }, ['cid']],
    ['email', { email: 'bob@x.org' }, ['bob']],
    ['$or', { $or: [{ id: 'ann' }, { age: 40 }] }, ['cid', 'ann']],
    ['$nor', { $nor: [{ id: 'ann' }, { age: 40 }] }, ['bob']],
    ['created_at as text', { created_at: { $gt: '2026-10-01T12:00:00.5Z' } }, ['cid', 'bob']],
    ['banned', { banned: true }, []],
  ];
  test.each(cases)('%s', async (_name, filter, found) => {
    expect(await ids(await aCrowd(), filter)).toEqual(found);
  });

  const refused: readonly [name: string, payload: unknown, text: string][] = [
    ['no filter', { sort: [] }, 'filter_conditions is a required field'],
    ['a wrong type', { filter_conditions: { id: 7 } }, 'field `id` contains type number. expecting string'],
    ['a wrong operator', { filter_conditions: { id: { $q: 'a' } } }, 'operator "$q" is not allowed for field "id"'],
    [
      '$exists of no boolean',
      { filter_conditions: { x: { $exists: 1 } } },
      '$exists operator only support boolean values',
    ],
    [
      '$autocomplete of signs',
      { filter_conditions: { name: { $autocomplete: '!!' } } },
      '$autocomplete field is empty',
    ],
    ['the empty team', { filter_conditions: { teams: '' } }, 'teams'],
    ['a page over 100', { filter_conditions: {}, limit: 101 }, 'limit must be 100 or less'],
    ['an offset over 1000', { filter_conditions: {}, offset: 1001 }, 'offset must be 1000 or less'],
    [
      'six keys to sort by',
      { filter_conditions: {}, sort: Array(6).fill({ field: 'id' }) },
      'sort must contain at maximum 5 items',
    ],
  ];
  test.each(refused)('%s is refused', async (_name, payload, text) => {
    const reply = await (await aCrowd()).query('/users', payload);
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
    expect(reply.body.message).toContain(text);
  });

  test('a payload that is missing or no JSON', async () => {
    const app = await anApp();
    for (const path of ['/users', '/users?payload={'])
      expect((await app.call('GET', path)).body.message).toContain('invalid json data');
  });

  test('pages by offset and by id', async () => {
    const app = await aCrowd();
    const sort = [{ field: 'id', direction: 1 }];
    expect(await ids(app, {}, { sort, limit: 2 })).toEqual(['ann', 'bob']);
    expect(await ids(app, {}, { sort, limit: 2, offset: 2 })).toEqual(['cid']);
    expect(await ids(app, { id: { $gt: 'bob' } }, { sort })).toEqual(['cid']);
    expect(await ids(app, {}, { sort: [{ field: 'age', direction: -1 }] })).toEqual(['cid', 'ann', 'bob']);
  });

  test('returns 30 unless asked otherwise', async () => {
    const app = await anAppWith(Array.from({ length: 40 }, (_, n) => `u${n}`));
    expect(await ids(app, {})).toHaveLength(30);
    expect(await ids(app, {}, { limit: 100 })).toHaveLength(40);
  });
});

describe('unique names', () => {
  test('in the app, by letters and digits, even within one call', async () => {
    const app = await anApp();
    await app.call('PATCH', '/app', { enforce_unique_usernames: 'app' });
    await upsert(app, { id: 'a', name: 'Big Ann' } as { id: string });
    const taken = await upsert(app, { id: 'b', name: 'big-ann!' } as { id: string });
    expect([taken.status, taken.body.code]).toEqual([400, 6]);
    expect(taken.body.message).toContain("username 'big-ann!' already exists");
    const twins = await upsert(app, { id: 'c', name: 'x' } as { id: string }, { id: 'd', name: 'X' } as { id: string });
    expect(twins.body.code).toBe(6);
    expect((await upsert(app, { id: 'a', name: 'Big Ann' } as { id: string })).status).toBe(201);
    await app.call('POST', '/users/delete', { user_ids: ['a'] });
    expect((await upsert(app, { id: 'b', name: 'Big Ann' } as { id: string })).status).toBe(201);
  });

  test('in a team', async () => {
    const app = await anApp();
    await app.call('PATCH', '/app', { enforce_unique_usernames: 'team' });
    await upsert(app, { id: 'a', name: 'Ann', teams: ['red'] } as { id: string });
    expect((await upsert(app, { id: 'b', name: 'Ann', teams: ['blue'] } as { id: string })).status).toBe(201);
    const taken = await upsert(app, { id: 'c', name: 'Ann', teams: ['red'] } as { id: string });
    expect(taken.body.message).toContain("username 'Ann' already exists in team 'red'");
  });
});

describe('deactivation', () => {
  test('hides from queries, refuses writes, and can be undone', async () => {
    const app = await anAppWith(['a']);
    const off = await app.call('POST', '/users/a/deactivate', {});
    expect(off.status).toBe(201);
    expect(typeof off.body.user.deactivated_at).toBe('number');
    expect(await ids(app, { id: 'a' })).toEqual([]);
    expect(await ids(app, { id: 'a' }, { include_deactivated_users: true })).toEqual(['a']);
    for (const reply of [await upsert(app, { id: 'a' }), await patch(app, 'a', { x: 1 })]) {
      expect([reply.status, reply.body.code]).toEqual([404, 16]);
      expect(reply.body.message).toContain('the user a was deactivated');
    }
    expect((await app.call('POST', '/users/a/reactivate', { name: 'Ann' })).body.user.name).toBe('Ann');
    expect((await app.call('POST', '/users/a/reactivate', {})).body.code).toBe(4);
    expect((await upsert(app, { id: 'a' })).status).toBe(201);
  });

  test('of many is a task', async () => {
    const app = await anAppWith(['a', 'b']);
    const { task_id } = (await app.call('POST', '/users/deactivate', { user_ids: ['a', 'b'] })).body;
    const status = async () => (await app.call('GET', `/tasks/${task_id}`)).body;
    expect((await status()).status).toBe('waiting');
    expect(await ids(app, {})).toHaveLength(2);
    app.clock.pass(60);
    expect((await status()).status).toBe('running');
    app.clock.pass(1000);
    expect(await status()).toMatchObject({ status: 'completed', result: { a: { status: 'ok' }, b: { status: 'ok' } } });
    expect(await ids(app, {})).toEqual([]);
    await app.call('POST', '/users/reactivate', { user_ids: ['a'] });
    app.clock.pass(1000);
    expect(await ids(app, {})).toEqual(['a']);
  });

  test('a name that was taken meanwhile needs another', async () => {
    const app = await anApp();
    await app.call('PATCH', '/app', { enforce_unique_usernames: 'app' });
    await upsert(app, { id: 'a', name: 'Ann' } as { id: string });
    await app.call('POST', '/users/a/deactivate', {});
    await app.call('PATCH', '/app', { enforce_unique_usernames: 'no' });
    await upsert(app, { id: 'b', name: 'Ann' } as { id: string });
    await app.call('PATCH', '/app', { enforce_unique_usernames: 'app' });
    expect((await app.call('POST', '/users/a/reactivate', {})).body.code).toBe(6);
    expect((await app.call('POST', '/users/a/reactivate', { name: 'Anna' })).status).toBe(201);
  });
});

describe('deletion', () => {
  test('burns the id, at once; a soft one can be restored', async () => {
    const app = await anAppWith(['a']);
    const { task_id } = (await app.call('POST', '/users/delete', { user_ids: ['a'] })).body;
    expect(await ids(app, { id: 'a' }, { include_deactivated_users: true })).toEqual([]);
    const again = await upsert(app, { id: 'a' });
    expect([again.status, again.body.code]).toEqual([404, 16]);
    expect(again.body.message).toBe('UpdateUsers failed with error: "the user a was deleted"');
    app.clock.pass(1000);
    expect((await app.call('GET', `/tasks/${task_id}`)).body).toMatchObject({
      status: 'completed',
      result: { a: { status: 'ok' } },
    });
    expect((await app.call('POST', '/users/restore', { user_ids: ['a'] })).status).toBe(201);
    expect(await ids(app, {})).toEqual(['a']);
    expect((await app.call('POST', '/users/restore', { user_ids: ['a'] })).body.message).toContain(
      `user "a" is not deleted, it can't be restored`,
    );
  });

  test('hard: no way back, no data left, conversations gone', async () => {
    const app = await anApp();
    await upsert(app, { id: 'a', name: 'Ann', custom: { x: 1 } } as { id: string }, { id: 'b' });
    const members = [{ user_id: 'a' }, { user_id: 'b' }];
    await app.call('POST', '/chat/channels/messaging/query', { data: { created_by_id: 'a', members } });
    await upsert(app, { id: 'c' });
    const three = [...members, { user_id: 'c' }];
    await app.call('POST', '/chat/channels/messaging/room/query', { data: { created_by_id: 'b', members: three } });
    await app.call('POST', '/chat/channels/messaging/two/query', { data: { created_by_id: 'b', members } });
    await app.call('POST', '/chat/channels/messaging/room/message', { message: { id: 'm', text: 'hi', user_id: 'a' } });
    await app.call('POST', '/users/delete', { user_ids: ['a'], user: 'hard' });
    app.clock.pass(1000);
    const { body } = await app.call('POST', '/chat/channels', { filter_conditions: {} });
    expect(body.channels.map((one: { channel: { id: string } }) => one.channel.id)).toEqual(['room']);
    expect(body.channels[0]).toMatchObject({ messages: [], channel: { member_count: 2 } });
    expect((await app.call('POST', '/users/restore', { user_ids: ['a'] })).status).toBe(400);
    expect((await upsert(app, { id: 'a' })).status).toBe(404);
    expect(JSON.stringify(app.emulator.snapshot())).not.toContain('Ann');
  });

  test('hard: channels of the deleted pass to the user who is named, or to one that the API makes', async () => {
    const app = await anAppWith(['a', 'b', 'c']);
    for (const id of ['a', 'b']) {
      await app.call('POST', `/chat/channels/messaging/of-${id}/query`, { data: { created_by_id: id } });
    }
    await app.call('POST', '/users/delete', { user_ids: ['a'], user: 'hard' });
    await app.call('POST', '/users/delete', { user_ids: ['b'], user: 'hard', new_channel_owner_id: 'c' });
    app.clock.pass(1000);
    const owner = async (id: string) =>
      (await app.call('GET', `/chat/channels/messaging/${id}`)).body.channel.created_by.id;
    const made = await owner('of-a');
    expect(made).toMatch(/^deleted-user-1-/);
    expect(await owner('of-b')).toBe('c');
    expect((await ids(app, {})).toSorted()).toEqual(['c', made]);
  });

  const refused: readonly [name: string, body: object, status: number][] = [
    ['hard with soft messages', { user_ids: ['a'], user: 'hard', messages: 'soft' }, 400],
    ['nobody', { user_ids: [] }, 400],
    ['more than 100', { user_ids: Array.from({ length: 101 }, (_, n) => `u${n}`) }, 400],
    ['somebody unknown', { user_ids: ['a', 'ghost'] }, 404],
  ];
  test.each(refused)('%s is refused', async (_name, body, status) => {
    const app = await anAppWith(['a']);
    expect((await app.call('POST', '/users/delete', body)).status).toBe(status);
    expect(await ids(app, {})).toEqual(['a']);
  });
});

test('a task that is not there', async () => {
  const { call } = await anApp();
  const reply = await call('GET', '/tasks/none');
  expect([reply.status, reply.body.code]).toEqual([404, 16]);
  expect(reply.body.message).toContain(`Can't find task with id`);
});
