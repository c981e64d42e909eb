/** Everything that a test run, or a program that it starts, leaves in the system's folder for temporary files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the systems name the folder with. */
const VARIABLES = ['TMPDIR', 'TEMP', 'TMP'];

/** `tmpdir()` is a new folder from here to the end of the run, in all workers. Then it goes, with what tests forgot in it. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'chat-tests-'));
  for (const name of VARIABLES) process.env[name] = folder;
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  // A run that is broken off does not reach its end.
  process.once('exit', remove);
  return remove;
}
