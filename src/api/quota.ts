/** What the server's own count leaves to this run until its window ends: others use the same quota. No I/O, no clock. */
import type { RateHeaders } from './rate-headers.ts';

/** Windows last a minute. A reset further away is a clock that is wrong, not a wait. */
export const LONGEST_RESET = 61_000;
const MINUTE = 60_000;

/** What else is known of the operation when a reply comes. */
export interface Standing {
  /** Calls a minute, of everybody together; undefined until the server told it. */
  readonly limit: number | undefined;
  readonly maxShare: number;
  readonly now: number;
  /** Open calls, without the one that the reply belongs to. */
  readonly othersInFlight: number;
  /** Our own calls since a time. */
  since(time: number): number;
}

export interface Quota {
  /** When a call may start as far as the count goes: 0, or the end of the window. */
  opensAt(now: number): number;
  started(): void;
  learn(rate: RateHeaders, standing: Standing): void;
}

export function createQuota(): Quota {
  /** The lowest count seen in the latest window. Replies overtake each other; the server's count only falls. */
  let lowest = { remaining: Number.POSITIVE_INFINITY, window: 0, until: 0, reserved: 0 };
  /** Our calls that this count may not include. */
  let uncounted = 0;

  return {
    opensAt(now) {
      const isSpent = lowest.remaining - lowest.reserved - uncounted < 1;
      return isSpent && now < lowest.until ? lowest.until : 0;
    },
    started() {
      uncounted += 1;
    },
    learn({ remaining, window, resetIn }, standing) {
      if (remaining === undefined || window === undefined || resetIn === undefined) return;
      if (resetIn <= 0 || resetIn > LONGEST_RESET) return;
      const isSame = window === lowest.window;
      if (window < lowest.window || (isSame && remaining >= lowest.remaining)) {
        // This call is in the lowest count, or in an earlier window's.
        uncounted = Math.max(0, uncounted - 1);
        return;
      }
      uncounted = standing.othersInFlight;
      // A date is told in whole seconds: each reply can only be too late about the end of the window.
      const until = Math.min(isSame ? lowest.until : Number.POSITIVE_INFINITY, standing.now + resetIn);
      lowest = { remaining, window, until, reserved: reserveOf(remaining, until, uncounted, standing) };
    },
  };
}

/**
 * What has to be left untouched: the part of the others' share that they have not used. Once they use more than their share
 * they are busier than expected, and as much again is left to them.
 */
function reserveOf(remaining: number, until: number, uncounted: number, { limit, maxShare, since }: Standing): number {
  // Our own guess at the limit must not be held against the server's count: it may be far off.
  if (limit === undefined) return Math.floor(remaining * (1 - maxShare));
  const share = limit - Math.floor(limit * maxShare);
  const used = limit - remaining - Math.max(0, since(until - MINUTE) - uncounted);
  return Math.min(share, Math.abs(share - Math.max(0, used)));
}
