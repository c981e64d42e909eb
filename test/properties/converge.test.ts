/** Laws of whole runs: whatever was there and whatever is wanted, one apply brings it about, and touches nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import type { Plan } from '../../src/core/plan.ts';
import { type BesideCall, configuration, meddling, settings, shuffled } from '../support/arbitraries.ts';
import { mayUncover, unforeseen } from '../support/unforeseen.ts';
import { aWorld, type Loaded, opsOf, type RunOptions, tell, type World } from '../support/world.ts';

const ANYTHING: RunOptions = { allowDelete: true, allowMassChange: true };
const RUNS = 60;
const LIMIT = 300_000;

async function meddle(world: World, calls: readonly BesideCall[]): Promise<void> {
  for (const { method, path, body } of calls) await world.call(method, path, body);
}

/** The whole plan but for its times. */
function untimed(plan: Plan): string {
  return JSON.stringify({ ...plan, readAt: 0, madeAt: 0 });
}

/** An app with a past: another configuration, and what others did to it. Admins stay, or a guard would stop the plan. */
async function anApp(past: JsonObject, calls: readonly BesideCall[]): Promise<World> {
  const world = await aWorld();
  await world.call('POST', '/users', { users: { root: { id: 'root', role: 'admin' } } });
  await world.converge(past, ANYTHING);
  await meddle(world, calls);
  world.forget();
  return world;
}

describe('a run', () => {
  test(
    'converges in the calls that it planned, and the next plan is empty',
    async () => {
      await fc.assert(
        fc.asyncProperty(configuration, meddling, configuration, async (past, calls, next) => {
          const world = await anApp(past, calls);
          const loaded = await world.load(next);
          const plan = await loaded.plan(ANYTHING);
          expect(opsOf(world.exchanges(), 'write')).toEqual({});
          const report = await loaded.apply(plan, ANYTHING);
          expect(tell(report)).toBe(tell({ ...report, results: new Map(), notConverged: [], diagnostics: [] }));
          expect(report.calls).toMatchObject({ writes: plan.operations.length, retries: 0 });
          if (!mayUncover(plan)) expect(report.calls.followUps).toBe(0);
          world.forget();
          const again = await loaded.plan(ANYTHING);
          expect(unforeseen(again, plan)).toEqual([]);
          await loaded.apply(again, ANYTHING);
          expect(opsOf(world.exchanges(), 'write')).toEqual(again.operations.length === 0 ? {} : expect.anything());
          expect((await loaded.plan(ANYTHING)).changes).toEqual([]);
        }),
        settings(RUNS),
      );
    },
    LIMIT,
  );

  test(
    'makes no more calls than its changes take',
    async () => {
      await fc.assert(
        fc.asyncProperty(configuration, meddling, configuration, async (past, calls, next) => {
          const world = await anApp(past, calls);
          const plan = await world.plan(next, ANYTHING);
          expect(plan.operations.length).toBeLessThanOrEqual(mostCalls(plan));
          const addresses = new Set(plan.changes.map((change) => change.address));
          const covered = new Set(plan.operations.flatMap((operation) => operation.covers));
          expect([...covered].filter((address) => !addresses.has(address))).toEqual([]);
          expect([...addresses].filter((address) => !covered.has(address))).toEqual([]);
          expect(plan.operations.filter((operation) => operation.covers.length === 0)).toEqual([]);
        }),
        settings(RUNS),
      );
    },
    LIMIT,
  );

  test(
    'leaves alone what it does not manage, bit for bit',
    async () => {
      await fc.assert(
        fc.asyncProperty(configuration, meddling, configuration, async (past, calls, next) => {
          const world = await anApp(past, calls);
          const loaded = await world.load(next);
          const before = tables(world);
          const plan = await loaded.plan(ANYTHING);
          expect(tables(world)).toEqual(before);
          await loaded.apply(plan, ANYTHING);
          const was = foreign(before, plan);
          const now = foreign(tables(world), plan);
          expect(Object.fromEntries(Object.keys(was).map((key) => [key, now[key]]))).toEqual(was);
        }),
        settings(RUNS),
      );
    },
    LIMIT,
  );

  test(
    'does not depend on the order of keys in the files',
    async () => {
      await fc.assert(
        fc.asyncProperty(configuration, configuration, fc.gen(), async (past, next, generate) => {
          const world = await anApp(past, []);
          const random = (count: number) => generate(fc.nat, { max: count - 1 });
          const [one, two] = [await world.plan(next, ANYTHING), await world.plan(shuffled(next, random), ANYTHING)];
          expect(essence(two)).toEqual(essence(one));
        }),
        settings(RUNS),
      );
    },
    LIMIT,
  );

  test(
    'is the same plan, to the byte, when it is made again',
    async () => {
      await fc.assert(
        fc.asyncProperty(configuration, configuration, async (past, next) => {
          const world = await anApp(past, []);
          const loaded: Loaded = await world.load(next);
          const [one, two] = [await loaded.plan(ANYTHING), await loaded.plan(ANYTHING)];
          expect(untimed(two)).toBe(untimed(one));
        }),
        settings(20),
      );
    },
    LIMIT,
  );
});

