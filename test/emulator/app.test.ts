import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type App, anApp } from './support.ts';

const read = async (app: App) => (await app.call('GET', '/app')).body.app;
const patch = (app: App, body: unknown) => app.call('PATCH', '/app', body);

test('a fresh app reads as one', async () => {
  const app = await read(await anApp({ appId: 1729640 }));
  expect(app).toMatchObject({
    id: 1729640,
    enforce_unique_usernames: '',
    permission_version: 'v2',
    moderation_enabled: true,
    event_hooks: [],
    use_hook_v2: true,
    revoke_tokens_issued_before: null,
    user_search_disallowed_roles: [],
    custom_action_handler_url: '',
    file_upload_config: { size_limit: 0, allowed_file_extensions: [], blocked_mime_types: [] },
  });
  expect(app).not.toHaveProperty('before_message_send_hook_url');
  expect(app.webhook_events).toContain('message.new');
  expect(app.channel_configs.livestream.commands).toEqual(['ban', 'giphy', 'mute', 'unban', 'unmute']);
  expect(app.channel_configs.livestream).not.toHaveProperty('grants');
});

test('an update answers with its duration alone, and an empty one changes nothing', async () => {
  const app = await anApp();
  const before = app.emulator.snapshot();
  const reply = await patch(app, {});
  expect(reply.status).toBe(200);
  expect(Object.keys(reply.body)).toEqual(['duration']);
  expect(app.emulator.snapshot()).toEqual(before);
});

describe('three states of a setting', () => {
  test('left out stays, a value wins, an empty list clears, null resets a list', async () => {
    const app = await anApp();
    await patch(app, {
      user_search_disallowed_roles: ['guest'],
      image_moderation_labels: ['x'],
      multi_tenant_enabled: true,
    });
    await patch(app, { image_moderation_labels: [] });
    expect(await read(app)).toMatchObject({
      user_search_disallowed_roles: ['guest'],
      image_moderation_labels: [],
      multi_tenant_enabled: true,
    });
    await patch(app, { user_search_disallowed_roles: null, multi_tenant_enabled: null });
    expect(await read(app)).toMatchObject({ user_search_disallowed_roles: [], multi_tenant_enabled: true });
  });

  test('webhook_events: null and [] both read as all events', async () => {
    const app = await anApp();
    const all = (await read(app)).webhook_events;
    await patch(app, { webhook_events: ['message.new'] });
    expect((await read(app)).webhook_events).toEqual(['message.new']);
    await patch(app, { webhook_events: null });
    expect((await read(app)).webhook_events).toEqual(all);
    await patch(app, { webhook_events: [] });
    expect((await read(app)).webhook_events).toEqual(all);
  });

  test('grants: named roles are replaced, others stay, {} does nothing, null resets', async () => {
    const app = await anApp();
    const { grants } = await read(app);
    await patch(app, { grants: { guest: ['search-user', 'flag-user'] } });
    expect((await read(app)).grants).toEqual({ ...grants, guest: ['flag-user', 'search-user'] });
    await patch(app, { grants: { guest: [] } });
    expect((await read(app)).grants.guest).toEqual([]);
    await patch(app, { grants: {} });
    expect((await read(app)).grants.guest).toEqual([]);
    await patch(app, { grants: null });
    expect((await read(app)).grants).toEqual(grants);
  });

  test('a hook address is absent when cleared', async () => {
    const app = await anApp();
    await patch(app, { before_message_send_hook_url: 'https://hooks.example.com/a' });
    expect((await read(app)).before_message_send_hook_url).toBe('https://hooks.example.com/a');
    await patch(app, { before_message_send_hook_url: '' });
    expect(await read(app)).not.toHaveProperty('before_message_send_hook_url');
  });
});

describe('refused updates change nothing', () => {
  const long = 'x'.repeat(101);
  const cases: readonly [name: string, body: unknown, text: string][] = [
    ['an enum', { enforce_unique_usernames: 'all' }, 'enforce_unique_usernames must be one of [no app team]'],
    ['a URL', { sqs_url: 'nope' }, 'sqs_url must be a valid URL'],
    [
      'a long role',
      { user_search_disallowed_roles: [long] },
      'user_search_disallowed_roles[0] must be a maximum of 100 characters in length',
    ],
    ['too many roles', { user_search_disallowed_roles: Array(11).fill('a') }, 'must contain at maximum 10 items'],
    ['a range', { cdn_expiration_seconds: 1 }, 'cdn_expiration_seconds must be 14400 or greater'],
    ['a type', { multi_tenant_enabled: 'yes' }, 'multi_tenant_enabled'],
    [
      'both kinds of extensions',
      { file_upload_config: { size_limit: 1, allowed_file_extensions: ['.a'], blocked_file_extensions: ['.b'] } },
      'Cannot specify both allowed file extensions and blocked file extensions',
    ],
    [
      'both kinds of mime types',
      { image_upload_config: { size_limit: 1, allowed_mime_types: ['a/b'], blocked_mime_types: ['c/d'] } },
      'Cannot specify both allowed mime types and blocked mime types',
    ],
    ['an unknown role', { grants: { ghost: [] } }, 'role "ghost"'],
    ['an unknown permission', { grants: { guest: ['fly'] } }, 'permission "fly"'],
    ['push without version', { push_config: { offline_only: true } }, 'push_config.version is a required field'],
  ];
  test.each(cases)('%s', async (_name, body, text) => {
    const app = await anApp();
    const before = app.emulator.snapshot();
    const reply = await patch(app, { auto_translation_enabled: true, ...(body as object) });
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
    expect(reply.body.message).toContain(text);
    expect(app.emulator.snapshot()).toEqual(before);
  });
});

