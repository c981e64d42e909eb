/** The conditions of a channel query: its own, or those of a predefined filter that it names. */
import type { Json, JsonObject } from '../../../core/json.ts';
import { notFound } from '../../errors.ts';
import { textOf } from '../../http/route.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';

export interface Conditions {
  readonly filter: Json | undefined;
  readonly sort: Json | undefined;
  /** How the predefined filter was read, for the reply. */
  readonly predefined: ValueObject | undefined;
}

export function conditionsOf(_world: World, body: JsonObject): Conditions {
  const name = textOf(body, 'predefined_filter') ?? '';
  if (name !== '') throw notFound(`predefined filter "${name}" does not exist`);
  return { filter: body['filter_conditions'], sort: body['sort'], predefined: undefined };
}
