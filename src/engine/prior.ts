/** What a remembered prior adds to a comparison: fields given back, blind fields that moved, and where each difference comes from. */
import { addressOf, fieldAddress } from '../core/address.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { leavesOf, specAt } from '../core/field-tree.ts';
import { canonicalJson, equalJson, type Json, type JsonObject, type Pointer, tokensOf, valueAt } from '../core/json.ts';
import type { Kind, Resource, Wanted } from '../core/kind.ts';
import type { FieldChange } from '../core/plan.ts';
import type { Digest, Hash, PriorResource } from '../core/prior.ts';
import { type Comparison, changeOf } from './compare.ts';
import { canonicalValue } from './values.ts';

export type PriorComparison = Comparison & { readonly notes: readonly Diagnostic[] };

export function withPrior(
  kind: Kind,
  wanted: Wanted,
  body: JsonObject,
  live: Resource,
  compared: Comparison,
  hash: Hash,
): PriorComparison {
  const { prior } = wanted;
  if (prior === undefined) return { ...compared, notes: [] };
  const digest = (value: Json | undefined): Digest => hash(canonicalJson(value ?? null));
  const moved = compared.blind.filter(
    ({ path, spec, value, unit }) => prior.fields.get(path) !== digest(canonicalValue(spec, value, unit === 'key')),
  );
  const given = givenBack(kind, wanted.id, body, live, prior);
  const fields = [
    ...compared.fields,
    ...moved.map((leaf) => changeOf(leaf, undefined, leaf.value)),
    ...given.fields,
  ].map((field) => ({
    ...field,
    origin: originOf(kind, field, prior, digest),
  }));
  return { ...compared, fields, blind: compared.blind.filter((leaf) => !moved.includes(leaf)), notes: given.notes };
}

/** The configuration moved, the live side moved, or both did since the prior was taken. */
function originOf(
  kind: Kind,
  field: FieldChange,
  prior: PriorResource,
  digest: (value: Json | undefined) => Digest,
): 'config' | 'drift' | 'conflict' {
  const was = prior.fields.get(field.path);
  if (was === undefined) return 'config';
  if (was === digest(field.after)) return 'drift';
  // An entry is there or not: what else the live one holds is not ours.
  const isEntry = specAt(kind, field.path)?.spec.shape === 'entries';
  return field.before === undefined || isEntry || was === digest(field.before) ? 'config' : 'conflict';
}

/** Fields that were managed before and are not declared now: unset where the table says so, else left alone with a note. */
function givenBack(kind: Kind, id: string, body: JsonObject, live: Resource, prior: PriorResource) {
  const declared = new Set(leavesOf(kind, body).map((leaf) => leaf.path));
  const fields: FieldChange[] = [];
  const notes: Diagnostic[] = [];
  for (const at of prior.fields.keys()) {
    const covered =
      declared.has(at) ||
      fields.some((field) => at.startsWith(`${field.path}/`)) ||
      parentsOf(at).some((up) => valueAt(body, up) === null);
    const spec = specAt(kind, at)?.spec;
    const before = valueAt(live.body, at);
    if (covered || spec === undefined || before === undefined) continue;
    const back = spec.giveBack?.(id, tokensOf(at).at(-1));
    if (back === undefined) notes.push(keptNote(fieldAddress(addressOf(kind.name, id), at)));
    else if (back === 'unset') fields.push({ path: at, before });
    else if (!equalJson(before, back)) fields.push({ path: at, before, after: back });
  }
  return { fields, notes };
}

function parentsOf(at: Pointer): Pointer[] {
  const tokens = at.split('/');
  return tokens.slice(1, -1).map((_, index) => tokens.slice(0, index + 2).join('/'));
}

function keptNote(subject: string): Diagnostic {
  return {
    severity: 'note',
    code: 'released-field',
    summary: 'Not managed any more',
    subject,
    detail: 'It was declared before and is not now. The API has no reset for it, so the live value stays.',
  };
}
