/** State that survives the process. Each write is appended to a journal before it is answered; from time to time the whole
 * state is written to the data file (a temporary file, then a rename) and the journal begins anew. Reading replays the
 * journal over the data file: entries are whole rows, so replaying one twice does no harm. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Json } from '../core/json.ts';
import { loadDataFile, writeDataFile, writeDataFileAtOnce } from './data-file.ts';
import type { Store } from './store/store.ts';

/** The data file is written when no write has come for this long, and at the latest after `AT_LATEST_MS`. */
const QUIET_MS = 500;
const AT_LATEST_MS = 10_000;

export interface Persistence {
  /** True when the file held a state. */
  readonly isLoaded: boolean;
  note(table: string, key: string, row: unknown): void;
  commit(): void;
  close(): Promise<void>;
}

export const NO_PERSISTENCE: Persistence = {
  isLoaded: false,
  note() {},
  commit() {},
  async close() {},
};

export function openPersistence(file: string, store: () => Store): Persistence {
  const journal = `${file}.journal`;
  const retired = `${file}.journal.old`;
  mkdirSync(dirname(file), { recursive: true });
  const isLoaded = loadState(file, [retired, journal], store());
  if (existsSync(retired) || existsSync(journal)) startAnew();
  let descriptor = openSync(journal, 'a', 0o600);
  let pending: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let firstUnsaved: number | undefined;
  let saving = Promise.resolve();

  function startAnew(): void {
    writeDataFileAtOnce(file, store());
    rmSync(retired, { force: true });
    rmSync(journal, { force: true });
  }

  async function save(): Promise<void> {
    if (firstUnsaved === undefined) return;
    firstUnsaved = undefined;
    // A retired journal that is still there belongs to a save that failed: it must not be lost before this one succeeds.
    if (!existsSync(retired)) {
      closeSync(descriptor);
      renameSync(journal, retired);
      descriptor = openSync(journal, 'a', 0o600);
    }
    await writeDataFile(file, store());
    rmSync(retired, { force: true });
  }

  function saveInOrder(): Promise<void> {
    const attempt = saving.then(save);
    // The journal holds what a failed save did not write; the next save tries again.
    saving = attempt.catch(() => {
      firstUnsaved ??= Date.now();
    });
    return attempt;
  }

  return {
    isLoaded,
    note(table, key, row) {
      pending.push(`${JSON.stringify([table, key, row ?? null])}\n`);
    },
    commit() {
      if (pending.length === 0) return;
      writeSync(descriptor, pending.join(''));
      pending = [];
      firstUnsaved ??= Date.now();
      clearTimeout(timer);
      const wait = Math.max(0, Math.min(QUIET_MS, firstUnsaved + AT_LATEST_MS - Date.now()));
      timer = setTimeout(() => void saveInOrder().catch(() => {}), wait);
      timer.unref();
    },
    async close() {
      clearTimeout(timer);
      await saveInOrder();
      closeSync(descriptor);
      if (existsSync(file)) rmSync(journal, { force: true });
    },
  };
}

function loadState(file: string, journals: readonly string[], store: Store): boolean {
  let isLoaded = loadDataFile(file, store);
  for (const journal of journals) {
    if (!existsSync(journal)) continue;
    for (const line of readFileSync(journal, 'utf8').split('\n')) {
      const entry = parseEntry(line);
      if (entry === undefined) continue;
      store.load(...entry);
      isLoaded = true;
    }
  }
  return isLoaded;
}

/** A process that was killed may leave half a line at the end; that write was never answered. */
function parseEntry(line: string): [table: string, key: string, row: Json] | undefined {
  try {
    return JSON.parse(line) as [string, string, Json];
  } catch {
    return undefined;
  }
}
