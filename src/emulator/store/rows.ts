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
  readonly deleted_at?: number | undefined;
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
  readonly hidden: boolean;
  readonly custom: JsonObject;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface MessageRow {
  readonly id: string;
  readonly cid: string;
  readonly user_id: string;
  readonly type: 'regular' | 'system' | 'reply' | 'deleted';
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
}

export interface TaskRow {
  readonly id: string;
  readonly created_at: number;
  /** Work that is done when the task ends: its name and what it needs, so that it survives a restart. */
  readonly work: { readonly name: string; readonly input: JsonObject };
  readonly result?: JsonObject | undefined;
  readonly finished_at?: number | undefined;
}
