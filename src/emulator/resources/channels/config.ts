/** The configuration that holds in one channel: its type's, with the overrides of the channel on top. */
import { isObject, type JsonObject } from '../../../core/json.ts';
import { unsupported } from '../../errors.ts';
import { textsOf } from '../../http/route.ts';
import { LastingViews } from '../../lasting.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { ChannelTypeRow, CommandRow } from '../../store/rows/settings.ts';
import type { ValueObject } from '../../values.ts';
import { lagged, type World } from '../../world.ts';
import { featuresView } from '../channel-types.ts';
import { commandRows, commandView } from '../commands.ts';
import { modifyGrants } from '../grants.ts';

export function typeOf(world: World, row: ChannelRow): ChannelTypeRow | undefined {
  return lagged(world, world.store.channelTypes).get(row.type) ?? world.store.channelTypes.get(row.type);
}

export function configView(world: World, row: ChannelRow): ValueObject | undefined {
  const type = typeOf(world, row);
  if (type === undefined) return undefined;
  const overrides = row.config_overrides;
  const commands = commandRows(world, effectiveCommands(type, overrides));
  // Most channels override nothing, and share the view of their type.
  const isPlain = Object.keys(overrides).length === 0;
  return views.of(isPlain ? type : overrides, [type, ...commands], () => viewWith(type, overrides, commands));
}

const views = new LastingViews<ChannelTypeRow | JsonObject>();

function viewWith(type: ChannelTypeRow, overrides: JsonObject, commands: readonly CommandRow[]): ValueObject {
  const { grants, commands: _names, ...features } = overrides;
  return {
    ...featuresView(type),
    ...features,
    commands: commands.map(commandView),
    // Grants show only where the channel changes them.
    grants: isObject(grants) ? modifyGrants(type.grants, grants) : undefined,
  };
}

function effectiveCommands(type: ChannelTypeRow, overrides: JsonObject): readonly string[] {
  return Array.isArray(overrides['commands']) ? textsOf(overrides, 'commands') : type.commands;
}

/** A number of the effective configuration. */
export function maxMessageLength(world: World, row: ChannelRow): number {
  const own = row.config_overrides['max_message_length'];
  const value = own ?? typeOf(world, row)?.settings['max_message_length'];
  return typeof value === 'number' ? value : 5000;
}

export function doesCountMessages(world: World, row: ChannelRow): boolean {
  return hasFeature(world, row, 'count_messages');
}

/** A switch of the effective configuration. */
export function hasFeature(world: World, row: ChannelRow, name: string): boolean {
  return (row.config_overrides[name] ?? typeOf(world, row)?.settings[name]) === true;
}

export function demandFeature(world: World, row: ChannelRow, name: string): void {
  if (!hasFeature(world, row, name)) throw unsupported(`${name} not enabled in channel ${row.cid}`);
}

/** Names of the commands that work in the channel. */
export function commandsOf(world: World, row: ChannelRow): readonly string[] {
  const type = typeOf(world, row);
  return type === undefined ? [] : effectiveCommands(type, row.config_overrides);
}
