/**
 * Configurations at random, over few names so that they meet each other: what one run declares, the next one changes, and
 * others get in between. References always lead to something that is declared or built in.
 */
import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/core/json.ts';

/** `FC_SEED` repeats a run; in CI every run is the same. A failure prints the seed. */
export function settings(numRuns: number): { readonly numRuns: number; readonly seed?: number } {
  const { FC_SEED, CI, FC_RUNS } = process.env;
  const runs = FC_RUNS === undefined ? numRuns : Number(FC_RUNS);
  if (FC_SEED !== undefined) return { numRuns: runs, seed: Number(FC_SEED) };
  return CI === undefined ? { numRuns: runs } : { numRuns: runs, seed: 20_261_001 };
}

const ROLES = ['host', 'vip'];
const USERS = ['ann', 'ben', 'Cy@1', 'di_2', 'ed-3', 'flo'];
const COMMANDS = ['ticket', 'faq'];
const LISTS = ['house', 'no spoilers 1.0'];
const TYPES = ['rooms', 'stage'];
const CHANNELS = ['messaging:a', 'messaging:b', 'livestream:c', 'team:d'];
const PERMISSIONS = ['read-channel', 'create-message', 'create-reaction', 'add-links', 'pin-message', 'ban-user'];

/** Text with everything in it that has a meaning somewhere on its way. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'plain',
    "it's: {a} # b",
    '"quoted"',
    'line\nbreak',
    '${',
    '$${NAME}',
    '\u202eabc',
    '007',
    'null',
    '~',
    '🦊',
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }).map((text) => text.replaceAll('${', '$ {')),
);
const quietText = anyText.filter((text) => !text.includes('${'));

const anyValue: fc.Arbitrary<Json> = fc.oneof(
  quietText,
  fc.boolean(),
  fc.integer({ min: -1000, max: 1000 }),
  fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }),
  fc.constantFrom<Json>({}, { deep: [{ a: null }] }, { b: 1, a: 2 }),
);
const custom = fc.dictionary(fc.constantFrom('color', 'plan', 'mood', 'Größe', 'a/b', 'c~d'), anyValue, { maxKeys: 3 });
const some = <Value>(values: readonly Value[]) => fc.subarray([...values]);

const user = fc.record(
  {
    name: quietText,
    role: fc.constantFrom('user', 'admin', ...ROLES),
    language: fc.constantFrom('', 'en', 'nl'),
    invisible: fc.boolean(),
    teams: some(['red', 'blue', 'green']),
    custom,
    privacy_settings: fc.record({ read_receipts: fc.record({ enabled: fc.boolean() }) }),
  },
  { requiredKeys: [] },
);

const command = fc.record(
  { description: quietText.map((text) => `A ${text}`), args: quietText },
  { requiredKeys: ['description'] },
);
const words = fc.uniqueArray(fc.constantFrom('a', 'bb', 'ccc', 'dddd'), { maxLength: 3 });
const blocklist = fc.record({ words, is_leet_check_enabled: fc.boolean() }, { requiredKeys: ['words'] });
const grants = fc.dictionary(fc.constantFrom('guest', 'user', ...ROLES), some(PERMISSIONS), { maxKeys: 3 });

const channelType = fc.record(
  {
    max_message_length: fc.integer({ min: 100, max: 5000 }),
    polls: fc.boolean(),
    quotes: fc.boolean(),
    reminders: fc.boolean(),
    push_level: fc.constantFrom('all', 'mentions', 'none'),
    commands: some(['giphy', 'ban', ...COMMANDS]),
    blocklists: some(LISTS).map((lists) => lists.map((each) => ({ blocklist: each, behavior: 'flag' }))),
    allowed_flag_reasons: some(['spam', 'rude']),
    automod_thresholds: fc.record({ spam: fc.record({ flag: fc.constantFrom(0.1, 0.5) }) }),
    grants,
  },
  { requiredKeys: [] },
);

const member = fc.oneof(
  fc.constant<Json>({}),
  fc.record({ channel_role: fc.constantFrom('channel_member', 'channel_moderator'), custom }, { requiredKeys: [] }),
);
const message = fc.record(
  {
    user_id: fc.constantFrom(...USERS),
    text: fc.constantFrom('Hi', 'Be kind.\nPlease.', 'x'),
    pinned: fc.boolean(),
    custom,
  },
  { requiredKeys: ['user_id', 'text'] },
);
const channel = fc.record(
  {
    created_by_id: fc.constantFrom(...USERS),
    custom,
    frozen: fc.boolean(),
    cooldown: fc.constantFrom(0, 5, 120),
    filter_tags: some(['x', 'y', 'z']),
    config_overrides: fc.record({ uploads: fc.boolean(), quotes: fc.boolean() }, { requiredKeys: [] }),
    members: fc.record({
      mode: fc.constantFrom('at_least', 'exact'),
      list: fc.dictionary(fc.constantFrom(...USERS), member, { maxKeys: 5 }),
    }),
    messages: fc.dictionary(fc.constantFrom('welcome', 'rules'), message, { maxKeys: 2 }),
    announce: fc.constant({ as: USERS[0] ?? '', on_update: 'Updated', on_members_added: '{{members}} joined' }),
  },
  { requiredKeys: ['created_by_id'] },
);

const app = fc.record(
  {
    enforce_unique_usernames: fc.constant('no'),
    cdn_expiration_seconds: fc.integer({ min: 14_400, max: 20_000 }),
    user_search_disallowed_roles: some(['guest', 'anonymous']),
    custom_action_handler_url: fc.constantFrom('', 'https://example.com/a'),
    file_upload_config: fc.record(
      { size_limit: fc.integer({ min: 0, max: 9 }), blocked_file_extensions: some(['.exe', '.bat']) },
      { requiredKeys: [] },
    ),
    grants,
    event_hooks: fc.dictionary(
      fc.constantFrom('audit', 'copy'),
      fc.record({
        hook_type: fc.constant('webhook'),
        enabled: fc.boolean(),
        webhook_url: fc.constantFrom('https://example.com/1', 'https://example.com/2'),
        event_types: some(['message.new', 'user.banned']),
      }),
    ),
  },
  { requiredKeys: [] },
);

const permission = fc.record({
  name: fc.constantFrom('Pin', 'Pin own'),
  action: fc.constantFrom('PinMessage', 'UpdateChannel'),
  condition: fc.constantFrom<Json>({ a: 1 }, { b: { $eq: [1] } }),
});

const map = <Value>(keys: readonly string[], value: fc.Arbitrary<Value>) =>
  fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: keys.length, size: 'max' });

/** A whole configuration. Users and roles are always there, for the others mention them. */
export const configuration: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      app,
      permissions: map(['pin own 1.0', 'other'], permission),
      channel_types: map([...TYPES, 'messaging', 'livestream'], channelType),
      channels: map(CHANNELS, channel),
      users: fc.tuple(...USERS.map(() => user)),
      commands: fc.tuple(...COMMANDS.map(() => command)),
      blocklists: fc.tuple(...LISTS.map(() => blocklist)),
    },
    { requiredKeys: ['users', 'commands', 'blocklists'] },
  )
  .map(({ users, commands, blocklists, ...rest }) => ({
    ...(rest as JsonObject),
    roles: Object.fromEntries(ROLES.map((id) => [id, {}])),
    users: named(USERS, users as readonly Json[]),
    commands: named(COMMANDS, commands as readonly Json[]),
    blocklists: named(LISTS, blocklists as readonly Json[]),
  }));

