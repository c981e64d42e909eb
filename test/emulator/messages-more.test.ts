import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/index.ts';
import { anAppWith, client } from './support.ts';

const ROOM = '/chat/channels/messaging/room';

async function aRoom(options: EmulatorOptions = {}, data: object = {}) {
  const app = await anAppWith(['alice', 'bob', 'carol'], options);
  await app.call('POST', `${ROOM}/query`, {
    data: { created_by_id: 'alice', members: [{ user_id: 'alice' }, { user_id: 'bob' }], ...data },
  });
  const as = (id: string) => client(app.emulator, { user_id: id });
  const send = async (message: object, more: object = {}) => {
    app.clock.pass(1000);
    return app.call('POST', `${ROOM}/message`, { message: { user_id: 'alice', ...message }, ...more });
  };
  const texts = async (id = 'alice') =>
    (await as(id).call('POST', `${ROOM}/query`, {})).body.messages.map((one: { text: string }) => one.text);
  return { ...app, as, send, texts };
}

const ids = (messages: readonly { id: string }[]) => messages.map((one) => one.id);

describe('sending', () => {
  test('answers with the author’s place in the channel and the context', async () => {
    const { send } = await aRoom();
    const reply = await send(
      { text: 'x', mentioned_users: ['bob', 'carol'] },
      { include_channel_context: true, include_mentioned_members: true },
    );
    expect(reply.body.message.member).toEqual({ channel_role: 'channel_member', notifications_muted: false });
    expect(reply.body.channel_context).toMatchObject({ cid: 'messaging:room', created_by: { id: 'alice' } });
    expect(reply.body.mentioned_members).toEqual({ bob: true, carol: false });
    expect((await send({ text: 'x', user_id: 'carol' })).body.message).not.toHaveProperty('member');
  });

  test('a system message need not be the last one', async () => {
    const { send, call } = await aRoom();
    await call('PUT', '/chat/channeltypes/messaging', { skip_last_msg_update_for_system_msgs: true });
    const first = await send({ text: 'x' });
    await send({ text: 'joined', type: 'system' });
    const { channel } = (await call('POST', `${ROOM}/query`, {})).body;
    expect(channel.last_message_at).toBe(first.body.message.created_at);
  });

  const off: readonly [feature: string, message: object, code: number][] = [
    ['replies', { text: 'x', parent_id: 'm' }, 19],
    ['quotes', { text: 'x', quoted_message_id: 'm' }, 19],
    ['polls', { text: 'x', poll_id: 'p' }, 19],
  ];
  test.each(off)('%s can be off', async (feature, message, code) => {
    const { send, call } = await aRoom();
    await send({ id: 'm', text: 'x' });
    await call('PUT', '/chat/channeltypes/messaging', { [feature]: false });
    const reply = await send(message);
    expect([reply.status, reply.body.code]).toEqual([400, code]);
  });

  const refused: readonly [name: string, message: object, code: number, text: string][] = [
    ['a reply to a reply', { text: 'x', parent_id: 'reply' }, 21, 'replies to replies'],
    ['a reply to none', { text: 'x', parent_id: 'none' }, 4, "parent message with ID none doesn't exist"],
    ['a quote of none', { text: 'x', quoted_message_id: 'none' }, 4, "quoted message with ID none doesn't exist"],
    ['too many mentions', { text: 'x', mentioned_users: Array(101).fill('bob') }, 4, 'maximum 100 items'],
    ['too many attachments', { text: 'x', attachments: Array(31).fill({ type: 'a' }) }, 4, 'maximum 30 items'],
    ['too many readers', { text: 'x', restricted_visibility: Array(11).fill('bob') }, 4, 'maximum 10 items'],
    ['translations', { text: 'x', i18n: {} }, 4, 'message.i18n is a reserved field'],
    ['an id with a comma', { text: 'x', id: 'a,b' }, 4, 'invalid characters'],
  ];
  test.each(refused)('%s is refused', async (_name, message, code, text) => {
    const { send } = await aRoom();
    await send({ id: 'm', text: 'x' });
    await send({ id: 'reply', text: 'x', parent_id: 'm' });
    const reply = await send(message);
    expect([reply.status, reply.body.code]).toEqual([400, code]);
    expect(reply.body.message).toContain(text);
  });

  test('slow mode holds clients up, not those who may skip it and not servers', async () => {
    const { as, clock, call } = await aRoom();
    await call('POST', ROOM, { cooldown: 10, add_moderators: ['alice'] });
    const say = (id: string) => as(id).call('POST', `${ROOM}/message`, { message: { text: 'x' } });
    expect((await say('bob')).status).toBe(201);
    const early = await say('bob');
    expect([early.status, early.body.code]).toEqual([403, 60]);
    expect(early.body.message).toContain(
      'user "bob" must wait 10 seconds before sending a message to channel messaging:room',
    );
    expect((await say('alice')).status).toBe(201);
    expect((await say('alice')).status).toBe(201);
    expect((await call('POST', `${ROOM}/message`, { message: { text: 'x', user_id: 'bob' } })).status).toBe(201);
    clock.pass(11_000);
    expect((await say('bob')).status).toBe(201);
  });

  test('nothing is sent to, changed in or put on a frozen channel by clients', async () => {
    const { as, call, send } = await aRoom();
    await send({ id: 'm', text: 'x', user_id: 'bob' });
    await call('PATCH', ROOM, { set: { frozen: true } });
    const bob = as('bob');
    const calls = [
      await bob.call('POST', `${ROOM}/message`, { message: { text: 'x' } }),
      await bob.call('PUT', '/chat/messages/m', { set: { text: 'y' } }),
      await bob.call('POST', '/chat/messages/m/reaction', { reaction: { type: 'like' } }),
    ];
    expect(calls.map((reply) => [reply.status, reply.body.code])).toEqual(Array(3).fill([403, 17]));
    expect((await bob.call('POST', `${ROOM}/query`, {})).status).toBe(201);
    expect((await send({ text: 'still' })).status).toBe(201);
  });

  test('links in it are left as they are', async () => {
    const { send } = await aRoom();
    const reply = await send({ text: 'https://example.com' }, { skip_enrich_url: false });
    expect(reply.body.message.attachments).toEqual([]);
  });
});

