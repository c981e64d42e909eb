/** Short forms of a channel: name and image are custom data, moderators are members, members have four spellings. */
import { emptyMap, isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';

export function normaliseChannel(raw: Json): JsonObject | undefined {
  if (!isObject(raw)) return undefined;
  const { name, image, moderators, members, messages, ...rest } = raw;
  const own = rest['custom'];
  const custom = {
    ...(isObject(own) ? own : {}),
    ...(name === undefined ? {} : { name }),
    ...(image === undefined ? {} : { image }),
  };
  const hasCustom = (own === undefined || isObject(own)) && (Object.keys(custom).length > 0 || isObject(own));
  const people = membersOf(members, moderators);
  return {
    ...rest,
    ...(hasCustom ? { custom } : {}),
    ...(people.mode === undefined ? {} : { members_mode: people.mode }),
    ...(people.members === undefined ? {} : { members: people.members }),
    ...(messages === undefined ? {} : { messages }),
    // What could not be understood stays for the schema to refuse.
    ...(people.moderators === undefined ? {} : { moderators: people.moderators }),
  };
}

/** A member of whom no more is said than that. */
const NO_DETAILS: JsonObject = Object.freeze({});

interface People {
  readonly mode?: Json;
  readonly members?: Json;
  readonly moderators?: Json;
}

function membersOf(members: Json | undefined, moderators: Json | undefined): People {
  const isLong = isObject(members) && ('mode' in members || 'list' in members);
  const mode = isLong ? members['mode'] : undefined;
  const list = isLong ? members['list'] : members;
  const map = list === undefined ? undefined : memberMap(list);
  const staff = moderators === undefined ? undefined : memberMap(moderators);
  if ((list !== undefined && map === undefined) || (moderators !== undefined && staff === undefined)) {
    return {
      ...(mode === undefined ? {} : { mode }),
      ...((map ?? list) === undefined ? {} : { members: map ?? list ?? null }),
      ...(staff === undefined && moderators !== undefined ? { moderators } : {}),
    };
  }
  if (map === undefined && staff === undefined) return mode === undefined ? {} : { mode, members: {} };
  return { ...(mode === undefined ? {} : { mode }), members: united(map ?? {}, staff ?? {}) };
}

function united(map: JsonObject, staff: JsonObject): JsonObject {
  const ids = Object.keys(staff);
  if (ids.length === 0) return map;
  const all: Record<string, Json> = { ...map };
  for (const id of ids) all[id] = { channel_role: 'channel_moderator', ...(isObject(all[id]) ? all[id] : {}) };
  return all;
}

/** A list of ids, or a map from id to a role, to an object, or to null for "not a member". */
function memberMap(raw: Json): JsonObject | undefined {
  if (isArray(raw)) {
    if (!raw.every((id) => typeof id === 'string' || typeof id === 'number')) return undefined;
    // Plain loops: a large roster has more members than anything else.
    const map = emptyMap();
    for (const id of raw) map[String(id)] = NO_DETAILS;
    return map;
  }
  if (!isObject(raw)) return undefined;
  const map = emptyMap();
  for (const id of Object.keys(raw)) {
    const value = raw[id] ?? null;
    map[id] = typeof value === 'string' ? { channel_role: value } : value;
  }
  return map;
}

/** `ignore` leaves membership to others: nothing of it is compared or sent, whatever an overlay below says. */
export function settleChannel(body: JsonObject): JsonObject {
  if (body['members_mode'] !== 'ignore') return body;
  const { members: _members, ...rest } = body;
  return rest;
}
