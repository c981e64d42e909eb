/** The app's settings: which are read, which replies never show, and which travel as whole objects. */
import type { FieldSpec } from '../../core/kind.ts';
import { canonicalTime } from '../../core/time.ts';

const SETTINGS =
  `allowed_flag_reasons async_url_enrich_enabled auto_translation_enabled before_message_send_hook_attempt_timeout_ms
cdn_expiration_seconds chat_primary_use_case disable_auth_checks disable_permissions_checks feed_audit_logs_enabled
guest_user_creation_disabled image_moderation_enabled max_aggregated_activities_length member_custom_on_messages_enabled
moderation_enabled moderation_onboarding_complete multi_tenant_enabled permission_version reminders_interval
user_response_time_enabled video_primary_use_case`.split(/\s+/);

/** An unset one reads as an empty string or is not there at all. */
const TEXTS =
  `before_message_send_hook_url custom_action_handler_url moderation_s3_image_access_role_arn moderation_webhook_url
sns_topic_arn sqs_url webhook_url`.split(/\s+/);

/** Settings that the API takes and no reply is known to show; one that does show up is compared. */
export const UNREAD =
  `async_moderation_config channel_hide_members_only enable_hook_payload_compression feeds_moderation_enabled
feeds_v2_region image_moderation_block_labels migrate_permissions_to_v2 moderation_analytics_enabled reminders_max_members
reminders_max_per_user`.split(/\s+/);

export const UPLOAD_KEYS = [
  'size_limit',
  'allowed_file_extensions',
  'blocked_file_extensions',
  'allowed_mime_types',
  'blocked_mime_types',
];
export const UPLOADS = ['file_upload_config', 'image_upload_config'];

/** Sections that read back below `push_notifications`, under another name and without their secrets. */
export const PUSH: Readonly<
  Record<string, { readonly section: string; readonly plain: readonly string[]; readonly secret: readonly string[] }>
> = {
  apn_config: {
    section: 'apn',
    plain: ['auth_type', 'bundle_id', 'development', 'host', 'key_id', 'notification_template', 'team_id'],
    secret: ['auth_key', 'p12_cert'],
  },
  firebase_config: {
    section: 'firebase',
    plain: ['apn_template', 'data_template', 'notification_template'],
    secret: ['credentials_json', 'server_key'],
  },
  huawei_config: { section: 'huawei', plain: ['id'], secret: ['secret'] },
  xiaomi_config: { section: 'xiaomi', plain: ['package_name'], secret: ['secret'] },
};

const DASHBOARD = `async_review_queue_upsert block_foreign_cdn_attachments custom_views_enabled disable_audit_logs
disable_flagging_reviewed_entity escalation_queue_enabled flag_user_on_flagged_content include_attachment_payload
keyframe_classifications_map media_queue_blur_enabled overview_dashboard/default_date_range_days
overview_dashboard/visible_charts`.split(/\s+/);
const DASHBOARD_LISTS = ['allowed_moderation_action_reasons', 'escalation_reasons', 'filterable_custom_keys'];

const HOOK_FIELDS =
  `hook_type enabled should_send_custom_events sns_auth_type sns_event_based_message_group_id_enabled sns_region
sns_role_arn sns_topic_arn sqs_auth_type sqs_queue_url sqs_region sqs_role_arn timeout_ms webhook_url callback/mode
callback/server_url failover_config/type failover_config/gcs_bucket failover_config/gcs_path`.split(/\s+/);
export const HOOK_SECRETS = ['sns_key', 'sns_secret', 'sqs_key', 'sqs_secret', 'failover_config/gcs_credentials'];

const secret: FieldSpec = { blind: 'secret' };
const table = (names: readonly string[], spec: FieldSpec, below = '') =>
  Object.fromEntries(names.map((name) => [`${below}/${name}`, spec]));

export const fields: Readonly<Record<string, FieldSpec>> = {
  ...table(SETTINGS, {}),
  ...table(TEXTS, { absent: '' }),
  ...table(UNREAD, {}),
  ...table(['image_moderation_labels', 'user_search_disallowed_roles', 'allowed_flag_reasons'], {
    shape: 'set',
    absent: [],
  }),
  // A fresh app reads "", which means the same.
  '/enforce_unique_usernames': { absent: 'no', canonical: (value) => (value === '' ? 'no' : value) },
  '/revoke_tokens_issued_before': { reset: 'read', canonical: canonicalTime },
  '/webhook_events': { shape: 'set', reset: 'blind' },
  '/grants': { shape: 'open', of: 'set', absent: [], reset: 'blind' },
  '/activity_metrics_config': { shape: 'open' },
  ...table(['sns_key', 'sns_secret', 'sqs_key', 'sqs_secret'], secret),
  ...Object.assign(
    {},
    ...UPLOADS.map((name) => table(UPLOAD_KEYS.slice(1), { absent: [], carried: true }, `/${name}`)),
  ),
  ...Object.fromEntries(UPLOADS.map((name) => [`/${name}/size_limit`, { absent: 0, carried: true }])),
  ...Object.assign(
    {},
    ...Object.entries(PUSH).map(([name, { plain, secret: hidden }]) => ({
      ...table([...plain], { absent: '' }, `/${name}`),
      ...table(hidden, secret, `/${name}`),
      [`/${name}/disabled`]: { absent: false },
    })),
  ),
  '/apn_config/development': { absent: false },
  '/push_config/version': {},
  '/push_config/offline_only': { absent: false },
  '/datadog_info/site': { absent: '' },
  '/datadog_info/enabled': { absent: false },
  '/datadog_info/api_key': secret,
  ...table(DASHBOARD, {}, '/moderation_dashboard_preferences'),
  ...table(DASHBOARD_LISTS, { shape: 'set', absent: [] }, '/moderation_dashboard_preferences'),
  '/event_hooks': { shape: 'entries', giveBack: () => 'unset' },
  ...table(HOOK_FIELDS, {}, '/event_hooks/*'),
  ...table(HOOK_SECRETS, secret, '/event_hooks/*'),
  '/event_hooks/*/product': { absent: 'all' },
  '/event_hooks/*/event_types': { shape: 'set', absent: [] },
  '/event_hooks/*/id': { meta: true },
  '/extra': { shape: 'open' },
};
