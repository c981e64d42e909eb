import { describe, expect, test } from 'vitest';
import { anAppWith, client } from './support.ts';

const ROOM = '/chat/channels/messaging/room';
const CID = 'messaging:room';

async function aRoom() {
  const app = await anAppWith(['alice', 'bob', 'eve']);
  const data = { created_by_id: 'alice', members: [{ user_id: 'alice' }, { user_id: 'bob' }] };
  await app.call('POST', `${ROOM}/query`, { data });
  const at: Record<string, number> = {};
  const say = async (id: string, more: object = {}) => {
    app.clock.pass(1000);
    const sent = await app.call('POST', `${ROOM}/message`, { message: { id, text: id, user_id: 'alice', ...more } });
    at[id] = sent.body.message.created_at;
  };
  for (const id of ['one', 'two', 'three']) await say(id);
  app.clock.pass(1000);
  const stateOf = async (id: string) =>
    (await app.call('POST', `${ROOM}/query`, { state: true })).body.read.find(
      (one: { user: { id: string } }) => one.user.id === id,
    );
  return { ...app, at, say, stateOf };
}

describe('reading', () => {
  test('counts what others wrote since', async () => {
    const { call, stateOf, say } = await aRoom();
    expect((await stateOf('bob')).unread_messages).toBe(3);
    expect(await stateOf('alice')).toMatchObject({ unread_messages: 0, last_read_message_id: 'three' });
    const read = await call('POST', `${ROOM}/read`, { user_id: 'bob' });
    expect(read.status).toBe(201);
    expect(read.body.event).toMatchObject({
      type: 'message.read',
      cid: CID,
      channel_id: 'room',
      channel_type: 'messaging',
      user: { id: 'bob' },
      last_read_message_id: 'three',
    });
    expect(await stateOf('bob')).toMatchObject({ unread_messages: 0, last_read_message_id: 'three' });
    await say('silent', { silent: true });
    expect((await stateOf('bob')).unread_messages).toBe(0);
    await say('four');
    expect((await stateOf('bob')).unread_messages).toBe(1);
  });

  test('up to a message', async () => {
    const { call, stateOf } = await aRoom();
    await call('POST', `${ROOM}/read`, { user_id: 'bob', message_id: 'two' });
    expect(await stateOf('bob')).toMatchObject({ unread_messages: 1, last_read_message_id: 'two' });
    expect((await call('POST', `${ROOM}/read`, { user_id: 'bob', message_id: 'none' })).status).toBe(404);
  });

  test('of whoever is no member says nothing', async () => {
    const { call } = await aRoom();
    const reply = await call('POST', `${ROOM}/read`, { user_id: 'eve' });
    expect([reply.status, reply.body.event]).toEqual([201, undefined]);
    const ghost = await call('POST', `${ROOM}/read`, { user: { id: 'ghost' } });
    expect(ghost.body.message).toContain('the user ghost does not exist');
  });

  test('can be taken back, from a message, from an instant', async () => {
    const { call, stateOf, at } = await aRoom();
    const unread = (body: object) => call('POST', `${ROOM}/unread`, { user_id: 'bob', ...body });
    await call('POST', `${ROOM}/read`, { user_id: 'bob' });
    expect((await unread({ message_id: 'two' })).status).toBe(201);
    expect(await stateOf('bob')).toMatchObject({ unread_messages: 2, last_read_message_id: 'one' });
    await unread({ message_timestamp: at['three'] });
    expect((await stateOf('bob')).unread_messages).toBe(1);
    expect((await unread({})).body.code).toBe(4);
    expect((await unread({ message_id: 'two', message_timestamp: at['two'] })).body.code).toBe(4);
    expect((await unread({ message_id: 'none' })).status).toBe(404);
    expect((await unread({ thread_id: 'none' })).status).toBe(404);
    expect((await unread({ user_id: 'eve', message_id: 'two' })).status).toBe(201);
  });

  test('goes with the membership', async () => {
    const { call, stateOf, clock } = await aRoom();
    await call('POST', `${ROOM}/unread`, { user_id: 'bob', message_id: 'one' });
    await call('POST', ROOM, { remove_members: ['bob'] });
    clock.pass(1000);
    await call('POST', ROOM, { add_members: [{ user_id: 'bob' }] });
    expect((await stateOf('bob')).unread_messages).toBe(0);
  });

  test('is not kept where it is switched off', async () => {
    const { call, emulator } = await aRoom();
    await call('PUT', '/chat/channeltypes/messaging', { read_events: false });
    const reply = await call('POST', `${ROOM}/read`, { user_id: 'bob' });
    expect([reply.status, reply.body.code]).toEqual([400, 19]);
    expect((await call('POST', `${ROOM}/query`, { state: true })).body.read).toEqual([]);
    expect((await client(emulator, { user_id: 'eve' }).call('POST', `${ROOM}/read`, {})).status).toBe(403);
  });

  test('of several channels, or of all', async () => {
    const { call, stateOf } = await aRoom();
    const read = (body: object) => call('POST', '/chat/channels/read', { user_id: 'bob', ...body });
    await read({ read_by_channel: { [CID]: 'one' } });
    expect((await stateOf('bob')).unread_messages).toBe(2);
    expect((await read({ read_by_channel: { 'messaging:none': '' } })).status).toBe(404);
    expect((await read({})).status).toBe(201);
    expect((await stateOf('bob')).unread_messages).toBe(0);
    expect((await call('POST', '/chat/channels/read', {})).status).toBe(400);
  });

  test('delivery is told too', async () => {
    const { call, stateOf } = await aRoom();
    const body = { latest_delivered_messages: [{ cid: CID, id: 'two' }] };
    expect((await call('POST', '/chat/channels/delivered?user_id=bob', body)).status).toBe(201);
    expect(await stateOf('bob')).toMatchObject({ last_delivered_message_id: 'two', unread_messages: 3 });
    expect((await call('POST', '/chat/channels/delivered', body)).body.code).toBe(4);
    expect((await call('POST', '/chat/channels/delivered?user_id=ghost', body)).status).toBe(404);
    const bad = { latest_delivered_messages: [{ cid: CID }] };
    expect((await call('POST', '/chat/channels/delivered?user_id=bob', bad)).body.code).toBe(4);
  });
});

