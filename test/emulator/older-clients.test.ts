/** What the vendor's clients of the older generation send, although its description has it otherwise. */
import { expect, test } from 'vitest';
import { bothGenerations } from './generations.ts';

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
