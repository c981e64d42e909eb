import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RestTooLong } from '../../src/api/governor.ts';
import { createGovernor, type Governor, type GovernorOptions } from '../../src/api/index.ts';
import { skippingClock, steppedClock } from './support.ts';

const none = () => undefined;
const headers = (values: Readonly<Record<string, string>>) => (name: string) => values[name];

type Stepped = ReturnType<typeof steppedClock>;
interface Start {
  readonly op: string;
  readonly at: number;
}

function governed(options: GovernorOptions & { readonly limits?: Readonly<Record<string, number>> } = {}) {
  const clock = steppedClock();
  const governor = createGovernor({
    maxShare: 1,
    random: () => 0.5,
    limitOf: (op) => options.limits?.[op] ?? 300,
    ...options,
    clock,
  });
  return { clock, governor };
}

/** Makes `count` calls of `lasting` ms; the times of their starts. */
async function makeCalls(
  governor: Governor,
  clock: Stepped,
  op: string,
  count: number,
  lasting = 0,
): Promise<number[]> {
  const starts: number[] = [];
  const calls = Array.from({ length: count }, async () => {
    const release = await governor.acquire(op);
    starts.push(clock.now());
    if (lasting > 0) await clock.sleep(lasting);
    release();
  });
  await clock.run();
  await Promise.all(calls);
  return starts;
}

function mostWithin(times: readonly number[], milliseconds: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + milliseconds).length));
}

describe('the pace', () => {
  const unlimited = { limits: { GetOrCreateChannel: 1_000_000, GetApp: 1_000_000 } };
  const gapsOf = (starts: readonly number[]) => starts.slice(1).map((at, index) => at - (starts[index] ?? 0));

  it('spreads calls over half the time that the quickest answer took, once there was one', async () => {
    const { clock, governor } = governed(unlimited);
    await makeCalls(governor, clock, 'GetApp', 1, 100);
    const starts = await makeCalls(governor, clock, 'GetOrCreateChannel', 40, 100);
    expect(Math.min(...gapsOf(starts))).toBe(5);
  });

  it('does not hold back the first calls of all', async () => {
    const { clock, governor } = governed(unlimited);
    const starts = await makeCalls(governor, clock, 'GetOrCreateChannel', 10, 100);
    expect(new Set(starts).size).toBe(1);
  });

  it('costs no place: all are taken as soon as calls are spread', async () => {
    const { clock, governor } = governed(unlimited);
    const starts = await makeCalls(governor, clock, 'GetOrCreateChannel', 110, 100);
    const begin = starts[0] ?? 0;
    // Ten at once, a hundred ms; then ten times a hundred ms, of which the first is spread.
    expect(starts.at(-1)).toBe(begin + 1000 + 45);
  });

  it('leaves quick answers alone, since no timer is as short', async () => {
    const { clock, governor } = governed(unlimited);
    await makeCalls(governor, clock, 'GetApp', 1, 10);
    const starts = await makeCalls(governor, clock, 'GetOrCreateChannel', 10, 10);
    expect(new Set(starts).size).toBe(1);
  });

  it('goes by the quickest answer, whatever slows others down', async () => {
    const { clock, governor } = governed(unlimited);
    await makeCalls(governor, clock, 'GetApp', 1, 40);
    await makeCalls(governor, clock, 'GetApp', 1, 4000);
    const starts = await makeCalls(governor, clock, 'GetOrCreateChannel', 10, 40);
    expect(starts.at(-1)).toBe((starts[0] ?? 0) + 18);
  });
});

