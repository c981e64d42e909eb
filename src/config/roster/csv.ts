/** Rows of a CSV roster: the header names field paths, and the schema says what their cells are. */
import type { parse } from 'csv-parse/sync';
import { isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';
import { isText, type Schemas, type View } from '../schema.ts';

export interface Column {
  readonly name: string;
  readonly path: readonly string[];
  /** The schemas of its cells; empty when the header names no known field. */
  readonly views: readonly View[];
}

/** A cell that means null. An empty one means that the field is absent. */
const NULL = '\\N';

const OPTIONS = { relaxColumnCount: true, recordDelimiter: '\n' };

export type Cells = readonly string[] | { readonly problem: string };

/** The cells of each record. All are parsed at once; only where that fails, one by one, to find the bad ones. */
export function cellsOf(texts: readonly string[], parseCsv: typeof parse): readonly Cells[] {
  try {
    const records = parseCsv(texts.join('\n'), OPTIONS) as string[][];
    if (records.length === texts.length) return records;
  } catch {
    // Some record is bad.
  }
  return texts.map((text) => recordOf(text, parseCsv));
}

function recordOf(text: string, parseCsv: typeof parse): Cells {
  try {
    const [cells] = parseCsv(text, OPTIONS) as string[][];
    return cells ?? [];
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return {
      problem: /quote/i.test(message) ? 'Its quotes do not close, or stand inside a plain cell.' : 'It is no CSV.',
    };
  }
}

/** The columns of a header: the id's own, and field paths such as `custom.plan`. */
export function columnsOf(cells: readonly string[], idName: string, body: View, schemas: Schemas): readonly Column[] {
  return cells.map((cell) => {
    const name = cell.trim();
    const path = name.split('.');
    if (name === idName) return { name, path, views: [] };
    let views = schemas.expand([body], 'written');
    for (const token of path) views = schemas.member(views, token, 'written');
    return { name, path, views };
  });
}

/** The object that a record stands for, as it would be written in YAML. */
export function rowOf(cells: readonly string[], columns: readonly Column[], schemas: Schemas): JsonObject {
  const row: Record<string, Json> = {};
  for (const [index, { path, views }] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (cell !== '') put(row, path, path[0] === 'custom' && cell !== NULL ? cell : cellValue(cell, views, schemas));
  }
  return row;
}

function put(row: Record<string, Json>, [name = '', ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) {
    row[name] = value;
    return;
  }
  const child = row[name];
  const map: Record<string, Json> = isObject(child) ? { ...child } : {};
  put(map, rest, value);
  row[name] = map;
}

function cellValue(cell: string, views: readonly View[], schemas: Schemas): Json {
  if (cell === NULL) return null;
  const types = new Set(
    views.flatMap(({ schema }): readonly (Json | undefined)[] =>
      isArray(schema['type']) ? schema['type'] : [schema['type']],
    ),
  );
  if (types.has('array')) {
    const entries = schemas.entry(views, 'written');
    return cell.split('|').map((each) => cellValue(each, entries, schemas));
  }
  if (isText(views) || types.has('string')) return cell;
  if (types.has('boolean') && (cell === 'true' || cell === 'false')) return cell === 'true';
  const isNumber = (types.has('integer') || types.has('number')) && /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(cell);
  return isNumber ? Number(cell) : cell;
}
