import { describe, expect, test } from 'vitest';
import { type App, anAppWith } from './support.ts';

const at = '2020-01-01T00:00:00Z';
const ROOM = { channel_type: 'messaging', channel_id: 'room' };
const USER = { type: 'user', data: { id: 'ida', name: 'Ida', role: 'admin', color: 'red', created_at: at } };
const CHANNEL = {
  type: 'channel',
  data: { id: 'room', type: 'messaging', created_by: 'ida', topic: 'x', created_at: at },
};
const MEMBER = {
  type: 'channel_member',
  data: { ...ROOM, user_id: 'ida', channel_role: 'channel_moderator', last_read: at },
};
const MESSAGE = {
  type: 'message',
  data: { ...ROOM, id: 'm', user: 'ida', text: 'Hello', mood: 'good', created_at: '2020-01-02T00:00:00Z' },
};

const lines = (items: readonly object[]) => items.map((item) => JSON.stringify(item)).join('\n');

async function put(app: App, content: string) {
  const { upload_url, path } = (await app.call('POST', '/import_urls', { filename: 'data.json' })).body;
  const reply = await app.emulator.fetch(new Request(upload_url, { method: 'PUT', body: content }));
  expect(reply.status).toBe(200);
  return path as string;
}

async function imported(app: App, items: readonly object[] | string, body: object = {}) {
  const path = await put(app, typeof items === 'string' ? items : lines(items));
  const { import_task } = (await app.call('POST', '/imports', { path, mode: 'upsert', ...body })).body;
  app.clock.pass(1000);
  return (await app.call('GET', `/imports/${import_task.id}`)).body.import_task;
}

async function anApp(users: readonly string[] = []) {
  const app = await anAppWith(['alice', ...users]);
  const channel = async (id = 'room') =>
    (await app.call('POST', `/chat/channels/messaging/${id}/query`, { state: true })).body;
  const user = async (id: string) =>
    (await app.query('/users', { filter_conditions: { id }, include_deactivated_users: true })).body.users[0];
  return { ...app, channel, user };
}

