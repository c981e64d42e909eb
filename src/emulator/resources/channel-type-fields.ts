/** The fields of a channel type and what may stand in them. Some can be updated but not set on creation. */
import { isObject, type JsonObject } from '../../core/json.ts';
import { bool, type Check, int, list, map, num, record, type Shape, text } from '../check.ts';
import { inputError } from '../errors.ts';
import { isGiven, objectsOf, textOf } from '../http/route.ts';
import { known, lagged, type World } from '../world.ts';
import { blocklistKey } from './blocklists.ts';

const BEHAVIORS = ['flag', 'block', 'shadow_block'];
const PUSH_LEVELS = ['', 'all', 'all_mentions', 'mentions', 'direct_mentions', 'none'];

const threshold: Check = record({ flag: num({ min: 0, max: 1 }), block: num({ min: 0, max: 1 }) });
const policy: Check = record(
  {
    name: text(),
    action: text({ oneOf: ['Deny', 'Allow'] }),
    priority: int({ min: 1, max: 999 }),
    owner: bool,
    resources: list(text(), { min: 1 }),
    roles: list(text()),
  },
  ['name', 'resources', 'action', 'priority'],
);

const chatPreferences: Check = record({
  default_preference: text(),
  direct_mentions: text(),
  role_mentions: text(),
  group_mentions: text(),
  here_mentions: text(),
  channel_mentions: text(),
  distinct_channel_messages: text(),
  thread_replies: text(),
});

const SWITCHES = `connect_events count_messages custom_events delivery_events mark_messages_pending mutes polls
  push_notifications reactions read_events replies search shared_locations skip_last_msg_update_for_system_msgs
  typing_events uploads url_enrichment user_message_reminders`.split(/\s+/);

const COMMON: Shape = {
  automod: text({ oneOf: ['disabled', 'simple', 'AI'] }),
  blocklist: text(),
  blocklist_behavior: text({ oneOf: BEHAVIORS }),
  blocklists: list(record({ blocklist: text(), behavior: text({ oneOf: BEHAVIORS }) }, ['blocklist', 'behavior'])),
  chat_preferences: chatPreferences,
  commands: list(text()),
  grants: map(list(text())),
  message_retention: text({ pattern: /^(infinite|[1-9]\d*)$/ }),
  partition_ttl: text(),
  permissions: list(policy),
  push_level: text({ oneOf: PUSH_LEVELS }),
  ...Object.fromEntries(SWITCHES.map((name) => [name, bool])),
};

export const CREATE_FIELDS: Shape = {
  ...COMMON,
  automod_behavior: text({ oneOf: ['flag', 'block'] }),
  // The vendor's own suite makes types with 30000, more than an update allows.
  max_message_length: int({ min: 0, max: 30_000 }),
  partition_size: int({ min: 10 }),
};

export const UPDATE_FIELDS: Shape = {
  ...COMMON,
  automod_behavior: text({ oneOf: BEHAVIORS }),
  max_message_length: int({ min: 0, max: 20_000 }),
  partition_size: int({ min: 0 }),
  allowed_flag_reasons: list(text()),
  automod_thresholds: record({ explicit: threshold, spam: threshold, toxic: threshold }),
  quotes: bool,
  reminders: bool,
};

/** What one channel may override of its type. */
export const OVERRIDE_FIELDS: Shape = {
  blocklist: text(),
  blocklist_behavior: text({ oneOf: ['flag', 'block'] }),
  chat_preferences: chatPreferences,
  commands: list(text()),
  grants: map(list(text())),
  max_message_length: int({ min: 0, max: 20_000 }),
  push_level: text({ oneOf: PUSH_LEVELS }),
  ...Object.fromEntries(
    'count_messages quotes reactions replies shared_locations typing_events uploads url_enrichment user_message_reminders'
      .split(' ')
      .map((name) => [name, bool]),
  ),
};

/** Checks that need more than the value itself. */
export function refuseBadSettings(world: World, former: JsonObject, body: JsonObject): void {
  const lists = [
    textOf(body, 'blocklist') ?? '',
    ...objectsOf(body, 'blocklists').map((row) => String(row['blocklist'])),
  ];
  for (const name of lists) {
    if (name !== '' && known(world, world.store.blocklists, blocklistKey(name, '')) === undefined) {
      throw inputError(`block list with name "${name}" does not exist`);
    }
  }
  const ttl = textOf(body, 'partition_ttl');
  if (ttl !== undefined && goDuration(ttl) === undefined)
    throw inputError('partition_ttl must be a duration of at least 1m');
  const size = body['partition_size'];
  if (typeof size === 'number' && size > 0 && size < 10) throw inputError('partition_size must be 10 or greater');
  if (isGiven(body, 'user_message_reminders') && body['user_message_reminders'] === true) {
    if (former['user_message_reminders'] !== true && pushVersion(world) !== 'v3') {
      throw inputError('user_message_reminders requires push notifications v3');
    }
  }
}

function pushVersion(world: World): string {
  const config = lagged(world, world.store.app).get('app')?.settings['push_config'];
  return isObject(config) ? (textOf(config, 'version') ?? '') : '';
}

const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/** "24h" becomes "24h0m0s", the way the API writes durations; undefined when it is none or under a minute. */
export function goDuration(text: string): string | undefined {
  if (!/^(\d+(\.\d+)?[hms])+$/.test(text)) return undefined;
  let seconds = 0;
  for (const [, amount, unit] of text.matchAll(/([\d.]+)([hms])/g))
    seconds += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  if (seconds < 60) return undefined;
  const hours = Math.floor(seconds / 3600);
  const rest = `${Math.floor((seconds % 3600) / 60)}m${seconds % 60}s`;
  return hours > 0 ? `${hours}h${rest}` : rest;
}
