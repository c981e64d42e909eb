import { describe, expect, test } from 'vitest';
import { type App, anAppWith, client } from './support.ts';

const USERS = ['mod', 'bad', 'ann'];

async function aRoom(options = {}) {
  const app = await anAppWith(USERS, options);
  const members = USERS.map((user_id) => ({ user_id }));
  await app.call('POST', '/chat/channels/messaging/room/query', { data: { created_by_id: 'mod', members } });
  return app;
}

const ban = (app: App, body: object) =>
  app.call('POST', '/moderation/ban', { target_user_id: 'bad', banned_by_id: 'mod', ...body });
const unban = (app: App, query = '') => app.call('POST', `/moderation/unban?target_user_id=bad${query}`, {});
const bans = async (app: App, filter_conditions: object = {}, more: object = {}) =>
  (await app.query('/chat/query_banned_users', { filter_conditions, ...more })).body.bans;
const user = async (app: App, id: string) => (await app.query('/users', { filter_conditions: { id } })).body.users[0];
const member = async (app: App, id: string) => {
  const { body } = await app.query('/chat/members', { type: 'messaging', id: 'room', filter_conditions: { id } });
  return body.members[0];
};
const say = (app: App, id: string) =>
  client(app.emulator, { user_id: id }).call('POST', '/chat/channels/messaging/room/message', {
    message: { text: 'hi' },
  });

/** The older generation, at the root. */
async function older(app: App, method: string, path: string, body?: unknown) {
  const { call } = client(app.emulator);
  return call(method, `/../..${path}`, body);
}

