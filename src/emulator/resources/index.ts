/** The table of routes, and the work that tasks do. */
import type { Route } from '../http/route.ts';
import type { Worker } from '../tasks.ts';
import { appRoutes, rateLimitRoutes } from './app/index.ts';
import { blocklistRoutes, importBlocklist } from './blocklists.ts';
import { channelTypeRoutes } from './channel-types.ts';
import { batchUpdateWork } from './channels/batch.ts';
import { deleteChannelsWork } from './channels/delete.ts';
import { channelRoutes } from './channels/index.ts';
import { commandRoutes } from './commands.ts';
import { messageRoutes } from './messages/index.ts';
import { permissionRoutes } from './permissions.ts';
import { roleRoutes } from './roles.ts';
import { taskRoutes } from './tasks.ts';
import { userRoutes } from './users/index.ts';
import { deactivateUsersWork, deleteUsersWork, reactivateUsersWork } from './users/lifecycle.ts';

export const ROUTES: readonly Route[] = [
  ...appRoutes,
  ...rateLimitRoutes(() => ROUTES.map((route) => route.op)),
  ...roleRoutes,
  ...permissionRoutes,
  ...commandRoutes,
  ...blocklistRoutes,
  ...channelTypeRoutes,
  ...userRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...taskRoutes,
];

export const WORKERS: Readonly<Record<string, Worker>> = {
  importBlocklist,
  deactivateUsers: deactivateUsersWork,
  reactivateUsers: reactivateUsersWork,
  deleteUsers: deleteUsersWork,
  deleteChannels: deleteChannelsWork,
  batchUpdate: batchUpdateWork,
};
