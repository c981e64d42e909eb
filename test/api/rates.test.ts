/** The allowed rate is reached and never exceeded, whatever the way to the server does. No test here waits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGovernor, createTransport, sendThrough } from '../../src/api/index.ts';
import { allowanceOf } from '../../src/api/limits.ts';
import { write } from '../../src/core/call.ts';
import { createDice } from '../../src/emulator/chaos/dice.ts';
import { createEmulator } from '../../src/emulator/index.ts';
import { virtualClock } from '../support/clock.ts';
import { drive, HEADERS, type Outcome, usedShare } from './limited-server.ts';

/** Numbers at random, the same in each run. */
function dice(seed = 1) {
  const { next } = createDice(seed);
  return { next, between: (low: number, high: number) => () => low + next() * (high - low) };
}
const { between } = dice();
const most = (counts: readonly number[]) => Math.max(0, ...counts);

/** Enough calls to keep the operation busy for `minutes` whole minutes and the one before. */
const plenty = (perMinute: number, minutes: number) => perMinute * (minutes + 2) + 20;

function expectNeverExceeded(outcome: Outcome, limit: number, maxShare: number) {
  const { perMinute, burst } = allowanceOf(limit, maxShare);
  expect(outcome.refused).toEqual([]);
  expect(most(outcome.byMinute)).toBeLessThanOrEqual(perMinute);
  expect(most(outcome.bySecond)).toBeLessThanOrEqual(burst);
}

describe('the published limits', () => {
  it.each([
    { limit: 10, maxShare: 0.8 },
    { limit: 60, maxShare: 0.8 },
    { limit: 60, maxShare: 1 },
    { limit: 60, maxShare: 0.5 },
    { limit: 300, maxShare: 0.8 },
    { limit: 300, maxShare: 1 },
    { limit: 1000, maxShare: 0.8 },
    { limit: 1000, maxShare: 1 },
  ])('$limit a minute, of which $maxShare: all of it and no more', async ({ limit, maxShare }) => {
    const { perMinute, transitMs } = allowanceOf(limit, maxShare);
    const outcome = await drive({
      ...{ limit, maxShare, minutes: 3, calls: plenty(perMinute, 3), offset: 17_300 },
      ...{ there: between(5, transitMs), back: between(5, 100) },
    });
    expectNeverExceeded(outcome, limit, maxShare);
    expect(usedShare(outcome, perMinute)).toBeGreaterThanOrEqual(0.95);
  });

  it('calls that take seconds do not slow the rate down', async () => {
    const { perMinute } = allowanceOf(60, 0.8);
    const outcome = await drive({
      ...{ limit: 60, minutes: 3, calls: plenty(perMinute, 3), there: between(20, 200), back: between(2000, 4000) },
    });
    expectNeverExceeded(outcome, 60, 0.8);
    expect(usedShare(outcome, perMinute)).toBeGreaterThanOrEqual(0.95);
  });
});

const somewhere = fc.record({
  seed: fc.nat(),
  limit: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 600 })),
  maxShare: fc.double({ min: 0.05, max: 1, noNaN: true }),
  offset: fc.integer({ min: 0, max: 59_999 }),
  skew: fc.integer({ min: -600_000, max: 600_000 }),
  jitter: fc.double({ min: 0, max: 1, noNaN: true }),
  work: fc.integer({ min: 0, max: 1500 }),
});

