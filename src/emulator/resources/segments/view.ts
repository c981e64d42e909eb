import { compileFilter } from '../../query/filter.ts';
import type { SegmentRow } from '../../store/rows/administration.ts';
import { time, type Value, type ValueObject, ZERO_TIME } from '../../values.ts';
import type { World } from '../../world.ts';
import { channelFields } from '../channels/fields.ts';
import { fieldsFor } from '../users/query.ts';

/** The size of a segment is counted in the background, which takes so long. */
const COUNTED_US = 150_000;

export function segmentView(world: World, row: SegmentRow): ValueObject {
  return {
    id: row.id,
    type: row.type,
    name: row.name,
    description: row.description,
    filter: row.filter as Value,
    all_users: row.all_users,
    all_sender_channels: row.all_sender_channels,
    size: world.now() * 1000 < row.updated_at + COUNTED_US ? 0 : sizeOf(world, row),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
    deleted_at: ZERO_TIME,
  };
}

function sizeOf(world: World, row: SegmentRow): number {
  const { store } = world;
  const targets = store.targetsBySegment.of(row.id).size;
  const hasFilter = Object.keys(row.filter).length > 0;
  if (row.all_users || (row.type === 'user' && hasFilter)) {
    const test = compileFilter(row.filter, fieldsFor(world, undefined));
    return [...store.users.values()].filter((user) => user.deleted_at === undefined && test(user)).length;
  }
  if (!hasFilter) return targets;
  const test = compileFilter(row.filter, channelFields(world, undefined));
  return [...store.channels.values()].filter((channel) => channel.deleted_at === undefined && test(channel)).length;
}
