/** Members of a JSON object, each of the type that it must have. All throw TypeError where it has another one. */
import { asArray, asObject, asString, type Json, type JsonObject } from '../core/json.ts';
import type { Digest } from '../core/prior.ts';

/** `{ [to]: … }` if the member is there, else nothing. */
export function maybe<Name extends string, Value>(
  to: Name,
  from: JsonObject,
  name: string,
  read: (value: Json, what: string) => Value,
): { readonly [Key in Name]?: Value } {
  const value = from[name];
  return value === undefined ? {} : ({ [to]: read(value, name) } as { readonly [Key in Name]: Value });
}

export function objectAt(from: JsonObject, name: string): JsonObject {
  return asObject(from[name], name);
}

export function listAt(from: JsonObject, name: string): readonly JsonObject[] {
  return asArray(from[name], name).map((each) => asObject(each, name));
}

export function textAt(from: JsonObject, name: string): string {
  return asString(from[name], name);
}

export function textsAt(from: JsonObject, name: string): readonly string[] {
  return asArray(from[name], name).map((each) => asString(each, name));
}

export function numberAt(from: JsonObject, name: string): number {
  return asNumber(from[name], name);
}

export function asNumber(value: Json | undefined, name: string): number {
  if (typeof value !== 'number') throw new TypeError(`expected ${name} to be a number`);
  return value;
}

export function booleanAt(from: JsonObject, name: string): boolean {
  const value = from[name];
  if (typeof value !== 'boolean') throw new TypeError(`expected ${name} to be true or false`);
  return value;
}

export function digestAt(from: JsonObject, name: string): Digest {
  return asDigest(from[name], name);
}

export function asDigest(value: Json | undefined, what: string): Digest {
  if (typeof value !== 'string' || !value.startsWith('h1:')) throw new TypeError(`expected ${what} to be a digest`);
  return value as Digest;
}

export function asTrue(value: Json, what: string): true {
  if (value !== true) throw new TypeError(`expected ${what} to be true, or not there`);
  return value;
}

export function choice<const Value extends string>(values: readonly Value[]) {
  return (value: Json | undefined, what: string): Value => {
    const found = values.find((each) => each === value);
    if (found === undefined) throw new TypeError(`expected ${what} to be one of ${values.join(', ')}`);
    return found;
  };
}

export function choiceAt<const Value extends string>(from: JsonObject, name: string, values: readonly Value[]): Value {
  return choice(values)(from[name], name);
}
