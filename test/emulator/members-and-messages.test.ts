import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/index.ts';
import { type App, anAppWith } from './support.ts';

async function aRoom(options: EmulatorOptions = {}) {
  const app = await anAppWith(['ann', 'bob', 'cid'], options);
  await app.call('POST', '/chat/channels/messaging/room/query', {
    data: { created_by_id: 'ann', members: [{ user_id: 'bob', custom: { seat: 1 } }] },
  });
  app.clock.pass(1000);
  await app.call('POST', '/chat/channels/messaging/room', {
    add_members: [{ user_id: 'ann', channel_role: 'channel_moderator' }],
  });
  return app;
}

const send = (app: App, message: object, channel = 'messaging/room') =>
  app.call('POST', `/chat/channels/${channel}/message`, { message: { user_id: 'bob', ...message } });

describe('members', () => {
  const find = (app: App, payload: object) =>
    app.query('/chat/members', { type: 'messaging', id: 'room', filter_conditions: {}, ...payload });
  const ids = async (app: App, payload: object) =>
    (await find(app, payload)).body.members.map((one: { user_id: string }) => one.user_id);

  const cases: readonly [name: string, payload: object, found: string[]][] = [
    ['all, oldest first', {}, ['bob', 'ann']],
    ['by id', { filter_conditions: { user_id: { $in: ['ann', 'cid'] } } }, ['ann']],
    [
      'by range of ids, sorted',
      { filter_conditions: { user_id: { $gt: 'a' } }, sort: [{ field: 'user_id', direction: 1 }] },
      ['ann', 'bob'],
    ],
    ['by role', { filter_conditions: { channel_role: 'channel_moderator' } }, ['ann']],
    ['by custom data', { filter_conditions: { 'custom.seat': 1 } }, ['bob']],
    ['a page', { limit: 1, offset: 1 }, ['ann']],
  ];
  test.each(cases)('%s', async (_name, payload, found) => {
    expect(await ids(await aRoom(), payload)).toEqual(found);
  });

  const refused: readonly [name: string, payload: object, status: number, text: string][] = [
    ['an unknown field', { filter_conditions: { shoe: 1 } }, 400, 'unrecognized field "shoe"'],
    ['the cid', { filter_conditions: { cid: 'a:b' } }, 400, 'unrecognized field "cid"'],
    ['$q on an id', { filter_conditions: { id: { $q: 'a' } } }, 400, 'operator "$q" is not allowed for field "id"'],
    [
      'two keys to sort by',
      { sort: [{ field: 'created_at' }, { field: 'user_id' }] },
      400,
      'sort must contain at maximum 1 item',
    ],
    ['no channel', { id: undefined }, 400, 'id'],
    ['a channel that is not there', { id: 'none' }, 404, `Can't find channel`],
    ['an offset over 1000', { offset: 1001 }, 400, 'offset'],
  ];
  test.each(refused)('%s is refused', async (_name, payload, status, text) => {
    const reply = await find(await aRoom(), payload);
    expect(reply.status).toBe(status);
    expect(reply.body.message).toContain(text);
  });

  test('a page holds 100 at most, a channel shows 100, its count tells all', async () => {
    const app = await anAppWith([]);
    const people = Array.from({ length: 150 }, (_, n) => `u${String(n).padStart(3, '0')}`);
    for (const part of [people.slice(0, 100), people.slice(100)]) {
      await app.call('POST', '/users', { users: Object.fromEntries(part.map((id) => [id, { id }])) });
    }
    const members = (part: string[]) => part.map((user_id) => ({ user_id }));
    await app.call('POST', '/chat/channels/messaging/room/query', {
      data: { created_by_id: 'u000', members: members(people.slice(0, 100)) },
    });
    const { body } = await app.call('POST', '/chat/channels/messaging/room', {
      add_members: members(people.slice(100)),
    });
    expect([body.members.length, body.channel.member_count]).toEqual([100, 150]);
    expect(await ids(app, { limit: 300 })).toEqual(people.slice(0, 100));
    expect(await ids(app, { limit: 100, offset: 100 })).toEqual(people.slice(100));
    expect(
      await ids(app, { filter_conditions: { user_id: { $gt: 'u099' } }, sort: [{ field: 'user_id' }], limit: 100 }),
    ).toEqual(people.slice(100));
  });

  test('partial update sets custom data, role, pin and archive', async () => {
    const app = await aRoom();
    const patch = (user: string, body: object) =>
      app.call('PATCH', `/chat/channels/messaging/room/member?user_id=${user}`, body);
    const { status, body } = await patch('bob', {
      set: { 'deep.x': 1, channel_role: 'channel_moderator', pinned: true },
      unset: ['seat'],
    });
    expect(status).toBe(200);
    expect(body.channel_member).toMatchObject({
      custom: { deep: { x: 1 } },
      channel_role: 'channel_moderator',
      is_moderator: true,
    });
    expect(typeof body.channel_member.pinned_at).toBe('number');
    expect((await patch('bob', { unset: ['pinned'] })).body.channel_member).not.toHaveProperty('pinned_at');
    const stranger = await patch('cid', { set: { x: 1 } });
    expect([stranger.status, stranger.body.code]).toEqual([404, 16]);
    expect(stranger.body.message).toContain('user is not a member of the channel');
    for (const bad of [{}, { set: { banned: true } }, { set: { channel_role: 'user' } }, { set: { pinned: 1 } }]) {
      expect((await patch('bob', bad)).status).toBe(400);
    }
  });
});

