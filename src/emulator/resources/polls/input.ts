/** What may be said about a poll. */
import type { JsonObject } from '../../../core/json.ts';
import { anything, bool, customData, int, list, map, record, type Shape, text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { flagOf, isGiven, numberOf, objectOf, objectsOf, textOf } from '../../http/route.ts';
import type { PollOptionRow, PollRow } from '../../store/rows/messages.ts';
import type { World } from '../../world.ts';
import { refuseBigCustom } from '../custom.ts';

const MOST_OPTIONS = 100;
export const OPTION: Shape = { id: text({ max: 255 }), text: text({ max: 1000 }), custom: map() };

/** What only replies have. */
const SHOWN =
  `answers_count created_at created_by created_by_id latest_answers latest_votes_by_option own_votes updated_at
  vote_count vote_counts_by_option`.split(/\s+/);

export const POLL: Shape = {
  name: text({ max: 1000 }),
  description: text(),
  options: list(record(OPTION), { max: MOST_OPTIONS }),
  voting_visibility: text({ oneOf: ['', 'public', 'anonymous'] }),
  enforce_unique_vote: bool,
  max_votes_allowed: int({ min: 1, max: 10 }),
  allow_user_suggested_options: bool,
  allow_answers: bool,
  is_closed: bool,
  custom: customData(SHOWN),
  user: anything,
  user_id: text(),
};

export type PollContent = Omit<PollRow, 'id' | 'created_by_id' | 'created_at' | 'updated_at'>;

/** What is not said has its default. */
export function contentOf(world: World, body: JsonObject): PollContent {
  const custom = objectOf(body, 'custom') ?? {};
  refuseBigCustom('poll', custom);
  const isUnique = flagOf(body, 'enforce_unique_vote') ?? false;
  const most = numberOf(body, 'max_votes_allowed');
  if (isUnique && most !== undefined && most > 1)
    throw inputError('max_votes_allowed cannot be more than 1 when enforce_unique_vote is set');
  return {
    name: textOf(body, 'name') ?? '',
    description: textOf(body, 'description') ?? '',
    options: optionsOf(world, objectsOf(body, 'options')),
    voting_visibility: textOf(body, 'voting_visibility') || 'public',
    enforce_unique_vote: isUnique,
    max_votes_allowed: most,
    allow_user_suggested_options: flagOf(body, 'allow_user_suggested_options') ?? false,
    allow_answers: flagOf(body, 'allow_answers') ?? false,
    is_closed: flagOf(body, 'is_closed') ?? false,
    custom,
  };
}

function optionsOf(world: World, given: readonly JsonObject[]): readonly PollOptionRow[] {
  const options = given.map((item) => optionOf(world, item));
  const texts = options.map((option) => option.text);
  if (new Set(texts).size < texts.length) throw inputError('the options of a poll must be unique');
  return options;
}

/** Data of an option's own stands beside its text or under `custom`. */
export function optionOf(world: World, item: JsonObject): PollOptionRow {
  const content = textOf(item, 'text') ?? '';
  if (content === '') throw inputError('options.text is a required field');
  return { id: textOf(item, 'id') || world.random.uuid(), text: content, custom: objectOf(item, 'custom') ?? {} };
}

const SETTABLE = Object.keys(POLL).filter((key) => !['user', 'user_id', 'custom', 'options'].includes(key));

export function isSettable(name: string): boolean {
  return SETTABLE.includes(name);
}

/** A poll as the body that would make it, for changing part of it. */
export function bodyFrom(poll: PollRow): JsonObject {
  const { name, description, voting_visibility, enforce_unique_vote, max_votes_allowed } = poll;
  const { allow_user_suggested_options, allow_answers, is_closed, custom, options } = poll;
  return {
    name,
    description,
    voting_visibility,
    enforce_unique_vote,
    allow_user_suggested_options,
    allow_answers,
    is_closed,
    custom,
    options: options.map((option) => ({ ...option })),
    ...(max_votes_allowed === undefined ? {} : { max_votes_allowed }),
  };
}

export function refuseEmptyPatch(set: JsonObject, unset: readonly string[]): void {
  if (Object.keys(set).length === 0 && unset.length === 0) throw inputError('set or unset is required');
  if (isGiven(set, 'options')) throw inputError('options cannot be changed by a partial update');
}
