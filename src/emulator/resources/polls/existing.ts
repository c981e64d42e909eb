import { notFound } from '../../errors.ts';
import type { Call } from '../../http/route.ts';
import type { PollRow } from '../../store/rows/messages.ts';

export function existingPoll(call: Call, id: string): PollRow {
  const poll = call.world.store.polls.get(id);
  if (poll === undefined) throw notFound(`poll with ID ${id} doesn't exist`);
  return poll;
}
