/** How long calls will take: the rules of the governor, played through in advance. No I/O, no clock. */
import type { Budget, Pace } from '../core/plan.ts';
import { type Arrivals, createArrivals } from './arrivals.ts';
import type { Allowance } from './limits.ts';

export interface Forecast {
  /** One for each of the stages asked about, in their order. */
  readonly stages: readonly Pace[];
  /** Over all stages, by operation. */
  readonly budget: readonly Budget[];
}

export interface Circumstances {
  readonly allowanceOf: (op: string) => Allowance;
  readonly concurrency: number;
  /** What one call takes on average, in milliseconds. */
  readonly latency: number;
}

/** Each stage counts its calls by operation. Stages run one after another, and share what is left of a minute. */
export function forecast(stages: readonly ReadonlyMap<string, number>[], around: Circumstances): Forecast {
  const { allowanceOf, concurrency, latency } = around;
  const lanes = new Map<string, Arrivals>();
  const totals = new Map<string, number>();
  let time = 0;

  function lastStart(op: string, count: number): number {
    const allowance = allowanceOf(op);
    const lane = lanes.get(op) ?? createArrivals();
    lanes.set(op, lane);
    const starts: number[] = [];
    let at = time;
    for (let call = 0; call < count; call += 1) {
      const placeFree = (starts[call - concurrency] ?? Number.NEGATIVE_INFINITY) + latency;
      at = lane.nextStart(allowance, Math.max(at, placeFree));
      starts.push(at);
      lane.started(at);
      lane.ended(at, at + Math.min(latency, allowance.transitMs));
    }
    return at - time;
  }

  function paceOf(counts: ReadonlyMap<string, number>): Pace {
    let calls = 0;
    let slowest = { op: '', wait: 0 };
    for (const [op, count] of counts) {
      calls += count;
      totals.set(op, (totals.get(op) ?? 0) + count);
      const wait = lastStart(op, count);
      if (wait > slowest.wait) slowest = { op, wait };
    }
    if (calls === 0) return { calls, seconds: 0 };
    // Operations share the places: where no limit keeps calls from starting, all of them are taken all the time.
    const unbound = Math.max(0, Math.ceil(calls / concurrency) - 1) * latency;
    const milliseconds = Math.max(slowest.wait, unbound) + latency;
    time += milliseconds;
    const { op, wait } = slowest;
    const bound = wait > unbound ? { bottleneck: { op, perMinute: allowanceOf(op).perMinute } } : {};
    return { calls, seconds: Math.max(0.1, Math.round(milliseconds / 100) / 10), ...bound };
  }

  const paces = stages.map(paceOf);
  const budget = [...totals].map(([op, calls]) => ({ op, calls, perMinute: allowanceOf(op).perMinute }));
  return { stages: paces, budget };
}
