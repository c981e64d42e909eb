import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/index.ts';
import { anAppWith, client } from './support.ts';

const ROOM = '/chat/channels/messaging/room';
const CID = 'messaging:room';

async function aRoom(options: EmulatorOptions = {}) {
  const app = await anAppWith(['alice', 'bob', 'carol'], options);
  await app.call('POST', `${ROOM}/query`, {
    data: { created_by_id: 'alice', members: [{ user_id: 'alice' }, { user_id: 'bob' }] },
  });
  const say = async (id: string, text = id, user_id = 'alice') => {
    app.clock.pass(1000);
    return app.call('POST', `${ROOM}/message`, { message: { id, text, user_id } });
  };
  const find = async (filter: unknown, user_id?: string, more: object = {}) =>
    app.call('POST', '/chat/channels', { filter_conditions: filter, ...(user_id ? { user_id } : {}), ...more });
  const cids = async (filter: unknown, user_id?: string) =>
    (await find(filter, user_id)).body.channels.map((one: { channel: { cid: string } }) => one.channel.cid);
  const texts = async (user_id?: string) =>
    (await find({ cid: CID }, user_id)).body.channels[0]?.messages.map((one: { text: string }) => one.text);
  return { ...app, say, find, cids, texts };
}

describe('hiding', () => {
  test('takes a channel out of the user’s queries until a message comes', async () => {
    const { call, say, cids, find } = await aRoom();
    expect((await call('POST', `${ROOM}/hide`, { user_id: 'bob' })).status).toBe(201);
    expect(await cids({ cid: CID }, 'bob')).toEqual([]);
    expect(await cids({ cid: CID }, 'alice')).toEqual([CID]);
    expect(await cids({ cid: CID })).toEqual([CID]);
    expect(await cids({ hidden: true }, 'bob')).toEqual([CID]);
    expect(await cids({ $and: [{ hidden: false }] }, 'bob')).toEqual([]);
    const [found] = (await find({ hidden: true }, 'bob')).body.channels;
    expect([found.hidden, found.channel.hidden]).toEqual([true, true]);
    await say('m1');
    expect(await cids({ cid: CID }, 'bob')).toEqual([CID]);
  });

  test('showing takes it back, clearing the history does not come back', async () => {
    const { call, say, texts, find } = await aRoom();
    await say('old');
    await call('POST', `${ROOM}/hide`, { user_id: 'bob', clear_history: true });
    expect((await call('POST', `${ROOM}/show`, { user_id: 'bob' })).status).toBe(201);
    await say('new');
    expect(await texts('bob')).toEqual(['new']);
    expect(await texts('alice')).toEqual(['old', 'new']);
    expect((await find({ cid: CID }, 'bob')).body.channels[0].hide_messages_before).toBeTypeOf('number');
  });

  test('a message can leave it hidden', async () => {
    const { call, cids } = await aRoom();
    await call('POST', `${ROOM}/hide`, { user_id: 'alice' });
    await call('POST', `${ROOM}/message`, { message: { text: 'x', user_id: 'alice' }, keep_channel_hidden: true });
    expect(await cids({ cid: CID }, 'alice')).toEqual([]);
  });

  test('the creator can have it hidden from the start', async () => {
    const { call, cids } = await aRoom();
    await call('POST', '/chat/channels/messaging/quiet/query', {
      hide_for_creator: true,
      data: { created_by_id: 'alice', members: [{ user_id: 'alice' }, { user_id: 'bob' }] },
    });
    expect(await cids({ id: 'quiet' }, 'alice')).toEqual([]);
    expect(await cids({ id: 'quiet' }, 'bob')).toEqual(['messaging:quiet']);
  });

  test('can be for members only', async () => {
    const { call } = await aRoom();
    expect((await call('POST', `${ROOM}/hide`, { user_id: 'carol' })).status).toBe(201);
    await call('PATCH', '/app', { channel_hide_members_only: true });
    expect((await call('POST', `${ROOM}/hide`, { user_id: 'carol' })).body.code).toBe(17);
  });

  test('needs somebody who exists', async () => {
    const { call } = await aRoom();
    expect((await call('POST', `${ROOM}/hide`, {})).body.message).toContain('either user or user_id must be provided');
    const ghost = await call('POST', `${ROOM}/hide`, { user_id: 'ghost' });
    expect([ghost.status, ghost.body.message]).toEqual([404, expect.stringContaining('the user ghost does not exist')]);
    expect((await call('POST', '/chat/channels/messaging/none/hide', { user_id: 'bob' })).status).toBe(404);
  });
});

