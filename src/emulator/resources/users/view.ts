import { LastingViews } from '../../lasting.ts';
import { banFrom } from '../../permissions/bans.ts';
import type { BanRow } from '../../store/rows/moderation.ts';
import type { UserRow } from '../../store/rows/users.ts';
import { Custom, time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';

/** A user as other objects show one. Of bans it tells those from the whole app. */
export function userView(world: World, row: UserRow): ValueObject {
  const ban = banFrom(world, row.id, '');
  return views.of(row, [ban], () => viewWith(row, ban));
}

const views = new LastingViews<UserRow>();

function viewWith(row: UserRow, ban: BanRow | undefined): ValueObject {
  return {
    id: row.id,
    role: row.role,
    name: row.name,
    image: row.image,
    language: row.language,
    teams: row.teams,
    teams_role: row.teams_role,
    privacy_settings: row.privacy_settings,
    custom: new Custom(row.custom),
    online: false,
    banned: ban?.shadow === false,
    shadow_banned: ban?.shadow === true,
    ban_expires: time(ban?.expires),
    invisible: row.invisible,
    blocked_user_ids: [],
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
    last_active: time(row.last_active),
    deactivated_at: time(row.deactivated_at),
    deleted_at: time(row.deleted_at),
    revoke_tokens_issued_before: time(row.revoke_tokens_issued_before),
    bypass_moderation: row.bypass_moderation,
  };
}

/** Someone who is gone for good is still named by what they left behind. */
export function userViewById(world: World, id: string): ValueObject {
  return userView(world, world.store.users.get(id) ?? ghost(id));
}

function ghost(id: string): UserRow {
  return { id, role: 'user', language: '', invisible: false, teams: [], custom: {}, created_at: 0, updated_at: 0 };
}
