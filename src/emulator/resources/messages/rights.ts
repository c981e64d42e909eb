/** What a client needs to be granted for a message, and what holds it up. */
import type { JsonObject } from '../../../core/json.ts';
import { inputError, nestedTooDeep, notAllowed, onCooldown } from '../../errors.ts';
import { type Call, flagOf, objectsOf, textOf, textsOf } from '../../http/route.ts';
import { standingOf } from '../../permissions/bans.ts';
import { demandRight, hasRight, refuseServerOnly } from '../../permissions/demand.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { MessageRow } from '../../store/rows/messages.ts';
import type { World } from '../../world.ts';
import { demandFeature } from '../channels/config.ts';
import { linksIn } from './shape.ts';

/** The rights that sending takes: one for the message, and one for each thing in it that has a right of its own. */
export function demandSendingRights(call: Call, channel: ChannelRow, message: JsonObject, authorId: string): void {
  if (call.caller.kind === 'server') return;
  refuseServerOnly(call, message, ['html', 'mml'], 'message');
  demandRight(call, textOf(message, 'parent_id') ? 'CreateReply' : 'CreateMessage', { channel });
  if (message['type'] === 'system') demandRight(call, 'CreateSystemMessage', { channel });
  demandContentRights(call, channel, message);
  if (textsOf(message, 'restricted_visibility').length > 0)
    demandRight(call, 'CreateRestrictedVisibilityMessage', { channel });
  if (textOf(message, 'poll_id')) demandRight(call, 'SendPoll', { channel });
  if (flagOf(message, 'pinned') === true) demandRight(call, 'PinMessage', { channel, ownerId: authorId });
}

/** Links, attachments and mentions count when a message is changed as well. */
export function demandContentRights(call: Call, channel: ChannelRow, message: JsonObject): void {
  if (call.caller.kind === 'server') return;
  if (linksIn(textOf(message, 'text') ?? '').length > 0) demandRight(call, 'AddLinks', { channel });
  if (objectsOf(message, 'attachments').length > 0) demandRight(call, 'CreateAttachment', { channel });
  if (textsOf(message, 'mentioned_users').length > 0) demandRight(call, 'CreateMention', { channel });
}

/** Slow mode holds for clients that have no right to skip it. */
export function refuseHasty(call: Call, channel: ChannelRow, authorId: string): void {
  const { world, at } = call;
  if (call.caller.kind === 'server' || channel.cooldown === 0) return;
  if (hasRight(call, 'SkipChannelCooldown', { channel })) return;
  let last = Number.NEGATIVE_INFINITY;
  for (const row of world.store.messagesByChannel.of(channel.cid).values()) {
    if (row.user_id === authorId) last = Math.max(last, row.created_at);
  }
  const left = Math.ceil((last + channel.cooldown * 1e6 - at) / 1e6);
  if (left > 0) {
    throw onCooldown(`user "${authorId}" must wait ${left} seconds before sending a message to channel ${channel.cid}`);
  }
}

/** A ban holds for what the user does. */
export function refuseBanned(call: Call, channel: ChannelRow): void {
  if (call.caller.kind === 'user') refuseBannedAuthor(call.world, channel, call.caller.id);
}

/** No server sends a message in the name of somebody who is banned (stream-chat-net TestBanUserAsync). */
export function refuseBannedAuthor(world: World, channel: ChannelRow, id: string): void {
  if (standingOf(world, id, channel.cid) === 'banned')
    throw notAllowed(`user "${id}" is banned from channel ${channel.cid}`);
}

export function refuseFrozen(call: Call, channel: ChannelRow): void {
  if (channel.frozen && (call.caller.kind !== 'server' || call.world.assume('server_sends_to_frozen') === 'b')) {
    throw notAllowed(`channel ${channel.cid} is frozen`);
  }
}

/** The message that a reply answers: in the same channel, and not a reply itself. */
export function parentOf(world: World, channel: ChannelRow, id: string): MessageRow {
  const parent = world.store.messages.get(id);
  if (parent === undefined || parent.cid !== channel.cid)
    throw inputError(`parent message with ID ${id} doesn't exist`);
  if (parent.parent_id !== undefined) throw nestedTooDeep('replies to replies are not supported');
  demandFeature(world, channel, 'replies');
  return parent;
}

/** Private messages, waiting messages and the history of messages come with some plans only. */
export function demandPlan(world: World, what: string): void {
  if (world.assume('message_features_of_plan') === 'b') throw inputError(`${what} not enabled for this app`);
}
