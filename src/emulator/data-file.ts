/** The file of the whole state: one JSON text. It is written piece by piece, so that requests are answered in between. What
 * they change meanwhile may be in the file or not; the journal, which began before the first piece, has it in any case. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { isObject, type Json } from '../core/json.ts';
import type { Store } from './store/store.ts';

const FORMAT = 1;
const PIECE_CHARACTERS = 64_000;
/** For its owner only. */
const mode = 0o600;

/** False when there is no such file. */
export function loadDataFile(file: string, store: Store): boolean {
  if (!existsSync(file)) return false;
  const state = JSON.parse(readFileSync(file, 'utf8')) as Json;
  if (!isObject(state) || state['format'] !== FORMAT || !isObject(state['tables'])) {
    throw new Error(`${file} is not a data file of this emulator`);
  }
  for (const [table, rows] of Object.entries(state['tables'])) {
    if (isObject(rows)) for (const key of Object.keys(rows)) store.load(table, key, rows[key]);
  }
  return true;
}

export function writeDataFileAtOnce(file: string, store: Store): void {
  writeFileSync(`${file}.tmp`, [...piecesOf(store)].join(''), { mode });
  renameSync(`${file}.tmp`, file);
}

export async function writeDataFile(file: string, store: Store): Promise<void> {
  await writeFile(`${file}.tmp`, piecesOf(store), { mode });
  await rename(`${file}.tmp`, file);
}

function* piecesOf(store: Store): Iterable<string> {
  let piece = `{"format":${FORMAT},"tables":{`;
  let betweenTables = '';
  for (const [name, rows] of store.tables()) {
    piece += `${betweenTables}${JSON.stringify(name)}:{`;
    betweenTables = ',';
    let betweenRows = '';
    for (const [key, row] of rows) {
      piece += `${betweenRows}${JSON.stringify(key)}:${JSON.stringify(row)}`;
      betweenRows = ',';
      if (piece.length < PIECE_CHARACTERS) continue;
      yield piece;
      piece = '';
    }
    piece += '}';
  }
  yield `${piece}}}`;
}
