/** Push settings whose fields hang together, so that they change together. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/core/json.ts';
import { expectHidden } from '../support/describe-kind.ts';
import { aWorld, opsOf, type World } from '../support/world.ts';

const SECRETS = {
  KEY: generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString(),
  P12: 'c2VjcmV0LXAxMi1vbmU=',
  HUAWEI: 'secret-huawei',
  XIAOMI: 'secret-xiaomi',
  FIREBASE: JSON.stringify({ project_id: 'acme', client_email: 'a@b.example', private_key: 'secret-firebase' }),
};
const environ = SECRETS;
const secret = (name: keyof typeof SECRETS) => `\${${name}}`;

const token = {
  auth_type: 'token',
  auth_key: secret('KEY'),
  key_id: 'ABC123DEFG',
  team_id: 'TEAM123456',
  bundle_id: 'com.example',
};
const certificate = { auth_type: 'certificate', p12_cert: secret('P12'), bundle_id: 'com.example' };

async function change(world: World, from: JsonObject, to: JsonObject): Promise<readonly string[]> {
  await world.converge({ app: from }, { environ });
  world.forget();
  const { plan } = await world.converge({ app: to }, { environ });
  expect(opsOf(world.exchanges(), 'write')).toEqual({ UpdateApp: 1 });
  expect((await world.plan({ app: to }, { environ })).changes).toEqual([]);
  expectHidden(plan, SECRETS);
  return plan.changes.flatMap((each) => each.fields.map((field) => field.path));
}

describe('apple', () => {
  test('from a token to a certificate: the certificate goes along on request', async () => {
    const world = await aWorld();
    const v1 = { push_config: { version: 'v1' } };
    await world.converge({ app: { ...v1, apn_config: token } }, { environ });
    const source = { app: { ...v1, apn_config: certificate } };
    world.forget();
    const { plan } = await world.converge(source, { environ, send: ['app.apn_config.p12_cert'] });
    expect(plan.changes.flatMap((each) => each.fields.map((field) => field.path))).toEqual([
      '/apn_config/auth_type',
      '/apn_config/p12_cert',
    ]);
    expect(opsOf(world.exchanges(), 'write')).toEqual({ UpdateApp: 1 });
    expect((await world.plan(source, { environ })).changes).toEqual([]);
  });

  test('the sandbox', async () => {
    const paths = await change(
      await aWorld(),
      { apn_config: { ...token, development: true } },
      { apn_config: { ...token, development: false } },
    );
    expect(paths).toEqual(['/apn_config/development']);
  });

  test('off keeps what is set, on again sends the key', async () => {
    const world = await aWorld();
    expect(await change(world, { apn_config: token }, { apn_config: { disabled: true } })).toEqual([
      '/apn_config/disabled',
    ]);
    const paths = await change(
      world,
      { apn_config: { disabled: true } },
      { apn_config: { ...token, disabled: false } },
    );
    expect(paths).toContain('/apn_config/disabled');
    expect(paths).toContain('/apn_config/auth_key');
  });
});

describe.each([
  ['firebase_config', { credentials_json: secret('FIREBASE') }, 'credentials_json'],
  ['huawei_config', { id: '900', secret: secret('HUAWEI') }, 'secret'],
  ['xiaomi_config', { package_name: 'com.example', secret: secret('XIAOMI') }, 'secret'],
])('%s', (name, config, key) => {
  test('a provider that is declared is set up with its secret', async () => {
    const world = await aWorld();
    const { plan } = await world.converge({ app: { [name]: config } }, { environ });
    expect(plan.changes[0]?.fields.map((field) => field.path)).toContain(`/${name}/${key}`);
    expect((await world.plan({ app: { [name]: config } }, { environ })).changes).toEqual([]);
  });

  test('off and on again', async () => {
    const world = await aWorld();
    expect(await change(world, { [name]: config }, { [name]: { ...config, disabled: true } })).toEqual([
      `/${name}/disabled`,
    ]);
    const paths = await change(
      world,
      { [name]: { ...config, disabled: true } },
      { [name]: { ...config, disabled: false } },
    );
    expect(paths).toEqual(expect.arrayContaining([`/${name}/disabled`, `/${name}/${key}`]));
  });
});
