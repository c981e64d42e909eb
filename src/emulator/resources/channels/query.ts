/** Finding channels. */
import { isArray, isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { anything, bool, int, list, map, text } from '../../check.ts';
import { inputError, noAccessToChannels } from '../../errors.ts';
import { bodyOf, type Call, numberOf } from '../../http/route.ts';
import { hasRight } from '../../permissions/demand.ts';
import { compileFilter, pinnedTo } from '../../query/filter.ts';
import { sortKeys, sortOf, sortRows } from '../../query/sort.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { includedKeys } from '../messages/view.ts';
import { viewOf } from '../reads/state.ts';
import { channelFields } from './fields.ts';
import { actorId } from './input.ts';
import { conditionsOf } from './predefined.ts';
import { stateView } from './view.ts';

const MOST_CHANNELS = 30;
const MOST_OFFSET = 1000;

export function queryChannels(call: Call): ValueObject {
  const { world, caller } = call;
  const body = bodyOf(call, {
    filter_conditions: map(),
    limit: int({ min: 0 }),
    offset: int({ min: 0, max: MOST_OFFSET }),
    member_limit: int({ min: 0, max: 100 }),
    message_limit: int({ min: 0, max: 300 }),
    member_custom_include: list(text(), { max: 8 }),
    sort: sortOf(5),
    state: bool,
    watch: bool,
    presence: bool,
    user_id: text(),
    user: anything,
    predefined_filter: text({ max: 255 }),
    filter_values: map(),
    sort_values: map(),
  });
  if (caller.kind === 'server' && (body['watch'] === true || body['presence'] === true)) {
    throw inputError('watch and presence are not supported when using server side auth');
  }
  const { filter, sort, predefined } = conditionsOf(world, body);
  const userId = actorId(call, body, '');
  const fields = channelFields(world, userId);
  const test = compileFilter(filter, fields);
  const keys = sortKeys(sort, [{ field: 'last_updated', direction: -1 }]);
  const rows: ChannelRow[] = [];
  // What a user hid is found only by asking for it.
  const isShown = (row: ChannelRow) =>
    userId === undefined || mentions(filter, 'hidden') || viewOf(world, row.cid, userId)?.hidden !== true;
  for (const row of candidates(world, filter)) {
    if (row.deleted_at === undefined && test(row) && isShown(row)) rows.push(row);
  }
  const offset = numberOf(body, 'offset') ?? 0;
  const readable = world.assume('client_query_unreadable') === 'b' ? rows.filter((row) => mayRead(call, row)) : rows;
  const page = sortRows(readable, keys, fields, (row) => row.cid).slice(offset, offset + limitOf(world, body));
  if (page.some((row) => !mayRead(call, row))) throw noAccessToChannels('no access to channels');
  const state = body['state'] !== false;
  const limits = {
    state,
    members: numberOf(body, 'member_limit') ?? 100,
    messages: { limit: messageLimit(world, body) },
    userId,
    memberCustom: includedKeys(body['member_custom_include']),
  };
  return { channels: page.map((row) => stateView(world, row, limits)), predefined_filter: predefined };
}

function mayRead(call: Call, channel: ChannelRow): boolean {
  return hasRight(call, 'ReadChannel', { channel });
}

/** Whether a filter speaks of a field, however deep. */
function mentions(filter: Json | undefined, name: string): boolean {
  if (!isObject(filter)) return false;
  if (Object.hasOwn(filter, name)) return true;
  return ['$and', '$or', '$nor'].some((key) => {
    const parts = filter[key];
    return isArray(parts) && parts.some((part) => mentions(part, name));
  });
}

function limitOf(world: World, body: JsonObject): number {
  const limit = numberOf(body, 'limit') || 10;
  if (limit > MOST_CHANNELS && world.assume('channel_limit_over_30') === 'b') {
    throw inputError(`limit must be ${MOST_CHANNELS} or less`);
  }
  return Math.min(limit, MOST_CHANNELS);
}

function messageLimit(world: World, body: JsonObject): number {
  const limit = numberOf(body, 'message_limit') ?? 25;
  return limit === 0 && world.assume('message_limit_zero') === 'b' ? 25 : limit;
}

/** Channels named by cid or type, or those of named members, are looked up and not searched for. */
export function candidates(world: World, filter: Json | undefined): Iterable<ChannelRow> {
  const { store } = world;
  const cids = pinnedTo(filter, 'cid');
  if (cids !== undefined) return cids.flatMap((cid) => store.channels.get(cid) ?? []);
  const people = pinnedTo(filter, 'members');
  if (people !== undefined) {
    const theirs = people.flatMap((id) => [...store.membersByUser.of(id).values()].map((member) => member.cid));
    return [...new Set(theirs)].flatMap((cid) => store.channels.get(cid) ?? []);
  }
  const types = pinnedTo(filter, 'type');
  if (types !== undefined) return types.flatMap((type) => [...store.channelsByType.of(type).values()]);
  return store.channels.values();
}
