import { describe, expect, test } from 'vitest';
import { anAppWith } from './support.ts';

const PATH = '/chat/campaigns';
const CAMPAIGN = { id: 'sale', sender_id: 'alice', user_ids: ['bob', 'carol'], message_template: { text: 'Hello' } };

async function aCampaign(campaign: object = {}) {
  const app = await anAppWith(['alice', 'bob', 'carol']);
  await app.call('POST', '/chat/segments', { id: 'buyers', type: 'user' });
  const made = await app.call('POST', PATH, { ...CAMPAIGN, ...campaign });
  const get = async (query = '') => (await app.call('GET', `${PATH}/sale${query}`)).body;
  const status = async () => (await get()).campaign.status;
  const start = (body: object = {}) => app.call('POST', `${PATH}/sale/start`, body);
  const stop = () => app.call('POST', `${PATH}/sale/stop`, {});
  const inTime = (ms: number) => new Date(app.clock.now() + ms).toISOString();
  return { ...app, made, get, status, start, stop, inTime };
}

describe('a campaign', () => {
  test('is made as a draft', async () => {
    const { made, get } = await aCampaign({ name: 'Sale' });
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        campaign: {
          id: 'sale',
          name: 'Sale',
          description: '',
          status: 'draft',
          sender: { id: 'alice' },
          user_ids: ['bob', 'carol'],
          users: [{ id: 'bob' }, { id: 'carol' }],
          segment_ids: [],
          segments: [],
          create_channels: false,
          message_template: { text: 'Hello' },
          stats: { progress: 0, stats_messages_sent: 0 },
        },
        users: {},
      },
    ]);
    expect((await get()).campaign).toEqual(made.body.campaign);
  });

  test('shows its segments', async () => {
    const { made } = await aCampaign({ user_ids: undefined, segment_ids: ['buyers'] });
    expect(made.body.campaign).toMatchObject({ segment_ids: ['buyers'], segments: [{ id: 'buyers', type: 'user' }] });
  });

  test('shows its users page by page', async () => {
    const { get } = await aCampaign();
    const first = await get('?limit=1');
    expect(first.campaign.users).toMatchObject([{ id: 'bob' }]);
    expect((await get(`?limit=1&next=${first.users.next}`)).campaign.users).toMatchObject([{ id: 'carol' }]);
    expect((await get('?limit=1001')).code).toBe(4);
  });

  const refused: readonly [name: string, body: object][] = [
    ['without a sender', { sender_id: undefined }],
    ['without a message', { message_template: undefined }],
    ['without a text', { message_template: {} }],
    ['to nobody', { user_ids: [] }],
    ['to users and segments', { segment_ids: ['buyers'] }],
    ['to an unknown segment', { user_ids: [], segment_ids: ['none'] }],
    ['to too many segments', { user_ids: [], segment_ids: Array.from({ length: 26 }, () => 'buyers') }],
    ['to too many users', { user_ids: Array.from({ length: 10_001 }, () => 'bob') }],
    ['to a stranger', { user_ids: ['ghost'] }],
    ['from a stranger', { sender_id: 'ghost' }],
    ['into channels of no kind', { create_channels: true }],
    ['into channels without a type', { channel_template: { id: 'x' } }],
    ['whose id is taken', { id: 'taken' }],
    ['with an unknown mode', { sender_mode: 'maybe' }],
  ];
  test.each(refused)('%s is refused', async (_name, body) => {
    const { call } = await aCampaign({ id: 'taken' });
    const reply = await call('POST', PATH, { ...CAMPAIGN, ...body });
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
  });

  test('is replaced whole while it is a draft', async () => {
    const { call, get, start } = await aCampaign({ description: 'x' });
    const next = { ...CAMPAIGN, name: 'New', skip_push: true };
    const reply = await call('PUT', `${PATH}/sale`, next);
    expect([reply.status, reply.body]).toMatchObject([201, { name: 'New', description: '', skip_push: true }]);
    expect((await get()).campaign.description).toBe('');
    await start();
    expect((await call('PUT', `${PATH}/sale`, next)).body.code).toBe(4);
    expect((await call('PUT', `${PATH}/none`, next)).body.code).toBe(16);
  });

  test('goes', async () => {
    const { call } = await aCampaign();
    expect((await call('DELETE', `${PATH}/sale`)).status).toBe(200);
    for (const [method, end, body] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/start', {}],
      ['POST', '/stop', {}],
    ] as const)
      expect((await call(method, `${PATH}/sale${end}`, body)).body.code).toBe(16);
  });
});

describe('a campaign that is started', () => {
  test('is in progress, and then completed', async () => {
    const { start, status, clock, get, stop } = await aCampaign();
    expect((await stop()).body.code).toBe(4);
    const reply = await start();
    expect([reply.status, reply.body]).toMatchObject([201, { campaign: { status: 'in_progress' }, users: {} }]);
    expect((await start()).body.code).toBe(4);
    clock.pass(1000);
    expect(await status()).toBe('completed');
    const { stats } = (await get()).campaign;
    expect(stats.progress).toBe(1);
    expect(stats.stats_completed_at).toBeGreaterThan(stats.stats_started_at);
    expect((await stop()).body.code).toBe(4);
  });

  test('waits for its time, and can be stopped and started again', async () => {
    const { start, stop, status, clock, inTime } = await aCampaign();
    const reply = await start({ scheduled_for: inTime(60_000), stop_at: inTime(120_000) });
    expect(reply.body.campaign).toMatchObject({ status: 'scheduled', scheduled_for: expect.any(Number) });
    const stopped = await stop();
    expect([stopped.status, stopped.body.status]).toEqual([201, 'stopped']);
    await start({ scheduled_for: inTime(60_000) });
    expect(await status()).toBe('scheduled');
    clock.pass(60_001);
    expect(await status()).toBe('in_progress');
  });

  test('needs times that are still to come, in their order', async () => {
    const { start, inTime } = await aCampaign();
    expect((await start({ scheduled_for: inTime(-1000) })).body.code).toBe(4);
    expect((await start({ scheduled_for: inTime(2000), stop_at: inTime(1000) })).body.code).toBe(4);
    expect((await start({ scheduled_for: 'soon' })).body.code).toBe(4);
  });
});

test('campaigns are queried', async () => {
  const { call, start, clock } = await aCampaign();
  clock.pass(1000);
  await call('POST', PATH, { ...CAMPAIGN, id: 'news', name: 'News', user_ids: [], segment_ids: ['buyers'] });
  await start({ scheduled_for: '2038-01-01T00:00:00Z' });
  const ask = async (body: object) => (await call('POST', `${PATH}/query`, body)).body;
  const ids = (body: { campaigns: readonly { id: string }[] }) => body.campaigns.map((one) => one.id);
  expect(ids(await ask({}))).toEqual(['news', 'sale']);
  expect(ids(await ask({ filter: { status: 'scheduled' } }))).toEqual(['sale']);
  expect(ids(await ask({ filter: { segments: { $in: ['buyers'] } } }))).toEqual(['news']);
  expect(ids(await ask({ sort: [{ field: 'id', direction: -1 }], limit: 1 }))).toEqual(['sale']);
  expect((await ask({ filter: { id: 'sale' }, user_limit: 1 })).campaigns[0].users).toHaveLength(1);
  for (const wrong of [{ limit: 101 }, { user_limit: 1001 }, { filter: { text: 'x' } }, { sort: [{ field: 'text' }] }])
    expect((await ask(wrong)).code).toBe(4);
});
