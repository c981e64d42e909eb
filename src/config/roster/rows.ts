/** The rows of one roster file: each line as the object that it stands for, or the reason why it is none. */
import { isObject, type JsonObject } from '../../core/json.ts';
import type { Kind } from '../../core/kind.ts';
import { nearest } from '../../core/nearest.ts';
import type { Files } from '../files.ts';
import { isKeptExactly } from '../interpolate.ts';
import type { Schemas } from '../schema.ts';
import { type Column, cellsOf, columnsOf, rowOf } from './csv.ts';
import { type Line, readLines } from './lines.ts';

export type Format = 'ndjson' | 'csv';

export interface Row {
  readonly line: Line;
  readonly object?: JsonObject;
  /** Why the line is no row. */
  readonly problem?: string;
  /** The problem is the header's, so that no row can be read. */
  readonly isHeader?: true;
}

/** Makes rows of lines, in their order. */
type Read = (lines: readonly Line[]) => readonly Row[];
const BOM_BYTES = 3;
type TextLine = Line & { readonly text: string };

export function formatOf(file: string): Format | undefined {
  if (/\.(?:ndjson|jsonl)$/i.test(file)) return 'ndjson';
  return /\.csv$/i.test(file) ? 'csv' : undefined;
}

/** The key of a kind's own id inside a row. */
export function idNameOf(kind: Kind): string {
  return kind.name === 'channel' ? 'cid' : 'id';
}

/** Blocks of rows; `onText` gets the text of every line, for a digest. Empty lines are passed over. */
export async function* readRows(
  file: string,
  kind: Kind,
  schemas: Schemas,
  files: Files,
  onText: (text: string) => void,
): AsyncGenerator<readonly Row[]> {
  const isCsv = formatOf(file) === 'csv';
  const read = isCsv ? await csvReader(kind, schemas) : readObjects;
  for await (const lines of readLines(file, { quoted: isCsv, files })) {
    const [first] = lines;
    if (first?.line === 1) lines[0] = withoutBom(first);
    for (const line of lines) onText(line.text ?? '\uFFFD');
    const rows = read(lines);
    yield rows;
    if (rows.some((row) => row.isHeader)) return;
  }
}

function withoutBom(line: Line): Line {
  if (!line.text?.startsWith('\uFEFF')) return line;
  return { ...line, offset: line.offset + BOM_BYTES, length: line.length - BOM_BYTES, text: line.text.slice(1) };
}

function hasText(line: Line): line is TextLine {
  return line.text !== undefined && line.text.trim() !== '';
}

function unread(line: Line): Row {
  return { line, ...(line.problem === undefined ? {} : { problem: line.problem }) };
}

function readObjects(lines: readonly Line[]): readonly Row[] {
  const rows: Row[] = [];
  for (const line of lines) {
    const row = line.text === undefined ? unread(line) : readObject(line, line.text);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** Nothing of an empty line. */
function readObject(line: Line, text: string): Row | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value)) return { line, problem: 'It is no JSON object.' };
    const problem = /__proto__|\$secret|\\u|\d{16}|\d[eE]/.test(text) ? refusalOf(value) : undefined;
    return problem === undefined ? { line, object: value } : { line, problem };
  } catch {
    if (text.trim() === '') return undefined;
    return { line, problem: 'It is no JSON. Each line holds one whole object.' };
  }
}

/** What JSON can hold and a configuration cannot: keys that would be taken for something else, numbers that lose digits. */
function refusalOf(value: unknown): string | undefined {
  if (typeof value === 'number' && !isKeptExactly(value))
    return 'A number in it has more digits than can be kept. Write it as a text.';
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, each] of Object.entries(value)) {
    if (key === '__proto__' || key === '$secret') return `\`${key}\` cannot be used as a key.`;
    const found = refusalOf(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function csvReader(kind: Kind, schemas: Schemas): Promise<Read> {
  const { parse } = await import('csv-parse/sync');
  let columns: readonly Column[] | undefined;
  return (lines) => {
    const rows = [...textRows(lines.filter(hasText)), ...lines.filter((line) => line.text === undefined).map(unread)];
    return rows.sort((a, b) => a.line.line - b.line.line);
  };

  function textRows(lines: readonly TextLine[]): readonly Row[] {
    const [header] = lines;
    if (columns !== undefined || header === undefined) return rowsOf(lines, columns ?? []);
    const [cells = []] = cellsOf([header.text], parse);
    if ('problem' in cells) return [{ line: header, problem: cells.problem, isHeader: true }];
    columns = columnsOf(cells, idNameOf(kind), schemas.body(kind), schemas);
    const problem = headerProblem(columns, kind, schemas);
    return problem === undefined ? rowsOf(lines.slice(1), columns) : [{ line: header, problem, isHeader: true }];
  }

  function rowsOf(lines: readonly TextLine[], known: readonly Column[]): readonly Row[] {
    const records = cellsOf(
      lines.map((line) => line.text),
      parse,
    );
    return lines.map((line, index): Row => {
      const cells = records[index] ?? [];
      if ('problem' in cells) return { line, problem: cells.problem };
      if (cells.length <= known.length) return { line, object: rowOf(cells, known, schemas) };
      const problem = `It has ${cells.length} cells, the header has ${known.length}. Quote cells that hold commas.`;
      return { line, problem };
    });
  }
}

function headerProblem(columns: readonly Column[], kind: Kind, schemas: Schemas): string | undefined {
  const names = columns.map((column) => column.name);
  const idName = idNameOf(kind);
  if (!names.includes(idName)) return `The header names no column \`${idName}\`.`;
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `The header names \`${twice}\` twice.`;
  const unknown = columns.find(
    ({ name, views, path }) => name !== idName && (views.length === 0 || path.includes('__proto__')),
  );
  if (unknown === undefined) return undefined;
  const properties = schemas.body(kind).schema['properties'];
  const near = nearest(unknown.name, isObject(properties) ? Object.keys(properties) : []);
  const hint =
    near === undefined ? ' Columns are field paths such as `name` or `custom.plan`.' : ` Did you mean \`${near}\`?`;
  return `There is no field \`${unknown.name}\`.${hint}`;
}
