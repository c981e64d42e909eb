/** Drafts: one of each user for a channel, and one for each thread in it. How they are written is not part of the
 * server-side API; clients write them. */
import { anything, record, text } from '../check.ts';
import { notFound } from '../errors.ts';
import { bodyOf, type Call, flagOf, objectOf, type Route, textOf, textsOf } from '../http/route.ts';
import { demandRight } from '../permissions/demand.ts';
import { onlyFields } from '../query/filter.ts';
import { listRows, listShape, NEWEST_FIRST } from '../query/list.ts';
import type { ChannelRow } from '../store/rows/channels.ts';
import type { DraftRow } from '../store/rows/messages.ts';
import { Custom, time, type ValueObject } from '../values.ts';
import type { World } from '../world.ts';
import { callerId, existingActor, livingChannel, noActor } from './channels/input.ts';
import { channelView } from './channels/view.ts';
import { refuseBigCustom } from './custom.ts';
import { parentOf } from './messages/rights.ts';
import { attachmentsOf, attachmentViews, MESSAGE_INPUT, refuseReservedMessage } from './messages/shape.ts';
import { messageView } from './messages/view.ts';
import { userViewById } from './users/view.ts';

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path,
  area: 'chat',
  op,
  clients: true,
  handle,
});

export const draftRoutes: readonly Route[] = [
  route('POST', '/channels/:type/:id/draft', 'CreateDraft', write),
  route('GET', '/channels/:type/:id/draft', 'GetDraft', getDraft),
  route('DELETE', '/channels/:type/:id/draft', 'DeleteDraft', remove),
  route('POST', '/drafts/query', 'QueryDrafts', query),
];

const keyOf = (cid: string, userId: string, parentId: string | undefined) => `${cid} ${userId} ${parentId ?? ''}`;

function write(call: Call): ValueObject {
  const { world, at } = call;
  const channel = livingChannel(call);
  const body = bodyOf(call, { message: record(MESSAGE_INPUT), user: anything, user_id: text() }, ['message']);
  const message = objectOf(body, 'message') ?? {};
  const who = textOf(message, 'user_id') !== undefined || objectOf(message, 'user') !== undefined ? message : body;
  const userId = existingActor(call, who, who === message ? 'message' : '');
  refuseReservedMessage(message);
  refuseBigCustom('message', objectOf(message, 'custom') ?? {});
  demandRight(call, 'ReadChannel', { channel });
  const parentId = textOf(message, 'parent_id') || undefined;
  if (parentId !== undefined) parentOf(world, channel, parentId);
  const { user: _user, user_id: _userId, ...kept } = message;
  const row: DraftRow = {
    cid: channel.cid,
    user_id: userId,
    parent_id: parentId,
    message: { ...kept, id: textOf(message, 'id') || world.random.uuid() },
    created_at: at,
  };
  world.store.drafts.put(keyOf(channel.cid, userId, parentId), row);
  return { draft: draftView(world, row) };
}

function found(call: Call, channel: ChannelRow): { readonly key: string; readonly row: DraftRow } {
  const { world, query: parameters } = call;
  const userId = callerId(call) ?? (parameters.get('user_id') || undefined);
  if (userId === undefined) throw noActor('');
  demandRight(call, 'ReadChannel', { channel });
  const key = keyOf(channel.cid, userId, parameters.get('parent_id') || undefined);
  const row = world.store.drafts.get(key);
  if (row === undefined) throw notFound(`draft of user "${userId}" in channel ${channel.cid} doesn't exist`);
  return { key, row };
}

function getDraft(call: Call): ValueObject {
  return { draft: draftView(call.world, found(call, livingChannel(call)).row) };
}

function remove(call: Call): ValueObject {
  call.world.store.drafts.remove(found(call, livingChannel(call)).key);
  return {};
}

const FIELDS = onlyFields<DraftRow>({
  channel_cid: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.cid },
  parent_id: { type: 'string', operators: ['$eq', '$in', '$exists'], read: (row) => row.parent_id },
  created_at: { type: 'date', operators: ['$eq', '$gt', '$gte', '$lt', '$lte'], read: (row) => row.created_at },
});

/** Newest first. */
function query(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, { ...listShape(1), user: anything, user_id: text() });
  const userId = existingActor(call, body, '');
  const rows = [...world.store.draftsByUser.of(userId).values()].filter(
    (row) => world.store.channels.get(row.cid)?.deleted_at === undefined && world.store.channels.has(row.cid),
  );
  const page = listRows(rows, body, { fields: FIELDS, order: NEWEST_FIRST, tie: (row) => row.cid });
  return { drafts: page.rows.map((row) => draftView(world, row)), next: page.next, prev: page.prev };
}

function draftView(world: World, row: DraftRow): ValueObject {
  const channel = world.store.channels.get(row.cid);
  const parent = row.parent_id === undefined ? undefined : world.store.messages.get(row.parent_id);
  const quotedId = textOf(row.message, 'quoted_message_id') || undefined;
  const quoted = quotedId === undefined ? undefined : world.store.messages.get(quotedId);
  return {
    channel_cid: row.cid,
    channel: channel === undefined ? undefined : channelView(world, channel),
    parent_id: row.parent_id,
    parent_message: parent === undefined ? undefined : messageView(world, parent),
    quoted_message: quoted === undefined ? undefined : messageView(world, quoted),
    created_at: time(row.created_at),
    message: {
      id: textOf(row.message, 'id') ?? '',
      text: textOf(row.message, 'text') ?? '',
      type: textOf(row.message, 'type') || undefined,
      attachments: attachmentViews(attachmentsOf(row.message)),
      mentioned_users: textsOf(row.message, 'mentioned_users').map((id) => userViewById(world, id)),
      parent_id: row.parent_id,
      poll_id: textOf(row.message, 'poll_id') || undefined,
      quoted_message_id: quotedId,
      show_in_channel: flagOf(row.message, 'show_in_channel'),
      silent: flagOf(row.message, 'silent'),
      custom: new Custom(objectOf(row.message, 'custom') ?? {}),
    },
  };
}
