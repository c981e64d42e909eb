import { expect } from 'vitest';
import { isArray, isObject, type JsonObject } from '../../src/core/json.ts';
import { channel } from '../../src/kinds/channel/index.ts';
import { describeKind, type FieldSample } from '../support/describe-kind.ts';
import type { World } from '../support/world.ts';

const ID = 'messaging:general';
const PREFERENCES =
  `channel_mentions default_preference direct_mentions distinct_channel_messages group_mentions here_mentions
role_mentions thread_replies`.split(/\s+/);
const OVERRIDDEN =
  'count_messages quotes reactions replies shared_locations typing_events uploads url_enrichment user_message_reminders'.split(
    ' ',
  );

const LOCATION = { latitude: 52.4, longitude: 4.9, end_at: '2027-01-02T03:04:05Z', created_by_device_id: 'd1' };

const everything = {
  created_by_id: 'bot',
  custom: { name: 'General', image: 'https://example.com/g.png', color: 'green', deep: { a: [1] }, gone: 'soon' },
  frozen: false,
  disabled: false,
  cooldown: 10,
  team: 'red',
  filter_tags: ['news', 'spring'],
  auto_translation_enabled: true,
  auto_translation_language: 'nl',
  config_overrides: {
    ...Object.fromEntries(OVERRIDDEN.map((name) => [name, true])),
    max_message_length: 100,
    push_level: 'mentions',
    chat_preferences: Object.fromEntries(PREFERENCES.map((name) => [name, 'all'])),
    commands: ['giphy', 'ticket'],
    blocklist: 'house',
    blocklist_behavior: 'block',
    grants: { host: ['create-message'], user: ['!create-message'] },
  },
  members: {
    alice: { channel_role: 'channel_moderator', custom: { seat: 'A1', gone: 'soon' }, invite: false },
    carol: { invite: true },
    dave: {},
  },
  messages: {
    rules: {
      user_id: 'bot',
      text: 'Be kind.\nNo spoilers.',
      type: 'system',
      pinned: true,
      pin_expires: '2027-01-02T03:04:05Z',
      attachments: [
        { type: 'image', image_url: 'https://example.com/a.png', custom: { alt: 'A' } },
        { type: 'file', asset_url: 'https://example.com/a.pdf' },
      ],
      custom: { kind: 'rules', gone: 'soon' },
      silent: true,
      html: '<p>Be kind.</p>',
      mml: '<mml></mml>',
      mentioned_users: ['alice'],
      mentioned_roles: ['host'],
      mentioned_group_ids: ['crew'],
      mentioned_here: false,
      mentioned_channel: false,
      restricted_visibility: ['alice', 'carol'],
    },
    reply: {
      user_id: 'alice',
      text: 'Yes',
      parent_id: `${ID}:rules`,
      show_in_channel: true,
      pinned: true,
      pin_expires: '2027-01-02T03:04:05Z',
    },
    quote: { id: 'my-own-id', user_id: 'alice', text: 'This', quoted_message_id: `${ID}:rules`, poll_id: 'p1' },
    place: { user_id: 'bot', text: 'Here', shared_location: LOCATION },
  },
  protect: false,
};

const DATA: readonly FieldSample[] = [
  { at: '/custom/color', to: 'red' },
  { at: '/custom/name', to: 'General talk' },
  { at: '/custom/deep', to: {} },
  { at: '/custom/fresh', to: [1, 2] },
  { at: '/frozen', to: true },
  { at: '/frozen', to: false },
  { at: '/disabled', to: true },
  { at: '/disabled', to: false },
  { at: '/cooldown', to: 120 },
  { at: '/cooldown', to: 0 },
  { at: '/team', to: 'blue' },
  { at: '/team', to: '' },
  { at: '/filter_tags', to: ['spring', 'autumn'] },
  { at: '/filter_tags', to: [] },
  { at: '/auto_translation_enabled', to: false },
  { at: '/auto_translation_language', to: 'en' },
  ...OVERRIDDEN.map((name) => ({ at: `/config_overrides/${name}`, to: false })),
  ...PREFERENCES.map((name) => ({ at: `/config_overrides/chat_preferences/${name}`, to: 'none' })),
  { at: '/config_overrides/max_message_length', to: 200 },
  { at: '/config_overrides/push_level', to: 'none' },
  { at: '/config_overrides/commands', to: ['ticket'] },
  { at: '/config_overrides/blocklist_behavior', to: 'flag' },
  { at: '/config_overrides/grants/user', to: ['create-message'] },
  // Overrides that are lost have to be cleared first: whether a PATCH of them merges is not known.
  { at: '/config_overrides', to: { uploads: false }, calls: { UpdateChannelPartial: 2 } },
  { at: '/config_overrides', to: {} },
];

const PEOPLE: readonly FieldSample[] = [
  {
    at: '/members/erin',
    to: { channel_role: 'channel_moderator', custom: { seat: 'B2' } },
    calls: { UpdateChannel: 1 },
  },
  { at: '/members/alice/channel_role', to: 'channel_member', calls: { UpdateChannel: 1 } },
  { at: '/members/dave/channel_role', to: 'channel_moderator', calls: { UpdateChannel: 1 } },
  { at: '/members/alice/custom/seat', to: 'C3', calls: { UpdateMemberPartial: 1 } },
  { at: '/members/dave/custom/fresh', to: true, calls: { UpdateMemberPartial: 1 } },
];

