/** JSON values and the few operations on them that every layer needs. No I/O, no dependencies. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };
/** RFC 6901 pointer, `''` for the whole document. */
export type Pointer = string;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Returns `value` if it is an object, else throws: for replies whose shape the API documents. */
export function asObject(value: Json | undefined, what = 'value'): JsonObject {
  if (isObject(value)) return value;
  throw new TypeError(`expected ${what} to be an object, got ${describe(value)}`);
}

export function asArray(value: Json | undefined, what = 'value'): readonly Json[] {
  if (isArray(value)) return value;
  throw new TypeError(`expected ${what} to be a list, got ${describe(value)}`);
}

export function asString(value: Json | undefined, what = 'value'): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`expected ${what} to be a string, got ${describe(value)}`);
}

function describe(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}

/** Serialises with sorted keys and no white space: equal values give equal text, whatever the order of their keys. */
export function canonicalJson(value: Json): string {
  // One text that grows: this is a good part of what a plan of many changes costs.
  let text = '';
  if (isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${canonicalJson(item)}`;
    return `[${text}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  for (const key of Object.keys(value).sort())
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`;
  return `{${text}}`;
}

/** Deep equality; the order of an object's keys does not matter, the order of a list does. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, index) => equalJson(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key], b[key]));
}

export function escapeToken(token: string): string {
  // Nearly no name has either, and looking is ten times cheaper than replacing.
  if (!token.includes('~') && !token.includes('/')) return token;
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function unescapeToken(token: string): string {
  if (!token.includes('~')) return token;
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}

export function pointer(...tokens: readonly (string | number)[]): Pointer {
  return tokens.map((token) => `/${escapeToken(String(token))}`).join('');
}

export function tokensOf(at: Pointer): string[] {
  return at === '' ? [] : at.slice(1).split('/').map(unescapeToken);
}

/** The value at a pointer, or undefined where the path leaves the document. */
export function valueAt(value: Json | undefined, at: Pointer): Json | undefined {
  let here = value;
  for (const token of tokensOf(at)) {
    if (isArray(here)) here = here[Number(token)];
    else if (isObject(here) && Object.hasOwn(here, token)) here = here[token];
    else return undefined;
  }
  return here;
}

/** A copy of `value` in which the object member at `at` is `next`; missing parents are made; undefined removes the member. */
export function withValueAt(value: JsonObject, at: Pointer, next: Json | undefined): JsonObject {
  const [head, ...rest] = tokensOf(at);
  if (head === undefined) return isObject(next) ? next : {};
  const copy: Record<string, Json> = { ...value };
  if (rest.length === 0) {
    if (next === undefined) delete copy[head];
    else copy[head] = next;
    return copy;
  }
  const child = copy[head];
  copy[head] = withValueAt(isObject(child) ? child : {}, pointer(...rest), next);
  return copy;
}

/**
 * A map to fill with names that are not known beforehand, such as ids: any name is one, `__proto__` too, and the engine does not
 * make a shape of each set of names.
 */
export function emptyMap(): Record<string, Json> {
  return Object.create(null) as Record<string, Json>;
}

/** A member of a map, never what every object inherits, such as `constructor`: names may be the customer's. */
export function ownMember<Value>(map: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}
