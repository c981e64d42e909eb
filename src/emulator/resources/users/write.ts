/** Writing users: upsert replaces a user whole, partial update changes what it names. Both take all users or none. */
import { isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { bool, type Check, instant, list, map, record, type Shape, text } from '../../check.ts';
import { CHANNEL_ROLES } from '../../defaults/roles.ts';
import { ApiError, duplicateName, inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, flagOf, isGiven, objectOf, objectsOf, textOf, textsOf } from '../../http/route.ts';
import { patchCustom, refuseBadPath, rootOf, setPath, unsetPath } from '../../query/path.ts';
import type { UserRow } from '../../store/rows.ts';
import { comparableName } from '../../store/store.ts';
import { readTime, type ValueObject } from '../../values.ts';
import { known, lagged, type World } from '../../world.ts';
import { refuseBigCustom } from '../custom.ts';
import { fullUserView } from './view.ts';

export const MOST_USERS = 100;

const enabled = record({ enabled: bool }, []);
const PRIVACY = record({ typing_indicators: enabled, read_receipts: enabled, delivery_receipts: enabled });

const teams: Check = (value, at, problems) => {
  list(text(), { max: 250 })(value, at, problems);
  for (const team of Array.isArray(value) ? value : []) {
    if (typeof team === 'string' && Buffer.byteLength(team) > 100)
      problems.push(`${at} must not be longer than 100 bytes`);
  }
};

/** What a caller may write; `id` apart, all of it can be set and unset by a partial update too. */
const FIELDS: Shape = {
  role: text({ max: 255 }),
  name: text(),
  image: text(),
  language: text(),
  invisible: bool,
  teams,
  teams_role: map(text()),
  privacy_settings: PRIVACY,
};

export const USER_INPUT: Check = record({ id: text({ max: 255, pattern: /^[@\w-]*$/ }), custom: map(), ...FIELDS }, [
  'id',
]);

const RESERVED =
  `ban_expires banned blocked_user_ids bypass_moderation channel_mutes created_at deactivated_at deleted_at
  devices last_active latest_hidden_channels mutes online revoke_tokens_issued_before shadow_banned
  total_unread_count unread_channels unread_count unread_threads updated_at avg_response_time`.split(/\s+/);

export function upsertUsers(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, { users: map(USER_INPUT) }, ['users']);
  const users = objectOf(body, 'users') ?? {};
  if (Object.keys(users).length > MOST_USERS) throw inputError(`users must contain at maximum ${MOST_USERS} items`);
  if (Object.keys(users).length === 0) throw inputError('users must contain at least 1 item');
  refuseReserved(users);
  const rows = Object.entries(users).map(([key, input]) => {
    const user = isObject(input) ? input : {};
    if (user['id'] !== key) throw inputError(`users[${key}].id must be equal to its key`);
    if (call.caller.kind === 'user' && key !== call.caller.id) {
      throw new ApiError(403, 17, `User '${call.caller.id}' is not allowed to update user '${key}'`);
    }
    return upserted(world, user, at);
  });
  return writeAll(world, rows);
}

/** Someone who comes to be because a call names them. */
export function introduced(world: World, id: string, at: number): UserRow {
  const problems: string[] = [];
  USER_INPUT({ id }, 'user', problems);
  if (problems.length > 0) throw inputError(problems.join(', '));
  return upserted(world, { id }, at);
}

/** One user as an upsert makes it; also how a channel's or a message's author comes to be. */
export function upserted(world: World, input: JsonObject, at: number): UserRow {
  const id = textOf(input, 'id') ?? '';
  const former = world.store.users.get(id);
  refuseGone(former, id);
  const keptRole = world.assume('role_on_upsert') === 'a' ? former?.role : undefined;
  const row: UserRow = {
    id,
    role: textOf(input, 'role') || keptRole || 'user',
    name: textOf(input, 'name'),
    image: textOf(input, 'image'),
    language: textOf(input, 'language') ?? '',
    invisible: flagOf(input, 'invisible') ?? false,
    teams: textsOf(input, 'teams'),
    teams_role: objectOf(input, 'teams_role'),
    privacy_settings: objectOf(input, 'privacy_settings'),
    custom: objectOf(input, 'custom') ?? {},
    revoke_tokens_issued_before: former?.revoke_tokens_issued_before,
    created_at: former?.created_at ?? at,
    updated_at: at,
    last_active: former?.last_active,
  };
  refuseBadUser(world, row);
  return row;
}

export function updateUsersPartial(call: Call): ValueObject {
  const { world, at, caller } = call;
  const patch = record({ id: text(), set: map(), unset: list(text()) }, ['id']);
  const body = bodyOf(call, { users: list(patch, { min: 1, max: MOST_USERS }) }, ['users']);
  const rows = new Map<string, UserRow>();
  for (const item of objectsOf(body, 'users')) {
    const id = textOf(item, 'id') ?? '';
    if (caller.kind === 'user' && id !== caller.id) {
      throw new ApiError(403, 17, `User '${caller.id}' is not allowed to update user '${id}'`);
    }
    const former = rows.get(id) ?? world.store.users.get(id);
    if (former === undefined) throw notFound(`the user ${id} does not exist`);
    refuseGone(former, id);
    rows.set(id, patched(world, former, { set: objectOf(item, 'set') ?? {}, unset: textsOf(item, 'unset') }, at));
  }
  return writeAll(world, [...rows.values()]);
}

