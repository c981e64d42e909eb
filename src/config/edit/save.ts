/** Writes all files that a command changes, or none. */
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RosterDraft } from './roster-draft.ts';

/** One file as it is and as it will be; undefined: there is none yet. */
export interface FileChange {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** All files beside their old ones first; then each takes its place. */
export function saveFiles(files: readonly FileChange[], rosters: readonly RosterDraft[] = []): void {
  const pairs = rosters.map((each) => ({ from: each.temporary, to: each.file }));
  try {
    for (const { file, after } of files) {
      // A link stays a link, and a file keeps who may read it.
      const to = existsSync(file) ? realpathSync(file) : file;
      const mode = statSync(to, { throwIfNoEntry: false })?.mode;
      const temporary = `${to}.chat-pull`;
      mkdirSync(dirname(to), { recursive: true });
      pairs.push({ from: temporary, to });
      writeFileSync(temporary, after, mode === undefined ? {} : { mode });
    }
    for (const { from, to } of pairs) renameSync(from, to);
  } catch (error) {
    for (const { from } of pairs) rmSync(from, { force: true });
    throw error;
  }
}
