/** What each kind of item in an import is made of. */
import { anything, bool, type Check, instant, list, map, record, text } from '../../check.ts';
import { PROVIDER_TYPES } from '../push/types.ts';
import { FIELDS as USER_FIELDS } from '../users/write.ts';

/** In the order in which they must come: whatever is referred to comes first. */
export const KINDS = [
  'user',
  'device',
  'future_channel_ban',
  'channel',
  'channel_member',
  'message',
  'reaction',
] as const;
export type Kind = (typeof KINDS)[number];

const ID = /^[\w-]*$/;
const CHANNEL_REF = { channel_type: text(), channel_id: text(), channel_member_ids: list(text(), { min: 1 }) };

export const SHAPES: Readonly<Record<Kind, Check>> = {
  user: record(
    {
      ...USER_FIELDS,
      id: text({ max: 255, pattern: /^[@\w-]*$/ }),
      blocked_user_ids: list(text()),
      channel_mutes: list(text()),
      user_mutes: list(text()),
      push_preferences: map(),
      created_at: instant,
      deactivated_at: instant,
      deleted_at: instant,
    },
    ['id'],
  ),
  device: record(
    {
      id: text({ max: 255 }),
      user_id: text({ max: 255 }),
      push_provider_type: text({ oneOf: PROVIDER_TYPES }),
      push_provider_name: text(),
      created_at: instant,
    },
    ['id', 'user_id', 'push_provider_type'],
  ),
  future_channel_ban: record(
    { target_id: text(), created_by: text(), reason: text(), shadow: bool, created_at: instant },
    ['target_id', 'created_by'],
  ),
  channel: record(
    {
      id: text({ max: 64, pattern: ID }),
      member_ids: list(text(), { min: 1 }),
      type: text({ max: 64, pattern: ID }),
      created_by: text(),
      team: text(),
      disabled: bool,
      frozen: bool,
      banned_users: list(text()),
      truncated_at: instant,
      created_at: instant,
    },
    ['type', 'created_by'],
  ),
  channel_member: record(
    {
      ...CHANNEL_REF,
      user_id: text(),
      channel_role: text(),
      invited: bool,
      invite_accepted_at: instant,
      invite_rejected_at: instant,
      hide_channel: bool,
      hide_messages_before: instant,
      last_read: instant,
      archived_at: instant,
      created_at: instant,
    },
    ['user_id', 'channel_type'],
  ),
  message: record(
    {
      ...CHANNEL_REF,
      id: text({ min: 1 }),
      user: text(),
      text: text(),
      html: text(),
      type: text({ oneOf: ['', 'regular', 'deleted', 'system', 'reply'] }),
      attachments: list(anything, { max: 30 }),
      parent_id: text(),
      show_in_channel: bool,
      mentioned_users_ids: list(text()),
      mentioned_roles: list(text()),
      mentioned_channel: bool,
      mentioned_here: bool,
      restricted_visibility: list(text()),
      quoted_message_id: text(),
      pinned_at: instant,
      pinned_by_id: text(),
      pin_expires: instant,
      created_at: instant,
      deleted_at: instant,
    },
    ['id', 'channel_type', 'user'],
  ),
  reaction: record({ message_id: text(), type: text(), user_id: text(), created_at: instant }, [
    'message_id',
    'type',
    'user_id',
    'created_at',
  ]),
};

/** The members that a kind of item has of its own. */
export function namesOf(kind: Kind): readonly string[] {
  const { parts } = SHAPES[kind];
  return parts?.kind === 'record' ? Object.keys(parts.shape) : [];
}
