import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anApp } from './support.ts';

test('grants', async () => {
  const g = JSON.parse(readFileSync('/work/shared/api/default-grants.json', 'utf8'));
  const { call } = await anApp();
  const types = (await call('GET', '/chat/channeltypes')).body.channel_types;
  const sort = (x: any) => Object.fromEntries(Object.entries(x).map(([k, v]: any) => [k, [...v].sort()]));
  for (const [n, gr] of Object.entries(g.channel_types)) expect(sort(types[n].grants)).toEqual(sort(gr));
  const app = (await call('GET', '/app')).body.app.grants;
  for (const r of ['user', 'guest', 'anonymous']) expect(app[r].toSorted()).toEqual(g.app_scope_partial[r].toSorted());
});
test('speed', async () => {
  const { call, query } = await anApp();
  let t = performance.now();
  for (let b = 0; b < 50; b++) {
    const users: any = {};
    for (let i = 0; i < 100; i++) {
      const id = `u${b * 100 + i}`;
      users[id] = { id, name: id, custom: { plan: 'x', n: i } };
    }
    await call('POST', '/users', { users });
  }
  console.log('upsert ms/batch', (performance.now() - t) / 50);
  t = performance.now();
  for (let i = 0; i < 1000; i++)
    await call('POST', `/chat/channels/messaging/c${i}/query`, {
      data: { created_by_id: 'u1', members: Array.from({ length: 20 }, (_, k) => ({ user_id: `u${(i + k) % 5000}` })) },
    });
  console.log('channel create ms', (performance.now() - t) / 1000);
  t = performance.now();
  for (let i = 0; i < 50; i++)
    await query('/users', {
      filter_conditions: { id: { $in: Array.from({ length: 100 }, (_, k) => `u${i * 100 + k}`) } },
      limit: 100,
    });
  console.log('query users ms', (performance.now() - t) / 50);
  t = performance.now();
  for (let i = 0; i < 33; i++)
    await call('POST', '/chat/channels', {
      filter_conditions: { cid: { $in: Array.from({ length: 30 }, (_, k) => `messaging:c${i * 30 + k}`) } },
      limit: 30,
    });
  console.log('query channels ms', (performance.now() - t) / 33);
});
