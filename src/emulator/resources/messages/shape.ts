/** What a call may say about a message. */
import { isArray, isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { anything, bool, customData, instant, int, list, map, num, record, type Shape, text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { isGiven, objectOf } from '../../http/route.ts';
import { Custom, type Value } from '../../values.ts';
import { USER_INPUT } from '../users/write.ts';

const MOST_MENTIONS = 100;
export const MOST_ATTACHMENTS = 30;

const ATTACHMENT = record({
  actions: list(map()),
  custom: customData(),
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

const RESERVED = `cid command created_at deleted_at i18n latest_reactions own_reactions reaction_counts reaction_scores
  reply_count shadowed updated_at`.split(/\s+/);
/** What else only replies have. */
const SHOWN = `deleted_for_me deleted_reply_count draft image_labels member mentioned_groups message_text_updated_at
  moderation pinned_by poll quoted_message reaction_groups reminder thread_participants`.split(/\s+/);

export const MESSAGE_INPUT: Shape = {
  id: text({ max: 255, pattern: /^[^,%]*$/ }),
  text: text(),
  html: text(),
  mml: text(),
  user_id: text(),
  user: USER_INPUT,
  type: text({ oneOf: ['', 'regular', 'system'] }),
  attachments: list(ATTACHMENT, { max: MOST_ATTACHMENTS }),
  mentioned_users: list(text(), { max: MOST_MENTIONS }),
  mentioned_roles: list(text()),
  mentioned_group_ids: list(text()),
  parent_id: text(),
  show_in_channel: bool,
  quoted_message_id: text(),
  silent: bool,
  pinned: bool,
  pin_expires: instant,
  restricted_visibility: list(text(), { max: 10 }),
  poll_id: text(),
  shared_location: record({ latitude: num(), longitude: num(), end_at: instant, created_by_device_id: text() }),
  custom: customData([...RESERVED, ...SHOWN]),
  mentioned_channel: bool,
  mentioned_here: bool,
  pinned_at: anything,
};

export function refuseReservedMessage(message: JsonObject): void {
  const texts = RESERVED.filter((key) => isGiven(message, key)).map((key) => `message.${key} is a reserved field`);
  if (texts.length > 0) throw inputError(texts.join(', '));
}

/** Attachments may carry data of the customer's own beside their named members. */
export function attachmentsOf(message: JsonObject): readonly Json[] {
  const given = message['attachments'];
  return isArray(given)
    ? given.filter(isObject).map((item) => ({ ...item, custom: objectOf(item, 'custom') ?? {} }))
    : [];
}

/** Attachments as they are shown, each with the data of the customer's own. */
export function attachmentViews(attachments: readonly Json[]): readonly Value[] {
  return attachments.map((item) =>
    isObject(item) ? { ...item, custom: new Custom(objectOf(item, 'custom') ?? {}) } : item,
  );
}

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>]+/giu;

export function linksIn(value: string): readonly string[] {
  return value.match(LINK) ?? [];
}
