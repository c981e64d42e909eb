/** Where in the files a value is defined, and whether it may be edited there. */
import { isAlias, isCollection, isMap, isNode, isPair, isScalar, isSeq, type Node } from 'yaml';
import { partsOf } from '../interpolate.ts';
import { isMergeKey, keyText } from '../tree.ts';

export interface Probe {
  /** How many of the names were found. */
  readonly depth: number;
  readonly node: Node;
  /** An alias, an anchor or a merge on the way: an edit here would change other places, too. */
  readonly isShared: boolean;
}

/** Why nothing is edited there. */
export const SHARED =
  'It stands behind an anchor, an alias or a `<<`, and other places would change with it. Correct it by hand.';

/** Follows names through maps as they are written; a list of names counts as a map. */
export function probe(contents: Node, names: readonly string[]): Probe {
  let node = contents;
  let isShared = false;
  for (const [depth, name] of names.entries()) {
    isShared ||= isAlias(node) || hasAnchor(node);
    const next = memberOf(node, name);
    if (next === undefined) return { depth, node, isShared: isShared || isMerged(node) };
    node = next;
  }
  return { depth: names.length, node, isShared: isShared || hasAnchor(node) };
}

function memberOf(node: Node, name: string): Node | undefined {
  if (isMap(node)) {
    const pair = node.items.find((each) => keyText(each.key) === name);
    return pair === undefined ? undefined : isNode(pair.value) ? pair.value : (pair.key as Node);
  }
  return isSeq(node) ? node.items.filter(isNode).find((item) => isScalar(item) && keyText(item) === name) : undefined;
}

function hasAnchor(node: Node): boolean {
  return 'anchor' in node && typeof node.anchor === 'string';
}

function isMerged(node: Node): boolean {
  return isMap(node) && node.items.some(isMergeKey);
}

/** Whether a variable stands anywhere in a value. */
export function holdsVariable(node: Node): boolean {
  if (isScalar(node)) return typeof node.value === 'string' && partsOf(node.value).some(({ type }) => type !== 'text');
  if (!isCollection(node)) return false;
  return node.items.some((item) =>
    isPair(item) ? isNode(item.value) && holdsVariable(item.value) : isNode(item) && holdsVariable(item),
  );
}
