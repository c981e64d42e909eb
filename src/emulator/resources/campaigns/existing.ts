import { inputError, notFound } from '../../errors.ts';
import type { Call } from '../../http/route.ts';
import type { CampaignRow } from '../../store/rows/administration.ts';
import { statusOf } from './view.ts';

export function existingCampaign({ world, param }: Call): CampaignRow {
  const row = world.store.campaigns.get(param('id'));
  if (row === undefined) throw notFound(`campaign with id "${param('id')}" doesn't exist`);
  return row;
}

export function refuseUnless(call: Call, row: CampaignRow, allowed: readonly string[], done: string): void {
  const status = statusOf(row, call.at);
  if (!allowed.includes(status)) throw inputError(`a campaign with the status ${status} cannot be ${done}`);
}
