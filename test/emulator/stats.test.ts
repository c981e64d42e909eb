/** Usage of teams, and previews of links. */
import { describe, expect, test } from 'vitest';
import { bothGenerations } from './generations.ts';
import { client } from './support.ts';

/** Two teams and someone without one, one message in team red, on the first of October 2026. */
async function twoTeams() {
  const app = await bothGenerations();
  const users = {
    ann: { id: 'ann', teams: ['red'] },
    bob: { id: 'bob', teams: ['red', 'blue'] },
    carol: { id: 'carol' },
  };
  await app.call('POST', '/users', { users });
  const data = { created_by_id: 'ann', team: 'red' };
  await app.call('POST', '/chat/channels/messaging/room/query', { data });
  await app.call('POST', '/chat/channels/messaging/room/message', { message: { text: 'Hi', user_id: 'ann' } });
  const usage = async (body: object = {}) => (await app.call('POST', '/chat/stats/team_usage', body)).body;
  return { ...app, usage };
}

describe('usage of teams', () => {
  test('the present month, in sums', async () => {
    const { usage, older } = await twoTeams();
    const { teams } = await usage();
    expect(teams.map(({ team }: { team: string }) => team)).toEqual(['', 'blue', 'red']);
    expect(teams[2]).toMatchObject({
      users_total: { total: 2 },
      users_last_24_hours: { total: 2 },
      messages_daily: { total: 1 },
      messages_month_to_date: { total: 1 },
      users_daily: { total: 0 },
      concurrent_connections: { total: 0 },
    });
    expect(Object.keys(teams[2])).toHaveLength(17);
    expect((await older('POST', '/stats/team_usage', {})).body.teams).toEqual(teams);
    expect((await usage({ month: '2025-01' })).teams).toEqual([]);
  });

  test('a span, day by day', async () => {
    const { usage, clock } = await twoTeams();
    clock.pass(86_400_000);
    const { teams } = await usage({ start_date: '2026-09-30', end_date: '2026-10-02' });
    const red = teams.find(({ team }: { team: string }) => team === 'red');
    expect(red.messages_daily).toEqual({
      total: 1,
      daily: [
        { date: '2026-09-30', value: 0 },
        { date: '2026-10-01', value: 1 },
        { date: '2026-10-02', value: 0 },
      ],
    });
    expect(red.messages_last_24_hours.total).toBe(0);
    expect(red.messages_total.total).toBe(1);
  });

  test('comes in pages', async () => {
    const { usage } = await twoTeams();
    const first = await usage({ limit: 2 });
    expect(first.teams).toHaveLength(2);
    const second = await usage({ limit: 2, next: first.next });
    expect([second.teams.length, second.next]).toEqual([1, undefined]);
  });

  test.each([
    { month: 'invalid' },
    { month: '2026' },
    { month: '2026-13' },
    { start_date: 'bad', end_date: '2026-10-01' },
    { start_date: '2026-02-30', end_date: '2026-10-01' },
    { start_date: '2026-02-20', end_date: '2026-02-10' },
    { start_date: '2026-02-20' },
    { start_date: '2020-02-20', end_date: '2026-02-10' },
    { month: '2026-02', start_date: '2026-02-01', end_date: '2026-02-02' },
    { limit: 31 },
  ])('refused: %j', async (body) => {
    const { usage } = await twoTeams();
    expect((await usage(body)).code).toBe(4);
  });

  test('is not for clients', async () => {
    const { emulator } = await twoTeams();
    const { status } = await client(emulator, { user_id: 'ann' }).call('POST', '/chat/stats/team_usage', {});
    expect(status).toBe(403);
  });
});

describe('previews of links', () => {
  test.each([
    ['https://example.com/a', { og_scrape_url: 'https://example.com/a', author_name: 'example.com' }],
    ['example.com', { og_scrape_url: 'example.com', author_link: 'https://example.com' }],
    ['https://example.com/cat.PNG', { type: 'image', image_url: 'https://example.com/cat.PNG' }],
    ['https://example.com/a.mp4', { type: 'video', asset_url: 'https://example.com/a.mp4' }],
  ])('%s', async (url, shown) => {
    const app = await bothGenerations();
    expect((await app.call('GET', `/og?url=${encodeURIComponent(url)}`)).body).toMatchObject(shown);
    expect((await app.older('GET', `/og?url=${encodeURIComponent(url)}`)).body).toMatchObject(shown);
  });

  test.each(['', 'ftp://example.com/a', 'https://'])('refused: "%s"', async (url) => {
    const app = await bothGenerations();
    expect((await app.call('GET', `/og?url=${encodeURIComponent(url)}`)).body.code).toBe(4);
  });
});
