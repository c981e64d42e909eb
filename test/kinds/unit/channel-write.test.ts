/** The calls of a channel's change: how many, in which order, with which bodies. */
import { describe, expect, test } from 'vitest';
import { asObject, type Json, type JsonObject } from '../../../src/core/json.ts';
import type { Step } from '../../../src/core/kind.ts';
import { schedule } from '../../../src/engine/schedule.ts';
import { channel } from '../../../src/kinds/channel/index.ts';
import { bodiesOf, callsOf, changeOf, diffOf, priorOf, range, stepsOf } from './support.ts';

const CID = 'messaging:room';
const AT = '/api/v2/chat/channels/messaging/room';
const channelKind = channel;
const members = (ids: readonly string[], value: Json = {}): JsonObject =>
  Object.fromEntries(ids.map((id) => [id, value]));
const messages = (count: number): JsonObject =>
  Object.fromEntries(range(count, 'm').map((key) => [key, { user_id: 'bot', text: key }]));
const ops = (steps: readonly Step[]) => steps.map(({ call }) => call.op);
const create = (body: JsonObject) => stepsOf(channel, CID, { created_by_id: 'bot', ...body });
const update = (body: JsonObject, live: JsonObject, more = {}) => stepsOf(channel, CID, body, { live, ...more });

