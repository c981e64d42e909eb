/** How much a user has not read, as the user object counts it: in step with the counts of unread messages. */
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { lastReadOf, unreadIn, unreadInThread } from '../reads/state.ts';
import { threadsOf } from '../threads/list.ts';

export function unreadView(world: World, userId: string): ValueObject {
  let messages = 0;
  let channels = 0;
  let hasThreads = false;
  for (const member of world.store.membersByUser.of(userId).values()) {
    const channel = world.store.channels.get(member.cid);
    // Most channels have no message at all, or none since they were read.
    if (channel?.last_message_at === undefined || channel.deleted_at !== undefined) continue;
    hasThreads = true;
    const lastRead = lastReadOf(world, member);
    if (channel.last_message_at <= lastRead) continue;
    const unread = unreadIn(world, member, lastRead);
    messages += unread;
    channels += unread > 0 ? 1 : 0;
  }
  const threads = hasThreads
    ? threadsOf(world, userId).filter((parent) => unreadInThread(world, parent, userId) > 0).length
    : 0;
  return { total_unread_count: messages, unread_count: messages, unread_channels: channels, unread_threads: threads };
}
