/**
 * Reads the YAML that nearly all of a large file is: block maps and lists, values on one line, comments between them. It declines
 * whatever else there is, from anchors to texts of several lines, and whatever would have to be reported: then the parser reads the
 * same lines, and the two agree on everything that this one takes.
 */
import type { Json } from '../../core/json.ts';
import { isText, type Schemas, type View } from '../schema.ts';
import { isBlank, isDash, skipSpaces } from './lines.ts';
import {
  type Found,
  flowKeyAt,
  flowPlainAt,
  isOrdinary,
  isPlainText,
  isRest,
  keyAt,
  plainAt,
  plainValue,
  quotedAt,
} from './scalar.ts';

const DEEPEST = 16;
const MOST_KNOWN = 200;

/** Control characters, line breaks of other alphabets, marks of the byte order. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNUSUAL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\r(?!\n)/;

/** The schemas of a place, found when they are asked for. */
type Views = () => readonly View[];

/** A place below another: the key of a map; undefined, an entry of a list. */
type Key = string | undefined;

export class PlainReader {
  readonly #text: string;
  readonly #schemas: Schemas;
  readonly #secretNames: ReadonlySet<string>;
  readonly #known = new WeakMap<readonly View[], Map<string, readonly View[]>>();
  /** Where the next line starts, and the part ends. */
  #next = 0;
  #end = 0;
  /** The line that is read: its first character behind the indentation, its end, and how far it is indented; -1 behind the last. */
  #at = 0;
  #lineStart = 0;
  #lineEnd = 0;
  #indent = 0;

  constructor(text: string, schemas: Schemas, secretNames: ReadonlySet<string>) {
    this.#text = text;
    this.#schemas = schemas;
    this.#secretNames = secretNames;
  }

