/** What stands between users at this moment. */
import { isOver } from '../../permissions/bans.ts';
import type { UserMuteRow } from '../../store/rows/users.ts';
import { time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { userViewById } from '../users/view.ts';
import { USER } from './flagged.ts';

/** Whom a user has muted, in the order of the mutes. */
export function mutesOf(world: World, userId: string): readonly UserMuteRow[] {
  return [...world.store.mutesByUser.of(userId).values()].filter((mute) => !isOver(world, mute));
}

export function muteView(world: World, row: UserMuteRow): ValueObject {
  return {
    user: userViewById(world, row.user_id),
    target: userViewById(world, row.target_id),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
    expires: time(row.expires),
  };
}

/** Nothing of this is left of a user who is deleted for good. */
export function forgetUser(world: World, userId: string): void {
  const { bans, futureBans, userMutes, blocks, flags, devices, locations } = world.store;
  const isTheirs = (row: { readonly user_id: string; target_id?: string; blocked_user_id?: string }) =>
    row.user_id === userId || row.target_id === userId || row.blocked_user_id === userId;
  for (const table of [bans, futureBans, userMutes, blocks, flags, devices, locations]) {
    for (const [key, row] of [...table.entries()]) if (isTheirs(row)) table.remove(key);
  }
  for (const [key, row] of [...world.store.reviewsByEntity.of(userId).entries()]) {
    if (row.entity_type === USER) world.store.reviews.remove(key);
  }
}