describe('bans', () => {
  test('in the whole app: shown on the user, who cannot write', async () => {
    const app = await aRoom();
    const reply = await ban(app, { reason: 'spam', timeout: 60 });
    expect([reply.status, Object.keys(reply.body)]).toEqual([201, ['duration']]);
    expect(await user(app, 'bad')).toMatchObject({ banned: true, shadow_banned: false });
    expect((await user(app, 'bad')).ban_expires).toBeGreaterThan(0);
    expect(await member(app, 'bad')).toMatchObject({ banned: false, user: { banned: true } });
    const refused = await say(app, 'bad');
    expect([refused.status, refused.body.code]).toEqual([403, 17]);
    expect((await say(app, 'ann')).status).toBe(201);
    app.clock.pass(59 * 60_000);
    expect((await user(app, 'bad')).banned).toBe(true);
    app.clock.pass(61_000);
    expect((await user(app, 'bad')).banned).toBe(false);
    expect((await say(app, 'bad')).status).toBe(201);
  });

  test('in one channel: shown on the member, survives leaving, and goes by its own lifting alone', async () => {
    const app = await aRoom();
    await ban(app, { channel_cid: 'messaging:room' });
    expect(await user(app, 'bad')).toMatchObject({ banned: false });
    expect(await member(app, 'bad')).toMatchObject({ banned: true, shadow_banned: false });
    await app.call('POST', '/chat/channels/messaging/room', { remove_members: ['bad'] });
    await app.call('POST', '/chat/channels/messaging/room', { add_members: [{ user_id: 'bad' }] });
    expect(await member(app, 'bad')).toMatchObject({ banned: true });
    expect((await say(app, 'bad')).status).toBe(403);
    expect((await unban(app)).status).toBe(201);
    expect((await say(app, 'bad')).status).toBe(403);
    await unban(app, '&channel_cid=messaging:room');
    expect((await say(app, 'bad')).status).toBe(201);
    expect(await bans(app)).toEqual([]);
  });

  test('shadow: the user is not told, others see it', async () => {
    const app = await aRoom();
    await ban(app, { shadow: true });
    expect(await user(app, 'bad')).toMatchObject({ banned: false, shadow_banned: true });
    const own = client(app.emulator, { user_id: 'bad' });
    const payload = { filter_conditions: { id: 'bad' } };
    expect((await own.query('/users', payload)).body.users[0].shadow_banned).toBe(false);
    const filtered = { filter_conditions: { id: 'bad', shadow_banned: true } };
    expect((await own.query('/users', filtered)).body.users).toEqual([]);
    expect((await app.query('/users', filtered)).body.users).toHaveLength(1);
    const sent = await app.call('POST', '/chat/channels/messaging/room/message', {
      message: { text: 'x', user_id: 'bad' },
    });
    // The answer does not give it away (stream-chat-php testShadowban).
    expect([sent.status, sent.body.message.shadowed]).toEqual([201, false]);
    const kept = await app.call('GET', `/chat/messages/${sent.body.message.id}`);
    expect(kept.body.message.shadowed).toBe(true);
    await unban(app);
    expect(await user(app, 'bad')).toMatchObject({ shadow_banned: false });
  });

  test('users are found by their bans', async () => {
    const app = await aRoom();
    await ban(app, {});
    const found = async (filter_conditions: object) =>
      (await app.query('/users', { filter_conditions })).body.users.map((one: { id: string }) => one.id).toSorted();
    expect(await found({ banned: true })).toEqual(['bad']);
    expect(await found({ banned: { $ne: true } })).toEqual(['ann', 'mod']);
    expect(await found({ shadow_banned: true })).toEqual([]);
  });

  test.each([
    ['soft', 'deleted', 'hello'],
    ['pruning', 'deleted', ''],
    ['hard', undefined, undefined],
  ])('with delete_messages: %s', async (delete_messages, type, words) => {
    const app = await aRoom();
    for (const id of ['bad', 'ann']) {
      await app.call('POST', '/chat/channels/messaging/room/message', {
        message: { id: `m-${id}`, text: 'hello', user_id: id },
      });
    }
    await ban(app, { delete_messages });
    const reply = await app.call('GET', '/chat/messages/m-bad?show_deleted_message=true');
    expect(reply.status).toBe(type === undefined ? 404 : 200);
    expect([reply.body.message?.type, reply.body.message?.text]).toEqual(
      type === undefined ? [reply.body.message?.type, undefined] : [type, words],
    );
    expect((await app.call('GET', '/chat/messages/m-ann')).body.message.type).toBe('regular');
  });

  const refused: readonly [name: string, body: object, status: number, text: string][] = [
    ['nobody', { target_user_id: '' }, 400, 'target_user_id is a required field'],
    ['somebody unknown', { target_user_id: 'ghost' }, 404, 'the user ghost does not exist'],
    ['by nobody', { banned_by_id: '' }, 400, 'either banned_by or banned_by_id must be provided'],
    ['by two', { banned_by: { id: 'mod' } }, 400, 'cannot set both banned_by and banned_by_id.'],
    ['by somebody unknown', { banned_by_id: 'ghost' }, 404, 'the user ghost does not exist'],
    ['in no channel', { channel_cid: 'messaging:none' }, 404, "Can't find channel with id messaging:none"],
    ['in what is no channel', { channel_cid: 'room' }, 400, 'type:id'],
    ['into the past', { timeout: -1 }, 400, 'timeout must be 0 or greater'],
    ['with an unknown deletion', { delete_messages: 'all' }, 400, 'delete_messages must be one of'],
  ];
  test.each(refused)('%s is refused', async (_name, body, status, text) => {
    const app = await aRoom();
    const before = app.emulator.snapshot();
    const reply = await ban(app, body);
    expect(reply.status).toBe(status);
    expect(reply.body.message).toContain('ban failed with error:');
    expect(reply.body.message).toContain(text);
    expect(app.emulator.snapshot()).toEqual(before);
  });

  test('lifting one that there is not is no error; of somebody unknown it is', async () => {
    const app = await aRoom();
    expect((await unban(app)).status).toBe(201);
    expect((await app.call('POST', '/moderation/unban?target_user_id=ghost', {})).body.code).toBe(16);
    expect((await app.call('POST', '/moderation/unban', {})).body.code).toBe(4);
  });

  test('clients need the permission', async () => {
    const app = await aRoom();
    const as = (id: string) => client(app.emulator, { user_id: id });
    const body = { target_user_id: 'bad', channel_cid: 'messaging:room' };
    const reply = await as('ann').call('POST', '/moderation/ban', body);
    expect([reply.status, reply.body.code]).toEqual([403, 17]);
    expect((await as('ann').call('POST', '/moderation/ban', { target_user_id: 'bad' })).status).toBe(403);
    expect((await as('ann').query('/chat/query_banned_users', { filter_conditions: {} })).status).toBe(403);
    await app.call('PATCH', '/users', { users: [{ id: 'ann', set: { role: 'admin' } }] });
    expect((await as('ann').call('POST', '/moderation/ban', { target_user_id: 'bad' })).status).toBe(201);
    expect((await as('ann').call('POST', '/moderation/ban', body)).status).toBe(201);
    expect(await bans(app, { banned_by_id: 'ann' })).toHaveLength(2);
  });
});

