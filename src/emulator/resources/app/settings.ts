/** Settings that are read and written as they are. */
import { isObject, type Json, type JsonObject } from '../../../core/json.ts';
import {
  anything,
  bool,
  type Check,
  instant,
  int,
  isHttpUrl,
  list,
  map,
  record,
  type Shape,
  text,
  url,
} from '../../check.ts';
import type { AppRow } from '../../store/rows/settings.ts';
import type { World } from '../../world.ts';

const CHAT_USES = `messaging customer-support community marketplace gaming telehealth on-demand workforce-management
  dating education financial sports real-money-gaming`.split(/\s+/);
const VIDEO_USES = 'video-calling voice-calling livestreaming audio-rooms ai-agents live-shopping other'.split(' ');

const UNIQUENESS = text({ oneOf: ['no', 'app', 'team'] });

/** A fresh app reads the empty text, which must go back as it came: suites write a whole app as they read it. */
const uniqueness: Check = (value, at, problems) => {
  if (value !== '') UNIQUENESS(value, at, problems);
};

const SCALARS: Shape = {
  async_url_enrich_enabled: bool,
  auto_translation_enabled: bool,
  before_message_send_hook_attempt_timeout_ms: int(),
  before_message_send_hook_url: url,
  cdn_expiration_seconds: int({ min: 14_400, max: 1_209_600 }),
  channel_hide_members_only: bool,
  chat_primary_use_case: text({ oneOf: CHAT_USES }),
  custom_action_handler_url: url,
  disable_auth_checks: bool,
  disable_permissions_checks: bool,
  enable_hook_payload_compression: bool,
  enforce_unique_usernames: uniqueness,
  feed_audit_logs_enabled: bool,
  feeds_moderation_enabled: bool,
  feeds_v2_region: text(),
  guest_user_creation_disabled: bool,
  image_moderation_enabled: bool,
  max_aggregated_activities_length: int(),
  member_custom_on_mentioned_users_enabled: bool,
  member_custom_on_messages_enabled: bool,
  member_custom_on_typing_events_enabled: bool,
  moderation_analytics_enabled: bool,
  moderation_enabled: bool,
  moderation_onboarding_complete: bool,
  moderation_s3_image_access_role_arn: text(),
  moderation_webhook_url: url,
  multi_tenant_enabled: bool,
  permission_version: text({ oneOf: ['v1', 'v2'] }),
  reminders_interval: int({ min: 60, max: 86_400 }),
  reminders_max_members: int({ min: 2 }),
  reminders_max_per_user: int({ min: 1, max: 100_000 }),
  sns_topic_arn: text(),
  sqs_url: url,
  user_response_time_enabled: bool,
  video_primary_use_case: text({ oneOf: VIDEO_USES }),
  webhook_url: url,
};

const callback: Check = record({
  mode: text({ oneOf: ['CALLBACK_MODE_NONE', 'CALLBACK_MODE_REST', 'CALLBACK_MODE_TWIRP'] }),
  server_url: text(),
});

const DASHBOARD: Check = record({
  allowed_moderation_action_reasons: list(text()),
  escalation_reasons: list(text()),
  filterable_custom_keys: list(text()),
  keyframe_classifications_map: map(map(bool)),
  overview_dashboard: map(),
  ...Object.fromEntries(
    `async_review_queue_upsert block_foreign_cdn_attachments custom_views_enabled disable_audit_logs
    disable_flagging_reviewed_entity escalation_queue_enabled flag_user_on_flagged_content include_attachment_payload
    media_queue_blur_enabled`
      .split(/\s+/)
      .map((name) => [name, bool]),
  ),
});

/** For lists and maps null is not the same as left out: it resets them. */
const COLLECTIONS: Shape = {
  activity_metrics_config: map(int()),
  allowed_flag_reasons: list(text()),
  async_moderation_config: record({ callback, timeout_ms: int() }),
  datadog_info: record({ api_key: text(), site: text(), enabled: bool }),
  image_moderation_block_labels: list(text()),
  image_moderation_labels: list(text()),
  moderation_dashboard_preferences: DASHBOARD,
  user_search_disallowed_roles: list(text({ max: 100 }), { max: 10 }),
  webhook_events: list(text()),
};

/** Written, but never shown by any read. */
export const WRITE_ONLY: readonly string[] = [
  'async_moderation_config',
  'channel_hide_members_only',
  'enable_hook_payload_compression',
  'feeds_moderation_enabled',
  'feeds_v2_region',
  'image_moderation_block_labels',
  'moderation_analytics_enabled',
  'reminders_max_members',
  'reminders_max_per_user',
];

const SECRETS = ['sns_key', 'sns_secret', 'sqs_key', 'sqs_secret'];

export const PLAIN_FIELDS: Shape = {
  ...SCALARS,
  ...COLLECTIONS,
  ...Object.fromEntries(SECRETS.map((name) => [name, text()])),
  grants: map(list(text())),
  migrate_permissions_to_v2: bool,
  revoke_tokens_issued_before: instant,
  explicit_event_hooks_deletion: anything,
};

export function writePlain(world: World, row: AppRow, body: JsonObject): AppRow {
  const settings: Record<string, Json> = { ...row.settings };
  for (const key of Object.keys(SCALARS)) {
    const value = body[key];
    if (value === null && world.assume('null_app_scalars') === 'b') delete settings[key];
    else if (value !== undefined && value !== null) settings[key] = value;
  }
  for (const key of Object.keys(COLLECTIONS)) {
    const value = body[key];
    if (value === null) delete settings[key];
    else if (value !== undefined) settings[key] = value;
  }
  if (body['migrate_permissions_to_v2'] === true) settings['permission_version'] = 'v2';
  let secrets = row.secrets;
  for (const key of SECRETS) secrets = writeSecret(world, secrets, `/${key}`, body[key]);
  const datadog = settings['datadog_info'];
  if (isObject(datadog)) {
    const { api_key, ...rest } = datadog;
    settings['datadog_info'] = rest;
    secrets = writeSecret(world, secrets, '/datadog_info/api_key', api_key);
  }
  return { ...row, settings, secrets };
}

/** A secret leaves nothing but a keyed digest in the store; the empty text clears it. */
export function writeSecret(
  world: World,
  secrets: AppRow['secrets'],
  place: string,
  value: Json | undefined,
): AppRow['secrets'] {
  if (typeof value !== 'string') return secrets;
  const next = { ...secrets };
  if (value === '') delete next[place];
  else next[place] = world.secrets.digest(value);
  world.secrets.remember(place, value);
  return next;
}

/** What a read shows of a secret: the API was seen to leave secrets out. */
export function readSecret(world: World, row: Pick<AppRow, 'secrets'>, place: string): string | undefined {
  if (world.assume('secrets_in_reads') === 'a' || row.secrets[place] === undefined) return undefined;
  return world.secrets.recall(place);
}

const PRIVATE_HOST =
  /^(localhost|.*\.(localhost|local|internal|invalid|test)|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(1[6-9]|2\d|3[01])\..*|0\.0\.0\.0|\[.*\])$/i;

/** The API resolves the host; here it is judged by its name alone, since the emulator must work without a network. */
export function isPublic(address: string): boolean {
  if (!isHttpUrl(address)) return false;
  const { hostname } = new URL(address);
  return hostname.includes('.') && !PRIVATE_HOST.test(hostname);
}
