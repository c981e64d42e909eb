/**
 * The only ways for text into Markdown. GitHub reads more than Markdown in it: mentions, issues, commits, emoji, formulas, bare links. None of
 * that is read inside code, so whatever is not a plain word becomes code.
 */
import { visible } from '../text.ts';

/** Letters, joined by hyphens or apostrophes, in quotes or brackets, with the marks of a sentence; or a number. */
const PLAIN =
  /^["'“‘(]*(?:\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*|\d{1,6}(?:,\d{3})*|[%·—–→…])["'”’)]*[.,;:?!…]*["'”’)]*$/u;
/** Could be a commit. */
const HEXADECIMAL = /^\W*[a-f]{7,}\W*$/i;
/** Would start a list if it came first. */
const ORDINAL = /^(\d+)(?=[.)])/;

/** A code span that shows exactly this text. */
export function code(text: string): string {
  const shown = visible(text);
  if (shown === '') return '`""`';
  const tick = '`'.repeat(longestRun(shown) + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${tick}${pad}${shown}${pad}${tick}`;
}

/** Sentences: their plain words as they are, everything else as code. Line breaks become spaces. */
export function prose(text: string): string {
  const pieces = text.split(/`([^`\n]+)`/).flatMap((part, index) => (index % 2 === 1 ? [code(part)] : words(part)));
  let out = '';
  for (const piece of pieces) {
    // Two spans that touch would be read as another one.
    if (out.endsWith('`') && piece.startsWith('`')) out += ' ';
    out += piece;
  }
  return out;
}

function words(text: string): readonly string[] {
  return text.split(/(\s+)/).map((part) => (/^\s+$/.test(part) ? ' ' : word(part)));
}

function word(text: string): string {
  if (PLAIN.test(text) && !HEXADECIMAL.test(text)) return text.replace(ORDINAL, '$1\\');
  // Marks around a name are not part of it.
  const [, start = '', name = '', end = ''] = /^(["'(]*)(.*?)(["')]*[.,;:?!]*)$/s.exec(text) ?? [];
  return name === '' ? start + end : start + code(name) + end;
}

/** A block that shows these rows and nothing else. */
export function fence(language: 'diff' | 'text', rows: readonly string[]): string {
  const shown = rows.map((row) => visible(row));
  const ticks = '`'.repeat(Math.max(3, ...shown.map((row) => longestRun(row) + 1)));
  return [`${ticks}${language}`, ...shown, ticks].join('\n');
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
