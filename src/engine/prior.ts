/** What a remembered prior adds to a comparison: fields given back, blind fields that moved, and where each difference comes from. */
import { addressOf, fieldAddress } from '../core/address.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { leavesOf, specAt } from '../core/field-tree.ts';
import {
  canonicalJson,
  type Json,
  type JsonObject,
  type Pointer,
  tokensOf,
  valueAt,
  withValueAt,
} from '../core/json.ts';
import type { Kind, Resource, Wanted } from '../core/kind.ts';
import type { FieldChange } from '../core/plan.ts';
import type { Digest, Hash, PriorResource } from '../core/prior.ts';
import { type Comparison, changeOf } from './compare.ts';
import { canonicalValue } from './values.ts';

/** What is wanted of a resource, with what it gives back: keys and fields that were managed before and are not declared now. */
export interface Completed {
  readonly body: JsonObject;
  /** Entries that go. */
  readonly gone: readonly Pointer[];
  readonly notes: readonly Diagnostic[];
}

/** Adds to a comparison which blind fields moved since, and where each difference comes from. */
export function withPrior(kind: Kind, prior: PriorResource | undefined, compared: Comparison, hash: Hash): Comparison {
  if (prior === undefined) return compared;
  const digest = digestWith(hash);
  const moved = compared.blind.filter(
    ({ path, spec, value, unit }) => prior.fields.get(path) !== digest(canonicalValue(spec, value, unit === 'key')),
  );
  const fields = [...compared.fields, ...moved.map((leaf) => changeOf(leaf, undefined, leaf.value))];
  return {
    ...compared,
    fields: originated(kind, fields, prior, hash),
    blind: compared.blind.filter((leaf) => !moved.includes(leaf)),
  };
}

/** Changes that tell where they come from. */
export function originated(
  kind: Kind,
  fields: readonly FieldChange[],
  prior: PriorResource,
  hash: Hash,
): readonly FieldChange[] {
  return fields.map((field) => ({ ...field, origin: originOf(kind, field, prior, digestWith(hash)) }));
}

function digestWith(hash: Hash): (value: Json | undefined) => Digest {
  return (value) => hash(canonicalJson(value ?? null));
}

/** The configuration moved, the live side moved, or both did since the prior was taken. */
function originOf(
  kind: Kind,
  field: FieldChange,
  prior: PriorResource,
  digest: (value: Json | undefined) => Digest,
): 'config' | 'drift' | 'conflict' {
  const was = prior.fields.get(field.path);
  // Neither then nor now is it declared: it came to a map that is wanted exactly.
  if (was === undefined) return field.after === undefined ? 'drift' : 'config';
  if (was === digest(field.after)) return 'drift';
  // An entry is there or not: what else the live one holds is not ours.
  const isEntry = specAt(kind, field.path)?.spec.shape === 'entries';
  return field.before === undefined || isEntry || was === digest(field.before) ? 'config' : 'conflict';
}

/** Unset where the field table says so, else left alone with a note. */
export function completed(kind: Kind, wanted: Wanted, body: JsonObject, live: Resource): Completed {
  const declared = new Set(leavesOf(kind, body).map((leaf) => leaf.path));
  const gone = [...(wanted.gone ?? [])];
  const notes: Diagnostic[] = [];
  let next = body;
  for (const at of wanted.prior?.fields.keys() ?? []) {
    const covered =
      declared.has(at) ||
      gone.some((entry) => at.startsWith(`${entry}/`)) ||
      parentsOf(at).some((up) => valueAt(body, up) === null);
    const spec = specAt(kind, at)?.spec;
    if (covered || spec === undefined || valueAt(live.body, at) === undefined) continue;
    const back = spec.giveBack?.(wanted.id, tokensOf(at).at(-1));
    if (back === undefined) notes.push(keptNote(fieldAddress(addressOf(kind.name, wanted.id), at)));
    else if (back !== 'unset') next = withValueAt(next, at, back);
    else if (spec.shape === 'entries') gone.push(at);
    else next = withValueAt(next, at, null);
  }
  return { body: next, gone, notes };
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
