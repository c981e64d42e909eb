import type { JsonObject } from '../../core/json.ts';
import { bool, map, type Shape, text } from '../check.ts';
import { inputError, notFound } from '../errors.ts';
import { bodyOf, type Call, flagOf, objectOf, type Route, textOf } from '../http/route.ts';
import type { PermissionRow } from '../store/rows/settings.ts';
import type { ValueObject } from '../values.ts';
import { known, lagged, type World } from '../world.ts';
import { scopesOf } from './grants.ts';

const FIELDS: Shape = {
  name: text({ max: 100 }),
  description: text({ max: 2048 }),
  action: text(),
  condition: map(),
  owner: bool,
  same_team: bool,
};

export const permissionRoutes: readonly Route[] = [
  { method: 'GET', path: '/permissions', area: 'common', op: 'ListPermissions', clients: false, handle: listAll },
  { method: 'POST', path: '/permissions', area: 'common', op: 'CreatePermission', clients: false, handle: create },
  { method: 'GET', path: '/permissions/:id', area: 'common', op: 'GetPermission', clients: false, handle: getOne },
  { method: 'PUT', path: '/permissions/:id', area: 'common', op: 'UpdatePermission', clients: false, handle: update },
  {
    method: 'DELETE',
    path: '/permissions/:id',
    area: 'common',
    op: 'DeletePermission',
    clients: false,
    handle: remove,
  },
];

function listAll({ world }: Call): ValueObject {
  return { permissions: [...lagged(world, world.store.permissions).values()].map(permissionView) };
}

function getOne({ world, param }: Call): ValueObject {
  const row = lagged(world, world.store.permissions).get(param('id'));
  if (row === undefined) throw notFound(`custom permission "${param('id')}" not found`);
  return { permission: permissionView(row) };
}

function create(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, { id: text({ max: 255 }), ...FIELDS }, ['id', 'name', 'action', 'condition']);
  const id = String(body['id']);
  if (world.store.permissions.has(id)) throw inputError(`permission "${id}" already exists`);
  world.store.permissions.put(id, rowOf(world, id, body));
  return {};
}

function update(call: Call): ValueObject {
  const { world, param } = call;
  const body = bodyOf(call, FIELDS, ['name', 'action', 'condition']);
  const row = customRow(world, param('id'));
  world.store.permissions.put(row.id, rowOf(world, row.id, body));
  return {};
}

function remove({ world, param }: Call): ValueObject {
  const row = customRow(world, param('id'));
  const scope = scopesOf(world).find(([, grants]) => Object.values(grants).some((ids) => ids.includes(row.id)));
  if (scope !== undefined) throw inputError(`permission "${row.id}" cannot be deleted, it is granted in "${scope[0]}"`);
  world.store.permissions.remove(row.id);
  return {};
}

function customRow(world: World, id: string): PermissionRow {
  const row = known(world, world.store.permissions, id);
  if (row === undefined) throw notFound(`custom permission "${id}" not found`);
  if (!row.custom) throw inputError(`permission "${id}" is built-in and cannot be changed`);
  return row;
}

function rowOf(world: World, id: string, body: JsonObject): PermissionRow {
  const action = textOf(body, 'action') ?? '';
  const model = [...world.store.permissions.values()].find((row) => !row.custom && row.action === action);
  if (model === undefined) throw inputError(`action "${action}" does not exist`);
  return {
    id,
    name: textOf(body, 'name') ?? '',
    description: textOf(body, 'description') ?? '',
    action,
    owner: flagOf(body, 'owner') ?? false,
    same_team: flagOf(body, 'same_team') ?? false,
    condition: objectOf(body, 'condition'),
    custom: true,
    level: model.level,
  };
}

function permissionView(row: PermissionRow): ValueObject {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    action: row.action,
    owner: row.owner,
    same_team: row.same_team,
    condition: row.condition,
    custom: row.custom,
    level: row.level,
    tags: [],
    owner_resource: '',
  };
}
