/** The message that a path names, for whoever may see it. */
import { notFound } from '../../errors.ts';
import type { Call } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { MessageRow } from '../../store/rows/messages.ts';
import { callerId, refuseForeign } from '../channels/input.ts';
import { isSeenBy } from './list.ts';

export interface Existing {
  readonly row: MessageRow;
  readonly channel: ChannelRow;
}

export function existing(call: Call, id = call.param('id')): Existing {
  const { world } = call;
  const row = world.store.messages.get(id);
  const channel = row === undefined ? undefined : world.store.channels.get(row.cid);
  if (row === undefined || channel === undefined) throw absent(id);
  refuseForeign(call, channel);
  demandRight(call, 'ReadChannel', { channel });
  const isSeen = call.caller.kind === 'server' || isSeenBy(world, row, callerId(call) ?? '');
  if (!isSeen) throw absent(id);
  return { row, channel };
}

/** Like `existing`, for what cannot be done to a deleted message. */
export function living(call: Call, id = call.param('id')): Existing {
  const found = existing(call, id);
  if (found.row.deleted_at !== undefined) throw absent(id);
  return found;
}

export function absent(id: string) {
  return notFound(`message with id ${id} doesn't exist`);
}