describe('who sees a message', () => {
  test('those whom it names, and its author', async () => {
    const { send, texts, as, call } = await aRoom(
      {},
      { members: ['alice', 'bob', 'carol'].map((user_id) => ({ user_id })) },
    );
    const reply = await send({ id: 'secret', text: 'psst', restricted_visibility: ['bob'] });
    expect(reply.body.message.restricted_visibility).toEqual(['bob']);
    expect([await texts('alice'), await texts('bob'), await texts('carol')]).toEqual([['psst'], ['psst'], []]);
    expect((await as('carol').call('GET', '/chat/messages/secret')).status).toBe(404);
    expect((await as('bob').call('GET', '/chat/messages/secret')).status).toBe(200);
    expect((await call('GET', '/chat/messages/secret')).status).toBe(200);
    expect((await as('carol').call('GET', `${ROOM}/messages?ids=secret`)).body.messages).toEqual([]);
  });

  test('not those who deleted it for themselves', async () => {
    const { send, texts, call } = await aRoom();
    await send({ id: 'm', text: 'x' });
    const gone = await call('DELETE', '/chat/messages/m?delete_for_me=true&deleted_by=bob');
    expect(gone.body.message).toMatchObject({ type: 'regular', deleted_for_me: true });
    expect([await texts('alice'), await texts('bob')]).toEqual([['x'], []]);
    expect((await call('DELETE', '/chat/messages/m?delete_for_me=true')).status).toBe(400);
    expect((await call('DELETE', '/chat/messages/m?delete_for_me=true&hard=true&deleted_by=bob')).status).toBe(400);
  });

  test('its author alone while it waits', async () => {
    const { send, as, call, texts } = await aRoom();
    const sent = await send({ id: 'm', text: 'x' }, { pending: true, pending_message_metadata: { why: 'check' } });
    expect(sent.body.pending_message_metadata).toEqual({ why: 'check' });
    expect([await texts('alice'), await texts('bob')]).toEqual([[], []]);
    const own = (await as('alice').call('POST', `${ROOM}/query`, {})).body;
    expect(own.pending_messages).toMatchObject([{ message: { id: 'm' }, metadata: { why: 'check' } }]);
    expect(own.channel).not.toHaveProperty('last_message_at');
    expect((await as('bob').call('POST', `${ROOM}/query`, {})).body).not.toHaveProperty('pending_messages');
    expect((await as('bob').call('GET', '/chat/messages/m')).status).toBe(404);
    expect((await call('GET', '/chat/messages/m')).body.pending_message_metadata).toEqual({ why: 'check' });
    expect((await call('POST', '/chat/messages/m/commit', {})).body.message.id).toBe('m');
    expect(await texts('bob')).toEqual(['x']);
    expect((await call('POST', '/chat/messages/m/commit', {})).body.code).toBe(4);
    expect((await call('POST', '/chat/messages/none/commit', {})).status).toBe(404);
  });

  test('a type can make all messages wait', async () => {
    const { send, call, texts } = await aRoom();
    await call('PUT', '/chat/channeltypes/messaging', { mark_messages_pending: true });
    await send({ id: 'm', text: 'x' });
    expect(await texts('bob')).toEqual([]);
  });

  test('plans without these refuse them', async () => {
    const { send, call } = await aRoom({ assume: { message_features_of_plan: 'b' } });
    expect((await send({ text: 'x', restricted_visibility: ['bob'] })).body.message).toContain('not enabled');
    expect((await send({ text: 'x' }, { pending: true })).body.message).toContain('not enabled');
    const history = await call('POST', '/chat/messages/history', { filter: { message_id: 'm' } });
    expect([history.status, history.body.message]).toEqual([400, expect.stringContaining('not enabled')]);
  });
});

