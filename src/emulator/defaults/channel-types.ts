/** Features of the five built-in channel types and of a type just made. */
import type { JsonObject } from '../../core/json.ts';

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
  connect_events: false,
  delivery_events: false,
  read_events: false,
  typing_events: false,
  search: false,
  max_message_length: 280,
};

const MODERATION = ['ban', 'mute', 'unban', 'unmute'];

export const BUILT_IN_TYPES: Readonly<
  Record<string, { readonly settings: JsonObject; readonly commands: readonly string[] }>
> = {
  messaging: { settings: COMMON, commands: ['giphy'] },
  team: { settings: COMMON, commands: ['giphy'] },
  commerce: { settings: COMMON, commands: MODERATION },
  gaming: { settings: { ...COMMON, ...BUSY }, commands: ['ban', 'giphy', 'mute', 'unban', 'unmute'] },
  livestream: {
    settings: { ...COMMON, ...BUSY, url_enrichment: false },
    commands: ['ban', 'giphy', 'mute', 'unban', 'unmute'],
  },
};

export const NEW_TYPE_SETTINGS: JsonObject = COMMON;