const OWN = [...Object.keys(FIELDS), 'revoke_tokens_issued_before'];

function patched(
  world: World,
  row: UserRow,
  patch: { set: JsonObject; unset: readonly string[] },
  at: number,
): UserRow {
  for (const path of [...Object.keys(patch.set), ...patch.unset]) {
    refuseBadPath(path);
    const root = rootOf(path);
    if (root === 'id' || (RESERVED.includes(root) && !OWN.includes(root))) {
      const name = `users[${row.id}].${root}`;
      throw inputError(`${name} is a reserved field`, { [name]: `${name} is a reserved field` });
    }
  }
  // Own fields are patched as one object, so that dots reach into privacy settings and roles of teams as well.
  let own = Object.fromEntries(OWN.flatMap((key) => ownValue(row, key))) as JsonObject;
  for (const [path, value] of Object.entries(patch.set)) {
    if (!OWN.includes(rootOf(path))) continue;
    const former = own[path];
    own = setPath(
      own,
      path,
      path === 'privacy_settings' && isObject(value) && isObject(former) ? { ...former, ...value } : value,
    );
  }
  for (const path of patch.unset) if (OWN.includes(rootOf(path))) own = unsetPath(own, path);
  const problems: string[] = [];
  record({ ...FIELDS, revoke_tokens_issued_before: instant })(own, `users[${row.id}]`, problems);
  if (problems.length > 0) throw inputError(problems.join(', '));
  // Customer data stands at the top level of a patch; a member called `custom` reaches nothing.
  const isOwn = (root: string) => OWN.includes(root) || root === 'custom';
  const next: UserRow = {
    ...row,
    role: textOf(own, 'role') || 'user',
    name: textOf(own, 'name'),
    image: textOf(own, 'image'),
    language: textOf(own, 'language') ?? '',
    invisible: flagOf(own, 'invisible') ?? false,
    teams: textsOf(own, 'teams'),
    teams_role: objectOf(own, 'teams_role'),
    privacy_settings: objectOf(own, 'privacy_settings'),
    custom: patchCustom(row.custom, patch, isOwn),
    revoke_tokens_issued_before: isGiven(patch.set, 'revoke_tokens_issued_before')
      ? readTime(patch.set['revoke_tokens_issued_before'])
      : patch.unset.includes('revoke_tokens_issued_before')
        ? undefined
        : row.revoke_tokens_issued_before,
    updated_at: at,
  };
  refuseBadUser(world, next);
  return next;
}

function ownValue(row: UserRow, key: string): readonly (readonly [string, Json])[] {
  if (key === 'revoke_tokens_issued_before') return [];
  const value = row[key as keyof UserRow] as Json | undefined;
  return value === undefined ? [] : [[key, value]];
}

function writeAll(world: World, rows: readonly UserRow[]): ValueObject {
  refuseTakenNames(world, rows);
  for (const row of rows) world.store.users.put(row.id, row);
  return {
    users: Object.fromEntries(rows.map((row) => [row.id, fullUserView(row)])),
    membership_deletion_task_id: '',
  };
}

function refuseReserved(users: JsonObject): void {
  const fields: Record<string, string> = {};
  for (const [id, user] of Object.entries(users)) {
    // One of the reserved names is let through: suites of the vendor send it with every user.
    for (const key of isObject(user) ? Object.keys(user) : []) {
      if (RESERVED.includes(key) && key !== 'shadow_banned')
        fields[`users[${id}].${key}`] = `users[${id}].${key} is a reserved field`;
    }
  }
  const texts = Object.values(fields);
  if (texts.length > 0) throw inputError(texts.join(', '), fields);
}

/** An id that was deleted once is never free again, and a deactivated user must be reactivated first. */
export function refuseGone(row: UserRow | undefined, id: string): void {
  if (row?.deleted_at !== undefined) throw notFound(`the user ${id} was deleted`);
  if (row?.deactivated_at !== undefined) throw notFound(`the user ${id} was deactivated`);
}

function refuseBadUser(world: World, row: UserRow): void {
  const roles = [row.role, ...Object.values(row.teams_role ?? {}).map(String)];
  for (const role of roles) {
    if (CHANNEL_ROLES.includes(role) || known(world, world.store.roles, role) === undefined) {
      throw inputError(`role "${role}" provided but not defined`);
    }
  }
  refuseBigCustom('user', row.custom);
}

/** Names must differ in letters and digits, in the whole app or within a team, if the app wants it. */
export function refuseTakenNames(world: World, rows: readonly UserRow[]): void {
  const scope = lagged(world, world.store.app).get('app')?.settings['enforce_unique_usernames'];
  if (scope !== 'app' && scope !== 'team') return;
  const batch = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) {
    if (row.name === undefined || row.name === '') continue;
    const name = comparableName(row.name);
    const holders = [
      ...[...world.store.usersByName.of(name).values()].filter((other) => !batch.has(other.id)),
      ...rows.filter((other) => other.name !== undefined && comparableName(other.name) === name),
    ];
    for (const other of holders) {
      if (other.id === row.id) continue;
      if (scope === 'app') throw duplicateName(`username '${row.name}' already exists`);
      const team = row.teams.find((candidate) => other.teams.includes(candidate));
      if (team !== undefined) throw duplicateName(`username '${row.name}' already exists in team '${team}'`);
    }
  }
}

export const USER_ID_LIST = list(text(), { min: 1, max: MOST_USERS });
