/** Grants of the app and of channel types: only the roles that are named change, each list is replaced whole. */
import { isObject, type JsonObject } from '../../core/json.ts';
import { BUILT_IN_ROLES } from '../defaults/roles.ts';
import { inputError } from '../errors.ts';
import type { Grants } from '../store/rows/settings.ts';
import { known, type World } from '../world.ts';

export function applyGrants(world: World, current: Grants, defaults: Grants, given: unknown): Grants {
  if (given === null) return defaults;
  if (!isObject(given)) return current;
  refuseUnknown(world, given);
  const next: Record<string, readonly string[]> = { ...current };
  for (const [role, ids] of Object.entries(given)) {
    const list = Array.isArray(ids) ? [...new Set(ids as readonly string[])].sort() : [];
    // A role that somebody made shows only while it has a grant; the built-in ones show always.
    if (list.length === 0 && !BUILT_IN_ROLES.includes(role)) delete next[role];
    else next[role] = list;
  }
  return next;
}

function refuseUnknown(world: World, given: JsonObject): void {
  for (const [role, ids] of Object.entries(given)) {
    if (known(world, world.store.roles, role) === undefined) throw inputError(`role "${role}" does not exist`);
    for (const id of Array.isArray(ids) ? (ids as readonly string[]) : []) {
      if (known(world, world.store.permissions, id) === undefined) {
        throw inputError(`permission "${id}" does not exist`);
      }
    }
  }
}

/** Modifiers of one channel: `!id` takes a permission away, `id` adds it. */
export function modifyGrants(current: Grants, modifiers: JsonObject): Grants {
  const next: Record<string, readonly string[]> = { ...current };
  for (const [role, changes] of Object.entries(modifiers)) {
    const ids = new Set(next[role]);
    for (const change of Array.isArray(changes) ? (changes as readonly string[]) : []) {
      if (change.startsWith('!')) ids.delete(change.slice(1));
      else ids.add(change);
    }
    next[role] = [...ids].sort();
  }
  return next;
}

export function refuseUnknownModifiers(world: World, modifiers: JsonObject): void {
  const plain = Object.entries(modifiers).map(([role, ids]) => [
    role,
    Array.isArray(ids) ? (ids as readonly string[]).map((id) => id.replace(/^!/, '')) : [],
  ]);
  refuseUnknown(world, Object.fromEntries(plain) as JsonObject);
}

/** A role can be named like a member that every object has. */
export function isGranted(grants: Grants, role: string): boolean {
  return Object.hasOwn(grants, role) && (grants[role]?.length ?? 0) > 0;
}

/** Every place that grants something: the app itself and each channel type. */
export function scopesOf(world: World): readonly (readonly [scope: string, grants: Grants])[] {
  const scopes: (readonly [string, Grants])[] = [];
  const app = world.store.app.get('app');
  if (app !== undefined) scopes.push(['.app', app.grants]);
  for (const type of world.store.channelTypes.values()) scopes.push([type.name, type.grants]);
  return scopes;
}