describe('a new channel', () => {
  // 1 + (cooldown or more than 100 members ? max(1, pages of the rest) : 0) + messages + (frozen and messages ? 1 : 0)
  test.each<[string, JsonObject, number]>([
    ['nothing but a creator', {}, 1],
    ['100 members', { members: members(range(100)) }, 1],
    ['101 members', { members: members(range(101)) }, 2],
    ['201 members', { members: members(range(201)) }, 3],
    ['a cooldown', { cooldown: 5 }, 2],
    ['a cooldown of nothing', { cooldown: 0 }, 1],
    ['a cooldown and 150 members', { cooldown: 5, members: members(range(150)) }, 2],
    ['a cooldown and 350 members', { cooldown: 5, members: members(range(350)) }, 4],
    ['3 messages', { messages: messages(3) }, 4],
    ['frozen', { frozen: true }, 1],
    ['frozen, with messages', { frozen: true, messages: messages(2) }, 4],
    ['all of it', { frozen: true, cooldown: 5, members: members(range(350)), messages: messages(2) }, 7],
    [
      '100 members and 100 invitations',
      { members: { ...members(range(100)), ...members(range(100, 'i'), { invite: true }) } },
      1,
    ],
    [
      '101 members and 150 invitations',
      { members: { ...members(range(101)), ...members(range(150, 'i'), { invite: true }) } },
      2,
    ],
    [
      'announcements are for changes',
      { announce: { as: 'bot', on_update: 'x', on_members_added: 'y' }, members: members(range(150)) },
      2,
    ],
  ])('%s', (_name, body, calls) => expect(create(body)).toHaveLength(calls));

  test('everything that the create call takes rides in it', () => {
    const body = {
      created_by_id: 'bot',
      custom: { name: 'Room', color: 'green', gone: null },
      frozen: true,
      disabled: true,
      team: 'red',
      filter_tags: ['a'],
      auto_translation_enabled: true,
      auto_translation_language: 'nl',
      config_overrides: { replies: false },
      members: {
        ann: { channel_role: 'channel_moderator', custom: { vip: true, gone: null } },
        bob: {},
        cleo: { invite: true },
        dan: null,
      },
      members_mode: 'exact',
      protect: true,
      announce: { as: 'bot', on_update: 'x' },
    };
    expect(callsOf(channel, CID, body)).toEqual([
      [
        'GetOrCreateChannel',
        `POST ${AT}/query`,
        {
          data: {
            created_by_id: 'bot',
            custom: { name: 'Room', color: 'green' },
            frozen: true,
            disabled: true,
            team: 'red',
            filter_tags: ['a'],
            auto_translation_enabled: true,
            auto_translation_language: 'nl',
            config_overrides: { replies: false },
            members: [{ user_id: 'ann', channel_role: 'channel_moderator', custom: { vip: true } }, { user_id: 'bob' }],
            invites: [{ user_id: 'cleo' }],
          },
          state: true,
          members: { limit: 100 },
          messages: { limit: 0 },
        },
      ],
    ]);
  });

  test('the rest of the members, a hundred a call, and the cooldown with the first of them', () => {
    const steps = create({ cooldown: 5, members: members(range(350)) });
    expect(ops(steps)).toEqual(['GetOrCreateChannel', 'UpdateChannel', 'UpdateChannel', 'UpdateChannel']);
    const posts = bodiesOf(steps)
      .slice(1)
      .map((body) => asObject(body));
    expect(posts.map((body) => (body['add_members'] as readonly JsonObject[]).length)).toEqual([100, 100, 50]);
    expect(posts.map((body) => body['cooldown'])).toEqual([5, undefined, undefined]);
    for (const body of posts) expect(body).not.toHaveProperty('data');
    const sent = [
      ...(asObject(asObject(bodiesOf(steps)[0])['data'])['members'] as readonly JsonObject[]),
      ...posts.flatMap((body) => body['add_members'] as readonly JsonObject[]),
    ];
    expect(sent.map((member) => member['user_id'])).toEqual(range(350));
  });

  test('messages in the order of the file, silently, before the channel is frozen', () => {
    const steps = create({
      frozen: true,
      messages: {
        b: { user_id: 'bot', text: 'B', pinned: true, pin_expires: null },
        a: { user_id: 'ann', text: 'A', id: 'mine', custom: { k: 1 } },
      },
    });
    expect(bodiesOf(steps)[0]).not.toHaveProperty('data.frozen');
    expect(
      callsOf(channel, CID, {
        created_by_id: 'bot',
        frozen: true,
        messages: {
          b: { user_id: 'bot', text: 'B', pinned: true, pin_expires: null },
          a: { user_id: 'ann', text: 'A', id: 'mine', custom: { k: 1 } },
        },
      }).slice(1),
    ).toEqual([
      [
        'SendMessage',
        `POST ${AT}/message`,
        {
          message: { id: 'messaging:room:b', user_id: 'bot', text: 'B', pinned: true },
          skip_push: true,
          skip_enrich_url: true,
        },
      ],
      [
        'SendMessage',
        `POST ${AT}/message`,
        {
          message: { id: 'mine', user_id: 'ann', text: 'A', custom: { k: 1 } },
          skip_push: true,
          skip_enrich_url: true,
        },
      ],
      ['UpdateChannelPartial', `PATCH ${AT}`, { set: { frozen: true } }],
    ]);
    for (const { call } of steps.filter((each) => each.call.op === 'SendMessage'))
      expect(call.repeat).toBe('exists-is-done');
  });

  test('one channel’s messages go out one after another', () => {
    const changes = [changeOf(channel, CID, { created_by_id: 'bot', messages: messages(3) })];
    const { operations } = schedule(changes, [channelKind]);
    for (const [index, each] of operations.entries())
      expect(each.needs).toEqual(index === 0 ? [] : [operations[index - 1]?.id]);
  });

  test('null keys of a message’s custom data want nothing there', () => {
    const [, send] = bodiesOf(create({ messages: { a: { user_id: 'bot', text: 'A', custom: { k: 1, gone: null } } } }));
    expect(send).toMatchObject({ message: { custom: { k: 1 } } });
    expect(asObject(asObject(send)['message'])['custom']).not.toHaveProperty('gone');
  });

  test('without a creator it cannot be', () => {
    const found = diffOf(channel, CID, { custom: { a: 1 } });
    expect(found.changes).toEqual([]);
    expect(found.notes).toMatchObject([
      { severity: 'error', code: 'creator-missing', subject: 'channel.messaging:room' },
    ]);
    expect(diffOf(channel, CID, { custom: { a: 1 } }, { live: { custom: { a: 1 } } }).notes).toEqual([]);
  });
});

