/** The plan is data: changes for people, operations for the API, and what ties them to the app and the configuration. */
import type { Address } from './address.ts';
import type { Call } from './call.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Json, JsonObject, Pointer } from './json.ts';
import type { Digest } from './prior.ts';
import type { OnRemoval, Reference, Span } from './reference.ts';

export interface FieldChange {
  /** Concrete pointer into the normalised body, e.g. `/custom/color` or `/members/alice`. */
  readonly path: Pointer;
  readonly before?: Json;
  readonly after?: Json;
  /** Compared as a set: shown as `+item` and `-item`. */
  readonly set?: true;
  readonly origin?: 'config' | 'drift' | 'conflict';
  /** Never shown: a secret. */
  readonly hidden?: true;
}

export type Action = 'create' | 'update' | 'replace' | 'remove';

export interface Change {
  readonly address: Address;
  readonly kind: string;
  readonly id: string;
  readonly action: Action;
  readonly fields: readonly FieldChange[];
  /** For removals: what is done. */
  readonly removal?: OnRemoval;
  /** Not carried out in this run, and why. */
  readonly heldBack?: 'allow-delete' | 'deactivated' | 'in-use' | 'drift';
  /** It may be neither removed nor replaced: the configuration protects it, or did before. */
  readonly protect?: true;
  /** `whole`: of what a write replaces as a whole together with planned fields, such as the list of event hooks. */
  readonly touched: { readonly before: Digest | null; readonly after: Digest; readonly whole?: Digest };
  /** Resources that it mentions. */
  readonly references: readonly Reference[];
  /** In memory only: the wanted and the live body, for `write`. */
  readonly next?: JsonObject;
  readonly live?: JsonObject;
  /** Entries of `live` that go, beside what `next` says. */
  readonly gone?: readonly Pointer[];
  /** Fields that moved live and keep their value: `policy.drift` is `report`. */
  readonly leftToDrift?: readonly Pointer[];
  readonly facts?: JsonObject;
  readonly span?: Span;
}

/** One request of the plan and what it stands for. */
export interface Operation {
  /** Unique and stable for equal plans, e.g. `users.1`. */
  readonly id: string;
  readonly kind: string;
  readonly stage: number;
  readonly call: Call;
  readonly covers: readonly Address[];
  /** Operations that must have succeeded. */
  readonly needs: readonly string[];
  readonly settle: 'reply' | 'task';
  readonly readAgainAfter?: number;
  readonly bestEffort?: true;
  /** Within the stage: higher than that of what it waits for. */
  readonly rank: number;
  /** In memory only: the joiner's name, and the single calls that were joined, in the order of `covers`. */
  readonly joinedBy?: string;
  readonly parts?: readonly Call[];
}

export interface Stage {
  readonly number: number;
  /** E.g. `channel types`, `delete users`. */
  readonly title: string;
}

export interface PlanCounts {
  readonly unchanged: number;
  readonly unmanaged: number;
  readonly heldBack: number;
  /** Declared fields that cannot be compared, as `address.field`. */
  readonly blind: readonly string[];
}

export interface Plan {
  readonly formatVersion: 1;
  readonly target: { readonly appId: number; readonly appName?: string; readonly baseUrl: string };
  readonly configuration: {
    readonly digest: Digest;
    readonly env?: string;
    /** The commit that the configuration is at, where it is known. */
    readonly commit?: string;
    /** What was managed before was read from here. */
    readonly base?: { readonly ref: string; readonly commit: string };
  };
  readonly changes: readonly Change[];
  readonly operations: readonly Operation[];
  readonly operationsDigest: Digest;
  readonly stages: readonly Stage[];
  readonly counts: PlanCounts;
  readonly estimate: Estimate;
  readonly impacts: readonly Impact[];
  /** Cells of the scopes in which one changes, without those that are `none` on both sides. */
  readonly matrix: readonly Cell[];
  readonly diagnostics: readonly Diagnostic[];
  /** When reading the live side began, in milliseconds since the epoch; in memory only. */
  readonly readAt: number;
  /** When it had ended and the plan was there; in memory only. */
  readonly madeAt: number;
}

