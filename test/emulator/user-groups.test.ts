import { describe, expect, test } from 'vitest';
import { anAppWith, client } from './support.ts';

async function aGroup(group: object = {}) {
  const app = await anAppWith(['alice', 'bob', 'carol']);
  const made = await app.call('POST', '/usergroups', { id: 'crew', name: 'Crew', member_ids: ['alice'], ...group });
  expect(made.status).toBe(201);
  const get = async () => (await app.call('GET', '/usergroups/crew')).body.user_group;
  return { ...app, made: made.body.user_group, get, as: (id: string) => client(app.emulator, { user_id: id }) };
}

const ids = (groups: readonly { id: string }[]) => groups.map((group) => group.id);

describe('a user group', () => {
  test('is made with its members', async () => {
    const { made, get, emulator } = await aGroup();
    expect(made).toEqual({
      id: 'crew',
      name: 'Crew',
      created_at: expect.any(Number),
      updated_at: made.created_at,
      members: [
        { app_pk: emulator.appId, group_id: 'crew', user_id: 'alice', is_admin: false, created_at: made.created_at },
      ],
    });
    expect(await get()).toEqual(made);
  });

  test('gets an id that begins with the time when it is given none', async () => {
    const { call, clock } = await aGroup();
    const first = (await call('POST', '/usergroups', { name: 'One' })).body.user_group.id;
    clock.pass(1000);
    const second = (await call('POST', '/usergroups', { name: 'Two', id: '' })).body.user_group.id;
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(first < second).toBe(true);
  });

  const refused: readonly [name: string, body: object, status: number][] = [
    ['without a name', { id: 'x' }, 400],
    ['with an empty name', { name: '' }, 400],
    ['with too long a name', { name: 'x'.repeat(256) }, 400],
    ['with too long an id', { name: 'x', id: 'x'.repeat(256) }, 400],
    ['with too long a description', { name: 'x', description: 'x'.repeat(1025) }, 400],
    ['with an id that is taken', { name: 'x', id: 'crew' }, 400],
    ['with a stranger', { name: 'x', member_ids: ['alice', 'ghost'] }, 400],
    ['with 101 members', { name: 'x', member_ids: Array.from({ length: 101 }, () => 'alice') }, 400],
  ];
  test.each(refused)('%s is refused', async (_name, body, status) => {
    const { call } = await aGroup();
    const reply = await call('POST', '/usergroups', body);
    expect([reply.status, reply.body.code]).toEqual([status, 4]);
    expect((await call('GET', '/usergroups')).body.user_groups).toHaveLength(1);
  });

  test('keeps what an update does not name, and its team', async () => {
    const { call, get } = await aGroup({ description: 'All', team_id: 'red' });
    expect((await call('PUT', '/usergroups/crew', { name: 'The crew' })).status).toBe(201);
    expect(await get()).toMatchObject({ name: 'The crew', description: 'All', team_id: 'red' });
    await call('PUT', '/usergroups/crew', { description: '', team_id: 'red' });
    expect(await get()).not.toHaveProperty('description');
    expect((await call('PUT', '/usergroups/crew', { name: '' })).body.code).toBe(4);
    expect((await call('PUT', '/usergroups/crew', { name: 'x', team_id: 'blue' })).body.code).toBe(16);
    expect((await get()).team_id).toBe('red');
  });

  test('goes', async () => {
    const { call } = await aGroup();
    expect((await call('DELETE', '/usergroups/crew')).body).toEqual({ duration: expect.any(String) });
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', ''],
      ['DELETE', ''],
    ] as const) {
      const reply = await call(method, `/usergroups/crew${path}`, method === 'PUT' ? { name: 'x' } : undefined);
      expect([reply.status, reply.body.code]).toEqual([404, 16]);
    }
  });
});

