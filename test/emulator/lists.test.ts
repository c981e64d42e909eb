/** What queries with a filter, an order and a cursor have in common. */
import { expect, test } from 'vitest';
import { anAppWith } from './support.ts';

async function someSegments() {
  const app = await anAppWith(['alice']);
  for (const id of ['a', 'b', 'c']) {
    await app.call('POST', '/chat/segments', { id, type: 'user', name: id });
    app.clock.pass(1000);
  }
  return (body: object) => app.call('POST', '/chat/segments/query', { filter: {}, ...body });
}
const idsOf = (reply: { readonly body: { readonly segments: readonly { readonly id: string }[] } }) =>
  reply.body.segments.map((each) => each.id);

test('the newest come first, page by page, forth and back', async () => {
  const ask = await someSegments();
  expect(idsOf(await ask({}))).toEqual(['c', 'b', 'a']);
  const first = await ask({ limit: 2 });
  expect([idsOf(first), first.body.prev]).toEqual([['c', 'b'], undefined]);
  const second = await ask({ limit: 2, next: first.body.next });
  expect([idsOf(second), second.body.next]).toEqual([['a'], undefined]);
  expect(idsOf(await ask({ limit: 2, prev: second.body.prev }))).toEqual(['c', 'b']);
});

test.each<[string, object, string]>([
  ['sorts by what it does not have', { sort: [{ field: 'shoe', direction: 1 }] }, 'unrecognized field "shoe"'],
  ['sorts by customer data', { sort: [{ field: 'custom.shoe', direction: 1 }] }, 'unrecognized field "custom.shoe"'],
  ['filters by customer data', { filter: { 'custom.shoe': 1 } }, 'unrecognized field "custom.shoe"'],
  ['goes both ways', { next: 'b2Zmc2V0OjE', prev: 'b2Zmc2V0OjE' }, 'next and prev'],
])('a query that %s is refused', async (_, body, text) => {
  const ask = await someSegments();
  const reply = await ask(body);
  expect(reply.status).toBe(400);
  expect(reply.body.message).toContain(text);
});
