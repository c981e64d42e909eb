/** Order of query results. */
import { isArray, isObject, type Json } from '../../core/json.ts';
import { int, list, record, text } from '../check.ts';
import { inputError } from '../errors.ts';
import type { Fields } from './filter.ts';

export const SORT_ITEM = record({ field: text(), direction: int(), type: text() });
export const sortOf = (max: number) => list(SORT_ITEM, { max });

export interface SortKey {
  readonly field: string;
  readonly direction: 1 | -1;
}

export function sortKeys(given: Json | undefined, otherwise: readonly SortKey[]): readonly SortKey[] {
  if (!isArray(given) || given.length === 0) return otherwise;
  return given.filter(isObject).map((item) => {
    const field = item['field'];
    const direction = item['direction'] ?? 1;
    if (typeof field !== 'string' || field === '') throw inputError('sort field is a required field');
    if (direction !== 1 && direction !== -1) throw inputError('sort direction must be 1 or -1');
    return { field, direction };
  });
}

/** Rows that are equal in all keys keep the order of `tie`. */
export function sortRows<Row>(
  rows: readonly Row[],
  keys: readonly SortKey[],
  fields: Fields<Row>,
  tie: (row: Row) => string,
): Row[] {
  const readers = keys.map(({ field, direction }) => {
    const found = fields.find(field);
    if (found === undefined) throw inputError(`cannot sort by unrecognized field "${field}"`);
    return { read: found.read, direction };
  });
  return rows.toSorted((a, b) => {
    for (const { read, direction } of readers) {
      const order = compareValues(read(a), read(b));
      if (order !== 0) return order * direction;
    }
    return compareValues(tie(a), tie(b));
  });
}

function compareValues(a: Json | undefined, b: Json | undefined): number {
  const left = comparable(a);
  const right = comparable(b);
  if (left === right) return 0;
  if (left === undefined) return -1;
  if (right === undefined) return 1;
  if (typeof left !== typeof right) return typeof left < typeof right ? -1 : 1;
  return left < right ? -1 : 1;
}

function comparable(value: Json | undefined): string | number | undefined {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
