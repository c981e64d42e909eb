/** The canonical rows of what an app's administrators work with. */
import type { Json, JsonObject } from '../../../core/json.ts';

export interface UserGroupRow {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  /** Empty for a group of the whole app. */
  readonly team_id: string;
  readonly created_by?: string | undefined;
  readonly members: readonly UserGroupMemberRow[];
  readonly created_at: number;
  readonly updated_at: number;
}

export interface UserGroupMemberRow {
  readonly user_id: string;
  readonly is_admin: boolean;
  readonly created_at: number;
}

export interface PredefinedFilterRow {
  readonly name: string;
  readonly description?: string | undefined;
  readonly operation: string;
  /** With placeholders where values come in at the time of a query. */
  readonly filter: JsonObject;
  readonly sort?: readonly Json[] | undefined;
  readonly calls: number;
  readonly last_seen?: number | undefined;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface RetentionPolicyRow {
  readonly policy: string;
  readonly max_age_hours: number;
  readonly enabled_at: number;
}

/** Without the credentials, which no reply shows. */
export interface ExternalStorageRow {
  readonly name: string;
  readonly type: string;
  readonly bucket: string;
  readonly path: string;
}

export interface ImporterStorageRow {
  readonly type: string;
  readonly settings: JsonObject;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface ModerationConfigRow {
  readonly key: string;
  readonly team: string;
  readonly async: boolean;
  readonly sections: JsonObject;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface SegmentRow {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly filter: JsonObject;
  readonly all_users: boolean;
  readonly all_sender_channels: boolean;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface SegmentTargetRow {
  readonly segment_id: string;
  readonly target_id: string;
  readonly created_at: number;
}

export interface CampaignRow {
  readonly id: string;
  readonly settings: JsonObject;
  readonly segment_ids: readonly string[];
  readonly user_ids: readonly string[];
  readonly sender_id: string;
  readonly started_at?: number | undefined;
  readonly scheduled_for?: number | undefined;
  readonly stop_at?: number | undefined;
  readonly stopped_at?: number | undefined;
  readonly created_at: number;
  readonly updated_at: number;
}

/** A place for an upload, and what was put there. */
export interface ImportFileRow {
  readonly path: string;
  readonly content?: string | undefined;
}

export interface ImportRow {
  readonly id: string;
  readonly path: string;
  readonly mode: 'insert' | 'upsert';
  readonly merge_custom: boolean;
  readonly size: number;
  readonly created_at: number;
  /** Set when it is over. */
  readonly outcome?: 'completed' | 'analyze_failed' | undefined;
  readonly finished_at?: number | undefined;
}

export interface ImportV2Row {
  readonly id: string;
  readonly product: string;
  readonly settings: JsonObject;
  readonly is_cancelled: boolean;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface PushPreferenceRow {
  /** Empty for what holds everywhere. */
  readonly cid: string;
  readonly user_id: string;
  readonly levels: Readonly<Record<string, string>>;
  readonly chat_preferences?: JsonObject | undefined;
  readonly disabled_until?: number | undefined;
}
