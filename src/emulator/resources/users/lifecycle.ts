/** Deactivation, deletion, and the ways back. */
import { bool, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, textOf, textsOf } from '../../http/route.ts';
import type { UserRow } from '../../store/rows.ts';
import { startTask, type Worker } from '../../tasks.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { deleteChannelRow } from '../channels/delete.ts';
import { userView } from './view.ts';
import { refuseTakenNames, USER_ID_LIST, upserted } from './write.ts';

const OK = { status: 'ok' };

export function deactivateUser(call: Call): ValueObject {
  const { world, at, param } = call;
  bodyOf(call, { mark_messages_deleted: bool, created_by_id: text() });
  const row = livingUser(world, param('user_id'));
  if (row.deactivated_at !== undefined) throw inputError(`user "${row.id}" is already deactivated`);
  return { user: userView(deactivate(world, row, at)) };
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
  return { task_id: startTask(world, at, 'deactivateUsers', { user_ids: ids }) };
}

export const deactivateUsersWork: Worker = (world, input, at) => {
  const ids = textsOf(input, 'user_ids');
  for (const id of ids) {
    const row = world.store.users.get(id);
    if (row !== undefined && row.deleted_at === undefined && row.deactivated_at === undefined)
      deactivate(world, row, at);
  }
  return Object.fromEntries(ids.map((id) => [id, OK]));
};

function deactivate(world: World, row: UserRow, at: number): UserRow {
  return world.store.users.put(row.id, { ...row, deactivated_at: at, updated_at: at });
}

export function reactivateUser(call: Call): ValueObject {
  const { world, at, param } = call;
  const body = bodyOf(call, { restore_messages: bool, name: text(), created_by_id: text() });
  const row = livingUser(world, param('user_id'));
  if (row.deactivated_at === undefined) throw inputError(`user "${row.id}" is not deactivated`);
  const next = reactivated(row, at, textOf(body, 'name'));
  refuseTakenNames(world, [next]);
  return { user: userView(world.store.users.put(row.id, next)) };
}

export function reactivateUsers(call: Call): ValueObject {
  const { world, at } = call;
  const shape = { user_ids: USER_ID_LIST, restore_messages: bool, restore_channels: bool, created_by_id: text() };
  const ids = textsOf(bodyOf(call, shape, ['user_ids']), 'user_ids');
  for (const id of ids) livingUser(world, id);
  return { task_id: startTask(world, at, 'reactivateUsers', { user_ids: ids }) };
}

export const reactivateUsersWork: Worker = (world, input, at) => {
  const ids = textsOf(input, 'user_ids');
  for (const id of ids) {
    const row = world.store.users.get(id);
    if (row !== undefined && row.deactivated_at !== undefined) world.store.users.put(id, reactivated(row, at));
  }
  return Object.fromEntries(ids.map((id) => [id, OK]));
};

function reactivated(row: UserRow, at: number, name?: string): UserRow {
  return { ...row, name: name ?? row.name, deactivated_at: undefined, updated_at: at };
}

const HOW = text({ oneOf: ['soft', 'pruning', 'hard'] });
const HOW_CONVERSATIONS = text({ oneOf: ['soft', 'hard'] });

/** Users are marked at once; what they leave behind is cleared in the background. */
export function deleteUsers(call: Call): ValueObject {
  const { world, at } = call;
  const shape = {
    user_ids: USER_ID_LIST,
    user: HOW,
    messages: HOW,
    conversations: HOW_CONVERSATIONS,
    calls: HOW_CONVERSATIONS,
    files: bool,
    new_channel_owner_id: text(),
    new_call_owner_id: text(),
  };
  const body = bodyOf(call, shape, ['user_ids']);
  const how = textOf(body, 'user') || 'soft';
  if (how === 'hard') {
    for (const key of ['messages', 'conversations']) {
      const given = textOf(body, key) || 'hard';
      if (given !== 'hard') throw inputError(`${key} must be "hard" when user is "hard"`);
    }
  }
  const ids = [...new Set(textsOf(body, 'user_ids'))];
  const rows = ids.map((id) => livingUser(world, id));
  const owner = textOf(body, 'new_channel_owner_id') ?? '';
  if (owner !== '') livingUser(world, owner);
  if (ids.includes(owner)) {
    throw inputError(`new_channel_owner_id "${owner}" is one of the users to be deleted`);
  }
  for (const row of rows) {
    world.store.users.put(row.id, {
      ...row,
      deleted_at: at,
      deletion: how as 'soft' | 'pruning' | 'hard',
      updated_at: at,
    });
  }
  const messages = how === 'hard' ? 'hard' : textOf(body, 'messages');
  const conversations = how === 'hard' ? 'hard' : textOf(body, 'conversations');
  const input = { user_ids: ids, user: how, messages: messages ?? '', conversations: conversations ?? '', owner };
  return { task_id: startTask(world, at, 'deleteUsers', input) };
}

