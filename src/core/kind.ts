/**
 * What a kind of managed thing is: one declarative object a kind. The field table drives comparing, planning and hiding of
 * secrets; `read` and `write` are the only code a kind brings along.
 */
import type { Address } from './address.ts';
import type { Call, Reader } from './call.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Json, JsonObject, Pointer } from './json.ts';
import type { Change } from './plan.ts';
import type { PriorResource } from './prior.ts';
import type { OnRemoval, Reference, Span } from './reference.ts';

/**
 * How one field is compared and written. Keys of a table are pointers into the normalised body; `*` stands for any name.
 *
 * Shapes: `value` is compared whole (the default); `set` is a list whose order means nothing; `open` is a map managed key by
 * key, each key's value compared whole; `entries` is a map of named objects whose fields have rows of their own below `/*`.
 */
export interface FieldSpec {
  readonly shape?: 'value' | 'set' | 'open' | 'entries';
  /** For `open`: the values of the map are sets. */
  readonly of?: 'set';
  /** What a key that is missing in a reply means, e.g. `0` for a cooldown. */
  readonly absent?: Json;
  /** Maps equal spellings to one, e.g. `"24h"` to `"24h0m0s"`. Applied to both sides before comparing. */
  readonly canonical?: (value: Json) => Json;
  /** Never a difference by itself: a secret, or a field that no reply carries. */
  readonly blind?: 'secret' | 'unread';
  /** The API resets or demands it, so it travels with the value just read although it is not declared. */
  readonly carried?: true;
  /** `null` is accepted and resets the field: `blind` where the default is not knowable, `read` where replies show the reset. */
  readonly reset?: 'blind' | 'read';
  /** Accepted only by the create call, or only by the update call (create then takes a second step). */
  readonly accepts?: 'create' | 'update';
  /** The API cannot change it: report it once, refuse the plan, or replace the resource. */
  readonly immutable?: 'note' | 'refuse' | 'replace';
  /** An instruction to this tool, no field of the API: never compared, never sent as it is. */
  readonly meta?: true;
  /** What becomes of a value that was managed before and is not now; undefined: it becomes unmanaged. */
  readonly giveBack?: (id: string, key: string | undefined) => Json | 'unset' | undefined;
}

/** One live or declared instance of a kind, in the normalised shape of the configuration. */
export interface Resource {
  readonly id: string;
  readonly body: JsonObject;
  /** Pointers of fields that this reply could not show: they are blind this time. */
  readonly blind?: readonly Pointer[];
  /** Pointers of parts that are not set up yet: what is declared below them is sent, blind or not. */
  readonly fresh?: readonly Pointer[];
  /**
   * By pointer: what a write below it replaces as a whole, unmanaged rows and all, in one order and without secrets. A plan
   * that was reviewed stands only while it is the same.
   */
  readonly whole?: Readonly<Record<Pointer, Json>>;
  /** What the kind itself needs beside the fields: built-in or custom, rows to keep, where it is in use. */
  readonly facts?: JsonObject;
}

/** How much a read looks at. */
export interface ReadOptions {
  /** Whether declared messages are read and compared, or taken as present. */
  readonly verifyMessages: boolean;
  /** Changes of this run to the kinds of `readsAfter`, by address: what is read may be about to differ. */
  readonly pending?: ReadonlyMap<Address, Change>;
}

/** One resource that this run looks at: declared (`body`), or to be removed (no body). */
export interface Wanted {
  readonly id: string;
  readonly body?: JsonObject;
  readonly span?: Span;
  readonly prior?: PriorResource;
  /** It was protected before, whatever is said now. */
  readonly protect?: true;
  /** Entries that were managed before and are not declared now: they go. */
  readonly gone?: readonly Pointer[];
  /** Those entries as they were read, if that was before. */
  readonly past?: JsonObject;
  readonly onRemoval?: OnRemoval;
}

export interface Chunk {
  readonly kind: Kind;
  readonly wanted: readonly Wanted[];
  readonly live: ReadonlyMap<string, Resource>;
}

/** Joins calls of equal key into one, and tells the outcome of each part from the one reply. */
export interface Joiner {
  /** Fewer calls than this stay single. */
  readonly atLeast: number;
  /**
   * The API need not have the joined call, so it is used only where the policy allows it (`Step.collapse`). The single calls
   * stand in when it turns out to be missing, and for the parts that it reports as failed. They settle with their reply.
   */
  readonly optional?: true;
  /** How the joined call settles; left out: as its parts. */
  readonly settle?: Step['settle'];
  readonly limit: number;
  /** Upper bound of the joined body, in bytes of JSON. */
  readonly bytes: number;
  join(calls: readonly Call[]): Call;
  /** Ids of the parts that the reply (or the result of its task) reports as failed, with the reason. */
  failures?(reply: JsonObject): ReadonlyMap<string, string>;
}

