/** Declared messages: an id of ours in the app's one space of message ids, sent once, changed when their text changes. */
import { path, type Reader, read, write } from '../../core/call.ts';
import { asArray, asObject, isObject, type Json, type JsonObject, tokensOf } from '../../core/json.ts';
import type { Step, Wanted } from '../../core/kind.ts';
import { lookupsOf } from '../../core/lookups.ts';
import type { Change } from '../../core/plan.ts';
import { compact, pick, step, withoutNulls } from '../../core/steps.ts';

/** Fields of a reply that have the name and the shape of the configuration's. */
const FIELDS =
  `text type pinned pin_expires attachments custom silent html mml show_in_channel quoted_message_id parent_id poll_id
shared_location mentioned_here mentioned_channel mentioned_roles mentioned_group_ids restricted_visibility`.split(
    /\s+/,
  );
/** The API reads at most so many messages of a channel by id. */
const MANY = 50;

export function messageId(cid: string, key: string, message: Json | undefined): string {
  const own = isObject(message) ? message['id'] : undefined;
  return typeof own === 'string' ? own : `${cid}:${key}`;
}

/** The live side of the declared messages: from what the channel's reply carries, else by their ids. */
export async function readMessages(reader: Reader, wanted: Wanted, seen: readonly Json[]): Promise<LiveMessages> {
  const declared = wanted.body?.['messages'];
  if (!isObject(declared)) return { messages: {}, deleted: [] };
  const found = new Map(seen.map((each) => [String(asObject(each, 'message')['id']), asObject(each)]));
  const keys = Object.keys(declared);
  const missing = keys.map((key) => messageId(wanted.id, key, declared[key])).filter((id) => !found.has(id));
  for (const ids of lookupsOf(missing, MANY)) {
    const [type = '', id = ''] = wanted.id.split(':');
    const reply = await reader.send(
      read(
        'GetManyMessages',
        'GET',
        `/api/v2/chat/channels${path(type, id)}/messages?ids=${ids.map(encodeURIComponent).join(',')}`,
      ),
    );
    for (const each of asArray(reply['messages'], 'messages'))
      found.set(String(asObject(each, 'message')['id']), asObject(each));
  }
  const liveOf = (key: string) => found.get(messageId(wanted.id, key, declared[key]));
  const deleted = keys.filter((key) => isDeleted(liveOf(key) ?? {}));
  // A deleted message stays deleted: it is shown as it was declared, so that nothing is sent.
  const messages = keys.map((key) => [
    key,
    deleted.includes(key) ? (declared[key] ?? {}) : messageFromLive(liveOf(key), declared[key]),
  ]);
  return { messages: compact(Object.fromEntries(messages)), deleted };
}

/** Live messages by their key in the configuration, and the keys of those that were deleted. */
export interface LiveMessages {
  readonly messages: JsonObject;
  readonly deleted: readonly string[];
}

function isDeleted(message: JsonObject): boolean {
  return message['type'] === 'deleted' || typeof message['deleted_at'] === 'number';
}

function messageFromLive(live: JsonObject | undefined, wanted: Json | undefined): JsonObject | undefined {
  if (live === undefined) return undefined;
  const declared = isObject(wanted) ? wanted : {};
  const user = live['user'];
  const mentioned = asArray(live['mentioned_users'] ?? []).map((each) =>
    isObject(each) ? (each['id'] ?? null) : each,
  );
  return compact({
    ...pick(live, FIELDS),
    mentioned_users: mentioned,
    user_id: isObject(user) ? user['id'] : undefined,
    pin_expires: hasNoPin(live, declared) ? declared['pin_expires'] : live['pin_expires'],
    shared_location: ofDeclared(live['shared_location'], declared['shared_location']),
  });
}

/** The end of a pin means nothing without the pin, and the API keeps none. */
function hasNoPin(live: JsonObject, declared: JsonObject): boolean {
  return live['pinned'] !== true && declared['pinned'] !== true;
}

/** A reply adds what the API knows about a place beside what was sent. */
function ofDeclared(live: Json | undefined, declared: Json | undefined): Json | undefined {
  return isObject(live) && isObject(declared) ? pick(live, Object.keys(declared)) : live;
}

/** The calls for added and changed messages, in the order of the file. */
export function messageSteps(change: Change, cid: string): readonly Step[] {
  const declared = change.next?.['messages'];
  if (!isObject(declared)) return [];
  return Object.keys(declared).flatMap((key) => {
    const message = declared[key];
    if (!isObject(message)) return [];
    const changed = change.fields.filter(
      (field) => tokensOf(field.path)[0] === 'messages' && tokensOf(field.path)[1] === key,
    );
    if (changed.length === 0) return [];
    const whole = changed.some((field) => tokensOf(field.path).length === 2);
    return [whole ? sendStep(cid, key, message) : updateStep(cid, key, message, changed)];
  });
}

function sendStep(cid: string, key: string, message: JsonObject): Step {
  const { id: _own, custom, ...fields } = message;
  const sent = { ...withoutNulls(fields), ...(isObject(custom) ? { custom: withoutNulls(custom) } : {}) };
  const body = { message: { id: messageId(cid, key, message), ...sent }, skip_push: true, skip_enrich_url: true };
  return step(write('SendMessage', 'POST', `${channelPath(cid)}/message`, body, 'exists-is-done'));
}

function updateStep(cid: string, key: string, message: JsonObject, changed: Change['fields']): Step {
  const set: Record<string, Json> = {};
  const unset: string[] = [];
  for (const { path: at, after } of changed) {
    const [, , name = '', customKey] = tokensOf(at);
    if (customKey !== undefined && after === undefined) unset.push(customKey);
    else if (name === 'pin_expires' && after === undefined) set[name] = null;
    else set[customKey ?? name] = after ?? null;
  }
  const id = messageId(cid, key, message);
  const body = compact({
    set,
    unset: unset.length === 0 ? undefined : unset,
    user_id: message['user_id'],
    skip_enrich_url: true,
  });
  return step(write('UpdateMessagePartial', 'PUT', `/api/v2/chat/messages${path(id)}`, body, 'free'));
}

export function channelPath(cid: string): string {
  const at = cid.indexOf(':');
  return `/api/v2/chat/channels${path(cid.slice(0, at), cid.slice(at + 1))}`;
}

/** The channel that a path of `channelPath` is about. */
export function cidOfPath(of: string): string {
  const [type = '', id = ''] = of.split('/').slice(-2).map(decodeURIComponent);
  return `${type}:${id}`;
}