describe('block lists', () => {
  const list = async (app: Awaited<ReturnType<typeof aRoom>>, behavior: string, more: object = {}) => {
    await app.call('POST', '/blocklists', { name: 'rules', words: ['fudge', 'oh snap'], ...more });
    await app.call('PUT', '/chat/channeltypes/messaging', { blocklists: [{ blocklist: 'rules', behavior }] });
  };

  test('block: the answer is an error message and nothing is stored', async () => {
    const app = await aRoom();
    await list(app, 'block');
    const reply = await app.send({ id: 'm', text: 'What the FUDGE!' });
    expect([reply.status, reply.body.message.type, reply.body.message.text]).toEqual([
      201,
      'error',
      'Automod blocked your message',
    ]);
    expect((await app.call('GET', '/chat/messages/m')).status).toBe(404);
    expect((await app.send({ id: 'm', text: 'fudges are fine' })).body.message.type).toBe('regular');
    const changed = await app.call('PUT', '/chat/messages/m', { set: { text: 'oh snap' }, user_id: 'alice' });
    expect([changed.status, changed.body.code]).toEqual([400, 73]);
    expect((await app.call('DELETE', '/blocklists/rules')).status).toBe(200);
    expect((await app.send({ text: 'fudge' })).body.message.type).toBe('regular');
  });

  test('flag: the message is there with what was found', async () => {
    const app = await aRoom();
    await list(app, 'flag');
    const { message } = (await app.send({ text: 'fudge' })).body;
    expect(message.moderation).toEqual({
      action: 'flag',
      original_text: 'fudge',
      blocklist_matched: 'rules',
      blocklists_matched: ['rules'],
    });
    expect((await app.send({ text: 'fine' })).body.message).not.toHaveProperty('moderation');
  });

  test('shadow block: only the author sees it', async () => {
    const app = await aRoom();
    await list(app, 'shadow_block');
    const { id, shadowed } = (await app.send({ text: 'fudge' })).body.message;
    expect([shadowed, (await app.call('GET', `/chat/messages/${id}`)).body.message.shadowed]).toEqual([false, true]);
    expect([await app.texts('alice'), await app.texts('bob')]).toEqual([['fudge'], []]);
  });

  test('one channel can have a list of its own, and those with the right are not looked at', async () => {
    const app = await aRoom();
    await app.call('POST', '/blocklists', { name: 'own', words: ['fudge'] });
    await app.call('PATCH', ROOM, { set: { config_overrides: { blocklist: 'own', blocklist_behavior: 'block' } } });
    await app.call('POST', ROOM, { add_moderators: ['bob'] });
    const say = async (id: string) =>
      (await app.as(id).call('POST', `${ROOM}/message`, { message: { text: 'fudge' } })).body.message.type;
    expect([await say('alice'), await say('bob')]).toEqual(['error', 'regular']);
  });

  const kinds: readonly [type: string, words: string[], text: string, isFound: boolean, more?: object][] = [
    ['word', ['ass'], 'class', false],
    ['word', ['ass'], 'class', true, { is_substring_matching_enabled: true }],
    ['word', ['loser'], 'losers', true, { is_plural_check_enabled: true }],
    ['word', ['loser'], 'l0s3r', true, { is_leet_check_enabled: true }],
    ['word', ['cafe'], 'café', true, { is_confusable_folding_enabled: true }],
    ['word', ['a.b'], 'axb', false],
    ['regex', ['^ba+d$'], 'baaad', true],
    ['regex', ['('], 'x', false],
    ['domain', ['bad.example'], 'see https://www.bad.example/x', true],
    ['domain', ['bad.example'], 'see https://notbad.example/x', false],
    ['domain_allowlist', ['good.example'], 'see https://other.example', true],
    ['domain_allowlist', ['good.example'], 'see www.good.example', false],
    ['email', ['a@b.example'], 'write to A@b.example', true],
    ['email_allowlist', ['a@b.example'], 'write to c@b.example', true],
  ];
  test.each(kinds)('of type %s with %j: %s', async (type, words, text, isFound, more = {}) => {
    const app = await aRoom();
    await list(app, 'block', { type, words, ...more });
    expect((await app.send({ text })).body.message.type).toBe(isFound ? 'error' : 'regular');
  });

  test('servers may be let through, unless they want it', async () => {
    const app = await aRoom({ assume: { block_lists_for_servers: 'b' } });
    await list(app, 'block');
    expect((await app.send({ text: 'fudge' })).body.message.type).toBe('regular');
    expect((await app.send({ text: 'fudge' }, { force_moderation: true })).body.message.type).toBe('error');
  });
});

