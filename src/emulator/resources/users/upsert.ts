/** Writing users: upsert replaces a user whole, partial update changes what it names. Both take all users or none. */
import { isObject } from '../../../core/json.ts';
import { list, map, record, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, objectOf, objectsOf, textOf, textsOf } from '../../http/route.ts';
import type { UserRow } from '../../store/rows/users.ts';
import type { ValueObject } from '../../values.ts';
import { asClient, refuseClientChange, refuseStranger } from './client.ts';
import { fullUserView } from './full-view.ts';
import { patched } from './patch.ts';
import { MOST_USERS, refuseGone, refuseReserved, refuseTakenNames, USER_INPUT, upserted } from './write.ts';

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
    refuseStranger(call, key);
    refuseClientChange(call, key, user, false);
    return upserted(world, asClient(call, user), at);
  });
  return writeAll(call, rows);
}

export function updateUsersPartial(call: Call): ValueObject {
  const { world, at } = call;
  const patch = record({ id: text(), set: map(), unset: list(text()) }, ['id']);
  const body = bodyOf(call, { users: list(patch, { min: 1, max: MOST_USERS }) }, ['users']);
  const rows = new Map<string, UserRow>();
  for (const item of objectsOf(body, 'users')) {
    const id = textOf(item, 'id') ?? '';
    refuseStranger(call, id);
    const former = rows.get(id) ?? world.store.users.get(id);
    if (former === undefined) throw notFound(`the user ${id} does not exist`);
    refuseGone(former, id);
    refuseClientChange(call, id, objectOf(item, 'set') ?? {}, true);
    rows.set(id, patched(world, former, { set: objectOf(item, 'set') ?? {}, unset: textsOf(item, 'unset') }, at));
  }
  return writeAll(call, [...rows.values()]);
}

function writeAll(call: Call, rows: readonly UserRow[]): ValueObject {
  const { world } = call;
  const viewer = call.caller.kind === 'user' ? call.caller.id : undefined;
  refuseTakenNames(world, rows);
  for (const row of rows) world.store.users.put(row.id, row);
  return {
    users: Object.fromEntries(rows.map((row) => [row.id, fullUserView(world, row, viewer)])),
    membership_deletion_task_id: '',
  };
}
