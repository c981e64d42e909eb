import { expect, test } from 'vitest';
import { bothClients, bothRefused, finished, same } from './support.ts';

const clients = await bothClients();
const { newer, older } = clients;
await newer.upsertUsers([{ id: 'alice' }, { id: 'bob' }, { id: 'carol' }]);

/** The whole state of a channel, through both. */
const state = (type: string, id: string) =>
  same(newer.chat.channel(type, id).getOrCreate({ state: true }), older.channel(type, id).query({ state: true }));

test('channels are made by both, and read alike', async () => {
  await newer.chat.channel('messaging', 'one').getOrCreate({
    data: {
      created_by_id: 'alice',
      members: [{ user_id: 'alice' }, { user_id: 'bob', channel_role: 'channel_moderator' }],
      custom: { name: 'One', color: 'red' },
    },
  });
  await older.channel('messaging', 'two', { created_by_id: 'bob', members: ['bob'], name: 'Two' }).create();
  await state('messaging', 'one');
  await state('messaging', 'two');
});

test('channels are found alike', async () => {
  for (const filter of [{ type: 'messaging' }, { members: { $in: ['alice'] } }, { color: 'red' }, { name: 'Two' }])
    await same(
      newer.chat.queryChannels({ filter_conditions: filter, sort: [{ field: 'cid', direction: 1 }], limit: 10 }),
      older
        .queryChannelsRequest(filter, [{ cid: 1 }], { limit: 10, watch: false, presence: false, state: true })
        .then((channels) => ({ channels })),
    );
});

test('an unfit channel is refused', async () => {
  await bothRefused(
    newer.chat.channel('messaging', 'x').getOrCreate(),
    older.channel('messaging', 'x').query({}),
    400,
    4,
  );
  await bothRefused(
    newer.chat.channel('none', 'x').getOrCreate({ data: { created_by_id: 'alice' } }),
    older.channel('none', 'x', { created_by_id: 'alice' }).create(),
    404,
    16,
  );
});

test('an update overwrites, a partial one does not', async () => {
  const one = older.channel('messaging', 'one');
  await one.update({ color: 'blue' } as never);
  await state('messaging', 'one');
  await newer.chat.channel('messaging', 'one').updateChannelPartial({ set: { topic: 'News', frozen: true } });
  await state('messaging', 'one');
  await one.updatePartial({ unset: ['topic'], set: { frozen: false } } as never);
  const { channel } = await newer.chat.getChannel({ type: 'messaging', id: 'one' });
  expect(channel?.custom).toEqual({ color: 'blue' });
  expect(channel?.frozen).toBe(false);
});

test('members come, change and go', async () => {
  const one = older.channel('messaging', 'one');
  await one.addMembers(['carol']);
  await newer.chat.updateChannel({
    type: 'messaging',
    id: 'one',
    assign_roles: [{ user_id: 'carol', channel_role: 'channel_moderator' }],
  });
  await one.partialUpdateMember('carol', { set: { seat: 1 } } as never);
  const members = (filter: Record<string, unknown>) =>
    same(
      newer.chat.queryMembers({ payload: { type: 'messaging', id: 'one', filter_conditions: filter } }),
      one.queryMembers(filter),
    );
  await members({});
  await members({ user_id: 'carol' });
  await members({ channel_role: 'channel_moderator' });
  await newer.chat.updateMemberPartial({ type: 'messaging', id: 'one', user_id: 'carol', set: { seat: 2 } });
  await members({ user_id: 'carol' });
  await one.removeMembers(['carol']);
  await bothRefused(
    newer.chat.updateMemberPartial({ type: 'messaging', id: 'one', user_id: 'carol', set: { seat: 2 } }),
    one.partialUpdateMember('carol', { set: { seat: 2 } } as never),
    404,
    16,
  );
  await state('messaging', 'one');
});

test('people who belong to a distinct channel find the same one', async () => {
  const members = [{ user_id: 'alice' }, { user_id: 'bob' }];
  const made = await newer.chat.getOrCreateDistinctChannel({
    type: 'messaging',
    data: { created_by_id: 'alice', members },
  });
  const found = await older.channel('messaging', { members: ['bob', 'alice'], created_by_id: 'bob' }).create();
  expect(found.channel.cid).toBe(made.channel?.cid);
});

test('channels are hidden from one user', async () => {
  await older.channel('messaging', 'two').hide('bob');
  const hidden = { hidden: true };
  const found = await newer.chat.queryChannels({ filter_conditions: hidden, user_id: 'bob' });
  expect(found.channels).toHaveLength(1);
  await newer.chat.showChannel({ type: 'messaging', id: 'two', user_id: 'bob' });
  expect((await newer.chat.queryChannels({ filter_conditions: hidden, user_id: 'bob' })).channels).toHaveLength(0);
});

test('channels are read without being made', async () => {
  await same(
    newer.chat.getChannel({ type: 'messaging', id: 'two', state: true }),
    older.get(`${older.baseURL}/channels/messaging/two`, { payload: JSON.stringify({ state: true }) }),
  );
  await newer.chat.hideChannel({ type: 'messaging', id: 'two', user_id: 'bob' });
  await older.channel('messaging', 'two').show('bob');
  await newer.chat.markChannelsRead({ user_id: 'bob' });
});

test('channels are truncated', async () => {
  const two = older.channel('messaging', 'two');
  await two.sendMessage({ text: 'Gone', user_id: 'bob' });
  await newer.chat.truncateChannel({ type: 'messaging', id: 'two', user_id: 'bob' });
  await two.truncate({ hard_delete: true, user_id: 'bob' });
  await state('messaging', 'two');
});

test('many channels are changed at once', async () => {
  const filter = { cids: { $in: ['messaging:one', 'messaging:two'] } };
  const one = await newer.chat.channelBatchUpdate({ operation: 'addMembers', filter, members: [{ user_id: 'carol' }] });
  expect(await finished(clients, one.task_id ?? '')).toMatchObject({ success_channels_count: 2 });
  const other = await older.channelBatchUpdater().removeMembers(filter, [{ user_id: 'carol' }]);
  expect(await finished(clients, other.task_id ?? '')).toMatchObject({ success_channels_count: 2 });
});

test('channels are exported', async () => {
  const one = await newer.chat.exportChannels({ channels: [{ type: 'messaging', id: 'one' }] });
  const other = await older.exportChannels([{ type: 'messaging', id: 'one' }]);
  expect(await finished(clients, one.task_id)).toHaveProperty('url');
  expect(await finished(clients, other.task_id)).toHaveProperty('url');
});

test('channels are deleted', async () => {
  await older.channel('messaging', 'two').delete();
  await bothRefused(
    newer.chat.getChannel({ type: 'messaging', id: 'two' }),
    older.get(`${older.baseURL}/channels/messaging/two`),
    404,
    16,
  );
  const { task_id } = await newer.chat.deleteChannels({ cids: ['messaging:one'], hard_delete: true });
  expect(await finished(clients, task_id ?? '')).toEqual({ 'messaging:one': { status: 'ok' } });
  await newer.chat.channel('messaging', 'three').getOrCreate({ data: { created_by_id: 'alice' } });
  const again = await older.deleteChannels(['messaging:three']);
  await finished(clients, again.task_id ?? '');
});
