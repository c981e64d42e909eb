import { describe, expect, test } from 'vitest';
import { type App, anApp, anAppWith } from './support.ts';

const get = async (app: App, name: string) => (await app.call('GET', `/chat/channeltypes/${name}`)).body;
const put = (app: App, name: string, body: unknown) => app.call('PUT', `/chat/channeltypes/${name}`, body);
const create = (app: App, body: object) =>
  app.call('POST', '/chat/channeltypes', {
    automod: 'disabled',
    automod_behavior: 'flag',
    max_message_length: 5000,
    ...body,
  });

test('the five built-in types', async () => {
  const app = await anApp();
  const types = (await app.call('GET', '/chat/channeltypes')).body.channel_types;
  expect(Object.keys(types)).toEqual(['messaging', 'team', 'commerce', 'gaming', 'livestream']);
  const counts = (name: string) =>
    [
      'admin',
      'moderator',
      'channel_moderator',
      'channel_member',
      'user',
      'guest',
      'anonymous',
      'global_admin',
      'global_moderator',
      'global_read_only',
    ].map((role) => types[name].grants[role].length);
  expect(Object.fromEntries(Object.keys(types).map((name) => [name, counts(name)]))).toEqual({
    messaging: [42, 42, 37, 21, 30, 0, 0, 42, 42, 4],
    team: [42, 42, 37, 21, 30, 0, 0, 42, 42, 4],
    commerce: [42, 39, 37, 19, 25, 15, 0, 42, 39, 4],
    gaming: [42, 35, 34, 20, 23, 0, 0, 42, 35, 4],
    livestream: [42, 35, 19, 1, 24, 5, 3, 41, 34, 4],
  });
  expect(types.livestream).toMatchObject({
    max_message_length: 280,
    url_enrichment: false,
    search: false,
    quotes: true,
  });
  expect(types.messaging.commands).toEqual([
    { name: 'giphy', args: '[text]', set: 'fun_set', description: 'Post a random gif to the channel' },
  ]);
  for (const key of ['blocklist', 'blocklists', 'partition_size', 'allowed_flag_reasons']) {
    expect(types.messaging).not.toHaveProperty(key);
  }
});

describe('creation', () => {
  test('starts from the grants of messaging and names commands', async () => {
    const app = await anApp();
    const made = await create(app, {
      name: 'Club',
      commands: ['mute', 'fun_set'],
      grants: { guest: ['read-channel'] },
    });
    expect(made.status).toBe(201);
    expect(made.body.commands).toEqual(['mute', 'giphy']);
    expect(made.body.grants.user).toEqual((await get(app, 'messaging')).grants.user);
    expect(made.body.grants.guest).toEqual(['read-channel']);
    expect((await get(app, 'Club')).commands.map((one: { name: string }) => one.name)).toEqual(['mute', 'giphy']);
  });

  test('ignores what only an update takes', async () => {
    const app = await anApp();
    const made = await create(app, { name: 'club', quotes: false, reminders: true, allowed_flag_reasons: ['spam'] });
    expect(made.body).toMatchObject({ quotes: true, reminders: false });
    expect(made.body).not.toHaveProperty('allowed_flag_reasons');
    expect(
      (await put(app, 'club', { quotes: false, reminders: true, allowed_flag_reasons: ['spam'] })).body,
    ).toMatchObject({
      quotes: false,
      reminders: true,
      allowed_flag_reasons: ['spam'],
    });
  });

  const refused: readonly [name: string, body: object][] = [
    ['a name that is taken', { name: 'team' }],
    ['a name with a space', { name: 'my club' }],
    ['a long name', { name: 'x'.repeat(65) }],
    ['an unknown command', { name: 'club', commands: ['fly'] }],
    ['an unknown role', { name: 'club', grants: { ghost: ['read-channel'] } }],
    ['an unknown permission', { name: 'club', grants: { guest: ['fly'] } }],
    ['an unknown block list', { name: 'club', blocklists: [{ blocklist: 'none', behavior: 'block' }] }],
    ['a behaviour that only an update takes', { name: 'club', automod_behavior: 'shadow_block' }],
    ['a small partition', { name: 'club', partition_size: 9 }],
    ['reminders without push v3', { name: 'club', user_message_reminders: true }],
    ['a retention that is none', { name: 'club', message_retention: 'long' }],
    ['a length that is no number', { name: 'club', max_message_length: 'long' }],
  ];
  test.each(refused)('%s is refused', async (_name, body) => {
    const app = await anApp();
    const before = app.emulator.snapshot();
    const reply = await create(app, body);
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
    expect(app.emulator.snapshot()).toEqual(before);
  });

  test('there can be 50', async () => {
    const app = await anApp();
    const statuses = [];
    for (let n = 0; n < 51; n++) statuses.push((await create(app, { name: `t${n}` })).status);
    expect(statuses).toEqual([...Array(50).fill(201), 400]);
  });
});

