#!/usr/bin/env node
/** The process: the only place that knows its arguments, streams, signals and exit code. */
import { version } from './version.ts';
import type { Output, World } from './world.ts';

const argv = process.argv.slice(2);

if (argv[0] === '--version' || argv[0] === '-V') {
  process.stdout.write(`${version()}\n`);
} else {
  const { run } = await import('./run.ts');
  process.exitCode = await run(createWorld());
}

function createWorld(): World {
  return {
    argv,
    env: process.env,
    cwd: process.cwd(),
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    canAsk: process.stdin.isTTY === true && process.stderr.isTTY === true,
    async ask(question) {
      const { ask } = await import('./ask.ts');
      return ask(question, process.stdin, process.stderr);
    },
    now: () => Date.now(),
    onInterrupt(handler) {
      process.on('SIGINT', handler);
      process.on('SIGTERM', handler);
      return () => {
        process.off('SIGINT', handler);
        process.off('SIGTERM', handler);
      };
    },
    leave: (code) => process.exit(code),
    modules: {
      reconcile: () => import('../reconcile.ts'),
      config: () => import('../config/index.ts'),
      kinds: () => import('../kinds/index.ts'),
      api: () => import('../api/index.ts'),
      emulator: () => import('../emulator/index.ts'),
    },
  };
}

/** A reader that went away (`chat plan | head`) is no error, and must not end an apply half way. */
function outputOf(stream: NodeJS.WriteStream): Output {
  let open = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    open = false;
  });
  return {
    write(text) {
      if (open) stream.write(text);
    },
    isTTY: stream.isTTY === true,
    get columns() {
      // A terminal of unknown size says 0.
      return stream.isTTY && stream.columns > 0 ? stream.columns : undefined;
    },
  };
}
