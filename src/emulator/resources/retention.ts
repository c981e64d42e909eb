/** How long messages, or channels in which nothing happens, are kept. Policies are kept here, and nothing is deleted. */
import { int, map, text } from '../check.ts';
import { notFound } from '../errors.ts';
import { bodyOf, type Call, numberOf, type Route, textOf } from '../http/route.ts';
import { compileFilter, type Field, onlyFields, RANGE } from '../query/filter.ts';
import { pageByCursor } from '../query/paging.ts';
import { sortKeys, sortOf, sortRows } from '../query/sort.ts';
import type { RetentionPolicyRow } from '../store/rows/administration.ts';
import { time, type ValueObject } from '../values.ts';
import { known, lagged, type World } from '../world.ts';
import { ofPlan } from './plan.ts';

const POLICY = text({ oneOf: ['old-messages', 'inactive-channels'] });

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path: `/retention_policy${path}`,
  area: 'chat',
  op,
  clients: false,
  handle,
});

export const retentionRoutes: readonly Route[] = ofPlan([
  route('GET', '', 'GetRetentionPolicy', listAll),
  route('POST', '', 'SetRetentionPolicy', set),
  route('POST', '/delete', 'DeleteRetentionPolicy', remove),
  route('POST', '/runs', 'GetRetentionPolicyRuns', runs),
]);

function listAll({ world }: Call): ValueObject {
  const rows = [...lagged(world, world.store.retentionPolicies).values()];
  return { policies: rows.map((row) => view(world, row)) };
}

function set(call: Call): ValueObject {
  const { world, at } = call;
  const shape = { policy: POLICY, max_age_hours: int({ min: 24, max: 43_800 }) };
  const body = bodyOf(call, shape, ['policy', 'max_age_hours']);
  const policy = textOf(body, 'policy') ?? '';
  const row = world.store.retentionPolicies.put(policy, {
    policy,
    max_age_hours: numberOf(body, 'max_age_hours') ?? 0,
    enabled_at: world.store.retentionPolicies.get(policy)?.enabled_at ?? at,
  });
  return { policy: view(world, row) };
}

function remove(call: Call): ValueObject {
  const policy = textOf(bodyOf(call, { policy: POLICY }, ['policy']), 'policy') ?? '';
  if (known(call.world, call.world.store.retentionPolicies, policy) === undefined)
    throw notFound(`retention policy "${policy}" is not set`);
  call.world.store.retentionPolicies.remove(policy);
  return {};
}

type Run = { readonly date: number; readonly policy: string };
const field = (type: Field<Run>['type'], read: Field<Run>['read']): Field<Run> => ({ type, operators: RANGE, read });
const RUNS = onlyFields<Run>({ date: field('date', (run) => run.date), policy: field('string', (run) => run.policy) });

/** Policies never run here, so there is nothing to be found; a wrong question is refused all the same. */
function runs(call: Call): ValueObject {
  const shape = { filter_conditions: map(), limit: int({ min: 0, max: 100 }), next: text(), prev: text() };
  const body = bodyOf(call, { ...shape, sort: sortOf(2) });
  compileFilter(body['filter_conditions'], RUNS);
  sortRows([], sortKeys(body['sort'], []), RUNS, (run: Run) => run.policy);
  pageByCursor([], body, 10);
  return { runs: [] };
}

function view(world: World, row: RetentionPolicyRow): ValueObject {
  return {
    app_pk: world.appId,
    policy: row.policy,
    config: { max_age_hours: row.max_age_hours },
    enabled_at: time(row.enabled_at),
  };
}
