/** A server that counts as the emulator does, at the end of a way that takes its time, and callers that want as much as they may. */
import { createGovernor } from '../../src/api/index.ts';
import { createLimiter } from '../../src/emulator/http/limits.ts';
import { steppedClock } from './support.ts';

export const OP = 'UpdateUsers';
const MINUTE = 60_000;

export interface Circumstances {
  readonly limit: number;
  readonly maxShare?: number;
  readonly concurrency?: number;
  /** Calls that want to be made. */
  readonly calls: number;
  /** Whole minutes of the server to watch. Without it until all calls are done. */
  readonly minutes?: number;
  /** Milliseconds into a minute of the server at which the run begins. */
  readonly offset?: number;
  /** How far the clock of the server is ahead. */
  readonly skew?: number;
  /** Milliseconds to the server, and from there back. */
  readonly there: () => number;
  readonly back: () => number;
  /** What a reply tells; default: everything. */
  readonly tells?: (index: number) => readonly Header[];
  /** Where the run starts from; default: the true limit. */
  readonly guessed?: number;
  /** Another limit from a time after the beginning on. */
  readonly later?: { readonly after: number; readonly limit: number };
  /** Another client: milliseconds from one of its calls to the next. */
  readonly othersEvery?: number;
  /** Calls that were counted before the beginning, two a second. */
  readonly before?: number;
  readonly random?: () => number;
}

export type Header = 'x-ratelimit-limit' | 'x-ratelimit-remaining' | 'x-ratelimit-reset' | 'date';
export const HEADERS: readonly Header[] = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'date'];

export interface Outcome {
  /** When calls reached the server, in milliseconds since the beginning; those that it let through. */
  readonly passed: readonly number[];
  readonly refused: readonly { readonly at: number; readonly sentAt: number }[];
  readonly othersRefused: number;
  /** Calls let through in each minute of the server. */
  readonly byMinute: readonly number[];
  readonly bySecond: readonly number[];
  /** When the first reply after `later` came. */
  readonly learnedAt: number;
  /** When the last call was done. */
  readonly endedAt: number;
  /** What was foreseen, in seconds, before the first call. */
  readonly foreseen: number;
}

export async function drive(around: Circumstances): Promise<Outcome> {
  const { limit, maxShare = 0.8, concurrency = 10, calls, minutes, offset = 0, skew = 0, later, othersEvery } = around;
  const begin = Date.UTC(2030, 0, 1) + offset - skew;
  const clock = steppedClock(begin);
  let ago = 0;
  const serverNow = () => clock.now() + skew - ago;
  const limiter = createLimiter({ mode: 'default', edge: undefined, now: serverNow });
  limiter.set(OP, limit);
  for (ago = (around.before ?? 0) * 500; ago > 0; ago -= 500) limiter.take(OP, 'server_side');
  const governor = createGovernor({
    ...{ maxShare, concurrency, clock, random: around.random ?? (() => 0.5), limitOf: () => around.guessed ?? limit },
  });
  const stop = new AbortController();
  const passed: number[] = [];
  const refused: { at: number; sentAt: number }[] = [];
  let othersRefused = 0;
  let replies = 0;
  let learnedAt = Number.POSITIVE_INFINITY;
  let endedAt = 0;

  async function call(): Promise<void> {
    for (let isDone = false; !isDone; ) {
      const release = await governor.acquire(OP, stop.signal);
      const sentAt = clock.now() - begin;
      await clock.sleep(around.there());
      const quota = limiter.take(OP, 'server_side');
      const at = clock.now() - begin;
      const told = headersOf(quota, serverNow());
      isDone = !quota.isRefused;
      if (isDone) passed.push(at);
      else refused.push({ at, sentAt });
      await clock.sleep(around.back());
      const shown = around.tells?.(replies++) ?? HEADERS;
      governor.observe(
        OP,
        (name) => shown.find((each) => each === name) && told[name as Header],
        isDone ? 200 : 429,
        begin + sentAt,
      );
      release();
      if (later !== undefined && at >= later.after) learnedAt = Math.min(learnedAt, clock.now() - begin);
      endedAt = clock.now() - begin;
    }
  }

  async function others(every: number): Promise<void> {
    while (!stop.signal.aborted) {
      await clock.sleep(every, stop.signal);
      if (limiter.take(OP, 'server_side').isRefused) othersRefused += 1;
    }
  }

  const foreseen = governor.estimate([new Map([[OP, calls]])]).stages[0]?.seconds ?? 0;
  const ignore = () => undefined;
  if (later !== undefined) void clock.sleep(later.after).then(() => limiter.set(OP, later.limit));
  const all = Promise.all(Array.from({ length: calls }, call)).then(() => stop.abort(), ignore);
  if (othersEvery !== undefined) others(othersEvery).catch(ignore);
  if (minutes !== undefined) {
    await clock.run(begin + minutes * MINUTE + MINUTE - offset);
    stop.abort();
  }
  await clock.run();
  await all;
  const byMinute = histogram(passed, offset, MINUTE);
  return {
    ...{ passed, refused, othersRefused, learnedAt, endedAt, foreseen },
    byMinute:
      minutes === undefined ? byMinute : Array.from({ length: minutes + 1 }, (_, minute) => byMinute[minute] ?? 0),
    bySecond: histogram(passed, offset, 1000),
  };
}

function headersOf(quota: { limit: number; remaining: number; reset: number }, now: number): Record<Header, string> {
  return {
    'x-ratelimit-limit': String(quota.limit),
    'x-ratelimit-remaining': String(quota.remaining),
    'x-ratelimit-reset': String(quota.reset),
    date: new Date(now).toUTCString(),
  };
}

function histogram(times: readonly number[], offset: number, width: number): number[] {
  const counts: number[] = [];
  for (const time of times) {
    const index = Math.floor((time + offset) / width);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count ?? 0);
}

/** What arrived in the whole minutes of the server, as a share of what was allowed. The first minute is not whole. */
export function usedShare({ byMinute }: Outcome, perMinute: number, from = 1): number {
  const whole = byMinute.slice(from);
  const sum = whole.reduce((total, count) => total + count, 0);
  // A call that comes a moment after the last of the minutes belongs to them all the same.
  return (sum + 1) / (whole.length * perMinute);
}
