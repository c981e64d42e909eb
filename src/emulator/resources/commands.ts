import { type Shape, text } from '../check.ts';
import { COMMAND_SETS } from '../defaults/commands.ts';
import { inputError, notFound } from '../errors.ts';
import { bodyOf, type Call, isGiven, type Route, textOf } from '../http/route.ts';
import type { CommandRow } from '../store/rows/settings.ts';
import { time, type ValueObject } from '../values.ts';
import { known, lagged, type World } from '../world.ts';

const MOST_CUSTOM_COMMANDS = 50;

const FIELDS: Shape = { description: text({ max: 255 }), args: text({ max: 255 }), set: text({ max: 255 }) };

export const commandRoutes: readonly Route[] = [
  { method: 'GET', path: '/commands', area: 'chat', op: 'ListCommands', clients: false, handle: listAll },
  { method: 'POST', path: '/commands', area: 'chat', op: 'CreateCommand', clients: false, handle: create },
  { method: 'GET', path: '/commands/:name', area: 'chat', op: 'GetCommand', clients: false, handle: getOne },
  { method: 'PUT', path: '/commands/:name', area: 'chat', op: 'UpdateCommand', clients: false, handle: update },
  { method: 'DELETE', path: '/commands/:name', area: 'chat', op: 'DeleteCommand', clients: false, handle: remove },
];

function listAll({ world }: Call): ValueObject {
  return { commands: [...lagged(world, world.store.commands).values()].map(commandView) };
}

function getOne({ world, param }: Call): ValueObject {
  const row = lagged(world, world.store.commands).get(param('name'));
  if (row === undefined) throw absent(param('name'));
  return commandView(row);
}

function create(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, { name: text({ min: 1, max: 255 }), ...FIELDS }, ['name', 'description']);
  const name = String(body['name']);
  if (/\s/.test(name)) throw inputError('name cannot contain spaces');
  if (COMMAND_SETS.includes(name)) throw inputError(`"${name}" is a reserved command name`);
  if (world.store.commands.has(name)) throw inputError(`command "${name}" already exists`);
  const custom = [...world.store.commands.values()].filter((row) => row.custom).length;
  if (custom >= MOST_CUSTOM_COMMANDS) throw inputError(`cannot have more than ${MOST_CUSTOM_COMMANDS} custom commands`);
  const row = world.store.commands.put(name, {
    name,
    description: textOf(body, 'description') ?? '',
    args: textOf(body, 'args') ?? '',
    set: textOf(body, 'set') ?? '',
    custom: true,
    created_at: at,
    updated_at: at,
  });
  return { command: commandView(row) };
}

function update(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, FIELDS, ['description']);
  const row = customRow(world, call.param('name'));
  const next = world.store.commands.put(row.name, {
    ...row,
    description: textOf(body, 'description') ?? row.description,
    args: isGiven(body, 'args') ? (textOf(body, 'args') ?? row.args) : row.args,
    set: isGiven(body, 'set') ? (textOf(body, 'set') ?? row.set) : row.set,
    updated_at: at,
  });
  return { command: commandView(next) };
}

function remove({ world, param }: Call): ValueObject {
  const row = customRow(world, param('name'));
  const user = [...world.store.channelTypes.values()].find((type) => type.commands.includes(row.name));
  if (user !== undefined) throw inputError(`command "${row.name}" is used by channel type "${user.name}"`);
  world.store.commands.remove(row.name);
  return { name: row.name };
}

function customRow(world: World, name: string): CommandRow {
  const row = known(world, world.store.commands, name);
  if (row === undefined) throw absent(name);
  if (!row.custom) throw inputError(`command "${name}" is built-in and cannot be changed`);
  return row;
}

function absent(name: string) {
  return notFound(`the command "${name}" does not exist`);
}

/** A channel type names commands; sets stand for their members. */
export function resolveCommands(world: World, names: readonly string[]): readonly string[] {
  const all = [...lagged(world, world.store.commands).values()];
  const resolved = names.flatMap((name) => {
    if (name === 'all') return all.map((row) => row.name);
    if (COMMAND_SETS.includes(name)) return all.filter((row) => row.set === name).map((row) => row.name);
    if (known(world, world.store.commands, name) === undefined) {
      throw inputError(`the command "${name}" does not exist`);
    }
    return [name];
  });
  return [...new Set(resolved)];
}

export function commandView(row: CommandRow): ValueObject {
  return {
    name: row.name,
    description: row.description,
    args: row.args,
    set: row.set,
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}

/** The commands of a type; one that was deleted meanwhile is left out. */
export function commandRows(world: World, names: readonly string[]): readonly CommandRow[] {
  return names.flatMap((name) => world.store.commands.get(name) ?? []);
}

export function commandViews(world: World, names: readonly string[]): readonly ValueObject[] {
  return commandRows(world, names).map(commandView);
}
