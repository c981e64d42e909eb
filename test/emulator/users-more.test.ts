import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { type App, anApp, anAppWith, client } from './support.ts';

const upsert = (app: App, ...users: { id: string; [key: string]: unknown }[]) =>
  app.call('POST', '/users', { users: Object.fromEntries(users.map((user) => [user.id, user])) });
const find = async (app: App, filter_conditions: object = {}, more: object = {}) =>
  (await app.query('/users', { filter_conditions, ...more })).body.users;
const one = async (app: App, id: string) => (await find(app, { id }))[0];
const as = (app: App, id: string) => client(app.emulator, { user_id: id });
const room = (app: App, id: string, members: readonly string[], data: object = {}) =>
  app.call('POST', `/chat/channels/messaging/${id}/query`, {
    data: { created_by_id: members[0], members: members.map((user_id) => ({ user_id })), ...data },
  });
const say = (app: App, channel: string, id: string, user_id: string, more: object = {}) =>
  app.call('POST', `/chat/channels/messaging/${channel}/message`, { message: { id, text: id, user_id, ...more } });
const done = (app: App) => app.clock.pass(1000);
const older = (app: App, method: string, path: string) => app.call(method, `/../..${path}`);

describe('blocking', () => {
  const block = (app: App, body: object) => app.call('POST', '/users/block', { user_id: 'ann', ...body });
  const blocks = async (app: App) => (await app.call('GET', '/users/block?user_id=ann')).body.blocks;

  test('is kept with the user who blocks, once, until it is taken back', async () => {
    const app = await anAppWith(['ann', 'bob']);
    const reply = await block(app, { blocked_user_id: 'bob' });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ blocked_by_user_id: 'ann', blocked_user_id: 'bob' });
    expect((await block(app, { blocked_user_id: 'bob' })).body.created_at).toBe(reply.body.created_at);
    expect(await blocks(app)).toMatchObject([
      { user_id: 'ann', user: { id: 'ann' }, blocked_user_id: 'bob', blocked_user: { id: 'bob' } },
    ]);
    expect((await one(app, 'ann')).blocked_user_ids).toEqual(['bob']);
    expect((await one(app, 'bob')).blocked_user_ids).toEqual([]);
    const undo = await app.call('POST', '/users/unblock', { user_id: 'ann', blocked_user_id: 'bob' });
    expect([undo.status, Object.keys(undo.body)]).toEqual([201, ['duration']]);
    expect(await blocks(app)).toEqual([]);
  });

  const refused: readonly [name: string, body: object, status: number, text: string][] = [
    ['nobody', {}, 400, 'blocked_user_id is a required field'],
    ['oneself', { blocked_user_id: 'ann' }, 400, 'cannot block themselves'],
    ['somebody unknown', { blocked_user_id: 'ghost' }, 404, 'the user ghost does not exist'],
    ['by nobody', { blocked_user_id: 'bob', user_id: '' }, 400, 'either user or user_id must be provided'],
  ];
  test.each(refused)('%s is refused', async (_name, body, status, text) => {
    const reply = await block(await anAppWith(['ann', 'bob']), body);
    expect(reply.status).toBe(status);
    expect(reply.body.message).toContain(text);
  });

  test('clients block for themselves', async () => {
    const app = await anAppWith(['ann', 'bob']);
    await as(app, 'ann').call('POST', '/users/block', { blocked_user_id: 'bob' });
    expect((await as(app, 'ann').call('GET', '/users/block')).body.blocks).toHaveLength(1);
    expect((await as(app, 'bob').call('GET', '/users/block')).body.blocks).toEqual([]);
  });
});

