import type { JsonObject } from '../../../core/json.ts';
import { anything, bool, int, map, text } from '../../check.ts';
import { type Call, numberOf, payloadOf } from '../../http/route.ts';
import { compileFilter, type Field, fieldsOf, pinnedTo, RANGE } from '../../query/filter.ts';
import { sortKeys, sortOf, sortRows } from '../../query/sort.ts';
import type { UserRow } from '../../store/rows.ts';
import type { ValueObject } from '../../values.ts';
import { fullUserView } from './view.ts';

const EQUAL = ['$eq', '$ne'];

const FIELDS = fieldsOf<UserRow>(
  {
    id: field('string', (row) => row.id, [...RANGE, '$ne', '$nin', '$autocomplete']),
    name: field('string', (row) => row.name, [...RANGE, '$autocomplete']),
    username: field('string', (row) => row.name, ['$eq', '$autocomplete']),
    email: field('string', (row) => row.custom['email'], ['$eq', '$in']),
    role: field('string', (row) => row.role),
    language: field('string', (row) => row.language, ['$eq']),
    banned: field('boolean', () => false, EQUAL),
    shadow_banned: field('boolean', () => false, EQUAL),
    bypass_moderation: field('boolean', () => false, EQUAL),
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
  const { store } = call.world;
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
  const test = compileFilter(filter, FIELDS);
  const keys = sortKeys(payload['sort'], [{ field: 'created_at', direction: -1 }]);
  const ids = pinnedTo(filter, 'id');
  const candidates = ids === undefined ? store.users.values() : ids.flatMap((id) => store.users.get(id) ?? []);
  const withDeactivated = payload['include_deactivated_users'] === true;
  const found: UserRow[] = [];
  for (const row of candidates) {
    if (row.deleted_at !== undefined || (row.deactivated_at !== undefined && !withDeactivated)) continue;
    if (test(row)) found.push(row);
  }
  const offset = numberOf(payload, 'offset') ?? 0;
  // A limit of zero is an unset one to the API's decoder.
  const limit = numberOf(payload, 'limit') || 30;
  return {
    users: sortRows(found, keys, FIELDS, (row) => row.id)
      .slice(offset, offset + limit)
      .map(fullUserView),
  };
}
