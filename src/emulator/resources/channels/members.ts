/** Operations on the members of a channel. All of one call are checked before the first is carried out. */
import type { JsonObject } from '../../../core/json.ts';
import { USER_ROLES } from '../../defaults/roles.ts';
import { inputError, notAllowed } from '../../errors.ts';
import type { ChannelRow, MemberRow } from '../../store/rows/channels.ts';
import { memberKey } from '../../store/store.ts';
import { known, type World } from '../../world.ts';
import { refuseBigCustom } from '../custom.ts';
import type { MemberInput } from './input.ts';

export function memberOf(world: World, cid: string, userId: string): MemberRow | undefined {
  return world.store.members.get(memberKey(cid, userId));
}

export function putMember(world: World, row: MemberRow): MemberRow {
  return world.store.members.put(memberKey(row.cid, row.user_id), row);
}

/** How far a member had read goes with the membership. */
export function removeMember(world: World, cid: string, userId: string): void {
  const key = memberKey(cid, userId);
  if (world.store.members.has(key)) world.store.members.remove(key);
  if (world.store.views.has(key)) world.store.views.remove(key);
}

/** Adding someone who is a member already changes nothing. */
export function addMember(world: World, cid: string, input: MemberInput, at: number, isInvited = false): void {
  const former = memberOf(world, cid, input.user_id);
  if (former !== undefined) return;
  putMember(world, {
    cid,
    user_id: input.user_id,
    channel_role: input.channel_role || 'channel_member',
    status: isInvited ? 'pending' : 'member',
    invited: isInvited,
    custom: world.assume('member_custom_on_add') === 'a' ? (input.custom ?? {}) : {},
    created_at: at,
    updated_at: at,
  });
}

export function assignRole(world: World, cid: string, input: MemberInput, at: number): void {
  const row = memberOf(world, cid, input.user_id);
  if (row === undefined) return;
  const custom = world.assume('member_custom_on_add') === 'a' ? input.custom : undefined;
  putMember(world, {
    ...row,
    channel_role: input.channel_role || row.channel_role,
    custom: custom ?? row.custom,
    updated_at: at,
  });
}

export function isLiving(world: World, userId: string): boolean {
  const user = world.store.users.get(userId);
  return user !== undefined && user.deleted_at === undefined;
}

export function refuseBadMember(world: World, input: MemberInput): void {
  if (input.custom !== undefined) refuseBigCustom('member', input.custom);
  if (input.channel_role !== undefined && input.channel_role !== '') refuseBadChannelRole(world, input.channel_role);
}

/** Roles of users cannot be held in a channel. */
export function refuseBadChannelRole(world: World, role: string): void {
  if (USER_ROLES.includes(role) || known(world, world.store.roles, role) === undefined) {
    throw inputError(`channel role "${role}" provided but not defined`);
  }
}

/** Who belongs to a distinct channel is what makes it: nobody else can join. */
export function refuseStrangers(channel: ChannelRow, added: readonly string[], hasInvites: boolean): void {
  if (!channel.distinct) return;
  if (hasInvites) throw notAllowed('cannot invite members to a distinct channel');
  const stranger = added.find((id) => !(channel.founders ?? []).includes(id));
  if (stranger !== undefined) throw notAllowed(`cannot add member "${stranger}" to a distinct channel`);
}

export function moderatorsAsInputs(ids: readonly string[], role: string): readonly MemberInput[] {
  return ids.map((user_id) => ({ user_id, channel_role: role, custom: undefined }));
}

export function emptyInput(user_id: string): MemberInput & { readonly custom: JsonObject | undefined } {
  return { user_id, channel_role: undefined, custom: undefined };
}
