/** What a transport tells about its requests. */
import type { Call } from '../core/call.ts';
import type { JsonObject } from '../core/json.ts';

/** One request and what became of it, without any secret: for logs, reports and tests. */
export interface Exchange {
  readonly op: string;
  readonly effect: Call['effect'];
  readonly method: Call['method'];
  readonly path: string;
  /** As in the call, with secrets as `{"$secret": pointer}`. */
  readonly body?: JsonObject;
  readonly requestId: string;
  /** 1 for the first request of a call. */
  readonly attempt: number;
  /** 0 without an answer. */
  readonly status: number;
  /** From sending to the answer, without any wait before it. */
  readonly milliseconds: number;
  readonly outcome: 'done' | 'retrying' | 'failed';
  /** Why it failed. */
  readonly message?: string;
  /** Milliseconds until the next attempt, at least. */
  readonly wait?: number;
}

export interface TransportStats {
  readonly requests: number;
  /** Requests that repeat an earlier one of the same call. */
  readonly retries: number;
  /** Requests by operation, repeats included. */
  readonly byOp: ReadonlyMap<string, number>;
  /** Requests that have no answer yet. */
  readonly underWay: number;
}

export interface Tally {
  /** Counts a request that is sent now. */
  sent(op: string, attempt: number): void;
  /** One of the requests under way has come to its end. */
  ended(): void;
  stats(): TransportStats;
}

export function createTally(): Tally {
  const byOp = new Map<string, number>();
  let requests = 0;
  let retries = 0;
  let underWay = 0;
  return {
    sent(op, attempt) {
      requests += 1;
      if (attempt > 1) retries += 1;
      underWay += 1;
      byOp.set(op, (byOp.get(op) ?? 0) + 1);
    },
    ended() {
      underWay -= 1;
    },
    stats: () => ({ requests, retries, byOp: new Map(byOp), underWay }),
  };
}
