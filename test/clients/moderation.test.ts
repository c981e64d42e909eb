import { expect, test } from 'vitest';
import { bothClients, bothRefused, same } from './support.ts';

const { newer, older } = await bothClients();
await newer.upsertUsers([{ id: 'alice' }, { id: 'bob' }, { id: 'carol' }]);
const room = older.channel('messaging', 'room', { created_by_id: 'alice', members: ['alice', 'bob', 'carol'] });
await room.create();
await room.sendMessage({ id: 'm', text: 'Rude', user_id: 'bob' });

test('bans from the app and from a channel', async () => {
  await newer.moderation.ban({ target_user_id: 'bob', banned_by_id: 'alice', reason: 'spam', timeout: 60 });
  await room.banUser('carol', { banned_by_id: 'alice', reason: 'noise' });
  const banned = (filter: Record<string, unknown>) =>
    same(newer.queryBannedUsers({ payload: { filter_conditions: filter } }), older.queryBannedUsers(filter as never));
  await banned({ user_id: 'bob' });
  await banned({ channel_cid: 'messaging:room' });
  const { bans } = await newer.queryBannedUsers({ payload: { filter_conditions: { channel_cid: 'messaging:room' } } });
  expect(bans).toMatchObject([{ user: { id: 'carol' }, channel: { cid: 'messaging:room' }, reason: 'noise' }]);
  await room.unbanUser('carol');
  await room.banUser('carol', { banned_by_id: 'alice' });
  await older.unbanUser('bob', { removed_by_id: 'alice' } as never);
  await newer.moderation.unban({ target_user_id: 'carol', channel_cid: 'messaging:room' });
  expect((await newer.queryBannedUsers({ payload: { filter_conditions: {} } })).bans).toEqual([]);
});

test('shadow bans', async () => {
  await older.shadowBan('bob', { banned_by_id: 'alice' });
  const { users } = await newer.queryUsers({ payload: { filter_conditions: { id: 'bob' } } });
  expect(users[0]?.shadow_banned).toBe(true);
  await older.removeShadowBan('bob', { banned_by_id: 'alice' } as never);
});

test('bans from channels to come', async () => {
  await older.banUser('bob', { banned_by_id: 'alice', ban_from_future_channels: true, reason: 'spam' } as never);
  await same(
    newer.chat.queryFutureChannelBans({ payload: { user_id: 'alice' } }),
    older.queryFutureChannelBans({ user_id: 'alice' } as never),
  );
  const { bans } = await older.queryFutureChannelBans({ user_id: 'alice' } as never);
  expect(bans).toMatchObject([{ user: { id: 'bob' }, reason: 'spam' }]);
  await older.unbanUser('bob', { remove_future_channels_ban: true, created_by: 'alice' } as never);
  expect((await newer.chat.queryFutureChannelBans({ payload: {} })).bans).toEqual([]);
});

test('mutes', async () => {
  await newer.moderation.mute({ target_ids: ['bob'], user_id: 'alice', timeout: 60 });
  await older.muteUser('carol', 'alice');
  const { users } = await newer.queryUsers({ payload: { filter_conditions: { id: 'alice' } } });
  expect(users[0]?.mutes?.map((mute) => mute.target?.id)).toEqual(['bob', 'carol']);
  await same(newer.queryUsers({ payload: { filter_conditions: { id: 'alice' } } }), older.queryUsers({ id: 'alice' }));
  await older.unmuteUser('bob', 'alice');
  await newer.moderation.unmute({ target_ids: ['carol'], user_id: 'alice' });
});

test('flags', async () => {
  await newer.moderation.flag({ entity_type: 'stream:user', entity_id: 'bob', user_id: 'alice', reason: 'rude' });
  await older.flagMessage('m', { user_id: 'carol' });
  await older.unflagMessage('m', { user_id: 'carol' });
  await bothRefused(
    newer.moderation.ban({ target_user_id: 'ghost', banned_by_id: 'alice' }),
    older.banUser('ghost', { banned_by_id: 'alice' }),
    404,
    16,
  );
});

test('configurations', async () => {
  const { config } = await newer.moderation.upsertConfig({
    key: 'chat:messaging',
    block_list_config: { enabled: true, rules: [{ name: 'rules', action: 'remove' }] },
  } as never);
  expect(config).toMatchObject({ key: 'chat:messaging', team: '', async: false });
  await older.moderation.upsertConfig({ key: 'chat', team: 'red' } as never);
  const get = (key: string, team?: string) =>
    same(
      newer.moderation.getConfig({ key, ...(team === undefined ? {} : { team }) }),
      older.moderation.getConfig(key, team === undefined ? undefined : ({ team } as never)),
    );
  await get('chat:messaging');
  await get('chat', 'red');
  await same(
    newer.moderation.queryModerationConfigs({ filter: { key: 'chat' } }),
    older.moderation.queryConfigs({ key: 'chat' } as never, []),
  );
  await newer.moderation.deleteConfig({ key: 'chat', team: 'red' });
  await older.moderation.deleteConfig('chat:messaging');
  await bothRefused(
    newer.moderation.getConfig({ key: 'chat:messaging' }),
    older.moderation.getConfig('chat:messaging'),
    404,
    16,
  );
});

