import { instant } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { bodyOf, type Call } from '../../http/route.ts';
import { readTime, type ValueObject } from '../../values.ts';
import { existingCampaign, refuseUnless } from './existing.ts';
import { bothWays, campaignView } from './view.ts';

export function startCampaign(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, { scheduled_for: instant, stop_at: instant });
  const row = existingCampaign(call);
  refuseUnless(call, row, ['draft', 'stopped'], 'started');
  const scheduled_for = readTime(body['scheduled_for']);
  const stop_at = readTime(body['stop_at']);
  if (scheduled_for !== undefined && scheduled_for < at) throw inputError('scheduled_for must be in the future');
  if (stop_at !== undefined && stop_at <= (scheduled_for ?? at)) throw inputError('stop_at must be after the start');
  const next = { ...row, started_at: at, scheduled_for, stop_at, stopped_at: undefined, updated_at: at };
  return { campaign: campaignView(world, world.store.campaigns.put(row.id, next)), users: {} };
}

export function stopCampaign(call: Call): ValueObject {
  const { world, at } = call;
  bodyOf(call, {});
  const row = existingCampaign(call);
  refuseUnless(call, row, ['scheduled', 'in_progress'], 'stopped');
  return bothWays(campaignView(world, world.store.campaigns.put(row.id, { ...row, stopped_at: at, updated_at: at })));
}