describe('commands', () => {
  const action = (value: string) => ({ form_data: { image_action: value }, user_id: 'alice' });

  test('giphy offers a picture that is shuffled and sent', async () => {
    const { send, call, texts } = await aRoom();
    const { message } = (await send({ id: 'g', text: '/giphy cat' })).body;
    expect(message).toMatchObject({
      type: 'ephemeral',
      command: 'giphy',
      attachments: [{ type: 'giphy', title: 'cat' }],
    });
    expect(message.attachments[0].actions.map((one: { value: string }) => one.value)).toEqual([
      'send',
      'shuffle',
      'cancel',
    ]);
    expect(await texts()).toEqual([]);
    const other = (await call('POST', '/chat/messages/g/action', action('shuffle'))).body.message;
    expect(other.attachments[0].thumb_url).not.toBe(message.attachments[0].thumb_url);
    expect((await call('POST', '/chat/messages/g/action', action('fly'))).status).toBe(400);
    const sent = (await call('POST', '/chat/messages/g/action', action('send'))).body.message;
    expect([sent.type, sent.attachments[0].actions]).toEqual(['regular', []]);
    expect(await texts('bob')).toEqual(['/giphy cat']);
    expect((await call('POST', '/chat/messages/g/action', action('send'))).body.code).toBe(4);
  });

  test('or goes away', async () => {
    const { send, call, as } = await aRoom();
    await send({ id: 'g', text: '/giphy cat' });
    expect((await as('bob').call('POST', '/chat/messages/g/action', action('cancel'))).status).toBe(404);
    expect((await call('POST', '/chat/messages/g/action', { ...action('cancel'), user_id: 'bob' })).status).toBe(403);
    const gone = await call('POST', '/chat/messages/g/action', action('cancel'));
    expect([gone.status, gone.body.message]).toEqual([201, undefined]);
    expect((await call('GET', '/chat/messages/g')).status).toBe(404);
  });

  test('the customer’s own need a handler', async () => {
    const { send, call } = await aRoom();
    await call('POST', '/chat/commands', { name: 'ticket', description: 'Open a ticket' });
    await call('PUT', '/chat/channeltypes/messaging', { commands: ['giphy', 'ticket'] });
    expect((await send({ text: '/ticket help' })).body.code).toBe(44);
    await call('PATCH', '/app', { custom_action_handler_url: 'https://example.com/action' });
    expect((await send({ text: '/ticket help' })).body.code).toBe(45);
    expect((await send({ text: '/unknown x' })).body.message.type).toBe('regular');
  });
});

