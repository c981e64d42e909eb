/** Reactions: a user has one of each type on a message, or one in all if the call wants that. */
import type { JsonObject } from '../../../core/json.ts';
import { anything, bool, customData, instant, int, record, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, count, flagOf, numberOf, objectOf, type Route, textOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import { onlyFields } from '../../query/filter.ts';
import { listRows, listShape, NEWEST_FIRST } from '../../query/list.ts';
import { sortKeys } from '../../query/sort.ts';
import type { MessageRow, ReactionRow } from '../../store/rows/messages.ts';
import { readTime, type ValueObject } from '../../values.ts';
import { demandFeature } from '../channels/config.ts';
import { callerId, demandActor, existingActor, noActor } from '../channels/input.ts';
import { refuseBigCustom } from '../custom.ts';
import { existing, living } from '../messages/existing.ts';
import { refuseBanned, refuseFrozen } from '../messages/rights.ts';
import { messageView } from '../messages/view.ts';
import { described, introduced, refuseGone, USER_INPUT } from '../users/write.ts';
import { reactionsTo, reactionView } from './view.ts';

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path,
  area: 'chat',
  op,
  clients: true,
  handle,
});

export const reactionRoutes: readonly Route[] = [
  route('POST', '/messages/:id/reaction', 'SendReaction', send),
  route('DELETE', '/messages/:id/reaction/:type', 'DeleteReaction', remove),
  route('GET', '/messages/:id/reactions', 'GetReactions', getReactions),
  route('POST', '/messages/:id/reactions', 'QueryReactions', queryReactions),
];

const REACTION = record(
  {
    type: text({ max: 30 }),
    score: int(),
    custom: customData(['message_id']),
    user: USER_INPUT,
    user_id: text(),
    created_at: instant,
    updated_at: instant,
  },
  ['type'],
);

const keyOf = (messageId: string, userId: string, type: string) => `${messageId} ${userId} ${type}`;

function send(call: Call): ValueObject {
  const { world, at } = call;
  const { row, channel } = living(call);
  const body = bodyOf(call, { reaction: REACTION, enforce_unique: bool, skip_push: bool }, ['reaction']);
  const reaction = objectOf(body, 'reaction') ?? {};
  const userId = demandActor(call, reaction, 'reaction');
  demandFeature(world, channel, 'reactions');
  refuseBanned(call, channel);
  demandRight(call, 'CreateReaction', { channel });
  refuseFrozen(call, channel);
  const custom = objectOf(reaction, 'custom') ?? {};
  refuseBigCustom('reaction', custom);
  introduce(call, reaction, userId);
  const type = textOf(reaction, 'type') ?? '';
  if (flagOf(body, 'enforce_unique') === true) {
    for (const other of reactionsTo(world, row.id))
      if (other.user_id === userId && other.type !== type)
        world.store.reactions.remove(keyOf(row.id, userId, other.type));
  }
  const key = keyOf(row.id, userId, type);
  const former = world.store.reactions.get(key);
  const created = call.caller.kind === 'server' ? readTime(reaction['created_at']) : undefined;
  const stored = world.store.reactions.put(key, {
    message_id: row.id,
    user_id: userId,
    type,
    score: numberOf(reaction, 'score') || 1,
    custom,
    created_at: former?.created_at ?? created ?? at,
    updated_at: at,
  });
  return { message: messageView(world, row, { userId }), reaction: reactionView(world, stored) };
}

/** Someone unknown who reacts comes to be by that, as for messages. */
function introduce(call: Call, reaction: JsonObject, id: string): void {
  const { world, at } = call;
  const user = call.caller.kind === 'server' ? objectOf(reaction, 'user') : undefined;
  const former = world.store.users.get(id);
  refuseGone(former, id);
  if (user !== undefined) world.store.users.put(id, described(world, user, at));
  else if (former === undefined) world.store.users.put(id, introduced(world, id, at));
}

function remove(call: Call): ValueObject {
  const { world, query } = call;
  const { row, channel } = living(call);
  const type = call.param('type');
  const userId = callerId(call) ?? (query.get('user_id') || undefined);
  if (userId === undefined) throw noActor('');
  const key = keyOf(row.id, userId, type);
  const found = world.store.reactions.get(key);
  if (found === undefined)
    throw notFound(`reaction with type "${type}" of user "${userId}" on message ${row.id} doesn't exist`);
  demandRight(call, 'DeleteReaction', { channel, ownerId: found.user_id });
  world.store.reactions.remove(key);
  return { message: messageView(world, row, { userId }), reaction: reactionView(world, found) };
}

/** Newest first. */
function getReactions(call: Call): ValueObject {
  const { row } = existing(call);
  const limit = count(call, 'limit', { max: 300, otherwise: 10 }) || 10;
  const offset = count(call, 'offset', { max: 1000, otherwise: 0 });
  return { reactions: viewsOf(call, reactionsTo(call.world, row.id).slice(offset, offset + limit)) };
}

const FIELDS = onlyFields<ReactionRow>({
  type: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.type },
  reaction_type: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.type },
  user_id: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.user_id },
  created_at: { type: 'date', operators: ['$eq', '$gt', '$gte', '$lt', '$lte'], read: (row) => row.created_at },
});

function queryReactions(call: Call): ValueObject {
  const { world } = call;
  const { row }: { readonly row: MessageRow } = existing(call);
  const body = bodyOf(call, { ...listShape(1), user: anything, user_id: text() });
  if (textOf(body, 'user_id') !== undefined || objectOf(body, 'user') !== undefined) existingActor(call, body, '');
  if (sortKeys(body['sort'], [NEWEST_FIRST]).some((key) => key.field !== NEWEST_FIRST.field))
    throw inputError('reactions can only be sorted by created_at');
  const page = listRows(reactionsTo(world, row.id), body, {
    fields: FIELDS,
    order: NEWEST_FIRST,
    tie: (one) => one.user_id,
  });
  return { reactions: viewsOf(call, page.rows), next: page.next, prev: page.prev };
}

function viewsOf(call: Call, rows: readonly ReactionRow[]): readonly ValueObject[] {
  return rows.map((row) => reactionView(call.world, row));
}
