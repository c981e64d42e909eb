/** The impacts of a plan: who is affected is asked for once and cheaply, and the plan goes without where nobody answers. */
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/core/address.ts';
import { CallError } from '../../src/core/call.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { Plan, Waiver } from '../../src/core/plan.ts';
import { makePlan, type PlanOptions } from '../../src/reconcile.ts';
import { contextOf, desiredOf, payloadOf, planOptions, SmallApp, type Wish } from './support.ts';

const NOW = Date.parse('2026-10-01T12:00:00Z');
const LIVESTREAM = { typing_events: true, replies: true, max_message_length: 500 };

interface Situation {
  readonly app?: SmallApp;
  readonly options?: Partial<PlanOptions>;
  readonly waivers?: readonly Waiver[];
}

const plan = (wish: Wish, { app = new SmallApp(), options, waivers = [] }: Situation = {}): Promise<Plan> =>
  makePlan(contextOf(app, desiredOf(wish, { policy: { waivers } })), { ...planOptions(app, options), now: () => NOW });

const aWaiver = (code: string, address: string, expires = '2026-12-31'): Waiver => ({
  code,
  address,
  names: parseAddress(address) ?? [],
  reason: 'because',
  expires,
  at: '/policy/waivers/0',
});

const users = (count: number, role: string): Record<string, JsonObject> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`u${index}`, { role }]));

/** Takes a permission from vip. */
const TAKEN: Wish = { app: { '': { grants: { vip: [] } } } };
const vips = (count: number) => new SmallApp({ app: { grants: { vip: ['search-user'] } }, users: users(count, 'vip') });

describe('the number of affected', () => {
  test.each([
    [0, { what: 'user', count: 0, more: false }],
    [99, { what: 'user', count: 99, more: false }],
    [100, { what: 'user', count: 100, more: true }],
    [130, { what: 'user', count: 100, more: true }],
  ])('of %i is exact below a page', async (count, affected) => {
    const app = vips(count);
    const made = await plan(TAKEN, { app });
    expect(made.impacts).toMatchObject([{ code: 'CB01', address: 'app', path: '/grants/vip', affected }]);
    expect(app.calls.filter((call) => call.op === 'QueryUsers').map(payloadOf)).toEqual([
      { filter_conditions: { role: 'vip' }, limit: 100 },
    ]);
  });

  test('is asked for once where several impacts want the same', async () => {
    const app = new SmallApp({ types: { livestream: LIVESTREAM } });
    const made = await plan({ channel_type: { livestream: { typing_events: false, replies: false } } }, { app });
    expect(made.impacts.map((impact) => [impact.code, impact.affected?.count])).toEqual([
      ['CB03', 0],
      ['CB03', 0],
    ]);
    expect(app.ops.filter((op) => op === 'QueryChannels')).toHaveLength(1);
  });

  test('is not asked for without an impact', async () => {
    const app = new SmallApp({ types: { livestream: LIVESTREAM } });
    const made = await plan({ channel_type: { livestream: { max_message_length: 600 } } }, { app });
    expect(made.impacts).toEqual([]);
    expect(app.ops).toEqual(['GetApp', 'ListChannelTypes']);
  });

  test('is asked for twenty times at most', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `t${index}`);
    const types = Object.fromEntries(names.map((name) => [name, LIVESTREAM]));
    const app = new SmallApp({ types });
    const wish = Object.fromEntries(names.map((name) => [name, { replies: false }]));
    const made = await plan({ channel_type: wish }, { app });
    expect(made.impacts).toHaveLength(25);
    expect(made.impacts.filter((impact) => impact.affected !== undefined)).toHaveLength(20);
    expect(app.ops.filter((op) => op === 'QueryChannels')).toHaveLength(20);
  });

  test.each([
    ['a refusal', () => new CallError('QueryUsers', { status: 403, code: 17, message: 'no', unclear: false })],
    ['an answer of another shape', (): JsonObject => ({ users: null })],
  ])('is left out after %s, and the plan stands', async (_name, answer) => {
    const app = vips(3);
    app.answers.set('QueryUsers', answer);
    const made = await plan(TAKEN, { app });
    expect(made.impacts).toMatchObject([{ code: 'CB01' }]);
    expect(made.impacts[0]).not.toHaveProperty('affected');
    expect(made.operations).toHaveLength(1);
  });

  test('does not hide a bug', async () => {
    const app = vips(3);
    app.answers.set('QueryUsers', () => {
      throw new Error('a bug');
    });
    await expect(plan(TAKEN, { app })).rejects.toThrow('a bug');
  });
});

describe('held-back changes', () => {
  test('have no impact, and keep their waivers', async () => {
    const app = new SmallApp({ types: { rooms: LIVESTREAM }, users: { ann: {} } });
    const desired = desiredOf(
      {},
      {
        removed: [{ kind: 'user', id: 'ann', onRemoval: 'hard_delete' }],
        policy: { waivers: [aWaiver('DL01', 'user.ann')] },
      },
    );
    const held = await makePlan(contextOf(app, desired), { ...planOptions(app), now: () => NOW });
    expect(held.impacts).toEqual([]);
    expect(held.diagnostics).toEqual([]);
    const going = await makePlan(contextOf(app, desired), { ...planOptions(app), allowDelete: true, now: () => NOW });
    expect(going.impacts).toMatchObject([{ code: 'DL01', waiver: { reason: 'because', expires: '2026-12-31' } }]);
  });
});

describe('waivers', () => {
  test('that have expired are a warning and do not count', async () => {
    const made = await plan(TAKEN, { app: vips(1), waivers: [aWaiver('CB01', 'app.grants', '2026-09-30')] });
    expect(made.impacts[0]).not.toHaveProperty('waiver');
    expect(made.diagnostics).toMatchObject([
      { severity: 'warning', code: 'waiver-expired', subject: 'app.grants', source: { file: 'chat.config.yaml' } },
    ]);
  });

  test('that match nothing are a note, but for a run of a part', async () => {
    const waivers = [aWaiver('CB04', 'channel_type.livestream')];
    const made = await plan(TAKEN, { app: vips(1), waivers });
    expect(made.diagnostics).toMatchObject([{ severity: 'note', code: 'waiver-unused' }]);
    const target = [{ text: 'app', matches: (kind: string) => kind === 'app' }];
    const part = await plan(TAKEN, { app: vips(1), waivers, options: { target } });
    expect(part.diagnostics).toEqual([]);
  });
});
