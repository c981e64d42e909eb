import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/index.ts';
import { anApp, type Client, client } from './support.ts';

type Call = readonly [method: string, path: string, body?: unknown];

const USERS = {
  owner: {},
  member: {},
  mod: {},
  stranger: {},
  root: { role: 'admin' },
  guest: { role: 'guest' },
};

/** A channel of each kind with its people, and a caller for everyone. */
async function aClub(type = 'messaging', options: EmulatorOptions = {}) {
  const app = await anApp(options);
  const users = Object.fromEntries(Object.entries(USERS).map(([id, user]) => [id, { id, ...user }]));
  await app.call('POST', '/users', { users });
  const made = await app.call('POST', `/chat/channels/${type}/club/query`, {
    data: {
      created_by_id: 'owner',
      members: [{ user_id: 'member' }, { user_id: 'mod', channel_role: 'channel_moderator' }],
    },
  });
  expect(made.status).toBe(201);
  for (const id of ['member', 'mod', 'owner'])
    await app.call('POST', `/chat/channels/${type}/club/message`, {
      message: { id: `of-${id}`, text: 'Hi', user_id: id },
    });
  const as = (id: string): Client => client(app.emulator, { user_id: id });
  return { ...app, as };
}

const CHANNEL = '/chat/channels/messaging/club';
const READ: Call = ['POST', `${CHANNEL}/query`, {}];
const SEND: Call = ['POST', `${CHANNEL}/message`, { message: { text: 'Hello' } }];
const REPLY: Call = ['POST', `${CHANNEL}/message`, { message: { text: 'Re', parent_id: 'of-member' } }];
const LINK: Call = ['POST', `${CHANNEL}/message`, { message: { text: 'see https://example.com' } }];
const SYSTEM: Call = ['POST', `${CHANNEL}/message`, { message: { text: 'x', type: 'system' } }];
const PRIVATE: Call = ['POST', `${CHANNEL}/message`, { message: { text: 'x', restricted_visibility: ['owner'] } }];
const REACT: Call = ['POST', '/chat/messages/of-member/reaction', { reaction: { type: 'like' } }];
const EDIT_MEMBERS: Call = ['PUT', '/chat/messages/of-member', { set: { text: 'Changed' } }];
const DELETE_MEMBERS: Call = ['DELETE', '/chat/messages/of-member'];
const PIN: Call = ['PUT', '/chat/messages/of-member', { set: { pinned: true } }];
const RENAME: Call = ['PATCH', CHANNEL, { set: { name: 'Other' } }];
const FREEZE: Call = ['PATCH', CHANNEL, { set: { frozen: true } }];
const SLOW: Call = ['POST', CHANNEL, { cooldown: 5 }];
const ADD: Call = ['POST', CHANNEL, { add_members: [{ user_id: 'guest' }] }];
const JOIN: Call = ['POST', CHANNEL, { add_members: [{ user_id: 'stranger' }] }];
const LEAVE: Call = ['POST', CHANNEL, { remove_members: ['member'] }];
const TRUNCATE: Call = ['POST', `${CHANNEL}/truncate`, {}];
const DELETE: Call = ['DELETE', CHANNEL];
const MUTE: Call = ['POST', '/chat/moderation/mute/channel', { channel_cids: ['messaging:club'] }];
const MEMBERS: Call = [
  'GET',
  `/chat/members?payload=${encodeURIComponent('{"type":"messaging","id":"club","filter_conditions":{}}')}`,
];
const EVENT: Call = ['POST', `${CHANNEL}/event`, { event: { type: 'hello' } }];

/** Who may do it in a channel of type messaging, with the grants of a fresh app. */
const MATRIX: readonly [name: string, call: Call, allowed: readonly string[]][] = [
  ['read the channel', READ, ['owner', 'member', 'mod', 'root']],
  ['send a message', SEND, ['owner', 'member', 'mod', 'root']],
  ['reply', REPLY, ['owner', 'member', 'mod', 'root']],
  ['send a link', LINK, ['owner', 'member', 'mod', 'root']],
  ['send a system message', SYSTEM, ['mod', 'root']],
  ['send a private message', PRIVATE, ['mod', 'root']],
  ['react', REACT, ['owner', 'member', 'mod', 'root']],
  ['change the message of a member', EDIT_MEMBERS, ['member', 'mod', 'root']],
  ['delete the message of a member', DELETE_MEMBERS, ['member', 'mod', 'root']],
  ['pin the message of a member', PIN, ['member', 'mod', 'root']],
  ['rename the channel', RENAME, ['owner', 'mod', 'root']],
  ['freeze the channel', FREEZE, ['mod', 'root']],
  ['slow the channel down', SLOW, ['mod', 'root']],
  ['add somebody', ADD, ['owner', 'mod', 'root']],
  ['join', JOIN, []],
  ['leave', LEAVE, ['member']],
  ['truncate the channel', TRUNCATE, ['owner', 'root']],
  ['delete the channel', DELETE, ['owner', 'root']],
  ['mute the channel', MUTE, ['owner', 'member', 'mod', 'root']],
  ['list the members', MEMBERS, ['owner', 'member', 'mod', 'root']],
  ['send an event of the customer’s', EVENT, ['owner', 'member', 'mod', 'root']],
];
const OF_ONE: Readonly<Record<string, string>> = { join: 'stranger', leave: 'member' };

