import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/index.ts';
import { type App, anApp, anAppWith, client } from './support.ts';

const PEOPLE = ['ann', 'bob', 'cid'];
const open = (app: App, id: string, data?: object, more: object = {}) =>
  app.call('POST', `/chat/channels/messaging/${id}/query`, { ...(data === undefined ? {} : { data }), ...more });
const get = (app: App, id: string) => app.call('GET', `/chat/channels/messaging/${id}?state=true`);
const post = (app: App, id: string, body: object) => app.call('POST', `/chat/channels/messaging/${id}`, body);
const patch = (app: App, id: string, body: object) => app.call('PATCH', `/chat/channels/messaging/${id}`, body);
const memberIds = (body: { members: { user_id: string }[] }) => body.members.map((member) => member.user_id);

async function aRoom(data: object = {}, options: EmulatorOptions = {}) {
  const app = await anAppWith(PEOPLE, options);
  await open(app, 'room', { created_by_id: 'ann', members: [{ user_id: 'ann' }], custom: { name: 'Room' }, ...data });
  return app;
}

describe('get or create', () => {
  test('makes a channel whose defaults are absent', async () => {
    const app = await anAppWith(PEOPLE);
    const reply = await open(app, 'room', {
      created_by_id: 'ann',
      members: [{ user_id: 'bob' }],
      custom: { name: 'Room' },
    });
    expect(reply.status).toBe(201);
    const { channel } = reply.body;
    expect(channel).toMatchObject({
      cid: 'messaging:room',
      created_by: { id: 'ann' },
      frozen: false,
      disabled: false,
      member_count: 1,
      custom: { name: 'Room' },
      config: { name: 'messaging', commands: [{ name: 'giphy' }] },
    });
    for (const key of [
      'cooldown',
      'team',
      'last_message_at',
      'filter_tags',
      'message_count',
      'members',
      'deleted_at',
    ]) {
      expect(channel).not.toHaveProperty(key);
    }
    expect(channel.config).not.toHaveProperty('grants');
    expect(reply.body).toMatchObject({ members: [], messages: [], pinned_messages: [], threads: [] });
  });

  test('takes every setting of a creation', async () => {
    const app = await anAppWith(PEOPLE);
    const settings = {
      frozen: true,
      disabled: true,
      team: 'red',
      filter_tags: ['x', 'y'],
      auto_translation_enabled: true,
      auto_translation_language: 'en',
    };
    const { body } = await open(app, 'room', { created_by: { id: 'dan', role: 'admin' }, ...settings });
    expect(body.channel).toMatchObject({ ...settings, created_by: { id: 'dan', role: 'admin' } });
  });

  test('shows members to a server that asks for the state', async () => {
    const app = await anAppWith(PEOPLE);
    const members = [{ user_id: 'cid', channel_role: 'channel_moderator', custom: { seat: 1 } }, { user_id: 'bob' }];
    const { body } = await open(
      app,
      'room',
      { created_by_id: 'bob', members, invites: [{ user_id: 'ann' }] },
      { state: true },
    );
    expect(memberIds(body)).toEqual(['ann', 'bob', 'cid']);
    expect(body.members).toMatchObject([
      { status: 'pending', invited: true, role: 'member' },
      { status: 'member', role: 'owner', channel_role: 'channel_member' },
      { role: 'moderator', is_moderator: true, channel_role: 'channel_moderator', custom: { seat: 1 } },
    ]);
    expect(body.members[1]).not.toHaveProperty('invited');
    expect(body.members[1]).not.toHaveProperty('is_moderator');
  });

  const refused: readonly [name: string, id: string, data: object | undefined, status: number, text: string][] = [
    [
      'no creator',
      'r',
      {},
      400,
      'either data.created_by or data.created_by_id must be provided when using server side auth.',
    ],
    ['no data', 'r', undefined, 400, 'either data.created_by'],
    [
      'two creators',
      'r',
      { created_by_id: 'ann', created_by: { id: 'ann' } },
      400,
      'cannot set both data.created_by and data.created_by_id.',
    ],
    [
      'unknown people',
      'r',
      { created_by_id: 'ann', members: [{ user_id: 'x' }, { user_id: 'bob' }, { user_id: 'y' }] },
      400,
      `The following users are involved in channel create operation, but don't exist: [x y]. Please`,
    ],
    ['an unknown creator', 'r', { created_by_id: 'x' }, 400, `don't exist: [x]`],
    [
      'reserved data',
      'r',
      { created_by_id: 'ann', cooldown: 5, muted: true },
      400,
      'data.cooldown is a reserved field, data.muted is a reserved field',
    ],
    ['a reserved character', 'a!b', { created_by_id: 'ann' }, 400, 'reserved character'],
    ['a space', 'a%20b', { created_by_id: 'ann' }, 400, 'invalid characters'],
    ['a long id', 'x'.repeat(65), { created_by_id: 'ann' }, 400, '64'],
    [
      '101 members',
      'r',
      { created_by_id: 'ann', members: Array(101).fill({ user_id: 'ann' }) },
      400,
      'data.members must contain at maximum 100 items',
    ],
    [
      '11 tags',
      'r',
      { created_by_id: 'ann', filter_tags: Array.from({ length: 11 }, (_, n) => `t${n}`) },
      400,
      'at maximum 10',
    ],
    [
      'too much',
      'r',
      { created_by_id: 'ann', custom: { x: 'y'.repeat(6000) } },
      413,
      'channel custom data cannot be bigger than 5KB',
    ],
    [
      'a role of users',
      'r',
      { created_by_id: 'ann', members: [{ user_id: 'bob', channel_role: 'admin' }] },
      400,
      'channel role "admin"',
    ],
    [
      'an override that is none',
      'r',
      { created_by_id: 'ann', config_overrides: { max_message_length: 'x' } },
      400,
      'max_message_length',
    ],
    [
      'an override with an unknown command',
      'r',
      { created_by_id: 'ann', config_overrides: { commands: ['fly'] } },
      400,
      'fly',
    ],
  ];
  test.each(refused)('%s is refused, and nothing is left behind', async (_name, id, data, status, text) => {
    const app = await anAppWith(PEOPLE);
    const before = app.emulator.snapshot();
    const reply = await open(app, id, data);
    expect([reply.status, reply.body.code]).toEqual([status, status === 413 ? 22 : 4]);
    expect(reply.body.message).toContain(text);
    expect(app.emulator.snapshot()).toEqual(before);
  });

  test('an unknown type is 404', async () => {
    const { call } = await anAppWith(PEOPLE);
    const reply = await call('POST', '/chat/channels/none/r/query', { data: { created_by_id: 'ann' } });
    expect([reply.status, reply.body.code]).toEqual([404, 16]);
  });

  test('under the other answer an unknown creator comes to be', async () => {
    const app = await anApp({ assume: { created_by_id_unknown: 'b' } });
    expect((await open(app, 'room', { created_by_id: 'x' })).body.channel.created_by.id).toBe('x');
    expect((await app.query('/users', { filter_conditions: { id: 'x' } })).body.users).toHaveLength(1);
  });

  test.each([
    ['a', { name: 'Room' }, false],
    ['b', { other: 1 }, true],
  ] as const)('an existing channel and data: answer %s', async (answer, custom, frozen) => {
    const app = await aRoom({}, { assume: { data_on_existing_channel: answer } });
    const reply = await open(app, 'room', { custom: { other: 1 }, frozen: true });
    expect([reply.status, reply.body.channel.custom, reply.body.channel.frozen]).toEqual([201, custom, frozen]);
    expect((await open(app, 'room')).status).toBe(201);
  });
});

