/**
 * Turns wanted values into splices of a YAML text. The walk follows the parsed nodes; what it does not touch keeps its
 * layout, quotes and comments.
 */
import { isCollection, isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { equalJson, isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';
import { isMergeKey, keyText } from '../tree.ts';
import { type Entry, renderEntries, renderFlow, renderFlowEntry, renderItems, renderScalar } from './render.ts';
import { lineEnd, lineStart, type Splice, spliced } from './splice.ts';

/** What becomes of one place of a file: a value, nothing, or something further down. */
export type Edit =
  | { readonly type: 'set'; readonly value: Json; readonly isSet?: boolean; readonly comments?: readonly string[] }
  | { readonly type: 'remove' }
  | { readonly type: 'inside'; readonly members: ReadonlyMap<string, Edit> };

/** The text with the edits below its root map. */
export function applyEdits(text: string, contents: Node | undefined, members: ReadonlyMap<string, Edit>): string {
  const walk = new Walk(text);
  if (isMap(contents) && contents.items.length > 0 && contents.flow !== true) {
    walk.block(contents, members, true);
    return spliced(text, walk.splices);
  }
  if (isMap(contents) && contents.flow === true) {
    walk.flow(contents, members);
    return spliced(text, walk.splices);
  }
  const end = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${end}${renderEntries(entriesOf(members), 0)}`;
}

/** The value of an edit where nothing stands yet; undefined: nothing. */
export function wantedOf(edit: Edit): Json | undefined {
  if (edit.type === 'set') return edit.value;
  if (edit.type === 'remove') return undefined;
  return Object.fromEntries(entriesOf(edit.members).map(({ key, value }) => [key, value]));
}

function entriesOf(members: ReadonlyMap<string, Edit>): Entry[] {
  return [...members].flatMap(([key, edit]): Entry[] => {
    const value = wantedOf(edit);
    if (value === undefined) return [];
    if (edit.type === 'inside') return [{ key, value, inner: entriesOf(edit.members) }];
    return [{ key, value, ...(edit.type === 'set' && edit.comments !== undefined ? { comments: edit.comments } : {}) }];
  });
}

class Walk {
  readonly splices: Splice[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  block(map: YAMLMap, members: ReadonlyMap<string, Edit>, isRoot = false): void {
    const column = this.#column(map);
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
      this.#replace(old.range[0], old.range[1], renderScalar(value, old.type as never, false));
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
    const isKept = (item: Node) => next.some((value) => equalJson(value, textOf(item, value)));
    const kept = items.filter(isKept);
    const added = next.filter((value) => !items.some((item) => equalJson(value, textOf(item, value))));
    if (kept.length === 0 || list.flow === true) {
      const text = [...kept.map((item) => this.#source(item)), ...added.map(renderFlow)].join(', ');
      if (list.flow === true && list.range) {
        if (kept.length === items.length && added.length > 0 && kept.length > 0) {
          const end = this.#end(items.at(-1) as Node);
          this.#replace(end, end, `, ${added.map(renderFlow).join(', ')}`);
        } else this.#replace(list.range[0], list.range[1], `[${text}]`);
      } else if (pair !== undefined) this.#rewrite(pair, key, next, column);
      return;
    }
    for (const item of items.filter((each) => !isKept(each))) {
      const start = lineStart(this.#text, item.range?.[0] ?? 0);
      this.#replace(start, this.#nextLine(this.#end(item)), '');
    }
    if (added.length === 0) return;
    const last = items.at(-1) as Node;
    const dash = this.#text.lastIndexOf('-', (items[0]?.range?.[0] ?? 1) - 1);
    this.#insertLines(this.#end(last), renderItems(added, dash - lineStart(this.#text, dash)));
  }

  flow(map: YAMLMap, members: ReadonlyMap<string, Edit>): void {
    if (map.range) this.#replace(map.range[0], map.range[1], this.#flowText(map, members));
  }

  /** A map on one line: what stays is taken over as it stands. */
  #flowText(map: YAMLMap, members: ReadonlyMap<string, Edit>): string {
    const left = new Map(members);
    const [open, close] = [map.range?.[0] ?? 0, map.range?.[1] ?? 0];
    const source = this.#text.slice(open, close);
    const inner = new Walk(this.#text);
    const parts = map.items.flatMap((pair) => {
      const key = keyText(pair.key) ?? '';
      const edit = left.get(key);
      const start = (pair.key as Node).range?.[0] ?? 0;
      const end = isNode(pair.value) ? this.#end(pair.value) : ((pair.key as Node).range?.[1] ?? 0);
      if (edit === undefined) return [{ text: this.#text.slice(start, end), isChanged: false, start, end }];
      left.delete(key);
      if (edit.type === 'remove') return [];
      const value = isNode(pair.value) ? pair.value : undefined;
      const text = this.#flowPair(pair, key, value, edit, start);
      return [{ text, isChanged: true, start, end }];
    });
    const added = entriesOf(left);
    if (parts.length === map.items.length && parts.length > 0) {
      for (const part of parts) if (part.isChanged) inner.#replace(part.start, part.end, part.text);
      const end = parts.at(-1)?.end ?? 0;
      if (added.length > 0)
        inner.#replace(end, end, added.map(({ key, value }) => `, ${renderFlowEntry(key, value)}`).join(''));
      return spliced(this.#text, inner.splices, open, close);
    }
    const texts = [...parts.map((part) => part.text), ...added.map(({ key, value }) => renderFlowEntry(key, value))];
    const pad = /^\{\S/.test(source) && source !== '{}' ? '' : ' ';
    return texts.length === 0 ? '{}' : `{${pad}${texts.join(', ')}${pad}}`;
  }

  #flowPair(pair: Pair, key: string, value: Node | undefined, edit: Edit, start: number): string {
    const head =
      value?.range === undefined || value.range === null
        ? `${this.#text.slice(start, (pair.key as Node).range?.[1] ?? start)}: `
        : this.#text.slice(start, value.range[0]);
    if (edit.type === 'inside' && isMap(value)) return `${head}${this.#flowText(value, edit.members)}`;
    if (
      edit.type === 'set' &&
      isSeq(value) &&
      isArray(edit.value) &&
      edit.isSet === true &&
      edit.value.every(isSimple)
    ) {
      const items = value.items as Node[];
      const next = inOrderOf(value, edit.value);
      const texts = next.map((each) => {
        const item = items.find((node) => equalJson(each, textOf(node, each)));
        return item === undefined ? renderFlow(each) : this.#source(item);
      });
      return `${head}[${texts.join(', ')}]`;
    }
    if (edit.type === 'set' && isScalar(value) && isSimple(edit.value))
      return `${head}${renderScalar(edit.value, value.type as never, true)}`;
    return renderFlowEntry(key, wantedOf(edit) ?? {});
  }

  /** The value anew, in the style of this file's blocks. */
  #rewrite(pair: Pair, key: string, value: Json, column: number, inner: readonly Entry[] = []): void {
    const colon = this.#text.indexOf(':', (pair.key as Node).range?.[1] ?? 0) + 1;
    const node = isNode(pair.value) ? pair.value : undefined;
    const end = node === undefined ? colon : Math.max(colon, this.#end(node));
    const whole = renderEntries([{ key, value, inner }], column).trimEnd();
    const rest = whole.slice(whole.indexOf(':', column + keyLength(whole, column)) + 1);
    if (!rest.startsWith('\n')) {
      this.#replace(colon, end, rest);
      return;
    }
    // What stood on the key's line beside an empty value, such as a comment, stays there.
    this.#replace(colon, end, '');
    this.#insertLines(end, `${rest.slice(1)}\n`);
  }

  #removePair(map: YAMLMap, pair: Pair): void {
    const key = pair.key as Node;
    const from = key.range?.[0] ?? 0;
    const start = lineStart(this.#text, from);
    const end = isNode(pair.value) ? this.#end(pair.value) : (key.range?.[1] ?? 0);
    if (/^\s*$/.test(this.#text.slice(start, from))) {
      this.#replace(start, this.#nextLine(end), '');
      return;
    }
    // The first key after a dash: the next one takes its place.
    const next = map.items[map.items.indexOf(pair) + 1];
    this.#replace(from, (next?.key as Node | undefined)?.range?.[0] ?? end, '');
  }

  #append(map: YAMLMap, entries: readonly Entry[], column: number, isRoot: boolean): void {
    const last = map.items.at(-1);
    const node = last === undefined ? undefined : isNode(last.value) ? last.value : (last.key as Node);
    const end = node === undefined ? (map.range?.[1] ?? 0) : this.#end(node);
    const texts = entries.map((entry) => renderEntries([entry], column));
    this.#insertLines(end, isRoot ? texts.map((text) => `\n${text}`).join('') : texts.join(''));
  }

  /** Whole lines after the line that holds the offset. */
  #insertLines(offset: number, lines: string): void {
    const at = this.#nextLine(offset);
    const isOpen = at > 0 && this.#text[at - 1] !== '\n';
    this.#replace(at, at, isOpen ? `\n${lines}` : lines);
  }

  #nextLine(offset: number): number {
    if (offset > 0 && this.#text[offset - 1] === '\n') return offset;
    return Math.min(this.#text.length, lineEnd(this.#text, offset) + 1);
  }

  #column(map: YAMLMap): number {
    const start = (map.items[0]?.key as Node | undefined)?.range?.[0] ?? 0;
    return start - lineStart(this.#text, start);
  }

  #source(node: Node): string {
    return node.range ? this.#text.slice(node.range[0], node.range[1]) : '';
  }

  /** Where a node's own text ends: parsers count the line break, blank lines and comments after a block to it. */
  #end(node: Node): number {
    if (isCollection(node) && node.flow !== true && node.items.length > 0) {
      const last = node.items.at(-1) as Node | Pair;
      if (isNode(last)) return this.#end(last);
      return isNode(last.value) && (last.value.range?.[1] ?? 0) > 0
        ? this.#end(last.value)
        : ((last.key as Node).range?.[1] ?? 0);
    }
    let end = node.range?.[1] ?? 0;
    if (isScalar(node) && /^BLOCK/.test(node.type ?? '')) while (this.#text[end - 1] === '\n') end -= 1;
    return end;
  }

  #replace(start: number, end: number, text: string): void {
    this.splices.push({ start, end, text });
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

function isSimple(value: Json): boolean {
  return typeof value !== 'object' && !(typeof value === 'string' && value.includes('\n'));
}

/** A list entry as the JSON that `like` could be equal to: names may look like numbers. */
function textOf(item: Node, like: Json): Json {
  if (!isScalar(item)) return null;
  return typeof like === 'string' ? (keyText(item) ?? '') : (item.value as Json);
}

function inOrderOf(list: YAMLSeq, next: readonly Json[]): readonly Json[] {
  const kept = (list.items as Node[]).flatMap((item) =>
    next.filter((value) => equalJson(value, textOf(item, value))).slice(0, 1),
  );
  return [...kept, ...next.filter((value) => !kept.some((each) => equalJson(each, value)))];
}