describe('query of bans', () => {
  async function banned() {
    const app = await aRoom();
    await ban(app, { reason: 'spam all day', timeout: 10 });
    app.clock.pass(1000);
    await ban(app, { channel_cid: 'messaging:room', shadow: true });
    app.clock.pass(1000);
    await ban(app, { target_user_id: 'ann', reason: 'rude' });
    return app;
  }
  const key = (one: { user: { id: string }; channel?: { cid: string } }) =>
    `${one.user.id}@${one.channel?.cid ?? 'app'}`;

  const cases: readonly [name: string, filter: object, found: string[]][] = [
    ['all, newest first', {}, ['ann@app', 'bad@messaging:room', 'bad@app']],
    ['of a user', { user_id: { $eq: 'bad' } }, ['bad@messaging:room', 'bad@app']],
    ['in a channel', { channel_cid: 'messaging:room' }, ['bad@messaging:room']],
    ['in channels', { channel_cid: { $in: ['messaging:room', 'messaging:none'] } }, ['bad@messaging:room']],
    ['in the app', { channel_cid: null }, ['ann@app', 'bad@app']],
    ['by a reason', { reason: { $autocomplete: 'spa' } }, ['bad@app']],
    ['by who banned', { banned_by_id: { $in: ['mod'] } }, ['ann@app', 'bad@messaging:room', 'bad@app']],
    ['by time', { created_at: { $gt: '2026-10-01T12:00:01.5Z' } }, ['ann@app']],
    ['by nobody', { banned_by_id: 'ann' }, []],
  ];
  test.each(cases)('%s', async (_name, filter, found) => {
    expect((await bans(await banned(), filter)).map(key)).toEqual(found);
  });

  test('a ban tells all about itself', async () => {
    const app = await banned();
    const [first] = await bans(app, { reason: 'rude' });
    expect(first).toMatchObject({ user: { id: 'ann' }, banned_by: { id: 'mod' }, reason: 'rude', shadow: false });
    expect(first).not.toHaveProperty('expires');
    expect(first).not.toHaveProperty('channel');
    const [second] = await bans(app, { channel_cid: 'messaging:room' });
    expect(second).toMatchObject({ channel: { cid: 'messaging:room' }, shadow: true });
    expect(second).not.toHaveProperty('reason');
  });

  test('pages, sorts, and leaves out what is over if asked to', async () => {
    const app = await banned();
    const sort = [{ field: 'created_at', direction: 1 }];
    expect((await bans(app, {}, { sort, limit: 2 })).map(key)).toEqual(['bad@app', 'bad@messaging:room']);
    expect((await bans(app, {}, { sort, limit: 2, offset: 2 })).map(key)).toEqual(['ann@app']);
    app.clock.pass(601_000);
    expect(await bans(app)).toHaveLength(3);
    expect((await bans(app, {}, { exclude_expired_bans: true })).map(key)).toEqual(['ann@app', 'bad@messaging:room']);
  });

  const refused: readonly [name: string, payload: object, text: string][] = [
    ['no filter', {}, 'filter_conditions is a required field'],
    ['an unknown field', { filter_conditions: { name: 'x' } }, 'unrecognized field "name"'],
    ['a wrong operator', { filter_conditions: { channel_cid: { $gt: 'a' } } }, 'operator "$gt" is not allowed'],
    ['a wrong type', { filter_conditions: { user_id: 7 } }, 'field `user_id` contains type number'],
    ['a page over 300', { filter_conditions: {}, limit: 301 }, 'limit must be 300 or less'],
    ['two keys to sort by', { filter_conditions: {}, sort: [{ field: 'a' }, { field: 'b' }] }, 'at maximum 1 item'],
  ];
  test.each(refused)('%s is refused', async (_name, payload, text) => {
    const reply = await (await aRoom()).query('/chat/query_banned_users', payload);
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
    expect(reply.body.message).toContain(text);
  });
});

