/**
 * Whatever goes wrong with any one call: the run ends converged, or it says truthfully what is left; running it again
 * finishes; and nothing that must happen once has happened twice.
 */
import { describe, expect, test } from 'vitest';
import type { ApplyReport, Plan } from '../../src/core/plan.ts';
import { outcomeOf } from '../../src/render/report.ts';
import { breakSome, breakWrite, FAULTS, type Fault } from '../support/faults.ts';
import { aWorld, type Loaded, tell, type World } from '../support/world.ts';

const SETUP = `
users: { bot: { role: admin }, ann: { name: Ann }, ben: {}, cy: { state: deactivated }, old: {} }
commands: { faq: { description: Old } }
blocklists: { gone: { words: [a] } }
channel_types: { rooms: { polls: true } }
channels:
  messaging:news: { created_by_id: bot, name: News, members: [ann] }
  messaging:old: { created_by_id: bot }
`;
/** One of every writing operation. */
const NEXT = `
app: { cdn_expiration_seconds: 86400, event_hooks: { audit: { hook_type: webhook, enabled: true, webhook_url: "https://example.com/a" } } }
roles: [host]
permissions: { pin-own: { name: Pin, action: PinMessage, condition: { a: 1 } } }
commands: { ticket: { description: Ask }, faq: { description: Read } }
blocklists: { house: { words: [a, b] } }
channel_types:
  stage: { quotes: true, commands: [ticket], grants: { host: [pin-own] } }
  rooms: { polls: false }
users: { bot: { role: admin }, ann: { name: Anna, role: host }, ben: {}, cy: { state: active }, dot: { name: Dot }, ed: { state: deactivated } }
channels:
  messaging:news:
    created_by_id: bot
    name: News today
    members: { ann: channel_moderator, ben: { custom: { seat: A1 } }, cy: {} }
    announce: { as: bot, on_update: Updated, on_members_added: "{{members}} joined" }
    messages: { welcome: { user_id: bot, text: Welcome }, rules: { user_id: bot, text: Be kind } }
  stage:one:
    created_by_id: dot
    cooldown: 5
    frozen: true
    members: { dot: { custom: { a: 1 } } }
    messages: { first: { user_id: dot, text: One }, second: { user_id: dot, text: Two } }
removed: [{ address: user.old, on_removal: delete }, { address: channel.messaging:old, on_removal: delete }, blocklist.gone]
`;
const ANYTHING = { allowDelete: true };

async function anApp(): Promise<{ world: World; loaded: Loaded; plan: Plan }> {
  const world = await aWorld();
  await world.converge(SETUP);
  const loaded = await world.load(NEXT);
  const plan = await loaded.plan(ANYTHING);
  world.forget();
  return { world, loaded, plan };
}

/** Without any fault: how many writing requests there are. */
async function calm(): Promise<number> {
  const { world, loaded, plan } = await anApp();
  const { middleware, seen } = breakWrite('drop-before', Number.POSITIVE_INFINITY);
  world.interpose(middleware);
  expect(outcomeOf(plan, await loaded.apply(plan, ANYTHING)).converged).toBe(true);
  return seen();
}

interface Stored {
  readonly messages: Readonly<Record<string, { readonly text: string; readonly cid: string; readonly type: string }>>;
}

/** Messages of a channel, oldest first. */
function messagesOf(world: World, cid: string): readonly string[] {
  const { messages } = world.emulator.snapshot() as Stored;
  return Object.values(messages)
    .filter((message) => message.cid === cid)
    .map((message) => `${message.type}: ${message.text}`);
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

/** Ways to fail that are told apart by the transport alone: some places will do. */
const ALIKE = new Set<Fault>(['too-many-bare', 'edge-too-many', 'unavailable-empty', 'drop-before']);

describe.each(FAULTS)('%s', (fault) => {
  const places = Array.from({ length: COUNT }, (_, index) => index);
  test.each(places.filter((index) => !ALIKE.has(fault) || index % 4 === 1))('at writing request %i', async (at) => {
    const { world, loaded, plan } = await anApp();
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
    const { world, loaded, plan } = await anApp();
    world.interpose(breakWrite(fault, at, Number.POSITIVE_INFINITY).middleware);
    const report = await loaded.apply(plan, ANYTHING);
    world.interpose(undefined);
    expect(outcomeOf(plan, report).converged).toBe(false);
    expectOnce(world);
    await expectTruth(plan, report, loaded);
    await expectFinish(world, loaded);
    expectOnce(world);
  });
});

test('a tenth of all requests fails, in every way', async () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { world, loaded, plan } = await anApp();
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

test('an abort stops new calls, tells the truth, and the next run finishes', async () => {
  for (const after of [1, 4, 9]) {
    const { world, loaded, plan } = await anApp();
    const stop = new AbortController();
    let sent = 0;
    world.interpose((send) => (request) => {
      sent += 1;
      if (sent === after) stop.abort();
      return send(request);
    });
    const report = await loaded.apply(plan, { ...ANYTHING, signal: stop.signal, concurrency: 1 });
    world.interpose(undefined);
    expect(report.interrupted).toBe(true);
    await expectTruth(plan, report, loaded);
    await expectFinish(world, loaded);
    expectOnce(world);
  }
});
