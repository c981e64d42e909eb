/** Short forms, references, and reads of channels: as few and as small as the configuration allows. */
import { describe, expect, test } from 'vitest';
import { asObject, type Json, type JsonObject } from '../../../src/core/json.ts';
import type { Wanted } from '../../../src/core/kind.ts';
import { channel } from '../../../src/kinds/channel/index.ts';
import { diffOf, type FakeReader, fakeReader, range, readAll } from './support.ts';

const state = (cid: string, more: JsonObject = {}, parts: JsonObject = {}): JsonObject => ({
  channel: { cid, custom: {}, frozen: false, disabled: false, config: {}, ...more },
  members: [],
  ...parts,
});
const member = (user_id: string, more: JsonObject = {}): JsonObject => ({
  user_id,
  channel_role: 'channel_member',
  ...more,
});
const idsOf = (payload: JsonObject | undefined): readonly string[] =>
  asObject(asObject(payload?.['filter_conditions'])['cid'])['$in'] as readonly string[];
/** Answers with the asked channels, each as `of` says. */
const channelsReader = (
  of: (cid: string) => JsonObject = (cid) => state(cid),
  more: Parameters<typeof fakeReader>[0] = {},
): FakeReader => fakeReader({ QueryChannels: (payload) => ({ channels: idsOf(payload).map(of) }), ...more });
const wanted = (id: string, body: JsonObject = {}): Wanted => ({ id, body });

describe('short forms', () => {
  test.each<[string, Json, JsonObject]>([
    ['a list of members', { members: ['ann', 7] }, { members: { ann: {}, 7: {} } }],
    ['a role for a member', { members: { ann: 'host' } }, { members: { ann: { channel_role: 'host' } } }],
    [
      'a member as an object',
      { members: { ann: { custom: { a: 1 } }, bob: null } },
      { members: { ann: { custom: { a: 1 } }, bob: null } },
    ],
    ['the long form', { members: { mode: 'exact', list: ['ann'] } }, { members_mode: 'exact', members: { ann: {} } }],
    [
      'the long form without a mode',
      { members: { list: { ann: 'host' } } },
      { members: { ann: { channel_role: 'host' } } },
    ],
    ['moderators', { moderators: ['ann'] }, { members: { ann: { channel_role: 'channel_moderator' } } }],
    [
      'moderators who are members',
      { members: ['ann', 'bob'], moderators: ['ann'] },
      { members: { ann: { channel_role: 'channel_moderator' }, bob: {} } },
    ],
    [
      'a moderator with a role of its own keeps it',
      { members: { ann: 'host' }, moderators: ['ann'] },
      { members: { ann: { channel_role: 'host' } } },
    ],
    [
      'exactly these moderators',
      { members: { mode: 'exact', list: [] }, moderators: ['ann'] },
      { members_mode: 'exact', members: { ann: { channel_role: 'channel_moderator' } } },
    ],
    ['an empty list', { members: [] }, { members: {} }],
    [
      'name and image',
      { name: 'Room', image: 'x.png', custom: { a: 1 } },
      { custom: { a: 1, name: 'Room', image: 'x.png' } },
    ],
    ['a name alone', { name: '' }, { custom: { name: '' } }],
    ['a null name unsets it', { name: null }, { custom: { name: null } }],
    ['messages stay', { messages: { a: { text: 'x' } } }, { messages: { a: { text: 'x' } } }],
    ['nothing', {}, {}],
    [
      'what is not understood stays, for the schema to refuse',
      { members: 7, moderators: 'ann', custom: 5 },
      { members: 7, moderators: 'ann', custom: 5 },
    ],
    ['a list of others than ids', { members: [{}] }, { members: [{}] }],
    ['moderators that are no list', { members: ['ann'], moderators: 3 }, { members: { ann: {} }, moderators: 3 }],
  ])('%s', (_name, raw, expected) => expect(channel.normalise(raw)).toEqual(expected));

  test('what is no map is nothing', () => {
    expect(channel.normalise('x')).toBeUndefined();
    expect(channel.normalise(['x'])).toBeUndefined();
  });

  test('short forms of short forms change nothing more', () => {
    for (const raw of [{ members: { mode: 'exact', list: ['a'] } }, { name: 'x' }, { moderators: ['a'] }]) {
      const once = channel.normalise(raw) ?? {};
      expect(channel.normalise(once)).toEqual(once);
    }
  });

  test('members that are ignored are neither compared nor sent', () => {
    const body =
      channel.settle?.(channel.normalise({ members: { mode: 'ignore', list: ['ann'] }, custom: { a: 1 } }) ?? {}) ?? {};
    expect(body['members']).toBeUndefined();
    expect(diffOf(channel, 'a:b', body, { live: { custom: { a: 1 }, members: {} } }).changes).toEqual([]);
    expect(channel.settle?.({ members: { ann: {} }, members_mode: 'exact' })).toHaveProperty('members');
  });
});