describe('distinct channels', () => {
  const pair = { created_by_id: 'ann', members: [{ user_id: 'ann' }, { user_id: 'bob' }] };
  const openPair = (app: App, members = pair.members) =>
    app.call('POST', '/chat/channels/messaging/query', { data: { ...pair, members } });

  test('the same people have the same channel', async () => {
    const app = await anAppWith(PEOPLE);
    const { id } = (await openPair(app)).body.channel;
    expect(id).toMatch(/^!members-/);
    expect((await openPair(app, pair.members.toReversed())).body.channel.id).toBe(id);
    expect((await openPair(app, [{ user_id: 'cid' }, { user_id: 'ann' }])).body.channel.id).not.toBe(id);
    expect((await openPair(app, [{ user_id: 'ann' }])).body.message).toContain('specify at least 2 members');
    expect((await open(app, id)).status).toBe(201);
  });

  test('nobody else can join, but members can leave and come back', async () => {
    const app = await anAppWith(PEOPLE);
    const { id } = (await openPair(app)).body.channel;
    for (const body of [{ add_members: [{ user_id: 'cid' }] }, { invites: [{ user_id: 'cid' }] }]) {
      const reply = await post(app, id, body);
      expect([reply.status, reply.body.code]).toEqual([403, 17]);
    }
    expect(memberIds((await post(app, id, { remove_members: ['bob'] })).body)).toEqual(['ann']);
    expect(memberIds((await post(app, id, { add_members: [{ user_id: 'bob' }] })).body)).toEqual(['ann', 'bob']);
  });
});

