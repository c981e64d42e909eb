/** The lines of an import, and what they may refer to. All lines are checked before the first is imported. */
import { isArray, isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { CHANNEL_ROLES, USER_ROLES } from '../../defaults/roles.ts';
import { textOf, textsOf } from '../../http/route.ts';
import type { World } from '../../world.ts';
import { distinctId } from '../channels/distinct.ts';
import { KINDS, type Kind, SHAPES } from './shapes.ts';

export interface Item {
  readonly kind: Kind;
  readonly data: JsonObject;
}

/** The items of a file, or undefined when a line is not fit. */
export function readItems(world: World, content: string): readonly Item[] | undefined {
  const items: Item[] = [];
  const seen = { users: new Set<string>(), channels: new Set<string>(), messages: new Set<string>() };
  let rank = 0;
  for (const line of content.split('\n')) {
    if (line.trim() === '') continue;
    const item = itemIn(line);
    if (item === undefined || KINDS.indexOf(item.kind) < rank || !isSound(item)) return undefined;
    rank = KINDS.indexOf(item.kind);
    if (!refersWell(world, item, seen)) return undefined;
    items.push(item);
  }
  return items;
}

function itemIn(line: string): Item | undefined {
  let value: Json;
  try {
    value = JSON.parse(line) as Json;
  } catch {
    return undefined;
  }
  if (!isObject(value) || !isObject(value['data'])) return undefined;
  const kind = KINDS.find((candidate) => candidate === value['type']);
  return kind === undefined ? undefined : { kind, data: value['data'] };
}

function isSound({ kind, data }: Item): boolean {
  const problems: string[] = [];
  SHAPES[kind](data, '', problems);
  const isChannel = kind === 'channel';
  if (isChannel || kind === 'channel_member' || kind === 'message') {
    const isById = (textOf(data, isChannel ? 'id' : 'channel_id') ?? '') !== '';
    if (isById === isArray(data[isChannel ? 'member_ids' : 'channel_member_ids'])) return false;
  }
  if (kind === 'message') {
    const isDeleted = data['type'] === 'deleted';
    if (isDeleted !== (typeof data['deleted_at'] === 'string')) return false;
    if (data['type'] === 'reply' && textOf(data, 'parent_id') === undefined) return false;
    if ('pinned_at' in data !== 'pinned_by_id' in data || ('pin_expires' in data && !('pinned_at' in data)))
      return false;
    if ('show_in_channel' in data && !('parent_id' in data)) return false;
  }
  return problems.length === 0;
}

interface Seen {
  readonly users: Set<string>;
  readonly channels: Set<string>;
  readonly messages: Set<string>;
}

function refersWell(world: World, { kind, data }: Item, seen: Seen): boolean {
  const { store } = world;
  const text = (name: string) => textOf(data, name) ?? '';
  const isUser = (id: string) =>
    seen.users.has(id) || (store.users.get(id)?.deleted_at === undefined && store.users.has(id));
  const isRole = (role: string, others: readonly string[]) =>
    role === '' || (store.roles.has(role) && !others.includes(role));
  switch (kind) {
    case 'user':
      seen.users.add(text('id'));
      return store.users.get(text('id'))?.deleted_at === undefined && isRole(text('role'), CHANNEL_ROLES);
    case 'device':
      return isUser(text('user_id'));
    case 'future_channel_ban':
      return isUser(text('target_id')) && isUser(text('created_by'));
    case 'channel':
      seen.channels.add(cidOf(data));
      return (
        store.channelTypes.has(text('type')) &&
        isUser(text('created_by')) &&
        [...textsOf(data, 'member_ids'), ...textsOf(data, 'banned_users')].every(isUser)
      );
    case 'channel_member':
      return isChannel() && isUser(text('user_id')) && isRole(text('channel_role'), USER_ROLES);
    case 'message': {
      const known = text('parent_id') === '' || isMessage(text('parent_id'));
      seen.messages.add(text('id'));
      return known && isChannel() && [text('user'), ...textsOf(data, 'mentioned_users_ids')].every(isUser);
    }
    case 'reaction':
      return isMessage(text('message_id')) && isUser(text('user_id'));
  }
  function isChannel(): boolean {
    const cid = cidOf(data);
    return seen.channels.has(cid) || (store.channels.get(cid)?.deleted_at === undefined && store.channels.has(cid));
  }
  function isMessage(id: string): boolean {
    return seen.messages.has(id) || store.messages.has(id);
  }
}

/** Channels are named by their id or, where they have none of their own, by who belongs to them. */
export function cidOf(data: JsonObject): string {
  const type = textOf(data, 'channel_type') ?? textOf(data, 'type') ?? '';
  const id = textOf(data, 'channel_id') || ('channel_type' in data ? '' : textOf(data, 'id'));
  const members = textsOf(data, 'channel_type' in data ? 'channel_member_ids' : 'member_ids');
  return `${type}:${id === undefined || id === '' ? distinctId(members) : id}`;
}
