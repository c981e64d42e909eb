/** What was managed before this run, as far as anything remembers it: the slot for a git base or a ledger. */
import type { Address } from './address.ts';
import type { JsonObject, Pointer } from './json.ts';

/** As a base: the commit that was applied last. */
export const APPLIED = 'applied';

export type Digest = `h1:${string}`;
export type Hash = (text: string) => Digest;

export interface PriorResource {
  /** Digest of each field's canonical value (sets sorted, spellings united), by concrete pointer. */
  readonly fields: ReadonlyMap<Pointer, Digest>;
  readonly protect: boolean;
  /** What was declared, where that is remembered in full: entries that the API knows by ids of its own are found again by it. */
  readonly body?: JsonObject;
}

export interface Prior {
  readonly from: 'none' | 'git' | 'ledger';
  get(address: Address): PriorResource | undefined;
  of(kind: string): AsyncIterable<{ readonly id: string } & PriorResource>;
}

/** Of a resource that was not managed before, where that is known. */
export const NEWLY_MANAGED: PriorResource = { fields: new Map(), protect: false };

/** Nothing is remembered: the code path is the same, only the answers are empty. */
export const NO_PRIOR: Prior = {
  from: 'none',
  get: () => undefined,
  async *of() {},
};
