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
  isRest,
  keyAt,
  plainAt,
  plainValue,
  quotedAt,
} from './scalar.ts';

const DEEPEST = 16;

/** Control characters, line breaks of other alphabets, marks of the byte order. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNUSUAL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\r(?!\n)/;

/** The schemas of a place, found when they are asked for. */
type Views = () => readonly View[];

export class PlainReader {
  readonly #text: string;
  readonly #schemas: Schemas;
  readonly #secretNames: ReadonlySet<string>;
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
    const below = () => this.#schemas.member(views(), key, 'written');
    if (!isRest(this.#text, colon, this.#lineEnd)) return this.#rest(skipSpaces(this.#text, colon), below, depth);
    this.#advance();
    if (this.#indent >= indent && this.#indent >= 0 && isDash(this.#text, this.#at))
      return this.#list(this.#indent, below, depth + 1);
    return this.#indent > indent ? this.#map(this.#indent, below, depth + 1) : undefined;
  }

  #list(indent: number, views: Views, depth: number): Json[] | undefined {
    const list: Json[] = [];
    const below = () => this.#schemas.entry(views(), 'written');
    if (depth > DEEPEST) return undefined;
    while (this.#indent === indent && isDash(this.#text, this.#at)) {
      const at = skipSpaces(this.#text, this.#at + 1);
      if (isRest(this.#text, this.#at + 1, this.#lineEnd)) return undefined;
      let each: Json | undefined;
      if (keyAt(this.#text, at) === undefined) each = this.#rest(at, below, depth);
      else {
        // The first key of a map stands behind the dash: the others stand below it.
        this.#at = at;
        this.#indent = at - this.#lineStart;
        each = this.#map(this.#indent, below, depth + 1);
      }
      if (each === undefined) return undefined;
      list.push(each);
    }
    return this.#indent > indent ? undefined : list;
  }

  /** The value that takes the rest of the line. */
  #rest(at: number, views: Views, depth: number): Json | undefined {
    const text = this.#text;
    let value: Json | undefined;
    if (isOpening(text.charCodeAt(at))) {
      const found = this.#flow(at, views, depth);
      value = found !== undefined && isRest(text, found.end, this.#lineEnd) ? found.value : undefined;
    } else {
      const plain = plainAt(text, at, this.#lineEnd);
      value = plain === undefined ? undefined : plainValue(plain, () => isText(views()));
    }
    if (typeof value === 'string' && value.includes('${file:')) return undefined;
    this.#advance();
    return value;
  }

  #flow(at: number, views: Views, depth: number): Found<Json> | undefined {
    const text = this.#text;
    const code = text.charCodeAt(at);
    let found: Found<Json> | undefined;
    if (code === 123) return depth > DEEPEST ? undefined : this.#flowMap(at, views, depth + 1);
    if (code === 91) return depth > DEEPEST ? undefined : this.#flowList(at, views, depth + 1);
    if (code === 34 || code === 39) found = quotedAt(text, at, this.#lineEnd);
    else {
      const plain = flowPlainAt(text, at);
      const value = plain === undefined ? undefined : plainValue(plain.value, () => isText(views()));
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
      const below = () => this.#schemas.member(views(), key.key, 'written');
      const found = this.#flow(skipSpaces(text, key.end), below, depth);
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
    const below = () => this.#schemas.entry(views(), 'written');
    let at = skipSpaces(text, start + 1);
    if (text.charCodeAt(at) === 93) return { value, end: at + 1 };
    for (;;) {
      const found = this.#flow(at, below, depth);
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