describe('changing', () => {
  test('for the moment leaves what is stored', async () => {
    const { send, call } = await aRoom();
    await send({ id: 'm', text: 'x' });
    const reply = await call('PATCH', '/chat/messages/m/ephemeral', { set: { text: 'thinking' }, user_id: 'alice' });
    expect([reply.status, reply.body.message.text]).toEqual([200, 'thinking']);
    expect((await call('GET', '/chat/messages/m')).body.message.text).toBe('x');
    expect((await call('PATCH', '/chat/messages/m/ephemeral', { set: {}, user_id: 'alice' })).status).toBe(400);
  });

  test('translating adds texts by language', async () => {
    const { send, call } = await aRoom();
    await send({ id: 'm', text: 'Hello' });
    const reply = await call('POST', '/chat/messages/m/translate', { language: 'es' });
    expect([reply.status, reply.body.message.i18n]).toEqual([
      201,
      { language: 'en', en_text: 'Hello', es_text: 'Hello' },
    ]);
    expect((await call('POST', '/chat/messages/m/translate', { language: 'xx' })).body.code).toBe(4);
    expect((await call('POST', '/chat/messages/none/translate', { language: 'es' })).status).toBe(404);
  });

  test('keeps former versions, newest first', async () => {
    const { send, call, clock } = await aRoom();
    await send({ id: 'm', text: 'one', custom: { n: 1 } });
    for (const [text, user_id] of [
      ['two', 'alice'],
      ['three', 'bob'],
    ] as const) {
      clock.pass(1000);
      await call('POST', '/chat/messages/m', { message: { text, user_id } });
    }
    const ask = async (more: object = {}) =>
      (await call('POST', '/chat/messages/history', { filter: { message_id: 'm' }, ...more })).body;
    expect((await ask()).message_history).toMatchObject([
      { message_id: 'm', text: 'two', message_updated_by_id: 'alice', custom: {}, is_deleted: false },
      { message_id: 'm', text: 'one', message_updated_by_id: 'alice', custom: { n: 1 } },
    ]);
    const sort = [{ field: 'message_updated_at', direction: 1 }];
    const first = await ask({ sort, limit: 1 });
    expect(first.message_history[0].text).toBe('one');
    const second = await ask({ sort, limit: 1, next: first.next });
    expect([second.message_history[0].text, second.next]).toEqual(['two', undefined]);
    expect((await ask({ sort, limit: 1, prev: second.prev })).message_history[0].text).toBe('one');
    for (const body of [{}, { filter: {} }, { filter: { message_id: 'm' }, next: '!' }, { filter: { text: 'x' } }])
      expect((await call('POST', '/chat/messages/history', body)).body.code).toBe(4);
  });

  test('a deleted message is neither changed nor reacted to', async () => {
    const { send, call } = await aRoom();
    await send({ id: 'm', text: 'x' });
    await call('DELETE', '/chat/messages/m');
    for (const reply of [
      await call('PUT', '/chat/messages/m', { set: { text: 'y' }, user_id: 'alice' }),
      await call('POST', '/chat/messages/m/reaction', { reaction: { type: 'like', user_id: 'alice' } }),
      await call('POST', '/chat/messages/m/translate', { language: 'es' }),
    ])
      expect([reply.status, reply.body.code]).toEqual([404, 16]);
    expect((await call('GET', '/chat/messages/m?show_deleted_message=true')).body.message.text).toBe('x');
  });
});