function named(names: readonly string[], values: readonly Json[]): JsonObject {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? {}]));
}

export interface BesideCall {
  readonly method: string;
  readonly path: string;
  readonly body: JsonObject;
}

/** What other people do: some of it to what is managed, some of it to what is not. Refusals are fine. */
export const meddling: fc.Arbitrary<readonly BesideCall[]> = fc.array(
  fc.oneof(
    fc.record({ id: fc.constantFrom(...USERS), custom, name: quietText }).map(({ id, custom: data, name }) => ({
      method: 'PATCH',
      path: '/users',
      body: { users: [{ id, set: { ...withoutSlashes(data), name, foreign: 1 } }] },
    })),
    fc.record({ cid: fc.constantFrom(...CHANNELS), frozen: fc.boolean() }).map(({ cid, frozen }) => ({
      method: 'PATCH',
      path: `/chat/channels/${cid.replace(':', '/')}`,
      body: { set: { frozen, foreign: { a: 1 } } },
    })),
    fc.record({ cid: fc.constantFrom(...CHANNELS), ids: some(USERS) }).map(({ cid, ids }) => ({
      method: 'POST',
      path: `/chat/channels/${cid.replace(':', '/')}`,
      body: { add_members: ids.map((id) => ({ user_id: id })) },
    })),
    fc
      .record({ type: fc.constantFrom('messaging', ...TYPES), polls: fc.boolean(), grants })
      .map(({ type, ...body }) => ({
        method: 'PUT',
        path: `/chat/channeltypes/${type}`,
        body: { ...body, mutes: false },
      })),
    fc.constant({ method: 'PATCH', path: '/app', body: { cdn_expiration_seconds: 86_400, reminders_interval: 100 } }),
    fc.constant({ method: 'POST', path: '/roles', body: { name: 'foreign' } }),
    fc.constant({
      method: 'POST',
      path: '/users',
      body: { users: { stranger: { id: 'stranger', custom: { a: 1 } } } },
    }),
    fc.constant({
      method: 'POST',
      path: '/chat/channels/messaging/foreign/query',
      body: { data: { created_by_id: 'stranger', custom: { a: 1 } } },
    }),
  ),
  { maxLength: 6 },
);

function withoutSlashes(data: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([key]) => /^\w+$/.test(key)));
}

/** The same value with the keys of all its maps in another order; lists stay. */
export function shuffled(value: JsonObject, random: (count: number) => number): JsonObject {
  const mix = (each: Json): Json => {
    if (Array.isArray(each)) return each.map(mix);
    if (typeof each !== 'object' || each === null) return each;
    const entries = Object.entries(each as JsonObject);
    for (let last = entries.length - 1; last > 0; last--) {
      const other = random(last + 1);
      const [a, b] = [entries[last], entries[other]];
      if (a === undefined || b === undefined) continue;
      entries[last] = b;
      entries[other] = a;
    }
    return Object.fromEntries(entries.map(([key, child]) => [key, mix(child)]));
  };
  return mix(value) as JsonObject;
}
