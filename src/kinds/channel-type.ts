/**
 * Channel types: the features, limits, commands, block lists and grants of all channels of a type. Omitted fields stay on
 * PUT, explicit null clears lists and resets grants, and a handful of fields is accepted by PUT only, so that a create may
 * take a second call.
 */
import { path, read, write } from '../core/call.ts';
import { goDuration } from '../core/duration.ts';
import { grantReferences } from '../core/grants.ts';
import { asObject, isArray, isObject, type Json, type JsonObject } from '../core/json.ts';
import type { FieldSpec, Reference, Wanted } from '../core/kind.ts';
import type { Change } from '../core/plan.ts';
import { compact, defineKind, payload, pick, readExtra, step, touchedNames } from '../core/steps.ts';

const BASE = '/api/v2/chat/channeltypes';
export const BUILT_IN_TYPES: ReadonlySet<string> = new Set(['messaging', 'team', 'commerce', 'gaming', 'livestream']);

const SWITCHES =
  `connect_events count_messages custom_events delivery_events mark_messages_pending mutes polls push_notifications
quotes reactions read_events reminders replies search shared_locations skip_last_msg_update_for_system_msgs typing_events uploads
url_enrichment user_message_reminders`.split(/\s+/);
const PREFERENCES =
  `channel_mentions default_preference direct_mentions distinct_channel_messages group_mentions here_mentions
role_mentions thread_replies`.split(/\s+/);
const THRESHOLDS = ['explicit', 'spam', 'toxic'].flatMap((label) => [`${label}/block`, `${label}/flag`]);

const fields: Record<string, FieldSpec> = {
  ...Object.fromEntries(SWITCHES.map((name) => [`/${name}`, {}])),
  '/automod': {},
  '/automod_behavior': {},
  '/max_message_length': {},
  '/message_retention': {},
  '/push_level': {},
  '/blocklist': { absent: '' },
  '/blocklist_behavior': {},
  '/blocklists': { shape: 'set', absent: [] },
  '/commands': { shape: 'set' },
  '/partition_size': { absent: 0 },
  '/partition_ttl': { reset: 'read', canonical: (value) => (typeof value === 'string' ? goDuration(value) : value) },
  // A role that has no grants on a type is either missing or there with an empty list.
  '/grants': {
    shape: 'open',
    of: 'set',
    absent: [],
    reset: 'blind',
    giveBack: (_id, role) => (role !== undefined && !isBuiltInRole(role) ? [] : undefined),
  },
  '/permissions': {},
  ...Object.fromEntries(PREFERENCES.map((name) => [`/chat_preferences/${name}`, {}])),
  ...Object.fromEntries(THRESHOLDS.map((name) => [`/automod_thresholds/${name}`, { accepts: 'update' }])),
  '/extra': { shape: 'open' },
  '/protect': { meta: true },
};
for (const name of ['quotes', 'reminders']) fields[`/${name}`] = { accepts: 'update' };
fields['/allowed_flag_reasons'] = { shape: 'set', absent: [], accepts: 'update' };

const UPDATE_ONLY = ['quotes', 'reminders', 'allowed_flag_reasons', 'automod_thresholds'];
/** Objects whose undeclared parts may or may not survive a partial write: they are sent whole. */
const WHOLE = ['chat_preferences', 'automod_thresholds'];
const NAMES = [...new Set(Object.keys(fields).map((at) => at.split('/')[1] ?? ''))].filter(
  (name) => !['extra', 'protect'].includes(name),
);

function isBuiltInRole(name: string): boolean {
  return (
    ['user', 'guest', 'anonymous', 'admin', 'moderator', 'channel_member', 'channel_moderator'].includes(name) ||
    name.startsWith('global_')
  );
}

export const channelType = defineKind({
  name: 'channel_type',
  collection: 'channel_types',
  after: ['permission', 'role', 'command', 'blocklist'],
  chunk: Number.POSITIVE_INFINITY,
  removal: ['delete', 'keep'],
  fields,
  reserved: (id) => BUILT_IN_TYPES.has(id),
  builtIns: BUILT_IN_TYPES,
  normalise: (raw) => (isObject(raw) ? raw : undefined),
  references: (_id, body) => [...grantReferences(body['grants']), ...listReferences(body)],
  async *read(reader, wanted) {
    const bodies = new Map(wanted.map((each) => [each.id, each]));
    const { channel_types } = await reader.send(read('ListChannelTypes', 'GET', BASE));
    const needsSets = wanted.some((each) => commandsOf(each.body).some((name) => isSetName(name)));
    const sets = needsSets
      ? setsOf(await reader.send(read('ListCommands', 'GET', '/api/v2/chat/commands')))
      : new Map<string, readonly string[]>();
    for (const [id, raw] of Object.entries(asObject(channel_types, 'channel types'))) {
      const each = bodies.get(id);
      const occupied = each !== undefined && each.body === undefined ? await hasChannels(id) : undefined;
      yield fromLive(id, asObject(raw, 'channel type'), each, sets, occupied);
    }
    async function hasChannels(type: string) {
      const query = { filter_conditions: { type }, limit: 1, state: false, member_limit: 0, message_limit: 0 };
      const { channels } = await reader.send(read('QueryChannels', 'POST', '/api/v2/chat/channels', query));
      return isArray(channels) && channels.length > 0;
    }
  },
  write(change) {
    const at = `${BASE}${path(change.id)}`;
    if (change.action === 'remove')
      return [step(write('DeleteChannelType', 'DELETE', at, undefined, 'exists-is-done'))];
    if (change.action === 'update') {
      const carries = WHOLE.some((name) => touchedNames(change).has(name));
      return [
        step(
          write('UpdateChannelType', 'PUT', at, updateBody(change), 'free'),
          carries ? { readAgainAfter: 5000 } : {},
        ),
      ];
    }
    const declared = payload(change.next ?? {});
    const later = pick(declared, UPDATE_ONLY);
    // Create knows only the two gentler behaviours, so the third goes with the update.
    const shadow =
      declared['automod_behavior'] === 'shadow_block' ? { automod_behavior: declared['automod_behavior'] } : {};
    const first = Object.entries(declared).filter(([name]) => !(name in later) && !(name in shadow));
    // The create call demands these three; the values are the ones that the API itself gives to a new type.
    const body = {
      name: change.id,
      automod: 'disabled',
      automod_behavior: 'flag',
      max_message_length: 5000,
      ...Object.fromEntries(first),
    };
    const rest = { ...later, ...shadow };
    const create = step(write('CreateChannelType', 'POST', BASE, body, 'exists-is-done'));
    return Object.keys(rest).length === 0
      ? [create]
      : [create, step(write('UpdateChannelType', 'PUT', at, rest, 'free'))];
  },
  review(change, _wanted, live) {
    if (change.action !== 'remove' || live?.facts?.['occupied'] !== true) return { change, notes: [] };
    return {
      change: { ...change, heldBack: 'in-use' },
      notes: [
        {
          severity: 'warning',
          code: 'type-has-channels',
          summary: 'A channel type with channels cannot be deleted',
          subject: change.address,
          detail: 'The API refuses it. Delete the channels of this type first, then apply again.',
        },
      ],
    };
  },
});

