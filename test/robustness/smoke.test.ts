import { test } from 'vitest';
import { aWorld } from '../support/world.ts';
test('x', async () => {
  const world = await aWorld();
  const src = (v: boolean) => ({ app: { extra: { member_custom_on_typing_events_enabled: v } } });
  const { plan } = await world.converge(src(true));
  console.log(JSON.stringify(plan.changes), JSON.stringify(plan.operations.map((o) => o.call)), plan.counts);
  const p2 = await world.plan(src(false));
  console.log(JSON.stringify(p2.changes), p2.counts);
  console.log((await world.call('GET', '/app')).body['app']);
});
