/** Pages by opaque cursors. */
import type { JsonObject } from '../../core/json.ts';
import { inputError } from '../errors.ts';

export interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly next: string | undefined;
  readonly prev: string | undefined;
}

export function pageByCursor<Row>(rows: readonly Row[], body: JsonObject, otherwise: number): Paged<Row> {
  const given = body['limit'];
  const limit = typeof given === 'number' && given > 0 ? given : otherwise;
  const next = body['next'];
  const prev = body['prev'];
  if (isCursor(next) && isCursor(prev)) throw inputError('cannot use next and prev at the same time');
  const from = isCursor(next) ? read(next, 'next') : isCursor(prev) ? Math.max(0, read(prev, 'prev') - limit) : 0;
  const to = isCursor(prev) ? read(prev, 'prev') : from + limit;
  return {
    rows: rows.slice(from, to),
    next: to < rows.length ? write(to) : undefined,
    prev: from > 0 ? write(from) : undefined,
  };
}

const PREFIX = 'offset:';

function isCursor(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function write(offset: number): string {
  return Buffer.from(`${PREFIX}${offset}`).toString('base64url');
}

function read(cursor: string, name: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  const offset = Number(text.slice(PREFIX.length));
  if (!text.startsWith(PREFIX) || !Number.isInteger(offset) || offset < 0)
    throw inputError(`${name} is not a valid cursor`);
  return offset;
}