describe('reading without making', () => {
  test('a channel that is not there is 404 and stays away', async () => {
    const app = await anAppWith(PEOPLE);
    const reply = await get(app, 'room');
    expect([reply.status, reply.body.code]).toEqual([404, 16]);
    expect(reply.body.message).toContain(`Can't find channel with id messaging:room`);
    expect((await get(app, 'room')).status).toBe(404);
  });

  test('an unknown message to start from is refused', async () => {
    const { call } = await aRoom();
    expect((await call('GET', '/chat/channels/messaging/room?messages_id_lt=none')).status).toBe(400);
  });
});

describe('full update', () => {
  test('data drops what it does not name; member operations drop nothing', async () => {
    const app = await aRoom({ custom: { name: 'Room', color: 'red' } });
    await post(app, 'room', { add_members: [{ user_id: 'bob' }] });
    expect((await get(app, 'room')).body.channel.custom).toEqual({ name: 'Room', color: 'red' });
    const { body } = await post(app, 'room', { data: { frozen: true } });
    expect(body.channel).toMatchObject({ custom: {}, frozen: true });
  });

  test.each([
    ['a', true],
    ['b', false],
  ] as const)('flags that data leaves out: answer %s', async (answer, frozen) => {
    const app = await aRoom({ frozen: true }, { assume: { flags_on_data_overwrite: answer } });
    expect((await post(app, 'room', { data: { custom: {} } })).body.channel.frozen).toBe(frozen);
  });

  test('adding a member is no edit; adding one twice changes nothing', async () => {
    const app = await aRoom();
    const before = (await get(app, 'room')).body.channel.updated_at;
    await post(app, 'room', { add_members: [{ user_id: 'bob', custom: { seat: 1 } }] });
    const { body } = await post(app, 'room', {
      add_members: [{ user_id: 'bob', channel_role: 'channel_moderator', custom: { seat: 2 } }],
    });
    expect(body.channel.updated_at).toBe(before);
    expect(body.members[1]).toMatchObject({ user_id: 'bob', channel_role: 'channel_member', custom: { seat: 1 } });
  });

  test('roles, moderators, tags and cooldown', async () => {
    const app = await aRoom();
    await app.call('POST', '/roles', { name: 'host' });
    const first = await post(app, 'room', {
      add_moderators: ['bob'],
      assign_roles: [{ user_id: 'ann', channel_role: 'host' }],
      cooldown: 30,
      add_filter_tags: ['x', 'y'],
    });
    expect(first.body.channel).toMatchObject({ cooldown: 30, filter_tags: ['x', 'y'], member_count: 2 });
    expect(first.body.members.map((one: { channel_role: string }) => one.channel_role)).toEqual([
      'host',
      'channel_moderator',
    ]);
    const second = await post(app, 'room', { demote_moderators: ['bob'], cooldown: 0, remove_filter_tags: ['x', 'y'] });
    expect(second.body.channel).not.toHaveProperty('cooldown');
    expect(second.body.channel).not.toHaveProperty('filter_tags');
    expect(second.body.members[1].channel_role).toBe('channel_member');
  });

  test.each([
    ['a', { seat: 3 }],
    ['b', {}],
  ] as const)('custom data of added members: answer %s', async (answer, custom) => {
    const app = await aRoom({}, { assume: { member_custom_on_add: answer } });
    await post(app, 'room', { add_members: [{ user_id: 'bob', custom: { seat: 1 } }] });
    const { body } = await post(app, 'room', {
      assign_roles: [{ user_id: 'bob', channel_role: 'channel_member', custom: { seat: 3 } }],
    });
    expect(body.members[1].custom).toEqual(custom);
  });

  test('an invite is accepted once, and the message goes out once', async () => {
    const app = await aRoom({ invites: [{ user_id: 'bob' }] });
    const accept = { accept_invite: true, user_id: 'bob', message: { text: 'Joined', user_id: 'bob' } };
    const first = await post(app, 'room', accept);
    expect(first.body.members[1]).toMatchObject({ status: 'member', invited: true });
    expect(first.body.message).toMatchObject({ type: 'system', text: 'Joined' });
    expect((await post(app, 'room', accept)).body).not.toHaveProperty('message');
    expect((await post(app, 'room', { reject_invite: true, user_id: 'ann' })).status).toBe(400);
    expect((await post(app, 'room', { accept_invite: true })).body.message).toContain(
      'either user or user_id must be provided',
    );
  });

  const refused: readonly [name: string, body: object, status: number, text: string][] = [
    ['an unknown member', { add_members: [{ user_id: 'x' }] }, 400, 'could not find user x from add_members'],
    ['adding and removing one', { add_members: [{ user_id: 'bob' }], remove_members: ['bob'] }, 400, 'bob'],
    [
      'a role for a stranger',
      { assign_roles: [{ user_id: 'bob', channel_role: 'channel_moderator' }] },
      400,
      'not a member',
    ],
    ['a reserved field', { data: { cooldown: 5 } }, 400, 'data.cooldown is a reserved field'],
    ['a long cooldown', { cooldown: 121 }, 400, 'cooldown must be 120 or less'],
    [
      '101 members',
      { add_members: Array(101).fill({ user_id: 'bob' }) },
      400,
      'add_members must contain at maximum 100 items',
    ],
    ['members as bare ids', { add_members: ['bob'] }, 400, 'add_members[0]'],
    [
      'a message by nobody',
      { add_members: [{ user_id: 'bob' }], message: { text: 'x' } },
      400,
      'either message.user or message.user_id',
    ],
    [
      'two authors',
      { message: { text: 'x', user_id: 'ann', user: { id: 'ann' } } },
      400,
      'cannot set both message.user and message.user_id.',
    ],
  ];
  test.each(refused)('%s is refused, and nothing changes', async (_name, body, status, text) => {
    const app = await aRoom();
    const before = app.emulator.snapshot();
    const reply = await post(app, 'room', { add_filter_tags: ['t'], ...body });
    expect(reply.status).toBe(status);
    expect(reply.body.message).toContain(text);
    expect(app.emulator.snapshot()).toEqual(before);
  });

  test('a deleted channel cannot be found', async () => {
    const app = await aRoom();
    await app.call('DELETE', '/chat/channels/messaging/room');
    expect((await post(app, 'room', { cooldown: 1 })).status).toBe(404);
    expect((await patch(app, 'room', { set: { x: 1 } })).status).toBe(404);
  });
});

