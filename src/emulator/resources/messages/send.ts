/** Making messages. */
import { isArray, isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { anything, bool, instant, int, list, map, record, type Shape, text } from '../../check.ts';
import { inputError, notAllowed } from '../../errors.ts';
import { type Call, flagOf, isGiven, objectOf, textOf, textsOf } from '../../http/route.ts';
import type { ChannelRow, MessageRow, UserRow } from '../../store/rows.ts';
import { readTime, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { maxMessageLength } from '../channels/config.ts';
import { refuseBigCustom } from '../custom.ts';
import { introduced, refuseGone, USER_INPUT, upserted } from '../users/write.ts';

const MOST_MENTIONS = 100;

const ATTACHMENT = record({
  actions: list(map()),
  custom: map(),
  fields: list(map()),
  giphy: map(),
  original_height: int(),
  original_width: int(),
  ...Object.fromEntries(
    `asset_url author_icon author_link author_name color fallback footer footer_icon image_url og_scrape_url pretext
    text thumb_url title title_link type`
      .split(/\s+/)
      .map((name) => [name, text()]),
  ),
});

export const MESSAGE_INPUT: Shape = {
  id: text({ max: 255, pattern: /^[^,%]*$/ }),
  text: text(),
  html: text(),
  mml: text(),
  user_id: text(),
  user: USER_INPUT,
  type: text({ oneOf: ['', 'regular', 'system'] }),
  attachments: list(ATTACHMENT, { max: 30 }),
  mentioned_users: list(text(), { max: MOST_MENTIONS }),
  parent_id: text(),
  show_in_channel: bool,
  quoted_message_id: text(),
  silent: bool,
  pinned: bool,
  pin_expires: instant,
  restricted_visibility: list(text(), { max: 10 }),
  poll_id: text(),
  custom: map(),
  mentioned_channel: bool,
  mentioned_here: bool,
  pinned_at: anything,
};

const RESERVED = `cid command created_at deleted_at i18n latest_reactions own_reactions reaction_counts reaction_scores
  reply_count shadowed updated_at`.split(/\s+/);

export type Made =
  | { readonly kind: 'made'; readonly row: MessageRow; readonly author: UserRow }
  /** The call succeeds, and the answer is a message that says why there is none. */
  | { readonly kind: 'refused'; readonly row: MessageRow; readonly text: string };

export function refuseReservedMessage(message: JsonObject): void {
  const texts = RESERVED.filter((key) => isGiven(message, key)).map((key) => `message.${key} is a reserved field`);
  if (texts.length > 0) throw inputError(texts.join(', '));
}

/** The message that a call describes, checked but not yet stored. */
export function newMessage(call: Call, channel: ChannelRow, message: JsonObject, authorId: string): Made {
  const { world, at } = call;
  refuseReservedMessage(message);
  const id = textOf(message, 'id') || world.random.uuid();
  if (world.store.messages.has(id) || world.store.usedMessageIds.has(id)) {
    throw inputError(`a message with ID ${id} already exists`);
  }
  if (channel.frozen && (call.caller.kind !== 'server' || world.assume('server_sends_to_frozen') === 'b')) {
    throw notAllowed(`channel ${channel.cid} is frozen`);
  }
  const author = authorOf(world, message, authorId, at);
  const content = contentOf(world, channel, message, author.id, at);
  const row: MessageRow = {
    ...content,
    id,
    cid: channel.cid,
    user_id: author.id,
    type: content.parent_id !== undefined ? 'reply' : textOf(message, 'type') === 'system' ? 'system' : 'regular',
    created_at: at,
    updated_at: at,
  };
  if (row.text.length > maxMessageLength(world, channel)) {
    return { kind: 'refused', row, text: 'Message length exceeds the maximum allowed' };
  }
  return { kind: 'made', row, author };
}

/** Someone unknown who sends a message comes to be by sending it. */
function authorOf(world: World, message: JsonObject, id: string, at: number): UserRow {
  const user = objectOf(message, 'user');
  if (user !== undefined) return upserted(world, user, at);
  const row = world.store.users.get(id);
  refuseGone(row, id);
  return row ?? introduced(world, id, at);
}

export function contentOf(world: World, channel: ChannelRow, message: JsonObject, actor: string, at: number) {
  const custom = objectOf(message, 'custom') ?? {};
  refuseBigCustom('message', custom);
  const parent = textOf(message, 'parent_id') || undefined;
  if (parent !== undefined && world.store.messages.get(parent)?.cid !== channel.cid) {
    throw inputError(`parent message with ID ${parent} doesn't exist`);
  }
  const quoted = textOf(message, 'quoted_message_id') || undefined;
  if (quoted !== undefined && world.store.messages.get(quoted) === undefined) {
    throw inputError(`quoted message with ID ${quoted} doesn't exist`);
  }
  const mentioned = textsOf(message, 'mentioned_users');
  const isPinned = flagOf(message, 'pinned') ?? false;
  return {
    text: textOf(message, 'text') ?? '',
    html: textOf(message, 'html'),
    mml: textOf(message, 'mml'),
    attachments: attachmentsOf(message),
    mentioned_users: mentioned.filter((id) => world.store.users.has(id)),
    parent_id: parent,
    show_in_channel: parent === undefined ? undefined : (flagOf(message, 'show_in_channel') ?? false),
    quoted_message_id: quoted,
    poll_id: textOf(message, 'poll_id') || undefined,
    silent: flagOf(message, 'silent') ?? false,
    pinned: isPinned,
    pinned_at: isPinned ? at : undefined,
    pinned_by: isPinned ? actor : undefined,
    pin_expires: isPinned ? readTime(message['pin_expires']) : undefined,
    restricted_visibility: textsOf(message, 'restricted_visibility'),
    custom,
  };
}

/** Attachments may carry data of the customer's own beside their named members. */
export function attachmentsOf(message: JsonObject): readonly Json[] {
  const given = message['attachments'];
  return isArray(given)
    ? given.filter(isObject).map((item) => ({ ...item, custom: objectOf(item, 'custom') ?? {} }))
    : [];
}

export function putMessage(world: World, made: MessageRow, author: UserRow): MessageRow {
  if (world.store.users.get(author.id) !== author) world.store.users.put(author.id, author);
  const row = world.store.messages.put(made.id, made);
  const channel = world.store.channels.get(made.cid);
  if (channel !== undefined) world.store.channels.put(channel.cid, { ...channel, last_message_at: made.created_at });
  return row;
}

export function refusedView(view: ValueObject, reason: string): ValueObject {
  return { ...view, type: 'error', text: reason, html: '' };
}
