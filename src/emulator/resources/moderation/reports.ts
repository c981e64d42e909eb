/** Reports of the older generation: a flagged message with all its flags, and what a moderator made of it. The vendor's
 * server clients call these; its description has none of them. */
import { anything, int, map, text } from '../../check.ts';
import { notFound } from '../../errors.ts';
import { bodyOf, type Call, numberOf, objectOf, textOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import { compileFilter, type Field, onlyFields, RANGE } from '../../query/filter.ts';
import type { MessageRow } from '../../store/rows/messages.ts';
import type { FlagRow, ReviewRow } from '../../store/rows/moderation.ts';
import { time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { absent } from '../messages/existing.ts';
import { messageView } from '../messages/view.ts';
import { ACTOR, actingUser } from '../users/actor.ts';
import { userViewById } from '../users/view.ts';
import { flagsOf, isShown, MESSAGE, reviewById } from './flagged.ts';
import { flagView } from './flags.ts';

interface Report {
  readonly review: ReviewRow;
  readonly message: MessageRow;
  readonly flags: readonly FlagRow[];
}

const QUERY = { ...ACTOR, filter_conditions: map(), limit: int({ min: 0, max: 300 }), offset: int({ min: 0 }) };
const USUAL_LIMIT = 10;
const EQUAL = ['$eq', '$in'];

const text_ = (read: Field<Report>['read'], operators: readonly string[] = EQUAL): Field<Report> => ({
  type: 'string',
  operators,
  read,
});

const REPORT_FIELDS = (world: World): Readonly<Record<string, Field<Report>>> => ({
  report_id: text_(({ review }) => review.id),
  message_id: text_(({ message }) => message.id),
  message_user_id: text_(({ message }) => message.user_id),
  user_id: { ...text_(({ flags }) => flags.map((flag) => flag.user_id)), type: 'strings' },
  channel_cid: text_(({ message }) => message.cid),
  team: text_(({ message }) => world.store.channels.get(message.cid)?.team ?? ''),
  review_result: text_(({ review }) => review.review_result),
  reviewed_by: text_(({ review }) => review.reviewed_by),
  is_reviewed: { type: 'boolean', operators: ['$eq'], read: ({ review }) => review.reviewed_at !== undefined },
  created_at: { type: 'date', operators: RANGE, read: ({ review }) => review.created_at },
});

/** Newest first. */
export function queryReports(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, QUERY);
  demandRight(call, 'ReadFlagReports');
  const test = compileFilter(body['filter_conditions'], onlyFields(REPORT_FIELDS(world)));
  const found = reportsOf(world)
    .filter(test)
    .sort((a, b) => b.review.created_at - a.review.created_at);
  return { flag_reports: page(found, body).map((report) => reportView(world, report)) };
}

export function reviewReport(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, { ...ACTOR, review_result: text({ max: 255 }), review_details: anything }, [
    'review_result',
  ]);
  demandRight(call, 'UpdateFlagReport');
  const found = reviewById(world, call.param('id'));
  if (found === undefined) throw notFound(`flag report with id ${call.param('id')} does not exist`);
  const reviewer = actingUser(call, body);
  world.store.reviews.put(found.key, {
    ...found.row,
    review_result: textOf(body, 'review_result'),
    review_details: objectOf(body, 'review_details') ?? {},
    reviewed_by: reviewer.id,
    reviewed_at: at,
    updated_at: at,
  });
  const report = reportsOf(world).find(({ review }) => review.id === found.row.id);
  return { flag_report: report === undefined ? undefined : reportView(world, report) };
}

const FLAG_FIELDS = (world: World): Readonly<Record<string, Field<FlagRow>>> => {
  const message = (flag: FlagRow) => world.store.messages.get(flag.entity_id);
  const field = (read: Field<FlagRow>['read']): Field<FlagRow> => ({ type: 'string', operators: EQUAL, read });
  return {
    user_id: field((flag) => (flag.entity_type === MESSAGE ? undefined : flag.entity_id)),
    message_id: field((flag) => message(flag)?.id),
    message_user_id: field((flag) => message(flag)?.user_id),
    channel_cid: field((flag) => message(flag)?.cid),
    reporter_id: field((flag) => flag.user_id),
  };
};

/** Flags of messages and of users alike. */
export function queryFlags(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, QUERY);
  demandRight(call, 'ReadFlagReports');
  const test = compileFilter(body['filter_conditions'], onlyFields(FLAG_FIELDS(world)));
  const found = [...world.store.flags.values()].filter((flag) => isShown(world, flag, true) && test(flag));
  const sorted = found.sort((a, b) => b.created_at - a.created_at);
  return { flags: page(sorted, body).map((flag) => flagView(world, flag)) };
}

/** A message that block lists kept back was never kept, so there is only the finding to take from a message. */
export function unblockMessage(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, { ...ACTOR, target_message_id: text() }, ['target_message_id']);
  const id = textOf(body, 'target_message_id') ?? '';
  const row = world.store.messages.get(id);
  const channel = row === undefined ? undefined : world.store.channels.get(row.cid);
  if (row === undefined || channel === undefined) throw absent(id);
  demandRight(call, 'UnblockMessage', { channel });
  world.store.messages.put(id, { ...row, moderation: undefined });
  return {};
}

function page<Row>(rows: readonly Row[], body: Parameters<typeof numberOf>[0]): readonly Row[] {
  const offset = numberOf(body, 'offset') ?? 0;
  return rows.slice(offset, offset + (numberOf(body, 'limit') || USUAL_LIMIT));
}

function reportsOf(world: World): readonly Report[] {
  return [...world.store.reviews.values()].flatMap((review) => {
    const message = review.entity_type === MESSAGE ? world.store.messages.get(review.entity_id) : undefined;
    const flags = flagsOf(world, review, true);
    return message === undefined || flags.length === 0 ? [] : [{ review, message, flags }];
  });
}

function reportView(world: World, { review, message, flags }: Report): ValueObject {
  const [first] = flags;
  return {
    id: review.id,
    message: messageView(world, message),
    user: userViewById(world, message.user_id),
    first_reporter: first === undefined ? undefined : userViewById(world, first.user_id),
    flags_count: flags.length,
    review_result: review.review_result ?? '',
    review_details: review.review_details,
    reviewed_by: review.reviewed_by === undefined ? undefined : userViewById(world, review.reviewed_by),
    reviewed_at: time(review.reviewed_at),
    created_at: time(review.created_at),
    updated_at: time(review.updated_at),
  };
}
