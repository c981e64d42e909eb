import type { PollOptionRow, PollRow, PollVoteRow } from '../../store/rows/messages.ts';
import { Custom, time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { userViewById } from '../users/view.ts';

const MOST_LATEST = 10;

/** Votes and answers to a poll, newest first. */
export function votesOf(world: World, pollId: string): readonly PollVoteRow[] {
  return [...world.store.votesByPoll.of(pollId).values()].sort(
    (a, b) => b.created_at - a.created_at || (a.id < b.id ? -1 : 1),
  );
}

export function isAnswer(row: PollVoteRow): boolean {
  return row.answer_text !== undefined;
}

export function optionView(row: PollOptionRow): ValueObject {
  return { id: row.id, text: row.text, custom: new Custom(row.custom) };
}

/** Who voted stays hidden when the poll is anonymous, except from the voter. */
export function voteView(world: World, poll: PollRow, row: PollVoteRow, userId?: string): ValueObject {
  const isHidden = poll.voting_visibility === 'anonymous' && row.user_id !== userId;
  return {
    id: row.id,
    poll_id: row.poll_id,
    option_id: row.option_id,
    answer_text: row.answer_text,
    is_answer: isAnswer(row) ? true : undefined,
    user_id: isHidden ? undefined : row.user_id,
    user: isHidden ? undefined : userViewById(world, row.user_id),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}

export function pollView(world: World, poll: PollRow, userId?: string): ValueObject {
  const all = votesOf(world, poll.id);
  const votes = all.filter((row) => !isAnswer(row));
  const answers = all.filter(isAnswer);
  const byOption = poll.options
    .map((option) => [option.id, votes.filter((vote) => vote.option_id === option.id)] as const)
    .filter(([, rows]) => rows.length > 0);
  const view = (row: PollVoteRow) => voteView(world, poll, row, userId);
  return {
    id: poll.id,
    name: poll.name,
    description: poll.description,
    voting_visibility: poll.voting_visibility,
    enforce_unique_vote: poll.enforce_unique_vote,
    max_votes_allowed: poll.max_votes_allowed,
    allow_user_suggested_options: poll.allow_user_suggested_options,
    allow_answers: poll.allow_answers,
    is_closed: poll.is_closed,
    options: poll.options.map(optionView),
    vote_count: votes.length,
    vote_counts_by_option: Object.fromEntries(byOption.map(([id, rows]) => [id, rows.length])),
    latest_votes_by_option: Object.fromEntries(
      byOption.map(([id, rows]) => [
        id,
        poll.voting_visibility === 'anonymous' ? [] : rows.slice(0, MOST_LATEST).map(view),
      ]),
    ),
    answers_count: answers.length,
    latest_answers: answers.slice(0, MOST_LATEST).map(view),
    own_votes: userId === undefined ? [] : all.filter((row) => row.user_id === userId).map(view),
    custom: new Custom(poll.custom),
    created_by_id: poll.created_by_id,
    created_by: userViewById(world, poll.created_by_id),
    created_at: time(poll.created_at),
    updated_at: time(poll.updated_at),
  };
}
