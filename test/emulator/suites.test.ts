/** What suites of the vendor's server clients assert against the real API, where nothing else says it. */
import { expect, test } from 'vitest';
import { bothGenerations } from './generations.ts';

const ROOM = '/chat/channels/messaging/room';

async function aRoom() {
  const app = await bothGenerations();
  const users = ['ann', 'bob', 'carol'];
  await app.call('POST', '/users', { users: Object.fromEntries(users.map((id) => [id, { id }])) });
  const members = [{ user_id: 'ann' }, { user_id: 'bob' }];
  await app.call('POST', `${ROOM}/query`, { data: { created_by_id: 'ann', members } });
  const send = (message: object, more: object = {}) => app.call('POST', `${ROOM}/message`, { message, ...more });
  return { ...app, send };
}

test('deleted replies are counted among the replies (stream-chat-java MessageTest)', async () => {
  const { call, send } = await aRoom();
  await send({ id: 'm', text: 'Which?', user_id: 'ann' });
  for (const id of ['r', 's']) await send({ id, text: 'This', user_id: 'bob', parent_id: 'm' });
  await call('DELETE', '/chat/messages/r');
  expect((await call('GET', '/chat/messages/m')).body.message).toMatchObject({
    reply_count: 2,
    deleted_reply_count: 1,
  });
  expect((await call('GET', '/chat/threads/m')).body.thread.reply_count).toBe(2);
  expect((await call('GET', '/chat/messages/m/replies')).body.messages).toHaveLength(1);
});

test('nobody sends in the name of a banned user (stream-chat-net UserClientTests)', async () => {
  const { call, send } = await aRoom();
  const ban = { target_user_id: 'bob', banned_by_id: 'ann', channel_cid: 'messaging:room' };
  await call('POST', '/moderation/ban', ban);
  expect((await send({ text: 'Hi', user_id: 'bob' })).body.code).toBe(17);
  await call('POST', '/moderation/unban?target_user_id=bob&channel_cid=messaging:room', {});
  expect((await send({ text: 'Hi', user_id: 'bob' })).status).toBe(201);
});

test('who is on both lists of a new channel is invited (stream-py test_invites_accept_reject)', async () => {
  const { call } = await aRoom();
  const data = {
    created_by_id: 'ann',
    members: [{ user_id: 'ann' }, { user_id: 'bob' }],
    invites: [{ user_id: 'bob' }],
  };
  const { members } = (await call('POST', '/chat/channels/messaging/new/query', { data, state: true })).body;
  expect(members).toMatchObject([{ user_id: 'ann' }, { user_id: 'bob', invited: true, status: 'pending' }]);
  const accepted = await call('POST', '/chat/channels/messaging/new', { accept_invite: true, user_id: 'bob' });
  expect(accepted.body.members[1]).toMatchObject({ invited: true, invite_accepted_at: expect.any(Number) });
  const stranger = await call('POST', '/chat/channels/messaging/new', { accept_invite: true, user_id: 'carol' });
  expect(stranger.status).toBe(400);
});

test('marking unread is nothing to someone who is no member (stream-py test_mark_unread)', async () => {
  const { call, send } = await aRoom();
  await send({ id: 'm', text: 'Hi', user_id: 'ann' });
  expect((await call('POST', `${ROOM}/unread`, { user_id: 'carol', message_id: 'm' })).status).toBe(201);
});

test('a configuration keeps messages back in words of its own (stream-chat-java MessageTest)', async () => {
  const { call, send } = await aRoom();
  await call('POST', '/blocklists', { name: 'rules', words: ['spoiler'] });
  const block_list_config = { rules: [{ name: 'rules', action: 'remove' }] };
  await call('POST', '/moderation/config', { key: 'chat:messaging:room', block_list_config });
  const said = { text: 'a spoiler', user_id: 'ann' };
  expect((await send(said, { force_moderation: true })).body.message).toMatchObject({
    type: 'error',
    text: 'Message was blocked by moderation policies',
  });
  expect((await send(said, { force_moderation: false })).body.message.text).toBe('a spoiler');
});

test('the files of exports can be fetched (stream-chat-net TestExportUsersAsync)', async () => {
  const { call, clock, emulator, send } = await aRoom();
  await send({ text: 'Hello', user_id: 'ann' });
  const fetched = async (path: string, body: object) => {
    const { task_id } = (await call('POST', path, body)).body;
    clock.pass(200);
    const { url } = (await call('GET', `/tasks/${task_id}`)).body.result;
    return { url, text: await (await emulator.fetch(new Request(url))).text() };
  };
  const users = await fetched('/export/users', { user_ids: ['ann', 'bob'] });
  expect(users.url).toContain('exports/users');
  expect(JSON.parse(users.text)).toMatchObject([
    { user: { id: 'ann' }, messages: [{ text: 'Hello' }] },
    { user: { id: 'bob' }, messages: [] },
  ]);
  const channels = await fetched('/chat/export_channels', { channels: [{ cid: 'messaging:room' }] });
  expect(JSON.parse(channels.text)).toMatchObject([{ channel: { id: 'room' }, members: [{}, {}], messages: [{}] }]);
  expect((await emulator.fetch(new Request(`${users.url}x`))).status).toBe(404);
});
