/** Values in a short readable form: strings quoted only where they could be taken for something else, secrets never shown. */
import { fieldPath } from '../core/address.ts';
import { secretPointer } from '../core/call.ts';
import { isArray, type Json, type Pointer } from '../core/json.ts';
import { columns, shorten, visible } from './text.ts';

export const SENSITIVE = '(sensitive)';

/** Looks like another JSON value, or like our own notation, or would lose white space at its ends. */
const AMBIGUOUS = /^$|^\s|\s$|^["'[{(]|^(?:true|false|null)$|^[-+]?\d[\d_.]*(?:[eE][-+]?\d+)?$| → |\\/;
const STRUCTURAL = /[,:[\]{}"]/;

/** `custom.color` for `/custom/color`: spelled as in an address. */
export function labelOf(at: Pointer): string {
  return visible(fieldPath(at).replace(/^\./, ''));
}

export function formatValue(value: Json | undefined): string {
  return format(value, false);
}

function format(value: Json | undefined, inside: boolean): string {
  if (value === undefined) return 'unset';
  if (typeof value === 'string') return formatString(value, inside);
  if (value === null || typeof value !== 'object') return String(value);
  if (secretPointer(value) !== undefined) return SENSITIVE;
  if (isArray(value)) return `[${value.map((item) => format(item, true)).join(', ')}]`;
  // The API tells members in any order; a plan shows them in one.
  const sorted = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const members = sorted.map(([key, member]) => `${formatString(key, true)}: ${format(member, true)}`);
  return `{${members.join(', ')}}`;
}

function formatString(text: string, inside: boolean): string {
  const shown = visible(text);
  const plain = shown === text && !AMBIGUOUS.test(text) && !(inside && STRUCTURAL.test(text));
  return plain ? text : visible(JSON.stringify(text));
}

/**
 * Both sides of a change within a width. Sides that are too long are cut where they agree, so that what differs is seen:
 * `…first week… → …second week…`.
 */
export function formatTransition(before: Json | undefined, after: Json | undefined, width: number): string {
  const left = formatValue(before);
  const right = formatValue(after);
  if (columns(left) + columns(right) + 3 <= width) return `${left} → ${right}`;
  const half = Math.max(12, Math.floor((width - 3) / 2));
  const context = Math.floor(half / 3);
  const start = Math.max(0, commonStart(left, right) - context);
  const [a, b] = start > 3 ? [`…${left.slice(start)}`, `…${right.slice(start)}`] : [left, right];
  return `${shorten(a, half)} → ${shorten(b, half)}`;
}

function commonStart(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  const last = a.charCodeAt(index - 1);
  return last >= 0xd800 && last <= 0xdbff ? index - 1 : index;
}
