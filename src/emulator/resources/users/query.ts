import { isArray, isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { anything, bool, int, map, text } from '../../check.ts';
import { notAllowed } from '../../errors.ts';
import { type Call, numberOf, payloadOf, textsOf } from '../../http/route.ts';
import { banFrom } from '../../permissions/bans.ts';
import { demandRight } from '../../permissions/demand.ts';
import { compileFilter, type Field, fieldsOf, pinnedTo, RANGE } from '../../query/filter.ts';
import { sortKeys, sortOf, sortRows } from '../../query/sort.ts';
import type { UserRow } from '../../store/rows/users.ts';
import type { ValueObject } from '../../values.ts';
import { lagged, type World } from '../../world.ts';
import { fullUserView } from './full-view.ts';

const EQUAL = ['$eq', '$ne'];

export const fieldsFor = (world: World, viewerId: string | undefined) =>
  fieldsOf<UserRow>(
    {
      id: field('string', (row) => row.id, [...RANGE, '$ne', '$nin', '$autocomplete']),
      name: field('string', (row) => row.name, [...RANGE, '$autocomplete']),
      username: field('string', (row) => row.name, ['$eq', '$autocomplete']),
      email: field('string', (row) => row.custom['email'], ['$eq', '$in']),
      role: field('string', (row) => row.role),
      language: field('string', (row) => row.language, ['$eq']),
      banned: field('boolean', (row) => banFrom(world, row.id, '')?.shadow === false, EQUAL),
      // Nobody finds out about a shadow ban on oneself.
      shadow_banned: field(
        'boolean',
        (row) => row.id !== viewerId && banFrom(world, row.id, '')?.shadow === true,
        EQUAL,
      ),
      bypass_moderation: field('boolean', (row) => row.bypass_moderation === true, EQUAL),
      teams: {
        ...field('strings', (row) => row.teams, ['$eq', '$in', '$contains']),
        refuse: (value) => (value === '' ? 'teams filter cannot be an empty string' : undefined),
      },
      created_at: field('date', (row) => row.created_at),
      updated_at: field('date', (row) => row.updated_at),
      last_active: field('date', (row) => row.last_active),
    },
    { operators: [...RANGE, '$contains'], read: (row) => row.custom, isBare: true },
  );

function field(
  type: Field<UserRow>['type'],
  read: Field<UserRow>['read'],
  operators: readonly string[] = RANGE,
): Field<UserRow> {
  return { type, operators, read };
}

export function queryUsers(call: Call): ValueObject {
  const { world, caller } = call;
  const { store } = world;
  const viewerId = caller.kind === 'user' ? caller.id : undefined;
  const fields = fieldsFor(world, viewerId);
  const payload: JsonObject = payloadOf(
    call,
    {
      filter_conditions: map(),
      include_deactivated_users: bool,
      limit: int({ min: 0, max: 100 }),
      offset: int({ min: 0, max: 1000 }),
      presence: bool,
      sort: sortOf(5),
      user_id: text(),
      user: anything,
    },
    ['filter_conditions'],
  );
  const filter = payload['filter_conditions'];
  const test = compileFilter(filter, fields);
  const isInReach = reach(call, filter);
  const keys = sortKeys(payload['sort'], [{ field: 'created_at', direction: -1 }]);
  const ids = pinnedTo(filter, 'id');
  const candidates = ids === undefined ? store.users.values() : ids.flatMap((id) => store.users.get(id) ?? []);
  const withDeactivated = payload['include_deactivated_users'] === true;
  const found: UserRow[] = [];
  for (const row of candidates) {
    if (row.deleted_at !== undefined || (row.deactivated_at !== undefined && !withDeactivated)) continue;
    if (isInReach(row) && test(row)) found.push(row);
  }
  const offset = numberOf(payload, 'offset') ?? 0;
  // A limit of zero is an unset one to the API's decoder.
  const limit = numberOf(payload, 'limit') || 30;
  return {
    users: sortRows(found, keys, fields, (row) => row.id)
      .slice(offset, offset + limit)
      .map((row) => fullUserView(world, row, viewerId)),
  };
}

/** Whom a client finds: nobody if its role may not search, and in an app of many teams only its own teams, unless the
 * filter names teams itself. */
function reach(call: Call, filter: Json | undefined): (row: UserRow) => boolean {
  const { world, caller } = call;
  if (caller.kind === 'server') return () => true;
  demandRight(call, 'SearchUser');
  const settings = lagged(world, world.store.app).get('app')?.settings ?? {};
  const user = caller.kind === 'user' ? world.store.users.get(caller.id) : undefined;
  const role = caller.kind === 'user' ? (user?.role ?? 'user') : 'anonymous';
  if (textsOf(settings, 'user_search_disallowed_roles').includes(role)) {
    throw notAllowed(`user with role "${role}" is not allowed to search for users`);
  }
  if (settings['multi_tenant_enabled'] !== true || namesTeams(filter)) return () => true;
  const teams = user?.teams ?? [];
  if (teams.length === 0) return (row) => row.teams.length === 0;
  return (row) => row.teams.some((team) => teams.includes(team));
}

function namesTeams(filter: Json | undefined): boolean {
  if (!isObject(filter)) return false;
  return Object.entries(filter).some(
    ([key, value]) => key === 'teams' || (isArray(value) && value.some((member) => namesTeams(member))),
  );
}
