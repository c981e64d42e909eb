/** Finding things in a plan, and sorting them by kind. What a plan names it also holds: anything else is a bug. */
import type { Address } from '../core/address.ts';
import type { Kind } from '../core/kind.ts';
import type { Change } from '../core/plan.ts';

export function changeAt(address: Address, { changes }: { readonly changes: ReadonlyMap<Address, Change> }): Change {
  const change = changes.get(address);
  if (change === undefined) throw new Error(`the plan has no change of ${address}`);
  return change;
}

export function kindNamed(name: string, { kinds }: { readonly kinds: ReadonlyMap<string, Kind> }): Kind {
  const kind = kinds.get(name);
  if (kind === undefined) throw new Error(`there is no kind ${name}`);
  return kind;
}

export function groupByKind<T extends { readonly kind: string }>(
  list: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const group = groups.get(each.kind);
    if (group === undefined) groups.set(each.kind, [each]);
    else group.push(each);
  }
  return groups;
}
