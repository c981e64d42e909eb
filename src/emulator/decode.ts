/** Turns what the older generation of the API takes into what handlers read. Customer data stands beside an object's own
 * members there, members of a channel may be bare ids, and times are text. Where all this can occur is read off the
 * shapes that handlers demand, so that new ones need nothing more. */
import { isArray, isObject, type Json, type JsonObject } from '../core/json.ts';
import type { Assume } from './assumptions.ts';
import type { Check, Shape } from './check.ts';

export function decodeV1(body: Json, shape: Shape, assume: Assume): Json {
  return isObject(body) ? decodeRecord(body, shape, assume) : body;
}

function decode(value: Json, { parts }: Check, assume: Assume): Json {
  switch (parts?.kind) {
    case 'time':
      // A number is no time here; as text it is refused as one.
      return typeof value === 'number' ? String(value) : value;
    case 'list':
      return isArray(value) ? value.map((item) => decode(named(item, parts.item), parts.item, assume)) : value;
    case 'map':
      return isObject(value) ? mapped(value, (item) => decode(item, parts.item, assume)) : value;
    case 'record':
      return isObject(value) ? decodeRecord(value, parts.shape, assume) : value;
    default:
      return value;
  }
}

/** Whoever is listed by their id alone. */
function named(item: Json, { parts }: Check): Json {
  const isPerson = parts?.kind === 'record' && Object.hasOwn(parts.shape, 'user_id');
  return typeof item === 'string' && isPerson ? { user_id: item } : item;
}

function decodeRecord(value: JsonObject, shape: Shape, assume: Assume): JsonObject {
  const reserved = reservedNames(shape['custom']);
  const own: [string, Json][] = [];
  const custom: [string, Json][] = [];
  for (const [key, member] of Object.entries(value)) {
    const check = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (reserved === undefined || (key !== 'custom' && (check !== undefined || reserved.includes(key))))
      own.push([key, check === undefined ? member : decode(member, check, assume)]);
    else if (key === 'custom' && isObject(member) && assume('custom_member_in_v1') === 'b')
      custom.push(...Object.entries(member));
    else custom.push([key, member]);
  }
  if (custom.length > 0) own.push(['custom', Object.fromEntries(custom)]);
  return Object.fromEntries(own);
}

/** Undefined for an object to which the customer can add nothing. */
function reservedNames(custom: Check | undefined): readonly string[] | undefined {
  if (custom?.parts?.kind === 'custom') return custom.parts.reserved;
  return custom?.parts?.kind === 'map' ? [] : undefined;
}

function mapped(value: JsonObject, turn: (member: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, turn(member)]));
}

/** Reads whose arguments stand in the query one by one may have them as one JSON object here. */
export function decodeQueryV1(query: URLSearchParams): URLSearchParams {
  const payload = parsed(query.get('payload'));
  if (payload === undefined) return query;
  const spread = new URLSearchParams(query);
  const add = (name: string, value: Json): void => {
    if (isObject(value)) for (const [key, member] of Object.entries(value)) add(`${name}_${key}`, member);
    else if (value !== null && !isArray(value) && !spread.has(name)) spread.set(name, String(value));
  };
  for (const [name, value] of Object.entries(payload)) add(name, value);
  return spread;
}

function parsed(text: string | null): JsonObject | undefined {
  if (text === null) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
