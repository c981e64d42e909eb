/** Filters of channel queries that are kept under a name, with placeholders for what is known only when they are used. */
import { isArray, type Json, type JsonObject } from '../../../core/json.ts';
import { int, list, map, record, type Shape, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, flag, objectOf, type Route, textOf } from '../../http/route.ts';
import { type Field, onlyFields, RANGE } from '../../query/filter.ts';
import { sortKeys, sortRows } from '../../query/sort.ts';
import type { PredefinedFilterRow } from '../../store/rows/administration.ts';
import { time, type Value, type ValueObject } from '../../values.ts';
import { known, lagged, type World } from '../../world.ts';
import { refuseUnusable } from './check.ts';

const FIELDS: Shape = {
  description: text({ max: 256 }),
  operation: text({ oneOf: ['QueryChannels'] }),
  filter: map(),
  sort: list(record({ field: text(), direction: int(), type: text() }), { max: 5 }),
};

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path: `/predefined_filters${path}`,
  area: 'chat',
  op,
  clients: false,
  handle,
});

export const predefinedFilterRoutes: readonly Route[] = [
  route('GET', '', 'GetPredefinedFilters', listAll),
  route('POST', '', 'CreatePredefinedFilter', create),
  route('GET', '/:name', 'GetPredefinedFilter', getOne),
  route('PUT', '/:name', 'UpdatePredefinedFilter', update),
  route('DELETE', '/:name', 'DeletePredefinedFilter', remove),
];

const field = (
  type: Field<PredefinedFilterRow>['type'],
  read: (row: PredefinedFilterRow) => Json,
): Field<PredefinedFilterRow> => ({ type, operators: RANGE, read });
const SORTED_BY = onlyFields<PredefinedFilterRow>({
  name: field('string', (row) => row.name),
  operation: field('string', (row) => row.operation),
  created_at: field('date', (row) => row.created_at),
  updated_at: field('date', (row) => row.updated_at),
});

function listAll(call: Call): ValueObject {
  const { world } = call;
  const withStats = flag(call, 'include_stats');
  const rows = [...lagged(world, world.store.predefinedFilters).values()];
  const keys = sortKeys(sortOfQuery(call), [{ field: 'created_at', direction: -1 }]);
  const sorted = sortRows(rows, keys, SORTED_BY, (row) => row.name);
  return { predefined_filters: sorted.map((row) => view(row, withStats)) };
}

function sortOfQuery(call: Call): Json | undefined {
  const given = call.query.get('sort') ?? '';
  if (given === '') return undefined;
  try {
    const sort = JSON.parse(given) as Json;
    if (isArray(sort)) return sort;
  } catch {}
  throw inputError('sort must be a list of fields and directions');
}

function create(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, { ...FIELDS, name: text({ max: 255 }) }, ['name', 'operation', 'filter']);
  const name = textOf(body, 'name') ?? '';
  if (world.store.predefinedFilters.has(name)) throw inputError(`predefined filter "${name}" already exists`);
  const row = { name, ...written(world, body), calls: 0, created_at: at, updated_at: at };
  return { predefined_filter: view(world.store.predefinedFilters.put(name, row), false) };
}

function getOne({ world, param }: Call): ValueObject {
  const row = lagged(world, world.store.predefinedFilters).get(param('name'));
  if (row === undefined) throw absent(param('name'));
  return { predefined_filter: view(row, true) };
}

function update(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, FIELDS, ['operation', 'filter']);
  const row = existing(call);
  const next = world.store.predefinedFilters.put(row.name, { ...row, ...written(world, body), updated_at: at });
  return { predefined_filter: view(next, false) };
}

function remove(call: Call): ValueObject {
  call.world.store.predefinedFilters.remove(existing(call).name);
  return {};
}

function existing({ world, param }: Call): PredefinedFilterRow {
  const row = known(world, world.store.predefinedFilters, param('name'));
  if (row === undefined) throw absent(param('name'));
  return row;
}

export function absent(name: string) {
  return notFound(`predefined filter "${name}" does not exist`);
}

function written(world: World, body: JsonObject) {
  const filter = objectOf(body, 'filter') ?? {};
  const sort = body['sort'];
  if (Object.keys(filter).length === 0) throw inputError('filter must contain at least 1 item');
  refuseUnusable(world, filter, sort);
  return {
    description: textOf(body, 'description') || undefined,
    operation: textOf(body, 'operation') ?? '',
    filter,
    sort: isArray(sort) && sort.length > 0 ? sort : undefined,
  };
}

function view(row: PredefinedFilterRow, withStats: boolean): ValueObject {
  return {
    name: row.name,
    description: row.description,
    operation: row.operation,
    filter: row.filter as Value,
    sort: row.sort?.map((item) => ({ direction: 1, type: '', ...(item as JsonObject) })) as Value | undefined,
    stats: withStats ? { calls: row.calls, max_latency_ms: 0, last_seen: time(row.last_seen) } : undefined,
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}
