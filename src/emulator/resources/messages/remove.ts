/** Messages that go for good take what hangs on them along; their ids are never free again. */
import type { World } from '../../world.ts';

export function dropMessage(world: World, id: string): void {
  const { store } = world;
  for (const key of [...store.reactionsByMessage.of(id).keys()]) store.reactions.remove(key);
  for (const key of [...store.remindersByMessage.of(id).keys()]) store.reminders.remove(key);
  for (const key of [...store.versionsByMessage.of(id).keys()]) store.messageVersions.remove(key);
  for (const key of [...store.readsByThread.of(id).keys()]) store.threadReads.remove(key);
  for (const key of [...store.flagsByEntity.of(id).keys()]) store.flags.remove(key);
  for (const key of [...store.reviewsByEntity.of(id).keys()]) store.reviews.remove(key);
  if (store.threads.has(id)) store.threads.remove(id);
  if (store.locations.has(id)) store.locations.remove(id);
  store.messages.remove(id);
  store.usedMessageIds.put(id, true);
}
