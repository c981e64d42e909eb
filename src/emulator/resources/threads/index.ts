/** Threads: messages with replies, with a title and data of their own. */
import { anything, int, list, map, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, count, numberOf, objectOf, type Route, textOf, textsOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import { compileFilter, type Fields, onlyFields } from '../../query/filter.ts';
import { pageByCursor } from '../../query/paging.ts';
import { patchCustom, refuseBadPath, rootOf } from '../../query/path.ts';
import { sortKeys, sortOf, sortRows } from '../../query/sort.ts';
import type { MessageRow } from '../../store/rows/messages.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { callerId, existingActor } from '../channels/input.ts';
import { refuseBigCustom } from '../custom.ts';
import { living } from '../messages/existing.ts';
import { countedReplies, livingReplies } from '../messages/list.ts';
import { unreadInThread } from '../reads/state.ts';
import { isThread, threadsOf } from './list.ts';
import { threadStateView, threadView } from './view.ts';

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path,
  area: 'chat',
  op,
  clients: true,
  handle,
});

export const threadRoutes: readonly Route[] = [
  route('POST', '/threads', 'QueryThreads', queryThreads),
  route('GET', '/threads/:message_id', 'GetThread', getThread),
  route('PATCH', '/threads/:message_id', 'UpdateThreadPartial', updateThread),
];

function fieldsFor(world: World): Fields<MessageRow> {
  const last = (row: MessageRow) => livingReplies(world, row).at(-1)?.created_at;
  const range = ['$eq', '$gt', '$gte', '$lt', '$lte'];
  return onlyFields<MessageRow>({
    channel_cid: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.cid },
    created_by_user_id: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.user_id },
    parent_message_id: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.id },
    created_at: { type: 'date', operators: range, read: (row) => livingReplies(world, row)[0]?.created_at },
    updated_at: {
      type: 'date',
      operators: range,
      read: (row) => world.store.threads.get(row.id)?.updated_at ?? last(row),
    },
    last_message_at: { type: 'date', operators: range, read: last },
    reply_count: { type: 'number', operators: range, read: (row) => countedReplies(world, row) },
    'channel.disabled': {
      type: 'boolean',
      operators: ['$eq'],
      read: (row) => world.store.channels.get(row.cid)?.disabled ?? false,
    },
    'channel.team': {
      type: 'string',
      operators: ['$eq', '$in'],
      read: (row) => world.store.channels.get(row.cid)?.team,
    },
  });
}

/** The user's threads: unread ones first, then those with the latest reply, unless the sort says otherwise. */
function queryThreads(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, {
    filter: map(),
    limit: int({ min: 0, max: 25 }),
    member_limit: int({ min: 0, max: 100 }),
    next: text(),
    participant_limit: int({ min: 0, max: 100 }),
    prev: text(),
    reply_limit: int({ min: 0, max: 10 }),
    sort: sortOf(5),
    user: anything,
    user_id: text(),
  });
  const userId = existingActor(call, body, '');
  const fields = fieldsFor(world);
  const found = threadsOf(world, userId).filter(compileFilter(body['filter'], fields));
  const keys = sortKeys(body['sort'], []);
  const unread = (row: MessageRow) => Number(unreadInThread(world, row, userId) > 0);
  const newest = sortRows(found, [{ field: 'last_message_at', direction: -1 }], fields, (row) => row.id);
  const sorted =
    keys.length > 0 ? sortRows(found, keys, fields, (row) => row.id) : newest.toSorted((a, b) => unread(b) - unread(a));
  const page = pageByCursor(sorted, body, 10);
  const limits = {
    replies: numberOf(body, 'reply_limit') ?? 2,
    participants: numberOf(body, 'participant_limit') ?? 100,
    userId,
  };
  return { threads: page.rows.map((row) => threadStateView(world, row, limits)), next: page.next, prev: page.prev };
}

function threadOf(call: Call): MessageRow {
  const id = call.param('message_id');
  const { row } = living(call, id);
  if (!isThread(call.world, row)) throw notFound(`thread with id ${id} doesn't exist`);
  return row;
}

function getThread(call: Call): ValueObject {
  const limits = {
    replies: count(call, 'reply_limit', { max: 100, otherwise: 2 }),
    participants: count(call, 'participant_limit', { max: 100, otherwise: 100 }),
    userId: callerId(call),
  };
  return { thread: threadStateView(call.world, threadOf(call), limits) };
}

const RESERVED = `active_participant_count channel channel_cid created_at created_by created_by_user_id deleted_at
  last_message_at latest_replies parent_message parent_message_id participant_count read reply_count
  thread_participants updated_at`.split(/\s+/);

function updateThread(call: Call): ValueObject {
  const { world, at } = call;
  const row = threadOf(call);
  const body = bodyOf(call, { set: map(), unset: list(text()), user: anything, user_id: text() });
  existingActor(call, body, '');
  demandRight(call, 'UpdateThread', { channel: world.store.channels.get(row.cid), ownerId: row.user_id });
  const set = objectOf(body, 'set') ?? {};
  const unset = textsOf(body, 'unset');
  const paths = [...Object.keys(set), ...unset];
  if (paths.length === 0) throw inputError('set or unset is required');
  for (const path of paths) {
    refuseBadPath(path);
    if (RESERVED.includes(rootOf(path))) throw inputError(`field \`${rootOf(path)}\` is reserved and cannot updated`);
  }
  if ('title' in set && typeof set['title'] !== 'string') throw inputError('set.title must be a string');
  const former = world.store.threads.get(row.id) ?? { id: row.id, title: '', custom: {}, updated_at: at };
  const custom = patchCustom(former.custom, { set, unset }, (root) => root === 'title' || root === 'custom');
  refuseBigCustom('thread', custom);
  const title = unset.includes('title') ? '' : (textOf(set, 'title') ?? former.title);
  world.store.threads.put(row.id, { id: row.id, title, custom, updated_at: at });
  return { thread: threadView(world, row) };
}
