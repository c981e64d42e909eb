/**
 * The field changes that make a live body what the declared one says. Only declared leaves are looked at: a field that is
 * absent in the configuration is unmanaged, whatever its live value.
 */
import jsonPatch from 'fast-json-patch';
import { type Leaf, leavesOf, specAt } from '../core/field-tree.ts';
import {
  canonicalJson,
  isObject,
  type Json,
  type JsonObject,
  type Pointer,
  unescapeToken,
  valueAt,
} from '../core/json.ts';
import type { Kind, Resource } from '../core/kind.ts';
import type { FieldChange } from '../core/plan.ts';
import { type Values, valuesOf } from './values.ts';

export interface Comparison {
  readonly fields: readonly FieldChange[];
  /** Declared fields that could not be compared. */
  readonly blind: readonly Leaf[];
  /** Declared leaves whose immutable live value differs. */
  readonly immutable: readonly { readonly leaf: Leaf; readonly before: Json | undefined }[];
}

interface Side extends Values {
  readonly leaf: Leaf;
}

const { compare: patchBetween } = jsonPatch;

/** Compares the declared leaves of `desired` with the live resource. `send` tells which blind fields are to be sent all
 * the same; entries at `gone` go. */
export function compareBodies(
  kind: Kind,
  desired: JsonObject,
  resource: Resource,
  send: (at: Pointer) => boolean,
  gone: readonly Pointer[] = [],
): Comparison {
  const { body: live, blind: unseen = [], fresh = [] } = resource;
  const sides = new Map<Pointer, Side>();
  const forced: FieldChange[] = [];
  const blind: Leaf[] = [];
  let whole: Pointer | undefined;
  for (const leaf of leavesOf(kind, desired)) {
    if (isInside(leaf, whole)) continue;
    if (isBlind(leaf, unseen)) {
      if (send(leaf.path) || isBelow(leaf.path, fresh)) forced.push(changeOf(leaf, undefined, leaf.value));
      else blind.push(leaf);
      if (leaf.unit === 'entry') whole = leaf.path;
      continue;
    }
    const before = valueAt(live, leaf.path);
    const present = before !== undefined;
    if (leaf.unit === 'entry' && isObject(leaf.value) && present) {
      if (send(leaf.path)) forced.push(changeOf(leaf, before, leaf.value));
      continue;
    }
    if (leaf.unit === 'entry') whole = leaf.path;
    sides.set(leaf.path, sideOf(leaf, before));
  }
  for (const extra of surplus(kind, desired, live)) sides.set(extra.leaf.path, extra);
  for (const path of gone) {
    const before = valueAt(live, path);
    const row = specAt(kind, path);
    if (before !== undefined && row !== undefined)
      sides.set(path, { before, leaf: { path, ...row, value: null, unit: 'entry' } });
  }
  const changed = differing(sides);
  const isFixed = (side: Side) => side.leaf.spec.immutable !== undefined;
  return {
    fields: [
      ...changed.filter((side) => !isFixed(side)).map((side) => changeOf(side.leaf, side.before, side.after)),
      ...forced,
    ],
    blind,
    immutable: changed.filter(isFixed).map(({ leaf, before }) => ({ leaf, before })),
  };
}

/** What a create sends: every declared leaf, whole entries as one. */
export function creationOf(kind: Kind, desired: JsonObject): readonly FieldChange[] {
  let whole: Pointer | undefined;
  const fields: FieldChange[] = [];
  for (const leaf of leavesOf(kind, desired)) {
    if (leaf.value === null || isInside(leaf, whole)) continue;
    if (leaf.unit === 'entry') whole = leaf.path;
    fields.push(changeOf(leaf, undefined, leaf.value));
  }
  return fields;
}

/** Whether a leaf belongs to the entry that was last taken as a whole: an entry's own fields follow it at once. */
function isInside({ path }: Leaf, whole: Pointer | undefined): boolean {
  return whole !== undefined && path[whole.length] === '/' && path.startsWith(whole);
}

function isBlind(leaf: Leaf, unseen: readonly Pointer[]): boolean {
  if (leaf.spec.blind !== undefined) return true;
  if (leaf.value === null && leaf.unit === 'field' && leaf.spec.reset === 'blind') return true;
  return isBelow(leaf.path, unseen);
}

function isBelow(path: Pointer, parents: readonly Pointer[]): boolean {
  return parents.some((at) => path === at || path.startsWith(`${at}/`));
}

function sideOf(leaf: Leaf, live: Json | undefined): Side {
  return { leaf, ...valuesOf(leaf.spec, leaf.value, live, leaf.unit === 'key') };
}

/** Live entries that are not declared, where the map is wanted exactly. */
function* surplus(kind: Kind, desired: JsonObject, live: JsonObject): Generator<Side> {
  for (const [pattern, spec] of Object.entries(kind.fields)) {
    if (spec.shape !== 'entries' || !kind.exact?.(pattern, desired)) continue;
    const declared = valueAt(desired, pattern);
    const present = valueAt(live, pattern);
    if (!isObject(declared) || !isObject(present)) continue;
    for (const key of Object.keys(present)) {
      if (Object.hasOwn(declared, key)) continue;
      const before = present[key] as Json;
      const path = `${pattern}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      yield { before, leaf: { path, pattern, spec, value: null, unit: 'entry' } };
    }
  }
}

/** The sides that differ: a patch between two flat documents in which each leaf is one atomic text. */
function differing(sides: ReadonlyMap<Pointer, Side>): Side[] {
  const before: Record<string, string> = {};
  const after: Record<string, string> = {};
  let equal = true;
  for (const [path, side] of sides) {
    const was = side.before === undefined ? undefined : canonicalJson(side.before);
    const wanted = side.after === undefined ? undefined : canonicalJson(side.after);
    if (was !== undefined) before[path] = was;
    if (wanted !== undefined) after[path] = wanted;
    equal &&= was === wanted;
  }
  if (equal) return [];
  const touched = new Set(patchBetween(before, after).map((operation) => unescapeToken(operation.path.slice(1))));
  return [...sides.values()].filter((side) => touched.has(side.leaf.path));
}

export function changeOf(leaf: Leaf, before: Json | undefined, after: Json | undefined): FieldChange {
  const isSet = leaf.spec.shape === 'set' || (leaf.unit === 'key' && leaf.spec.of === 'set');
  return {
    path: leaf.path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(isSet ? { set: true as const } : {}),
    ...(leaf.spec.blind === 'secret' ? { hidden: true as const } : {}),
  };
}
