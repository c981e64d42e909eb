/** Event hooks: the list is replaced whole, and within it each row; rows left out are deleted. */
import { isArray, isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { bool, type Check, int, list, map, record, type Shape, text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { flagOf, isGiven, textOf, textsOf } from '../../http/route.ts';
import type { AppRow, HookRow } from '../../store/rows/settings.ts';
import { parseTime, time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { isPublic, readSecret, writeSecret } from './settings.ts';

const MOST_PENDING_MESSAGE_HOOKS = 2;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Keys that are written and not read back; the API has more of these than its description names. */
const SECRET = /(^|_)(secret|credentials|password|private_key)$|^(sqs|sns)_key$|_access_key$/;
const AUTH = ['', 'keys', 'resource', 'role'];

/** Reads give these times as numbers, but writes accept text alone. */
const textTime: Check = (value, at, problems) => {
  if (value === null) return;
  if (typeof value !== 'string') problems.push(`${at}: Time.UnmarshalJSON: input is not a JSON string`);
  else if (parseTime(value) === undefined) problems.push(`${at} is not a valid date`);
};

const hook = record({
  id: text(),
  hook_type: text({ oneOf: ['webhook', 'sqs', 'sns', 'pending_message'] }),
  product: text({ oneOf: ['', 'all', 'chat', 'video', 'moderation', 'feeds'] }),
  enabled: bool,
  event_types: list(text()),
  webhook_url: text(),
  timeout_ms: int({ min: 0 }),
  callback: record({
    mode: text({ oneOf: ['', 'CALLBACK_MODE_NONE', 'CALLBACK_MODE_REST', 'CALLBACK_MODE_TWIRP'] }),
    server_url: text(),
  }),
  should_send_custom_events: bool,
  failover_config: map(),
  sqs_auth_type: text({ oneOf: AUTH }),
  sns_auth_type: text({ oneOf: AUTH }),
  sns_event_based_message_group_id_enabled: bool,
  created_at: textTime,
  updated_at: textTime,
  ...Object.fromEntries(
    'sqs_queue_url sqs_region sqs_key sqs_secret sqs_role_arn sns_topic_arn sns_region sns_key sns_secret sns_role_arn'
      .split(' ')
      .map((name) => [name, text()]),
  ),
});

export const HOOK_FIELDS: Shape = { event_hooks: list(hook) };

export function writeHooks(world: World, row: AppRow, body: JsonObject, at: number): AppRow {
  if (!isGiven(body, 'event_hooks')) return row;
  const given = body['event_hooks'];
  if (given === null && world.assume('null_event_hooks') === 'a') return row;
  const sent = isArray(given) ? given.filter(isObject) : [];
  refuseBadHooks(sent);
  let secrets: AppRow['secrets'] = Object.fromEntries(
    Object.entries(row.secrets).filter(([place]) => !place.startsWith('/event_hooks/')),
  );
  const hooks = sent.map((item): HookRow => {
    const id = textOf(item, 'id') || world.random.uuid();
    const former = row.hooks.find((candidate) => candidate.id === id);
    const data: Record<string, Json> = {};
    for (const [key, value] of Object.entries(item)) {
      if (['id', 'created_at', 'updated_at'].includes(key) || value === null) continue;
      const place = `/event_hooks/${id}`;
      if (key === 'failover_config' && isObject(value)) {
        const { gcs_credentials, ...rest } = value;
        secrets = writeSecret(world, secrets, `${place}/gcs_credentials`, gcs_credentials);
        data[key] = rest;
      } else if (SECRET.test(key)) secrets = writeSecret(world, secrets, `${place}/${key}`, value);
      else data[key] = value;
    }
    const created = parseTime(textOf(item, 'created_at') ?? '');
    return { id, data, created_at: created ?? former?.created_at ?? at, updated_at: at };
  });
  return { ...row, hooks, secrets };
}

/** Rows that did not change are judged again too: a host that went away blocks every change of the list. */
function refuseBadHooks(hooks: readonly JsonObject[]): void {
  const ids = hooks.map((item) => textOf(item, 'id') ?? '').filter((id) => id !== '');
  for (const id of ids) if (!UUID.test(id)) throw inputError(`event hook id "${id}" must be a valid UUID`);
  if (new Set(ids).size < ids.length) throw inputError('event hook ids must be unique');
  for (const item of hooks) {
    const address = textOf(item, 'webhook_url') ?? '';
    if (address !== '' && !isPublic(address)) {
      const id = textOf(item, 'id') ?? '';
      throw inputError(
        `webhook URL for hook ${id} must be a publicly accessible HTTP/HTTPS URL: unable to resolve url ${address}`,
      );
    }
  }
  if (hooks.filter((item) => item['hook_type'] === 'pending_message').length > MOST_PENDING_MESSAGE_HOOKS) {
    throw inputError(`cannot have more than ${MOST_PENDING_MESSAGE_HOOKS} pending_message hooks`);
  }
}

export function hookView(world: World, row: AppRow, item: HookRow): ValueObject {
  const place = `/event_hooks/${item.id}/`;
  const shown = Object.keys(row.secrets)
    .filter((key) => key.startsWith(place) && !key.endsWith('/gcs_credentials'))
    .map((key) => [key.slice(place.length), readSecret(world, row, key)] as const);
  return {
    ...item.data,
    ...Object.fromEntries(shown),
    id: item.id,
    hook_type: textOf(item.data, 'hook_type') ?? '',
    product: textOf(item.data, 'product') || 'all',
    enabled: flagOf(item.data, 'enabled') ?? false,
    event_types: textsOf(item.data, 'event_types'),
    created_at: time(item.created_at),
    updated_at: time(item.updated_at),
  };
}
