/** Whether a call is tried again after a failure, and when. */
import type { Call } from '../core/call.ts';
import { backoff } from './backoff.ts';
import type { Failure } from './outcome.ts';

const MOST_ATTEMPTS = 4;
const BACKOFF_BASE = 500;
const BACKOFF_CAP = 8_000;
const LONGEST_RETRY_AFTER = 60_000;

export interface Retries {
  /** Milliseconds until the next attempt; undefined if the failure stands. */
  after(
    failure: Failure,
    told: { readonly rest: number; readonly retryAfter?: number | undefined },
  ): number | undefined;
}

/** The history of one call. `longestThrottle`: how long it may be told to wait in all by a server that throttles it. */
export function createRetries(call: Call, longestThrottle: number, random: () => number): Retries {
  let throttled = 0;
  let failures = 0;
  return {
    after(failure, { rest, retryAfter }) {
      if (failure.cause === 'final') return undefined;
      if (failure.cause === 'throttled') {
        // Nothing was carried out, so any call may be repeated, and as often as the server keeps saying when.
        throttled += rest;
        return throttled > longestThrottle ? undefined : rest;
      }
      failures += 1;
      if (failures >= MOST_ATTEMPTS) return undefined;
      if (failure.isUnclear && call.effect === 'write' && call.repeat !== 'free') return undefined;
      return Math.max(
        backoff(failures, BACKOFF_BASE, BACKOFF_CAP, random),
        Math.min(retryAfter ?? 0, LONGEST_RETRY_AFTER),
      );
    },
  };
}