describe('partial update', () => {
  test('sets custom data at the top level, with dots, and settings beside it', async () => {
    const app = await aRoom({ custom: { name: 'Room', deep: { a: 1 } } });
    const { status, body } = await patch(app, 'room', {
      set: { color: 'red', 'deep.b': 2, frozen: true, disabled: true, cooldown: 9, team: 'blue', filter_tags: ['t'] },
      unset: ['name', 'deep.a'],
    });
    expect(status).toBe(200);
    expect(body.channel).toMatchObject({
      custom: { color: 'red', deep: { b: 2 } },
      frozen: true,
      disabled: true,
      cooldown: 9,
      team: 'blue',
      filter_tags: ['t'],
    });
    const reset = (await patch(app, 'room', { unset: ['frozen', 'cooldown', 'team', 'filter_tags'] })).body.channel;
    expect(reset.frozen).toBe(false);
    for (const key of ['cooldown', 'team', 'filter_tags']) expect(reset).not.toHaveProperty(key);
  });

  test.each([
    ['a', { typing_events: true, quotes: false }],
    ['b', { typing_events: false, quotes: false }],
  ] as const)('overrides show in the configuration alone; another set of them: answer %s', async (answer, expected) => {
    const app = await aRoom({}, { assume: { config_overrides_patch: answer } });
    const first = (
      await patch(app, 'room', { set: { config_overrides: { typing_events: false, commands: ['moderation_set'] } } })
    ).body.channel;
    expect(first).not.toHaveProperty('config_overrides');
    expect(first.config.typing_events).toBe(false);
    expect(first.config.commands).toHaveLength(5);
    expect(
      (await patch(app, 'room', { set: { config_overrides: { quotes: false } } })).body.channel.config,
    ).toMatchObject(expected);
    expect((await patch(app, 'room', { set: { config_overrides: {} } })).body.channel.config).toMatchObject({
      typing_events: true,
      quotes: true,
    });
  });

  test('grants of a channel modify those of its type', async () => {
    const app = await aRoom();
    const { channel } = (
      await patch(app, 'room', {
        set: { config_overrides: { grants: { channel_member: ['!add-links', 'ban-user'] } } },
      })
    ).body;
    expect(channel.config.grants.channel_member).toContain('ban-user');
    expect(channel.config.grants.channel_member).not.toContain('add-links');
    expect(channel.config.grants.admin).toHaveLength(42);
  });

  const refused: readonly [name: string, body: object, status: number, code: number, text: string][] = [
    ['nothing', {}, 400, 4, 'set or unset is required'],
    ['the type', { set: { type: 'team' } }, 403, 17, 'field `type` is reserved and cannot updated'],
    ['the number of members', { unset: ['member_count'] }, 403, 17, 'member_count'],
    ['a flag that is no flag', { set: { frozen: 'yes' } }, 400, 4, 'frozen'],
    ['a long cooldown', { set: { cooldown: 121 } }, 400, 4, 'cooldown'],
    ['a bad path', { set: { 'a..b': 1 } }, 400, 4, 'a..b'],
    ['too much', { set: { x: 'y'.repeat(6000) } }, 413, 22, '5KB'],
  ];
  test.each(refused)('%s is refused, and nothing changes', async (_name, body, status, code, text) => {
    const app = await aRoom();
    const before = app.emulator.snapshot();
    const reply = await patch(app, 'room', body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.body.message).toContain(text);
    expect(app.emulator.snapshot()).toEqual(before);
  });
});