describe('references', () => {
  test('type, creator, announcer, members with their roles, authors', () => {
    const body = {
      created_by_id: 'bot',
      announce: { as: 'herald' },
      members: { 'a/n': { channel_role: 'host' }, bob: {}, gone: null, odd: 'text' },
      messages: { hi: { user_id: 'ann' }, odd: null },
    };
    expect(channel.references('live:launch', body)).toEqual([
      { kind: 'channel_type', id: 'live', at: '' },
      { kind: 'user', id: 'bot', at: '/created_by_id' },
      { kind: 'user', id: 'herald', at: '/announce/as' },
      { kind: 'user', id: 'a/n', at: '/members/a~1n' },
      { kind: 'role', id: 'host', at: '/members/a~1n/channel_role' },
      { kind: 'user', id: 'bob', at: '/members/bob' },
      { kind: 'user', id: 'odd', at: '/members/odd' },
      { kind: 'user', id: 'ann', at: '/messages/hi/user_id' },
    ]);
    expect(
      channel.references('live:launch', { created_by_id: '', members: null, messages: null, announce: null }),
    ).toEqual([{ kind: 'channel_type', id: 'live', at: '' }]);
  });
});

describe('pages', () => {
  test('thirty channels a page', async () => {
    const reader = channelsReader();
    const found = await readAll(
      channel,
      reader,
      range(65, 'a:c').map((id) => wanted(id)),
    );
    expect(found.map((each) => each.id)).toEqual(range(65, 'a:c'));
    expect(reader.payloads('QueryChannels').map((payload) => idsOf(payload).length)).toEqual([30, 30, 5]);
    expect(reader.calls).toHaveLength(3);
  });

  test('grouped by what they need', async () => {
    const reader = channelsReader(undefined, { GetManyMessages: { messages: [] } });
    await readAll(channel, reader, [
      wanted('a:plain'),
      wanted('a:members', { members: {} }),
      wanted('a:messages', { messages: { m: {} } }),
      wanted('a:both', { members: {}, messages: {} }),
      wanted('a:plain2', { custom: { a: 1 } }),
      { id: 'a:going' },
    ]);
    expect(
      reader
        .payloads('QueryChannels')
        .map((each) => [idsOf(each), each['member_limit'], Number(each['message_limit']) > 0, each['limit']]),
    ).toEqual([
      [['a:plain', 'a:plain2', 'a:going'], 0, false, 30],
      [['a:members'], 100, false, 30],
      [['a:messages'], 0, true, 30],
      [['a:both'], 100, true, 30],
    ]);
  });

  test('messages that are not verified need no room', async () => {
    const reader = channelsReader();
    await readAll(channel, reader, [wanted('a:b', { messages: { m: { text: 'x' } } })], false);
    expect(reader.payloads('QueryChannels')[0]).toMatchObject({ message_limit: 0 });
    expect(reader.calls).toHaveLength(1);
  });

  test('a channel that was not asked for is passed over', async () => {
    const reader = fakeReader({ QueryChannels: { channels: [state('a:other'), state('a:b')] } });
    expect((await readAll(channel, reader, [wanted('a:b')])).map((each) => each.id)).toEqual(['a:b']);
  });

  test('a channel as the configuration would say it', async () => {
    const live = state(
      'a:b',
      {
        custom: { name: 'Room' },
        frozen: true,
        cooldown: 5,
        team: 'red',
        filter_tags: ['x'],
        created_by: { id: 'bot', name: 'Bot' },
        member_count: 1,
        created_at: 7e18,
      },
      { members: [member('ann', { custom: { k: 1 }, role: 'member', created_at: 1 })] },
    );
    const [found] = await readAll(
      channel,
      channelsReader(() => live),
      [wanted('a:b', { members: {} })],
    );
    expect(found).toEqual({
      id: 'a:b',
      body: {
        custom: { name: 'Room' },
        frozen: true,
        disabled: false,
        cooldown: 5,
        team: 'red',
        filter_tags: ['x'],
        created_by_id: 'bot',
        members: { ann: { channel_role: 'channel_member', custom: { k: 1 } } },
      },
      blind: ['/config_overrides'],
      facts: { member_count: 1, created_at: 7e18 },
    });
  });
});

