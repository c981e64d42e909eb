/** `policy.batch_channels`: the same change of many channels in few calls, and whatever may come between. */
import { describe, expect, test } from 'vitest';
import { isObject, type JsonObject } from '../../src/core/json.ts';
import { outcomeOf } from '../../src/render/report.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { viewPlan } from '../../src/render/view.ts';
import { breakWrite, FAULTS } from '../support/faults.ts';
import { reread, saved } from '../support/saved.ts';
import { aWorld, type Loaded, type Middleware, opsOf, tell, type World, type WorldOptions } from '../support/world.ts';

const LONG = 60_000;

/** So many channels, all of them with the same settings and members. */
function rooms(count: number, settings: JsonObject = {}, policy: JsonObject = { batch_channels: true }): JsonObject {
  return {
    policy,
    users: { ann: {}, bob: {}, cid: {} },
    channels: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `messaging:room-${String(index).padStart(4, '0')}`,
        { created_by_id: 'ann', ...settings },
      ]),
    ),
  };
}

async function aWorldOf(count: number, settings: JsonObject = {}, options: WorldOptions = {}): Promise<World> {
  const world = await aWorld(options);
  await world.converge(rooms(count, settings));
  world.forget();
  return world;
}

/** Changes some answers to the batch updates and their tasks. */
function answering(change: (path: string, body: JsonObject) => JsonObject | undefined): Middleware {
  return (send) => async (request) => {
    const reply = await send(request);
    const path = new URL(request.url).pathname.replace(/^\/api\/v2/, '');
    if (path !== '/chat/channels/batch' && !path.startsWith('/tasks/')) return reply;
    const body = change(path, JSON.parse(reply.body) as JsonObject);
    return body === undefined ? reply : { ...reply, body: JSON.stringify(body) };
  };
}

async function expectDone(world: World, loaded: Loaded): Promise<void> {
  world.forget();
  expect((await loaded.plan()).changes).toEqual([]);
  expect(opsOf(world.exchanges(), 'write')).toEqual({});
}

describe('a thousand channels', () => {
  test('frozen in ten calls', { timeout: LONG }, async () => {
    const world = await aWorldOf(1000);
    const { plan, report, loaded } = await world.converge(rooms(1000, { frozen: true }));
    expect(opsOf(world.exchanges(), 'write')).toEqual({ ChannelBatchUpdate: 10 });
    expect(plan.operations.map((each) => [each.covers.length, each.settle])).toEqual(Array(10).fill([100, 'task']));
    expect(plan.estimate).toMatchObject({ calls: 10, callsWithoutBatches: 1000 });
    expect(renderTerminal(viewPlan(plan), { color: false, width: 200, calls: false })).toContain(
      'Batch updates of channels: 10 calls and polls of their tasks instead of 1,000 calls.',
    );
    expect(report.calls).toMatchObject({ planned: 10, writes: 10, retries: 0, followUps: 0 });
    expect(report.calls.polls).toBeGreaterThanOrEqual(10);
    await expectDone(world, loaded);
  });

  test('one by one where the policy does not allow it', { timeout: LONG }, async () => {
    const world = await aWorldOf(40);
    const { plan } = await world.converge(rooms(40, { frozen: true }, {}));
    expect(opsOf(world.exchanges(), 'write')).toEqual({ UpdateChannelPartial: 40 });
    expect(plan.estimate.callsWithoutBatches).toBeUndefined();
  });
});

