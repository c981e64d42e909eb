/**
 * Whatever goes wrong with any one call: the run ends converged, or it says truthfully what is left; running it again
 * finishes; and nothing that must happen once has happened twice.
 */
import { describe, expect, test } from 'vitest';
import type { ApplyReport, Plan } from '../../src/core/plan.ts';
import { outcomeOf } from '../../src/render/report.ts';
import { ANYTHING, aBusyApp, messagesOf } from '../support/busy-app.ts';
import { breakSome, breakWrite, FAULTS, type Fault } from '../support/faults.ts';
import { aWorld, type Loaded, tell, type World } from '../support/world.ts';

/** Without any fault: how many writing requests there are. */
async function calm(): Promise<number> {
  const { world, loaded, plan } = await aBusyApp();
  const { middleware, seen } = breakWrite('drop-before', Number.POSITIVE_INFINITY);
  world.interpose(middleware);
  expect(outcomeOf(plan, await loaded.apply(plan, ANYTHING)).converged).toBe(true);
  return seen();
}

function expectOnce(world: World): void {
  for (const cid of ['messaging:news', 'stage:one']) {
    const texts = messagesOf(world, cid);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  }
}

/** What is said to be done is done: planning again does not find it. */
async function expectTruth(plan: Plan, report: ApplyReport, loaded: Loaded): Promise<void> {
  const left = await loaded.plan(ANYTHING);
  const done = [...report.results].filter(([, result]) => result.status === 'done').map(([address]) => address);
  const claimed = done.filter((address) => !report.notConverged.includes(address));
  const wrong = left.changes.map((change) => change.address).filter((address) => claimed.includes(address));
  expect({ wrong, report: wrong.length > 0 ? tell(report) : '' }).toEqual({ wrong: [], report: '' });
  // Every planned change has a result.
  const planned = plan.changes.filter((change) => change.heldBack === undefined).map((change) => change.address);
  expect(planned.filter((address) => !report.results.has(address))).toEqual([]);
}

async function expectFinish(world: World, loaded: Loaded): Promise<void> {
  world.interpose(undefined);
  const again = await loaded.plan(ANYTHING);
  const report = await loaded.apply(again, ANYTHING);
  expect(outcomeOf(again, report).converged, tell(report)).toBe(true);
  expect((await loaded.plan(ANYTHING)).changes).toEqual([]);
}

const COUNT = await calm();

/** What a request does all the same, a look at the app finds done. */
const HAS_EFFECT = new Set<Fault>(['drop-after', 'error-500', 'truncated']);

/** Ways to fail that are told apart by the transport alone: some places will do. */
const ALIKE = new Set<Fault>(['too-many-bare', 'edge-too-many', 'unavailable-empty', 'drop-before']);

describe.each(FAULTS)('%s', (fault) => {
  const places = Array.from({ length: COUNT }, (_, index) => index);
  test.each(places.filter((index) => !ALIKE.has(fault) || index % 4 === 1))('at writing request %i', async (at) => {
    const { world, loaded, plan } = await aBusyApp();
    world.interpose(breakWrite(fault, at).middleware);
    const report = await loaded.apply(plan, ANYTHING);
    world.interpose(undefined);
    // A fault that goes away is got over, but for an announcement, which is not worth a second try.
    expect(outcomeOf(plan, report).converged, tell(report)).toBe(true);
    expectOnce(world);
    await expectTruth(plan, report, loaded);
    await expectFinish(world, loaded);
    expectOnce(world);
    expect(messagesOf(world, 'stage:one')).toEqual(['regular: One', 'regular: Two']);
  });

  test.each([0, 3, 7, 11, 15])('at all writing requests from %i on', async (at) => {
    const { world, loaded, plan } = await aBusyApp();
    world.interpose(breakWrite(fault, at, Number.POSITIVE_INFINITY).middleware);
    const report = await loaded.apply(plan, ANYTHING);
    world.interpose(undefined);
    expect(outcomeOf(plan, report).converged, tell(report)).toBe(HAS_EFFECT.has(fault));
    expectOnce(world);
    await expectTruth(plan, report, loaded);
    await expectFinish(world, loaded);
    expectOnce(world);
  });
});

test('a tenth of all requests fails, in every way', async () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { world, loaded, plan } = await aBusyApp();
    let state = seed;
    const next = (count: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * count);
    };
    world.interpose(breakSome(() => (next(10) === 0 ? (FAULTS[next(FAULTS.length)] as Fault) : undefined)));
    const report = await loaded.apply(plan, ANYTHING);
    world.interpose(undefined);
    expectOnce(world);
    await expectTruth(plan, report, loaded);
    await expectFinish(world, loaded);
    expectOnce(world);
  }
});

test.each([
  [1, 1],
  [4, 1],
  [9, 1],
  [1, 2],
  [4, 2],
  [4, 10],
])(
  'an abort stops new calls, tells the truth, and the next run finishes: at request %i, %i at once',
  async (after, concurrency) => {
    const { world, loaded, plan } = await aBusyApp();
    const stop = new AbortController();
    let sent = 0;
    world.interpose((send) => (request) => {
      sent += 1;
      if (sent === after) stop.abort();
      return send(request);
    });
    const report = await loaded.apply(plan, { ...ANYTHING, signal: stop.signal, concurrency });
    world.interpose(undefined);
    expect(report.interrupted).toBe(true);
    await expectTruth(plan, report, loaded);
    await expectFinish(world, loaded);
    expectOnce(world);
  },
);

test.each(['drop-before', 'drop-after'] as const)(
  '%s of a message that plans do not read: it is there, once',
  async (fault) => {
    const world = await aWorld();
    const loaded = await world.load(`
policy: { verify_messages: false }
users: { bot: { role: admin } }
channels: { messaging:news: { created_by_id: bot, messages: { welcome: { user_id: bot, text: Welcome } } } }
`);
    const plan = await loaded.plan();
    let sent = 0;
    world.interpose(breakSome((_, { url }) => (url.includes('/message?') && sent++ === 0 ? fault : undefined)));
    const report = await loaded.apply(plan);
    expect(outcomeOf(plan, report).converged, tell(report)).toBe(true);
    expect(messagesOf(world, 'messaging:news')).toEqual(['regular: Welcome']);
  },
);
