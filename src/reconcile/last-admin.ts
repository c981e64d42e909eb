/** The guard that keeps an app from losing its last admin: asks the API only when the plan takes the role from somebody. */
import { type Reader, readWithPayload } from '../core/call.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { asArray, asObject } from '../core/json.ts';
import type { Change } from '../core/plan.ts';

const PAGE = 100;

export async function lastAdmin(changes: readonly Change[], reader: Reader): Promise<readonly Diagnostic[]> {
  const users = changes.filter((change) => change.kind === 'user' && change.heldBack === undefined);
  const losing = users.filter(loses);
  if (losing.length === 0 || users.some(gains)) return [];
  const gone = new Set(losing.map((change) => change.id));
  if (await isAnyoneLeft(gone, reader)) return [];
  return [
    {
      severity: 'error',
      code: 'last-admin',
      summary: 'This would leave the app without an admin',
      subject: losing[0]?.address ?? 'user',
      detail:
        'Every user with the role admin would lose it. Give the role to another user in the same plan, or keep one of them.',
    },
  ];
}

/** Looks through the admins, by id, until one is found who stays. */
async function isAnyoneLeft(gone: ReadonlySet<string>, reader: Reader): Promise<boolean> {
  for (let last = ''; ; ) {
    const after = last === '' ? {} : { id: { $gt: last } };
    const query = {
      filter_conditions: { role: 'admin', ...after },
      sort: [{ field: 'id', direction: 1 }],
      limit: Math.min(PAGE, gone.size + 1),
    };
    const reply = await reader.send(readWithPayload('QueryUsers', '/api/v2/users', query));
    const admins = asArray(reply['users'], 'users').map((user) => String(asObject(user)['id']));
    if (admins.some((id) => !gone.has(id))) return true;
    const next = admins.at(-1);
    if (admins.length < query.limit || next === undefined || next <= last) return false;
    last = next;
  }
}

function loses(change: Change): boolean {
  if (change.action === 'create') return false;
  if (change.action === 'remove') return change.live?.['role'] === 'admin';
  return change.fields.some(
    (field) =>
      (field.path === '/role' && field.before === 'admin') ||
      (field.path === '/state' && field.after === 'deactivated' && change.live?.['role'] === 'admin'),
  );
}

function gains(change: Change): boolean {
  return (
    change.action !== 'remove' &&
    change.next?.['role'] === 'admin' &&
    change.next['state'] !== 'deactivated' &&
    change.fields.some((field) => field.path === '/role' || field.path === '/state')
  );
}
