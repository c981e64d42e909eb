/**
 * A tenth of all requests goes wrong, in every way that there is, in rows of any length. Each run converges or tells truthfully
 * what is left, and nothing that must happen once has happened twice. A run that could not make its plan has changed nothing.
 */
import { expect, test } from 'vitest';
import { CallError } from '../../src/core/call.ts';
import { outcomeOf } from '../../src/render/report.ts';
import { ANYTHING, aBusyApp } from '../support/busy-app.ts';
import { seeds } from '../support/seeds.ts';
import { carriedOut, repeated, toldBy, untruths } from '../support/truth.ts';
import { type Loaded, tell } from '../support/world.ts';

/** Runs that it takes until one converges; the second is needed when faults exhaust the retries of the first. */
const MOST_RUNS = { 0.1: 2, 0.3: 4, 0.6: 40 } as const;
type Share = keyof typeof MOST_RUNS;

async function run(loaded: Loaded) {
  const plan = await loaded.plan(ANYTHING);
  return { plan, report: await loaded.apply(plan, ANYTHING) };
}

/** Undefined if so many reads failed that there is no plan. */
function runInStorm(loaded: Loaded) {
  return run(loaded).catch((error: unknown) => {
    if (error instanceof CallError) return undefined;
    throw error;
  });
}

const calm = await (async () => {
  const { world, loaded } = await aBusyApp();
  const from = world.emulator.log.length;
  await run(loaded);
  return carriedOut(world.emulator.log.slice(from));
})();

test('there is something that must happen once', () => {
  const operations = new Set(Object.keys(calm).map((key) => key.split(' ')[0]));
  expect([...operations].sort()).toMatchInlineSnapshot(`
    [
      "CreateBlockList",
      "CreateChannelType",
      "CreateCommand",
      "CreatePermission",
      "CreateRole",
      "DeactivateUsers",
      "DeleteBlockList",
      "DeleteChannels",
      "DeleteUsers",
      "GetOrCreateChannel",
      "ReactivateUsers",
      "SendMessage",
      "UpdateChannel",
    ]
  `);
  expect(Object.values(calm).every((count) => count === 1)).toBe(true);
});

async function storm(share: Share, seed: number): Promise<void> {
  const { world, loaded } = await aBusyApp();
  const { emulator } = world;
  const from = emulator.log.length;
  const options = { profile: 'faults', probability: share, slowMs: 1, mostInARow: Number.POSITIVE_INFINITY } as const;
  for (let runs = 1, isDone = false; !isDone; runs += 1) {
    emulator.setChaos({ ...options, seed: seed * 100 + runs });
    const ran = await runInStorm(loaded);
    emulator.setChaos(undefined);
    expect(runs, `seed ${seed}`).toBeLessThanOrEqual(MOST_RUNS[share]);
    if (ran === undefined) continue;
    const left = (await loaded.plan(ANYTHING)).changes.map((change) => change.address);
    expect(untruths(toldBy(ran.plan, ran.report), left), tell(ran.report)).toEqual([]);
    isDone = outcomeOf(ran.plan, ran.report).converged;
    if (isDone) expect(left).toEqual([]);
  }
  expect(repeated(calm, carriedOut(emulator.log.slice(from)))).toEqual([]);
}

test.each(seeds(10, 50))('a tenth, seed %i', (seed) => storm(0.1, seed));
test.each(seeds(3, 50))('three tenths, seed %i', (seed) => storm(0.3, seed));
test.each(seeds(2, 50))('more than half, seed %i', (seed) => storm(0.6, seed));
