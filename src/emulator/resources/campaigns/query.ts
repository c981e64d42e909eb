import { int, map, text } from '../../check.ts';
import { bodyOf, type Call, numberOf } from '../../http/route.ts';
import { compileFilter, type Field, fieldsOf, RANGE } from '../../query/filter.ts';
import { pageByCursor } from '../../query/paging.ts';
import { sortKeys, sortOf, sortRows } from '../../query/sort.ts';
import type { CampaignRow } from '../../store/administration-rows.ts';
import type { ValueObject } from '../../values.ts';
import { campaignView, statusOf } from './view.ts';

export function queryCampaigns(call: Call): ValueObject {
  const { world } = call;
  const shape = { filter: map(), limit: int({ min: 0, max: 100 }), next: text(), prev: text(), sort: sortOf(5) };
  const body = bodyOf(call, { ...shape, user_limit: int({ min: 0, max: 1000 }) });
  const fields = fieldsAt(call.at);
  const rows = [...world.store.campaigns.values()].filter(compileFilter(body['filter'], fields));
  const keys = sortKeys(body['sort'], [{ field: 'created_at', direction: -1 }]);
  const page = pageByCursor(
    sortRows(rows, keys, fields, (row) => row.id),
    body,
    25,
  );
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
  return fieldsOf<CampaignRow>(
    {
      id: field('string', (row) => row.id),
      name: field('string', (row) => row.settings['name']),
      sender_id: field('string', (row) => row.sender_id),
      status: field('string', (row) => statusOf(row, at)),
      segments: field('strings', (row) => row.segment_ids, ['$eq', '$in', '$contains']),
      created_at: field('date', (row) => row.created_at),
      updated_at: field('date', (row) => row.updated_at),
    },
    { operators: [], read: () => ({}), isBare: false },
  );
}
