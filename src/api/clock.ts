import { setTimeout as delay } from 'node:timers/promises';

/** Time as a parameter, so that tests of waiting do not wait. */
export interface Clock {
  /** Milliseconds since the epoch; never runs backwards. */
  now(): number;
  /** Rejects with the signal's reason when it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal | undefined): Promise<void>;
}

/** The longest delay of a timer; a longer one would fire at once. */
const LONGEST_SLEEP = 2 ** 31 - 1;

export const systemClock: Clock = {
  // Date.now() follows corrections of the system's clock: a jump backwards would stop the governor for as long.
  now: () => performance.timeOrigin + performance.now(),
  async sleep(milliseconds, signal) {
    try {
      await delay(
        Math.min(Math.max(0, milliseconds), LONGEST_SLEEP),
        undefined,
        signal === undefined ? {} : { signal },
      );
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
