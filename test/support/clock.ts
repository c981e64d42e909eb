/** Time that passes only when everybody waits for it: a run that takes minutes by its own clock ends at once. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../src/api/index.ts';

export interface VirtualClock extends Clock {
  /** Time stands still while `work` goes on: an answer that is under way takes none. */
  hold<T>(work: Promise<T>): Promise<T>;
  pass(ms: number): void;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Turns of the event loop without any work after which whoever could act has acted. */
const IDLE_TURNS = 3;

export function virtualClock(start = Date.parse('2026-10-01T12:00:00Z')): VirtualClock {
  let now = start;
  let held = 0;
  let isRunning = false;
  const sleepers = new Set<Sleeper>();

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    for (let idle = 0; sleepers.size > 0; idle = held > 0 ? 0 : idle + 1) {
      await turn();
      if (idle < IDLE_TURNS || held > 0) continue;
      const [next] = [...sleepers].sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      sleepers.delete(next);
      now = Math.max(now, next.at);
      next.wake();
      idle = 0;
    }
    isRunning = false;
  }

  return {
    now: () => now,
    sleep(milliseconds, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason);
        const abort = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          at: now + Math.max(0, milliseconds),
          wake: () => {
            signal?.removeEventListener('abort', abort);
            resolve();
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        sleepers.add(sleeper);
        void run();
      });
    },
    async hold(work) {
      held += 1;
      try {
        return await work;
      } finally {
        held -= 1;
      }
    },
    pass: (ms) => {
      now += ms;
    },
  };
}