describe('guests', () => {
  const create = (app: App, user: object) => app.call('POST', '/guest', { user });

  test('get an id of their own, a role and a token that works', async () => {
    const app = await anApp();
    const reply = await create(app, { id: 'joe', name: 'Joe', role: 'admin', custom: { color: 'red' } });
    expect(reply.status).toBe(201);
    const { user, access_token } = reply.body;
    expect(user.id).toMatch(/^guest-[0-9a-f-]{36}-joe$/);
    expect(user).toMatchObject({ role: 'guest', name: 'Joe', custom: { color: 'red' } });
    expect(decodeJwt(access_token)).toEqual({ user_id: user.id });
    const url = `http://emulator/api/v2/app?api_key=${app.emulator.apiKey}`;
    const headers = { authorization: access_token, 'stream-auth-type': 'jwt' };
    expect((await app.emulator.fetch(new Request(url, { headers }))).status).toBe(200);
    expect((await create(app, { id: 'joe' })).body.user.id).not.toBe(user.id);
  });

  test('can be made without a token', async () => {
    const { emulator } = await anApp();
    const url = `http://emulator/api/v2/guest?api_key=${emulator.apiKey}`;
    const request = new Request(url, {
      method: 'POST',
      headers: { 'stream-auth-type': 'anonymous', 'content-type': 'application/json' },
      body: JSON.stringify({ user: { id: 'joe' } }),
    });
    expect((await emulator.fetch(request)).status).toBe(201);
  });

  test('keep the id that a server asks for, if the API does so', async () => {
    const app = await anApp({ assume: { guest_ids: 'b' } });
    expect((await create(app, { id: 'joe' })).body.user.id).toBe('joe');
  });

  test('are refused where there must be none', async () => {
    const app = await anApp();
    expect((await create(app, { id: 'a b' })).body.code).toBe(4);
    expect((await create(app, {})).body.code).toBe(4);
    expect((await create(app, { id: 'joe', online: true })).body.code).toBe(4);
    await app.call('PATCH', '/app', { guest_user_creation_disabled: true });
    expect((await create(app, { id: 'joe' })).status).toBe(403);
    await app.call('PATCH', '/app', { guest_user_creation_disabled: false, multi_tenant_enabled: true });
    expect((await create(app, { id: 'joe' })).status).toBe(400);
    expect(await find(app)).toEqual([]);
  });
});

describe('export', () => {
  test('of one user: the user, the messages, the reactions', async () => {
    const app = await anAppWith(['ann', 'bob']);
    await room(app, 'room', ['ann', 'bob']);
    await say(app, 'room', 'm', 'ann');
    await say(app, 'room', 'n', 'bob');
    await app.call('POST', '/chat/messages/n/reaction', { reaction: { type: 'like', user_id: 'ann' } });
    const reply = await app.call('GET', '/users/ann/export');
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      user: { id: 'ann' },
      messages: [{ id: 'm' }],
      reactions: [{ type: 'like', message_id: 'n' }],
    });
    expect((await app.call('GET', '/users/ghost/export')).status).toBe(404);
    expect((await as(app, 'ann').call('GET', '/users/ann/export')).status).toBe(403);
  });

  test('of several is a task', async () => {
    const app = await anAppWith(['ann', 'bob']);
    const reply = await app.call('POST', '/export/users', { user_ids: ['ann', 'bob'] });
    expect(reply.status).toBe(201);
    done(app);
    const task = (await app.call('GET', `/tasks/${reply.body.task_id}`)).body;
    expect([task.status, task.result.url.startsWith('http://emulator/exports/users/')]).toEqual(['completed', true]);
    for (const user_ids of [[], Array(26).fill('ann')]) {
      expect((await app.call('POST', '/export/users', { user_ids })).status).toBe(400);
    }
    expect((await app.call('POST', '/export/users', { user_ids: ['ghost'] })).status).toBe(404);
  });
});

