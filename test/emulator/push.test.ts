import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type App, anApp, anAppWith, client } from './support.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const KEY = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
const ACCOUNT = JSON.stringify({ project_id: 'p', client_email: 'e@x.org', private_key: KEY });

const APN = { type: 'apn', name: 'main', apn_auth_key: KEY, apn_key_id: 'k', apn_team_id: 't', apn_topic: 'org.x' };
const FIREBASE = { type: 'firebase', name: 'main', firebase_credentials: ACCOUNT, description: 'Ours' };
const HUAWEI = { type: 'huawei', name: 'main', huawei_app_id: '1', huawei_app_secret: 's' };
const XIAOMI = { type: 'xiaomi', name: 'main', xiaomi_package_name: 'p', xiaomi_app_secret: 's' };

const put = (app: App, push_provider: object) => app.call('POST', '/push_providers', { push_provider });
const list = async (app: App) => (await app.call('GET', '/push_providers')).body.push_providers;

describe('push providers', () => {
  test.each([
    ['apn', APN],
    ['firebase', FIREBASE],
    ['huawei', HUAWEI],
    ['xiaomi', XIAOMI],
  ])('%s: written, listed, shown on the app, deleted; secrets are not read back', async (type, provider) => {
    const app = await anApp();
    const reply = await put(app, provider);
    expect(reply.status).toBe(201);
    const secret = Object.entries(provider).find(([key]) => /auth_key|credentials|secret/.test(key))?.[0] ?? '';
    const { [secret as keyof typeof provider]: _hidden, ...shown } = provider;
    expect(reply.body.push_provider).toMatchObject(shown);
    expect(reply.body.push_provider).not.toHaveProperty(secret);
    expect(await list(app)).toEqual([reply.body.push_provider]);
    const settings = (await app.call('GET', '/app')).body.app;
    expect(settings.push_notifications.providers).toEqual([reply.body.push_provider]);
    expect(JSON.stringify(app.emulator.snapshot())).not.toContain(KEY.slice(40, 60));
    expect((await app.call('DELETE', `/push_providers/${type}/main`)).status).toBe(200);
    expect(await list(app)).toEqual([]);
    expect((await app.call('DELETE', `/push_providers/${type}/main`)).body.code).toBe(16);
    expect((await app.call('DELETE', '/push_providers/pigeon/main')).body.code).toBe(4);
  });

  test('secrets are read back if the API does so', async () => {
    const app = await anApp({ assume: { secrets_in_reads: 'b' } });
    expect((await put(app, XIAOMI)).body.push_provider.xiaomi_app_secret).toBe('s');
  });

  test('are replaced whole, or keep what is left out', async () => {
    const whole = await anApp();
    const first = (await put(whole, { ...FIREBASE, firebase_data_template: '{"a": "{{ b }}"}' })).body.push_provider;
    whole.clock.pass(1000);
    const { push_provider } = (await put(whole, { ...FIREBASE, description: 'New' })).body;
    expect(push_provider).toMatchObject({ description: 'New', created_at: first.created_at });
    expect(push_provider.updated_at).toBeGreaterThan(first.updated_at);
    expect(push_provider).not.toHaveProperty('firebase_data_template');
    const bare = { type: 'firebase', name: 'main', description: 'Bare' };
    expect((await put(whole, bare)).body.message).toContain('firebase credentials are invalid');
    const keeping = await anApp({ assume: { push_provider_on_omission: 'b' } });
    await put(keeping, { ...FIREBASE, firebase_data_template: '{"a": 1}' });
    expect((await put(keeping, bare)).body.push_provider).toMatchObject({
      description: 'Bare',
      firebase_data_template: '{"a": 1}',
    });
  });

  const refused: readonly [name: string, provider: object, text: string][] = [
    ['no name', { ...XIAOMI, name: '' }, 'push_provider.name is a required field'],
    ['a long name', { ...XIAOMI, name: 'x'.repeat(37) }, 'push_provider.name must be a maximum of 36'],
    ['no type', { ...XIAOMI, type: '' }, 'push_provider.type is a required field'],
    ['an unknown type', { ...XIAOMI, type: 'pigeon' }, 'push_provider.type must be one of'],
    ['a long description', { ...XIAOMI, description: 'x'.repeat(129) }, 'must be a maximum of 128'],
    ['empty credentials', { ...XIAOMI, xiaomi_app_secret: '' }, 'xiaomi credentials are invalid'],
    ['no package', { ...XIAOMI, xiaomi_package_name: '' }, 'xiaomi credentials are invalid'],
    ['no app', { ...HUAWEI, huawei_app_id: '' }, 'huawei credentials are invalid'],
    ['a key that is none', { ...APN, apn_auth_key: 'key' }, 'apn credentials are invalid'],
    ['no team', { ...APN, apn_team_id: '' }, 'apn credentials are invalid'],
    ['no account', { ...FIREBASE, firebase_credentials: '{}' }, 'firebase credentials are invalid'],
    ['a certificate', { ...APN, apn_auth_type: 'certificate', apn_p12_cert: 'x' }, 'do not support APN certificates'],
    ['a server key', { ...FIREBASE, firebase_server_key: 'x' }, 'do not support Firebase server keys'],
    ['a bad template', { ...FIREBASE, firebase_data_template: '{{' }, 'not a valid handlebars template'],
  ];
  test.each(refused)('%s is refused', async (_name, provider, text) => {
    const app = await anApp();
    const reply = await put(app, provider);
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
    expect(reply.body.message).toContain(text);
    expect(await list(app)).toEqual([]);
  });

  test('are 25 at most', async () => {
    const app = await anApp();
    for (let n = 0; n < 25; n += 1) expect((await put(app, { ...XIAOMI, name: `p${n}` })).status).toBe(201);
    expect((await put(app, { ...XIAOMI, name: 'more' })).body.code).toBe(4);
    expect((await put(app, { ...XIAOMI, name: 'p3' })).status).toBe(201);
  });

  test('need the second version of push, and a server', async () => {
    const app = await anAppWith(['ann']);
    const own = client(app.emulator, { user_id: 'ann' });
    expect((await own.call('GET', '/push_providers')).body.code).toBe(17);
    await app.call('PATCH', '/app', { push_config: { version: 'v1' } });
    expect((await put(app, XIAOMI)).body.code).toBe(4);
  });
});

