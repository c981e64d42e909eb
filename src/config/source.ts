/** A text file of the configuration: its text, and places in it. */
import { dirname } from 'node:path';
import type { Source } from '../core/diagnostic.ts';
import type { Files } from './files.ts';
import type { Report } from './report.ts';

const EXCERPT = 160;
/** Ten times what a configuration by hand grows to; beyond it, YAML costs minutes and gigabytes. */
const LARGEST = 32 * 1024 * 1024;

/** A stretch of text, `start` inclusive, `end` exclusive. */
export type Range = readonly [start: number, end: number];

/** A text, and where it stands in a file. */
export interface TextSource {
  readonly file: string;
  readonly text: string;
  /** Excerpts show `***` in place of these stretches: literal secrets. */
  hide(ranges: readonly Range[]): void;
  place(offset: number): Source;
}

export class SourceFile implements TextSource {
  readonly file: string;
  readonly text: string;
  #starts: number[] | undefined;
  #hidden: readonly Range[] = [];

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  hide(ranges: readonly Range[]): void {
    this.#hidden = [...this.#hidden, ...ranges];
  }

  place(offset: number): Source {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = starts[low] ?? 0;
    const end = (starts[low + 1] ?? this.text.length + 1) - 1;
    const column = offset - start + 1;
    return { file: this.file, line: low + 1, column, excerpt: this.#excerpt(start, end, column) };
  }

  #lineStarts(): readonly number[] {
    if (this.#starts !== undefined) return this.#starts;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
    return starts;
  }

  #excerpt(start: number, end: number, column: number): string {
    // The stretch is cut out first and masked then, so that a line of a million characters costs nothing.
    const from =
      end - start <= EXCERPT ? start : Math.max(start, Math.min(start + column - EXCERPT / 2, end - EXCERPT));
    const to = Math.min(end, from + EXCERPT);
    let text = '';
    let at = from;
    for (const [hiddenStart, hiddenEnd] of this.#hidden.toSorted((a, b) => a[0] - b[0])) {
      if (hiddenEnd <= at || hiddenStart >= to) continue;
      text += `${this.text.slice(at, Math.max(at, hiddenStart))}***`;
      at = Math.min(hiddenEnd, to);
    }
    return cutExcerpt(text + this.text.slice(at, to), from > start, to < end);
  }
}

function cutExcerpt(text: string, before: boolean, after: boolean): string {
  const line = text.replace(/\r$/, '');
  const head = before ? `…${line.slice(1)}` : line;
  return after ? `${head.slice(0, EXCERPT - 1)}…` : head;
}

/** Cuts a line to an excerpt around a column. */
export function excerptOf(line: string, column: number): string {
  if (line.length <= EXCERPT) return line.replace(/\r$/, '');
  const from = Math.max(0, Math.min(column - EXCERPT / 2, line.length - EXCERPT));
  return cutExcerpt(line.slice(from, from + EXCERPT), from > 0, from + EXCERPT < line.length);
}

/** Reads a file of the configuration; what is wrong with it is reported there. */
export function readSource(file: string, files: Files, report: Report): SourceFile | undefined {
  const bytes = readBytes(file, files, report, { file, line: 1, column: 1 });
  if (bytes === undefined) return undefined;
  try {
    return new SourceFile(file, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const lenient = new SourceFile(file, new TextDecoder('utf-8').decode(bytes));
    const source = lenient.place(Math.max(0, lenient.text.indexOf('\uFFFD')));
    report.add({
      code: 'not-utf8',
      detail: 'The file is not UTF-8 text, so its letters would be guesses. Save it as UTF-8.',
      source,
    });
    return undefined;
  }
}

function readBytes(file: string, files: Files, report: Report, source: Source): Uint8Array | undefined {
  try {
    const bytes = files.size(file);
    if (bytes === undefined) {
      report.add({ code: 'unreadable-file', detail: 'The path is a directory. Name a file.', source });
      return undefined;
    }
    if (bytes > LARGEST) {
      const size = Math.round(bytes / 1024 / 1024);
      const detail = `The file has ${size} MiB; a YAML file may have 32. Move users and channels to a roster (\`from:\`).`;
      report.add({ code: 'file-too-large', detail, source });
      return undefined;
    }
    return files.read(file);
  } catch (cause) {
    const missing = errorCode(cause) === 'ENOENT';
    report.add({
      code: missing ? 'file-not-found' : 'unreadable-file',
      detail: missing ? 'There is no such file.' : `The file cannot be read: ${errorCode(cause) ?? String(cause)}.`,
      source,
    });
    return undefined;
  }
}

export function errorCode(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

/** The folder that paths inside a file are relative to. */
export function folderOf(file: string): string {
  return dirname(file);
}
