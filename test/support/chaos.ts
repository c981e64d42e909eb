/**
 * Every change that the vendor may make without a word: new fields, new values of enums, another order of fields, headers
 * that come and go, other error texts, longer values. Whoever reads replies has to take all of it.
 */
import type { HttpReply } from '../../src/api/index.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import type { Middleware } from './world.ts';

/** Maps whose keys are names of things, where a new key would be a new thing. */
const MAPS = new Set([
  'grants',
  'channel_configs',
  'channel_types',
  'users',
  'custom',
  'teams_role',
  'result',
  'event_hooks',
]);
/** What the customer wrote, whatever stands in it. */
const OWN = new Set(['custom', 'condition', 'event_hooks', 'shared_location', 'keyframe_classifications_map']);
/** Values that nobody compares: they may become others, and longer. */
const FREE: Readonly<Record<string, Json>> = {
  status: 'member_of_a_new_kind',
  placement: `eu-central-9.${'x'.repeat(300)}`,
  organization: 'o'.repeat(500),
  role_type: 'brand_new',
  owner_resource: 'NewResource',
  level: 'galaxy',
};

export interface Chaos {
  readonly fields?: boolean;
  readonly values?: boolean;
  readonly order?: boolean;
  readonly headers?: boolean;
  readonly errors?: boolean;
}

export const EVERYTHING: Chaos = { fields: true, values: true, order: true, headers: true, errors: true };

export function nonBreaking(chaos: Chaos): Middleware {
  let count = 0;
  return (send) => async (request) => {
    const reply = await send(request);
    count += 1;
    return changed(reply, chaos, count);
  };
}

function changed(reply: HttpReply, chaos: Chaos, count: number): HttpReply {
  const body: unknown = JSON.parse(reply.body);
  let next = body as Json;
  if (reply.status >= 400 && chaos.errors && isObject(next)) next = otherError(next);
  else {
    if (chaos.values) next = otherValues(next, '');
    if (chaos.fields) next = moreFields(next, '');
  }
  if (chaos.order) next = turned(next);
  const headers = (name: string) => {
    if (!chaos.headers) return reply.headers(name);
    const key = name.toLowerCase();
    if (key === 'date') return new Date(0).toUTCString();
    if (key.startsWith('x-ratelimit')) return count % 2 === 0 ? undefined : 'unlimited';
    return key === 'x-brand-new' ? 'yes' : undefined;
  };
  return { status: reply.status, body: JSON.stringify(next), headers };
}

/** Codes and statuses are promised, texts are not. */
function otherError(body: JsonObject): Json {
  return {
    ...body,
    message: 'Etwas ist schiefgegangen. Bitte lesen Sie die Dokumentation.',
    details: [1, 2, 3],
    more_info: 'https://example.com/elsewhere',
    trace: { id: 'abc' },
  };
}

function moreFields(value: Json, name: string): Json {
  if (isArray(value)) return value.map((each) => moreFields(each, ''));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [
    key,
    // What is the customer's own stays as it is; of hooks every field is kept, and shown when one goes.
    OWN.has(key) ? member : moreFields(member, key),
  ]);
  const own = MAPS.has(name) ? {} : { brand_new_field: { deep: [1, { a: null }] }, another_new_one: null };
  return { ...Object.fromEntries(members), ...own } as Json;
}

function otherValues(value: Json, name: string): Json {
  if (isArray(value)) return value.map((each) => otherValues(each, ''));
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        OWN.has(key) || key === 'result' ? member : otherValue(MAPS.has(name) ? '' : key, member, value),
      ]),
    );
  }
  return value;
}

function otherValue(key: string, member: Json, parent: JsonObject): Json {
  // A task's status decides when it has ended; a state that is not known yet is no end.
  if (key === 'status' && 'task_id' in parent)
    return member === 'waiting' || member === 'running' ? 'queued_somewhere' : member;
  if (typeof member === 'string' && key in FREE && !('action' in parent && key === 'level')) return FREE[key] ?? member;
  if (key === 'duration') return `${'9'.repeat(40)}ms`;
  return otherValues(member, key);
}

/** The same with all keys backwards. */
function turned(value: Json): Json {
  if (isArray(value)) return value.map(turned);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
}
