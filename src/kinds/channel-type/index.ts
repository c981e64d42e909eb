/**
 * Channel types: the features, limits, commands, block lists and grants of all channels of a type. Omitted fields stay on
 * PUT, explicit null clears lists and resets grants, and a handful of fields is accepted by PUT only, so that a create may
 * take a second call.
 */
import { path, read, write } from '../../core/call.ts';
import { grantReferences } from '../../core/grants.ts';
import { asObject, isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Reference, Wanted } from '../../core/kind.ts';
import type { Change } from '../../core/plan.ts';
import { compact, defineKind, payload, pick, readExtra, step, touchedNames } from '../../core/steps.ts';
import { commandsOf, inTermsOf, isSetName, setsOf } from './commands.ts';
import { fields, NAMES, UPDATE_ONLY, WHOLE } from './fields.ts';
import { pull } from './pull.ts';

const BASE = '/api/v2/chat/channeltypes';
const BUILT_IN_TYPES: ReadonlySet<string> = new Set(['messaging', 'team', 'commerce', 'gaming', 'livestream']);

export const channelType = defineKind({
  name: 'channel_type',
  collection: 'channel_types',
  after: ['permission', 'role', 'command', 'blocklist'],
  chunk: Number.POSITIVE_INFINITY,
  removal: ['delete', 'keep'],
  fields,
  pull,
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
  const blocklists = knownOf(raw['blocklists'], ['blocklist', 'behavior']);
  const permissions = knownOf(raw['permissions'], ['name', 'action', 'resources', 'roles', 'owner', 'priority']);
  const body = compact({ ...pick(raw, NAMES), commands, blocklists, permissions, extra });
  return { id, body, blind, facts: compact({ occupied }) };
}

/** Entries that are compared whole, by the members that can be declared: replies may add others at any time. */
function knownOf(list: Json | undefined, names: readonly string[]): Json | undefined {
  return isArray(list) ? list.map((item) => (isObject(item) ? pick(item, names) : item)) : list;
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
