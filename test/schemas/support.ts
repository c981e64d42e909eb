import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { isArray, isObject, type Json, type JsonObject, type Pointer, pointer } from '../../src/core/json.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(ROOT, 'schemas');

/** The hand-written schemas: one a kind, and the settings. */
export const written: ReadonlyMap<string, JsonObject> = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.schema.json') && !['chat.schema.json', 'plan.schema.json'].includes(name))
    .map((name) => [name, readSchema(name)]),
);

export function readSchema(name: string): JsonObject {
  const parsed: unknown = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
  if (!isObject(parsed)) throw new TypeError(`${name} is no object`);
  return parsed;
}

export function strictAjv(): Ajv {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, validateFormats: false, verbose: true });
  ajv.addVocabulary(['x-id', 'x-short', 'x-null', 'x-internal', 'patternErrorMessage']);
  return ajv;
}

export interface Field {
  /** Where the schema stands in its file. */
  readonly at: Pointer;
  /** The field's name in the configuration, `*` for a key of a map and `[]` for an entry of a list. */
  readonly path: string;
  readonly schema: JsonObject;
  readonly isRequired: boolean;
}

/** All fields of a schema file: those of its body and those of its definitions, however deep, short forms too. */
export function fieldsOf(root: JsonObject): readonly Field[] {
  const definitions = objectOf(root['definitions']);
  const parts = Object.entries(definitions).flatMap(([name, part]) =>
    inside(objectOf(part), pointer('definitions', name), `(${name})`),
  );
  return [...inside(root, '', ''), ...parts];
}

function inside(schema: JsonObject, at: Pointer, path: string): Field[] {
  const required = isArray(schema['required']) ? schema['required'] : [];
  const fields = Object.entries(objectOf(schema['properties'])).flatMap(([name, field]) =>
    isObject(field)
      ? below(
          field,
          `${at}${pointer('properties', name)}`,
          path === '' ? name : `${path}.${name}`,
          required.includes(name),
        )
      : [],
  );
  const { additionalProperties: value, items } = schema;
  const shorts = isArray(schema['x-short']) ? schema['x-short'] : [];
  return [
    ...fields,
    ...(isObject(value) && value['$ref'] === undefined
      ? below(value, `${at}/additionalProperties`, `${path}.*`, false)
      : []),
    ...(isObject(items) ? inside(items, `${at}/items`, `${path}[]`) : []),
    ...shorts.flatMap((short, index) =>
      isObject(short) ? inside(short, `${at}/x-short/${index}`, `${path}(short)`) : [],
    ),
  ];
}

function below(schema: JsonObject, at: Pointer, path: string, isRequired: boolean): Field[] {
  return [{ at, path, schema, isRequired }, ...inside(schema, at, path)];
}

export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