describe('upload configuration', () => {
  const full = {
    size_limit: 10,
    allowed_file_extensions: ['.pdf', '.doc'],
    blocked_file_extensions: [],
    allowed_mime_types: [],
    blocked_mime_types: ['a/b'],
  };

  test('lists keep their order', async () => {
    const app = await anApp();
    await patch(app, { file_upload_config: full });
    expect((await read(app)).file_upload_config).toEqual(full);
    expect((await read(app)).image_upload_config.size_limit).toBe(0);
  });

  test.each([
    ['a', { ...full, size_limit: 0, allowed_file_extensions: [], blocked_mime_types: ['c/d'] }],
    ['b', { ...full, size_limit: 0, blocked_mime_types: ['c/d'] }],
  ] as const)('the size limit is reset by leaving it out; lists by answer %s', async (answer, expected) => {
    const app = await anApp({ assume: { upload_lists_on_omission: answer } });
    await patch(app, { file_upload_config: full });
    await patch(app, { file_upload_config: { blocked_mime_types: ['c/d'] } });
    expect((await read(app)).file_upload_config).toEqual(expected);
  });
});

describe('push settings', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const auth_key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const token = { auth_type: 'token', auth_key, key_id: 'K', team_id: 'T', bundle_id: 'B' };

  test('are read back under another name without the key, merge, and can be switched off and on', async () => {
    const app = await anApp();
    expect((await patch(app, { apn_config: { ...token, development: true } })).status).toBe(200);
    expect((await read(app)).push_notifications.apn).toEqual({
      enabled: true,
      development: true,
      auth_type: 'token',
      key_id: 'K',
      team_id: 'T',
      bundle_id: 'B',
      host: 'https://api.development.push.apple.com',
    });
    await patch(app, { apn_config: { team_id: 'U' } });
    expect((await read(app)).push_notifications.apn).toMatchObject({ team_id: 'U', key_id: 'K', enabled: true });
    await patch(app, { apn_config: { disabled: true } });
    expect((await read(app)).push_notifications.apn).toMatchObject({ enabled: false, key_id: 'K' });
    await patch(app, { apn_config: { Disabled: false } });
    expect((await read(app)).push_notifications.apn.enabled).toBe(true);
    await patch(app, { push_config: { version: 'v3', offline_only: true } });
    expect((await read(app)).push_notifications).toMatchObject({ version: 'v3', offline_only: true });
    expect(JSON.stringify(app.emulator.snapshot())).not.toContain('PRIVATE KEY');
  });

  test('a rotated secret changes the state, and the other answer shows it', async () => {
    const app = await anApp({ assume: { secrets_in_reads: 'b' } });
    await patch(app, { huawei_config: { id: '1', secret: 'first' } });
    const before = app.emulator.snapshot();
    await patch(app, { huawei_config: { id: '1', secret: 'second' } });
    expect(app.emulator.snapshot()).not.toEqual(before);
    expect((await read(app)).push_notifications.huawei).toEqual({ enabled: true, id: '1', secret: 'second' });
  });

  const refused: readonly [name: string, body: unknown][] = [
    ['a key that is none', { apn_config: { ...token, auth_key: 'nope' } }],
    ['no team', { apn_config: { ...token, team_id: '' } }],
    ['a certificate with push v2', { apn_config: { auth_type: 'certificate', p12_cert: 'AAAA', bundle_id: 'B' } }],
    ['a Firebase server key with push v2', { firebase_config: { server_key: 'k' } }],
    ['credentials that are no account', { firebase_config: { credentials_json: '{}' } }],
    ['a template that does not close', { firebase_config: { notification_template: '{"a": "{{ b"}' } }],
    ['a template that is no JSON', { firebase_config: { notification_template: '{{ b }} c' } }],
  ];
  test.each(refused)('%s is refused', async (_name, body) => {
    const reply = await patch(await anApp(), body);
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
  });
});

