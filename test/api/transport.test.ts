import { gzipSync } from 'node:zlib';
import { jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import {
  createGovernor,
  createTransport,
  type Exchange,
  type HttpSend,
  sendThrough,
  systemClock,
  type TransportOptions,
} from '../../src/api/index.ts';
import { type Call, CallError, path, read, readWithPayload, write } from '../../src/core/call.ts';
import { cutOff, hangUp, json, never, ok, type Served, serve, skippingClock, text } from './support.ts';

const getApp = read('GetApp', 'GET', '/api/v2/app');
const free = write('UpdateUsersPartial', 'PATCH', '/api/v2/users', { users: [] }, 'free');
const create = write('CreateRole', 'POST', '/api/v2/roles', { name: 'vip' }, 'exists-is-done');
const message = write('SendMessage', 'POST', '/api/v2/chat/channels/a/b/message', { message: {} }, 'read-first');

function connect({ baseUrl }: Pick<Served, 'baseUrl'>, options: Partial<TransportOptions> = {}) {
  const clock = skippingClock();
  const exchanges: Exchange[] = [];
  const transport = createTransport({
    baseUrl,
    apiKey: 'key1',
    apiSecret: 'the-api-secret',
    secrets: new Map(),
    mode: 'apply',
    governor: createGovernor({ clock, random: () => 0 }),
    userAgent: 'chat-config-1.2.3',
    clock,
    random: () => 0,
    onExchange: (exchange) => exchanges.push(exchange),
    ...options,
  });
  return { transport, exchanges, clock };
}

async function failureOf(sent: Promise<unknown>): Promise<CallError> {
  const error = await sent.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CallError);
  return error as CallError;
}

