/** The fields of a kind's schema as pointers in the form of its field table: `*` stands for any name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isArray, isObject, type JsonObject, pointer, valueAt } from '../../src/core/json.ts';
import type { Kind } from '../../src/core/kind.ts';
import { SCHEMAS } from './world.ts';

export interface SchemaRow {
  readonly at: string;
  readonly writeOnly: boolean;
  /** A map of any names to values without a shape of their own. */
  readonly isOpen: boolean;
}

export function schemaRows(kind: Kind): readonly SchemaRow[] {
  const root = schemaOf(kind);
  return [...rows(root, root, '')];
}

export function schemaOf(kind: Kind): JsonObject {
  const file = join(SCHEMAS, `${kind.name.replaceAll('_', '-')}.schema.json`);
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(parsed)) throw new TypeError(`${file} is no schema`);
  return parsed;
}

function* rows(schema: JsonObject, root: JsonObject, at: string): Generator<SchemaRow> {
  const { properties } = schema;
  for (const [name, raw] of Object.entries(isObject(properties) ? properties : {})) {
    const member = resolved(raw as JsonObject, root);
    const here = at + pointer(name);
    if (isObject(member['properties'])) yield* rows(member, root, here);
    else {
      const values = member['additionalProperties'];
      const entry = isObject(values) ? resolved(values, root) : undefined;
      if (entry !== undefined && isObject(entry['properties'])) {
        yield { at: here, writeOnly: false, isOpen: false };
        yield* rows(entry, root, `${here}/*`);
      } else
        yield { at: here, writeOnly: member['writeOnly'] === true, isOpen: entry !== undefined || values === true };
    }
  }
}

function resolved(schema: JsonObject, root: JsonObject): JsonObject {
  const ref = schema['$ref'];
  const target = typeof ref === 'string' ? valueAt(root, ref.replace(/^#/, '')) : undefined;
  const base = isObject(target) ? { ...target, ...schema } : schema;
  // A null beside the thing itself is not another shape of it.
  const union = base['anyOf'] ?? base['oneOf'];
  const shaped = isArray(union) ? union.find((each) => isObject(each) && each['type'] !== 'null') : undefined;
  return isObject(shaped) ? { ...resolved(shaped, root), ...base } : base;
}
