/** Saved plans as files: written whole or not at all, readable by their owner alone. */
import { lstat, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { DiagnosticError } from '../core/diagnostic.ts';
import { runNonce, sha256 } from '../reconcile/hash.ts';
import { parseSaved, type SavedPlan } from '../render/saved.ts';
import { failure } from './failure.ts';
import type { World } from './world.ts';

const OWNER_ONLY = 0o600;

/** Whether a plan can be saved there: asked before it is made, for that may take its time. Throws DiagnosticError. */
export async function assertSavable(world: World, name: string): Promise<void> {
  const file = resolve(world.cwd, name);
  const folder = await stat(dirname(file)).catch((cause: unknown) => {
    throw notWritten(name, reasonOf(cause));
  });
  if (!folder.isDirectory()) throw notWritten(name, 'its folder is a file');
  await assertFree(file, name);
}

/** The file is there with all of the text, or as it was. It must be savable. */
export async function savePlan(world: World, name: string, text: string): Promise<void> {
  const file = resolve(world.cwd, name);
  const beside = join(dirname(file), `.${basename(file)}.${runNonce()}.tmp`);
  try {
    const handle = await open(beside, 'wx', OWNER_ONLY);
    try {
      await handle.writeFile(text);
      // The mask of the process may take more away than it should.
      await handle.chmod(OWNER_ONLY);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => {});
    throw notWritten(name, reasonOf(cause));
  }
}

function notWritten(name: string, reason: string): DiagnosticError {
  return failure('plan-not-saved', 'The plan cannot be saved', `${name} cannot be written: ${reason}.`);
}

/** Throws DiagnosticError when there is no such file, or it holds no saved plan as it was saved. */
export async function loadPlan(world: World, name: string): Promise<SavedPlan> {
  return parseSaved(await textOf(resolve(world.cwd, name), name), sha256);
}

async function textOf(file: string, name: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT')
      throw failure(
        'plan-not-found',
        'There is no such plan',
        `There is no file ${name}. Save a plan with \`chat plan --out ${name}\`.`,
      );
    throw failure('plan-unreadable', 'The saved plan cannot be read', `${name} cannot be read: ${reasonOf(cause)}.`);
  }
}

async function assertFree(file: string, name: string): Promise<void> {
  // What else is wrong with the place shows when it is written to.
  const there = await lstat(file).catch(() => undefined);
  if (there === undefined) return;
  if (there.isFile() && (there.size === 0 || (await beginsAsPlan(file)))) return;
  throw failure(
    'plan-not-saved',
    'The plan cannot be saved',
    `${name} is there already and is no saved plan, so it is not overwritten. Name another file.`,
  );
}

async function beginsAsPlan(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return false;
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(64), position: 0 });
    return /^\{\s*"format_version": \d+,\s*"type": "plan"/.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await handle.close();
  }
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left',
};

function reasonOf(cause: unknown): string {
  const code = codeOf(cause);
  return code === undefined ? String(cause) : (REASONS[code] ?? code);
}