describe('update', () => {
  test('keeps what is left out and answers with the whole type', async () => {
    const app = await anApp();
    const before = await get(app, 'messaging');
    const reply = await put(app, 'messaging', { typing_events: false });
    expect(reply.status).toBe(201);
    const { duration: _d, updated_at: changed, commands: _c, ...after } = reply.body;
    const { duration: _e, updated_at: former, commands: _f, ...rest } = before;
    expect(after).toEqual({ ...rest, typing_events: false });
    expect(changed).toBeGreaterThan(former);
  });

  test('three states of a list: left out stays, [] empties, null clears', async () => {
    const app = await anApp();
    await app.call('POST', '/blocklists', { name: 'rules', words: ['a'] });
    const lists = {
      blocklists: [{ blocklist: 'rules', behavior: 'block' }],
      allowed_flag_reasons: ['spam'],
      commands: ['ban', 'unban'],
    };
    expect((await put(app, 'team', lists)).body).toMatchObject(lists);
    expect((await put(app, 'team', {})).body).toMatchObject(lists);
    expect((await put(app, 'team', { commands: [], blocklists: [] })).body).toMatchObject({
      commands: [],
      blocklists: [],
    });
    const cleared = (await put(app, 'team', { commands: null, blocklists: null, allowed_flag_reasons: null })).body;
    expect(cleared.commands).toEqual([]);
    expect(cleared).not.toHaveProperty('blocklists');
    expect(cleared).not.toHaveProperty('allowed_flag_reasons');
  });

  test('grants: named roles are replaced, {} does nothing, null resets all', async () => {
    const app = await anApp();
    const { grants } = await get(app, 'team');
    await put(app, 'team', { grants: { guest: ['read-channel', 'create-message', 'read-channel'], user: [] } });
    expect((await get(app, 'team')).grants).toEqual({ ...grants, guest: ['create-message', 'read-channel'], user: [] });
    await put(app, 'team', { grants: {} });
    expect((await get(app, 'team')).grants.user).toEqual([]);
    await put(app, 'team', { grants: null });
    expect((await get(app, 'team')).grants).toEqual(grants);
  });

  test('durations are written out, partitions are switched off by zero or null', async () => {
    const app = await anApp();
    expect((await put(app, 'team', { partition_size: 20, partition_ttl: '24h' })).body).toMatchObject({
      partition_size: 20,
      partition_ttl: '24h0m0s',
    });
    const off = (await put(app, 'team', { partition_size: 0, partition_ttl: null })).body;
    expect(off).not.toHaveProperty('partition_size');
    expect(off).not.toHaveProperty('partition_ttl');
    expect((await put(app, 'team', { partition_ttl: '90m' })).body.partition_ttl).toBe('1h30m0s');
    expect((await put(app, 'team', { partition_ttl: '30s' })).status).toBe(400);
  });

  test('reminders go with push v3', async () => {
    const app = await anApp();
    expect((await put(app, 'team', { user_message_reminders: true })).status).toBe(400);
    await app.call('PATCH', '/app', { push_config: { version: 'v3' } });
    expect((await put(app, 'team', { user_message_reminders: true })).body.user_message_reminders).toBe(true);
  });

  const refused: readonly [name: string, body: unknown][] = [
    ['another name', { name: 'other' }],
    ['the time of the last update', { updated_at: 1 }],
    ['commands as objects', { commands: [{ name: 'giphy' }] }],
    ['a length above the maximum', { max_message_length: 20_001 }],
    ['a push level that is none', { push_level: 'loud' }],
    ['an unknown command', { typing_events: false, commands: ['fly'] }],
  ];
  test.each(refused)('%s is refused and nothing changes', async (_name, body) => {
    const app = await anApp();
    const before = app.emulator.snapshot();
    expect((await put(app, 'team', body)).status).toBe(400);
    expect(app.emulator.snapshot()).toEqual(before);
  });

  test('a read cannot be sent back as it came', async () => {
    const app = await anApp();
    expect((await put(app, 'messaging', await get(app, 'messaging'))).status).toBe(400);
  });

  test('a type that is not there', async () => {
    const app = await anApp();
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const reply = await app.call(method, '/chat/channeltypes/none', method === 'PUT' ? {} : undefined);
      expect([reply.status, reply.body.code]).toEqual([404, 16]);
      expect(reply.body.message).toContain('none is not a defined channel type');
    }
  });
});

describe('deletion', () => {
  test('of a built-in type resets it', async () => {
    const app = await anApp();
    const before = await get(app, 'team');
    await put(app, 'team', { grants: { user: [] }, typing_events: false });
    expect((await app.call('DELETE', '/chat/channeltypes/team')).status).toBe(200);
    const after = await get(app, 'team');
    expect(after.grants).toEqual(before.grants);
    expect(after.typing_events).toBe(true);
  });

  test.each([
    ['a', 400],
    ['b', 200],
  ] as const)('is refused while there are channels; soft-deleted ones by answer %s', async (answer, status) => {
    const app = await anAppWith(['alice'], { assume: { deleted_channels_block_type: answer } });
    await create(app, { name: 'club' });
    await app.call('POST', '/chat/channels/club/one/query', { data: { created_by_id: 'alice' } });
    expect((await app.call('DELETE', '/chat/channeltypes/club')).status).toBe(400);
    await app.call('DELETE', '/chat/channels/club/one');
    expect((await app.call('DELETE', '/chat/channeltypes/club')).status).toBe(status);
    await app.call('POST', '/chat/channels/club/one/query', { data: { created_by_id: 'alice' } });
    await app.call('DELETE', '/chat/channels/club/one?hard_delete=true');
    await app.call('DELETE', '/chat/channeltypes/club');
    expect((await app.call('GET', '/chat/channeltypes/club')).status).toBe(404);
  });
});
