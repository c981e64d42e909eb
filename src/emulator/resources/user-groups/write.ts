import { list, type Shape, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, textOf, textsOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { UserGroupMemberRow, UserGroupRow } from '../../store/rows/administration.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { fullGroupView } from './view.ts';

const MOST_MEMBERS = 100;
const TEAM = text({ max: 255 });
const FIELDS: Shape = { name: text({ min: 1, max: 255 }), description: text({ max: 1024 }), team_id: TEAM };

export const MEMBERS: Shape = { member_ids: list(text(), { min: 1, max: MOST_MEMBERS }), team_id: TEAM };

export function createGroup(call: Call): ValueObject {
  const { world, at, caller } = call;
  demandRight(call, 'CreateUserGroup');
  const shape = { ...FIELDS, id: text({ max: 255 }), member_ids: list(text(), { max: MOST_MEMBERS }) };
  const body = bodyOf(call, shape, ['name']);
  const id = textOf(body, 'id') || orderedId(world, at);
  if (world.store.userGroups.has(id)) throw inputError(`user group with id "${id}" already exists`);
  const row = world.store.userGroups.put(id, {
    id,
    name: textOf(body, 'name') ?? '',
    description: textOf(body, 'description') || undefined,
    team_id: textOf(body, 'team_id') ?? '',
    created_by: caller.kind === 'user' ? caller.id : undefined,
    members: membersFrom(world, textsOf(body, 'member_ids'), false, at),
    created_at: at,
    updated_at: at,
  });
  return { user_group: fullGroupView(world, row) };
}

export function getGroup(call: Call): ValueObject {
  demandRight(call, 'ReadUserGroups');
  return { user_group: fullGroupView(call.world, existingGroup(call, call.query.get('team_id'))) };
}

/** The team of a group never changes: a team in the body tells which group is meant. */
export function updateGroup(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, FIELDS);
  const row = existingGroup(call, textOf(body, 'team_id'));
  demandRight(call, 'UpdateUserGroup', { ownerId: row.created_by });
  const name = textOf(body, 'name');
  if (name === '') throw inputError('name must be at least 1 characters in length');
  const next = world.store.userGroups.put(row.id, {
    ...row,
    name: name ?? row.name,
    description: (textOf(body, 'description') ?? row.description) || undefined,
    updated_at: at,
  });
  return { user_group: fullGroupView(world, next) };
}

export function deleteGroup(call: Call): ValueObject {
  const row = existingGroup(call, call.query.get('team_id'));
  demandRight(call, 'DeleteUserGroup', { ownerId: row.created_by });
  call.world.store.userGroups.remove(row.id);
  return {};
}

export function existingGroup(call: Call, team: string | null | undefined): UserGroupRow {
  const id = call.param('id');
  const row = call.world.store.userGroups.get(id);
  const isOther = typeof team === 'string' && team !== '' && team !== row?.team_id;
  if (row === undefined || isOther) throw notFound(`user group with id "${id}" doesn't exist`);
  return row;
}

/** All of them or none: users who do not exist cannot belong to a group. */
export function membersFrom(
  world: World,
  ids: readonly string[],
  isAdmin: boolean,
  at: number,
): readonly UserGroupMemberRow[] {
  const strangers = ids.filter((id) => {
    const user = world.store.users.get(id);
    return user === undefined || user.deleted_at !== undefined;
  });
  if (strangers.length > 0) throw inputError(`The following users don't exist: [${strangers.join(' ')}]`);
  return [...new Set(ids)].map((user_id) => ({ user_id, is_admin: isAdmin, created_at: at }));
}

/** A UUID of version 7: it begins with the time, so that ids are in the order in which they were made. */
function orderedId(world: World, at: number): string {
  const ms = Math.floor(at / 1000)
    .toString(16)
    .padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${world.random.uuid().slice(15)}`;
}
