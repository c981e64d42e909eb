/** Schemas, settings and the field tables of the kinds say the same. */
import { describe, expect, test } from 'vitest';
import { isArray, isObject, type JsonObject, type Pointer, tokensOf, valueAt } from '../../src/core/json.ts';
import type { Kind } from '../../src/core/kind.ts';
import { kinds } from '../../src/kinds/index.ts';
import { objectOf, written } from './support.ts';

const settings = written.get('settings.schema.json') ?? {};

function schemaOf(kind: Kind): JsonObject {
  return written.get(`${kind.name.replaceAll('_', '-')}.schema.json`) ?? {};
}

/** The schema of a row of a field table; `*` is any key of a map. */
function fieldAt(root: JsonObject, at: Pointer): JsonObject | undefined {
  let here: JsonObject | undefined = root;
  for (const token of tokensOf(at)) {
    const parent: JsonObject = here === undefined ? {} : targetOf(root, here);
    const next = token === '*' ? parent['additionalProperties'] : objectOf(parent['properties'])[token];
    here = isObject(next) ? next : undefined;
  }
  return here === undefined ? undefined : targetOf(root, here);
}

function targetOf(root: JsonObject, schema: JsonObject): JsonObject {
  const ref = schema['$ref'];
  return typeof ref === 'string' ? { ...objectOf(valueAt(root, ref.slice(1))), ...schema } : schema;
}

describe.each(kinds.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
  const schema = schemaOf(kind);

  test('each row of the field table is a field of the schema', () => {
    const unknown = Object.keys(kind.fields).filter((at) => fieldAt(schema, at) === undefined);
    expect(unknown).toEqual([]);
  });

  test('each field of the schema has a row, or is a short form that the kind expands', () => {
    const rows = Object.keys(kind.fields);
    const expanded = kind.name === 'channel' ? ['name', 'image', 'moderators'] : [];
    const missing = Object.keys(objectOf(schema['properties'])).filter((name) => {
      const hasRow = rows.some((at) => at === `/${name}` || at.startsWith(`/${name}/`));
      return !hasRow && !expanded.includes(name);
    });
    expect(missing).toEqual([]);
  });

  test('secrets and resets are the same in both', () => {
    for (const [at, spec] of Object.entries(kind.fields)) {
      const field = fieldAt(schema, at) ?? {};
      if (spec.blind === 'secret') expect(field['writeOnly'], at).toBe(true);
      if (spec.reset !== undefined) expect(field['x-null'], at).toBeTypeOf('string');
    }
  });

  test('defaults are what a missing key means', () => {
    for (const [at, spec] of Object.entries(kind.fields)) {
      const fallback = fieldAt(schema, at)?.['default'];
      if (spec.absent !== undefined && fallback !== undefined) expect(spec.absent, at).toEqual(fallback);
    }
  });

  test('settings know the collection, and what a removal may do', () => {
    const environment = objectOf(valueAt(settings, '/definitions/environment/properties'));
    expect(Object.keys(environment)).toContain(kind.collection);
    const removal = objectOf(
      valueAt(settings, `/definitions/policy/properties/on_removal/properties/${kind.collection}`),
    );
    expect(isArray(removal['enum']) ? removal['enum'].toSorted() : []).toEqual(kind.removal.toSorted());
    expect(removal['default']).toBe(kind.removal[0]);
    const external = objectOf(valueAt(settings, '/definitions/external/properties'));
    expect(Object.keys(external).includes(kind.collection)).toBe(kind.removal.length > 0);
  });

  test('its ids have a schema, unless it is a single object', () => {
    expect(valueAt(schema, '/definitions/id') !== undefined).toBe(kind.singleton !== true);
    expect(valueAt(schema, '/definitions/collection') !== undefined).toBe(kind.singleton !== true);
  });
});
