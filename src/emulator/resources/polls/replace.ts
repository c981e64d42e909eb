/** Replaces what a poll says. */
import type { JsonObject } from '../../../core/json.ts';
import type { Call } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { PollRow } from '../../store/rows/messages.ts';
import { contentOf } from './input.ts';
import { isAnswer, votesOf } from './view.ts';

export function replaced(call: Call, former: PollRow, body: JsonObject): PollRow {
  const { world, at } = call;
  const content = contentOf(world, body);
  if (content.is_closed !== former.is_closed) demandRight(call, 'ClosePoll', { ownerId: former.created_by_id });
  const kept = new Set(content.options.map((option) => option.id));
  for (const vote of votesOf(world, former.id))
    if (!isAnswer(vote) && !kept.has(vote.option_id)) world.store.pollVotes.remove(vote.id);
  return world.store.polls.put(former.id, { ...former, ...content, updated_at: at });
}
