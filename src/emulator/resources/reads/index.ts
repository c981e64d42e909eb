/** Marking as read, as unread, as delivered. */
import { anything, instant, list, map, record, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, objectOf, objectsOf, type Route, textOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { MessageRow } from '../../store/rows/messages.ts';
import { readTime, time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { demandFeature, hasFeature } from '../channels/config.ts';
import { callerId, existingActor, livingChannel } from '../channels/input.ts';
import { memberOf } from '../channels/members.ts';
import { channelView } from '../channels/view.ts';
import { livingMessages, livingReplies } from '../messages/list.ts';
import { threadView } from '../threads/view.ts';
import { userViewById } from '../users/view.ts';
import { unreadCounts, unreadCountsBatch } from './counts.ts';
import { changeView, markThread, viewOf } from './state.ts';

const route = (method: Route['method'], path: string, op: string, handle: Route['handle'], clients = true): Route => ({
  method,
  path,
  area: 'chat',
  op,
  clients,
  handle,
});

export const readRoutes: readonly Route[] = [
  route('POST', '/channels/read', 'MarkChannelsRead', markChannelsRead),
  route('POST', '/channels/delivered', 'MarkDelivered', markDelivered),
  route('POST', '/channels/:type/:id/read', 'MarkRead', markRead),
  route('POST', '/channels/:type/:id/unread', 'MarkUnread', markUnread),
  route('GET', '/unread', 'UnreadCounts', unreadCounts),
  route('POST', '/unread_batch', 'UnreadCountsBatch', unreadCountsBatch, false),
];

const WHO = { user: anything, user_id: text() };

function markRead(call: Call): ValueObject {
  const { world, at } = call;
  const channel = livingChannel(call);
  const body = bodyOf(call, { ...WHO, message_id: text(), thread_id: text() });
  const userId = existingActor(call, body, '');
  demandRight(call, 'ReadChannel', { channel });
  demandFeature(world, channel, 'read_events');
  const threadId = textOf(body, 'thread_id') || undefined;
  const messageId = textOf(body, 'message_id') || undefined;
  if (threadId !== undefined) {
    const parent = threadOf(world, channel, threadId);
    const last = lastOf(livingReplies(world, parent, userId), messageId);
    markThread(world, { thread_id: parent.id, user_id: userId, last_read: at, last_read_message_id: last?.id });
    return { event: eventOf(call, channel, userId, last?.id, parent) };
  }
  const last = lastOf(livingMessages(world, channel.cid, userId), messageId);
  // Whoever is no member has no state of reading, so nothing happened that could be told.
  if (memberOf(world, channel.cid, userId) === undefined) return {};
  const until = messageId === undefined ? at : (last?.created_at ?? at);
  changeView(world, channel.cid, userId, { last_read: until, last_read_message_id: last?.id });
  return { event: eventOf(call, channel, userId, last?.id) };
}

function lastOf(messages: readonly MessageRow[], id: string | undefined): MessageRow | undefined {
  if (id === undefined) return messages.at(-1);
  const found = messages.find((row) => row.id === id);
  if (found === undefined) throw notFound(`message with id ${id} doesn't exist`);
  return found;
}

function eventOf(
  { world, at }: Call,
  channel: ChannelRow,
  userId: string,
  lastId: string | undefined,
  parent?: MessageRow,
): ValueObject {
  return {
    type: 'message.read',
    cid: channel.cid,
    channel_id: channel.id,
    channel_type: channel.type,
    channel: channelView(world, channel),
    channel_last_message_at: time(channel.last_message_at),
    team: channel.team === '' ? undefined : channel.team,
    user: userViewById(world, userId),
    last_read_message_id: lastId,
    thread: parent === undefined ? undefined : threadView(world, parent),
    created_at: time(at),
  };
}

/** From one message, one moment or one thread on. */
function markUnread(call: Call): ValueObject {
  const { world } = call;
  const channel = livingChannel(call);
  const body = bodyOf(call, { ...WHO, message_id: text(), message_timestamp: instant, thread_id: text() });
  const userId = existingActor(call, body, '');
  demandRight(call, 'ReadChannel', { channel });
  demandFeature(world, channel, 'read_events');
  const threadId = textOf(body, 'thread_id') || undefined;
  const messageId = textOf(body, 'message_id') || undefined;
  const moment = readTime(body['message_timestamp']);
  if (threadId === undefined && messageId === undefined && moment === undefined)
    throw inputError('one of message_id, message_timestamp and thread_id must be provided');
  if (messageId !== undefined && moment !== undefined)
    throw inputError('cannot set both message_id and message_timestamp');
  if (threadId !== undefined) {
    const parent = threadOf(world, channel, threadId);
    markThread(world, { thread_id: parent.id, user_id: userId, last_read: parent.created_at });
    return {};
  }
  // Whoever is no member has read nothing, and is not told so (stream-py test_mark_unread).
  if (memberOf(world, channel.cid, userId) === undefined) return {};
  const messages = livingMessages(world, channel.cid, userId);
  const from = messageId === undefined ? moment : lastOf(messages, messageId)?.created_at;
  const before = messages.filter((row) => row.created_at < (from ?? 0)).at(-1);
  changeView(world, channel.cid, userId, { last_read: (from ?? 0) - 1, last_read_message_id: before?.id });
  return {};
}

/** An empty map, or none, means all channels of the user. */
function markChannelsRead(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, { ...WHO, read_by_channel: map(text()) });
  const userId = existingActor(call, body, '');
  const wanted = objectOf(body, 'read_by_channel') ?? {};
  const own = [...world.store.membersByUser.of(userId).values()].map((member) => member.cid);
  const cids = Object.keys(wanted).length === 0 ? own : Object.keys(wanted);
  const marks = cids.flatMap((cid) => {
    const channel = world.store.channels.get(cid);
    if (channel === undefined || channel.deleted_at !== undefined) {
      if (Object.hasOwn(wanted, cid)) throw notFound(`Can't find channel with id ${cid}`);
      return [];
    }
    if (!own.includes(cid) || !hasFeature(world, channel, 'read_events')) return [];
    return [{ cid, last: lastOf(livingMessages(world, cid, userId), textOf(wanted, cid) || undefined) }];
  });
  for (const { cid, last } of marks) {
    const until = textOf(wanted, cid) ? (last?.created_at ?? at) : at;
    changeView(world, cid, userId, { last_read: until, last_read_message_id: last?.id });
  }
  return {};
}

/** Clients of the older generation name the user in the body. */
function markDelivered(call: Call): ValueObject {
  const { world, at, query } = call;
  const delivered = list(record({ cid: text(), id: text() }, ['cid', 'id']), { max: 100 });
  const body = bodyOf(call, { ...WHO, latest_delivered_messages: delivered });
  const inBody = textOf(body, 'user_id') || textOf(objectOf(body, 'user') ?? {}, 'id');
  const userId = callerId(call) ?? (query.get('user_id') || (call.generation === 1 ? inBody : undefined));
  if (userId === undefined || userId === '') throw inputError('user_id is a required field');
  if (!world.store.users.has(userId)) throw notFound(`the user ${userId} does not exist`);
  for (const item of objectsOf(body, 'latest_delivered_messages')) {
    const cid = textOf(item, 'cid') ?? '';
    const channel = world.store.channels.get(cid);
    if (channel === undefined || memberOf(world, cid, userId) === undefined) continue;
    if (!hasFeature(world, channel, 'delivery_events')) continue;
    const row = lastOf(livingMessages(world, cid, userId), textOf(item, 'id'));
    if ((viewOf(world, cid, userId)?.last_delivered_at ?? 0) > at) continue;
    changeView(world, cid, userId, { last_delivered_at: at, last_delivered_message_id: row?.id });
  }
  return {};
}

function threadOf(world: World, channel: ChannelRow, id: string): MessageRow {
  const row = world.store.messages.get(id);
  if (row === undefined || row.cid !== channel.cid || row.parent_id !== undefined || row.deleted_at !== undefined)
    throw notFound(`thread with id ${id} doesn't exist`);
  return row;
}
