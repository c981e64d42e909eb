import type { UserGroupRow } from '../../store/rows/administration.ts';
import { time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';

/** A group as lists show it: without its members. */
export function groupView(row: UserGroupRow): ValueObject {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    team_id: row.team_id === '' ? undefined : row.team_id,
    created_by: row.created_by,
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}

/** A member who was deleted since is left out. */
export function fullGroupView(world: World, row: UserGroupRow): ValueObject {
  const members = row.members.filter(({ user_id }) => world.store.users.get(user_id)?.deleted_at === undefined);
  return {
    ...groupView(row),
    members: members.map((member) => ({
      app_pk: world.appId,
      group_id: row.id,
      user_id: member.user_id,
      is_admin: member.is_admin,
      created_at: time(member.created_at),
    })),
  };
}