describe('sending', () => {
  test('fills in what a message has', async () => {
    const app = await aRoom();
    const { status, body } = await send(app, { id: 'm', text: 'a <b>', custom: { x: 1 } });
    expect(status).toBe(201);
    expect(body.message).toMatchObject({
      id: 'm',
      cid: 'messaging:room',
      type: 'regular',
      html: '<p>a &lt;b&gt;</p>\n',
      user: { id: 'bob' },
      attachments: [],
      reply_count: 0,
      pinned: false,
      pinned_at: null,
      pinned_by: null,
      pin_expires: null,
      silent: false,
      custom: { x: 1 },
    });
  });

  const refused: readonly [name: string, message: object, status: number, code: number, text: string][] = [
    [
      'no author',
      { user_id: undefined },
      400,
      4,
      'either message.user or message.user_id must be provided when using server side auth.',
    ],
    ['two authors', { user: { id: 'ann' } }, 400, 4, 'cannot set both message.user and message.user_id.'],
    ['an id that is taken', { id: 'taken' }, 400, 4, 'a message with ID taken already exists'],
    ['an id with a comma', { id: 'a,b' }, 400, 4, 'message.id'],
    ['a reserved field', { created_at: '2026-01-01T00:00:00Z' }, 400, 4, 'message.created_at is a reserved field'],
    ['an unknown type', { type: 'deleted' }, 400, 4, 'message.type'],
    [
      '101 mentions',
      { mentioned_users: Array(101).fill('ann') },
      400,
      4,
      'message.mentioned_users must contain at maximum 100 items',
    ],
    ['31 attachments', { attachments: Array(31).fill({}) }, 400, 4, 'message.attachments'],
    ['a parent that is not there', { parent_id: 'none' }, 400, 4, 'none'],
    ['too much', { custom: { x: 'y'.repeat(6000) } }, 413, 22, '5KB'],
    ['a deactivated author', { user_id: 'cid' }, 404, 16, 'the user cid was deactivated'],
  ];
  test.each(refused)('%s is refused', async (_name, message, status, code, text) => {
    const app = await aRoom();
    await send(app, { id: 'taken', text: 'x' });
    await app.call('POST', '/users/cid/deactivate', {});
    const reply = await send(app, { text: 'hi', ...message });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.body.message).toContain(text);
  });

  test('an unknown author comes to be', async () => {
    const app = await aRoom();
    expect((await send(app, { text: 'hi', user_id: 'dan' })).status).toBe(201);
    expect((await app.query('/users', { filter_conditions: { id: 'dan' } })).body.users).toHaveLength(1);
  });

  test('too long a text is answered with an error message that is not kept', async () => {
    const app = await aRoom();
    await app.call('PATCH', '/chat/channels/messaging/room', { set: { config_overrides: { max_message_length: 3 } } });
    const { status, body } = await send(app, { id: 'm', text: 'four' });
    expect([status, body.message.type]).toEqual([201, 'error']);
    expect((await app.call('GET', '/chat/messages/m')).status).toBe(404);
    await send(app, { id: 'm', text: 'abc' });
    const changed = await app.call('PUT', '/chat/messages/m', { set: { text: 'four' }, user_id: 'bob' });
    expect([changed.status, changed.body.code]).toEqual([400, 20]);
  });

  test.each([
    ['a', 201],
    ['b', 403],
  ] as const)('to a frozen channel: answer %s', async (answer, status) => {
    const app = await aRoom({ assume: { server_sends_to_frozen: answer } });
    await app.call('PATCH', '/chat/channels/messaging/room', { set: { frozen: true } });
    expect((await send(app, { text: 'hi' })).status).toBe(status);
  });
});