/** How long some calls take at the allowed rate, and which operation's limit binds. */
export interface Pace {
  readonly calls: number;
  readonly seconds: number;
  readonly bottleneck?: { readonly op: string; readonly perMinute: number };
}

/** The same for a plan: stages run one after another, and what is spent of each operation's limit. */
export interface Estimate extends Pace {
  /** Where batch updates stand in for others: how many calls it would be without them. */
  readonly callsWithoutBatches?: number;
  readonly stages: readonly (Pace & { readonly stage: number })[];
  readonly budget: readonly Budget[];
}

/** Calls of one operation against what this run may use of its limit. */
export interface Budget {
  readonly op: string;
  readonly calls: number;
  /** Allowed in a minute, `max_share` taken off. */
  readonly perMinute: number;
}

/** Breaks clients, loses data, weakens security, ends sessions (authentication), loses events, one way. */
export type ImpactClass = 'CB' | 'DL' | 'SE' | 'AU' | 'EV' | 'OW';

/** What a change does to clients, data or security. */
export interface Impact {
  /** Stable: the class and a number, such as `CB01`; docs/impact.md has them all. */
  readonly code: string;
  readonly class: ImpactClass;
  readonly address: Address;
  /** The field; empty: the resource itself. */
  readonly path: Pointer;
  /** Short, without text of users. */
  readonly summary: string;
  /** What happens to whom, in full sentences. */
  readonly detail: string;
  /** How many are affected, where one cheap query tells; `more`: at least so many. */
  readonly affected?: { readonly what: string; readonly count: number; readonly more: boolean };
  /** The configuration accepts it. */
  readonly waiver?: { readonly reason: string; readonly expires: string };
}

/** An entry of `policy.waivers`: an impact that the configuration accepts. */
export interface Waiver {
  readonly code: string;
  /** The address of a resource or of a field; `*` stands for any text, and what is below is covered. */
  readonly address: Address;
  /** The same, split. */
  readonly names: readonly string[];
  readonly reason: string;
  /** `2026-12-31`: the last day on which it counts, by UTC. */
  readonly expires: string;
  /** Where it stands in the configuration. */
  readonly at: Pointer;
}

/** What a role may do with a permission: to everybody's, to its own alone, to nothing; or nobody can tell from here. */
export type Access = 'any' | 'own' | 'none' | 'unknown';

/** One cell of the effective permissions before and after the plan. */
export interface Cell {
  /** A channel type, or `.app`. */
  readonly scope: string;
  readonly role: string;
  /** The permission's id without the ending `-owner`. */
  readonly permission: string;
  readonly before: Access;
  readonly after: Access;
}

export type Result =
  | { readonly status: 'done'; readonly note?: 'already' | 'revived' | 'appeared' }
  | Failed
  | { readonly status: 'not-started'; readonly because: string };

export interface Failed {
  readonly status: 'failed';
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
  /** It is not known whether it was done: answers got lost, and looking did not settle it. */
  readonly unclear?: true;
}

export interface CallCounts {
  readonly planned: number;
  readonly writes: number;
  readonly retries: number;
  readonly polls: number;
  readonly followUps: number;
  readonly verification: number;
}

export interface ApplyReport {
  readonly results: ReadonlyMap<Address, Result>;
  readonly notConverged: readonly Address[];
  readonly interrupted: boolean;
  readonly calls: CallCounts;
  readonly diagnostics: readonly Diagnostic[];
  readonly seconds: number;
}

/** What `apply` tells while it works; progress, reports and journals are readers of it. */
export type ApplyEvent =
  | { readonly type: 'stage'; readonly stage: Stage; readonly operations: number }
  | { readonly type: 'started'; readonly operation: Operation }
  | { readonly type: 'succeeded'; readonly operation: Operation }
  | { readonly type: 'failed'; readonly operation: Operation; readonly message: string }
  | { readonly type: 'skipped'; readonly operation: Operation; readonly because: string }
  | { readonly type: 'retrying'; readonly operation: Operation; readonly because: string }
  | { readonly type: 'verifying'; readonly remaining: number };
