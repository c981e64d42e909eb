/** Imports items that were all found fit. `insert` leaves alone what exists already, `upsert` writes over it. */
import type { JsonObject } from '../../../core/json.ts';
import { flagOf, objectOf, textOf, textsOf } from '../../http/route.ts';
import { memberKey } from '../../store/store.ts';
import { readTime } from '../../values.ts';
import type { World } from '../../world.ts';
import { putMember } from '../channels/members.ts';
import { isInChannel } from '../messages/list.ts';
import { attachmentsOf } from '../messages/shape.ts';
import { changeView } from '../reads/state.ts';
import { cidOf, type Item } from './items.ts';
import { type Kind, namesOf } from './shapes.ts';

export interface ImportOptions {
  readonly isUpsert: boolean;
  readonly mergesCustom: boolean;
  readonly at: number;
}

const timeIn = (data: JsonObject, name: string): number | undefined => readTime(data[name]);

/** What no kind of item knows is the customer's. */
function custom(item: Item, former: JsonObject | undefined, options: ImportOptions): JsonObject {
  const known = namesOf(item.kind);
  const given = Object.fromEntries(Object.entries(item.data).filter(([key]) => !known.includes(key)));
  return options.mergesCustom ? { ...former, ...given } : given;
}

function putUser(world: World, data: JsonObject, options: ImportOptions): void {
  const { users, blocks } = world.store;
  const id = textOf(data, 'id') ?? '';
  const former = users.get(id);
  if (former !== undefined && !options.isUpsert) return;
  const deleted_at = timeIn(data, 'deleted_at');
  users.put(id, {
    id,
    role: textOf(data, 'role') || former?.role || 'user',
    name: textOf(data, 'name'),
    image: textOf(data, 'image'),
    language: textOf(data, 'language') ?? '',
    invisible: flagOf(data, 'invisible') ?? false,
    teams: textsOf(data, 'teams'),
    teams_role: objectOf(data, 'teams_role'),
    privacy_settings: objectOf(data, 'privacy_settings'),
    custom: custom({ kind: 'user', data }, former?.custom, options),
    created_at: timeIn(data, 'created_at') ?? former?.created_at ?? options.at,
    updated_at: options.at,
    last_active: former?.last_active,
    deactivated_at: timeIn(data, 'deactivated_at'),
    deleted_at,
    deletion: deleted_at === undefined ? undefined : 'soft',
  });
  for (const blocked_user_id of textsOf(data, 'blocked_user_ids'))
    blocks.put(memberKey(id, blocked_user_id), { user_id: id, blocked_user_id, created_at: options.at });
}

function putDevice(world: World, data: JsonObject, { isUpsert, at }: ImportOptions): void {
  const id = textOf(data, 'id') ?? '';
  if (world.store.devices.has(id) && !isUpsert) return;
  world.store.devices.put(id, {
    id,
    user_id: textOf(data, 'user_id') ?? '',
    push_provider: textOf(data, 'push_provider_type') ?? '',
    push_provider_name: textOf(data, 'push_provider_name') || undefined,
    created_at: timeIn(data, 'created_at') ?? at,
  });
}

function putFutureBan(world: World, data: JsonObject, { isUpsert, at }: ImportOptions): void {
  const by = textOf(data, 'created_by') ?? '';
  const user_id = textOf(data, 'target_id') ?? '';
  const key = memberKey(by, user_id);
  if (world.store.futureBans.has(key) && !isUpsert) return;
  world.store.futureBans.put(key, {
    user_id,
    cid: '',
    banned_by_id: by,
    reason: textOf(data, 'reason') ?? '',
    shadow: flagOf(data, 'shadow') ?? false,
    ip_ban: false,
    created_at: timeIn(data, 'created_at') ?? at,
  });
}

function putChannel(world: World, data: JsonObject, options: ImportOptions): void {
  const { channels, bans } = world.store;
  const cid = cidOf(data);
  const former = channels.get(cid);
  if (former !== undefined && !options.isUpsert) return;
  const founders = textsOf(data, 'member_ids');
  const created_at = timeIn(data, 'created_at') ?? former?.created_at ?? options.at;
  const creator = textOf(data, 'created_by') ?? '';
  channels.put(cid, {
    cid,
    type: textOf(data, 'type') ?? '',
    id: cid.slice(cid.indexOf(':') + 1),
    created_by_id: creator,
    distinct: founders.length > 0,
    founders: founders.length > 0 ? founders : undefined,
    team: textOf(data, 'team') ?? '',
    frozen: flagOf(data, 'frozen') ?? false,
    disabled: flagOf(data, 'disabled') ?? false,
    cooldown: former?.cooldown ?? 0,
    custom: custom({ kind: 'channel', data }, former?.custom, options),
    filter_tags: former?.filter_tags ?? [],
    config_overrides: former?.config_overrides ?? {},
    created_at,
    updated_at: options.at,
    last_message_at: former?.last_message_at,
    truncated_at: timeIn(data, 'truncated_at') ?? former?.truncated_at,
  });
  for (const user_id of textsOf(data, 'banned_users'))
    bans.put(memberKey(cid, user_id), {
      user_id,
      cid,
      banned_by_id: creator,
      reason: '',
      shadow: false,
      ip_ban: false,
      created_at: options.at,
    });
}

