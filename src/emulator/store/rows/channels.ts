/** Channels, their members, and how each user sees them. */
import type { JsonObject } from '../../../core/json.ts';

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
