/** A clock that only requests move. */
const START = Date.parse('2026-01-01T00:00:00Z');
const STEP_MS = 250;

export interface SteppedClock {
  now(): number;
  step(): void;
}

export function steppedClock(start = START): SteppedClock {
  let at = start;
  return {
    now: () => at,
    step() {
      at += STEP_MS;
    },
  };
}
