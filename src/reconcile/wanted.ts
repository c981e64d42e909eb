/** What this run looks at of a kind: what is declared, what is listed as removed, and what was managed before and is not now. */
import { addressOf, type Selector } from '../core/address.ts';
import type { JsonObject } from '../core/json.ts';
import type { Kind, Wanted } from '../core/kind.ts';
import { NEWLY_MANAGED, NO_PRIOR } from '../core/prior.ts';
import type { Context, PlanOptions } from './context.ts';

/** All that the selectors let through. Selectors that select something are added to `matched`. */
export async function* wantedOf(
  kind: Kind,
  context: Context,
  options: PlanOptions,
  matched: Set<Selector>,
): AsyncGenerator<Wanted> {
  for await (const block of wantedBlocks(kind, context, options, matched)) yield* block;
}

/** The same in chunks of the kind's size. */
export async function* wantedChunks(
  kind: Kind,
  context: Context,
  options: PlanOptions,
  matched: Set<Selector>,
): AsyncGenerator<readonly Wanted[]> {
  let left: readonly Wanted[] = [];
  for await (const block of wantedBlocks(kind, context, options, matched)) {
    const all = left.length === 0 ? block : [...left, ...block];
    let from = 0;
    for (; all.length - from >= kind.chunk; from += kind.chunk) yield all.slice(from, from + kind.chunk);
    left = all.slice(from);
  }
  if (left.length > 0) yield left;
}

async function* wantedBlocks(
  kind: Kind,
  context: Context,
  options: PlanOptions,
  matched: Set<Selector>,
): AsyncGenerator<readonly Wanted[]> {
  const { desired, prior = NO_PRIOR } = context;
  const isSelected = selection(kind, options, matched);
  const settled = (wanted: Wanted & { readonly body: JsonObject }): Wanted => {
    const body = kind.settle?.(wanted.body) ?? wanted.body;
    const known = prior.from === 'none' ? undefined : (prior.get(addressOf(kind.name, wanted.id)) ?? NEWLY_MANAGED);
    // Most need nothing of the sort.
    if (body === wanted.body && known === undefined) return wanted;
    return { ...wanted, body, ...(known === undefined ? {} : { prior: known }) };
  };
  for await (const block of desired.wantedBlocks(kind.name))
    yield block.filter((each) => isSelected(each.id)).map(settled);

  const listed = new Set<string>();
  for (const { kind: name, id, onRemoval } of desired.removed) {
    if (name !== kind.name || !isSelected(id)) continue;
    listed.add(id);
    const how = onRemoval ?? desired.policy.onRemoval[kind.collection];
    const protect = prior.get(addressOf(kind.name, id))?.protect === true;
    yield [{ id, ...(how === undefined ? {} : { onRemoval: how }), ...(protect ? { protect } : {}) }];
  }
  // What was declared before and is not now: removed, or given back field by field where it cannot be.
  for await (const known of prior.of(kind.name)) {
    const { id } = known;
    if (desired.isDeclared(kind.name, id) || listed.has(id) || !isSelected(id)) continue;
    const stays = kind.removal.length === 0 || kind.reserved?.(id) === true;
    const how = desired.policy.onRemoval[kind.collection];
    yield [{ id, prior: known, ...(stays ? { body: {} } : {}), ...(how === undefined ? {} : { onRemoval: how }) }];
  }
}

function selection(kind: Kind, { target, exclude }: PlanOptions, matched: Set<Selector>): (id: string) => boolean {
  if (target.length + exclude.length === 0) return () => true;
  return (id) => {
    const matches = (selector: Selector) => {
      const hit = selector.matches(kind.name, id);
      if (hit) matched.add(selector);
      return hit;
    };
    const targeted = target.filter(matches).length > 0 || target.length === 0;
    return exclude.filter(matches).length === 0 && targeted;
  };
}
