/** The JSON Schemas of the configuration, and walking along them: which schemas speak about a place of a value. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isArray, isObject, type Json, type JsonObject, tokensOf, valueAt } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import { Judge, type Validators } from './judge.ts';

/** A schema, and the file that its references are relative to. */
export interface View {
  readonly schema: JsonObject;
  readonly root: JsonObject;
}

/** Values as they are written, with short forms, or after these were expanded. */
export type Forms = 'written' | 'normalised';

const NOTHING: JsonObject = {};

export class Schemas {
  readonly #dir: string;
  readonly #files = new Map<string, JsonObject>();
  readonly #targets = new Map<string, View>();
  /** Thousands of resources share one schema: it is expanded once. */
  readonly #expanded = {
    written: new WeakMap<JsonObject, readonly View[]>(),
    normalised: new WeakMap<JsonObject, readonly View[]>(),
  };

  readonly judge: Judge;

  constructor(dir: string) {
    this.#dir = dir;
    this.judge = new Judge(dir, (name) => this.file(name));
  }

  /** What tells whether bodies and ids of a kind are valid. */
  validators(kind: Kind): Validators {
    return this.judge.of(stem(kind.name));
  }

  isValidBody(kind: Kind, body: Json): boolean {
    return this.validators(kind).body(body);
  }

  isValidSettings(settings: Json): boolean {
    return this.judge.of('settings').body(settings);
  }

  isValidId(kind: Kind, id: string): boolean {
    return this.validators(kind).id?.(id) ?? true;
  }

  file(name: string): JsonObject {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const parsed: unknown = JSON.parse(readFileSync(join(this.#dir, name), 'utf8'));
    if (!isObject(parsed)) throw new TypeError(`${name} is no schema`);
    this.#files.set(name, parsed);
    return parsed;
  }

  /** The schema of a kind's normalised body. */
  body(kind: Kind): View {
    const root = this.file(schemaName(kind));
    return { schema: root, root };
  }

  /** The schema of a kind's ids. */
  id(kind: Kind): View {
    const ref = `${schemaName(kind)}#/definitions/id`;
    const known = this.#targets.get(ref) ?? this.target({ schema: { $ref: ref }, root: NOTHING });
    if (known === undefined) throw new TypeError(`there is no schema ${ref}`);
    this.#targets.set(ref, known);
    return known;
  }

  settings(): View {
    const root = this.file('settings.schema.json');
    return { schema: root, root };
  }

  /** Whether the kind's collection may be written as a list of names. */
  takesNames(kind: Kind): boolean {
    const short = valueAt(this.file(schemaName(kind)), '/definitions/collection/x-short');
    return isArray(short) && short.some((each) => isObject(each) && each['type'] === 'array');
  }

  hasRosters(kind: Kind): boolean {
    if (kind.singleton) return false;
    return valueAt(this.file(schemaName(kind)), '/definitions/collection/properties/from') !== undefined;
  }

  /** A schema of a whole file: settings, collections, and environments that hold the same keys again. */
  document(kinds: readonly Kind[]): View {
    const settings = valueAt(this.settings().schema, '/properties');
    const properties: Record<string, Json> = {};
    for (const key of isObject(settings) ? Object.keys(settings) : [])
      properties[key] = { $ref: `settings.schema.json#/properties/${key}` };
    for (const kind of kinds)
      properties[kind.collection] = { $ref: `${schemaName(kind)}#${kind.singleton ? '' : '/definitions/collection'}` };
    properties['environments'] = { additionalProperties: { $ref: '#' } };
    const root: JsonObject = { type: 'object', properties };
    return { schema: root, root };
  }

  /** The schema that a `$ref` points to; undefined for a schema without one. */
  target({ schema, root }: View): View | undefined {
    const ref = schema['$ref'];
    if (typeof ref !== 'string') return undefined;
    const [file = '', fragment = ''] = ref.split('#');
    const base = file === '' ? root : this.file(file.slice(file.lastIndexOf('/') + 1));
    const found = valueAt(base, tokensOf(fragment).length === 0 ? '' : fragment);
    if (!isObject(found)) throw new TypeError(`a schema refers to ${ref}, which does not exist`);
    return { schema: found, root: base };
  }

  /** The views with all their branches: references, unions, and (for values as written) short forms. */
  expand(views: readonly View[], forms: Forms): readonly View[] {
    const [only] = views;
    if (only === undefined || views.length > 1) return this.#expandAll(views, forms);
    const known = this.#expanded[forms].get(only.schema);
    const expanded = known ?? this.#expandAll(views, forms);
    if (known === undefined) this.#expanded[forms].set(only.schema, expanded);
    return expanded;
  }

  #expandAll(views: readonly View[], forms: Forms): readonly View[] {
    const all: View[] = [];
    const seen = new Set<JsonObject>();
    const left = [...views];
    for (let view = left.pop(); view !== undefined; view = left.pop()) {
      if (seen.has(view.schema)) continue;
      seen.add(view.schema);
      all.push(view);
      const target = this.target(view);
      if (target !== undefined) left.push(target);
      const unions = ['anyOf', 'oneOf', 'allOf', ...(forms === 'written' ? ['x-short'] : [])];
      for (const union of unions) left.push(...viewsOf(view, view.schema[union]));
    }
    return all;
  }

  /** The schemas of a member of an object. */
  member(expanded: readonly View[], key: string, forms: Forms): readonly View[] {
    return this.expand(
      expanded.flatMap((view) => memberOf(view, key)),
      forms,
    );
  }

  /** The schemas of the entries of a list. */
  entry(expanded: readonly View[], forms: Forms): readonly View[] {
    return this.expand(
      expanded.flatMap((view) => viewsOf(view, view.schema['items'])),
      forms,
    );
  }
}

function schemaName(kind: Kind): string {
  return `${stem(kind.name)}.schema.json`;
}

function stem(kindName: string): string {
  if (!kindName.includes('_')) return kindName;
  return kindName.replaceAll('_', '-');
}

function viewsOf({ root }: View, value: Json | undefined): View[] {
  const list = isArray(value) ? value : [value ?? null];
  return list.filter(isObject).map((schema) => ({ schema, root }));
}

function memberOf({ schema, root }: View, key: string): View[] {
  const named = mapAt(schema, 'properties')[key];
  if (isObject(named) && Object.hasOwn(mapAt(schema, 'properties'), key)) return [{ schema: named, root }];
  const byPattern = Object.entries(mapAt(schema, 'patternProperties')).filter(([pattern]) =>
    regexOf(pattern).test(key),
  );
  if (byPattern.length > 0) return byPattern.flatMap(([, each]) => (isObject(each) ? [{ schema: each, root }] : []));
  const other = schema['additionalProperties'];
  return isObject(other) ? [{ schema: other, root }] : [];
}

function mapAt(schema: JsonObject, keyword: string): JsonObject {
  const value = schema[keyword];
  return isObject(value) ? value : NOTHING;
}

const regexes = new Map<string, RegExp>();

/** Schema patterns are Unicode expressions, as ajv reads them. */
export function regexOf(pattern: string): RegExp {
  let regex = regexes.get(pattern);
  if (regex === undefined) {
    regex = new RegExp(pattern, 'u');
    regexes.set(pattern, regex);
  }
  return regex;
}

/** Whether values here are texts even where YAML reads a number or a boolean. */
export function isText(views: readonly View[]): boolean {
  return views.some(({ schema }) => schema['x-id'] === true);
}

/** Whether any of the schemas takes a string as it is. A schema without `type` takes everything, unless it only refers. */
export function takesString(views: readonly View[]): boolean {
  if (views.length === 0) return true;
  return views.some(({ schema }) => {
    const { type } = schema;
    if (type === undefined) return !['$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const'].some((each) => each in schema);
    return type === 'string' || (isArray(type) && type.includes('string'));
  });
}
