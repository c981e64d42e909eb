/**
 * When the server can have counted the calls of one operation, and when there is room for the next. No I/O, no clock.
 *
 * The server counts a call when it arrives: after it was started, before it was answered. How long the way takes differs from
 * call to call, so calls that were started a second apart may arrive together. Each is therefore held against the rate from
 * its start until a whole period after the last moment at which it can have arrived: no period of the server, wherever it
 * begins, then sees more calls than are allowed.
 */
import type { Allowance } from './limits.ts';

const MINUTE = 60_000;

export interface Arrivals {
  /** The earliest time at which the next call may start: `now`, or later. */
  nextStart(allowance: Allowance, now: number): number;
  started(now: number): void;
  /** The call that was started at `start` was answered: it had arrived. */
  ended(start: number, now: number): void;
  /** Calls that may have arrived after `time`. */
  since(time: number): number;
}

export function createArrivals(): Arrivals {
  /** Latest possible arrivals of calls that must have arrived by now, oldest first. */
  const arrived: number[] = [];
  /** Starts of calls that may still be on their way, oldest first. */
  const underway: number[] = [];

  function arrive(at: number): void {
    let index = arrived.length;
    while (index > 0 && (arrived[index - 1] ?? 0) > at) index -= 1;
    if (index === arrived.length) arrived.push(at);
    else arrived.splice(index, 0, at);
  }

  /** The latest possible arrival of the call before which `count - 1` others arrive at most: the one to make room. */
  function latest(count: number, transitMs: number): number {
    if (count <= underway.length) return (underway.at(-count) ?? 0) + transitMs;
    return arrived.at(underway.length - count) ?? Number.NEGATIVE_INFINITY;
  }

  return {
    nextStart({ perMinute, burst, burstMs, transitMs }, now) {
      for (let [start] = underway; start !== undefined && start + transitMs <= now; [start] = underway) {
        underway.shift();
        arrive(start + transitMs);
      }
      const horizon = now - Math.max(MINUTE, burstMs);
      while (arrived[0] !== undefined && arrived[0] <= horizon) arrived.shift();
      return Math.max(now, latest(perMinute, transitMs) + MINUTE, latest(burst, transitMs) + burstMs);
    },
    started(now) {
      underway.push(now);
    },
    ended(start, now) {
      const index = underway.indexOf(start);
      if (index < 0) return;
      underway.splice(index, 1);
      arrive(now);
    },
    since: (time) => {
      let index = arrived.length;
      while (index > 0 && (arrived[index - 1] ?? 0) > time) index -= 1;
      return arrived.length - index + underway.length;
    },
  };
}
