/** The table of routes, and the work that tasks do. */
import type { Route } from '../http/route.ts';
import type { Worker } from '../tasks.ts';
import { appRoutes, rateLimitRoutes } from './app/index.ts';
import { blocklistRoutes, importBlocklist } from './blocklists.ts';
import { campaignRoutes } from './campaigns/index.ts';
import { channelTypeRoutes } from './channel-types.ts';
import { batchUpdateWork } from './channels/batch.ts';
import { deleteChannelsWork } from './channels/delete.ts';
import { exportChannelsWork } from './channels/export.ts';
import { channelRoutes } from './channels/index.ts';
import { checkRoutes } from './checks.ts';
import { commandRoutes } from './commands.ts';
import { deviceRoutes } from './devices.ts';
import { draftRoutes } from './drafts.ts';
import { externalStorageRoutes } from './external-storage.ts';
import { guestRoutes } from './guests.ts';
import { importRoutes } from './imports/index.ts';
import { importWork } from './imports/tasks.ts';
import { messageRoutes } from './messages/index.ts';
import { futureBanRoutes } from './moderation/future-bans.ts';
import { moderationRoutes } from './moderation/index.ts';
import { moderationConfigRoutes } from './moderation-config/index.ts';
import { ogRoutes } from './og.ts';
import { permissionRoutes } from './permissions.ts';
import { pollRoutes } from './polls/index.ts';
import { predefinedFilterRoutes } from './predefined-filters/index.ts';
import { pushRoutes } from './push/index.ts';
import { preferenceRoutes } from './push/preferences.ts';
import { reactionRoutes } from './reactions/index.ts';
import { readRoutes } from './reads/index.ts';
import { reminderRoutes } from './reminders.ts';
import { retentionRoutes } from './retention.ts';
import { roleRoutes } from './roles.ts';
import { searchRoutes } from './search.ts';
import { segmentRoutes } from './segments/index.ts';
import { statsRoutes } from './stats/index.ts';
import { taskRoutes } from './tasks.ts';
import { threadRoutes } from './threads/index.ts';
import { uploadRoutes } from './uploads.ts';
import { userGroupRoutes } from './user-groups/index.ts';
import { deleteUsersWork } from './users/delete.ts';
import { exportUsersWork } from './users/export.ts';
import { userRoutes } from './users/index.ts';
import { deactivateUsersWork, reactivateUsersWork } from './users/lifecycle.ts';

export const ROUTES: readonly Route[] = [
  ...appRoutes,
  ...rateLimitRoutes(() => ROUTES.map((route) => route.op)),
  ...roleRoutes,
  ...permissionRoutes,
  ...commandRoutes,
  ...blocklistRoutes,
  ...channelTypeRoutes,
  ...userRoutes,
  ...guestRoutes,
  ...deviceRoutes,
  ...moderationRoutes,
  ...pushRoutes,
  ...checkRoutes,
  ...readRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...pollRoutes,
  ...draftRoutes,
  ...reminderRoutes,
  ...threadRoutes,
  ...searchRoutes,
  ...taskRoutes,
  ...userGroupRoutes,
  ...predefinedFilterRoutes,
  ...retentionRoutes,
  ...externalStorageRoutes,
  ...moderationConfigRoutes,
  ...segmentRoutes,
  ...campaignRoutes,
  ...importRoutes,
  ...uploadRoutes,
  ...ogRoutes,
  ...statsRoutes,
  ...futureBanRoutes,
  ...preferenceRoutes,
];

export const WORKERS: Readonly<Record<string, Worker>> = {
  importBlocklist,
  import: importWork,
  deactivateUsers: deactivateUsersWork,
  reactivateUsers: reactivateUsersWork,
  deleteUsers: deleteUsersWork,
  exportUsers: exportUsersWork,
  deleteChannels: deleteChannelsWork,
  batchUpdate: batchUpdateWork,
  exportChannels: exportChannelsWork,
};
