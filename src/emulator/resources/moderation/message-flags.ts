/** The query of flagged messages, one row for each flag. Of flags that were set through the newer generation it is not
 * known that they show here (stream-py: "may not populate the v1 chat flags store"): the assumption
 * `flags_of_other_generation`. */
import { bool, int, map } from '../../check.ts';
import { type Call, numberOf, payloadOf } from '../../http/route.ts';
import { hasRight } from '../../permissions/demand.ts';
import { compileFilter, type Field, type Fields, RANGE } from '../../query/filter.ts';
import { sortKeys, sortOf, sortRows } from '../../query/sort.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { MessageRow } from '../../store/rows/messages.ts';
import type { FlagRow, ReviewRow } from '../../store/rows/moderation.ts';
import { time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { messageView } from '../messages/view.ts';
import { ACTOR } from '../users/actor.ts';
import { userViewById } from '../users/view.ts';
import { isShown, MESSAGE } from './flagged.ts';

interface FlaggedMessage {
  readonly flag: FlagRow;
  readonly message: MessageRow;
  readonly channel: ChannelRow;
  readonly review: ReviewRow | undefined;
}

const EQUAL = ['$eq', '$in'];
const USUAL_LIMIT = 100;

const NAMED: Readonly<Record<string, Field<FlaggedMessage>>> = {
  channel_cid: { type: 'string', operators: EQUAL, read: ({ channel }) => channel.cid },
  team: { type: 'string', operators: EQUAL, read: ({ channel }) => channel.team },
  // Its author, not whoever flagged it (stream-chat-php: testQueryMessageFlags).
  user_id: { type: 'string', operators: EQUAL, read: ({ message }) => message.user_id },
  is_reviewed: { type: 'boolean', operators: ['$eq'], read: ({ review }) => review?.reviewed_at !== undefined },
  created_at: { type: 'date', operators: RANGE, read: ({ flag }) => flag.created_at },
  updated_at: { type: 'date', operators: RANGE, read: ({ flag }) => flag.updated_at },
};
const FIELDS: Fields<FlaggedMessage> = { find: (name) => (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined) };

/** Newest first. A client finds what it may read the flags of. */
export function queryMessageFlags(call: Call): ValueObject {
  const { world } = call;
  const payload = payloadOf(call, {
    ...ACTOR,
    filter_conditions: map(),
    limit: int({ min: 0, max: 300 }),
    offset: int({ min: 0, max: 10_000 }),
    show_deleted_messages: bool,
    sort: sortOf(5),
  });
  const test = compileFilter(payload['filter_conditions'], FIELDS);
  const keys = sortKeys(payload['sort'], [{ field: 'created_at', direction: -1 }]);
  const withDeleted = payload['show_deleted_messages'] === true;
  const found = flaggedMessages(world).filter(
    (one) =>
      (withDeleted || one.message.deleted_at === undefined) &&
      hasRight(call, 'ReadMessageFlags', { channel: one.channel }) &&
      test(one),
  );
  const offset = numberOf(payload, 'offset') ?? 0;
  const limit = numberOf(payload, 'limit') || USUAL_LIMIT;
  const sorted = sortRows(found, keys, FIELDS, ({ flag }) => `${flag.entity_id} ${flag.user_id}`);
  return { flags: sorted.slice(offset, offset + limit).map((one) => view(world, one)) };
}

function flaggedMessages(world: World): readonly FlaggedMessage[] {
  const { store } = world;
  return [...store.flags.values()].flatMap((flag) => {
    const message = flag.entity_type === MESSAGE ? store.messages.get(flag.entity_id) : undefined;
    const channel = message === undefined ? undefined : store.channels.get(message.cid);
    if (message === undefined || channel === undefined || !isShown(world, flag, true)) return [];
    return [{ flag, message, channel, review: store.reviews.get(`${MESSAGE} ${message.id}`) }];
  });
}

function view(world: World, { flag, message, review }: FlaggedMessage): ValueObject {
  return {
    message: messageView(world, message),
    user: userViewById(world, flag.user_id),
    reason: flag.reason === '' ? undefined : flag.reason,
    custom: Object.keys(flag.custom).length === 0 ? undefined : flag.custom,
    created_by_automod: false,
    reviewed_at: time(review?.reviewed_at),
    reviewed_by: review?.reviewed_by === undefined ? undefined : userViewById(world, review.reviewed_by),
    created_at: time(flag.created_at),
    updated_at: time(flag.updated_at),
  };
}
