/** What planning and applying are given by their caller. */
import type { Clock, Forecast } from '../api/index.ts';
import type { Desired } from '../config/desired.ts';
import type { Selector } from '../core/address.ts';
import type { Transport } from '../core/call.ts';
import type { Kind } from '../core/kind.ts';
import type { ApplyEvent } from '../core/plan.ts';
import type { Prior } from '../core/prior.ts';

export interface Context {
  readonly desired: Desired;
  readonly transport: Transport;
  readonly kinds: readonly Kind[];
  /** What was managed before; absent: nothing is known of it. */
  readonly prior?: Prior;
  /** Where `prior` was read. */
  readonly base?: { readonly ref: string; readonly commit: string };
  /** How long calls take at the allowed rate, by the same model that the governor goes by: a count by operation for each of
   * the stages, which run one after another. */
  readonly estimate: (stages: readonly ReadonlyMap<string, number>[]) => Forecast;
}

export interface ReadProgress {
  readonly kind: string;
  readonly done: number;
  readonly total?: number;
}

/** Calls in flight at once, unless the options say otherwise. */
export const CONCURRENCY = 10;
/** Work under way for each call that may be in flight: no call waits for rows to be parsed, or for a reply to be compared. */
const AHEAD = 2;

/** How much is read or carried out at once. The transport sees to it that of its calls no more are in flight than may be. */
export function underWay({ concurrency = CONCURRENCY }: Pick<PlanOptions, 'concurrency'>): number {
  return AHEAD * concurrency;
}

export interface PlanOptions {
  readonly allowDelete: boolean;
  readonly allowMassChange: boolean;
  /** Only resources that one of these selects; none: all. */
  readonly target: readonly Selector[];
  readonly exclude: readonly Selector[];
  /** Blind fields to send all the same, as `address.field`. */
  readonly send: readonly string[];
  readonly lagDeadlineMs: number;
  /** Calls in flight at once. Default 10. The transport's own limit holds beside it. */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface ApplyOptions extends PlanOptions {
  readonly emit: (event: ApplyEvent) => void;
  /** What waiting goes by. Default: the system's. */
  readonly clock?: Clock;
}
