/** What a pull leaves out of a channel type: what the API gives to every type of that name by itself. */
import { DEFAULTS } from '../../core/default-grants.ts';
import { type JsonObject, ownMember } from '../../core/json.ts';
import type { Draft, PullPart, Resource } from '../../core/kind.ts';

const COMMON: JsonObject = {
  automod: 'disabled',
  automod_behavior: 'flag',
  connect_events: true,
  count_messages: false,
  custom_events: true,
  delivery_events: true,
  mark_messages_pending: false,
  max_message_length: 5000,
  message_retention: 'infinite',
  mutes: true,
  polls: false,
  push_level: 'all',
  push_notifications: true,
  quotes: true,
  reactions: true,
  read_events: true,
  reminders: false,
  replies: true,
  search: true,
  shared_locations: false,
  skip_last_msg_update_for_system_msgs: false,
  typing_events: true,
  uploads: true,
  url_enrichment: true,
  user_message_reminders: false,
};
const BUSY: JsonObject = {
  ...COMMON,
  connect_events: false,
  delivery_events: false,
  read_events: false,
  search: false,
  typing_events: false,
  max_message_length: 280,
};
const MODERATION = ['ban', 'mute', 'unban', 'unmute'];

const SETTINGS: Readonly<Record<string, JsonObject>> = {
  messaging: { ...COMMON, commands: ['giphy'] },
  team: { ...COMMON, commands: ['giphy'] },
  commerce: { ...COMMON, commands: MODERATION },
  gaming: { ...BUSY, commands: [...MODERATION, 'giphy'] },
  livestream: { ...BUSY, url_enrichment: false, commands: [...MODERATION, 'giphy'] },
};
const NEW: JsonObject = { ...COMMON, commands: [] };

export const pull: PullPart = {
  defaults: (id) => ({
    ...(ownMember(SETTINGS, id) ?? NEW),
    // A type that somebody makes starts with those of `messaging`.
    grants: ownMember(DEFAULTS.types, id) ?? DEFAULTS.types['messaging'] ?? {},
  }),
  draft,
};

function draft({ body }: Resource): Draft {
  // The older form of grants: replies always have it, and in today's apps nothing goes by it.
  const { permissions: _permissions, blocklist_behavior, ...rest } = body;
  const isUsed = typeof body['blocklist'] === 'string' && body['blocklist'] !== '';
  return { body: isUsed && blocklist_behavior !== undefined ? { ...rest, blocklist_behavior } : rest, omitted: [] };
}
