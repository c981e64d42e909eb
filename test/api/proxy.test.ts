import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGovernor, createTransport, type Environ, InvalidProxy, proxyFor } from '../../src/api/index.ts';
import { CallError, read, write } from '../../src/core/call.ts';
import { type ProxyOptions, startProxy } from './proxies.ts';
import { json, serve, skippingClock } from './support.ts';

const API = 'https://api.example.com';
const getApp = read('GetApp', 'GET', '/api/v2/app');
const create = write('CreateRole', 'POST', '/api/v2/roles', { name: 'vip' }, 'exists-is-done');

describe('the proxy to a server', () => {
  it.each<[string, string, Environ, string | undefined]>([
    ['nothing set', API, {}, undefined],
    ['empty', API, { HTTPS_PROXY: ' ' }, undefined],
    ['upper case', API, { HTTPS_PROXY: 'http://p:1' }, 'http://p:1'],
    ['lower case first', API, { HTTPS_PROXY: 'http://p:1', https_proxy: 'http://q:2' }, 'http://q:2'],
    ['of the other protocol', API, { HTTP_PROXY: 'http://p:1' }, undefined],
    ['plain HTTP', 'http://api.example.com', { HTTP_PROXY: 'http://p:1', HTTPS_PROXY: 'http://q:2' }, 'http://p:1'],
    ['without a scheme', API, { HTTPS_PROXY: 'proxy.corp:3128' }, 'http://proxy.corp:3128'],
    ['a host alone', API, { HTTPS_PROXY: 'proxy' }, 'http://proxy'],
    ['over TLS', API, { HTTPS_PROXY: 'https://p:1/' }, 'https://p:1'],
    ['this machine', 'https://localhost:8080', { HTTPS_PROXY: 'p' }, undefined],
    ['this machine by number', 'http://127.0.0.1:8080', { HTTP_PROXY: 'p' }, undefined],
    ['this machine by long number', 'http://[::1]:8080', { HTTP_PROXY: 'p' }, undefined],
    ['excepted: everything', API, { HTTPS_PROXY: 'p', NO_PROXY: '*' }, undefined],
    ['excepted: the host', API, { HTTPS_PROXY: 'p', NO_PROXY: 'a.b, API.example.com' }, undefined],
    ['excepted: its domain', API, { HTTPS_PROXY: 'p', no_proxy: 'example.com' }, undefined],
    ['excepted: its domain with a dot', API, { HTTPS_PROXY: 'p', NO_PROXY: '.example.com' }, undefined],
    ['excepted: its domain with a star', API, { HTTPS_PROXY: 'p', NO_PROXY: '*.example.com' }, undefined],
    ['excepted: its port', API, { HTTPS_PROXY: 'p', NO_PROXY: 'example.com:443' }, undefined],
    ['not excepted: another port', API, { HTTPS_PROXY: 'p', NO_PROXY: 'example.com:8443' }, 'http://p'],
    ['not excepted: another domain', API, { HTTPS_PROXY: 'p', NO_PROXY: 'ample.com,' }, 'http://p'],
  ])('%s', (_, target, environ, expected) => {
    expect(proxyFor(target, environ)?.origin).toBe(expected);
  });

  it.each([
    ['http://user:p%40ss@p:1', 'user:p@ss'],
    ['http://user:100%@p:1', 'user:100%'],
    ['http://user@p:1', 'user:'],
  ])('%s brings its credentials, apart from what may be shown', (url, credentials) => {
    expect(proxyFor(API, { HTTPS_PROXY: url })).toEqual({
      variable: 'HTTPS_PROXY',
      origin: 'http://p:1',
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    });
  });

  it.each(['http://user:hunter2@', 'socks5://user:hunter2@p:1', 'http://user:hunter2@p:99999999'])(
    '%s is none, and is not repeated',
    (url) => {
      const find = () => proxyFor(API, { https_proxy: url });
      expect(find).toThrow(InvalidProxy);
      expect(find).toThrow(/^https_proxy (is no URL|names a proxy of the kind socks5)\.$/);
    },
  );
});

async function through(options: ProxyOptions, { target = '', credentials = '' } = {}) {
  const proxy = await startProxy(options);
  const url = `http://${credentials === '' ? '' : `${credentials}@`}${proxy.host}`;
  const clock = skippingClock();
  const transport = createTransport({
    ...{ apiKey: 'key1', apiSecret: 'the-api-secret', secrets: new Map(), mode: 'apply', userAgent: 'test', clock },
    baseUrl: target,
    governor: createGovernor({ clock, random: () => 0 }),
    random: () => 0,
    proxy: proxyFor(target, { HTTPS_PROXY: url, HTTP_PROXY: url }),
  });
  return { proxy, transport };
}

