/** What a call takes on average, from those that were made. */

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
}

export function createLatency(): Latency {
  let count = 0;
  let average = ASSUMED;
  return {
    note(milliseconds) {
      count += 1;
      average += (Math.min(LONGEST, milliseconds) - average) / Math.min(count, MEMORY);
    },
    average: () => Math.max(STEP, Math.round(average / STEP) * STEP),
  };
}
