import { describe, expect, test } from 'vitest';
import { anAppWith, client } from './support.ts';

const ROOM = '/chat/channels/messaging/room';

async function threads() {
  const app = await anAppWith(['alice', 'bob', 'carol', 'eve']);
  const members = ['alice', 'bob', 'carol'].map((user_id) => ({ user_id }));
  await app.call('POST', `${ROOM}/query`, { data: { created_by_id: 'alice', members } });
  const say = async (id: string, user_id: string, parent_id?: string) => {
    app.clock.pass(1000);
    await app.call('POST', `${ROOM}/message`, {
      message: { id, text: id, user_id, ...(parent_id ? { parent_id } : {}) },
    });
  };
  await say('one', 'alice');
  await say('two', 'bob');
  await say('alone', 'alice');
  await say('one-1', 'bob', 'one');
  await say('one-2', 'bob', 'one');
  await say('two-1', 'carol', 'two');
  const list = async (user_id: string, more: object = {}) =>
    (await app.call('POST', '/chat/threads', { user_id, ...more })).body;
  return { ...app, say, list, as: (id: string) => client(app.emulator, { user_id: id }) };
}
const ids = (rows: readonly { parent_message_id: string }[]) => rows.map((one) => one.parent_message_id);

describe('threads', () => {
  test('are those in which the user takes part, unread ones first', async () => {
    const { list, call } = await threads();
    expect(ids((await list('bob')).threads)).toEqual(['two', 'one']);
    expect(ids((await list('alice')).threads)).toEqual(['one']);
    expect(ids((await list('eve')).threads)).toEqual([]);
    await call('POST', `${ROOM}/read`, { user_id: 'bob', thread_id: 'two' });
    const [first] = (await list('bob', { reply_limit: 1 })).threads;
    expect(first).toMatchObject({
      parent_message_id: 'two',
      parent_message: { id: 'two' },
      channel_cid: 'messaging:room',
      created_by_user_id: 'bob',
      reply_count: 1,
      participant_count: 2,
      title: '',
    });
    expect(first.thread_participants.map((one: { user_id: string }) => one.user_id)).toEqual(['bob', 'carol']);
    expect(first.latest_replies.map((one: { id: string }) => one.id)).toEqual(['two-1']);
    expect(first.read.find((one: { user: { id: string } }) => one.user.id === 'bob').unread_messages).toBe(0);
  });

  test('by filter, by sort, in pages', async () => {
    const { list } = await threads();
    expect(ids((await list('bob', { filter: { created_by_user_id: 'alice' } })).threads)).toEqual(['one']);
    expect(ids((await list('bob', { sort: [{ field: 'reply_count', direction: -1 }] })).threads)).toEqual([
      'one',
      'two',
    ]);
    const page = await list('bob', { limit: 1 });
    expect(ids((await list('bob', { limit: 1, next: page.next })).threads)).toEqual(['one']);
    for (const body of [{ filter: { text: 'x' } }, { limit: 26 }, { sort: [{ field: 'text' }] }])
      expect((await list('bob', body)).code).toBe(4);
    expect((await list('ghost')).code).toBe(16);
  });

  test('one is read with its latest replies', async () => {
    const { call, as } = await threads();
    const { thread } = (await call('GET', '/chat/threads/one?reply_limit=1&participant_limit=1')).body;
    expect(thread.latest_replies.map((one: { id: string }) => one.id)).toEqual(['one-2']);
    expect(thread.thread_participants).toHaveLength(1);
    expect((await call('GET', '/chat/threads/alone')).status).toBe(404);
    expect((await call('GET', '/chat/threads/none')).status).toBe(404);
    expect((await as('eve').call('GET', '/chat/threads/one')).status).toBe(403);
  });

  test('have a title and data of their own', async () => {
    const { call, as } = await threads();
    const patch = (body: object) => call('PATCH', '/chat/threads/one', { user_id: 'alice', ...body });
    const reply = await patch({ set: { title: 'Plans', color: 'red' } });
    expect([reply.status, reply.body.thread.title, reply.body.thread.custom]).toEqual([200, 'Plans', { color: 'red' }]);
    expect((await patch({ unset: ['title', 'color'] })).body.thread).toMatchObject({ title: '', custom: {} });
    for (const body of [{}, { set: { reply_count: 1 } }, { set: { title: 1 } }, { set: { 'a..b': 1 } }])
      expect((await patch(body)).body.code).toBe(4);
    expect((await as('carol').call('PATCH', '/chat/threads/one', { set: { title: 'x' } })).body.code).toBe(17);
    expect((await as('alice').call('PATCH', '/chat/threads/one', { set: { title: 'x' } })).status).toBe(200);
  });
});
