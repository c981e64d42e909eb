/** Custom permissions: an action under a condition, to be named in grants. The API has no partial update: PUT takes the whole. */
import { path, read, write } from '../../core/call.ts';
import { asArray, asObject, asString, isObject, type JsonObject } from '../../core/json.ts';
import { compact, defineKind, payload, pick, readExtra, step } from '../../core/steps.ts';
import { BUILT_IN_PERMISSIONS } from './ids.ts';

const FIELDS = ['name', 'action', 'condition', 'description', 'owner', 'same_team'];

export const permission = defineKind({
  name: 'permission',
  collection: 'permissions',
  after: [],
  chunk: Number.POSITIVE_INFINITY,
  removal: ['delete', 'keep'],
  fields: {
    '/name': { carried: true },
    '/action': { carried: true },
    '/condition': { carried: true },
    '/description': { absent: '', carried: true },
    '/owner': { absent: false, carried: true },
    '/same_team': { absent: false, carried: true },
    '/extra': { shape: 'open' },
    '/protect': { meta: true },
  },
  reserved: (id) => BUILT_IN_PERMISSIONS.has(id),
  builtIns: BUILT_IN_PERMISSIONS,
  normalise: (raw) => (isObject(raw) ? raw : undefined),
  references: () => [],
  async *read(reader, wanted) {
    const bodies = new Map(wanted.map((each) => [each.id, each.body]));
    const { permissions } = await reader.send(read('ListPermissions', 'GET', '/api/v2/permissions'));
    for (const each of asArray(permissions, 'permissions')) {
      const live = asObject(each, 'permission');
      const id = asString(live['id'], 'permission id');
      const { extra, blind } = readExtra(live, bodies.get(id));
      yield { id, body: compact({ ...pick(live, FIELDS), extra }), blind, facts: compact({ custom: live['custom'] }) };
    }
  },
  write(change) {
    const at = `/api/v2/permissions${path(change.id)}`;
    if (change.action === 'remove') return [step(write('DeletePermission', 'DELETE', at, undefined, 'exists-is-done'))];
    const declared = payload(change.next ?? {});
    if (change.action === 'create')
      return [
        step(
          write(
            'CreatePermission',
            'POST',
            '/api/v2/permissions',
            withCondition({ id: change.id, ...declared }),
            'exists-is-done',
          ),
        ),
      ];
    const whole = withCondition({ ...pick(change.live ?? {}, FIELDS), ...declared });
    return [step(write('UpdatePermission', 'PUT', at, whole, 'free'), { readAgainAfter: 5000 })];
  },
  review(change, _wanted, live) {
    if (live?.facts?.['custom'] !== false) return { change, notes: [] };
    return {
      notes: [
        {
          severity: 'error',
          code: 'built-in',
          summary: 'Built-in permissions cannot be changed',
          subject: change.address,
          detail: 'The API defines it. Declare a custom permission under another id and grant that one.',
        },
      ],
    };
  },
});

/** The API demands a condition, even for permissions that have none. */
function withCondition(body: JsonObject): JsonObject {
  return 'condition' in body ? body : { ...body, condition: {} };
}
