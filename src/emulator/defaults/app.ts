/** What an app that nobody has touched returns. */
import type { JsonObject } from '../../core/json.ts';

/** Without a filter all events are sent, and reads then name them. */
export const ALL_EVENTS: readonly string[] = `
  channel.created channel.deleted channel.hidden channel.muted channel.truncated channel.unmuted channel.updated
  channel.visible channel_batch_update.completed channel_batch_update.started export.channels.error
  export.channels.success member.added member.removed member.updated message.deleted message.flagged message.new
  message.read message.unblocked message.undeleted message.unflagged message.updated notification.thread_message_new
  reaction.deleted reaction.new reaction.updated thread.updated user.banned user.deactivated user.deleted user.flagged
  user.muted user.reactivated user.unbanned user.unflagged user.unmuted user.unread_message_reminder user.updated
`
  .trim()
  .split(/\s+/);

/** Always in a read, whether written or not. */
export const APP_DEFAULTS: JsonObject = {
  async_url_enrich_enabled: false,
  auto_translation_enabled: false,
  cdn_expiration_seconds: 1_209_600,
  custom_action_handler_url: '',
  disable_auth_checks: false,
  disable_permissions_checks: false,
  enforce_unique_usernames: '',
  feed_audit_logs_enabled: false,
  guest_user_creation_disabled: false,
  image_moderation_enabled: false,
  max_aggregated_activities_length: 0,
  member_custom_on_mentioned_users_enabled: false,
  member_custom_on_messages_enabled: false,
  member_custom_on_typing_events_enabled: false,
  moderation_enabled: true,
  moderation_webhook_url: '',
  multi_tenant_enabled: false,
  permission_version: 'v2',
  reminders_interval: 3600,
  sns_topic_arn: '',
  sqs_url: '',
  user_response_time_enabled: false,
  user_search_disallowed_roles: [],
  webhook_events: ALL_EVENTS,
  webhook_url: '',
};

/** What no call can change. */
export const APP_FIXED: JsonObject = {
  allow_multi_user_devices: false,
  call_types: {},
  campaign_enabled: false,
  moderation_audio_call_moderation_enabled: false,
  moderation_llm_configurability_enabled: false,
  moderation_multitenant_blocklist_enabled: false,
  moderation_video_call_moderation_enabled: false,
  name: 'emulator',
  organization: 'emulator',
  placement: 'local.emulator',
  policies: {},
  suspended: false,
  suspended_explanation: '',
  use_hook_v2: true,
};

export const EMPTY_UPLOAD_CONFIG: JsonObject = {
  size_limit: 0,
  allowed_file_extensions: [],
  blocked_file_extensions: [],
  allowed_mime_types: [],
  blocked_mime_types: [],
};
