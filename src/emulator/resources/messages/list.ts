import type { MessageRow } from '../../store/rows.ts';
import type { World } from '../../world.ts';

/** Messages that a channel shows, oldest first: no replies unless they were sent to the channel too. */
export function livingMessages(world: World, cid: string): readonly MessageRow[] {
  return [...world.store.messagesByChannel.of(cid).values()]
    .filter((row) => row.deleted_at === undefined && (row.parent_id === undefined || row.show_in_channel === true))
    .sort((a, b) => a.created_at - b.created_at);
}

/** Newest pin first; a pin that has expired is none. */
export function pinnedMessages(world: World, cid: string): readonly MessageRow[] {
  const now = world.now() * 1000;
  return [...world.store.messagesByChannel.of(cid).values()]
    .filter((row) => row.pinned && row.deleted_at === undefined && (row.pin_expires ?? now + 1) > now)
    .sort((a, b) => (b.pinned_at ?? 0) - (a.pinned_at ?? 0));
}

export function repliesTo(world: World, row: MessageRow): readonly MessageRow[] {
  return [...world.store.messagesByChannel.of(row.cid).values()].filter((other) => other.parent_id === row.id);
}
