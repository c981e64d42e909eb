import type { Route } from '../../http/route.ts';
import { blockedUsers, blockUser, unblockUser } from './blocks.ts';
import { deleteUser, deleteUsers, restoreUsers } from './delete.ts';
import { exportUser, exportUsers } from './export.ts';
import { deactivateUser, deactivateUsers, reactivateUser, reactivateUsers } from './lifecycle.ts';
import { liveLocations, updateLiveLocation } from './locations.ts';
import { queryUsers } from './query.ts';
import { updateUsersPartial, upsertUsers } from './upsert.ts';

const route = (
  method: Route['method'],
  path: string,
  op: string,
  clients: boolean,
  handle: Route['handle'],
): Route => ({
  method,
  path,
  area: 'common',
  op,
  clients,
  handle,
});

export const userRoutes: readonly Route[] = [
  route('GET', '/users', 'QueryUsers', true, queryUsers),
  route('POST', '/users', 'UpdateUsers', true, upsertUsers),
  route('PATCH', '/users', 'UpdateUsersPartial', true, updateUsersPartial),
  route('POST', '/users/deactivate', 'DeactivateUsers', false, deactivateUsers),
  route('POST', '/users/reactivate', 'ReactivateUsers', false, reactivateUsers),
  route('POST', '/users/delete', 'DeleteUsers', false, deleteUsers),
  route('GET', '/users/block', 'GetBlockedUsers', true, blockedUsers),
  route('POST', '/users/block', 'BlockUsers', true, blockUser),
  route('POST', '/users/unblock', 'UnblockUsers', true, unblockUser),
  route('GET', '/users/live_locations', 'GetUserLiveLocations', true, liveLocations),
  route('PUT', '/users/live_locations', 'UpdateLiveLocation', true, updateLiveLocation),
  route('GET', '/users/:user_id/export', 'ExportUser', false, exportUser),
  route('POST', '/export/users', 'ExportUsers', false, exportUsers),
  route('POST', '/users/restore', 'RestoreUsers', false, restoreUsers),
  route('POST', '/users/:user_id/deactivate', 'DeactivateUser', false, deactivateUser),
  route('POST', '/users/:user_id/reactivate', 'ReactivateUser', false, reactivateUser),
  { ...route('DELETE', '/users/:user_id', 'DeleteUser', false, deleteUser), generation: 1 },
];