async function failureOf(sent: Promise<unknown>): Promise<CallError> {
  const error = await sent.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CallError);
  return error as CallError;
}

describe('what is encrypted', () => {
  const pem = readFileSync(join(import.meta.dirname, 'api.test.pem'));
  const bodies: string[] = [];
  const server = createServer({ key: pem, cert: pem }, async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    bodies.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? ''}${body}`);
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"duration":"1ms"}');
  });
  let port = 0;
  const verify = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];

  beforeAll(async () => {
    // The certificate is its own authority.
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    if (verify === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = verify;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('goes through a tunnel that is kept, and the proxy sees neither key nor path', async () => {
    const options = { leadsTo: port, credentials: 'user:p@ss' };
    const { proxy, transport } = await through(options, { target: 'https://api.test', credentials: 'user:p%40ss' });
    for (let call = 0; call < 6; call += 1) expect((await transport.send(create)).status).toBe(201);
    expect(new Set(proxy.seen.map(({ line }) => line))).toEqual(new Set(['CONNECT api.test:443']));
    expect(proxy.seen.length).toBeLessThanOrEqual(2);
    expect(bodies).toEqual(Array(6).fill('POST /api/v2/roles?api_key=key1 {"name":"vip"}'));
    await transport.close();
  });
});

describe('what is not encrypted', () => {
  it('is asked of the proxy by its whole address', async () => {
    const server = await serve(json(201, { duration: '1ms' }));
    const target = server.baseUrl.replace('127.0.0.1', '0.0.0.0');
    const { proxy, transport } = await through({ credentials: 'user:pass' }, { target, credentials: 'user:pass' });
    expect((await transport.send(create)).status).toBe(201);
    expect(proxy.seen[0]?.line).toBe(`POST ${target}/api/v2/roles?api_key=key1`);
    expect(server.seen[0]).toMatchObject({ method: 'POST', body: '{"name":"vip"}' });
    await transport.close();
  });
});

describe('a proxy that refuses', () => {
  it.each(['https://api.test', 'http://api.test'])('%s: wrong credentials end it at once', async (target) => {
    const { proxy, transport } = await through({ credentials: 'user:right' }, { target, credentials: 'user:hunter2' });
    const error = await failureOf(transport.send(create));
    const variable = target.startsWith('https') ? 'HTTPS_PROXY' : 'HTTP_PROXY';
    expect(error).toMatchObject({ status: 0, unclear: false });
    expect(error.message).toBe(
      `cannot reach the server: the proxy http://${proxy.host} of ${variable} refused with status 407. It wants a user name and a password, or others: ${variable} takes them as http://user:password@host:port.`,
    );
    expect(JSON.stringify(error)).not.toContain('hunter2');
    expect(proxy.seen).toHaveLength(1);
    await transport.close();
  });

  it('for good is not asked again, for a while it is', async () => {
    const target = 'https://api.test';
    for (const [refusal, times] of [
      [403, 1],
      [502, 4],
    ] as const) {
      const { proxy, transport } = await through({ refusal }, { target });
      expect(await failureOf(transport.send(create))).toMatchObject({
        message: `cannot reach the server: the proxy http://${proxy.host} of HTTPS_PROXY refused with status ${refusal}.`,
        unclear: false,
      });
      expect(proxy.seen).toHaveLength(times);
      await transport.close();
    }
  });

  it('to be reached is named, and nothing was sent', async () => {
    const proxy = proxyFor(API, { HTTPS_PROXY: 'user:hunter2@127.0.0.1:1' });
    const clock = skippingClock();
    const transport = createTransport({
      ...{ baseUrl: API, apiKey: 'k', apiSecret: 'secret', secrets: new Map(), mode: 'plan', userAgent: 'test', clock },
      ...{ governor: createGovernor({ clock }), proxy },
    });
    const { message, unclear } = await failureOf(transport.send(getApp));
    expect(message).toContain('the proxy http://127.0.0.1:1 of HTTPS_PROXY cannot be reached (connect ECONNREFUSED');
    expect(message).not.toContain('hunter2');
    expect(unclear).toBe(false);
    await transport.close();
  });
});
