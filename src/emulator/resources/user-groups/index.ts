/** Groups of users, of the whole app or of one team. */
import type { Call, Route } from '../../http/route.ts';
import { ofPlan } from '../plan.ts';
import { listGroups, searchGroups } from './list.ts';
import { addMembers, removeMembers } from './members.ts';
import { createGroup, deleteGroup, getGroup, updateGroup } from './write.ts';

const route = (
  method: Route['method'],
  path: string,
  op: string,
  handle: (call: Call) => ReturnType<Route['handle']>,
): Route => ({ method, path: `/usergroups${path}`, area: 'common', op, clients: true, handle });

export const userGroupRoutes: readonly Route[] = ofPlan([
  route('GET', '', 'ListUserGroups', listGroups),
  route('POST', '', 'CreateUserGroup', createGroup),
  route('GET', '/search', 'SearchUserGroups', searchGroups),
  route('GET', '/:id', 'GetUserGroup', getGroup),
  route('PUT', '/:id', 'UpdateUserGroup', updateGroup),
  route('DELETE', '/:id', 'DeleteUserGroup', deleteGroup),
  route('POST', '/:id/members', 'AddUserGroupMembers', addMembers),
  route('POST', '/:id/members/delete', 'RemoveUserGroupMembers', removeMembers),
]);
