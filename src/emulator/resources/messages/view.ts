import type { JsonObject } from '../../../core/json.ts';
import type { MessageRow } from '../../store/rows/messages.ts';
import { memberKey } from '../../store/store.ts';
import { Custom, time, type ValueObject } from '../../values.ts';
import { lagged, type World } from '../../world.ts';
import { pollView } from '../polls/view.ts';
import { reactionSummary } from '../reactions/view.ts';
import { placeOf } from '../users/places.ts';
import { userViewById } from '../users/view.ts';
import { countedReplies, isPinned, livingReplies, repliesTo } from './list.ts';
import { attachmentViews } from './shape.ts';

export interface Viewer {
  /** Adds what is this user's own. */
  readonly userId?: string | undefined;
  /** Keys of the members' own data that the caller wants with each message. */
  readonly memberCustom?: readonly string[] | undefined;
}

/** Pins are null when there is none, unlike most members, which are absent then. */
export function messageView(world: World, row: MessageRow, viewer: Viewer = {}): ValueObject {
  const { userId } = viewer;
  const quoted = row.quoted_message_id === undefined ? undefined : world.store.messages.get(row.quoted_message_id);
  const poll = row.poll_id === undefined ? undefined : world.store.polls.get(row.poll_id);
  const pinned = isPinned(world, row);
  const replies = row.parent_id === undefined ? repliesTo(world, row) : [];
  const living = replies.length === 0 ? [] : livingReplies(world, row);
  return {
    id: row.id,
    cid: row.cid,
    type: row.type,
    text: row.text,
    html: row.html ?? htmlOf(row.text),
    mml: row.mml,
    command: row.command,
    user: userViewById(world, row.user_id),
    member: memberPartial(world, row, viewer),
    attachments: attachmentViews(row.attachments),
    ...reactionSummary(world, row.id, userId),
    reply_count: replies.length === 0 ? 0 : countedReplies(world, row),
    deleted_reply_count: replies.filter((reply) => reply.deleted_at !== undefined).length,
    thread_participants: living.length === 0 ? undefined : participants(living).map((id) => userViewById(world, id)),
    parent_id: row.parent_id,
    show_in_channel: row.show_in_channel,
    quoted_message_id: row.quoted_message_id,
    quoted_message: quoted === undefined ? undefined : messageView(world, { ...quoted, quoted_message_id: undefined }),
    poll_id: row.poll_id,
    poll: poll === undefined ? undefined : pollView(world, poll, userId),
    mentioned_users: row.mentioned_users.map((id) => userViewById(world, id)),
    mentioned_roles: row.mentioned_roles,
    mentioned_channel: row.mentioned_channel ?? false,
    mentioned_here: row.mentioned_here ?? false,
    silent: row.silent,
    shadowed: row.shadowed ?? false,
    moderation: row.moderation,
    i18n: row.i18n,
    pinned,
    pinned_at: (pinned ? time(row.pinned_at) : undefined) ?? null,
    pinned_by: !pinned || row.pinned_by === undefined ? null : userViewById(world, row.pinned_by),
    pin_expires: (pinned ? time(row.pin_expires) : undefined) ?? null,
    reminder: reminderPartial(world, row, userId),
    restricted_visibility: row.restricted_visibility,
    shared_location: placeOf(world, row.id),
    custom: new Custom(row.custom),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
    message_text_updated_at: time(row.text_updated_at),
    deleted_at: time(row.deleted_at),
    deleted_for_me: userId !== undefined && row.deleted_for?.includes(userId) === true ? true : undefined,
  };
}

/** Those who replied, in the order in which they came. */
function participants(replies: readonly MessageRow[]): readonly string[] {
  return [...new Set(replies.map((reply) => reply.user_id))];
}

/** The author's place in the channel. What it carries of the member's own data is chosen by the caller. */
function memberPartial(world: World, row: MessageRow, { memberCustom = [] }: Viewer): ValueObject | undefined {
  const key = memberKey(row.cid, row.user_id);
  const member = world.store.members.get(key);
  if (member === undefined) return undefined;
  const isOn = lagged(world, world.store.app).get('app')?.settings['member_custom_on_messages_enabled'] === true;
  const custom: JsonObject = isOn
    ? member.custom
    : Object.fromEntries(Object.entries(member.custom).filter(([name]) => memberCustom.includes(name)));
  return {
    channel_role: member.channel_role,
    notifications_muted: world.store.channelMutes.has(key),
    custom: isOn || memberCustom.length > 0 ? new Custom(custom) : undefined,
  };
}

function reminderPartial(world: World, row: MessageRow, userId: string | undefined): ValueObject | undefined {
  if (userId === undefined) return undefined;
  const reminder = [...world.store.remindersByMessage.of(row.id).values()].find((one) => one.user_id === userId);
  if (reminder === undefined) return undefined;
  return {
    channel_cid: reminder.cid,
    message_id: reminder.message_id,
    user_id: reminder.user_id,
    remind_at: time(reminder.remind_at),
    created_at: time(reminder.created_at),
    updated_at: time(reminder.updated_at),
  };
}

function htmlOf(text: string): string {
  if (text === '') return '';
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped}</p>\n`;
}

/** Keys of members' data that a call asks for. */
export function includedKeys(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((item): item is string => typeof item === 'string');
  if (typeof value === 'string') return value.split(',').filter((item) => item !== '');
  return [];
}
