/** Searching messages in the channels that a filter finds. */
import { isObject, type Json } from '../../core/json.ts';
import { int, map, text } from '../check.ts';
import { inputError, noAccessToChannels, unsupported } from '../errors.ts';
import { type Call, numberOf, objectOf, payloadOf, type Route, textOf } from '../http/route.ts';
import { hasRight } from '../permissions/demand.ts';
import { compileFilter, type Field, fieldsOf, RANGE, type Test } from '../query/filter.ts';
import { pageByCursor } from '../query/paging.ts';
import { sortKeys, sortOf, sortRows } from '../query/sort.ts';
import type { ChannelRow } from '../store/rows/channels.ts';
import type { MessageRow } from '../store/rows/messages.ts';
import type { ValueObject } from '../values.ts';
import type { World } from '../world.ts';
import { hasFeature } from './channels/config.ts';
import { channelFields } from './channels/fields.ts';
import { callerId } from './channels/input.ts';
import { candidates } from './channels/query.ts';
import { channelView } from './channels/view.ts';
import { countedReplies, isPinned, isPresent, isSeenBy } from './messages/list.ts';
import { messageView } from './messages/view.ts';

const MOST_OFFSET = 1000;
const MOST_RESULTS = 100;

export const searchRoutes: readonly Route[] = [
  { method: 'GET', path: '/search', area: 'chat', op: 'Search', clients: true, handle: search },
];

/** Newest first unless the sort says otherwise. */
function search(call: Call): ValueObject {
  const { world } = call;
  const payload = payloadOf(
    call,
    {
      filter_conditions: map(),
      message_filter_conditions: map(),
      query: text({ max: 255 }),
      limit: int({ min: 0, max: MOST_RESULTS }),
      offset: int({ min: 0, max: MOST_OFFSET }),
      next: text(),
      sort: sortOf(10),
    },
    ['filter_conditions'],
  );
  const filter = objectOf(payload, 'filter_conditions') ?? {};
  const query = textOf(payload, 'query') ?? '';
  const messageFilter = objectOf(payload, 'message_filter_conditions');
  if (Object.keys(filter).length === 0) throw inputError('filter_conditions must not be empty');
  if (query === '' && messageFilter === undefined)
    throw inputError('either query or message_filter_conditions must be provided');
  if (query !== '' && messageFilter !== undefined)
    throw inputError('cannot use both query and message_filter_conditions');
  const offset = numberOf(payload, 'offset') ?? 0;
  const hasSort = Array.isArray(payload['sort']) && payload['sort'].length > 0;
  if (offset > 0 && (hasSort || (textOf(payload, 'next') ?? '') !== ''))
    throw inputError('cannot use offset with next or sort parameters');
  const fields = messageFields(world);
  const wanted: Json = messageFilter ?? { text: { $q: query } };
  const test = compileFilter(wanted, fields);
  const keys = sortKeys(payload['sort'], [{ field: 'created_at', direction: -1 }]);
  const rows = channelsOf(call, filter).flatMap((channel) => messagesOf(call, channel, test));
  const sorted = sortRows(rows, keys, fields, (row) => row.id);
  if (offset > 0) {
    const limit = numberOf(payload, 'limit') || 10;
    return { results: sorted.slice(offset, offset + limit).map((row) => resultView(call, row)) };
  }
  const page = pageByCursor(sorted, payload, 10);
  return { results: page.rows.map((row) => resultView(call, row)), next: page.next, previous: page.prev };
}

/** Channels of types that cannot be searched make the search fail, those that a client may not read as well. */
function channelsOf(call: Call, filter: Json): readonly ChannelRow[] {
  const { world } = call;
  const matches = compileFilter(filter, channelFields(world, callerId(call)));
  const found = [...candidates(world, filter)].filter((row) => row.deleted_at === undefined && matches(row));
  const closed = found.find((row) => !hasFeature(world, row, 'search'));
  if (closed !== undefined) throw unsupported(`search not enabled for channel type ${closed.type}`);
  const mayRead = (channel: ChannelRow) => hasRight(call, 'ReadChannel', { channel });
  if (world.assume('client_query_unreadable') === 'b') return found.filter(mayRead);
  if (!found.every(mayRead)) throw noAccessToChannels('no access to channels');
  return found;
}

function messagesOf(call: Call, channel: ChannelRow, test: Test<MessageRow>): readonly MessageRow[] {
  const { world } = call;
  const userId = call.caller.kind === 'server' ? undefined : (callerId(call) ?? '');
  return [...world.store.messagesByChannel.of(channel.cid).values()].filter(
    (row) => isPresent(channel, row) && isSeenBy(world, row, userId) && test(row),
  );
}

function messageFields(world: World) {
  const field = (
    type: Field<MessageRow>['type'],
    read: Field<MessageRow>['read'],
    operators: readonly string[] = RANGE,
  ): Field<MessageRow> => ({ type, read, operators });
  const types = (row: MessageRow) => row.attachments.filter(isObject).flatMap((item) => textOf(item, 'type') ?? []);
  return fieldsOf<MessageRow>(
    {
      id: field('string', (row) => row.id),
      cid: field('string', (row) => row.cid),
      created_at: field('date', (row) => row.created_at),
      updated_at: field('date', (row) => row.updated_at),
      parent_id: field('string', (row) => row.parent_id),
      reply_count: field('number', (row) => countedReplies(world, row)),
      type: field('string', (row) => row.type),
      text: field('string', (row) => row.text, [...RANGE, '$q', '$autocomplete']),
      // A message that matches is as relevant as any other here.
      relevance: field('number', () => 1, []),
      attachments: field('any', (row) => (row.attachments.length === 0 ? undefined : row.attachments), ['$exists']),
      'attachments.type': field('strings', types, ['$eq', '$in']),
      'mentioned_users.id': field('strings', (row) => row.mentioned_users, ['$contains']),
      pinned: field('boolean', (row) => isPinned(world, row), ['$eq']),
      user_id: field('string', (row) => row.user_id, ['$eq', '$in']),
      'user.id': field('string', (row) => row.user_id, ['$eq', '$in']),
    },
    { operators: [...RANGE, '$contains', '$autocomplete', '$q'], read: (row) => row.custom, isBare: true },
  );
}

function resultView(call: Call, row: MessageRow): ValueObject {
  const channel = call.world.store.channels.get(row.cid);
  const view = messageView(call.world, row, { userId: callerId(call) });
  return {
    message: { ...view, channel: channel === undefined ? undefined : channelView(call.world, channel) },
  };
}
