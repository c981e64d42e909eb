/**
 * Runs the operations of one stage along the graph of what needs what. Kinds go side by side, each with places of its own: one
 * that waits, for its limit or for another kind, keeps no other back.
 */
import pMap from 'p-map';
import type { Operation } from '../core/plan.ts';
import { groupByKind } from './known.ts';

/** Opens once, for all who wait. */
interface Latch {
  readonly opened: Promise<void>;
  readonly open: () => void;
}

/** `concurrency` holds for each kind. What is needed of other stages is done. Rejects as `carryOut` does, and starts nothing more then. */
export async function runStage(
  operations: readonly Operation[],
  concurrency: number,
  carryOut: (operation: Operation) => Promise<void>,
): Promise<void> {
  const latches = new Map(operations.map(({ id }) => [id, createLatch()]));
  const failed = new AbortController();
  const run = async (operation: Operation): Promise<void> => {
    await Promise.all(operation.needs.map((id) => latches.get(id)?.opened));
    if (failed.signal.aborted) return;
    await carryOut(operation);
    latches.get(operation.id)?.open();
  };
  const ofKind = (group: readonly Operation[]) => pMap(group, run, { concurrency, signal: failed.signal });
  await Promise.all([...groupByKind(soonestFirst(operations)).values()].map(ofKind)).catch((error: unknown) => {
    failed.abort();
    throw error;
  });
}

function createLatch(): Latch {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** In the order in which they can go out: by the last of what they need. What is needed comes before who needs it, as it did. */
function soonestFirst(operations: readonly Operation[]): readonly Operation[] {
  const places = new Map(operations.map(({ id }, place) => [id, place]));
  const lastNeed = ({ needs }: Operation) => Math.max(-1, ...needs.map((id) => places.get(id) ?? -1));
  return operations
    .map((operation) => ({ operation, last: lastNeed(operation) }))
    .sort((a, b) => a.last - b.last)
    .map(({ operation }) => operation);
}
