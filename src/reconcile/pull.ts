/** Reads the live app and tells what the configuration would have to say: a stream, because users and channels may be many. */
import { createReader } from '../api/index.ts';
import { parseAddress, type Selector } from '../core/address.ts';
import type { Reader } from '../core/call.ts';
import { DiagnosticError, hasErrors } from '../core/diagnostic.ts';
import type { JsonObject } from '../core/json.ts';
import type { Kind, Omitted, ReadOptions, Resource, Span, Wanted } from '../core/kind.ts';
import { orderKinds } from '../core/order.ts';
import { additions, type Correction, corrections, worthWriting } from '../engine/pull.ts';
import type { Context, ReadProgress } from './context.ts';
import { readTarget } from './plan.ts';

export interface PullOptions {
  /** Only what one of these selects; none: what is configuration, and the users and channels that are declared. */
  readonly only: readonly Selector[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** One finding about one resource. */
export type Pulled =
  | { readonly type: 'app'; readonly appId: number }
  | {
      readonly type: 'corrected';
      readonly kind: Kind;
      readonly id: string;
      /** As it is declared. */
      readonly declared: JsonObject;
      readonly corrections: readonly Correction[];
      readonly span?: Span;
    }
  | {
      readonly type: 'new';
      readonly kind: Kind;
      readonly id: string;
      readonly body: JsonObject;
      readonly omitted: readonly Omitted[];
    }
  /** Declared, and not there. */
  | { readonly type: 'gone'; readonly kind: Kind; readonly id: string };

/** Rosters are checked while they are read. */
const INVALID = 7;
const WHOLE = Number.POSITIVE_INFINITY;

export async function* pullLive(context: Context, options: PullOptions): AsyncGenerator<Pulled> {
  const reader = createReader(context.transport, { signal: options.signal });
  const { appId } = await readTarget(reader, context);
  yield { type: 'app', appId };
  const kinds = orderKinds(context.kinds);
  // The app's own settings head a configuration.
  for (const kind of [...kinds.filter((each) => each.singleton), ...kinds.filter((each) => !each.singleton)]) {
    const selectors = options.only.filter((each) => kindOf(each) === kind.name);
    if (options.only.length > 0 && selectors.length === 0) continue;
    const run: Run = { kind, context, reader, options, selectors, progress: 0 };
    if (kind.chunk === WHOLE) yield* pullWhole(run);
    else {
      yield* pullDeclared(run);
      if (selectors.length > 0) yield* pullRest(run);
    }
  }
  await context.desired.finish();
  const { diagnostics } = context.desired;
  if (hasErrors(diagnostics)) throw new DiagnosticError(diagnostics, INVALID);
}

interface Run {
  readonly kind: Kind;
  readonly context: Context;
  readonly reader: Reader;
  readonly options: PullOptions;
  readonly selectors: readonly Selector[];
  progress: number;
}

function kindOf(selector: Selector): string {
  return /^\w*/.exec(selector.text)?.[0] ?? '';
}

function isSelected({ kind, selectors }: Run, id: string): boolean {
  return selectors.length === 0 || selectors.some((each) => each.matches(kind.name, id));
}

function seen(run: Run): void {
  run.progress += 1;
  run.options.signal?.throwIfAborted();
  run.options.onProgress?.({ kind: run.kind.name, done: run.progress });
}

async function* declaredOf(run: Run): AsyncGenerator<Wanted & { readonly body: JsonObject }> {
  const { kind, context } = run;
  for await (const wanted of context.desired.wanted(kind.name)) {
    if (!isSelected(run, wanted.id)) continue;
    yield kind.settle === undefined ? wanted : { ...wanted, body: kind.settle(wanted.body) };
  }
}

function readOptions({ context }: Run): ReadOptions {
  return { verifyMessages: context.desired.policy.verifyMessages };
}

/** A kind whose list is one call or few: what is declared is held against it, and brought up to all that is worth writing. */
async function* pullWhole(run: Run): AsyncGenerator<Pulled> {
  const { kind, reader } = run;
  const wanted = new Map<string, Wanted & { readonly body: JsonObject }>();
  for await (const each of declaredOf(run)) wanted.set(each.id, each);
  const list = kind.pull?.list ?? kind.read;
  const found = new Set<string>();
  for await (const live of list(reader, [...wanted.values()], readOptions(run))) {
    seen(run);
    if (!isSelected(run, live.id) || found.has(live.id)) continue;
    found.add(live.id);
    const declared = wanted.get(live.id);
    if (declared === undefined) yield* asNew(run, live);
    else yield* asCorrected(run, declared, live, true);
  }
  yield* gone(kind, [...wanted.keys()], found);
}

/** A kind that is read by id: only the declared fields of the declared resources. */
async function* pullDeclared(run: Run): AsyncGenerator<Pulled> {
  const { kind, reader } = run;
  for await (const chunk of chunksOf(declaredOf(run), kind.chunk)) {
    const wanted = new Map(chunk.map((each) => [each.id, each]));
    const found = new Set<string>();
    for await (const live of kind.read(reader, chunk, readOptions(run))) {
      seen(run);
      const declared = wanted.get(live.id);
      if (declared === undefined) continue;
      found.add(live.id);
      yield* asCorrected(run, declared, live, false);
    }
    yield* gone(kind, [...wanted.keys()], found);
  }
}

/** What is not declared, where it was asked for by name: single ids by a lookup, everything else page by page. */
async function* pullRest(run: Run): AsyncGenerator<Pulled> {
  const { kind, reader, context, selectors } = run;
  const isOpen = selectors.some((each) => each.text === kind.name || each.text.includes('*'));
  const named = isOpen ? [] : selectors.flatMap((each) => parseAddress(each.text)?.slice(1) ?? []);
  const isNew = (id: string) => isSelected(run, id) && !context.desired.isDeclared(kind.name, id);
  const wanted = named.filter(isNew).map((id) => ({ id }));
  if (kind.pull?.list === undefined || (!isOpen && wanted.length === 0)) return;
  for await (const each of kind.pull.list(reader, wanted, readOptions(run))) {
    seen(run);
    if (isNew(each.id)) yield* asNew(run, each);
  }
}

function* asNew({ kind, context }: Run, live: Resource): Generator<Pulled> {
  const { desired } = context;
  const isReserved = kind.reserved?.(live.id) === true;
  if (live.facts?.['custom'] === false || (isReserved && kind.pull?.defaults === undefined)) return;
  if (desired.removed.some((each) => each.kind === kind.name && each.id === live.id)) return;
  if (isExternal(desired.external[kind.collection] ?? [], live.id)) return;
  const { body, omitted } = kind.pull?.draft?.(live) ?? { body: live.body, omitted: [] };
  const worth = worthWriting(kind, live.id, body);
  if (Object.keys(worth).length === 0 && (isReserved || kind.singleton)) return;
  yield { type: 'new', kind, id: live.id, body: worth, omitted };
}

function* asCorrected(
  { kind }: Run,
  { id, body, span }: Wanted & { readonly body: JsonObject },
  live: Resource,
  isWhole: boolean,
): Generator<Pulled> {
  const draft = isWhole ? (kind.pull?.draft?.(live) ?? { body: live.body }) : undefined;
  const more = draft === undefined ? [] : additions(kind, body, worthWriting(kind, id, draft.body));
  const all = [...corrections(kind, body, live), ...more];
  if (all.length === 0) return;
  yield { type: 'corrected', kind, id, declared: body, corrections: all, ...(span === undefined ? {} : { span }) };
}

function* gone(kind: Kind, ids: readonly string[], found: ReadonlySet<string>): Generator<Pulled> {
  for (const id of ids) if (!found.has(id)) yield { type: 'gone', kind, id };
}

/** Names under `external` belong to somebody else. */
function isExternal(patterns: readonly string[], id: string): boolean {
  return patterns.some((pattern) => {
    const source = pattern.split('*').map((part) => part.replaceAll(/[.\\+?^${}()|[\]]/g, '\\$&'));
    return new RegExp(`^${source.join('.*')}$`, 's').test(id);
  });
}

async function* chunksOf<T>(all: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let chunk: T[] = [];
  for await (const each of all) {
    chunk.push(each);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
