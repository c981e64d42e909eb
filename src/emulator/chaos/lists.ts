/** Lists whose order the API does not promise, in another order. */
import type { Json } from '../../core/json.ts';
import type { Value, ValueObject } from '../values.ts';
import type { Dice } from './dice.ts';

/** Sets, wherever they stand. Words of block lists, upload lists and whatever is sorted or paged keep their order. */
const SETS = `blocklists commands event_hooks event_types filter_tags own_capabilities permissions push_providers roles
  scopes tags teams webhook_events`.split(/\s+/);
/** Sorted where they are queried, and sets where they come with something else. */
const SORTED: Readonly<Record<string, string>> = { QueryMembers: 'members' };

export function shuffledLists(reply: ValueObject, op: string, dice: Dice): ValueObject {
  const isSet = (key: string) => SETS.includes(key) || (key === 'members' && SORTED[op] !== key);
  return walked(reply, isSet, dice);
}

function walked(value: ValueObject, isSet: (key: string) => boolean, dice: Dice): ValueObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (key === 'grants') return [key, grants(member, dice)];
      const next = walkedValue(member, isSet, dice);
      return [key, Array.isArray(next) && isSet(key) ? dice.shuffled(next as readonly Value[]) : next];
    }),
  );
}

function walkedValue(value: Value | undefined, isSet: (key: string) => boolean, dice: Dice): Value | undefined {
  if (Array.isArray(value)) return value.map((item: Value) => walkedValue(item, isSet, dice) ?? null);
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? walked(value as ValueObject, isSet, dice) : value;
}

/** Permissions by role: a set for each. */
function grants(value: Value | undefined, dice: Dice): Value | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value as Readonly<Record<string, Json>>);
  return Object.fromEntries(
    entries.map(([role, list]) => [role, Array.isArray(list) ? dice.shuffled(list as readonly Json[]) : list]),
  );
}