describe('a changed channel', () => {
  // [data: 1 PATCH] + [members: max of the pages of add, remove, assign] + 1 PATCH a member whose custom data changed + announcement
  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['nothing', { frozen: false }, {}, []],
    ['data', { custom: { a: 1 }, frozen: true, team: 'red' }, {}, ['UpdateChannelPartial']],
    ['a cooldown alone', { cooldown: 5 }, {}, ['UpdateChannelPartial']],
    [
      '250 additions',
      { members: members(range(250)) },
      { members: {} },
      ['UpdateChannel', 'UpdateChannel', 'UpdateChannel'],
    ],
    [
      'additions, removals and roles share calls',
      { members: { ...members(range(150)), r1: null, a1: { channel_role: 'x' } } },
      { members: { r1: {}, a1: {} } },
      ['UpdateChannel', 'UpdateChannel'],
    ],
    ['a cooldown rides with members', { cooldown: 5, members: { ann: {} } }, { members: {} }, ['UpdateChannel']],
    ['tags ride with members', { filter_tags: ['a'], members: { ann: {} } }, { members: {} }, ['UpdateChannel']],
    [
      'data and members',
      { custom: { a: 1 }, members: { ann: {} } },
      { members: {} },
      ['UpdateChannelPartial', 'UpdateChannel'],
    ],
    [
      'custom data of members, a call each',
      { members: { ann: { custom: { k: 1 } }, bob: { custom: { k: 1, l: 2 } } } },
      { members: { ann: {}, bob: {} } },
      ['UpdateMemberPartial', 'UpdateMemberPartial'],
    ],
    [
      'custom data of a new member goes along',
      { members: { ann: { custom: { k: 1 } } } },
      { members: {} },
      ['UpdateChannel'],
    ],
    [
      'messages',
      { messages: { a: { user_id: 'b', text: 'x' }, c: { text: 'new' } } },
      { messages: { c: { text: 'old' } } },
      ['SendMessage', 'UpdateMessagePartial'],
    ],
    [
      'all of it',
      {
        custom: { a: 1 },
        cooldown: 5,
        members: { ann: {}, bob: { custom: { k: 1 } } },
        messages: { a: { user_id: 'b', text: 'x' } },
      },
      { members: { bob: {} } },
      ['UpdateChannelPartial', 'UpdateChannel', 'UpdateMemberPartial', 'SendMessage'],
    ],
  ])('%s', (_name, body, live, expected) => expect(ops(update(body, live))).toEqual(expected));

  test('data: set and unset, custom keys beside the fields', () => {
    expect(
      callsOf(
        channel,
        CID,
        {
          custom: { a: 1, b: null },
          frozen: true,
          team: '',
          auto_translation_language: 'nl',
          filter_tags: ['x'],
          cooldown: 0,
        },
        { live: { custom: { b: 2 }, team: 'red', cooldown: 3 } },
      ),
    ).toEqual([
      [
        'UpdateChannelPartial',
        `PATCH ${AT}`,
        {
          set: { a: 1, frozen: true, team: '', auto_translation_language: 'nl', filter_tags: ['x'], cooldown: 0 },
          unset: ['b'],
        },
      ],
    ]);
    expect(bodiesOf(update({ custom: { b: null } }, { custom: { b: 2 } }))).toEqual([{ unset: ['b'] }]);
  });

  test('`data` is never posted to a channel that is there', () => {
    for (const { call } of update(
      { custom: { a: 1 }, frozen: true, cooldown: 9, filter_tags: ['t'], members: { ann: {}, bob: null } },
      { members: { bob: {} } },
    ))
      expect(call.body).not.toHaveProperty('data');
  });

  test('member operations', () => {
    const body = {
      cooldown: 7,
      filter_tags: ['a', 'b'],
      members: {
        new: { channel_role: 'host', custom: { k: 1, gone: null } },
        guest: { invite: true },
        old: null,
        mod: { channel_role: 'channel_moderator' },
      },
    };
    const live = { filter_tags: ['b', 'c'], members: { old: {}, mod: { channel_role: 'channel_member' } } };
    expect(callsOf(channel, CID, body, { live })).toEqual([
      [
        'UpdateChannel',
        `POST ${AT}`,
        {
          cooldown: 7,
          add_filter_tags: ['a'],
          remove_filter_tags: ['c'],
          add_members: [{ user_id: 'new', channel_role: 'host', custom: { k: 1 } }],
          invites: [{ user_id: 'guest' }],
          remove_members: ['old'],
          assign_roles: [{ user_id: 'mod', channel_role: 'channel_moderator' }],
        },
      ],
    ]);
    const [tags] = update({ filter_tags: [], members: { ann: {} } }, { filter_tags: ['c'], members: {} });
    expect(tags?.call.body).toEqual({ remove_filter_tags: ['c'], add_members: [{ user_id: 'ann' }] });
  });

  test('moderators are roles: nobody is demoted or promoted by other means', () => {
    const [post] = update(
      { members: { ann: { channel_role: 'channel_member' } } },
      { members: { ann: { channel_role: 'channel_moderator' } } },
    );
    expect(post?.call.body).toEqual({ assign_roles: [{ user_id: 'ann', channel_role: 'channel_member' }] });
  });

  test('exact: strangers leave, as part of the update', () => {
    const steps = update({ members: { ann: {} }, members_mode: 'exact' }, { members: { ann: {}, bob: {}, cleo: {} } });
    expect(bodiesOf(steps)).toEqual([{ remove_members: ['bob', 'cleo'] }]);
    expect(
      changeOf(channel, CID, { members: {}, members_mode: 'exact' }, { live: { members: { ann: {} } } }).action,
    ).toBe('update');
  });

  test('a member’s custom data', () => {
    expect(
      callsOf(
        channel,
        CID,
        { members: { 'a@b': { custom: { k: 1, gone: null } } } },
        { live: { members: { 'a@b': { custom: { gone: 1 } } } } },
      ),
    ).toEqual([['UpdateMemberPartial', `PATCH ${AT}/member?user_id=a%40b`, { set: { k: 1 }, unset: ['gone'] }]]);
    expect(
      bodiesOf(update({ members: { ann: { custom: { gone: null } } } }, { members: { ann: { custom: { gone: 1 } } } })),
    ).toEqual([{ unset: ['gone'] }]);
  });

  test('a message’s fields: set and unset, custom keys beside the fields', () => {
    const declared = { user_id: 'bot', text: 'new', pinned: true, pin_expires: null, custom: { k: 1, gone: null } };
    const live = { user_id: 'bot', text: 'old', pin_expires: '2030-01-01T00:00:00.000Z', custom: { gone: 1 } };
    expect(callsOf(channel, CID, { messages: { a: declared } }, { live: { messages: { a: live } } })).toEqual([
      [
        'UpdateMessagePartial',
        'PUT /api/v2/chat/messages/messaging%3Aroom%3Aa',
        {
          set: { text: 'new', pinned: true, pin_expires: null, k: 1 },
          unset: ['gone'],
          user_id: 'bot',
          skip_enrich_url: true,
        },
      ],
    ]);
  });

  test('an author is fixed once a message is sent', () => {
    const found = diffOf(
      channel,
      CID,
      { messages: { a: { user_id: 'ann', text: 'x' } } },
      { live: { messages: { a: { user_id: 'bot', text: 'x' } } } },
    );
    expect(found.changes).toEqual([]);
    expect(found.notes).toMatchObject([
      { code: 'create-only-field', subject: 'channel.messaging:room.messages.a.user_id' },
    ]);
  });

  test('a creator is fixed once a channel is there: another one never deletes it', () => {
    const found = diffOf(channel, CID, { created_by_id: 'ann' }, { live: { created_by_id: 'bot' } });
    expect(found.changes).toEqual([]);
    expect(found.notes).toMatchObject([{ severity: 'note', code: 'create-only-field' }]);
  });

  test('a disabled channel that says nothing about it gets a note, not a change', () => {
    const noted = (body: JsonObject, live: JsonObject) => diffOf(channel, CID, body, { live });
    expect(noted({}, { disabled: true })).toMatchObject({
      changes: [],
      notes: [{ severity: 'note', code: 'channel-disabled' }],
    });
    expect(noted({ disabled: true }, { disabled: true })).toMatchObject({ changes: [], notes: [] });
    expect(noted({ disabled: false }, { disabled: true })).toMatchObject({
      changes: [{ fields: [{ path: '/disabled', before: true, after: false }] }],
      notes: [],
    });
    expect(noted({}, {}).notes).toEqual([]);
  });
});

