/** The calls of a user's change, and how those of many users become one. */
import { type Call, write } from '../../core/call.ts';
import { asArray, emptyMap, isObject, type Json, type JsonObject, pointer, tokensOf } from '../../core/json.ts';
import type { Joiner, Step } from '../../core/kind.ts';
import type { Change } from '../../core/plan.ts';
import { asMap, payload, step, withoutNulls } from '../../core/steps.ts';

/** One for all, so that thousands of new users are quick to put together. */
const UPSERT = { by: 'upsert', key: 'upsert' };

export const joiners = {
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
};

export function userSteps(change: Change): readonly Step[] {
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