describe('event hooks', () => {
  const id = '11111111-2222-4333-8444-555555555555';
  const hook = {
    id,
    hook_type: 'webhook',
    webhook_url: 'https://hooks.example.com/x',
    enabled: true,
    event_types: ['message.new'],
  };

  test('the list is replaced whole, and so is each row', async () => {
    const app = await anApp();
    await patch(app, {
      event_hooks: [
        { ...hook, timeout_ms: 500, gcp_pubsub_topic: 't' },
        { hook_type: 'pending_message', enabled: true },
      ],
    });
    const [first, second] = (await read(app)).event_hooks;
    expect(first).toMatchObject({ id, product: 'all', timeout_ms: 500, gcp_pubsub_topic: 't' });
    expect(second.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(typeof first.created_at).toBe('number');
    await patch(app, { event_hooks: [hook] });
    const hooks = (await read(app)).event_hooks;
    expect(hooks).toHaveLength(1);
    expect(hooks[0]).not.toHaveProperty('timeout_ms');
    expect(hooks[0]).not.toHaveProperty('gcp_pubsub_topic');
    expect(hooks[0].created_at).toBe(first.created_at);
    await patch(app, { multi_tenant_enabled: true });
    expect((await read(app)).event_hooks).toHaveLength(1);
    await patch(app, { event_hooks: [] });
    expect((await read(app)).event_hooks).toEqual([]);
  });

  test('a hook without an id gets another one each time', async () => {
    const app = await anApp();
    const ids = [];
    for (let round = 0; round < 2; round++) {
      await patch(app, { event_hooks: [{ hook_type: 'webhook', webhook_url: 'https://hooks.example.com' }] });
      ids.push((await read(app)).event_hooks[0].id);
    }
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('keys and secrets are not read back, and a row sent without them loses them', async () => {
    const app = await anApp();
    const sqs = {
      id,
      hook_type: 'sqs',
      sqs_queue_url: 'https://sqs.example.com/q',
      sqs_auth_type: 'keys',
      sqs_key: 'AKIA',
      sqs_secret: 'hush',
    };
    await patch(app, { event_hooks: [sqs] });
    const [shown] = (await read(app)).event_hooks;
    expect(shown).not.toHaveProperty('sqs_key');
    expect(shown).not.toHaveProperty('sqs_secret');
    const secrets = () => (app.emulator.snapshot() as { app: { app: { secrets: object } } }).app.app.secrets;
    expect(Object.keys(secrets())).toHaveLength(2);
    const { created_at: _c, updated_at: _u, ...back } = shown;
    await patch(app, { event_hooks: [back] });
    expect(secrets()).toEqual({});
    const other = await anApp({ assume: { secrets_in_reads: 'b' } });
    await patch(other, { event_hooks: [sqs] });
    expect((await read(other)).event_hooks[0]).toMatchObject({ sqs_key: 'AKIA', sqs_secret: 'hush' });
  });

  test('times go back as text only', async () => {
    const app = await anApp();
    await patch(app, { event_hooks: [hook] });
    const [shown] = (await read(app)).event_hooks;
    const reply = await patch(app, { event_hooks: [shown] });
    expect(reply.status).toBe(400);
    expect(reply.body.message).toContain('input is not a JSON string');
    const created_at = '2026-01-02T03:04:05.123456Z';
    expect((await patch(app, { event_hooks: [{ ...hook, created_at, updated_at: created_at }] })).status).toBe(200);
    expect((await read(app)).event_hooks[0].created_at).toBe(Date.parse('2026-01-02T03:04:05Z') * 1e6 + 123456000);
  });

  const refused: readonly [name: string, hooks: unknown, text: string][] = [
    ['a private host', [{ ...hook, webhook_url: 'http://localhost:3000' }], 'publicly accessible'],
    ['no http', [{ ...hook, webhook_url: 'ftp://hooks.example.com' }], 'publicly accessible'],
    ['three pending_message hooks', Array(3).fill({ hook_type: 'pending_message' }), 'pending_message'],
    ['an unknown type', [{ hook_type: 'carrier_pigeon' }], 'hook_type'],
    ['an id that is no UUID', [{ ...hook, id: 'mine' }], 'UUID'],
    ['the same id twice', [hook, hook], 'unique'],
  ];
  test.each(refused)('%s is refused, and the hooks stay', async (_name, hooks, text) => {
    const app = await anApp();
    await patch(app, { event_hooks: [hook] });
    const before = app.emulator.snapshot();
    const reply = await patch(app, { event_hooks: hooks });
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
    expect(reply.body.message).toContain(text);
    expect(app.emulator.snapshot()).toEqual(before);
  });

  test.each([
    ['a', 1],
    ['b', 0],
  ] as const)('null: answer %s', async (answer, left) => {
    const app = await anApp({ assume: { null_event_hooks: answer } });
    await patch(app, { event_hooks: [hook] });
    await patch(app, { event_hooks: null });
    expect((await read(app)).event_hooks).toHaveLength(left);
  });
});

test('what is written and never read stays unread', async () => {
  const app = await anApp();
  const body = { reminders_max_members: 5, channel_hide_members_only: true, moderation_analytics_enabled: true };
  await patch(app, body);
  for (const key of Object.keys(body)) expect(await read(app)).not.toHaveProperty(key);
});

test('an assumption that does not exist is a mistake', async () => {
  await expect(anApp({ assume: { weather: 'a' } })).rejects.toThrow('no assumption is named "weather"');
});
