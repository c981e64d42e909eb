/** Answers with the changes that the vendor makes without notice: new members and values, another order of members,
 * other texts of errors, other headers, longer texts. What a customer wrote stays what it is. */
import { isObject, type Json, type JsonObject } from '../../core/json.ts';
import { Custom, Time, type Value, type ValueObject } from '../values.ts';
import type { Dice } from './dice.ts';
import { withOpenValues } from './open-values.ts';

/** Objects whose members are entries with names of their own, each of them an object that can get new members. */
const TABLES = `android call_types channel_configs channel_types external_storages groups ios latest_votes_by_option
  policies reaction_groups server_side unity users video_encoding_options web`.split(/\s+/);
/** Objects that belong to a customer, or whose members are entries that are no objects. */
const CLOSED = `Filter activity_metrics_config ai_image_subclassifications condition custom custom_activity_types data
  exception_fields filter filter_conditions filter_values form_data grants i18n image_labels
  keyframe_classifications_map llm_harm_labels mentioned_members metadata options pending_message_metadata
  reaction_counts reaction_scores read_by_channel rendered_message result set severity_descriptions sort_values
  subclassifications teams_role total_unread_count_by_team vote_counts_by_option`.split(/\s+/);

export function alteredReply(reply: ValueObject, op: string, dice: Dice): ValueObject {
  const longer = { ...reply, duration: `000000000000000000${String(reply['duration'])}` };
  return grown(withOpenValues(longer, op), dice);
}

function grown(value: ValueObject, dice: Dice): ValueObject {
  const members = Object.entries(value).map(([key, member]) => [key, altered(key, member, dice)] as const);
  return Object.fromEntries(dice.shuffled([...members, ...newMembers(value, dice)]));
}

function altered(key: string, value: Value | undefined, dice: Dice): Value | undefined {
  if (value === null || typeof value !== 'object' || value instanceof Time) return value;
  if (value instanceof Custom) return new Custom(reordered(value.data, dice) as JsonObject);
  if (Array.isArray(value)) return value.map((item: Value) => altered('', item, dice) ?? null);
  const object = value as ValueObject;
  if (CLOSED.includes(key)) return reordered(object as JsonObject, dice);
  if (!TABLES.includes(key)) return grown(object, dice);
  const entries = Object.entries(object).map(([name, member]) => [name, altered('', member, dice)] as const);
  return Object.fromEntries(dice.shuffled(entries));
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

function reordered(value: Json, dice: Dice): Json {
  if (Array.isArray(value)) return value.map((item: Json) => reordered(item, dice));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, reordered(member, dice)] as const);
  return Object.fromEntries(dice.shuffled(members));
}

const TEXTS = [
  'Something about this request is not right.',
  'Die Anfrage wurde abgelehnt.',
  'request rejected (see the documentation for the meaning of its code)',
] as const;

/** Codes and statuses stay, texts do not. */
export function alteredError(body: JsonObject, dice: Dice): JsonObject {
  const fields = isObject(body['exception_fields'])
    ? { exception_fields: Object.fromEntries(Object.keys(body['exception_fields']).map((key) => [key, 'not allowed'])) }
    : {};
  const changed = {
    ...body,
    ...fields,
    message: dice.pick(TEXTS),
    more_info: 'https://getstream.io/docs/errors',
    duration: '0.0000000001ms',
    request_id: 'c0ffee00-0000-4000-8000-000000000000',
  };
  return Object.fromEntries(dice.shuffled(Object.entries(changed)));
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
