import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/core/json.ts';
import { channelType } from '../../../src/kinds/channel-type/index.ts';
import { bodiesOf, callsOf, changeOf, diffOf, fakeReader, priorOf, readAll, stepsOf } from './support.ts';

const BASE = '/api/v2/chat/channeltypes';
const body = (desired: JsonObject, live: JsonObject, more = {}) =>
  bodiesOf(stepsOf(channelType, 'live', desired, { live, ...more }))[0];
/** Reads a type as the API lists it and tells what is left to change. */
async function left(desired: JsonObject, raw: JsonObject, commands: readonly JsonObject[] = []) {
  const reader = fakeReader({ ListChannelTypes: { channel_types: { live: raw } }, ListCommands: { commands } });
  const [live] = await readAll(channelType, reader, [{ id: 'live', body: desired }]);
  const { changes, blind } = diffOf(channelType, 'live', desired, {
    live: live?.body ?? {},
    resource: { blind: live?.blind ?? [] },
  });
  return {
    fields: changes.flatMap((change) => change.fields),
    blind,
    body: changes.flatMap((change) => channelType.write(change))[0]?.call.body,
    reader,
  };
}

describe('a new type', () => {
  test('with the three fields that the call demands', () => {
    expect(callsOf(channelType, 'live', { replies: false })).toEqual([
      [
        'CreateChannelType',
        `POST ${BASE}`,
        { name: 'live', automod: 'disabled', automod_behavior: 'flag', max_message_length: 5000, replies: false },
      ],
    ]);
    expect(body({ automod: 'AI', automod_behavior: 'block', max_message_length: 9 }, {})).toBeDefined();
    expect(
      bodiesOf(stepsOf(channelType, 'live', { automod: 'AI', automod_behavior: 'block', max_message_length: 9 })),
    ).toEqual([{ name: 'live', automod: 'AI', automod_behavior: 'block', max_message_length: 9 }]);
  });

  test.each<[string, JsonObject]>([
    ['quotes', { quotes: true }],
    ['reminders', { reminders: true }],
    ['allowed_flag_reasons', { allowed_flag_reasons: ['spam'] }],
    ['automod_thresholds', { automod_thresholds: { spam: { flag: 0.5 } } }],
  ])('%s are set by a second call', (_name, later) => {
    expect(callsOf(channelType, 'live', { replies: true, ...later })).toEqual([
      [
        'CreateChannelType',
        `POST ${BASE}`,
        { name: 'live', automod: 'disabled', automod_behavior: 'flag', max_message_length: 5000, replies: true },
      ],
      ['UpdateChannelType', `PUT ${BASE}/live`, later],
    ]);
  });

  test('several of them by the same', () => {
    expect(
      bodiesOf(stepsOf(channelType, 'live', { quotes: true, reminders: false, automod_behavior: 'shadow_block' })),
    ).toEqual([
      { name: 'live', automod: 'disabled', automod_behavior: 'flag', max_message_length: 5000 },
      { quotes: true, reminders: false, automod_behavior: 'shadow_block' },
    ]);
  });

  test('nothing that is null or no field of the API', () => {
    expect(
      bodiesOf(
        stepsOf(channelType, 'live', { grants: null, partition_ttl: null, protect: true, extra: { brand_new: 1 } }),
      ),
    ).toEqual([
      { name: 'live', automod: 'disabled', automod_behavior: 'flag', max_message_length: 5000, brand_new: 1 },
    ]);
  });
});

