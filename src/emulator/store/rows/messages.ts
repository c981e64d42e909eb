/** Messages and what hangs on them. */
import type { Json, JsonObject } from '../../../core/json.ts';

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
