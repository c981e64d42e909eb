import { list, map, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, count, flag, objectOf, type Route, textOf, textsOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import { patchCustom, refuseBadPath, rootOf } from '../../query/path.ts';
import type { ValueObject } from '../../values.ts';
import { refuseBigCustom } from '../custom.ts';
import { cursorFrom } from '../messages/list.ts';
import { batchUpdate } from './batch.ts';
import { deleteChannel, deleteChannels } from './delete.ts';
import { sendEvent, sendUserEvent } from './events.ts';
import { exportChannels } from './export.ts';
import { deleteFile, deleteImage, uploadFile, uploadImage } from './files.ts';
import { getOrCreate, getOrCreateDistinct } from './get-or-create.ts';
import { groupedQuery } from './grouped.ts';
import { livingChannel } from './input.ts';
import { memberOf, putMember, refuseBadChannelRole } from './members.ts';
import { hideChannel, muteChannel, showChannel, unmuteChannel } from './own.ts';
import { queryChannels } from './query.ts';
import { queryMembers } from './query-members.ts';
import { truncateChannel } from './truncate.ts';
import { updateChannel, updateChannelPartial } from './update.ts';
import { memberView, stateView } from './view.ts';

const route = (
  method: Route['method'],
  path: string,
  op: string,
  clients: boolean,
  handle: Route['handle'],
): Route => ({
  method,
  path,
  area: 'chat',
  op,
  clients,
  handle,
});

/** Paths with a fixed last segment stand before those where it is an id. */
export const channelRoutes: readonly Route[] = [
  route('POST', '/channels', 'QueryChannels', true, queryChannels),
  route('POST', '/channels/delete', 'DeleteChannels', false, deleteChannels),
  route('PUT', '/channels/batch', 'ChannelBatchUpdate', false, batchUpdate),
  route('POST', '/channels/grouped', 'GroupedQueryChannels', true, groupedQuery),
  route('POST', '/export_channels', 'ExportChannels', false, exportChannels),
  route('POST', '/moderation/mute/channel', 'MuteChannel', true, muteChannel),
  route('POST', '/moderation/unmute/channel', 'UnmuteChannel', true, unmuteChannel),
  route('POST', '/users/:user_id/event', 'SendUserCustomEvent', false, sendUserEvent),
  route('GET', '/members', 'QueryMembers', true, queryMembers),
  route('POST', '/channels/:type/query', 'GetOrCreateDistinctChannel', true, getOrCreateDistinct),
  route('POST', '/channels/:type/:id/query', 'GetOrCreateChannel', true, getOrCreate),
  route('POST', '/channels/:type/:id/hide', 'HideChannel', true, hideChannel),
  route('POST', '/channels/:type/:id/show', 'ShowChannel', true, showChannel),
  route('POST', '/channels/:type/:id/truncate', 'TruncateChannel', true, truncateChannel),
  route('POST', '/channels/:type/:id/event', 'SendEvent', true, sendEvent),
  route('POST', '/channels/:type/:id/file', 'UploadChannelFile', true, uploadFile),
  route('DELETE', '/channels/:type/:id/file', 'DeleteChannelFile', true, deleteFile),
  route('POST', '/channels/:type/:id/image', 'UploadChannelImage', true, uploadImage),
  route('DELETE', '/channels/:type/:id/image', 'DeleteChannelImage', true, deleteImage),
  route('PATCH', '/channels/:type/:id/member', 'UpdateMemberPartial', true, updateMemberPartial),
  // Clients of the older generation name the user in the path.
  {
    ...route('PATCH', '/channels/:type/:id/member/:user_id', 'UpdateMemberPartial', true, updateMemberPartial),
    generation: 1,
  },
  route('GET', '/channels/:type/:id', 'GetChannel', true, getChannel),
  route('POST', '/channels/:type/:id', 'UpdateChannel', true, updateChannel),
  route('PATCH', '/channels/:type/:id', 'UpdateChannelPartial', true, updateChannelPartial),
  route('DELETE', '/channels/:type/:id', 'DeleteChannel', true, deleteChannel),
];

/** Reads a channel without making or reviving it. */
function getChannel(call: Call): ValueObject {
  const { world, query, caller } = call;
  const row = livingChannel(call);
  demandRight(call, 'ReadChannel', { channel: row });
  return stateView(world, row, {
    state: query.get('state') === null ? caller.kind !== 'server' : flag(call, 'state'),
    members: count(call, 'members_limit', { max: 100, otherwise: 100 }),
    messages: {
      limit: count(call, 'messages_limit', { max: 300, otherwise: 25 }),
      cursor: cursorFrom((name) => query.get(`messages_${name}`) ?? undefined),
    },
    userId: caller.kind === 'user' ? caller.id : (query.get('user_id') ?? undefined),
  });
}

const OWN = ['channel_role', 'pinned', 'archived'];
const RESERVED = `banned created_at invite_accepted_at invite_rejected_at invited is_moderator notifications_muted role
  shadow_banned status updated_at user user_id`.split(/\s+/);

function updateMemberPartial(call: Call): ValueObject {
  const { world, at, query, caller } = call;
  const channel = livingChannel(call);
  const body = bodyOf(call, { set: map(), unset: list(text()) });
  const userId = caller.kind === 'user' ? caller.id : call.param('user_id') || (query.get('user_id') ?? '');
  if (userId === '') throw inputError('user_id is a required field');
  const row = memberOf(world, channel.cid, userId);
  if (row === undefined) throw notFound('user is not a member of the channel');
  const set = objectOf(body, 'set') ?? {};
  const unset = textsOf(body, 'unset');
  if (Object.keys(set).length === 0 && unset.length === 0) throw inputError('set or unset is required');
  for (const path of [...Object.keys(set), ...unset]) {
    refuseBadPath(path);
    if (RESERVED.includes(rootOf(path))) throw inputError(`field \`${rootOf(path)}\` is reserved and cannot updated`);
  }
  const role = textOf(set, 'channel_role');
  demandRight(call, role === undefined ? 'ReadChannel' : 'UpdateChannelMembers', { channel });
  if (role !== undefined) refuseBadChannelRole(world, role);
  for (const key of ['pinned', 'archived']) {
    const value = set[key];
    if (value !== undefined && typeof value !== 'boolean') throw inputError(`${key} must be a boolean`);
  }
  const stamp = (key: 'pinned' | 'archived', former: number | undefined): number | undefined => {
    if (unset.includes(key) || set[key] === false) return undefined;
    return set[key] === true ? (former ?? at) : former;
  };
  const custom = patchCustom(row.custom, { set, unset }, (root) => OWN.includes(root) || root === 'custom');
  refuseBigCustom('member', custom);
  const next = putMember(world, {
    ...row,
    channel_role: role ?? row.channel_role,
    pinned_at: stamp('pinned', row.pinned_at),
    archived_at: stamp('archived', row.archived_at),
    custom,
    updated_at: at,
  });
  return { channel_member: memberView(world, next) };
}
