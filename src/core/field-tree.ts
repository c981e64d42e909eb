/** A kind's field table as a tree, and the walk over a body that finds its leaves: the units of comparing and of showing. */
import { escapeToken, isObject, type Json, type JsonObject, type Pointer, pointer, tokensOf } from './json.ts';
import type { FieldSpec, Kind } from './kind.ts';

interface Growing {
  readonly pattern: Pointer;
  spec?: FieldSpec;
  readonly children: Map<string, Growing>;
}

/** A place of the field table: its row, if it has one, and the places below it; `*` stands for any entry. */
export interface FieldNode {
  readonly pattern: Pointer;
  readonly spec?: FieldSpec;
  readonly children: ReadonlyMap<string, FieldNode>;
}

/** One unit of comparing: a field, a key of an open map, or a whole entry. */
export interface Leaf {
  readonly path: Pointer;
  readonly pattern: Pointer;
  readonly spec: FieldSpec;
  readonly value: Json;
  /** `entry`: the presence of a named object as such; its own fields are leaves below it. */
  readonly unit: 'field' | 'key' | 'entry';
}

const trees = new WeakMap<Kind, FieldNode>();

export function treeOf(kind: Kind): FieldNode {
  const known = trees.get(kind);
  if (known !== undefined) return known;
  const root: Growing = { pattern: '', children: new Map() };
  for (const [pattern, spec] of Object.entries(kind.fields)) {
    let node = root;
    const walked: string[] = [];
    for (const token of tokensOf(pattern)) {
      walked.push(token);
      let next = node.children.get(token);
      if (next === undefined) {
        next = { pattern: pointer(...walked), children: new Map() };
        node.children.set(token, next);
      }
      node = next;
    }
    node.spec = spec;
  }
  trees.set(kind, root);
  return root;
}

/** All leaves of a body, in the body's order. Entries come before their own fields; keys without a row are passed over. */
export function leavesOf(kind: Kind, body: JsonObject): Leaf[] {
  const leaves: Leaf[] = [];
  collect(treeOf(kind), body, '', leaves);
  return leaves;
}

function collect(node: FieldNode, value: Json, path: Pointer, leaves: Leaf[]): void {
  const { spec } = node;
  if (spec?.meta) return;
  if (spec !== undefined && isWhole(spec, value)) {
    leaves.push({ path, pattern: node.pattern, spec, value, unit: 'field' });
    return;
  }
  if (!isObject(value)) return;
  for (const key of Object.keys(value)) {
    const child = value[key];
    if (child === undefined) continue;
    const at = `${path}/${escapeToken(key)}`;
    if (spec?.shape === 'open') leaves.push({ path: at, pattern: node.pattern, spec, value: child, unit: 'key' });
    else if (spec?.shape === 'entries') {
      leaves.push({ path: at, pattern: node.pattern, spec, value: child, unit: 'entry' });
      const below = node.children.get('*');
      if (below !== undefined) collect(below, child, at, leaves);
    } else {
      const below = node.children.get(key);
      if (below !== undefined) collect(below, child, at, leaves);
    }
  }
}

/** Whether a value is one unit of comparing, and not a map of them. */
export function isWhole({ shape }: FieldSpec, value: Json): boolean {
  return (shape !== 'open' && shape !== 'entries') || !isObject(value);
}

/** The row of the field table that a concrete pointer falls under. An entry as such falls under the row of its map. */
export function specAt(kind: Kind, at: Pointer): { readonly pattern: Pointer; readonly spec: FieldSpec } | undefined {
  let node: FieldNode | undefined = treeOf(kind);
  const tokens = tokensOf(at);
  for (const [index, token] of tokens.entries()) {
    const isEntry = node.spec?.shape === 'entries' && index === tokens.length - 1;
    if (node.spec?.shape === 'open' || isEntry) break;
    node = node.children.get(node.spec?.shape === 'entries' ? '*' : token);
    if (node === undefined) return undefined;
  }
  return node.spec === undefined ? undefined : { pattern: node.pattern, spec: node.spec };
}