describe('members beyond the page', () => {
  const page = range(100).map((id) => member(id));
  const crowd = (count: number) => (cid: string) => state(cid, { member_count: count }, { members: page });
  const filters = (reader: FakeReader) => reader.payloads('QueryMembers').map((each) => each['filter_conditions']);

  test('a page that is not full is everybody', async () => {
    const reader = channelsReader((cid) => state(cid, { member_count: 3 }, { members: page.slice(0, 3) }));
    await readAll(channel, reader, [wanted('a:b', { members: { u0: {}, stranger: {} } })]);
    expect(reader.payloads('QueryMembers')).toEqual([]);
  });

  test('at least: only the declared ids that have not been seen', async () => {
    const reader = channelsReader(crowd(50_000), { QueryMembers: { members: [member('late')] } });
    const [found] = await readAll(channel, reader, [wanted('a:b', { members: { u5: {}, late: {}, absent: {} } })]);
    expect(reader.payloads('QueryMembers')).toEqual([
      {
        type: 'a',
        id: 'b',
        filter_conditions: { user_id: { $in: ['late', 'absent'] } },
        limit: 100,
        sort: [{ field: 'user_id', direction: 1 }],
      },
    ]);
    expect(Object.keys(found?.body['members'] as JsonObject)).toEqual([...range(100), 'late']);
  });

  test('at least, all of them seen: no more questions', async () => {
    const reader = channelsReader(crowd(50_000));
    await readAll(channel, reader, [wanted('a:b', { members: { u5: {} } })]);
    expect(reader.calls).toHaveLength(1);
  });

  test('at least, many: a hundred ids a lookup, fewer if they are long', async () => {
    const asked = async (ids: readonly string[]) => {
      const reader = channelsReader(crowd(50_000), { QueryMembers: { members: [] } });
      await readAll(channel, reader, [wanted('a:b', { members: Object.fromEntries(ids.map((id) => [id, {}])) })]);
      for (const call of reader.calls.filter((each) => each.op === 'QueryMembers'))
        expect(call.path.length).toBeLessThan(7000);
      return filters(reader).map(
        (filter) => (asObject(asObject(filter)['user_id'])['$in'] as readonly string[]).length,
      );
    };
    expect(await asked(range(250, 'x'))).toEqual([100, 100, 50]);
    expect((await asked(range(100, '@'.repeat(250)))).every((count) => count <= 8)).toBe(true);
  });

  test('exactly: everybody, page after page by id, never by offset', async () => {
    const all = [...range(250, 'm')].sort();
    const reader = channelsReader(crowd(250), {
      QueryMembers: ({ filter_conditions }) => {
        const after = asObject(asObject(filter_conditions)['user_id'] ?? {})['$gt'];
        const rest = after === undefined ? all : all.filter((id) => id > String(after));
        return { members: rest.slice(0, 100).map((id) => member(id)) };
      },
    });
    const [found] = await readAll(channel, reader, [wanted('a:b', { members: { m1: {} }, members_mode: 'exact' })]);
    expect(Object.keys(found?.body['members'] as JsonObject)).toEqual(all);
    expect(filters(reader)).toEqual([{}, { user_id: { $gt: all[99] } }, { user_id: { $gt: all[199] } }]);
    for (const payload of reader.payloads('QueryMembers')) expect(payload).not.toHaveProperty('offset');
  });

  test('exactly, of an API that answers the same page for ever: it ends', async () => {
    const reader = channelsReader(crowd(250), { QueryMembers: { members: page } });
    await readAll(channel, reader, [wanted('a:b', { members: {}, members_mode: 'exact' })]);
    expect(reader.payloads('QueryMembers')).toHaveLength(2);
  });

  test('ids stand in the row or in its user', async () => {
    const reader = channelsReader((cid) =>
      state(cid, {}, { members: [{ user: { id: 'ann' }, channel_role: 'host' }, {}] }),
    );
    const [found] = await readAll(channel, reader, [wanted('a:b', { members: {} })]);
    expect(Object.keys(found?.body['members'] as JsonObject)).toEqual(['ann', '']);
  });

  test('an invitation is carried out once the user stands in the list', async () => {
    const reader = channelsReader((cid) => state(cid, {}, { members: [member('ann')] }));
    const body = { members: { ann: { invite: true } } };
    const [found] = await readAll(channel, reader, [wanted('a:b', body)]);
    expect(diffOf(channel, 'a:b', body, { live: found?.body ?? {} }).changes).toEqual([]);
  });
});