describe('muting', () => {
  test('shows in queries, in the channel and in the membership', async () => {
    const { call, cids, find } = await aRoom();
    const muted = await call('POST', '/chat/moderation/mute/channel', { channel_cids: [CID], user_id: 'bob' });
    expect(muted.body.channel_mute).toMatchObject({ user: { id: 'bob' }, channel: { cid: CID } });
    expect(muted.body.channel_mute).not.toHaveProperty('expires');
    expect(await cids({ muted: true, cid: CID }, 'bob')).toEqual([CID]);
    expect(await cids({ muted: true }, 'alice')).toEqual([]);
    const [found] = (await find({ cid: CID }, 'bob')).body.channels;
    expect([found.channel.muted, found.membership.notifications_muted]).toEqual([true, true]);
    expect(
      (await call('POST', '/chat/moderation/unmute/channel', { channel_cids: [CID], user_id: 'bob' })).status,
    ).toBe(201);
    expect(await cids({ muted: false, cid: CID }, 'bob')).toEqual([CID]);
  });

  test('several at once are answered in a list, and a mute can end', async () => {
    const { call, clock, cids } = await aRoom();
    await call('POST', '/chat/channels/messaging/two/query', { data: { created_by_id: 'alice' } });
    const body = { channel_cids: [CID, 'messaging:two'], user_id: 'bob', expiration: 5000 };
    const muted = await call('POST', '/chat/moderation/mute/channel', body);
    expect(muted.body.channel_mutes).toHaveLength(2);
    expect(muted.body.channel_mutes[0].expires).toBeGreaterThan(muted.body.channel_mutes[0].created_at);
    expect(await cids({ muted: true }, 'bob')).toHaveLength(2);
    clock.pass(6000);
    expect(await cids({ muted: true }, 'bob')).toEqual([]);
  });

  const refused: readonly [name: string, body: unknown, status: number, code: number][] = [
    ['no channel', { user_id: 'bob' }, 400, 4],
    ['a channel that is not there', { user_id: 'bob', channel_cids: ['messaging:none'] }, 404, 16],
    ['nobody', { channel_cids: [CID] }, 400, 4],
  ];
  test.each(refused)('%s is refused', async (_name, body, status, code) => {
    const { call } = await aRoom();
    const reply = await call('POST', '/chat/moderation/mute/channel', body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('a type without mutes has none', async () => {
    const { call } = await aRoom();
    await call('PUT', '/chat/channeltypes/messaging', { mutes: false });
    const reply = await call('POST', '/chat/moderation/mute/channel', { channel_cids: [CID], user_id: 'bob' });
    expect([reply.status, reply.body.code]).toEqual([400, 19]);
  });
});

describe('truncating', () => {
  test('empties the channel, keeps the messages, and lets the zero time out', async () => {
    const { call, say, texts } = await aRoom();
    await say('one');
    const reply = await call('POST', `${ROOM}/truncate`, { user_id: 'alice' });
    expect(reply.status).toBe(201);
    expect(reply.body.channel.truncated_by.id).toBe('alice');
    expect(reply.body.channel.last_message_at).toBe(Number(-6795364578871345152n));
    expect(reply.body).not.toHaveProperty('message');
    expect(await texts()).toEqual([]);
    expect((await call('GET', '/chat/messages/one')).status).toBe(200);
    await say('two');
    expect(await texts()).toEqual(['two']);
  });

  test('can delete the messages for good', async () => {
    const { call, say } = await aRoom();
    await say('one');
    await call('POST', `${ROOM}/truncate`, { hard_delete: true });
    expect((await call('GET', '/chat/messages/one')).status).toBe(404);
    expect((await say('one')).body.message).toContain('a message with ID one already exists');
  });

  test('up to an instant', async () => {
    const { call, say, texts, clock } = await aRoom();
    await say('one');
    const until = new Date(clock.now() + 500).toISOString();
    await say('two');
    const reply = await call('POST', `${ROOM}/truncate`, { truncated_at: until });
    expect(await texts()).toEqual(['two']);
    expect(reply.body.channel.last_message_at).toBeGreaterThan(0);
    const later = new Date(clock.now() + 60_000).toISOString();
    expect((await call('POST', `${ROOM}/truncate`, { truncated_at: later })).body.code).toBe(4);
  });

  test('for some members only', async () => {
    const { call, say, texts } = await aRoom();
    await say('one');
    const reply = await call('POST', `${ROOM}/truncate`, { member_ids: ['bob'] });
    expect(reply.body.channel).not.toHaveProperty('truncated_at');
    expect(await texts('bob')).toEqual([]);
    expect(await texts('alice')).toEqual(['one']);
  });

  test('with a message about it', async () => {
    const { call, say, texts } = await aRoom();
    await say('one');
    const message = { text: 'Cleared', user_id: 'bob' };
    const reply = await call('POST', `${ROOM}/truncate`, { message });
    expect(reply.body.message).toMatchObject({ type: 'system', text: 'Cleared', user: { id: 'bob' } });
    expect(await texts()).toEqual(['Cleared']);
    expect((await call('POST', `${ROOM}/truncate`, { message: { text: 'x' } })).body.message).toContain(
      'either message.user or message.user_id',
    );
  });
});

describe('queries for a user', () => {
  test('pinned, archived, unread, invited, joined', async () => {
    const { call, say, cids } = await aRoom();
    await call('POST', '/chat/channels/messaging/two/query', {
      data: { created_by_id: 'alice', invites: [{ user_id: 'bob' }] },
    });
    await call('PATCH', `${ROOM}/member?user_id=bob`, { set: { pinned: true } });
    await call('PATCH', '/chat/channels/messaging/two/member?user_id=bob', { set: { archived: true } });
    await say('m');
    expect(await cids({ pinned: true }, 'bob')).toEqual([CID]);
    expect(await cids({ pinned: false, cid: CID }, 'bob')).toEqual([]);
    expect(await cids({ archived: true }, 'bob')).toEqual(['messaging:two']);
    expect(await cids({ has_unread: true }, 'bob')).toEqual([CID]);
    expect(await cids({ has_unread: true }, 'alice')).toEqual([]);
    expect(await cids({ invite: 'pending' }, 'bob')).toEqual(['messaging:two']);
    expect(await cids({ joined: true }, 'bob')).toEqual([CID]);
    expect(await cids({ $nor: [{ pinned: true }, { archived: true }] }, 'bob')).toEqual([]);
    expect(await cids({ $or: [{ pinned: true }, { archived: true }] }, 'bob')).toHaveLength(2);
    expect(await cids({ 'member.user.name': { $autocomplete: 'zz' } })).toEqual([]);
  });

  test.each(['hidden', 'muted', 'pinned', 'archived', 'joined', 'has_unread'])('%s needs a user', async (name) => {
    const { find } = await aRoom();
    const reply = await find({ [name]: true });
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
  });

  test('a predefined filter that is not there', async () => {
    const { find } = await aRoom();
    expect((await find({}, undefined, { predefined_filter: 'none' })).status).toBe(404);
  });

  test('members’ own data comes with messages when it is asked for', async () => {
    const { call, say, find } = await aRoom();
    await call('PATCH', `${ROOM}/member?user_id=alice`, { set: { seat: 1, tier: 'gold' } });
    await say('m');
    const memberOf = async (more: object) =>
      (await find({ cid: CID }, undefined, more)).body.channels[0].messages[0].member;
    expect(await memberOf({})).toEqual({ channel_role: 'channel_member', notifications_muted: false });
    expect((await memberOf({ member_custom_include: ['seat'] })).custom).toEqual({ seat: 1 });
    await call('PATCH', '/app', { member_custom_on_messages_enabled: true });
    expect((await memberOf({})).custom).toEqual({ seat: 1, tier: 'gold' });
  });
});

describe('members', () => {
  test('are found by what they muted and read', async () => {
    const { call, query } = await aRoom();
    await call('POST', '/chat/moderation/mute/channel', { channel_cids: [CID], user_id: 'bob' });
    const found = await query('/chat/members', {
      type: 'messaging',
      id: 'room',
      filter_conditions: { notifications_muted: true },
    });
    expect(found.body.members.map((one: { user_id: string }) => one.user_id)).toEqual(['bob']);
  });

  test('who come later need not see what was before', async () => {
    const { call, say, texts } = await aRoom();
    await say('old');
    await call('POST', ROOM, { add_members: [{ user_id: 'carol' }], hide_history: true });
    await say('new');
    expect(await texts('carol')).toEqual(['new']);
    expect(await texts('bob')).toEqual(['old', 'new']);
  });

  test('history can be hidden up to an instant in the past', async () => {
    const { call, say, texts, clock } = await aRoom();
    await say('old');
    const before = new Date(clock.now() + 500).toISOString();
    await say('mid');
    await call('POST', ROOM, { add_members: [{ user_id: 'carol' }], hide_history_before: before });
    expect(await texts('carol')).toEqual(['mid']);
    const later = new Date(clock.now() + 60_000).toISOString();
    expect((await call('POST', ROOM, { add_members: [], hide_history_before: later })).status).toBe(400);
  });

  test('an invite is answered once by the one who has it', async () => {
    const { call } = await aRoom();
    await call('POST', ROOM, { invites: [{ user_id: 'carol' }] });
    const reply = await call('POST', ROOM, { reject_invite: true, user_id: 'carol' });
    const carol = reply.body.members.find((one: { user_id: string }) => one.user_id === 'carol');
    expect([carol.status, carol.invited, typeof carol.invite_rejected_at]).toEqual(['rejected', true, 'number']);
    expect((await call('POST', ROOM, { accept_invite: true, user_id: 'bob' })).status).toBe(400);
  });
});

describe('events', () => {
  const send = (type: string, more: object = {}) => ({ event: { type, user_id: 'alice', ...more } });

  test('are answered with what was sent', async () => {
    const { call } = await aRoom();
    const reply = await call('POST', `${ROOM}/event`, send('typing.start', { custom: { a: 1 }, parent_id: 'p' }));
    expect(reply.status).toBe(201);
    expect(reply.body.event).toMatchObject({
      type: 'typing.start',
      cid: CID,
      channel_type: 'messaging',
      user: { id: 'alice' },
      parent_id: 'p',
      custom: { a: 1 },
    });
    expect((await call('POST', `${ROOM}/event`, send('my-event'))).status).toBe(201);
  });

  const refused: readonly [name: string, body: unknown, status: number, code: number][] = [
    ['an event that the API alone sends', send('message.new'), 400, 18],
    ['no type', { event: { user_id: 'alice' } }, 400, 4],
    ['nobody', { event: { type: 'x' } }, 400, 4],
    ['a stranger', send('x', { user_id: 'ghost' }), 404, 16],
  ];
  test.each(refused)('%s is refused', async (_name, body, status, code) => {
    const { call } = await aRoom();
    const reply = await call('POST', `${ROOM}/event`, body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('what the channel has switched off is not supported', async () => {
    const { call } = await aRoom();
    await call('PUT', '/chat/channeltypes/messaging', { typing_events: false, custom_events: false });
    for (const type of ['typing.stop', 'my-event']) {
      const reply = await call('POST', `${ROOM}/event`, send(type));
      expect([reply.status, reply.body.code]).toEqual([400, 18]);
    }
  });

  test('to a user', async () => {
    const { call } = await aRoom();
    const path = '/chat/users/bob/event';
    expect((await call('POST', path, { event: { type: 'friendship', custom: { a: 1 } } })).status).toBe(201);
    expect((await call('POST', path, { event: { type: 'friend.request' } })).body.code).toBe(4);
    expect((await call('POST', path, {})).body.code).toBe(4);
    expect((await call('POST', '/chat/users/ghost/event', { event: { type: 'a' } })).status).toBe(404);
  });
});

describe('files', () => {
  const form = (name: string, type: string, size = 4, user: unknown = { id: 'alice' }) => {
    const made = new FormData();
    made.set('file', new File(['x'.repeat(size)], name, { type }));
    made.set('user', JSON.stringify(user));
    return made;
  };

  test('get an address and lose it', async () => {
    const { call } = await aRoom();
    const up = await call('POST', `${ROOM}/file`, form('notes.txt', 'text/plain'));
    expect([up.status, up.body.file]).toEqual([201, expect.stringMatching(/^https:.*notes\.txt$/)]);
    const image = form('me.png', 'image/png');
    image.set('upload_sizes', JSON.stringify([{ width: 10, height: 10 }]));
    const picture = await call('POST', `${ROOM}/image`, image);
    expect(picture.body).toMatchObject({ thumb_url: expect.any(String), upload_sizes: [{ width: 10, height: 10 }] });
    const gone = await call('DELETE', `${ROOM}/file?url=${encodeURIComponent(up.body.file)}`);
    expect(gone.status).toBe(200);
    expect((await call('DELETE', `${ROOM}/file?url=${encodeURIComponent(up.body.file)}`)).status).toBe(404);
    expect((await call('DELETE', `${ROOM}/image?url=${encodeURIComponent(picture.body.file)}`)).status).toBe(200);
    expect((await call('DELETE', `${ROOM}/file`)).status).toBe(400);
  });

  test('a vague type is told by the name', async () => {
    const { call } = await aRoom();
    expect((await call('POST', `${ROOM}/image`, form('a.jpg', ''))).status).toBe(201);
    const refused = await call('POST', `${ROOM}/image`, form('a.pdf', 'application/pdf'));
    expect([refused.body.code, refused.body.message]).toEqual([
      4,
      expect.stringContaining('File type application/pdf is not supported'),
    ]);
  });

  test('the app says what may be uploaded', async () => {
    const { call } = await aRoom();
    await call('PATCH', '/app', {
      file_upload_config: { size_limit: 10, allowed_file_extensions: ['.txt'], blocked_mime_types: ['text/html'] },
    });
    const up = (name: string, type: string, size?: number) => call('POST', `${ROOM}/file`, form(name, type, size));
    expect((await up('a.TXT', 'text/plain')).status).toBe(201);
    expect((await up('a.md', 'text/plain')).body.message).toContain('File extension .md is not supported');
    expect((await up('a.txt', 'text/html')).body.message).toContain('File type text/html is not supported');
    const big = await up('a.txt', 'text/plain', 11);
    expect([big.status, big.body.code]).toEqual([413, 22]);
  });

  test('no file, no user, no uploads', async () => {
    const { call, emulator } = await aRoom();
    expect((await call('POST', `${ROOM}/file`, { file: 'a.txt', user: { id: 'alice' } })).body.code).toBe(4);
    const nobody = form('a.txt', 'text/plain');
    nobody.delete('user');
    expect((await call('POST', `${ROOM}/file`, nobody)).body.message).toContain('user is a required field');
    expect((await client(emulator, { user_id: 'bob' }).call('POST', `${ROOM}/file`, nobody)).status).toBe(201);
    await call('PUT', '/chat/channeltypes/messaging', { uploads: false });
    expect((await call('POST', `${ROOM}/file`, form('a.txt', 'text/plain'))).body.code).toBe(19);
  });
});

describe('exports and groups', () => {
  test('an export ends with an address', async () => {
    const { call, clock } = await aRoom();
    const started = await call('POST', '/chat/export_channels', { channels: [{ type: 'messaging', id: 'room' }] });
    expect(started.status).toBe(201);
    clock.pass(1000);
    const task = await call('GET', `/tasks/${started.body.task_id}`);
    expect(task.body).toMatchObject({ status: 'completed', result: { url: expect.stringMatching(/\.json$/) } });
    expect((await call('POST', '/chat/export_channels', { channels: [] })).status).toBe(400);
    expect((await call('POST', '/chat/export_channels', { channels: [{ cid: 'messaging:no' }] })).status).toBe(404);
  });

  test('groups are by tag, with what is unread', async () => {
    const { call, say } = await aRoom();
    await call('PATCH', ROOM, { set: { filter_tags: ['work'] } });
    await say('m');
    const reply = await call('POST', '/chat/channels/grouped', {
      user_id: 'bob',
      groups: { work: {}, fun: { limit: 2 } },
    });
    expect(reply.body.groups.work).toMatchObject({ unread_channels: 1, channels: [{ channel: { cid: CID } }] });
    expect(reply.body.groups.fun).toEqual({ unread_channels: 0, channels: [] });
    expect((await call('POST', '/chat/channels/grouped', { groups: {} })).status).toBe(400);
  });
});

test('with members in every state, under the other answer', async () => {
  const { call } = await aRoom({ assume: { members_without_state: 'b' } });
  expect((await call('POST', `${ROOM}/query`, {})).body.members).toHaveLength(2);
  expect((await call('POST', `${ROOM}/query`, { state: false })).body.members).toEqual([]);
});

describe('a distinct channel', () => {
  async function aPair() {
    const app = await anAppWith(['alice', 'bob', 'carol']);
    const ask = () =>
      app.call('POST', '/chat/channels/messaging/query', {
        data: { created_by_id: 'alice', members: [{ user_id: 'bob' }, { user_id: 'alice' }] },
        state: true,
      });
    const { channel } = (await ask()).body;
    const path = `/chat/channels/messaging/${channel.id}`;
    const members = async () => (await ask()).body.members.map((one: { user_id: string }) => one.user_id).sort();
    return { ...app, ask, path, members, cid: channel.cid };
  }

  test('is the same for the same people, in any order', async () => {
    const { call, cid, ask } = await aPair();
    expect(cid).toMatch(/^messaging:!members-/);
    expect((await ask()).body.channel.cid).toBe(cid);
    const found = await call('POST', '/chat/channels', { filter_conditions: { distinct: true } });
    expect(found.body.channels).toHaveLength(1);
    const alone = await call('POST', '/chat/channels/messaging/query', { data: { created_by_id: 'alice' } });
    expect(alone.body.message).toContain('When using member based IDs specify at least 2 members');
  });

  test('takes nobody in who was never there, and its creator back', async () => {
    const { call, path, members } = await aPair();
    for (const body of [{ add_members: [{ user_id: 'carol' }] }, { invites: [{ user_id: 'carol' }] }]) {
      const reply = await call('POST', path, body);
      expect([reply.status, reply.body.code]).toEqual([403, 17]);
    }
    await call('POST', path, { remove_members: ['alice', 'bob'] });
    expect(await members()).toEqual(['alice']);
    await call('POST', path, { add_members: [{ user_id: 'bob' }] });
    expect(await members()).toEqual(['alice', 'bob']);
  });
});