test('the older client mutes and flags through the newer paths too', async () => {
  await older.moderation.muteUser('bob', { user_id: 'alice', timeout: 60 });
  await same(newer.queryUsers({ payload: { filter_conditions: { id: 'alice' } } }), older.queryUsers({ id: 'alice' }));
  await older.moderation.unmuteUser('bob', { user_id: 'alice' } as never);
  const { item_id } = await older.moderation.flagUser('bob', 'rude', { user_id: 'alice' });
  expect(item_id).not.toBe('');
  await older.moderation.flagMessage('m', 'rude', { user_id: 'alice' });
});

test('channels are muted', async () => {
  await room.mute({ user_id: 'alice' });
  await same(newer.queryUsers({ payload: { filter_conditions: { id: 'alice' } } }), older.queryUsers({ id: 'alice' }));
  await room.unmute({ user_id: 'alice' });
  await newer.chat.muteChannel({ channel_cids: ['messaging:room'], user_id: 'alice', expiration: 60_000 });
  await newer.chat.unmuteChannel({ channel_cids: ['messaging:room'], user_id: 'alice' });
});

test('flagged messages are found by both', async () => {
  await older.flagMessage('m', { user_id: 'carol', reason: 'rude' } as never);
  const filter_conditions = { channel_cid: 'messaging:room' };
  await same(
    newer.chat.queryMessageFlags({ payload: { filter_conditions } }),
    older.queryMessageFlags(filter_conditions),
  );
  const { flags } = await newer.chat.queryMessageFlags({ payload: { filter_conditions } });
  expect(flags).toMatchObject([{ message: { id: 'm' }, user: { id: 'carol' } }]);
  const { flag_reports } = await older._queryFlagReports({ message_id: 'm' });
  expect(flag_reports).toMatchObject([{ message: { id: 'm' }, flags_count: 1 }]);
  const reviewed = await older._reviewFlagReport(flag_reports[0]?.id ?? '', 'reviewed', { user_id: 'alice' });
  expect(reviewed.flag_report).toMatchObject({ review_result: 'reviewed', reviewed_by: { id: 'alice' } });
  expect((await older._queryFlags({ reporter_id: 'carol' })).flags).toMatchObject([{ target_message_id: 'm' }]);
  await older.unblockMessage('m', { user_id: 'alice' });
});

test('the review queue', async () => {
  const { item_id } = await newer.moderation.flag({
    entity_type: 'stream:chat:v1:message',
    entity_id: 'm',
    user_id: 'alice',
  });
  const filter = { entity_id: 'm' };
  await same(newer.moderation.queryReviewQueue({ filter }), older.moderation.queryReviewQueue(filter));
  const { item } = await newer.moderation.getReviewQueueItem({ id: item_id });
  expect(item).toMatchObject({ id: item_id, status: 'pending', entity_creator_id: 'bob', flags_count: 1 });
  expect(item?.created_at).toBeInstanceOf(Date);
  expect((await newer.moderation.queryModerationFlags({ filter })).flags).toHaveLength(1);
  expect((await newer.moderation.getFlagCount({ entity_creator_id: 'bob' })).count).toBeGreaterThan(0);
  await older.moderation.submitAction('mark_reviewed', item_id, { user_id: 'alice' });
  const { item: reviewed } = await newer.moderation.submitAction({
    action_type: 'custom',
    item_id,
    user_id: 'alice',
    custom: { id: 'thank' },
  });
  expect(reviewed).toMatchObject({ status: 'reviewed', latest_moderator_action: 'custom' });
});

test('checks, reports and those who pass by', async () => {
  expect((await older.moderation.checkUserProfile('bob', { username: 'avenger_001' })).recommended_action).toBe('keep');
  const found = await newer.moderation.check({
    entity_type: 'stream:v1:user_profile',
    entity_id: 'bob',
    entity_creator_id: 'bob',
    config_key: 'user_profile:default',
    moderation_payload: { texts: ['damn'] },
    test_mode: true,
  });
  expect(found).toMatchObject({ status: 'complete', recommended_action: 'remove' });
  expect((await older.moderation.addCustomMessageFlags('m', [{ type: 'odd' }])).item).toMatchObject({ entity_id: 'm' });
  const custom = await newer.moderation.customCheck({ entity_type: 'x', entity_id: 'y', flags: [{ type: 'odd' }] });
  expect(custom.item?.flags).toMatchObject([{ type: 'odd' }]);
  const report = await older.moderation.getUserModerationReport('alice', { include_user_mutes: true });
  expect(report.user.id).toBe('alice');
  await newer.moderation.bypass({ target_user_id: 'bob', enabled: true });
  const bypassing = { bypass_moderation: true };
  await same(newer.queryUsers({ payload: { filter_conditions: bypassing } }), older.queryUsers(bypassing as never));
});

test('usage of teams, and what a link shows', async () => {
  await same(newer.chat.queryTeamUsageStats({ limit: 1 }), older.queryTeamUsageStats({ limit: 1 }));
  const days = { start_date: '2026-01-01', end_date: '2026-01-02' };
  await same(newer.chat.queryTeamUsageStats(days), older.queryTeamUsageStats(days));
  const url = 'https://example.com/cat.png';
  await same(newer.getOG({ url }), older.enrichURL(url));
  await bothRefused(newer.getOG({ url: '' }), older.enrichURL(''), 400, 4);
});