describe('members of a group', () => {
  const members = (list: readonly { user_id: string; is_admin: boolean }[]) =>
    list.map(({ user_id, is_admin }) => [user_id, is_admin]);

  test('come all or not at all', async () => {
    const { call, get } = await aGroup();
    const reply = await call('POST', '/usergroups/crew/members', { member_ids: ['bob', 'ghost'] });
    expect([reply.status, reply.body.code, reply.body.message]).toEqual([400, 4, expect.stringContaining('[ghost]')]);
    expect(members((await get()).members)).toEqual([['alice', false]]);
    await call('POST', '/usergroups/crew/members', { member_ids: ['bob', 'bob'], as_admin: true });
    expect(members((await get()).members)).toEqual([
      ['alice', false],
      ['bob', true],
    ]);
  });

  test('go, whoever is none being passed over', async () => {
    const { call, get } = await aGroup();
    const reply = await call('POST', '/usergroups/crew/members/delete', { member_ids: ['alice', 'ghost'] });
    expect([reply.status, reply.body.user_group.members]).toEqual([201, []]);
    expect((await get()).members).toEqual([]);
  });

  test('are named, and not too many', async () => {
    const { call } = await aGroup();
    for (const end of ['members', 'members/delete']) {
      expect((await call('POST', `/usergroups/crew/${end}`, {})).body.code).toBe(4);
      expect((await call('POST', `/usergroups/crew/${end}`, { member_ids: [] })).body.code).toBe(4);
      const many = { member_ids: Array.from({ length: 101 }, () => 'alice') };
      expect((await call('POST', `/usergroups/crew/${end}`, many)).body.code).toBe(4);
      expect((await call('POST', `/usergroups/none/${end}`, { member_ids: ['alice'] })).body.code).toBe(16);
    }
  });

  test('leave with their deletion', async () => {
    const { call, get } = await aGroup();
    await call('POST', '/users/delete', { user_ids: ['alice'], user: 'soft' });
    expect((await get()).members).toEqual([]);
  });
});

describe('groups are found', () => {
  async function several() {
    const app = await aGroup();
    for (const [id, name, team_id] of [
      ['b', 'Cooks', ''],
      ['a', 'Crew', 'red'],
      ['c', 'crowd', 'red'],
    ] as const) {
      app.clock.pass(1000);
      await app.call('POST', '/usergroups', { id, name, team_id });
    }
    return app;
  }

  test('page by page, in the order in which they were made', async () => {
    const { call } = await several();
    const first = (await call('GET', '/usergroups?limit=2')).body.user_groups;
    expect(ids(first)).toEqual(['crew', 'b']);
    expect(first[0]).not.toHaveProperty('members');
    const at = new Date(first[1].created_at / 1e6).toISOString();
    const rest = (await call('GET', `/usergroups?created_at_gt=${at}&id_gt=b`)).body.user_groups;
    expect(ids(rest)).toEqual(['a', 'c']);
    expect(ids((await call('GET', '/usergroups?team_id=red')).body.user_groups)).toEqual(['a', 'c']);
    for (const wrong of ['limit=0', 'limit=101', 'limit=x', 'created_at_gt=yesterday'])
      expect((await call('GET', `/usergroups?${wrong}`)).body.code).toBe(4);
  });

  test('by how their names begin', async () => {
    const { call } = await several();
    const find = async (query: string) => ids((await call('GET', `/usergroups/search?${query}`)).body.user_groups);
    expect(await find('query=cr')).toEqual(['a', 'crew', 'c']);
    expect(await find('query=cr&limit=1')).toEqual(['a']);
    expect(await find('query=cr&name_gt=Crew&id_gt=a')).toEqual(['crew', 'c']);
    expect(await find('query=c&team_id=red')).toEqual(['a', 'c']);
    expect(await find('query=rew')).toEqual([]);
    for (const wrong of ['', 'query=', `query=${'x'.repeat(256)}`, 'query=x&limit=26'])
      expect((await call('GET', `/usergroups/search?${wrong}`)).body.code).toBe(4);
  });
});

test('clients make groups, and change their own', async () => {
  const { as, get } = await aGroup();
  const made = await as('bob').call('POST', '/usergroups', { id: 'his', name: 'His' });
  expect(made.body.user_group.created_by).toBe('bob');
  expect((await as('bob').call('PUT', '/usergroups/his', { name: 'Mine' })).status).toBe(201);
  expect((await as('alice').call('PUT', '/usergroups/his', { name: 'Hers' })).status).toBe(403);
  expect((await as('alice').call('DELETE', '/usergroups/his')).status).toBe(403);
  expect((await as('alice').call('GET', '/usergroups/his')).status).toBe(200);
  expect((await as('bob').call('DELETE', '/usergroups/his')).status).toBe(200);
  expect(await get()).toBeDefined();
});

test('without the plan for it, there are none', async () => {
  const { call } = await anAppWith([], { assume: { administration_of_plan: 'b' } });
  const reply = await call('POST', '/usergroups', { name: 'x' });
  expect([reply.status, reply.body.code]).toEqual([404, 16]);
});
