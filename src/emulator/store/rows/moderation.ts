/** What moderators work with. */
import type { JsonObject } from '../../../core/json.ts';

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
