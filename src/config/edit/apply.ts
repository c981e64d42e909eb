/**
 * Turns wanted values into splices of a YAML text. The walk follows the parsed nodes; what it does not touch keeps its
 * layout, quotes and comments.
 */
import { isCollection, isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { equalJson, isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';
import { isMergeKey, keyText } from '../tree.ts';
import { type Edit, entriesOf, wantedOf } from './edit.ts';
import { EditedText } from './edited-text.ts';
import { flowText } from './flow.ts';
import { type Entry, renderEntries, renderFlow, renderItems, renderScalar } from './render.ts';
import { inOrderOf, isSimple, jsonOf } from './scalars.ts';
import { lineStart } from './splice.ts';

/** The text with the edits below its root map. */
export function applyEdits(text: string, contents: Node | undefined, members: ReadonlyMap<string, Edit>): string {
  const edited = new EditedText(text);
  if (isMap(contents) && contents.items.length > 0 && contents.flow !== true) {
    new Walk(edited).block(contents, members, true);
    return edited.result();
  }
  if (isMap(contents) && contents.flow === true) {
    new Walk(edited).flow(contents, members);
    return edited.result();
  }
  const end = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${end}${renderEntries(entriesOf(members), 0)}`;
}

class Walk {
  readonly #text: EditedText;

  constructor(text: EditedText) {
    this.#text = text;
  }

  block(map: YAMLMap, members: ReadonlyMap<string, Edit>, isRoot = false): void {
    const column = this.#text.columnOf(map);
    const left = new Map(members);
    const pairs = map.items.filter((pair) => !isMergeKey(pair));
    let kept = map.items.length;
    for (const pair of pairs) {
      const key = keyText(pair.key) ?? '';
      const edit = left.get(key);
      if (edit === undefined) continue;
      left.delete(key);
      if (edit.type === 'remove') {
        this.#removePair(map, pair);
        kept -= 1;
      } else this.#pair(pair, key, edit, column);
    }
    const added = entriesOf(left);
    if (added.length > 0) this.#append(map, added, column, isRoot);
    else if (kept === 0) throw new Error('the last key of a map is removed with the map');
  }

  #pair(pair: Pair, key: string, edit: Edit, column: number): void {
    const value = isNode(pair.value) ? pair.value : undefined;
    if (edit.type === 'set') {
      this.#set(pair, key, value, edit, column);
      return;
    }
    if (edit.type !== 'inside') return;
    if (isMap(value) && value.flow !== true && !leavesNothing(value, edit.members)) {
      this.block(value, edit.members);
      return;
    }
    if (isCollection(value) && value.flow === true && value.items.length > 0 && isMap(value)) {
      this.flow(value, edit.members);
      return;
    }
    if (isSeq(value)) {
      this.#names(pair, key, value, edit.members, column);
      return;
    }
    this.#rewrite(pair, key, wantedOf(edit) ?? {}, column, entriesOf(edit.members));
  }

  /** A list of names that stands for a map of empty bodies. */
  #names(pair: Pair, key: string, list: YAMLSeq, members: ReadonlyMap<string, Edit>, column: number): void {
    const old = list.items.map((item) => keyText(item) ?? '');
    const added = entriesOf(members);
    const isPlain = added.every(
      ({ value, comments }) => isObject(value) && Object.keys(value).length === 0 && (comments?.length ?? 0) === 0,
    );
    const kept = old.filter((name) => members.get(name)?.type !== 'remove');
    const names = added.map((each) => each.key).filter((name) => !kept.includes(name));
    if (isPlain) {
      this.#list(pair, key, list, [...kept, ...names], column);
      return;
    }
    const map: JsonObject = {
      ...Object.fromEntries(kept.map((name) => [name, {}])),
      ...Object.fromEntries(added.map((each) => [each.key, each.value])),
    };
    this.#rewrite(pair, key, map, column);
  }

  #set(pair: Pair, key: string, old: Node | undefined, edit: Edit & { type: 'set' }, column: number): void {
    const { value } = edit;
    if (
      isScalar(old) &&
      old.range &&
      old.tag === undefined &&
      isSimple(value) &&
      /^(PLAIN|QUOTE_)/.test(old.type ?? '') &&
      old.source !== ''
    ) {
      this.#text.replace(old.range[0], old.range[1], renderScalar(value, old.type as never, false));
    } else if (
      isSeq(old) &&
      isArray(value) &&
      old.items.every((item) => isScalar(item)) &&
      value.every(isSimple) &&
      edit.isSet === true
    )
      this.#list(pair, key, old, inOrderOf(old, value), column);
    else this.#rewrite(pair, key, value, column);
  }

  /** A list of scalars to other ones: entries that stay keep their place, and what stands beside them. */
  #list(pair: Pair | undefined, key: string, list: YAMLSeq, next: readonly Json[], column: number): void {
    const items = list.items as Node[];
    const isKept = (item: Node) => next.some((value) => equalJson(value, jsonOf(item, value)));
    const kept = items.filter(isKept);
    const added = next.filter((value) => !items.some((item) => equalJson(value, jsonOf(item, value))));
    if (kept.length === 0 || list.flow === true) {
      const text = [...kept.map((item) => this.#text.sourceOf(item)), ...added.map(renderFlow)].join(', ');
      if (list.flow === true && list.range) {
        if (kept.length === items.length && added.length > 0 && kept.length > 0) {
          const end = this.#text.endOf(items.at(-1) as Node);
          this.#text.replace(end, end, `, ${added.map(renderFlow).join(', ')}`);
        } else this.#text.replace(list.range[0], list.range[1], `[${text}]`);
      } else if (pair !== undefined) this.#rewrite(pair, key, next, column);
      return;
    }
    for (const item of items.filter((each) => !isKept(each))) {
      const start = lineStart(this.#text.original, item.range?.[0] ?? 0);
      this.#text.replace(start, this.#text.nextLine(this.#text.endOf(item)), '');
    }
    if (added.length === 0) return;
    const last = items.at(-1) as Node;
    const dash = this.#text.original.lastIndexOf('-', (items[0]?.range?.[0] ?? 1) - 1);
    this.#text.insertLines(this.#text.endOf(last), renderItems(added, dash - lineStart(this.#text.original, dash)));
  }

  flow(map: YAMLMap, members: ReadonlyMap<string, Edit>): void {
    if (map.range) this.#text.replace(map.range[0], map.range[1], flowText(this.#text, map, members));
  }

  /** The value anew, in the style of this file's blocks. */
  #rewrite(pair: Pair, key: string, value: Json, column: number, inner: readonly Entry[] = []): void {
    const colon = this.#text.original.indexOf(':', (pair.key as Node).range?.[1] ?? 0) + 1;
    const node = isNode(pair.value) ? pair.value : undefined;
    const end = node === undefined ? colon : Math.max(colon, this.#text.endOf(node));
    const whole = renderEntries([{ key, value, inner }], column).trimEnd();
    const rest = whole.slice(whole.indexOf(':', column + keyLength(whole, column)) + 1);
    if (!rest.startsWith('\n')) {
      this.#text.replace(colon, end, rest);
      return;
    }
    // What stood on the key's line beside an empty value, such as a comment, stays there.
    this.#text.replace(colon, end, '');
    this.#text.insertLines(end, `${rest.slice(1)}\n`);
  }

  #removePair(map: YAMLMap, pair: Pair): void {
    const key = pair.key as Node;
    const from = key.range?.[0] ?? 0;
    const start = lineStart(this.#text.original, from);
    const end = isNode(pair.value) ? this.#text.endOf(pair.value) : (key.range?.[1] ?? 0);
    if (/^\s*$/.test(this.#text.original.slice(start, from))) {
      this.#text.replace(start, this.#text.nextLine(end), '');
      return;
    }
    // The first key after a dash: the next one takes its place.
    const next = map.items[map.items.indexOf(pair) + 1];
    this.#text.replace(from, (next?.key as Node | undefined)?.range?.[0] ?? end, '');
  }

  #append(map: YAMLMap, entries: readonly Entry[], column: number, isRoot: boolean): void {
    const last = map.items.at(-1);
    const node = last === undefined ? undefined : isNode(last.value) ? last.value : (last.key as Node);
    const end = node === undefined ? (map.range?.[1] ?? 0) : this.#text.endOf(node);
    const texts = entries.map((entry) => renderEntries([entry], column));
    this.#text.insertLines(end, isRoot ? texts.map((text) => `\n${text}`).join('') : texts.join(''));
  }
}

function keyLength(text: string, column: number): number {
  // A quoted key may hold a colon.
  const match = /^"(?:[^"\\]|\\.)*"|^'(?:[^']|'')*'/.exec(text.slice(column));
  return match?.[0].length ?? 0;
}

function leavesNothing(map: YAMLMap, members: ReadonlyMap<string, Edit>): boolean {
  const isGone = (pair: Pair) => members.get(keyText(pair.key) ?? '')?.type === 'remove';
  return map.items.every(isGone) && entriesOf(members).length === 0;
}
