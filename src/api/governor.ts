/** Decides when a call may start, so that no operation's limit and no number of open requests is ever exceeded. */
import { setMaxListeners } from 'node:events';
import { type Clock, systemClock } from './clock.ts';
import { type Forecast, forecast } from './estimate.ts';
import type { Headers } from './http.ts';
import { createLane, type Lane } from './lane.ts';
import { createLatency } from './latency.ts';
import { allowanceOf, defaultLimit } from './limits.ts';
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
  /** How many milliseconds a server may tell an operation to rest before its calls are given up. */
  readonly longestRest?: number | undefined;
}

/** Why a call does not get its turn: the server wants its operation left alone for longer than anybody would wait. */
export class RestTooLong extends Error {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super(`the server asks for a pause of ${Math.ceil(milliseconds / 1000)} s`);
    this.name = 'RestTooLong';
    this.milliseconds = milliseconds;
  }
}

export interface Governor {
  /**
   * Waits for the turn of a call; the returned function ends it. First come, first served within an operation. Rejects with
   * the signal's reason, or with RestTooLong.
   */
  acquire(op: string, signal?: AbortSignal | undefined): Promise<() => void>;
  /**
   * Learns from a reply, before its call is ended. Returns for how many milliseconds the operation rests because the server
   * throttled it: the wait is shared by all its calls, `acquire` keeps to it. `start` is when the call was sent, for replies that
   * overtake each other.
   */
  observe(op: string, headers: Headers, status: number, start?: number): number;
  /** How long calls take, by the same rules: stages run one after another, the calls of each side by side. */
  estimate(stages: readonly ReadonlyMap<string, number>[]): Forecast;
  /** Resolves when no call is open or waiting. */
  idle(): Promise<void>;
}

const LONGEST_REST = 300_000;
/**
 * Calls that start at once are answered at once, and then both sides wait for each other in turns. So starts are spread over this
 * share of the time that the quickest answer took. With all of it, a place would stay empty after each delay.
 */
const SPREAD = 0.5;
/** Of timers, in milliseconds: where answers are that quick, spreading them would only slow them down. */
const SHORTEST_PAUSE = 1;

interface Waiter {
  readonly turn: number;
  readonly start: (now: number) => void;
  readonly giveUp: (reason: unknown) => void;
}

interface Queue {
  readonly lane: Lane;
  readonly waiting: Set<Waiter>;
  /** Until when nobody waits for the operation. */
  shutUntil: number;
}

export function createGovernor(options: GovernorOptions = {}): Governor {
  const {
    maxShare = 0.8,
    concurrency = 10,
    clock = systemClock,
    random = Math.random,
    limitOf = defaultLimit,
    longestRest = LONGEST_REST,
  } = options;
  if (!(maxShare > 0 && maxShare <= 1)) throw new RangeError('maxShare has to be above 0 and at most 1');
  if (!(Number.isInteger(concurrency) && concurrency > 0)) throw new RangeError('concurrency has to be at least 1');
  const queues = new Map<string, Queue>();
  const latency = createLatency();
  let turns = 0;
  let open = 0;
  let waiting = 0;
  let lastStart = Number.NEGATIVE_INFINITY;
  let timer: { readonly at: number; readonly stop: AbortController } | undefined;
  let idlers: (() => void)[] = [];

  function queueOf(op: string): Queue {
    const known = queues.get(op);
    if (known !== undefined) return known;
    const lane = createLane(limitOf(op), maxShare, random);
    const queue = { lane, waiting: new Set<Waiter>(), shutUntil: 0 };
    queues.set(op, queue);
    return queue;
  }

  /** When the next call may start, whatever its operation. */
  function paced(): number {
    const pause = (latency.shortest() * SPREAD) / concurrency;
    return pause < SHORTEST_PAUSE ? lastStart : lastStart + pause;
  }

  /** Starts whatever may start now, and sets the alarm for what may start next. */
  function pump(): void {
    const now = clock.now();
    while (open < concurrency) {
      const earliest = paced();
      let next: { readonly waiter: Waiter; readonly queue: Queue } | undefined;
      let wake = Number.POSITIVE_INFINITY;
      for (const queue of queues.values()) {
        const [waiter] = queue.waiting;
        if (waiter === undefined) continue;
        const at = Math.max(earliest, queue.lane.nextStart(now));
        if (at > now) wake = Math.min(wake, at);
        else if (next === undefined || waiter.turn < next.waiter.turn) next = { waiter, queue };
      }
      if (next === undefined) {
        setAlarm(wake, now);
        return;
      }
      next.queue.waiting.delete(next.waiter);
      next.queue.lane.started(now);
      lastStart = now;
      waiting -= 1;
      open += 1;
      next.waiter.start(now);
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

  function releaseOnce(lane: Lane, start: number): () => void {
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const now = clock.now();
      latency.note(now - start);
      lane.ended(start, now);
      open -= 1;
      settle();
    };
  }

  return {
    acquire(op, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason);
        // One signal may end thousands of calls; Node.js would take its eleventh listener for a leak and say so.
        if (signal !== undefined) setMaxListeners(0, signal);
        const queue = queueOf(op);
        const now = clock.now();
        if (now < queue.shutUntil) return reject(new RestTooLong(queue.shutUntil - now));
        const abort = () => {
          waiter.giveUp(signal?.reason);
          settle();
        };
        const waiter: Waiter = {
          turn: turns++,
          start: (start) => {
            signal?.removeEventListener('abort', abort);
            resolve(releaseOnce(queue.lane, start));
          },
          giveUp: (reason) => {
            signal?.removeEventListener('abort', abort);
            queue.waiting.delete(waiter);
            waiting -= 1;
            reject(reason);
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        queue.waiting.add(waiter);
        waiting += 1;
        pump();
      });
    },
    observe(op, headers, status, start = Number.POSITIVE_INFINITY) {
      const now = clock.now();
      const queue = queueOf(op);
      const rest = queue.lane.learn(readRateHeaders(headers, now), status, now, start);
      if (rest > longestRest) {
        queue.shutUntil = now + rest;
        for (const waiter of queue.waiting) waiter.giveUp(new RestTooLong(rest));
      }
      pump();
      return rest;
    },
    estimate: (stages) =>
      forecast(stages, {
        allowanceOf: (op) => queues.get(op)?.lane.allowance() ?? allowanceOf(limitOf(op), maxShare),
        concurrency,
        latency: latency.average(),
      }),
    idle() {
      return open === 0 && waiting === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve));
    },
  };
}
