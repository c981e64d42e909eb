import { expect, test } from 'vitest';
import { anAppWith, client } from './support.ts';

const ROOM = '/chat/channels/messaging/room';
const M = '/chat/messages/m/reminders';

async function aMessage() {
  const app = await anAppWith(['alice', 'bob', 'eve']);
  await app.call('PATCH', '/app', { push_config: { version: 'v3' } });
  await app.call('PUT', '/chat/channeltypes/messaging', { user_message_reminders: true });
  const data = { created_by_id: 'alice', members: [{ user_id: 'alice' }, { user_id: 'bob' }] };
  await app.call('POST', `${ROOM}/query`, { data });
  for (const id of ['m', 'n'])
    await app.call('POST', `${ROOM}/message`, { message: { id, text: id, user_id: 'alice' } });
  return app;
}

test('a reminder is made, moved, made a bookmark and deleted', async () => {
  const { call, emulator } = await aMessage();
  const made = await call('POST', M, { user_id: 'bob', remind_at: '2026-12-01T00:00:00Z' });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    message_id: 'm',
    user_id: 'bob',
    channel_cid: 'messaging:room',
    message: { id: 'm' },
  });
  expect(made.body.remind_at).toBe(Date.parse('2026-12-01T00:00:00Z') * 1e6);
  const bob = client(emulator, { user_id: 'bob' });
  expect((await bob.call('GET', '/chat/messages/m')).body.message.reminder.remind_at).toBe(made.body.remind_at);
  const moved = await call('PATCH', M, { user_id: 'bob', remind_at: '2026-12-02T00:00:00Z' });
  expect([moved.status, moved.body.reminder.remind_at]).toEqual([200, Date.parse('2026-12-02T00:00:00Z') * 1e6]);
  expect((await call('PATCH', M, { user_id: 'bob' })).body.reminder).not.toHaveProperty('remind_at');
  expect((await call('DELETE', `${M}?user_id=bob`)).status).toBe(200);
  expect((await call('DELETE', `${M}?user_id=bob`)).status).toBe(404);
});

test('the reminders of a user are queried', async () => {
  const { call } = await aMessage();
  await call('POST', M, { user_id: 'bob' });
  await call('POST', '/chat/messages/n/reminders', { user_id: 'bob', remind_at: '2026-12-01T00:00:00Z' });
  const ask = async (body: object) => (await call('POST', '/chat/reminders/query', { user_id: 'bob', ...body })).body;
  const ids = (reminders: readonly { message_id: string }[]) => reminders.map((one) => one.message_id);
  expect(ids((await ask({})).reminders)).toEqual(['m', 'n']);
  expect(ids((await ask({ filter: { remind_at: { $exists: true } } })).reminders)).toEqual(['n']);
  expect(ids((await ask({ filter: { remind_at: { $lt: '2026-11-01T00:00:00Z' } } })).reminders)).toEqual([]);
  expect((await ask({ filter: { text: 'x' } })).code).toBe(4);
  await call('DELETE', '/chat/messages/m?hard=true');
  expect(ids((await ask({})).reminders)).toEqual(['n']);
});

test('what is refused', async () => {
  const { call, emulator } = await aMessage();
  await call('POST', M, { user_id: 'bob' });
  const refused: readonly [method: string, path: string, body: unknown, status: number][] = [
    ['POST', M, { user_id: 'bob' }, 400],
    ['POST', M, {}, 400],
    ['POST', M, { user_id: 'ghost' }, 404],
    ['POST', M, { user_id: 'alice', remind_at: 'soon' }, 400],
    ['POST', '/chat/messages/none/reminders', { user_id: 'bob' }, 404],
    ['PATCH', M, { user_id: 'alice' }, 404],
    ['DELETE', M, undefined, 400],
  ];
  for (const [method, path, body, status] of refused) expect((await call(method, path, body)).status).toBe(status);
  expect((await client(emulator, { user_id: 'eve' }).call('POST', M, {})).status).toBe(403);
  await call('PUT', '/chat/channeltypes/messaging', { user_message_reminders: false });
  const off = await call('POST', M, { user_id: 'alice' });
  expect([off.status, off.body.message]).toEqual([400, expect.stringContaining('not enabled')]);
});
