/** A conversation of two is blocked for whoever blocked the other. */
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { World } from '../../world.ts';

export function isBlocked(world: World, row: ChannelRow, userId: string): boolean {
  const blocks = world.store.blocksByUser.of(userId);
  const members = world.store.membersByChannel.of(row.cid);
  if (blocks.size === 0 || members.size !== 2) return false;
  const others = new Set([...members.values()].map((member) => member.user_id));
  return others.has(userId) && [...blocks.values()].some((block) => others.has(block.blocked_user_id));
}