describe('deactivation and messages', () => {
  async function aTalk() {
    const app = await anAppWith(['ann', 'bob']);
    await room(app, 'room', ['bob', 'ann']);
    for (const id of ['one', 'two']) await say(app, 'room', id, 'ann');
    await app.call('DELETE', '/chat/messages/two');
    done(app);
    return app;
  }
  const typeOf = async (app: App, id: string) =>
    (await app.call('GET', `/chat/messages/${id}?show_deleted_message=true`)).body.message.type;
  const types = async (app: App) => [await typeOf(app, 'one'), await typeOf(app, 'two')];

  test('messages stay unless they are to go', async () => {
    const app = await aTalk();
    await app.call('POST', '/users/ann/deactivate', {});
    expect(await types(app)).toEqual(['regular', 'deleted']);
    expect((await say(app, 'room', 'no', 'ann')).body.message).toContain('the user ann was deactivated');
  });

  test('what went with the deactivation comes back, what was deleted before does not', async () => {
    const app = await aTalk();
    await app.call('POST', '/users/ann/deactivate', { mark_messages_deleted: true, created_by_id: 'bob' });
    expect(await types(app)).toEqual(['deleted', 'deleted']);
    await app.call('POST', '/users/ann/reactivate', { restore_messages: true });
    expect(await types(app)).toEqual(['regular', 'deleted']);
    await app.call('POST', '/users/ann/deactivate', { mark_messages_deleted: true });
    await app.call('POST', '/users/ann/reactivate', {});
    expect(await types(app)).toEqual(['deleted', 'deleted']);
  });

  test('of many: messages and channels go and come back', async () => {
    const app = await aTalk();
    await room(app, 'own', ['ann', 'bob']);
    const query = async () =>
      (await app.call('POST', '/chat/channels', { filter_conditions: {} })).body.channels.length;
    const both = { user_ids: ['ann'], mark_messages_deleted: true, mark_channels_deleted: true };
    await app.call('POST', '/users/deactivate', both);
    done(app);
    expect([await query(), await types(app)]).toEqual([1, ['deleted', 'deleted']]);
    await app.call('POST', '/users/reactivate', { user_ids: ['ann'], restore_messages: true, restore_channels: true });
    done(app);
    expect([await query(), await types(app)]).toEqual([2, ['regular', 'deleted']]);
  });

  test('a name taken meanwhile fails one user of a task', async () => {
    const app = await anApp();
    await upsert(app, { id: 'a', name: 'Ann' }, { id: 'b', name: 'Bob' });
    await app.call('POST', '/users/deactivate', { user_ids: ['a', 'b'] });
    done(app);
    await upsert(app, { id: 'c', name: 'Ann' });
    await app.call('PATCH', '/app', { enforce_unique_usernames: 'app' });
    const { task_id } = (await app.call('POST', '/users/reactivate', { user_ids: ['a', 'b'] })).body;
    done(app);
    const { result } = (await app.call('GET', `/tasks/${task_id}`)).body;
    expect(result).toEqual({
      a: { status: 'error', error: "username 'Ann' already exists" },
      b: { status: 'ok' },
    });
    expect((await find(app)).map((user: { id: string }) => user.id).toSorted()).toEqual(['b', 'c']);
  });

  test('refusals', async () => {
    const app = await aTalk();
    const code = async (path: string, body: object) => (await app.call('POST', `/users/${path}`, body)).body.code;
    expect(await code('ghost/deactivate', {})).toBe(16);
    expect(await code('ann/deactivate', { created_by_id: 'ghost' })).toBe(16);
    expect(await code('ann/deactivate', { mark_messages_deleted: 'yes' })).toBe(4);
    expect(await code('ann/reactivate', {})).toBe(4);
    expect(await code('deactivate', { user_ids: ['ann', 'ghost'] })).toBe(16);
    await code('ann/deactivate', {});
    expect(await code('ann/deactivate', {})).toBe(4);
  });
});

