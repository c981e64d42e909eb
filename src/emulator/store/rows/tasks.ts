/** Work that goes on after its answer. */
import type { JsonObject } from '../../../core/json.ts';

export interface TaskRow {
  readonly id: string;
  readonly created_at: number;
  /** Work that is done when the task ends: its name and what it needs, so that it survives a restart. */
  readonly work: { readonly name: string; readonly input: JsonObject };
  readonly result?: JsonObject | undefined;
  readonly finished_at?: number | undefined;
}
