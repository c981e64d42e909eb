import { expect, test } from 'vitest';
import { bothClients, bothRefused, finished, plain, same } from './support.ts';

const clients = await bothClients();
const { newer, older } = clients;

const both = (filter: Record<string, unknown>) =>
  same(
    newer.queryUsers({ payload: { filter_conditions: filter, sort: [{ field: 'id', direction: 1 }] } }),
    older.queryUsers(filter, { id: 1 }),
  );

test('users are written by both, and read alike', async () => {
  const made = await newer.upsertUsers([{ id: 'alice', name: 'Alice', role: 'admin', custom: { plan: 'gold' } }]);
  expect(made.users['alice']).toMatchObject({ id: 'alice', role: 'admin', custom: { plan: 'gold' } });
  const also = await older.upsertUsers([
    { id: 'bob', name: 'Bob', plan: 'free', teams: ['red'], privacy_settings: { read_receipts: { enabled: false } } },
  ]);
  expect(also.users['bob']).toMatchObject({ id: 'bob', plan: 'free', teams: ['red'] });
  await both({ id: { $in: ['alice', 'bob'] } });
  await both({ name: { $autocomplete: 'al' } });
  await both({ plan: 'gold' });
});

test('a second upsert replaces a user whole', async () => {
  await older.upsertUser({ id: 'carol', color: 'red', name: 'Carol' });
  const { users } = await newer.updateUsers({ users: { carol: { id: 'carol' } } });
  expect(users['carol']?.custom).toEqual({});
  expect(users['carol']?.name).toBeUndefined();
});

test('part of a user is changed', async () => {
  await newer.updateUsersPartial({ users: [{ id: 'alice', set: { 'a.b': 1, plan: 'free' }, unset: ['name'] }] });
  await older.partialUpdateUser({ id: 'bob', set: { name: 'Robert', color: 'blue' }, unset: ['plan'] });
  await both({ id: { $in: ['alice', 'bob'] } });
  const { users } = await older.queryUsers({ id: { $in: ['alice', 'bob'] } }, { id: 1 });
  expect(users).toMatchObject([
    { plan: 'free', a: { b: 1 } },
    { name: 'Robert', color: 'blue' },
  ]);
});

test('users who are refused', async () => {
  await bothRefused(
    newer.upsertUsers([{ id: 'x', role: 'none' }]),
    older.upsertUsers([{ id: 'x', role: 'none' }]),
    400,
    4,
  );
  await bothRefused(
    newer.queryUsers({ payload: { filter_conditions: { id: { $exists: 'yes' } } } }),
    older.queryUsers({ id: { $exists: 'yes' } } as never),
    400,
    4,
  );
});

test('users are deactivated and come back', async () => {
  await newer.deactivateUser({ user_id: 'bob' });
  await bothRefused(newer.upsertUsers([{ id: 'bob' }]), older.upsertUsers([{ id: 'bob' }]), 404, 16);
  expect((await older.queryUsers({ id: 'bob' })).users).toEqual([]);
  expect((await older.queryUsers({ id: 'bob' }, {}, { include_deactivated_users: true })).users).toHaveLength(1);
  await older.reactivateUser('bob', { name: 'Bob' });
  await bothRefused(newer.reactivateUser({ user_id: 'bob' }), older.reactivateUser('bob'), 400, 4);
  const { task_id } = await newer.deactivateUsers({ user_ids: ['bob'] });
  await finished(clients, task_id);
  const again = await older.reactivateUsers(['bob']);
  await finished(clients, again.task_id);
  await both({ id: 'bob' });
});

test('users are exported', async () => {
  await same(newer.exportUser({ user_id: 'alice' }), older.exportUser('alice'));
  const { task_id } = await older.exportUsers({ user_ids: ['alice'] });
  expect(await finished(clients, task_id)).toHaveProperty('url');
});

test('users block each other', async () => {
  await newer.blockUsers({ blocked_user_id: 'carol', user_id: 'alice' });
  await older.blockUser('bob', 'alice');
  await same(newer.getBlockedUsers({ user_id: 'alice' }), older.getBlockedUsers('alice'));
  await older.unBlockUser('carol', 'alice');
  await newer.unblockUsers({ blocked_user_id: 'bob', user_id: 'alice' });
  expect((await older.getBlockedUsers('alice')).blocks).toEqual([]);
});

test('users are deleted and restored; their ids are never free again', async () => {
  await newer.upsertUsers([{ id: 'dave' }, { id: 'erin' }]);
  const one = await newer.deleteUsers({ user_ids: ['dave'], user: 'soft' });
  const other = await older.deleteUsers(['erin'], { user: 'hard', messages: 'hard', conversations: 'hard' });
  expect(await finished(clients, one.task_id)).toEqual({ dave: { status: 'ok' } });
  expect(await finished(clients, other.task_id)).toEqual({ erin: { status: 'ok' } });
  await bothRefused(newer.upsertUsers([{ id: 'erin' }]), older.upsertUsers([{ id: 'erin' }]), 404, 16);
  await older.restoreUsers(['dave']);
  await both({ id: 'dave' });
  await bothRefused(newer.restoreUsers({ user_ids: ['erin'] }), older.restoreUsers(['erin']), 400, 4);
});

test('the older client deactivates and deletes one or many', async () => {
  await newer.upsertUsers([{ id: 'gus' }, { id: 'hal' }]);
  await older.deactivateUser('gus');
  await newer.reactivateUser({ user_id: 'gus' });
  const { task_id } = await older.deactivateUsers(['gus']);
  await finished(clients, task_id);
  await finished(clients, (await newer.reactivateUsers({ user_ids: ['gus'] })).task_id);
  await older.deleteUser('hal', { mark_messages_deleted: true } as never);
  await newer.restoreUsers({ user_ids: ['hal'] });
  await both({ id: { $in: ['gus', 'hal'] } });
  await finished(clients, (await newer.exportUsers({ user_ids: ['gus'] })).task_id);
});

test('guests', async () => {
  const { user, access_token } = await newer.createGuest({ user: { id: 'visitor', name: 'Visitor' } });
  expect(user).toMatchObject({ role: 'guest', name: 'Visitor' });
  expect(access_token).not.toBe('');
});

test('a user token of either client is good', async () => {
  const { apiKey, url } = clients.emulator;
  for (const token of [newer.generateUserToken({ user_id: 'alice' }), older.createToken('alice')]) {
    const reply = await fetch(`${url}/api/v2/devices?api_key=${apiKey}`, {
      headers: { authorization: token, 'stream-auth-type': 'jwt' },
    });
    expect(reply.status).toBe(200);
  }
});

test('custom data of both generations is one', async () => {
  await older.upsertUser({ id: 'fay', nested: { deep: [1, { a: null }] } } as never);
  const { users } = await newer.queryUsers({ payload: { filter_conditions: { id: 'fay' } } });
  expect(plain(users[0]?.custom)).toEqual({ nested: { deep: [1, { a: null }] } });
});
