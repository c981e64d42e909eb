import { describe, expect, test } from 'vitest';
import { anApp, anAppWith, client } from './support.ts';

describe('read lag', () => {
  test('reads of configuration stay behind, answers to writes do not', async () => {
    const app = await anApp({ readLagMs: 3000 });
    const reads = async () => ({
      app: (await app.call('GET', '/app')).body.app.multi_tenant_enabled,
      config: (await app.call('GET', '/app')).body.app.channel_configs.team.typing_events,
      type: (await app.call('GET', '/chat/channeltypes/team')).body.typing_events,
      roles: (await app.call('GET', '/roles')).body.roles.length,
    });
    await app.call('PATCH', '/app', { multi_tenant_enabled: true });
    const { body } = await app.call('PUT', '/chat/channeltypes/team', { typing_events: false });
    await app.call('POST', '/roles', { name: 'vip' });
    expect(body.typing_events).toBe(false);
    expect(await reads()).toEqual({ app: false, config: true, type: true, roles: 10 });
    app.clock.pass(2999);
    expect(await reads()).toEqual({ app: false, config: true, type: true, roles: 10 });
    app.clock.pass(1);
    expect(await reads()).toEqual({ app: true, config: false, type: false, roles: 11 });
  });

  test('each write shows in its own time', async () => {
    const app = await anApp({ readLagMs: 1000 });
    const length = async () => (await app.call('GET', '/chat/channeltypes/team')).body.max_message_length;
    await app.call('PUT', '/chat/channeltypes/team', { max_message_length: 1 });
    app.clock.pass(600);
    await app.call('PUT', '/chat/channeltypes/team', { max_message_length: 2 });
    app.clock.pass(500);
    expect(await length()).toBe(1);
    app.clock.pass(500);
    expect(await length()).toBe(2);
  });

  test('what was just made is unknown to what depends on it, and cannot be made twice', async () => {
    const app = await anAppWith(['ann'], { readLagMs: 1000 });
    app.clock.pass(1000);
    await app.call('POST', '/roles', { name: 'vip' });
    await app.call('POST', '/chat/commands', { name: 'ticket', description: 'x' });
    await app.call('POST', '/chat/channeltypes', { name: 'club' });
    const attempts = () =>
      Promise.all([
        app.call('PUT', '/chat/channeltypes/team', { grants: { vip: ['read-channel'] } }),
        app.call('PUT', '/chat/channeltypes/team', { commands: ['ticket'] }),
        app.call('PATCH', '/users', { users: [{ id: 'ann', set: { role: 'vip' } }] }),
        app.call('PUT', '/chat/channeltypes/club', { quotes: false }),
        app.call('POST', '/chat/channels/club/one/query', { data: { created_by_id: 'ann' } }),
      ]);
    expect((await attempts()).map((reply) => reply.status)).toEqual([400, 400, 400, 404, 404]);
    expect((await app.call('POST', '/roles', { name: 'vip' })).body.message).toContain('already exists');
    app.clock.pass(1000);
    expect((await attempts()).map((reply) => reply.status)).toEqual([201, 201, 200, 201, 201]);
  });

  test('users and channels are fresh', async () => {
    const app = await anAppWith(['ann'], { readLagMs: 5000 });
    expect((await app.query('/users', { filter_conditions: { id: 'ann' } })).body.users).toHaveLength(1);
  });
});

describe('rate limits', () => {
  test('headers tell limit, rest and reset', async () => {
    const { call, clock } = await anApp({ rateLimits: 'default' });
    const { headers } = await call('GET', '/chat/channeltypes');
    expect(headers.get('x-ratelimit-limit')).toBe('60');
    expect(headers.get('x-ratelimit-remaining')).toBe('59');
    expect(Number(headers.get('x-ratelimit-reset'))).toBe(Math.floor(clock.now() / 60_000) * 60 + 60);
  });

  test('two a second and sixty a minute, then 429 until the reset', async () => {
    const { call, clock } = await anApp({ rateLimits: 'default' });
    const status = async () => (await call('GET', '/chat/channeltypes')).status;
    expect([await status(), await status(), await status()]).toEqual([200, 200, 429]);
    clock.pass(1000);
    expect(await status()).toBe(200);
    for (let n = 0; n < 57; n++) {
      clock.pass(500);
      await status();
    }
    clock.pass(500);
    const refused = await call('GET', '/chat/channeltypes');
    expect([refused.status, refused.body.code, refused.headers.get('x-ratelimit-remaining')]).toEqual([429, 9, '0']);
    clock.pass(Number(refused.headers.get('x-ratelimit-reset')) * 1000 - clock.now());
    expect(await status()).toBe(200);
  });

  test('a refused write is not carried out', async () => {
    const { call } = await anApp({ rateLimits: 'default' });
    const replies = [];
    for (const on of [true, true, false])
      replies.push((await call('PATCH', '/app', { multi_tenant_enabled: on })).status);
    expect(replies).toEqual([200, 200, 429]);
    expect((await call('GET', '/app')).body.app.multi_tenant_enabled).toBe(true);
  });

  test('platforms and operations are counted apart', async () => {
    const { emulator, call } = await anApp({ rateLimits: 0.01 });
    const user = client(emulator, { user_id: 'ann' });
    const search = (caller: { call: typeof call }) => caller.call('GET', '/roles/search?query=a');
    const statuses = [];
    for (const caller of [user, user, user, user]) statuses.push((await search(caller)).status);
    expect(statuses).toEqual([200, 429, 429, 429]);
    expect((await search({ call })).status).toBe(200);
  });

  test('are read with the call itself counted, for the platforms that are asked for', async () => {
    const { call } = await anApp({ rateLimits: 'default' });
    const { body } = await call('GET', '/rate_limits?server_side=true&endpoints=GetApp,GetRateLimits');
    expect(Object.keys(body)).toEqual(['server_side', 'duration']);
    expect(body.server_side.GetApp).toMatchObject({ limit: 10_000, remaining: 10_000 });
    expect(body.server_side.GetRateLimits.remaining).toBe(body.server_side.GetRateLimits.limit - 1);
    expect(Object.keys((await call('GET', '/rate_limits')).body)).toEqual([
      'server_side',
      'android',
      'ios',
      'web',
      'unity',
      'duration',
    ]);
  });

  test('off: nothing is refused and nothing is told', async () => {
    const { call } = await anApp({ rateLimits: 'off' });
    for (let n = 0; n < 70; n++) expect((await call('GET', '/chat/channeltypes')).status).toBe(200);
    expect((await call('GET', '/app')).headers.has('x-ratelimit-limit')).toBe(false);
  });
});

test('latency holds every answer back', async () => {
  const { call } = await anApp({ latencyMs: 30 });
  const started = performance.now();
  await call('GET', '/app');
  expect(performance.now() - started).toBeGreaterThan(25);
});

test('a seed makes keys and ids the same in every run', async () => {
  const [one, two, other] = [await anApp({ seed: 5 }), await anApp({ seed: 5 }), await anApp({ seed: 6 })];
  expect([one.emulator.apiKey, one.emulator.apiSecret]).toEqual([two.emulator.apiKey, two.emulator.apiSecret]);
  expect(one.emulator.snapshot()).toEqual(two.emulator.snapshot());
  expect(other.emulator.apiKey).not.toBe(one.emulator.apiKey);
});