describe('messages', () => {
  const declared = { a: { user_id: 'bot', text: 'A' }, b: { user_id: 'bot', text: 'B', id: 'mine' } };
  const live = (id: string, text: string, more: JsonObject = {}): JsonObject => ({
    id,
    text,
    type: 'regular',
    user: { id: 'bot' },
    pinned: false,
    pin_expires: null,
    attachments: [],
    mentioned_users: [{ id: 'ann' }],
    custom: {},
    ...more,
  });
  const asked = (reader: FakeReader) =>
    reader.calls.filter((call) => call.op === 'GetManyMessages').map((call) => call.path);

  test('those that the channel’s reply carries need no question', async () => {
    const reader = channelsReader((cid) =>
      state(cid, {}, { pinned_messages: [live('x:y:a', 'A')], messages: [live('mine', 'B')] }),
    );
    const [found] = await readAll(channel, reader, [wanted('x:y', { messages: declared })]);
    expect(asked(reader)).toEqual([]);
    expect(found?.body['messages']).toMatchObject({
      a: { text: 'A', user_id: 'bot', mentioned_users: ['ann'] },
      b: { text: 'B' },
    });
    expect(diffOf(channel, 'x:y', { messages: declared }, { live: found?.body ?? {} }).changes).toEqual([]);
  });

  test('the others are asked for by their ids, fifty at a time', async () => {
    const many = Object.fromEntries(range(120, 'k').map((key) => [key, { text: key }]));
    const reader = channelsReader(undefined, { GetManyMessages: { messages: [] } });
    const [found] = await readAll(channel, reader, [wanted('x:y', { messages: many })]);
    expect(asked(reader).map((at) => at.split(',').length)).toEqual([50, 50, 20]);
    expect(asked(reader)[0]).toMatch(/^\/api\/v2\/chat\/channels\/x\/y\/messages\?ids=x%3Ay%3Ak0,x%3Ay%3Ak1,/);
    expect(found?.body['messages']).toEqual({});
  });

  test('a deleted one stays deleted, with a note', async () => {
    for (const gone of [{ type: 'deleted' }, { deleted_at: 1.7e18 }]) {
      const reader = channelsReader(undefined, {
        GetManyMessages: { messages: [live('x:y:a', '', gone), live('mine', 'B')] },
      });
      const [found] = await readAll(channel, reader, [wanted('x:y', { messages: declared })]);
      const diff = diffOf(
        channel,
        'x:y',
        { messages: declared },
        { live: found?.body ?? {}, resource: { facts: found?.facts ?? {} } },
      );
      expect(diff.changes).toEqual([]);
      expect(diff.notes).toMatchObject([
        { severity: 'note', code: 'message-deleted', subject: 'channel.x:y.messages.a' },
      ]);
    }
  });

  test('those that are not verified are taken as present, and are blind', async () => {
    const [found] = await readAll(channel, channelsReader(), [wanted('x:y', { messages: declared })], false);
    const diff = diffOf(
      channel,
      'x:y',
      { messages: declared },
      { live: found?.body ?? {}, resource: { blind: found?.blind ?? [] } },
    );
    expect(diff.changes).toEqual([]);
    expect(diff.blind).toEqual(['channel.x:y.messages.a', 'channel.x:y.messages.b']);
  });

  test('one that is not verified can be sent', async () => {
    const [found] = await readAll(channel, channelsReader(), [wanted('x:y', { messages: declared })], false);
    const { changes } = diffOf(
      channel,
      'x:y',
      { messages: declared },
      { live: found?.body ?? {}, resource: { blind: found?.blind ?? [] }, send: ['channel.x:y.messages.b'] },
    );
    expect(
      changes
        .flatMap((change) => channel.write(change))
        .map(({ call }) => [call.op, asObject(call.body?.['message'])['id']]),
    ).toEqual([['SendMessage', 'mine']]);
  });

  test('what the API adds to a message is no difference', async () => {
    const body = {
      messages: {
        a: {
          user_id: 'bot',
          text: 'A',
          pin_expires: '2030-01-01T00:00:00Z',
          attachments: [{ type: 'image' }, { type: 'x', custom: { k: 1 } }],
          shared_location: { latitude: 1, longitude: 2, end_at: '2030-01-01T00:00:00+01:00' },
        },
      },
    };
    const shown = {
      pin_expires: Date.parse('2030-01-01') * 1e6,
      attachments: [
        { type: 'image', custom: {} },
        { type: 'x', custom: { k: 1 } },
      ],
      shared_location: { latitude: 1, longitude: 2, end_at: (Date.parse('2030-01-01') - 3_600_000) * 1e6 },
      reaction_counts: {},
      html: '<p>A</p>',
    };
    const reader = channelsReader(undefined, { GetManyMessages: { messages: [live('x:y:a', 'A', shown)] } });
    const [found] = await readAll(channel, reader, [wanted('x:y', body)]);
    expect(diffOf(channel, 'x:y', body, { live: found?.body ?? {} })).toMatchObject({ changes: [], notes: [] });
    const other = diffOf(
      channel,
      'x:y',
      { messages: { a: { attachments: ['odd'], shared_location: 'odd' } } },
      { live: found?.body ?? {} },
    );
    expect(other.changes[0]?.fields.map((field) => field.path)).toEqual(['/messages/a/attachments']);
    expect(other.notes).toMatchObject([{ code: 'create-only-field' }]);
  });

  test('mentions come as ids or users, authors as users or not at all', async () => {
    const reader = channelsReader(undefined, {
      GetManyMessages: { messages: [live('x:y:a', 'A', { mentioned_users: ['ann', {}], user: null })] },
    });
    const [found] = await readAll(channel, reader, [wanted('x:y', { messages: { a: { text: 'A' } } })]);
    expect(found?.body['messages']).toMatchObject({ a: { mentioned_users: ['ann', null] } });
    expect(asObject(asObject(found?.body['messages'])['a'])).not.toHaveProperty('user_id');
  });
});

