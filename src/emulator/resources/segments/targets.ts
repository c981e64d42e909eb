/** What belongs to a segment that has no filter. */
import type { JsonObject } from '../../../core/json.ts';
import { int, list, map, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, textsOf } from '../../http/route.ts';
import { compileFilter, onlyFields, RANGE } from '../../query/filter.ts';
import { pageByCursor } from '../../query/paging.ts';
import { sortKeys, sortOf, sortRows } from '../../query/sort.ts';
import type { SegmentTargetRow } from '../../store/rows/administration.ts';
import { time, type ValueObject } from '../../values.ts';
import { existingSegment } from './write.ts';

const MOST_ADDED = 10_000;
const MOST_DELETED = 100;

export function addTargets(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, { target_ids: list(text({ min: 1 }), { min: 1, max: MOST_ADDED }) }, ['target_ids']);
  const segment = existingSegment(call);
  if (segment.all_users || segment.all_sender_channels || Object.keys(segment.filter).length > 0)
    throw inputError('cannot add targets to a segment that has a filter or is of everyone');
  for (const target_id of textsOf(body, 'target_ids')) {
    const key = targetKey(segment.id, target_id);
    if (!world.store.segmentTargets.has(key))
      world.store.segmentTargets.put(key, { segment_id: segment.id, target_id, created_at: at });
  }
  return {};
}

/** Whatever is no target is passed over. */
export function deleteTargets(call: Call): ValueObject {
  const { segmentTargets } = call.world.store;
  const body = bodyOf(call, { target_ids: list(text(), { min: 1, max: MOST_DELETED }) }, ['target_ids']);
  const segment = existingSegment(call);
  for (const id of textsOf(body, 'target_ids')) {
    const key = targetKey(segment.id, id);
    if (segmentTargets.has(key)) segmentTargets.remove(key);
  }
  return {};
}

export function targetExists(call: Call): ValueObject {
  const segment = existingSegment(call);
  const id = call.param('target_id');
  if (!call.world.store.segmentTargets.has(targetKey(segment.id, id)))
    throw notFound(`target "${id}" is not in segment "${segment.id}"`);
  return {};
}

const FIELDS = onlyFields<SegmentTargetRow>({
  target_id: { type: 'string', operators: RANGE, read: (row) => row.target_id },
  created_at: { type: 'date', operators: RANGE, read: (row) => row.created_at },
});

/** Two members are described with a capital; the API reads names of members whatever their case. */
export function queryTargets(call: Call): ValueObject {
  const { world } = call;
  const shape = { filter: map(), Filter: map(), sort: sortOf(5), Sort: sortOf(5), next: text(), prev: text() };
  const body: JsonObject = bodyOf(call, { ...shape, limit: int({ min: 0, max: MOST_ADDED }) });
  const segment = existingSegment(call);
  const test = compileFilter(body['Filter'] ?? body['filter'], FIELDS);
  const rows = [...world.store.targetsBySegment.of(segment.id).values()].filter(test);
  const keys = sortKeys(body['Sort'] ?? body['sort'], [{ field: 'target_id', direction: 1 }]);
  const page = pageByCursor(
    sortRows(rows, keys, FIELDS, (row) => row.target_id),
    body,
    100,
  );
  const view = (row: SegmentTargetRow) => ({
    app_pk: world.appId,
    segment_id: row.segment_id,
    target_id: row.target_id,
    created_at: time(row.created_at),
  });
  return { targets: page.rows.map(view), next: page.next, prev: page.prev };
}

function targetKey(segment: string, target: string): string {
  return `${segment} ${target}`;
}