describe('reading and changing', () => {
  test('one, many, pinned', async () => {
    const app = await aRoom();
    for (const id of ['a', 'b', 'c']) await send(app, { id, text: id, pinned: id !== 'b' });
    const list = async (path: string) =>
      (await app.call('GET', `/chat/channels/messaging/room/${path}`)).body.messages?.map(
        (one: { id: string }) => one.id,
      );
    expect(await list('messages?ids=c,none,a')).toEqual(['c', 'a']);
    expect(await list('pinned_messages')).toEqual(['c', 'a']);
    expect((await app.call('GET', '/chat/channels/messaging/room/messages?ids=')).status).toBe(400);
    expect((await app.call('GET', `/chat/channels/messaging/room/messages?ids=${Array(51).fill('a')}`)).status).toBe(
      400,
    );
    expect((await app.call('GET', '/chat/messages/a')).body.message).toMatchObject({
      id: 'a',
      channel: { cid: 'messaging:room' },
    });
    expect((await app.call('GET', '/chat/messages/none')).body.message).toContain(`message with id none doesn't exist`);
  });

  test('full update replaces, and needs to know who acts', async () => {
    const app = await aRoom();
    await send(app, { id: 'q', text: 'q' });
    await send(app, { id: 'm', text: 'old', custom: { x: 1 }, quoted_message_id: 'q', pinned: true });
    const update = (message: object) => app.call('POST', '/chat/messages/m', { message });
    expect((await update({ text: 'new' })).body.message).toContain('either message.user or message.user_id');
    const { status, body } = await update({ text: 'new', user_id: 'bob', custom: { y: 2 } });
    expect(status).toBe(201);
    expect(body.message).toMatchObject({
      text: 'new',
      custom: { y: 2 },
      quoted_message_id: 'q',
      pinned: false,
      pinned_at: null,
    });
    expect(typeof body.message.message_text_updated_at).toBe('number');
  });

  test('partial update keeps the rest; pins carry who and until when', async () => {
    const app = await aRoom();
    await send(app, { id: 'm', text: 'old', custom: { x: 1 } });
    const update = (set: object, unset: string[] = []) =>
      app.call('PUT', '/chat/messages/m', { set, unset, user_id: 'ann' });
    const pinned = (await update({ pinned: true, pin_expires: '2027-01-01T00:00:00Z', y: 2 })).body.message;
    expect(pinned).toMatchObject({ text: 'old', custom: { x: 1, y: 2 }, pinned: true, pinned_by: { id: 'ann' } });
    expect(pinned.pin_expires).toBe(Date.parse('2027-01-01T00:00:00Z') * 1e6);
    expect((await update({ pin_expires: null }, ['x'])).body.message).toMatchObject({
      pin_expires: null,
      pinned: true,
      custom: { y: 2 },
    });
    expect((await app.call('PUT', '/chat/messages/m', { set: { text: 'x' } })).body.message).toContain(
      'either user or user_id',
    );
    expect((await update({ type: 'system' })).status).toBe(400);
    expect((await update({})).status).toBe(400);
  });

  test('soft deletion hides the text and can be undone; the id stays used', async () => {
    const app = await aRoom();
    await send(app, { id: 'm', text: 'hi' });
    expect((await app.call('DELETE', '/chat/messages/m')).body.message.type).toBe('deleted');
    expect((await app.call('GET', '/chat/messages/m')).body.message).toMatchObject({ type: 'deleted', text: '' });
    expect((await app.call('GET', '/chat/messages/m?show_deleted_message=true')).body.message.text).toBe('hi');
    expect((await send(app, { id: 'm', text: 'again' })).status).toBe(400);
    expect((await app.call('POST', '/chat/messages/m/undelete', {})).status).toBe(400);
    expect((await app.call('POST', '/chat/messages/m/undelete', { undeleted_by: 'ann' })).body.message).toMatchObject({
      type: 'regular',
      text: 'hi',
    });
  });

  test('hard deletion takes replies along and tells the channel what is last now', async () => {
    const app = await aRoom();
    const last = async () => (await app.call('GET', '/chat/channels/messaging/room')).body.channel.last_message_at;
    await send(app, { id: 'm', text: 'hi' });
    const reply = await send(app, { id: 'r', text: 're', parent_id: 'm' });
    expect(reply.body.message).toMatchObject({ type: 'reply', parent_id: 'm', show_in_channel: false });
    expect((await app.call('GET', '/chat/messages/m')).body.message.reply_count).toBe(1);
    expect(typeof (await last())).toBe('number');
    await app.call('DELETE', '/chat/messages/m?hard=true');
    expect((await app.call('GET', '/chat/messages/r')).status).toBe(404);
    expect(await last()).toBeUndefined();
    expect((await send(app, { id: 'm', text: 'again' })).status).toBe(400);
  });
});
