/** Queries of bans. */
import { bool, int, map, text } from '../../check.ts';
import { type Call, numberOf, payloadOf } from '../../http/route.ts';
import { isOver } from '../../permissions/bans.ts';
import { compileFilter, type Field, type Fields, pinnedTo, RANGE } from '../../query/filter.ts';
import { sortKeys, sortOf, sortRows } from '../../query/sort.ts';
import type { BanRow } from '../../store/rows/moderation.ts';
import { time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { channelView } from '../channels/view.ts';
import { userViewById } from '../users/view.ts';
import { USER_INPUT } from '../users/write.ts';
import { channelNamed, demandBanRight } from './bans.ts';

const NAMED: Readonly<Record<string, Field<BanRow>>> = {
  user_id: { type: 'string', operators: RANGE, read: (row) => row.user_id },
  banned_by_id: { type: 'string', operators: RANGE, read: (row) => row.banned_by_id },
  // A ban in the whole app has no channel.
  channel_cid: { type: 'string', operators: ['$eq', '$in'], read: (row) => (row.cid === '' ? undefined : row.cid) },
  reason: { type: 'string', operators: [...RANGE, '$autocomplete'], read: (row) => row.reason },
  created_at: { type: 'date', operators: RANGE, read: (row) => row.created_at },
};
const FIELDS: Fields<BanRow> = { find: (name) => (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined) };

const USUAL_LIMIT = 100;

/** Bans that are over are listed too, unless they are not wanted. */
export function queryBannedUsers(call: Call): ValueObject {
  const { world, caller } = call;
  const payload = payloadOf(
    call,
    {
      filter_conditions: map(),
      exclude_expired_bans: bool,
      limit: int({ min: 0, max: 300 }),
      offset: int({ min: 0, max: 10_000 }),
      sort: sortOf(1),
      user: USER_INPUT,
      user_id: text(),
    },
    ['filter_conditions'],
  );
  const filter = payload['filter_conditions'];
  const test = compileFilter(filter, FIELDS);
  if (caller.kind !== 'server') {
    for (const cid of pinnedTo(filter, 'channel_cid') ?? ['']) demandBanRight(call, channelNamed(call, cid));
  }
  const keys = sortKeys(payload['sort'], [{ field: 'created_at', direction: -1 }]);
  const onlyActive = payload['exclude_expired_bans'] === true;
  const found = [...world.store.bans.values()].filter((row) => test(row) && !(onlyActive && isOver(world, row)));
  const offset = numberOf(payload, 'offset') ?? 0;
  const limit = numberOf(payload, 'limit') || USUAL_LIMIT;
  return {
    bans: sortRows(found, keys, FIELDS, (row) => `${row.user_id} ${row.cid}`)
      .slice(offset, offset + limit)
      .map((row) => banView(world, row)),
  };
}

function banView(world: World, row: BanRow): ValueObject {
  const channel = world.store.channels.get(row.cid);
  return {
    user: userViewById(world, row.user_id),
    banned_by: userViewById(world, row.banned_by_id),
    channel: channel === undefined ? undefined : channelView(world, channel),
    reason: row.reason === '' ? undefined : row.reason,
    shadow: row.shadow,
    created_at: time(row.created_at),
    expires: time(row.expires),
  };
}
