/** Custom roles. A role has nothing but its name; there is no update call. */
import { path, read, write } from '../core/call.ts';
import { asArray, asObject, asString, isObject } from '../core/json.ts';
import { compact, defineKind, step } from '../core/steps.ts';

/** The roles that every app has: they can be neither created nor deleted. */
const BUILT_IN_ROLES: ReadonlySet<string> = new Set([
  'user',
  'guest',
  'anonymous',
  'admin',
  'moderator',
  'channel_member',
  'channel_moderator',
  'global_moderator',
  'global_admin',
  'global_read_only',
]);

export const role = defineKind({
  name: 'role',
  collection: 'roles',
  after: ['permission'],
  chunk: Number.POSITIVE_INFINITY,
  removal: ['delete', 'keep'],
  fields: { '/protect': { meta: true } },
  reserved: (id) => BUILT_IN_ROLES.has(id),
  builtIns: BUILT_IN_ROLES,
  normalise: (raw) => (isObject(raw) ? raw : undefined),
  references: () => [],
  async *read(reader, wanted) {
    const going = new Set(wanted.filter((each) => each.body === undefined).map((each) => each.id));
    const { roles } = await reader.send(read('ListRoles', 'GET', '/api/v2/roles'));
    for (const each of asArray(roles, 'roles')) {
      const live = asObject(each, 'role');
      const id = asString(live['name'], 'role name');
      // Where a role still appears decides whether it can be deleted; only a removal asks for it.
      const holder = going.has(id) ? await holderOf(id) : undefined;
      yield { id, body: {}, facts: compact({ custom: live['custom'], scopes: live['scopes'], holder }) };
    }
    async function holderOf(name: string) {
      const query = { filter_conditions: { role: name }, limit: 1, include_deactivated_users: true };
      const reply = await reader.send(
        read('QueryUsers', 'GET', `/api/v2/users?payload=${encodeURIComponent(JSON.stringify(query))}`),
      );
      const [first] = asArray(reply['users'], 'users');
      return first === undefined ? undefined : asString(asObject(first)['id'], 'user id');
    }
  },
  write(change) {
    if (change.action === 'create')
      return [step(write('CreateRole', 'POST', '/api/v2/roles', { name: change.id }, 'exists-is-done'))];
    if (change.action === 'remove')
      return [step(write('DeleteRole', 'DELETE', `/api/v2/roles${path(change.id)}`, undefined, 'exists-is-done'))];
    return [];
  },
});