describe('reading', () => {
  async function aThread() {
    const app = await aRoom();
    await app.send({ id: 'p', text: 'parent' });
    for (const id of ['r1', 'r2', 'r3']) await app.send({ id, text: id, parent_id: 'p', user_id: 'bob' });
    return app;
  }

  test('replies in pages', async () => {
    const { call } = await aThread();
    const replies = async (query = '') => ids((await call('GET', `/chat/messages/p/replies${query}`)).body.messages);
    expect(await replies()).toEqual(['r1', 'r2', 'r3']);
    expect(await replies('?limit=2')).toEqual(['r2', 'r3']);
    expect(await replies('?id_lt=r3&limit=1')).toEqual(['r2']);
    expect(await replies('?id_gte=r2')).toEqual(['r2', 'r3']);
    expect(await replies('?id_around=r2&limit=3')).toEqual(['r1', 'r2', 'r3']);
    expect(await replies(`?sort=${encodeURIComponent('[{"field":"created_at","direction":-1}]')}`)).toEqual([
      'r3',
      'r2',
      'r1',
    ]);
    expect((await call('GET', '/chat/messages/p/replies?id_lt=none')).status).toBe(400);
    expect((await call('GET', '/chat/messages/none/replies')).status).toBe(404);
    const { message } = (await call('GET', '/chat/messages/p')).body;
    expect([message.reply_count, message.deleted_reply_count]).toEqual([3, 0]);
    expect(message.thread_participants.map((one: { id: string }) => one.id)).toEqual(['bob']);
  });

  test('a deleted reply is counted apart, a hard deleted parent takes its replies along', async () => {
    const { call } = await aThread();
    await call('DELETE', '/chat/messages/r1');
    const { message } = (await call('GET', '/chat/messages/p')).body;
    expect([message.reply_count, message.deleted_reply_count]).toEqual([3, 1]);
    await call('DELETE', '/chat/messages/p?hard=true');
    expect((await call('GET', '/chat/messages/r2')).status).toBe(404);
    expect((await call('POST', `${ROOM}/query`, {})).body.channel).not.toHaveProperty('last_message_at');
  });

  test('pinned messages by id, by instant, in either order', async () => {
    const { call, send, clock } = await aRoom();
    const at: Record<string, number> = {};
    for (const id of ['a', 'b', 'c']) {
      const sent = await send({ id, text: id, pinned: true });
      at[id] = sent.body.message.pinned_at;
    }
    const pinned = async (query = '') => ids((await call('GET', `${ROOM}/pinned_messages${query}`)).body.messages);
    expect(await pinned()).toEqual(['c', 'b', 'a']);
    expect(await pinned('?limit=1&offset=1')).toEqual(['b']);
    expect(await pinned('?id_lt=c&limit=1')).toEqual(['b']);
    expect(await pinned('?id_gte=b')).toEqual(['c', 'b']);
    expect(await pinned('?id_around=b&limit=3')).toEqual(['c', 'b', 'a']);
    expect(await pinned(`?pinned_at_after=${at['a']}`)).toEqual(['c', 'b']);
    expect(await pinned(`?pinned_at_after_or_equal=${at['a']}&limit=1`)).toEqual(['a']);
    expect(await pinned(`?pinned_at_before=${at['c']}`)).toEqual(['b', 'a']);
    expect(await pinned(`?pinned_at_before_or_equal=${at['a']}`)).toEqual(['a']);
    const iso = new Date((at['b'] ?? 0) / 1e6).toISOString();
    expect(await pinned(`?pinned_at_around=${iso}&limit=1`)).toEqual(['b']);
    const sort = encodeURIComponent('[{"field":"pinned_at","direction":1}]');
    expect(await pinned(`?sort=${sort}`)).toEqual(['a', 'b', 'c']);
    for (const query of ['?sort=x', '?pinned_at_after=soon', '?id_lt=none'])
      expect((await call('GET', `${ROOM}/pinned_messages${query}`)).status).toBe(400);
    const expires = new Date(clock.now() + 5000).toISOString();
    await call('PUT', '/chat/messages/c', { set: { pin_expires: expires }, user_id: 'alice' });
    clock.pass(6000);
    expect(await pinned()).toEqual(['b', 'a']);
    expect((await call('GET', '/chat/messages/c')).body.message).toMatchObject({ pinned: false, pinned_at: null });
  });

  test('messages of a channel around an instant', async () => {
    const { call, send } = await aRoom();
    const at: Record<string, number> = {};
    for (const id of ['a', 'b', 'c']) at[id] = (await send({ id, text: id })).body.message.created_at;
    const page = async (messages: object) =>
      ids((await call('POST', `${ROOM}/query`, { state: true, messages })).body.messages);
    expect(await page({ created_at_before: at['c'], limit: 1 })).toEqual(['b']);
    expect(await page({ created_at_after_or_equal: at['b'] })).toEqual(['b', 'c']);
    expect(await page({ created_at_around: at['b'], limit: 1 })).toEqual(['b']);
  });
});
