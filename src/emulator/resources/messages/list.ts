import { inputError } from '../../errors.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { MessageRow } from '../../store/rows/messages.ts';
import { memberKey } from '../../store/store.ts';
import type { World } from '../../world.ts';

/** Whether a user may see a message at all. Without a user everything is seen: that is a server looking. */
export function isSeenBy(world: World, row: MessageRow, userId: string | undefined): boolean {
  return userId === undefined || isSeenFrom(row, userId, hiddenBefore(world, row.cid, userId));
}

/** Until when a user has cleared the history of a channel. */
function hiddenBefore(world: World, cid: string, userId: string): number | undefined {
  const views = world.store.viewsByChannel.of(cid);
  return views.size === 0 ? undefined : views.get(memberKey(cid, userId))?.hide_messages_before;
}

function isSeenFrom(row: MessageRow, userId: string, before: number | undefined): boolean {
  if (row.deleted_for?.includes(userId) === true) return false;
  if (before !== undefined && row.created_at <= before) return false;
  if (row.user_id === userId) return true;
  if (row.pending === true || row.shadowed === true || row.type === 'ephemeral') return false;
  return row.restricted_visibility.length === 0 || row.restricted_visibility.includes(userId);
}

/** A message that is part of its channel: not deleted, not cut off, not waiting, not a passing answer to a command. */
export function isPresent(channel: ChannelRow | undefined, row: MessageRow): boolean {
  return (
    row.deleted_at === undefined &&
    row.pending !== true &&
    row.type !== 'ephemeral' &&
    row.created_at > (channel?.truncated_at ?? Number.NEGATIVE_INFINITY)
  );
}

export function isInChannel(row: MessageRow): boolean {
  return row.parent_id === undefined || row.show_in_channel === true;
}

/** Messages that a channel shows, oldest first: no replies unless they were sent to the channel too. */
export function livingMessages(world: World, cid: string, userId?: string): readonly MessageRow[] {
  return livingAmong(world, cid, world.store.messagesByChannel.inOrder(cid), userId);
}

/** Those of a channel's messages that it shows. */
export function livingAmong(
  world: World,
  cid: string,
  messages: readonly MessageRow[],
  userId?: string,
): readonly MessageRow[] {
  const channel = world.store.channels.get(cid);
  const before = userId === undefined ? undefined : hiddenBefore(world, cid, userId);
  return messages.filter(
    (row) => isPresent(channel, row) && isInChannel(row) && (userId === undefined || isSeenFrom(row, userId, before)),
  );
}

/** Waiting messages, which only their author sees. */
export function pendingMessages(world: World, cid: string, userId: string | undefined): readonly MessageRow[] {
  if (userId === undefined) return [];
  return world.store.messagesByChannel
    .inOrder(cid)
    .filter((row) => row.pending === true && row.user_id === userId && row.deleted_at === undefined);
}

/** A pin that has expired is none. */
export function isPinned(world: World, row: MessageRow): boolean {
  return row.pinned && (row.pin_expires === undefined || row.pin_expires > world.now() * 1000);
}

/** Newest pin first. */
export function pinnedMessages(world: World, cid: string, userId?: string): readonly MessageRow[] {
  const channel = world.store.channels.get(cid);
  return [...world.store.messagesByChannel.of(cid).values()]
    .filter((row) => isPinned(world, row) && isPresent(channel, row) && isSeenBy(world, row, userId))
    .sort((a, b) => (b.pinned_at ?? 0) - (a.pinned_at ?? 0) || (a.id < b.id ? -1 : 1));
}

/** All replies to a message, deleted ones too. */
export function repliesTo(world: World, row: MessageRow): readonly MessageRow[] {
  return world.store.repliesByParent.inOrder(row.id);
}

/** The replies that a thread shows, oldest first. */
export function livingReplies(world: World, parent: MessageRow, userId?: string): readonly MessageRow[] {
  const channel = world.store.channels.get(parent.cid);
  return repliesTo(world, parent).filter((row) => isPresent(channel, row) && isSeenBy(world, row, userId));
}

/** What a message counts as its replies: those that were deleted as well (stream-chat-java MessageTest). */
export function countedReplies(world: World, parent: MessageRow): number {
  const deleted = repliesTo(world, parent).filter((row) => row.deleted_at !== undefined);
  return new Set([...livingReplies(world, parent), ...deleted].map((row) => row.id)).size;
}

export type CursorKind = 'lt' | 'lte' | 'gt' | 'gte' | 'around';

export interface MessagePage {
  readonly limit: number;
  /** From the newest on unless a cursor says otherwise: the id of a message, or an instant. */
  readonly cursor?: { readonly kind: CursorKind; readonly id: string } | CursorAt | undefined;
}

export interface CursorAt {
  readonly kind: CursorKind;
  readonly at: number;
}

const CURSORS = ['lt', 'lte', 'gt', 'gte', 'around'] as const;

/** A page of messages that are in the order of time. */
export function pageOf(rows: readonly MessageRow[], page: MessagePage): readonly MessageRow[] {
  const { limit, cursor } = page;
  if (limit === 0) return [];
  if (cursor === undefined) return rows.slice(-limit);
  return pageBy(rows, limit, cursor, (row) => row.created_at);
}

/** A page around a message or an instant, of rows that ascend by what `orderOf` says. */
export function pageBy(
  rows: readonly MessageRow[],
  limit: number,
  cursor: { readonly kind: CursorKind; readonly id: string } | CursorAt,
  orderOf: (row: MessageRow) => number,
): readonly MessageRow[] {
  const { kind } = cursor;
  // The first row that is not before the cursor, and the first that is after it.
  let from: number;
  let to: number;
  if ('id' in cursor) {
    from = rows.findIndex((row) => row.id === cursor.id);
    if (from < 0) throw inputError(`message with id ${cursor.id} doesn't exist`);
    to = from + 1;
  } else {
    from = rows.filter((row) => orderOf(row) < cursor.at).length;
    to = rows.filter((row) => orderOf(row) <= cursor.at).length;
  }
  switch (kind) {
    case 'lt':
      return rows.slice(0, from).slice(-limit);
    case 'lte':
      return rows.slice(0, to).slice(-limit);
    case 'gt':
      return rows.slice(to, to + limit);
    case 'gte':
      return rows.slice(from, from + limit);
    case 'around': {
      const first = Math.max(0, from - Math.floor(limit / 2));
      return rows.slice(first, first + limit);
    }
  }
}

/** The cursor among `id_lt`, `id_gt` and their like, wherever a call carries them. */
export function cursorFrom(
  read: (name: string) => string | undefined,
): { readonly kind: CursorKind; readonly id: string } | undefined {
  for (const kind of CURSORS) {
    const id = read(`id_${kind}`);
    if (id !== undefined && id !== '') return { kind, id };
  }
  return undefined;
}

const INSTANTS: Readonly<Record<string, CursorKind>> = {
  before: 'lt',
  before_or_equal: 'lte',
  after: 'gt',
  after_or_equal: 'gte',
  around: 'around',
};

/** The cursor among `created_at_before`, `pinned_at_after` and their like. */
export function instantFrom(prefix: string, read: (name: string) => number | undefined): CursorAt | undefined {
  for (const [word, kind] of Object.entries(INSTANTS)) {
    const at = read(`${prefix}_${word}`);
    if (at !== undefined) return { kind, at };
  }
  return undefined;
}
