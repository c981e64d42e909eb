import { expect, test } from 'vitest';
import { anAppWith, client } from './support.ts';

const ROOM = '/chat/channels/messaging/room';

async function aRoom() {
  const app = await anAppWith(['alice', 'bob']);
  const data = { created_by_id: 'alice', members: [{ user_id: 'alice' }, { user_id: 'bob' }] };
  await app.call('POST', `${ROOM}/query`, { data });
  await app.call('POST', `${ROOM}/message`, { message: { id: 'p', text: 'parent', user_id: 'alice' } });
  return { ...app, bob: client(app.emulator, { user_id: 'bob' }) };
}

test('a draft is written by its user and read until it is gone', async () => {
  const { call, bob } = await aRoom();
  const message = { text: 'Dear', custom: { a: 1 }, mentioned_users: ['alice'], quoted_message_id: 'p' };
  const made = await bob.call('POST', `${ROOM}/draft`, { message });
  expect([made.status, made.body.draft.message.text]).toEqual([201, 'Dear']);
  const read = await call('GET', `${ROOM}/draft?user_id=bob`);
  expect(read.body.draft).toMatchObject({
    channel_cid: 'messaging:room',
    message: { text: 'Dear', custom: { a: 1 }, mentioned_users: [{ id: 'alice' }] },
    quoted_message: { id: 'p' },
  });
  await bob.call('POST', `${ROOM}/draft`, { message: { text: 'Hello' } });
  expect((await bob.call('GET', `${ROOM}/draft`)).body.draft.message.text).toBe('Hello');
  expect((await call('DELETE', `${ROOM}/draft?user_id=bob`)).status).toBe(200);
  for (const method of ['GET', 'DELETE']) {
    const reply = await call(method, `${ROOM}/draft?user_id=bob`);
    expect([reply.status, reply.body.code]).toEqual([404, 16]);
  }
});

test('a thread has a draft of its own', async () => {
  const { bob, call } = await aRoom();
  await bob.call('POST', `${ROOM}/draft`, { message: { text: 'reply', parent_id: 'p' } });
  expect((await call('GET', `${ROOM}/draft?user_id=bob`)).status).toBe(404);
  const { draft } = (await call('GET', `${ROOM}/draft?user_id=bob&parent_id=p`)).body;
  expect(draft).toMatchObject({ parent_id: 'p', parent_message: { id: 'p' }, message: { parent_id: 'p' } });
});

test('the drafts of a user are queried', async () => {
  const { bob, call, clock } = await aRoom();
  await bob.call('POST', `${ROOM}/draft`, { message: { text: 'one' } });
  clock.pass(1000);
  await bob.call('POST', `${ROOM}/draft`, { message: { text: 'two', parent_id: 'p' } });
  const ask = async (body: object) => (await call('POST', '/chat/drafts/query', { user_id: 'bob', ...body })).body;
  const texts = (drafts: readonly { message: { text: string } }[]) => drafts.map((one) => one.message.text);
  expect(texts((await ask({})).drafts)).toEqual(['two', 'one']);
  expect(texts((await ask({ filter: { parent_id: { $exists: false } } })).drafts)).toEqual(['one']);
  expect((await ask({ limit: 1 })).next).toBeTypeOf('string');
  expect((await ask({ filter: { text: 'one' } })).code).toBe(4);
  expect((await call('POST', '/chat/drafts/query', {})).body.code).toBe(4);
});

test('what is refused', async () => {
  const { call, bob, emulator } = await aRoom();
  expect((await call('GET', `${ROOM}/draft`)).body.code).toBe(4);
  expect((await bob.call('POST', `${ROOM}/draft`, {})).body.code).toBe(4);
  expect((await bob.call('POST', `${ROOM}/draft`, { message: { text: 'x', parent_id: 'none' } })).body.code).toBe(4);
  expect((await bob.call('POST', `${ROOM}/draft`, { message: { text: 'x', created_at: 1 } })).body.code).toBe(4);
  expect((await bob.call('GET', '/chat/channels/messaging/none/draft')).status).toBe(404);
  const stranger = client(emulator, { user_id: 'eve' });
  await call('POST', '/users', { users: { eve: { id: 'eve' } } });
  expect((await stranger.call('POST', `${ROOM}/draft`, { message: { text: 'x' } })).body.code).toBe(17);
});
