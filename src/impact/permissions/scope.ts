/** What is granted in one scope, role by role, and from where that is known. */

import type { Grants } from '../../core/default-grants.ts';
import { isArray, isObject, type Json, type Pointer, pointer } from '../../core/json.ts';

/** The scope outside of channels. */
export const APP_SCOPE = '.app';

/** Where a list of grants stands. */
export type Origin =
  | { readonly from: 'configuration'; readonly at: Pointer }
  | { readonly from: 'live' }
  | { readonly from: 'defaults'; readonly date: string };

export interface Granted {
  readonly ids: readonly string[];
  readonly origin: Origin;
}

export interface Scope {
  /** A channel type, or `.app`. */
  readonly name: string;
  readonly lists: ReadonlyMap<string, Granted>;
  /** What tells that all other roles have nothing; undefined: nobody can tell what they have. */
  readonly rest: Origin | undefined;
}

/** The list of a role; undefined where nobody can tell. */
export function grantedTo(scope: Scope, role: string): Granted | undefined {
  return scope.lists.get(role) ?? (scope.rest === undefined ? undefined : { ids: [], origin: scope.rest });
}

export function unknownScope(name: string): Scope {
  return { name, lists: new Map(), rest: undefined };
}

/** A scope whose lists are all known from one place. */
export function wholeScope(name: string, grants: Json | Grants | undefined, origin: Origin): Scope {
  return { ...partialScope(name, grants, origin), rest: origin };
}

/** A scope of which only the roles that are named are known. */
export function partialScope(name: string, grants: Json | Grants | undefined, origin: Origin): Scope {
  return { name, lists: new Map(listsOf(grants).map(([role, ids]) => [role, { ids, origin }])), rest: undefined };
}

/** Lists that are declared at a place of the configuration replace those below them, role by role. */
export function declaredOver(under: Scope, grants: Json | undefined, at: Pointer): Scope {
  const declared = listsOf(grants).map(
    ([role, ids]) => [role, { ids, origin: { from: 'configuration', at: at + pointer(role) } }] as const,
  );
  return { ...under, lists: new Map([...under.lists, ...declared]) };
}

function listsOf(grants: Json | Grants | undefined): readonly (readonly [string, readonly string[]])[] {
  if (!isObject(grants)) return [];
  return Object.entries(grants).flatMap(([role, ids]) => (isArray(ids) ? [[role, ids.map(String)] as const] : []));
}
