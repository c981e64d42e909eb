import { failure, INTERRUPTED } from './failure.ts';
import type { World } from './world.ts';

/** Asks on a terminal. Undefined: go on; a number: the exit code to end with, already explained. */
export async function approve(world: World, question: string, declined: string): Promise<number | undefined> {
  if (!world.canAsk) {
    throw failure(
      'approval-needed',
      'Nobody is there to approve this',
      'This command asks before it changes anything, and there is no terminal to ask on. Pass --auto-approve to go ahead without asking.',
    );
  }
  const answer = await world.ask(question);
  if (answer === 'yes') return undefined;
  world.stderr.write(`${declined}\n`);
  return answer === 'cancelled' ? INTERRUPTED : 1;
}
