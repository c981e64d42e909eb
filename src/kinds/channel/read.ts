/** Reads channels thirty a page, with no more of members and messages than the configuration asks for. */
import { addressOf } from '../../core/address.ts';
import { type Reader, read, readWithPayload } from '../../core/call.ts';
import {
  asArray,
  asObject,
  asString,
  emptyMap,
  isObject,
  type Json,
  type JsonObject,
  tokensOf,
} from '../../core/json.ts';
import type { ReadOptions, Resource, Wanted } from '../../core/kind.ts';
import { lookupsOf } from '../../core/lookups.ts';
import { type Paged, paged, portionsOf } from '../../core/pages.ts';
import { compact, pick, touchedNames } from '../../core/steps.ts';
import { readMessages } from './messages.ts';
import { effectiveOverrides, type TypeConfig } from './overrides.ts';

const PAGE = 30;
const MEMBERS = 100;
const MEMBER = ['channel_role', 'custom'];
const PLAIN = [
  'custom',
  'frozen',
  'disabled',
  'cooldown',
  'team',
  'filter_tags',
  'auto_translation_enabled',
  'auto_translation_language',
];

export function readChannels(reader: Reader, wanted: readonly Wanted[], options: ReadOptions): Paged<Resource> {
  return paged(() => channelPages(reader, wanted, options));
}

async function* channelPages(
  reader: Reader,
  wanted: readonly Wanted[],
  options: ReadOptions,
): AsyncGenerator<readonly Resource[]> {
  const groups = new Map<string, Wanted[]>();
  for (const each of wanted) {
    const needs = `${needsMembers(each)} ${options.verifyMessages && each.body?.['messages'] !== undefined}`;
    const group = groups.get(needs);
    if (group === undefined) groups.set(needs, [each]);
    else group.push(each);
  }
  const needsTypes = wanted.some((each) => each.body?.['config_overrides'] !== undefined);
  const types = needsTypes ? typeConfigs(await reader.send(read('GetApp', 'GET', '/api/v2/app')), options) : undefined;
  const pages = [...groups.values()]
    .flatMap((group) => portionsOf(group, PAGE))
    .map((page) => readPage(reader, page, options, types));
  yield* await Promise.all(pages);
}

type Types = ReadonlyMap<string, TypeConfig> | undefined;

/** The types' settings as they are, and what this run is about to make of them. */
function typeConfigs(app: JsonObject, { pending }: ReadOptions): Types {
  const configs = asObject(asObject(app['app'], 'app')['channel_configs'] ?? {}, 'channel_configs');
  return new Map(
    Object.entries(configs).map(([name, config]) => {
      const change = pending?.get(addressOf('channel_type', name));
      const next = change === undefined ? {} : pick(change.next ?? {}, [...touchedNames(change)]);
      return [name, { now: asObject(config), next }];
    }),
  );
}

async function readPage(
  reader: Reader,
  page: readonly Wanted[],
  options: ReadOptions,
  types: Types,
): Promise<readonly Resource[]> {
  const [first] = page;
  const query = {
    filter_conditions: { cid: { $in: page.map((each) => each.id) } },
    limit: PAGE,
    member_limit: first !== undefined && needsMembers(first) ? MEMBERS : 0,
    message_limit: options.verifyMessages && first?.body?.['messages'] !== undefined ? 25 : 0,
  };
  const { channels } = await reader.send(read('QueryChannels', 'POST', '/api/v2/chat/channels', query));
  const byId = new Map(page.map((each) => [each.id, each]));
  const resources: (Resource | Promise<Resource>)[] = [];
  for (const state of asArray(channels, 'channels')) {
    const raw = asObject(state, 'channel state');
    const wanted = byId.get(asString(asObject(raw['channel'], 'channel')['cid'], 'cid'));
    if (wanted === undefined) continue;
    const rows = asArray(raw['members'] ?? [], 'members');
    const isWhole = !isCut(raw, rows, wanted) && !isObject(wanted.body?.['messages']);
    // Nearly all of a large configuration are whole in the page that they came in.
    resources.push(
      isWhole
        ? withoutMessages(channelFromState(raw, wanted, types, rows))
        : complete(reader, raw, wanted, options, types),
    );
  }
  return Promise.all(resources);
}

function isCut(state: JsonObject, rows: readonly Json[], wanted: Wanted): boolean {
  const count = asObject(state['channel'])['member_count'];
  return (rows.length >= MEMBERS || (typeof count === 'number' && count > rows.length)) && needsMembers(wanted);
}

/** Nothing of them was asked for, so there is nothing that could not be seen. */
function withoutMessages(resource: Resource): Resource {
  return { ...resource, blind: (resource.blind ?? []).filter((at) => at !== '/messages') };
}

