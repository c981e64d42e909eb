/** The settings of a channel type, and how each is compared and written. */
import { goDuration } from '../../core/duration.ts';
import type { FieldSpec } from '../../core/kind.ts';

const SWITCHES =
  `connect_events count_messages custom_events delivery_events mark_messages_pending mutes polls push_notifications
quotes reactions read_events reminders replies search shared_locations skip_last_msg_update_for_system_msgs typing_events uploads
url_enrichment user_message_reminders`.split(/\s+/);
const PREFERENCES =
  `channel_mentions default_preference direct_mentions distinct_channel_messages group_mentions here_mentions
role_mentions thread_replies`.split(/\s+/);
const THRESHOLDS = ['explicit', 'spam', 'toxic'].flatMap((label) => [`${label}/block`, `${label}/flag`]);

export const fields: Record<string, FieldSpec> = {
  ...Object.fromEntries(SWITCHES.map((name) => [`/${name}`, {}])),
  '/automod': {},
  '/automod_behavior': {},
  '/max_message_length': {},
  '/message_retention': {},
  '/push_level': {},
  '/blocklist': { absent: '' },
  '/blocklist_behavior': {},
  '/blocklists': { shape: 'set', absent: [] },
  '/commands': { shape: 'set' },
  '/partition_size': { absent: 0 },
  '/partition_ttl': { reset: 'read', canonical: (value) => (typeof value === 'string' ? goDuration(value) : value) },
  // A role that has no grants on a type is either missing or there with an empty list.
  '/grants': {
    shape: 'open',
    of: 'set',
    absent: [],
    reset: 'blind',
    giveBack: (_id, role) => (role !== undefined && !isBuiltInRole(role) ? [] : undefined),
  },
  '/permissions': {},
  ...Object.fromEntries(PREFERENCES.map((name) => [`/chat_preferences/${name}`, {}])),
  ...Object.fromEntries(THRESHOLDS.map((name) => [`/automod_thresholds/${name}`, { accepts: 'update' }])),
  '/extra': { shape: 'open' },
  '/protect': { meta: true },
};
for (const name of ['quotes', 'reminders']) fields[`/${name}`] = { accepts: 'update' };
fields['/allowed_flag_reasons'] = { shape: 'set', absent: [], accepts: 'update' };

/** Fields that only the update call takes. */
export const UPDATE_ONLY = ['quotes', 'reminders', 'allowed_flag_reasons', 'automod_thresholds'];
/** Objects whose undeclared parts may or may not survive a partial write: they are sent whole. */
export const WHOLE = ['chat_preferences', 'automod_thresholds'];
/** Fields of a reply that have the name and the shape of the configuration's. */
export const NAMES = [...new Set(Object.keys(fields).map((at) => at.split('/')[1] ?? ''))].filter(
  (name) => !['extra', 'protect'].includes(name),
);

function isBuiltInRole(name: string): boolean {
  return (
    ['user', 'guest', 'anonymous', 'admin', 'moderator', 'channel_member', 'channel_moderator'].includes(name) ||
    name.startsWith('global_')
  );
}
