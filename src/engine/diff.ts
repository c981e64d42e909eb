/** Compares one chunk of wanted resources with their live side. Pure: the hash comes in, nothing is read or sent. */
import { addressOf, fieldAddress } from '../core/address.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { canonicalJson, equalJson, type Json, type JsonObject, type Pointer } from '../core/json.ts';
import type { Chunk, Kind, Resource, Wanted } from '../core/kind.ts';
import type { Change, FieldChange } from '../core/plan.ts';
import { type Digest, type Hash, NEWLY_MANAGED, type PriorResource } from '../core/prior.ts';
import { agrees } from './agree.ts';
import { compareBodies, creationOf } from './compare.ts';
import { completed, originated, withPrior } from './prior.ts';

export interface ChunkDiff {
  readonly changes: readonly Change[];
  readonly unchanged: number;
  readonly notes: readonly Diagnostic[];
  /** Declared fields that could not be compared, as `address.field`. */
  readonly blind: readonly string[];
}

export interface DiffOptions {
  readonly hash: Hash;
  /** Blind fields to send all the same, by `address.field`. */
  readonly send: ReadonlySet<string>;
}

export function diffChunk(chunk: Chunk, options: DiffOptions): ChunkDiff {
  const changes: Change[] = [];
  const notes: Diagnostic[] = [];
  const blind: string[] = [];
  let unchanged = 0;
  for (const wanted of chunk.wanted) {
    const live = chunk.live.get(wanted.id);
    const one =
      wanted.body === undefined
        ? diffRemoved(chunk.kind, wanted, live, options)
        : diffDeclared(chunk.kind, wanted, wanted.body, live, options);
    notes.push(...one.notes, ...(chunk.kind.remark?.(wanted, live) ?? []));
    blind.push(...one.blind);
    if (one.change === undefined) unchanged += wanted.body === undefined ? 0 : 1;
    else {
      const reviewed = chunk.kind.review?.(one.change, wanted, live) ?? { change: one.change, notes: [] };
      notes.push(...reviewed.notes);
      if (reviewed.change !== undefined) changes.push(reviewed.change);
    }
  }
  return { changes, unchanged, notes, blind };
}

interface One {
  readonly change?: Change;
  readonly notes: readonly Diagnostic[];
  readonly blind: readonly string[];
}

/** Nothing to do and nothing to say. */
const AS_DECLARED: One = { notes: [], blind: [] };

function diffDeclared(
  kind: Kind,
  wanted: Wanted,
  body: JsonObject,
  live: Resource | undefined,
  options: DiffOptions,
): One {
  if (live === undefined) {
    const fields = creationOf(kind, body);
    // What is new to both sides needs no word about where it comes from.
    const isNew = wanted.prior === undefined || wanted.prior === NEWLY_MANAGED;
    const told = isNew ? fields : originated(kind, fields, wanted.prior, options.hash);
    return { change: draft(kind, wanted, 'create', told, undefined, options), notes: [], blind: [] };
  }
  const isSettled = wanted.gone === undefined && options.send.size === 0 && isAsBefore(wanted.prior, body);
  if (isSettled && agrees(kind, body, live)) return AS_DECLARED;
  const address = addressOf(kind.name, wanted.id);
  const send = (at: Pointer) => options.send.has(fieldAddress(address, at));
  const next = completed(kind, wanted, body, live);
  const found = compareBodies(kind, next.body, live, send, next.gone);
  const compared = withPrior(kind, wanted.prior, found, options.hash);
  const notes = [...next.notes];
  let action: 'update' | 'replace' = 'update';
  const replaced: FieldChange[] = [];
  for (const { leaf, before } of compared.immutable) {
    if (leaf.spec.immutable === 'replace') {
      action = 'replace';
      replaced.push({ path: leaf.path, ...(before === undefined ? {} : { before }), after: leaf.value });
    } else
      notes.push(immutableNote(leaf.spec.immutable === 'refuse', fieldAddress(address, leaf.path), before, leaf.value));
  }
  const fields = action === 'replace' ? [...replaced, ...compared.fields] : compared.fields;
  const blind = compared.blind.map((leaf) => fieldAddress(address, leaf.path));
  if (fields.length === 0) return { notes, blind };
  const gone = next.gone.length === 0 ? {} : { gone: next.gone };
  return { change: draft(kind, { ...wanted, body: next.body, ...gone }, action, fields, live, options), notes, blind };
}

