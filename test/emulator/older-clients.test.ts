/** What the vendor's clients of the older generation send, although its description has it otherwise. */
import { expect, test } from 'vitest';
import { bothGenerations } from './generations.ts';
import { client } from './support.ts';

async function aRoom() {
  const app = await bothGenerations();
  await app.call('POST', '/users', { users: { alice: { id: 'alice' }, bob: { id: 'bob' } } });
  const members = [{ user_id: 'alice' }, { user_id: 'bob' }];
  await app.call('POST', '/chat/channels/messaging/room/query', { data: { created_by_id: 'alice', members } });
  await app.call('POST', '/chat/channels/messaging/room/message', { message: { id: 'm', text: 'x', user_id: 'bob' } });
  return app;
}

test('a ban names its channel by type and id', async () => {
  const { older, query } = await aRoom();
  const ban = { target_user_id: 'bob', banned_by_id: 'alice', type: 'messaging', id: 'room' };
  const bans = async () => (await query('/chat/query_banned_users', { filter_conditions: {} })).body.bans;
  expect((await older('POST', '/moderation/ban', ban)).status).toBe(201);
  expect(await bans()).toMatchObject([{ user: { id: 'bob' }, channel: { cid: 'messaging:room' } }]);
  expect((await older('DELETE', '/moderation/ban?target_user_id=bob')).status).toBe(200);
  expect(await bans()).toHaveLength(1);
  await older('DELETE', '/moderation/ban?target_user_id=bob&type=messaging&id=room');
  expect(await bans()).toEqual([]);
  expect((await older('POST', '/moderation/ban', { ...ban, id: 'none' })).body.code).toBe(16);
});

test('in the newer generation type and id say nothing', async () => {
  const { call, query } = await aRoom();
  await call('POST', '/moderation/ban', {
    target_user_id: 'bob',
    banned_by_id: 'alice',
    type: 'messaging',
    id: 'room',
  });
  const { bans } = (await query('/chat/query_banned_users', { filter_conditions: {} })).body;
  expect(bans[0]).not.toHaveProperty('channel');
});

test('a member is named in the path', async () => {
  const { older, call } = await aRoom();
  const reply = await older('PATCH', '/channels/messaging/room/member/bob', { set: { seat: 1 } });
  expect([reply.status, reply.body.channel_member]).toMatchObject([200, { user_id: 'bob', seat: 1 }]);
  expect((await older('PATCH', '/channels/messaging/room/member/ghost', { set: { seat: 1 } })).body.code).toBe(16);
  const newer = await call('PATCH', '/chat/channels/messaging/room/member/bob', { set: { seat: 2 } });
  expect(newer.body.message).toContain('Request failed');
});

test('whoever got messages is named in the body', async () => {
  const { older, call } = await aRoom();
  const body = { latest_delivered_messages: [{ cid: 'messaging:room', id: 'm' }] };
  expect((await older('POST', '/channels/delivered', { ...body, user_id: 'alice' })).status).toBe(201);
  expect((await older('POST', '/channels/delivered', { ...body, user: { id: 'alice' } })).status).toBe(201);
  expect((await older('POST', '/channels/delivered', body)).body.code).toBe(4);
  expect((await call('POST', '/chat/channels/delivered', { ...body, user_id: 'alice' })).body.code).toBe(4);
  const { read } = (await call('POST', '/chat/channels/messaging/room/query', { state: true })).body;
  expect(read).toContainEqual(expect.objectContaining({ last_delivered_message_id: 'm' }));
});

test('a pin comes with its time, set or not', async () => {
  const { older } = await aRoom();
  const pin = (pinned_at: string | null) =>
    older('PUT', '/messages/m', { set: { pinned: true, pin_expires: null, pinned_at }, user_id: 'alice' });
  const first = await pin(null);
  expect([first.status, first.body.message]).toMatchObject([201, { pinned: true, pinned_by: { id: 'alice' } }]);
  expect(first.body.message).not.toHaveProperty('set');
  await older('PUT', '/messages/m', { set: { pinned: false }, user_id: 'alice' });
  expect((await pin('2026-01-01T00:00:00Z')).body.message.pinned_at).toBe('2026-01-01T00:00:00Z');
});

test.each(['a', 'b'] as const)(
  'a user who is described takes nothing away by a bare id, the answer being %s',
  async (answer) => {
    const app = await bothGenerations({ assume: { described_user: answer } });
    const ann = { id: 'ann', name: 'Ann', role: 'admin', teams: ['red'], color: 'red' };
    await app.older('POST', '/users', { users: { ann } });
    const find = async () => (await app.query('/users', { filter_conditions: { id: 'ann' } })).body.users[0];
    const before = await find();
    const room = '/channels/messaging/room';
    await app.older('POST', `${room}/query`, { data: { created_by: { id: 'ann' } } });
    await app.older('POST', `${room}/message`, { message: { id: 'm', text: 'Hi', user: { id: 'ann' } } });
    await app.older('POST', '/messages/m/reaction', { reaction: { type: 'like', user: { id: 'ann' } } });
    await app.older('POST', '/channels/read', { user: { id: 'ann' } });
    expect({ ...(await find()), last_active: before.last_active }).toEqual(before);
    await app.older('POST', `${room}/message`, { message: { text: 'Hi', user: { id: 'ann', name: 'Anna', size: 1 } } });
    const kept = { name: 'Anna', role: 'admin', teams: ['red'], custom: { color: 'red', size: 1 } };
    const replaced = { name: 'Anna', teams: [], custom: { size: 1 } };
    expect(await find()).toMatchObject(answer === 'a' ? kept : replaced);
  },
);

test('a client says nothing of itself by what it sends', async () => {
  const app = await aRoom();
  const own = client(app.emulator, { user_id: 'bob' });
  const message = { text: 'Hi', user: { id: 'bob', role: 'admin', name: 'Root' } };
  expect((await own.call('POST', '/chat/channels/messaging/room/message', { message })).status).toBe(201);
  const { users } = (await app.query('/users', { filter_conditions: { id: 'bob' } })).body;
  expect(users[0]).toMatchObject({ role: 'user' });
  expect(users[0]).not.toHaveProperty('name');
});

test('an app is written as it was read', async () => {
  const app = await bothGenerations();
  const read = async () => (await app.older('GET', '/app')).body.app;
  const before = await read();
  expect((await app.older('PATCH', '/app', before)).status).toBe(200);
  expect(await read()).toEqual(before);
});

test.each(['1', 't', 'True', 'TRUE', 'true'])('a switch written as %s', async (yes) => {
  const app = await aRoom();
  expect((await app.older('DELETE', `/messages/m?hard=${yes}`)).status).toBe(200);
  expect((await app.older('GET', '/messages/m?show_deleted_message=true')).body.code).toBe(16);
  expect((await app.older('GET', '/rate_limits?server_side=yes')).body.code).toBe(4);
  expect(Object.keys((await app.older('GET', '/rate_limits?server_side=1&android=0')).body)).not.toContain('android');
});
