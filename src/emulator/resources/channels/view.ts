import type { ChannelRow, MemberRow } from '../../store/rows.ts';
import { Custom, time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { livingMessages, type MessagePage, pageOf, pinnedMessages } from '../messages/list.ts';
import { messageView } from '../messages/view.ts';
import { userViewById } from '../users/view.ts';
import { configView, doesCountMessages } from './config.ts';

const MOST_MEMBERS_SHOWN = 100;

export interface StateLimits {
  readonly state: boolean;
  readonly members: number;
  readonly memberOffset?: number;
  readonly messages: MessagePage;
  /** Whose point of view: adds the membership of this user. */
  readonly userId?: string | undefined;
}

/** Members of a channel, in the order in which the API lists them. */
export function membersOf(world: World, cid: string): readonly MemberRow[] {
  return [...world.store.membersByChannel.of(cid).values()].sort(
    (a, b) => a.created_at - b.created_at || (a.user_id < b.user_id ? -1 : 1),
  );
}

/** What has its default is absent rather than empty. */
export function channelView(world: World, row: ChannelRow): ValueObject {
  return {
    id: row.id,
    type: row.type,
    cid: row.cid,
    created_by: userViewById(world, row.created_by_id),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
    last_message_at: time(row.last_message_at),
    truncated_at: time(row.truncated_at),
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
    custom: new Custom(row.custom),
  };
}

export function memberView(world: World, row: MemberRow): ValueObject {
  return {
    user_id: row.user_id,
    user: userViewById(world, row.user_id),
    status: row.status,
    channel_role: row.channel_role,
    role: legacyRole(world, row),
    is_moderator: row.channel_role === 'channel_moderator' ? true : undefined,
    invited: row.invited ? true : undefined,
    invite_accepted_at: time(row.invite_accepted_at),
    invite_rejected_at: time(row.invite_rejected_at),
    banned: false,
    shadow_banned: false,
    notifications_muted: false,
    pinned_at: time(row.pinned_at),
    archived_at: time(row.archived_at),
    custom: new Custom(row.custom),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}

/** Still returned although channel roles replaced it. */
function legacyRole(world: World, row: MemberRow): string {
  if (world.store.channels.get(row.cid)?.created_by_id === row.user_id) return 'owner';
  if (world.store.users.get(row.user_id)?.role === 'admin') return 'admin';
  return row.channel_role === 'channel_moderator' ? 'moderator' : 'member';
}

export function memberViews(world: World, cid: string, limit = MOST_MEMBERS_SHOWN, offset = 0): readonly ValueObject[] {
  return membersOf(world, cid)
    .slice(offset, offset + Math.min(limit, MOST_MEMBERS_SHOWN))
    .map((row) => memberView(world, row));
}

/** A channel with its members and messages. The lists are there even when they are empty. */
export function stateView(world: World, row: ChannelRow, limits: StateLimits): ValueObject {
  const own = limits.userId === undefined ? undefined : world.store.members.get(`${row.cid} ${limits.userId}`);
  const members =
    limits.state && limits.members > 0 ? memberViews(world, row.cid, limits.members, limits.memberOffset) : [];
  // A message to start from must exist even when the page is not shown.
  const hasPage = limits.state || limits.messages.cursor !== undefined;
  const page = hasPage ? pageOf(livingMessages(world, row.cid), limits.messages) : [];
  const messages = limits.state ? page : [];
  const pinned = limits.state ? pinnedMessages(world, row.cid).slice(0, 10) : [];
  return {
    channel: channelView(world, row),
    members,
    membership: own === undefined ? undefined : memberView(world, own),
    messages: messages.map((message) => messageView(world, message)),
    pinned_messages: pinned.map((message) => messageView(world, message)),
    read: [],
    threads: [],
    watcher_count: 0,
  };
}
