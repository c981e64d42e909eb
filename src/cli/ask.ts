import type { Readable, Writable } from 'node:stream';
import { confirm, isCancel } from '@clack/prompts';

/** A yes-or-no question; the answer at hand is no. */
export async function ask(question: string, input: Readable, output: Writable): Promise<'yes' | 'no' | 'cancelled'> {
  const answer = await confirm({ message: question, initialValue: false, input, output });
  if (isCancel(answer)) return 'cancelled';
  return answer ? 'yes' : 'no';
}
