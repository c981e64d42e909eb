import { expect, test } from 'vitest';
import { bothClients, bothRefused, same } from './support.ts';

const { newer, older } = await bothClients();

test('roles come and go', async () => {
  await newer.createRole({ name: 'vip' });
  await older.createRole('press');
  await same(newer.listRoles(), older.listRoles());
  const { roles } = await older.listRoles();
  expect(roles.filter((role) => role.custom).map((role) => role.name)).toEqual(['vip', 'press']);
  await same(newer.searchRoles({ query: 'v', limit: 5 }), older.searchRoles({ query: 'v', limit: 5 }));
  await bothRefused(newer.createRole({ name: 'vip' }), older.createRole('vip'), 400, 4);
  await bothRefused(newer.deleteRole({ name: 'admin' }), older.deleteRole('admin'), 400, 4);
  await bothRefused(newer.deleteRole({ name: 'none' }), older.deleteRole('none'), 400, 4);
  await older.deleteRole('vip');
  await newer.deleteRole({ name: 'press' });
  expect((await newer.listRoles()).roles.some((role) => role.custom)).toBe(false);
});

test('permissions are read alike; the older client also writes them', async () => {
  await older.createPermission({
    id: 'own',
    name: 'Own',
    action: 'ReadChannel',
    condition: { '$subject.magic': { $eq: 'x' } },
  });
  await same(newer.listPermissions(), older.listPermissions());
  await same(newer.getPermission({ id: 'own' }), older.getPermission('own'));
  await same(newer.getPermission({ id: 'create-channel' }), older.getPermission('create-channel'));
  await older.updatePermission('own', { id: 'own', name: 'Mine', action: 'ReadChannel', condition: {} });
  expect((await newer.getPermission({ id: 'own' })).permission.name).toBe('Mine');
  await older.deletePermission('own');
  await bothRefused(newer.getPermission({ id: 'own' }), older.getPermission('own'), 404, 16);
});

test('grants of the app', async () => {
  await newer.updateApp({ grants: { guest: ['search-user'] } });
  expect((await older.getAppSettings()).app?.grants?.['guest']).toEqual(['search-user']);
  await older.updateAppSettings({ grants: null });
  expect((await newer.getApp()).app.grants['guest']).toHaveLength(4);
});
