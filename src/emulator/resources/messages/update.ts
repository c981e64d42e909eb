/** Changing messages: whole, in part, and for the moment only. */
import type { JsonObject } from '../../../core/json.ts';
import { anything, bool, list, map, record, text } from '../../check.ts';
import { inputError, messageTooLong, moderationFailed } from '../../errors.ts';
import { bodyOf, type Call, flagOf, isGiven, objectOf, textOf, textsOf } from '../../http/route.ts';
import { demandRight, refuseServerOnly } from '../../permissions/demand.ts';
import { patchCustom, refuseBadPath, rootOf } from '../../query/path.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { MessageRow } from '../../store/rows/messages.ts';
import { readTime, type ValueObject } from '../../values.ts';
import { maxMessageLength } from '../channels/config.ts';
import { callerId, demandActor } from '../channels/input.ts';
import { refuseBigCustom } from '../custom.ts';
import { refuseGone } from '../users/write.ts';
import { living } from './existing.ts';
import { keepVersion } from './history.ts';
import { moderate } from './moderation.ts';
import { demandContentRights, demandPlan, refuseBanned, refuseFrozen } from './rights.ts';
import { contentOf, judged } from './send.ts';
import { attachmentsOf, MESSAGE_INPUT, refuseReservedMessage } from './shape.ts';
import { messageView } from './view.ts';

export function update(call: Call): ValueObject {
  const { world, at } = call;
  const { row, channel } = living(call);
  const body = bodyOf(call, { message: record(MESSAGE_INPUT), skip_push: bool, skip_enrich_url: bool }, ['message']);
  const message = objectOf(body, 'message') ?? {};
  const actor = demandActor(call, message, 'message');
  refuseGone(world.store.users.get(actor), actor);
  refuseReservedMessage(message);
  refuseServerOnly(call, message, ['html', 'mml'], 'message');
  refuseBanned(call, channel);
  demandRight(call, 'UpdateMessage', { channel, ownerId: row.user_id });
  demandContentRights(call, channel, message);
  const isPinned = flagOf(message, 'pinned') ?? false;
  if (isPinned !== row.pinned) demandRight(call, 'PinMessage', { channel, ownerId: row.user_id });
  refuseFrozen(call, channel);
  const content = contentOf(world, channel, { ...message, parent_id: row.parent_id ?? '' }, actor, at);
  const next: MessageRow = {
    ...row,
    ...content,
    // What was quoted stays quoted, and a pin that stays keeps its time.
    quoted_message_id: content.quoted_message_id ?? row.quoted_message_id,
    poll_id: content.poll_id ?? row.poll_id,
    pinned_at: content.pinned && row.pinned ? row.pinned_at : content.pinned_at,
    pinned_by: content.pinned && row.pinned ? row.pinned_by : content.pinned_by,
    show_in_channel: content.show_in_channel ?? row.show_in_channel,
    updated_at: at,
    updated_by_id: actor,
    text_updated_at: content.text === row.text ? row.text_updated_at : at,
  };
  return { message: messageView(world, store(call, channel, row, next), { userId: callerId(call) }) };
}

/** What changes a message is as long, and as clean, as what sends one; only the answer differs. */
function store(call: Call, channel: ChannelRow, row: MessageRow, next: MessageRow): MessageRow {
  const { world } = call;
  refuseLong(call, channel, next);
  const finding =
    next.text === row.text ? undefined : moderate(call, channel, { text: next.text, authorId: row.user_id }, false);
  if (finding?.behavior === 'block') throw moderationFailed(finding.text);
  keepVersion(world, row);
  return world.store.messages.put(row.id, finding === undefined ? next : judged(next, finding.behavior, finding.list));
}

const PIN = ['pinned', 'pin_expires', 'pinned_at'];
const OWN = `attachments html mentioned_users mml pin_expires pinned pinned_at quoted_message_id restricted_visibility
  silent show_in_channel text`.split(/\s+/);
const RESERVED = `cid command created_at deleted_at i18n id latest_reactions own_reactions parent_id pinned_by
  reaction_counts reaction_scores reply_count shadowed type updated_at user user_id`.split(/\s+/);

export function updatePartial(call: Call): ValueObject {
  const { world, at } = call;
  const { row, channel } = living(call);
  const { next, actor } = patchedRow(call, row, channel);
  const stored = store(call, channel, row, { ...next, updated_at: at, updated_by_id: actor });
  return { message: messageView(world, stored, { userId: callerId(call) }) };
}

