/** How far users have read. Whoever never marked a channel read has read it up to the moment of joining. */
import { LastingViews } from '../../lasting.ts';
import type { ChannelMuteRow, MemberRow, ViewRow } from '../../store/rows/channels.ts';
import type { MessageRow, ThreadReadRow } from '../../store/rows/messages.ts';
import { memberKey } from '../../store/store.ts';
import { time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { livingAmong, livingMessages, livingReplies } from '../messages/list.ts';
import { userViewById } from '../users/view.ts';

export function viewOf(world: World, cid: string, userId: string): ViewRow | undefined {
  const views = world.store.viewsByChannel.of(cid);
  return views.size === 0 ? undefined : views.get(memberKey(cid, userId));
}

export function changeView(world: World, cid: string, userId: string, change: Partial<ViewRow>): void {
  const former = viewOf(world, cid, userId) ?? { cid, user_id: userId };
  world.store.views.put(memberKey(cid, userId), { ...former, ...change });
}

/** A mute counts until it expires. */
export function muteOf(world: World, cid: string, userId: string): ChannelMuteRow | undefined {
  const hasAny = world.store.channelMutesByUser.of(userId).size > 0;
  const row = hasAny ? world.store.channelMutes.get(memberKey(cid, userId)) : undefined;
  return row === undefined || (row.expires ?? Number.POSITIVE_INFINITY) <= world.now() * 1000 ? undefined : row;
}

export function lastReadOf(world: World, member: MemberRow): number {
  return viewOf(world, member.cid, member.user_id)?.last_read ?? member.created_at;
}

/** One's own messages are read, silent ones do not count. */
export function unreadAmong(messages: readonly MessageRow[], userId: string, lastRead: number): number {
  let count = 0;
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const row = messages[index];
    if (row === undefined || row.created_at <= lastRead) break;
    if (row.user_id !== userId && !row.silent && row.shadowed !== true) count += 1;
  }
  return count;
}

export function unreadIn(world: World, member: MemberRow, lastRead = lastReadOf(world, member)): number {
  const { cid, user_id: userId } = member;
  const messages = world.store.messagesByChannel.inOrder(cid);
  // What is newer is at the end.
  const first = messages.findLastIndex((row) => row.created_at <= lastRead) + 1;
  return unreadAmong(livingAmong(world, cid, messages.slice(first), userId), userId, lastRead);
}

/** How far each of these members has read. */
export function readStates(world: World, members: readonly MemberRow[]): readonly ValueObject[] {
  const [first] = members;
  if (first === undefined) return [];
  const messages = livingMessages(world, first.cid);
  const views = new Map([...world.store.viewsByChannel.of(first.cid).values()].map((view) => [view.user_id, view]));
  return members.map((member) => {
    const view = views.get(member.user_id);
    const lastRead = view?.last_read ?? member.created_at;
    const unread = unreadAmong(messages, member.user_id, lastRead);
    const user = userViewById(world, member.user_id);
    return states.of(member, [user, view, unread], () => ({
      user,
      last_read: time(lastRead),
      last_read_message_id: view?.last_read_message_id,
      unread_messages: unread,
      last_delivered_at: time(view?.last_delivered_at),
      last_delivered_message_id: view?.last_delivered_message_id,
    }));
  });
}

const states = new LastingViews<MemberRow>();

export function threadReadOf(world: World, threadId: string, userId: string): ThreadReadRow | undefined {
  return world.store.threadReads.get(`${threadId} ${userId}`);
}

export function markThread(world: World, read: ThreadReadRow): void {
  world.store.threadReads.put(`${read.thread_id} ${read.user_id}`, read);
}

export function unreadInThread(world: World, parent: MessageRow, userId: string): number {
  const lastRead = threadReadOf(world, parent.id, userId)?.last_read ?? parent.created_at;
  return unreadAmong(livingReplies(world, parent, userId), userId, lastRead);
}
