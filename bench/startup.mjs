// How long the commands that touch no network take, against the floor: an empty Node process. Runs alternate, medians count.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chat, EMPTY } from './contestants.mjs';
import { median } from './statistics.mjs';
import { startupTable } from './table.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));

const commands = {
  [EMPTY]: ['-e', '0'],
  'chat --version': [chat, '--version'],
  'chat validate': [chat, 'validate'],
};

function once(args) {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: repository, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

/** Median milliseconds of each command. */
export function measureStartup(runs) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let run = -1; run < runs; run += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const milliseconds = once(args);
      if (run >= 0) times[name].push(milliseconds);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(startupTable(measureStartup(Number(process.argv[2] ?? 15))));
}
