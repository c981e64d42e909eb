/**
 * A live body as the configuration can hold it: without what the schema refuses, with secrets as variables. Whatever is left
 * out is told, so that nobody takes the file for more than it is.
 */
import { secretPointer } from '../../core/call.ts';
import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  type Pointer,
  pointer,
  tokensOf,
  valueAt,
  withValueAt,
} from '../../core/json.ts';
import type { Kind } from '../../core/kind.ts';
import { explain } from '../explain.ts';
import { hasReference, isKeptExactly } from '../interpolate.ts';
import type { Schemas } from '../schema.ts';

export interface Presentable {
  /** Undefined when nothing of the resource can be written. */
  readonly body: JsonObject | undefined;
  /** Pointers of what is left out. */
  readonly refused: readonly Pointer[];
}

/** Far more than the fields of any kind: a schema that refuses still is asked no further. */
const MOST_REFUSALS = 200;

export function presentable(kind: Kind, id: string, body: JsonObject, schemas: Schemas): Presentable {
  const refused = [...unwritable(body, '')];
  let left = refused.reduce<JsonObject>((rest, at) => withValueAt(rest, at, undefined), body);
  if (!kind.singleton && (!schemas.isValidId(kind, id) || hasReference(id) || id === '__proto__' || id === ''))
    return { body: undefined, refused: [''] };
  for (let round = 0; !schemas.isValidBody(kind, withSecretsAsText(left) as JsonObject); round++) {
    const found = explain(schemas, schemas.body(kind), withSecretsAsText(left), '', () => '');
    const at = found.map((each) => removable(left, each.at)).find((each) => each !== '');
    if (at === undefined || round === MOST_REFUSALS) return { body: undefined, refused: [...refused, ''] };
    refused.push(at);
    left = withValueAt(left, at, undefined);
  }
  return { body: left, refused };
}

/** The nearest map's member: a list is taken out whole, because the rest of it would say something else. */
function removable(body: JsonObject, at: Pointer): Pointer {
  const tokens = tokensOf(at);
  for (let length = 1; length <= tokens.length; length++) {
    const here = pointer(...tokens.slice(0, length));
    const value = valueAt(body, here);
    if (value === undefined) return length === 1 ? '' : pointer(...tokens.slice(0, length - 1));
    if (isArray(value)) return here;
  }
  return at;
}

/** Values and keys that YAML could write and the configuration would not read back as they are. */
function* unwritable(value: Json, at: Pointer): Generator<Pointer> {
  if (!isObject(value) || secretPointer(value) !== undefined) return;
  for (const [key, each] of Object.entries(value)) {
    const here = at + pointer(key);
    if (key === '' || key === '__proto__' || key === '$secret' || key === '<<' || hasReference(key) || !isKept(key))
      yield here;
    else if (isObject(each)) yield* unwritable(each, here);
    else if (!isKept(each)) yield here;
  }
}

function isKept(value: Json): boolean {
  if (typeof value === 'number') return isKeptExactly(value);
  // Half of a surrogate pair has no UTF-8.
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value);
  if (isArray(value)) return value.every(isKept);
  if (!isObject(value)) return true;
  return [...unwritable(value, '')].length === 0;
}

function withSecretsAsText(value: Json): Json {
  if (secretPointer(value) !== undefined) return 'secret';
  if (isArray(value)) return value.map(withSecretsAsText);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withSecretsAsText(each)]));
}

/** Texts for a file in which `${` means something; `nameOf` gives the variable of a secret. */
export function asWritten(value: Json, nameOf: (at: Pointer) => string): Json {
  const secret = secretPointer(value);
  if (secret !== undefined) return `\${${nameOf(secret)}}`;
  if (typeof value === 'string') return value.replaceAll('${', '$$${');
  if (isArray(value)) return value.map((each) => asWritten(each, nameOf));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asWritten(each, nameOf)]));
}
