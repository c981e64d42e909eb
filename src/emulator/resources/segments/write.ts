import { isObject, type JsonObject } from '../../../core/json.ts';
import { bool, map, type Shape, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, flagOf, objectOf, textOf } from '../../http/route.ts';
import { compileFilter } from '../../query/filter.ts';
import type { SegmentRow } from '../../store/rows/administration.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { channelFields } from '../channels/fields.ts';
import { fieldsFor } from '../users/query.ts';
import { segmentView } from './view.ts';

const FIELDS: Shape = { name: text({ max: 128 }), description: text({ max: 256 }), filter: map() };

export function createSegment(call: Call): ValueObject {
  const { world, at } = call;
  const shape = { ...FIELDS, id: text({ max: 255 }), all_users: bool, all_sender_channels: bool };
  const body = bodyOf(call, { ...shape, type: text({ oneOf: ['user', 'channel'] }) }, ['type']);
  const id = textOf(body, 'id') || world.random.uuid();
  if (world.store.segments.has(id)) throw inputError(`segment with id "${id}" already exists`);
  refuseSeveral(body);
  const type = textOf(body, 'type') ?? '';
  const row = world.store.segments.put(id, {
    id,
    type,
    name: textOf(body, 'name') ?? '',
    description: textOf(body, 'description') ?? '',
    filter: checkedFilter(world, type, objectOf(body, 'filter')),
    all_users: flagOf(body, 'all_users') ?? false,
    all_sender_channels: flagOf(body, 'all_sender_channels') ?? false,
    created_at: at,
    updated_at: at,
  });
  return { segment: segmentView(world, row) };
}

/** A segment is made in one way: by a filter, or of everyone. */
function refuseSeveral(body: JsonObject): void {
  const filter = objectOf(body, 'filter');
  if (filter !== undefined && Object.keys(filter).length === 0) throw inputError('filter must contain at least 1 item');
  const ways = ['filter', 'all_users', 'all_sender_channels'].filter(
    (key) => body[key] === true || isObject(body[key] ?? null),
  );
  if (ways.length > 1) throw inputError(`cannot set both ${ways.join(' and ')}`);
  if (body['type'] === 'channel' && body['all_users'] === true)
    throw inputError('all_users can only be set for segments of the type user');
  if (body['type'] === 'user' && body['all_sender_channels'] === true)
    throw inputError('all_sender_channels can only be set for segments of the type channel');
}

function checkedFilter(world: World, type: string, filter: JsonObject | undefined): JsonObject {
  if (filter === undefined) return {};
  if (type === 'user') compileFilter(filter, fieldsFor(world, undefined));
  else compileFilter(filter, channelFields(world, undefined));
  return filter;
}

export function getSegment(call: Call): ValueObject {
  return { segment: segmentView(call.world, existingSegment(call)) };
}

export function updateSegment(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, FIELDS);
  const row = existingSegment(call);
  const filter = objectOf(body, 'filter');
  if (filter !== undefined && (row.all_users || row.all_sender_channels))
    throw inputError('cannot set a filter of a segment of everyone');
  const next = world.store.segments.put(row.id, {
    ...row,
    name: textOf(body, 'name') ?? row.name,
    description: textOf(body, 'description') ?? row.description,
    filter: filter === undefined ? row.filter : checkedFilter(world, row.type, filter),
    updated_at: at,
  });
  return { segment: segmentView(world, next) };
}

export function deleteSegment(call: Call): ValueObject {
  const { store } = call.world;
  const row = existingSegment(call);
  for (const key of [...store.targetsBySegment.of(row.id).keys()]) store.segmentTargets.remove(key);
  store.segments.remove(row.id);
  return {};
}

export function existingSegment({ world, param }: Call): SegmentRow {
  const row = world.store.segments.get(param('id'));
  if (row === undefined) throw notFound(`segment with id "${param('id')}" doesn't exist`);
  return row;
}
