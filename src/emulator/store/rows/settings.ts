/** What an app is set up with. */
import type { Json, JsonObject } from '../../../core/json.ts';

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
