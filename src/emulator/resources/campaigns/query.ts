import { int } from '../../check.ts';
import { bodyOf, type Call, numberOf } from '../../http/route.ts';
import { type Field, onlyFields, RANGE } from '../../query/filter.ts';
import { listRows, listShape, NEWEST_FIRST } from '../../query/list.ts';
import type { CampaignRow } from '../../store/rows/administration.ts';
import type { ValueObject } from '../../values.ts';
import { campaignView, statusOf } from './view.ts';

export function queryCampaigns(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, { ...listShape(5), user_limit: int({ min: 0, max: 1000 }) });
  const how = { fields: fieldsAt(call.at), order: NEWEST_FIRST, tie: (row: CampaignRow) => row.id };
  const page = listRows([...world.store.campaigns.values()], body, how);
  const users = numberOf(body, 'user_limit') || 100;
  const campaigns = page.rows.map((row) => campaignView(world, row, row.user_ids.slice(0, users)));
  return { campaigns, next: page.next, prev: page.prev };
}

function fieldsAt(at: number) {
  const field = (
    type: Field<CampaignRow>['type'],
    read: Field<CampaignRow>['read'],
    operators: readonly string[] = RANGE,
  ): Field<CampaignRow> => ({ type, operators, read });
  return onlyFields<CampaignRow>({
    id: field('string', (row) => row.id),
    name: field('string', (row) => row.settings['name']),
    sender_id: field('string', (row) => row.sender_id),
    status: field('string', (row) => statusOf(row, at)),
    segments: field('strings', (row) => row.segment_ids, ['$eq', '$in', '$contains']),
    created_at: field('date', (row) => row.created_at),
    updated_at: field('date', (row) => row.updated_at),
  });
}