describe('what goes in batches', () => {
  const exact = (list: JsonObject) => ({ members: { mode: 'exact', list } });

  test.each<[string, number, JsonObject, JsonObject, Record<string, number>]>([
    ['nineteen stay single', 19, {}, { frozen: true }, { UpdateChannelPartial: 19 }],
    ['twenty do not', 20, {}, { frozen: true }, { ChannelBatchUpdate: 1 }],
    [
      'a last one by itself is a plain call',
      101,
      {},
      { disabled: true },
      { ChannelBatchUpdate: 1, UpdateChannelPartial: 1 },
    ],
    [
      'translation',
      20,
      {},
      { auto_translation_enabled: true, auto_translation_language: 'de' },
      { ChannelBatchUpdate: 1 },
    ],
    ['never custom data', 20, {}, { frozen: true, custom: { color: 'red' } }, { UpdateChannelPartial: 20 }],
    ['never overrides', 20, {}, { config_overrides: { replies: false } }, { UpdateChannelPartial: 20 }],
    ['never a cooldown', 20, {}, { cooldown: 5 }, { UpdateChannelPartial: 20 }],
    ['members', 20, {}, { members: ['bob'] }, { ChannelBatchUpdate: 1 }],
    ['never members with data', 20, {}, { members: { bob: { custom: { seat: 1 } } } }, { UpdateChannel: 20 }],
    ['never members with a cooldown', 20, {}, { members: ['bob'], cooldown: 5 }, { UpdateChannel: 20 }],
    ['never invitations', 20, {}, { members: { bob: { invite: true } } }, { UpdateChannel: 20 }],
    ['roles', 20, { members: ['bob'] }, { members: { bob: 'channel_moderator' } }, { ChannelBatchUpdate: 1 }],
    ['settings and members', 20, {}, { frozen: true, members: ['bob'] }, { ChannelBatchUpdate: 2 }],
    [
      'one operation a call',
      20,
      exact({ ann: {}, bob: {} }),
      exact({ cid: {}, bob: 'channel_moderator' }),
      { ChannelBatchUpdate: 3 },
    ],
    [
      'never with an announcement',
      20,
      {},
      { frozen: true, announce: { as: 'ann', on_update: 'Closed' } },
      { UpdateChannelPartial: 20, SendMessage: 20 },
    ],
    [
      'never with one to new members',
      20,
      {},
      { members: ['bob'], announce: { as: 'ann', on_members_added: 'Hi' } },
      { UpdateChannel: 20 },
    ],
  ])('%s', async (_what, count, before, after, expected) => {
    const world = await aWorldOf(count, before);
    const { loaded } = await world.converge(rooms(count, after), { allowMassChange: true });
    expect(opsOf(world.exchanges(), 'write')).toEqual(expected);
    await expectDone(world, loaded);
  });

  test('the members that a creation has no room for', async () => {
    const world = await aWorld();
    const users = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`u${index}`, {}]));
    const declared = rooms(20, { members: Object.keys(users) });
    await world.converge({ ...declared, users: { ann: {}, ...users } });
    expect(opsOf(world.exchanges(), 'write')).toEqual({
      ChannelBatchUpdate: 1,
      GetOrCreateChannel: 20,
      UpdateUsers: 2,
    });
  });

  test('removals that disable', async () => {
    const world = await aWorldOf(30);
    const { channels, ...rest } = rooms(30);
    const removed = Object.keys(channels as JsonObject).map((cid) => `channel.${cid}`);
    await world.converge({ ...rest, removed }, { allowDelete: true, allowMassChange: true });
    expect(opsOf(world.exchanges(), 'write')).toEqual({ ChannelBatchUpdate: 1 });
  });

  test('not a channel that is thawed for a message', async () => {
    const world = await aWorldOf(20, { frozen: true });
    const messages = { hello: { user_id: 'ann', text: 'Hello' } };
    await world.converge(rooms(20, { frozen: true, messages }));
    expect(opsOf(world.exchanges(), 'write')).toEqual({ SendMessage: 20, UpdateChannelPartial: 40 });
  });
});