describe('deletion', () => {
  async function aTalk() {
    const app = await anAppWith(['ann', 'bob', 'cid']);
    await room(app, 'two', ['bob', 'ann']);
    await room(app, 'three', ['bob', 'ann', 'cid']);
    await say(app, 'three', 'm', 'ann', { custom: { secret: 1 } });
    await say(app, 'three', 'reply', 'bob', { parent_id: 'm' });
    await say(app, 'three', 'n', 'bob');
    await app.call('POST', '/chat/messages/n/reaction', { reaction: { type: 'like', user_id: 'ann' } });
    await app.call('POST', '/moderation/mute', { target_ids: ['ann'], user_id: 'bob' });
    await app.call('POST', '/devices', { id: 'd', push_provider: 'apn', user_id: 'ann' });
    return app;
  }
  const remove = async (app: App, body: object) => {
    const reply = await app.call('POST', '/users/delete', { user_ids: ['ann'], ...body });
    expect(reply.status).toBe(201);
    done(app);
  };
  const channels = async (app: App) =>
    (await app.call('POST', '/chat/channels', { filter_conditions: {}, sort: [{ field: 'cid', direction: 1 }] })).body
      .channels;
  const ids = async (app: App) => (await channels(app)).map((one: { channel: { id: string } }) => one.channel.id);
  const message = async (app: App) => app.call('GET', '/chat/messages/m?show_deleted_message=true');

  test('soft: only the user goes', async () => {
    const app = await aTalk();
    await remove(app, {});
    expect(await ids(app)).toEqual(['three', 'two']);
    expect((await message(app)).body.message).toMatchObject({ type: 'regular', user: { id: 'ann' } });
    expect((await message(app)).body.message.user.deleted_at).toBeGreaterThan(0);
  });

  test.each([
    ['soft', { text: 'm', custom: { secret: 1 } }],
    ['pruning', { text: '', custom: {} }],
  ])('with messages: %s', async (how, shown) => {
    const app = await aTalk();
    await remove(app, { messages: how });
    expect((await message(app)).body.message).toMatchObject({ type: 'deleted', ...shown });
  });

  test('with conversations: those of two', async () => {
    const app = await aTalk();
    await remove(app, { conversations: 'soft' });
    expect(await ids(app)).toEqual(['three']);
    expect((await app.call('GET', '/chat/channels/messaging/two')).status).toBe(404);
  });

  test('pruning: the user is emptied and cannot come back', async () => {
    const app = await anApp();
    await upsert(app, { id: 'ann', name: 'Ann', custom: { x: 1 } });
    await remove(app, { user: 'pruning' });
    expect(await find(app)).toEqual([]);
    expect(JSON.stringify(app.emulator.snapshot())).not.toContain('Ann');
    expect((await app.call('POST', '/users/restore', { user_ids: ['ann'] })).body.code).toBe(4);
  });

  test('hard: nothing of the user is left', async () => {
    const app = await aTalk();
    await remove(app, { user: 'hard' });
    expect((await message(app)).status).toBe(404);
    expect((await app.call('GET', '/chat/messages/reply')).status).toBe(404);
    expect((await app.call('GET', '/chat/messages/n')).body.message.latest_reactions).toEqual([]);
    expect((await one(app, 'bob')).mutes).toEqual([]);
    const [three] = await channels(app);
    expect(three.channel.member_count).toBe(2);
    await app.call('POST', '/devices', { id: 'd', push_provider: 'apn', user_id: 'bob' });
    expect((await one(app, 'bob')).devices).toHaveLength(1);
  });

  test('a new owner must exist and stay', async () => {
    const app = await aTalk();
    const code = async (new_channel_owner_id: string) =>
      (await app.call('POST', '/users/delete', { user_ids: ['ann'], user: 'hard', new_channel_owner_id })).body.code;
    expect([await code('ghost'), await code('ann')]).toEqual([16, 4]);
  });

  test('the older generation deletes one user at once', async () => {
    const app = await aTalk();
    const reply = await older(app, 'DELETE', '/users/ann?mark_messages_deleted=true');
    expect(reply.status).toBe(200);
    expect(reply.body.user.id).toBe('ann');
    expect((await message(app)).body.message.type).toBe('deleted');
    const hard = await older(app, 'DELETE', '/users/cid?hard_delete=true&delete_conversation_channels=true');
    expect(hard.status).toBe(200);
    expect((await older(app, 'DELETE', '/users/cid')).status).toBe(404);
    expect((await app.call('DELETE', '/users/bob')).body.message).toBe('Request failed with error: "Not Found"');
  });
});

