/** Voting on a poll through the message that shows it. */
import { anything, record, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, objectOf, textOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { PollRow } from '../../store/rows/messages.ts';
import type { ValueObject } from '../../values.ts';
import { callerId, existingActor, noActor } from '../channels/input.ts';
import { living } from '../messages/existing.ts';
import { existingPoll } from './existing.ts';
import { isAnswer, pollView, votesOf, voteView } from './view.ts';

function shownPoll(call: Call): { readonly poll: PollRow; readonly demand: (action: string) => void } {
  const { row, channel } = living(call, call.param('message_id'));
  const poll = existingPoll(call, call.param('poll_id'));
  if (row.poll_id !== poll.id) throw notFound(`poll with ID ${poll.id} is not attached to message ${row.id}`);
  return { poll, demand: (action) => demandRight(call, action, { channel }) };
}

/** A vote is for an option, or an answer in words; an answer replaces the user's former one. */
export function castVote(call: Call): ValueObject {
  const { world, at } = call;
  const { poll, demand } = shownPoll(call);
  const shape = record({ option_id: text({ max: 255 }), answer_text: text() });
  const body = bodyOf(call, { vote: shape, user: anything, user_id: text() }, ['vote']);
  const userId = existingActor(call, body, '');
  demand('CastVote');
  if (poll.is_closed) throw inputError(`poll with ID ${poll.id} is closed`);
  const vote = objectOf(body, 'vote') ?? {};
  const optionId = textOf(vote, 'option_id') ?? '';
  const answer = textOf(vote, 'answer_text') || undefined;
  if ((optionId === '') === (answer === undefined))
    throw inputError('exactly one of vote.option_id and vote.answer_text must be provided');
  const own = votesOf(world, poll.id).filter((row) => row.user_id === userId);
  if (answer !== undefined) {
    if (!poll.allow_answers) throw inputError('answers are not allowed for this poll');
    for (const row of own) if (isAnswer(row)) world.store.pollVotes.remove(row.id);
  } else {
    if (!poll.options.some((option) => option.id === optionId))
      throw notFound(`option with ID ${optionId} doesn't exist`);
    const votes = own.filter((row) => !isAnswer(row));
    const same = votes.find((row) => row.option_id === optionId);
    if (same !== undefined) return answerWith(call, poll, same.id, userId);
    if (poll.enforce_unique_vote) for (const row of votes) world.store.pollVotes.remove(row.id);
    else if (poll.max_votes_allowed !== undefined && votes.length >= poll.max_votes_allowed)
      throw inputError(`cannot cast more than ${poll.max_votes_allowed} votes`);
  }
  const id = world.random.uuid();
  const stamps = { created_at: at, updated_at: at };
  world.store.pollVotes.put(id, {
    id,
    poll_id: poll.id,
    user_id: userId,
    option_id: optionId,
    answer_text: answer,
    ...stamps,
  });
  return answerWith(call, poll, id, userId);
}

function answerWith({ world }: Call, poll: PollRow, voteId: string, userId: string): ValueObject {
  const vote = world.store.pollVotes.get(voteId);
  return {
    vote: vote === undefined ? undefined : voteView(world, poll, vote, userId),
    poll: pollView(world, poll, userId),
  };
}

export function removeVote(call: Call): ValueObject {
  const { world, query } = call;
  const { poll, demand } = shownPoll(call);
  const userId = callerId(call) ?? (query.get('user_id') || undefined);
  if (userId === undefined) throw noActor('');
  demand('CastVote');
  const id = call.param('vote_id');
  const vote = world.store.pollVotes.get(id);
  if (vote === undefined || vote.poll_id !== poll.id || vote.user_id !== userId)
    throw notFound(`vote with ID ${id} doesn't exist`);
  if (poll.is_closed) throw inputError(`poll with ID ${poll.id} is closed`);
  world.store.pollVotes.remove(id);
  return { vote: voteView(world, poll, vote, userId), poll: pollView(world, poll, userId) };
}