describe('the rate of one operation', () => {
  it('keeps to the ceiling per second and to the minute', async () => {
    const { clock, governor } = governed();
    const begin = clock.now();
    const starts = await makeCalls(governor, clock, 'UpdateUsers', 301);
    expect(mostWithin(starts, 1000)).toBe(10);
    expect(mostWithin(starts, 60_000)).toBe(300);
    expect(starts.at(299)).toBe(begin + 29_000);
    expect(starts.at(300)).toBe(begin + 60_000);
  });

  it('uses no more than its share', async () => {
    const { clock, governor } = governed({ maxShare: 0.5 });
    const starts = await makeCalls(governor, clock, 'UpdateUsers', 200);
    expect(mostWithin(starts, 1000)).toBe(5);
    expect(mostWithin(starts, 60_000)).toBe(150);
  });

  it('spaces calls of a limit below one a second', async () => {
    const { clock, governor } = governed({ limits: { Slow: 6 } });
    const starts = await makeCalls(governor, clock, 'Slow', 3);
    expect(starts.map((at) => at - (starts[0] ?? 0))).toEqual([0, 5000, 10_000]);
  });

  it('starts calls in the order in which they came', async () => {
    const { clock, governor } = governed({ limits: { A: 30 } });
    const order: number[] = [];
    const calls = [0, 1, 2, 3, 4].map(async (index) => {
      const release = await governor.acquire('A');
      order.push(index);
      release();
    });
    await clock.run();
    await Promise.all(calls);
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  it('does not hold up other operations', async () => {
    const { clock, governor } = governed({ limits: { Slow: 1 }, concurrency: 2 });
    const slow = makeCalls(governor, clock, 'Slow', 3);
    const begin = clock.now();
    const release = await governor.acquire('Fast');
    expect(clock.now()).toBe(begin);
    release();
    await slow;
  });
});

describe('several operations', () => {
  it('share the open places in the order in which their calls came', async () => {
    const { governor } = governed({ concurrency: 1 });
    const order: string[] = [];
    const calls = ['A', 'B', 'C', 'B', 'A'].map(async (op, index) => {
      const release = await governor.acquire(op);
      order.push(`${op}${index}`);
      release();
    });
    await Promise.all(calls);
    expect(order).toEqual(['A0', 'B1', 'C2', 'B3', 'A4']);
  });
});

describe('what replies tell', () => {
  it('lowers and raises the limit', async () => {
    const { clock, governor } = governed({ limits: { A: 300 } });
    governor.observe('A', headers({ 'x-ratelimit-limit': '60' }), 200);
    expect(mostWithin(await makeCalls(governor, clock, 'A', 10), 1000)).toBe(2);
    governor.observe('A', headers({ 'x-ratelimit-limit': '600' }), 200);
    expect(mostWithin(await makeCalls(governor, clock, 'A', 60), 1000)).toBe(20);
  });

  it('does not raise the limit for a reply that was overtaken by the one that lowered it', async () => {
    const { clock, governor } = governed({ limits: { A: 300 } });
    const early = clock.now();
    await clock.run(early + 200);
    const told = (limit: string, start: number) =>
      governor.observe('A', headers({ 'x-ratelimit-limit': limit }), 200, start);
    told('60', early + 100);
    told('300', early);
    expect(mostWithin(await makeCalls(governor, clock, 'A', 10), 1000)).toBe(2);
    told('300', clock.now());
    expect(mostWithin(await makeCalls(governor, clock, 'A', 30), 1000)).toBe(10);
  });

  it.each(['', '0', '-5', 'many', '1e3', '3.5'])('does not believe a limit of %j', async (limit) => {
    const { clock, governor } = governed({ limits: { A: 300 } });
    governor.observe('A', headers({ 'x-ratelimit-limit': limit }), 200);
    expect(mostWithin(await makeCalls(governor, clock, 'A', 30), 1000)).toBe(10);
  });

  it('waits for the reset when others have used the quota up', async () => {
    const { clock, governor } = governed();
    const reset = Math.floor(clock.now() / 1000) + 20;
    const told = { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '3', 'x-ratelimit-reset': String(reset) };
    governor.observe('A', headers(told), 200);
    const starts = await makeCalls(governor, clock, 'A', 5);
    expect(starts.filter((at) => at < reset * 1000)).toHaveLength(3);
    expect(starts.at(3)).toBe(reset * 1000);
  });

  it('does not take replies that overtook each other for more calls', async () => {
    const { clock, governor } = governed();
    const now = Math.floor(clock.now() / 1000);
    const tell = (remaining: number, reset: number) =>
      governor.observe('A', headers({ 'x-ratelimit-remaining': `${remaining}`, 'x-ratelimit-reset': `${reset}` }), 200);
    tell(2, now + 20);
    tell(9, now + 20);
    tell(9, now + 10);
    const starts = await makeCalls(governor, clock, 'A', 5);
    expect(starts.filter((at) => at < (now + 20) * 1000)).toHaveLength(2);
  });

  it('takes the count of a new window', async () => {
    const { clock, governor } = governed();
    const now = Math.floor(clock.now() / 1000);
    const tell = (remaining: number, reset: number) =>
      governor.observe('A', headers({ 'x-ratelimit-remaining': `${remaining}`, 'x-ratelimit-reset': `${reset}` }), 200);
    tell(0, now + 5);
    tell(4, now + 65 - 10);
    const starts = await makeCalls(governor, clock, 'A', 5);
    expect(starts.filter((at) => at < (now + 55) * 1000)).toHaveLength(4);
  });

  it('leaves to others the part of the quota that maxShare does', async () => {
    const { clock, governor } = governed({ maxShare: 0.8 });
    const reset = Math.floor(clock.now() / 1000) + 20;
    const told = { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '62', 'x-ratelimit-reset': String(reset) };
    governor.observe('A', headers(told), 200);
    const starts = await makeCalls(governor, clock, 'A', 5);
    expect(starts.filter((at) => at < reset * 1000)).toHaveLength(2);
  });

  it('measures the reset by the clock of the server', async () => {
    const { clock, governor } = governed();
    const told = {
      date: 'Thu, 01 Jan 2026 00:00:00 GMT',
      'x-ratelimit-reset': String(Date.parse('2026-01-01T00:00:20Z') / 1000),
    };
    expect(governor.observe('A', headers(told), 429)).toBe(20_125);
    const begin = clock.now();
    expect(await makeCalls(governor, clock, 'A', 1)).toEqual([begin + 20_125]);
  });

  it('lets all calls of a throttled operation rest, and no other', async () => {
    const { clock, governor } = governed();
    const begin = clock.now();
    expect(governor.observe('A', headers({ 'retry-after': '7' }), 429)).toBe(7125);
    expect(governor.observe('A', headers({ 'retry-after': '2' }), 429)).toBe(7125);
    const [a, b] = await Promise.all([makeCalls(governor, clock, 'A', 3), makeCalls(governor, clock, 'B', 3)]);
    expect(a).toEqual([begin + 7125, begin + 7125, begin + 7125]);
    expect(b).toEqual([begin, begin, begin]);
  });

  it('reads a date in Retry-After', () => {
    const { governor } = governed();
    const told = { date: 'Thu, 01 Jan 2026 00:00:00 GMT', 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' };
    expect(governor.observe('A', headers(told), 429)).toBe(9125);
  });

  it('backs off longer each time it is throttled without a word, once per burst, and forgets it after a success', async () => {
    const { clock, governor } = governed();
    const rests: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      rests.push(governor.observe('A', none, 429));
      governor.observe('A', none, 429);
      await makeCalls(governor, clock, 'A', 1);
    }
    expect(rests).toEqual([750, 1500, 3000, 6000]);
    governor.observe('A', none, 200);
    expect(governor.observe('A', none, 429)).toBe(750);
  });

  it('takes a refusal with calls remaining for the ceiling per second', () => {
    const { clock, governor } = governed();
    const reset = String(Math.floor(clock.now() / 1000) + 50);
    const told = { 'x-ratelimit-remaining': '200', 'x-ratelimit-reset': reset };
    expect(governor.observe('A', headers(told), 429)).toBe(750);
  });

  it.each(['0', '999', '99999999999'])('backs off where the reset is no time within a minute: %s', (reset) => {
    const { governor } = governed();
    expect(governor.observe('A', headers({ 'x-ratelimit-reset': reset }), 429)).toBe(750);
  });
});

describe('a rest that nobody would wait for', () => {
  it('gives up those who wait and those who come, until it is over', async () => {
    const { clock, governor } = governed({ concurrency: 1 });
    const first = await governor.acquire('A');
    const second = governor.acquire('A');
    const other = governor.acquire('B');
    expect(governor.observe('A', headers({ 'retry-after': '86400' }), 429)).toBe(86_400_125);
    await expect(second).rejects.toThrow(RestTooLong);
    await expect(governor.acquire('A')).rejects.toThrow('the server asks for a pause of 86401 s');
    first();
    (await other)();
    await governor.idle();
    const over = clock.sleep(86_400_125);
    await clock.run();
    await over;
    (await governor.acquire('A'))();
  });
});

describe('leaving the queue', () => {
  it('rejects with the reason of the signal and lets the next one go', async () => {
    const { clock, governor } = governed({ concurrency: 1 });
    const release = await governor.acquire('A');
    const stop = new AbortController();
    const second = governor.acquire('A', stop.signal);
    const third = governor.acquire('A');
    stop.abort(new Error('stopped'));
    await expect(second).rejects.toThrow('stopped');
    release();
    (await third)();
    await clock.run();
    await governor.idle();
  });

  it('refuses a signal that is aborted already', async () => {
    const { governor } = governed();
    await expect(governor.acquire('A', AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    await governor.idle();
  });

  it('frees one place for one call, however often it is released', async () => {
    const { governor } = governed({ concurrency: 1 });
    const release = await governor.acquire('A');
    release();
    release();
    await governor.acquire('A');
    const third = governor.acquire('A').then(() => 'third');
    const later = new Promise((resolve) => setImmediate(resolve, 'later'));
    expect(await Promise.race([third, later])).toBe('later');
  });

  it('is idle only when nothing is open or waiting', async () => {
    const { governor } = governed({ concurrency: 1 });
    const first = await governor.acquire('A');
    const second = governor.acquire('A');
    let isIdle = false;
    const idle = governor.idle().then(() => {
      isIdle = true;
    });
    first();
    const release = await second;
    expect(isIdle).toBe(false);
    release();
    await idle;
  });

  it('serves ten thousand waiting calls without growing slower', async () => {
    const { clock, governor } = governed({ limits: { A: 1_000_000_000 } });
    const begin = performance.now();
    await makeCalls(governor, clock, 'A', 10_000);
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});

describe('laws', () => {
  const schedule = fc.record({
    limits: fc.record({
      A: fc.integer({ min: 1, max: 900 }),
      B: fc.integer({ min: 1, max: 90 }),
      C: fc.constant(10_000),
    }),
    maxShare: fc.double({ min: 0.05, max: 1, noNaN: true }),
    concurrency: fc.integer({ min: 1, max: 12 }),
    calls: fc.array(
      fc.record({
        op: fc.constantFrom('A', 'B', 'C'),
        at: fc.integer({ min: 0, max: 90_000 }),
        lasting: fc.integer({ min: 0, max: 3_000 }),
        abortAfter: fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: undefined, freq: 8 }),
      }),
      { maxLength: 80 },
    ),
  });

  it('no window exceeds its limit, the number of open calls neither, each operation is served in order, all calls end', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async ({ limits, maxShare, concurrency, calls }) => {
        const clock = steppedClock();
        const governor = createGovernor({ maxShare, concurrency, clock, limitOf: (op) => limits[op as 'A'] });
        const starts: Start[] = [];
        const asked = new Map<string, number[]>();
        const served = new Map<string, number[]>();
        let open = 0;
        let mostOpen = 0;
        let ended = 0;
        const all = calls.map(async ({ op, at, lasting, abortAfter }, index) => {
          await clock.sleep(at);
          const stop = new AbortController();
          if (abortAfter !== undefined) clock.sleep(abortAfter).then(() => stop.abort(), none);
          asked.set(op, [...(asked.get(op) ?? []), index]);
          try {
            const release = await governor.acquire(op, stop.signal);
            starts.push({ op, at: clock.now() });
            served.set(op, [...(served.get(op) ?? []), index]);
            open += 1;
            mostOpen = Math.max(mostOpen, open);
            await clock.sleep(lasting);
            open -= 1;
            release();
          } catch (error) {
            if (!stop.signal.aborted) throw error;
          }
          ended += 1;
        });
        await clock.run();
        expect(ended).toBe(calls.length);
        await Promise.all([...all, governor.idle()]);
        expect(mostOpen).toBeLessThanOrEqual(concurrency);
        for (const [op, limit] of Object.entries(limits)) {
          const times = starts.filter((start) => start.op === op).map((start) => start.at);
          const share = limit * maxShare;
          expect(mostWithin(times, 60_000)).toBeLessThanOrEqual(Math.max(1, share));
          const seconds = Math.max(1, 30 / share);
          expect(mostWithin(times, seconds * 1000)).toBeLessThanOrEqual(Math.max(1, share / 30));
          const order = asked.get(op) ?? [];
          const went = served.get(op) ?? [];
          expect(went).toEqual(order.filter((index) => went.includes(index)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('whatever replies say, all calls end', async () => {
    const number = fc.oneof(fc.integer({ min: 0, max: 400 }).map(String), fc.constantFrom('', 'x', '-1'));
    const reply = fc.record(
      {
        status: fc.constantFrom(200, 200, 200, 429, 500),
        limit: number,
        remaining: number,
        resetIn: fc.integer({ min: -100, max: 200 }),
        retryAfter: number,
      },
      { requiredKeys: ['status'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(reply, { maxLength: 40 }), async (replies) => {
        const clock = steppedClock();
        const governor = createGovernor({ clock, concurrency: 3 });
        let ended = 0;
        const calls = replies.map(async ({ status, limit, remaining, resetIn, retryAfter }) => {
          const release = await governor.acquire('UpdateApp').catch((reason: unknown) => {
            expect(reason).toBeInstanceOf(RestTooLong);
            return undefined;
          });
          if (release === undefined) {
            ended += 1;
            return;
          }
          await clock.sleep(50);
          const reset = resetIn === undefined ? undefined : String(Math.floor(clock.now() / 1000) + resetIn);
          const told: Readonly<Record<string, string | undefined>> = {
            'x-ratelimit-limit': limit,
            'x-ratelimit-remaining': remaining,
            'x-ratelimit-reset': reset,
            'retry-after': retryAfter,
          };
          governor.observe('UpdateApp', (name) => told[name], status);
          release();
          ended += 1;
        });
        await clock.run();
        expect(ended).toBe(replies.length);
        await Promise.all(calls);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the estimate', () => {
  it('is nothing for nothing', () => {
    expect(governed().governor.estimate([])).toEqual({ stages: [], budget: [] });
    expect(governed().governor.estimate([new Map()])).toEqual({ stages: [{ calls: 0, seconds: 0 }], budget: [] });
  });

  it('counts the time of a reply where no limit binds', () => {
    expect(governed().governor.estimate([new Map([['A', 1]])]).stages).toEqual([{ calls: 1, seconds: 0.1 }]);
  });

  it('names the operation whose limit binds', () => {
    const { governor } = governed({ maxShare: 0.8, limits: { UpdateChannelType: 60, GetOrCreateChannel: 10_000 } });
    const counts = new Map([
      ['UpdateChannelType', 50],
      ['GetOrCreateChannel', 100],
    ]);
    expect(governor.estimate([counts])).toEqual({
      stages: [{ calls: 150, seconds: 61.3, bottleneck: { op: 'UpdateChannelType', perMinute: 48 } }],
      budget: [
        { op: 'UpdateChannelType', calls: 50, perMinute: 48 },
        { op: 'GetOrCreateChannel', calls: 100, perMinute: 8000 },
      ],
    });
  });

  it('a stage waits for what the stages before it used up', () => {
    const { governor } = governed({ limits: { A: 60 } });
    const stage = new Map([['A', 40]]);
    const { stages, budget } = governor.estimate([stage, stage]);
    // 60 calls in the first minute, two in 1.1 s; the 61st waits for the next.
    expect(stages.map(({ seconds }) => seconds)).toEqual([21, 49.1]);
    expect(budget).toEqual([{ op: 'A', calls: 80, perMinute: 60 }]);
  });

  it('follows what replies told about a limit', () => {
    const { governor } = governed();
    governor.observe('A', headers({ 'x-ratelimit-limit': '30' }), 200);
    const { stages } = governor.estimate([new Map([['A', 11]])]);
    expect(stages[0]).toMatchObject({ seconds: 11.1, bottleneck: { perMinute: 30 } });
  });

  it('goes by how long replies took so far, in steps', async () => {
    const { clock, governor } = governed({ limits: { A: 60_000 }, concurrency: 10 });
    const seconds = () => governor.estimate([new Map([['A', 100]])]).stages[0]?.seconds;
    expect(seconds()).toBe(1);
    await makeCalls(governor, clock, 'A', 5, 395);
    expect(seconds()).toBe(4);
    await makeCalls(governor, clock, 'A', 100);
    expect(seconds()).toBe(0.2);
  });

  it.each([{ maxShare: 0 }, { maxShare: 1.5 }, { maxShare: Number.NaN }, { concurrency: 0 }, { concurrency: 1.5 }])(
    'refuses %j',
    (options) => {
      expect(() => createGovernor(options)).toThrow(RangeError);
    },
  );
});

describe('a count without a limit', () => {
  it('is not held against a guessed limit', async () => {
    const clock = skippingClock(1_000_000);
    const governor = createGovernor({ maxShare: 0.5, clock, limitOf: () => 1000 });
    const counted = headers({ 'x-ratelimit-remaining': '299', 'x-ratelimit-reset': '1050' });
    const release = await governor.acquire('ListRoles');
    governor.observe('ListRoles', (name) => counted(name.toLowerCase()), 200);
    release();
    const before = clock.now();
    (await governor.acquire('ListRoles'))();
    expect(clock.now() - before).toBeLessThan(2000);
  });
});
