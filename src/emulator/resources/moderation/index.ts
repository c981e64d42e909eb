import type { Route } from '../../http/route.ts';
import { ban, olderBan, olderUnban, unban } from './bans.ts';
import { flag, olderFlag, olderUnflag } from './flags.ts';
import { queryMessageFlags } from './message-flags.ts';
import { mute, olderMute, unmute } from './mutes.ts';
import { queryBannedUsers } from './query.ts';
import { submitAction } from './queue/actions.ts';
import { check, customCheck } from './queue/check.ts';
import { bypass, userReport } from './queue/people.ts';
import { getFlagCount, getReviewQueueItem, queryModerationFlags, queryReviewQueue } from './queue/query.ts';
import { queryFlags, queryReports, reviewReport, unblockMessage } from './reports.ts';

const route = (
  generation: 1 | 2,
  method: Route['method'],
  path: string,
  op: string,
  handle: Route['handle'],
  clients = true,
): Route => ({ method, path, area: 'common', op, generation, clients, handle });

export const moderationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/query_banned_users',
    area: 'chat',
    op: 'QueryBannedUsers',
    clients: true,
    handle: queryBannedUsers,
  },
  {
    method: 'GET',
    path: '/moderation/flags/message',
    area: 'chat',
    op: 'QueryMessageFlags',
    clients: true,
    handle: queryMessageFlags,
  },
  route(2, 'POST', '/moderation/ban', 'ban', ban),
  route(2, 'POST', '/moderation/unban', 'unban', unban),
  route(2, 'POST', '/moderation/mute', 'mute', mute),
  route(2, 'POST', '/moderation/unmute', 'unmute', unmute),
  route(2, 'POST', '/moderation/flag', 'flag', flag),
  // Clients of the older generation use the newer paths for these.
  route(2, 'POST', '/moderation/review_queue', 'query_review_queue', queryReviewQueue, false),
  route(2, 'GET', '/moderation/review_queue/:id', 'get_review_queue_item', getReviewQueueItem, false),
  route(2, 'POST', '/moderation/submit_action', 'submit_action', submitAction, false),
  route(2, 'POST', '/moderation/check', 'check', check, false),
  route(2, 'POST', '/moderation/custom_check', 'custom_check', customCheck, false),
  route(2, 'POST', '/moderation/flags', 'query_moderation_flags', queryModerationFlags, false),
  route(2, 'POST', '/moderation/flag_count', 'get_flag_count', getFlagCount, false),
  route(2, 'GET', '/moderation/user_report', 'get_user_moderation_report', userReport, false),
  route(2, 'POST', '/moderation/bypass', 'bypass', bypass, false),
  route(1, 'POST', '/moderation/flags', 'QueryFlags', queryFlags),
  route(1, 'POST', '/moderation/reports', 'QueryFlagReports', queryReports),
  route(1, 'PATCH', '/moderation/reports/:id', 'FlagReportReview', reviewReport),
  route(1, 'POST', '/moderation/unblock_message', 'Unblock', unblockMessage),
  route(1, 'POST', '/moderation/ban', 'Ban', olderBan),
  route(1, 'DELETE', '/moderation/ban', 'Unban', olderUnban),
  route(1, 'POST', '/moderation/mute', 'MuteUser', olderMute),
  route(1, 'POST', '/moderation/unmute', 'UnmuteUser', unmute),
  route(1, 'POST', '/moderation/flag', 'Flag', olderFlag),
  route(1, 'POST', '/moderation/unflag', 'Unflag', olderUnflag),
];
