/** What a link shows in a preview. Nothing is fetched: only what the address itself tells is in the answer. */
import { isHttpUrl } from '../check.ts';
import { inputError } from '../errors.ts';
import type { Call, Route } from '../http/route.ts';
import { Custom, type ValueObject } from '../values.ts';

export const ogRoutes: readonly Route[] = [
  { method: 'GET', path: '/og', area: 'common', op: 'GetOG', clients: true, handle: getOg },
];

const MEDIA: Readonly<Record<string, string>> = {
  gif: 'image',
  jpeg: 'image',
  jpg: 'image',
  png: 'image',
  svg: 'image',
  webp: 'image',
  mp3: 'audio',
  ogg: 'audio',
  wav: 'audio',
  mov: 'video',
  mp4: 'video',
  webm: 'video',
};

/** The kind of a file is read off its name; of a page there is its site alone. */
function getOg(call: Call): ValueObject {
  const asked = call.query.get('url') ?? '';
  if (asked === '') throw inputError('url is a required field');
  const given = /^[a-z]+:\/\//i.test(asked) ? asked : `https://${asked}`;
  if (!isHttpUrl(given)) throw inputError('url must be a valid URL');
  const url = new URL(given);
  const kind = MEDIA[url.pathname.split('.').at(-1)?.toLowerCase() ?? ''];
  return {
    og_scrape_url: asked,
    title_link: asked,
    author_name: url.hostname,
    author_link: url.origin,
    type: kind,
    image_url: kind === 'image' ? asked : undefined,
    asset_url: kind === 'audio' || kind === 'video' ? asked : undefined,
    custom: new Custom({}),
  };
}
