/** The validators made ahead of time judge as ajv does, and the explainer has something to say if and only if they refuse. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/config/explain.ts';
import { shown } from '../../src/config/report.ts';
import { Schemas } from '../../src/config/schema.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { SCHEMAS } from './support.ts';

const REAL = fileURLToPath(new URL('../../schemas', import.meta.url));
const files = [SCHEMAS, REAL].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json') && !/^(chat|plan)\./.test(name))
    .map((name) => ({ folder, name })),
);

/** What the explainer reads, and what only people and editors read. */
const KEYWORDS = new Set(
  `$ref type enum const properties patternProperties additionalProperties propertyNames required items uniqueItems minItems maxItems
  minProperties maxProperties minimum maximum minLength maxLength pattern anyOf oneOf allOf not
  $schema $id $comment title description default examples definitions writeOnly readOnly deprecated format`.split(
    /\s+/,
  ),
);

function unknownKeywords(schema: Json): string[] {
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key.startsWith('x-')) return key === 'x-short' && isArray(value) ? value.flatMap(unknownKeywords) : [];
    if (!KEYWORDS.has(key)) return [key];
    if (['properties', 'patternProperties', 'definitions'].includes(key))
      return Object.values(value as JsonObject).flatMap(unknownKeywords);
    if (['additionalProperties', 'propertyNames', 'items', 'not'].includes(key)) return unknownKeywords(value);
    return ['anyOf', 'oneOf', 'allOf'].includes(key) && isArray(value) ? value.flatMap(unknownKeywords) : [];
  });
}

/** More entries or letters than this take long to make, and their limits are compared in the same way. */
const MOST = 600;

/** Values at the limits of a schema: the last that is allowed, and the first that is not. */
function atLimits(schema: JsonObject): Json[] {
  const around = (lower: string, upper: string): number[] =>
    [schema[lower], schema[upper]].flatMap((limit) => (typeof limit === 'number' ? [limit - 1, limit, limit + 1] : []));
  const sizes = (lower: string, upper: string) => around(lower, upper).filter((size) => size >= 0 && size <= MOST);
  const names = (size: number) => Array.from({ length: size }, (_, index) => `a${index}`);
  return [
    ...around('minimum', 'maximum'),
    ...sizes('minLength', 'maxLength').flatMap((size) => ['x'.repeat(size), '😀'.repeat(size)]),
    ...sizes('minItems', 'maxItems').map(names),
    ...sizes('minProperties', 'maxProperties').map((size) => Object.fromEntries(names(size).map((name) => [name, {}]))),
  ];
}

/** Values near what a schema wants: often valid, often wrong in one place. */
function near(schemas: Schemas, view: { schema: JsonObject; root: JsonObject }, depth: number): fc.Arbitrary<Json> {
  const anything: fc.Arbitrary<Json> = fc.constantFrom<Json>(
    null,
    true,
    '',
    'x',
    0,
    -1,
    1.5,
    100_000,
    [],
    ['a', 'a'],
    {},
    { a: 1 },
  );
  const target = schemas.target(view);
  const { schema, root } = target ?? view;
  if (target !== undefined) return near(schemas, target, depth);
  if (depth > 4) return anything;
  const options: fc.Arbitrary<Json>[] = [];
  for (const keyword of ['anyOf', 'oneOf']) {
    const branches = schema[keyword];
    if (isArray(branches))
      options.push(...branches.filter(isObject).map((each) => near(schemas, { schema: each, root }, depth)));
  }
  const limits = atLimits(schema);
  if (limits.length > 0) options.push(fc.constantFrom(...limits));
  if (schema['const'] !== undefined) options.push(fc.constant(schema['const']));
  if (isArray(schema['enum'])) options.push(fc.constantFrom(...schema['enum']));
  if (isArray(schema['examples'])) options.push(fc.constantFrom(...schema['examples']));
  const { properties, items, additionalProperties } = schema;
  if (isObject(properties)) {
    const fields = Object.entries(properties).filter(([, each]) => isObject(each));
    const model = Object.fromEntries(
      fields.map(([key, each]) => [key, near(schemas, { schema: each as JsonObject, root }, depth + 1)]),
    );
    const required = isArray(schema['required']) ? schema['required'].map(String) : [];
    const needed = Object.fromEntries(Object.entries(model).filter(([key]) => required.includes(key)));
    // With one field beside those that are needed, the rest is valid, so that this one decides.
    const single = Object.entries(model).map(([key, each]) => fc.record({ ...needed, [key]: each }));
    if (single.length > 0) options.push(fc.oneof(...single) as fc.Arbitrary<Json>);
    options.push(
      fc.record(needed) as fc.Arbitrary<Json>,
      fc.record(model, { requiredKeys: required.filter((key) => key in model) }) as fc.Arbitrary<Json>,
      fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Json>,
    );
    options.push(fc.dictionary(fc.constantFrom('nope', 'extra', 'name'), anything) as fc.Arbitrary<Json>);
  }
  if (isObject(items)) options.push(fc.array(near(schemas, { schema: items, root }, depth + 1), { maxLength: 4 }));
  if (isObject(additionalProperties)) {
    const keys = fc.constantFrom('a', 'role', 'a.b', 'has space', 'host', '');
    options.push(
      fc.dictionary(keys, near(schemas, { schema: additionalProperties, root }, depth + 1)) as fc.Arbitrary<Json>,
    );
  }
  return options.length === 0
    ? anything
    : fc.oneof({ weight: 1, arbitrary: anything }, ...options.map((arbitrary) => ({ weight: 3, arbitrary })));
}

describe.each(files)('$name in $folder', ({ folder, name }) => {
  const raw = JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonObject;

  test('uses only keywords that the explainer reads', () => {
    expect(unknownKeywords(raw)).toEqual([]);
  });

  test('gets the same verdict from ajv', () => {
    const schemas = new Schemas(folder);
    const { $schema: _, ...schema } = raw;
    const validate = new Ajv({
      strict: false,
      meta: false,
      validateSchema: false,
      validateFormats: false,
      logger: false,
    }).compile(schema);
    const view = { schema: schemas.file(name), root: schemas.file(name) };
    const judge = schemas.judge.of(name.replace('.schema.json', ''));
    let valid = 0;
    fc.assert(
      fc.property(near(schemas, view, 0), (value) => {
        const isValid = validate(value);
        if (isValid) valid++;
        expect({ value, judged: judge.body(value) }).toEqual({ value, judged: isValid });
        const found = explain(schemas, view, value, '', shown);
        expect({ value, found: isValid ? found : found.length > 0 }).toEqual({ value, found: isValid ? [] : true });
      }),
      { numRuns: 1000, seed: 20 },
    );
    expect(valid).toBeGreaterThan(0);
  });
});