describe('laws', () => {
  it('whatever limit, share, latency, skew of clocks and moment: no refusal, never more than the share, and at least 95 % of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        somewhere,
        fc.subarray([...HEADERS]),
        async ({ seed, limit, maxShare, offset, skew, jitter, work }, told) => {
          const { perMinute, transitMs } = allowanceOf(limit, maxShare);
          const { between, next } = dice(seed);
          // By our own clock, a reset of the server's means what it says only if the clocks agree.
          const agreed = told.includes('date') ? skew : 0;
          const outcome = await drive({
            ...{ limit, maxShare, minutes: 2, calls: plenty(perMinute, 2), offset, skew: agreed, random: next },
            // More places than are needed: what binds is the rate.
            concurrency: 10 + Math.ceil((perMinute / 30) * ((work + 500) / 1000)),
            ...{ there: between(0, transitMs * jitter), back: between(0, work), tells: () => told },
          });
          expectNeverExceeded(outcome, limit, maxShare);
          expect(usedShare(outcome, Math.min(perMinute, limit * maxShare))).toBeGreaterThanOrEqual(0.95);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a limit that is lowered is learned from the first reply: later calls keep to it', async () => {
    await fc.assert(
      fc.asyncProperty(
        somewhere,
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 0, max: 100_000 }),
        async ({ seed, limit, maxShare, offset, skew, work }, lowered, after) => {
          const lower = Math.min(limit, lowered);
          const { perMinute, transitMs } = allowanceOf(lower, maxShare);
          const { between, next } = dice(seed);
          const minutes = 5;
          const outcome = await drive({
            ...{ limit, maxShare, minutes, calls: plenty(limit, minutes), offset, skew, random: next },
            ...{ there: between(0, transitMs), back: between(0, work), later: { after, limit: lower } },
            concurrency: 20,
          });
          // What was under way, or sent before anybody could know, may be refused: at most what was open at the same time.
          expect(outcome.refused.filter((each) => each.sentAt > outcome.learnedAt)).toEqual([]);
          expect(outcome.refused.length).toBeLessThanOrEqual(20);
          const from = Math.floor((after + offset) / 60_000) + 2;
          expect(most(outcome.byMinute.slice(from))).toBeLessThanOrEqual(perMinute);
          const needed = (perMinute / 60) * ((work + transitMs) / 1000);
          if (needed < 10)
            expect(usedShare(outcome, Math.min(perMinute, lower * maxShare), from)).toBeGreaterThanOrEqual(0.95);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('replies that tell nothing', () => {
  it('a limit that is lower than thought is found by halving, and calls still end', async () => {
    const outcome = await drive({
      ...{ limit: 60, guessed: 300, maxShare: 0.8, calls: 150, there: between(10, 50), back: between(10, 50) },
      tells: () => [],
    });
    expect(outcome.passed).toHaveLength(150);
    // The best that is possible is 120 s at 60 a minute.
    expect(outcome.endedAt).toBeLessThan(240_000);
    expect(outcome.refused.length).toBeLessThan(60);
  });

  it('headers that come late or now and then are enough', async () => {
    const outcome = await drive({
      ...{ limit: 60, guessed: 300, minutes: 3, calls: 300, there: between(10, 50), back: between(10, 50) },
      tells: (index) => (index % 7 === 0 ? HEADERS : []),
    });
    expect(outcome.refused.filter(({ sentAt }) => sentAt > 200)).toEqual([]);
    expect(usedShare(outcome, 48)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('another client of the same quota', () => {
  it('that uses its share costs this run nothing, and is not refused either', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(60, 300, 1000),
        fc.constantFrom(0.5, 0.6, 0.8, 0.9),
        fc.integer({ min: 0, max: 59_999 }),
        fc.integer({ min: -5000, max: 5000 }),
        fc.nat(),
        async (limit, maxShare, offset, skew, seed) => {
          const { perMinute, transitMs } = allowanceOf(limit, maxShare);
          const { between } = dice(seed);
          const outcome = await drive({
            ...{ limit, maxShare, minutes: 3, calls: plenty(perMinute, 3), offset, skew, concurrency: 20 },
            ...{ there: between(5, transitMs), back: between(5, 100) },
            othersEvery: 60_000 / (limit - perMinute),
          });
          expectNeverExceeded(outcome, limit, maxShare);
          expect(outcome.othersRefused).toBe(0);
          expect(usedShare(outcome, perMinute)).toBeGreaterThanOrEqual(0.95);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('that uses more than its share takes from this run only what is left: no call of this run is refused', async () => {
    const outcome = await drive({
      ...{ limit: 300, minutes: 3, calls: plenty(240, 3), there: between(5, 100), back: between(5, 100) },
      othersEvery: 60_000 / 120,
    });
    expect(outcome.refused).toEqual([]);
    expect(usedShare(outcome, 180)).toBeGreaterThanOrEqual(0.95);
  });

  it('that was this tool a moment ago: its calls count', async () => {
    const outcome = await drive({
      ...{
        limit: 60,
        maxShare: 0.8,
        minutes: 1,
        calls: 100,
        there: between(5, 20),
        back: between(5, 20),
        offset: 40_000,
      },
      before: 48,
    });
    expect(outcome.refused).toEqual([]);
    expect(outcome.byMinute[0]).toBeLessThanOrEqual(1);
  });
});

describe('the estimate', () => {
  it('is what then happens, to a second or 5 %', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 900 }),
        fc.constantFrom(10, 60, 300, 1000, 10_000),
        fc.constantFrom(0.5, 0.8, 1),
        fc.integer({ min: 1, max: 20 }),
        async (calls, limit, maxShare, concurrency) => {
          const outcome = await drive({
            ...{ limit, maxShare, calls: Math.min(calls, limit * 3), concurrency },
            ...{ there: between(20, 80), back: between(20, 80) },
          });
          expect(outcome.refused).toEqual([]);
          const took = outcome.endedAt / 1000;
          expect(Math.abs(took - outcome.foreseen)).toBeLessThanOrEqual(Math.max(1, took * 0.05));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('the emulator with its usual limits', () => {
  it('never refuses a call of the real transport, and fifteen hundred of two operations take as long as was foreseen', async () => {
    const clock = virtualClock(Date.UTC(2030, 0, 1, 0, 0, 41));
    const emulator = await createEmulator({ seed: 1, now: clock.now });
    const fetch = sendThrough(emulator.fetch);
    const governor = createGovernor({ clock, random: () => 0.5 });
    const transport = createTransport({
      ...{ apiKey: emulator.apiKey, apiSecret: emulator.apiSecret, secrets: new Map(), mode: 'apply', governor, clock },
      ...{ baseUrl: 'http://emulator.test', userAgent: 'test' },
      async send(request) {
        await clock.sleep(between(10, 90)());
        const reply = await clock.hold(fetch(request));
        await clock.sleep(between(10, 90)());
        return reply;
      },
    });
    const users = Array.from({ length: 300 }, (_, index) =>
      write('UpdateUsers', 'POST', '/api/v2/users', { users: { [`u${index}`]: { id: `u${index}` } } }, 'free'),
    );
    const events = Array.from({ length: 1200 }, (_, index) =>
      write(
        'SendMessage',
        'POST',
        '/api/v2/chat/channels/messaging/a/message',
        { message: { id: `m${index}` } },
        'free',
      ),
    );
    const begin = clock.now();
    const counts = new Map([
      ['UpdateUsers', 300],
      ['SendMessage', 1200],
    ]);
    const foreseen = governor.estimate([counts]).stages[0]?.seconds ?? 0;
    await Promise.all([...users, ...events].map((call) => transport.send(call).catch(() => undefined)));
    expect(emulator.log.filter((each) => each.status === 429)).toEqual([]);
    expect(transport.stats()).toMatchObject({ requests: 1500, retries: 0 });
    const took = (clock.now() - begin) / 1000;
    expect(Math.abs(took - foreseen)).toBeLessThanOrEqual(took * 0.05);
  });
});
