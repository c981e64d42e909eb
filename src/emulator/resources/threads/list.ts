/** A thread is a message with replies. Whoever wrote any of them takes part in it. */
import type { MessageRow } from '../../store/rows/messages.ts';
import type { World } from '../../world.ts';
import { isPresent, livingReplies } from '../messages/list.ts';

/** Those who take part, in the order in which they came: the author of the first message before all. */
export function participantsOf(world: World, parent: MessageRow): readonly string[] {
  return [...new Set([parent.user_id, ...livingReplies(world, parent).map((reply) => reply.user_id)])];
}

export function isThread(world: World, row: MessageRow): boolean {
  return row.parent_id === undefined && livingReplies(world, row).length > 0;
}

/** The threads in which a user takes part, in channels of which the user is a member. */
export function threadsOf(world: World, userId: string): readonly MessageRow[] {
  const threads: MessageRow[] = [];
  for (const member of world.store.membersByUser.of(userId).values()) {
    const channel = world.store.channels.get(member.cid);
    if (channel === undefined || channel.deleted_at !== undefined) continue;
    if (world.store.repliesByChannel.of(member.cid).size === 0) continue;
    for (const row of world.store.messagesByChannel.of(member.cid).values()) {
      if (isPresent(channel, row) && isThread(world, row) && participantsOf(world, row).includes(userId))
        threads.push(row);
    }
  }
  return threads;
}