describe('configuration overrides are one value', () => {
  test('a change sends the whole', () => {
    expect(
      bodiesOf(
        update({ config_overrides: { replies: false, uploads: false } }, { config_overrides: { replies: false } }),
      ),
    ).toEqual([{ set: { config_overrides: { replies: false, uploads: false } } }]);
  });

  test('keys that go are cleared first: right whether the API merges or replaces', () => {
    expect(
      bodiesOf(update({ config_overrides: { replies: false } }, { config_overrides: { uploads: false } })),
    ).toEqual([{ set: { config_overrides: {} } }, { set: { config_overrides: { replies: false } } }]);
  });

  test('{} clears all with one call', () => {
    expect(bodiesOf(update({ config_overrides: {} }, { config_overrides: { uploads: false } }))).toEqual([
      { set: { config_overrides: {} } },
    ]);
    expect(update({ config_overrides: {} }, { config_overrides: {} })).toEqual([]);
  });
});

describe('frozen channels and messages', () => {
  const message = { a: { user_id: 'b', text: 'x' } };
  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['frozen after new messages', { frozen: true, messages: message }, {}, ['send', 'freeze']],
    ['thawed before new messages', { frozen: false, messages: message }, { frozen: true }, ['thaw', 'send']],
    [
      'declared and live frozen: thawed for new messages',
      { frozen: true, messages: message },
      { frozen: true },
      ['thaw', 'send', 'freeze'],
    ],
    ['frozen by others: left alone', { messages: message }, { frozen: true }, ['send']],
    [
      'edits need no thaw',
      { frozen: true, messages: { a: { text: 'new' } } },
      { frozen: true, messages: { a: { text: 'old' } } },
      ['edit'],
    ],
    ['frozen with other data', { frozen: true, custom: { a: 1 } }, {}, ['freeze']],
  ])('%s', (_name, body, live, expected) => {
    const told = update(body, live).map(({ call }) => {
      if (call.op === 'UpdateMessagePartial') return 'edit';
      if (call.op === 'SendMessage') return 'send';
      return asObject(call.body?.['set'])['frozen'] === true ? 'freeze' : 'thaw';
    });
    expect(told).toEqual(expected);
  });
});

