/** Polls, drafts, reminders and threads. */
import { expect, test } from 'vitest';
import { bothClients, bothRefused, plain, same } from './support.ts';

const { newer, older } = await bothClients();
await newer.upsertUsers([{ id: 'alice' }, { id: 'bob' }]);
await older.updateAppSettings({ push_config: { version: 'v3' } });
await older.updateChannelType('messaging', { polls: true, user_message_reminders: true });
const there = newer.chat.channel('messaging', 'room');
await there.getOrCreate({ data: { created_by_id: 'alice', members: [{ user_id: 'alice' }, { user_id: 'bob' }] } });
const here = older.channel('messaging', 'room');
await here.sendMessage({ id: 'm', text: 'Hello', user_id: 'alice' });

test('polls', async () => {
  await newer.createPoll({
    id: 'p',
    name: 'Which?',
    options: [{ id: 'x', text: 'X' }],
    user_id: 'alice',
    custom: { a: 1 },
  } as never);
  await older.createPoll({ id: 'q', name: 'What?', options: [{ text: 'Y' }], tag: 'z' } as never, 'bob');
  const poll = (poll_id: string) => same(newer.getPoll({ poll_id, user_id: 'alice' }), older.getPoll(poll_id, 'alice'));
  await poll('p');
  await poll('q');
  await there.sendMessage({ message: { id: 'v', text: '', user_id: 'alice', poll_id: 'p' } });
  await newer.chat.castPollVote({ message_id: 'v', poll_id: 'p', vote: { option_id: 'x' }, user_id: 'bob' });
  const { vote } = await older.castPollVote('v', 'p', { option_id: 'x' }, 'alice');
  await poll('p');
  await same(newer.queryPollVotes({ poll_id: 'p', user_id: 'alice' }), older.queryPollVotes('p', {}, [], {}, 'alice'));
  await older.removePollVote('v', 'p', vote.id, 'alice');
  await newer.createPollOption({ poll_id: 'p', text: 'Z', user_id: 'alice' });
  await older.partialUpdatePoll('p', { set: { name: 'Which one?' } } as never, 'alice');
  const { poll_option } = await older.createPollOption('p', { text: 'W' } as never, 'alice');
  await same(
    newer.getPollOption({ poll_id: 'p', option_id: poll_option.id, user_id: 'alice' }),
    older.getPollOption('p', poll_option.id, 'alice'),
  );
  await newer.updatePollOption({ poll_id: 'p', id: poll_option.id, text: 'V', user_id: 'alice' });
  await older.updatePollOption('p', { id: poll_option.id, text: 'U' } as never, 'alice');
  await poll('p');
  await older.deletePollOption('p', poll_option.id, 'alice');
  const { vote: mine } = await newer.chat.castPollVote({
    message_id: 'v',
    poll_id: 'p',
    vote: { option_id: 'x' },
    user_id: 'alice',
  });
  await newer.chat.deletePollVote({ message_id: 'v', poll_id: 'p', vote_id: mine?.id ?? '', user_id: 'alice' });
  await older.updatePoll({ id: 'q', name: 'Why?' } as never, 'bob');
  await newer.updatePoll({ id: 'q', name: 'When?', user_id: 'bob' });
  await newer.updatePollPartial({ poll_id: 'q', set: { description: 'x' }, user_id: 'bob' });
  await poll('q');
  await older.closePoll('p', 'alice');
  await poll('p');
  await same(newer.queryPolls({ user_id: 'alice' }), older.queryPolls({}, [], {}, 'alice'));
  await older.deletePoll('q', 'bob');
  await newer.createPoll({ id: 'q2', name: 'x', user_id: 'bob' });
  await newer.deletePoll({ poll_id: 'q2', user_id: 'bob' });
  await bothRefused(newer.getPoll({ poll_id: 'q' }), older.getPoll('q'), 404, 16);
});

test('reminders', async () => {
  const remind_at = new Date('2038-01-01T00:00:00Z');
  await newer.chat.createReminder({ message_id: 'm', user_id: 'alice', remind_at });
  await older.createReminder({ messageId: 'm', user_id: 'bob', remind_at: remind_at.toISOString() } as never);
  await same(newer.chat.queryReminders({ user_id: 'bob' }), older.queryReminders({ user_id: 'bob' } as never));
  await older.updateReminder({ messageId: 'm', user_id: 'bob', remind_at: null } as never);
  await newer.chat.updateReminder({ message_id: 'm', user_id: 'alice', remind_at });
  await newer.chat.deleteReminder({ message_id: 'm', user_id: 'alice' });
  await older.deleteReminder('m', 'bob');
  expect((await newer.chat.queryReminders({ user_id: 'bob' })).reminders).toEqual([]);
});

test('drafts', async () => {
  await older.post(`${older.baseURL}/channels/messaging/room/draft`, { message: { text: 'Dear', user_id: 'bob' } });
  await same(
    newer.chat.getDraft({ type: 'messaging', id: 'room', user_id: 'bob' }),
    older.get(`${older.baseURL}/channels/messaging/room/draft`, { user_id: 'bob' }),
  );
  await same(newer.chat.queryDrafts({ user_id: 'bob' }), older.queryDrafts({ user_id: 'bob' } as never));
  await newer.chat.deleteDraft({ type: 'messaging', id: 'room', user_id: 'bob' });
});

test('threads', async () => {
  await there.sendMessage({ message: { id: 'r', text: 'Reply', user_id: 'bob', parent_id: 'm' } });
  await older.partialUpdateThread('m', { set: { color: 'red' }, user_id: 'alice' } as never);
  const one = await newer.chat.getThread({ message_id: 'm' });
  expect(one.thread.custom).toEqual({ color: 'red' });
  expect(plain(one)).toEqual(plain(await older.get(`${older.baseURL}/threads/m`)));
  await newer.chat.updateThreadPartial({ message_id: 'm', set: { title: 'Talk' }, user_id: 'alice' });
  const found = await newer.chat.queryThreads({ user_id: 'alice' });
  expect(found.threads).toMatchObject([{ title: 'Talk' }]);
  expect(plain(found)).toEqual(plain(await older.post(`${older.baseURL}/threads`, { user_id: 'alice' })));
});