describe('what does not work out', () => {
  test('without the feature plain calls go out, and it is asked for once', { timeout: LONG }, async () => {
    const world = await aWorldOf(250, {}, { emulator: { assume: { channel_batch_update: 'b' } } });
    const { report, loaded } = await world.converge(rooms(250, { frozen: true }));
    expect(opsOf(world.exchanges(), 'write')).toEqual({ ChannelBatchUpdate: 1, UpdateChannelPartial: 250 });
    expect(report.calls).toMatchObject({ planned: 3, writes: 1, followUps: 250, polls: 0 });
    expect(report.diagnostics.map((each) => each.code)).toEqual(['batch-unavailable']);
    await expectDone(world, loaded);
  });

  test('a refused batch goes out in plain calls', async () => {
    const world = await aWorldOf(40);
    world.interpose((send) => (request) => {
      if (!request.url.includes('/channels/batch')) return send(request);
      const body = JSON.stringify({ code: 4, StatusCode: 400, message: 'no', duration: '0' });
      return Promise.resolve({ status: 400, body, headers: () => undefined });
    });
    const { report } = await world.converge(rooms(40, { frozen: true }));
    expect(opsOf(world.exchanges(), 'write')).toEqual({ ChannelBatchUpdate: 1, UpdateChannelPartial: 40 });
    expect(report.diagnostics).toEqual([]);
  });

  test('channels that the task reports as failed get plain calls', async () => {
    const world = await aWorldOf(60);
    const bad = ['messaging:room-0003', 'messaging:room-0017'];
    // The one says that it failed, the other that something nobody asked for did.
    world.interpose(
      answering((path, body) => {
        const result = body['result'];
        if (!path.startsWith('/tasks/') || !isObject(result)) return undefined;
        const failed_channels = [
          { reason: 'busy', cids: bad },
          { reason: 'odd', cids: ['messaging:other'] },
        ];
        return { ...body, result: { ...result, failed_channels } };
      }),
    );
    const { report } = await world.converge(rooms(60, { frozen: true }));
    expect(opsOf(world.exchanges(), 'write')).toEqual({ ChannelBatchUpdate: 1, UpdateChannelPartial: 2 });
    expect(
      world
        .exchanges()
        .filter((each) => each.op === 'UpdateChannelPartial')
        .map((each) => each.path),
    ).toEqual(bad.map((cid) => `/api/v2/chat/channels/${cid.replace(':', '/')}`));
    expect(report.calls).toMatchObject({ writes: 1, followUps: 2 });
  });

  test('a failed task is looked at, and what it left gets plain calls', async () => {
    const world = await aWorldOf(60);
    world.interpose(
      answering((path, body) =>
        path.startsWith('/tasks/') && body['status'] === 'completed'
          ? {
              ...body,
              status: 'failed',
              error: { type: 'error', description: 'rate limit', stacktrace: '', version: '' },
            }
          : undefined,
      ),
    );
    await world.converge(rooms(60, { frozen: true }));
    // All was done, whatever the task says.
    expect(opsOf(world.exchanges(), 'write')).toEqual({ ChannelBatchUpdate: 1 });

    // Here nothing was.
    world.interpose((send) => (request) => {
      const answer = (status: number, body: JsonObject) =>
        Promise.resolve({ status, body: JSON.stringify({ duration: '0', ...body }), headers: () => undefined });
      if (request.url.includes('/channels/batch')) return answer(201, { task_id: 'lazy' });
      if (!request.url.includes('/tasks/lazy')) return send(request);
      return answer(200, { task_id: 'lazy', status: 'failed', created_at: 1, updated_at: 1, error: { type: 'late' } });
    });
    world.forget();
    const { report } = await world.converge(rooms(60, { frozen: true, disabled: true }));
    expect(opsOf(world.exchanges(), 'write')).toEqual({ ChannelBatchUpdate: 1, UpdateChannelPartial: 60 });
    expect(report.calls.followUps).toBe(60);
  });

  test.each(FAULTS)('%s, at each of the calls', { timeout: LONG }, async (fault) => {
    for (let at = 0; at < 2; at++) {
      const world = await aWorldOf(25, { members: ['ann'] });
      const loaded = await world.load(rooms(25, { frozen: true, members: ['ann', 'bob'] }));
      const plan = await loaded.plan();
      expect(plan.operations).toHaveLength(2);
      world.interpose(breakWrite(fault, at).middleware);
      const report = await loaded.apply(plan);
      world.interpose(undefined);
      expect(outcomeOf(plan, report).converged, tell(report)).toBe(true);
      await expectDone(world, loaded);
    }
  });

  test('a run that ends half-way is finished by the next one', { timeout: LONG }, async () => {
    const world = await aWorldOf(280);
    const loaded = await world.load(rooms(280, { frozen: true }));
    const plan = await loaded.plan();
    const stop = new AbortController();
    let seen = 0;
    world.interpose((send) => (request) => {
      if (request.url.includes('/channels/batch') && ++seen === 2) stop.abort();
      return send(request);
    });
    const report = await loaded.apply(plan, { signal: stop.signal, concurrency: 1 });
    expect(report.interrupted).toBe(true);
    world.interpose(undefined);
    const done = [...report.results.values()].filter((result) => result.status === 'done').length;
    expect(done).toBe(200);
    world.forget();
    const again = await world.converge(rooms(280, { frozen: true }));
    expect(again.plan.changes).toHaveLength(80);
    expect(opsOf(world.exchanges(), 'write')).toEqual({ ChannelBatchUpdate: 1 });
  });

  test('limits of the API are waited for', { timeout: LONG }, async () => {
    const world = await aWorldOf(260);
    let sent = 0;
    world.interpose((send) => (request) => {
      if (!request.url.includes('/channels/batch') || sent++ % 3 !== 1) return send(request);
      const body = JSON.stringify({ code: 9, StatusCode: 429, message: 'Too many requests', duration: '0' });
      const headers = (name: string) => (name.toLowerCase() === 'retry-after' ? '2' : undefined);
      return Promise.resolve({ status: 429, body, headers });
    });
    const { report } = await world.converge(rooms(260, { frozen: true }));
    expect(report.calls).toMatchObject({ writes: 3, followUps: 0 });
    expect(sent).toBeGreaterThan(3);
  });

  test('a saved plan is taken up with its batches, and what was done by then is left out', async () => {
    const world = await aWorldOf(130);
    const loaded = await world.load(rooms(130, { frozen: true }));
    const plan = await loaded.plan();
    const file = saved(plan);
    expect(reread(file).plan.estimate.callsWithoutBatches).toBe(130);
    const whole = await loaded.resume(reread(file).plan);
    expect(whole.plan.operations).toEqual(plan.operations);
    for (let index = 0; index < 115; index++) {
      const path = `/chat/channels/messaging/room-${String(index).padStart(4, '0')}`;
      await world.call('PATCH', path, { set: { frozen: true } });
    }
    const rest = await loaded.resume(reread(file).plan);
    expect(rest.settled).toHaveLength(115);
    // Too few are left for a batch.
    expect(rest.plan.operations).toHaveLength(15);
    expect(rest.plan.estimate.callsWithoutBatches).toBeUndefined();
    const report = await loaded.apply(rest.plan);
    expect(outcomeOf(rest.plan, report).converged).toBe(true);
    await expectDone(world, loaded);
  });
});
