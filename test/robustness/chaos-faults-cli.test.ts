/** The built program over HTTP while a tenth of all requests goes wrong: what it prints and its exit code tell the truth. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningEmulator, startEmulator } from '../../src/emulator/index.ts';
import { aFolder, chat, type Ended, ensureBuilt } from '../cli/built.ts';
import { NEXT, SETUP } from '../support/busy-app.ts';
import { seeds } from '../support/seeds.ts';
import { carriedOut, repeated, untruths } from '../support/truth.ts';

const TARGET = 'version: 1\ntarget: { api_key: k, api_secret: a-secret-of-some-length, base_url: "${URL}" }\n';
const MOST_RUNS = 3;

interface Printed {
  readonly plan: { readonly changes: readonly Change[] };
  readonly report: {
    readonly converged: boolean;
    readonly results: readonly { readonly address: string; readonly status: string }[];
    readonly not_converged: readonly string[];
  } | null;
}
interface Change {
  readonly address: string;
  readonly held_back?: string;
}

const folder = aFolder();
const running: RunningEmulator[] = [];
beforeAll(() => ensureBuilt(), 120_000);
afterAll(async () => {
  folder.remove();
  for (const emulator of running) await emulator.close();
});

async function anApp() {
  const options = { apiKey: 'k', apiSecret: 'a-secret-of-some-length', rateLimits: 'off', seed: 1 } as const;
  const emulator = await startEmulator(options);
  running.push(emulator);
  const run = (command: string, ...words: string[]): Promise<Ended> =>
    chat(folder.path, [command, '--format', 'json', '--allow-delete', ...words], { URL: emulator.url });
  const file = join(folder.path, 'chat.config.yaml');
  writeFileSync(file, TARGET + SETUP);
  expect(await run('apply', '--auto-approve')).toMatchObject({ code: 0 });
  writeFileSync(file, TARGET + NEXT);
  return { emulator, run, from: emulator.log.length };
}

let calm: Readonly<Record<string, number>> = {};
beforeAll(async () => {
  const { emulator, run, from } = await anApp();
  expect(await run('apply', '--auto-approve')).toMatchObject({ code: 0 });
  calm = carriedOut(emulator.log.slice(from));
}, 60_000);

/** 0 is for what converged, 1 for what did nothing, 5 for all between. */
function codeOf({ report }: Printed): number {
  if (report === null || report.converged) return 0;
  const isNothing = report.results.every(({ status }) => status === 'failed' || status === 'not_started');
  return isNothing ? 1 : 5;
}

test.each(seeds(1, 50))(
  'seed %i',
  async (seed) => {
    const { emulator, run, from } = await anApp();
    const chaos = { profile: 'faults', probability: 0.1, mostInARow: Number.POSITIVE_INFINITY, slowMs: 50 } as const;
    for (let runs = 1, isDone = false; !isDone; runs += 1) {
      expect(runs).toBeLessThanOrEqual(MOST_RUNS);
      emulator.setChaos({ ...chaos, seed: seed * 100 + runs });
      const { code, stdout, stderr } = await run('apply', '--auto-approve');
      emulator.setChaos(undefined);
      const left = (JSON.parse((await run('plan')).stdout) as Printed['plan']).changes.map((each) => each.address);
      if (stdout === '') {
        expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('error:') });
        continue;
      }
      const printed = JSON.parse(stdout) as Printed;
      expect(code).toBe(codeOf(printed));
      const { results = [], not_converged: notConverged = [] } = printed.report ?? {};
      const planned = printed.plan.changes.filter((each) => each.held_back === undefined).map((each) => each.address);
      const told = { planned, results: new Map(results.map((each) => [each.address, each.status])), notConverged };
      expect(untruths(told, left), stdout).toEqual([]);
      isDone = code === 0;
      if (isDone) expect(left).toEqual([]);
    }
    expect(repeated(calm, carriedOut(emulator.log.slice(from)))).toEqual([]);
  },
  120_000,
);
