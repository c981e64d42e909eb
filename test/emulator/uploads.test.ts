/** Files of no channel, bans from channels to come, and preferences of pushes. */
import { expect, test } from 'vitest';
import { olderClient } from './generations.ts';
import { anAppWith, client } from './support.ts';

function form(name: string, type: string, user = 'bob'): FormData {
  const data = new FormData();
  data.set('file', new File(['content'], name, { type }));
  data.set('user', JSON.stringify({ id: user }));
  return data;
}

test('files and images of no channel', async () => {
  const { call, emulator } = await anAppWith(['alice', 'bob']);
  const file = (await call('POST', '/uploads/file', form('a.pdf', 'application/pdf'))).body;
  expect(file).toMatchObject({ file: expect.stringContaining('a.pdf') });
  const image = (await call('POST', '/uploads/image', form('a.png', 'image/png'))).body;
  expect(image.thumb_url).toContain('a.png');
  expect((await call('POST', '/uploads/image', form('a.txt', 'text/plain'))).body.code).toBe(4);
  expect((await call('POST', '/uploads/file', {})).body.code).toBe(4);
  await call('PATCH', '/app', { file_upload_config: { size_limit: 3 } });
  expect((await call('POST', '/uploads/file', form('b.pdf', 'application/pdf'))).body.code).toBe(22);
  const as = (user_id: string) => client(emulator, { user_id });
  const path = `/uploads/file?url=${encodeURIComponent(file.file)}`;
  expect((await as('alice').call('DELETE', path)).status).toBe(403);
  expect((await as('bob').call('DELETE', path)).status).toBe(200);
  expect((await call('DELETE', path)).body.code).toBe(16);
  expect((await call('DELETE', '/uploads/image')).body.code).toBe(4);
});

test('bans from channels to come', async () => {
  const { query, emulator } = await anAppWith(['alice', 'bob', 'carol']);
  const older = olderClient(emulator);
  for (const [target_user_id, banned_by_id] of [
    ['bob', 'alice'],
    ['carol', 'bob'],
  ])
    await older('POST', '/moderation/ban', {
      target_user_id,
      banned_by_id,
      ban_from_future_channels: true,
      timeout: 1,
    });
  const ask = async (payload: object) => (await query('/chat/query_future_channel_bans', payload)).body;
  expect((await ask({ include_total: true, limit: 1 })).total).toBe(2);
  expect((await ask({ user_id: 'alice' })).bans).toMatchObject([{ user: { id: 'bob' }, banned_by: { id: 'alice' } }]);
  expect((await ask({ target_user_id: 'carol' })).bans).toHaveLength(1);
  expect(
    (await client(emulator, { user_id: 'bob' }).query('/chat/query_future_channel_bans', {})).body.bans,
  ).toMatchObject([{ user: { id: 'carol' } }]);
  expect((await ask({ limit: 301 })).code).toBe(4);
});

test('preferences of pushes', async () => {
  const { call, emulator } = await anAppWith(['alice', 'bob']);
  await call('POST', '/chat/channels/messaging/room/query', { data: { created_by_id: 'alice' } });
  const set = (...preferences: object[]) => call('POST', '/push_preferences', { preferences });
  const reply = await set(
    { user_id: 'alice', chat_level: 'mentions', disabled_until: '2038-01-01T00:00:00Z' },
    { user_id: 'bob', channel_cid: 'messaging:room', chat_level: 'none' },
  );
  expect([reply.status, reply.body]).toMatchObject([
    201,
    {
      user_preferences: { alice: { chat_level: 'mentions', disabled_until: Date.parse('2038-01-01T00:00:00Z') * 1e6 } },
      user_channel_preferences: { bob: { 'messaging:room': { chat_level: 'none' } } },
    },
  ]);
  const next = await set({ user_id: 'alice', chat_level: 'default', call_level: 'all', remove_disable: true });
  expect(next.body.user_preferences.alice).toEqual({ call_level: 'all' });
  for (const [wrong, code] of [
    [{ chat_level: 'all' }, 4],
    [{ user_id: 'alice', chat_level: 'some' }, 4],
    [{ user_id: 'ghost', chat_level: 'all' }, 16],
    [{ user_id: 'alice', channel_cid: 'messaging:none', chat_level: 'all' }, 16],
  ] as const)
    expect((await set(wrong)).body.code).toBe(code);
  expect((await call('POST', '/push_preferences', { preferences: [] })).body.code).toBe(4);
  const bob = client(emulator, { user_id: 'bob' });
  expect((await bob.call('POST', '/push_preferences', { preferences: [{ user_id: 'alice' }] })).status).toBe(403);
  expect((await bob.call('POST', '/push_preferences', { preferences: [{ chat_level: 'all' }] })).status).toBe(201);
});
