/** All state of one app. */
import type { Json } from '../../core/json.ts';
import type {
  AppRow,
  BlocklistRow,
  ChannelRow,
  ChannelTypeRow,
  CommandRow,
  MemberRow,
  MessageRow,
  PermissionRow,
  RoleRow,
  TaskRow,
  UserRow,
} from './rows.ts';
import { Index, Table } from './table.ts';

export interface StoreOptions {
  readonly now: () => number;
  readonly readLagMs: number;
  readonly changed: (table: string, key: string, row: unknown) => void;
}

export type Store = ReturnType<typeof createStore>;

export function createStore(options: StoreOptions) {
  const { now, changed } = options;
  const configuration = { now, changed, remember: () => options.readLagMs };
  const data = { now, changed, remember: () => 0 };
  const users = new Table<UserRow>('users', data);
  const channels = new Table<ChannelRow>('channels', data);
  const members = new Table<MemberRow>('members', data);
  const messages = new Table<MessageRow>('messages', data);
  const tables = {
    app: new Table<AppRow>('app', configuration),
    roles: new Table<RoleRow>('roles', configuration),
    permissions: new Table<PermissionRow>('permissions', configuration),
    commands: new Table<CommandRow>('commands', configuration),
    blocklists: new Table<BlocklistRow>('blocklists', configuration),
    channelTypes: new Table<ChannelTypeRow>('channelTypes', configuration),
    users,
    channels,
    members,
    messages,
    /** Ids of messages that are gone: an id that was used once is never free again. */
    usedMessageIds: new Table<true>('usedMessageIds', data),
    tasks: new Table<TaskRow>('tasks', data),
  };
  return {
    ...tables,
    usersByName: new Index(users, (user) =>
      user.name === undefined || user.deleted_at !== undefined ? undefined : comparableName(user.name),
    ),
    channelsByType: new Index(channels, (channel) => channel.type),
    membersByChannel: new Index(members, (member) => member.cid),
    membersByUser: new Index(members, (member) => member.user_id),
    messagesByChannel: new Index(messages, (message) => message.cid),
    load(table: string, key: string, row: unknown): void {
      const found = (tables as Record<string, Table<unknown> | undefined>)[table];
      found?.load(key, row ?? undefined);
    },
    forgetPast(): void {
      for (const table of Object.values(tables)) table.forgetPast();
    },
    toJSON(): Record<string, Record<string, Json>> {
      return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table.toJSON()]));
    },
  };
}

export function memberKey(cid: string, userId: string): string {
  return `${cid} ${userId}`;
}

/** Names are unique by their letters and digits alone, whatever their case. */
export function comparableName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