describe('announcements', () => {
  const announce = {
    as: 'bot',
    on_update: 'The channel was updated',
    on_members_added: '{{members}} joined, welcome {{members}}',
  };

  test('of data: a system message after the change, with the run’s own id', () => {
    const steps = update({ custom: { a: 1 }, announce }, {});
    expect(ops(steps)).toEqual(['UpdateChannelPartial', 'SendMessage']);
    expect(steps[1]).toEqual({
      call: {
        op: 'SendMessage',
        effect: 'write',
        method: 'POST',
        path: `${AT}/message`,
        body: {
          message: {
            id: 'chat:$run:messaging:room:update',
            text: 'The channel was updated',
            user_id: 'bot',
            type: 'system',
          },
          skip_push: true,
        },
        repeat: 'exists-is-done',
      },
      settle: 'reply',
      bestEffort: true,
    });
  });

  test('of members: in the last call that adds some', () => {
    const steps = update(
      { members: { ...members(range(101)), ...members(range(250, 'r'), null) }, announce },
      { members: members(range(250, 'r')) },
    );
    const told = steps.map(({ call }) => asObject(call.body)['message'] !== undefined);
    expect(ops(steps)).toEqual(['UpdateChannel', 'UpdateChannel', 'UpdateChannel']);
    expect(told).toEqual([false, true, false]);
    expect(steps.map(({ call }) => call.repeat)).toEqual(['free', 'exists-is-done', 'free']);
    expect(steps[1]?.call.body?.['message']).toMatchObject({ id: 'chat:$run:messaging:room:members', type: 'system' });
  });

  test('twenty names at most', () => {
    const text = (count: number) =>
      asObject(
        update(
          { members: members(range(count)), announce: { as: 'b', on_members_added: '{{members}}!' } },
          { members: {} },
        )[0]?.call.body?.['message'],
      )['text'];
    expect(text(2)).toBe('u0, u1!');
    expect(text(20)).toBe(`${range(20).join(', ')}!`);
    expect(text(23)).toBe(`${range(20).join(', ')} and 3 more!`);
    const [step] = update({ members: { ann: {} }, announce }, { members: {} });
    expect(asObject(step?.call.body?.['message'])['text']).toBe('ann joined, welcome ann');
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['removals', { members: { ann: null }, announce }, { members: { ann: {} } }],
    [
      'roles and custom data of members',
      { members: { ann: { channel_role: 'x', custom: { k: 1 } } }, announce },
      { members: { ann: {} } },
    ],
    ['messages', { messages: { a: { user_id: 'b', text: 'x' } }, announce }, {}],
    [
      'what nobody asked to announce',
      { custom: { a: 1 }, members: { ann: {} }, announce: { as: 'bot' } },
      { members: {} },
    ],
    ['announcements that are no map', { custom: { a: 1 }, announce: null }, {}],
  ])('none of %s', (_name, body, live) => {
    for (const { call } of update(body, live))
      if (call.op !== 'SendMessage' || JSON.stringify(call.body).includes('chat:$run'))
        expect(JSON.stringify(call.body)).not.toContain('chat:$run');
    expect(update(body, live).some((each) => each.bestEffort)).toBe(false);
  });

  test('none of drift that is put right', () => {
    const prior = priorOf({ '/custom/a': 1, '/members/ann': {}, '/team': 'red' });
    const put = (body: JsonObject, live: JsonObject) =>
      JSON.stringify(bodiesOf(update({ ...body, announce }, live, { prior })));
    expect(put({ custom: { a: 1 } }, { custom: { a: 2 } })).not.toContain('chat:$run');
    expect(put({ members: { ann: {} } }, { members: {} })).not.toContain('chat:$run');
    // News of one kind does not make news of the other.
    const mixed = put({ custom: { a: 1 }, members: { ann: {}, bob: {} } }, { custom: { a: 2 }, members: {} });
    expect(mixed).not.toContain(':update"');
    expect(mixed).toContain('"bob joined, welcome bob"');
    expect(put({ custom: { a: 1 }, team: 'blue' }, { custom: { a: 2 }, team: 'red' })).toContain(':update"');
  });

  test('to a frozen channel: after the change, so that nothing of it is lost', () => {
    const steps = update({ members: { ann: {} }, announce }, { frozen: true, members: {} });
    expect(ops(steps)).toEqual(['UpdateChannel', 'SendMessage']);
    expect(steps[0]?.call.body).not.toHaveProperty('message');
    expect(steps[1]).toMatchObject({ bestEffort: true });
  });
});

