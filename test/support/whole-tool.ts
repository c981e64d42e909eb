/** The whole tool in this process, in a folder: commands as a user types them, what they print, and how they end. */
import { run } from '../../src/cli/run.ts';
import type { Output, World } from '../../src/cli/world.ts';

export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function chatIn(cwd: string, ...argv: readonly string[]): Promise<Printed> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const world: World = {
    argv,
    env: {},
    cwd,
    stdout: outputTo(stdout),
    stderr: outputTo(stderr),
    canAsk: false,
    ask: async () => 'no',
    now: Date.now,
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
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

function outputTo(texts: string[]): Output {
  return {
    write(text) {
      texts.push(text);
    },
    isTTY: false,
    columns: undefined,
  };
}
