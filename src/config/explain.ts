/**
 * Puts into words why a value is refused: each problem once. The verdict is ajv's; this walk reads the part of draft-07 that the
 * schemas use, and a test holds the two together. Unions are why it exists: a validator lists the errors of every branch, a
 * person meant one.
 */
import {
  canonicalJson,
  equalJson,
  escapeToken,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  type Pointer,
} from '../core/json.ts';
import { nearest } from '../core/nearest.ts';
import type { Code } from './codes.ts';
import { findTextProblem, inRange, sizeProblem } from './limits.ts';
import { regexOf, type Schemas, type View } from './schema.ts';
import { badName, namesOfTypes, unknownKey } from './wording.ts';

export interface Finding {
  readonly code: Code;
  readonly at: Pointer;
  /** It is about the key, not about its value. */
  readonly isKey?: true;
  readonly detail: string;
}

/** Turns a value into text for a message; hides what must not be shown. */
export type Show = (value: Json, at: Pointer) => string;

export function explain(schemas: Schemas, view: View, value: Json, at: Pointer, show: Show): Finding[] {
  return new Explainer(schemas, show).check(view, value, at);
}

class Explainer {
  readonly #schemas: Schemas;
  readonly #show: Show;

  constructor(schemas: Schemas, show: Show) {
    this.#schemas = schemas;
    this.#show = show;
  }

