import { expect, test } from 'vitest';
import { anApp } from './support.ts';

const PATH = '/chat/retention_policy';

test('a policy is set, set again and deleted', async () => {
  const { call, clock, emulator } = await anApp();
  expect((await call('GET', PATH)).body.policies).toEqual([]);
  const made = await call('POST', PATH, { policy: 'old-messages', max_age_hours: 24 });
  expect([made.status, made.body.policy]).toEqual([
    201,
    {
      app_pk: emulator.appId,
      policy: 'old-messages',
      config: { max_age_hours: 24 },
      enabled_at: expect.any(Number),
    },
  ]);
  clock.pass(1000);
  await call('POST', PATH, { policy: 'old-messages', max_age_hours: 43_800 });
  await call('POST', PATH, { policy: 'inactive-channels', max_age_hours: 48 });
  const { policies } = (await call('GET', PATH)).body;
  expect(policies).toMatchObject([
    { policy: 'old-messages', config: { max_age_hours: 43_800 }, enabled_at: made.body.policy.enabled_at },
    { policy: 'inactive-channels' },
  ]);
  expect((await call('POST', `${PATH}/delete`, { policy: 'old-messages' })).status).toBe(201);
  expect((await call('GET', PATH)).body.policies).toHaveLength(1);
  expect((await call('POST', `${PATH}/delete`, { policy: 'old-messages' })).body.code).toBe(16);
});

const refused: readonly [name: string, path: string, body: object][] = [
  ['too short an age', '', { policy: 'old-messages', max_age_hours: 23 }],
  ['too long an age', '', { policy: 'old-messages', max_age_hours: 43_801 }],
  ['a fraction of an hour', '', { policy: 'old-messages', max_age_hours: 24.5 }],
  ['no age', '', { policy: 'old-messages' }],
  ['an unknown policy', '', { policy: 'all', max_age_hours: 24 }],
  ['no policy', '', { max_age_hours: 24 }],
  ['the deletion of an unknown policy', '/delete', { policy: 'all' }],
  ['the deletion of no policy', '/delete', {}],
  ['runs by an unknown field', '/runs', { filter_conditions: { stats: 1 } }],
  ['runs in a wrong order', '/runs', { sort: [{ field: 'stats', direction: 1 }] }],
  ['runs in too many orders', '/runs', { sort: [{ field: 'date' }, { field: 'policy' }, { field: 'date' }] }],
  ['too many runs', '/runs', { limit: 101 }],
  ['runs from a wrong place', '/runs', { next: 'x' }],
];
test.each(refused)('%s is refused', async (_name, end, body) => {
  const { call } = await anApp();
  const reply = await call('POST', `${PATH}${end}`, body);
  expect([reply.status, reply.body.code]).toEqual([400, 4]);
});

test('policies do not run here', async () => {
  const { call } = await anApp();
  await call('POST', PATH, { policy: 'old-messages', max_age_hours: 24 });
  const query = { filter_conditions: { policy: 'old-messages', date: { $gt: '2026-01-01T00:00:00Z' } }, limit: 5 };
  expect((await call('POST', `${PATH}/runs`, query)).body.runs).toEqual([]);
});

test('without the plan for it, there are none', async () => {
  const { call } = await anApp({ assume: { administration_of_plan: 'b' } });
  expect((await call('GET', PATH)).body.code).toBe(16);
});
