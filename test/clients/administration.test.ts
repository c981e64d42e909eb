/** User groups, predefined filters, retention policies, segments and campaigns. */
import { expect, test } from 'vitest';
import { bothClients, bothRefused, same } from './support.ts';

const { newer, older } = await bothClients();
await newer.upsertUsers([{ id: 'alice' }, { id: 'bob' }]);

test('user groups', async () => {
  await newer.createUserGroup({ id: 'crew', name: 'Crew', member_ids: ['alice'] });
  await older.createUserGroup({ id: 'cooks', name: 'Cooks', description: 'In the kitchen' });
  await same(newer.getUserGroup({ id: 'crew' }), older.getUserGroup('crew'));
  await older.addUserGroupMembers('crew', { member_ids: ['bob'] });
  await newer.updateUserGroup({ id: 'cooks', name: 'The cooks' });
  await same(newer.getUserGroup({ id: 'cooks' }), older.getUserGroup('cooks'));
  await same(newer.listUserGroups({ limit: 10 }), older.queryUserGroups({ limit: 10 }));
  await same(newer.searchUserGroups({ query: 'cr' }), older.searchUserGroups({ query: 'cr' } as never));
  await newer.removeUserGroupMembers({ id: 'crew', member_ids: ['bob'] });
  await older.updateUserGroup('crew', { description: 'All' } as never);
  await same(newer.getUserGroup({ id: 'crew' }), older.getUserGroup('crew'));
  await bothRefused(
    newer.addUserGroupMembers({ id: 'crew', member_ids: ['ghost'] }),
    older.addUserGroupMembers('crew', { member_ids: ['ghost'] }),
    400,
    4,
  );
  await newer.addUserGroupMembers({ id: 'crew', member_ids: ['bob'] });
  await older.removeUserGroupMembers('crew', { member_ids: ['bob'] });
  await newer.deleteUserGroup({ id: 'cooks' });
  await older.deleteUserGroup('crew');
  await bothRefused(newer.getUserGroup({ id: 'crew' }), older.getUserGroup('crew'), 404, 16);
});

test('predefined filters, which the older client alone writes', async () => {
  await older.createPredefinedFilter({
    name: 'mine',
    operation: 'QueryChannels',
    filter: { members: { $in: ['{{user}}'] } },
    sort: [{ field: 'cid', direction: 1 }],
  } as never);
  await newer.chat
    .channel('messaging', 'room')
    .getOrCreate({ data: { created_by_id: 'alice', members: [{ user_id: 'alice' }] } });
  const found = await newer.chat.queryChannels({ predefined_filter: 'mine', filter_values: { user: 'alice' } });
  expect(found.channels).toHaveLength(1);
  expect(found.predefined_filter).toMatchObject({ name: 'mine', filter: { members: { $in: ['alice'] } } });
  await older.updatePredefinedFilter('mine', { operation: 'QueryChannels', filter: { team: '{{team}}' } } as never);
  expect((await older.getPredefinedFilter('mine')).predefined_filter).toMatchObject({ filter: { team: '{{team}}' } });
  expect((await older.listPredefinedFilters()).predefined_filters).toHaveLength(1);
  await older.deletePredefinedFilter('mine');
  await expect(older.getPredefinedFilter('mine')).rejects.toMatchObject({ code: 16 });
});

test('retention policies', async () => {
  await newer.chat.setRetentionPolicy({ policy: 'old-messages', max_age_hours: 24 });
  await older.setRetentionPolicy('inactive-channels', 48);
  await same(newer.chat.getRetentionPolicy(), older.getRetentionPolicy());
  await same(newer.chat.getRetentionPolicyRuns({ limit: 5 }), older.getRetentionPolicyRuns({ limit: 5 } as never));
  await bothRefused(
    newer.chat.setRetentionPolicy({ policy: 'old-messages', max_age_hours: 1 }),
    older.setRetentionPolicy('old-messages', 1),
    400,
    4,
  );
  await older.deleteRetentionPolicy('old-messages');
  await newer.chat.deleteRetentionPolicy({ policy: 'inactive-channels' });
  expect((await older.getRetentionPolicy()).policies).toEqual([]);
});

test('segments', async () => {
  await newer.chat.createSegment({ id: 'buyers', type: 'user', name: 'Buyers' });
  await older.createUserSegment('admins', { name: 'Admins', filter: { role: 'admin' } } as never);
  await same(newer.chat.getSegment({ id: 'admins' }), older.getSegment('admins'));
  await older.addSegmentTargets('buyers', ['alice', 'bob']);
  await newer.chat.segmentTargetExists({ id: 'buyers', target_id: 'alice' });
  await older.segmentTargetExists('buyers', 'bob');
  await same(newer.chat.querySegmentTargets({ id: 'buyers' }), older.querySegmentTargets('buyers', {}, [], {}));
  await older.removeSegmentTargets('buyers', ['bob']);
  await newer.chat.addSegmentTargets({ id: 'buyers', target_ids: ['carol'] });
  await newer.chat.deleteSegmentTargets({ id: 'buyers', target_ids: ['carol'] });
  await newer.chat.updateSegment({ id: 'buyers', description: 'Who bought' });
  await older.updateSegment('buyers', { name: 'All buyers' } as never);
  await same(
    newer.chat.querySegments({ filter: {}, sort: [{ field: 'name', direction: 1 }] }),
    older.querySegments({}, [{ field: 'name', direction: 1 }] as never),
  );
  await bothRefused(
    newer.chat.segmentTargetExists({ id: 'buyers', target_id: 'bob' }),
    older.segmentTargetExists('buyers', 'bob'),
    404,
    16,
  );
});

test('campaigns', async () => {
  const campaign = { sender_id: 'alice', segment_ids: ['buyers'], message_template: { text: 'Hello' } } as const;
  await newer.chat.createCampaign({ id: 'sale', name: 'Sale', ...campaign } as never);
  await older.createCampaign({ id: 'news', ...campaign } as never);
  await same(newer.chat.getCampaign({ id: 'sale' }), older.getCampaign('sale'));
  await older.startCampaign('sale', { scheduledFor: '2038-01-01T00:00:00Z' });
  await newer.chat.startCampaign({ id: 'news' });
  await same(newer.chat.getCampaign({ id: 'sale' }), older.getCampaign('sale'));
  expect((await older.getCampaign('sale')).campaign.status).toBe('scheduled');
  expect((await older.stopCampaign('sale')).campaign.status).toBe('stopped');
  await older.createCampaign({ id: 'draft', ...campaign } as never);
  expect((await newer.chat.updateCampaign({ id: 'draft', name: 'One', ...campaign } as never)).name).toBe('One');
  expect((await older.updateCampaign('draft', { name: 'Two', ...campaign } as never)).campaign.name).toBe('Two');
  await newer.chat.startCampaign({ id: 'draft', scheduled_for: new Date('2038-01-01T00:00:00Z') });
  expect((await newer.chat.stopCampaign({ id: 'draft' })).status).toBe('stopped');
  await newer.chat.deleteCampaign({ id: 'draft' });
  await same(
    newer.chat.queryCampaigns({ filter: { id: 'sale' } }),
    older.queryCampaigns({ id: { $eq: 'sale' } } as never),
  );
  await older.deleteCampaign('sale');
  await bothRefused(newer.chat.getCampaign({ id: 'sale' }), older.getCampaign('sale'), 404, 16);
  await newer.chat.deleteSegment({ id: 'buyers' });
  await older.deleteSegment('admins');
});