describe('a changed type: one PUT with what differs', () => {
  test.each<[string, JsonObject, JsonObject, JsonObject | undefined]>([
    ['a switch', { replies: false, uploads: true }, { replies: true, uploads: true }, { replies: false }],
    [
      'never the four that only create demands',
      { typing_events: false },
      { typing_events: true, automod: 'simple', automod_behavior: 'block', max_message_length: 7 },
      { typing_events: false },
    ],
    [
      'commands as a set, as they are declared',
      { commands: ['giphy', 'ban'] },
      { commands: ['mute'] },
      { commands: ['giphy', 'ban'] },
    ],
    ['commands in another order', { commands: ['giphy', 'ban'] }, { commands: ['ban', 'giphy'] }, undefined],
    ['no commands', { commands: [] }, { commands: ['ban'] }, { commands: [] }],
    [
      'grants: the named roles only',
      { grants: { user: ['b', 'a'], guest: [] } },
      { grants: { user: ['a'], guest: [], admin: ['x'] } },
      { grants: { user: ['a', 'b'] } },
    ],
    ['an empty map of grants changes nothing', { grants: {} }, { grants: { user: ['a'] } }, undefined],
    ['an emptied role', { grants: { user: [] } }, { grants: { user: ['a'] } }, { grants: { user: [] } }],
    ['a custom role without grants is not listed', { grants: { vip: [] } }, { grants: {} }, undefined],
    [
      'block lists in another order',
      {
        blocklists: [
          { blocklist: 'a', behavior: 'block' },
          { behavior: 'flag', blocklist: 'b' },
        ],
      },
      {
        blocklists: [
          { blocklist: 'b', behavior: 'flag' },
          { blocklist: 'a', behavior: 'block' },
        ],
      },
      undefined,
    ],
    ['no block list', { blocklist: '', blocklists: [] }, {}, undefined],
    ['a block list given up', { blocklist: '' }, { blocklist: 'a' }, { blocklist: '' }],
    ['durations in either spelling', { partition_ttl: '24h' }, { partition_ttl: '24h0m0s' }, undefined],
    ['a duration', { partition_ttl: '48h' }, { partition_ttl: '24h0m0s' }, { partition_ttl: '48h' }],
    ['a duration reset', { partition_ttl: null }, { partition_ttl: '24h0m0s' }, { partition_ttl: null }],
    ['a duration that is reset already', { partition_ttl: null }, {}, undefined],
    ['a live duration that is no text', { partition_ttl: '1h' }, { partition_ttl: 5 }, { partition_ttl: '1h' }],
    [
      'flag reasons in another order',
      { allowed_flag_reasons: ['a', 'b'] },
      { allowed_flag_reasons: ['b', 'a'] },
      undefined,
    ],
    [
      'extra fields',
      { extra: { brand_new: 1, gone: null } },
      { extra: { brand_new: 2, gone: 3 } },
      { brand_new: 1, gone: null },
    ],
  ])('%s', (_name, desired, live, expected) => expect(body(desired, live)).toEqual(expected));

  test('nested settings whole, since nobody knows what becomes of the rest, and read again when old', () => {
    const steps = stepsOf(
      channelType,
      'live',
      { chat_preferences: { direct_mentions: 'none' } },
      { live: { chat_preferences: { direct_mentions: 'all', thread_replies: 'all' } } },
    );
    expect(steps[0]).toMatchObject({
      readAgainAfter: 5000,
      call: { method: 'PUT', body: { chat_preferences: { direct_mentions: 'none', thread_replies: 'all' } } },
    });
    expect(
      body(
        { automod_thresholds: { spam: { flag: 0.5 } } },
        { automod_thresholds: { spam: { block: 0.9, flag: 0.4 }, toxic: { flag: 0.1 } } },
      ),
    ).toEqual({ automod_thresholds: { spam: { flag: 0.5, block: 0.9 }, toxic: { flag: 0.1 } } });
    expect(body({ automod_thresholds: { spam: { flag: 0.5 } } }, {})).toEqual({
      automod_thresholds: { spam: { flag: 0.5 } },
    });
    expect(stepsOf(channelType, 'live', { replies: false }, { live: {} })[0]).not.toHaveProperty('readAgainAfter');
  });

  test('resetting all grants is blind', () => {
    expect(diffOf(channelType, 'live', { grants: null }, { live: { grants: { user: ['a'] } } })).toMatchObject({
      changes: [],
      blind: ['channel_type.live.grants'],
    });
    expect(body({ grants: null }, {}, { send: ['channel_type.live.grants'] })).toEqual({ grants: null });
  });

  test('grants that are not declared any more: a custom role’s are emptied, a built-in role’s stay', () => {
    const live = { grants: { vip: ['p'], user: ['p'], global_admin: ['p'] } };
    const prior = priorOf({ '/grants/vip': ['p'], '/grants/user': ['p'], '/grants/global_admin': ['p'] });
    const found = diffOf(channelType, 'live', { grants: {} }, { live, prior });
    expect(found.changes.flatMap((change) => channelType.write(change)).map(({ call }) => call.body)).toEqual([
      { grants: { vip: [] } },
    ]);
    expect(found.notes.map((note) => note.subject)).toEqual([
      'channel_type.live.grants.user',
      'channel_type.live.grants.global_admin',
    ]);
  });
});

