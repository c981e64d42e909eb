/** Devices, and how they are reached. */
import type { JsonObject } from '../../../core/json.ts';

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
