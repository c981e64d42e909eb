/** What a user is made of, and what makes one unfit. */
import { isObject, type JsonObject } from '../../../core/json.ts';
import { bool, type Check, customData, list, map, record, type Shape, text } from '../../check.ts';
import { CHANNEL_ROLES } from '../../defaults/roles.ts';
import { duplicateName, inputError, notFound } from '../../errors.ts';
import { flagOf, objectOf, textOf, textsOf } from '../../http/route.ts';
import type { UserRow } from '../../store/rows/users.ts';
import { comparableName } from '../../store/store.ts';
import { known, lagged, type World } from '../../world.ts';
import { refuseBigCustom } from '../custom.ts';

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
export const FIELDS: Shape = {
  role: text({ max: 255 }),
  name: text(),
  image: text(),
  language: text(),
  invisible: bool,
  teams,
  teams_role: map(text()),
  privacy_settings: PRIVACY,
};

export const RESERVED =
  `ban_expires banned blocked_user_ids bypass_moderation channel_mutes created_at deactivated_at deleted_at
  devices last_active latest_hidden_channels mutes online revoke_tokens_issued_before shadow_banned
  total_unread_count unread_channels unread_count unread_threads updated_at avg_response_time`.split(/\s+/);
/** What else only replies have. */
const SHOWN = ['push_notifications', 'push_preferences', 'total_unread_count_by_team'];

export const USER_INPUT: Check = record(
  { id: text({ max: 255, pattern: /^[@\w-]*$/ }), custom: customData([...RESERVED, ...SHOWN]), ...FIELDS },
  ['id'],
);

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
    bypass_moderation: former?.bypass_moderation,
    created_at: former?.created_at ?? at,
    updated_at: at,
    last_active: former?.last_active,
  };
  refuseBadUser(world, row);
  return row;
}

/** A user as a call describes one along with something else. Whoever is new comes to be by it; of one who is there only
 * what is described can change: a bare id takes nothing away (stream-chat-php testExportUser, stream-chat-ruby). */
export function described(world: World, input: JsonObject, at: number): UserRow {
  const id = textOf(input, 'id') ?? '';
  const former = world.store.users.get(id);
  refuseGone(former, id);
  const { id: _id, custom: _custom, ...named } = input;
  const more = objectOf(input, 'custom') ?? {};
  if (former !== undefined && Object.keys({ ...named, ...more }).length === 0) return former;
  if (former === undefined || world.assume('described_user') === 'b') return upserted(world, input, at);
  const { role, name, image, language, invisible, teams, teams_role, privacy_settings } = former;
  const kept = { role, name, image, language, invisible, teams, teams_role, privacy_settings };
  return upserted(world, { ...(kept as JsonObject), ...input, custom: { ...former.custom, ...more } }, at);
}

export function refuseReserved(users: JsonObject): void {
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

export function refuseBadUser(world: World, row: UserRow): void {
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