/** Nothing is given back, and no blind field has moved: what was declared before, as far as that is known, is declared now. */
function isAsBefore(prior: PriorResource | undefined, body: JsonObject): boolean {
  return prior === undefined || prior === NEWLY_MANAGED || (prior.body !== undefined && equalJson(prior.body, body));
}

function immutableNote(refuse: boolean, subject: string, before: Json | undefined, after: Json): Diagnostic {
  const values = `It is ${JSON.stringify(before ?? null)} live and ${JSON.stringify(after)} in the configuration.`;
  return refuse
    ? {
        severity: 'error',
        code: 'immutable-field',
        summary: 'The API cannot change this field',
        subject,
        detail: `${values} Write the live value, or declare another resource.`,
      }
    : {
        severity: 'note',
        code: 'create-only-field',
        summary: 'This field counts only when the resource is created',
        subject,
        detail: `${values} The live value stays; write it here to be rid of this note.`,
      };
}

function diffRemoved(kind: Kind, wanted: Wanted, live: Resource | undefined, options: DiffOptions): One {
  const subject = addressOf(kind.name, wanted.id);
  if (live === undefined) {
    // Only what the configuration lists is worth a word.
    if (wanted.prior !== undefined) return { notes: [], blind: [] };
    return {
      notes: [
        {
          severity: 'note',
          code: 'already-gone',
          summary: 'Nothing to remove',
          subject,
          detail: 'It is not there. Take the entry out of `removed`.',
        },
      ],
      blind: [],
    };
  }
  const removal = wanted.onRemoval ?? kind.removal[0] ?? 'keep';
  if (removal === 'keep') {
    return {
      notes: [
        {
          severity: 'note',
          code: 'removal-keeps',
          summary: 'Not managed any more',
          subject,
          detail: 'Its `on_removal` is `keep`: it stays as it is.',
        },
      ],
      blind: [],
    };
  }
  const lifecycle = LIFECYCLE[removal];
  const origin = wanted.prior === undefined ? {} : { origin: 'config' as const };
  const fields: FieldChange[] =
    lifecycle === undefined
      ? []
      : [{ ...lifecycle, ...origin }].filter(({ path, after }) => live.body[path.slice(1)] !== after);
  if (lifecycle !== undefined && fields.length === 0) return { notes: [], blind: [] };
  return { change: { ...draft(kind, wanted, 'remove', fields, live, options), removal }, notes: [], blind: [] };
}

/** Removals that are a field of the resource, not its end. */
const LIFECYCLE: Readonly<Record<string, FieldChange | undefined>> = {
  deactivate: { path: '/state', before: 'active', after: 'deactivated' },
  disable: { path: '/disabled', before: false, after: true },
};

function draft(
  kind: Kind,
  wanted: Wanted,
  action: Change['action'],
  fields: readonly FieldChange[],
  live: Resource | undefined,
  options: DiffOptions,
): Change {
  return {
    address: addressOf(kind.name, wanted.id),
    kind: kind.name,
    id: wanted.id,
    action,
    fields,
    touched: touchedOf(fields, action, live, options.hash),
    references: wanted.body === undefined ? [] : kind.references(wanted.id, wanted.body),
    ...(wanted.body === undefined ? {} : { next: wanted.body }),
    ...(isProtected(wanted) ? { protect: true as const } : {}),
    ...(live === undefined ? {} : { live: live.body }),
    ...(wanted.gone === undefined ? {} : { gone: wanted.gone }),
    ...(live?.facts === undefined ? {} : { facts: live.facts }),
    ...(wanted.span === undefined ? {} : { span: wanted.span }),
  };
}

function isProtected({ body, prior, protect }: Wanted): boolean {
  return protect === true || prior?.protect === true || body?.['protect'] === true;
}

/** Digests of the managed fields that the change touches, before and after: what a saved plan is later held against. */
export function touchedOf(
  fields: readonly FieldChange[],
  action: Change['action'],
  live: Resource | undefined,
  hash: Hash,
): Change['touched'] {
  const side = (pick: (field: FieldChange) => Json | undefined): Digest =>
    hash(canonicalJson(fields.map((field) => [field.path, pick(field) ?? null])));
  const replaced = Object.entries(live?.whole ?? {}).filter(([at]) =>
    fields.some(({ path }) => path === at || path.startsWith(`${at}/`)),
  );
  return {
    before: action === 'create' ? null : side((field) => field.before),
    after: side((field) => field.after),
    ...(replaced.length === 0 ? {} : { whole: hash(canonicalJson(replaced)) }),
  };
}
