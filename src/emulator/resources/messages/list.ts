import { inputError } from '../../errors.ts';
import type { MessageRow } from '../../store/rows.ts';
import type { World } from '../../world.ts';

/** Messages that a channel shows, oldest first: no replies unless they were sent to the channel too. */
export function livingMessages(world: World, cid: string): readonly MessageRow[] {
  return [...world.store.messagesByChannel.of(cid).values()]
    .filter((row) => row.deleted_at === undefined && (row.parent_id === undefined || row.show_in_channel === true))
    .sort((a, b) => a.created_at - b.created_at);
}

/** Newest pin first; a pin that has expired is none. */
export function pinnedMessages(world: World, cid: string): readonly MessageRow[] {
  const now = world.now() * 1000;
  return [...world.store.messagesByChannel.of(cid).values()]
    .filter((row) => row.pinned && row.deleted_at === undefined && (row.pin_expires ?? now + 1) > now)
    .sort((a, b) => (b.pinned_at ?? 0) - (a.pinned_at ?? 0));
}

export function repliesTo(world: World, row: MessageRow): readonly MessageRow[] {
  return [...world.store.messagesByChannel.of(row.cid).values()].filter((other) => other.parent_id === row.id);
}

export interface MessagePage {
  readonly limit: number;
  /** From the newest on unless a cursor says otherwise. */
  readonly cursor?: { readonly kind: 'lt' | 'lte' | 'gt' | 'gte' | 'around'; readonly id: string } | undefined;
}

const CURSORS = ['lt', 'lte', 'gt', 'gte', 'around'] as const;

/** A page of messages that are in the order of time. */
export function pageOf(rows: readonly MessageRow[], { limit, cursor }: MessagePage): readonly MessageRow[] {
  if (limit === 0) return [];
  if (cursor === undefined) return rows.slice(-limit);
  const at = rows.findIndex((row) => row.id === cursor.id);
  if (at < 0) throw inputError(`message with id ${cursor.id} doesn't exist`);
  switch (cursor.kind) {
    case 'lt':
      return rows.slice(0, at).slice(-limit);
    case 'lte':
      return rows.slice(0, at + 1).slice(-limit);
    case 'gt':
      return rows.slice(at + 1, at + 1 + limit);
    case 'gte':
      return rows.slice(at, at + limit);
    case 'around': {
      const first = Math.max(0, at - Math.floor(limit / 2));
      return rows.slice(first, first + limit);
    }
  }
}

/** The cursor among `id_lt`, `id_gt` and their like, wherever a call carries them. */
export function cursorFrom(read: (name: string) => string | undefined): MessagePage['cursor'] {
  for (const kind of CURSORS) {
    const id = read(`id_${kind}`);
    if (id !== undefined && id !== '') return { kind, id };
  }
  return undefined;
}
