import type { JsonObject } from '../../../core/json.ts';
import { anything, bool, list, map, record, type Shape, text } from '../../check.ts';
import { inputError, messageTooLong, notFound } from '../../errors.ts';
import {
  bodyOf,
  type Call,
  count,
  flag,
  flagOf,
  isGiven,
  objectOf,
  type Route,
  textOf,
  textsOf,
} from '../../http/route.ts';
import { patchCustom, refuseBadPath, rootOf } from '../../query/path.ts';
import type { ChannelRow, MessageRow } from '../../store/rows.ts';
import { readTime, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { maxMessageLength } from '../channels/config.ts';
import { actorId, livingChannel, noActor } from '../channels/input.ts';
import { channelView } from '../channels/view.ts';
import { refuseBigCustom } from '../custom.ts';
import { refuseGone } from '../users/write.ts';
import { livingMessages, pinnedMessages, repliesTo } from './list.ts';
import {
  attachmentsOf,
  contentOf,
  MESSAGE_INPUT,
  newMessage,
  putMessage,
  refusedView,
  refuseReservedMessage,
} from './send.ts';
import { messageView } from './view.ts';

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path,
  area: 'chat',
  op,
  clients: true,
  handle,
});

export const messageRoutes: readonly Route[] = [
  route('POST', '/channels/:type/:id/message', 'SendMessage', send),
  route('GET', '/channels/:type/:id/messages', 'GetManyMessages', getMany),
  route('GET', '/channels/:type/:id/pinned_messages', 'GetPinnedMessages', getPinned),
  route('GET', '/messages/:id', 'GetMessage', getOne),
  route('POST', '/messages/:id', 'UpdateMessage', update),
  route('PUT', '/messages/:id', 'UpdateMessagePartial', updatePartial),
  route('DELETE', '/messages/:id', 'DeleteMessage', remove),
  route('POST', '/messages/:id/undelete', 'UndeleteMessage', undelete),
];

const SEND: Shape = {
  message: record(MESSAGE_INPUT),
  skip_push: bool,
  skip_enrich_url: bool,
  pending: bool,
  pending_message_metadata: map(text()),
  keep_channel_hidden: bool,
  force_moderation: bool,
  include_channel_context: bool,
  include_mentioned_members: bool,
};

function send(call: Call): ValueObject {
  const { world } = call;
  const channel = livingChannel(call);
  const message = objectOf(bodyOf(call, SEND, ['message']), 'message') ?? {};
  const author = actorId(call, message, 'message');
  if (author === undefined) throw noActor('message');
  const made = newMessage(call, channel, message, author);
  if (made.kind === 'refused') return { message: refusedView(messageView(world, made.row), made.text) };
  return { message: messageView(world, putMessage(world, made.row, made.author)) };
}

function getMany(call: Call): ValueObject {
  const { world, query } = call;
  const channel = livingChannel(call);
  const ids = (query.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0) throw inputError('ids must contain at least 1 item');
  if (ids.length > 50) throw inputError('ids must contain at maximum 50 items');
  const rows = ids.flatMap((id) => world.store.messages.get(id) ?? []).filter((row) => row.cid === channel.cid);
  return { messages: rows.map((row) => messageView(world, row)) };
}

function getPinned(call: Call): ValueObject {
  const { world } = call;
  const channel = livingChannel(call);
  const limit = count(call, 'limit', { max: 300, otherwise: 10 });
  const offset = count(call, 'offset', { max: 1000, otherwise: 0 });
  const rows = pinnedMessages(world, channel.cid).slice(offset, offset + (limit || 10));
  return { messages: rows.map((row) => messageView(world, row)) };
}

function getOne(call: Call): ValueObject {
  const { world } = call;
  const { row, channel } = existing(call);
  const isShown = row.deleted_at === undefined || flag(call, 'show_deleted_message');
  const view = messageView(world, isShown ? row : { ...row, text: '', html: '', attachments: [], custom: {} });
  return { message: { ...view, channel: channelView(world, channel) } };
}

function update(call: Call): ValueObject {
  const { world, at } = call;
  const { row, channel } = existing(call);
  const body = bodyOf(call, { message: record(MESSAGE_INPUT), skip_push: bool, skip_enrich_url: bool }, ['message']);
  const message = objectOf(body, 'message') ?? {};
  const actor = actorId(call, message, 'message');
  if (actor === undefined) throw noActor('message');
  refuseGone(world.store.users.get(actor), actor);
  refuseReservedMessage(message);
  refuseDeleted(row);
  const content = contentOf(world, channel, { ...message, parent_id: row.parent_id ?? '' }, actor, at);
  const next: MessageRow = {
    ...row,
    ...content,
    // What was quoted stays quoted, and a pin that stays keeps its time.
    quoted_message_id: content.quoted_message_id ?? row.quoted_message_id,
    pinned_at: content.pinned && row.pinned ? row.pinned_at : content.pinned_at,
    pinned_by: content.pinned && row.pinned ? row.pinned_by : content.pinned_by,
    show_in_channel: content.show_in_channel ?? row.show_in_channel,
    updated_at: at,
    text_updated_at: content.text === row.text ? row.text_updated_at : at,
  };
  refuseLong(world, channel, next);
  return { message: messageView(world, world.store.messages.put(row.id, next)) };
}