describe('in a channel of type messaging, by default', () => {
  const cases = MATRIX.flatMap(([name, call, allowed]) =>
    Object.keys(USERS)
      .filter((id) => OF_ONE[name] === undefined || OF_ONE[name] === id)
      .map((id) => [id, allowed.includes(id) ? 'may' : 'may not', name, call] as const),
  );
  test.each(cases)('%s %s %s', async (id, verdict, _name, [method, path, body]) => {
    const { as } = await aClub();
    const reply = await as(id).call(method, path, body);
    if (verdict === 'may') expect([reply.status, reply.body.message?.type]).not.toContain('error');
    expect([reply.status < 300, reply.body.code]).toEqual(verdict === 'may' ? [true, undefined] : [false, 17]);
    if (verdict === 'may not') expect(reply.status).toBe(403);
  });

  test('a refusal names the user, the roles, the action and the type', async () => {
    const { as } = await aClub();
    const alone = await as('stranger').call(...SEND);
    expect(alone.body.message).toBe(
      `SendMessage failed with error: "User 'stranger' with role 'user' is not allowed to perform action CreateMessage in scope 'messaging'"`,
    );
    const member = await as('member').call(...FREEZE);
    expect(member.body.message).toContain(
      `User 'member' with roles ['user', 'channel_member'] is not allowed to perform action UpdateChannelFrozen`,
    );
  });

  test('one’s own message may be changed and deleted by a member', async () => {
    const { as } = await aClub();
    expect((await as('member').call('POST', '/chat/messages/of-member', { message: { text: 'New' } })).status).toBe(
      201,
    );
    expect((await as('owner').call('PUT', '/chat/messages/of-owner', { set: { text: 'New' } })).status).toBe(201);
    expect((await as('member').call('DELETE', '/chat/messages/of-member')).status).toBe(200);
    expect((await as('member').call('DELETE', '/chat/messages/of-owner?hard=true')).status).toBe(403);
  });
});