describe('deletion', () => {
  test('soft: gone from reads, answered without creator and custom data', async () => {
    const app = await aRoom();
    const { status, body } = await app.call('DELETE', '/chat/channels/messaging/room');
    expect(status).toBe(200);
    expect(body.channel).toMatchObject({ cid: 'messaging:room', created_by: null, custom: {} });
    expect(typeof body.channel.deleted_at).toBe('number');
    expect((await get(app, 'room')).status).toBe(404);
    expect((await app.call('POST', '/chat/channels', { filter_conditions: {} })).body.channels).toEqual([]);
    expect((await app.call('DELETE', '/chat/channels/messaging/room')).status).toBe(404);
  });

  test.each([
    ['a', { name: 'Room' }, ['ann']],
    ['b', {}, []],
  ] as const)('a soft-deleted channel is revived by get-or-create: answer %s', async (answer, custom, members) => {
    const app = await aRoom({}, { assume: { revived_channel: answer } });
    await app.call('POST', '/chat/channels/messaging/room/message', { message: { text: 'hi', user_id: 'ann' } });
    await app.call('DELETE', '/chat/channels/messaging/room');
    const { body } = await open(app, 'room', { custom: { other: 1 } }, { state: true });
    expect([body.channel.custom, memberIds(body), body.messages]).toEqual([custom, members, []]);
    expect((await get(app, 'room')).status).toBe(200);
  });

  test('hard: a channel of that id starts anew', async () => {
    const app = await aRoom();
    await app.call('DELETE', '/chat/channels/messaging/room?hard_delete=true');
    expect((await open(app, 'room')).status).toBe(400);
  });

  test('of many: gone at once, finished later', async () => {
    const app = await aRoom();
    const { task_id } = (
      await app.call('POST', '/chat/channels/delete', { cids: ['messaging:room'], hard_delete: true })
    ).body;
    expect((await get(app, 'room')).status).toBe(404);
    app.clock.pass(1000);
    expect((await app.call('GET', `/tasks/${task_id}`)).body.result).toEqual({ 'messaging:room': { status: 'ok' } });
    expect((app.emulator.snapshot() as { channels: object }).channels).toEqual({});
    expect((await app.call('POST', '/chat/channels/delete', { cids: [] })).status).toBe(400);
    expect((await app.call('POST', '/chat/channels/delete', { cids: ['messaging:none'] })).status).toBe(404);
  });
});

