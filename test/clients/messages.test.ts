import { expect, test } from 'vitest';
import { bothClients, bothRefused, same } from './support.ts';

const { newer, older } = await bothClients();
await newer.upsertUsers([{ id: 'alice' }, { id: 'bob' }]);
const there = newer.chat.channel('messaging', 'room');
await there.getOrCreate({ data: { created_by_id: 'alice', members: [{ user_id: 'alice' }, { user_id: 'bob' }] } });
const here = older.channel('messaging', 'room');

const message = (id: string) => same(newer.chat.getMessage({ id }), older.getMessage(id));

test('messages are sent by both, and read alike', async () => {
  await there.sendMessage({
    message: {
      id: 'a',
      text: 'Hello',
      user_id: 'alice',
      custom: { color: 'red' },
      attachments: [{ type: 'image', image_url: 'https://images.example.com/a.png', custom: { size: 1 } }],
    },
  });
  await here.sendMessage({ id: 'b', text: 'Hi', user_id: 'bob', mood: 'good', mentioned_users: ['alice'] } as never);
  await message('a');
  await message('b');
  await same(there.getManyMessages({ ids: ['a', 'b'] }), here.getMessagesById(['a', 'b']));
  await same(there.getOrCreate({ state: true }), here.query({ state: true }));
});

test('an id can be used once', async () => {
  await bothRefused(
    there.sendMessage({ message: { id: 'a', text: 'x', user_id: 'alice' } }),
    here.sendMessage({ id: 'a', text: 'x', user_id: 'alice' }),
    400,
    4,
  );
  await bothRefused(newer.chat.getMessage({ id: 'none' }), older.getMessage('none'), 404, 16);
});

test('messages are changed', async () => {
  await newer.chat.updateMessage({ id: 'a', message: { text: 'Changed', user_id: 'alice' } });
  await message('a');
  await older.updateMessage({ id: 'b', text: 'Changed too', size: 1 } as never, 'bob');
  await message('b');
  await newer.chat.updateMessagePartial({
    id: 'b',
    set: { pinned: true, mood: 'bad' },
    unset: ['size'],
    user_id: 'bob',
  });
  await older.partialUpdateMessage('a', { set: { color: 'blue' } } as never, 'alice');
  await message('a');
  await message('b');
  await same(
    newer.chat.queryMessageHistory({ filter: { message_id: 'a' } }),
    older.queryMessageHistory({ message_id: 'a' } as never),
  );
});

test('replies', async () => {
  await there.sendMessage({ message: { id: 'r1', text: 'One', user_id: 'bob', parent_id: 'a' } });
  await here.sendMessage({ id: 'r2', text: 'Two', user_id: 'bob', parent_id: 'a', show_in_channel: true });
  await same(newer.chat.getReplies({ parent_id: 'a', limit: 10 }), here.getReplies('a', { limit: 10 }));
  await message('a');
});

test('reactions', async () => {
  await newer.chat.sendReaction({ id: 'a', reaction: { type: 'like', user_id: 'bob', custom: { why: 'fun' } } });
  await here.sendReaction('a', { type: 'love', user_id: 'alice', score: 3 });
  await message('a');
  await same(newer.chat.getReactions({ id: 'a', limit: 10 }), here.getReactions('a', { limit: 10 }));
  await same(
    newer.chat.queryReactions({ id: 'a', filter: { type: 'like' } }),
    older.queryReactions('a', { type: 'like' }),
  );
  await here.deleteReaction('a', 'love', 'alice');
  await newer.chat.deleteReaction({ id: 'a', type: 'like', user_id: 'bob' });
  await message('a');
});

