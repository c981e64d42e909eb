/** The built program, as users run it. Built anew only when a source or a script is newer. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PROGRAM = join(ROOT, 'dist', 'cli', 'main.js');

export function ensureBuilt(): void {
  const built = statSync(PROGRAM, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built > Math.max(newest(join(ROOT, 'src')), newest(join(ROOT, 'scripts')))) return;
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed');
}

function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

/** A folder with a configuration, removed by `remove`. */
export function aFolder(configuration?: string): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'chat-test-'));
  if (configuration !== undefined) writeFileSync(join(path, 'chat.config.yaml'), configuration);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when stderr has shown the text. */
  shown(text: string): Promise<void>;
}

/** Lines about how far a slow command is: on a busy machine every command is slow. */
const PROGRESS = /^(?:Reading [a-z ]+: \d|\d[\d,]* of \d).*\n/gm;

/** Starts the program with an environment of its own: nothing of the caller's but the path. */
export function start(cwd: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const waiting = new Set<{ text: string; resolve: () => void }>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const each of waiting) if (stderr.includes(each.text)) each.resolve();
  });
  return {
    process: child,
    ended: new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout, stderr: stderr.replaceAll(PROGRESS, '') }));
    }),
    shown: (text) =>
      new Promise((resolve) => {
        if (stderr.includes(text)) resolve();
        else waiting.add({ text, resolve });
      }),
  };
}

export function chat(cwd: string, words: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended> {
  return start(cwd, words, env).ended;
}
