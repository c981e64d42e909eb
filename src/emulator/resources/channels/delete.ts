import { bool, list, text } from '../../check.ts';
import { notAllowed, notFound } from '../../errors.ts';
import { bodyOf, type Call, flag, flagOf, textsOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import { startTask, type Worker } from '../../tasks.ts';
import { Custom, time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { dropMessage } from '../messages/remove.ts';
import { livingChannel } from './input.ts';
import { channelView } from './view.ts';

export function deleteChannel(call: Call): ValueObject {
  const { world, at } = call;
  const row = livingChannel(call);
  const isHard = flag(call, 'hard_delete');
  demandRight(call, 'DeleteChannel', { channel: row });
  if (isHard && call.caller.kind !== 'server') throw notAllowed('channels can be hard deleted only server-side');
  const view = channelView(world, row);
  deleteChannelRow(world, row, isHard, at);
  return {
    channel: { ...view, created_by: null, custom: new Custom({}), deleted_at: time(at), truncated_at: time(at) },
  };
}

/** A soft-deleted channel keeps its data and members and loses its messages. */
export function deleteChannelRow(world: World, row: ChannelRow, isHard: boolean, at: number): void {
  const { store } = world;
  for (const id of [...store.messagesByChannel.of(row.cid).keys()]) dropMessage(world, id);
  if (!isHard) {
    store.channels.put(row.cid, { ...row, deleted_at: at, truncated_at: at, last_message_at: undefined });
    return;
  }
  for (const key of [...store.membersByChannel.of(row.cid).keys()]) store.members.remove(key);
  for (const key of [...store.viewsByChannel.of(row.cid).keys()]) store.views.remove(key);
  store.channels.remove(row.cid);
}

/** Channels are gone from queries at once, the rest is done in the background. */
export function deleteChannels(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, { cids: list(text(), { min: 1, max: 100 }), hard_delete: bool }, ['cids']);
  const cids = [...new Set(textsOf(body, 'cids'))];
  const known = cids.flatMap((cid) => {
    const row = world.store.channels.get(cid);
    return row === undefined || row.deleted_at !== undefined ? [] : [row];
  });
  const unknown = cids.filter((cid) => !known.some((row) => row.cid === cid));
  if (unknown.length > 0 && world.assume('unknown_cids_to_delete') === 'a')
    throw notFound(`Can't find channel with id ${unknown[0]}`);
  for (const row of known) deleteChannelRow(world, row, false, at);
  const input = { cids: known.map((row) => row.cid), unknown, hard_delete: flagOf(body, 'hard_delete') ?? false };
  return { task_id: startTask(world, at, 'deleteChannels', input) };
}

export const deleteChannelsWork: Worker = (world, input, at) => {
  const cids = textsOf(input, 'cids');
  for (const cid of cids) {
    const row = world.store.channels.get(cid);
    // A channel that was revived meanwhile is not the one that was to be deleted.
    if (input['hard_delete'] === true && row?.deleted_at !== undefined) deleteChannelRow(world, row, true, at);
  }
  const missing = { status: 'error', error: "Can't find channel" };
  return Object.fromEntries([
    ...cids.map((cid) => [cid, { status: 'ok' }] as const),
    ...textsOf(input, 'unknown').map((cid) => [cid, missing] as const),
  ]);
};
