import { describe, expect, test } from 'vitest';
import { anAppWith } from './support.ts';

const PATH = '/chat/predefined_filters';
const OF_USER = { members: { $in: ['{{user}}'] }, type: 'messaging' };

async function aFilter(filter: object = {}) {
  const app = await anAppWith(['alice', 'bob']);
  for (const [id, who] of [
    ['one', ['alice']],
    ['two', ['alice', 'bob']],
  ] as const) {
    const members = who.map((user_id) => ({ user_id }));
    await app.call('POST', `/chat/channels/messaging/${id}/query`, {
      data: { created_by_id: 'alice', members, custom: { room: id } },
    });
  }
  const body = { name: 'mine', operation: 'QueryChannels', filter: OF_USER, ...filter };
  const made = await app.call('POST', PATH, body);
  const ask = (query: object) => app.call('POST', '/chat/channels', query);
  return { ...app, made, ask };
}

const cids = (reply: { body: { channels: readonly { channel: { id: string } }[] } }) =>
  reply.body.channels.map(({ channel }) => channel.id).sort();

describe('a predefined filter', () => {
  test('is made, read, replaced and deleted', async () => {
    const { made, call } = await aFilter({ description: 'Of one', sort: [{ field: 'cid' }] });
    expect([made.status, made.body.predefined_filter]).toEqual([
      201,
      {
        name: 'mine',
        description: 'Of one',
        operation: 'QueryChannels',
        filter: OF_USER,
        sort: [{ field: 'cid', direction: 1, type: '' }],
        created_at: expect.any(Number),
        updated_at: expect.any(Number),
      },
    ]);
    const next = await call('PUT', `${PATH}/mine`, { operation: 'QueryChannels', filter: { team: '{{t}}' } });
    expect(next.status).toBe(201);
    const { predefined_filter: read } = (await call('GET', `${PATH}/mine`)).body;
    expect(read).toMatchObject({ filter: { team: '{{t}}' }, stats: { calls: 0, max_latency_ms: 0 } });
    expect(read).not.toHaveProperty('sort');
    expect(read).not.toHaveProperty('description');
    expect((await call('DELETE', `${PATH}/mine`)).status).toBe(200);
    for (const [method, body] of [
      ['GET'],
      ['PUT', { operation: 'QueryChannels', filter: { team: 'x' } }],
      ['DELETE'],
    ] as const)
      expect((await call(method, `${PATH}/mine`, body)).body.code).toBe(16);
  });

  const refused: readonly [name: string, filter: object][] = [
    ['without a name', { name: '' }],
    ['whose name is taken', { name: 'taken' }],
    ['with too long a name', { name: 'x'.repeat(256) }],
    ['with too long a description', { description: 'x'.repeat(257) }],
    ['for another operation', { operation: 'QueryUsers' }],
    ['without conditions', { filter: {} }],
    ['with conditions that are no object', { filter: [] }],
    ['with an operator that its field has not', { filter: { disabled: { $gt: true } } }],
    ['with an unknown operator', { filter: { $xor: [] } }],
    ['with an empty group', { filter: { $or: [] } }],
    ['whose group has a wrong member', { filter: { $or: [{ frozen: { $q: 'x' } }] } }],
    ['with a wrong direction', { sort: [{ field: 'cid', direction: 2 }] }],
    ['with a sort without a field', { sort: [{ direction: 1 }] }],
  ];
  test.each(refused)('%s is refused', async (_name, filter) => {
    const { call } = await aFilter({ name: 'taken' });
    const body = { name: 'mine', operation: 'QueryChannels', filter: OF_USER, ...filter };
    const reply = await call('POST', PATH, body);
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
  });

  test('is listed', async () => {
    const { call, clock } = await aFilter();
    clock.pass(1000);
    await call('POST', PATH, { name: 'all', operation: 'QueryChannels', filter: { type: '{{t}}' } });
    const names = async (query: string) =>
      (await call('GET', `${PATH}${query}`)).body.predefined_filters.map((one: { name: string }) => one.name);
    expect(await names('')).toEqual(['all', 'mine']);
    expect(await names('?sort=[{"field":"name","direction":-1}]')).toEqual(['mine', 'all']);
    const { predefined_filters: listed } = (await call('GET', `${PATH}?include_stats=true`)).body;
    expect(listed[0].stats).toEqual({ calls: 0, max_latency_ms: 0 });
    for (const wrong of ['?sort=name', '?sort=[{"field":"filter"}]', '?include_stats=maybe'])
      expect((await call('GET', `${PATH}${wrong}`)).body.code).toBe(4);
  });
});

describe('in a query of channels', () => {
  test('it is filled with values, and told as it was read', async () => {
    const { ask, call } = await aFilter();
    const reply = await ask({ predefined_filter: 'mine', filter_values: { user: 'bob', other: 1 } });
    expect(cids(reply)).toEqual(['two']);
    expect(reply.body.predefined_filter).toEqual({
      name: 'mine',
      filter: { members: { $in: ['bob'] }, type: 'messaging' },
    });
    const { stats } = (await call('GET', `${PATH}/mine`)).body.predefined_filter;
    expect(stats).toMatchObject({ calls: 1, last_seen: expect.any(Number) });
  });

  test('values are of any type, or written out within a text', async () => {
    const { ask, call } = await aFilter({ filter: { members: { $in: '{{users}}' }, room: '{{a}}{{b}}' } });
    const values = { users: ['alice'], a: 'o', b: 'ne' };
    expect(cids(await ask({ predefined_filter: 'mine', filter_values: values }))).toEqual(['one']);
    const nested = await ask({ predefined_filter: 'mine', filter_values: { ...values, b: {} } });
    expect(nested.body.code).toBe(4);
    await call('PUT', `${PATH}/mine`, { operation: 'QueryChannels', filter: { member_count: { $gt: '{{n}}' } } });
    expect(cids(await ask({ predefined_filter: 'mine', filter_values: { n: 1 } }))).toEqual(['two']);
    expect((await ask({ predefined_filter: 'mine', filter_values: { n: 'x' } })).body.code).toBe(4);
  });

  test('its order has placeholders too', async () => {
    const { ask } = await aFilter({ sort: [{ field: '{{by}}', direction: -1 }] });
    const query = { predefined_filter: 'mine', filter_values: { user: 'alice' } };
    const reply = await ask({ ...query, sort_values: { by: 'cid' } });
    expect(reply.body.channels.map((one: { channel: { id: string } }) => one.channel.id)).toEqual(['two', 'one']);
    expect(reply.body.predefined_filter.sort).toEqual([{ field: 'cid', direction: -1 }]);
    expect((await ask(query)).body.code).toBe(4);
  });

  test('it must exist, have its values, and stand alone', async () => {
    const { ask } = await aFilter();
    expect((await ask({ predefined_filter: 'none' })).body.code).toBe(16);
    const reply = await ask({ predefined_filter: 'mine', filter_values: {} });
    expect([reply.status, reply.body.message]).toEqual([400, expect.stringContaining('"user"')]);
    const both = { predefined_filter: 'mine', filter_values: { user: 'x' }, filter_conditions: { type: 'x' } };
    expect((await ask(both)).body.code).toBe(4);
  });
});
