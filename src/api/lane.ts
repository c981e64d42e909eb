/** The rate of one operation: what was started, what the server said, and when the next call may start. No I/O, no clock. */
import { backoff } from './backoff.ts';
import { type Allowance, allowanceOf } from './limits.ts';
import type { RateHeaders } from './rate-headers.ts';

const MINUTE = 60_000;
/** Windows last a minute. A reset further away is a clock that is wrong, not a wait. */
const LONGEST_RESET = 61_000;
const BACKOFF_BASE = 1_000;
const BACKOFF_CAP = 30_000;
/** Spread of the first calls after a reset that everybody was told. */
const RESET_JITTER = 250;

export interface Lane {
  allowance(): Allowance;
  /** The earliest time at which the next call may start: `now`, or later. */
  nextStart(now: number): number;
  started(now: number): void;
  ended(): void;
  /** Learns from a reply, before `ended`. Returns for how many milliseconds the operation rests because it was throttled. */
  learn(rate: RateHeaders, status: number, now: number): number;
}

export function createLane(defaultLimit: number, maxShare: number, random: () => number): Lane {
  let limit = defaultLimit;
  /** Whether the server told its limit: replies may lack any of the headers. */
  let isTold = false;
  let allowed = allowanceOf(limit, maxShare);
  /** Times of the calls that still count, oldest first. */
  const starts: number[] = [];
  let inFlight = 0;
  /** What the server's own count leaves us until `until`: others use the same quota. */
  let left = { calls: Number.POSITIVE_INFINITY, window: 0, until: 0 };
  let restUntil = 0;
  let strikes = 0;

  function learnRemaining({ remaining, window, resetIn }: RateHeaders, now: number): void {
    if (remaining === undefined || window === undefined || resetIn === undefined) return;
    if (resetIn <= 0 || resetIn > LONGEST_RESET || window < left.window) return;
    // Calls in flight may be counted already or not: taken as not counted. What maxShare leaves to others stays untouched.
    // Our own guess at the limit must not be held against the server's count: it may be far off.
    const reserved = isTold ? limit - allowed.perMinute : Math.floor(remaining * (1 - maxShare));
    const calls = remaining - reserved - Math.max(0, inFlight - 1);
    const sameWindow = window === left.window;
    left = { calls: sameWindow ? Math.min(left.calls, calls) : calls, window, until: now + resetIn };
  }

  function rest({ remaining, resetIn, retryAfter }: RateHeaders, now: number): void {
    // Replies to calls of the same burst tell nothing new.
    if (now >= restUntil) strikes += 1;
    // With calls remaining it was the ceiling per second, not the minute: its reset would be too long a wait.
    const told = retryAfter ?? (remaining !== undefined && remaining > 0 ? undefined : resetIn);
    const plausible = told !== undefined && told > 0 && (retryAfter !== undefined || told <= LONGEST_RESET);
    const wait = plausible ? told + random() * RESET_JITTER : backoff(strikes, BACKOFF_BASE, BACKOFF_CAP, random);
    restUntil = Math.max(restUntil, now + wait);
  }

  return {
    allowance: () => allowed,
    nextStart(now) {
      const horizon = now - Math.max(MINUTE, allowed.burstMs);
      while (starts[0] !== undefined && starts[0] <= horizon) starts.shift();
      const minute = (starts.at(-allowed.perMinute) ?? Number.NEGATIVE_INFINITY) + MINUTE;
      const burst = (starts.at(-allowed.burst) ?? Number.NEGATIVE_INFINITY) + allowed.burstMs;
      const server = left.calls < 1 ? left.until : 0;
      return Math.max(now, minute, burst, server, restUntil);
    },
    started(now) {
      starts.push(now);
      inFlight += 1;
      left = now < left.until ? { ...left, calls: left.calls - 1 } : { ...left, calls: Number.POSITIVE_INFINITY };
    },
    ended() {
      inFlight -= 1;
    },
    learn(rate, status, now) {
      if (rate.limit !== undefined && rate.limit > 0) {
        limit = rate.limit;
        isTold = true;
        allowed = allowanceOf(limit, maxShare);
      }
      learnRemaining(rate, now);
      if (status === 429) rest(rate, now);
      else if (now >= restUntil) strikes = 0;
      return Math.max(0, restUntil - now);
    },
  };
}
