import { LastingViews } from '../../lasting.ts';
import { banFrom } from '../../permissions/bans.ts';
import { capabilitiesOf } from '../../permissions/capabilities.ts';
import type { ChannelRow, MemberRow } from '../../store/rows/channels.ts';
import { Custom, time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { livingMessages, type MessagePage, pageOf, pendingMessages, pinnedMessages } from '../messages/list.ts';
import { messageView } from '../messages/view.ts';
import { muteOf, readStates, viewOf } from '../reads/state.ts';
import { userViewById } from '../users/view.ts';
import { isBlocked } from './blocked.ts';
import { configView, doesCountMessages, hasFeature } from './config.ts';

const MOST_MEMBERS_SHOWN = 100;

export interface StateLimits {
  readonly state: boolean;
  readonly members: number;
  readonly memberOffset?: number;
  readonly messages: MessagePage;
  /** Whose point of view: adds what is this user's own, and leaves out what the user may not see. */
  readonly userId?: string | undefined;
  readonly memberCustom?: readonly string[] | undefined;
}

/** Members of a channel, in the order in which the API lists them. */
export function membersOf(world: World, cid: string): readonly MemberRow[] {
  return world.store.membersByChannel.inOrder(cid);
}

/** What has its default is absent rather than empty. */
export function channelView(world: World, row: ChannelRow, userId?: string): ValueObject {
  return {
    id: row.id,
    type: row.type,
    cid: row.cid,
    created_by: userViewById(world, row.created_by_id),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
    last_message_at: time(row.last_message_at),
    truncated_at: time(row.truncated_at),
    truncated_by: row.truncated_by_id === undefined ? undefined : userViewById(world, row.truncated_by_id),
    deleted_at: time(row.deleted_at),
    frozen: row.frozen,
    disabled: row.disabled,
    cooldown: row.cooldown === 0 ? undefined : row.cooldown,
    team: row.team === '' ? undefined : row.team,
    member_count: world.store.membersByChannel.of(row.cid).size,
    message_count: doesCountMessages(world, row) ? livingMessages(world, row.cid).length : undefined,
    filter_tags: row.filter_tags.length === 0 ? undefined : row.filter_tags,
    auto_translation_enabled: row.auto_translation_enabled,
    auto_translation_language: row.auto_translation_language,
    config: configView(world, row),
    ...(userId === undefined ? {} : ownView(world, row, userId)),
    custom: new Custom(row.custom),
  };
}

/** What a channel is to one user. */
function ownView(world: World, row: ChannelRow, userId: string): ValueObject {
  const view = viewOf(world, row.cid, userId);
  const mute = muteOf(world, row.cid, userId);
  return {
    hidden: view?.hidden ?? false,
    hide_messages_before: time(view?.hide_messages_before),
    blocked: isBlocked(world, row, userId) ? true : undefined,
    muted: mute === undefined ? undefined : true,
    mute_expires_at: time(mute?.expires),
    own_capabilities: capabilitiesOf(world, row, userId, (feature) => hasFeature(world, row, feature)),
  };
}

const members = new LastingViews<MemberRow>();

export function memberView(world: World, row: MemberRow): ValueObject {
  const user = userViewById(world, row.user_id);
  const ban = banFrom(world, row.user_id, row.cid);
  const role = legacyRole(world, row);
  const isMuted = muteOf(world, row.cid, row.user_id) !== undefined;
  return members.of(row, [user, ban, role, isMuted], () => ({
    user_id: row.user_id,
    user,
    status: row.status,
    channel_role: row.channel_role,
    role,
    is_moderator: row.channel_role === 'channel_moderator' ? true : undefined,
    invited: row.invited ? true : undefined,
    invite_accepted_at: time(row.invite_accepted_at),
    invite_rejected_at: time(row.invite_rejected_at),
    banned: ban !== undefined && !ban.shadow,
    shadow_banned: ban?.shadow ?? false,
    ban_expires: time(ban?.expires),
    notifications_muted: isMuted,
    pinned_at: time(row.pinned_at),
    archived_at: time(row.archived_at),
    custom: new Custom(row.custom),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  }));
}

/** Still returned although channel roles replaced it. */
function legacyRole(world: World, row: MemberRow): string {
  if (world.store.channels.get(row.cid)?.created_by_id === row.user_id) return 'owner';
  if (world.store.users.get(row.user_id)?.role === 'admin') return 'admin';
  return row.channel_role === 'channel_moderator' ? 'moderator' : 'member';
}

function shownMembers(world: World, cid: string, limit: number, offset: number): readonly MemberRow[] {
  return membersOf(world, cid).slice(offset, offset + Math.min(limit, MOST_MEMBERS_SHOWN));
}

export function memberViews(world: World, cid: string, limit = MOST_MEMBERS_SHOWN, offset = 0): readonly ValueObject[] {
  return shownMembers(world, cid, limit, offset).map((row) => memberView(world, row));
}

/** A channel with its members and messages. The lists are there even when they are empty. */
export function stateView(world: World, row: ChannelRow, limits: StateLimits): ValueObject {
  const { state, userId } = limits;
  const viewer = { userId, memberCustom: limits.memberCustom };
  const own = userId === undefined ? undefined : world.store.members.get(`${row.cid} ${userId}`);
  const view = userId === undefined ? undefined : viewOf(world, row.cid, userId);
  const members =
    state && limits.members > 0 ? shownMembers(world, row.cid, limits.members, limits.memberOffset ?? 0) : [];
  // A message to start from must exist even when the page is not shown.
  const hasPage = state || limits.messages.cursor !== undefined;
  const page = hasPage ? pageOf(livingMessages(world, row.cid, userId), limits.messages) : [];
  const pending = state ? pendingMessages(world, row.cid, userId) : [];
  return {
    channel: channelView(world, row, userId),
    members: members.map((member) => memberView(world, member)),
    membership: own === undefined ? undefined : memberView(world, own),
    messages: state ? page.map((message) => messageView(world, message, viewer)) : [],
    pinned_messages: state
      ? pinnedMessages(world, row.cid, userId)
          .slice(0, 10)
          .map((message) => messageView(world, message, viewer))
      : [],
    pending_messages:
      pending.length === 0
        ? undefined
        : pending.map((message) => ({
            message: messageView(world, message, viewer),
            metadata: message.pending_metadata,
          })),
    read: hasFeature(world, row, 'read_events') ? readStates(world, members) : [],
    threads: [],
    watcher_count: 0,
    hidden: view?.hidden,
    hide_messages_before: time(view?.hide_messages_before),
  };
}
