/** Answers with the changes that the vendor makes without notice. What a customer wrote stays what it is, and so do
 * statuses and codes: they alone are a contract. */
import { isObject, type Json, type JsonObject } from '../../core/json.ts';
import { Custom, Time, type Value, type ValueObject } from '../values.ts';
import type { Dice } from './dice.ts';
import { shuffledLists } from './lists.ts';
import { withLongTexts, withOpenValues } from './open-values.ts';

export const CHANGES = [
  /** Routes that were unknown until now. */
  'endpoints',
  /** New members of replies, at any depth. */
  'fields',
  /** Values and built-in things of kinds that nobody has seen yet. */
  'values',
  /** Another order of members. */
  'order',
  /** Another order of lists that have none. */
  'lists',
  /** New headers, and optional ones that are missing. */
  'headers',
  /** Longer texts where the API writes them. */
  'lengths',
  /** Other texts of errors. */
  'texts',
] as const;
export type Change = (typeof CHANGES)[number];

/** Objects whose members are entries with names of their own, each of them an object that can get new members. */
const TABLES = `android call_types channel_configs channel_types external_storages groups ios latest_votes_by_option
  policies reaction_groups server_side unity users video_encoding_options web`.split(/\s+/);
/** Objects that belong to a customer, or whose members are entries that are no objects. */
const CLOSED = `Filter activity_metrics_config ai_image_subclassifications condition custom custom_activity_types data
  exception_fields filter filter_conditions filter_values form_data grants i18n image_labels
  keyframe_classifications_map llm_harm_labels mentioned_members metadata options pending_message_metadata
  reaction_counts reaction_scores read_by_channel rendered_message result set severity_descriptions sort_values
  subclassifications teams_role total_unread_count_by_team vote_counts_by_option`.split(/\s+/);

export function alteredReply(reply: ValueObject, op: string, changes: ReadonlySet<Change>, dice: Dice): ValueObject {
  let changed = reply;
  if (changes.has('values')) changed = withOpenValues(changed, op);
  if (changes.has('lengths')) changed = withLongTexts(changed);
  if (changes.has('lists')) changed = shuffledLists(changed, op, dice);
  return changes.has('fields') || changes.has('order') ? createWalk(changes, dice)(changed) : changed;
}

/** Gives objects new members, another order of members, or both. */
function createWalk(changes: ReadonlySet<Change>, dice: Dice): (value: ValueObject) => ValueObject {
  const ordered = <T>(members: readonly T[]) => (changes.has('order') ? dice.shuffled(members) : members);
  const reordered = (value: JsonObject) => (changes.has('order') ? turned(value, dice) : value);

  function grown(value: ValueObject): ValueObject {
    const members = Object.entries(value).map(([key, member]) => [key, altered(key, member)] as const);
    const more = changes.has('fields') ? newMembers(value, dice) : [];
    return Object.fromEntries(ordered([...members, ...more]));
  }

  function altered(key: string, value: Value | undefined): Value | undefined {
    if (value === null || typeof value !== 'object' || value instanceof Time) return value;
    if (value instanceof Custom) return new Custom(reordered(value.data as JsonObject));
    if (Array.isArray(value)) return value.map((item: Value) => altered('', item) ?? null);
    const object = value as ValueObject;
    if (CLOSED.includes(key)) return reordered(object as JsonObject);
    if (!TABLES.includes(key)) return grown(object);
    return Object.fromEntries(ordered(Object.entries(object).map(([name, member]) => [name, altered('', member)])));
  }

  return grown;
}

const NAMES = ['insights', 'revision_info', 'experimental', 'origin_region', 'flags_v3', 'related'] as const;

/** One or two members that no description names. */
function newMembers(value: ValueObject, dice: Dice): [string, Value][] {
  const values: readonly [Value, ...Value[]] = [
    true,
    0.5,
    null,
    'text of a kind that is new',
    [],
    [{ id: 'unknown', parts: [1, 2] }],
    { enabled: true, of: { unknown: { kind: 'object' } } },
  ];
  const count = dice.falls(0.5) ? 1 : 2;
  return dice
    .shuffled(NAMES)
    .filter((name) => !Object.hasOwn(value, name))
    .slice(0, count)
    .map((name) => [name, dice.pick(values)]);
}

function turned<Whole extends Json>(value: Whole, dice: Dice): Whole {
  if (Array.isArray(value)) return value.map((item: Json) => turned(item, dice)) as Json as Whole;
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, turned(member, dice)] as const);
  return Object.fromEntries(dice.shuffled(members)) as Json as Whole;
}

const TEXTS = [
  'Something about this request is not right.',
  'Die Anfrage wurde abgelehnt.',
  'request rejected (see the documentation for the meaning of its code)',
] as const;

/** Codes and statuses stay, texts do not. */
export function alteredError(body: JsonObject, changes: ReadonlySet<Change>, dice: Dice): JsonObject {
  const { exception_fields: fields } = body;
  const other = isObject(fields)
    ? { exception_fields: Object.fromEntries(Object.keys(fields).map((key) => [key, 'not allowed'])) }
    : {};
  const texts = { ...other, message: dice.pick(TEXTS), more_info: 'https://getstream.io/docs/errors' };
  const changed: JsonObject = {
    ...body,
    ...(changes.has('texts') ? texts : {}),
    ...(changes.has('lengths') ? { duration: '0.000000000000000000000000000000000001ms' } : {}),
    ...(changes.has('fields') ? { request_id: 'c0ffee00-0000-4000-8000-000000000000' } : {}),
  };
  return changes.has('order') ? Object.fromEntries(dice.shuffled(Object.entries(changed))) : changed;
}

/** What is new stands below a name of its own: a path of the API as it is known must stay what it is. */
export function newEndpoint(method: string, path: string): JsonObject | undefined {
  const isNew = /^(\/api\/v2)?(\/chat)?\/insights(\/[^/]+)?$/.test(path);
  return isNew && method === 'GET' ? { insights: [], duration: '0.01ms' } : undefined;
}

/** New headers come, and those that are optional go. */
export function alteredHeaders(headers: Readonly<Record<string, string>>, dice: Dice): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith('X-RateLimit-') || dice.falls(0.5));
  const type = headers['content-type'];
  return {
    ...Object.fromEntries(kept),
    ...(type === undefined ? {} : { 'content-type': `${type}; charset=utf-8` }),
    'X-Stream-Edge': 'edge-7',
    'Server-Timing': 'app;dur=1',
    Vary: 'Origin, Accept-Encoding',
  };
}
