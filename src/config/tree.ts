/**
 * YAML nodes to JSON. Map keys, and scalars that the schema calls texts (`x-id`), are taken as they stand in the file, so that
 * `007` and ids of twenty digits stay what they are. What cannot be taken is reported and left out.
 */
import { dirname, resolve } from 'node:path';
import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { escapeToken, type Json, type Pointer } from '../core/json.ts';
import { hasReference, isKeptExactly, mapFilePaths } from './interpolate.ts';
import type { Nodes, Problems } from './parse.ts';
import { type Problem, placeText } from './report.ts';
import { isText, type Schemas, type View } from './schema.ts';
import type { TextSource } from './source.ts';
import { VARIABLE_IN_KEY } from './wording.ts';

const DEEPEST = 100;
/** How many values aliases may stand for in one file: far more than anyone writes, far less than an attack needs. */
const MOST_ALIASED = 10_000;

export interface Tree {
  readonly value: Json | undefined;
  /** Pointers of values that were reported and left out. */
  readonly dropped: ReadonlySet<Pointer>;
}

export function toJson(parsed: Nodes, view: View, schemas: Schemas, report: Problems): Tree {
  const reader = new TreeReader(parsed, schemas, report);
  const { contents } = parsed;
  const value = contents === undefined ? undefined : reader.read(contents, schemas.expand([view], 'written'), '', 0);
  return { value, dropped: reader.dropped };
}

