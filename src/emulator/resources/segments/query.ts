import { bodyOf, type Call } from '../../http/route.ts';
import { type Field, onlyFields, RANGE } from '../../query/filter.ts';
import { listRows, listShape, NEWEST_FIRST } from '../../query/list.ts';
import type { SegmentRow } from '../../store/rows/administration.ts';
import type { ValueObject } from '../../values.ts';
import { segmentView } from './view.ts';

const field = (
  type: Field<SegmentRow>['type'],
  read: Field<SegmentRow>['read'],
  operators: readonly string[] = RANGE,
): Field<SegmentRow> => ({ type, operators, read });

const FIELDS = onlyFields<SegmentRow>({
  id: field('string', (row) => row.id),
  name: field('string', (row) => row.name),
  type: field('string', (row) => row.type, ['$eq', '$in', '$exists']),
  all_users: field('boolean', (row) => row.all_users),
  created_at: field('date', (row) => row.created_at),
  updated_at: field('date', (row) => row.updated_at),
});

export function querySegments(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, listShape(5), ['filter']);
  const page = listRows([...world.store.segments.values()], body, {
    fields: FIELDS,
    order: NEWEST_FIRST,
    tie: (row) => row.id,
  });
  return { segments: page.rows.map((row) => segmentView(world, row)), next: page.next, prev: page.prev };
}
