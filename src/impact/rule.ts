/** What a rule is: where it looks, and in which direction a change has the impact. */
import type { ReadCall } from '../core/call.ts';
import type { Json, Pointer } from '../core/json.ts';
import type { Change } from '../core/plan.ts';
import type { Code } from './codes.ts';

/** One change of a field, or of the resource itself (path `''`, with its whole body on either side). */
export interface Transition {
  readonly change: Change;
  readonly path: Pointer;
  /** The path's tokens. */
  readonly names: readonly string[];
  /** Undefined: not there, or not known. */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** Who is affected: a number that is known, or a query of one page that tells it. */
export type Affects =
  | { readonly what: string; readonly count: number }
  | { readonly what: string; readonly call: ReadCall; readonly list: 'users' | 'channels'; readonly page: number };

/** Several findings of one rule in one change, told as one. */
export interface Together {
  readonly path: Pointer;
  readonly detail: string;
  readonly affects: Affects;
}

export interface Rule {
  readonly code: Code;
  readonly kind: string;
  /** Pointers with `*` for any name; `''` is the resource itself. */
  readonly at: readonly Pointer[];
  /** It counts for new resources too: there nothing narrows, but something may be opened. */
  readonly alsoNew?: true;
  /** What happens to whom, in full sentences; undefined: this transition does not have the impact. */
  detail(transition: Transition): string | undefined;
  affects?(transition: Transition): Affects | undefined;
  together?(all: readonly Transition[]): Together;
}
