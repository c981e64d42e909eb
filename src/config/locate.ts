/**
 * From a pointer of the united configuration back to a place in the files. Nothing is remembered while loading: the nodes are
 * walked when there is something to report. The pointer speaks of normalised values, the file of written ones, so the walk
 * looks through the short forms; where it cannot go on, the deepest place that it reached stands for the rest.
 */
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Source } from '../core/diagnostic.ts';
import { type Pointer, tokensOf } from '../core/json.ts';
import type { Nodes, Parsed } from './parse.ts';
import type { TextSource } from './source.ts';
import { isMergeKey, keyText } from './tree.ts';

export interface Hit extends Found {
  readonly source: TextSource;
}

interface Found {
  /** How many names of the pointer were found. */
  readonly depth: number;
  readonly key: Node | undefined;
  readonly value: Node;
}

/** Written names for normalised ones: `[normalised path, written path]`. */
const SPELLINGS: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['custom'], []],
  [['members_mode'], ['members', 'mode']],
  [['members'], ['moderators']],
  [['list'], []],
];

/** Names that may lead elsewhere than to the key that is called so. */
export const RESPELLED: ReadonlySet<string> = new Set(
  SPELLINGS.flatMap(([[first]]) => (first === undefined ? [] : [first])),
);

/** The deepest place in a file that the names lead to. */
export function find(parsed: Parsed, names: readonly string[]): Hit | undefined {
  const { source, contents, anchors } = parsed.around(names);
  const walk: Walk = { anchors, walked: new Map() };
  return contents === undefined ? undefined : { ...follow(walk, contents, undefined, names, 0), source };
}

interface Walk {
  readonly anchors: Nodes['anchors'];
  /** Nodes and the names that were left: aliases lead to the same node on many ways, one of them is enough. */
  readonly walked: Map<Node, Set<string>>;
}

function follow(walk: Walk, node: Node, key: Node | undefined, names: readonly string[], depth: number): Found {
  const here: Found = { depth, key, value: node };
  const [name, ...rest] = names;
  const target = isAlias(node) ? walk.anchors.get(node) : node;
  if (name === undefined || target === undefined) return here;
  const walked = walk.walked.get(target) ?? new Set();
  const left = names.join('\n');
  if (walked.has(left)) return here;
  walk.walked.set(target, walked.add(left));
  let best = here;
  for (const next of children(target, name)) {
    const hit = follow(walk, next.value, next.key, rest, depth + 1);
    if (hit.depth > best.depth) best = hit;
  }
  if (best.depth - depth >= names.length || !isMap(target)) return best;
  // Looked through: the long form `{mode, list: {…}}`, merged maps, and fields that have another spelling when written.
  for (const through of throughs(target)) {
    const hit = follow(walk, through, key, names, depth);
    if (hit.depth > best.depth) best = hit;
  }
  for (const [normalised, written] of SPELLINGS) {
    if (!normalised.every((each, index) => each === names[index])) continue;
    const respelled = [...written, ...names.slice(normalised.length)];
    const hit = follow(walk, target, key, respelled, depth + normalised.length - written.length);
    if (hit.value !== target && hit.depth > best.depth) best = hit;
  }
  return best;
}

function children(node: Node, name: string): { readonly key: Node | undefined; readonly value: Node }[] {
  if (isMap(node)) {
    return node.items.flatMap((pair) =>
      isNode(pair.key) && keyText(pair.key) === name
        ? [{ key: pair.key, value: isNode(pair.value) ? pair.value : pair.key }]
        : [],
    );
  }
  if (!isSeq(node)) return [];
  const items = node.items.filter(isNode);
  const named = items.filter((item) => names(item, name));
  const byIndex = /^\d+$/.test(name) ? items[Number(name)] : undefined;
  return [...named, ...(byIndex === undefined ? [] : [byIndex])].map((value) => ({ key: undefined, value }));
}

/** A list entry that is a name, or an object that carries it. */
function names(item: Node, name: string): boolean {
  if (isScalar(item)) return keyText(item) === name;
  return isMap(item) && item.items.some((pair) => isScalar(pair.value) && keyText(pair.value) === name);
}

function throughs(node: Node): Node[] {
  if (!isMap(node)) return [];
  return node.items.flatMap((pair: Pair): Node[] => {
    if (isMergeKey(pair)) {
      if (isSeq(pair.value)) return pair.value.items.filter(isNode);
      return isNode(pair.value) ? [pair.value] : [];
    }
    return keyText(pair.key) === 'list' && isNode(pair.value) && !isPair(pair.value) ? [pair.value] : [];
  });
}

/** The place of a value: its own, or its key's where the value is a block that starts on a later line. */
export function placeOf(hit: Hit, what: 'key' | 'value'): Source {
  const isInline = isScalar(hit.value) || isAlias(hit.value) || ('flow' in hit.value && hit.value.flow === true);
  const node = hit.key !== undefined && (what === 'key' || !isInline) ? hit.key : hit.value;
  return hit.source.place(node.range?.[0] ?? 0);
}

/** The place of a pointer of one file as it is written. */
export function locateIn(parsed: Parsed, at: Pointer, what: 'key' | 'value' = 'value'): Source {
  const hit = find(parsed, tokensOf(at));
  return hit === undefined ? parsed.source.place(0) : placeOf(hit, what);
}