describe('what is not read', () => {
  test('is counted on the user as in the counts of unread messages', async () => {
    const app = await anAppWith(['ann', 'bob']);
    for (const id of ['a', 'b', 'c']) await room(app, id, ['bob', 'ann']);
    done(app);
    await say(app, 'a', 'a1', 'bob');
    await say(app, 'a', 'a2', 'bob');
    await say(app, 'b', 'b1', 'ann');
    await say(app, 'b', 'b2', 'bob', { parent_id: 'b1' });
    const counts = (await app.call('GET', '/chat/unread?user_id=ann')).body;
    expect(await one(app, 'ann')).toMatchObject({
      total_unread_count: 2,
      unread_count: 2,
      unread_channels: 1,
      unread_threads: 1,
    });
    expect([counts.total_unread_count, counts.total_unread_threads_count]).toEqual([2, 1]);
    await app.call('POST', '/chat/channels/messaging/a/read', { user_id: 'ann' });
    expect(await one(app, 'ann')).toMatchObject({ total_unread_count: 0, unread_channels: 0, unread_threads: 1 });
  });

  test('muted channels are on the user', async () => {
    const app = await anAppWith(['ann', 'bob']);
    await room(app, 'a', ['bob', 'ann']);
    await app.call('POST', '/chat/moderation/mute/channel', { user_id: 'ann', channel_cids: ['messaging:a'] });
    expect((await one(app, 'ann')).channel_mutes).toMatchObject([{ channel: { cid: 'messaging:a' } }]);
  });
});

describe('clients', () => {
  test('write to themselves alone, and not all of it', async () => {
    const app = await anAppWith(['ann', 'bob']);
    const own = as(app, 'ann');
    const put = (user: { id: string }) => own.call('POST', '/users', { users: { [user.id]: user } });
    expect((await put({ id: 'ann', name: 'Ann' } as { id: string })).body.users.ann).toMatchObject({
      name: 'Ann',
      role: 'user',
    });
    expect((await put({ id: 'bob' })).body.code).toBe(17);
    expect((await put({ id: 'ann', role: 'admin' } as { id: string })).body.code).toBe(17);
    expect((await put({ id: 'ann', role: 'user' } as { id: string })).status).toBe(201);
    const patch = (set: object) => own.call('PATCH', '/users', { users: [{ id: 'ann', set }] });
    expect((await patch({ color: 'red' })).body.users.ann.custom).toEqual({ color: 'red' });
    expect((await patch({ role: 'admin' })).body.code).toBe(17);
    await app.call('PATCH', '/app', { grants: { user: [] } });
    expect((await patch({ color: 'blue' })).body.code).toBe(17);
  });

  test('cannot change their teams, and may repeat them', async () => {
    const app = await anApp();
    await upsert(app, { id: 'ann', teams: ['red', 'blue'] });
    const put = (teams: unknown) => as(app, 'ann').call('POST', '/users', { users: { ann: { id: 'ann', teams } } });
    const refused = await put(['green']);
    expect([refused.status, refused.body.code]).toEqual([403, 5]);
    expect(refused.body.message).toContain('user teams can only be updated server-side');
    for (const teams of [['blue', 'red'], [], null]) {
      expect((await put(teams)).body.users.ann.teams).toEqual(['red', 'blue']);
    }
    const patch = { users: [{ id: 'ann', set: { teams: [] } }] };
    expect((await as(app, 'ann').call('PATCH', '/users', patch)).body.code).toBe(5);
  });

  test('find those of their teams, unless they name teams', async () => {
    const app = await anApp();
    await app.call('PATCH', '/app', { multi_tenant_enabled: true });
    await upsert(app, { id: 'r', teams: ['red'] }, { id: 'rb', teams: ['red', 'blue'] }, { id: 'b', teams: ['blue'] });
    await upsert(app, { id: 'none' });
    const found = async (id: string, filter_conditions: object) =>
      (await as(app, id).query('/users', { filter_conditions })).body.users
        .map((user: { id: string }) => user.id)
        .toSorted();
    expect(await found('r', {})).toEqual(['r', 'rb']);
    expect(await found('rb', {})).toEqual(['b', 'r', 'rb']);
    expect(await found('none', {})).toEqual(['none']);
    expect(await found('r', { teams: { $in: ['blue'] } })).toEqual(['b', 'rb']);
    expect((await find(app)).length).toBe(4);
  });

  test('do not search when their role may not', async () => {
    const app = await anAppWith(['ann']);
    const search = () => as(app, 'ann').query('/users', { filter_conditions: {} });
    expect((await search()).status).toBe(200);
    await app.call('PATCH', '/app', { user_search_disallowed_roles: ['user'] });
    expect((await search()).body.code).toBe(17);
    expect(await find(app)).toHaveLength(1);
    await app.call('PATCH', '/app', { user_search_disallowed_roles: [], grants: { user: [] } });
    expect((await search()).body.code).toBe(17);
  });

  test('lose their tokens when these are revoked', async () => {
    const app = await anAppWith(['ann']);
    const issued = (iat: string | undefined) =>
      client(app.emulator, { user_id: 'ann', ...(iat ? { iat: Date.parse(iat) / 1000 } : {}) }).call('GET', '/app');
    const revoke = (at: string | null) =>
      app.call('PATCH', '/users', { users: [{ id: 'ann', set: { revoke_tokens_issued_before: at } }] });
    expect((await revoke('2026-09-30T00:00:00Z')).body.users.ann.revoke_tokens_issued_before).toBeGreaterThan(0);
    expect((await issued(undefined)).status).toBe(401);
    expect((await issued('2026-09-29T00:00:00Z')).status).toBe(401);
    expect((await issued('2026-10-01T00:00:00Z')).status).toBe(200);
    await revoke(null);
    expect((await issued(undefined)).status).toBe(200);
    expect(await one(app, 'ann')).not.toHaveProperty('revoke_tokens_issued_before');
  });

  test('have the roles of users, which channels do not have', async () => {
    const app = await anAppWith(['ann']);
    const reply = await upsert(app, { id: 'ann', teams_role: { red: 'channel_member' } });
    expect(reply.body.message).toContain('role "channel_member" provided but not defined');
    expect((await upsert(app, { id: 'ann', teams_role: { red: 'moderator' } })).status).toBe(201);
  });
});