  /** The map that the lines from `start` to `end` are. */
  read(start: number, end: number, indent: number, views: Views): Readonly<Record<string, Json>> | undefined {
    if (UNUSUAL.test(this.#text.slice(start, end))) return undefined;
    this.#next = start;
    this.#end = end;
    this.#advance();
    const value = this.#indent === indent ? this.#map(indent, views, 0) : undefined;
    return this.#indent === -1 ? value : undefined;
  }

  #advance(): void {
    const text = this.#text;
    while (this.#next < this.#end) {
      const start = this.#next;
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      this.#next = end + 1;
      const first = skipSpaces(text, start);
      if (isBlank(text, first)) continue;
      this.#lineStart = start;
      this.#lineEnd = text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      this.#at = first;
      this.#indent = first - start;
      return;
    }
    this.#indent = -1;
  }

  #map(indent: number, views: Views, depth: number): Record<string, Json> | undefined {
    const value: Record<string, Json> = {};
    if (depth > DEEPEST) return undefined;
    while (this.#indent === indent) {
      const found = keyAt(this.#text, this.#at);
      if (found === undefined || !isOrdinary(found.key) || Object.hasOwn(value, found.key)) return undefined;
      const each = this.#member(found.key, found.end, indent, views, depth);
      if (each === undefined || this.#isSecret(found.key, each)) return undefined;
      value[found.key] = each;
    }
    return this.#indent > indent ? undefined : value;
  }

  #member(key: string, colon: number, indent: number, views: Views, depth: number): Json | undefined {
    if (!isRest(this.#text, colon, this.#lineEnd)) return this.#rest(skipSpaces(this.#text, colon), views, key, depth);
    this.#advance();
    const below = () => this.#below(views, key);
    if (this.#indent >= indent && this.#indent >= 0 && isDash(this.#text, this.#at))
      return this.#list(this.#indent, below, depth + 1);
    return this.#indent > indent ? this.#map(this.#indent, below, depth + 1) : undefined;
  }

  #list(indent: number, views: Views, depth: number): Json[] | undefined {
    const list: Json[] = [];
    if (depth > DEEPEST) return undefined;
    while (this.#indent === indent && isDash(this.#text, this.#at)) {
      const at = skipSpaces(this.#text, this.#at + 1);
      if (isRest(this.#text, this.#at + 1, this.#lineEnd)) return undefined;
      let each: Json | undefined;
      if (keyAt(this.#text, at) === undefined) each = this.#rest(at, views, undefined, depth);
      else {
        // The first key of a map stands behind the dash: the others stand below it.
        this.#at = at;
        this.#indent = at - this.#lineStart;
        each = this.#map(this.#indent, () => this.#below(views, undefined), depth + 1);
      }
      if (each === undefined) return undefined;
      list.push(each);
    }
    return this.#indent > indent ? undefined : list;
  }

  /** The value that takes the rest of the line. */
  #rest(at: number, views: Views, key: Key, depth: number): Json | undefined {
    const text = this.#text;
    let value: Json | undefined;
    if (isOpening(text.charCodeAt(at))) {
      const found = this.#flow(at, views, key, depth);
      value = found !== undefined && isRest(text, found.end, this.#lineEnd) ? found.value : undefined;
    } else {
      const plain = plainAt(text, at, this.#lineEnd);
      value = plain === undefined ? undefined : this.#plain(plain, views, key);
    }
    if (typeof value === 'string' && value.includes('${file:')) return undefined;
    this.#advance();
    return value;
  }

  #plain(plain: string, views: Views, key: Key): Json | undefined {
    return isPlainText(plain) ? plain : plainValue(plain, () => isText(this.#below(views, key)));
  }

  #below(views: Views, key: Key): readonly View[] {
    const above = views();
    if (key === undefined) return this.#schemas.entry(above, 'written');
    const known = this.#known.get(above) ?? new Map<string, readonly View[]>();
    const below = known.get(key) ?? this.#schemas.member(above, key, 'written');
    // Fields are few and asked for again and again, ids are many and asked for once.
    if (known.size < MOST_KNOWN) this.#known.set(above, known.set(key, below));
    return below;
  }

  #flow(at: number, views: Views, key: Key, depth: number): Found<Json> | undefined {
    const text = this.#text;
    const code = text.charCodeAt(at);
    let found: Found<Json> | undefined;
    if (code === 123) return depth > DEEPEST ? undefined : this.#flowMap(at, () => this.#below(views, key), depth + 1);
    if (code === 91) return depth > DEEPEST ? undefined : this.#flowList(at, () => this.#below(views, key), depth + 1);
    if (code === 34 || code === 39) found = quotedAt(text, at, this.#lineEnd);
    else {
      const plain = flowPlainAt(text, at);
      const value = plain === undefined ? undefined : this.#plain(plain.value, views, key);
      found = plain === undefined || value === undefined ? undefined : { value, end: plain.end };
    }
    return typeof found?.value === 'string' && found.value.includes('${file:') ? undefined : found;
  }

  #flowMap(start: number, views: Views, depth: number): Found<Json> | undefined {
    const text = this.#text;
    const value: Record<string, Json> = {};
    let at = skipSpaces(text, start + 1);
    if (text.charCodeAt(at) === 125) return { value, end: at + 1 };
    for (;;) {
      const key = flowKeyAt(text, at);
      if (key === undefined || !isOrdinary(key.key) || Object.hasOwn(value, key.key)) return undefined;
      const found = this.#flow(skipSpaces(text, key.end), views, key.key, depth);
      if (found === undefined || this.#isSecret(key.key, found.value)) return undefined;
      value[key.key] = found.value;
      at = skipSpaces(text, found.end);
      const code = text.charCodeAt(at);
      if (code === 125) return { value, end: at + 1 };
      if (code !== 44 || text.charCodeAt(at + 1) !== 32) return undefined;
      at = skipSpaces(text, at + 1);
    }
  }

  #flowList(start: number, views: Views, depth: number): Found<Json> | undefined {
    const text = this.#text;
    const value: Json[] = [];
    let at = skipSpaces(text, start + 1);
    if (text.charCodeAt(at) === 93) return { value, end: at + 1 };
    for (;;) {
      const found = this.#flow(at, views, undefined, depth);
      if (found === undefined) return undefined;
      value.push(found.value);
      at = skipSpaces(text, found.end);
      const code = text.charCodeAt(at);
      if (code === 93) return { value, end: at + 1 };
      if (code !== 44) return undefined;
      at = skipSpaces(text, at + 1);
    }
  }

  /** Literal secrets are hidden in excerpts, for which the parser has to say where they stand. */
  #isSecret(key: string, value: Json): boolean {
    return this.#secretNames.has(key) && !(typeof value === 'string' && /^\$\{\w+\}$/.test(value));
  }
}

/** `"`, `'`, `[` and `{`. */
function isOpening(code: number): boolean {
  return code === 34 || code === 39 || code === 91 || code === 123;
}