/** The upper bound of writing calls, by the table of moves. */
function mostCalls(plan: Plan): number {
  const of = (kind: string, action: string) =>
    plan.changes.filter((change) => change.kind === kind && change.action === action);
  let calls = Math.ceil(of('user', 'create').length / 100) + Math.ceil(of('user', 'update').length / 100);
  for (const change of plan.changes) {
    const { kind, action, next = {} } = change;
    if (kind === 'user') continue;
    const tops = change.fields.map((field) => field.path.split('/').slice(1));
    const messages = isObject(next['messages']) ? Object.keys(next['messages']).length : 0;
    if (kind === 'channel_type' && action === 'create') {
      const later = ['quotes', 'reminders', 'allowed_flag_reasons', 'automod_thresholds'];
      calls += later.some((name) => next[name] !== undefined) ? 2 : 1;
    } else if (kind === 'channel' && action === 'create') {
      const freezes = next['frozen'] === true && messages > 0;
      calls += 1 + (Number(next['cooldown'] ?? 0) > 0 ? 1 : 0) + messages + (freezes ? 1 : 0);
    } else if (kind === 'channel') {
      const ofMembers = tops.filter(([top]) => top === 'members');
      const operations = ofMembers.filter((path) => path.length === 2 || path[2] === 'channel_role').length;
      const patched = new Set(ofMembers.filter((path) => path[2] === 'custom').map((path) => path[1])).size;
      const sent = new Set(tops.filter(([top]) => top === 'messages').map((path) => path[1])).size;
      const data = tops.some(([top]) => top !== 'members' && top !== 'messages');
      const overrides = tops.some(([top]) => top === 'config_overrides');
      const announces = isObject(next['announce']);
      // Around messages a frozen channel is thawed and frozen again; lost overrides are cleared first.
      calls += (data ? 1 : 0) + (overrides ? 1 : 0) + (operations > 0 ? 1 : 0) + patched + sent;
      calls += (announces ? 2 : 0) + (sent > 0 || announces ? 2 : 0);
    } else calls += 1;
  }
  return calls;
}

/** A plan without the order in which its resources and fields stand. */
function essence(plan: Plan): Json {
  const changes = plan.changes.map(({ address, action, fields, heldBack }) => ({
    address,
    action,
    heldBack: heldBack ?? null,
    fields: fields.map((field) => canonicalJson(field as unknown as Json)).sort(),
  }));
  const calls = plan.operations.map(({ call, covers }) => ({ op: call.op, covers: [...covers].sort() }));
  const text = (value: Json) => canonicalJson(value);
  return [changes.map(text).sort(), calls.map(text).sort(), plan.counts as unknown as Json];
}

type Tables = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

function tables(world: World): Tables {
  return structuredClone(world.emulator.snapshot()) as Tables;
}

/** Everything in the app that the plan has no business with. */
function foreign(all: Tables, plan: Plan): JsonObject {
  const touched = new Set(plan.changes.map((change) => change.address));
  const paths = new Map(plan.changes.map((change) => [change.address, change.fields.map((field) => field.path)]));
  const left: Record<string, Json> = {};
  const keep = (address: string, key: string, row: JsonObject) => {
    if (!touched.has(address)) left[key] = row;
  };
  for (const [id, row] of Object.entries(all['users'] ?? {})) {
    keep(`user.${id}`, `user ${id}`, row);
    left[`custom of ${id}`] = others(row['custom'], paths.get(`user.${id}`) ?? [], '/custom');
  }
  for (const [cid, row] of Object.entries(all['channels'] ?? {})) {
    keep(`channel.${cid}`, `channel ${cid}`, row);
    left[`custom of ${cid}`] = others(row['custom'], paths.get(`channel.${cid}`) ?? [], '/custom');
  }
  for (const [key, row] of Object.entries(all['members'] ?? {})) {
    const [cid = '', id = ''] = key.split(' ');
    const own = (paths.get(`channel.${cid}`) ?? []).some((path) => path.startsWith(`/members/${id}`));
    const made = plan.changes.some((change) => change.address === `channel.${cid}` && change.action === 'create');
    if (!own && !made) left[`member ${key}`] = row;
  }
  for (const [name, row] of Object.entries(all['channelTypes'] ?? {})) {
    keep(`channel_type.${name}`, `type ${name}`, row);
    const own = paths.get(`channel_type.${name}`) ?? [];
    const isMade = plan.changes.some((each) => each.address === `channel_type.${name}` && each.action === 'create');
    if (!isMade) left[`grants of ${name}`] = others(row['grants'], own, '/grants');
    if (!isMade) left[`settings of ${name}`] = others(row['settings'], own, '');
  }
  for (const [id, row] of Object.entries(all['roles'] ?? {})) keep(`role.${id}`, `role ${id}`, row);
  for (const [id, row] of Object.entries(all['commands'] ?? {})) keep(`command.${id}`, `command ${id}`, row);
  const app = all['app']?.['app'] ?? {};
  const ofApp = paths.get('app') ?? [];
  left['app'] = others(app['settings'], ofApp, '');
  left['grants of app'] = others(app['grants'], ofApp, '/grants');
  return left;
}

/** The members of a map that no changed path leads to. */
function others(value: Json | undefined, paths: readonly string[], below: string): Json {
  if (!isObject(value)) return {};
  const changed = new Set(
    paths.filter((path) => path.startsWith(`${below}/`)).map((path) => path.slice(below.length + 1).split('/')[0]),
  );
  const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
  return Object.fromEntries(Object.entries(value).filter(([name]) => !changed.has(escaped(name))));
}
