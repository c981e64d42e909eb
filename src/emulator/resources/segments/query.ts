import { int, map, text } from '../../check.ts';
import { bodyOf, type Call } from '../../http/route.ts';
import { compileFilter, type Field, fieldsOf, RANGE } from '../../query/filter.ts';
import { pageByCursor } from '../../query/paging.ts';
import { sortKeys, sortOf, sortRows } from '../../query/sort.ts';
import type { SegmentRow } from '../../store/administration-rows.ts';
import type { ValueObject } from '../../values.ts';
import { segmentView } from './view.ts';

const field = (
  type: Field<SegmentRow>['type'],
  read: Field<SegmentRow>['read'],
  operators: readonly string[] = RANGE,
): Field<SegmentRow> => ({ type, operators, read });

const FIELDS = fieldsOf<SegmentRow>(
  {
    id: field('string', (row) => row.id),
    name: field('string', (row) => row.name),
    type: field('string', (row) => row.type, ['$eq', '$in', '$exists']),
    all_users: field('boolean', (row) => row.all_users),
    created_at: field('date', (row) => row.created_at),
    updated_at: field('date', (row) => row.updated_at),
  },
  { operators: [], read: () => ({}), isBare: false },
);

export function querySegments(call: Call): ValueObject {
  const { world } = call;
  const shape = { filter: map(), limit: int({ min: 0, max: 100 }), next: text(), prev: text(), sort: sortOf(5) };
  const body = bodyOf(call, shape, ['filter']);
  const rows = [...world.store.segments.values()].filter(compileFilter(body['filter'], FIELDS));
  const keys = sortKeys(body['sort'], [{ field: 'created_at', direction: -1 }]);
  const page = pageByCursor(
    sortRows(rows, keys, FIELDS, (row) => row.id),
    body,
    25,
  );
  return { segments: page.rows.map((row) => segmentView(world, row)), next: page.next, prev: page.prev };
}
