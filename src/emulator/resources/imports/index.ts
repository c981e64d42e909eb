/** Bringing data in: a file of items, one a line, is put where a call says, and imported in the background. */
import type { Route } from '../../http/route.ts';
import { importerStorageRoutes } from './storage.ts';
import { createImport, createImportUrl, getImport, listImports } from './tasks.ts';
import { importV2Routes } from './v2.ts';

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path,
  area: 'common',
  op,
  clients: false,
  handle,
});

/** Paths with fixed ends come before those with a name in the same place. */
export const importRoutes: readonly Route[] = [
  route('POST', '/import_urls', 'CreateImportURL', createImportUrl),
  route('GET', '/imports', 'ListImports', listImports),
  route('POST', '/imports', 'CreateImport', createImport),
  ...importerStorageRoutes,
  ...importV2Routes,
  route('GET', '/imports/:id', 'GetImport', getImport),
];
