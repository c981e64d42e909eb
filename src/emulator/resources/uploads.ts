/** Files and images that belong to no channel. Only their addresses are kept. */
import { inputError, notFound } from '../errors.ts';
import type { Call, Route } from '../http/route.ts';
import { demandRight } from '../permissions/demand.ts';
import type { ValueObject } from '../values.ts';
import { storedFile } from './channels/files.ts';

const route = (method: Route['method'], kind: 'file' | 'image', op: string, handle: Route['handle']): Route => ({
  method,
  path: `/uploads/${kind}`,
  area: 'common',
  op,
  clients: true,
  handle,
});

export const uploadRoutes: readonly Route[] = [
  route('POST', 'file', 'UploadFile', (call) => add(call, 'file')),
  route('DELETE', 'file', 'DeleteFile', remove),
  route('POST', 'image', 'UploadImage', (call) => add(call, 'image')),
  route('DELETE', 'image', 'DeleteImage', remove),
];

function add(call: Call, kind: 'file' | 'image'): ValueObject {
  const { caller } = call;
  demandRight(call, 'UploadAttachmentGlobal', { ownerId: caller.kind === 'user' ? caller.id : undefined });
  return storedFile(call, kind, '');
}

function remove(call: Call): ValueObject {
  const { uploads } = call.world.store;
  const url = call.query.get('url') ?? '';
  if (url === '') throw inputError('url is a required field');
  const row = uploads.get(url);
  if (row === undefined || row.cid !== '') throw notFound(`file with url ${url} doesn't exist`);
  demandRight(call, 'DeleteAttachmentGlobal', { ownerId: row.user_id });
  uploads.remove(url);
  return {};
}
