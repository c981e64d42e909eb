/** Whether what a resource mentions exists: declared, built in, or named as `external`. */
import { addressOf } from '../core/address.ts';
import { globPattern } from '../core/glob.ts';
import { isArray, isObject, type Json, type Pointer } from '../core/json.ts';
import type { Kind, Reference } from '../core/kind.ts';
import { nearest } from '../core/nearest.ts';
import type { Code } from './codes.ts';
import type { Roster } from './roster/roster.ts';

export type Verdict = 'known' | 'removed' | 'unknown' | 'later';

/** Looking for a near name among more ids than this takes longer than it helps. */
const MOST_CANDIDATES = 5000;

export class References {
  readonly #kinds: ReadonlyMap<string, Kind>;
  readonly #declared: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #removed: ReadonlySet<string>;
  readonly #rosters: ReadonlyMap<string, Roster>;
  readonly #incomplete: ReadonlySet<Kind>;
  readonly #external: ReadonlyMap<string, readonly RegExp[]>;

  constructor(parts: {
    readonly kinds: readonly Kind[];
    readonly declared: ReadonlyMap<string, ReadonlySet<string>>;
    /** Addresses. */
    readonly removed: ReadonlySet<string>;
    readonly rosters: ReadonlyMap<string, Roster>;
    /** Kinds of which a roster could not be used: any id may stand there. */
    readonly incomplete: ReadonlySet<Kind>;
    readonly external: Readonly<Record<string, readonly string[]>>;
  }) {
    this.#kinds = new Map(parts.kinds.map((kind) => [kind.name, kind]));
    this.#declared = parts.declared;
    this.#removed = parts.removed;
    this.#rosters = parts.rosters;
    this.#incomplete = parts.incomplete;
    const globs = parts.kinds.map(
      (kind) => [kind.name, (parts.external[kind.collection] ?? []).map(globPattern)] as const,
    );
    this.#external = new Map(globs);
  }

  /** `later`: a roster that was not read yet may declare it. */
  verdict({ kind: name, id }: Reference): Verdict {
    const roster = this.#rosters.get(name);
    if (this.#declared.get(name)?.has(id) || roster?.has(id)) return 'known';
    const kind = this.#kinds.get(name);
    if (kind === undefined || kind.singleton) return 'known';
    if (this.#removed.size > 0 && this.#removed.has(addressOf(name, id))) return 'removed';
    if (kind.reserved?.(id) || this.#external.get(name)?.some((glob) => glob.test(id))) return 'known';
    if (this.#incomplete.has(kind) || roster?.isIncomplete) return 'known';
    return roster === undefined || roster.isRead ? 'unknown' : 'later';
  }

  /** What is wrong with a reference whose verdict says so. */
  problem(
    { kind: name, id, at }: Reference,
    verdict: 'removed' | 'unknown',
  ): { code: Code; detail: string; at: Pointer } {
    const address = addressOf(name, id);
    if (verdict === 'removed') {
      const detail = `${address} is listed under \`removed\`, so this would point to nothing. Drop one of the two.`;
      return { code: 'removed-reference', detail, at };
    }
    const declared = this.#declared.get(name) ?? new Set<string>();
    const builtIns = this.#kinds.get(name)?.builtIns ?? [];
    const near = declared.size > MOST_CANDIDATES ? undefined : nearest(id, [...declared, ...builtIns].sort());
    const hint = near === undefined ? '' : ` Did you mean \`${near}\`?`;
    const collection = this.#kinds.get(name)?.collection ?? name;
    const detail = `${address} is neither declared nor built in.${hint} If it exists in the app, name it under \`external.${collection}\`.`;
    return { code: 'undeclared-reference', detail, at };
  }
}

/** The globs of `external`, as far as they have the right shape. */
export function externalOf(value: Json | undefined): Readonly<Record<string, readonly string[]>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, list]) =>
      isArray(list) ? [[key, list.filter((each) => typeof each === 'string')]] : [],
    ),
  );
}