describe('push templates', () => {
  const write = (app: App, body: object) =>
    app.call('POST', '/push_templates', { event_type: 'message.new', push_provider_type: 'xiaomi', ...body });
  const read = async (app: App, query: string) => (await app.call('GET', `/push_templates?${query}`)).body.templates;

  test('are kept by event and provider', async () => {
    const app = await anApp();
    await put(app, XIAOMI);
    const template = '{"title": "{{ sender.name }}"}';
    const reply = await write(app, { push_provider_name: 'main', enable_push: true, template });
    expect(reply.status).toBe(201);
    expect(reply.body.template).toMatchObject({ event_type: 'message.new', enable_push: true, template });
    await write(app, { event_type: 'reaction.new', push_provider_name: 'main' });
    await write(app, {});
    expect(await read(app, 'push_provider_type=xiaomi&push_provider_name=main')).toHaveLength(2);
    expect(await read(app, 'push_provider_type=xiaomi')).toHaveLength(1);
    expect(await read(app, 'push_provider_type=apn')).toEqual([]);
    app.clock.pass(1000);
    const again = (await write(app, { push_provider_name: 'main' })).body.template;
    expect(again).toMatchObject({ enable_push: false, created_at: reply.body.template.created_at });
    expect(again.push_provider_internal_id).toBe(reply.body.template.push_provider_internal_id);
    expect(again).not.toHaveProperty('template');
  });

  test('are refused when nothing would come of them', async () => {
    const app = await anApp();
    const code = async (body: object) => (await write(app, body)).body.code;
    expect(await code({ event_type: 'message.read' })).toBe(4);
    expect(await code({ push_provider_type: 'pigeon' })).toBe(4);
    expect(await code({ template: '{{ x' })).toBe(4);
    expect(await code({ template: 'no json' })).toBe(4);
    expect(await code({ push_provider_name: 'none' })).toBe(16);
    expect((await app.call('GET', '/push_templates')).body.code).toBe(4);
    expect((await app.call('GET', '/push_templates?push_provider_type=x')).body.code).toBe(4);
  });
});

