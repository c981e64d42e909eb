/** Kinds in the order in which their writes go out: each after the kinds it names, ties by name. Throws on a cycle (a bug). */
import type { Kind } from './kind.ts';

export function orderKinds(kinds: readonly Kind[]): readonly Kind[] {
  const left = [...kinds].sort((a, b) => (a.name < b.name ? -1 : 1));
  const ordered: Kind[] = [];
  const known = new Set(kinds.map((kind) => kind.name));
  while (left.length > 0) {
    const done = new Set(ordered.map((kind) => kind.name));
    const next = left.findIndex((kind) => kind.after.every((name) => done.has(name) || !known.has(name)));
    if (next < 0) throw new Error(`kinds wait for each other: ${left.map((kind) => kind.name).join(', ')}`);
    ordered.push(...left.splice(next, 1));
  }
  return ordered;
}

/** The stage of each kind: one more than the highest stage among the kinds it comes after. */
export function stagesOf(kinds: readonly Kind[]): ReadonlyMap<string, number> {
  const stages = new Map<string, number>();
  for (const kind of orderKinds(kinds)) {
    stages.set(kind.name, Math.max(-1, ...kind.after.map((name) => stages.get(name) ?? -1)) + 1);
  }
  return stages;
}