describe('mutes', () => {
  const mute = (app: App, body: object) => app.call('POST', '/moderation/mute', { user_id: 'mod', ...body });

  test('are kept with the user who mutes, until they end', async () => {
    const app = await aRoom();
    const reply = await mute(app, { target_ids: ['bad', 'ghost'] });
    expect(reply.status).toBe(201);
    expect(reply.body.mutes).toMatchObject([{ user: { id: 'mod' }, target: { id: 'bad' } }]);
    expect(reply.body.mutes[0]).not.toHaveProperty('expires');
    expect(reply.body.non_existing_users).toEqual(['ghost']);
    expect(reply.body.own_user).toMatchObject({ id: 'mod', mutes: [{ target: { id: 'bad' } }] });
    const timed = await mute(app, { target_ids: ['ann', 'bad'], timeout: 5 });
    expect(timed.body.mutes).toHaveLength(2);
    expect(timed.body.mutes[1].created_at).toBe(reply.body.mutes[0].created_at);
    expect((await user(app, 'mod')).mutes).toHaveLength(2);
    expect((await user(app, 'bad')).mutes).toEqual([]);
    app.clock.pass(5 * 60_000 + 1000);
    expect((await user(app, 'mod')).mutes).toEqual([]);
  });

  test('can be taken back', async () => {
    const app = await aRoom();
    await mute(app, { target_ids: ['bad'] });
    const reply = await app.call('POST', '/moderation/unmute', { user_id: 'mod', target_ids: ['bad', 'ghost'] });
    expect([reply.status, reply.body.non_existing_users]).toEqual([201, ['ghost']]);
    expect((await user(app, 'mod')).mutes).toEqual([]);
  });

  const refused: readonly [name: string, body: object, status: number, text: string][] = [
    ['nobody', { target_ids: [] }, 400, 'target_ids is a required field'],
    ['by nobody', { target_ids: ['bad'], user_id: '' }, 400, 'either user or user_id must be provided'],
    ['by two', { target_ids: ['bad'], user: { id: 'mod' } }, 400, 'cannot set both user and user_id.'],
    ['by somebody unknown', { target_ids: ['bad'], user_id: 'ghost' }, 404, 'the user ghost does not exist'],
  ];
  test.each(refused)('%s is refused', async (_name, body, status, text) => {
    const reply = await mute(await aRoom(), body);
    expect(reply.status).toBe(status);
    expect(reply.body.message).toContain(text);
  });

  test('clients mute for themselves', async () => {
    const app = await aRoom();
    const own = client(app.emulator, { user_id: 'ann' });
    expect((await own.call('POST', '/moderation/mute', { target_ids: ['bad'], user_id: 'mod' })).status).toBe(201);
    expect((await user(app, 'ann')).mutes).toHaveLength(1);
    await app.call('PATCH', '/app', { grants: { user: [] } });
    expect((await own.call('POST', '/moderation/mute', { target_ids: ['bad'] })).body.code).toBe(17);
  });
});

describe('flags', () => {
  test('of the same thing are one item', async () => {
    const app = await aRoom();
    await app.call('POST', '/chat/channels/messaging/room/message', {
      message: { id: 'm', text: 'x', user_id: 'bad' },
    });
    const flag = (user_id: string, entity_type: string, entity_id: string) =>
      app.call('POST', '/moderation/flag', { user_id, entity_type, entity_id, reason: 'spam', custom: { a: 1 } });
    const first = await flag('mod', 'stream:chat:v1:message', 'm');
    expect(first.status).toBe(201);
    expect(typeof first.body.item_id).toBe('string');
    const { item_id } = first.body;
    expect((await flag('ann', 'stream:chat:v1:message', 'm')).body.item_id).toBe(item_id);
    expect((await flag('ann', 'stream:user', 'bad')).body.item_id).not.toBe(item_id);
    expect((await flag('ann', 'listing', 'anything')).status).toBe(201);
    expect((await flag('ann', 'stream:chat:v1:message', 'none')).status).toBe(404);
    expect((await flag('ann', 'stream:user', 'ghost')).status).toBe(404);
    expect((await flag('', 'stream:user', 'bad')).body.message).toContain('either user or user_id must be provided');
    expect((await app.call('POST', '/moderation/flag', { user_id: 'ann' })).body.message).toContain(
      'entity_type is a required field, entity_id is a required field',
    );
  });

  test('cannot be taken back in the newer generation', async () => {
    const app = await aRoom();
    const reply = await app.call('POST', '/moderation/unflag', { user_id: 'ann', entity_id: 'm' });
    expect([reply.status, reply.body.code]).toEqual([404, 16]);
    expect(reply.body.message).toBe('Request failed with error: "Not Found"');
  });
});

