/**
 * Users, upserted and patched a hundred a call. A create call replaces the whole user, so it is for new ids only; changes go
 * as set/unset. `state` is their lifecycle: a deactivated user takes no other change, and a deleted id is gone for ever.
 */
import { type Call, type Reader, readWithPayload, write } from '../core/call.ts';
import {
  asArray,
  asObject,
  asString,
  emptyMap,
  isObject,
  type Json,
  type JsonObject,
  pointer,
  tokensOf,
} from '../core/json.ts';
import type { Joiner, ReadOptions, Resource, Wanted } from '../core/kind.ts';
import { lookupsOf } from '../core/lookups.ts';
import { paged } from '../core/pages.ts';
import type { Change } from '../core/plan.ts';
import { asMap, defineKind, payload, pick, step, withoutNulls } from '../core/steps.ts';

const PLAIN = ['name', 'image', 'role', 'teams', 'teams_role', 'language', 'invisible', 'privacy_settings', 'custom'];
const PAGE = 100;
/** One for all, so that thousands of new users are quick to put together. */
const UPSERT = { by: 'upsert', key: 'upsert' };
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
  joiners: {
    upsert: joiner((calls) => ({
      users: Object.assign({}, ...calls.map((call) => call.body?.['users'])) as JsonObject,
    })),
    patch: joiner((calls) => ({ users: calls.flatMap((call) => asArray(call.body?.['users'])) })),
    lifecycle: {
      ...joiner((calls) => ({
        ...calls[0]?.body,
        user_ids: calls.flatMap((call) => asArray(call.body?.['user_ids'])),
      })),
      failures: failedIds,
    },
  },
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
  read: (reader, wanted) => paged(() => lookedUp(reader, wanted)),
  pull: { list: listUsers },
  write(change) {
    if (change.action === 'remove') return [removalStep(change)];
    if (change.action === 'create') {
      const create = step(
        write('UpdateUsers', 'POST', '/api/v2/users', { users: usersOf(change.id, wholeUser(change)) }, 'free'),
        { join: UPSERT, readAgainAfter: 60_000 },
      );
      return change.next?.['state'] === 'deactivated'
        ? [create, lifecycle('DeactivateUsers', 'deactivate', change.id)]
        : [create];
    }
    const state = change.fields.find((field) => field.path === '/state');
    const patch = patchOf(change);
    return [
      ...(state?.after === 'active' ? [lifecycle('ReactivateUsers', 'reactivate', change.id)] : []),
      ...(patch === undefined
        ? []
        : [
            step(write('UpdateUsersPartial', 'PATCH', '/api/v2/users', { users: [patch] }, 'free'), {
              join: { by: 'patch', key: 'patch' },
            }),
          ]),
      ...(state?.after === 'deactivated' ? [lifecycle('DeactivateUsers', 'deactivate', change.id)] : []),
    ];
  },
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

async function* lookedUp(reader: Reader, wanted: readonly Wanted[]): AsyncGenerator<readonly Resource[]> {
  const lookups = lookupsOf(wanted.map((each) => each.id)).map((ids) =>
    // Deactivated users are users too; without the flag they would look missing and be created over.
    reader.send(
      readWithPayload('QueryUsers', '/api/v2/users', {
        filter_conditions: { id: { $in: ids } },
        limit: ids.length,
        include_deactivated_users: true,
      }),
    ),
  );
  for (const { users } of await Promise.all(lookups)) yield asArray(users, 'users').map(fromLive);
}

/** All users by id: offsets end at a thousand, ids never. */
async function* listUsers(reader: Reader, wanted: readonly Wanted[], options: ReadOptions): AsyncGenerator<Resource> {
  if (wanted.length > 0) return yield* user.read(reader, wanted, options);
  for (let last: string | undefined; ; ) {
    const { users } = await reader.send(
      readWithPayload('QueryUsers', '/api/v2/users', {
        filter_conditions: last === undefined ? {} : { id: { $gt: last } },
        sort: [{ field: 'id', direction: 1 }],
        limit: PAGE,
        include_deactivated_users: true,
      }),
    );
    const page = asArray(users, 'users').map(fromLive);
    yield* page;
    const next = page.at(-1)?.id;
    if (page.length < PAGE || next === undefined || next === last) return;
    last = next;
  }
}

