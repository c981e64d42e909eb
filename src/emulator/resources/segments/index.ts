/** Sets of users or channels for campaigns: all of a filter, or those that are put in one by one. */
import type { Route } from '../../http/route.ts';
import { ofPlan } from '../plan.ts';
import { querySegments } from './query.ts';
import { addTargets, deleteTargets, queryTargets, targetExists } from './targets.ts';
import { createSegment, deleteSegment, getSegment, updateSegment } from './write.ts';

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path: `/segments${path}`,
  area: 'chat',
  op,
  clients: false,
  handle,
});

export const segmentRoutes: readonly Route[] = ofPlan([
  route('POST', '', 'CreateSegment', createSegment),
  route('POST', '/query', 'QuerySegments', querySegments),
  route('GET', '/:id', 'GetSegment', getSegment),
  route('PUT', '/:id', 'UpdateSegment', updateSegment),
  route('DELETE', '/:id', 'DeleteSegment', deleteSegment),
  route('POST', '/:id/addtargets', 'AddSegmentTargets', addTargets),
  route('POST', '/:id/deletetargets', 'DeleteSegmentTargets', deleteTargets),
  route('GET', '/:id/target/:target_id', 'SegmentTargetExists', targetExists),
  route('POST', '/:id/targets/query', 'QuerySegmentTargets', queryTargets),
]);