describe('a request', () => {
  it('has the key in its query and the token of a server in its headers', async () => {
    const server = await serve(json(200, { app: { id: 1 } }));
    const { transport } = connect(server);
    expect(await transport.send(getApp)).toEqual({ status: 200, body: { app: { id: 1 } } });
    await transport.send(getApp);
    const [first, second] = server.seen;
    expect(first?.method).toBe('GET');
    expect(first?.url).toBe('/api/v2/app?api_key=key1');
    expect(first?.headers).toMatchObject({
      'stream-auth-type': 'jwt',
      'x-stream-client': 'chat-config-1.2.3',
      'accept-encoding': 'gzip',
      'x-client-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(first?.headers).not.toHaveProperty('content-type');
    const token = String(first?.headers.authorization);
    const { payload } = await jwtVerify(token, new TextEncoder().encode('the-api-secret'));
    expect(payload).toEqual({ server: true });
    expect(second?.headers.authorization).toBe(token);
    expect(second?.headers['x-client-request-id']).not.toBe(first?.headers['x-client-request-id']);
  });

  it('has the body as JSON', async () => {
    const server = await serve(ok);
    await connect(server).transport.send(create);
    expect(server.seen[0]).toMatchObject({ method: 'POST', url: '/api/v2/roles?api_key=key1', body: '{"name":"vip"}' });
    expect(server.seen[0]?.headers['content-type']).toBe('application/json');
  });

  it('keeps the query and the path of its call', async () => {
    const server = await serve(ok);
    const { transport } = connect({ baseUrl: `${server.baseUrl}/` });
    const payload = { filter_conditions: { id: { $in: ['a b', 'c&d'] } } };
    await transport.send(readWithPayload('QueryUsers', '/api/v2/users', payload));
    const url = new URL(server.seen[0]?.url ?? '', server.baseUrl);
    expect(JSON.parse(url.searchParams.get('payload') ?? '')).toEqual(payload);
    expect(url.searchParams.get('api_key')).toBe('key1');
    const odd = "it's 100% a/b?#.";
    await transport.send(write('DeleteRole', 'DELETE', path('api', 'v2', 'roles', odd), undefined, 'free'));
    expect(new URL(server.seen[1]?.url ?? '', server.baseUrl).pathname).toBe(
      `/api/v2/roles/${encodeURIComponent(odd)}`,
    );
  });

  it.each(['/api/v2/roles/..', '/api/v2/roles/%2e%2E/x', '/api/v2/roles/#a', '/a\\b', 'api', '@evil.example/'])(
    'is not made from the path %s, which would change on its way',
    async (odd) => {
      const server = await serve(ok);
      const call = write('DeleteRole', 'DELETE', odd, undefined, 'free');
      const error = await connect(server)
        .transport.send(call)
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(CallError);
      expect(server.seen).toEqual([]);
    },
  );

  it('understands a gzipped reply', async () => {
    const body = gzipSync(JSON.stringify({ app: { name: 'Größe' } }));
    const server = await serve((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(body));
    expect((await connect(server).transport.send(getApp)).body).toEqual({ app: { name: 'Größe' } });
  });

  it('takes a gzipped reply that was cut off for unreadable', async () => {
    const cut = gzipSync(JSON.stringify({ app: { name: 'x'.repeat(1000) } })).subarray(0, 20);
    const server = await serve(
      (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(cut),
      json(200, { app: {} }),
    );
    expect((await connect(server).transport.send(getApp)).body).toEqual({ app: {} });
  });

  it('does not follow a redirect', async () => {
    const server = await serve(text(302, '', { location: 'http://127.0.0.1:1/' }));
    expect(await failureOf(connect(server).transport.send(getApp))).toMatchObject({
      status: 302,
      unclear: false,
      message: 'the server answered 302',
    });
    expect(server.seen).toHaveLength(1);
  });
});

describe('read-only proof', () => {
  async function refused(call: Call, mode: 'plan' | 'apply'): Promise<string> {
    const sent: string[] = [];
    const send: HttpSend = async ({ url }) => {
      sent.push(url);
      return { status: 200, headers: () => undefined, body: '{}' };
    };
    const error = await connect({ baseUrl: 'http://api.example' }, { mode, send })
      .transport.send(call)
      .catch((reason: unknown) => reason);
    expect(sent).toEqual([]);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(CallError);
    return (error as Error).message;
  }

  it('a plan sends no write', async () => {
    expect(await refused(create, 'plan')).toBe('CreateRole writes, and a plan only reads');
    expect(await refused({ ...getApp, effect: 'write' }, 'plan')).toBe('GetApp writes, and a plan only reads');
  });

  it.each(['plan', 'apply'] as const)('in mode %s a read has to be a known one', async (mode) => {
    expect(await refused({ ...create, effect: 'read' }, mode)).toBe('CreateRole is not one of the read operations');
    expect(await refused(read('GetOrCreateChannel', 'POST', '/api/v2/chat/channels/a/b/query', {}), mode)).toBe(
      'GetOrCreateChannel is not one of the read operations',
    );
  });

  it('a write under the name of a read is no read', async () => {
    const calls: readonly Call[] = [
      { ...getApp, method: 'PATCH', body: { name: 'x' } },
      { ...getApp, method: 'DELETE' },
      read('QueryChannels', 'POST', '/api/v2/chat/channels/delete', { cids: [] }),
      read('QueryUsers', 'POST', '/api/v2/users', { users: {} }),
      { ...read('QueryChannels', 'POST', '/api/v2/chat/channels', {}), method: 'PUT' },
    ];
    for (const call of calls) expect(await refused(call, 'plan')).toMatch(/is no read as/);
  });

  it('a plan may read', async () => {
    const server = await serve(json(200, { channels: [] }));
    const { transport } = connect(server, { mode: 'plan' });
    await transport.send(read('QueryChannels', 'POST', '/api/v2/chat/channels', { filter_conditions: {} }));
    await transport.send(getApp);
    expect(server.seen.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });
});

describe('throttled', () => {
  it.each([getApp, free, create, message])('$op is sent again after Retry-After', async (call) => {
    const server = await serve(json(429, { code: 9, message: 'slow' }, { 'retry-after': '7' }), ok);
    const { transport, clock, exchanges } = connect(server);
    const begin = clock.now();
    expect((await transport.send(call)).status).toBe(201);
    expect(clock.now() - begin).toBe(7000);
    expect(exchanges.map(({ outcome, status, wait }) => ({ outcome, status, wait }))).toEqual([
      { outcome: 'retrying', status: 429, wait: 7000 },
      { outcome: 'done', status: 201, wait: undefined },
    ]);
  });

  it('waits for the reset', async () => {
    const reset = Math.floor(Date.now() / 1000) + 30;
    const told = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset), date: new Date().toUTCString() };
    const server = await serve(json(429, { code: 9, message: 'slow' }, told), ok);
    const { transport, clock } = connect(server);
    const begin = clock.now();
    await transport.send(create);
    expect(clock.now() - begin).toBeGreaterThanOrEqual(29_000);
    expect(clock.now() - begin).toBeLessThanOrEqual(31_000);
  });

  it('backs off without a word, however often, and also at the edge', async () => {
    const edge = json(429, { code: 'rate_limit_exceeded', message: 'too many' });
    const server = await serve(edge, edge, edge, edge, edge, edge, ok);
    const { transport, clock, exchanges } = connect(server);
    const begin = clock.now();
    await transport.send(create);
    expect(exchanges.map(({ wait }) => wait)).toEqual([500, 1000, 2000, 4000, 8000, 15_000, undefined]);
    expect(clock.now() - begin).toBe(30_500);
    expect(transport.stats()).toEqual({ requests: 7, retries: 6, byOp: new Map([['CreateRole', 7]]), underWay: 0 });
  });

  it('gives up when it is told to wait for too long in all', async () => {
    const server = await serve(json(429, { code: 9, message: 'slow' }, { 'retry-after': '40' }));
    const error = await failureOf(connect(server, { longestThrottle: 100_000 }).transport.send(create));
    expect(error).toMatchObject({ status: 429, code: 9, message: 'slow', unclear: false });
    expect(server.seen).toHaveLength(3);
  });

  it('fails the calls that wait as well when the pause is longer than anybody would wait', async () => {
    const server = await serve(json(429, { code: 9, message: 'slow' }, { 'retry-after': '86400' }));
    const { transport } = connect(server, { governor: createGovernor({ concurrency: 1 }) });
    const errors = await Promise.all([free, free, free].map((call) => failureOf(transport.send(call))));
    expect(errors.map(({ status, unclear }) => ({ status, unclear }))).toEqual(
      Array(3).fill({ status: 429, unclear: false }),
    );
    expect(errors[2]?.message).toMatch(/^the server asks for a pause of 8640\d s$/);
    expect(server.seen).toHaveLength(1);
  });

  it('waits as long as the edge says, though it says it in its own words', async () => {
    const edge = json(429, { code: 'rate_limit_exceeded', message: 'Rate limit exceeded' }, { 'retry-after': '12' });
    const server = await serve(edge, ok);
    const { transport, clock } = connect(server);
    const begin = clock.now();
    await transport.send(create);
    expect(clock.now() - begin).toBe(12_000);
  });

  it('holds back the other calls of the operation, too', async () => {
    const server = await serve(json(429, { code: 9, message: 'slow' }, { 'retry-after': '1' }), ok);
    const { transport } = connect(server, {
      clock: systemClock,
      governor: createGovernor({ concurrency: 1, random: () => 0 }),
    });
    const begin = performance.now();
    await Promise.all([transport.send(free), transport.send(free), transport.send(free)]);
    expect(performance.now() - begin).toBeGreaterThanOrEqual(1000);
    expect(transport.stats()).toMatchObject({ requests: 4, retries: 1 });
  });

  it('does not repeat what the API calls unrecoverable', async () => {
    const server = await serve(json(429, { code: 9, message: 'never', unrecoverable: true }));
    expect(await failureOf(connect(server).transport.send(getApp))).toMatchObject({ status: 429, message: 'never' });
    expect(server.seen).toHaveLength(1);
  });
});

describe('failures on the way', () => {
  const failures = {
    'a dropped connection': { answer: hangUp, status: 0, says: /^the connection failed before the answer: / },
    'an internal error': { answer: json(500, { code: -1, message: 'oops' }), status: 500, says: /^oops$/ },
    'a time-out of the server': { answer: json(408, { code: 23, message: 'timeout' }), status: 408, says: /^timeout$/ },
    'a page of a load balancer': {
      answer: text(502, '<html>\n<head><title>502 Bad Gateway</title></head></html>', { 'content-type': 'text/html' }),
      status: 502,
      says: /^the server answered 502 with a web page: 502 Bad Gateway$/,
    },
    'an empty 503': { answer: text(503, ''), status: 503, says: /^the server answered 503$/ },
    'a success that breaks off': {
      answer: cutOff(201),
      status: 201,
      says: /^the server answered 201 with a body that cannot/,
    },
    'a success that is no JSON': {
      answer: text(200, 'OK'),
      status: 200,
      says: /^the server answered 200 with a body that/,
    },
    'a success that is a list': {
      answer: json(200, []),
      status: 200,
      says: /^the server answered 200 with a body that/,
    },
  };

  describe.each(Object.entries(failures))('%s', (_, { answer, status, says }) => {
    it.each([getApp, free])('$op is repeated', async (call) => {
      const server = await serve(answer, answer, answer, ok);
      const { transport, clock } = connect(server);
      expect((await transport.send(call)).status).toBe(201);
      expect(clock.slept).toEqual([250, 500, 1000]);
      expect(transport.stats()).toMatchObject({ requests: 4, retries: 3 });
    });

    it.each([
      { call: getApp, unclear: false },
      { call: free, unclear: true },
    ])('$call.op fails after four attempts', async ({ call, unclear }) => {
      const server = await serve(answer);
      const error = await failureOf(connect(server).transport.send(call));
      expect(error).toMatchObject({ op: call.op, status, code: status === 408 ? 23 : -1, unclear });
      expect(error.message).toMatch(says);
      expect(error.requestId).toBe(server.seen[3]?.headers['x-client-request-id']);
      expect(server.seen).toHaveLength(4);
    });

    it.each([create, message])('$op is not repeated, and nobody knows whether it was done', async (call) => {
      const server = await serve(answer);
      const { transport, exchanges } = connect(server);
      expect(await failureOf(transport.send(call))).toMatchObject({ status, unclear: true });
      expect(server.seen).toHaveLength(1);
      expect(exchanges).toMatchObject([{ outcome: 'failed', status, attempt: 1 }]);
    });
  });

  it('a time-out is no answer', async () => {
    const server = await serve(never);
    const { transport } = connect(server, { timeouts: { headers: 100 } });
    const error = await failureOf(transport.send(message));
    expect(error).toMatchObject({ status: 0, code: -1, unclear: true });
    expect(error.message).toBe('the connection failed before the answer: Headers Timeout Error');
  });

  it('a reply that only drips is bounded, too', async () => {
    const server = await serve((response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    const error = await failureOf(connect(server, { timeouts: { total: 150 } }).transport.send(message));
    expect(error).toMatchObject({ status: 0, unclear: true });
    expect(error.message).toContain('no complete reply within 150 ms');
  });

  it.each([getApp, create, message])(
    'where nobody listens, $op is repeated and then certainly not done',
    async (call) => {
      const { transport, exchanges } = connect({ baseUrl: 'http://127.0.0.1:1' });
      const error = await failureOf(transport.send(call));
      expect(error).toMatchObject({ status: 0, code: -1, unclear: false });
      expect(error.message).toMatch(/^cannot reach the server: .*ECONNREFUSED/);
      expect(exchanges.map(({ outcome }) => outcome)).toEqual(['retrying', 'retrying', 'retrying', 'failed']);
    },
  );

  it('an unclear attempt stays unclear whatever follows', async () => {
    const server = await serve(hangUp, json(404, { code: 16, message: 'gone' }));
    const { transport } = connect(server);
    const call = write('DeleteRole', 'DELETE', '/api/v2/roles/vip', undefined, 'free');
    expect(await failureOf(transport.send(call))).toMatchObject({ status: 404, code: 16, unclear: true });
  });

  it('waits as long as a server that is down asks for', async () => {
    const server = await serve(text(503, '', { 'retry-after': '20' }), ok);
    const { transport, clock } = connect(server);
    await transport.send(getApp);
    expect(clock.slept).toEqual([20_000]);
  });
});

describe('refusals', () => {
  const refusals: readonly [string, number, string, { code: number; message: string }][] = [
    ['JSON', 400, '{"code":4,"message":"bad"}', { code: 4, message: 'bad' }],
    ['a code in a string', 400, '{"code":"16","message":"bad"}', { code: 16, message: 'bad' }],
    ['a code that is a word', 400, '{"code":"some_word"}', { code: -1, message: 'some_word' }],
    ['a code that is no integer', 400, '{"code":4.5,"message":"bad"}', { code: -1, message: 'bad' }],
    [
      'wrong types',
      400,
      '{"code":{},"message":["x"],"exception_fields":[]}',
      { code: -1, message: 'the server answered 400' },
    ],
    ['no fields', 404, '{}', { code: -1, message: 'the server answered 404' }],
    ['null', 404, 'null', { code: -1, message: 'the server answered 404: null' }],
    ['nothing', 404, '', { code: -1, message: 'the server answered 404' }],
    [
      'plain text',
      400,
      'a message with ID x already exists',
      { code: -1, message: 'the server answered 400: a message with ID x already exists' },
    ],
    ['HTML', 413, '<html><body>big</body></html>', { code: -1, message: 'the server answered 413 with a web page' }],
    ['lines', 400, '{"code":4,"message":"a\\n\\tb\\u001b[31mc  d"}', { code: 4, message: 'a b [31mc d' }],
    [
      'fields',
      400,
      '{"code":4,"message":"bad","exception_fields":{"users[a].online":"users[a].online is a reserved field","x":"odd"}}',
      { code: 4, message: 'bad; users[a].online is a reserved field; x: odd' },
    ],
    [
      'a bad key',
      401,
      '{"code":2,"message":"GetApp failed with error: \\"api_key not valid\\""}',
      {
        code: 2,
        message: 'GetApp failed with error: "api_key not valid". Check the API key, and that it belongs to this host.',
      },
    ],
    [
      'a bad secret',
      401,
      '{"code":5,"message":"bad."}',
      { code: 5, message: 'bad. Check that the API secret belongs to this API key.' },
    ],
    [
      'a bad token',
      401,
      '{"code":42,"message":"bad"}',
      { code: 42, message: 'bad. Check the API key and the API secret.' },
    ],
    [
      'a missing right',
      403,
      '{"code":17,"message":"no"}',
      { code: 17, message: "no. The app's settings or its pricing plan do not allow this call." },
    ],
    [
      'a suspended app',
      403,
      '{"code":99,"message":"no"}',
      { code: 99, message: 'no. The app is suspended: see its dashboard.' },
    ],
  ];

  it.each(refusals)('%s', async (_, status, body, expected) => {
    const server = await serve(text(status, body));
    const error = await failureOf(connect(server).transport.send(free));
    expect(error).toMatchObject({ status, unclear: false, ...expected });
    expect(error.requestId).toBe(server.seen[0]?.headers['x-client-request-id']);
    expect(server.seen).toHaveLength(1);
  });

  it('JSON under the name of plain text is JSON', async () => {
    const server = await serve(text(401, '{"code":5,"message":"bad"}', { 'content-type': 'text/plain' }));
    expect(await failureOf(connect(server).transport.send(getApp))).toMatchObject({ code: 5 });
  });

  it('a long message is cut, its hint is not', async () => {
    const server = await serve(json(401, { code: 2, message: 'x'.repeat(2000) }));
    const { message: line } = await failureOf(connect(server).transport.send(getApp));
    expect(line.length).toBeGreaterThan(490);
    expect(line.length).toBeLessThanOrEqual(500);
    expect(line).toMatch(/x… Check the API key, and that it belongs to this host\.$/);
  });

  it.each([
    ['is cut', text(401, '{"code":5,"mess')],
    ['breaks off', cutOff(401)],
  ])('a refusal that %s is asked for again: its code alone tells what it means', async (_, damaged) => {
    const whole = text(401, '{"code":5,"message":"bad."}');
    const server = await serve(damaged, damaged, whole);
    expect(await failureOf(connect(server).transport.send(create))).toMatchObject({
      status: 401,
      code: 5,
      unclear: false,
    });
    expect(server.seen).toHaveLength(3);
  });

  it('one that never comes whole is a refusal without a code', async () => {
    const server = await serve(cutOff(400));
    expect(await failureOf(connect(server).transport.send(create))).toMatchObject({
      status: 400,
      code: -1,
      unclear: false,
    });
    expect(server.seen).toHaveLength(4);
  });
});

describe('secrets', () => {
  const key = '-----BEGIN KEY-----\nMIGTAgEAMBMGByqGSM49AgEG\nQ+/="x"\n-----END KEY-----';
  const secrets = new Map([
    ['/app/apn_config/auth_key', key],
    ['/app/google', 'fire-base'],
    ['/app/longer', 'fire-base-longer'],
    ['/app/short', 'abc'],
    ['/app/quoted', 'a"b"c\\d'],
  ]);
  const ref = (at: string) => ({ $secret: at });
  const call = write(
    'UpdateApp',
    'PATCH',
    '/api/v2/app',
    {
      apn_config: { auth_key: ref('/app/apn_config/auth_key'), team_id: 'T' },
      event_hooks: [{ secret: ref('/app/google'), __proto__x: null }, 1, 'two', true],
    },
    'free',
  );

  it('are put in wherever a body mentions them, and shown to nobody', async () => {
    const server = await serve(text(500, ''), ok);
    const { transport, exchanges } = connect(server, { secrets });
    await transport.send(call);
    for (const { body } of server.seen) {
      expect(JSON.parse(body)).toEqual({
        apn_config: { auth_key: key, team_id: 'T' },
        event_hooks: [{ secret: 'fire-base', __proto__x: null }, 1, 'two', true],
      });
    }
    expect(exchanges).toHaveLength(2);
    for (const exchange of exchanges) expect(exchange.body).toEqual(call.body);
    expect(JSON.stringify(exchanges)).not.toContain('fire-base');
  });

  it('that are unknown are a bug, and nothing is sent', async () => {
    const server = await serve(ok);
    await expect(connect(server).transport.send(call)).rejects.toThrow(
      'there is no secret at /app/apn_config/auth_key',
    );
    expect(server.seen).toEqual([]);
  });

  const echoes: readonly [string, string][] = [
    ['as they are', `{"message":${JSON.stringify(`bad ${key} and fire-base-longer, the-api-secret`)}}`],
    ['in text that is no JSON', `bad "${JSON.stringify(key).slice(1, -1)}" fire-base-longer the-api-secret`],
    ['in an address', `bad ?key=${encodeURIComponent(key)}&f=fire-base-longer&the-api-secret`],
    ['a line of them', 'bad MIGTAgEAMBMGByqGSM49AgEG, fire-base'],
    ['as a key of a field', '{"message":"bad","exception_fields":{"fire-base":"the-api-secret"}}'],
    ['in a title', '<title>bad fire-base</title>'],
    ['cut by the length of a message', `{"message":"bad ${'.'.repeat(488)} fire-base-longer"}`],
  ];

  it.each(echoes)('are taken out of an error that echoes them %s', async (_, body) => {
    const server = await serve(text(400, body));
    const { transport, exchanges } = connect(server, { secrets });
    const error = await failureOf(transport.send(call));
    const shown = [
      JSON.stringify(error),
      error.message,
      String(error.stack),
      String(error.cause),
      JSON.stringify(exchanges),
    ];
    for (const secret of ['MIGTAgEA', 'fire', 'longer', 'the-api-secret', 'BEGIN']) {
      for (const text of shown) expect(text).not.toContain(secret);
    }
    expect(error.message).toContain('bad');
  });

  it('the token is one of them', async () => {
    const server = await serve((response, { headers }) =>
      response.writeHead(401).end(JSON.stringify({ code: 5, message: `bad token ${headers.authorization}` })),
    );
    const error = await failureOf(connect(server).transport.send(getApp));
    expect(error.message).toBe('bad token [secret]. Check that the API secret belongs to this API key.');
  });

  it('errors of the layers below are searched as well', async () => {
    const send: HttpSend = () =>
      Promise.reject(new Error('cannot parse fire-base', { cause: new Error('the-api-secret') }));
    const error = await failureOf(connect({ baseUrl: 'http://a.example' }, { secrets, send }).transport.send(call));
    expect(error.message).toBe('the connection failed before the answer: cannot parse [secret] ([secret])');
    expect(error.cause).toBeUndefined();
  });

  it('are found in the quotes of a text that is no JSON', async () => {
    const server = await serve(text(400, 'bad value "a\\"b\\"c\\\\d"'));
    const error = await failureOf(connect(server, { secrets }).transport.send(call));
    expect(error.message).toBe('the server answered 400: bad value "[secret]"');
  });

  it('of less than four characters would blank out ordinary words', async () => {
    const server = await serve(json(400, { code: 4, message: 'abc' }));
    expect((await failureOf(connect(server, { secrets }).transport.send(free))).message).toBe('abc');
  });
});

describe('a signal', () => {
  it('that is aborted already stops a call before it is sent', async () => {
    const server = await serve(ok);
    const sent = connect(server).transport.send(free, { signal: AbortSignal.abort(new Error('stopped')) });
    await expect(sent).rejects.toThrow('stopped');
    expect(server.seen).toEqual([]);
  });

  it('ends a read with its reason', async () => {
    const stop = new AbortController();
    const server = await serve(() => stop.abort(new Error('stopped')));
    const { transport, exchanges } = connect(server);
    await expect(transport.send(getApp, { signal: stop.signal })).rejects.toThrow('stopped');
    expect(server.seen).toHaveLength(1);
    expect(exchanges).toMatchObject([{ outcome: 'failed', message: 'interrupted before the answer' }]);
  });

  it.each([free, create])('leaves it open whether $op under way was done', async (call) => {
    const stop = new AbortController();
    const server = await serve(() => stop.abort(new Error('stopped')));
    const error = await failureOf(connect(server).transport.send(call, { signal: stop.signal }));
    expect(error).toMatchObject({ status: 0, code: -1, message: 'interrupted before the answer', unclear: true });
    expect(server.seen).toHaveLength(1);
  });

  it('ends the wait for the next attempt', async () => {
    for (const [answer, call] of [
      [text(503, ''), getApp],
      [json(429, {}, { 'retry-after': '60' }), create],
    ] as const) {
      const stop = new AbortController();
      const server = await serve(answer);
      const { transport } = connect(server, {
        clock: systemClock,
        governor: createGovernor(),
        onExchange: () => setTimeout(() => stop.abort(new Error('stopped')), 10),
      });
      await expect(transport.send(call, { signal: stop.signal })).rejects.toThrow('stopped');
      expect(server.seen).toHaveLength(1);
    }
  });

  it('during the wait after an unclear attempt leaves the call unclear', async () => {
    const stop = new AbortController();
    const server = await serve(hangUp);
    const { transport } = connect(server, {
      clock: systemClock,
      governor: createGovernor(),
      onExchange: () => setTimeout(() => stop.abort(new Error('stopped')), 10),
    });
    expect(await failureOf(transport.send(free, { signal: stop.signal }))).toMatchObject({ unclear: true });
    expect(server.seen).toHaveLength(1);
  });

  it('gives back its place at the governor', async () => {
    const stop = new AbortController();
    const server = await serve(() => stop.abort(new Error('stopped')), json(200, {}));
    const governor = createGovernor({ concurrency: 1 });
    const { transport } = connect(server, { governor });
    await expect(transport.send(getApp, { signal: stop.signal })).rejects.toThrow('stopped');
    await governor.idle();
    await transport.send(getApp);
  });

  describe('that ends gently', () => {
    const gently = ({ signal }: AbortController) => ({ signal, gently: true });

    it('lets a request under way have its answer, and takes back the call behind it', async () => {
      const stop = new AbortController();
      const server = await serve((response, request) => {
        stop.abort(new Error('stopped'));
        expect(transport.stats()).toMatchObject({ requests: 1, underWay: 1 });
        setTimeout(() => ok(response, request), 20);
      });
      const { transport } = connect(server, { governor: createGovernor({ concurrency: 1 }) });
      const calls = [create, create].map((call) => transport.send(call, gently(stop)));
      await expect(Promise.allSettled(calls)).resolves.toMatchObject([
        { status: 'fulfilled', value: { status: 201 } },
        { status: 'rejected', reason: { message: 'stopped' } },
      ]);
      expect(server.seen).toHaveLength(1);
      expect(transport.stats()).toMatchObject({ requests: 1, underWay: 0 });
    });

    it.each([
      ['refuses for now', json(429, { code: 9, message: 'slow' }), 'stopped', undefined],
      ['cannot tell', text(503, ''), /503/, true],
      ['refuses', json(400, { code: 4, message: 'no' }), 'no', false],
    ])('repeats nothing that the server %s', async (_, answer, message, unclear) => {
      const stop = new AbortController();
      const server = await serve((response, request) => {
        stop.abort(new Error('stopped'));
        answer(response, request);
      });
      const end = connect(server).transport.send(free, gently(stop));
      await expect(end).rejects.toThrow(message);
      await expect(end.catch((error: CallError) => error.unclear)).resolves.toBe(unclear);
      expect(server.seen).toHaveLength(1);
    });
  });

  it('may be shared by many calls without a warning', async () => {
    const warnings: string[] = [];
    const note = (warning: Error) => warnings.push(warning.name);
    process.on('warning', note);
    const server = await serve(json(200, {}));
    const { transport } = connect(server, { clock: systemClock, governor: createGovernor() });
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 50 }, () => transport.send(getApp, { signal })));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);
    expect(warnings).toEqual([]);
    expect(transport.stats()).toMatchObject({ requests: 50, retries: 0 });
  });
});

describe('connections', () => {
  it('are at most as many as the governor lets calls be open', async () => {
    let open = 0;
    let most = 0;
    const server = await serve((response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.end('{}');
      }, 20);
    });
    const { transport } = connect(server, { clock: systemClock, governor: createGovernor({ concurrency: 4 }) });
    await Promise.all(Array.from({ length: 20 }, () => transport.send(getApp)));
    expect(most).toBe(4);
  });

  it('are broken by close', async () => {
    const server = await serve(never);
    const { transport } = connect(server);
    const sent = failureOf(transport.send(message));
    while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await transport.close();
    expect(await sent).toMatchObject({ unclear: true });
  });

  it('bring a reply that was announced, and that came in pieces', async () => {
    const bytes = Buffer.from('{"name":"Zoë 🦉"}');
    const server = await serve((response) => {
      response.writeProcessing();
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      // Neither the letter nor the bird is whole in one of them.
      const pieces = [bytes.subarray(0, 12), bytes.subarray(12, 16), bytes.subarray(16)];
      const next = () => {
        const piece = pieces.shift();
        if (piece === undefined) return void response.end();
        response.write(piece);
        setTimeout(next, 5);
      };
      next();
    });
    const { transport } = connect(server);
    expect(await transport.send(getApp)).toEqual({ status: 200, body: { name: 'Zoë 🦉' } });
  });

  it('are not needed for a handler in this process', async () => {
    const requests: Request[] = [];
    const send = sendThrough(async (request) => {
      requests.push(request.clone());
      return Response.json({ name: await request.text() }, { status: 201, headers: { 'x-ratelimit-limit': '30' } });
    });
    const governor = createGovernor({ maxShare: 1 });
    const { transport } = connect({ baseUrl: 'http://emulator' }, { send, governor });
    expect(await transport.send(create)).toEqual({ status: 201, body: { name: '{"name":"vip"}' } });
    expect(requests[0]?.url).toBe('http://emulator/api/v2/roles?api_key=key1');
    expect(requests[0]?.headers.get('accept-encoding')).toBe('gzip');
    const [pace] = governor.estimate([new Map([['CreateRole', 100]])]).stages;
    expect(pace?.bottleneck).toEqual({ op: 'CreateRole', perMinute: 30 });
    await transport.close();
  });

  it('a handler that does not listen to the signal is left behind', async () => {
    const stop = new AbortController();
    const send = sendThrough(() => new Promise<Response>(() => stop.abort(new Error('stopped'))));
    const { transport } = connect({ baseUrl: 'http://emulator' }, { send });
    await expect(transport.send(getApp, { signal: stop.signal })).rejects.toThrow('stopped');
  });
});
