/** Reads resources again while applying, and tells what still differs: for carried values, unclear answers and verification. */
import type { Address } from '../core/address.ts';
import type { Reader } from '../core/call.ts';
import type { Kind, ReadOptions, Resource, Wanted } from '../core/kind.ts';
import type { Change } from '../core/plan.ts';
import type { Hash } from '../core/prior.ts';
import { diffChunk } from './diff.ts';

export interface RereadContext {
  readonly reader: Reader;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly readOptions: ReadOptions;
  readonly hash: Hash;
}

/** What is wanted of the resource that a change is about. */
export function wantedOf(change: Change): Wanted {
  return {
    id: change.id,
    ...(change.next === undefined ? {} : { body: change.next }),
    ...(change.removal === undefined ? {} : { onRemoval: change.removal }),
  };
}

/** The differences that are left of the given changes, by address; an address without one is as it was wanted. */
export async function remaining(
  changes: readonly Change[],
  context: RereadContext,
): Promise<ReadonlyMap<Address, Change>> {
  const left = new Map<Address, Change>();
  for (const [name, group] of groupByKind(changes)) {
    const kind = context.kinds.get(name);
    if (kind === undefined) continue;
    for (let from = 0; from < group.length; from += Math.min(kind.chunk, group.length)) {
      const wanted = group.slice(from, from + Math.min(kind.chunk, group.length)).map(wantedOf);
      const ids = new Set(wanted.map((each) => each.id));
      const live = new Map<string, Resource>();
      for await (const resource of kind.read(context.reader, wanted, context.readOptions))
        if (ids.has(resource.id)) live.set(resource.id, resource);
      for (const change of diffChunk({ kind, wanted, live }, { hash: context.hash, send: new Set() }).changes)
        left.set(change.address, change);
    }
  }
  return left;
}

/** What a reply's echo shows to be missing still; undefined when the echo doesn't show everything that was declared. */
export function leftByEcho(change: Change, kind: Kind, echo: Resource, hash: Hash): Change | 'nothing' | undefined {
  const wanted = wantedOf(change);
  if (wanted.body === undefined) return undefined;
  const diff = diffChunk({ kind, wanted: [wanted], live: new Map([[wanted.id, echo]]) }, { hash, send: new Set() });
  const [left] = diff.changes;
  if (left !== undefined) return left;
  const hidden = diff.blind.length > 0 && (echo.blind?.length ?? 0) > 0;
  return hidden ? undefined : 'nothing';
}

function groupByKind(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.kind);
    if (group === undefined) groups.set(change.kind, [change]);
    else group.push(change);
  }
  return groups;
}
