// The command line of the benchmark.
import { parseArgs } from 'node:util';
import { CONTESTANTS } from './contestants.mjs';
import { SIZES, WORKLOADS } from './workload.mjs';

export const PARTS = ['growth', 'startup', 'package'];
export const USAGE = `npm run bench -- [options]
  --only <words>      sizes (${Object.keys(SIZES)}), workloads (${WORKLOADS}), contestants
                      (${Object.keys(CONTESTANTS)}) or parts (${PARTS}), separated by commas
  --latency <list>    milliseconds until the emulator answers, or "limits" for 0 with the API's rate limits
                      (default: small 0; medium 0,50,limits; large 0,50)
  --runs <number>     runs of each contestant, of which the median counts (default: 5)
  --full              slow contestants run as often as the others
  --million           one run with a million users, and nothing else
  --json <file>       write all figures there`;
const LATENCIES = { small: ['0'], medium: ['0', '50', 'limits'], large: ['0', '50'] };

export function readOptions(args) {
  try {
    return checked(args);
  } catch (error) {
    throw Object.assign(new Error(`${error.message}\n\n${USAGE}`), { isUsage: true });
  }
}

function checked(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: '' },
      latency: { type: 'string' },
      runs: { type: 'string', default: '5' },
      full: { type: 'boolean', default: false },
      million: { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { isHelp: true };
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs takes a whole number from 1, not ${values.runs}`);
  return { ...values, runs, ...selection(values.only, values.latency) };
}

function selection(only, latency) {
  const words = only.split(',').filter((word) => word !== '');
  const groups = [Object.keys(SIZES), WORKLOADS, Object.keys(CONTESTANTS), PARTS];
  const unknown = words.find((word) => !groups.flat().includes(word));
  if (unknown !== undefined) throw new Error(`--only does not know ${unknown}`);
  const [sizes, workloads, contestants, parts] = groups.map((group) => group.filter((each) => words.includes(each)));
  const isCells = sizes.length + workloads.length + contestants.length > 0;
  const orAll = (chosen, all) => (chosen.length > 0 ? chosen : all);
  const isParts = parts.length > 0;
  return {
    contestants: orAll(contestants, groups[2]),
    parts: isCells || isParts ? parts : PARTS,
    cells: isParts && !isCells ? [] : cells(orAll(sizes, groups[0]), orAll(workloads, groups[1]), latency),
  };
}

function cells(sizes, workloads, latency) {
  return sizes.flatMap((size) =>
    (latency?.split(',') ?? LATENCIES[size]).flatMap((setting) =>
      workloads.map((workload) => ({ size, workload, ...settingOf(setting) })),
    ),
  );
}

function settingOf(text) {
  if (text === 'limits') return { latency: 0, rateLimits: 'default' };
  if (!/^\d+$/.test(text)) throw new Error(`--latency takes milliseconds or "limits", not ${text}`);
  return { latency: Number(text), rateLimits: 'off' };
}
