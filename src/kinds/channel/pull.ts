/**
 * Channels for a pull: paged by cid, with members as far as one page shows them, and with the overrides that the effective
 * configuration tells. Messages are content, not configuration, and stay out.
 */
import { type Reader, read } from '../../core/call.ts';
import { asArray, asObject, asString, isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Draft, PullPart, Resource, Wanted } from '../../core/kind.ts';
import { effectiveOverrides } from './overrides.ts';
import { channelFromState } from './read.ts';

const PAGE = 30;
const MEMBERS = 100;

export const pull: PullPart = { list, draft, shorten };

async function* list(reader: Reader, wanted: readonly Wanted[]): AsyncGenerator<Resource> {
  const app = asObject((await reader.send(read('GetApp', 'GET', '/api/v2/app')))['app'], 'app');
  const configs = asObject(app['channel_configs'] ?? {}, 'channel_configs');
  for await (const state of wanted.length > 0 ? named(reader, wanted) : everything(reader))
    yield await withOverrides(channelFromState(state, undefined, undefined), state);

  /** Replies show no overrides: they are what the channel does otherwise than its type. */
  async function withOverrides(resource: Resource, state: JsonObject): Promise<Resource> {
    const config = asObject(state['channel'])['config'];
    const type = resource.id.split(':')[0] ?? '';
    const ofType = configs[type];
    if (!isObject(config) || !isObject(ofType)) return resource;
    const seen = effectiveOverrides({}, config, { now: ofType, next: {} });
    if (Object.keys(seen).length === 0) return resource;
    const grants = isObject(seen['grants']) ? { grants: await modifiers(type, seen['grants']) } : {};
    return { ...resource, body: { ...resource.body, config_overrides: { ...seen, ...grants } } };
  }

  /** Effective grants as `permission` and `!permission` on top of the type's. */
  async function modifiers(type: string, effective: JsonObject): Promise<JsonObject> {
    const reply = await reader.send(read('ListChannelTypes', 'GET', '/api/v2/chat/channeltypes'));
    const base = asObject(asObject(reply['channel_types'])[type] ?? {})['grants'];
    const names = (grants: Json | undefined, role: string) => {
      const held = isObject(grants) ? grants[role] : undefined;
      return isArray(held) ? held.map(String) : [];
    };
    const roles = Object.keys(effective).map((role) => {
      const [mine, theirs] = [names(effective, role), names(base, role)];
      const given = mine.filter((id) => !theirs.includes(id));
      return [role, [...given, ...theirs.filter((id) => !mine.includes(id)).map((id) => `!${id}`)]] as const;
    });
    return Object.fromEntries(roles.filter(([, changed]) => changed.length > 0));
  }
}

async function* named(reader: Reader, wanted: readonly Wanted[]): AsyncGenerator<JsonObject> {
  for (let start = 0; start < wanted.length; start += PAGE) {
    const cids = wanted.slice(start, start + PAGE).map((each) => each.id);
    yield* await page(reader, { cid: { $in: cids } });
  }
}

/** All channels by cid: offsets end at a thousand, ids never. */
async function* everything(reader: Reader): AsyncGenerator<JsonObject> {
  for (let last: string | undefined; ; ) {
    const states = await page(reader, last === undefined ? {} : { cid: { $gt: last } });
    yield* states;
    const end = states.at(-1);
    const cid = end === undefined ? undefined : asString(asObject(end['channel'])['cid'], 'cid');
    if (states.length < PAGE || cid === undefined || cid === last) return;
    last = cid;
  }
}

async function page(reader: Reader, filter: JsonObject): Promise<readonly JsonObject[]> {
  const query = {
    filter_conditions: filter,
    sort: [{ field: 'cid', direction: 1 }],
    limit: PAGE,
    member_limit: MEMBERS,
    message_limit: 0,
  };
  const { channels } = await reader.send(read('QueryChannels', 'POST', '/api/v2/chat/channels', query));
  return asArray(channels, 'channels').map((each) => asObject(each, 'channel state'));
}

/** Members by id, whenever they came; who is a member of a large channel is nothing that a file should say. */
function draft({ body, facts }: Resource): Draft {
  const { members, ...rest } = body;
  const count = facts?.['member_count'];
  if (typeof count !== 'number' || count <= MEMBERS) {
    const people = Object.entries(isObject(members) ? members : {}).sort(([a], [b]) => (a < b ? -1 : 1));
    return { body: { ...rest, members: Object.fromEntries(people) }, omitted: [] };
  }
  return { body: rest, omitted: [{ at: '/members', why: 'too-many' }] };
}

/** Name and image out of the custom data; members as a list, or by their roles. */
function shorten(body: JsonObject): JsonObject {
  const { custom, members, members_mode: mode, created_by_id, ...rest } = body;
  const { name, image, ...own } = isObject(custom) ? custom : {};
  const people = isObject(members) ? shortMembers(members, mode) : undefined;
  return {
    ...(created_by_id === undefined ? {} : { created_by_id }),
    ...(name === undefined ? {} : { name }),
    ...(image === undefined ? {} : { image }),
    ...(Object.keys(own).length === 0 ? {} : { custom: own }),
    ...rest,
    ...(people === undefined ? {} : { members: people }),
  };
}

function shortMembers(members: JsonObject, mode: Json | undefined): Json {
  const entries = Object.entries(members);
  const isPlain = entries.every(([, value]) => isObject(value) && Object.keys(value).length === 0);
  const map = Object.fromEntries(entries.map(([id, value]) => [id, shortMember(value)]));
  // An empty list would want a channel without members, which only the mode `exact` can bring about.
  const list = isPlain && (entries.length > 0 || mode === 'exact') ? entries.map(([id]) => id) : map;
  // `list` and `mode` are users' ids as well as the keys of the long form.
  if (mode === undefined && (isPlain || !('list' in map || 'mode' in map))) return list;
  return { mode: mode ?? 'at_least', list };
}

/** A member of whom only the role is told. */
export function shortMember(value: Json): Json {
  if (!isObject(value)) return value;
  const { channel_role, ...more } = value;
  return typeof channel_role === 'string' && Object.keys(more).length === 0 ? channel_role : value;
}
