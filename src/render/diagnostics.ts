/** Diagnostics for people: `file:line:column: error: summary [code]`, the line with a caret below it, the detail, wrapped. */
import type { Diagnostic, Source } from '../core/diagnostic.ts';
import { type Paint, painter, type Style } from './paint.ts';
import { columns, counted, shorten, visible, wrap } from './text.ts';
import { labelOf } from './value.ts';

export interface DiagnosticOptions {
  readonly color: boolean;
  readonly width: number;
  /** How a file is named to the reader. */
  readonly relative: (file: string) => string;
}

const SEVERITIES: Readonly<Record<Diagnostic['severity'], { readonly rank: number; readonly style: Style }>> = {
  error: { rank: 0, style: 'red' },
  warning: { rank: 1, style: 'yellow' },
  note: { rank: 2, style: 'cyan' },
};

/** Errors first, each sort in the order of the files; ends with how many there are. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: DiagnosticOptions): string {
  if (diagnostics.length === 0) return '';
  const paint = painter(options.color);
  const tally = tallyOf(diagnostics);
  const end = diagnostics.length > 1 ? `\n${paint('bold', tally)}\n` : '';
  return `${renderNotes(diagnostics, options)}${end}`;
}

/** The same without the tally. */
export function renderNotes(diagnostics: readonly Diagnostic[], options: DiagnosticOptions): string {
  const paint = painter(options.color);
  return `${sorted(named(diagnostics, options.relative))
    .map((each) => renderOne(each, paint, options))
    .join('\n')}\n`;
}

/** `2 errors, 1 warning`. */
export function tallyOf(diagnostics: readonly Diagnostic[]): string {
  const number = (severity: Diagnostic['severity']) => diagnostics.filter((each) => each.severity === severity).length;
  return (['error', 'warning', 'note'] as const)
    .filter((severity) => number(severity) > 0)
    .map((severity) => counted(number(severity), severity))
    .join(', ');
}

export function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) => SEVERITIES[a.severity].rank - SEVERITIES[b.severity].rank || comparePlaces(a.source, b.source),
  );
}

/** With files named as the reader is told them, which is also how they are sorted. */
export function named(diagnostics: readonly Diagnostic[], relative: (file: string) => string): readonly Diagnostic[] {
  return diagnostics.map((each) =>
    each.source === undefined ? each : { ...each, source: { ...each.source, file: relative(each.source.file) } },
  );
}

function comparePlaces(a: Source | undefined, b: Source | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function renderOne(each: Diagnostic, paint: Paint, options: DiagnosticOptions): string {
  const { source } = each;
  const place = source === undefined ? '' : `${visible(source.file)}:${source.line}:${source.column}: `;
  const subject = each.subject === undefined ? '' : ` (${subjectOf(each.subject)})`;
  const head = `${place}${paint(SEVERITIES[each.severity].style, each.severity)}: ${paint('bold', visible(each.summary))}`;
  const lines = [`${head}${subject} ${paint('dim', `[${each.code}]`)}`];
  if (source?.excerpt !== undefined) lines.push(...excerpt(source, source.excerpt, paint, options.width));
  if (each.detail !== undefined) {
    const detail = visible(each.detail, { newlines: 'keep' }).trimEnd();
    lines.push(...wrap(detail, options.width - 2).map((line) => (line === '' ? '' : `  ${line}`)));
  }
  return lines.join('\n');
}

/** Pointers are spelled as addresses are. */
function subjectOf(subject: string): string {
  return subject.startsWith('/') ? labelOf(subject) : visible(subject);
}

/** The line of the file, and a caret under the column, if the cut line still reaches it. */
function excerpt(source: Source, text: string, paint: Paint, width: number): readonly string[] {
  const gutter = `  ${source.line} | `;
  const line = visible(text.replaceAll('\t', ' ').trimEnd());
  if (line.trim() === '') return [];
  const shown = shorten(line, width - gutter.length);
  const rows = [`${paint('dim', gutter)}${shown}`];
  const ahead = columns(visible(text.replaceAll('\t', ' ').slice(0, source.column - 1)));
  if (source.column <= text.length + 1 && gutter.length + ahead < width) {
    rows.push(`${' '.repeat(gutter.length + ahead)}${paint('red', '^')}`);
  }
  return rows;
}
