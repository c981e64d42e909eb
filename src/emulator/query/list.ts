/** Lists that are asked for with a filter, an order and a cursor. */
import type { JsonObject } from '../../core/json.ts';
import { int, map, text } from '../check.ts';
import { compileFilter, type Fields } from './filter.ts';
import { type Paged, pageByCursor } from './paging.ts';
import { type SortKey, sortKeys, sortOf, sortRows } from './sort.ts';

/** What the body of such a query has: at most so many sort keys, and what the query has beyond. */
export const listShape = (sorts: number) => ({
  filter: map(),
  limit: int({ min: 0, max: 100 }),
  next: text(),
  prev: text(),
  sort: sortOf(sorts),
});

export const NEWEST_FIRST: SortKey = { field: 'created_at', direction: -1 };

export interface Listing<Row> {
  readonly fields: Fields<Row>;
  /** Where the body names no order. */
  readonly order: SortKey;
  /** Orders rows that are equal in all keys. */
  readonly tie: (row: Row) => string;
  /** Where the body names no limit. */
  readonly limit?: number;
}

/** Of the rows, the page that a body asks for. */
export function listRows<Row>(
  rows: readonly Row[],
  body: JsonObject,
  { fields, order, tie, limit = 25 }: Listing<Row>,
): Paged<Row> & { readonly total: number } {
  const found = rows.filter(compileFilter(body['filter'], fields));
  const sorted = sortRows(found, sortKeys(body['sort'], [order]), fields, tie);
  return { ...pageByCursor(sorted, body, limit), total: found.length };
}
