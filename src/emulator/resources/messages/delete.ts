/** Deleting messages, and taking that back. */
import { text } from '../../check.ts';
import { inputError, notAllowed } from '../../errors.ts';
import { bodyOf, type Call, flag, textOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { ValueObject } from '../../values.ts';
import { callerId } from '../channels/input.ts';
import { existing, living } from './existing.ts';
import { keepVersion } from './history.ts';
import { livingMessages, repliesTo } from './list.ts';
import { dropMessage } from './remove.ts';
import { arrive } from './send.ts';
import { messageView } from './view.ts';

export function remove(call: Call): ValueObject {
  const { world, at, query } = call;
  const { row, channel } = existing(call);
  const actor = callerId(call) ?? (query.get('deleted_by') || undefined);
  const isHard = flag(call, 'hard');
  if (flag(call, 'delete_for_me')) {
    if (isHard) throw inputError('hard and delete_for_me cannot be used together');
    if (actor === undefined) throw inputError('deleted_by is required to delete a message for a user');
    const others = (row.deleted_for ?? []).filter((id) => id !== actor);
    const next = world.store.messages.put(row.id, { ...row, deleted_for: [...others, actor] });
    return { message: messageView(world, next, { userId: actor }) };
  }
  demandRight(call, 'DeleteMessage', { channel, ownerId: row.user_id });
  if (isHard) {
    if (call.caller.kind !== 'server') throw notAllowed('messages can be hard deleted only server-side');
    for (const gone of [row, ...repliesTo(world, row)]) dropMessage(world, gone.id);
    const last = livingMessages(world, channel.cid).at(-1);
    world.store.channels.put(channel.cid, { ...channel, last_message_at: last?.created_at });
    return { message: messageView(world, { ...row, type: 'deleted', deleted_at: at }) };
  }
  if (row.deleted_at !== undefined) return { message: messageView(world, row) };
  keepVersion(world, row);
  const by = actor === undefined ? {} : { updated_by_id: actor };
  const next = world.store.messages.put(row.id, { ...row, ...by, type: 'deleted', deleted_at: at, updated_at: at });
  return { message: messageView(world, next, { userId: callerId(call) }) };
}

export function undelete(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, { undeleted_by: text() }, ['undeleted_by']);
  const { row } = existing(call);
  if (row.deleted_at === undefined) throw inputError(`message with id ${row.id} is not deleted`);
  const type = row.parent_id === undefined ? 'regular' : 'reply';
  const next = world.store.messages.put(row.id, {
    ...row,
    type,
    deleted_at: undefined,
    updated_at: at,
    updated_by_id: textOf(body, 'undeleted_by'),
  });
  return { message: messageView(world, next) };
}

/** A waiting message comes to be seen. */
export function commit(call: Call): ValueObject {
  const { world, at } = call;
  const { row } = living(call);
  if (row.pending !== true) throw inputError(`message with id ${row.id} is not pending`);
  const { pending: _pending, pending_metadata: _metadata, ...rest } = row;
  const next = world.store.messages.put(row.id, { ...rest, updated_at: at });
  arrive(world, next);
  return { message: messageView(world, next) };
}
