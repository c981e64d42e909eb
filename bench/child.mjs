// Runs a program as a process of its own, and tells what it took.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const preload = new URL('measured.mjs', import.meta.url).href;
const TIMEOUT = 20 * 60_000;
const KEPT_STDERR = 4000;
const children = new Set();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** The program's wall and CPU time in milliseconds, its peak memory in bytes. Rejects when it fails. */
export async function measure(args, { env, folder }) {
  const file = join(folder, `measured-${process.hrtime.bigint()}.json`);
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    cwd: folder,
    env: { ...process.env, ...env, BENCH_MEASURED: file },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: TIMEOUT,
  });
  children.add(child);
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr = (stderr + chunk).slice(-KEPT_STDERR);
  });
  const wall = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      const milliseconds = performance.now() - started;
      if (code === 0) resolve(milliseconds);
      else reject(new Error(`${args.join(' ')} ended with ${code ?? signal}\n${stderr}`));
    });
  }).finally(() => children.delete(child));
  const used = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return { wall, ...used };
}

/** A server process with so many megabytes of heap, which talks over its channel: resolves with its first message. */
export async function serve(script, options, heap) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, path, JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.add(child);
  const ended = new Promise((resolve) => child.once('exit', resolve)).finally(() => children.delete(child));
  const next = () =>
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      void ended.then((code) => reject(new Error(`${script} ended with ${code}`)));
    });
  const first = await next();
  return {
    ...first,
    ask(message) {
      const answer = next();
      child.send(message);
      return answer;
    },
    async stop() {
      child.send('stop');
      await ended;
    },
  };
}
