/** Runs command lines in this process with the real modules, in a folder of their own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import type { World } from '../../src/cli/world.ts';

export interface Output {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Workspace {
  readonly path: string;
  /** Writes files, by path below the folder. */
  write(files: Readonly<Record<string, string>>): void;
  chat(
    words: string,
    options?: { readonly env?: Readonly<Record<string, string>>; readonly in?: string },
  ): Promise<Output>;
  remove(): void;
}

export function aWorkspace(files: Readonly<Record<string, string>> = {}): Workspace {
  const path = mkdtempSync(join(tmpdir(), 'chat-config-'));
  const write = (more: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
  };
  write(files);
  return {
    path,
    write,
    async chat(words, { env = {}, in: below = '' } = {}) {
      const out = { stdout: '', stderr: '' };
      const output = (name: 'stdout' | 'stderr') => ({
        write(text: string) {
          out[name] += text;
        },
        isTTY: false,
        columns: 100,
      });
      const world: World = {
        argv: words.split(' ').filter((word) => word !== ''),
        env,
        cwd: join(path, below),
        stdout: output('stdout'),
        stderr: output('stderr'),
        canAsk: false,
        ask: async () => 'cancelled',
        now: () => Date.now(),
        onInterrupt: () => () => {},
        leave: () => {},
        modules: {
          reconcile: () => import('../../src/reconcile.ts'),
          config: () => import('../../src/config/index.ts'),
          kinds: () => import('../../src/kinds/index.ts'),
          api: () => import('../../src/api/index.ts'),
          emulator: () => import('../../src/emulator/index.ts'),
        },
      };
      const code = await run(world);
      return { code, ...out };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