/** A change that is told to those who look at the channel and not kept. */
export function updateEphemeral(call: Call): ValueObject {
  const { row, channel } = living(call);
  const { next } = patchedRow(call, row, channel);
  refuseLong(call, channel, next);
  return { message: messageView(call.world, next, { userId: callerId(call) }) };
}

function patchedRow(
  call: Call,
  row: MessageRow,
  channel: ChannelRow,
): { readonly next: MessageRow; readonly actor: string } {
  const { world, at } = call;
  const body = bodyOf(call, {
    set: map(),
    unset: list(text()),
    user_id: text(),
    user: anything,
    skip_push: bool,
    skip_enrich_url: bool,
  });
  const actor = demandActor(call, body, '');
  refuseGone(world.store.users.get(actor), actor);
  const set = objectOf(body, 'set') ?? {};
  const unset = textsOf(body, 'unset');
  const paths = [...Object.keys(set), ...unset];
  if (paths.length === 0) throw inputError('set or unset is required');
  for (const path of paths) {
    refuseBadPath(path);
    if (RESERVED.includes(rootOf(path))) throw inputError(`field \`${rootOf(path)}\` is reserved and cannot updated`);
  }
  refuseBanned(call, channel);
  if (paths.some((path) => PIN.includes(path))) demandRight(call, 'PinMessage', { channel, ownerId: row.user_id });
  if (paths.some((path) => !PIN.includes(path))) {
    demandRight(call, 'UpdateMessage', { channel, ownerId: row.user_id });
    demandContentRights(call, channel, set);
    refuseServerOnly(call, set, ['html', 'mml'], 'message');
    refuseFrozen(call, channel);
  }
  const problems: string[] = [];
  record(Object.fromEntries(OWN.map((key) => [key, MESSAGE_INPUT[key] ?? anything])))(set, 'set', problems);
  if (problems.length > 0) throw inputError(problems.join(', '));
  const custom = patchCustom(row.custom, { set, unset }, (root) => OWN.includes(root) || root === 'custom');
  refuseBigCustom('message', custom);
  if (textsOf(set, 'restricted_visibility').length > 0) demandPlan(world, 'private messaging is');
  return { next: { ...patched(row, set, unset, actor, at), custom }, actor };
}

function patched(row: MessageRow, set: JsonObject, unset: readonly string[], actor: string, at: number): MessageRow {
  const has = (key: string) => isGiven(set, key) || unset.includes(key);
  const pinned = has('pinned') ? (flagOf(set, 'pinned') ?? false) : row.pinned;
  const isNewPin = pinned && !row.pinned;
  return {
    ...row,
    text: has('text') ? (textOf(set, 'text') ?? '') : row.text,
    text_updated_at: has('text') ? at : row.text_updated_at,
    html: has('html') ? textOf(set, 'html') : has('text') ? undefined : row.html,
    mml: has('mml') ? textOf(set, 'mml') : row.mml,
    attachments: has('attachments') ? attachmentsOf(set) : row.attachments,
    mentioned_users: has('mentioned_users') ? textsOf(set, 'mentioned_users') : row.mentioned_users,
    restricted_visibility: has('restricted_visibility')
      ? textsOf(set, 'restricted_visibility')
      : row.restricted_visibility,
    quoted_message_id: has('quoted_message_id') ? textOf(set, 'quoted_message_id') : row.quoted_message_id,
    silent: has('silent') ? (flagOf(set, 'silent') ?? false) : row.silent,
    pinned,
    pinned_at: isNewPin ? (readTime(set['pinned_at']) ?? at) : pinned ? row.pinned_at : undefined,
    pinned_by: isNewPin ? actor : pinned ? row.pinned_by : undefined,
    pin_expires: !pinned ? undefined : has('pin_expires') ? readTime(set['pin_expires']) : row.pin_expires,
  };
}

/** Sending too long a text is answered with an error message, changing one to it is refused. */
function refuseLong(call: Call, channel: ChannelRow, row: MessageRow): void {
  const most = maxMessageLength(call.world, channel);
  if (row.text.length > most) throw messageTooLong(`message.text must be a maximum of ${most} characters in length`);
}