const message = { UpdateMessagePartial: 1 };
const MESSAGES: readonly FieldSample[] = [
  { at: '/messages/rules/text', to: 'Be kind.\nNo spoilers, please.', calls: message },
  { at: '/messages/rules/attachments', to: [], calls: message },
  { at: '/messages/rules/custom/kind', to: 'house rules', calls: message },
  { at: '/messages/rules/custom/fresh', to: { a: 1 }, calls: message },
  { at: '/messages/rules/pin_expires', to: '2028-01-02T03:04:05Z', calls: message },
  { at: '/messages/rules/pinned', to: false, calls: message },
  { at: '/messages/fresh', to: { user_id: 'bot', text: 'News' }, calls: { SendMessage: 1 } },
];

async function look(world: World) {
  const query = { filter_conditions: { cid: ID }, limit: 1 };
  const { body } = await world.call('POST', '/chat/channels', query);
  const [found] = isArray(body['channels']) ? (body['channels'] as readonly JsonObject[]) : [];
  const state = found?.['channel'];
  if (!isObject(state)) return 'gone';
  return state['disabled'] === true ? 'disabled' : 'there';
}

/** Announcements: a message beside each change of the channel's own data, and with the call that adds members. */
const announced = { UpdateChannelPartial: 1, SendMessage: 1 };

/** A message can name only a poll that is there, in a type that has polls switched on. */
async function withPolls(world: World) {
  await world.call('POST', '/users', { users: { bot: { id: 'bot' } } });
  await world.call('PUT', '/chat/channeltypes/messaging', { polls: true });
  for (const id of ['p1', 'p2']) {
    const { status } = await world.call('POST', '/polls', {
      id,
      name: 'When?',
      options: [{ text: 'Now' }],
      user_id: 'bot',
    });
    expect(status).toBe(201);
  }
}

describeKind({
  kind: channel,
  id: ID,
  prepare: withPolls,
  around: {
    app: { push_config: { version: 'v3' } },
    roles: ['host'],
    commands: { ticket: { description: 'Ask' } },
    blocklists: { house: { words: ['spoiler'] } },
    users: { bot: {}, alice: {}, carol: {}, dave: {}, erin: {} },
  },
  minimal: { created_by_id: 'bot' },
  minimalCalls: { GetOrCreateChannel: 1 },
  full: [
    everything,
    {
      created_by_id: 'bot',
      custom: { color: 'green' },
      frozen: true,
      members_mode: 'exact',
      members: { alice: {}, dave: {} },
      announce: { as: 'bot', on_update: 'Updated', on_members_added: '{{members}} joined' },
      messages: { first: { user_id: 'bot', text: 'One' }, second: { user_id: 'bot', text: 'Two' } },
    },
  ],
  fullCalls: [
    { GetOrCreateChannel: 1, UpdateChannel: 1, SendMessage: 4 },
    { GetOrCreateChannel: 1, SendMessage: 2, UpdateChannelPartial: 1 },
  ],
  written({ members, members_mode: mode, ...body }) {
    return {
      ...body,
      ...(members === undefined ? {} : { members: mode === undefined ? members : { mode, list: members } }),
    };
  },
  update: 'UpdateChannelPartial',
  changes: [
    ...DATA,
    ...PEOPLE,
    ...MESSAGES,
    { of: 1, at: '/custom/color', to: 'red', calls: announced },
    { of: 1, at: '/cooldown', to: 5, calls: announced },
    { of: 1, at: '/messages/first/text', to: 'Uno', calls: message },
    { of: 1, at: '/frozen', to: false, calls: announced },
    { of: 1, at: '/members/erin', to: {}, calls: { UpdateChannel: 1 } },
  ],
  nulls: [
    { at: '/custom/gone' },
    { at: '/members/dave', calls: { UpdateChannel: 1 } },
    { at: '/members/alice/custom/gone', calls: { UpdateMemberPartial: 1 } },
    { at: '/messages/rules/custom/gone', calls: message },
    { at: '/messages/reply/pin_expires', calls: message },
  ],
  immutable: [
    { at: '/created_by_id', to: 'alice' },
    { at: '/messages/rules/user_id', to: 'alice' },
    { at: '/messages/rules/type', to: 'regular' },
    { at: '/messages/rules/silent', to: false },
    { at: '/messages/rules/html', to: '<p>Hi</p>' },
    { at: '/messages/rules/mml', to: '<mml>x</mml>' },
    { at: '/messages/rules/mentioned_users', to: ['carol'] },
    { at: '/messages/rules/mentioned_roles', to: ['user'] },
    { at: '/messages/rules/mentioned_group_ids', to: ['other'] },
    { at: '/messages/rules/mentioned_here', to: true },
    { at: '/messages/rules/mentioned_channel', to: true },
    { at: '/messages/rules/restricted_visibility', to: ['alice'] },
    { at: '/messages/reply/parent_id', to: 'my-own-id' },
    { at: '/messages/reply/show_in_channel', to: false },
    { at: '/messages/quote/quoted_message_id', to: `${ID}:place` },
    { at: '/messages/quote/poll_id', to: 'p2' },
    { at: '/messages/place/shared_location', to: { latitude: 1, longitude: 2 } },
  ],
  sugar: ['/name', '/image', '/moderators'],
  operations: [
    'GetOrCreateChannel',
    'UpdateChannel',
    'UpdateChannelPartial',
    'UpdateMemberPartial',
    'SendMessage',
    'UpdateMessagePartial',
    'DeleteChannels',
  ],
  removalCalls: {
    disable: { UpdateChannelPartial: 1 },
    delete: { DeleteChannels: 1 },
    hard_delete: { DeleteChannels: 1 },
  },
  look,
});
