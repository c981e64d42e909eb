/** Collects diagnostics while the configuration is loaded, and keeps the values of secrets out of them. */
import { dirname, relative } from 'node:path';
import type { Diagnostic, Source } from '../core/diagnostic.ts';
import type { Pointer } from '../core/json.ts';
import { piecesOf, scrubbed } from '../core/scrub.ts';
import { CODES, type Code } from './codes.ts';

export interface Problem {
  readonly code: Code;
  readonly severity?: Diagnostic['severity'];
  /** What is wrong, why, and how to fix it, in full sentences. */
  readonly detail: string;
  /** An address, or a pointer into the configuration. */
  readonly subject?: string | undefined;
  readonly source?: Source | undefined;
}

export class Report {
  readonly #found: Diagnostic[] = [];
  readonly #secrets = new Set<string>();
  readonly #subjectOf: (at: Pointer) => string;
  #sorted: readonly Diagnostic[] | undefined;

  /** `subjectOf` names what a pointer is about: the address of a resource, or the pointer itself. */
  constructor(subjectOf: (at: Pointer) => string) {
    this.#subjectOf = subjectOf;
  }

  add(problem: Problem): void {
    const { code, severity = 'error', detail, subject, source } = problem;
    this.#found.push({
      severity,
      code,
      summary: CODES[code],
      detail,
      ...(subject === undefined ? {} : { subject: subject.startsWith('/') ? this.#subjectOf(subject) : subject }),
      ...(source === undefined ? {} : { source }),
    });
    this.#sorted = undefined;
  }

  /** From now on, and for what was found before, no diagnostic shows this value. */
  hide(secret: string): void {
    for (const piece of piecesOf(secret)) this.#secrets.add(piece);
    this.#sorted = undefined;
  }

  get hasErrors(): boolean {
    return this.#found.some((each) => each.severity === 'error');
  }

  /** What was found, by file, line and column, each once. */
  list(): readonly Diagnostic[] {
    this.#sorted ??= this.#found
      .map((each) => this.#scrubbed(each))
      .sort(byPlace)
      .filter((each, index, all) => index === 0 || byPlace(all[index - 1] ?? each, each) !== 0);
    return this.#sorted;
  }

  #scrubbed(each: Diagnostic): Diagnostic {
    if (this.#secrets.size === 0) return each;
    const clean = (text: string): string => scrubbed(text, this.#secrets);
    const { detail, source, subject } = each;
    return {
      ...each,
      ...(detail === undefined ? {} : { detail: clean(detail) }),
      ...(subject === undefined ? {} : { subject: clean(subject) }),
      ...(source?.excerpt === undefined ? {} : { source: { ...source, excerpt: clean(source.excerpt) } }),
    };
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.source?.file ?? '', b.source?.file ?? '') ||
    (a.source?.line ?? 0) - (b.source?.line ?? 0) ||
    (a.source?.column ?? 0) - (b.source?.column ?? 0) ||
    compare(a.code, b.code) ||
    compare(a.subject ?? '', b.subject ?? '') ||
    compare(a.detail ?? '', b.detail ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value in a message: JSON, cut to a readable length. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A second place inside a detail, as seen from the first: `line 12`, or `more/users.yaml:12:3`. */
export function placeText(place: Source | undefined, from: string | undefined): string {
  if (place === undefined) return 'another place';
  if (place.file === from) return `line ${place.line}`;
  const file = from === undefined ? place.file : relative(dirname(from), place.file);
  return `${file}:${place.line}:${place.column}`;
}
