/** Streams every declared kind through read and diff in chunks; only what changes is kept. */
import type { Address, Selector } from '../core/address.ts';
import type { Reader } from '../core/call.ts';
import { type Diagnostic, DiagnosticError } from '../core/diagnostic.ts';
import type { Kind, Resource, Wanted } from '../core/kind.ts';
import { orderKinds } from '../core/order.ts';
import { pagesOf } from '../core/pages.ts';
import type { Change } from '../core/plan.ts';
import { type ChunkDiff, diffChunk } from '../engine/diff.ts';
import { prepare } from '../engine/steps.ts';
import { type Context, type PlanOptions, underWay } from './context.ts';
import { sha256 } from './hash.ts';
import { wantedChunks } from './wanted.ts';

export interface Survey {
  readonly changes: readonly Change[];
  readonly notes: readonly Diagnostic[];
  readonly blind: readonly string[];
  readonly unchanged: number;
  readonly unmanaged: number;
  /** Resources looked at, by kind: the ground that guards count on. */
  readonly managed: ReadonlyMap<string, number>;
}

/** Kinds that are listed whole are diffed as one chunk, however many there are. */
const WHOLE = Number.POSITIVE_INFINITY;

interface KindChunk {
  readonly kind: Kind;
  readonly wanted: readonly Wanted[];
  readonly pending: ReadonlyMap<Address, Change>;
}

interface Found {
  readonly kind: Kind;
  readonly size: number;
  readonly diff: ChunkDiff;
  readonly unmanaged: number;
}

/**
 * The chunks of all kinds are one stream, kind after kind: the first ones of a kind are read while the last ones of the kind before
 * it are still under way. What they come to is put together in the stream's order, so that the same always gives the same plan.
 */
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
  const kinds = orderKinds(context.kinds);
  /** What is found of the kinds that others look at while they are read; of these alone it is kept. */
  const looked = new Map(kinds.flatMap((kind) => kind.readsAfter ?? []).map((name) => [name, [] as Promise<Found>[]]));

  async function* chunks(): AsyncGenerator<KindChunk> {
    for (const kind of kinds) {
      if (!context.desired.kinds.has(kind.name) && !(await hasAny(context.prior?.of(kind.name)))) continue;
      totals.managed.set(kind.name, 0);
      const before = await Promise.all((kind.readsAfter ?? []).flatMap((name) => looked.get(name) ?? []));
      const pending = new Map(before.flatMap(({ diff }) => diff.changes).map((change) => [change.address, change]));
      for await (const wanted of wantedChunks(kind, context, options, matched)) yield { kind, wanted, pending };
    }
  }

  async function start(chunk: KindChunk): Promise<Found> {
    options.signal?.throwIfAborted();
    const found = diffOne(chunk, context, reader, options);
    looked.get(chunk.kind.name)?.push(found);
    return found;
  }

  for await (const { kind, size, diff, unmanaged } of inOrder(chunks(), start, underWay(options))) {
    for (const change of diff.changes) totals.changes.push(change);
    for (const note of diff.notes) totals.notes.push(note);
    for (const field of diff.blind) totals.blind.push(field);
    totals.unchanged += diff.unchanged;
    totals.unmanaged += unmanaged;
    const done = (totals.managed.get(kind.name) ?? 0) + size;
    totals.managed.set(kind.name, done);
    options.onProgress?.({ kind: kind.name, done });
  }
  assertMatched([...options.target, ...options.exclude], matched);
  return totals;
}

/** Results in the order of their items, of which at most `most` are under way. The first failure in that order ends it. */
async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  start: (item: T) => Promise<R>,
  most: number,
): AsyncGenerator<R> {
  const open: Promise<R>[] = [];
  for await (const item of items) {
    const result = start(item);
    // It may fail while another one is awaited, and then it is told in its turn, or not at all after a failure before it.
    result.catch(() => undefined);
    open.push(result);
    const first = open.length < most ? undefined : open.shift();
    if (first !== undefined) yield first;
  }
  yield* open;
}

async function hasAny(list: AsyncIterable<unknown> | undefined): Promise<boolean> {
  for await (const _ of list ?? []) return true;
  return false;
}

async function diffOne(
  { kind, wanted, pending }: KindChunk,
  context: Context,
  reader: Reader,
  options: PlanOptions,
): Promise<Found> {
  const asked = new Set(wanted.map((each) => each.id));
  const live = new Map<string, Resource>();
  let unmanaged = 0;
  const { verifyMessages } = context.desired.policy;
  for await (const page of pagesOf(kind.read(reader, wanted, { verifyMessages, pending }))) {
    for (const resource of page) {
      if (asked.has(resource.id)) live.set(resource.id, resource);
      else if (kind.chunk === WHOLE && !kind.reserved?.(resource.id) && resource.facts?.['custom'] !== false)
        unmanaged += 1;
    }
  }
  const diff = diffChunk({ kind, wanted, live }, { hash: sha256, send: new Set(options.send) });
  prepare(diff.changes, kind);
  return { kind, size: wanted.length, diff, unmanaged };
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
