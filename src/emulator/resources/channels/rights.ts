/** What a client needs to be granted to change a channel. */
import type { JsonObject } from '../../../core/json.ts';
import { ApiError, notAllowed } from '../../errors.ts';
import { type Call, isGiven, objectOf, textsOf } from '../../http/route.ts';
import { demandRight, hasRight } from '../../permissions/demand.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import { memberInputs } from './input.ts';

/** The setting and the right that it takes; the others take the right to update the channel. */
const BY_SETTING: Readonly<Record<string, string>> = {
  cooldown: 'UpdateChannelCooldown',
  frozen: 'UpdateChannelFrozen',
};
const SERVER_ONLY = ['config_overrides', 'disabled', 'created_by', 'created_by_id', 'filter_tags'];

export function demandUpdateRights(call: Call, channel: ChannelRow, body: JsonObject): void {
  const { caller } = call;
  if (caller.kind === 'server') return;
  const me = caller.kind === 'user' ? caller.id : '';
  const data = objectOf(body, 'data');
  if (data !== undefined) {
    refuseServerSettings(Object.keys(data));
    if (isGiven(data, 'team') && data['team'] !== channel.team) throw teamIsFixed();
    demandRight(call, 'UpdateChannel', { channel });
    if (isGiven(data, 'frozen') && data['frozen'] !== channel.frozen)
      demandRight(call, 'UpdateChannelFrozen', { channel });
  }
  if (isGiven(body, 'cooldown')) demandRight(call, 'UpdateChannelCooldown', { channel });
  refuseServerSettings(isGiven(body, 'add_filter_tags') || isGiven(body, 'remove_filter_tags') ? ['filter_tags'] : []);
  demandMemberRights(call, channel, body, me);
}

function demandMemberRights(call: Call, channel: ChannelRow, body: JsonObject, me: string): void {
  const added = memberInputs(body, 'add_members').map((member) => member.user_id);
  const removed = textsOf(body, 'remove_members');
  const isJoining = added.length > 0 && added.every((id) => id === me);
  const isLeaving = removed.length > 0 && removed.every((id) => id === me);
  const others = ['invites', 'assign_roles', 'add_moderators', 'demote_moderators'];
  const touchesOthers =
    (added.length > 0 && !isJoining) ||
    (removed.length > 0 && !isLeaving) ||
    others.some((key) => textsOf(body, key).length > 0);
  if (touchesOthers) demandRight(call, 'UpdateChannelMembers', { channel });
  if (isJoining && !hasRight(call, 'AddOwnChannelMembership', { channel }))
    demandRight(call, 'UpdateChannelMembers', { channel });
  if (isLeaving && !hasRight(call, 'RemoveOwnChannelMembership', { channel }))
    demandRight(call, 'UpdateChannelMembers', { channel });
}

export function demandPatchRights(call: Call, channel: ChannelRow, roots: readonly string[]): void {
  if (call.caller.kind === 'server') return;
  refuseServerSettings(roots);
  if (roots.includes('team')) throw teamIsFixed();
  for (const root of new Set(roots)) {
    const action = Object.hasOwn(BY_SETTING, root) ? BY_SETTING[root] : undefined;
    demandRight(call, action ?? 'UpdateChannel', { channel });
  }
}

export function refuseServerSettings(names: readonly string[]): void {
  const name = names.find((candidate) => SERVER_ONLY.includes(candidate));
  if (name !== undefined) throw notAllowed(`data.${name} can only be set server-side`);
  // Like the change of a team, this is refused as if the caller were not authenticated for it.
  const translation = names.find((candidate) => candidate.startsWith('auto_translation_'));
  if (translation !== undefined) throw new ApiError(403, 5, `data.${translation} can only be set server-side`);
}

function teamIsFixed(): ApiError {
  return new ApiError(403, 5, 'the team of a channel can only be changed server-side');
}
