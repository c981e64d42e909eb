import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/index.ts';
import { anAppWith, client } from './support.ts';

async function messages(options: EmulatorOptions = {}) {
  const app = await anAppWith(['alice', 'bob'], options);
  for (const [id, members] of [
    ['room', ['alice', 'bob']],
    ['den', ['alice']],
  ] as const)
    await app.call('POST', `/chat/channels/messaging/${id}/query`, {
      data: { created_by_id: 'alice', members: members.map((user_id) => ({ user_id })) },
    });
  const say = async (room: string, message: object) => {
    app.clock.pass(1000);
    return app.call('POST', `/chat/channels/messaging/${room}/message`, { message: { user_id: 'alice', ...message } });
  };
  await say('room', { id: 'a', text: 'A brown fox', custom: { mood: 'calm' } });
  await say('room', { id: 'b', text: 'Two foxes', mentioned_users: ['bob'], attachments: [{ type: 'image' }] });
  await say('room', { id: 'c', text: 'A fox again', parent_id: 'a', user_id: 'bob' });
  await say('den', { id: 'd', text: 'The fox den' });
  const find = async (payload: object) => (await app.query('/chat/search', payload)).body;
  const ids = async (payload: object) =>
    (await find(payload)).results.map((one: { message: { id: string } }) => one.message.id);
  return { ...app, say, find, ids };
}

const IN_ROOM = { cid: 'messaging:room' };
const ALICES = { members: { $in: ['alice'] } };

describe('search', () => {
  test('finds words in the channels of the filter, newest first, with their channel', async () => {
    const { ids, find } = await messages();
    expect(await ids({ filter_conditions: IN_ROOM, query: 'fox' })).toEqual(['c', 'b', 'a']);
    expect(await ids({ filter_conditions: ALICES, query: 'fox' })).toEqual(['d', 'c', 'b', 'a']);
    expect(await ids({ filter_conditions: IN_ROOM, query: 'brown fox' })).toEqual(['a']);
    expect(await ids({ filter_conditions: IN_ROOM, query: 'wolf' })).toEqual([]);
    const [first] = (await find({ filter_conditions: IN_ROOM, query: 'brown' })).results;
    expect(first.message.channel.cid).toBe('messaging:room');
  });

  const filters: readonly [name: string, filter: object, found: string[]][] = [
    ['text', { text: { $autocomplete: 'bro' } }, ['a']],
    ['author', { user_id: 'bob' }, ['c']],
    ['author in short', { 'user.id': { $in: ['bob'] } }, ['c']],
    ['attachments', { attachments: { $exists: true } }, ['b']],
    ['types of attachments', { 'attachments.type': { $in: ['image', 'video'] } }, ['b']],
    ['mentions', { 'mentioned_users.id': { $contains: 'bob' } }, ['b']],
    ['replies', { parent_id: { $exists: true } }, ['c']],
    ['replied to', { reply_count: { $gt: 0 } }, ['a']],
    ['kind', { type: 'reply' }, ['c']],
    ['data', { mood: 'calm' }, ['a']],
    ['several', { $or: [{ id: 'a' }, { id: 'b' }] }, ['b', 'a']],
  ];
  test.each(filters)('by %s', async (_name, message_filter_conditions, found) => {
    const { ids } = await messages();
    expect(await ids({ filter_conditions: IN_ROOM, message_filter_conditions })).toEqual(found);
  });

  test('in pages, by cursor or by offset, in another order', async () => {
    const { find, ids } = await messages();
    const base = { filter_conditions: IN_ROOM, query: 'fox', limit: 2 };
    const first = await find(base);
    expect(first.next).toBeTypeOf('string');
    const second = await find({ ...base, next: first.next });
    expect([second.results.length, second.next, typeof second.previous]).toEqual([1, undefined, 'string']);
    expect(await ids({ ...base, offset: 1 })).toEqual(['b', 'a']);
    expect(await ids({ ...base, offset: 0, sort: [{ field: 'created_at', direction: 1 }] })).toEqual(['a', 'b']);
    expect(await ids({ ...base, sort: [{ field: 'relevance', direction: -1 }] })).toHaveLength(2);
  });

  const refused: readonly [name: string, payload: object, text: string][] = [
    ['offset with next', { offset: 1, next: 'x', query: 'fox' }, 'cannot use offset with next or sort parameters'],
    ['offset with sort', { offset: 1, sort: [{ field: 'id' }], query: 'fox' }, 'cannot use offset with next or sort'],
    ['both queries', { query: 'fox', message_filter_conditions: { id: 'a' } }, 'cannot use both'],
    ['no query', {}, 'either query or message_filter_conditions'],
    [
      'an operator that is not there',
      { message_filter_conditions: { pinned: { $gt: 1 } } },
      'operator "$gt" is not allowed',
    ],
    ['signs alone', { query: '!?' }, '$q field is empty or contains invalid characters'],
    ['an offset over the limit', { query: 'fox', offset: 1001 }, '1000 or less'],
  ];
  test.each(refused)('%s is refused', async (_name, payload, text) => {
    const { find } = await messages();
    const reply = await find({ filter_conditions: IN_ROOM, ...payload });
    expect([reply.StatusCode, reply.code]).toEqual([400, 4]);
    expect(reply.message).toContain(text);
  });

  test('needs a filter of channels', async () => {
    const { find } = await messages();
    expect((await find({ query: 'fox' })).code).toBe(4);
    expect((await find({ filter_conditions: {}, query: 'fox' })).code).toBe(4);
  });

  test('is not for types that cannot be searched', async () => {
    const { find, call } = await messages();
    await call('POST', '/chat/channels/gaming/g/query', { data: { created_by_id: 'alice' } });
    const reply = await find({ filter_conditions: { type: 'gaming' }, query: 'fox' });
    expect([reply.StatusCode, reply.code]).toEqual([400, 19]);
  });

  test('leaves out what is gone', async () => {
    const { ids, call } = await messages();
    await call('DELETE', '/chat/messages/b');
    expect(await ids({ filter_conditions: IN_ROOM, query: 'fox' })).toEqual(['c', 'a']);
    await call('DELETE', '/chat/channels/messaging/room');
    expect(await ids({ filter_conditions: ALICES, query: 'fox' })).toEqual(['d']);
  });

  test('of a client stays within what it may read', async () => {
    const { emulator } = await messages();
    const bob = client(emulator, { user_id: 'bob' });
    const ask = (filter_conditions: object) => bob.query('/chat/search', { filter_conditions, query: 'fox' });
    expect((await ask({ members: { $in: ['bob'] } })).body.results).toHaveLength(3);
    const refused = await ask({ type: 'messaging' });
    expect([refused.status, refused.body.code]).toEqual([403, 70]);
    const other = await messages({ assume: { client_query_unreadable: 'b' } });
    const found = await client(other.emulator, { user_id: 'bob' }).query('/chat/search', {
      filter_conditions: { type: 'messaging' },
      query: 'fox',
    });
    expect(found.body.results).toHaveLength(3);
  });
});
