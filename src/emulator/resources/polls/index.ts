/** Polls live beside channels; a message shows one by its id. */
import { anything, list, map, record, text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { bodyOf, type Call, objectOf, type Route, textOf, textsOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import { patchCustom, refuseBadPath, rootOf } from '../../query/path.ts';
import type { ValueObject } from '../../values.ts';
import { callerId, existingActor } from '../channels/input.ts';
import { existingPoll } from './existing.ts';
import { bodyFrom, contentOf, isSettable, POLL, refuseEmptyPatch } from './input.ts';
import { createOption, getOption, removeOption, updateOption } from './options.ts';
import { queryPolls, queryVotes } from './query.ts';
import { replaced } from './replace.ts';
import { pollView, votesOf } from './view.ts';
import { castVote, removeVote } from './votes.ts';

const route = (
  method: Route['method'],
  path: string,
  op: string,
  handle: Route['handle'],
  area: Route['area'] = 'common',
): Route => ({ method, path, area, op, clients: true, handle });

export const pollRoutes: readonly Route[] = [
  route('POST', '/polls', 'CreatePoll', create),
  route('PUT', '/polls', 'UpdatePoll', update),
  route('POST', '/polls/query', 'QueryPolls', queryPolls),
  route('GET', '/polls/:poll_id', 'GetPoll', getPoll),
  route('PATCH', '/polls/:poll_id', 'UpdatePollPartial', updatePartial),
  route('DELETE', '/polls/:poll_id', 'DeletePoll', remove),
  route('POST', '/polls/:poll_id/options', 'CreatePollOption', createOption),
  route('PUT', '/polls/:poll_id/options', 'UpdatePollOption', updateOption),
  route('GET', '/polls/:poll_id/options/:option_id', 'GetPollOption', getOption),
  route('DELETE', '/polls/:poll_id/options/:option_id', 'DeletePollOption', removeOption),
  route('POST', '/polls/:poll_id/votes', 'QueryPollVotes', queryVotes),
  route('POST', '/messages/:message_id/polls/:poll_id/vote', 'CastPollVote', castVote, 'chat'),
  route('DELETE', '/messages/:message_id/polls/:poll_id/vote/:vote_id', 'DeletePollVote', removeVote, 'chat'),
];

function create(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, { id: text({ max: 255 }), ...POLL }, ['name']);
  const userId = existingActor(call, body, '');
  demandRight(call, 'CreatePoll', { ownerId: userId });
  const id = textOf(body, 'id') || world.random.uuid();
  if (world.store.polls.has(id)) throw inputError(`poll with ID ${id} already exists`);
  const stamps = { created_by_id: userId, created_at: at, updated_at: at };
  const poll = world.store.polls.put(id, { ...contentOf(world, body), id, ...stamps });
  return { poll: pollView(world, poll, userId) };
}

/** Replaces what the poll says, its options too; votes for options that are gone go with them. */
function update(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, { id: text(), ...POLL }, ['id', 'name']);
  const former = existingPoll(call, textOf(body, 'id') ?? '');
  const userId = existingActor(call, body, '');
  demandRight(call, 'UpdatePoll', { ownerId: former.created_by_id });
  return { poll: pollView(world, replaced(call, former, body), userId) };
}

function updatePartial(call: Call): ValueObject {
  const former = existingPoll(call, call.param('poll_id'));
  const body = bodyOf(call, { set: map(), unset: list(text()), user: anything, user_id: text() });
  const userId = existingActor(call, body, '');
  const set = objectOf(body, 'set') ?? {};
  const unset = textsOf(body, 'unset');
  refuseEmptyPatch(set, unset);
  for (const path of [...Object.keys(set), ...unset]) {
    refuseBadPath(path);
    if (['id', 'created_at', 'updated_at', 'created_by', 'created_by_id', 'vote_count'].includes(rootOf(path)))
      throw inputError(`field \`${rootOf(path)}\` is reserved and cannot updated`);
  }
  // Closing is a right of its own.
  const isClosing = Object.keys(set).every((key) => key === 'is_closed') && unset.length === 0;
  if (!isClosing) demandRight(call, 'UpdatePoll', { ownerId: former.created_by_id });
  const custom = patchCustom(former.custom, { set, unset }, (root) => isSettable(root) || root === 'custom');
  const own = Object.fromEntries(Object.entries(set).filter(([key]) => isSettable(key)));
  const problems: string[] = [];
  record(POLL)(own, 'set', problems);
  if (problems.length > 0) throw inputError(problems.join(', '));
  const base = Object.fromEntries(
    Object.entries(bodyFrom(former)).filter(([key]) => key === 'name' || !unset.includes(key)),
  );
  const next = replaced(call, former, { ...base, ...own, custom });
  return { poll: pollView(call.world, next, userId) };
}

function remove(call: Call): ValueObject {
  const { world, query } = call;
  const poll = existingPoll(call, call.param('poll_id'));
  const userId = callerId(call) ?? (query.get('user_id') || undefined);
  if (userId === undefined) throw inputError('user_id is a required field');
  demandRight(call, 'DeletePoll', { ownerId: poll.created_by_id });
  for (const vote of votesOf(world, poll.id)) world.store.pollVotes.remove(vote.id);
  world.store.polls.remove(poll.id);
  return {};
}

function getPoll(call: Call): ValueObject {
  const poll = existingPoll(call, call.param('poll_id'));
  return { poll: pollView(call.world, poll, callerId(call) ?? (call.query.get('user_id') || undefined)) };
}