const OWN = `attachments html mentioned_users mml pin_expires pinned quoted_message_id restricted_visibility silent
  show_in_channel text`.split(/\s+/);
const RESERVED = `cid command created_at deleted_at i18n id latest_reactions own_reactions parent_id pinned_at pinned_by
  reaction_counts reaction_scores reply_count shadowed type updated_at user user_id`.split(/\s+/);

function updatePartial(call: Call): ValueObject {
  const { world, at } = call;
  const { row, channel } = existing(call);
  const shape = {
    set: map(),
    unset: list(text()),
    user_id: text(),
    user: anything,
    skip_push: bool,
    skip_enrich_url: bool,
  };
  const body = bodyOf(call, shape);
  const actor = actorId(call, body, '');
  if (actor === undefined) throw noActor('');
  refuseGone(world.store.users.get(actor), actor);
  refuseDeleted(row);
  const set = objectOf(body, 'set') ?? {};
  const unset = textsOf(body, 'unset');
  if (Object.keys(set).length === 0 && unset.length === 0) throw inputError('set or unset is required');
  for (const path of [...Object.keys(set), ...unset]) {
    refuseBadPath(path);
    if (RESERVED.includes(rootOf(path))) throw inputError(`message.${rootOf(path)} is a reserved field`);
  }
  const problems: string[] = [];
  record(MESSAGE_INPUT)(set, 'set', problems);
  if (problems.length > 0) throw inputError(problems.join(', '));
  const custom = patchCustom(row.custom, { set, unset }, (root) => OWN.includes(root) || root === 'custom');
  refuseBigCustom('message', custom);
  const next = { ...patched(row, set, unset, actor, at), custom, updated_at: at };
  refuseLong(world, channel, next);
  return { message: messageView(world, world.store.messages.put(row.id, next)) };
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
    pinned_at: isNewPin ? at : pinned ? row.pinned_at : undefined,
    pinned_by: isNewPin ? actor : pinned ? row.pinned_by : undefined,
    pin_expires: !pinned ? undefined : has('pin_expires') ? readTime(set['pin_expires']) : row.pin_expires,
  };
}

function remove(call: Call): ValueObject {
  const { world, at } = call;
  const { row, channel } = existing(call);
  if (flag(call, 'hard')) {
    for (const gone of [row, ...repliesTo(world, row)]) {
      world.store.messages.remove(gone.id);
      world.store.usedMessageIds.put(gone.id, true);
    }
    const last = livingMessages(world, channel.cid).at(-1);
    world.store.channels.put(channel.cid, { ...channel, last_message_at: last?.created_at });
    return { message: messageView(world, { ...row, type: 'deleted', deleted_at: at }) };
  }
  const next = world.store.messages.put(row.id, { ...row, type: 'deleted', deleted_at: at, updated_at: at });
  return { message: messageView(world, next) };
}

function undelete(call: Call): ValueObject {
  const { world, at } = call;
  bodyOf(call, { undeleted_by: text() }, ['undeleted_by']);
  const { row } = existing(call);
  if (row.deleted_at === undefined) throw inputError(`message with id ${row.id} is not deleted`);
  const type = row.parent_id === undefined ? 'regular' : 'reply';
  const next = world.store.messages.put(row.id, { ...row, type, deleted_at: undefined, updated_at: at });
  return { message: messageView(world, next) };
}

function existing(call: Call): { readonly row: MessageRow; readonly channel: ChannelRow } {
  const id = call.param('id');
  const row = call.world.store.messages.get(id);
  const channel = row === undefined ? undefined : call.world.store.channels.get(row.cid);
  if (row === undefined || channel === undefined) throw notFound(`message with id ${id} doesn't exist`);
  return { row, channel };
}

function refuseDeleted(row: MessageRow): void {
  if (row.deleted_at !== undefined) throw notFound(`message with id ${row.id} doesn't exist`);
}

/** Sending too long a text is answered with an error message, changing one to it is refused. */
function refuseLong(world: World, channel: ChannelRow, row: MessageRow): void {
  const most = maxMessageLength(world, channel);
  if (row.text.length > most) throw messageTooLong(`message.text must be a maximum of ${most} characters in length`);
}
