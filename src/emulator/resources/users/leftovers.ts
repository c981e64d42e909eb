/** What users leave behind in channels, and how it goes or comes back. */
import type { MessageRow } from '../../store/rows/messages.ts';
import type { World } from '../../world.ts';
import { livingMessages, repliesTo } from '../messages/list.ts';
import { dropMessage } from '../messages/remove.ts';

/** Soft: marked as deleted. Pruning: emptied as well. Hard: gone, with all replies. */
export function dropMessages(world: World, userId: string, how: string, at: number, cid?: string): void {
  const touched = new Set<string>();
  for (const message of messagesBy(world, userId, cid)) {
    if (how === 'hard') {
      for (const gone of [message, ...repliesTo(world, message)]) dropMessage(world, gone.id);
      touched.add(message.cid);
    } else if (message.deleted_at === undefined || how === 'pruning') {
      const deleted = { ...message, type: 'deleted', deleted_at: message.deleted_at ?? at } as const;
      world.store.messages.put(message.id, how === 'pruning' ? pruned(world, deleted) : deleted);
    }
  }
  for (const one of touched) {
    const channel = world.store.channels.get(one);
    if (channel === undefined) continue;
    world.store.channels.put(one, { ...channel, last_message_at: livingMessages(world, one).at(-1)?.created_at });
  }
}

function pruned(world: World, row: MessageRow): MessageRow {
  const { store } = world;
  for (const key of [...store.reactionsByMessage.of(row.id).keys()]) store.reactions.remove(key);
  for (const [key, flag] of [...store.flagsByEntity.of(row.id).entries()]) {
    if (flag.entity_id === row.id) store.flags.remove(key);
  }
  return { ...row, text: '', html: undefined, mml: undefined, attachments: [], mentioned_users: [], custom: {} };
}

/** Only what went at that instant comes back: what its author had deleted before stays deleted. */
export function restoreMessages(world: World, userId: string, deletedAt: number): void {
  for (const message of messagesBy(world, userId)) {
    if (message.deleted_at !== deletedAt) continue;
    const type = message.parent_id === undefined ? 'regular' : 'reply';
    world.store.messages.put(message.id, { ...message, type, deleted_at: undefined });
  }
}

export function dropReactions(world: World, userId: string, cid?: string): void {
  for (const [key, reaction] of [...world.store.reactions.entries()]) {
    if (reaction.user_id !== userId) continue;
    if (cid === undefined || world.store.messages.get(reaction.message_id)?.cid === cid) {
      world.store.reactions.remove(key);
    }
  }
}

export function messagesBy(world: World, userId: string, cid?: string): readonly MessageRow[] {
  const from = cid === undefined ? world.store.messages.values() : world.store.messagesByChannel.of(cid).values();
  return [...from].filter((message) => message.user_id === userId);
}
