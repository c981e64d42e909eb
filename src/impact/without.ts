/** Fields whose changes have no impact, by kind, with the reason: a test wants each field here or in a rule, and not in both. */
import type { Pointer } from '../core/json.ts';

const UNKNOWN = 'a field that the schema does not know yet: nobody can tell';
const CREDENTIALS = 'a credential: the new one serves as the former did, and the API checks it or calls fail visibly';
const LOOKS = 'only how a push notification reads';
const DASHBOARD = "only how the moderators' dashboard works";
const FEEDS = 'of the feeds product: no client of the chat sees it';
const SHOWN_ONLY = 'only text that is shown';
const OWN_TEXT = 'what the configuration says is what is posted';

function all(names: readonly string[], reason: string): Readonly<Record<Pointer, string>> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}

export const WITHOUT_IMPACT: Readonly<Record<string, Readonly<Record<Pointer, string>>>> = {
  app: {
    ...all(['/sns_key', '/sns_secret', '/sqs_key', '/sqs_secret', '/datadog_info/api_key'], CREDENTIALS),
    ...all(
      ['auth_key', 'p12_cert', 'auth_type', 'key_id', 'team_id'].map((name) => `/apn_config/${name}`),
      CREDENTIALS,
    ),
    ...all(
      [
        '/firebase_config/credentials_json',
        '/firebase_config/server_key',
        '/huawei_config/secret',
        '/xiaomi_config/secret',
      ],
      CREDENTIALS,
    ),
    ...all(
      ['sns_key', 'sns_secret', 'sqs_key', 'sqs_secret', 'failover_config/gcs_credentials'].map(
        (name) => `/event_hooks/*/${name}`,
      ),
      CREDENTIALS,
    ),
    ...all(
      ['sns_auth_type', 'sns_role_arn', 'sqs_auth_type', 'sqs_role_arn'].map((name) => `/event_hooks/*/${name}`),
      CREDENTIALS,
    ),
    '/event_hooks/*/sns_event_based_message_group_id_enabled': 'only how a FIFO topic groups what it gets',
    ...all(
      [
        '/apn_config/notification_template',
        '/firebase_config/notification_template',
        '/firebase_config/data_template',
        '/firebase_config/apn_template',
      ],
      LOOKS,
    ),
    ...all(
      [
        'async_review_queue_upsert',
        'custom_views_enabled',
        'escalation_queue_enabled',
        'keyframe_classifications_map',
        'media_queue_blur_enabled',
        'overview_dashboard/default_date_range_days',
        'overview_dashboard/visible_charts',
        'allowed_moderation_action_reasons',
        'escalation_reasons',
        'filterable_custom_keys',
      ].map((name) => `/moderation_dashboard_preferences/${name}`),
      DASHBOARD,
    ),
    ...all(['/activity_metrics_config', '/feeds_v2_region'], FEEDS),
    ...all(
      [
        '/chat_primary_use_case',
        '/video_primary_use_case',
        '/moderation_onboarding_complete',
        '/moderation_analytics_enabled',
      ],
      "for the vendor's information and its figures",
    ),
    '/async_url_enrich_enabled': 'previews of links come either way, sooner or later',
    '/reminders_interval': 'reminders come either way, more or less often',
    '/extra': UNKNOWN,
  },
  channel_type: {
    '/skip_last_msg_update_for_system_msgs': 'only where channels stand in lists after a system message',
    '/extra': UNKNOWN,
  },
  permission: { ...all(['/name', '/description'], SHOWN_ONLY), '/extra': UNKNOWN },
  role: {},
  command: {
    ...all(['/description', '/args'], SHOWN_ONLY),
    '/set': 'only how commands are grouped',
    '/extra': UNKNOWN,
  },
  blocklist: { '/extra': UNKNOWN },
  user: {
    ...all(['/name', '/image', '/language'], SHOWN_ONLY),
    '/invisible': "only whether others see that the user is online, which is the user's choice",
  },
  channel: {
    '/auto_translation_language': 'messages are translated either way',
    ...all(
      ['text', 'pinned', 'pin_expires', 'attachments'].map((name) => `/messages/*/${name}`),
      OWN_TEXT,
    ),
    '/messages': 'declared messages are only ever added',
  },
};
