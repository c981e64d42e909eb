/** The member operations that one update of a channel can carry. */
import type { JsonObject } from '../../../core/json.ts';
import { inputError } from '../../errors.ts';
import { type Call, flagOf, textsOf } from '../../http/route.ts';
import type { ChannelRow, MemberRow } from '../../store/rows/channels.ts';
import type { World } from '../../world.ts';
import { demandActor, type MemberInput, memberInputs } from './input.ts';
import {
  addMember,
  assignRole,
  emptyInput,
  isLiving,
  memberOf,
  moderatorsAsInputs,
  putMember,
  refuseBadMember,
  refuseStrangers,
  removeMember,
} from './members.ts';

export interface MemberOperations {
  readonly add: readonly MemberInput[];
  readonly remove: readonly string[];
  readonly invite: readonly MemberInput[];
  readonly assign: readonly MemberInput[];
  readonly promote: readonly string[];
  readonly demote: readonly string[];
  readonly answer: { readonly member: MemberRow; readonly isAccepted: boolean } | undefined;
}

export function checkMemberOperations(call: Call, channel: ChannelRow, body: JsonObject): MemberOperations {
  const { world } = call;
  const operations: MemberOperations = {
    add: memberInputs(body, 'add_members'),
    remove: textsOf(body, 'remove_members'),
    invite: memberInputs(body, 'invites'),
    assign: memberInputs(body, 'assign_roles'),
    promote: textsOf(body, 'add_moderators'),
    demote: textsOf(body, 'demote_moderators'),
    answer: inviteAnswer(call, channel, body),
  };
  const { add, remove, invite, assign, promote } = operations;
  refuseUnknown(
    world,
    add.map((member) => member.user_id),
    'add_members',
  );
  refuseUnknown(
    world,
    invite.map((member) => member.user_id),
    'invites',
  );
  refuseUnknown(world, promote, 'add_moderators');
  const twice = add.find((member) => remove.includes(member.user_id));
  if (twice !== undefined) throw inputError(`cannot add and remove the same member "${twice.user_id}"`);
  for (const member of [...add, ...invite, ...assign]) refuseBadMember(world, member);
  for (const { user_id } of assign) {
    const isMember =
      memberOf(world, channel.cid, user_id) !== undefined || add.some((other) => other.user_id === user_id);
    if (!isMember) throw inputError(`user "${user_id}" in assign_roles is not a member of the channel`);
  }
  refuseStrangers(channel, [...add.map((member) => member.user_id), ...promote], invite.length > 0);
  return operations;
}

/** Says whether the call changed anybody, since a message goes out only then. */
export function applyMemberOperations(
  world: World,
  cid: string,
  operations: MemberOperations,
  at: number,
): 'something' | 'nothing' | 'none' {
  for (const member of operations.add) addMember(world, cid, member, at);
  for (const member of operations.invite) addMember(world, cid, member, at, true);
  for (const id of operations.remove) removeMember(world, cid, id);
  for (const id of operations.promote) addMember(world, cid, emptyInput(id), at);
  const assigned = [
    ...operations.assign,
    ...moderatorsAsInputs(operations.promote, 'channel_moderator'),
    ...moderatorsAsInputs(operations.demote, 'channel_member'),
  ];
  for (const member of assigned) assignRole(world, cid, member, at);
  const { answer } = operations;
  if (answer === undefined) return 'none';
  const { member, isAccepted } = answer;
  if (isAccepted && member.invite_accepted_at !== undefined) return 'nothing';
  putMember(world, {
    ...member,
    status: isAccepted ? 'member' : 'rejected',
    ...(isAccepted ? { invite_accepted_at: at } : { invite_rejected_at: at }),
    updated_at: at,
  });
  return 'something';
}

function inviteAnswer(call: Call, channel: ChannelRow, body: JsonObject): MemberOperations['answer'] {
  const isAccepted = flagOf(body, 'accept_invite') === true;
  const isRejected = flagOf(body, 'reject_invite') === true;
  if (!isAccepted && !isRejected) return undefined;
  if (isAccepted && isRejected) throw inputError('cannot accept and reject an invite in one call');
  const id = demandActor(call, body, '');
  const member = memberOf(call.world, channel.cid, id);
  if (member === undefined || !member.invited) throw inputError(`user "${id}" was not invited to the channel`);
  return { member, isAccepted };
}

function refuseUnknown(world: World, ids: readonly string[], where: string): void {
  const missing = ids.find((id) => !isLiving(world, id));
  if (missing !== undefined) throw inputError(`could not find user ${missing} from ${where}`);
}