describe('query', () => {
  async function aTown(options: EmulatorOptions = {}) {
    const app = await anAppWith(PEOPLE, options);
    await open(app, 'one', {
      created_by_id: 'ann',
      members: [{ user_id: 'ann' }],
      custom: { size: 1, tags: ['x'] },
      team: 'red',
    });
    await open(app, 'two', {
      created_by_id: 'bob',
      members: [{ user_id: 'ann' }, { user_id: 'bob' }],
      frozen: true,
      filter_tags: ['t'],
    });
    await app.call('POST', '/chat/channels/gaming/three/query', {
      data: { created_by_id: 'bob', custom: { size: 3 }, disabled: true },
    });
    return app;
  }
  const list = async (app: App, body: object) =>
    (await app.call('POST', '/chat/channels', body)).body.channels.map(
      (one: { channel: { id: string } }) => one.channel.id,
    );
  const cases: readonly [name: string, filter: object, found: string[]][] = [
    ['all, last updated first', {}, ['three', 'two', 'one']],
    ['cid $in', { cid: { $in: ['messaging:one', 'messaging:none', 'gaming:three'] } }, ['three', 'one']],
    ['type', { type: 'messaging' }, ['two', 'one']],
    ['members $in', { members: { $in: ['bob'] } }, ['two']],
    ['members are exactly', { members: ['bob', 'ann'] }, ['two']],
    ['created_by_id', { created_by_id: 'bob' }, ['three', 'two']],
    ['frozen', { frozen: true }, ['two']],
    ['disabled', { disabled: false }, ['two', 'one']],
    ['team', { team: 'red' }, ['one']],
    ['filter_tags', { filter_tags: { $in: ['t'] } }, ['two']],
    ['member_count', { member_count: { $gte: 2 } }, ['two']],
    ['custom', { size: { $gt: 1 } }, ['three']],
    ['custom $in meets a list', { tags: { $in: ['x'] } }, ['one']],
    ['distinct', { distinct: true }, []],
  ];
  test.each(cases)('%s', async (_name, filter, found) => {
    expect(await list(await aTown(), { filter_conditions: filter })).toEqual(found);
  });

  const refused: readonly [name: string, body: object, text: string][] = [
    ['a wrong type', { filter_conditions: { id: 1 } }, 'field `id` contains type number. expecting string'],
    ['a negative member_limit', { member_limit: -1 }, 'member_limit must be 0 or greater'],
    ['a member_limit over 100', { member_limit: 101 }, 'member_limit must be 100 or less'],
    ['an offset over 1000', { offset: 1001 }, 'offset must be 1000 or less'],
    ['watching', { watch: true }, 'server side'],
    ['hidden without a user', { filter_conditions: { hidden: true } }, 'user'],
    ['six keys to sort by', { sort: Array(6).fill({ field: 'cid' }) }, 'sort must contain at maximum 5 items'],
    ['$q on an id', { filter_conditions: { id: { $q: 'a' } } }, 'operator "$q" is not allowed for field "id"'],
  ];
  test.each(refused)('%s is refused', async (_name, body, text) => {
    const reply = await (await aTown()).call('POST', '/chat/channels', body);
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
    expect(reply.body.message).toContain(text);
  });

  test.each([
    ['a', 201, 30],
    ['b', 400, undefined],
  ] as const)('pages are of 10 and at most 30; a limit over that: answer %s', async (answer, status, length) => {
    const app = await anAppWith(PEOPLE, { assume: { channel_limit_over_30: answer } });
    for (let n = 0; n < 35; n++) await open(app, `c${n}`, { created_by_id: 'ann' });
    expect(await list(app, { filter_conditions: {} })).toHaveLength(10);
    expect(await list(app, { filter_conditions: {}, limit: 30, offset: 30 })).toHaveLength(5);
    const reply = await app.call('POST', '/chat/channels', { filter_conditions: {}, limit: 100 });
    expect([reply.status, reply.body.channels?.length]).toEqual([status, length]);
  });

  test.each([
    ['a', 0],
    ['b', 1],
  ] as const)('message_limit 0: answer %s', async (answer, count) => {
    const app = await aTown({ assume: { message_limit_zero: answer } });
    await app.call('POST', '/chat/channels/messaging/one/message', { message: { text: 'hi', user_id: 'ann' } });
    const { body } = await app.call('POST', '/chat/channels', {
      filter_conditions: { id: 'one' },
      message_limit: 0,
      member_limit: 0,
    });
    expect(body.channels[0].messages).toHaveLength(count);
    expect(body.channels[0].members).toEqual([]);
    expect(typeof body.channels[0].channel.last_message_at).toBe('number');
  });

  test('without the state there are no members', async () => {
    const { body } = await (await aTown()).call('POST', '/chat/channels', {
      filter_conditions: { id: 'two' },
      state: false,
    });
    expect(body.channels[0]).toMatchObject({ members: [], messages: [], channel: { member_count: 2 } });
  });
});