describe('other types', () => {
  const may = async (type: string, id: string, [method, path, body]: Call) => {
    const { as } = await aClub(type);
    return (await as(id).call(method, path.replace('/messaging/', `/${type}/`), body)).status < 300;
  };
  const cases: readonly [type: string, id: string, name: string, call: Call, isAllowed: boolean][] = [
    ['livestream', 'stranger', 'read', READ, true],
    ['livestream', 'stranger', 'send', SEND, true],
    ['livestream', 'guest', 'read', READ, true],
    ['livestream', 'guest', 'send', SEND, false],
    ['livestream', 'owner', 'truncate', TRUNCATE, false],
    ['gaming', 'stranger', 'read', READ, false],
    ['gaming', 'owner', 'rename', RENAME, false],
    ['commerce', 'member', 'pin', PIN, true],
    ['commerce', 'member', 'send', SEND, true],
  ];
  test.each(cases)('%s: %s, %s', async (type, id, _name, call, isAllowed) => {
    expect(await may(type, id, call)).toBe(isAllowed);
  });

  test('channels are made by those whose role says so', async () => {
    const { as } = await aClub();
    const make = async (id: string, type: string) =>
      (await as(id).call('POST', `/chat/channels/${type}/new/query`, { data: { members: [{ user_id: id }] } })).status;
    expect(await make('stranger', 'messaging')).toBe(201);
    expect(await make('stranger', 'commerce')).toBe(403);
    expect(await make('guest', 'commerce')).toBe(201);
    expect(await make('stranger', 'gaming')).toBe(403);
    expect(await make('root', 'gaming')).toBe(201);
  });

  test('an anonymous caller reads a livestream and nothing else', async () => {
    const { emulator } = await aClub('livestream');
    const ask = async (method: string, path: string, body: unknown) => {
      const response = await emulator.fetch(
        new Request(`http://emulator/api/v2${path}?api_key=${emulator.apiKey}`, {
          method,
          headers: { 'stream-auth-type': 'anonymous', 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      );
      return response.status;
    };
    expect(await ask('POST', '/chat/channels/livestream/club/query', {})).toBe(201);
    expect(await ask('POST', '/chat/channels', { filter_conditions: { type: 'livestream' } })).toBe(201);
    expect(await ask('POST', '/chat/channels/livestream/club/event', { event: { type: 'x' } })).toBe(403);
    expect(await ask('PATCH', '/chat/channels/livestream/club', { set: { a: 1 } })).toBe(403);
  });
});

describe('grants decide', () => {
  test('of the type, at once', async () => {
    const { call, as } = await aClub();
    expect((await as('member').call(...RENAME)).status).toBe(403);
    await call('PUT', '/chat/channeltypes/messaging', {
      grants: { channel_member: ['read-channel', 'update-channel'] },
    });
    expect((await as('member').call(...RENAME)).status).toBe(200);
    expect((await as('member').call(...SEND)).status).toBe(403);
  });

  test('of one channel, by its modifiers', async () => {
    const { call, as } = await aClub();
    await call('PATCH', CHANNEL, {
      set: { config_overrides: { grants: { channel_member: ['!create-message', 'update-channel'] } } },
    });
    expect((await as('member').call(...SEND)).status).toBe(403);
    expect((await as('member').call(...REPLY)).status).toBe(201);
    expect((await as('member').call(...RENAME)).status).toBe(200);
    await call('PATCH', CHANNEL, { set: { config_overrides: {} } });
    expect((await as('member').call(...SEND)).status).toBe(201);
  });

  test('of a role that somebody made, for users and for members', async () => {
    const { call, as } = await aClub();
    for (const name of ['vip', 'host']) await call('POST', '/roles', { name });
    await call('PUT', '/chat/channeltypes/messaging', {
      grants: { vip: ['read-channel', 'create-message'], host: ['update-channel-frozen'] },
    });
    await call('PATCH', '/users', { users: [{ id: 'stranger', set: { role: 'vip' } }] });
    expect((await as('stranger').call(...SEND)).status).toBe(201);
    expect((await as('stranger').call(...RENAME)).status).toBe(403);
    await call('POST', CHANNEL, { assign_roles: [{ user_id: 'member', channel_role: 'host' }] });
    expect((await as('member').call(...FREEZE)).status).toBe(200);
  });

  test('through permissions of the customer’s own, if their condition holds', async () => {
    const { call, as } = await aClub();
    await call('POST', '/permissions', {
      id: 'rename-if-lead',
      name: 'Rename if lead',
      action: 'UpdateChannel',
      condition: { '$subject.lead': true, '$resource.type': { $in: ['messaging', 'team'] } },
    });
    await call('PUT', '/chat/channeltypes/messaging', {
      grants: { channel_member: ['read-channel', 'rename-if-lead'] },
    });
    expect((await as('member').call(...RENAME)).status).toBe(403);
    await call('PATCH', '/users', { users: [{ id: 'member', set: { lead: true } }] });
    expect((await as('member').call(...RENAME)).status).toBe(200);
    await call('PUT', '/permissions/rename-if-lead', {
      name: 'Never',
      action: 'UpdateChannel',
      condition: { '$subject.lead': { $unknown: 1 } },
    });
    expect((await as('member').call(...RENAME)).status).toBe(403);
  });

  test('unless the app checks no permissions', async () => {
    const { call, as } = await aClub();
    await call('PATCH', '/app', { disable_permissions_checks: true });
    expect((await as('stranger').call(...DELETE)).status).toBe(200);
    expect((await as('stranger').call('POST', '/roles', { name: 'x' })).status).toBe(403);
  });

  test('never for a server', async () => {
    const { call } = await aClub();
    await call('PUT', '/chat/channeltypes/messaging', { grants: { user: [], channel_member: [] } });
    expect((await call('POST', `${CHANNEL}/message`, { message: { text: 'x', user_id: 'stranger' } })).status).toBe(
      201,
    );
  });
});

describe('what only a server may do', () => {
  const cases: readonly [name: string, call: Call, code: number][] = [
    ['listing channel types', ['GET', '/chat/channeltypes'], 17],
    ['making a command', ['POST', '/chat/commands', {}], 17],
    ['changing the app', ['PATCH', '/app', {}], 17],
    ['committing a message', ['POST', '/chat/messages/of-member/commit', {}], 17],
    ['undeleting a message', ['POST', '/chat/messages/of-member/undelete', { undeleted_by: 'root' }], 17],
    [
      'reading the history of messages',
      ['POST', '/chat/messages/history', { filter: { message_id: 'of-member' } }],
      17,
    ],
    ['exporting channels', ['POST', '/chat/export_channels', { channels: [{ cid: 'messaging:club' }] }], 17],
    ['disabling a channel', ['PATCH', CHANNEL, { set: { disabled: true } }], 17],
    ['overriding the configuration', ['POST', CHANNEL, { data: { config_overrides: {} } }], 17],
    ['sending html', ['POST', `${CHANNEL}/message`, { message: { text: 'x', html: '<b>' } }], 17],
    ['moving a channel to another team', ['PATCH', CHANNEL, { set: { team: 'red' } }], 5],
    ['moving it with all its data', ['POST', CHANNEL, { data: { team: 'red' } }], 5],
    ['switching translation on', ['PATCH', CHANNEL, { set: { auto_translation_enabled: true } }], 5],
    ['deleting a channel for good', ['DELETE', `${CHANNEL}?hard_delete=true`], 17],
  ];
  test.each(cases)('%s', async (_name, [method, path, body], code) => {
    const { as } = await aClub();
    const reply = await as('root').call(method, path, body);
    expect([reply.status, reply.body.code]).toEqual([403, code]);
  });
});

describe('queries of clients', () => {
  const query = (filter: unknown): Call => ['POST', '/chat/channels', { filter_conditions: filter }];

  test('find what the user may read, and are refused otherwise', async () => {
    const { as, call } = await aClub();
    await call('POST', '/chat/channels/messaging/other/query', { data: { created_by_id: 'mod' } });
    const own = await as('member').call(...query({ members: { $in: ['member'] } }));
    expect(own.body.channels.map((one: { channel: { cid: string } }) => one.channel.cid)).toEqual(['messaging:club']);
    const all = await as('member').call(...query({ type: 'messaging' }));
    expect([all.status, all.body.code]).toEqual([403, 70]);
  });

  test('or leave the rest out, under the other answer', async () => {
    const { as, call } = await aClub('messaging', { assume: { client_query_unreadable: 'b' } });
    await call('POST', '/chat/channels/messaging/other/query', { data: { created_by_id: 'mod' } });
    const found = await as('member').call(...query({ type: 'messaging' }));
    expect(found.body.channels).toHaveLength(1);
    expect(found.body.channels[0].membership.user_id).toBe('member');
  });

  test('say what the user can do', async () => {
    const { as } = await aClub();
    const capabilities = async (id: string) => (await as(id).call(...READ)).body.channel.own_capabilities;
    expect(await capabilities('member')).toEqual(
      expect.arrayContaining([
        'send-message',
        'delete-own-message',
        'update-own-message',
        'leave-channel',
        'read-events',
      ]),
    );
    expect(await capabilities('member')).not.toContain('update-any-message');
    expect(await capabilities('member')).not.toContain('send-poll');
    expect(await capabilities('mod')).toEqual(
      expect.arrayContaining(['update-any-message', 'ban-channel-members', 'freeze-channel', 'skip-slow-mode']),
    );
  });
});

describe('a deleted channel', () => {
  test('comes back only for those who may recreate it', async () => {
    const { as, call } = await aClub();
    await call('DELETE', CHANNEL);
    const refused = await as('member').call(...READ);
    expect([refused.status, refused.body.code]).toEqual([403, 17]);
    expect(refused.body.message).toContain('action RecreateChannel');
    expect((await as('owner').call(...READ)).status).toBe(201);
  });
});

describe('a disabled channel', () => {
  test('is closed to clients and open to servers', async () => {
    const { as, call } = await aClub();
    await call('PATCH', CHANNEL, { set: { disabled: true } });
    for (const one of [READ, SEND, RENAME, EDIT_MEMBERS, REACT])
      expect((await as('root').call(...one)).status).toBe(403);
    expect((await call('PATCH', CHANNEL, { set: { disabled: false } })).status).toBe(200);
    expect((await as('member').call(...SEND)).status).toBe(201);
  });
});

describe('with several tenants', () => {
  async function tenants() {
    const app = await anApp();
    await app.call('PATCH', '/app', { multi_tenant_enabled: true });
    await app.call('POST', '/users', {
      users: {
        red: { id: 'red', teams: ['red'] },
        blue: { id: 'blue', teams: ['blue'], role: 'admin' },
        both: { id: 'both', teams: ['red', 'blue'], teams_role: { red: 'admin', blue: 'user' } },
        free: { id: 'free' },
        world: { id: 'world', role: 'global_admin' },
      },
    });
    for (const team of ['red', 'blue'])
      await app.call('POST', `/chat/channels/messaging/${team}/query`, { data: { created_by_id: 'free', team } });
    return { ...app, as: (id: string) => client(app.emulator, { user_id: id }) };
  }
  const read = (team: string): Call => ['POST', `/chat/channels/messaging/${team}/query`, {}];

  test('a channel is reached from its team, by whatever role', async () => {
    const { as, call } = await tenants();
    await call('POST', '/chat/channels/messaging/red', { add_members: [{ user_id: 'red' }] });
    expect((await as('red').call(...read('red'))).status).toBe(201);
    const refused = await as('blue').call(...read('red'));
    expect([refused.status, refused.body.code]).toEqual([403, 17]);
    expect(refused.body.message).toContain(`from teams ['blue'] cannot access resource in scope 'messaging'`);
    expect((await as('blue').call(...read('blue'))).status).toBe(201);
  });

  test('the role can be another one in each team', async () => {
    const { as } = await tenants();
    const rename = (team: string): Call => ['PATCH', `/chat/channels/messaging/${team}`, { set: { name: 'x' } }];
    expect((await as('both').call(...rename('red'))).status).toBe(200);
    expect((await as('both').call(...rename('blue'))).status).toBe(403);
  });

  test('grants for any team reach everywhere', async () => {
    const { as } = await tenants();
    for (const team of ['red', 'blue']) expect((await as('world').call(...read(team))).status).toBe(201);
  });

  test('a user of a team makes channels in it, one of none makes them in none', async () => {
    const { as } = await tenants();
    const make = async (id: string, data: unknown) =>
      (await as(id).call('POST', `/chat/channels/messaging/n-${id}/query`, { data })).body;
    expect((await make('red', {})).message).toContain('requested resource does not belong to any team');
    expect((await make('red', { team: 'blue' })).code).toBe(17);
    expect((await make('red', { team: 'red' })).channel.team).toBe('red');
    expect((await make('free', {})).channel.cid).toBe('messaging:n-free');
  });
});

describe('bans', () => {
  const ban = (more: object = {}): Call => [
    'POST',
    '/moderation/ban',
    { target_user_id: 'member', banned_by_id: 'root', ...more },
  ];
  const memberOf = async (app: Awaited<ReturnType<typeof aClub>>) =>
    (await app.call(...MEMBERS)).body.members.find((one: { user_id: string }) => one.user_id === 'member');

  test.each([{}, { channel_cid: 'messaging:club' }])('keep a user from speaking: %j', async (more) => {
    const app = await aClub();
    await app.call(...ban(more));
    const refused = [
      await app.as('member').call(...SEND),
      await app.as('member').call(...REACT),
      await app.as('member').call(...EDIT_MEMBERS),
    ];
    expect(refused.map((reply) => [reply.status, reply.body.code])).toEqual(Array(3).fill([403, 17]));
    expect((await app.as('member').call(...READ)).status).toBe(201);
    const byServer = { message: { text: 'x', user_id: 'member' } };
    expect((await app.call('POST', `${CHANNEL}/message`, byServer)).body.code).toBe(17);
  });

  test('of one channel show in its members, and end', async () => {
    const app = await aClub();
    await app.call(...ban({ channel_cid: 'messaging:club', timeout: 1 }));
    expect(await memberOf(app)).toMatchObject({ banned: true, shadow_banned: false, ban_expires: expect.any(Number) });
    app.clock.pass(61_000);
    expect((await memberOf(app)).banned).toBe(false);
    expect((await app.as('member').call(...SEND)).status).toBe(201);
  });

  test('in the shadow let a user speak alone', async () => {
    const app = await aClub();
    await app.call(...ban({ shadow: true }));
    expect((await app.as('member').call(...SEND)).body.message.shadowed).toBe(false);
    const texts = async (id: string) =>
      (await app.as(id).call(...READ)).body.messages.map((one: { text: string }) => one.text);
    expect(await texts('member')).toContain('Hello');
    expect(await texts('owner')).not.toContain('Hello');
  });
});
