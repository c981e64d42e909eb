import type { Route } from '../../http/route.ts';
import {
  deactivateUser,
  deactivateUsers,
  deleteUsers,
  reactivateUser,
  reactivateUsers,
  restoreUsers,
} from './lifecycle.ts';
import { queryUsers } from './query.ts';
import { updateUsersPartial, upsertUsers } from './write.ts';

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
  route('POST', '/users/restore', 'RestoreUsers', false, restoreUsers),
  route('POST', '/users/:user_id/deactivate', 'DeactivateUser', false, deactivateUser),
  route('POST', '/users/:user_id/reactivate', 'ReactivateUser', false, reactivateUser),
];
