/** Attachments are compared whole, by the members that can be declared: replies may add others at any time. */
import { isArray, isObject, type Json } from '../../core/json.ts';

/** Members that count, `true` for those that are compared as they stand; a list is compared entry by entry. */
interface Shape {
  readonly [name: string]: Shape | true;
}

const named = (names: string): Shape => Object.fromEntries(names.split(' ').map((name) => [name, true]));
const IMAGE = named('url width height size frames');
const RENDITIONS =
  'original fixed_height fixed_height_still fixed_height_downsampled fixed_width fixed_width_still fixed_width_downsampled';

const ATTACHMENT: Shape = {
  ...named(
    'type title title_link text pretext fallback color image_url thumb_url asset_url og_scrape_url original_width original_height',
  ),
  ...named('author_name author_link author_icon footer footer_icon custom'),
  fields: named('title value short'),
  actions: named('name text type style value'),
  giphy: Object.fromEntries(RENDITIONS.split(' ').map((name) => [name, IMAGE])),
};

export function canonicalAttachments(list: Json): Json {
  return isArray(list) ? list.map((item) => withoutEmptyCustom(shaped(item, ATTACHMENT))) : list;
}

function shaped(value: Json, shape: Shape | true): Json {
  if (shape === true) return value;
  if (isArray(value)) return value.map((item) => shaped(item, shape));
  if (!isObject(value)) return value;
  const known = Object.entries(value).filter(([name]) => Object.hasOwn(shape, name));
  return Object.fromEntries(known.map(([name, member]) => [name, shaped(member, shape[name] ?? true)]));
}

/** Replies give every attachment `custom`, also the ones that were sent without. */
function withoutEmptyCustom(attachment: Json): Json {
  if (!isObject(attachment) || !isObject(attachment['custom']) || Object.keys(attachment['custom']).length > 0)
    return attachment;
  const { custom: _empty, ...rest } = attachment;
  return rest;
}
