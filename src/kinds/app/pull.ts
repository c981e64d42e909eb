/** What a pull writes of the app's settings: hooks under names, sections that are in use, and places for their secrets. */
import { secretRef } from '../../core/call.ts';
import { asObject, isObject, type Json, type JsonObject, pointer } from '../../core/json.ts';
import type { Draft, Omitted, PullPart, Resource } from '../../core/kind.ts';
import { withoutNulls } from '../../core/steps.ts';
import { defaultAppGrants } from './default-grants.ts';
import { PUSH, UNREAD } from './fields.ts';
import { hookFromRow, matchHooks, rowsOf, signature } from './hooks.ts';

/** What a fresh app reads, where a missing key does not mean the same. */
const DEFAULTS: JsonObject = {
  async_url_enrich_enabled: false,
  auto_translation_enabled: false,
  cdn_expiration_seconds: 1_209_600,
  disable_auth_checks: false,
  disable_permissions_checks: false,
  feed_audit_logs_enabled: false,
  guest_user_creation_disabled: false,
  image_moderation_enabled: false,
  max_aggregated_activities_length: 0,
  member_custom_on_messages_enabled: false,
  moderation_enabled: true,
  moderation_onboarding_complete: false,
  multi_tenant_enabled: false,
  permission_version: 'v2',
  push_config: { version: 'v2' },
  reminders_interval: 3600,
  user_response_time_enabled: false,
};

export const pull: PullPart = {
  defaults: () => ({ ...DEFAULTS, grants: defaultAppGrants() }),
  draft,
};

/** Which secret a section of push works with, by what it is set to. */
const PUSH_SECRETS: Readonly<Record<string, (section: JsonObject, version: Json | undefined) => readonly string[]>> = {
  apn_config: (section) => (section['auth_type'] === 'certificate' ? ['p12_cert'] : ['auth_key']),
  firebase_config: (_section, version) => (version === 'v1' ? ['server_key'] : ['credentials_json']),
  huawei_config: () => ['secret'],
  xiaomi_config: () => ['secret'],
};

function draft(live: Resource): Draft {
  const { event_hooks: declared, webhook_events, ...settings } = live.body;
  const hooks = hooksOf(rowsOf(live.facts), isObject(declared) ? declared : {});
  const body: Record<string, Json> = { ...settings };
  for (const name of Object.keys(PUSH)) {
    const section = asObject(body[name] ?? {}, name);
    if (section['disabled'] !== false) delete body[name];
    else
      body[name] = {
        ...withoutHost(section),
        ...secrets(`/${name}`, PUSH_SECRETS[name]?.(section, pushVersion(body)) ?? []),
      };
  }
  if (isObject(body['datadog_info']))
    body['datadog_info'] = { ...body['datadog_info'], ...secrets('/datadog_info', ['api_key']) };
  // Without a target of the older kind the list of events says nothing.
  const isSent = ['webhook_url', 'sqs_url', 'sns_topic_arn'].some((name) => (body[name] ?? '') !== '');
  if (isSent && webhook_events !== undefined) body['webhook_events'] = webhook_events;
  for (const queue of ['sqs', 'sns'])
    if ((body[queue === 'sqs' ? 'sqs_url' : 'sns_topic_arn'] ?? '') === '')
      for (const key of ['key', 'secret']) delete body[`${queue}_${key}`];
    else Object.assign(body, secrets('', [`${queue}_key`, `${queue}_secret`]));
  if (Object.keys(hooks).length > 0) body['event_hooks'] = hooks;
  const omitted = UNREAD.filter((name) => body[name] === undefined).map(
    (name): Omitted => ({ at: `/${name}`, why: 'unread' }),
  );
  return { body, omitted };
}

function pushVersion(body: JsonObject): Json | undefined {
  return isObject(body['push_config']) ? body['push_config']['version'] : undefined;
}

/** The host follows from `development`. */
function withoutHost(section: JsonObject): JsonObject {
  const { host, disabled: _disabled, ...rest } = section;
  const isDerived = typeof host !== 'string' || /^https:\/\/api\.(development\.)?push\.apple\.com$/.test(host);
  return isDerived ? rest : { ...rest, host };
}

function secrets(at: string, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, secretRef(at + pointer(name))]));
}

/** Live hooks by name: declared names stay, the others are named by their type and numbered. */
function hooksOf(rows: readonly JsonObject[], declared: JsonObject): JsonObject {
  const nameOf = new Map([...matchHooks(declared, rows)].map(([name, row]) => [row, name]));
  const hooks: Record<string, Json> = {};
  const taken = new Set(Object.keys(declared));
  for (const row of rows) {
    const name = nameOf.get(row) ?? freeName(String(row['hook_type'] ?? 'hook'), taken);
    taken.add(name);
    const { id, ...hook } = hookFromRow(row);
    const isTwin = rows.filter((other) => signature(other) === signature(row)).length > 1;
    // Its target tells which hook it is; only where two share one, the id has to.
    hooks[name] = { ...(isTwin && id !== undefined ? { id } : {}), ...withoutNulls(hook), ...hookSecrets(name, row) };
  }
  return hooks;
}

function freeName(stem: string, taken: ReadonlySet<string>): string {
  const base = stem.replaceAll(/\W/g, '_');
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(name)) return name;
  }
}

function hookSecrets(name: string, row: JsonObject): JsonObject {
  const at = `/event_hooks${pointer(name)}`;
  const keyed = ['sqs', 'sns'].filter(
    (queue) => row[`${queue}_auth_type`] === 'keys' || (row[`${queue}_key`] ?? '') !== '',
  );
  const failover = row['failover_config'];
  const isGcs = isObject(failover) && failover['type'] === 'gcs';
  return {
    ...secrets(
      at,
      keyed.flatMap((queue) => [`${queue}_key`, `${queue}_secret`]),
    ),
    ...(isGcs
      ? { failover_config: { ...shownFailover(row), ...secrets(`${at}/failover_config`, ['gcs_credentials']) } }
      : {}),
  };
}

function shownFailover(row: JsonObject): JsonObject {
  const { failover_config } = hookFromRow(row);
  return isObject(failover_config) ? failover_config : {};
}
