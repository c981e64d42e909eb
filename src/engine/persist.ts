/**
 * Sends one call until there is an answer that counts. Retries only what is safe: what the API refused because something made a
 * moment ago isn't known everywhere yet, and what is not known to have been carried out, after a look.
 */
import { type Call, CallError } from '../core/call.ts';
import type { JsonObject } from '../core/json.ts';
import type { Operation, Result } from '../core/plan.ts';
import type { AttemptContext, Counted, Part } from './context.ts';
import type { Tried } from './optional.ts';
import { isDone } from './recover.ts';

const MAX_UNCLEAR = 3;

/** A reply, a final refusal, the finding that all is as wanted already, or nothing at all because the run was interrupted. */
export async function persist(
  operation: Operation,
  call: Call,
  parts: readonly Part[],
  context: AttemptContext,
  as: Counted,
): Promise<Tried> {
  let unclear = 0;
  let last: CallError | undefined;
  for (let tries = 0; ; tries++) {
    const answer = await sent(call, context);
    if (answer === 'withdrawn') return last ?? answer;
    context.count(tries === 0 ? as : 'retries');
    if (!(answer instanceof CallError)) return answer;
    last = answer;
    if (answer.unclear) unclear += 1;
    const isFree = call.repeat === 'free';
    const isDuplicate = !isFree && saysDone(call, answer);
    const refused = (answer.status === 400 && answer.code === 4) || (answer.status === 404 && answer.code === 16);
    const mayBeLag = refused && context.now() < context.lagUntil(operation);
    if (operation.bestEffort) {
      // Its id is the run's own, so only a repeat can be refused as a duplicate: the announcement has been made.
      if (isDuplicate && unclear > 0) return 'as-wanted';
      if (unclear > MAX_UNCLEAR) return answer;
    } else if (isDuplicate || (answer.unclear && !(isFree && mayBeLag))) {
      // A task that was begun shows its effect later.
      const isLate = unclear > 0 && (isDuplicate || operation.settle === 'task');
      const found = await isDone(parts, context, isLate ? context.lagDeadlineMs : 0);
      if (found === true) return 'as-wanted';
      if (found === undefined && call.repeat === 'read-first') return answer;
      // The transport has repeated what is free to repeat as often as makes sense.
      if (isFree || (isDuplicate && unclear > 0) || unclear > MAX_UNCLEAR) return answer;
    }
    if (!answer.unclear && !mayBeLag) return answer;
    if (context.signal?.aborted) return answer;
    context.retrying(
      operation,
      answer.unclear ? 'the answer got lost' : 'the API does not know a new resource everywhere yet',
    );
    await context.sleep(Math.min(2000, 250 * 2 ** Math.min(tries, 3)));
  }
}

/** An interruption takes back a call that waits for its turn; one that is under way gets its answer. */
async function sent(call: Call, { transport, signal }: AttemptContext): Promise<JsonObject | CallError | 'withdrawn'> {
  try {
    return (await transport.send(call, { signal, gently: true })).body;
  } catch (error) {
    if (error instanceof CallError) return error;
    if (signal?.aborted && error === signal.reason) return 'withdrawn';
    throw error;
  }
}

/** A refusal as a duplicate, or of a deletion of what is gone: both are what a repeat of a call that had its effect gets. */
function saysDone(call: Call, error: CallError): boolean {
  const ends = call.method === 'DELETE' || call.repeat === 'read-first';
  return (error.status === 400 && error.code === 4) || (error.status === 404 && ends);
}

/** What it means for the addresses of a call that needed no answer, or got no turn. */
export function resultOf(tried: 'as-wanted' | 'withdrawn'): Result {
  return tried === 'as-wanted'
    ? { status: 'done', note: 'already' }
    : { status: 'not-started', because: 'interrupted' };
}
