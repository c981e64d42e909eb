/** What lines begin with. */

const SPACE = 32;
const HASH = 35;
const DASH = 45;

export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return at;
}

/** Whether from here on, behind the indentation, a line holds at most a comment. */
export function isBlank(text: string, first: number): boolean {
  const code = text.charCodeAt(first);
  return code === 10 || code === HASH || first >= text.length || (code === 13 && text.charCodeAt(first + 1) === 10);
}

/** Whether an entry of a list begins here. */
export function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== DASH) return false;
  const code = text.charCodeAt(at + 1);
  return code === SPACE || code === 10 || code === 13 || at + 1 >= text.length;
}

/** Whether a sticky expression matches at an offset; then its `lastIndex` is the end. */
export function matches(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}
