/**
 * How long commands take that reach no app, against the floor: an empty Node process. Runs alternate, medians count.
 *   node bench/startup.mjs [runs] [--json]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const words = process.argv.slice(2);
const isJson = words.includes('--json');
const RUNS = Number(words.find((word) => /^\d+$/.test(word)) ?? 15);
const repository = fileURLToPath(new URL('..', import.meta.url));
const chat = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** How often the floor a command may take; the others are measured only. */
const FLOOR = 'node -e 0';
const commands = {
  [FLOOR]: { args: ['-e', '0'] },
  'chat --version': { args: [chat, '--version'], most: 1.25 },
  'chat --help': { args: [chat, '--help'] },
  'chat validate': { args: [chat, 'validate'], most: 2.5 },
  'chat plan --emulator': { args: [chat, 'plan', '--emulator'] },
};

const folder = mkdtempSync(join(tmpdir(), 'chat-bench-'));
try {
  // The emulator keeps its state beside the configuration.
  writeFileSync(join(folder, 'chat.config.yaml'), readFileSync(join(repository, 'chat.config.yaml')));
  show(measure());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure() {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let run = -1; run < RUNS; run += 1) {
    for (const [name, { args }] of Object.entries(commands)) {
      const milliseconds = once(args);
      if (run >= 0) times[name].push(milliseconds);
    }
  }
  const floor = median(times[FLOOR]);
  return Object.entries(times).map(([command, list]) => ({
    command,
    median: median(list),
    fastest: Math.min(...list),
    ratio: median(list) / floor,
    most: commands[command].most,
  }));
}

function once(args) {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
}

function show(results) {
  if (isJson) {
    console.log(JSON.stringify({ node: process.version, runs: RUNS, results }, null, 2));
    return;
  }
  console.log(`medians of ${RUNS} runs, ${process.version}`);
  for (const { command, median: middle, fastest, ratio, most } of results) {
    const goal = most === undefined ? '' : `  (at most ${most})`;
    console.log(
      `${command.padEnd(20)} ${middle.toFixed(1).padStart(8)} ms  fastest ${fastest.toFixed(1).padStart(8)} ms  ${ratio.toFixed(2).padStart(6)} × ${FLOOR}${goal}`,
    );
  }
}
