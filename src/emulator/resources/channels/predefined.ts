/** The conditions of a channel query: its own, or those of a predefined filter that it names. */
import type { Json, JsonObject } from '../../../core/json.ts';
import { inputError } from '../../errors.ts';
import { objectOf, textOf } from '../../http/route.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { resolvePredefinedFilter } from '../predefined-filters/resolve.ts';

export interface Conditions {
  readonly filter: Json | undefined;
  readonly sort: Json | undefined;
  /** How the predefined filter was read, for the reply. */
  readonly predefined: ValueObject | undefined;
}

export function conditionsOf(world: World, body: JsonObject): Conditions {
  const name = textOf(body, 'predefined_filter') ?? '';
  const own = objectOf(body, 'filter_conditions');
  if (name === '') return { filter: body['filter_conditions'], sort: body['sort'], predefined: undefined };
  if (own !== undefined && Object.keys(own).length > 0)
    throw inputError('cannot use filter_conditions together with predefined_filter');
  const values = [objectOf(body, 'filter_values'), objectOf(body, 'sort_values')] as const;
  const { filter, sort, view } = resolvePredefinedFilter(world, name, ...values);
  return { filter, sort: sort ?? body['sort'], predefined: view };
}
