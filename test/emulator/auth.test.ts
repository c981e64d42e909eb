import { describe, expect, test } from 'vitest';
import { aClock, anApp, client, sign } from './support.ts';

const APP = 'http://emulator/api/v2/app';

async function ask(
  emulator: Awaited<ReturnType<typeof anApp>>['emulator'],
  request: { url?: string; method?: string; headers?: Record<string, string> },
) {
  const response = await emulator.fetch(
    new Request(request.url ?? `${APP}?api_key=${emulator.apiKey}`, {
      method: request.method ?? 'GET',
      headers: request.headers ?? {},
    }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('the api key is checked first and alone', () => {
  const cases = [
    ['missing', APP, 'GetApp failed with error: "api_key or app_id not provided"'],
    ['unknown', `${APP}?api_key=nope`, 'GetApp failed with error: "api_key not valid"'],
  ] as const;
  test.each(cases)('%s', async (_name, url, message) => {
    const { emulator } = await anApp();
    const reply = await ask(emulator, { url, headers: { authorization: 'garbage', 'stream-auth-type': 'jwt' } });
    expect(reply).toEqual({
      status: 401,
      body: {
        StatusCode: 401,
        code: 2,
        message,
        details: [],
        duration: '0.00ms',
        more_info: 'https://getstream.io/chat/docs/api_errors_response',
      },
    });
  });
});

describe('tokens', () => {
  const { now } = aClock();
  const seconds = now() / 1000;
  const cases: readonly [name: string, claims: Record<string, unknown>, status: number, code: number | undefined][] = [
    ['a server token without iat', { server: true }, 200, undefined],
    ['a user token', { user_id: 'alice' }, 200, undefined],
    ['a user id that is a number', { user_id: 7 }, 401, 5],
    ['neither a server nor a user', {}, 401, 5],
    ['expired', { user_id: 'alice', exp: seconds - 1 }, 401, 40],
    ['not valid yet', { user_id: 'alice', nbf: seconds + 60 }, 401, 41],
    ['used before it was issued', { user_id: 'alice', iat: seconds + 60 }, 401, 42],
    ['an expired server token', { server: true, exp: seconds - 1 }, 401, 40],
  ];
  test.each(cases)('%s', async (_name, claims, status, code) => {
    const { emulator } = await anApp();
    const reply = await client(emulator, claims).call('GET', '/app');
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('signed with another secret', async () => {
    const { emulator } = await anApp();
    const token = await sign('x'.repeat(40), { server: true });
    const reply = await ask(emulator, { headers: { authorization: token, 'stream-auth-type': 'jwt' } });
    expect(reply.status).toBe(401);
    expect(reply.body).toMatchObject({ code: 5, message: 'GetApp failed with error: "Token signature is invalid"' });
  });

  const headers: readonly [name: string, make: (token: string) => Record<string, string>][] = [
    ['with a Bearer prefix', (token) => ({ authorization: `Bearer ${token}`, 'stream-auth-type': 'jwt' })],
    ['without stream-auth-type', (token) => ({ authorization: token })],
    ['without a token', () => ({ 'stream-auth-type': 'jwt' })],
    ['that is none', () => ({ authorization: 'a.b.c', 'stream-auth-type': 'jwt' })],
    [
      'without a signature',
      () => ({ authorization: 'eyJhbGciOiJub25lIn0.eyJzZXJ2ZXIiOnRydWV9.', 'stream-auth-type': 'jwt' }),
    ],
  ];
  test.each(headers)('a token %s is refused', async (_name, make) => {
    const { emulator } = await anApp();
    const reply = await ask(emulator, { headers: make(await sign(emulator.apiSecret, { server: true })) });
    expect([reply.status, reply.body['code']]).toEqual([401, 5]);
  });

  test('revoking all tokens refuses older ones and those without iat, and null undoes it', async () => {
    const { emulator, call, clock } = await anApp();
    const issued = clock.now() / 1000;
    const old = client(emulator, { user_id: 'alice', iat: issued });
    const undated = client(emulator, { user_id: 'alice' });
    clock.pass(10_000);
    const fresh = client(emulator, { user_id: 'alice', iat: issued + 10 });
    await call('PATCH', '/app', { revoke_tokens_issued_before: new Date(clock.now() - 5000).toISOString() });
    const statuses = async () => [old, undated, fresh].map((caller) => caller.call('GET', '/app'));
    expect((await Promise.all(await statuses())).map((reply) => reply.status)).toEqual([401, 401, 200]);
    expect((await call('GET', '/app')).status).toBe(200);
    await call('PATCH', '/app', { revoke_tokens_issued_before: null });
    expect((await Promise.all(await statuses())).map((reply) => reply.status)).toEqual([200, 200, 200]);
  });

  test('revoking the tokens of one user leaves others alone', async () => {
    const { emulator, call } = await anApp();
    await call('POST', '/users', { users: { alice: { id: 'alice' } } });
    await call('PATCH', '/users', {
      users: [{ id: 'alice', set: { revoke_tokens_issued_before: '2026-01-01T00:00:00Z' } }],
    });
    expect((await client(emulator, { user_id: 'alice' }).call('GET', '/app')).status).toBe(401);
    expect((await client(emulator, { user_id: 'bob' }).call('GET', '/app')).status).toBe(200);
  });
});

describe('what a client may not do', () => {
  const ops: readonly [method: string, path: string][] = [
    ['PATCH', '/app'],
    ['GET', '/chat/channeltypes'],
    ['POST', '/chat/commands'],
    ['POST', '/roles'],
    ['POST', '/users/delete'],
  ];
  test.each(ops)('%s %s', async (method, path) => {
    const { emulator } = await anApp();
    const reply = await client(emulator, { user_id: 'alice' }).call(method, path, method === 'GET' ? undefined : {});
    expect([reply.status, reply.body.code]).toEqual([403, 17]);
  });

  test('write another user', async () => {
    const { emulator } = await anApp();
    const reply = await client(emulator, { user_id: 'alice' }).call('POST', '/users', {
      users: { bob: { id: 'bob' } },
    });
    expect([reply.status, reply.body.code]).toEqual([403, 17]);
  });
});

describe('unknown routes', () => {
  const routes: readonly [method: string, path: string][] = [
    ['GET', '/nope'],
    ['PUT', '/app'],
    ['POST', '/roles/vip'],
    ['GET', '/chat/segments'],
  ];
  test.each(routes)('%s %s is 404 code 16 and not 405', async (method, path) => {
    const { call } = await anApp();
    const reply = await call(method, path, method === 'GET' ? undefined : {});
    expect(reply.status).toBe(404);
    expect(reply.body).toMatchObject({ code: 16, message: 'Request failed with error: "Not Found"' });
  });
});

test('an address that is too long is refused', async () => {
  const { query } = await anApp();
  const ids = Array.from({ length: 100 }, (_, n) => `${n}`.padStart(255, 'x'));
  const reply = await query('/users', { filter_conditions: { id: { $in: ids } } });
  expect([reply.status, reply.body.code]).toEqual([431, 24]);
});

test('a body that is no JSON is refused', async () => {
  const { emulator } = await anApp();
  const token = await sign(emulator.apiSecret, { server: true });
  const response = await emulator.fetch(
    new Request(`http://emulator/api/v2/roles?api_key=${emulator.apiKey}`, {
      method: 'POST',
      headers: { authorization: token, 'stream-auth-type': 'jwt' },
      body: '{"name":',
    }),
  );
  expect([response.status, await response.json()]).toMatchObject([400, { code: 4 }]);
});

test('the log holds no secret, no token and no key', async () => {
  const { emulator, call } = await anApp();
  await call('PATCH', '/app', { sqs_secret: 'hush', huawei_config: { id: '1', secret: 'hush' } });
  const text = JSON.stringify(
    emulator.log.map((entry) => ({ ...entry, body: entry.requestBody, reply: entry.responseBody })),
  );
  expect(text).toContain('(secret)');
  for (const secret of ['hush', emulator.apiSecret, emulator.apiKey, 'eyJ']) expect(text).not.toContain(secret);
  expect(emulator.log.at(-1)).toMatchObject({ method: 'PATCH', path: '/api/v2/app', op: 'UpdateApp', status: 200 });
});
