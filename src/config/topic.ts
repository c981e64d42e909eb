/** What the schemas say about one name: a kind, a field of it, or a setting. */
import { isArray, isObject, type Json, type JsonObject } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import { nearest } from '../core/nearest.ts';
import { SCHEMAS } from './load.ts';
import { Schemas, type View } from './schema.ts';
import { namesOfTypes } from './wording.ts';

export interface Topic {
  /** As it is asked for: `channel_type.grants`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** `a list`, `a text or \`null\``; empty where anything goes. */
  readonly type: string;
  readonly isRequired: boolean;
  /** Values that are allowed, where they can be listed. */
  readonly values: readonly Json[];
  readonly limits: readonly string[];
  readonly default?: Json;
  /** What `null` does, where it may be written. */
  readonly reset?: string;
  readonly shortForms: readonly { readonly title: string; readonly description: string }[];
  readonly examples: readonly Json[];
  readonly fields: readonly Field[];
}

export interface Field {
  readonly key: string;
  readonly type: string;
  readonly title: string;
  readonly isRequired: boolean;
}

export interface Unknown {
  readonly name: string;
  /** The part that leads nowhere, and the names that there are instead. */
  readonly part: string;
  readonly known: readonly string[];
  readonly near: string | undefined;
}

/** Stands for any name in a map. */
const ANY = '<name>';

/** All names that a topic can begin with: kinds, then settings. */
export function topicNames(kinds: readonly Kind[], schemas = new Schemas(SCHEMAS)): readonly string[] {
  return [...kinds.map((kind) => kind.name), ...Object.keys(propertiesOf(schemas.settings().schema))];
}

/** A kind may be named by its collection too; names of resources and indices are passed over by `<name>`. */
export function topicOf(name: string, kinds: readonly Kind[]): Topic | Unknown {
  const schemas = new Schemas(SCHEMAS);
  const [first = '', ...rest] = name.split('.');
  const start = startOf(first, kinds, schemas);
  if (start === undefined) return unknown(name, first, topicNames(kinds, schemas));
  let views = [start];
  let isRequired = false;
  for (const part of rest) {
    const at = holder(views, schemas);
    const next = at.flatMap((view) => childOf(view, part));
    if (next.length === 0)
      return unknown(name, part, [...new Set(at.flatMap((view) => Object.keys(propertiesOf(view.schema))))]);
    isRequired = at.some((view) => requiredOf(view.schema).includes(part));
    views = next;
  }
  return topic(name, views, isRequired, schemas);
}

function startOf(first: string, kinds: readonly Kind[], schemas: Schemas): View | undefined {
  const kind = kinds.find((each) => each.name === first || each.collection === first);
  if (kind !== undefined) return schemas.body(kind);
  const settings = schemas.settings();
  const setting = propertiesOf(settings.schema)[first];
  return isObject(setting) ? { schema: setting, root: settings.root } : undefined;
}

/** The views that have fields of their own: those of a list are its entries, those of a map without fields its values. */
function holder(views: readonly View[], schemas: Schemas): readonly View[] {
  const open = schemas.expand(views, 'normalised');
  if (open.some(({ schema }) => Object.keys(propertiesOf(schema)).length > 0)) return open;
  const below = open.flatMap((view) => entriesOf(view));
  return below.length === 0 ? open : holder(below, schemas);
}

function childOf(view: View, part: string): readonly View[] {
  const named = propertiesOf(view.schema)[part];
  if (isObject(named)) return [{ schema: named, root: view.root }];
  return part === ANY ? entriesOf(view) : [];
}

function entriesOf({ schema, root }: View): View[] {
  const patterns = isObject(schema['patternProperties']) ? Object.values(schema['patternProperties']) : [];
  return [schema['items'], schema['additionalProperties'], ...patterns]
    .filter(isObject)
    .map((each) => ({ schema: each, root }));
}

function topic(name: string, views: readonly View[], isRequired: boolean, schemas: Schemas): Topic {
  const open = schemas.expand(views, 'normalised');
  const said = (key: string): Json | undefined =>
    [...views, ...open].map((view) => view.schema[key]).find((each) => each !== undefined);
  const text = (key: string): string => {
    const value = said(key);
    return typeof value === 'string' ? value : '';
  };
  const fallback = said('default');
  const reset = said('x-null');
  const short = said('x-short');
  const examples = said('examples');
  return {
    name,
    title: text('title'),
    description: text('description'),
    type: typeText(open),
    isRequired,
    values: open.flatMap(({ schema }) => (isArray(schema['enum']) ? schema['enum'] : [])),
    limits: open.flatMap(({ schema }) => limitsOf(schema)),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(typeof reset === 'string' ? { reset } : {}),
    shortForms: (isArray(short) ? short : []).filter(isObject).map((each) => ({
      title: typeof each['title'] === 'string' ? each['title'] : typeText([{ schema: each, root: {} }]),
      description: typeof each['description'] === 'string' ? each['description'] : '',
    })),
    examples: isArray(examples) ? examples : [],
    fields: fieldsOf(holder(views, schemas), schemas),
  };
}

function fieldsOf(views: readonly View[], schemas: Schemas): readonly Field[] {
  return views.flatMap(({ schema, root }) =>
    Object.entries(propertiesOf(schema)).flatMap(([key, each]) => {
      if (!isObject(each) || each['x-internal'] === true) return [];
      const open = schemas.expand([{ schema: each, root }], 'normalised');
      const title = open.map((view) => view.schema['title']).find((value) => typeof value === 'string');
      return [{ key, type: typeText(open), title: String(title ?? ''), isRequired: requiredOf(schema).includes(key) }];
    }),
  );
}

function typeText(views: readonly View[]): string {
  const types = views.flatMap(({ schema }) => {
    const { type } = schema;
    return isArray(type) ? type.map(String) : typeof type === 'string' ? [type] : [];
  });
  return namesOfTypes([...new Set(types)]);
}

const LIMITS: Readonly<Record<string, (value: Json) => string>> = {
  minimum: (value) => `at least ${value}`,
  maximum: (value) => `at most ${value}`,
  minLength: (value) => `at least ${value} characters`,
  maxLength: (value) => `at most ${value} characters`,
  minItems: (value) => `at least ${value} entries`,
  maxItems: (value) => `at most ${value} entries`,
  uniqueItems: () => 'no entry twice',
  pattern: (value) => `matches ${value}`,
};

function limitsOf(schema: JsonObject): string[] {
  return Object.entries(LIMITS).flatMap(([key, say]) => {
    const value = schema[key];
    return value === undefined || value === false ? [] : [say(value)];
  });
}

function propertiesOf(schema: JsonObject): JsonObject {
  const { properties } = schema;
  return isObject(properties) ? properties : {};
}

function requiredOf(schema: JsonObject): readonly Json[] {
  return isArray(schema['required']) ? schema['required'] : [];
}

function unknown(name: string, part: string, known: readonly string[]): Unknown {
  return { name, part, known, near: nearest(part, known) };
}
