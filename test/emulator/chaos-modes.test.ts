/** Servers that disagree, replicas that lag, limits that change, and runs that repeat. */
import { describe, expect, test } from 'vitest';
import { createEmulator } from '../../src/emulator/index.ts';
import { anApp, anAppWith, client } from './support.ts';

describe('limits that change', () => {
  test('one operation gets another limit while the emulator runs, and its own back', async () => {
    const { emulator, call, clock } = await anApp({ rateLimits: 'default' });
    const look = async () => {
      clock.pass(60_000);
      const replies = [await call('GET', '/app'), await call('GET', '/app')];
      return replies.map(({ status, headers }) => [status, headers.get('x-ratelimit-limit')]);
    };
    expect(await look()).toEqual([
      [200, '10000'],
      [200, '10000'],
    ]);
    emulator.setRateLimit('GetApp', 1);
    expect(await look()).toEqual([
      [200, '1'],
      [429, '1'],
    ]);
    expect((await call('GET', '/roles')).headers.get('x-ratelimit-limit')).not.toBe('1');
    const told = (await call('GET', '/rate_limits?server_side=true&endpoints=GetApp')).body.server_side.GetApp;
    expect(told).toMatchObject({ limit: 1, remaining: 0 });
    emulator.setRateLimit('GetApp', undefined);
    expect((await look()).map(([status]) => status)).toEqual([200, 200]);
  });

  test('none at all is a limit too, also where limits are off', async () => {
    const { emulator, call } = await anApp({ rateLimits: 'off' });
    emulator.setRateLimit('CreateRole', 0);
    const refused = await call('POST', '/roles', { name: 'vip' });
    expect([refused.status, refused.body.code, refused.headers.get('x-ratelimit-limit')]).toEqual([429, 9, '0']);
    const free = await call('GET', '/roles');
    expect([free.status, free.headers.has('x-ratelimit-limit')]).toEqual([200, false]);
    expect(JSON.stringify(free.body)).not.toContain('vip');
  });

  test('the edge counts all requests together, and refuses before anything else', async () => {
    const { emulator, call, clock } = await anApp({ edgeLimit: 2 });
    clock.pass(15_000);
    expect((await call('GET', '/app')).status).toBe(200);
    expect((await call('GET', '/nowhere')).status).toBe(404);
    const refused = await call('POST', '/roles', { name: 'vip' });
    expect([refused.status, refused.body]).toEqual([
      429,
      { code: 'rate_limit_exceeded', message: 'Rate limit exceeded' },
    ]);
    expect(refused.headers.get('retry-after')).toBe('45');
    expect(refused.headers.has('x-ratelimit-limit')).toBe(false);
    expect(JSON.stringify(emulator.snapshot())).not.toContain('"vip"');
    clock.pass(45_000);
    expect((await call('POST', '/roles', { name: 'vip' })).status).toBe(201);
    emulator.setEdgeLimit(undefined);
    for (let n = 0; n < 5; n++) expect((await call('GET', '/app')).status).toBe(200);
  });
});

describe('reads that lag', () => {
  test('with several servers a change is seen by some before others, and then by all', async () => {
    const { call, clock } = await anApp({ readLagMs: 4000, servers: 5 });
    clock.pass(10_000);
    await call('PATCH', '/app', { multi_tenant_enabled: true });
    const look = async () => {
      const seen = [];
      for (let n = 0; n < 40; n++) seen.push((await call('GET', '/app')).body.app.multi_tenant_enabled);
      return seen;
    };
    const early = await look();
    expect(new Set(early)).toEqual(new Set([true, false]));
    // Who asks again may see less than before.
    expect(early.some((seen, index) => !seen && early[index - 1])).toBe(true);
    clock.pass(2500);
    const share = (seen: boolean[]) => seen.filter(Boolean).length / seen.length;
    const later = await look();
    expect(share(later)).toBeGreaterThan(share(early));
    expect(share(later)).toBeLessThan(1);
    clock.pass(1600);
    expect(share(await look())).toBe(1);
  });

  test('with one server all reads are behind by as much', async () => {
    const { call, clock } = await anApp({ readLagMs: 4000 });
    clock.pass(10_000);
    await call('PATCH', '/app', { multi_tenant_enabled: true });
    clock.pass(3999);
    expect((await call('GET', '/app')).body.app.multi_tenant_enabled).toBe(false);
    clock.pass(1);
    expect((await call('GET', '/app')).body.app.multi_tenant_enabled).toBe(true);
  });

  test('the answer to a partial channel update can be of a replica that has not seen it', async () => {
    const { call } = await anAppWith(['ann'], { replicaLag: true });
    await call('POST', '/chat/channels/messaging/room/query', { data: { created_by_id: 'ann' } });
    const { status, body } = await call('PATCH', '/chat/channels/messaging/room', { set: { frozen: true, a: 1 } });
    expect([status, body.channel.frozen, body.channel.custom]).toEqual([200, false, {}]);
    const read = (await call('GET', '/chat/channels/messaging/room')).body.channel;
    expect([read.frozen, read.custom]).toEqual([true, { a: 1 }]);
  });
});

describe('runs that repeat', () => {
  const run = async (seed: number) => {
    const emulator = await createEmulator({ rateLimits: 'off', seed, clock: 'stepped' });
    const { call } = client(emulator, { server: true, iat: Math.floor(Date.now() / 1000) - 5 });
    const replies = [
      await call('POST', '/users', { users: { ann: { id: 'ann' } } }),
      await call('POST', '/chat/channels/messaging/room/query', { data: { created_by_id: 'ann' } }),
      await call('POST', '/chat/channels/messaging/room/message', { message: { text: 'Hi', user_id: 'ann' } }),
      await call('POST', '/users/delete', { user_ids: ['ann'] }),
    ];
    return {
      replies: replies.map(({ status, body: { duration: _, ...body } }) => ({ status, body })),
      state: JSON.stringify(emulator.snapshot()),
    };
  };

  test('the same ids and times with the same seed', async () => {
    const [one, two, other] = [await run(5), await run(5), await run(6)];
    expect(one.replies.map((reply) => reply.status)).toEqual([201, 201, 201, 201]);
    expect(two).toEqual(one);
    expect(other.replies).not.toEqual(one.replies);
    expect(one.replies[0]?.body.users.ann.created_at).toBe(Date.parse('2026-01-01T00:00:00.250Z') * 1e6);
  });

  test('tasks end after a few requests, and tokens are judged by the real time', async () => {
    const emulator = await createEmulator({ rateLimits: 'off', seed: 1, clock: 'stepped' });
    const { call } = client(emulator);
    await call('POST', '/users', { users: { ann: { id: 'ann' } } });
    const { task_id: id } = (await call('POST', '/users/delete', { user_ids: ['ann'] })).body;
    expect((await call('GET', `/tasks/${id}`)).body.status).toBe('completed');
    const soon = Math.floor(Date.now() / 1000) + 60;
    const early = client(emulator, { server: true, iat: soon });
    expect((await early.call('GET', '/app')).body.code).toBe(42);
    expect((await client(emulator, { server: true, exp: soon }).call('GET', '/app')).status).toBe(200);
  });
});