describe('live locations', () => {
  const END = '2026-10-01T13:00:00Z';
  async function shared(end_at?: string) {
    const app = await anAppWith(['ann', 'bob']);
    const config_overrides = { shared_locations: true };
    await room(app, 'room', ['ann', 'bob']);
    await app.call('PATCH', '/chat/channels/messaging/room', { set: { config_overrides } });
    const place = { latitude: 38.9, longitude: -122.4, created_by_device_id: 'd', ...(end_at ? { end_at } : {}) };
    return { app, sent: await say(app, 'room', 'm', 'ann', { shared_location: place }) };
  }
  const live = async (app: App) =>
    (await app.call('GET', '/users/live_locations?user_id=ann')).body.active_live_locations;
  const move = (app: App, body: object, user = 'ann') =>
    app.call('PUT', `/users/live_locations?user_id=${user}`, { message_id: 'm', ...body });

  test('move with their message until they end', async () => {
    const { app, sent } = await shared(END);
    expect(sent.status).toBe(201);
    expect(sent.body.message.shared_location).toMatchObject({ latitude: 38.9, channel_cid: 'messaging:room' });
    const reply = await move(app, { latitude: 39, longitude: -122.5 });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ latitude: 39, longitude: -122.5, user_id: 'ann', message_id: 'm' });
    expect(await live(app)).toMatchObject([{ latitude: 39, channel: { id: 'room' }, message: { id: 'm' } }]);
    expect((await move(app, { latitude: 91 })).body.code).toBe(4);
    expect((await move(app, {}, 'bob')).body.code).toBe(17);
    expect((await move(app, { message_id: 'none' })).body.code).toBe(16);
    await move(app, { end_at: '2026-10-01T12:00:00Z' });
    expect(await live(app)).toEqual([]);
    expect((await move(app, { latitude: 1 })).body.code).toBe(4);
  });

  test('without an end stand still', async () => {
    const { app } = await shared();
    expect(await live(app)).toEqual([]);
    expect((await move(app, { latitude: 1 })).body.code).toBe(4);
  });

  test('are refused where they are switched off, in the past, or nowhere', async () => {
    const { app, sent } = await shared('2026-09-01T00:00:00Z');
    expect(sent.body.code).toBe(4);
    const send = (shared_location: object) => say(app, 'room', 'n', 'ann', { shared_location });
    expect((await send({ latitude: 100, longitude: 0 })).body.code).toBe(4);
    expect((await send({ longitude: 0 })).body.code).toBe(4);
    await room(app, 'plain', ['ann']);
    const place = { latitude: 1, longitude: 1 };
    expect((await say(app, 'plain', 'o', 'ann', { shared_location: place })).status).toBe(400);
  });
});
