/** One change for many channels, in the background. */
import { isArray, isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { list, map, record, text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { bodyOf, type Call, flagOf, objectOf, textOf } from '../../http/route.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import { startTask, type Worker } from '../../tasks.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { refuseBigCustom } from '../custom.ts';
import { changeView } from '../reads/state.ts';
import { checkedOverrides, type MemberInput, MOST_MEMBERS, memberInputs, SETTINGS } from './input.ts';
import { addMember, assignRole, isLiving, memberOf, putMember, refuseBadMember, removeMember } from './members.ts';

const OPERATIONS = `addMembers removeMembers inviteMembers invites assignRoles addModerators demoteModerators hide show
  archive unarchive updateData`.split(/\s+/);

export function batchUpdate(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(
    call,
    {
      operation: text({ oneOf: OPERATIONS }),
      filter: map(),
      members: list(record({ user_id: text(), channel_role: text() }, ['user_id']), { max: MOST_MEMBERS }),
      data: record(SETTINGS),
    },
    ['operation', 'filter'],
  );
  selected(world, objectOf(body, 'filter') ?? {});
  const members = memberInputs(body, 'members');
  if (body['operation'] === 'updateData' && objectOf(body, 'data') === undefined)
    throw inputError('data is a required field');
  if (body['operation'] !== 'updateData' && members.length === 0) throw inputError('members is a required field');
  for (const member of members) refuseBadMember(world, member);
  refuseBigCustom('channel', objectOf(objectOf(body, 'data') ?? {}, 'custom') ?? {});
  if (world.assume('channel_batch_update') === 'b') return {};
  return { task_id: startTask(world, at, 'batchUpdate', body) };
}

export const batchUpdateWork: Worker = (world, input, at) => {
  const operation = textOf(input, 'operation') ?? '';
  const members = memberInputs(input, 'members');
  const failures = new Map<string, string[]>();
  let succeeded = 0;
  for (const row of selected(world, objectOf(input, 'filter') ?? {})) {
    const reason = failureOf(world, row, operation, members);
    if (reason === undefined) {
      carryOut(world, row, operation, members, objectOf(input, 'data') ?? {}, at);
      succeeded += 1;
    } else failures.set(reason, [...(failures.get(reason) ?? []), row.cid]);
  }
  return {
    operation,
    status: 'completed',
    success_channels_count: succeeded,
    failed_channels: [...failures].map(([reason, cids]) => ({ reason, cids })),
  };
};

/** Channels by cid or by type; nothing else selects. */
function selected(world: World, filter: JsonObject): readonly ChannelRow[] {
  const entries = Object.entries(filter);
  if (entries.length === 0) throw inputError('filter must not be empty');
  let rows = [...world.store.channels.values()].filter((row) => row.deleted_at === undefined);
  for (const [key, condition] of entries) {
    if (key !== 'cids' && key !== 'types') throw inputError(`unrecognized field "${key}"`);
    const values = valuesOf(key, condition);
    rows = rows.filter((row) => values.includes(key === 'cids' ? row.cid : row.type));
  }
  return rows;
}

function valuesOf(key: string, condition: Json): readonly Json[] {
  const { $eq, $in, ...rest } = isObject(condition) ? condition : { $eq: condition };
  if (Object.keys(rest).length > 0 || ($eq === undefined) === ($in === undefined)) {
    throw inputError(`only $eq and $in are allowed for field "${key}"`);
  }
  const given = $in ?? $eq ?? null;
  const values = isArray(given) ? given : [given];
  if (values.some((value) => typeof value !== 'string')) throw inputError(`field \`${key}\` expects strings`);
  return values;
}

function failureOf(
  world: World,
  row: ChannelRow,
  operation: string,
  members: readonly MemberInput[],
): string | undefined {
  if (['addMembers', 'invites', 'inviteMembers', 'addModerators'].includes(operation)) {
    const missing = members.find((member) => !isLiving(world, member.user_id));
    if (missing !== undefined) return `could not find user ${missing.user_id}`;
    if (row.distinct && members.some((member) => !(row.founders ?? []).includes(member.user_id))) {
      return 'cannot add members to a distinct channel';
    }
  }
  if (operation === 'assignRoles' && members.some((member) => memberOf(world, row.cid, member.user_id) === undefined)) {
    return 'user is not a member of the channel';
  }
  return undefined;
}

function carryOut(
  world: World,
  row: ChannelRow,
  operation: string,
  members: readonly MemberInput[],
  data: JsonObject,
  at: number,
): void {
  const { cid } = row;
  for (const input of members) {
    if (operation === 'addMembers') addMember(world, cid, input, at);
    if (operation === 'inviteMembers' || operation === 'invites') addMember(world, cid, input, at, true);
    if (operation === 'removeMembers') removeMember(world, cid, input.user_id);
    if (operation === 'addModerators') addMember(world, cid, input, at);
    if (operation === 'assignRoles') assignRole(world, cid, input, at);
    if (operation === 'addModerators') assignRole(world, cid, { ...input, channel_role: 'channel_moderator' }, at);
    if (operation === 'demoteModerators') assignRole(world, cid, { ...input, channel_role: 'channel_member' }, at);
    const member = memberOf(world, cid, input.user_id);
    if (member === undefined) continue;
    if (operation === 'hide' || operation === 'show')
      changeView(world, cid, input.user_id, { hidden: operation === 'hide' });
    if (operation === 'archive') putMember(world, { ...member, archived_at: at });
    if (operation === 'unarchive') putMember(world, { ...member, archived_at: undefined });
  }
  if (operation === 'updateData') updateData(world, row, data, at);
}

/** Here customer data is merged by key; the description of the call does not say, so nobody should rely on it. */
function updateData(world: World, row: ChannelRow, data: JsonObject, at: number): void {
  const overrides = objectOf(data, 'config_overrides');
  world.store.channels.put(row.cid, {
    ...row,
    custom: { ...row.custom, ...objectOf(data, 'custom') },
    frozen: flagOf(data, 'frozen') ?? row.frozen,
    disabled: flagOf(data, 'disabled') ?? row.disabled,
    team: textOf(data, 'team') ?? row.team,
    auto_translation_enabled: flagOf(data, 'auto_translation_enabled') ?? row.auto_translation_enabled,
    auto_translation_language: textOf(data, 'auto_translation_language') ?? row.auto_translation_language,
    config_overrides: overrides === undefined ? row.config_overrides : checkedOverrides(world, overrides),
    updated_at: at,
  });
}
