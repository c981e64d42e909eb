import type { Route } from '../../http/route.ts';
import { deleteProvider, listProviders, upsertProvider } from './providers.ts';
import { getTemplates, upsertTemplate } from './templates.ts';

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path,
  area: 'common',
  op,
  clients: false,
  handle,
});

export const pushRoutes: readonly Route[] = [
  route('GET', '/push_providers', 'ListPushProviders', listProviders),
  route('POST', '/push_providers', 'UpsertPushProvider', upsertProvider),
  route('DELETE', '/push_providers/:type/:name', 'DeletePushProvider', deleteProvider),
  route('GET', '/push_templates', 'GetPushTemplates', getTemplates),
  route('POST', '/push_templates', 'UpsertPushTemplate', upsertTemplate),
];
