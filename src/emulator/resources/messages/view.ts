import type { MessageRow } from '../../store/rows.ts';
import { Custom, time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { userViewById } from '../users/view.ts';
import { repliesTo } from './list.ts';

/** Pins are null when there is none, unlike most members, which are absent then. */
export function messageView(world: World, row: MessageRow): ValueObject {
  const quoted = row.quoted_message_id === undefined ? undefined : world.store.messages.get(row.quoted_message_id);
  return {
    id: row.id,
    cid: row.cid,
    type: row.type,
    text: row.text,
    html: row.html ?? htmlOf(row.text),
    mml: row.mml,
    user: userViewById(world, row.user_id),
    attachments: row.attachments,
    latest_reactions: [],
    own_reactions: [],
    reaction_counts: {},
    reaction_scores: {},
    reply_count: repliesTo(world, row).filter((reply) => reply.deleted_at === undefined).length,
    deleted_reply_count: 0,
    parent_id: row.parent_id,
    show_in_channel: row.show_in_channel,
    quoted_message_id: row.quoted_message_id,
    quoted_message: quoted === undefined ? undefined : messageView(world, { ...quoted, quoted_message_id: undefined }),
    poll_id: row.poll_id,
    mentioned_users: row.mentioned_users.map((id) => userViewById(world, id)),
    mentioned_channel: false,
    mentioned_here: false,
    silent: row.silent,
    shadowed: false,
    pinned: row.pinned,
    pinned_at: time(row.pinned_at) ?? null,
    pinned_by: row.pinned_by === undefined ? null : userViewById(world, row.pinned_by),
    pin_expires: time(row.pin_expires) ?? null,
    restricted_visibility: row.restricted_visibility,
    custom: new Custom(row.custom),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
    message_text_updated_at: time(row.text_updated_at),
    deleted_at: time(row.deleted_at),
  };
}

function htmlOf(text: string): string {
  if (text === '') return '';
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped}</p>\n`;
}
