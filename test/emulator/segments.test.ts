import { describe, expect, test } from 'vitest';
import { anAppWith } from './support.ts';

const PATH = '/chat/segments';

async function aSegment(segment: object = {}) {
  const app = await anAppWith(['alice', 'bob', 'carol']);
  const made = await app.call('POST', PATH, { id: 's', type: 'user', name: 'Some', ...segment });
  app.clock.pass(1000);
  const get = async () => (await app.call('GET', `${PATH}/s`)).body.segment;
  return { ...app, made, get };
}

describe('a segment', () => {
  test('is made; its size is known only later', async () => {
    const { made, get } = await aSegment({ filter: { id: { $in: ['alice', 'bob'] } }, description: 'Two' });
    expect([made.status, made.body.segment]).toMatchObject([
      201,
      {
        id: 's',
        type: 'user',
        name: 'Some',
        description: 'Two',
        all_users: false,
        all_sender_channels: false,
        size: 0,
      },
    ]);
    expect(await get()).toMatchObject({ size: 2, filter: { id: { $in: ['alice', 'bob'] } } });
  });

  test('is of everyone, or of channels', async () => {
    const { get, call, clock } = await aSegment({ all_users: true });
    expect((await get()).size).toBe(3);
    await call('POST', '/chat/channels/messaging/room/query', { data: { created_by_id: 'alice' } });
    await call('POST', PATH, { id: 'c', type: 'channel', filter: { type: 'messaging' } });
    clock.pass(1000);
    expect((await call('GET', `${PATH}/c`)).body.segment.size).toBe(1);
  });

  test('gets an id when it is given none', async () => {
    const { call } = await aSegment();
    expect((await call('POST', PATH, { type: 'channel' })).body.segment.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  const refused: readonly [name: string, body: object][] = [
    ['without a type', { type: undefined }],
    ['of another type', { type: 'message' }],
    ['whose id is taken', { id: 'taken' }],
    ['with too long an id', { id: 'x'.repeat(256) }],
    ['with too long a name', { name: 'x'.repeat(129) }],
    ['with too long a description', { description: 'x'.repeat(257) }],
    ['with an empty filter', { filter: {} }],
    ['with a filter that is none', { filter: { role: { $q: 'x' } } }],
    ['with a filter of channels', { type: 'channel', filter: { disabled: 1 } }],
    ['of a filter and of everyone', { filter: { role: 'x' }, all_users: true }],
    ['of everyone twice', { all_users: true, all_sender_channels: true }],
    ['of all users as channels', { type: 'channel', all_users: true }],
    ['of all channels as users', { all_sender_channels: true }],
  ];
  test.each(refused)('%s is refused', async (_name, body) => {
    const { call } = await aSegment({ id: 'taken' });
    const reply = await call('POST', PATH, { id: 's', type: 'user', ...body });
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
  });

  test('is changed in name, description and filter alone', async () => {
    const { call, get } = await aSegment({ filter: { role: 'user' }, description: 'x' });
    const reply = await call('PUT', `${PATH}/s`, { name: 'New', filter: { id: 'bob' }, all_users: true });
    expect([reply.status, await get()]).toMatchObject([201, { name: 'New', description: 'x', filter: { id: 'bob' } }]);
    expect((await get()).all_users).toBe(false);
    expect((await call('PUT', `${PATH}/s`, { filter: { role: { $q: 'x' } } })).body.code).toBe(4);
    expect((await call('PUT', `${PATH}/none`, { name: 'x' })).body.code).toBe(16);
    await call('POST', PATH, { id: 'all', type: 'user', all_users: true });
    expect((await call('PUT', `${PATH}/all`, { filter: { id: 'bob' } })).body.code).toBe(4);
  });

  test('goes with its targets', async () => {
    const { call } = await aSegment();
    await call('POST', `${PATH}/s/addtargets`, { target_ids: ['alice'] });
    expect((await call('DELETE', `${PATH}/s`)).status).toBe(200);
    expect((await call('GET', `${PATH}/s`)).body.code).toBe(16);
    expect((await call('DELETE', `${PATH}/s`)).body.code).toBe(16);
    await call('POST', PATH, { id: 's', type: 'user' });
    expect((await call('GET', `${PATH}/s/target/alice`)).status).toBe(404);
  });
});

describe('targets', () => {
  test('come, are found, and go', async () => {
    const { call, get, clock } = await aSegment();
    expect((await call('POST', `${PATH}/s/addtargets`, { target_ids: ['b', 'a', 'c', 'a'] })).status).toBe(201);
    expect((await call('GET', `${PATH}/s/target/a`)).status).toBe(200);
    expect((await call('GET', `${PATH}/s/target/x`)).body.code).toBe(16);
    clock.pass(1000);
    expect((await get()).size).toBe(3);
    const ask = async (body: object) => (await call('POST', `${PATH}/s/targets/query`, body)).body;
    const names = (body: { targets: readonly { target_id: string }[] }) => body.targets.map((one) => one.target_id);
    const first = await ask({ limit: 2 });
    expect(names(first)).toEqual(['a', 'b']);
    expect(names(await ask({ limit: 2, next: first.next }))).toEqual(['c']);
    expect(
      names(await ask({ Filter: { target_id: { $gt: 'a' } }, Sort: [{ field: 'target_id', direction: -1 }] })),
    ).toEqual(['c', 'b']);
    expect(names(await ask({ filter: { target_id: 'a' } }))).toEqual(['a']);
    expect((await ask({ filter: { name: 'a' } })).code).toBe(4);
    expect((await call('POST', `${PATH}/s/deletetargets`, { target_ids: ['a', 'x'] })).status).toBe(201);
    expect(names(await ask({}))).toEqual(['b', 'c']);
  });

  test('are named, and not too many', async () => {
    const { call } = await aSegment();
    const many = (count: number) => ({ target_ids: Array.from({ length: count }, (_, index) => `t${index}`) });
    for (const [end, body] of [
      ['addtargets', {}],
      ['addtargets', { target_ids: [] }],
      ['addtargets', { target_ids: [''] }],
      ['addtargets', many(10_001)],
      ['deletetargets', {}],
      ['deletetargets', many(101)],
    ] as const)
      expect((await call('POST', `${PATH}/s/${end}`, body)).body.code).toBe(4);
    expect((await call('POST', `${PATH}/s/addtargets`, many(10_000))).status).toBe(201);
    expect((await call('POST', `${PATH}/none/addtargets`, many(1))).body.code).toBe(16);
  });

  test('are not for a segment that has a filter or is of everyone', async () => {
    const { call } = await aSegment({ filter: { role: 'user' } });
    expect((await call('POST', `${PATH}/s/addtargets`, { target_ids: ['alice'] })).body.code).toBe(4);
  });
});

test('segments are queried', async () => {
  const { call, clock } = await aSegment();
  for (const [id, type] of [
    ['t', 'channel'],
    ['u', 'user'],
  ]) {
    await call('POST', PATH, { id, type, name: `The ${id}` });
    clock.pass(1000);
  }
  const ask = async (body: object) => (await call('POST', `${PATH}/query`, body)).body;
  const ids = (body: { segments: readonly { id: string }[] }) => body.segments.map((one) => one.id);
  expect(ids(await ask({ filter: {} }))).toEqual(['u', 't', 's']);
  expect(ids(await ask({ filter: { type: 'channel' } }))).toEqual(['t']);
  expect(ids(await ask({ filter: { name: { $gte: 'The' } }, sort: [{ field: 'id', direction: 1 }] }))).toEqual([
    't',
    'u',
  ]);
  const first = await ask({ filter: {}, limit: 2 });
  expect(ids(await ask({ filter: {}, limit: 2, next: first.next }))).toEqual(['s']);
  for (const wrong of [{}, { filter: {}, limit: 101 }, { filter: { size: 1 } }, { filter: { type: { $gt: 'a' } } }])
    expect((await ask(wrong)).code).toBe(4);
});