describe('overrides are seen through the effective configuration', () => {
  const types = {
    app: {
      channel_configs: {
        a: {
          replies: true,
          uploads: true,
          commands: ['giphy', 'ban'],
          max_message_length: 5000,
          chat_preferences: { x: 'all' },
        },
      },
    },
  };
  const base = {
    replies: true,
    uploads: true,
    commands: [{ name: 'ban' }, { name: 'giphy' }],
    max_message_length: 5000,
    chat_preferences: { x: 'all' },
  };
  const changed = async (config_overrides: JsonObject, config: JsonObject, app: JsonObject = types) => {
    const reader = channelsReader((cid) => state(cid, { config }), { GetApp: app });
    const [found] = await readAll(channel, reader, [wanted('a:b', { config_overrides })]);
    return (
      diffOf(channel, 'a:b', { config_overrides }, { live: found?.body ?? {}, resource: { blind: found?.blind ?? [] } })
        .changes.length > 0
    );
  };

  test.each<[string, JsonObject, JsonObject, boolean]>([
    ['none wanted, none there', {}, base, false],
    ['none wanted, one there', {}, { ...base, replies: false }, true],
    ['in force', { replies: false }, { ...base, replies: false }, false],
    ['not in force', { replies: false }, base, true],
    [
      'in force, and another one that nobody declared',
      { replies: false },
      { ...base, replies: false, uploads: false },
      true,
    ],
    ['not shown at all', { quotes: true }, base, true],
    ['commands in another order and form', { commands: ['ban'] }, { ...base, commands: [{ name: 'ban' }] }, false],
    ['a declared value that equals the type’s', { replies: true }, base, false],
    [
      'an object whose other keys the API filled in',
      { chat_preferences: { x: 'none' } },
      { ...base, chat_preferences: { x: 'none', y: 'all' } },
      false,
    ],
    [
      'an object with a missing key',
      { chat_preferences: { x: 'none', z: 'all' } },
      { ...base, chat_preferences: { x: 'none' } },
      true,
    ],
    ['an object in place of a value', { chat_preferences: { x: 'none' } }, { ...base, chat_preferences: 'all' }, true],
    ['a key that cannot be overridden is not looked at', {}, { ...base, created_at: 1, search: false }, false],
    ['grants given', { grants: { user: ['p'] } }, { ...base, grants: { user: ['p', 'q'] } }, false],
    ['grants not given', { grants: { user: ['p'] } }, { ...base, grants: { user: ['q'] } }, true],
    ['grants taken', { grants: { user: ['!p'] } }, { ...base, grants: { user: ['q'] } }, false],
    ['grants not taken', { grants: { user: ['!p'] } }, { ...base, grants: { user: ['p'] } }, true],
    ['grants of a role that is not there', { grants: { vip: ['p'] } }, { ...base, grants: {} }, true],
    ['grants that are not shown', { grants: { vip: ['p'] } }, base, true],
    ['grants that nobody declared', {}, { ...base, grants: { user: ['p'] } }, true],
    ['grants that are no list', { grants: { user: 'p' } }, { ...base, grants: { user: ['p'] } }, true],
  ])('%s', async (_name, declared, config, expected) => expect(await changed(declared, config)).toBe(expected));

  test('of an unknown type only the declared keys are compared', async () => {
    expect(await changed({ replies: false }, { ...base, replies: false, uploads: false }, { app: {} })).toBe(false);
  });

  test('the types’ settings are read once, and only if somebody declares overrides', async () => {
    const reader = channelsReader(undefined, { GetApp: types });
    await readAll(channel, reader, [
      wanted('a:b', { config_overrides: {} }),
      wanted('a:c', { config_overrides: {} }),
      wanted('a:d'),
    ]);
    expect(reader.calls.filter((call) => call.op === 'GetApp')).toHaveLength(1);
    const other = channelsReader();
    await readAll(channel, other, [wanted('a:d')]);
    expect(other.calls.map((call) => call.op)).toEqual(['QueryChannels']);
  });

  test('a channel whose reply has no configuration is not compared', async () => {
    const reader = fakeReader({ QueryChannels: { channels: [{ channel: { cid: 'a:b' } }] }, GetApp: types });
    const [found] = await readAll(channel, reader, [wanted('a:b', { config_overrides: { replies: false } })]);
    expect(found?.blind).toContain('/config_overrides');
  });
});