describe('checks', () => {
  async function aMessage() {
    const app = await anAppWith(['ann', 'bob']);
    await put(app, XIAOMI);
    await app.call('POST', '/chat/channels/messaging/room/query', { data: { created_by_id: 'ann' } });
    await app.call('POST', '/chat/channels/messaging/room/message', {
      message: { id: 'm', text: 'a "word"', user_id: 'bob' },
    });
    return app;
  }
  const check = (app: App, body: object) => app.call('POST', '/check_push', { user_id: 'ann', ...body });

  test('push: tells what would be sent', async () => {
    const app = await aMessage();
    const apn_template = '{"title": "{{ sender.name }}", "body": "{{ message.text }}", "n": "{{ none.at.all }}"}';
    const reply = await check(app, { message_id: 'm', skip_devices: true, apn_template });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      event_type: 'message.new',
      skip_devices: true,
      rendered_message: { message_id: 'm', channel_id: 'room', receiver_id: 'ann' },
    });
    expect(reply.body).not.toHaveProperty('device_errors');
    expect(JSON.parse(reply.body.rendered_apn_template)).toEqual({ title: 'bob', body: 'a "word"', n: '' });
    expect((await check(app, { skip_devices: true })).body.rendered_message.message_id).toBe('m');
  });

  test('push: refusals', async () => {
    const app = await aMessage();
    const text = async (body: object) => {
      const reply = await check(app, body);
      expect([reply.status, reply.body.code]).toEqual([400, 4]);
      return reply.body.message;
    };
    expect(await text({})).toContain('User has no enabled devices associated');
    await app.call('POST', '/devices', { id: 'd', push_provider: 'xiaomi', user_id: 'ann' });
    expect((await check(app, {})).status).toBe(201);
    expect(await text({ message_id: 'none' })).toContain('Message with id none not found');
    expect(await text({ user_id: '' })).toContain('either user or user_id must be provided');
    expect(await text({ event_type: 'x' })).toContain('event_type must be one of');
    expect(await text({ apn_template: '{{' })).toContain('handlebars');
    await app.call('DELETE', '/push_providers/xiaomi/main');
    expect(await text({})).toContain(`Your app doesn't have push notifications enabled`);
  });

  const URL = 'https://sqs.us-east-1.amazonaws.com/123456789012/test-queue';
  const ARN = 'arn:aws:sns:us-east-1:123456789012:test-topic';
  const GOOD = { key: 'AKIAIOSFODNN7EXAMPLE', secret: 'x'.repeat(40) };
  const cases: readonly [path: string, body: object, status: string][] = [
    ['/check_sqs', { sqs_url: URL, sqs_key: 'key', sqs_secret: 'secret' }, 'error'],
    ['/check_sqs', { sqs_url: URL, sqs_key: GOOD.key, sqs_secret: GOOD.secret }, 'ok'],
    ['/check_sqs', { sqs_url: 'https://foo.com/bar', sqs_key: GOOD.key, sqs_secret: GOOD.secret }, 'error'],
    ['/check_sqs', {}, 'error'],
    ['/check_sns', { sns_topic_arn: ARN, sns_key: 'key', sns_secret: 'secret' }, 'error'],
    ['/check_sns', { sns_topic_arn: ARN, sns_key: GOOD.key, sns_secret: GOOD.secret }, 'ok'],
    ['/check_sns', { sns_topic_arn: 'topic', sns_key: GOOD.key, sns_secret: GOOD.secret }, 'error'],
  ];
  test.each(cases)('%s of %j: %s', async (path, body, status) => {
    const reply = await (await anApp()).call('POST', path, body);
    expect([reply.status, reply.body.status]).toEqual([201, status]);
    expect(typeof reply.body.error).toBe(status === 'ok' ? 'undefined' : 'string');
  });

  test('queues: what is left out comes from the settings', async () => {
    const app = await anApp();
    await app.call('PATCH', '/app', { sqs_url: URL, sqs_key: GOOD.key, sqs_secret: GOOD.secret });
    expect((await app.call('POST', '/check_sqs', {})).body.status).toBe('ok');
    expect((await app.call('POST', '/check_sqs', { sqs_key: 'key' })).body.status).toBe('error');
  });
});