/** The text of a key, or undefined for keys that are no scalars. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return key.type === 'PLAIN' && key.source !== undefined ? key.source : String(key.value);
}

class TreeReader {
  readonly dropped = new Set<Pointer>();
  readonly #parsed: Nodes;
  readonly #schemas: Schemas;
  readonly #report: Problems;
  #aliasLevel = 0;
  #aliased = 0;

  constructor(parsed: Nodes, schemas: Schemas, report: Problems) {
    this.#parsed = parsed;
    this.#schemas = schemas;
    this.#report = report;
  }

  read(node: Node, views: readonly View[], at: Pointer, depth: number): Json | undefined {
    if (this.#aliasLevel > 0 && ++this.#aliased > MOST_ALIASED) {
      if (this.#aliased === MOST_ALIASED + 1) {
        const detail = `The aliases of this file stand for more than ${MOST_ALIASED} values. Write them out, or use fewer.`;
        this.#problem('yaml-too-many-aliases', node, at, detail);
      }
      return undefined;
    }
    if (depth > DEEPEST) return this.#problem('yaml-too-deep', node, at, 'An alias stands inside what it stands for.');
    if (isAlias(node)) return this.#readAlias(node, views, at, depth);
    if (isScalar(node)) return this.#readScalar(node, views, at);
    if (isMap(node)) return this.#readMap(node, views, at, depth);
    if (!isSeq(node)) return undefined;
    const entries = this.#schemas.entry(views, 'written');
    return node.items.flatMap((item, index): Json[] => {
      const below = `${at}/${index}`;
      if (isPair(item) || isEmpty(item as Node)) {
        this.#problem('empty-value', item as Node, below, 'A list entry with nothing after its `-`. Remove it.');
        return [];
      }
      const value = this.read(item as Node, entries, below, depth + 1);
      return value === undefined ? [] : [value];
    });
  }

  #readAlias(node: Node & { source: string }, views: readonly View[], at: Pointer, depth: number): Json | undefined {
    const target = isAlias(node) ? this.#parsed.anchors.get(node) : undefined;
    if (target === undefined)
      return this.#problem('yaml-unknown-alias', node, at, `No anchor \`&${node.source}\` stands before this alias.`);
    this.#aliasLevel++;
    const value = this.read(target, views, at, depth + 1);
    this.#aliasLevel--;
    return value;
  }

  #readScalar(node: Scalar, views: readonly View[], at: Pointer): Json | undefined {
    const { value, source } = node;
    if (value === null) return null;
    if (typeof value === 'string') {
      const folder = dirname(this.#parsed.source.file);
      // The file decides what a path is relative to, and only here is the file known.
      return mapFilePaths(value, (path) => resolve(folder, path));
    }
    if (isText(views) && source !== undefined && node.type === 'PLAIN') return source;
    if (typeof value === 'boolean') return value;
    if (typeof value !== 'number')
      return this.#problem('yaml-tag', node, at, 'Only texts, numbers, booleans, null, lists and maps can be used.');
    if (isKeptExactly(value)) return value;
    const detail = 'The number has no exact value in JSON. If it is a name or an id, write it in quotes.';
    return this.#problem('bad-number', node, at, detail);
  }

  #readMap(node: YAMLMap, views: readonly View[], at: Pointer, depth: number): Json {
    const value: Record<string, Json> = {};
    const seen = new Map<string, Node>();
    for (const pair of node.items) {
      if (isMergeKey(pair)) continue;
      const key = this.#readKey(pair, at, seen);
      if (key === undefined) continue;
      const below = `${at}/${escapeToken(key)}`;
      const child = pair.value as Node | null;
      if (child === null || isEmpty(child)) {
        const detail = `\`${key}:\` has nothing after it, which is what remains when its lines are commented out. Write \`{}\` or \`[]\` for an empty value, \`null\` to reset it, or remove the key.`;
        this.#problem('empty-value', pair.key as Node, below, detail);
        continue;
      }
      const read = this.read(child, this.#schemas.member(views, key, 'written'), below, depth + 1);
      if (read !== undefined) value[key] = read;
    }
    for (const pair of node.items.filter(isMergeKey)) this.#merge(pair.value as Node | null, views, at, depth, value);
    return value;
  }

  #readKey(pair: Pair, at: Pointer, seen: Map<string, Node>): string | undefined {
    const node = pair.key as Node;
    const key = keyText(node);
    if (key === undefined || key === '') {
      this.#problem('bad-key', node, at, 'Keys are plain names. Lists, maps, aliases and nothing cannot be keys.');
      return undefined;
    }
    const below = `${at}/${escapeToken(key)}`;
    const first = seen.get(key);
    if (first !== undefined) {
      const [where, second] = [first, node].map((each) => each.range?.[0] ?? 0);
      this.dropped.add(below);
      this.#report.add(duplicateKey(this.#parsed.source, { key, first: where ?? 0, second: second ?? 0, at: below }));
      return undefined;
    }
    seen.set(key, node);
    if (key === '__proto__' || key === '$secret')
      return this.#problem('bad-key', node, below, `\`${key}\` cannot be used as a key. Choose another name.`);
    if (hasReference(key)) {
      this.#problem('variable-in-key', node, below, VARIABLE_IN_KEY);
    }
    return key;
  }

  /** `<<`: the keys of one or several maps, where the map itself does not have them. */
  #merge(node: Node | null, views: readonly View[], at: Pointer, depth: number, value: Record<string, Json>): void {
    const sources = isSeq(node) ? (node.items as Node[]) : [node];
    for (const source of sources) {
      const read = source === null ? undefined : this.read(source, views, at, depth + 1);
      if (typeof read !== 'object' || read === null || Array.isArray(read)) {
        if (source !== null) this.#problem('yaml-merge', source, at, '`<<` takes maps, or aliases of maps.');
        continue;
      }
      for (const [key, each] of Object.entries(read)) if (!Object.hasOwn(value, key)) value[key] = each;
    }
  }

  #problem(code: Problem['code'], node: Node | null, at: Pointer, detail: string): undefined {
    this.dropped.add(at);
    const source = this.#parsed.source.place(node?.range?.[0] ?? 0);
    this.#report.add({ code, detail, source, ...(at === '' ? {} : { subject: at }) });
    return undefined;
  }
}

/** What is said of a key that stands in a map for the second time. */
export function duplicateKey(
  source: TextSource,
  {
    key,
    first,
    second,
    at,
  }: { readonly key: string; readonly first: number; readonly second: number; readonly at: Pointer },
): Problem {
  const place = placeText(source.place(first), source.file);
  const detail = `\`${key}\` already stands at ${place}. Keep one of them.`;
  return { code: 'duplicate-key', detail, source: source.place(second), subject: at };
}

export function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.type === 'PLAIN' && pair.key.value === '<<';
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null && node.source === '';
}
