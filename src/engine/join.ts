/**
 * Which steps of which resources become one call, and in what order the calls go out. Steps of one key join wherever they
 * stand in their chains, so that a patch is one call for those who are patched first and for those who are reactivated before.
 * Pure.
 */
import type { Kind, Step } from '../core/kind.ts';
import type { Change } from '../core/plan.ts';
import { bytesOf } from './steps.ts';

/** The steps of one change. */
export interface Chain {
  readonly change: Change;
  readonly kind: Kind;
  readonly stage: number;
  /** What it may need within its stage has a lower one. */
  readonly depth: number;
  readonly steps: readonly Step[];
}

/** One step of a chain, and where it stands there. */
export interface Link {
  readonly chain: Chain;
  readonly step: Step;
  readonly place: number;
}

/** The steps that one call carries out. */
export interface Group {
  readonly links: readonly [Link, ...Link[]];
  /** Name of the joiner; absent for a call that stays as it is. */
  readonly joinedBy?: string;
  /** Whatever it waits for has a lower one. */
  readonly level: number;
}

/** Steps of one key, or one that joins with none. */
interface Node {
  readonly key: string | undefined;
  readonly links: Link[];
  readonly next: Node[];
  waitsFor: number;
  level: number;
}

/** Sorted by stage, depth and level, and within these by where their first change stands. */
export function groupsOf(chains: readonly Chain[]): readonly Group[] {
  const nodes = graphOf(chains, new Set());
  const tangled = setLevels(nodes);
  const straight = tangled.size === 0 ? nodes : graphOf(chains, tangled);
  if (tangled.size > 0) setLevels(straight);
  const groups = straight.flatMap(cut);
  const order = new Map(chains.map((chain, index) => [chain, index]));
  const placeOf = ({ links: [first] }: Group) => order.get(first.chain) ?? 0;
  return groups.sort(
    (a, b) =>
      a.links[0].chain.stage - b.links[0].chain.stage ||
      a.links[0].chain.depth - b.links[0].chain.depth ||
      a.level - b.level ||
      placeOf(a) - placeOf(b) ||
      a.links[0].place - b.links[0].place,
  );
}

/**
 * The chains with their steps collapsed where enough resources share one. `undefined` if that is nowhere: what stays single costs
 * less as it is.
 */
export function collapsed(chains: readonly Chain[]): readonly Chain[] | undefined {
  const counts = new Map<string, number>();
  for (const chain of chains) {
    for (const step of chain.steps) {
      const shape = shapeOf(step, chain);
      if (shape !== undefined) counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  }
  let found = false;
  const result = chains.map((chain) => {
    const steps = chain.steps.flatMap((step) => {
      const shape = shapeOf(step, chain);
      if (shape === undefined || step.collapse === undefined) return [step];
      const least = Math.max(...step.collapse.map((part) => joinerOf(part, chain.kind)?.atLeast ?? 1));
      if ((counts.get(shape) ?? 0) < least) return [step];
      found = true;
      return step.collapse;
    });
    return { ...chain, steps };
  });
  return found ? result : undefined;
}

function shapeOf(step: Step, chain: Chain): string | undefined {
  return step.collapse === undefined
    ? undefined
    : JSON.stringify([chain.kind.name, chain.stage, step.collapse.map((part) => part.join)]);
}

function joinerOf(step: Step, kind: Kind) {
  return step.join === undefined ? undefined : kind.joiners?.[step.join.by];
}

/** Keys of `tangled` join at equal places alone. */
function graphOf(chains: readonly Chain[], tangled: ReadonlySet<string>): readonly Node[] {
  const nodes: Node[] = [];
  const byKey = new Map<string, Node>();
  for (const chain of chains) {
    let before: Node | undefined;
    for (const [place, step] of chain.steps.entries()) {
      const key = keyOf(step, chain);
      const full = key !== undefined && tangled.has(key) ? `${place} ${key}` : key;
      let node = full === undefined ? undefined : byKey.get(full);
      if (node === undefined) {
        node = { key, links: [], next: [], waitsFor: 0, level: 0 };
        nodes.push(node);
        if (full !== undefined) byKey.set(full, node);
      }
      node.links.push({ chain, step, place });
      if (before !== undefined) {
        before.next.push(node);
        node.waitsFor += 1;
      }
      before = node;
    }
  }
  return nodes;
}

function keyOf(step: Step, chain: Chain): string | undefined {
  if (step.join === undefined || joinerOf(step, chain.kind) === undefined) return undefined;
  // Only the key, which comes last, may hold a space.
  return `${chain.kind.name} ${chain.stage} ${step.join.by} ${step.join.key}`;
}

/** Levels from the first calls on. Returns the keys of which each waits for another: two chains have them the other way round. */
function setLevels(nodes: readonly Node[]): ReadonlySet<string> {
  const ready = nodes.filter((node) => node.waitsFor === 0);
  // Grows while it is walked.
  for (const node of ready) {
    for (const next of node.next) {
      next.level = Math.max(next.level, node.level + 1);
      next.waitsFor -= 1;
      if (next.waitsFor === 0) ready.push(next);
    }
  }
  return new Set(nodes.flatMap(({ key, waitsFor }) => (key !== undefined && waitsFor > 0 ? [key] : [])));
}

/** Cuts what joins into calls within the API's limits. */
function cut({ links, level }: Node): readonly Group[] {
  const [first] = links;
  const joiner = first && joinerOf(first.step, first.chain.kind);
  const by = first?.step.join?.by;
  if (joiner === undefined || by === undefined || links.length < joiner.atLeast)
    return links.map((link) => ({ links: [link], level }));
  const parts: [Link, ...Link[]][] = [];
  let bytes = 0;
  for (const link of links) {
    const size = bytesOf(link.step.call);
    const part = parts.at(-1);
    if (part !== undefined && part.length < joiner.limit && bytes + size <= joiner.bytes) {
      part.push(link);
      bytes += size;
    } else {
      parts.push([link]);
      bytes = size;
    }
  }
  // The last one of an optional call is better off alone: it has an answer at once.
  return parts.map((part) =>
    joiner.optional && part.length === 1 ? { links: part, level } : { links: part, level, joinedBy: by },
  );
}