describe('echoes', () => {
  const call = (op: string) => ({ op, effect: 'write', method: 'POST', path: '/x', repeat: 'free' }) as const;
  const only = [wanted('a:b', { members: { ann: {} } })];

  test('a reply that counts as many members as it holds shows them all', () => {
    const whole = channel.echo?.(
      call('GetOrCreateChannel'),
      state('a:b', { member_count: 1 }, { members: [member('ann')] }),
      only,
    );
    expect(whole?.[0]?.blind).not.toContain('/members');
    const cut = channel.echo?.(
      call('GetOrCreateChannel'),
      state('a:b', { member_count: 2 }, { members: [member('ann')] }),
      only,
    );
    expect(cut?.[0]?.blind).toContain('/members');
    const patch = channel.echo?.(
      call('UpdateChannelPartial'),
      state('a:b', { member_count: 1 }, { members: [member('ann')] }),
      only,
    );
    expect(patch?.[0]?.blind).toContain('/members');
  });

  test.each<[string, JsonObject, readonly Wanted[]]>([
    ['SendMessage', state('a:b'), only],
    ['GetOrCreateChannel', {}, only],
    ['GetOrCreateChannel', state('a:b'), []],
  ])('%s of %j shows nothing', (op, reply, of) => expect(channel.echo?.(call(op), reply, of)).toEqual([]));
});
