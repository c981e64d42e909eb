import { describe, expect, test } from 'vitest';
import { anApp, anAppWith } from './support.ts';

describe('roles', () => {
  test('are made, listed with where they are granted, and deleted when nothing uses them', async () => {
    const { call } = await anApp();
    const made = await call('POST', '/roles', { name: 'vip' });
    expect(made.status).toBe(201);
    expect(made.body.role).toMatchObject({ name: 'vip', custom: true, scopes: [] });
    await call('PUT', '/chat/channeltypes/team', { grants: { vip: ['create-message'] } });
    const listed = (await call('GET', '/roles')).body.roles;
    expect(listed).toHaveLength(11);
    expect(listed.find((role: { name: string }) => role.name === 'vip').scopes).toEqual(['team']);
    expect((await call('DELETE', '/roles/vip')).body.message).toContain('it has grants in "team"');
    await call('PUT', '/chat/channeltypes/team', { grants: { vip: [] } });
    expect((await call('GET', '/chat/channeltypes/team')).body.grants).not.toHaveProperty('vip');
    expect((await call('DELETE', '/roles/vip')).status).toBe(200);
    expect((await call('GET', '/roles')).body.roles).toHaveLength(10);
  });

  const refused: readonly [name: string, method: string, path: string, body: unknown, text: string][] = [
    ['a name that is built in', 'POST', '/roles', { name: 'admin' }, 'role "admin" already exists'],
    ['no name', 'POST', '/roles', {}, 'name is a required field'],
    ['a long name', 'POST', '/roles', { name: 'x'.repeat(65) }, 'maximum of 64'],
    [
      'deleting a built-in one',
      'DELETE',
      '/roles/admin',
      undefined,
      'role "admin" is a built-in role and cannot be deleted',
    ],
    ['deleting none', 'DELETE', '/roles/ghost', undefined, 'role "ghost" does not exist'],
  ];
  test.each(refused)('%s is 400', async (_name, method, path, body, text) => {
    const { call } = await anApp();
    const reply = await call(method, path, body);
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
    expect(reply.body.message).toContain(text);
  });

  test('one that a user has cannot go until the user is deleted', async () => {
    const { call } = await anAppWith(['alice']);
    await call('POST', '/roles', { name: 'vip' });
    await call('PATCH', '/users', { users: [{ id: 'alice', set: { role: 'vip' } }] });
    expect((await call('DELETE', '/roles/vip')).body.message).toContain(
      'role "vip" cannot be deleted, at least one user is using this role (ie. "alice")',
    );
    await call('POST', '/users/delete', { user_ids: ['alice'] });
    expect((await call('DELETE', '/roles/vip')).status).toBe(200);
  });

  test('can be named like what every object has', async () => {
    const { call } = await anApp();
    const made = await call('POST', '/roles', { name: 'constructor' });
    expect(made.body.role.scopes).toEqual([]);
    expect((await call('DELETE', '/roles/constructor')).status).toBe(200);
  });

  test('there can be 25', async () => {
    const { call } = await anApp();
    const statuses = [];
    for (let n = 0; n < 26; n++) statuses.push((await call('POST', '/roles', { name: `r${n}` })).status);
    expect(statuses).toEqual([...Array(25).fill(201), 400]);
  });

  test('search looks at part of the name and leaves global roles out unless asked', async () => {
    const { call } = await anApp();
    const search = async (query: string) =>
      (await call('GET', `/roles/search?${query}`)).body.roles.map((role: { name: string }) => role.name);
    expect(await search('query=moderator')).toEqual(['channel_moderator', 'moderator']);
    expect(await search('query=moderator&include_global_roles=true&role_type=user')).toEqual([
      'global_moderator',
      'moderator',
    ]);
    expect(await search('query=a&limit=1&name_gt=admin')).toEqual(['anonymous']);
    expect((await call('GET', '/roles/search')).status).toBe(400);
  });
});

describe('permissions', () => {
  const mine = { id: 'mine', name: 'Mine', action: 'CreateMessage', condition: { '$subject.x': 'y' } };

  test('of the customer live beside the built-in ones', async () => {
    const { call } = await anApp();
    const made = await call('POST', '/permissions', mine);
    expect([made.status, Object.keys(made.body)]).toEqual([201, ['duration']]);
    expect((await call('GET', '/permissions/mine')).body.permission).toMatchObject({
      ...mine,
      custom: true,
      level: 'channel',
      owner: false,
      same_team: false,
    });
    expect((await call('PUT', '/permissions/mine', { ...mine, name: 'Ours', owner: true })).status).toBe(201);
    expect((await call('GET', '/permissions/mine')).body.permission).toMatchObject({ name: 'Ours', owner: true });
    expect((await call('GET', '/permissions/create-channel')).body.permission).toMatchObject({
      action: 'CreateChannel',
      custom: false,
      owner: false,
    });
    const ids = (await call('GET', '/permissions')).body.permissions.map((one: { id: string }) => one.id);
    expect(ids).toEqual(
      expect.arrayContaining(['mine', 'delete-message-owner', 'read-channel-any-team', 'search-user']),
    );
    await call('PUT', '/chat/channeltypes/team', { grants: { guest: ['mine'] } });
    expect((await call('DELETE', '/permissions/mine')).status).toBe(400);
    await call('PUT', '/chat/channeltypes/team', { grants: { guest: [] } });
    expect((await call('DELETE', '/permissions/mine')).status).toBe(200);
    expect((await call('GET', '/permissions/mine')).body.code).toBe(16);
  });

  const refused: readonly [name: string, method: string, path: string, body: unknown, status: number][] = [
    ['one that exists', 'POST', '/permissions', { ...mine, id: 'create-channel' }, 400],
    ['no condition', 'POST', '/permissions', { id: 'a', name: 'A', action: 'CreateMessage' }, 400],
    ['an unknown action', 'POST', '/permissions', { ...mine, action: 'Fly' }, 400],
    ['updating one without its fields', 'PUT', '/permissions/mine', { name: 'A' }, 400],
    ['updating none', 'PUT', '/permissions/none', mine, 404],
    ['updating a built-in one', 'PUT', '/permissions/create-channel', mine, 400],
    ['reading none', 'GET', '/permissions/none', undefined, 404],
    ['deleting none', 'DELETE', '/permissions/none', undefined, 404],
  ];
  test.each(refused)('%s is refused', async (_name, method, path, body, status) => {
    const { call } = await anApp();
    expect((await call(method, path, body)).status).toBe(status);
  });

  test('a newer default permission shows under the other answer', async () => {
    const { call } = await anApp({ assume: { default_grants: 'b' } });
    const { grants } = (await call('GET', '/chat/channeltypes/messaging')).body;
    expect(grants.admin).toHaveLength(43);
  });
});
