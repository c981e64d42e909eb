import { bool } from '../../check.ts';
import { bodyOf, type Call, flagOf, textOf, textsOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { UserGroupMemberRow, UserGroupRow } from '../../store/rows/administration.ts';
import type { ValueObject } from '../../values.ts';
import { fullGroupView } from './view.ts';
import { existingGroup, MEMBERS, membersFrom } from './write.ts';

export function addMembers(call: Call): ValueObject {
  const body = bodyOf(call, { ...MEMBERS, as_admin: bool }, ['member_ids']);
  const row = changeableGroup(call, textOf(body, 'team_id'));
  const isAdmin = flagOf(body, 'as_admin') ?? false;
  const coming = membersFrom(call.world, textsOf(body, 'member_ids'), isAdmin, call.at);
  const present = new Map(row.members.map((member) => [member.user_id, member]));
  for (const member of coming) {
    const former = present.get(member.user_id);
    present.set(member.user_id, { ...member, created_at: former?.created_at ?? member.created_at });
  }
  return withMembers(call, row, [...present.values()]);
}

/** Whoever is no member is passed over. */
export function removeMembers(call: Call): ValueObject {
  const body = bodyOf(call, MEMBERS, ['member_ids']);
  const row = changeableGroup(call, textOf(body, 'team_id'));
  const going = textsOf(body, 'member_ids');
  return withMembers(
    call,
    row,
    row.members.filter((member) => !going.includes(member.user_id)),
  );
}

function changeableGroup(call: Call, team: string | undefined): UserGroupRow {
  const row = existingGroup(call, team);
  demandRight(call, 'UpdateUserGroup', { ownerId: row.created_by });
  return row;
}

function withMembers(call: Call, row: UserGroupRow, members: readonly UserGroupMemberRow[]): ValueObject {
  const next = call.world.store.userGroups.put(row.id, { ...row, members, updated_at: call.at });
  return { user_group: fullGroupView(call.world, next) };
}
