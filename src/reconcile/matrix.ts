/** The permission matrix of a plan. Reads nothing unless the plan changes what somebody may do. */
import type { Reader } from '../core/call.ts';
import { isArray, isObject, type JsonObject, pointer, tokensOf } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import type { Cell, Change } from '../core/plan.ts';
import { matrixOf, type Side } from '../impact/permissions/matrix.ts';
import type { Definition, Definitions } from '../impact/permissions/rights.ts';
import { APP_SCOPE, declaredOver, type Scope, unknownScope } from '../impact/permissions/scope.ts';
import { definitionOf, liveAppScope, livePermissions, liveTypeScopes } from './grants.ts';

/** Fields of a custom permission that decide what it gives. */
const DECISIVE = ['/action', '/owner', '/same_team', '/condition'];

export async function planMatrix(
  changes: readonly Change[],
  kinds: readonly Kind[],
  reader: Reader,
): Promise<readonly Cell[]> {
  const going = changes.filter((change) => change.heldBack === undefined);
  const touching = going.filter(touchesGrants);
  const redefined = going.filter((change) => change.kind === 'permission' && change.fields.some(isDecisive));
  // A new permission gives nothing until grants name it.
  const isElsewhere = redefined.some((change) => change.action === 'update');
  if (touching.length === 0 && !isElsewhere) return [];

  const touched = new Set(touching.map(scopeOf));
  const before = new Map<string, Scope>();
  if (isElsewhere || touched.has(APP_SCOPE)) before.set(APP_SCOPE, await liveAppScope(reader));
  if (isElsewhere || touching.some((change) => change.kind === 'channel_type'))
    for (const [name, scope] of await liveTypeScopes(reader))
      if (isElsewhere || touched.has(name)) before.set(name, scope);
  const after = new Map(before);
  for (const change of touching) {
    const name = scopeOf(change);
    const next = scopeAfter(before.get(name), name, change);
    if (next === undefined) after.delete(name);
    else after.set(name, next);
  }

  const live = await definitionsOf([...before.values(), ...after.values()], kinds, reader, isElsewhere);
  const planned = new Map(live);
  for (const { id, next } of redefined) planned.set(id, { ...live.get(id), ...next });
  const roles = kinds.find((kind) => kind.name === 'role')?.builtIns ?? [];
  return matrixOf(sideOf(before, live), sideOf(after, planned), roles);
}

function touchesGrants(change: Change): boolean {
  if (change.kind === 'channel_type' && change.action === 'remove') return true;
  return ['app', 'channel_type'].includes(change.kind) && change.fields.some(({ path }) => isGrants(path));
}

function isGrants(path: string): boolean {
  return path === '/grants' || path.startsWith('/grants/');
}

function isDecisive({ path }: { readonly path: string }): boolean {
  return DECISIVE.some((each) => path === each || path.startsWith(`${each}/`));
}

function scopeOf(change: Change): string {
  return change.kind === 'app' ? APP_SCOPE : change.id;
}

/** Undefined: the scope goes. A new type starts with the server's defaults, and a reset leads to them: nobody can read those. */
function scopeAfter(before: Scope | undefined, name: string, change: Change): Scope | undefined {
  if (change.action === 'remove') return undefined;
  const at = pointer(...(change.kind === 'app' ? ['app'] : ['channel_types', name]), 'grants');
  if (change.fields.some(({ path }) => path === '/grants')) return unknownScope(name);
  if (before === undefined) return declaredOver(unknownScope(name), change.next?.['grants'], at);
  const lists = change.fields
    .filter(({ path }) => isGrants(path))
    .map(({ path, after }) => [tokensOf(path)[1] ?? '', isArray(after) ? after : []] as const);
  return declaredOver(before, Object.fromEntries(lists), at);
}

type Bodies = ReadonlyMap<string, JsonObject>;

function sideOf(scopes: ReadonlyMap<string, Scope>, bodies: Bodies): Side {
  const definitions: Definitions = new Map<string, Definition>(
    [...bodies].map(([id, body]) => [id, definitionOf(body)]),
  );
  return { scopes, definitions };
}

/** The custom permissions of the app; asked for only when an id may be one. */
async function definitionsOf(
  scopes: readonly Scope[],
  kinds: readonly Kind[],
  reader: Reader,
  isElsewhere: boolean,
): Promise<Bodies> {
  const permission = kinds.find((kind) => kind.name === 'permission');
  const mentioned = scopes.flatMap(({ lists }) => [...lists.values()].flatMap(({ ids }) => ids));
  if (!isElsewhere && mentioned.every((id) => permission?.reserved?.(id) === true)) return new Map();
  const live = await livePermissions(reader);
  return new Map([...live].flatMap(([id, body]) => (isObject(body) ? [[id, body]] : [])));
}
