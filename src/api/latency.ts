/** What a call takes, from those that were made. */

/** Until there was one. */
const ASSUMED = 100;
/** The average reaches back about as many calls: connecting makes the first ones slow. */
const MEMORY = 10;
/** A call that timed out says nothing about the next one. */
const LONGEST = 5_000;
/** Averages that differ by less are the same: estimates should not change from run to run. */
const STEP = 20;

export interface Latency {
  note(milliseconds: number): void;
  /** In steps of 20 ms, at least one. */
  average(): number;
  /** Of the quickest answer so far, in milliseconds; 0 until there was one. */
  shortest(): number;
}

export function createLatency(): Latency {
  let count = 0;
  let average = ASSUMED;
  let shortest = Number.POSITIVE_INFINITY;
  return {
    note(milliseconds) {
      count += 1;
      shortest = Math.min(shortest, milliseconds);
      average += (Math.min(LONGEST, milliseconds) - average) / Math.min(count, MEMORY);
    },
    shortest: () => (count === 0 ? 0 : shortest),
    average: () => Math.max(STEP, Math.round(average / STEP) * STEP),
  };
}
