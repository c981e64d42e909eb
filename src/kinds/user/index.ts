/**
 * Users, upserted and patched a hundred a call. A create call replaces the whole user, so it is for new ids only; changes go
 * as set/unset. `state` is their lifecycle: a deactivated user takes no other change, and a deleted id is gone for ever.
 */
import { write } from '../../core/call.ts';
import { isObject, pointer } from '../../core/json.ts';
import { defineKind } from '../../core/steps.ts';
import { fromLive, listUsers, readUsers } from './read.ts';
import { joiners, userSteps } from './write.ts';

const RECEIPTS = ['typing_indicators', 'read_receipts', 'delivery_receipts'];

export const user = defineKind({
  name: 'user',
  collection: 'users',
  after: ['role', 'channel_type'],
  chunk: 100,
  removal: ['deactivate', 'keep', 'delete', 'hard_delete'],
  fields: {
    '/name': { absent: '' },
    '/image': { absent: '' },
    '/role': { absent: 'user' },
    '/language': { absent: '' },
    '/invisible': { absent: false },
    '/teams': { shape: 'set', absent: [] },
    '/teams_role': { shape: 'open', giveBack: () => 'unset' },
    ...Object.fromEntries(RECEIPTS.map((name) => [`/privacy_settings/${name}/enabled`, {}])),
    '/custom': { shape: 'open', giveBack: () => 'unset' },
    '/state': { absent: 'active' },
    '/protect': { meta: true },
  },
  joiners,
  // Server-made users: guests and the owners of orphaned content.
  reserved: (id) => id.startsWith('guest-') || id.startsWith('deleted-user-'),
  normalise: (raw) => (isObject(raw) ? raw : undefined),
  references(_id, body) {
    const role = typeof body['role'] === 'string' ? [{ kind: 'role', id: body['role'], at: '/role' }] : [];
    if (!isObject(body['teams_role'])) return role;
    const byTeam = Object.entries(body['teams_role']);
    return [
      ...role,
      ...byTeam.flatMap(([team, id]) =>
        typeof id === 'string' ? [{ kind: 'role', id, at: `/teams_role${pointer(team)}` }] : [],
      ),
    ];
  },
  read: readUsers,
  pull: { list: listUsers },
  write: userSteps,
  echo(call, reply) {
    if (call.op !== 'UpdateUsers' && call.op !== 'UpdateUsersPartial') return [];
    return isObject(reply['users']) ? Object.values(reply['users']).map(fromLive) : [];
  },
  restore: (id) => write('RestoreUsers', 'POST', '/api/v2/users/restore', { user_ids: [id] }, 'free'),
  explain(call, error) {
    if (call.op !== 'UpdateUsers') return undefined;
    if (error.code === 16)
      return {
        code: 'burned-id',
        detail: 'The API keeps the id of a deleted user for ever. Use another id, or set `policy.on_burned: restore`.',
      };
    return error.code === 6
      ? { code: 'name-taken', detail: 'The app demands unique names and another user has this one.' }
      : undefined;
  },
  review(change, _wanted, live) {
    const state = change.fields.some((field) => field.path === '/state');
    if (change.action === 'remove' || state || live?.body['state'] !== 'deactivated') return { change, notes: [] };
    return {
      change: { ...change, heldBack: 'deactivated' },
      notes: [
        {
          severity: 'note',
          code: 'user-deactivated',
          summary: 'Deactivated users take no changes',
          subject: change.address,
          detail: 'Somebody deactivated this user, so its changes wait. Declare `state: active` to reactivate it.',
        },
      ],
    };
  },
});
