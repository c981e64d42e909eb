/** The API as it is on a bad day: configuration that is served old for five seconds, slow answers, and its real limits. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../src/render/report.ts';
import { API_KEY, API_SECRET, aWorld, opsOf, tell, type World } from '../support/world.ts';

const EXAMPLE = readFileSync(new URL('../../chat.config.yaml', import.meta.url), 'utf8');
const environ = { STREAM_API_KEY: API_KEY, STREAM_API_SECRET: API_SECRET };

async function expectConverged(world: World, source: string): Promise<void> {
  const loaded = await world.load(source, { environ });
  const plan = await loaded.plan();
  const report = await loaded.apply(plan);
  expect(outcomeOf(plan, report).converged, tell(report)).toBe(true);
  expect((await loaded.plan()).changes).toEqual([]);
}

describe('reads that lag behind', () => {
  test('the example converges with lag, latency and the default limits, in real time', async () => {
    const world = await aWorld({
      realTime: true,
      maxShare: 0.8,
      emulator: { readLagMs: 5000, latencyMs: 50, rateLimits: 'default' },
    });
    const started = Date.now();
    await expectConverged(world, EXAMPLE);
    expect(Date.now() - started).toBeLessThan(40_000);
  }, 60_000);

  test.each([500, 2000, 5000, 10_000])('%i ms, with nothing else in the way', async (readLagMs) => {
    const world = await aWorld({ emulator: { readLagMs } });
    await expectConverged(world, EXAMPLE);
    world.forget();
    // And once more, with something to change in everything that lags.
    const changed = EXAMPLE.replace('max_message_length: 500', 'max_message_length: 600')
      .replace('user_search_disallowed_roles: [guest]', 'user_search_disallowed_roles: []')
      .replace('words: [scalper, spoiler]', 'words: [scalper]')
      .replace('description: Ask the support desk for help', 'description: Ask')
      .replace('name: Pin messages when verified', 'name: Pin');
    await expectConverged(world, changed);
    expect(Object.keys(opsOf(world.exchanges(), 'write')).sort()).toEqual([
      'UpdateApp',
      'UpdateBlockList',
      'UpdateChannelType',
      'UpdateCommand',
      'UpdatePermission',
    ]);
  });

  test('a lag beyond the deadline is told, and the next run finds nothing to do', async () => {
    const world = await aWorld({ emulator: { readLagMs: 60_000 } });
    const source = 'roles: [host]\ncommands: { ticket: { description: Ask } }\n';
    const loaded = await world.load(source);
    const plan = await loaded.plan();
    const report = await loaded.apply(plan, { lagDeadlineMs: 3000 });
    expect([...report.notConverged].sort()).toEqual(['command.ticket', 'role.host']);
    expect(outcomeOf(plan, report).verdict).toContain('2 not converged');
    if ('pass' in world.clock) world.clock.pass(60_000);
    expect((await loaded.plan()).changes).toEqual([]);
  });
});

describe('limits', () => {
  test('a run that needs more than a minute of them waits, and is never throttled', async () => {
    const world = await aWorld({ maxShare: 0.8, emulator: { rateLimits: 'default' } });
    const types = Array.from({ length: 45 }, (_, index) => `  t${index}: { quotes: true }`).join('\n');
    const loaded = await world.load(`channel_types:\n${types}\n`);
    const plan = await loaded.plan();
    expect(plan.operations).toHaveLength(90);
    const report = await loaded.apply(plan);
    expect(outcomeOf(plan, report).converged, tell(report)).toBe(true);
    expect(world.exchanges().filter((each) => each.status === 429)).toEqual([]);
    // Create and update are counted apart: 45 of each, at 48 a minute.
    expect(report.seconds).toBeGreaterThan(20);
    expect(report.seconds).toBeLessThan(plan.estimate.seconds * 2 + 20);
  });

  test('half of the usual limits: the headers tell, and the run slows down', async () => {
    const world = await aWorld({ maxShare: 1, emulator: { rateLimits: 0.5 } });
    const types = Array.from({ length: 40 }, (_, index) => `  t${index}: {}`).join('\n');
    const loaded = await world.load(`channel_types:\n${types}\n`);
    const plan = await loaded.plan();
    const report = await loaded.apply(plan);
    expect(outcomeOf(plan, report).converged, tell(report)).toBe(true);
    expect((await loaded.plan()).changes).toEqual([]);
  });
});
