/** The canonical rows. Times are microseconds since 1970; everything else is JSON, so that rows can be written to a file. */
import type { Json, JsonObject } from '../../core/json.ts';

export type Grants = Readonly<Record<string, readonly string[]>>;

export interface AppRow {
  /** Settings that were written, without secrets; what is missing has its default. */
  readonly settings: JsonObject;
  readonly hooks: readonly HookRow[];
  readonly grants: Grants;
  /** Keyed digests of the secret settings by their place: enough to see a change, not enough to read one. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly revoke_tokens_issued_before: number | null;
}

export interface HookRow {
  readonly id: string;
  readonly data: JsonObject;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface RoleRow {
  readonly name: string;
  readonly custom: boolean;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface PermissionRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly action: string;
  readonly owner: boolean;
  readonly same_team: boolean;
  readonly condition?: JsonObject | undefined;
  readonly custom: boolean;
  readonly level: 'app' | 'channel';
}

export interface CommandRow {
  readonly name: string;
  readonly description: string;
  readonly args: string;
  readonly set: string;
  readonly custom: boolean;
  readonly created_at?: number | undefined;
  readonly updated_at?: number | undefined;
}

export interface BlocklistRow {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly type: string;
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, boolean>>;
  readonly custom: boolean;
  readonly owner_user_id?: string | undefined;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface ChannelTypeRow {
  readonly name: string;
  readonly settings: JsonObject;
  readonly commands: readonly string[];
  readonly grants: Grants;
  readonly permissions: readonly Json[];
  readonly created_at: number;
  readonly updated_at: number;
}

export interface UserRow {
  readonly id: string;
  readonly role: string;
  readonly name?: string | undefined;
  readonly image?: string | undefined;
  readonly language: string;
  readonly invisible: boolean;
  readonly teams: readonly string[];
  readonly teams_role?: JsonObject | undefined;
  readonly privacy_settings?: JsonObject | undefined;
  readonly custom: JsonObject;
  readonly revoke_tokens_issued_before?: number | undefined;
  readonly bypass_moderation?: boolean | undefined;
  readonly created_at: number;
  readonly updated_at: number;
  readonly last_active?: number | undefined;
  readonly deactivated_at?: number | undefined;
  /** A deleted user's row stays for ever, because the API never gives the id out again. */
  readonly deleted_at?: number | undefined;
  readonly deletion?: 'soft' | 'pruning' | 'hard' | undefined;
}

export interface ChannelRow {
  readonly cid: string;
  readonly type: string;
  readonly id: string;
  readonly created_by_id: string;
  readonly distinct: boolean;
  /** Users who ever belonged to a distinct channel: only they may be added to it again. */
  readonly founders?: readonly string[] | undefined;
  readonly team: string;
  readonly frozen: boolean;
  readonly disabled: boolean;
  readonly cooldown: number;
  readonly custom: JsonObject;
  readonly filter_tags: readonly string[];
  readonly config_overrides: JsonObject;
  readonly auto_translation_enabled?: boolean | undefined;
  readonly auto_translation_language?: string | undefined;
  readonly created_at: number;
  readonly updated_at: number;
  readonly last_message_at?: number | undefined;
  readonly truncated_at?: number | undefined;
  readonly truncated_by_id?: string | undefined;
  readonly deleted_at?: number | undefined;
}

/** How one user sees a channel. */
export interface ViewRow {
  readonly cid: string;
  readonly user_id: string;
  readonly hidden?: boolean | undefined;
  readonly hide_messages_before?: number | undefined;
  readonly last_read?: number | undefined;
  readonly last_read_message_id?: string | undefined;
  readonly last_delivered_at?: number | undefined;
  readonly last_delivered_message_id?: string | undefined;
}

export interface ChannelMuteRow {
  readonly cid: string;
  readonly user_id: string;
  readonly created_at: number;
  readonly updated_at: number;
  readonly expires?: number | undefined;
}

