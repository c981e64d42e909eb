/** Decides fast whether a row's body is valid; only rows that are not are explained. */
import type { ValidateFunction } from 'ajv';
import { isObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Kind } from '../../core/kind.ts';
import type { Schemas } from '../schema.ts';

export async function rowCheck(kind: Kind, schemas: Schemas): Promise<(body: JsonObject) => boolean> {
  const { Ajv } = await import('ajv');
  // The schemas are our own: they need no checking against the meta-schema, which costs more than their compilation.
  const ajv = new Ajv({ strict: false, meta: false, validateSchema: false, validateFormats: false, logger: false });
  const validate: ValidateFunction = ajv.compile(withoutMeta(schemas.body(kind).schema));
  return (body) => validate(body);
}

function withoutMeta(schema: JsonObject): Record<string, Json> {
  const { $schema: _meta, ...rest } = schema;
  return isObject(rest) ? rest : {};
}
