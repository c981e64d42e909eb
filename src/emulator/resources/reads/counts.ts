/** How much a user has not read, over all channels and threads. */
import { list, text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { bodyOf, type Call, textsOf } from '../../http/route.ts';
import { time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { threadsOf } from '../threads/list.ts';
import { lastReadOf, threadReadOf, unreadIn, unreadInThread } from './state.ts';

const MOST_USERS = 100;

export function unreadCounts({ world, caller, query }: Call): ValueObject {
  const userId = caller.kind === 'user' ? caller.id : (query.get('user_id') ?? '');
  if (userId === '') throw inputError('user_id is a required field');
  return countsOf(world, userId);
}

export function unreadCountsBatch(call: Call): ValueObject {
  const body = bodyOf(call, { user_ids: list(text(), { min: 1, max: MOST_USERS }) }, ['user_ids']);
  const ids = textsOf(body, 'user_ids').filter((id) => call.world.store.users.has(id));
  return { counts_by_user: Object.fromEntries(ids.map((id) => [id, countsOf(call.world, id)])) };
}

function countsOf(world: World, userId: string): ValueObject {
  const channels: { type: string; view: ValueObject; unread: number }[] = [];
  for (const member of world.store.membersByUser.of(userId).values()) {
    const channel = world.store.channels.get(member.cid);
    if (channel === undefined || channel.deleted_at !== undefined) continue;
    const unread = unreadIn(world, member);
    if (unread === 0) continue;
    const view = { channel_id: channel.cid, unread_count: unread, last_read: time(lastReadOf(world, member)) };
    channels.push({ type: channel.type, view, unread });
  }
  const types = [...new Set(channels.map((channel) => channel.type))].sort();
  const threads = threadsOf(world, userId)
    .map((parent) => ({ parent, unread: unreadInThread(world, parent, userId) }))
    .filter(({ unread }) => unread > 0);
  return {
    total_unread_count: channels.reduce((sum, { unread }) => sum + unread, 0),
    total_unread_threads_count: threads.length,
    channels: channels.map(({ view }) => view),
    channel_type: types.map((type) => {
      const those = channels.filter((channel) => channel.type === type);
      return {
        channel_type: type,
        channel_count: those.length,
        unread_count: those.reduce((sum, { unread }) => sum + unread, 0),
      };
    }),
    threads: threads.map(({ parent, unread }) => {
      const read = threadReadOf(world, parent.id, userId);
      return {
        parent_message_id: parent.id,
        unread_count: unread,
        last_read: time(read?.last_read ?? parent.created_at),
        last_read_message_id: read?.last_read_message_id ?? '',
      };
    }),
  };
}
