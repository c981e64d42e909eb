/** What is flagged, by whom, and the one thing that moderators then look at. */
import type { JsonObject } from '../../../core/json.ts';
import type { Call } from '../../http/route.ts';
import type { FlagRow, ReviewRow } from '../../store/rows/moderation.ts';
import type { World } from '../../world.ts';

export const MESSAGE = 'stream:chat:v1:message';
export const USER = 'stream:user';

export interface Flagged {
  readonly type: string;
  readonly id: string;
  readonly creator?: string | undefined;
  readonly payload?: JsonObject | undefined;
  readonly configKey?: string | undefined;
  readonly recommended?: string | undefined;
}

export function flagKey(row: Pick<FlagRow, 'entity_type' | 'entity_id' | 'user_id' | 'older' | 'type'>): string {
  return JSON.stringify([row.older, row.entity_type, row.entity_id, row.user_id, ...(row.type ? [row.type] : [])]);
}

/** A second flag of the same user changes the first. */
export function putFlag(
  call: Call,
  review: ReviewRow,
  flagged: Omit<FlagRow, 'item_id' | 'created_at' | 'updated_at'>,
): FlagRow {
  const { world, at } = call;
  const { flags } = world.store;
  const key = flagKey(flagged);
  return flags.put(key, {
    ...flagged,
    item_id: review.id,
    created_at: flags.get(key)?.created_at ?? at,
    updated_at: at,
  });
}

/** There is one item for all flags of the same thing; a new flag calls for a new look at it. */
export function putReview(call: Call, { type, id, creator, payload, configKey, recommended }: Flagged): ReviewRow {
  const { world, at } = call;
  const { reviews } = world.store;
  const key = `${type} ${id}`;
  const { reviewed_at: _at, reviewed_by: _by, review_result: _result, ...former } = reviews.get(key) ?? NEVER_FLAGGED;
  return reviews.put(key, {
    ...former,
    id: former.id === '' ? world.random.uuid() : former.id,
    entity_type: type,
    entity_id: id,
    entity_creator_id: (creator ?? authorOf(world, type, id) ?? '') || former.entity_creator_id,
    config_key: configKey ?? former.config_key,
    payload: payload ?? former.payload,
    recommended_action: recommended ?? former.recommended_action,
    created_at: former.id === '' ? at : former.created_at,
    updated_at: at,
  });
}

/** What a block list finds is put into the queue of the newer generation, flagged by nobody. */
export function reportFinding(
  call: Call,
  type: string,
  id: string,
  more: Omit<Flagged, 'type' | 'id'> = {},
): ReviewRow {
  const review = putReview(call, { recommended: 'flag', ...more, type, id });
  const flag = { entity_type: type, entity_id: id, user_id: '', reason: '', custom: {}, older: false };
  putFlag(call, review, { ...flag, type: 'block_list' });
  return review;
}

const NEVER_FLAGGED: ReviewRow = {
  id: '',
  entity_type: '',
  entity_id: '',
  entity_creator_id: '',
  recommended_action: '',
  actions: [],
  created_at: 0,
  updated_at: 0,
};

/** Who is behind a thing of the API's own. */
export function authorOf(world: World, type: string, id: string): string | undefined {
  if (type === USER) return id;
  return type === MESSAGE ? world.store.messages.get(id)?.user_id : undefined;
}

/** The flags of a thing that one generation shows, oldest first. */
export function flagsOf(world: World, review: ReviewRow, isOlder: boolean): readonly FlagRow[] {
  const all = [...world.store.flagsByEntity.of(review.entity_id).values()];
  return all.filter((flag) => flag.item_id === review.id && isShown(world, flag, isOlder));
}

export function isShown(world: World, flag: FlagRow, isOlder: boolean): boolean {
  return flag.older === isOlder || world.assume('flags_of_other_generation') === 'b';
}

export function reviewById(world: World, id: string): { readonly key: string; readonly row: ReviewRow } | undefined {
  for (const [key, row] of world.store.reviews.entries()) if (row.id === id) return { key, row };
  return undefined;
}
