import type { MessageRow } from '../../store/rows/messages.ts';
import { Custom, time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { channelView } from '../channels/view.ts';
import { countedReplies, livingReplies } from '../messages/list.ts';
import { messageView } from '../messages/view.ts';
import { threadReadOf, unreadInThread } from '../reads/state.ts';
import { userViewById } from '../users/view.ts';
import { participantsOf } from './list.ts';

export interface ThreadLimits {
  readonly replies: number;
  readonly participants: number;
  readonly userId: string | undefined;
}

/** A thread without its replies. */
export function threadView(world: World, parent: MessageRow, participantLimit = 100): ValueObject {
  const channel = world.store.channels.get(parent.cid);
  const replies = livingReplies(world, parent);
  const written = world.store.threads.get(parent.id);
  const participants = participantsOf(world, parent);
  const last = replies.at(-1)?.created_at;
  return {
    channel_cid: parent.cid,
    channel: channel === undefined ? undefined : channelView(world, channel),
    parent_message_id: parent.id,
    parent_message: messageView(world, parent),
    created_by_user_id: parent.user_id,
    created_by: userViewById(world, parent.user_id),
    title: written?.title ?? '',
    custom: new Custom(written?.custom ?? {}),
    reply_count: countedReplies(world, parent),
    participant_count: participants.length,
    active_participant_count: participants.length,
    thread_participants: participants.slice(0, participantLimit).map((id) => participantView(world, parent, id)),
    last_message_at: time(last),
    created_at: time(replies[0]?.created_at ?? parent.created_at),
    updated_at: time(Math.max(written?.updated_at ?? 0, last ?? parent.created_at)),
  };
}

export function threadStateView(world: World, parent: MessageRow, limits: ThreadLimits): ValueObject {
  const replies = livingReplies(world, parent, limits.userId);
  const latest = limits.replies === 0 ? [] : replies.slice(-limits.replies);
  return {
    ...threadView(world, parent, limits.participants),
    latest_replies: latest.map((row) => messageView(world, row, { userId: limits.userId })),
    read: participantsOf(world, parent).map((id) => readView(world, parent, id)),
  };
}

function participantView(world: World, parent: MessageRow, id: string): ValueObject {
  const own = livingReplies(world, parent).filter((reply) => reply.user_id === id);
  return {
    channel_cid: parent.cid,
    thread_id: parent.id,
    user_id: id,
    user: userViewById(world, id),
    custom: new Custom({}),
    created_at: time(own[0]?.created_at ?? parent.created_at),
    last_read_at: time(threadReadOf(world, parent.id, id)?.last_read ?? parent.created_at),
    last_thread_message_at: time(own.at(-1)?.created_at),
  };
}

function readView(world: World, parent: MessageRow, id: string): ValueObject {
  const read = threadReadOf(world, parent.id, id);
  return {
    user: userViewById(world, id),
    last_read: time(read?.last_read ?? parent.created_at),
    last_read_message_id: read?.last_read_message_id,
    unread_messages: unreadInThread(world, parent, id),
  };
}
