/** Reads again what an operation carries along, when the read it was made from is too old to send. */
import type { Address } from '../core/address.ts';
import type { Call } from '../core/call.ts';
import { CallError } from '../core/call.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Step } from '../core/kind.ts';
import type { Change, Operation, Result } from '../core/plan.ts';
import type { AttemptContext } from './context.ts';
import { failedCall } from './exchange.ts';
import { changeAt, kindNamed } from './known.ts';
import { sendSteps } from './recover.ts';
import { type Look, plannedNow } from './reread.ts';

export interface Refreshed {
  readonly operation: Operation;
  readonly addresses: readonly Address[];
  /** What became of the addresses that need nothing any more, or other calls. */
  readonly outcomes: ReadonlyMap<Address, Result>;
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
  const unchanged = { operation, addresses, outcomes: new Map<Address, Result>() };
  const age = operation.readAgainAfter;
  if (age === undefined || context.now() - context.readAt <= age) return unchanged;
  const changes = addresses.map((address) => changeAt(address, context));
  const now = await lookAgain(changes, context);
  if (now === undefined) return unchanged;
  const calls = new Map<Address, Call>();
  const outcomes = new Map<Address, Result>();
  for (const change of changes) {
    const refusal = now.refused.get(change.address);
    const fresh = now.left.get(change.address);
    const steps = fresh === undefined ? [] : kindNamed(change.kind, context).write(fresh);
    const same = steps.find((step) => step.call.op === operation.call.op);
    if (refusal !== undefined) outcomes.set(change.address, failureOf(refusal));
    else if (fresh?.heldBack !== undefined)
      outcomes.set(change.address, { status: 'not-started', because: fresh.heldBack });
    else if (same !== undefined) calls.set(change.address, same.call);
    else outcomes.set(change.address, await instead(change, steps, context));
  }
  const kept = [...calls.keys()];
  const parts = [...calls.values()];
  const [first] = parts;
  if (first === undefined) return { operation, addresses: [], outcomes };
  const call = operation.joinedBy === undefined ? first : operation.call;
  return {
    operation: { ...operation, call, covers: kept, ...(operation.parts === undefined ? {} : { parts }) },
    addresses: kept,
    outcomes,
  };
}

/** Sends what is needed instead of the planned call: nothing, if all is as wanted. */
async function instead(change: Change, steps: readonly Step[], context: AttemptContext): Promise<Result> {
  if (steps.length === 0) return { status: 'done', note: 'already' };
  try {
    await sendSteps(change, steps, context);
    return { status: 'done', ...(change.action === 'create' ? { note: 'appeared' } : {}) };
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return failedCall(error);
  }
}

function failureOf({ code, summary, detail }: Diagnostic): Result {
  return { status: 'failed', code, message: detail ?? summary };
}

async function lookAgain(changes: readonly Change[], context: AttemptContext): Promise<Look | undefined> {
  try {
    return await plannedNow(changes, context);
  } catch (error) {
    // What cannot be read now was read for the plan; the write itself will tell.
    if (error instanceof CallError) return undefined;
    throw error;
  }
}
