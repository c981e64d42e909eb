import type { Route } from '../../http/route.ts';
import { ban, olderBan, olderUnban, unban } from './bans.ts';
import { flag, olderFlag, olderUnflag } from './flags.ts';
import { mute, olderMute, unmute } from './mutes.ts';
import { queryBannedUsers } from './query.ts';

const route = (
  generation: 1 | 2,
  method: Route['method'],
  path: string,
  op: string,
  handle: Route['handle'],
): Route => ({ method, path, area: 'common', op, generation, clients: true, handle });

export const moderationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/query_banned_users',
    area: 'chat',
    op: 'QueryBannedUsers',
    clients: true,
    handle: queryBannedUsers,
  },
  route(2, 'POST', '/moderation/ban', 'ban', ban),
  route(2, 'POST', '/moderation/unban', 'unban', unban),
  route(2, 'POST', '/moderation/mute', 'mute', mute),
  route(2, 'POST', '/moderation/unmute', 'unmute', unmute),
  route(2, 'POST', '/moderation/flag', 'flag', flag),
  route(1, 'POST', '/moderation/ban', 'Ban', olderBan),
  route(1, 'DELETE', '/moderation/ban', 'Unban', olderUnban),
  route(1, 'POST', '/moderation/mute', 'MuteUser', olderMute),
  route(1, 'POST', '/moderation/unmute', 'UnmuteUser', unmute),
  route(1, 'POST', '/moderation/flag', 'Flag', olderFlag),
  route(1, 'POST', '/moderation/unflag', 'Unflag', olderUnflag),
];
