import { describe, expect, test } from 'vitest';
import { anAppWith } from './support.ts';

const EVIL = '<img src=x onerror=alert(1)>"\'';

async function aPage(options = {}) {
  const app = await anAppWith(['alice'], options);
  const open = (path = '/', accept = 'text/html,*/*') =>
    app.emulator.fetch(new Request(`http://emulator${path}`, { headers: { accept } }));
  return { ...app, open, text: async () => (await open()).text() };
}

describe('the page', () => {
  test('shows what is in the app', async () => {
    const { call, text } = await aPage();
    await call('POST', '/roles', { name: 'vip' });
    await call('PATCH', '/app', { webhook_url: 'https://hooks.example.com/x', grants: { vip: ['search-user'] } });
    await call('POST', '/chat/channels/messaging/room/query', {
      data: { created_by_id: 'alice', members: [{ user_id: 'alice' }], custom: { name: 'The room' } },
    });
    await call('POST', '/chat/channels/messaging/room/message', { message: { text: 'Hello there', user_id: 'alice' } });
    const page = await text();
    for (const shown of [
      'https://hooks.example.com/x',
      'vip',
      'search-user',
      'livestream',
      'alice',
      'messaging:room',
      'The room',
      'alice (channel_member)',
      'Hello there',
    ])
      expect(page).toContain(shown);
  });

  test('takes no text for markup', async () => {
    const { call, text } = await aPage();
    await call('POST', '/users', {
      users: { bob: { id: 'bob', name: EVIL, teams: [EVIL], custom: { [EVIL]: EVIL } } },
    });
    await call('POST', '/roles', { name: EVIL });
    await call('PATCH', '/app', { grants: { [EVIL]: ['search-user'] }, allowed_flag_reasons: [EVIL] });
    await call('POST', '/chat/channels/messaging/room/query', {
      data: { created_by_id: 'bob', custom: { name: EVIL } },
    });
    await call('POST', '/chat/channels/messaging/room/message', { message: { text: EVIL, user_id: 'bob' } });
    const page = await text();
    expect(page).not.toContain('<img');
    expect(page.match(/&lt;img/g)?.length).toBeGreaterThan(7);
  });

  test('shows no secret', async () => {
    const { call, text, emulator } = await aPage({ assume: { secrets_in_reads: 'b' } });
    const hook = { hook_type: 'sqs', sqs_key: 'very secret', sqs_secret: 'very secret', enabled: true };
    await call('PATCH', '/app', {
      sqs_secret: 'very secret',
      event_hooks: [hook],
      datadog_info: { api_key: 'very secret' },
    });
    const page = await text();
    for (const secret of ['very secret', emulator.apiKey, emulator.apiSecret]) expect(page).not.toContain(secret);
  });

  test('lets nothing run that is not its own', async () => {
    const { open } = await aPage();
    const reply = await open();
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(await reply.text()).not.toMatch(/(src|href)="(?!#|\/")/);
  });

  test('is for those who want HTML at the root alone', async () => {
    const { open, emulator } = await aPage();
    for (const [path, accept] of [
      ['/', 'application/json'],
      ['/app', 'text/html'],
      ['/api/v2/', 'text/html'],
    ] as const) {
      const reply = await open(path, accept);
      expect([reply.headers.get('content-type'), reply.ok]).toEqual(['application/json', false]);
    }
    const post = await emulator.fetch(
      new Request('http://emulator/', { method: 'POST', headers: { accept: 'text/html' } }),
    );
    expect(post.status).toBe(404);
  });

  test('says how many there are where it shows not all', async () => {
    const { call, text } = await aPage();
    for (let start = 0; start < 300; start += 100) {
      const ids = Array.from({ length: 100 }, (_, index) => `u${start + index}`);
      await call('POST', '/users', { users: Object.fromEntries(ids.map((id) => [id, { id }])) });
    }
    expect(await text()).toContain('301 users, of which the newest 200 are shown.');
  });
});

describe('requests', () => {
  test('are told once, without being ones themselves', async () => {
    const { call, open, emulator } = await aPage();
    const ask = async (after: number) => (await open(`/_emulator/requests?after=${after}`)).json();
    const before = emulator.log.length;
    const first = await ask(0);
    expect(first).toMatchObject([{ number: 1, op: 'UpdateUsers', method: 'POST', status: 201 }]);
    await call('GET', '/roles/search?query=%3Cb%3E');
    expect(await ask(1)).toMatchObject([{ number: 2, op: 'SearchRoles', path: '/api/v2/roles/search?query=%3Cb%3E' }]);
    expect(await ask(2)).toEqual([]);
    expect(emulator.log.length).toBe(before + 1);
  });

  test('show their bodies without secrets', async () => {
    const { call, open } = await aPage();
    await call('PATCH', '/app', { sqs_secret: 'very secret', sqs_url: 'https://x.example' });
    const bodies = await (await open('/_emulator/requests/2')).json();
    const { request, reply } = bodies as Record<string, string>;
    expect(request).toContain('https://x.example');
    expect(request).not.toContain('very secret');
    expect(reply).toContain('duration');
    for (const wrong of ['0', '3', 'x']) expect((await open(`/_emulator/requests/${wrong}`)).status).toBe(404);
  });

  test('are told although the oldest are forgotten', async () => {
    const { call, open } = await aPage();
    for (let count = 0; count < 250; count += 1) await call('GET', '/permissions/none');
    const entries = (await (await open('/_emulator/requests?after=0')).json()) as readonly { number: number }[];
    expect([entries.length, entries[0]?.number, entries.at(-1)?.number]).toEqual([200, 52, 251]);
  });
});
