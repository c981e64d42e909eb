import { describe, expect, test } from 'vitest';
import { type App, anAppWith, client } from './support.ts';

const add = (app: App, id: string, more: object = {}) =>
  app.call('POST', '/devices', { id, push_provider: 'apn', user_id: 'ann', ...more });
const list = async (app: App, user = 'ann') => (await app.call('GET', `/devices?user_id=${user}`)).body.devices;
const ids = async (app: App, user = 'ann') => (await list(app, user)).map((device: { id: string }) => device.id);

describe('devices', () => {
  test('are listed newest first, also on their user; adding one again changes nothing', async () => {
    const app = await anAppWith(['ann']);
    expect(await list(app)).toEqual([]);
    const reply = await add(app, 'one');
    expect([reply.status, Object.keys(reply.body)]).toEqual([201, ['duration']]);
    app.clock.pass(1000);
    await add(app, 'two', {
      push_provider: 'firebase',
      push_provider_name: 'main',
      hardware_id: 'h',
      voip_token: true,
    });
    const [two, one] = await list(app);
    expect(two).toMatchObject({
      id: 'two',
      user_id: 'ann',
      push_provider: 'firebase',
      push_provider_name: 'main',
      hardware_id: 'h',
      voip: true,
    });
    expect(one).toEqual({ id: 'one', user_id: 'ann', push_provider: 'apn', created_at: one.created_at });
    app.clock.pass(1000);
    await add(app, 'one');
    expect(await list(app)).toEqual([two, one]);
    const [user] = (await app.query('/users', { filter_conditions: { id: 'ann' } })).body.users;
    expect(user.devices).toEqual([two, one]);
  });

  test('move to who registers them last', async () => {
    const app = await anAppWith(['ann', 'bob']);
    await add(app, 'one');
    await add(app, 'one', { user_id: 'bob' });
    expect([await ids(app), await ids(app, 'bob')]).toEqual([[], ['one']]);
  });

  test('are 25 at most: the oldest goes', async () => {
    const app = await anAppWith(['ann']);
    for (let n = 0; n < 26; n += 1) {
      app.clock.pass(10);
      await add(app, `d${n}`);
    }
    const found = await ids(app);
    expect([found.length, found[0], found.at(-1)]).toEqual([25, 'd25', 'd1']);
  });

  test('can be deleted by their user only', async () => {
    const app = await anAppWith(['ann', 'bob']);
    await add(app, 'one');
    const remove = (id: string, user: string) => app.call('DELETE', `/devices?id=${id}&user_id=${user}`);
    for (const reply of [await remove('one', 'bob'), await remove('none', 'ann')]) {
      expect([reply.status, reply.body.code]).toEqual([404, 16]);
    }
    expect((await remove('one', 'ann')).status).toBe(200);
    expect(await ids(app)).toEqual([]);
    expect((await app.call('DELETE', '/devices?user_id=ann')).body.message).toContain('id is a required field');
  });

  test('a client has its own', async () => {
    const app = await anAppWith(['ann', 'bob']);
    const own = client(app.emulator, { user_id: 'ann' });
    expect((await own.call('POST', '/devices', { id: 'one', push_provider: 'apn', user_id: 'bob' })).status).toBe(201);
    expect((await own.call('GET', '/devices')).body.devices).toHaveLength(1);
    expect(await ids(app, 'bob')).toEqual([]);
    expect((await own.call('DELETE', '/devices?id=one')).status).toBe(200);
  });

  const refused: readonly [name: string, body: object, status: number, text: string][] = [
    ['no id', { id: '' }, 400, 'id is a required field'],
    ['a long id', { id: 'x'.repeat(256) }, 400, 'id must be a maximum of 255 characters'],
    ['no provider', { push_provider: '' }, 400, 'push_provider is a required field'],
    ['an unknown provider', { push_provider: 'pigeon' }, 400, 'push_provider must be one of'],
    ['no user', { user_id: '' }, 400, 'either user or user_id must be provided when using server side auth.'],
    ['two users', { user: { id: 'ann' } }, 400, 'cannot set both user and user_id.'],
    ['an unknown user', { user_id: 'ghost' }, 404, 'the user ghost does not exist'],
  ];
  test.each(refused)('%s is refused', async (_name, body, status, text) => {
    const reply = await add(await anAppWith(['ann']), 'one', body);
    expect([reply.status, reply.body.code]).toEqual([status, status === 404 ? 16 : 4]);
    expect(reply.body.message).toContain(text);
  });

  test('without a provider that fits, if the API refuses that', async () => {
    const app = await anAppWith(['ann'], { assume: { device_without_provider: 'b' } });
    expect((await add(app, 'one', { push_provider: 'xiaomi' })).body.code).toBe(4);
    const push_provider = { type: 'xiaomi', name: 'main', xiaomi_app_secret: 's', xiaomi_package_name: 'p' };
    await app.call('POST', '/push_providers', { push_provider });
    expect((await add(app, 'one', { push_provider: 'xiaomi' })).status).toBe(201);
    expect((await add(app, 'one', { push_provider: 'xiaomi', push_provider_name: 'other' })).status).toBe(400);
    expect((await add(app, 'one', { push_provider: 'xiaomi', push_provider_name: 'main' })).status).toBe(201);
  });
});
