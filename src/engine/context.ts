/** What carrying out an operation is given: the world, and where to report. */
import type { Address } from '../core/address.ts';
import type { Call } from '../core/call.ts';
import type { JsonObject } from '../core/json.ts';
import type { Change, Operation } from '../core/plan.ts';
import type { ExchangeContext } from './exchange.ts';
import type { Availability } from './optional.ts';
import type { RereadContext } from './reread.ts';

/** A change as far as one call carries it out. */
export interface Part {
  readonly change: Change;
  readonly call: Call;
}

/** As what a call counts. */
export type Counted = 'writes' | 'retries' | 'followUps';

export interface AttemptContext extends RereadContext, ExchangeContext {
  readonly changes: ReadonlyMap<Address, Change>;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly lagDeadlineMs: number;
  /** Once aborted, nothing is repeated any more. */
  readonly signal?: AbortSignal | undefined;
  readonly restoreBurned: boolean;
  readonly count: (what: Counted) => void;
  readonly retrying: (operation: Operation, because: string) => void;
  /** The time until which a refusal may come from a resource of this run that the API doesn't know everywhere yet. */
  readonly lagUntil: (operation: Operation) => number;
  readonly availability: Availability;
  /** Notes what a reply shows of the resources of one kind that its call was about. */
  readonly echoed: (changes: readonly Change[], call: Call, reply: JsonObject) => void;
}
