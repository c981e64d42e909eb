/** Kinds in the order in which their writes go out: each after the kinds it names, ties by name. Throws on a cycle (a bug). */
import type { Kind } from './kind.ts';

const allBefore = ({ after, afterMentioned = [] }: Kind): readonly string[] => [...after, ...afterMentioned];

export function orderKinds(kinds: readonly Kind[]): readonly Kind[] {
  const left = [...kinds].sort((a, b) => (a.name < b.name ? -1 : 1));
  const ordered: Kind[] = [];
  const known = new Set(kinds.map((kind) => kind.name));
  while (left.length > 0) {
    const done = new Set(ordered.map((kind) => kind.name));
    const next = left.findIndex((kind) => allBefore(kind).every((name) => done.has(name) || !known.has(name)));
    if (next < 0) throw new Error(`kinds wait for each other: ${left.map((kind) => kind.name).join(', ')}`);
    ordered.push(...left.splice(next, 1));
  }
  return ordered;
}

/** In which stage each kind is written, from 0 on: one more than the highest stage among the kinds that come first as a whole. */
export function stagesOf(kinds: readonly Kind[]): ReadonlyMap<string, number> {
  return ranksOf(kinds, ({ after }) => after);
}

/** As `stagesOf`, but each kind is in a higher one than all kinds that it may mention: backwards, the order of removals. */
export function strictStagesOf(kinds: readonly Kind[]): ReadonlyMap<string, number> {
  return ranksOf(kinds, allBefore);
}

function ranksOf(kinds: readonly Kind[], before: (kind: Kind) => readonly string[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const kind of orderKinds(kinds)) {
    ranks.set(kind.name, Math.max(-1, ...before(kind).map((name) => ranks.get(name) ?? -1)) + 1);
  }
  return ranks;
}
