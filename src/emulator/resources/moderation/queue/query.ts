/** Reading the review queue of the newer generation, and its flags one by one. The description has none of these; the
 * vendor's newer clients describe requests and answers. */
import { anything, bool, int, text } from '../../../check.ts';
import { notFound } from '../../../errors.ts';
import { bodyOf, type Call, textOf } from '../../../http/route.ts';
import { type Field, onlyFields, RANGE } from '../../../query/filter.ts';
import { listRows, listShape, NEWEST_FIRST } from '../../../query/list.ts';
import type { FlagRow, ReviewRow } from '../../../store/rows/moderation.ts';
import type { ValueObject } from '../../../values.ts';
import type { World } from '../../../world.ts';
import { isShown, reviewById } from '../flagged.ts';
import { itemView, moderationFlagView, statusOf } from './view.ts';

const EQUAL = ['$eq', '$in'];

function field<Row>(
  type: Field<Row>['type'],
  read: Field<Row>['read'],
  operators: readonly string[] = EQUAL,
): Field<Row> {
  return { type, operators, read };
}

const ITEM_FIELDS = (world: World) =>
  onlyFields<ReviewRow>({
    id: field('string', (row) => row.id),
    entity_type: field('string', (row) => row.entity_type),
    entity_id: field('string', (row) => row.entity_id),
    entity_creator_id: field('string', (row) => row.entity_creator_id),
    config_key: field('string', (row) => row.config_key),
    status: field('string', statusOf),
    recommended_action: field('string', (row) => row.recommended_action),
    reviewed: field('boolean', (row) => row.reviewed_at !== undefined, ['$eq']),
    escalated: field('boolean', (row) => row.escalated_at !== undefined, ['$eq']),
    channel_cid: field('string', (row) => world.store.messages.get(row.entity_id)?.cid),
    reviewed_at: field('date', (row) => row.reviewed_at, RANGE),
    completed_at: field('date', (row) => row.reviewed_at, RANGE),
    created_at: field('date', (row) => row.created_at, RANGE),
    updated_at: field('date', (row) => row.updated_at, RANGE),
  });

/** Newest first. Items cannot be locked here: nobody else works on them. */
export function queryReviewQueue(call: Call): ValueObject {
  const { world } = call;
  const lock = { lock_items: bool, lock_duration: int({ min: 0 }), lock_count: int({ min: 0 }), stats_only: bool };
  const body = bodyOf(call, {
    ...listShape(5),
    ...lock,
    user: anything,
    user_id: text(),
    exclude_default_action_config: bool,
  });
  const how = { fields: ITEM_FIELDS(world), order: NEWEST_FIRST, tie: (row: ReviewRow) => row.id };
  const page = listRows(itemsOf(world), body, how);
  const items = body['stats_only'] === true ? [] : page.rows.map((row) => itemView(world, row));
  return { items, action_config: {}, stats: { total: page.total }, next: page.next, prev: page.prev };
}

export function getReviewQueueItem(call: Call): ValueObject {
  const { world, param } = call;
  const found = reviewById(world, param('id'));
  if (found === undefined) throw notFound(`review queue item with id ${param('id')} does not exist`);
  return { item: itemView(world, found.row) };
}

/** What has no flag that this generation shows was not put into its queue. */
function itemsOf(world: World): readonly ReviewRow[] {
  const shown = new Set<string>();
  for (const flag of world.store.flags.values()) if (isShown(world, flag, false)) shown.add(flag.item_id);
  return [...world.store.reviews.values()].filter((review) => shown.has(review.id));
}

interface Found {
  readonly flag: FlagRow;
  readonly review: ReviewRow;
}

const FLAG_FIELDS = onlyFields<Found>({
  entity_type: field('string', ({ flag }) => flag.entity_type),
  entity_id: field('string', ({ flag }) => flag.entity_id),
  entity_creator_id: field('string', ({ review }) => review.entity_creator_id),
  user_id: field('string', ({ flag }) => flag.user_id),
  type: field('string', ({ flag }) => flag.type ?? 'user_report'),
  created_at: field('date', ({ flag }) => flag.created_at, RANGE),
  updated_at: field('date', ({ flag }) => flag.updated_at, RANGE),
});

export function queryModerationFlags(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, listShape(5));
  const page = listRows(flagsOf(world), body, {
    fields: FLAG_FIELDS,
    order: NEWEST_FIRST,
    tie: ({ flag }) => `${flag.entity_id} ${flag.user_id}`,
  });
  return {
    flags: page.rows.map(({ flag, review }) => moderationFlagView(world, flag, review)),
    next: page.next,
    prev: page.prev,
  };
}

/** How often what somebody made was flagged. */
export function getFlagCount(call: Call): ValueObject {
  const body = bodyOf(call, { entity_creator_id: text(), entity_type: text() }, ['entity_creator_id']);
  const type = textOf(body, 'entity_type') ?? '';
  const isCounted = ({ flag, review }: Found) =>
    review.entity_creator_id === textOf(body, 'entity_creator_id') && (type === '' || flag.entity_type === type);
  return { count: flagsOf(call.world).filter(isCounted).length };
}

function flagsOf(world: World): readonly Found[] {
  const { flags, reviews } = world.store;
  return [...flags.values()].flatMap((flag) => {
    const review = reviews.get(`${flag.entity_type} ${flag.entity_id}`);
    return review === undefined || !isShown(world, flag, false) ? [] : [{ flag, review }];
  });
}
