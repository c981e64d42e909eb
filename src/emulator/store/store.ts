/** All state of one app, in rows. Times are microseconds since 1970; everything else is JSON, so that rows can be written to a file. */
import type { Json } from '../../core/json.ts';
import { Index, OrderedIndex } from './row-index.ts';
import type {
  CampaignRow,
  ExternalStorageRow,
  ImporterStorageRow,
  ImportFileRow,
  ImportRow,
  ImportV2Row,
  ModerationConfigRow,
  PredefinedFilterRow,
  PushPreferenceRow,
  RetentionPolicyRow,
  SegmentRow,
  SegmentTargetRow,
  UserGroupRow,
} from './rows/administration.ts';
import type { ChannelMuteRow, ChannelRow, MemberRow, ViewRow } from './rows/channels.ts';
import type {
  DraftRow,
  LocationRow,
  MessageRow,
  MessageVersionRow,
  PollRow,
  PollVoteRow,
  ReactionRow,
  ReminderRow,
  ThreadReadRow,
  ThreadRow,
  UploadRow,
} from './rows/messages.ts';
import type { BanRow, FlagRow, ReviewRow } from './rows/moderation.ts';
import type { DeviceRow, PushProviderRow, PushTemplateRow } from './rows/push.ts';
import type { AppRow, BlocklistRow, ChannelTypeRow, CommandRow, PermissionRow, RoleRow } from './rows/settings.ts';
import type { TaskRow } from './rows/tasks.ts';
import type { BlockRow, UserMuteRow, UserRow } from './rows/users.ts';
import { Table } from './table.ts';

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
  const views = new Table<ViewRow>('views', data);
  const channelMutes = new Table<ChannelMuteRow>('channelMutes', data);
  const reactions = new Table<ReactionRow>('reactions', data);
  const messageVersions = new Table<MessageVersionRow>('messageVersions', data);
  const pollVotes = new Table<PollVoteRow>('pollVotes', data);
  const drafts = new Table<DraftRow>('drafts', data);
  const reminders = new Table<ReminderRow>('reminders', data);
  const threadReads = new Table<ThreadReadRow>('threadReads', data);
  const bans = new Table<BanRow>('bans', data);
  const futureBans = new Table<BanRow>('futureBans', data);
  const userMutes = new Table<UserMuteRow>('userMutes', data);
  const blocks = new Table<BlockRow>('blocks', data);
  const flags = new Table<FlagRow>('flags', data);
  const reviews = new Table<ReviewRow>('reviews', data);
  const devices = new Table<DeviceRow>('devices', data);
  const locations = new Table<LocationRow>('locations', data);
  const segmentTargets = new Table<SegmentTargetRow>('segmentTargets', data);
  const tables = {
    app: new Table<AppRow>('app', configuration),
    roles: new Table<RoleRow>('roles', configuration),
    permissions: new Table<PermissionRow>('permissions', configuration),
    commands: new Table<CommandRow>('commands', configuration),
    blocklists: new Table<BlocklistRow>('blocklists', configuration),
    channelTypes: new Table<ChannelTypeRow>('channelTypes', configuration),
    pushProviders: new Table<PushProviderRow>('pushProviders', configuration),
    pushTemplates: new Table<PushTemplateRow>('pushTemplates', configuration),
    users,
    channels,
    members,
    messages,
    views,
    channelMutes,
    reactions,
    messageVersions,
    polls: new Table<PollRow>('polls', data),
    uploads: new Table<UploadRow>('uploads', data),
    pollVotes,
    drafts,
    reminders,
    threads: new Table<ThreadRow>('threads', data),
    threadReads,
    bans,
    /** Bans from every channel that the one who bans makes later. */
    futureBans,
    userMutes,
    blocks,
    flags,
    reviews,
    devices,
    locations,
    /** Ids of messages that are gone: an id that was used once is never free again. */
    usedMessageIds: new Table<true>('usedMessageIds', data),
    tasks: new Table<TaskRow>('tasks', data),
    userGroups: new Table<UserGroupRow>('userGroups', data),
    predefinedFilters: new Table<PredefinedFilterRow>('predefinedFilters', configuration),
    retentionPolicies: new Table<RetentionPolicyRow>('retentionPolicies', configuration),
    externalStorages: new Table<ExternalStorageRow>('externalStorages', configuration),
    importerStorage: new Table<ImporterStorageRow>('importerStorage', configuration),
    moderationConfigs: new Table<ModerationConfigRow>('moderationConfigs', configuration),
    segments: new Table<SegmentRow>('segments', data),
    segmentTargets,
    campaigns: new Table<CampaignRow>('campaigns', data),
    importFiles: new Table<ImportFileRow>('importFiles', data),
    exportFiles: new Table<ImportFileRow>('exportFiles', data),
    imports: new Table<ImportRow>('imports', data),
    pushPreferences: new Table<PushPreferenceRow>('pushPreferences', data),
    importsV2: new Table<ImportV2Row>('importsV2', data),
  };
  return {
    ...tables,
    usersByName: new Index(users, (user) =>
      user.name === undefined || user.deleted_at !== undefined ? undefined : comparableName(user.name),
    ),
    channelsByType: new Index(channels, (channel) => channel.type),
    membersByChannel: new OrderedIndex(
      members,
      (member) => member.cid,
      (a, b) => a.created_at - b.created_at || (a.user_id < b.user_id ? -1 : 1),
    ),
    membersByUser: new Index(members, (member) => member.user_id),
    messagesByChannel: new OrderedIndex(messages, (message) => message.cid, inTime),
    repliesByParent: new OrderedIndex(messages, (message) => message.parent_id, inTime),
    repliesByChannel: new Index(messages, (message) => (message.parent_id === undefined ? undefined : message.cid)),
    viewsByChannel: new Index(views, (view) => view.cid),
    channelMutesByUser: new Index(channelMutes, (mute) => mute.user_id),
    reactionsByMessage: new Index(reactions, (reaction) => reaction.message_id),
    versionsByMessage: new Index(messageVersions, (version) => version.message_id),
    votesByPoll: new Index(pollVotes, (vote) => vote.poll_id),
    draftsByUser: new Index(drafts, (draft) => draft.user_id),
    remindersByUser: new Index(reminders, (reminder) => reminder.user_id),
    remindersByMessage: new Index(reminders, (reminder) => reminder.message_id),
    readsByThread: new Index(threadReads, (read) => read.thread_id),
    bansByUser: new Index(bans, (ban) => ban.user_id),
    futureBansByUser: new Index(futureBans, (ban) => ban.user_id),
    mutesByUser: new Index(userMutes, (mute) => mute.user_id),
    blocksByUser: new Index(blocks, (block) => block.user_id),
    flagsByEntity: new Index(flags, (flag) => flag.entity_id),
    reviewsByEntity: new Index(reviews, (review) => review.entity_id),
    devicesByUser: new Index(devices, (device) => device.user_id),
    locationsByUser: new Index(locations, (location) => location.user_id),
    targetsBySegment: new Index(segmentTargets, (target) => target.segment_id),
    load(table: string, key: string, row: unknown): void {
      const found = (tables as Record<string, Table<unknown> | undefined>)[table];
      found?.load(key, row ?? undefined);
    },
    /** Each table by its name, with its rows by their keys. */
    tables(): Iterable<[name: string, rows: Iterable<[key: string, row: unknown]>]> {
      return Object.entries(tables).map(([name, table]) => [name, table.entries()]);
    },
    forgetPast(): void {
      for (const table of Object.values(tables)) table.forgetPast();
    },
    toJSON(): Record<string, Record<string, Json>> {
      return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table.toJSON()]));
    },
  };
}

/** Oldest first; of the same instant by their ids. */
export function inTime(a: MessageRow, b: MessageRow): number {
  return a.created_at - b.created_at || (a.id < b.id ? -1 : 1);
}

export function memberKey(cid: string, userId: string): string {
  return `${cid} ${userId}`;
}

/** Names are unique by their letters and digits alone, whatever their case. */
export function comparableName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
