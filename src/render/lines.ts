/** Field changes as lines: one per leaf, sets as what comes and goes, long text as a line diff. Secrets are taken out here. */
import { structuredPatch } from 'diff';
import { secretPointer } from '../core/call.ts';
import {
  canonicalJson,
  equalJson,
  isArray,
  isObject,
  type Json,
  ownMember,
  type Pointer,
  pointer,
  tokensOf,
} from '../core/json.ts';
import type { FieldChange } from '../core/plan.ts';
import { visible } from './text.ts';
import { formatValue, labelOf } from './value.ts';

export type Sign = '+' | '~' | '-';

interface Base {
  /** The field, or the part of it that the line is about. */
  readonly at: Pointer;
  /** `custom.color`; empty when the change is the resource itself. */
  readonly label: string;
  readonly sign: Sign;
  readonly origin?: FieldChange['origin'];
}

export type Line =
  | (Base & { readonly type: 'value'; readonly before?: Json; readonly after?: Json })
  | (Base & { readonly type: 'secret' })
  | (Base & { readonly type: 'set'; readonly added: readonly string[]; readonly removed: readonly string[] })
  | (Base & { readonly type: 'text'; readonly rows: readonly TextRow[]; readonly more: number });

export interface TextRow {
  readonly sign: ' ' | '+' | '-';
  readonly text: string;
}

/** Lines of one text diff that are shown; the rest is counted. */
const MAX_ROWS = 40;

export function linesOf(field: FieldChange): readonly Line[] {
  return linesAt(field.path, field);
}

function linesAt(at: Pointer, field: FieldChange): readonly Line[] {
  const { before, after } = field;
  const base = {
    at,
    label: labelOf(at),
    sign: signOf(before, after),
    ...(field.origin ? { origin: field.origin } : {}),
  };
  if (field.hidden || isSecret(before) || isSecret(after)) return [{ ...base, type: 'secret' }];
  // A null is a reset, not an empty set.
  if (field.set && after !== null) return [{ ...base, ...setLine(listOf(before), listOf(after)) }];
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names
      .filter((name) => !equalJson(ownMember(before, name), ownMember(after, name)))
      .flatMap((name) => linesAt(at + pointer(name), part(field, ownMember(before, name), ownMember(after, name))));
  }
  if (isLongText(before) || isLongText(after)) return [{ ...base, ...textLine(before, after) }];
  return [{ ...base, type: 'value', ...(isBareEntry(at, before, after) ? {} : sides(before, after)) }];
}

/** A named entry that comes or goes and has nothing but its name, such as a plain member. */
function isBareEntry(at: Pointer, before: Json | undefined, after: Json | undefined): boolean {
  const value = before ?? after;
  const isOneSided = before === undefined || after === undefined;
  return isOneSided && isObject(value) && Object.keys(value).length === 0 && tokensOf(at).length > 1;
}

function part(field: FieldChange, before: Json | undefined, after: Json | undefined): FieldChange {
  return { path: field.path, ...sides(before, after), ...(field.origin ? { origin: field.origin } : {}) };
}

function sides(before: Json | undefined, after: Json | undefined): { before?: Json; after?: Json } {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function signOf(before: Json | undefined, after: Json | undefined): Sign {
  if (after === undefined) return '-';
  return before === undefined ? '+' : '~';
}

function isSecret(value: Json | undefined): boolean {
  return secretPointer(value) !== undefined;
}

function listOf(value: Json | undefined): readonly Json[] {
  return isArray(value) ? value : [];
}

function setLine(before: readonly Json[], after: readonly Json[]) {
  const had = new Set(before.map(canonicalJson));
  const has = new Set(after.map(canonicalJson));
  return {
    type: 'set' as const,
    added: after.filter((item) => !had.has(canonicalJson(item))).map(formatValue),
    removed: before.filter((item) => !has.has(canonicalJson(item))).map(formatValue),
  };
}

function isLongText(value: Json | undefined): value is string {
  return typeof value === 'string' && value.includes('\n');
}

function textLine(before: Json | undefined, after: Json | undefined) {
  const rows = diffRows(asText(before), asText(after));
  return { type: 'text' as const, rows: rows.slice(0, MAX_ROWS), more: Math.max(0, rows.length - MAX_ROWS) };
}

function asText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : formatValue(value);
}

function diffRows(before: string, after: string): readonly TextRow[] {
  const patch = structuredPatch('', '', before, after, '', '', { context: 1 });
  return patch.hunks.flatMap((hunk, index) => [
    ...(index === 0 ? [] : [{ sign: ' ' as const, text: '…' }]),
    ...hunk.lines
      .filter((line) => !line.startsWith('\\'))
      .map((line) => ({
        sign: (line[0] === '+' || line[0] === '-' ? line[0] : ' ') as TextRow['sign'],
        text: visible(line.slice(1)),
      })),
  ]);
}
