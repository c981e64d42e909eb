import { text } from '../check.ts';
import { CHANNEL_ROLES, USER_ROLES } from '../defaults/roles.ts';
import { inputError } from '../errors.ts';
import { bodyOf, type Call, count, flag, type Route } from '../http/route.ts';
import type { RoleRow } from '../store/rows/settings.ts';
import { time, type ValueObject } from '../values.ts';
import { known, lagged, type World } from '../world.ts';
import { isGranted, scopesOf } from './grants.ts';

const MOST_CUSTOM_ROLES = 25;

export const roleRoutes: readonly Route[] = [
  { method: 'GET', path: '/roles', area: 'common', op: 'ListRoles', clients: false, handle: listRoles },
  { method: 'GET', path: '/roles/search', area: 'common', op: 'SearchRoles', clients: true, handle: searchRoles },
  { method: 'POST', path: '/roles', area: 'common', op: 'CreateRole', clients: false, handle: createRole },
  { method: 'DELETE', path: '/roles/:name', area: 'common', op: 'DeleteRole', clients: false, handle: deleteRole },
];

function listRoles({ world }: Call): ValueObject {
  return { roles: [...lagged(world, world.store.roles).values()].map((role) => roleView(world, role)) };
}

function searchRoles(call: Call): ValueObject {
  const { world, query } = call;
  const part = query.get('query') ?? '';
  if (part === '') throw inputError('query is a required field');
  const limit = count(call, 'limit', { max: 25, otherwise: 10 });
  const after = query.get('name_gt') ?? '';
  const kind = query.get('role_type') ?? '';
  if (!['', 'user', 'channel'].includes(kind)) throw inputError('role_type must be one of [user channel]');
  const excluded = kind === 'user' ? CHANNEL_ROLES : kind === 'channel' ? USER_ROLES : [];
  const withGlobal = flag(call, 'include_global_roles');
  const found = [...lagged(world, world.store.roles).values()]
    .filter((role) => role.name.includes(part) && role.name > after && !excluded.includes(role.name))
    .filter((role) => withGlobal || !role.name.startsWith('global_'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { roles: found.slice(0, limit).map((role) => roleView(world, role)) };
}

function createRole(call: Call): ValueObject {
  const { world, at } = call;
  const name = String(bodyOf(call, { name: text({ max: 64 }) }, ['name'])['name']);
  if (world.assume('role_name_characters') === 'b' && !/^[\w-]+$/.test(name))
    throw inputError('name contains invalid characters');
  if (world.store.roles.has(name)) throw inputError(`role "${name}" already exists`);
  const custom = [...world.store.roles.values()].filter((role) => role.custom).length;
  if (custom >= MOST_CUSTOM_ROLES) throw inputError(`cannot have more than ${MOST_CUSTOM_ROLES} custom roles`);
  const role = world.store.roles.put(name, { name, custom: true, created_at: at, updated_at: at });
  return { role: roleView(world, role) };
}

function deleteRole({ world, param }: Call): ValueObject {
  const name = param('name');
  const role = known(world, world.store.roles, name);
  if (role === undefined) throw inputError(`role "${name}" does not exist`);
  if (!role.custom) throw inputError(`role "${name}" is a built-in role and cannot be deleted`);
  for (const user of world.store.users.values()) {
    if (user.role === name && user.deleted_at === undefined) {
      throw inputError(`role "${name}" cannot be deleted, at least one user is using this role (ie. "${user.id}")`);
    }
  }
  const scope = scopesOf(world).find(([, grants]) => isGranted(grants, name));
  if (scope !== undefined) throw inputError(`role "${name}" cannot be deleted, it has grants in "${scope[0]}"`);
  world.store.roles.remove(name);
  return {};
}

function roleView(world: World, role: RoleRow): ValueObject {
  return {
    name: role.name,
    custom: role.custom,
    scopes: scopesOf(world)
      .filter(([, grants]) => isGranted(grants, role.name))
      .map(([scope]) => scope),
    created_at: time(role.created_at),
    updated_at: time(role.updated_at),
  };
}