describe('removal', () => {
  test('disables by default: messages do not come back from a deletion', () => {
    expect(callsOf(channel, CID, undefined, { live: {} })).toEqual([
      ['UpdateChannelPartial', `PATCH ${AT}`, { set: { disabled: true } }],
    ]);
  });

  test.each([
    ['delete', false],
    ['hard_delete', true],
  ] as const)('%s goes in batches, as a task', (onRemoval, hard) => {
    const changes = range(250, 'messaging:c').map((id) => changeOf(channel, id, undefined, { live: {}, onRemoval }));
    const { operations } = schedule(changes, [channelKind]);
    expect(operations.map((each) => [each.call.op, each.covers.length, each.settle])).toEqual([
      ['DeleteChannels', 100, 'task'],
      ['DeleteChannels', 100, 'task'],
      ['DeleteChannels', 50, 'task'],
    ]);
    expect(operations[2]?.call).toMatchObject({
      method: 'POST',
      path: '/api/v2/chat/channels/delete',
      body: { hard_delete: hard, cids: range(250, 'messaging:c').slice(200) },
    });
  });

  test('hard and soft ones are different calls', () => {
    const changes = [
      changeOf(channel, 'a:b', undefined, { live: {}, onRemoval: 'delete' }),
      changeOf(channel, 'a:c', undefined, { live: {}, onRemoval: 'hard_delete' }),
    ];
    expect(schedule(changes, [channelKind]).operations).toHaveLength(2);
  });

  test('what the task reports as failed', () => {
    const failures = channel.joiners?.['delete']?.failures?.({
      result: {
        'a:b': { status: 'ok' },
        'a:c': { status: 'failed', error: 'busy' },
        'a:d': { status: 'failed' },
        'a:e': {},
        'a:f': 'text',
      },
    });
    expect(Object.fromEntries(failures ?? [])).toEqual({ 'a:c': 'busy', 'a:d': 'failed' });
    expect(channel.joiners?.['delete']?.failures?.({})).toEqual(new Map());
  });
});