describe('an import', () => {
  test('goes through its states', async () => {
    const app = await anApp();
    const path = await put(app, lines([USER]));
    const made = await app.call('POST', '/imports', { path, mode: 'insert' });
    expect([made.status, made.body.import_task]).toMatchObject([
      201,
      { path, mode: 'insert', state: 'uploaded', size: lines([USER]).length, history: [{ next_state: 'uploaded' }] },
    ]);
    const { id } = made.body.import_task;
    const state = async () => (await app.call('GET', `/imports/${id}`)).body.import_task;
    app.clock.pass(60);
    expect((await state()).state).toBe('analyzing');
    app.clock.pass(100);
    expect(await state()).toMatchObject({
      state: 'completed',
      history: [
        { prev_state: '', next_state: 'uploaded' },
        { prev_state: 'uploaded', next_state: 'analyzing' },
        { prev_state: 'analyzing', next_state: 'completed' },
      ],
    });
    expect((await app.call('GET', '/imports')).body.import_tasks).toHaveLength(1);
    expect((await app.call('GET', '/imports/none')).body.code).toBe(16);
  });

  test('needs a file that was uploaded to a place that was given out', async () => {
    const { call, emulator } = await anApp();
    const { path, upload_url } = (await call('POST', '/import_urls', {})).body;
    for (const body of [
      { path, mode: 'upsert' },
      { path: 'x', mode: 'upsert' },
      { mode: 'upsert' },
      { path },
      { path, mode: 'replace' },
    ])
      expect((await call('POST', '/imports', body)).body.code).toBe(4);
    const elsewhere = upload_url.replace(path, 'imports/1/x/y.json');
    expect((await emulator.fetch(new Request(elsewhere, { method: 'PUT', body: '{}' }))).status).toBe(403);
    await emulator.fetch(new Request(upload_url, { method: 'PUT', body: '{}' }));
    expect((await call('POST', '/imports', { path, mode: 'upsert' })).status).toBe(201);
    expect(emulator.log.some((entry) => entry.method === 'PUT')).toBe(false);
  });

  test('brings in users, channels, members, messages, reactions, devices and bans', async () => {
    const app = await anApp();
    const task = await imported(app, [
      USER,
      { type: 'user', data: { id: 'joe', deactivated_at: at, blocked_user_ids: ['ida'] } },
      { type: 'device', data: { id: 'd', user_id: 'ida', push_provider_type: 'apn' } },
      { type: 'future_channel_ban', data: { target_id: 'joe', created_by: 'ida', reason: 'rude' } },
      CHANNEL,
      { type: 'channel', data: { member_ids: ['ida', 'joe'], type: 'messaging', created_by: 'ida', created_at: at } },
      MEMBER,
      MESSAGE,
      { type: 'message', data: { ...ROOM, id: 'r', user: 'joe', text: 'Hi', type: 'reply', parent_id: 'm' } },
      { type: 'reaction', data: { message_id: 'm', type: 'like', user_id: 'joe', created_at: at } },
    ]);
    expect(task.state).toBe('completed');
    expect(await app.user('ida')).toMatchObject({
      role: 'admin',
      name: 'Ida',
      custom: { color: 'red' },
      created_at: Date.parse(at) * 1e6,
      devices: [{ id: 'd', push_provider: 'apn' }],
    });
    expect(await app.user('joe')).toMatchObject({ deactivated_at: Date.parse(at) * 1e6, blocked_user_ids: ['ida'] });
    expect(await app.channel()).toMatchObject({
      channel: {
        created_by: { id: 'ida' },
        custom: { topic: 'x' },
        created_at: Date.parse(at) * 1e6,
        last_message_at: Date.parse('2020-01-02T00:00:00Z') * 1e6,
      },
      members: [{ user_id: 'ida', channel_role: 'channel_moderator' }],
      messages: [{ id: 'm', custom: { mood: 'good' }, reply_count: 1, reaction_counts: { like: 1 } }],
      read: [{ last_read: Date.parse(at) * 1e6 }],
    });
    const members = [{ user_id: 'joe' }, { user_id: 'ida' }];
    const body = { data: { created_by_id: 'ida', members } };
    const found = await app.call('POST', '/chat/channels/messaging/query', body);
    expect(found.body.channel.created_at).toBe(Date.parse(at) * 1e6);
  });

  test('writes over what exists, or leaves it alone', async () => {
    const app = await anApp();
    await imported(app, [USER]);
    const next = { ...USER, data: { id: 'ida', name: 'New', size: 1 } };
    await imported(app, [next], { mode: 'insert' });
    expect(await app.user('ida')).toMatchObject({ name: 'Ida', custom: { color: 'red' } });
    await imported(app, [next], { merge_custom: true });
    expect(await app.user('ida')).toMatchObject({ name: 'New', custom: { color: 'red', size: 1 } });
    await imported(app, [next]);
    expect((await app.user('ida')).custom).toEqual({ size: 1 });
  });

  const unfit: readonly [name: string, items: readonly object[] | string][] = [
    ['a line that is no JSON', '{"type":'],
    ['a line without an item', lines([{ type: 'user' }])],
    ['an unknown kind', [{ type: 'poll', data: {} }]],
    ['a wrong order', [{ type: 'channel', data: { ...CHANNEL.data, created_by: 'alice' } }, USER]],
    ['a user without an id', [{ type: 'user', data: {} }]],
    ['a user with an unknown role', [{ type: 'user', data: { id: 'x', role: 'none' } }]],
    ['a user with the role of a channel', [{ type: 'user', data: { id: 'x', role: 'channel_member' } }]],
    ['a channel of a stranger', [CHANNEL]],
    ['a channel of an unknown type', [USER, { type: 'channel', data: { id: 'x', type: 'none', created_by: 'ida' } }]],
    ['a channel without an id', [USER, { type: 'channel', data: { type: 'messaging', created_by: 'ida' } }]],
    ['a member of an unknown channel', [USER, MEMBER]],
    ['a member who is a stranger', [USER, CHANNEL, { ...MEMBER, data: { ...ROOM, user_id: 'ghost' } }]],
    ['a message in an unknown channel', [USER, MESSAGE]],
    ['a reply to nothing', [USER, CHANNEL, { ...MESSAGE, data: { ...MESSAGE.data, parent_id: 'none' } }]],
    ['a reply that is none', [USER, CHANNEL, { ...MESSAGE, data: { ...MESSAGE.data, type: 'reply' } }]],
    ['a deleted message without its time', [USER, CHANNEL, { ...MESSAGE, data: { ...MESSAGE.data, type: 'deleted' } }]],
    ['a pin by nobody', [USER, CHANNEL, { ...MESSAGE, data: { ...MESSAGE.data, pinned_at: at } }]],
    [
      'a reaction to nothing',
      [USER, { type: 'reaction', data: { message_id: 'm', type: 'x', user_id: 'ida', created_at: at } }],
    ],
    ['a device of a stranger', [{ type: 'device', data: { id: 'd', user_id: 'ghost', push_provider_type: 'apn' } }]],
    ['a time that is none', [{ type: 'user', data: { id: 'x', created_at: 'once' } }]],
  ];
  test.each(unfit)('with %s fails, and nothing of it comes in', async (_name, items) => {
    const app = await anApp();
    const before = JSON.stringify((app.emulator.snapshot() as Record<string, unknown>)['users']);
    const task = await imported(app, items);
    expect(task).toMatchObject({ state: 'analyze_failed' });
    expect(JSON.stringify((app.emulator.snapshot() as Record<string, unknown>)['users'])).toBe(before);
  });

  test('does not keep its file', async () => {
    const app = await anApp();
    await imported(app, [USER]);
    expect((app.emulator.snapshot() as Record<string, unknown>)['importFiles']).toEqual({});
  });
});

test('imports of the second version keep their state', async () => {
  const { call, clock } = await anApp();
  const V2 = '/imports/v2';
  const made = await call('POST', V2, { product: 'chat', settings: { mode: 'upsert', s3: { bucket: 'b' } } });
  expect([made.status, made.body]).toMatchObject([
    201,
    { product: 'chat', settings: { mode: 'upsert', s3: { bucket: 'b' } } },
  ]);
  const { id, state } = made.body;
  expect((await call('GET', `${V2}?state=${state}`)).body.import_tasks).toHaveLength(1);
  clock.pass(10_000);
  expect((await call('GET', `${V2}/${id}`)).body.state).not.toBe(state);
  expect((await call('GET', `${V2}?state=${state}`)).body.import_tasks).toEqual([]);
  expect((await call('POST', `${V2}/${id}/cancel`)).body.code).toBe(4);
  const other = (await call('POST', V2, { product: 'feeds', settings: {} })).body.id;
  expect((await call('POST', `${V2}/${other}/cancel`)).status).toBe(201);
  expect((await call('DELETE', `${V2}/${other}`)).status).toBe(200);
  for (const [method, end] of [
    ['GET', ''],
    ['DELETE', ''],
    ['POST', '/cancel'],
  ] as const)
    expect((await call(method, `${V2}/${other}${end}`)).body.code).toBe(16);
  for (const body of [{}, { product: 'chat' }, { product: 'video', settings: {} }, { product: 'chat', settings: 'x' }])
    expect((await call('POST', V2, body)).body.code).toBe(4);
});
