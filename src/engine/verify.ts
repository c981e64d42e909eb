/** Holds what was written against the live side, with a deadline: the API serves old configuration for seconds after a write. */
import type { Address } from '../core/address.ts';
import { CallError } from '../core/call.ts';
import type { ApplyEvent, Change } from '../core/plan.ts';
import type { AttemptContext } from './context.ts';
import { kindNamed } from './known.ts';
import { followUp } from './recover.ts';
import { remaining } from './reread.ts';

type VerifyContext = AttemptContext & {
  readonly emit: (event: ApplyEvent) => void;
  readonly signal?: AbortSignal | undefined;
};

/** The addresses that are not as they were wanted when the deadline ends. What replies have shown already is not read. */
export async function verify(
  changes: readonly Change[],
  context: VerifyContext,
  shown: ReadonlySet<Address>,
): Promise<readonly Address[]> {
  const open = changes.filter((change) => !shown.has(change.address));
  const late = await wait(open, context, context.lagDeadlineMs);
  const [fixable, lost] = partition(late, (change) => kindNamed(change.kind, context).createMayFind === true);
  if (fixable.length === 0 || context.signal?.aborted) return late.map((change) => change.address);
  // One more round for what the API may have taken only in part, such as custom data of new members.
  const again: Change[] = [];
  const failed: Address[] = [];
  for (const change of fixable) {
    try {
      await followUp(change, kindNamed(change.kind, context), context, 'appeared');
      again.push(change);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      failed.push(change.address);
    }
  }
  const still = await wait(again, context, context.lagDeadlineMs);
  return [...lost.map((change) => change.address), ...failed, ...still.map((change) => change.address)];
}

/** Reads until nothing is left or the time is up. */
async function wait(changes: readonly Change[], context: VerifyContext, forMs: number): Promise<readonly Change[]> {
  const until = context.now() + forMs;
  let open = changes;
  for (let pause = 250; open.length > 0; pause = Math.min(2000, pause * 2)) {
    context.emit({ type: 'verifying', remaining: open.length });
    open = await stillOpen(open, context);
    if (open.length === 0 || context.now() >= until || context.signal?.aborted) break;
    await context.sleep(pause);
  }
  return open;
}

async function stillOpen(changes: readonly Change[], context: VerifyContext): Promise<readonly Change[]> {
  try {
    const { left, refused } = await remaining(changes, context);
    return changes.filter(({ address }) => left.has(address) || refused.has(address));
  } catch (error) {
    // A read that fails proves nothing: the next round asks again.
    if (error instanceof CallError) return changes;
    throw error;
  }
}

function partition(
  changes: readonly Change[],
  test: (change: Change) => boolean,
): readonly [readonly Change[], readonly Change[]] {
  return [changes.filter(test), changes.filter((change) => !test(change))];
}
