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

test('configurations, which the newer client alone has', async () => {
  const { config } = await newer.moderation.upsertConfig({
    key: 'chat:messaging',
    block_list_config: { enabled: true, rules: [{ name: 'rules', action: 'remove' }] },
  } as never);
  expect(config).toMatchObject({ key: 'chat:messaging', team: '', async: false });
  expect((await newer.moderation.getConfig({ key: 'chat:messaging' })).config).toEqual(config);
  const found = await newer.moderation.queryModerationConfigs({ filter: { key: 'chat:messaging' } });
  expect(found.configs).toEqual([config]);
  await newer.moderation.deleteConfig({ key: 'chat:messaging' });
  await expect(newer.moderation.getConfig({ key: 'chat:messaging' })).rejects.toMatchObject({ code: 16 });
});
