/** Files and images of a channel. Only their addresses are kept. */
import { isObject, type JsonObject } from '../../../core/json.ts';
import { inputError, notFound, tooBig } from '../../errors.ts';
import { type Call, numberOf, objectOf, objectsOf, textOf, textsOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { ValueObject } from '../../values.ts';
import { lagged } from '../../world.ts';
import { demandFeature } from './config.ts';
import { livingChannel } from './input.ts';

const PLATFORM_LIMIT = 100 * 1024 * 1024;
const IMAGE_TYPES = `bmp gif jpeg png webp heic heic-sequence heif heif-sequence svg+xml`
  .split(' ')
  .map((name) => `image/${name}`);
const TYPE_OF_EXTENSION: Readonly<Record<string, string>> = {
  '.bmp': 'image/bmp',
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.heic': 'image/heic',
  '.heif': 'image/heif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
};

export const uploadFile = (call: Call): ValueObject => upload(call, 'file');
export const uploadImage = (call: Call): ValueObject => upload(call, 'image');
export const deleteFile = (call: Call): ValueObject => remove(call);
export const deleteImage = (call: Call): ValueObject => remove(call);

/** The frame reads a form into an object; the file in it is its name, type and size. */
function upload(call: Call, kind: 'file' | 'image'): ValueObject {
  const channel = livingChannel(call);
  demandRight(call, 'UploadAttachment', { channel });
  demandFeature(call.world, channel, 'uploads');
  return storedFile(call, kind, channel.cid);
}

/** A file that belongs to no channel has an empty cid. */
export function storedFile(call: Call, kind: 'file' | 'image', cid: string): ValueObject {
  const { world, at } = call;
  const body = isObject(call.body) ? call.body : {};
  const file = objectOf(body, 'file');
  if (file === undefined) throw inputError('file is a required field');
  const userId = call.caller.kind === 'user' ? call.caller.id : textOf(objectOf(body, 'user') ?? {}, 'id');
  if (userId === undefined || userId === '') throw inputError('user is a required field');
  const name = textOf(file, 'name') ?? '';
  const extension = /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? '';
  const given = textOf(file, 'type') ?? '';
  const isVague = given === '' || given === 'application/octet-stream';
  const type = isVague ? (TYPE_OF_EXTENSION[extension] ?? 'application/octet-stream') : given;
  if (kind === 'image' && !IMAGE_TYPES.includes(type)) throw inputError(`File type ${type} is not supported`);
  const settings = lagged(world, world.store.app).get('app')?.settings ?? {};
  refuseByConfig(objectOf(settings, `${kind}_upload_config`) ?? {}, extension, type, numberOf(file, 'size') ?? 0);
  const address = encodeURIComponent(name.split(/[/\\]/).at(-1) ?? '');
  const url = `https://files.example/${world.appId}/${kind}s/${world.random.uuid()}.${address}`;
  world.store.uploads.put(url, { url, cid, user_id: userId, created_at: at });
  const sizes = objectsOf(body, 'upload_sizes');
  return {
    file: url,
    thumb_url: kind === 'image' ? `${url}?w=100` : undefined,
    upload_sizes: sizes.length === 0 ? undefined : sizes,
  };
}

function refuseByConfig(config: JsonObject, extension: string, type: string, size: number): void {
  const most = numberOf(config, 'size_limit') || PLATFORM_LIMIT;
  if (size > most) throw tooBig(`file size ${size} is over the limit of ${most} bytes`);
  const isOut = (value: string, kind: string) => {
    const allowed = textsOf(config, `allowed_${kind}`).map((item) => item.toLowerCase());
    const blocked = textsOf(config, `blocked_${kind}`).map((item) => item.toLowerCase());
    return (allowed.length > 0 && !allowed.includes(value)) || blocked.includes(value);
  };
  if (isOut(extension, 'file_extensions')) throw inputError(`File extension ${extension} is not supported`);
  if (isOut(type, 'mime_types')) throw inputError(`File type ${type} is not supported`);
}

function remove(call: Call): ValueObject {
  const { world, query } = call;
  const channel = livingChannel(call);
  const url = query.get('url') ?? '';
  if (url === '') throw inputError('url is a required field');
  const row = world.store.uploads.get(url);
  if (row === undefined || row.cid !== channel.cid) throw notFound(`file with url ${url} doesn't exist`);
  demandRight(call, 'DeleteAttachment', { channel, ownerId: row.user_id });
  world.store.uploads.remove(url);
  return {};
}
