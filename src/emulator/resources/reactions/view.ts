/** Reactions as they are shown, alone and summed up on their message. */
import type { ReactionRow } from '../../store/rows/messages.ts';
import { Custom, time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { userViewById } from '../users/view.ts';

const MOST_LATEST = 10;

export function reactionView(world: World, row: ReactionRow): ValueObject {
  return {
    message_id: row.message_id,
    user_id: row.user_id,
    user: userViewById(world, row.user_id),
    type: row.type,
    score: row.score,
    custom: new Custom(row.custom),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}

/** Reactions to a message, newest first. */
export function reactionsTo(world: World, messageId: string): readonly ReactionRow[] {
  return [...world.store.reactionsByMessage.of(messageId).values()].sort(
    (a, b) => b.created_at - a.created_at || (a.user_id < b.user_id ? -1 : 1),
  );
}

/** What a message says about its reactions. */
export function reactionSummary(world: World, messageId: string, userId: string | undefined): ValueObject {
  if (world.store.reactionsByMessage.of(messageId).size === 0) return NO_REACTIONS;
  const rows = reactionsTo(world, messageId);
  const types = [...new Set(rows.map((row) => row.type))].sort();
  const ofType = (type: string) => rows.filter((row) => row.type === type);
  const own = rows.filter((row) => row.user_id === userId);
  return {
    latest_reactions: rows.slice(0, MOST_LATEST).map((row) => reactionView(world, row)),
    own_reactions: own.map((row) => reactionView(world, row)),
    reaction_counts: Object.fromEntries(types.map((type) => [type, ofType(type).length])),
    reaction_scores: Object.fromEntries(types.map((type) => [type, scoreOf(ofType(type))])),
    reaction_groups: Object.fromEntries(types.map((type) => [type, groupView(world, ofType(type))])),
  };
}

const NO_REACTIONS: ValueObject = {
  latest_reactions: [],
  own_reactions: [],
  reaction_counts: {},
  reaction_scores: {},
};

function groupView(world: World, rows: readonly ReactionRow[]): ValueObject {
  const times = rows.map((row) => row.created_at);
  return {
    count: rows.length,
    sum_scores: scoreOf(rows),
    first_reaction_at: time(Math.min(...times)),
    last_reaction_at: time(Math.max(...times)),
    latest_reactions_by: rows.slice(0, MOST_LATEST).map((row) => ({
      user_id: row.user_id,
      user: userViewById(world, row.user_id),
      created_at: time(row.created_at),
    })),
  };
}

function scoreOf(rows: readonly ReactionRow[]): number {
  return rows.reduce((sum, row) => sum + row.score, 0);
}