function putMembership(world: World, data: JsonObject, options: ImportOptions): void {
  const cid = cidOf(data);
  const user_id = textOf(data, 'user_id') ?? '';
  const former = world.store.members.get(memberKey(cid, user_id));
  if (former !== undefined && !options.isUpsert) return;
  const invited = flagOf(data, 'invited') ?? false;
  const invite_accepted_at = timeIn(data, 'invite_accepted_at');
  const invite_rejected_at = timeIn(data, 'invite_rejected_at');
  const isPending = invited && invite_accepted_at === undefined;
  putMember(world, {
    cid,
    user_id,
    channel_role: textOf(data, 'channel_role') || 'channel_member',
    status: isPending ? (invite_rejected_at === undefined ? 'pending' : 'rejected') : 'member',
    invited,
    invite_accepted_at,
    invite_rejected_at,
    archived_at: timeIn(data, 'archived_at'),
    custom: custom({ kind: 'channel_member', data }, former?.custom, options),
    created_at: timeIn(data, 'created_at') ?? former?.created_at ?? options.at,
    updated_at: options.at,
  });
  const hide_messages_before = timeIn(data, 'hide_messages_before');
  const last_read = timeIn(data, 'last_read');
  const hidden = flagOf(data, 'hide_channel');
  if (hidden !== undefined || hide_messages_before !== undefined || last_read !== undefined)
    changeView(world, cid, user_id, { hidden: hidden ?? false, hide_messages_before, last_read });
}

function putMessage(world: World, data: JsonObject, options: ImportOptions): void {
  const { messages, channels, usedMessageIds } = world.store;
  const id = textOf(data, 'id') ?? '';
  const former = messages.get(id);
  if ((former !== undefined && !options.isUpsert) || (former === undefined && usedMessageIds.has(id))) return;
  const cid = cidOf(data);
  const created_at = timeIn(data, 'created_at') ?? former?.created_at ?? options.at;
  const parent_id = textOf(data, 'parent_id') || undefined;
  const roles = textsOf(data, 'mentioned_roles');
  const type = data['type'];
  const row = messages.put(id, {
    id,
    cid,
    user_id: textOf(data, 'user') ?? '',
    type: type === 'deleted' || type === 'system' ? type : parent_id === undefined ? 'regular' : 'reply',
    text: textOf(data, 'text') ?? '',
    html: textOf(data, 'html'),
    attachments: attachmentsOf(data),
    mentioned_users: textsOf(data, 'mentioned_users_ids'),
    mentioned_roles: roles.length > 0 ? roles : undefined,
    mentioned_channel: flagOf(data, 'mentioned_channel'),
    mentioned_here: flagOf(data, 'mentioned_here'),
    parent_id,
    show_in_channel: parent_id === undefined ? undefined : (flagOf(data, 'show_in_channel') ?? false),
    quoted_message_id: textOf(data, 'quoted_message_id') || undefined,
    silent: false,
    pinned: timeIn(data, 'pinned_at') !== undefined,
    pinned_at: timeIn(data, 'pinned_at'),
    pinned_by: textOf(data, 'pinned_by_id') || undefined,
    pin_expires: timeIn(data, 'pin_expires'),
    restricted_visibility: textsOf(data, 'restricted_visibility'),
    custom: custom({ kind: 'message', data }, former?.custom, options),
    created_at,
    updated_at: created_at,
    deleted_at: timeIn(data, 'deleted_at'),
  });
  const channel = channels.get(cid);
  if (channel !== undefined && isInChannel(row) && (channel.last_message_at ?? 0) < created_at)
    channels.put(cid, { ...channel, last_message_at: created_at });
}

function putReaction(world: World, data: JsonObject, options: ImportOptions): void {
  const message_id = textOf(data, 'message_id') ?? '';
  const user_id = textOf(data, 'user_id') ?? '';
  const type = textOf(data, 'type') ?? '';
  const key = `${message_id} ${user_id} ${type}`;
  if (world.store.reactions.has(key) && !options.isUpsert) return;
  const created_at = timeIn(data, 'created_at') ?? options.at;
  const former = world.store.reactions.get(key)?.custom;
  const { score, ...rest } = custom({ kind: 'reaction', data }, former, options);
  world.store.reactions.put(key, {
    message_id,
    user_id,
    type,
    score: typeof score === 'number' ? score : 1,
    custom: rest,
    created_at,
    updated_at: created_at,
  });
}

const APPLIERS: Readonly<Record<Kind, (world: World, data: JsonObject, options: ImportOptions) => void>> = {
  user: putUser,
  device: putDevice,
  future_channel_ban: putFutureBan,
  channel: putChannel,
  channel_member: putMembership,
  message: putMessage,
  reaction: putReaction,
};

export function applyItem(world: World, { kind, data }: Item, options: ImportOptions): void {
  APPLIERS[kind](world, data, options);
}
