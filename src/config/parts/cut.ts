/**
 * Where a YAML text can be cut by its lines alone: at the keys of its root, and below a key with nothing behind it at the keys one
 * level deeper. A cut can be wrong only inside a text of several lines that lacks its indentation; such a part is no valid YAML.
 */

import { isBlank, isDash, matches, skipSpaces } from './lines.ts';
import { isOrdinary, keyAt } from './scalar.ts';

export interface Section {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** How far its entries are indented, and where their lines start. None: it cannot be cut. */
  readonly indent: number;
  readonly starts: readonly number[];
}

interface Open {
  readonly key: string;
  readonly start: number;
  /** Nothing stands behind the key. */
  readonly isBare: boolean;
  isList: boolean;
  indent: number;
  readonly starts: number[];
}

const TAB = 9;

const NOTHING = / *(?: #[^\n]*)?\r?(?:\n|$)/y;
const START = /--- *\r?(?:\n|$)/y;

/** The sections of a text, in order. Undefined: it is not built from keys of a root that are written plainly and once each. */
export function cut(text: string): readonly Section[] | undefined {
  const sections: Open[] = [];
  const keys = new Set<string>();
  let isStarted = false;
  let next = 0;
  for (let at = 0; at < text.length; at = next) {
    const newline = text.indexOf('\n', at);
    next = newline < 0 ? text.length : newline + 1;
    const first = skipSpaces(text, at);
    if (isBlank(text, first)) continue;
    const indent = first - at;
    const code = text.charCodeAt(first);
    const open = sections.at(-1);
    if (indent > 0 || isDash(text, first)) {
      if (open === undefined || !continues(open, indent, code, at, text)) return undefined;
    } else if (open === undefined && !isStarted && matches(START, text, at)) {
      isStarted = true;
    } else {
      const found = keyAt(text, at);
      if (found === undefined || !isOrdinary(found.key) || keys.has(found.key)) return undefined;
      const { key, end } = found;
      keys.add(key);
      const isBare = matches(NOTHING, text, end);
      sections.push({ key, start: at, isBare, isList: false, indent: 0, starts: [] });
    }
  }
  return sections.map(({ key, start, isList, indent, starts }, index) => {
    const end = sections[index + 1]?.start ?? text.length;
    return { key, start, end, indent, starts: isList ? [] : starts };
  });
}

/** Takes a line into its section; whether that can be done. */
function continues(open: Open, indent: number, code: number, at: number, text: string): boolean {
  if (code === TAB) return open.indent > 0 && indent > open.indent;
  if (!open.isBare || open.isList) return true;
  if (indent === 0 || (open.indent === 0 && isDash(text, at + indent))) open.isList = true;
  else if (open.indent === 0 || indent === open.indent) {
    open.indent = indent;
    open.starts.push(at);
  } else return indent > open.indent;
  return true;
}
