/** Reading messages. */
import { isArray, isObject, type Json } from '../../../core/json.ts';
import { inputError } from '../../errors.ts';
import { type Call, count, flag } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { MessageRow } from '../../store/rows/messages.ts';
import { parseTime, type ValueObject } from '../../values.ts';
import { callerId, livingChannel } from '../channels/input.ts';
import { channelView } from '../channels/view.ts';
import { existing } from './existing.ts';
import { cursorFrom, instantFrom, isSeenBy, livingReplies, pageBy, pageOf, pinnedMessages } from './list.ts';
import { includedKeys, messageView } from './view.ts';

const MOST_IDS = 50;
const MOST_MESSAGES = 300;

export function getMany(call: Call): ValueObject {
  const { world, query } = call;
  const channel = livingChannel(call);
  demandRight(call, 'ReadChannel', { channel });
  const ids = (query.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0) throw inputError('ids must contain at least 1 item');
  if (ids.length > MOST_IDS) throw inputError(`ids must contain at maximum ${MOST_IDS} items`);
  const rows = ids.flatMap((id) => world.store.messages.get(id) ?? []).filter((row) => row.cid === channel.cid);
  return {
    messages: viewsOf(
      call,
      rows.filter((row) => isSeenBy(world, row, readerId(call))),
    ),
  };
}

/** A server sees everything, a client what it may see; whoever is anonymous is nobody's addressee. */
export function readerId(call: Call): string | undefined {
  if (call.caller.kind === 'server') return call.query.get('user_id') || undefined;
  return callerId(call) ?? '';
}

function viewsOf(call: Call, rows: readonly MessageRow[]): readonly ValueObject[] {
  const viewer = {
    userId: readerId(call) || undefined,
    memberCustom: includedKeys(call.query.get('member_custom_include') ?? ''),
  };
  return rows.map((row) => messageView(call.world, row, viewer));
}

/** By the moment of pinning, newest first unless the sort says otherwise. */
export function getPinned(call: Call): ValueObject {
  const { world, query } = call;
  const channel = livingChannel(call);
  demandRight(call, 'ReadChannel', { channel });
  const limit = count(call, 'limit', { max: MOST_MESSAGES, otherwise: 10 }) || 10;
  const offset = count(call, 'offset', { max: 1000, otherwise: 0 });
  const pinnedAt = (row: MessageRow) => row.pinned_at ?? 0;
  const oldestFirst = pinnedMessages(world, channel.cid, readerId(call)).toReversed();
  const cursor =
    cursorFrom((name) => query.get(name) ?? undefined) ?? instantFrom('pinned_at', (name) => instantOf(call, name));
  const isAscending = directionOf(call, 'pinned_at') === 1;
  const inOrder = (rows: readonly MessageRow[]) => (isAscending ? rows : rows.toReversed());
  if (cursor !== undefined) return { messages: viewsOf(call, inOrder(pageBy(oldestFirst, limit, cursor, pinnedAt))) };
  return { messages: viewsOf(call, inOrder(oldestFirst).slice(offset, offset + limit)) };
}

function instantOf(call: Call, name: string): number | undefined {
  const text = call.query.get(name);
  if (text === null || text === '') return undefined;
  const at = /^-?\d+$/.test(text) ? Math.round(Number(text) / 1000) : parseTime(text);
  if (at === undefined) throw inputError(`${name} is not a valid date`);
  return at;
}

function directionOf(call: Call, field: string): 1 | -1 | undefined {
  const text = call.query.get('sort');
  if (text === null || text === '') return undefined;
  let sort: Json;
  try {
    sort = JSON.parse(text) as Json;
  } catch {
    throw inputError('sort is not valid json');
  }
  if (!isArray(sort)) throw inputError('sort must be an array');
  const [first] = sort;
  if (first === undefined) return undefined;
  if (!isObject(first) || first['field'] !== field) throw inputError(`sort is only supported by ${field}`);
  return first['direction'] === -1 ? -1 : 1;
}

export function getOne(call: Call): ValueObject {
  const { world } = call;
  const { row, channel } = existing(call);
  const isShown = row.deleted_at === undefined || flag(call, 'show_deleted_message');
  const shown = isShown ? row : { ...row, text: '', html: '', attachments: [], custom: {} };
  const view = messageView(world, shown, { userId: callerId(call) });
  return {
    message: { ...view, channel: channelView(world, channel, callerId(call)) },
    pending_message_metadata: row.pending === true ? row.pending_metadata : undefined,
  };
}

/** Oldest first; a page without a cursor is the newest one. */
export function getReplies(call: Call): ValueObject {
  const { world, query } = call;
  const { row } = existing(call, call.param('parent_id'));
  const limit = count(call, 'limit', { max: MOST_MESSAGES, otherwise: 25 }) || 25;
  const isNewestFirst = directionOf(call, 'created_at') === -1;
  const replies = livingReplies(world, row, readerId(call));
  const page = pageOf(replies, { limit, cursor: cursorFrom((name) => query.get(name) ?? undefined) });
  return { messages: viewsOf(call, isNewestFirst ? page.toReversed() : page) };
}
