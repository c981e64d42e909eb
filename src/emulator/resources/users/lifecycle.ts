/** Deactivation and the way back. What goes with a deactivation carries its instant, and comes back by it. */
import { bool, text } from '../../check.ts';
import { ApiError, inputError } from '../../errors.ts';
import { bodyOf, type Call, flagOf, textOf, textsOf } from '../../http/route.ts';
import type { UserRow } from '../../store/rows/users.ts';
import { startTask, type Worker } from '../../tasks.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { livingUser } from './actor.ts';
import { dropMessages, restoreMessages } from './leftovers.ts';
import { userView } from './view.ts';
import { refuseTakenNames, USER_ID_LIST } from './write.ts';

const OK = { status: 'ok' };

interface Extent {
  readonly messages: boolean;
  readonly channels: boolean;
}

export function deactivateUser(call: Call): ValueObject {
  const { world, at, param } = call;
  const body = bodyOf(call, { mark_messages_deleted: bool, created_by_id: text() });
  const row = livingUser(world, param('user_id'));
  refuseUnknownActor(world, textOf(body, 'created_by_id'));
  if (row.deactivated_at !== undefined) throw inputError(`user "${row.id}" is already deactivated`);
  const messages = flagOf(body, 'mark_messages_deleted') ?? false;
  return { user: userView(world, deactivate(world, row, at, { messages, channels: false })) };
}

export function deactivateUsers(call: Call): ValueObject {
  const { world, at } = call;
  const shape = {
    user_ids: USER_ID_LIST,
    mark_messages_deleted: bool,
    mark_channels_deleted: bool,
    created_by_id: text(),
  };
  const body = bodyOf(call, shape, ['user_ids']);
  const ids = textsOf(body, 'user_ids');
  for (const id of ids) livingUser(world, id);
  refuseUnknownActor(world, textOf(body, 'created_by_id'));
  const input = {
    user_ids: ids,
    messages: flagOf(body, 'mark_messages_deleted') ?? false,
    channels: flagOf(body, 'mark_channels_deleted') ?? false,
  };
  return { task_id: startTask(world, at, 'deactivateUsers', input) };
}

export const deactivateUsersWork: Worker = (world, input, at) => {
  const ids = textsOf(input, 'user_ids');
  const extent = { messages: input['messages'] === true, channels: input['channels'] === true };
  for (const id of ids) {
    const row = world.store.users.get(id);
    if (row !== undefined && row.deleted_at === undefined && row.deactivated_at === undefined) {
      deactivate(world, row, at, extent);
    }
  }
  return Object.fromEntries(ids.map((id) => [id, OK]));
};

function deactivate(world: World, row: UserRow, at: number, extent: Extent): UserRow {
  if (extent.messages) dropMessages(world, row.id, 'soft', at);
  if (extent.channels) {
    for (const channel of [...world.store.channels.values()]) {
      if (channel.created_by_id !== row.id || channel.deleted_at !== undefined) continue;
      world.store.channels.put(channel.cid, { ...channel, deleted_at: at });
    }
  }
  return world.store.users.put(row.id, { ...row, deactivated_at: at, updated_at: at });
}

export function reactivateUser(call: Call): ValueObject {
  const { world, at, param } = call;
  const body = bodyOf(call, { restore_messages: bool, name: text(), created_by_id: text() });
  const row = livingUser(world, param('user_id'));
  refuseUnknownActor(world, textOf(body, 'created_by_id'));
  if (row.deactivated_at === undefined) throw inputError(`user "${row.id}" is not deactivated`);
  const named = { ...row, name: textOf(body, 'name') || row.name };
  refuseTakenNames(world, [named]);
  const messages = flagOf(body, 'restore_messages') ?? false;
  return { user: userView(world, reactivate(world, named, at, { messages, channels: false })) };
}

export function reactivateUsers(call: Call): ValueObject {
  const { world, at } = call;
  const shape = { user_ids: USER_ID_LIST, restore_messages: bool, restore_channels: bool, created_by_id: text() };
  const body = bodyOf(call, shape, ['user_ids']);
  const ids = textsOf(body, 'user_ids');
  for (const id of ids) livingUser(world, id);
  refuseUnknownActor(world, textOf(body, 'created_by_id'));
  const input = {
    user_ids: ids,
    messages: flagOf(body, 'restore_messages') ?? false,
    channels: flagOf(body, 'restore_channels') ?? false,
  };
  return { task_id: startTask(world, at, 'reactivateUsers', input) };
}

/** A user whose name was taken meanwhile stays deactivated, and the result says so. */
export const reactivateUsersWork: Worker = (world, input, at) => {
  const extent = { messages: input['messages'] === true, channels: input['channels'] === true };
  return Object.fromEntries(
    textsOf(input, 'user_ids').map((id) => {
      const row = world.store.users.get(id);
      if (row === undefined || row.deleted_at !== undefined || row.deactivated_at === undefined) return [id, OK];
      try {
        refuseTakenNames(world, [row]);
      } catch (error) {
        if (error instanceof ApiError) return [id, { status: 'error', error: error.message }];
        throw error;
      }
      reactivate(world, row, at, extent);
      return [id, OK];
    }),
  );
};

function reactivate(world: World, row: UserRow, at: number, extent: Extent): UserRow {
  const { deactivated_at: since } = row;
  if (since !== undefined && extent.messages) restoreMessages(world, row.id, since);
  if (extent.channels) {
    for (const channel of [...world.store.channels.values()]) {
      if (channel.created_by_id !== row.id || channel.deleted_at !== since) continue;
      world.store.channels.put(channel.cid, { ...channel, deleted_at: undefined });
    }
  }
  return world.store.users.put(row.id, { ...row, deactivated_at: undefined, updated_at: at });
}

function refuseUnknownActor(world: World, id: string | undefined): void {
  if (id !== undefined && id !== '') livingUser(world, id);
}
