/** Single values on one line, in the spellings that leave no doubt. Undefined always means: let the parser decide. */
import type { Json } from '../../core/json.ts';
import { hasReference } from '../interpolate.ts';
import { matches, skipSpaces } from './lines.ts';

/**
 * A plain key with its colon. Parsers take at most 1024 characters, so that a quantifier without an end would only cost time.
 * `__proto__` and the like are told apart later.
 */
const KEY =
  /[^\s\-?:,[\]{}#&*!|>'"%@`<$](?:[^\s:,[\]{}#"'`]|:(?=[^\s:,[\]{}#"'`])| (?=[^\s:,[\]{}#"'`-])){0,900}:(?=[ \r\n]|$)/y;
const QUOTED_KEY = /(?:"[^"\\\n]{1,900}"|'[^'\n]{1,900}'):(?=[ \r\n]|$)/y;
const FLOW_KEY = /\w[\w.-]{0,900}:(?= )/y;

export interface Key {
  readonly key: string;
  /** Behind its colon. */
  readonly end: number;
}

export function keyAt(text: string, at: number): Key | undefined {
  return isQuote(text, at) ? found(QUOTED_KEY, text, at, 1) : found(KEY, text, at, 0);
}

/** Whether nothing has to be said of a key wherever it stands. */
export function isOrdinary(key: string): boolean {
  return key !== '__proto__' && key !== '$secret' && key !== '<<' && !hasReference(key);
}

export function flowKeyAt(text: string, at: number): Key | undefined {
  return isQuote(text, at) ? found(QUOTED_KEY, text, at, 1) : found(FLOW_KEY, text, at, 0);
}

function isQuote(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 34 || code === 39;
}

function found(sticky: RegExp, text: string, at: number, quote: 0 | 1): Key | undefined {
  if (!matches(sticky, text, at)) return undefined;
  const end = sticky.lastIndex;
  return { key: text.slice(at + quote, end - 1 - quote), end };
}

export interface Found<Value> {
  readonly value: Value;
  readonly end: number;
}

/** A text in quotes that ends on the same line; `at` is its first quote. */
export function quotedAt(text: string, at: number, lineEnd: number): Found<string> | undefined {
  return text.charCodeAt(at) === 34 ? doubleQuoted(text, at, lineEnd) : singleQuoted(text, at, lineEnd);
}

function doubleQuoted(text: string, at: number, lineEnd: number): Found<string> | undefined {
  let isEscaped = false;
  for (let end = at + 1; end < lineEnd; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 92) {
      isEscaped = true;
      end += 1;
    } else if (code === 34) {
      const value = isEscaped ? unescaped(text.slice(at, end + 1)) : text.slice(at + 1, end);
      return value === undefined ? undefined : { value, end: end + 1 };
    }
  }
  return undefined;
}

/** The escapes of JSON mean the same in YAML; halves of a pair of surrogates are left to the parser. */
function unescaped(quoted: string): string | undefined {
  if (/\\u[dD][89a-fA-F]/.test(quoted)) return undefined;
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}

function singleQuoted(text: string, at: number, lineEnd: number): Found<string> | undefined {
  let from = at + 1;
  for (;;) {
    const end = text.indexOf("'", from);
    if (end < 0 || end >= lineEnd) return undefined;
    if (text.charCodeAt(end + 1) !== 39) return { value: text.slice(at + 1, end).replaceAll("''", "'"), end: end + 1 };
    from = end + 2;
  }
}

const PLAIN_START = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-[\w.])/y;
const FLOW_PLAIN = /[^,[\]{}\n\r]+/y;

/** The text of a plain value that takes the rest of its line, without a comment behind it. */
export function plainAt(text: string, at: number, lineEnd: number): string | undefined {
  if (!matches(PLAIN_START, text, at)) return undefined;
  const line = text.slice(at, lineEnd);
  const comment = line.indexOf(' #');
  return checkedPlain(comment < 0 ? line : line.slice(0, comment));
}

export function flowPlainAt(text: string, at: number): Found<string> | undefined {
  if (!matches(PLAIN_START, text, at)) return undefined;
  const line = matches(FLOW_PLAIN, text, at) ? text.slice(at, FLOW_PLAIN.lastIndex) : '';
  const value = line.includes('#') ? undefined : checkedPlain(line);
  return value === undefined ? undefined : { value, end: at + line.length };
}

function checkedPlain(line: string): string | undefined {
  let end = line.length;
  while (line.charCodeAt(end - 1) === 32) end -= 1;
  const plain = end === line.length ? line : line.slice(0, end);
  return plain.endsWith(':') || plain.includes(': ') ? undefined : plain;
}

const FIRST_OF_OTHERS = /^[-+.\d~nNtTfF]/;
const EMPTY = /^(?:~|[Nn]ull|NULL)$/;
const TRUE = /^(?:[Tt]rue|TRUE)$/;
const FALSE = /^(?:[Ff]alse|FALSE)$/;
const NUMBER =
  /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
/** Numbers that are spelled in one way only. */
const COMMON_NUMBER = /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,5})\.\d{1,8})$/;

/** Whether a plain value is a text for sure, by how it begins. */
export function isPlainText(plain: string): boolean {
  return !FIRST_OF_OTHERS.test(plain);
}

/** What a plain value is in the core schema of YAML 1.2. `isText` tells whether the place takes texts as they are written. */
export function plainValue(plain: string, isText: () => boolean): Json | undefined {
  if (EMPTY.test(plain)) return null;
  const isTrue = TRUE.test(plain);
  if (!isTrue && !FALSE.test(plain) && !NUMBER.test(plain)) return plain;
  if (isText()) return plain;
  if (!NUMBER.test(plain)) return isTrue;
  return COMMON_NUMBER.test(plain) ? Number(plain) : undefined;
}

/** Whether behind a value the line holds nothing, or a comment. */
export function isRest(text: string, end: number, lineEnd: number): boolean {
  const at = skipSpaces(text, end);
  return at >= lineEnd || (at > end && text.charCodeAt(at) === 35);
}
