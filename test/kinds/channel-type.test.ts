import { channelType } from '../../src/kinds/channel-type/index.ts';
import { describeKind, type FieldSample } from '../support/describe-kind.ts';

const SWITCHES =
  `connect_events count_messages custom_events delivery_events mark_messages_pending mutes polls push_notifications quotes
reactions read_events reminders replies search shared_locations skip_last_msg_update_for_system_msgs typing_events uploads
url_enrichment user_message_reminders`.split(/\s+/);
const PREFERENCES =
  `channel_mentions default_preference direct_mentions distinct_channel_messages group_mentions here_mentions
role_mentions thread_replies`.split(/\s+/);
const POLICY = {
  name: 'Readers',
  action: 'Allow',
  resources: ['ReadChannel'],
  roles: ['user'],
  priority: 10,
  owner: false,
};

describeKind({
  kind: channelType,
  id: 'backstage',
  around: {
    app: { push_config: { version: 'v3' } },
    roles: ['host'],
    permissions: { 'pin-own': { name: 'Pin own', action: 'PinMessage', condition: { own: true } } },
    commands: { ticket: { description: 'Ask', set: 'support_set' }, faq: { description: 'Read', set: 'support_set' } },
    blocklists: { house: { words: ['spoiler'] }, guest: { words: ['scalper'] } },
  },
  minimal: {},
  minimalCalls: { CreateChannelType: 1 },
  full: [
    {
      ...Object.fromEntries(SWITCHES.map((name) => [name, true])),
      automod: 'AI',
      automod_behavior: 'shadow_block',
      automod_thresholds: {
        explicit: { flag: 0.5, block: 0.9 },
        spam: { flag: 0.4, block: 0.8 },
        toxic: { flag: 0.3, block: 0.7 },
      },
      max_message_length: 500,
      message_retention: 'infinite',
      push_level: 'mentions',
      blocklist: 'house',
      blocklist_behavior: 'block',
      blocklists: [
        { blocklist: 'house', behavior: 'block' },
        { blocklist: 'guest', behavior: 'flag' },
      ],
      commands: ['giphy', 'ticket'],
      partition_size: 100,
      partition_ttl: '24h',
      allowed_flag_reasons: ['spam', 'rude'],
      chat_preferences: Object.fromEntries(PREFERENCES.map((name) => [name, 'all'])),
      grants: { host: ['read-channel', 'create-message', 'pin-own'], guest: [] },
      permissions: [POLICY],
      extra: {},
      protect: false,
    },
  ],
  fullCalls: [{ CreateChannelType: 1, UpdateChannelType: 1 }],
  update: 'UpdateChannelType',
  changes: [
    ...SWITCHES.map((name): FieldSample => ({ at: `/${name}`, to: false })),
    ...PREFERENCES.map((name): FieldSample => ({ at: `/chat_preferences/${name}`, to: 'none' })),
    { at: '/automod', to: 'disabled' },
    { at: '/automod_behavior', to: 'flag' },
    { at: '/automod_thresholds/explicit/flag', to: 0.1 },
    { at: '/automod_thresholds/explicit/block', to: 1 },
    { at: '/automod_thresholds/spam/flag', to: 0.2 },
    { at: '/automod_thresholds/spam/block', to: 0.75 },
    { at: '/automod_thresholds/toxic/flag', to: 0.25 },
    { at: '/automod_thresholds/toxic/block', to: 0.5 },
    { at: '/max_message_length', to: 20_000 },
    { at: '/message_retention', to: '30' },
    { at: '/push_level', to: 'direct_mentions' },
    { at: '/blocklist', to: 'guest' },
    { at: '/blocklist', to: '' },
    { at: '/blocklist_behavior', to: 'flag' },
    { at: '/blocklists', to: [{ blocklist: 'guest', behavior: 'shadow_block' }] },
    { at: '/blocklists', to: [] },
    { at: '/commands', to: ['ticket', 'giphy', 'ban'] },
    { at: '/commands', to: ['moderation_set', 'giphy'] },
    { at: '/commands', to: ['all'] },
    { at: '/commands', to: [] },
    { at: '/partition_size', to: 10 },
    { at: '/partition_size', to: 0 },
    { at: '/partition_ttl', to: '1h30m' },
    { at: '/allowed_flag_reasons', to: ['rude', 'off-topic'] },
    { at: '/allowed_flag_reasons', to: [] },
    { at: '/grants/host', to: ['read-channel'] },
    { at: '/grants/user', to: [] },
    { at: '/permissions', to: [{ ...POLICY, action: 'Deny' }] },
    { at: '/permissions', to: [] },
  ],
  nulls: [{ at: '/partition_ttl' }, { at: '/grants' }],
  unchanged: { '/extra': 'see extra.test.ts' },
  operations: ['CreateChannelType', 'UpdateChannelType', 'DeleteChannelType'],
  removalCalls: { delete: { DeleteChannelType: 1 } },
  look: async (world) => ((await world.call('GET', '/chat/channeltypes/backstage')).status === 200 ? 'there' : 'gone'),
});
