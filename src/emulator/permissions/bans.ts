/** Bans as they bear on what a user does in a channel: those from the app and those from that channel. */
import type { BanRow } from '../store/rows/moderation.ts';
import { memberKey } from '../store/store.ts';
import type { World } from '../world.ts';

/** The ban of a user from one channel, or from the app when the channel is empty, while it lasts. */
export function banFrom(world: World, userId: string, cid: string): BanRow | undefined {
  const hasAny = world.store.bansByUser.of(userId).size > 0;
  const own = hasAny ? world.store.bans.get(memberKey(cid, userId)) : undefined;
  if (own !== undefined && !isOver(world, own)) return own;
  return cid === '' ? undefined : banFromNew(world, userId, cid);
}

/** Whoever made the channel may keep this user out of all that are new. */
function banFromNew(world: World, userId: string, cid: string): BanRow | undefined {
  const bans = world.store.futureBansByUser.of(userId);
  const channel = bans.size === 0 ? undefined : world.store.channels.get(cid);
  if (channel === undefined) return undefined;
  return [...bans.values()].find(
    (ban) => ban.banned_by_id === channel.created_by_id && ban.created_at < channel.created_at && !isOver(world, ban),
  );
}

/** What has an end stays stored after it and no longer counts. */
export function isOver(world: World, row: { readonly expires?: number | undefined }): boolean {
  return (row.expires ?? Number.POSITIVE_INFINITY) <= world.now() * 1000;
}

/** Shut out, or writing for oneself alone without knowing. */
export function standingOf(world: World, userId: string, cid: string): 'free' | 'shadowed' | 'banned' {
  const bans = [banFrom(world, userId, ''), banFrom(world, userId, cid)].filter((ban) => ban !== undefined);
  if (bans.some((ban) => !ban.shadow)) return 'banned';
  return bans.length > 0 ? 'shadowed' : 'free';
}