function fromLive(user: Json): Resource {
  const raw = asObject(user, 'user');
  const state = raw['deactivated_at'] === undefined || raw['deactivated_at'] === null ? 'active' : 'deactivated';
  const body = pick(raw, PLAIN);
  body['state'] = state;
  return { id: asString(raw['id'], 'user id'), body };
}

function usersOf(id: string, user: JsonObject): JsonObject {
  const users = emptyMap();
  users[id] = user;
  return users;
}

/** A new user whole; a null key of an open map wants nothing there, so it is left out. */
function wholeUser(change: Change): JsonObject {
  const declared = payload(change.next ?? {}, ['state']);
  const { custom, teams_role } = declared;
  return {
    id: change.id,
    ...declared,
    ...(isObject(custom) ? { custom: withoutNulls(custom) } : {}),
    ...(isObject(teams_role) ? { teams_role: withoutNulls(teams_role) } : {}),
  };
}

/** The set/unset of one user; custom keys stand beside the fields there, whatever replies look like. */
function patchOf(change: Change): JsonObject | undefined {
  const set: Record<string, Json> = {};
  const unset: string[] = [];
  for (const { path: at, after } of change.fields) {
    const [name = '', key] = tokensOf(at);
    if (name === 'state') continue;
    if (name === 'custom' && key !== undefined) {
      if (after === undefined) unset.push(key);
      else set[key] = after;
    } else if (name === 'teams_role' && key !== undefined) {
      if (after === undefined) unset.push(`teams_role.${key}`);
      else set['teams_role'] = teamsRole(change);
    } else if (name === 'privacy_settings')
      set[name] = { ...asMap(change.live?.[name]), ...asMap(change.next?.[name]) };
    else set[name] = after ?? null;
  }
  if (Object.keys(set).length === 0 && unset.length === 0) return undefined;
  return { id: change.id, ...(Object.keys(set).length === 0 ? {} : { set }), ...(unset.length === 0 ? {} : { unset }) };
}

/** All roles by team, without those that this change takes away. */
function teamsRole(change: Change): JsonObject {
  const gone = new Set(change.fields.filter((field) => field.after === undefined).map((field) => field.path));
  const all = { ...asMap(change.live?.['teams_role']), ...asMap(change.next?.['teams_role']) };
  const left = Object.entries(withoutNulls(all)).filter(([team]) => !gone.has(`/teams_role${pointer(team)}`));
  return Object.fromEntries(left);
}

function lifecycle(op: string, verb: string, id: string, more: JsonObject = {}) {
  // The API refuses to do these twice.
  const call = write(op, 'POST', `/api/v2/users/${verb}`, { user_ids: [id], ...more }, 'read-first');
  return step(call, { join: { by: 'lifecycle', key: `${verb}:${JSON.stringify(more)}` }, settle: 'task' });
}

function removalStep(change: Change) {
  if (change.removal === 'delete') return lifecycle('DeleteUsers', 'delete', change.id, { user: 'soft' });
  if (change.removal === 'hard_delete')
    return lifecycle('DeleteUsers', 'delete', change.id, { user: 'hard', messages: 'hard', conversations: 'hard' });
  return lifecycle('DeactivateUsers', 'deactivate', change.id);
}

function joiner(bodyOf: (calls: readonly Call[]) => JsonObject): Joiner {
  return {
    atLeast: 1,
    limit: 100,
    bytes: 1_000_000,
    join: (calls) => ({ ...(calls[0] as Call), body: bodyOf(calls) }),
  };
}

/** Ids that a finished task reports as anything but ok. */
function failedIds(reply: JsonObject): ReadonlyMap<string, string> {
  const result = isObject(reply['result']) ? reply['result'] : {};
  const failed = Object.entries(result).filter(
    ([, value]) => isObject(value) && typeof value['status'] === 'string' && value['status'] !== 'ok',
  );
  return new Map(
    failed.map(([id, value]) => [id, isObject(value) ? String(value['error'] ?? value['status']) : 'failed']),
  );
}