test('pins', async () => {
  await older.pinMessage('a', null, 'alice');
  await message('a');
  const pinned = await here.getPinnedMessages({ limit: 10 });
  expect(pinned.messages.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  await older.unpinMessage('a', 'alice');
});

test('search', async () => {
  const filter = { type: 'messaging' };
  await same(
    newer.chat.search({ payload: { filter_conditions: filter, query: 'changed', limit: 10 } }),
    older.search(filter, 'changed', { limit: 10 }),
  );
});

test('reads and unreads', async () => {
  await newer.chat.markRead({ type: 'messaging', id: 'room', user_id: 'alice' });
  await there.sendMessage({ message: { id: 'c', text: 'New', user_id: 'bob' } });
  await same(newer.chat.unreadCounts({ user_id: 'alice' }), older.getUnreadCount('alice'));
  await older.markChannelsRead({ user_id: 'alice' });
  await newer.chat.markUnread({ type: 'messaging', id: 'room', user_id: 'alice', message_id: 'c' });
  await same(newer.chat.unreadCounts({ user_id: 'alice' }), older.getUnreadCount('alice'));
  expect((await older.getUnreadCount('alice')).total_unread_count).toBe(1);
});

test('events, files and translations', async () => {
  await same(
    there.sendEvent({ event: { type: 'typing.start', user_id: 'bob' } }).then(() => undefined),
    here.sendEvent({ type: 'typing.stop', user_id: 'bob' } as never).then(() => undefined),
  );
  const sent = await here.sendFile(Buffer.from('content'), 'a.txt', 'text/plain', { id: 'bob' } as never);
  expect(sent.file).toMatch(/a\.txt/);
  await newer.chat.deleteChannelFile({ type: 'messaging', id: 'room', url: sent.file });
  const picture = await here.sendImage(Buffer.from('content'), 'a.png', 'image/png', { id: 'bob' } as never);
  await here.deleteImage(picture.file);
  await same(
    newer.chat.translateMessage({ id: 'a', language: 'fr' }),
    older.translateMessage('a', 'fr').then((reply) => ({ ...reply })),
  );
});

test('files of no channel', async () => {
  const one = await newer.uploadFile({
    file: new File(['content'], 'a.pdf', { type: 'application/pdf' }),
    user: { id: 'bob' },
  } as never);
  const other = await older.uploadImage(Buffer.from('content') as never, 'a.png', 'image/png', { id: 'bob' } as never);
  await older.deleteFile(one.file ?? '');
  await newer.deleteImage({ url: other.file });
});

test('pending messages are committed', async () => {
  await there.sendMessage({ message: { id: 'p1', text: 'Wait', user_id: 'bob' }, pending: true });
  await here.sendMessage({ id: 'p2', text: 'Wait', user_id: 'bob' }, { pending: true } as never);
  await older.commitMessage('p1');
  await newer.chat.commitMessage({ id: 'p2' });
  await message('p1');
  await message('p2');
});

test('delivery, and events for one user', async () => {
  const latest_delivered_messages = [{ cid: 'messaging:room', id: 'a' }];
  await newer.chat.markDelivered({ user_id: 'bob', latest_delivered_messages } as never);
  await older.markChannelsDelivered({ user_id: 'bob', latest_delivered_messages } as never);
  await same(there.getOrCreate({ state: true }), here.query({ state: true }));
  await newer.chat.sendUserCustomEvent({ user_id: 'bob', event: { type: 'nudge' } });
  await older.sendUserCustomEvent('bob', { type: 'nudge' } as never);
  await same(newer.chat.unreadCountsBatch({ user_ids: ['alice', 'bob'] }), older.getUnreadCountBatch(['alice', 'bob']));
  await here.markAsReadRequest({ user_id: 'alice' } as never);
});

test('messages are deleted and come back', async () => {
  await newer.chat.deleteMessage({ id: 'c' });
  await message('c');
  await older.undeleteMessage('c', 'bob');
  await message('c');
  await older.deleteMessage('c');
  await newer.chat.undeleteMessage({ id: 'c', undeleted_by: 'bob' });
  await older.deleteMessage('c', true);
  await bothRefused(newer.chat.getMessage({ id: 'c' }), older.getMessage('c'), 404, 16);
});