  check(view: View, value: Json, at: Pointer): Finding[] {
    const { schema } = view;
    const target = this.#schemas.target(view);
    const referred = target === undefined ? [] : this.check(target, value, at);
    const wrongType = this.#checkType(schema, value, at);
    if (wrongType.length > 0) return referred.length > 0 ? referred : wrongType;
    return [
      ...referred,
      ...this.#checkChoice(schema, value, at),
      ...this.#checkUnions(view, value, at),
      ...(typeof value === 'string' ? findTextProblem(schema, value, at, this.#show) : []),
      ...(typeof value === 'number' ? inRange(schema, value, at, this.#show) : []),
      ...(isArray(value) ? this.#checkList(view, value, at) : []),
      ...(isObject(value) ? this.#checkMap(view, value, at) : []),
    ];
  }

  #checkType(schema: JsonObject, value: Json, at: Pointer): Finding[] {
    const types = typesOf(schema);
    if (types.length === 0 || types.some((type) => isOfType(value, type))) return [];
    if (value === null) {
      const instead = types.includes('array') ? 'Write `[]` for an empty list, or leave' : 'Leave';
      return [
        {
          code: 'null-not-allowed',
          at,
          detail: `Nothing resets this value. ${instead} the key out to keep what the app has.`,
        },
      ];
    }
    return [{ code: 'wrong-type', at, detail: `Expected ${namesOfTypes(types)}, got ${this.#got(value, at)}.` }];
  }

  #got(value: Json, at: Pointer): string {
    if (isArray(value)) return 'a list';
    return isObject(value) ? 'a map' : this.#show(value, at);
  }

  #checkChoice(schema: JsonObject, value: Json, at: Pointer): Finding[] {
    const { enum: listed } = schema;
    const allowed = isArray(listed) ? listed : 'const' in schema ? [schema['const'] as Json] : undefined;
    if (allowed === undefined || allowed.some((each) => equalJson(each, value))) return [];
    const near =
      typeof value === 'string'
        ? nearest(
            value,
            allowed.filter((each) => typeof each === 'string'),
          )
        : undefined;
    const hint = near === undefined ? '' : ` Did you mean \`${near}\`?`;
    const list = allowed.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(', ');
    const expected = allowed.length === 1 ? `The only value is ${list}.` : `Allowed are ${list}.`;
    return [{ code: 'not-in-enum', at, detail: `${this.#show(value, at)} is not allowed here.${hint} ${expected}` }];
  }

  #checkUnions(view: View, value: Json, at: Pointer): Finding[] {
    const { schema, root } = view;
    const branches = (keyword: string): View[] => {
      const list = schema[keyword];
      return isArray(list) ? list.filter(isObject).map((each) => ({ schema: each, root })) : [];
    };
    const findings = branches('allOf').flatMap((branch) => this.check(branch, value, at));
    for (const keyword of ['anyOf', 'oneOf']) {
      const tried = branches(keyword).map((branch) => ({ branch, found: this.check(branch, value, at) }));
      const fitting = tried.filter(({ found }) => found.length === 0).length;
      if (tried.length === 0 || fitting === 1 || (fitting > 1 && keyword === 'anyOf')) continue;
      if (fitting > 1) findings.push({ code: 'not-allowed', at, detail: 'The value has two meanings here. Say more.' });
      else findings.push(...this.#closest(tried, value, at));
    }
    const not = schema['not'];
    if (isObject(not) && this.check({ schema: not, root }, value, at).length === 0)
      findings.push({ code: 'not-allowed', at, detail: `${this.#got(value, at)} cannot be used here.` });
    return findings;
  }

  /** The problems of the branch that was meant: of the value's type, and with the fewest problems. */
  #closest(tried: readonly { branch: View; found: Finding[] }[], value: Json, at: Pointer): Finding[] {
    const isShape = (each: Finding): boolean =>
      each.at === at && (each.code === 'wrong-type' || each.code === 'null-not-allowed');
    const meant = tried.filter(({ found }) => !found.some(isShape)).toSorted((a, b) => a.found.length - b.found.length);
    if (meant[0] !== undefined) return meant[0].found;
    const types = this.#schemas
      .expand(
        tried.map(({ branch }) => branch),
        'normalised',
      )
      .flatMap(({ schema }) => typesOf(schema));
    return this.#checkType({ type: [...new Set(types)] }, value, at);
  }

  #checkList({ schema, root }: View, value: readonly Json[], at: Pointer): Finding[] {
    const { items } = schema;
    const found = sizeProblem(schema, value.length, ['minItems', 'maxItems'], at);
    if (isObject(items))
      found.push(...value.flatMap((each, index) => this.check({ schema: items, root }, each, `${at}/${index}`)));
    if (schema['uniqueItems'] !== true) return found;
    const seen = new Set<string>();
    for (const [index, each] of value.entries()) {
      const text = canonicalJson(each);
      const below = `${at}/${index}`;
      const isTwice = seen.has(text);
      if (isTwice)
        found.push({
          code: 'duplicate-entry',
          at: below,
          detail: `${this.#got(each, below)} stands in the list twice. Remove one of them.`,
        });
      seen.add(text);
    }
    return found;
  }

  #checkMap(view: View, value: JsonObject, at: Pointer): Finding[] {
    const { schema } = view;
    const required = isArray(schema['required']) ? schema['required'] : [];
    const missing = required.filter((key) => typeof key === 'string' && !Object.hasOwn(value, key));
    return [
      ...sizeProblem(schema, Object.keys(value).length, ['minProperties', 'maxProperties'], at),
      ...missing.map(
        (key): Finding => ({
          code: 'missing-key',
          at: `${at}/${escapeToken(String(key))}`,
          isKey: true,
          detail: `\`${String(key)}\` is required here.`,
        }),
      ),
      ...Object.entries(value).flatMap(([key, each]) => this.#checkMember(view, key, each, at)),
    ];
  }

  #checkMember({ schema, root }: View, key: string, value: Json, at: Pointer): Finding[] {
    const below = `${at}/${escapeToken(key)}`;
    const names = schema['propertyNames'];
    if (isObject(names)) {
      const [wrong] = this.check({ schema: names, root }, key, below);
      if (wrong !== undefined) return [badName(key, below, at, wrong, names)];
    }
    const properties = isObject(schema['properties']) ? schema['properties'] : {};
    const patterns = isObject(schema['patternProperties']) ? Object.entries(schema['patternProperties']) : [];
    const named = Object.hasOwn(properties, key) ? [properties[key] as Json] : [];
    const matching = [...named, ...patterns.filter(([pattern]) => regexOf(pattern).test(key)).map(([, each]) => each)];
    if (matching.length > 0)
      return matching.filter(isObject).flatMap((each) => this.check({ schema: each, root }, value, below));
    const others = schema['additionalProperties'];
    if (others === false) {
      const detail =
        patterns.length > 0
          ? `\`${key}\` does not have the form that names have here.`
          : unknownKey(key, writtenKeys(properties));
      return [{ code: 'unknown-key', at: below, isKey: true, detail }];
    }
    return isObject(others) ? this.check({ schema: others, root }, value, below) : [];
  }
}

/** Without those that only normalising makes. */
function writtenKeys(properties: JsonObject): string[] {
  return Object.keys(properties).filter((each) => {
    const property = properties[each];
    return !isObject(property) || property['x-internal'] !== true;
  });
}

function typesOf(schema: JsonObject): readonly string[] {
  const { type } = schema;
  if (typeof type === 'string') return [type];
  return isArray(type) ? type.filter((each) => typeof each === 'string') : [];
}

function isOfType(value: Json, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
