/** Reads again what an operation carries along, when the read it was made from is too old to send. */
import type { Address } from '../core/address.ts';
import type { Call } from '../core/call.ts';
import { CallError } from '../core/call.ts';
import type { Change, Operation } from '../core/plan.ts';
import type { AttemptContext } from './context.ts';
import { remaining } from './reread.ts';

export interface Refreshed {
  readonly operation: Operation;
  readonly addresses: readonly Address[];
  /** Addresses that need nothing any more. */
  readonly settled: readonly Address[];
}

/**
 * The operation with calls made from a fresh read. An address whose fresh change needs other calls (a user that appeared
 * meanwhile is patched, not replaced) gets those at once, and its part of the operation is dropped.
 */
export async function refreshed(
  operation: Operation,
  addresses: readonly Address[],
  context: AttemptContext & { readonly readAt: number },
): Promise<Refreshed> {
  const age = operation.readAgainAfter;
  if (age === undefined || context.now() - context.readAt <= age) return { operation, addresses, settled: [] };
  const changes = addresses.flatMap((address) => context.changes.get(address) ?? []);
  const left = await lookAgain(changes, context);
  if (left === undefined) return { operation, addresses, settled: [] };
  const calls = new Map<Address, Call>();
  const settled: Address[] = [];
  for (const change of changes) {
    const fresh = left.get(change.address);
    const steps = fresh === undefined ? [] : (context.kinds.get(change.kind)?.write(withForced(fresh, change)) ?? []);
    const same = steps.find((step) => step.call.op === operation.call.op);
    if (same !== undefined) calls.set(change.address, same.call);
    else {
      for (const step of steps) {
        context.count('followUps');
        const reply = await context.transport.send(step.call);
        context.echoed(change, step.call, reply.body);
      }
      settled.push(change.address);
    }
  }
  const kept = operation.covers.filter((address) => calls.has(address));
  const parts = kept.flatMap((address) => calls.get(address) ?? []);
  const [first] = parts;
  if (first === undefined) return { operation, addresses: [], settled };
  const call = operation.joinedBy === undefined ? first : operation.call;
  return {
    operation: { ...operation, call, covers: kept, ...(operation.parts === undefined ? {} : { parts }) },
    addresses: kept,
    settled,
  };
}

async function lookAgain(changes: readonly Change[], context: AttemptContext) {
  try {
    return await remaining(changes, context);
  } catch (error) {
    // What cannot be read now was read for the plan; the write itself will tell.
    if (error instanceof CallError) return undefined;
    throw error;
  }
}

/** Fields that no read shows (secrets that are to be sent) stay in the change. */
function withForced(fresh: Change, planned: Change): Change {
  const known = new Set(fresh.fields.map((field) => field.path));
  const forced = planned.fields.filter((field) => field.before === undefined && field.hidden && !known.has(field.path));
  return forced.length === 0 ? fresh : { ...fresh, fields: [...fresh.fields, ...forced] };
}