describe('reads', () => {
  const command = (name: string, set: string) => ({ name, set, description: '', args: '' });
  const all = [
    command('giphy', 'fun_set'),
    command('ban', 'moderation_set'),
    command('mute', 'moderation_set'),
    command('ticket', ''),
    { set: 'odd' },
  ];

  test('commands come as objects or names', async () => {
    expect((await left({ commands: ['ban', 'giphy'] }, { commands: [{ name: 'giphy' }, 'ban'] })).fields).toEqual([]);
    expect((await left({ commands: ['ban'] }, { commands: [{}] })).fields).toHaveLength(1);
    expect((await left({ commands: ['ban'] }, {})).fields).toHaveLength(1);
  });

  test.each<[string, readonly string[], readonly string[], boolean]>([
    ['a set that is there', ['moderation_set'], ['ban', 'mute'], false],
    ['a set and more', ['moderation_set', 'giphy'], ['ban', 'giphy', 'mute'], false],
    ['a set and one of its own', ['moderation_set', 'ban'], ['ban', 'mute'], false],
    ['two sets', ['moderation_set', 'fun_set'], ['ban', 'giphy', 'mute'], false],
    ['a set that is there in part', ['moderation_set'], ['ban'], true],
    ['a set, and a command that nobody declared', ['moderation_set'], ['ban', 'mute', 'ticket'], true],
    ['all of them', ['all'], ['ban', 'giphy', 'mute', 'ticket'], false],
    ['all but one', ['all'], ['ban', 'giphy', 'mute'], true],
    ['a set that does not exist', ['other_set'], ['ban'], true],
  ])('command sets: %s', async (_name, declared, live, differs) => {
    const found = await left({ commands: declared }, { commands: live }, all);
    expect(found.fields.length > 0).toBe(differs);
    expect(found.body).toEqual(differs ? { commands: declared } : undefined);
  });

  test('the commands are listed only where a set is declared', async () => {
    const { reader } = await left({ commands: ['ban'] }, { commands: ['ban'] });
    expect(reader.calls.map((call) => call.op)).toEqual(['ListChannelTypes']);
    const { reader: other } = await left({ commands: ['all'] }, {}, all);
    expect(other.calls.map((call) => call.op)).toEqual(['ListChannelTypes', 'ListCommands']);
  });

  test('extra fields, shown or not', async () => {
    expect(await left({ extra: { a: 1, b: 2 } }, { a: 1 })).toMatchObject({
      fields: [],
      blind: ['channel_type.live.extra.b'],
    });
  });

  test('whether a type that is to go has channels', async () => {
    const going = async (channels: Json) => {
      const reader = fakeReader({
        ListChannelTypes: { channel_types: { live: {}, other: {} } },
        QueryChannels: { channels },
      });
      const found = await readAll(channelType, reader, [{ id: 'live' }]);
      expect(reader.payloads('QueryChannels')).toEqual([
        { filter_conditions: { type: 'live' }, limit: 1, state: false, member_limit: 0, message_limit: 0 },
      ]);
      return found.map((each) => each.facts);
    };
    expect(await going([{}])).toEqual([{ occupied: true }, {}]);
    expect(await going([])).toEqual([{ occupied: false }, {}]);
    expect(await going(null)).toEqual([{ occupied: false }, {}]);
  });
});

describe('the rest', () => {
  test('a type with channels is not deleted', () => {
    const found = diffOf(channelType, 'live', undefined, { live: {}, resource: { facts: { occupied: true } } });
    expect(found).toMatchObject({
      changes: [{ action: 'remove', heldBack: 'in-use' }],
      notes: [{ severity: 'warning', code: 'type-has-channels' }],
    });
    expect(
      changeOf(channelType, 'live', undefined, { live: {}, resource: { facts: { occupied: false } } }),
    ).not.toHaveProperty('heldBack');
    expect(callsOf(channelType, 'live', undefined, { live: {} })).toEqual([
      ['DeleteChannelType', `DELETE ${BASE}/live`, undefined],
    ]);
  });

  test('references: roles and permissions, commands but not their sets, block lists', () => {
    const desired = {
      grants: { vip: ['p'] },
      commands: ['giphy', 'all', 'fun_set', 7],
      blocklists: [{ blocklist: 'a' }, {}, 'odd'],
      blocklist: 'b',
    };
    expect(channelType.references('live', desired)).toEqual([
      { kind: 'role', id: 'vip', at: '/grants/vip' },
      { kind: 'permission', id: 'p', at: '/grants/vip/0' },
      { kind: 'command', id: 'giphy', at: '/commands/0' },
      { kind: 'blocklist', id: 'a', at: '/blocklists/0/blocklist' },
      { kind: 'blocklist', id: 'b', at: '/blocklist' },
    ]);
    expect(channelType.references('live', { blocklist: '', blocklists: null })).toEqual([]);
  });

  test('short forms and built-ins', () => {
    expect(channelType.normalise({ replies: true })).toEqual({ replies: true });
    expect(channelType.normalise('x')).toBeUndefined();
    expect(channelType.reserved?.('messaging')).toBe(true);
    expect(channelType.reserved?.('mine')).toBe(false);
  });

  test('no reply is taken for the truth: configuration is served stale', () =>
    expect(channelType.echo).toBeUndefined());
});