export const deleteUsersWork: Worker = (world, input, at) => {
  const ids = textsOf(input, 'user_ids');
  for (const id of ids) {
    const row = world.store.users.get(id);
    if (row === undefined) continue;
    const memberships = [...world.store.membersByUser.of(id).entries()];
    for (const [key, member] of memberships) {
      const size = world.store.membersByChannel.of(member.cid).size;
      const channel = world.store.channels.get(member.cid);
      // Conversations are the channels that two people have to themselves.
      const isConversation = channel?.distinct && size <= 2;
      if (isConversation && input['conversations'] !== '') {
        deleteChannelRow(world, channel, input['conversations'] === 'hard', at);
      }
      if (input['user'] === 'hard') world.store.members.remove(key);
    }
    if (input['messages'] !== '') dropMessages(world, id, input['messages'] === 'hard', at);
    if (row.deletion === 'hard') {
      passOnChannels(world, id, textOf(input, 'owner') || systemUser(world, at));
      world.store.users.put(id, { ...row, name: undefined, image: undefined, custom: {}, teams: [], role: 'user' });
    }
  }
  return Object.fromEntries(ids.map((id) => [id, OK]));
};

function passOnChannels(world: World, from: string, to: string): void {
  for (const channel of [...world.store.channels.values()]) {
    if (channel.created_by_id === from) world.store.channels.put(channel.cid, { ...channel, created_by_id: to });
  }
}

/** What users leave behind who were deleted for good belongs to a user that the API makes, and lists like any other. */
function systemUser(world: World, at: number): string {
  const id = `deleted-user-${world.appId}-${world.secrets.digest('deleted-user').slice(0, 8)}`;
  if (!world.store.users.has(id)) world.store.users.put(id, upserted(world, { id }, at));
  return id;
}

function dropMessages(world: World, userId: string, isHard: boolean, at: number): void {
  for (const message of [...world.store.messages.values()]) {
    if (message.user_id !== userId) continue;
    if (isHard) {
      world.store.messages.remove(message.id);
      world.store.usedMessageIds.put(message.id, true);
    } else {
      world.store.messages.put(message.id, { ...message, type: 'deleted', deleted_at: at });
    }
  }
}

/** Only the user's own record comes back, and only from a soft deletion. */
export function restoreUsers(call: Call): ValueObject {
  const { world, at } = call;
  const ids = textsOf(bodyOf(call, { user_ids: USER_ID_LIST }, ['user_ids']), 'user_ids');
  const rows = ids.map((id) => {
    const row = world.store.users.get(id);
    if (row === undefined) throw notFound(`the user ${id} does not exist`);
    if (row.deleted_at === undefined || row.deletion !== 'soft') {
      throw inputError(`user "${id}" is not deleted, it can't be restored`);
    }
    return { ...row, deleted_at: undefined, deletion: undefined, updated_at: at };
  });
  refuseTakenNames(world, rows);
  for (const row of rows) world.store.users.put(row.id, row);
  return {};
}

function livingUser(world: World, id: string): UserRow {
  const row = world.store.users.get(id);
  if (row === undefined) throw notFound(`the user ${id} does not exist`);
  if (row.deleted_at !== undefined) throw notFound(`the user ${id} was deleted`);
  return row;
}
