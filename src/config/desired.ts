/** The loaded configuration: what the rest of the tool sees of the files. */
import type { Diagnostic, Source } from '../core/diagnostic.ts';
import type { JsonObject, Pointer } from '../core/json.ts';
import type { OnRemoval, Wanted } from '../core/kind.ts';
import type { PermissionTest } from '../core/permission-test.ts';
import type { Waiver } from '../core/plan.ts';
import type { Digest } from '../core/prior.ts';

export interface Target {
  /** Absent when a variable is missing: only commands that reach the API need them. */
  readonly apiKey: string | undefined;
  readonly apiSecret: string | undefined;
  readonly baseUrl: string;
  /** Refuse to touch any other app. */
  readonly appId: number | undefined;
}

export interface Policy {
  readonly allowDelete: boolean;
  /** By collection (`users`), what a removal does; a missing one means the kind's default. */
  readonly onRemoval: Readonly<Record<string, OnRemoval>>;
  /** Whether declared messages are read and compared. */
  readonly verifyMessages: boolean;
  /** What to do about user ids that the API keeps because the user was deleted. */
  readonly onBurned: 'report' | 'restore';
  /** Whether what moved live alone is put back, or told and left. */
  readonly drift: 'revert' | 'report';
  /** Whether the same change of many channels may go out in batches, which the app need not have. */
  readonly batchChannels: boolean;
  /** Share of the app's rate limits that the tool may use, 0 to 1. */
  readonly maxShare: number;
  /** Classes and codes of impacts that stop an apply. */
  readonly failOn: readonly string[];
  /** Impacts that are accepted. */
  readonly waivers: readonly Waiver[];
  /** The date of the default grants that may stand in, offline, for what is not declared. */
  readonly assumeDefaults?: string;
}

export interface Removed {
  readonly kind: string;
  readonly id: string;
  readonly onRemoval?: OnRemoval;
  readonly at: Pointer;
}

export interface Desired {
  readonly file: string;
  readonly env: string | undefined;
  readonly target: Target;
  readonly policy: Policy;
  /** Names under `external`: by collection, globs of ids that exist although nothing here declares them. */
  readonly external: Readonly<Record<string, readonly string[]>>;
  readonly removed: readonly Removed[];
  readonly tests: readonly PermissionTest[];
  /** Of what the files say. Covers the rosters, so with rosters it is known after `finish()` and throws before. */
  readonly digest: Digest;
  /** Values of secrets, by the pointer that stands for them in `{"$secret": pointer}`. For the transport only. */
  readonly secrets: ReadonlyMap<Pointer, string>;
  /** All problems found so far; rosters add to it while they are read. */
  readonly diagnostics: readonly Diagnostic[];
  /** Names of the kinds of which anything is declared or removed. */
  readonly kinds: ReadonlySet<string>;
  /** Declared resources of a kind in file order, then those of its rosters, read as a stream and checked on the way. */
  wanted(kind: string): AsyncIterable<Wanted & { readonly body: JsonObject }>;
  /** The same in blocks of any size: with a step for each of them, reading a large roster costs less. */
  wantedBlocks(kind: string): AsyncIterable<readonly (Wanted & { readonly body: JsonObject })[]>;
  /** Whether an id is declared. Ids of rosters count once their stream has been read. */
  isDeclared(kind: string, id: string): boolean;
  /** Reads the rosters that nobody has read yet, and checks what takes all of them: references to their ids. */
  finish(): Promise<void>;
  /** All files that it was read from. */
  readonly files: readonly string[];
  /** An earlier text of this configuration with the values that this one has where the text is the same. */
  recast(earlier: JsonObject): JsonObject;
  /** The place in the files that a pointer of the united configuration comes from. */
  locate(at: Pointer): Source | undefined;
}
