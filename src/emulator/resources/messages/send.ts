/** Making messages. */
import type { JsonObject } from '../../../core/json.ts';
import { inputError } from '../../errors.ts';
import { type Call, flagOf, objectOf, textOf, textsOf } from '../../http/route.ts';
import { standingOf } from '../../permissions/bans.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { MessageRow } from '../../store/rows/messages.ts';
import type { UserRow } from '../../store/rows/users.ts';
import { readTime, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { demandFeature, hasFeature, maxMessageLength } from '../channels/config.ts';
import { memberOf } from '../channels/members.ts';
import { refuseBigCustom } from '../custom.ts';
import { changeView } from '../reads/state.ts';
import { described, introduced, refuseGone } from '../users/write.ts';
import { commanded, commandIn } from './commands.ts';
import { isInChannel } from './list.ts';
import { moderate } from './moderation.ts';
import { demandPlan, demandSendingRights, parentOf, refuseBannedAuthor, refuseFrozen, refuseHasty } from './rights.ts';
import { attachmentsOf, refuseReservedMessage } from './shape.ts';

export type Made =
  | { readonly kind: 'made'; readonly row: MessageRow; readonly author: UserRow }
  /** The call succeeds, and the answer is a message that says why there is none. */
  | { readonly kind: 'refused'; readonly row: MessageRow; readonly text: string };

export interface Sending {
  /** The message goes along with another operation, whose rights were checked: it needs none of its own. */
  readonly isAttached?: boolean;
  readonly isPending?: boolean;
  readonly metadata?: JsonObject | undefined;
  readonly isModerationForced?: boolean;
}

export const ATTACHED: Sending = { isAttached: true };

/** The message that a call describes, checked but not yet stored. */
export function newMessage(
  call: Call,
  channel: ChannelRow,
  message: JsonObject,
  authorId: string,
  sending: Sending = {},
): Made {
  const { world, at } = call;
  refuseReservedMessage(message);
  const id = textOf(message, 'id') || world.random.uuid();
  if (world.store.messages.has(id) || world.store.usedMessageIds.has(id)) {
    throw inputError(`a message with ID ${id} already exists`);
  }
  if (sending.isAttached !== true) {
    refuseBannedAuthor(world, channel, authorId);
    demandSendingRights(call, channel, message, authorId);
    refuseFrozen(call, channel);
    refuseHasty(call, channel, authorId);
  }
  const author = authorOf(call, message, authorId);
  const content = contentOf(world, channel, message, author.id, at);
  const isPending = sending.isPending === true || hasFeature(world, channel, 'mark_messages_pending');
  if (sending.isPending === true) demandPlan(world, 'pending messages');
  const row: MessageRow = {
    ...content,
    id,
    cid: channel.cid,
    user_id: author.id,
    type: content.parent_id !== undefined ? 'reply' : textOf(message, 'type') === 'system' ? 'system' : 'regular',
    ...(standingOf(world, author.id, channel.cid) === 'shadowed' ? { shadowed: true } : {}),
    ...(isPending && sending.isAttached !== true ? { pending: true, pending_metadata: sending.metadata } : {}),
    created_at: at,
    updated_at: at,
  };
  if (row.text.length > maxMessageLength(world, channel)) {
    return { kind: 'refused', row, text: 'Message length exceeds the maximum allowed' };
  }
  const finding =
    row.type === 'system'
      ? undefined
      : moderate(call, channel, { text: row.text, authorId: author.id }, sending.isModerationForced === true);
  if (finding?.behavior === 'block') return { kind: 'refused', row, text: finding.text };
  const command = row.type === 'system' ? undefined : commandIn(world, channel, row.text);
  const spoken = command === undefined ? row : commanded(world, row, command);
  return { kind: 'made', row: finding === undefined ? spoken : judged(spoken, finding.behavior, finding.list), author };
}

/** A message that is let through although something was found in it. */
export function judged(row: MessageRow, behavior: 'flag' | 'shadow_block' | 'block', list: string): MessageRow {
  return {
    ...row,
    ...(behavior === 'shadow_block' ? { shadowed: true } : {}),
    moderation: {
      action: behavior === 'shadow_block' ? 'shadow' : 'flag',
      original_text: row.text,
      blocklist_matched: list,
      blocklists_matched: [list],
    },
  };
}

/** Someone unknown who sends a message comes to be by sending it. Of itself a client says nothing by it. */
function authorOf(call: Call, message: JsonObject, id: string): UserRow {
  const { world, at } = call;
  const user = call.caller.kind === 'server' ? objectOf(message, 'user') : undefined;
  if (user !== undefined && textOf(user, 'id') === id) return described(world, user, at);
  const row = world.store.users.get(id);
  refuseGone(row, id);
  return row ?? introduced(world, id, at);
}

export function contentOf(world: World, channel: ChannelRow, message: JsonObject, actor: string, at: number) {
  const custom = objectOf(message, 'custom') ?? {};
  refuseBigCustom('message', custom);
  const parent = textOf(message, 'parent_id') || undefined;
  if (parent !== undefined) parentOf(world, channel, parent);
  const quoted = textOf(message, 'quoted_message_id') || undefined;
  if (quoted !== undefined) {
    if (world.store.messages.get(quoted) === undefined)
      throw inputError(`quoted message with ID ${quoted} doesn't exist`);
    demandFeature(world, channel, 'quotes');
  }
  const poll = textOf(message, 'poll_id') || undefined;
  if (poll !== undefined) {
    demandFeature(world, channel, 'polls');
    if (!world.store.polls.has(poll)) throw inputError(`poll with ID ${poll} doesn't exist`);
  }
  const visibleTo = textsOf(message, 'restricted_visibility');
  if (visibleTo.length > 0) demandPlan(world, 'private messaging is');
  const roles = textsOf(message, 'mentioned_roles');
  const isPinned = flagOf(message, 'pinned') ?? false;
  return {
    text: textOf(message, 'text') ?? '',
    html: textOf(message, 'html'),
    mml: textOf(message, 'mml'),
    attachments: attachmentsOf(message),
    mentioned_users: textsOf(message, 'mentioned_users').filter((id) => world.store.users.has(id)),
    mentioned_roles: roles.length === 0 ? undefined : roles,
    mentioned_channel: flagOf(message, 'mentioned_channel'),
    mentioned_here: flagOf(message, 'mentioned_here'),
    parent_id: parent,
    show_in_channel: parent === undefined ? undefined : (flagOf(message, 'show_in_channel') ?? false),
    quoted_message_id: quoted,
    poll_id: poll,
    silent: flagOf(message, 'silent') ?? false,
    pinned: isPinned,
    pinned_at: isPinned ? at : undefined,
    pinned_by: isPinned ? actor : undefined,
    pin_expires: isPinned ? readTime(message['pin_expires']) : undefined,
    restricted_visibility: visibleTo,
    custom,
  };
}

export function putMessage(world: World, made: MessageRow, author: UserRow, keepsHidden = false): MessageRow {
  if (world.store.users.get(author.id) !== author) world.store.users.put(author.id, author);
  const row = world.store.messages.put(made.id, made);
  if (row.pending !== true && row.type !== 'ephemeral') arrive(world, row, keepsHidden);
  return row;
}

/** What a message does to its channel: it is the last one, its author has read so far, and who hid the channel sees it again. */
export function arrive(world: World, row: MessageRow, keepsHidden = false): void {
  const channel = world.store.channels.get(row.cid);
  if (channel === undefined) return;
  const isSkipped = row.type === 'system' && hasFeature(world, channel, 'skip_last_msg_update_for_system_msgs');
  if (isInChannel(row) && !isSkipped && row.shadowed !== true)
    world.store.channels.put(channel.cid, { ...channel, last_message_at: row.created_at });
  if (memberOf(world, row.cid, row.user_id) !== undefined)
    changeView(world, row.cid, row.user_id, { last_read: row.created_at, last_read_message_id: row.id });
  if (keepsHidden) return;
  for (const view of [...world.store.viewsByChannel.of(row.cid).values()]) {
    if (view.hidden === true) changeView(world, view.cid, view.user_id, { hidden: false });
  }
}

export function refusedView(view: ValueObject, reason: string): ValueObject {
  return { ...view, type: 'error', text: reason, html: '' };
}
