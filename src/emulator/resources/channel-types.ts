import type { Json, JsonObject } from '../../core/json.ts';
import { demand, text } from '../check.ts';
import { BUILT_IN_TYPES, NEW_TYPE_SETTINGS } from '../defaults/channel-types.ts';
import { defaultTypeGrants } from '../defaults/grants.ts';
import { inputError, notFound } from '../errors.ts';
import { bodyOf, type Call, isGiven, numberOf, type Route, textOf, textsOf } from '../http/route.ts';
import { builtInType } from '../seed.ts';
import type { ChannelTypeRow } from '../store/rows/settings.ts';
import { time, type ValueObject } from '../values.ts';
import { known, lagged, type World } from '../world.ts';
import { CREATE_FIELDS, goDuration, refuseBadSettings, UPDATE_FIELDS } from './channel-type-fields.ts';
import { commandViews, resolveCommands } from './commands.ts';
import { applyGrants } from './grants.ts';

const MOST_CUSTOM_TYPES = 50;

export const channelTypeRoutes: readonly Route[] = [
  { method: 'GET', path: '/channeltypes', area: 'chat', op: 'ListChannelTypes', clients: false, handle: listAll },
  { method: 'POST', path: '/channeltypes', area: 'chat', op: 'CreateChannelType', clients: false, handle: create },
  { method: 'GET', path: '/channeltypes/:name', area: 'chat', op: 'GetChannelType', clients: false, handle: getOne },
  { method: 'PUT', path: '/channeltypes/:name', area: 'chat', op: 'UpdateChannelType', clients: false, handle: update },
  {
    method: 'DELETE',
    path: '/channeltypes/:name',
    area: 'chat',
    op: 'DeleteChannelType',
    clients: false,
    handle: remove,
  },
];

function listAll({ world }: Call): ValueObject {
  const types = [...lagged(world, world.store.channelTypes).values()];
  return { channel_types: Object.fromEntries(types.map((row) => [row.name, fullView(world, row)])) };
}

function getOne({ world, param }: Call): ValueObject {
  const row = lagged(world, world.store.channelTypes).get(param('name'));
  if (row === undefined) throw undefinedType(param('name'));
  return fullView(world, row);
}

function create(call: Call): ValueObject {
  const { world, at } = call;
  const shape = { name: text({ max: 64, pattern: /^[\w-]*$/ }), ...CREATE_FIELDS };
  const body = bodyOf(call, shape, ['name']);
  const name = String(body['name']);
  if (world.store.channelTypes.has(name)) throw inputError(`channel type "${name}" already exists`);
  const custom = [...world.store.channelTypes.values()].filter((row) => !Object.hasOwn(BUILT_IN_TYPES, row.name));
  if (custom.length >= MOST_CUSTOM_TYPES) throw inputError(`cannot have more than ${MOST_CUSTOM_TYPES} channel types`);
  const base: ChannelTypeRow = {
    name,
    settings: NEW_TYPE_SETTINGS,
    commands: [],
    grants: defaultTypeGrants(name, world.assume),
    permissions: [],
    created_at: at,
    updated_at: at,
  };
  const row = world.store.channelTypes.put(name, write(world, base, body, Object.keys(CREATE_FIELDS), at));
  return echo(row);
}

function update(call: Call): ValueObject {
  const { world, at, body, param } = call;
  const name = param('name');
  const row = known(world, world.store.channelTypes, name);
  if (row === undefined) throw undefinedType(name);
  demand(body, UPDATE_FIELDS);
  if (isGiven(body, 'name') && body['name'] !== name) throw inputError('name cannot be changed');
  if (isGiven(body, 'updated_at')) throw inputError('updated_at is a reserved field');
  const next = world.store.channelTypes.put(name, write(world, row, body, Object.keys(UPDATE_FIELDS), at));
  return echo(next);
}

function remove({ world, at, param }: Call): ValueObject {
  const name = param('name');
  if (known(world, world.store.channelTypes, name) === undefined) throw undefinedType(name);
  const doDeletedBlock = world.assume('deleted_channels_block_type') === 'a';
  for (const channel of world.store.channelsByType.of(name).values()) {
    if (channel.deleted_at === undefined || doDeletedBlock) {
      throw inputError(`channel type "${name}" has channels (ie. "${channel.cid}") and cannot be deleted`);
    }
  }
  if (Object.hasOwn(BUILT_IN_TYPES, name)) world.store.channelTypes.put(name, builtInType(world, name, at));
  else world.store.channelTypes.remove(name);
  return {};
}

/** Lists and references are cleared by null, grants are reset by it; a switch or a number has no null. */
const CLEARED_BY_NULL = ['allowed_flag_reasons', 'automod_thresholds', 'blocklist', 'blocklists', 'chat_preferences'];

function write(
  world: World,
  row: ChannelTypeRow,
  body: JsonObject,
  accepted: readonly string[],
  at: number,
): ChannelTypeRow {
  refuseBadSettings(world, row.settings, body);
  const settings: Record<string, Json> = { ...row.settings };
  for (const key of accepted) {
    const value = body[key];
    if (value === undefined || ['commands', 'grants', 'permissions'].includes(key)) continue;
    if (value !== null) settings[key] = value;
    else if (CLEARED_BY_NULL.includes(key) || key.startsWith('partition_')) delete settings[key];
  }
  if (numberOf(settings, 'partition_size') === 0) delete settings['partition_size'];
  const ttl = textOf(settings, 'partition_ttl');
  if (ttl !== undefined) settings['partition_ttl'] = goDuration(ttl) ?? ttl;
  const { permissions } = body;
  return {
    ...row,
    settings,
    commands: isGiven(body, 'commands') ? resolveCommands(world, textsOf(body, 'commands')) : row.commands,
    grants: applyGrants(world, row.grants, defaultTypeGrants(row.name, world.assume), body['grants']),
    permissions: permissions === undefined ? row.permissions : Array.isArray(permissions) ? permissions : [],
    updated_at: at,
  };
}

export function undefinedType(name: string) {
  return notFound(`${name} is not a defined channel type`);
}

/** Features without commands, grants and the old policies: what all views of a type share. */
export function featuresView(row: ChannelTypeRow): ValueObject {
  return { name: row.name, ...row.settings, created_at: time(row.created_at), updated_at: time(row.updated_at) };
}

function echo(row: ChannelTypeRow): ValueObject {
  return { ...featuresView(row), commands: row.commands, grants: row.grants, permissions: row.permissions };
}

function fullView(world: World, row: ChannelTypeRow): ValueObject {
  return { ...echo(row), commands: commandViews(world, row.commands) };
}

/** Features of every type with the names of their commands, as the app's own read carries them. */
export function channelConfigs(world: World): ValueObject {
  const types = [...lagged(world, world.store.channelTypes).values()];
  return Object.fromEntries(types.map((row) => [row.name, { ...featuresView(row), commands: row.commands }]));
}
