/** A filter with placeholders can be judged by its fields and operators alone: values come later. */
import { isArray, isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { inputError } from '../../errors.ts';
import type { Fields } from '../../query/filter.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { World } from '../../world.ts';
import { channelFields } from '../channels/fields.ts';
import { placeholdersIn } from './placeholders.ts';

const GROUPS = ['$and', '$or', '$nor'];

export function refuseUnusable(world: World, filter: JsonObject, sort: Json | undefined): void {
  const fields = channelFields(world, undefined);
  refuseFilter(filter, fields);
  for (const item of isArray(sort) ? sort.filter(isObject) : []) {
    const name = item['field'];
    if (typeof name !== 'string' || name === '') throw inputError('sort field is a required field');
    const direction = item['direction'] ?? 1;
    if (direction !== 1 && direction !== -1) throw inputError('sort direction must be 1 or -1');
    if (placeholdersIn(name).length === 0 && fields.find(name) === undefined)
      throw inputError(`cannot sort by unrecognized field "${name}"`);
  }
}

function refuseFilter(filter: Json, fields: Fields<ChannelRow>): void {
  if (!isObject(filter)) throw inputError('filter must be an object');
  for (const [key, condition] of Object.entries(filter)) {
    if (GROUPS.includes(key)) {
      if (!isArray(condition) || condition.length === 0) throw inputError(`${key} must be a non-empty list of filters`);
      for (const member of condition) refuseFilter(member, fields);
    } else if (key.startsWith('$')) throw inputError(`unknown operator "${key}"`);
    else refuseCondition(key, condition, fields);
  }
}

function refuseCondition(name: string, condition: Json, fields: Fields<ChannelRow>): void {
  const field = fields.find(name);
  if (field === undefined) throw inputError(`unrecognized field "${name}"`);
  if (!isObject(condition)) return;
  for (const operator of Object.keys(condition)) {
    if (operator.startsWith('$') && !field.operators.includes(operator))
      throw inputError(`operator "${operator}" is not allowed for field "${name}"`);
  }
}