/** With what takes further calls. */
async function complete(
  reader: Reader,
  state: JsonObject,
  wanted: Wanted,
  options: ReadOptions,
  types: Types,
): Promise<Resource> {
  const rows = asArray(state['members'] ?? [], 'members');
  const members = isCut(state, rows, wanted) ? await restOfMembers(reader, wanted, rows) : rows;
  const resource = withoutMessages(channelFromState(state, wanted, types, members));
  const { body, blind = [] } = resource;
  const declared = wanted.body?.['messages'];
  if (!isObject(declared)) return resource;
  if (!options.verifyMessages)
    return {
      ...resource,
      body: { ...body, messages: declared },
      blind: [...blind, ...Object.keys(declared).map((key) => `/messages/${key}`)],
    };
  const { messages, deleted } = await readMessages(reader, wanted, seenMessages(state));
  return { ...resource, body: { ...body, messages }, blind, facts: { ...resource.facts, deleted_messages: deleted } };
}

function seenMessages(state: JsonObject): readonly Json[] {
  return [...asArray(state['pinned_messages'] ?? []), ...asArray(state['messages'] ?? [])];
}

/** A channel as a reply's state shows it; messages and, without the types' settings, overrides are not in it. */
export function channelFromState(
  state: JsonObject,
  wanted: Wanted | undefined,
  types: Types,
  members: readonly Json[] = asArray(state['members'] ?? [], 'members'),
): Resource {
  const channel = asObject(state['channel'], 'channel');
  const id = asString(channel['cid'], 'cid');
  const creator = channel['created_by'];
  const declared = wanted?.body?.['config_overrides'];
  const config = channel['config'];
  const overrides =
    isObject(declared) && types !== undefined && isObject(config)
      ? effectiveOverrides(declared, config, types.get(id.split(':')[0] ?? ''))
      : undefined;
  const body = compact({
    ...pick(channel, PLAIN),
    created_by_id: isObject(creator) ? creator['id'] : undefined,
    config_overrides: overrides,
    members: memberMap(members, wanted),
  });
  return {
    id,
    body,
    blind: ['/messages', ...(overrides === undefined ? ['/config_overrides'] : [])],
    facts: compact({ member_count: channel['member_count'], created_at: channel['created_at'] }),
  };
}

/** Members by user id. An invitation counts as carried out as soon as the user stands in the list. */
function memberMap(rows: readonly Json[], wanted: Wanted | undefined): JsonObject {
  const declared = wanted?.body?.['members'];
  const map = emptyMap();
  for (const row of rows) {
    const member = asObject(row, 'member');
    const user = member['user'];
    const id = String(member['user_id'] ?? (isObject(user) ? user['id'] : ''));
    const own = isObject(declared) ? declared[id] : undefined;
    const invite = isObject(own) ? own['invite'] : undefined;
    const shown = pick(member, MEMBER);
    if (invite !== undefined) shown['invite'] = invite;
    map[id] = shown;
  }
  return map;
}

/** Whose membership is looked at: who is declared, and who was declared before. */
function memberIds({ body, prior, gone = [] }: Wanted): ReadonlySet<string> {
  const declared = body?.['members'];
  const before = [...(prior?.fields.keys() ?? []), ...gone].map(tokensOf).filter(([field]) => field === 'members');
  return new Set([...(isObject(declared) ? Object.keys(declared) : []), ...before.map(([, id]) => id ?? '')]);
}

function needsMembers(wanted: Wanted): boolean {
  return wanted.body?.['members'] !== undefined || memberIds(wanted).size > 0;
}

/** Beyond the page: the declared ids not yet seen, or, where the list is wanted exactly, everybody by id. */
async function restOfMembers(reader: Reader, wanted: Wanted, rows: readonly Json[]): Promise<readonly Json[]> {
  const [type = '', id = ''] = wanted.id.split(':');
  const ask = async (filter: JsonObject) => {
    const payload = { type, id, filter_conditions: filter, limit: MEMBERS, sort: [{ field: 'user_id', direction: 1 }] };
    const { members } = await reader.send(readWithPayload('QueryMembers', '/api/v2/chat/members', payload));
    return asArray(members, 'members');
  };
  if (wanted.body?.['members_mode'] === 'exact') return everyMember(ask);
  const seen = new Set(Object.keys(memberMap(rows, undefined)));
  const missing = [...memberIds(wanted)].filter((name) => !seen.has(name));
  const found: Json[] = [...rows];
  for (const ids of lookupsOf(missing)) found.push(...(await ask({ user_id: { $in: ids } })));
  return found;
}

async function everyMember(ask: (filter: JsonObject) => Promise<readonly Json[]>): Promise<readonly Json[]> {
  const all: Json[] = [];
  let last: string | undefined;
  for (;;) {
    const page = await ask(last === undefined ? {} : { user_id: { $gt: last } });
    all.push(...page);
    const next = Object.keys(memberMap(page.slice(-1), undefined))[0];
    if (page.length < MEMBERS || next === undefined || next === last) return all;
    last = next;
  }
}
