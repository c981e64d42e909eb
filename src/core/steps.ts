/** Small builders that every kind file uses. */
import type { Call } from './call.ts';
import { isObject, type Json, type JsonObject, type Pointer, unescapeToken } from './json.ts';
import type { Kind, Step } from './kind.ts';
import type { Change } from './plan.ts';

/** Checks a kind against its interface and keeps its literal name for readers. */
export function defineKind(kind: Kind): Kind {
  return kind;
}

export function step(call: Call, more: Partial<Omit<Step, 'call'>> = {}): Step {
  return { call, settle: 'reply', ...more };
}

/** An object with the members that are not undefined. */
export function compact(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  if (isComplete(members)) return members;
  return Object.fromEntries(
    Object.entries(members).filter((member): member is [string, Json] => member[1] !== undefined),
  );
}

function isComplete(members: Readonly<Record<string, Json | undefined>>): members is JsonObject {
  return !Object.values(members).includes(undefined);
}

/** The named members of `from` that are there, in an object of the caller's own. */
export function pick(from: JsonObject, names: readonly string[]): Record<string, Json> {
  // A plain loop: this makes the body of every live resource.
  const picked: Record<string, Json> = {};
  for (const name of names) {
    const value = from[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}

/** The body's own fields, without instructions to the tool, with `extra` spread in. */
export function payload(body: JsonObject, without: readonly string[] = []): JsonObject {
  // A plain loop: this makes the body of every new resource. Names are those of fields.
  const left: Record<string, Json> = {};
  for (const name of Object.keys(body)) {
    const value = body[name];
    const isSent = name !== 'extra' && name !== 'protect' && !without.includes(name);
    if (isSent && value !== undefined && value !== null) left[name] = value;
  }
  const { extra } = body;
  return isObject(extra) ? { ...left, ...extra } : left;
}

/** The live values of the `extra` keys that are declared, and the pointers of those that the reply doesn't carry. */
export function readExtra(
  raw: JsonObject,
  body: JsonObject | undefined,
): { readonly extra?: JsonObject; readonly blind: readonly Pointer[] } {
  const declared = body?.['extra'];
  if (!isObject(declared)) return { blind: [] };
  const names = Object.keys(declared);
  return {
    extra: pick(raw, names),
    blind: names
      .filter((name) => raw[name] === undefined)
      .map((name) => `/extra/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  };
}

/** The first names of the changed pointers: which top-level fields an update touches. */
export function touchedNames(change: Change): ReadonlySet<string> {
  return new Set(change.fields.map((field) => unescapeToken(field.path.replace(/^\/([^/]*).*$/s, '$1'))));
}

/** The value if it is a map, else an empty one. */
export function asMap(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The map without the keys whose null asks for their absence. */
export function withoutNulls(map: JsonObject): JsonObject {
  if (!Object.values(map).includes(null)) return map;
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== null));
}
