/** Messages to many. Only the state of campaigns is kept: nothing is sent. */
import type { Route } from '../../http/route.ts';
import { ofPlan } from '../plan.ts';
import { queryCampaigns } from './query.ts';
import { startCampaign, stopCampaign } from './state.ts';
import { createCampaign, deleteCampaign, getCampaign, updateCampaign } from './write.ts';

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path: `/campaigns${path}`,
  area: 'chat',
  op,
  clients: false,
  handle,
});

export const campaignRoutes: readonly Route[] = ofPlan([
  route('POST', '', 'CreateCampaign', createCampaign),
  route('POST', '/query', 'QueryCampaigns', queryCampaigns),
  route('GET', '/:id', 'GetCampaign', getCampaign),
  route('PUT', '/:id', 'UpdateCampaign', updateCampaign),
  route('DELETE', '/:id', 'DeleteCampaign', deleteCampaign),
  route('POST', '/:id/start', 'StartCampaign', startCampaign),
  route('POST', '/:id/stop', 'StopCampaign', stopCampaign),
]);