describe('the older generation', () => {
  test('bans by user_id, also into the past, and lifts bans by DELETE', async () => {
    const app = await aRoom();
    const body = { target_user_id: 'bad', user_id: 'mod' };
    expect((await older(app, 'POST', '/moderation/ban', { ...body, timeout: -10 })).status).toBe(201);
    expect((await user(app, 'bad')).banned).toBe(false);
    expect((await older(app, 'POST', '/moderation/ban', { ...body, reason: 'x' })).status).toBe(201);
    const { users } = (await app.query('/users', { filter_conditions: { banned: true } })).body;
    expect(users).toHaveLength(1);
    const none = await older(app, 'POST', '/moderation/ban', { target_user_id: 'bad' });
    expect(none.body.message).toContain('Ban failed with error:');
    const lifted = await older(app, 'DELETE', '/moderation/ban?target_user_id=bad');
    expect([lifted.status, Object.keys(lifted.body)]).toEqual([200, ['duration']]);
    expect((await user(app, 'bad')).banned).toBe(false);
    expect((await older(app, 'POST', '/moderation/unban', {})).status).toBe(404);
  });

  test('bans from all channels that the one who bans makes later', async () => {
    const app = await aRoom();
    const body = { target_user_id: 'bad', banned_by_id: 'mod', channel_cid: 'messaging:room' };
    await older(app, 'POST', '/moderation/ban', { ...body, ban_from_future_channels: true });
    for (const id of ['mod', 'ann']) {
      const members = [{ user_id: 'bad' }];
      await app.call('POST', `/chat/channels/messaging/of-${id}/query`, { data: { created_by_id: id, members } });
    }
    const isBanned = async (id: string) => {
      const payload = { type: 'messaging', id, filter_conditions: { id: 'bad' } };
      return (await app.query('/chat/members', payload)).body.members[0].banned;
    };
    expect([await isBanned('of-mod'), await isBanned('of-ann')]).toEqual([true, false]);
    await older(app, 'DELETE', '/moderation/ban?target_user_id=bad&remove_future_channels_ban=true&created_by=mod');
    expect(await isBanned('of-mod')).toBe(false);
  });

  test('answers with one mute alone, with several in a list', async () => {
    const app = await aRoom();
    const mute = (body: object) => older(app, 'POST', '/moderation/mute', { user_id: 'mod', ...body });
    expect((await mute({ target_id: 'bad' })).body.mute).toMatchObject({ target: { id: 'bad' } });
    expect((await mute({ target_ids: ['bad', 'ann'] })).body.mutes).toHaveLength(2);
    expect((await mute({ target_id: 'ghost' })).status).toBe(404);
    await older(app, 'POST', '/moderation/unmute', { user_id: 'mod', target_id: 'bad' });
    expect((await user(app, 'mod')).mutes).toHaveLength(1);
  });

  test('flags messages and users, and takes flags back', async () => {
    const app = await aRoom();
    await app.call('POST', '/chat/channels/messaging/room/message', {
      message: { id: 'm', text: 'x', user_id: 'bad' },
    });
    const flag = (verb: string, body: object) => older(app, 'POST', `/moderation/${verb}`, { user_id: 'ann', ...body });
    const reply = await flag('flag', { target_message_id: 'm', reason: 'spam', custom: { a: 1 } });
    expect(reply.status).toBe(201);
    expect(reply.body.flag).toMatchObject({
      user: { id: 'ann' },
      target_message_id: 'm',
      target_user: { id: 'bad' },
      reason: 'spam',
      custom: { a: 1 },
    });
    expect((await flag('flag', { target_user_id: 'bad' })).body.flag.target_user.id).toBe('bad');
    expect((await flag('flag', {})).body.code).toBe(4);
    expect((await flag('flag', { target_user_id: 'bad', target_message_id: 'm' })).body.code).toBe(4);
    expect((await flag('unflag', { target_message_id: 'm' })).status).toBe(201);
    expect((await flag('unflag', { target_message_id: 'm' })).status).toBe(404);
  });
});
