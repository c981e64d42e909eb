/** Finding polls, and the votes of one. */
import { anything, text } from '../../check.ts';
import { bodyOf, type Call, textOf } from '../../http/route.ts';
import { hasRight } from '../../permissions/demand.ts';
import { onlyFields } from '../../query/filter.ts';
import { listRows, listShape, NEWEST_FIRST } from '../../query/list.ts';
import type { PollRow } from '../../store/rows/messages.ts';
import type { ValueObject } from '../../values.ts';
import { callerId, existingActor } from '../channels/input.ts';
import { existingPoll } from './existing.ts';
import { isAnswer, pollView, votesOf, voteView } from './view.ts';

const RANGE = ['$eq', '$gt', '$gte', '$lt', '$lte'];

const POLL_FIELDS = onlyFields<PollRow>({
  id: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.id },
  name: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.name },
  created_by_id: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.created_by_id },
  is_closed: { type: 'boolean', operators: ['$eq'], read: (row) => row.is_closed },
  allow_answers: { type: 'boolean', operators: ['$eq'], read: (row) => row.allow_answers },
  allow_user_suggested_options: {
    type: 'boolean',
    operators: ['$eq'],
    read: (row) => row.allow_user_suggested_options,
  },
  voting_visibility: { type: 'string', operators: ['$eq'], read: (row) => row.voting_visibility },
  max_votes_allowed: { type: 'number', operators: RANGE, read: (row) => row.max_votes_allowed },
  created_at: { type: 'date', operators: RANGE, read: (row) => row.created_at },
  updated_at: { type: 'date', operators: RANGE, read: (row) => row.updated_at },
});

/** A client finds the polls that it may query: its own, with the default grants. */
export function queryPolls(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, { ...listShape(5), user: anything, user_id: text() });
  const given = call.query.get('user_id');
  const userId = existingActor(call, given === null ? body : { ...body, user_id: given }, '');
  const rows = [...world.store.polls.values()].filter((poll) =>
    hasRight(call, 'QueryPolls', { ownerId: poll.created_by_id }),
  );
  const page = listRows(rows, body, { fields: POLL_FIELDS, order: NEWEST_FIRST, tie: (row) => row.id });
  return { polls: page.rows.map((row) => pollView(world, row, userId)), next: page.next, prev: page.prev };
}

export function queryVotes(call: Call): ValueObject {
  const { world } = call;
  const poll = existingPoll(call, call.param('poll_id'));
  const body = bodyOf(call, { ...listShape(5), user: anything, user_id: text() });
  const viewer = callerId(call) ?? (call.query.get('user_id') || textOf(body, 'user_id'));
  const fields = onlyFields<ReturnType<typeof votesOf>[number]>({
    id: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.id },
    option_id: { type: 'string', operators: ['$eq', '$in', '$exists'], read: (row) => row.option_id || undefined },
    user_id: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.user_id },
    is_answer: { type: 'boolean', operators: ['$eq'], read: isAnswer },
    created_at: { type: 'date', operators: RANGE, read: (row) => row.created_at },
    updated_at: { type: 'date', operators: RANGE, read: (row) => row.updated_at },
  });
  const page = listRows(votesOf(world, poll.id), body, { fields, order: NEWEST_FIRST, tie: (row) => row.id });
  return { votes: page.rows.map((row) => voteView(world, poll, row, viewer)), next: page.next, prev: page.prev };
}
