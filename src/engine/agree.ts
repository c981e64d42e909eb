/**
 * Whether a live resource is as declared, told by one walk over both sides without naming a single leaf. Nearly all resources of a
 * large configuration are; the others go through `compareBodies`, which decides where this is in doubt.
 */
import { type FieldNode, isWhole, treeOf } from '../core/field-tree.ts';
import { equalJson, isArray, isObject, type Json, type JsonObject, ownMember, valueAt } from '../core/json.ts';
import type { FieldSpec, Kind, Resource } from '../core/kind.ts';
import { valuesOf } from './values.ts';

/** True only where comparing finds no change and nothing blind. */
export function agrees(kind: Kind, desired: JsonObject, { body: live, blind = [] }: Resource): boolean {
  if (blind.some((at) => valueAt(desired, at) !== undefined)) return false;
  const isExact = (node: FieldNode) => kind.exact?.(node.pattern, desired) === true;
  return holds(treeOf(kind), desired, live, isExact);
}

type IsExact = (node: FieldNode) => boolean;

function holds(node: FieldNode, wanted: Json, live: Json | undefined, isExact: IsExact): boolean {
  const { spec, children } = node;
  if (spec?.meta) return true;
  if (spec !== undefined && isWhole(spec, wanted)) return isSame(spec, wanted, live, false);
  if (!isObject(wanted)) return true;
  if (isArray(live)) return false;
  const isMap = spec?.shape === 'entries';
  if (isMap && isObject(live) && isExact(node) && !Object.keys(live).every((key) => Object.hasOwn(wanted, key)))
    return false;
  for (const key of Object.keys(wanted)) {
    const value = wanted[key];
    if (value === undefined) continue;
    const there = isObject(live) ? ownMember(live, key) : undefined;
    if (spec?.shape === 'open') {
      if (!isSame(spec, value, there, true)) return false;
      continue;
    }
    // An entry is a unit of its own: it has to be there, whatever is said of its fields.
    if (isMap && (spec.blind !== undefined || !isObject(value) || there === undefined)) return false;
    const below = children.get(isMap ? '*' : key);
    if (below !== undefined && !holds(below, value, there, isExact)) return false;
  }
  return true;
}

function isSame(spec: FieldSpec, wanted: Json, live: Json | undefined, isKey: boolean): boolean {
  if (spec.blind !== undefined || (wanted === null && spec.reset === 'blind' && !isKey)) return false;
  if (wanted !== null && equalJson(wanted, live)) return true;
  const { before, after } = valuesOf(spec, wanted, live, isKey);
  return equalJson(before, after);
}
