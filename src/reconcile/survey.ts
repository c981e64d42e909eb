/** Streams every declared kind through read and diff in chunks; only what changes is kept. */
import pMap from 'p-map';
import { type Address, addressOf, type Selector } from '../core/address.ts';
import type { Reader } from '../core/call.ts';
import { type Diagnostic, DiagnosticError } from '../core/diagnostic.ts';
import type { Kind, Resource, Wanted } from '../core/kind.ts';
import { orderKinds } from '../core/order.ts';
import type { Change } from '../core/plan.ts';
import { NEWLY_MANAGED, NO_PRIOR } from '../core/prior.ts';
import { type ChunkDiff, diffChunk } from '../engine/diff.ts';
import type { Context, PlanOptions } from './context.ts';
import { sha256 } from './hash.ts';

export interface Survey {
  readonly changes: readonly Change[];
  readonly notes: readonly Diagnostic[];
  readonly blind: readonly string[];
  readonly unchanged: number;
  readonly unmanaged: number;
  /** Resources looked at, by kind: the ground that guards count on. */
  readonly managed: ReadonlyMap<string, number>;
}

/** Chunks of one kind that are read at once. */
const AHEAD = 4;
/** Kinds that are listed whole are diffed as one chunk, however many there are. */
const WHOLE = Number.POSITIVE_INFINITY;

export async function survey(context: Context, reader: Reader, options: PlanOptions): Promise<Survey> {
  const matched = new Set<Selector>();
  const totals = {
    changes: [] as Change[],
    notes: [] as Diagnostic[],
    blind: [] as string[],
    unchanged: 0,
    unmanaged: 0,
    managed: new Map<string, number>(),
  };
  for (const kind of orderKinds(context.kinds)) {
    if (!context.desired.kinds.has(kind.name) && !(await hasAny(context.prior?.of(kind.name)))) continue;
    let managed = 0;
    const pending = new Map(totals.changes.map((change) => [change.address, change]));
    const chunks = chunksOf(kind, wantedOf(kind, context, options, matched));
    const results = await pMap(
      chunks,
      async (wanted) => {
        options.signal?.throwIfAborted();
        const result = await diffOne(kind, wanted, context, reader, options, pending);
        managed += wanted.length;
        options.onProgress?.({ kind: kind.name, done: managed });
        return result;
      },
      { concurrency: AHEAD },
    );
    for (const { diff, unmanaged } of results) {
      totals.changes.push(...diff.changes);
      totals.notes.push(...diff.notes);
      totals.blind.push(...diff.blind);
      totals.unchanged += diff.unchanged;
      totals.unmanaged += unmanaged;
    }
    totals.managed.set(kind.name, managed);
  }
  assertMatched([...options.target, ...options.exclude], matched);
  return totals;
}

/** Declared and removed resources of a kind that the selectors let through. */
export async function* wantedOf(
  kind: Kind,
  { desired, prior = NO_PRIOR }: Context,
  options: PlanOptions,
  matched: Set<Selector>,
): AsyncGenerator<Wanted> {
  const before = (id: string) => {
    if (prior.from === 'none') return {};
    return { prior: prior.get(addressOf(kind.name, id)) ?? NEWLY_MANAGED };
  };
  const isSelected = (id: string) => {
    const matches = (selector: Selector) => {
      const hit = selector.matches(kind.name, id);
      if (hit) matched.add(selector);
      return hit;
    };
    const targeted = options.target.filter(matches).length > 0 || options.target.length === 0;
    return options.exclude.filter(matches).length === 0 && targeted;
  };
  for await (const wanted of desired.wanted(kind.name))
    if (isSelected(wanted.id)) {
      const body = kind.settle === undefined ? wanted.body : kind.settle(wanted.body);
      yield { ...wanted, body, ...before(wanted.id) };
    }
  const listed = new Set<string>();
  for (const { kind: name, id, onRemoval } of desired.removed) {
    if (name !== kind.name || !isSelected(id)) continue;
    listed.add(id);
    const how = onRemoval ?? desired.policy.onRemoval[kind.collection];
    const protect = prior.get(addressOf(kind.name, id))?.protect === true;
    yield { id, ...(how === undefined ? {} : { onRemoval: how }), ...(protect ? { protect } : {}) };
  }
  // What was declared before and is not now: removed, or given back field by field where it cannot be.
  for await (const { id, ...known } of prior.of(kind.name)) {
    if (desired.isDeclared(kind.name, id) || listed.has(id) || !isSelected(id)) continue;
    const stays = kind.removal.length === 0 || kind.reserved?.(id) === true;
    const how = desired.policy.onRemoval[kind.collection];
    yield { id, prior: known, ...(stays ? { body: {} } : {}), ...(how === undefined ? {} : { onRemoval: how }) };
  }
}

async function hasAny(list: AsyncIterable<unknown> | undefined): Promise<boolean> {
  for await (const _ of list ?? []) return true;
  return false;
}

async function* chunksOf(kind: Kind, wanted: AsyncIterable<Wanted>): AsyncGenerator<readonly Wanted[]> {
  let chunk: Wanted[] = [];
  for await (const each of wanted) {
    chunk.push(each);
    if (chunk.length < kind.chunk) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

async function diffOne(
  kind: Kind,
  wanted: readonly Wanted[],
  context: Context,
  reader: Reader,
  options: PlanOptions,
  pending: ReadonlyMap<Address, Change>,
): Promise<{ diff: ChunkDiff; unmanaged: number }> {
  const asked = new Set(wanted.map((each) => each.id));
  const live = new Map<string, Resource>();
  let unmanaged = 0;
  const { verifyMessages } = context.desired.policy;
  for await (const resource of kind.read(reader, wanted, { verifyMessages, pending })) {
    if (asked.has(resource.id)) live.set(resource.id, resource);
    else if (kind.chunk === WHOLE && !kind.reserved?.(resource.id) && resource.facts?.['custom'] !== false)
      unmanaged += 1;
  }
  return { diff: diffChunk({ kind, wanted, live }, { hash: sha256, send: new Set(options.send) }), unmanaged };
}

function assertMatched(selectors: readonly Selector[], matched: ReadonlySet<Selector>): void {
  const idle = selectors.filter((selector) => !matched.has(selector));
  if (idle.length === 0) return;
  const diagnostics = idle.map((selector) => ({
    severity: 'error' as const,
    code: 'selector-matches-nothing',
    summary: 'A selector matches nothing',
    subject: selector.text,
    detail: `Nothing in the configuration is selected by \`${selector.text}\`. Selectors are written \`kind.id\`, with * for any text, such as \`user.*\` or \`channel.livestream:launch\`.`,
  }));
  throw new DiagnosticError(diagnostics, 1);
}
