/** What every handler may use. */
import type { Assume } from './assumptions.ts';
import type { Random } from './random.ts';
import type { Secrets } from './secrets.ts';
import type { Store } from './store/store.ts';
import type { Rows, Table } from './store/table.ts';

export interface World {
  readonly appId: number;
  readonly store: Store;
  readonly random: Random;
  readonly assume: Assume;
  readonly secrets: Secrets;
  /** How long the server that reads stays behind writes of configuration. */
  readonly readLagMs: number;
  /** Whether the answer to a partial channel update comes from a replica that has not seen it yet. */
  readonly isReplicaBehind: boolean;
  now(): number;
  /** Microseconds, never the same twice: a clock in milliseconds would make requests look simultaneous. */
  stamp(): number;
}

/** What a read of configuration sees: servers of the API cache it, so a write takes a while to show. */
export function lagged<Row>(world: World, table: Table<Row>): Rows<Row> {
  return world.readLagMs > 0 ? table.asOf(world.now() - world.readLagMs) : table;
}

/** The row that a write can build on: it must exist, and the caches must know it. */
export function known<Row>(world: World, table: Table<Row>, key: string): Row | undefined {
  const row = table.get(key);
  return row !== undefined && lagged(world, table).has(key) ? row : undefined;
}
