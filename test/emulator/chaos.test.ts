import { describe, expect, test } from 'vitest';
import { createDice } from '../../src/emulator/chaos/dice.ts';
import { FAULTS, type Fault } from '../../src/emulator/chaos/faults.ts';
import { createEmulator, startEmulator } from '../../src/emulator/index.ts';
import { aClock, client, sign } from './support.ts';

/** An app in which one fault strikes every request, twice in a row at most. */
async function struckBy(...faults: Fault[]) {
  const clock = aClock();
  const chaos = { profile: 'faults', probability: 1, faults, slowMs: 60 } as const;
  const emulator = await createEmulator({ rateLimits: 'off', seed: 1, now: clock.now, chaos });
  const token = await sign(emulator.apiSecret, { server: true });
  const send = (method: string, path: string, body?: unknown) =>
    emulator.fetch(
      new Request(`http://emulator/api/v2${path}?api_key=${emulator.apiKey}`, {
        method,
        headers: { authorization: token, 'stream-auth-type': 'jwt' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  return { emulator, clock, send };
}

const ROLE = ['POST', '/roles', { name: 'vip' }] as const;
const hasRole = (emulator: { snapshot(): unknown }) => JSON.stringify(emulator.snapshot()).includes('"vip"');

describe('faults', () => {
  test.each([
    ['dropped-before', false],
    ['dropped-after', true],
  ] as const)('%s: the caller sees what fetch shows of a broken connection', async (fault, isWritten) => {
    const { emulator, send } = await struckBy(fault);
    const error = await send(...ROLE).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ name: 'TypeError', message: 'fetch failed', cause: { code: 'UND_ERR_SOCKET' } });
    expect(hasRole(emulator)).toBe(isWritten);
    expect(emulator.log.at(-1)).toMatchObject({ op: 'CreateRole', status: 0, fault });
  });

  test('who tries again gets through at the third time', async () => {
    const { send } = await struckBy('internal-error');
    const statuses = [];
    for (let n = 0; n < 6; n++) statuses.push((await send('GET', '/app')).status);
    expect(statuses).toEqual([500, 500, 200, 500, 500, 200]);
  });

  test('rate-limited: as the API refuses, with a moment to come back', async () => {
    const { emulator, clock, send } = await struckBy('rate-limited');
    const reply = await send(...ROLE);
    expect(reply.status).toBe(429);
    expect(await reply.json()).toMatchObject({
      StatusCode: 429,
      code: 9,
      message: expect.stringContaining('CreateRole'),
    });
    expect(reply.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(reply.headers.get('x-ratelimit-reset'))).toBe(Math.floor(clock.now() / 1000) + 1);
    expect(hasRole(emulator)).toBe(false);
  });

  test('rate-limited-bare: without the headers', async () => {
    const { send } = await struckBy('rate-limited-bare');
    const reply = await send(...ROLE);
    expect([reply.status, reply.headers.has('x-ratelimit-reset')]).toEqual([429, false]);
  });

  test('rate-limited-by-edge: in a body that is not the API’s', async () => {
    const { emulator, send } = await struckBy('rate-limited-by-edge');
    const reply = await send(...ROLE);
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await reply.json()).toEqual({ code: 'rate_limit_exceeded', message: 'Rate limit exceeded' });
    expect(hasRole(emulator)).toBe(false);
  });

  test('internal-error: nothing was done', async () => {
    const { emulator, send } = await struckBy('internal-error');
    const reply = await send(...ROLE);
    expect([reply.status, ((await reply.json()) as { code: number }).code, hasRole(emulator)]).toEqual([
      500,
      -1,
      false,
    ]);
  });

  test.each([
    ['bad-gateway-before', false],
    ['bad-gateway-after', true],
  ] as const)('%s: a page of the load balancer', async (fault, isWritten) => {
    const { emulator, send } = await struckBy(fault);
    const reply = await send(...ROLE);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect(await reply.text()).toContain('<h1>502 Bad Gateway</h1>');
    expect(hasRole(emulator)).toBe(isWritten);
  });

  test('slow-body: all of it, with a pause in the middle', async () => {
    const { send } = await struckBy('slow-body');
    const started = performance.now();
    const reply = await send('GET', '/app');
    const atOnce = performance.now() - started;
    expect(((await reply.json()) as { app: { name: string } }).app.name).toBeTypeOf('string');
    expect(performance.now() - started).toBeGreaterThan(atOnce + 50);
  });

  test('truncated-body: half of it, though the write was done', async () => {
    const { emulator, send } = await struckBy('truncated-body');
    const reply = await send(...ROLE);
    expect(reply.status).toBe(201);
    const text = await reply.text();
    expect(text.startsWith('{')).toBe(true);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(hasRole(emulator)).toBe(true);
  });

  test('a seed repeats them, another makes others, and all of them come', async () => {
    const run = async (seed: number) => {
      const chaos = { profile: 'faults', probability: 0.5, slowMs: 0 } as const;
      const emulator = await createEmulator({ rateLimits: 'off', seed, chaos });
      const { call } = client(emulator);
      for (let n = 0; n < 150; n++) await call('GET', `/permissions/${n}`).catch(() => undefined);
      return emulator.log.map((entry) => entry.fault);
    };
    const [one, two, other] = [await run(3), await run(3), await run(4)];
    expect(two).toEqual(one);
    expect(other).not.toEqual(one);
    expect(new Set(one)).toEqual(new Set([...FAULTS, undefined]));
    const struck = one.filter((fault) => fault !== undefined).length;
    expect(struck / one.length).toBeGreaterThan(0.35);
    expect(struck / one.length).toBeLessThan(0.65);
  });

  test('each fault by its own odds, and by those alone; without an end to a row if that is wanted', async () => {
    const odds = { 'internal-error': 0.6, 'dropped-after': 0.2 };
    const chaos = { profile: 'faults', odds, mostInARow: Number.POSITIVE_INFINITY } as const;
    const emulator = await createEmulator({ rateLimits: 'off', seed: 2, chaos });
    const { call } = client(emulator);
    for (let n = 0; n < 500; n++) await call('GET', '/app').catch(() => undefined);
    const count = (fault?: Fault) => emulator.log.filter((entry) => entry.fault === fault).length;
    for (const [fault, wanted] of [
      ['internal-error', 0.6],
      ['dropped-after', 0.2],
      [undefined, 0.2],
    ] as const)
      expect(Math.abs(count(fault) / 500 - wanted)).toBeLessThan(0.06);
    expect(emulator.log.map((entry) => (entry.fault === undefined ? '.' : 'x')).join('')).toContain('xxxxxx');
  });

  test('the log tells what an answer would have been', async () => {
    const { emulator, send } = await struckBy('dropped-after');
    await send(...ROLE).catch(() => undefined);
    await send(...ROLE).catch(() => undefined);
    await send(...ROLE);
    expect(emulator.log.map(({ status, meant }) => [status, meant])).toEqual([
      [0, 201],
      [0, 400],
      [400, undefined],
    ]);
  });

  test('begins and ends when it is told to, and refuses odds that cannot be', async () => {
    const emulator = await createEmulator({ rateLimits: 'off', seed: 1 });
    const { call } = client(emulator);
    expect((await call('GET', '/app')).status).toBe(200);
    emulator.setChaos({ profile: 'faults', odds: { 'internal-error': 1 } });
    expect((await call('GET', '/app')).status).toBe(500);
    emulator.setChaos(undefined);
    expect((await call('GET', '/app')).status).toBe(200);
    const asked = (odds: Readonly<Record<string, number>>) => () => emulator.setChaos({ profile: 'faults', odds });
    expect(asked({ lists: 0.1 })).toThrow('faults has no lists. Known are dropped-before');
    expect(asked({ 'slow-body': 1.5 })).toThrow('1.5 is no probability');
    expect(asked({ 'slow-body': 0.6, 'dropped-after': 0.6 })).toThrow('add up to 1 at most, not to 1.2');
  });

  test('the state that faults leave behind is what retries would find', async () => {
    const emulator = await createEmulator({ rateLimits: 'off', seed: 9, chaos: { profile: 'faults', slowMs: 0 } });
    const { call } = client(emulator);
    for (let n = 0; n < 20; n++) {
      for (let tries = 0; tries < 4; tries++) {
        const reply = await call('POST', '/roles', { name: `r${n}` }).catch(() => undefined);
        if (reply?.status === 201 || reply?.body?.code === 4) break;
      }
    }
    const roles = JSON.stringify(emulator.snapshot());
    for (let n = 0; n < 20; n++) expect(roles).toContain(`"r${n}"`);
  });
});

describe('behind a socket', () => {
  test('a dropped connection is a broken socket', async () => {
    const chaos = { profile: 'faults', probability: 1, faults: ['dropped-after'] } as const;
    const server = await startEmulator({ rateLimits: 'off', seed: 1, chaos });
    const headers = { authorization: await sign(server.apiSecret, { server: true }), 'stream-auth-type': 'jwt' };
    const send = () =>
      fetch(`${server.url}/api/v2/roles?api_key=${server.apiKey}`, { method: 'POST', headers, body: '{"name":"vip"}' });
    const error = await send().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
    await expect(send()).rejects.toThrow('fetch failed');
    // The server lives on, and the role is there.
    const reply = await send();
    expect([reply.status, ((await reply.json()) as { code: number }).code]).toEqual([400, 4]);
    await server.close();
  });

  test('slow and truncated bodies arrive as such', async () => {
    const chaos = { profile: 'faults', probability: 1, faults: ['slow-body', 'truncated-body'], slowMs: 20 } as const;
    const server = await startEmulator({ rateLimits: 'off', seed: 1, chaos });
    const headers = { authorization: await sign(server.apiSecret, { server: true }), 'stream-auth-type': 'jwt' };
    const seen = new Set<string>();
    for (let n = 0; n < 12; n++) {
      const reply = await fetch(`${server.url}/api/v2/roles?api_key=${server.apiKey}`, { headers });
      const text = await reply.text();
      const isWhole = text.endsWith('}');
      expect(reply.status).toBe(200);
      if (isWhole) JSON.parse(text);
      seen.add(`${server.log.at(-1)?.fault} ${isWhole}`);
    }
    expect(seen).toEqual(new Set(['slow-body true', 'truncated-body false', 'undefined true']));
    await server.close();
  });
});

test('dice are fair, and repeat', () => {
  const [one, two] = [createDice(5), createDice(5)];
  const throws = Array.from({ length: 10_000 }, () => one.next());
  expect(throws.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => two.next()));
  expect(throws.every((value) => value >= 0 && value < 1)).toBe(true);
  expect(throws.reduce((sum, value) => sum + value, 0) / throws.length).toBeCloseTo(0.5, 1);
  expect(one.shuffled([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
});