export interface MemberRow {
  readonly cid: string;
  readonly user_id: string;
  readonly channel_role: string;
  readonly status: 'member' | 'pending' | 'rejected';
  readonly invited: boolean;
  readonly invite_accepted_at?: number | undefined;
  readonly invite_rejected_at?: number | undefined;
  readonly pinned_at?: number | undefined;
  readonly archived_at?: number | undefined;
  readonly custom: JsonObject;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface MessageRow {
  readonly id: string;
  readonly cid: string;
  readonly user_id: string;
  readonly type: 'regular' | 'system' | 'reply' | 'deleted' | 'ephemeral';
  readonly text: string;
  readonly html?: string | undefined;
  readonly mml?: string | undefined;
  readonly attachments: readonly Json[];
  readonly mentioned_users: readonly string[];
  readonly parent_id?: string | undefined;
  readonly show_in_channel?: boolean | undefined;
  readonly quoted_message_id?: string | undefined;
  readonly poll_id?: string | undefined;
  readonly silent: boolean;
  readonly pinned: boolean;
  readonly pinned_at?: number | undefined;
  readonly pinned_by?: string | undefined;
  readonly pin_expires?: number | undefined;
  readonly restricted_visibility: readonly string[];
  readonly custom: JsonObject;
  readonly created_at: number;
  readonly updated_at: number;
  readonly text_updated_at?: number | undefined;
  readonly deleted_at?: number | undefined;
  readonly command?: string | undefined;
  /** Not yet committed: seen by its author alone. */
  readonly pending?: boolean | undefined;
  readonly pending_metadata?: JsonObject | undefined;
  readonly shadowed?: boolean | undefined;
  readonly moderation?: JsonObject | undefined;
  readonly i18n?: JsonObject | undefined;
  readonly mentioned_here?: boolean | undefined;
  readonly mentioned_channel?: boolean | undefined;
  readonly mentioned_roles?: readonly string[] | undefined;
  /** Users who deleted it for themselves. */
  readonly deleted_for?: readonly string[] | undefined;
  /** Who wrote the present version. */
  readonly updated_by_id?: string | undefined;
}

/** A former version of a message. */
export interface MessageVersionRow {
  readonly message_id: string;
  readonly text: string;
  readonly attachments: readonly Json[];
  readonly custom: JsonObject;
  readonly is_deleted: boolean;
  readonly updated_at: number;
  readonly updated_by_id: string;
}

/** A file that was uploaded to a channel. */
export interface UploadRow {
  readonly url: string;
  readonly cid: string;
  readonly user_id: string;
  readonly created_at: number;
}

export interface ReactionRow {
  readonly message_id: string;
  readonly user_id: string;
  readonly type: string;
  readonly score: number;
  readonly custom: JsonObject;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface PollOptionRow {
  readonly id: string;
  readonly text: string;
  readonly custom: JsonObject;
}

export interface PollRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly options: readonly PollOptionRow[];
  readonly voting_visibility: string;
  readonly enforce_unique_vote: boolean;
  readonly max_votes_allowed?: number | undefined;
  readonly allow_user_suggested_options: boolean;
  readonly allow_answers: boolean;
  readonly is_closed: boolean;
  readonly custom: JsonObject;
  readonly created_by_id: string;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface PollVoteRow {
  readonly id: string;
  readonly poll_id: string;
  readonly user_id: string;
  /** Empty for an answer in words. */
  readonly option_id: string;
  readonly answer_text?: string | undefined;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface DraftRow {
  readonly cid: string;
  readonly user_id: string;
  readonly parent_id?: string | undefined;
  readonly message: JsonObject;
  readonly created_at: number;
}

export interface ReminderRow {
  readonly message_id: string;
  readonly user_id: string;
  readonly cid: string;
  readonly remind_at?: number | undefined;
  readonly created_at: number;
  readonly updated_at: number;
}

/** What was written on a thread; the rest of it follows from its messages. */
export interface ThreadRow {
  readonly id: string;
  readonly title: string;
  readonly custom: JsonObject;
  readonly updated_at: number;
}

export interface ThreadReadRow {
  readonly thread_id: string;
  readonly user_id: string;
  readonly last_read: number;
  readonly last_read_message_id?: string | undefined;
}

/** A user who may not write: in one channel, or in the whole app. */
export interface BanRow {
  readonly user_id: string;
  /** Empty for the whole app. */
  readonly cid: string;
  readonly banned_by_id: string;
  readonly reason: string;
  readonly shadow: boolean;
  readonly ip_ban: boolean;
  readonly created_at: number;
  readonly expires?: number | undefined;
}

export interface UserMuteRow {
  readonly user_id: string;
  readonly target_id: string;
  readonly created_at: number;
  readonly updated_at: number;
  readonly expires?: number | undefined;
}

export interface BlockRow {
  readonly user_id: string;
  readonly blocked_user_id: string;
  readonly created_at: number;
}

export interface FlagRow {
  /** The id of the item in the review queue: one for all flags of the same thing. */
  readonly item_id: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly user_id: string;
  readonly reason: string;
  readonly custom: JsonObject;
  /** Through which generation of the API it was set. */
  readonly older: boolean;
  /** What a check of the customer's own calls it; absent for what a user reports. */
  readonly type?: string | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly created_at: number;
  readonly updated_at: number;
}

/** What was flagged, and what moderators made of it: a report of the older generation, an item of the newer one's queue. */
export interface ReviewRow {
  readonly id: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly entity_creator_id: string;
  readonly config_key?: string | undefined;
  readonly payload?: JsonObject | undefined;
  readonly recommended_action: string;
  /** In the words of the older generation. */
  readonly review_result?: string | undefined;
  readonly review_details?: JsonObject | undefined;
  readonly reviewed_by?: string | undefined;
  readonly reviewed_at?: number | undefined;
  readonly escalated_by?: string | undefined;
  readonly escalated_at?: number | undefined;
  readonly escalation?: JsonObject | undefined;
  readonly actions: readonly ReviewActionRow[];
  readonly created_at: number;
  readonly updated_at: number;
}

export interface ReviewActionRow {
  readonly id: string;
  readonly type: string;
  readonly user_id: string;
  readonly target_user_id: string;
  readonly reason: string;
  readonly custom: JsonObject;
  readonly created_at: number;
}

export interface DeviceRow {
  readonly id: string;
  readonly user_id: string;
  readonly push_provider: string;
  readonly push_provider_name?: string | undefined;
  readonly voip?: boolean | undefined;
  readonly hardware_id?: string | undefined;
  readonly created_at: number;
}

export interface PushProviderRow {
  readonly type: string;
  readonly name: string;
  /** Without the secrets. */
  readonly settings: JsonObject;
  readonly secrets: Readonly<Record<string, string>>;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface PushTemplateRow {
  readonly event_type: string;
  readonly push_provider_type: string;
  readonly push_provider_name: string;
  readonly internal_id: string;
  readonly enable_push: boolean;
  readonly template?: string | undefined;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface LocationRow {
  readonly message_id: string;
  readonly cid: string;
  readonly user_id: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly created_by_device_id: string;
  /** A location without an end stands still. */
  readonly end_at?: number | undefined;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface TaskRow {
  readonly id: string;
  readonly created_at: number;
  /** Work that is done when the task ends: its name and what it needs, so that it survives a restart. */
  readonly work: { readonly name: string; readonly input: JsonObject };
  readonly result?: JsonObject | undefined;
  readonly finished_at?: number | undefined;
}