describe('unread counts', () => {
  test('are by channel, type and thread', async () => {
    const { call, say, clock } = await aRoom();
    await say('mine', { user_id: 'bob' });
    await say('reply', { parent_id: 'mine' });
    clock.pass(1000);
    await say('last');
    const counts = (await call('GET', '/chat/unread?user_id=bob')).body;
    expect(counts).toMatchObject({
      total_unread_count: 1,
      total_unread_threads_count: 1,
      channels: [{ channel_id: CID, unread_count: 1 }],
      channel_type: [{ channel_type: 'messaging', channel_count: 1, unread_count: 1 }],
      threads: [{ parent_message_id: 'mine', unread_count: 1 }],
    });
    await call('POST', `${ROOM}/read`, { user_id: 'bob', thread_id: 'mine' });
    expect((await call('GET', '/chat/unread?user_id=bob')).body.threads).toEqual([]);
    await call('POST', `${ROOM}/unread`, { user_id: 'bob', thread_id: 'mine' });
    const batch = await call('POST', '/chat/unread_batch', { user_ids: ['bob', 'alice', 'ghost'] });
    expect([batch.status, Object.keys(batch.body.counts_by_user)]).toEqual([201, ['bob', 'alice']]);
    expect(batch.body.counts_by_user.bob.total_unread_threads_count).toBe(1);
    expect((await call('GET', '/chat/unread')).body.code).toBe(4);
    expect((await call('POST', '/chat/unread_batch', { user_ids: [] })).body.code).toBe(4);
  });
});
