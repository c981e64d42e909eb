import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findConfiguration } from '../../src/config/find.ts';
import { bodies, folderWith, load, ROOT } from './support.ts';

describe('scalars', () => {
  test('keys and texts are taken as they stand', async () => {
    const { desired, found } = await load(
      'roles: [007, 1e3, true, 12345678901234567890]\nusers:\n  007: { name: 1e3, role: 007, teams: [1.0, no, ~x], custom: { 1e3: 1e3 } }\n  0x1F: {}\n  null: {}\nchannels:\n  messaging:1: { created_by_id: 007, members: [007, 0x1F], name: 12345678901234567890 }\n',
    );
    expect(found).toEqual([]);
    expect(Object.keys(await bodies(desired, 'role')).sort()).toEqual(['007', '12345678901234567890', '1e3', 'true']);
    const users = await bodies(desired, 'user');
    expect(users['007']).toEqual({
      name: '1e3',
      role: '007',
      teams: ['1.0', 'no', '~x'],
      custom: { '1e3': 1000 },
    });
    expect(Object.keys(users).sort()).toEqual(['007', '0x1F', 'null']);
    expect(await bodies(desired, 'channel')).toEqual({
      'messaging:1': {
        created_by_id: '007',
        members: { '007': {}, '0x1F': {} },
        custom: { name: '12345678901234567890' },
      },
    });
  });

  test('an explicit tag decides', async () => {
    const { desired, found } = await load('users: { a: { custom: { x: !!str 007, y: !!int "7" } } }\n');
    expect(found).toEqual([]);
    expect((await bodies(desired, 'user'))['a']).toEqual({ custom: { x: '007', y: 7 } });
  });
});

describe('settings', () => {
  test('have defaults', async () => {
    const { desired } = await load('users: {}\n');
    expect(desired.target).toEqual({
      apiKey: undefined,
      apiSecret: undefined,
      baseUrl: 'https://chat.stream-io-api.com',
      appId: undefined,
    });
    expect(desired.policy).toEqual({
      allowDelete: false,
      onRemoval: {},
      verifyMessages: true,
      onBurned: 'report',
      drift: 'revert',
      batchChannels: false,
      maxShare: 0.8,
      failOn: [],
      waivers: [],
    });
    expect([desired.external, desired.removed, [...desired.kinds], desired.env]).toEqual([{}, [], [], undefined]);
  });

  test('are read', async () => {
    const { desired, found } = await load(
      'target: { api_key: 007, base_url: "http://127.0.0.1:4010//", app_id: 12 }\npolicy: { allow_delete: true, on_removal: { users: keep, roles: delete }, verify_messages: false, on_burned: restore, batch_channels: true, max_share: 1 }\nexternal: { users: [a-*, 007] }\n',
    );
    expect(found).toEqual([]);
    expect(desired.target).toEqual({
      apiKey: '007',
      apiSecret: undefined,
      baseUrl: 'http://127.0.0.1:4010',
      appId: 12,
    });
    expect(desired.policy).toEqual({
      allowDelete: true,
      onRemoval: { users: 'keep', roles: 'delete' },
      verifyMessages: false,
      onBurned: 'restore',
      drift: 'revert',
      batchChannels: true,
      maxShare: 1,
      failOn: [],
      waivers: [],
    });
    expect(desired.external).toEqual({ users: ['a-*', '007'] });
  });
});

test('kinds are those of which anything is declared or removed', async () => {
  const { desired } = await load({
    [ROOT]:
      'version: 1\napp: {}\nroles: []\nusers: { from: u.csv }\nremoved: ["channel[\\"messaging:a\\"]", { address: channel.messaging:b, on_removal: delete }]\n',
    'u.csv': 'id\n',
  });
  expect(desired.diagnostics).toEqual([]);
  expect([...desired.kinds].sort()).toEqual(['app', 'channel', 'user']);
  expect(desired.removed).toEqual([
    { kind: 'channel', id: 'messaging:a', at: '/removed/0' },
    { kind: 'channel', id: 'messaging:b', onRemoval: 'delete', at: '/removed/1' },
  ]);
});

describe('locate', () => {
  const text = `users:
  alice: &base
    name: Alice
    custom: { color: green }
  bob: { <<: *base, role: admin }
channels:
  messaging:one:
    name: One
    members:
      mode: exact
      list: { alice: host }
  messaging:two:
    members: [bob, alice]
environments:
  staging:
    users:
      alice:
        name: Alicia
`;
  test.each([
    ['/users/alice', undefined, '3:3'],
    ['/users/alice/name', undefined, '4:11'],
    ['/users/alice/name', 'staging', '19:15'],
    ['/users/alice/custom/color', 'staging', '5:22'],
    ['/users/alice/teams', undefined, '3:3'],
    ['/users/bob/name', undefined, '4:11'],
    ['/users/bob/role', undefined, '6:27'],
    ['/users/carol', undefined, '2:1'],
    ['/channels/messaging:one/custom/name', undefined, '9:11'],
    ['/channels/messaging:one/members/alice', undefined, '12:22'],
    ['/channels/messaging:one/members/alice/channel_role', undefined, '12:22'],
    ['/channels/messaging:one/members_mode', undefined, '11:13'],
    ['/channels/messaging:two/members/alice', undefined, '14:20'],
    ['/nothing', undefined, '1:1'],
    ['', undefined, '1:1'],
  ])('%s in %s', async (at, env, place) => {
    const { desired } = await load(text, env === undefined ? {} : { env });
    const source = desired.locate(at);
    expect(`${source?.line}:${source?.column}`).toBe(place);
  });
});

test('the digest covers rosters, and neither paths nor keys of the app', async () => {
  const files = (folder: string, rows: string, target = '{ api_key: a }') => ({
    [ROOT]: `version: 1\ntarget: ${target}\ninclude: [${folder}/*.yaml]\n`,
    [`${folder}/u.yaml`]: 'users: { from: rows.csv, a: { role: admin } }\n',
    [`${folder}/rows.csv`]: rows,
  });
  const digest = async (...parts: Parameters<typeof files>) => (await load(files(...parts))).desired.digest;
  const first = await digest('one', 'id\nx\n');
  expect(await digest('two', 'id\nx\n', '{ api_key: b, api_secret: c }')).toBe(first);
  expect(await digest('one', 'id\ny\n')).not.toBe(first);
  expect(await digest('one', 'id\nx\n', '{ app_id: 7 }')).not.toBe(first);
});

test('the root file is looked for upward', () => {
  const folder = folderWith({ [ROOT]: '', 'a/b/x': '' });
  expect(findConfiguration(join(folder, 'a/b'))).toBe(join(folder, ROOT));
  mkdirSync(join(folder, 'a/c'));
  writeFileSync(join(folder, 'a', ROOT), '');
  expect(findConfiguration(join(folder, 'a/c'))).toBe(join(folder, 'a', ROOT));
  expect(findConfiguration('/')).toBeUndefined();
});
