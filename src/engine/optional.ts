/**
 * Joined calls that the API need not have. The first one tells whether it does; if not, the single calls that it stands for go
 * out, now and for the rest of the run. They also stand in for what the joined call did not manage.
 */
import { CallError } from '../core/call.ts';
import type { JsonObject } from '../core/json.ts';

/** What the sending of a call came to. `withdrawn`: the run was interrupted before the call had its turn. */
export type Tried = JsonObject | CallError | 'as-wanted' | 'withdrawn';

/** What one run has learned of the optional calls, by operation of the API. */
export interface Availability {
  /**
   * Sends, unless the call is known to be missing. While nothing is known of it only one is sent at a time: the others wait to
   * learn from its answer.
   */
  ask(op: string, send: () => Promise<Tried>): Promise<Tried | 'missing'>;
}

/** `onMissing` is told once about each call that is missing. */
export function createAvailability(onMissing: (op: string) => void): Availability {
  const known = new Map<string, 'there' | 'missing'>();
  const asked = new Map<string, Promise<unknown>>();

  async function sent(op: string, send: () => Promise<Tried>): Promise<Tried | 'missing'> {
    const tried = await send();
    if (tried instanceof CallError || typeof tried === 'string') return tried;
    if (typeof tried['task_id'] === 'string' && tried['task_id'] !== '') {
      if (!known.has(op)) known.set(op, 'there');
      return tried;
    }
    if (known.get(op) !== 'missing') onMissing(op);
    known.set(op, 'missing');
    return 'missing';
  }

  async function ask(op: string, send: () => Promise<Tried>): Promise<Tried | 'missing'> {
    for (;;) {
      const state = known.get(op);
      if (state === 'missing') return 'missing';
      if (state === 'there') return sent(op, send);
      const before = asked.get(op);
      if (before === undefined) break;
      await before;
    }
    const now = sent(op, send);
    // Whatever comes of it, those who wait ask again.
    asked.set(
      op,
      now.then(
        () => asked.delete(op),
        () => asked.delete(op),
      ),
    );
    return now;
  }
  return { ask };
}
