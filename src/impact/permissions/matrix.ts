/** The effective permissions of scopes before and after a plan, cell by cell. */
import type { Access, Cell } from '../../core/plan.ts';
import { accessOf } from './access.ts';
import { type Definitions, rightsOf } from './rights.ts';
import { grantedTo, type Scope } from './scope.ts';

/** One side of a plan. A scope that is not there, because its type is new or goes, gives nobody anything. */
export interface Side {
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly definitions: Definitions;
}

/**
 * All cells of the scopes in which at least one differs, without those that are `none` on both sides; by scope, role and
 * permission. `roles` are those that exist although no list may name them.
 */
export function matrixOf(before: Side, after: Side, roles: Iterable<string>): readonly Cell[] {
  const names = [...new Set([...before.scopes.keys(), ...after.scopes.keys()])].sort();
  const known = [...roles];
  return names.flatMap((name) => {
    const cells = cellsOf(name, before, after, known);
    return cells.some((cell) => cell.before !== cell.after) ? cells : [];
  });
}

function cellsOf(scope: string, before: Side, after: Side, known: readonly string[]): readonly Cell[] {
  const sides = [before, after].map((side) => ({ ...side, scope: side.scopes.get(scope) }));
  const roles = new Set(sides.flatMap((side) => [...(side.scope?.lists.keys() ?? [])]));
  if (sides.some((side) => side.scope !== undefined && side.scope.rest === undefined))
    for (const role of known) roles.add(role);
  const permissions = new Set(
    sides.flatMap((side) =>
      [...(side.scope?.lists.values() ?? [])].flatMap(({ ids }) =>
        ids.flatMap((id) => rightsOf(id, side.definitions).map((right) => right.permission)),
      ),
    ),
  );
  const columns = [...permissions].sort();
  return [...roles].sort().flatMap((role) =>
    columns.flatMap((permission) => {
      const [was, is] = sides.map((side) => sideOf(side.scope, side.definitions, role, permission));
      return was === undefined || is === undefined || (was === 'none' && is === 'none')
        ? []
        : [{ scope, role, permission, before: was, after: is }];
    }),
  );
}

function sideOf(scope: Scope | undefined, definitions: Definitions, role: string, permission: string): Access {
  if (scope === undefined) return 'none';
  const list = grantedTo(scope, role);
  return list === undefined ? 'unknown' : accessOf(list.ids, definitions, permission);
}
