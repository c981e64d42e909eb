import type { Json, JsonObject } from '../../../core/json.ts';
import type { Value, ValueObject } from '../../values.ts';
import { known, type World } from '../../world.ts';
import { absent } from './index.ts';
import { filled } from './placeholders.ts';

export interface ResolvedFilter {
  readonly filter: Json;
  readonly sort: Json | undefined;
  /** How the filter was read, as the reply to the query tells it. */
  readonly view: ValueObject;
}

/** Fills a predefined filter with values, and counts its use. */
export function resolvePredefinedFilter(
  world: World,
  name: string,
  filterValues: JsonObject = {},
  sortValues: JsonObject = {},
): ResolvedFilter {
  const row = known(world, world.store.predefinedFilters, name);
  if (row === undefined) throw absent(name);
  const filter = filled(row.filter, filterValues, 'filter_values');
  const sort = row.sort === undefined ? undefined : filled(row.sort, sortValues, 'sort_values');
  world.store.predefinedFilters.put(name, { ...row, calls: row.calls + 1, last_seen: world.stamp() });
  return { filter, sort, view: { name, filter: filter as Value, sort: sort as Value | undefined } };
}
