/** When two values of a field are the same: one canonical text a value, by the field's row of the table. */
import { canonicalJson, isArray, type Json } from '../core/json.ts';
import type { FieldSpec } from '../core/kind.ts';

/** The value that stands for `value` in comparisons: defaults filled in, spellings united, sets sorted and without repeats. */
export function canonicalValue(spec: FieldSpec, value: Json | undefined, isKey: boolean): Json | undefined {
  const given = value ?? spec.absent;
  if (given === undefined || given === null) return given;
  const united = spec.canonical === undefined ? given : spec.canonical(given);
  const isSet = spec.shape === 'set' || (isKey && spec.of === 'set');
  return isSet && isArray(united) ? sortedSet(united) : united;
}

/** The two values of one leaf, as they are compared; one that is absent stands for nothing. */
export interface Values {
  readonly before?: Json;
  readonly after?: Json;
}

export function valuesOf(spec: FieldSpec, wanted: Json, live: Json | undefined, isKey: boolean): Values {
  const before = canonicalValue(spec, live, isKey);
  // A null wants the key or the field to be gone, or reset where replies show that.
  const after = wanted === null ? spec.absent : canonicalValue(spec, wanted, isKey);
  return {
    ...(before === undefined || before === null ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function sortedSet(list: readonly Json[]): readonly Json[] {
  const byText = new Map(list.map((item) => [canonicalJson(item), item]));
  return [...byText.keys()].sort().map((text) => byText.get(text) as Json);
}
