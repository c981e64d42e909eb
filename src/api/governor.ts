/** Decides when a call may start, so that no operation's limit and no number of open requests is ever exceeded. */
import { setMaxListeners } from 'node:events';
import type { Budget, Pace } from '../core/plan.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Headers } from './http.ts';
import { createLane, type Lane } from './lane.ts';
import { allowanceOf, defaultLimit, lastStart } from './limits.ts';
import { readRateHeaders } from './rate-headers.ts';

export interface GovernorOptions {
  /** Share of each limit that this run may use; the rest is left to the app's own backend. */
  readonly maxShare?: number | undefined;
  /** Requests open at the same time, over all operations. */
  readonly concurrency?: number | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: (() => number) | undefined;
  /** Calls per minute of an operation, until a reply tells it. */
  readonly limitOf?: ((op: string) => number) | undefined;
}

export interface Governor {
  /** Waits for the turn of a call; the returned function ends it. First come, first served within an operation. */
  acquire(op: string, signal?: AbortSignal | undefined): Promise<() => void>;
  /**
   * Learns from a reply, before its call is ended. Returns for how many milliseconds the operation rests because the server
   * throttled it: the wait is shared by all its calls, `acquire` keeps to it.
   */
  observe(op: string, headers: Headers, status: number): number;
  /** How long calls that may run side by side take, by the same rules. */
  estimate(counts: ReadonlyMap<string, number>): Pace & { readonly budget: readonly Budget[] };
  /** Resolves when no call is open or waiting. */
  idle(): Promise<void>;
}

/** What one call takes on average; only matters where no limit binds. */
const LATENCY = 100;

interface Waiter {
  readonly turn: number;
  readonly start: () => void;
}

interface Queue {
  readonly lane: Lane;
  readonly waiting: Set<Waiter>;
}

export function createGovernor(options: GovernorOptions = {}): Governor {
  const {
    maxShare = 0.8,
    concurrency = 10,
    clock = systemClock,
    random = Math.random,
    limitOf = defaultLimit,
  } = options;
  if (!(maxShare > 0 && maxShare <= 1)) throw new RangeError('maxShare has to be above 0 and at most 1');
  if (!(Number.isInteger(concurrency) && concurrency > 0)) throw new RangeError('concurrency has to be at least 1');
  const queues = new Map<string, Queue>();
  let turns = 0;
  let open = 0;
  let waiting = 0;
  let timer: { readonly at: number; readonly stop: AbortController } | undefined;
  let idlers: (() => void)[] = [];

  function queueOf(op: string): Queue {
    const known = queues.get(op);
    if (known !== undefined) return known;
    const queue = { lane: createLane(limitOf(op), maxShare, random), waiting: new Set<Waiter>() };
    queues.set(op, queue);
    return queue;
  }

  /** Starts whatever may start now, and sets the alarm for what may start next. */
  function pump(): void {
    const now = clock.now();
    while (open < concurrency) {
      let next: { readonly waiter: Waiter; readonly queue: Queue } | undefined;
      let wake = Number.POSITIVE_INFINITY;
      for (const queue of queues.values()) {
        const [waiter] = queue.waiting;
        if (waiter === undefined) continue;
        const at = queue.lane.nextStart(now);
        if (at > now) wake = Math.min(wake, at);
        else if (next === undefined || waiter.turn < next.waiter.turn) next = { waiter, queue };
      }
      if (next === undefined) {
        setAlarm(wake, now);
        return;
      }
      next.queue.waiting.delete(next.waiter);
      next.queue.lane.started(now);
      waiting -= 1;
      open += 1;
      next.waiter.start();
    }
  }

  function setAlarm(at: number, now: number): void {
    if (timer?.at === at) return;
    timer?.stop.abort();
    timer = undefined;
    if (at === Number.POSITIVE_INFINITY) return;
    const alarm = { at, stop: new AbortController() };
    timer = alarm;
    clock.sleep(at - now, alarm.stop.signal).then(
      () => {
        if (timer === alarm) timer = undefined;
        pump();
      },
      () => undefined,
    );
  }

  function settle(): void {
    pump();
    if (open > 0 || waiting > 0) return;
    for (const resolve of idlers) resolve();
    idlers = [];
  }

  return {
    acquire(op, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason);
        // One signal may end thousands of calls; Node.js would take its eleventh listener for a leak and say so.
        if (signal !== undefined) setMaxListeners(0, signal);
        const queue = queueOf(op);
        const abort = () => {
          queue.waiting.delete(waiter);
          waiting -= 1;
          reject(signal?.reason);
          settle();
        };
        let held = true;
        const release = () => {
          if (!held) return;
          held = false;
          queue.lane.ended();
          open -= 1;
          settle();
        };
        const waiter: Waiter = {
          turn: turns++,
          start: () => {
            signal?.removeEventListener('abort', abort);
            resolve(release);
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        queue.waiting.add(waiter);
        waiting += 1;
        pump();
      });
    },
    observe(op, headers, status) {
      const now = clock.now();
      const rest = queueOf(op).lane.learn(readRateHeaders(headers, now), status, now);
      pump();
      return rest;
    },
    estimate(counts) {
      let calls = 0;
      const budget: Budget[] = [];
      let slowest = { op: '', at: 0, perMinute: 0 };
      for (const [op, count] of counts) {
        calls += count;
        const allowance = queues.get(op)?.lane.allowance() ?? allowanceOf(limitOf(op), maxShare);
        budget.push({ op, calls: count, perMinute: allowance.perMinute });
        const at = lastStart(allowance, count);
        if (at > slowest.at) slowest = { op, at, perMinute: allowance.perMinute };
      }
      const unbound = Math.max(0, Math.ceil(calls / concurrency) - 1) * LATENCY;
      const milliseconds = calls === 0 ? 0 : Math.max(slowest.at, unbound) + LATENCY;
      const bound = slowest.at > unbound ? { bottleneck: { op: slowest.op, perMinute: slowest.perMinute } } : {};
      return { calls, seconds: Math.round(milliseconds / 100) / 10, ...bound, budget };
    },
    idle() {
      return open === 0 && waiting === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve));
    },
  };
}
