/** The rate of one operation: what was started, what the server said, and when the next call may start. No I/O, no clock. */
import { createArrivals } from './arrivals.ts';
import { backoff } from './backoff.ts';
import { type Allowance, allowanceOf } from './limits.ts';
import { createQuota, LONGEST_RESET } from './quota.ts';
import type { RateHeaders } from './rate-headers.ts';

const MINUTE = 60_000;
/** How far a guess at a limit may be off. Refusals can have other causes: what stands before the API counts for itself. */
const LOWEST_GUESS = 1 / 8;
const BACKOFF_BASE = 1_000;
const BACKOFF_CAP = 30_000;
/** Spread of the first calls after a reset that everybody was told. */
const RESET_JITTER = 250;

export interface Lane {
  allowance(): Allowance;
  /** The earliest time at which the next call may start: `now`, or later. */
  nextStart(now: number): number;
  started(now: number): void;
  /** The call that was started at `start` is over. */
  ended(start: number, now: number): void;
  /**
   * Learns from the reply to a call that was started at `start`, before `ended`. Returns for how many milliseconds the operation
   * rests because it was throttled.
   */
  learn(rate: RateHeaders, status: number, now: number, start: number): number;
}

export function createLane(defaultLimit: number, maxShare: number, random: () => number): Lane {
  const arrivals = createArrivals();
  const quota = createQuota();
  let limit = defaultLimit;
  /** Whether the server told its limit: replies may lack any of the headers. */
  let isTold = false;
  /** When the present limit was first told. */
  let toldAt = Number.NEGATIVE_INFINITY;
  let allowed = allowanceOf(limit, maxShare);
  let inFlight = 0;
  let restUntil = 0;
  let strikes = 0;
  /** When our guess at the limit last turned out to be too high, or was raised again. */
  let guessedAt = 0;

  function setLimit(next: number): void {
    limit = next;
    allowed = allowanceOf(limit, maxShare);
  }

  /** Replies overtake each other: a higher limit counts only from a call that was started when the lower one was known. */
  function tell(next: number, now: number, start: number): void {
    if (isTold && (next === limit || (next > limit && start <= toldAt))) return;
    isTold = true;
    toldAt = now;
    setLimit(next);
  }

  /** Only for as long as the server does not tell its limit. */
  function guess(next: number, now: number): void {
    guessedAt = now;
    setLimit(Math.min(defaultLimit, Math.max(1, Math.floor(defaultLimit * LOWEST_GUESS), Math.floor(next))));
  }

  function rest({ remaining, resetIn, retryAfter }: RateHeaders, now: number): void {
    // Replies to calls of the same burst tell nothing new.
    if (now >= restUntil) {
      strikes += 1;
      if (!isTold && retryAfter === undefined) guess(limit / 2, now);
    }
    // With calls remaining it was the ceiling per second, not the minute: its reset would be too long a wait.
    const told = retryAfter ?? (remaining !== undefined && remaining > 0 ? undefined : resetIn);
    const plausible = told !== undefined && told > 0 && (retryAfter !== undefined || told <= LONGEST_RESET);
    const wait = plausible ? told + random() * RESET_JITTER : backoff(strikes, BACKOFF_BASE, BACKOFF_CAP, random);
    restUntil = Math.max(restUntil, now + wait);
  }

  return {
    allowance: () => allowed,
    nextStart: (now) => Math.max(arrivals.nextStart(allowed, now), quota.opensAt(now), restUntil),
    started(now) {
      arrivals.started(now);
      quota.started();
      inFlight += 1;
    },
    ended(start, now) {
      arrivals.ended(start, now);
      inFlight -= 1;
    },
    learn(rate, status, now, start) {
      if (rate.limit !== undefined && rate.limit > 0) tell(rate.limit, now, start);
      const othersInFlight = Math.max(0, inFlight - 1);
      quota.learn(rate, { limit: isTold ? limit : undefined, maxShare, now, othersInFlight, since: arrivals.since });
      if (status === 429) rest(rate, now);
      else if (now >= restUntil) {
        strikes = 0;
        if (!isTold && limit < defaultLimit && now >= guessedAt + MINUTE) guess(limit * 2, now);
      }
      return Math.max(0, restUntil - now);
    },
  };
}