/** One call of a change's chain. Steps of one address run in order; steps with equal `join` of several addresses become one call. */
export interface Step {
  readonly call: Call;
  /** Name of one of the kind's joiners; only steps of equal name and key are joined. */
  readonly join?: { readonly by: string; readonly key: string };
  /** Steps of the same effect that optional joiners join: taken if the policy allows it and enough resources share them. */
  readonly collapse?: readonly Step[];
  /** `task`: the reply names an asynchronous task that has to end first. */
  readonly settle: 'reply' | 'task';
  /** The body carries values that were read: read again before sending when the read is older than this (milliseconds). */
  readonly readAgainAfter?: number;
  /** Not repeated and not verified: announcements, which are sent at most once. */
  readonly bestEffort?: true;
}

/** What a kind makes of a drafted change: it may hold fields back, add notes, or refuse. */
export interface Review {
  readonly change?: Change;
  readonly notes: readonly Diagnostic[];
}

/** A field or key of a live resource that is not written, and why. */
export interface Omitted {
  readonly at: Pointer;
  /** `unread`: no reply shows it. `unpatchable`: the configuration cannot hold it. `too-many`: left to other programs. */
  readonly why: 'unread' | 'unpatchable' | 'too-many';
}

/** What a pull would write of a live resource. A secret that is in use stands there as a `$secret`. */
export interface Draft {
  readonly body: JsonObject;
  readonly omitted: readonly Omitted[];
}

/** What `chat pull` needs of a kind beside `read`; a kind that is listed whole may do without. */
export interface PullPart {
  /**
   * Every live resource; without it, a kind that is listed whole is listed by `read`. Of such a kind `wanted` is what is
   * declared, and comes as `read` gives it. A kind that is read by id pages by id, and gives only `wanted` if there is any.
   */
  list?(reader: Reader, wanted: readonly Wanted[], options: ReadOptions): AsyncIterable<Resource>;
  /** Default: the body as it was read. */
  draft?(live: Resource): Draft;
  /** What a resource of this id has though nobody set it, beside the `absent` of the field table. */
  defaults?(id: string): JsonObject;
  /** The short forms of a body, as people write it: `normalise` gives the body again. */
  shorten?(body: JsonObject): JsonObject;
}

export interface Kind {
  /** Singular, snake_case: the first part of an address. */
  readonly name: string;
  /** The configuration's key. */
  readonly collection: string;
  /** Names of kinds whose writes come first, all of them. */
  readonly after: readonly string[];
  /** Names of kinds of which only what a resource mentions is written before it: the rest may go out beside it. */
  readonly afterMentioned?: readonly string[];
  /** Names of kinds whose changes `read` looks at, as `pending`. */
  readonly readsAfter?: readonly string[];
  /** How many resources are read together; Infinity: the kind is listed whole. */
  readonly chunk: number;
  /** A single object without an id, such as the app's settings. */
  readonly singleton?: true;
  /** What `on_removal` may be, the default first. Empty: resources of this kind are never removed. */
  readonly removal: readonly OnRemoval[];
  readonly fields: Readonly<Record<Pointer, FieldSpec>>;
  readonly joiners?: Readonly<Record<string, Joiner>>;
  /** Expands the short forms of one resource. Tolerant: what it doesn't understand stays as it is, for the schema to refuse. */
  normalise(raw: Json): JsonObject | undefined;
  /** The body that counts once all overlays are laid: without what another part of it switches off. */
  settle?(body: JsonObject): JsonObject;
  references(id: string, body: JsonObject): readonly Reference[];
  /** Reads the live side of `wanted`, in the shape of the configuration. Resources that don't exist are left out. */
  read(reader: Reader, wanted: readonly Wanted[], options: ReadOptions): AsyncIterable<Resource>;
  /** The calls that carry out a change, in order. Pure. */
  write(change: Change): readonly Step[];
  /** Server built-ins, which can be neither created nor removed. */
  reserved?(id: string): boolean;
  /** Built-ins by name, for "did you mean"; the API may have more. */
  readonly builtIns?: ReadonlySet<string>;
  /** Whether a map of entries is wanted exactly, so that live entries that are not declared go. */
  exact?(pattern: Pointer, body: JsonObject): boolean;
  /**
   * The resources that a successful reply shows as they are now, so that no read is needed to verify them. Only for what is
   * read fresh at once: configuration is served stale for seconds, and the next plan must not see the old state.
   */
  echo?(call: Call, reply: JsonObject, wanted: readonly Wanted[]): readonly Resource[];
  /** A successful create may have found the resource there: what the echo shows missing is sent as one more update. */
  readonly createMayFind?: true;
  review?(change: Change, wanted: Wanted, live: Resource | undefined): Review;
  /** The call that brings back an id which the API keeps although its resource was deleted. */
  restore?(id: string): Call;
  /** Names a refusal that means something particular for this kind, with its fix. */
  explain?(
    call: Call,
    error: { readonly status: number; readonly code: number },
  ): { code: string; detail: string } | undefined;
  readonly pull?: PullPart;
  /** Notes about a resource whether or not it changes. */
  remark?(wanted: Wanted, live: Resource | undefined): readonly Diagnostic[];
}

export type { OnRemoval, Reference, Span };