function fromLive(
  id: string,
  raw: JsonObject,
  wanted: Wanted | undefined,
  sets: ReadonlyMap<string, readonly string[]>,
  occupied: boolean | undefined,
) {
  const names = isArray(raw['commands'])
    ? raw['commands'].map((item) => (isObject(item) ? (item['name'] ?? null) : item))
    : undefined;
  const { extra, blind } = readExtra(raw, wanted?.body);
  const commands = names === undefined ? undefined : inTermsOf(commandsOf(wanted?.body), names, sets);
  const body = compact({ ...pick(raw, NAMES), commands, extra });
  return { id, body, blind, facts: compact({ occupied }) };
}

/** Only what differs is sent; a whole object where the API's handling of its undeclared parts is not known. */
function updateBody(change: Change): JsonObject {
  const body: Record<string, Json> = {};
  const grants: Record<string, Json> = {};
  for (const { path: at, after } of change.fields) {
    const [, name = '', key] = at.split('/').map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (name === 'grants' && key !== undefined) grants[key] = after ?? [];
    else if (name === 'extra' && key !== undefined) body[key] = after ?? null;
    else if (WHOLE.includes(name)) body[name] = merge(change.live?.[name], change.next?.[name]);
    else body[name] = change.next?.[name] ?? after ?? null;
  }
  return Object.keys(grants).length === 0 ? body : { ...body, grants };
}

function merge(below: Json | undefined, above: Json | undefined): Json {
  if (!isObject(above)) return above ?? null;
  if (!isObject(below)) return above;
  const names = [...new Set([...Object.keys(below), ...Object.keys(above)])];
  return Object.fromEntries(
    names.map((name) => [name, name in above ? merge(below[name], above[name]) : (below[name] ?? null)]),
  );
}

function commandsOf(body: JsonObject | undefined): readonly string[] {
  const commands = body?.['commands'];
  return isArray(commands) ? commands.filter((name) => typeof name === 'string') : [];
}

function isSetName(name: string): boolean {
  return name === 'all' || name.endsWith('_set');
}

/** The commands of each set, and of `all`, by the list of commands. */
function setsOf(reply: JsonObject): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, string[]>([['all', []]]);
  for (const item of isArray(reply['commands']) ? reply['commands'] : []) {
    const { name, set } = asObject(item, 'command');
    if (typeof name !== 'string') continue;
    sets.get('all')?.push(name);
    if (typeof set === 'string' && set !== '') sets.set(set, [...(sets.get(set) ?? []), name]);
  }
  return sets;
}

/** Set names never read back: live commands that make up a declared set are shown as that set. */
function inTermsOf(
  declared: readonly string[],
  live: readonly Json[],
  sets: ReadonlyMap<string, readonly string[]>,
): readonly Json[] {
  let left = live;
  const held: string[] = [];
  for (const name of declared) {
    const members = sets.get(name);
    if (members === undefined || !members.every((member) => live.includes(member))) continue;
    held.push(name);
    left = left.filter((item) => !members.includes(String(item)) || declared.includes(String(item)));
  }
  return [...held, ...left];
}

function listReferences(body: JsonObject): readonly Reference[] {
  const commands = commandsOf(body).flatMap((id, index) =>
    isSetName(id) ? [] : [{ kind: 'command', id, at: `/commands/${index}` }],
  );
  const lists = isArray(body['blocklists']) ? body['blocklists'] : [];
  const blocklists = lists.flatMap((item, index) =>
    isObject(item) && typeof item['blocklist'] === 'string'
      ? [{ kind: 'blocklist', id: item['blocklist'], at: `/blocklists/${index}/blocklist` }]
      : [],
  );
  const single = body['blocklist'];
  return [
    ...commands,
    ...blocklists,
    ...(typeof single === 'string' && single !== '' ? [{ kind: 'blocklist', id: single, at: '/blocklist' }] : []),
  ];
}
