/** From the live side to the configuration: what is worth writing, and what the declared side would have to say instead. Pure. */
import { type Leaf, leavesOf, specAt } from '../core/field-tree.ts';
import {
  canonicalJson,
  isObject,
  type Json,
  type JsonObject,
  type Pointer,
  pointer,
  tokensOf,
  valueAt,
  withValueAt,
} from '../core/json.ts';
import type { Kind, Resource } from '../core/kind.ts';
import { compareBodies } from './compare.ts';
import { canonicalValue } from './values.ts';

/** A value of the configuration that has to become another one; undefined: it has to go. */
export interface Correction {
  readonly path: Pointer;
  readonly value: Json | undefined;
  /** The order of the list means nothing. */
  readonly isSet: boolean;
}

/** The body without what every resource of this id has by itself, in canonical spelling. */
export function worthWriting(kind: Kind, id: string, body: JsonObject): JsonObject {
  const defaults = kind.pull?.defaults?.(id) ?? {};
  let left = body;
  for (const leaf of leavesOf(kind, body)) {
    if (leaf.unit === 'entry') continue;
    const isWorth = leaf.value !== null && !isDefault(leaf, defaults);
    left = withValueAt(left, leaf.path, isWorth ? spelled(leaf) : undefined);
  }
  return withoutEmptyParts(kind, left, '') ?? {};
}

function isDefault(leaf: Leaf, defaults: JsonObject): boolean {
  if (leaf.spec.blind === 'secret') return false;
  const isKey = leaf.unit === 'key';
  const given = valueAt(defaults, leaf.path) ?? (isKey && leaf.spec.of === undefined ? undefined : leaf.spec.absent);
  if (given === undefined) return false;
  const [live, known] = [leaf.value, given].map((value) => canonicalValue(leaf.spec, value, isKey));
  return canonicalJson(live ?? null) === canonicalJson(known ?? null);
}

function spelled({ spec, value }: Leaf): Json {
  return spec.canonical === undefined ? value : spec.canonical(value);
}

/** Maps that hold nothing any more say nothing; named entries and values that are compared whole stay, empty or not. */
function withoutEmptyParts(kind: Kind, body: JsonObject, pattern: Pointer): JsonObject | undefined {
  const members = Object.entries(body).flatMap(([key, value]): [string, Json][] => {
    const at = pattern + pointer(key);
    const { shape } = kind.fields[at] ?? {};
    const isPart = isObject(value) && (kind.fields[at] === undefined || shape === 'open' || shape === 'entries');
    if (!isPart) return [[key, value]];
    if (shape === 'open') return Object.keys(value).length === 0 ? [] : [[key, value]];
    const inner = shape === 'entries' ? entriesOf(value, at) : withoutEmptyParts(kind, value, at);
    return inner === undefined ? [] : [[key, inner]];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);

  function entriesOf(map: JsonObject, at: Pointer): JsonObject | undefined {
    const entries = Object.entries(map).map(([name, entry]): [string, Json] => [
      name,
      isObject(entry) ? (withoutEmptyParts(kind, entry, `${at}/*`) ?? {}) : entry,
    ]);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
}

/** What the declared values would have to be for a plan to find nothing. */
export function corrections(kind: Kind, declared: JsonObject, live: Resource): readonly Correction[] {
  const compared = compareBodies(kind, declared, live, () => false);
  const all: readonly Correction[] = [
    ...compared.fields.map(({ path, before, set }) => ({
      path,
      value: trimmed(kind, path, before),
      isSet: set === true,
    })),
    ...compared.immutable.filter(isShown).map(({ leaf, before }) => ({
      path: leaf.path,
      value: before,
      isSet: leaf.spec.shape === 'set',
    })),
  ];
  return withoutEmptyParents(kind, declared, all);

  /** What counts at creation only, and no reply shows, is no wrong value. */
  function isShown({ leaf }: { readonly leaf: Leaf }): boolean {
    return leaf.spec.immutable !== 'note' || valueAt(live.body, leaf.path) !== undefined;
  }
}

/** A live entry comes with all its fields: what every entry has is not written. */
function trimmed(kind: Kind, path: Pointer, value: Json | undefined): Json | undefined {
  if (!isObject(value) || specAt(kind, path)?.spec.shape !== 'entries') return value;
  return valueAt(worthWriting(kind, '', withValueAt({}, path, value)), path) ?? {};
}

/** A part that would be left with nothing in it goes whole: parts such as `privacy_settings.read_receipts` demand their value. */
function withoutEmptyParents(kind: Kind, declared: JsonObject, all: readonly Correction[]): readonly Correction[] {
  const next = all.reduce((body, { path, value }) => withValueAt(body, path, value), declared);
  const isEmptyPart = (at: Pointer) => {
    const value = valueAt(next, at);
    const isNamed = specAt(kind, at) !== undefined;
    return at !== '' && isObject(value) && Object.keys(value).length === 0 && !isNamed;
  };
  const raised = all.map((each) => {
    if (each.value !== undefined) return each;
    const tokens = tokensOf(each.path);
    const top = tokens.findIndex((_, index) => index > 0 && isEmptyPart(pointer(...tokens.slice(0, index))));
    return top < 0 ? each : { ...each, path: pointer(...tokens.slice(0, top)) };
  });
  return [...new Map(raised.map((each) => [each.path, each])).values()];
}

/** What is worth writing and not declared, each under the highest name that is new. */
export function additions(kind: Kind, declared: JsonObject, worth: JsonObject): readonly Correction[] {
  const added = new Map<Pointer, Correction>();
  for (const leaf of leavesOf(kind, worth)) {
    if (valueAt(declared, leaf.path) !== undefined) continue;
    if ([...added.keys()].some((at) => leaf.path.startsWith(`${at}/`)) || isTakenAbove(declared, leaf.path)) continue;
    added.set(leaf.path, { path: leaf.path, value: leaf.value, isSet: false });
  }
  return [...added.values()];
}

/** Something that is no map stands where the path would lead through, such as a `null`. */
function isTakenAbove(declared: JsonObject, path: Pointer): boolean {
  const tokens = tokensOf(path);
  return tokens.some((_, index) => {
    const above = valueAt(declared, pointer(...tokens.slice(0, index)));
    return above !== undefined && !isObject(above);
  });
}
