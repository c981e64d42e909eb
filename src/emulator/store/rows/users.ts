/** Users, and how they stand to each other. */
import type { JsonObject } from '../../../core/json.ts';

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
