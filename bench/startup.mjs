// How long the commands that touch no network take, against the floor: an empty Node process. Runs alternate, medians count.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const RUNS = Number(process.argv[2] ?? 15);
const repository = fileURLToPath(new URL('..', import.meta.url));
const chat = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

const commands = {
  'node -e 0': ['-e', '0'],
  'chat --version': [chat, '--version'],
  'chat validate': [chat, 'validate'],
};

function once(args) {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: repository, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let run = -1; run < RUNS; run += 1) {
  for (const [name, args] of Object.entries(commands)) {
    const milliseconds = once(args);
    if (run >= 0) times[name].push(milliseconds);
  }
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const floor = median(times['node -e 0']);
console.log(`medians of ${RUNS} runs, ${process.version}`);
for (const [name, list] of Object.entries(times)) {
  const middle = median(list);
  console.log(
    `${name.padEnd(16)} ${middle.toFixed(1).padStart(8)} ms  ${(middle / floor).toFixed(2).padStart(6)} × node -e 0`,
  );
}
