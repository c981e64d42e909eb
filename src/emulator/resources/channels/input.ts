/** The parts of channel requests that several operations share. */
import type { Json, JsonObject } from '../../../core/json.ts';
import { anything, bool, type Check, customData, int, list, record, type Shape, text } from '../../check.ts';
import { inputError, notAllowed, notFound } from '../../errors.ts';
import { type Call, isGiven, objectOf, objectsOf, textOf, textsOf } from '../../http/route.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import { known, type World } from '../../world.ts';
import { OVERRIDE_FIELDS, refuseBadSettings } from '../channel-type-fields.ts';
import { undefinedType } from '../channel-types.ts';
import { resolveCommands } from '../commands.ts';
import { refuseUnknownModifiers } from '../grants.ts';
import { USER_INPUT } from '../users/write.ts';

export const MOST_MEMBERS = 100;
export const MOST_TAGS = 10;

const RESERVED = `cid config cooldown created_at deleted_at hidden last_message_at member_count message_count muted
  mute_expires_at own_capabilities truncated_at truncated_by updated_at`.split(/\s+/);
/** What else the customer cannot mean when it stands beside the data of a channel. */
const FIXED = `blocked created_by_id filter_tags hide_messages_before id truncated_by_id type`.split(' ');
/** What only replies say of a member. */
const OF_MEMBERS = `archived_at ban_expires ban_from_future_channels banned created_at deleted_at deleted_messages
  future_channel_ban_expires invite_accepted_at invite_rejected_at invited is_moderator notifications_muted pinned_at role
  shadow_banned status updated_at`.split(/\s+/);

/** The older generation also takes bare ids, and nothing says that the newer one does. */
export const MEMBER_INPUT: Check = record({
  user_id: text(),
  user: anything,
  channel_role: text(),
  custom: customData(OF_MEMBERS),
});
export const MEMBER_LIST = list(MEMBER_INPUT, { max: MOST_MEMBERS });
export const TAGS = list(text({ min: 1 }), { max: MOST_TAGS });
export const OVERRIDES: Check = record(OVERRIDE_FIELDS);

export const SETTINGS: Shape = {
  auto_translation_enabled: bool,
  auto_translation_language: text(),
  config_overrides: OVERRIDES,
  custom: customData([...RESERVED, ...FIXED]),
  disabled: bool,
  frozen: bool,
  team: text(),
};

export const CHANNEL_DATA: Shape = {
  ...SETTINGS,
  created_by: USER_INPUT,
  created_by_id: text(),
  filter_tags: TAGS,
  invites: MEMBER_LIST,
  members: MEMBER_LIST,
  truncated_by_id: text(),
};

export const PAGE: Check = record({ limit: int({ min: 0 }), offset: int({ min: 0 }) });

export function refuseReservedData(data: JsonObject): void {
  const texts = RESERVED.filter((key) => isGiven(data, key)).map((key) => `data.${key} is a reserved field`);
  if (texts.length > 0) throw inputError(texts.join(', '));
}

export interface MemberInput {
  readonly user_id: string;
  readonly channel_role: string | undefined;
  readonly custom: JsonObject | undefined;
}

export function memberInputs(body: JsonObject, key: string): readonly MemberInput[] {
  return objectsOf(body, key).map((item) => {
    const user = objectOf(item, 'user');
    const id = textOf(item, 'user_id') || (user === undefined ? '' : (textOf(user, 'id') ?? ''));
    if (id === '') throw inputError(`${key}.user_id is a required field`);
    return { user_id: id, channel_role: textOf(item, 'channel_role'), custom: objectOf(item, 'custom') };
  });
}

/** Overrides as they will be stored, with sets of commands expanded. */
export function checkedOverrides(world: World, overrides: JsonObject): JsonObject {
  refuseBadSettings(world, {}, overrides);
  const grants = objectOf(overrides, 'grants');
  if (grants !== undefined) refuseUnknownModifiers(world, grants);
  const kept = Object.entries(overrides).filter(
    ([key, value]) => Object.hasOwn(OVERRIDE_FIELDS, key) && value !== null,
  );
  const next: Record<string, Json> = Object.fromEntries(kept);
  if (isGiven(next, 'commands')) next['commands'] = resolveCommands(world, textsOf(next, 'commands'));
  return next;
}

export function knownType(world: World, name: string) {
  const type = known(world, world.store.channelTypes, name);
  if (type === undefined) throw undefinedType(name);
  return type;
}

export function livingChannel(call: Call): ChannelRow {
  const cid = `${call.param('type')}:${call.param('id')}`;
  const row = call.world.store.channels.get(cid);
  if (row === undefined || row.deleted_at !== undefined) throw notFound(`Can't find channel with id ${cid}`);
  refuseForeign(call, row);
  return row;
}

/** Clients are shut out of disabled channels; server-side calls are not affected. */
export function refuseForeign(call: Call, row: ChannelRow): void {
  if (call.caller.kind !== 'server' && row.disabled) throw notAllowed(`channel ${row.cid} is disabled`);
}

/** The user of a client's token. */
export function callerId(call: Call): string | undefined {
  return call.caller.kind === 'user' ? call.caller.id : undefined;
}

/** Who acts: a client is itself, a server must say whom it acts for, and only once. */
export function actorId(call: Call, body: JsonObject, where: string): string | undefined {
  if (call.caller.kind === 'user') return call.caller.id;
  if (call.caller.kind === 'anonymous') return undefined;
  const user = objectOf(body, 'user');
  const id = textOf(body, 'user_id') || undefined;
  const prefix = where === '' ? '' : `${where}.`;
  if (user !== undefined && id !== undefined) throw inputError(`cannot set both ${prefix}user and ${prefix}user_id.`);
  return user === undefined ? id : textOf(user, 'id');
}

/** The same, for what nobody in particular can do. */
export function demandActor(call: Call, body: JsonObject, where: string): string {
  const id = actorId(call, body, where);
  if (id !== undefined) return id;
  throw call.caller.kind === 'anonymous' ? notAllowed('anonymous users are not allowed to do this') : noActor(where);
}

/** The same, for what only somebody who exists can do. */
export function existingActor(call: Call, body: JsonObject, where: string): string {
  const id = demandActor(call, body, where);
  if (!call.world.store.users.has(id)) throw notFound(`the user ${id} does not exist`);
  return id;
}

export function noActor(where: string) {
  const prefix = where === '' ? '' : `${where}.`;
  return inputError(`either ${prefix}user or ${prefix}user_id must be provided when using server side auth.`);
}