describe('batch update', () => {
  test('changes channels in the background and reports failures', async () => {
    const app = await anAppWith(PEOPLE);
    for (const id of ['one', 'two']) await open(app, id, { created_by_id: 'ann', custom: { name: id } });
    await post(app, 'one', { add_members: [{ user_id: 'bob' }] });
    const filter = { cids: { $in: ['messaging:one', 'messaging:two'] } };
    const run = async (body: object) => {
      const { body: started } = await app.call('PUT', '/chat/channels/batch', { filter, ...body });
      app.clock.pass(1000);
      return (await app.call('GET', `/tasks/${started.task_id}`)).body;
    };
    expect(await run({ operation: 'updateData', data: { frozen: true, custom: { color: 'red' } } })).toMatchObject({
      status: 'completed',
      result: { operation: 'updateData', status: 'completed', success_channels_count: 2, failed_channels: [] },
    });
    expect((await get(app, 'two')).body.channel).toMatchObject({ frozen: true, custom: { name: 'two', color: 'red' } });
    const roles = await run({
      operation: 'assignRoles',
      members: [{ user_id: 'bob', channel_role: 'channel_moderator' }],
    });
    expect(roles.result).toMatchObject({ success_channels_count: 1, failed_channels: [{ cids: ['messaging:two'] }] });
    await run({ operation: 'removeMembers', members: [{ user_id: 'bob' }] });
    expect((await get(app, 'one')).body.members).toEqual([]);
  });

  test('an operation or a filter that is none is refused', async () => {
    const app = await aRoom();
    const bodies = [
      { operation: 'fly', filter: { types: 'messaging' }, members: [{ user_id: 'ann' }] },
      { operation: 'addMembers', filter: {}, members: [{ user_id: 'ann' }] },
      { operation: 'addMembers', filter: { team: 'red' }, members: [{ user_id: 'ann' }] },
      { operation: 'updateData', filter: { types: 'messaging' } },
    ];
    for (const body of bodies) expect((await app.call('PUT', '/chat/channels/batch', body)).status).toBe(400);
  });
});

test('messages are paged from a message on', async () => {
  const app = await aRoom();
  for (const id of ['m1', 'm2', 'm3', 'm4']) {
    await app.call('POST', '/chat/channels/messaging/room/message', { message: { id, text: id, user_id: 'ann' } });
  }
  const page = async (messages: object) =>
    (await open(app, 'room', undefined, { state: true, messages })).body.messages.map((one: { id: string }) => one.id);
  expect(await page({ limit: 2 })).toEqual(['m3', 'm4']);
  expect(await page({ limit: 2, id_lt: 'm3' })).toEqual(['m1', 'm2']);
  expect(await page({ limit: 1, id_lte: 'm3' })).toEqual(['m3']);
  expect(await page({ limit: 2, id_gt: 'm1' })).toEqual(['m2', 'm3']);
  expect(await page({ limit: 1, id_gte: 'm2' })).toEqual(['m2']);
  expect(await page({ limit: 3, id_around: 'm3' })).toEqual(['m2', 'm3', 'm4']);
  expect(await page({ limit: 0 })).toEqual([]);
});

test('the batch update can be switched off for an app', async () => {
  const app = await aRoom({}, { assume: { channel_batch_update: 'b' } });
  const before = app.emulator.snapshot();
  const body = { operation: 'updateData', filter: { types: 'messaging' }, data: { frozen: true } };
  expect(Object.keys((await app.call('PUT', '/chat/channels/batch', body)).body)).toEqual(['duration']);
  expect(app.emulator.snapshot()).toEqual(before);
});

test('a disabled channel is shut to clients and open to servers', async () => {
  const app = await aRoom({ disabled: true });
  expect((await client(app.emulator, { user_id: 'ann' }).call('GET', '/chat/channels/messaging/room')).status).toBe(
    403,
  );
  expect((await get(app, 'room')).status).toBe(200);
});
