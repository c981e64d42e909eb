/** The proxy that the environment names, up to the transport, and to the webhook of drift. */
import { describe, expect, test } from 'vitest';
import { notify } from '../../src/cli/notify.ts';
import type { World } from '../../src/cli/world.ts';
import { startProxy } from '../api/proxies.ts';
import { serve, text } from '../api/support.ts';
import { chat } from './world.ts';

describe('the environment', () => {
  test('names the proxy that requests go through', async () => {
    const ran = await chat('plan', { env: { HTTPS_PROXY: 'http://me:hunter2@proxy.corp:3128' } });
    expect(ran.code).toBe(0);
    expect(ran.transports).toMatchObject([{ proxy: { origin: 'http://proxy.corp:3128', variable: 'HTTPS_PROXY' } }]);
  });

  test('may name one that cannot be used: nothing is sent, and what it says is not repeated', async () => {
    const ran = await chat('plan', { env: { HTTPS_PROXY: 'socks5://me:hunter2@proxy.corp' } });
    expect(ran.code).toBe(7);
    expect(ran.transports).toEqual([]);
    expect(ran.stderr).toContain('invalid-proxy');
    expect(ran.stderr).toContain('HTTPS_PROXY names a proxy of the kind socks5.');
    expect(ran.stderr).not.toContain('hunter2');
  });
});

describe('the webhook of drift', () => {
  const worldWith = (env: Record<string, string>) =>
    ({ env, modules: { api: () => import('../../src/api/index.ts') } }) as unknown as World;

  test('is told through the proxy', async () => {
    const hook = await serve(text(200, ''));
    const address = `${hook.baseUrl.replace('127.0.0.1', '0.0.0.0')}/hook`;
    const proxy = await startProxy();
    expect(await notify(address, { moved: 1 }, worldWith({ HTTP_PROXY: `http://${proxy.host}` }))).toBeUndefined();
    expect(proxy.seen).toMatchObject([{ line: `POST ${address}` }]);
    expect(hook.seen).toMatchObject([{ url: '/hook', body: '{"moved":1}' }]);
  });

  test('that the proxy keeps away is a warning', async () => {
    const proxy = await startProxy({ refusal: 403 });
    const problem = await notify('http://hook.test/', {}, worldWith({ HTTP_PROXY: `http://${proxy.host}` }));
    expect(problem).toMatchObject({ code: 'notify-failed', detail: expect.stringContaining('It answered 403.') });
  });
});
