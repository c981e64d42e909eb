import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/core/json.ts';
import { bodies, load } from './support.ts';

const BASE = `
target: { api_key: base, base_url: "https://chat.example.com/", app_id: 1 }
policy: { max_share: 0.5 }
roles: [host]
removed: [user.old]
app: { reminders_interval: 60, grants: { guest: [search], user: [read] }, webhook_events: [a] }
users:
  alice: { name: Alice, teams: [red, blue], custom: { color: green } }
  bob: { name: Bob }
channels:
  messaging:one: { name: One, members: [alice] }
`;

async function inEnvironment(overlay: string) {
  const { desired, found } = await load(`${BASE}environments:\n  staging: ${overlay}\n`, { env: 'staging' });
  return {
    desired,
    found,
    users: await bodies(desired, 'user'),
    app: (await bodies(desired, 'app'))[''] as JsonObject,
  };
}

describe('an environment', () => {
  test('merges maps and replaces everything else', async () => {
    const { desired, found, users, app } = await inEnvironment(
      '{ target: { app_id: 2 }, app: { grants: { guest: [] } }, users: { alice: { teams: [green], custom: { size: m } }, carol: {} }, removed: [] }',
    );
    expect(found).toEqual([]);
    expect(desired.target).toEqual({
      apiKey: 'base',
      apiSecret: undefined,
      baseUrl: 'https://chat.example.com',
      appId: 2,
    });
    expect(app).toEqual({ reminders_interval: 60, grants: { guest: [], user: ['read'] }, webhook_events: ['a'] });
    expect(users['alice']).toEqual({ name: 'Alice', teams: ['green'], custom: { color: 'green', size: 'm' } });
    expect(Object.keys(users)).toEqual(['alice', 'bob', 'carol']);
    expect(desired.removed).toEqual([]);
    expect(desired.env).toBe('staging');
  });

  test('keeps null as a value', async () => {
    const { app, found } = await inEnvironment('{ app: { webhook_events: null, grants: null } }');
    expect(found).toEqual([]);
    expect(app).toEqual({ reminders_interval: 60, grants: null, webhook_events: null });
  });

  test('does not remove a resource with null', async () => {
    const { found } = await inEnvironment('{ users: { alice: null } }');
    expect(found).toEqual(['chat.config.yaml:14:30 error null-not-allowed']);
  });

  test('expands its short forms before merging', async () => {
    const { desired, found } = await inEnvironment(
      '{ roles: [vip], channels: { "messaging:one": { name: Uno, members: { list: { bob: host } } } } }',
    );
    expect(found).toEqual([]);
    expect(Object.keys(await bodies(desired, 'role'))).toEqual(['host', 'vip']);
    expect((await bodies(desired, 'channel'))['messaging:one']).toEqual({
      custom: { name: 'Uno' },
      members: { alice: {}, bob: { channel_role: 'host' } },
    });
  });
});

describe('without', () => {
  test.each([
    ['users.alice', { users: ['bob'] }],
    ['user.alice', { users: ['bob'] }],
    ['users', { users: [] }],
    ['app.grants', { app: ['reminders_interval', 'webhook_events'] }],
    ['app.grants.guest', { grants: ['user'] }],
    ['app', { app: undefined }],
  ])('%s', async (path, left) => {
    // The channel's member is not at stake here.
    const { users, app, desired } = await inEnvironment(`{ external: { users: ["*"] }, without: [${path}] }`);
    expect(desired.diagnostics).toEqual([]);
    if ('users' in left) expect(Object.keys(users)).toEqual(left.users);
    if ('app' in left) expect(app && Object.keys(app)).toEqual(left.app);
    if ('grants' in left) expect(Object.keys(app['grants'] as JsonObject)).toEqual(left.grants);
  });

  test('comes before merging, so that a map can be replaced as a whole', async () => {
    const { app } = await inEnvironment('{ without: [app.grants], app: { grants: { admin: [x] } } }');
    expect(app['grants']).toEqual({ admin: ['x'] });
  });

  test('drops rosters', async () => {
    const files = {
      'chat.config.yaml':
        'version: 1\nusers: { from: a.ndjson }\nenvironments: { none: { without: [users.from] }, other: { users: { from: b.ndjson } } }\n',
      'a.ndjson': '{"id":"a"}\n',
      'b.ndjson': '{"id":"b"}\n',
    };
    const ids = async (env?: string) =>
      Object.keys(await bodies((await load(files, env === undefined ? {} : { env })).desired, 'user'));
    expect([await ids(), await ids('none'), await ids('other')]).toEqual([['a'], [], ['b']]);
  });

  test.each(['users.carol', 'usr.alice', 'app.grants.admin', '"a b"', '[x]', '7'])('%s leads nowhere', async (path) => {
    const { found } = await inEnvironment(`{ without: [${path}] }`);
    expect(found).toEqual(['chat.config.yaml:14:24 error unknown-path']);
  });
});

test('an unknown environment is an error with a hint', async () => {
  const { desired, found } = await load(`${BASE}environments: { staging: {}, production: {} }\n`, { env: 'stagin' });
  expect(found).toEqual(['chat.config.yaml:13:1 error unknown-environment']);
  expect(desired.diagnostics[0]?.detail).toBe('There is no environment "stagin". Did you mean `staging`?');
  const { desired: none } = await load('users: {}\n', { env: 'staging' });
  expect(none.diagnostics[0]?.detail).toBe('There is no environment "staging". The root file has no `environments`.');
});

test('problems of an overlay are pointed at in the overlay, those of the base in the base', async () => {
  const { found } = await load(
    'users:\n  alice: { name: [x] }\n  bob: { teams: [a] }\nenvironments:\n  staging:\n    users:\n      bob: { teams: [b, b], level: -1 }\n',
    { env: 'staging' },
  );
  expect(found).toEqual([
    'chat.config.yaml:3:18 error wrong-type',
    'chat.config.yaml:8:25 error duplicate-entry',
    'chat.config.yaml:8:36 error out-of-range',
  ]);
});
