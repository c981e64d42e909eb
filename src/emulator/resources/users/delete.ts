/** Deleting users, and the one way back. */
import { bool, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, flag, textOf, textsOf } from '../../http/route.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { UserRow } from '../../store/rows/users.ts';
import { startTask, type Worker } from '../../tasks.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { deleteChannelRow } from '../channels/delete.ts';
import { forgetUser } from '../moderation/state.ts';
import { activeUser, livingUser } from './actor.ts';
import { dropMessages, dropReactions } from './leftovers.ts';
import { userView } from './view.ts';
import { refuseTakenNames, USER_ID_LIST, upserted } from './write.ts';

const OK = { status: 'ok' };
const HOW = text({ oneOf: ['', 'soft', 'pruning', 'hard'] });
const HOW_CONVERSATIONS = text({ oneOf: ['', 'soft', 'hard'] });

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
  const how = (textOf(body, 'user') || 'soft') as NonNullable<UserRow['deletion']>;
  if (how === 'hard') {
    for (const key of ['messages', 'conversations']) {
      const given = textOf(body, key) || 'hard';
      if (given !== 'hard') throw inputError(`${key} must be "hard" when user is "hard"`);
    }
  }
  const ids = [...new Set(textsOf(body, 'user_ids'))];
  const rows = ids.map((id) => livingUser(world, id));
  const owner = textOf(body, 'new_channel_owner_id') ?? '';
  if (owner !== '') activeUser(world, owner);
  if (ids.includes(owner)) {
    throw inputError(`new_channel_owner_id "${owner}" is one of the users to be deleted`);
  }
  for (const row of rows) mark(world, row, how, at);
  const messages = how === 'hard' ? 'hard' : (textOf(body, 'messages') ?? '');
  const conversations = how === 'hard' ? 'hard' : (textOf(body, 'conversations') ?? '');
  return { task_id: startTask(world, at, 'deleteUsers', { user_ids: ids, messages, conversations, owner }) };
}

/** The older generation deletes one user at a time, and at once. */
export function deleteUser(call: Call): ValueObject {
  const { world, at, param } = call;
  const row = livingUser(world, param('user_id'));
  const isHard = flag(call, 'hard_delete');
  const next = mark(world, row, isHard ? 'hard' : 'soft', at);
  const view = userView(world, next);
  clear(world, row.id, {
    messages: isHard ? 'hard' : flag(call, 'mark_messages_deleted') ? 'soft' : '',
    conversations: flag(call, 'delete_conversation_channels') ? (isHard ? 'hard' : 'soft') : '',
    owner: '',
    at,
  });
  return { user: view };
}

function mark(world: World, row: UserRow, how: NonNullable<UserRow['deletion']>, at: number): UserRow {
  return world.store.users.put(row.id, { ...row, deleted_at: at, deletion: how, updated_at: at });
}

export const deleteUsersWork: Worker = (world, input, at) => {
  const ids = textsOf(input, 'user_ids');
  for (const id of ids) {
    clear(world, id, {
      messages: textOf(input, 'messages') ?? '',
      conversations: textOf(input, 'conversations') ?? '',
      owner: textOf(input, 'owner') ?? '',
      at,
    });
  }
  return Object.fromEntries(ids.map((id) => [id, OK]));
};

interface Clearing {
  readonly messages: string;
  readonly conversations: string;
  readonly owner: string;
  readonly at: number;
}

function clear(world: World, id: string, { messages, conversations, owner, at }: Clearing): void {
  const row = world.store.users.get(id);
  if (row === undefined) return;
  for (const [key, member] of [...world.store.membersByUser.of(id).entries()]) {
    const channel = world.store.channels.get(member.cid);
    if (conversations !== '' && channel !== undefined && isConversation(world, channel)) {
      deleteChannelRow(world, channel, conversations === 'hard', at);
    }
    const leaves = row.deletion === 'hard' || world.assume('members_of_soft_deleted') === 'b';
    if (leaves && world.store.members.has(key)) world.store.members.remove(key);
  }
  if (messages !== '') dropMessages(world, id, messages, at);
  if (row.deletion === undefined || row.deletion === 'soft') return;
  world.store.users.put(id, { ...row, name: undefined, image: undefined, custom: {}, teams: [], role: 'user' });
  if (row.deletion !== 'hard') return;
  dropReactions(world, id);
  forgetUser(world, id);
  passOnChannels(world, id, owner || systemUser(world, at));
}

/** Conversations are the channels that two people have to themselves, whoever chose their id. */
function isConversation(world: World, channel: ChannelRow): boolean {
  return channel.deleted_at === undefined && world.store.membersByChannel.of(channel.cid).size === 2;
}

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
