/** Whatever changes, what a customer wrote stays, and every reply is still as described: new members aside. */
import { describe, expect, test } from 'vitest';
import { createEmulator, type EmulatorOptions } from '../../src/emulator/index.ts';
import { loadContract } from '../support/contract.ts';
import { olderBody, olderClient, olderPath } from './generations.ts';
import { aClock, client, type Reply } from './support.ts';
import { UNDESCRIBED, WALK } from './walk.ts';

const dir = process.env['CHAT_CONTRACT_DIR'];
const NONBREAKING = { profile: 'nonbreaking' } as const;

async function aPair(options: EmulatorOptions = {}) {
  const clock = aClock();
  const make = (more: EmulatorOptions) =>
    createEmulator({ rateLimits: 'off', seed: 7, now: clock.now, ...options, ...more });
  return { clock, plain: await make({}), changed: await make({ chaos: NONBREAKING }) };
}

/** Members that are in the plain reply must be in the changed one, as they were but for their order. */
function lost(plain: unknown, changed: unknown, at: string): string[] {
  if (Array.isArray(plain) && Array.isArray(changed)) {
    if (changed.length < plain.length) return [`${at} is shorter`];
    if (UNORDERED.test(at)) {
      return plain.flatMap((item, index) => {
        const best = changed.map((other) => lost(item, other, `${at}[${index}]`).filter((text) => !OPEN.test(text)));
        return best.sort((a, b) => a.length - b.length)[0] ?? [];
      });
    }
    return plain.flatMap((item, index) => lost(item, changed[index], `${at}[${index}]`));
  }
  if (typeof plain === 'object' && plain !== null && typeof changed === 'object' && changed !== null) {
    const now = changed as Record<string, unknown>;
    return Object.entries(plain).flatMap(([key, value]) =>
      key in now ? lost(value, now[key], `${at}.${key}`) : [`${at}.${key} is gone`],
    );
  }
  return Object.is(plain, changed) ? [] : [`${at} was ${JSON.stringify(plain)}, is ${JSON.stringify(changed)}`];
}

/** Lists that may come in another order. */
const UNORDERED =
  /\.(blocklists|commands|event_hooks|event_types|filter_tags|own_capabilities|permissions|push_providers|roles|scopes|tags|teams|webhook_events)$|\.grants\.\w+$|^(?!QueryMembers).*\.members$/;
/** What the API alone says, and may say otherwise. */
const OPEN =
  /\.(duration|message|more_info|organization|placement|suspended_explanation) was|\.exception_fields|\.role was .*, is "participant"|^GetTask\.status was/;

/** The description lists what capabilities there are; all else that is open it leaves open. */
function withoutNewCapability(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body).replaceAll(/,?"transcribe-channel"/g, ''));
}

describe.each([1, 2] as const)('generation %i', (generation) => {
  const contract = dir === undefined ? undefined : loadContract(dir, generation);

  test('every reply says what the plain one says', { timeout: 60_000 }, async () => {
    const { clock, plain, changed } = await aPair();
    const callers = [plain, changed].map((emulator) => {
      if (generation === 2) return client(emulator).call;
      const call = olderClient(emulator);
      return (method: string, path: string, body?: unknown) => call(method, olderPath(path), olderBody(body));
    });
    const named: Record<string, string> = {};
    for (const [method, template, body] of WALK) {
      clock.pass(1000);
      const path = template.replace(/\{(\w+)\}/, (_, name: string) => named[name] ?? '');
      const [one, other] = (await Promise.all(callers.map((call) => call(method, path, body)))) as [Reply, Reply];
      const op = changed.log.at(-1)?.op ?? '';
      expect(other.status, path).toBe(one.status);
      const isFailure = one.status >= 400;
      const problems = lost(one.body, other.body, op).filter((text) => !OPEN.test(text));
      expect({ path, problems }).toEqual({ path, problems: [] });
      if (isFailure) expect(other.body).toMatchObject({ StatusCode: one.status, code: one.body.code });
      else expect(Object.keys(other.body).length, path).toBeGreaterThan(Object.keys(one.body).length);
      if (contract?.operations.includes(op) === true && !Object.hasOwn(UNDESCRIBED, op)) {
        const wrong = contract.checkReply(op, other.status, withoutNewCapability(other.body));
        expect({ path, wrong }).toEqual({ path, wrong: [] });
      }
      if (typeof one.body.task_id === 'string') named['task'] = one.body.task_id;
      if (typeof one.body.blocklist?.id === 'string') named['list'] = one.body.blocklist.id;
      if (typeof one.body.vote?.id === 'string') named['vote'] = one.body.vote.id;
      if (typeof one.body.file === 'string') named['file'] = encodeURIComponent(one.body.file);
    }
    expect(JSON.stringify(changed.snapshot())).toBe(JSON.stringify(plain.snapshot()));
  });
});

describe('changes', () => {
  async function calls(options: EmulatorOptions = {}) {
    const emulator = await createEmulator({ seed: 7, chaos: NONBREAKING, rateLimits: 'off', ...options });
    return client(emulator);
  }

  test('members that nobody knows, at every level and of every kind', async () => {
    const { call } = await calls();
    const kinds = new Set<string>();
    const unknown = new Set(['insights', 'revision_info', 'experimental', 'origin_region', 'flags_v3', 'related']);
    const levels = new Set<string>();
    const look = (value: unknown, at: string): void => {
      if (Array.isArray(value)) for (const item of value) look(item, `${at}[]`);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, member] of Object.entries(value)) {
          if (unknown.has(key)) {
            levels.add(at);
            kinds.add(member === null ? 'null' : Array.isArray(member) ? 'list' : typeof member);
          } else look(member, `${at}.${key}`);
        }
      }
    };
    look((await call('GET', '/app')).body, '');
    look((await call('GET', '/chat/channeltypes')).body, '');
    look((await call('GET', '/permissions')).body, '');
    expect(kinds).toEqual(new Set(['boolean', 'number', 'string', 'null', 'list', 'object']));
    for (const level of ['', '.app', '.app.push_notifications', '.channel_types.team', '.app.channel_configs.team'])
      expect(levels).toContain(level);
    // Entries of maps are no members.
    for (const level of ['.channel_types', '.app.grants', '.channel_types.team.grants'])
      expect(levels).not.toContain(level);
  });

  test('customer data gets another order and nothing else', async () => {
    const { call } = await calls();
    const custom = { a: 1, b: { c: [{ d: 1, e: 2 }], f: null }, g: 'x', h: 1, i: 2 };
    const orders = new Set<string>();
    for (let n = 0; n < 5; n++) {
      const { body } = await call('POST', '/users', { users: { ann: { id: 'ann', custom } } });
      expect(body.users.ann.custom).toEqual(custom);
      expect(Object.keys(body.users)).toEqual(['ann']);
      orders.add(Object.keys(body.users.ann.custom).join());
    }
    expect(orders.size).toBeGreaterThan(2);
  });

  test('other texts with the same codes', async () => {
    const { call } = await calls();
    const { status, body } = await call('POST', '/users', { users: { ann: { id: 'ann', online: true } } });
    expect([status, body.StatusCode, body.code]).toEqual([400, 400, 4]);
    expect(body.message).not.toContain('UpdateUsers');
    expect(body.exception_fields).toEqual({ 'users[ann].online': 'not allowed' });
  });

  test('built-in things that are new', async () => {
    const { call } = await calls();
    const has = (list: unknown, entry: object) =>
      expect(list).toEqual(expect.arrayContaining([expect.objectContaining(entry)]));
    has((await call('GET', '/roles')).body.roles, { name: 'global_auditor', custom: false });
    has((await call('GET', '/permissions')).body.permissions, { level: 'workspace' });
    has((await call('GET', '/blocklists')).body.blocklists, { type: 'phrase' });
    // A page that is not the last is as long as it was asked to be.
    await call('POST', '/blocklists', { name: 'a', words: ['a'] });
    expect((await call('GET', '/blocklists?limit=1')).body.blocklists).toHaveLength(1);
  });

  test('states that are new', async () => {
    const clock = aClock();
    const { call } = await calls({ now: clock.now });
    await call('POST', '/users', { users: { ann: { id: 'ann' } } });
    const { task_id: id } = (await call('POST', '/users/delete', { user_ids: ['ann'] })).body;
    const states = [];
    for (let n = 0; n < 3; n++) {
      states.push((await call('GET', `/tasks/${id}`)).body.status);
      clock.pass(100);
    }
    expect(states).toEqual(['queued', 'post_processing', 'completed']);
  });

  test('headers come and go', async () => {
    const { call } = await calls({ rateLimits: 'default' });
    const replies = [];
    for (let n = 0; n < 10; n++) replies.push((await call('GET', '/app')).headers);
    expect(replies.every((headers) => headers.get('x-stream-edge') === 'edge-7')).toBe(true);
    expect(replies.every((headers) => headers.get('content-type') === 'application/json; charset=utf-8')).toBe(true);
    expect(new Set(replies.map((headers) => headers.has('x-ratelimit-reset')))).toEqual(new Set([true, false]));
  });

  test('only as often as is wanted', async () => {
    const { call } = await calls({ chaos: { ...NONBREAKING, probability: 0.3 } });
    const longs = [];
    for (let n = 0; n < 100; n++) longs.push((await call('GET', '/app')).body.duration.startsWith('0000'));
    const share = longs.filter(Boolean).length / longs.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.45);
  });

  test('lists that have no order, in another one; lists that have one, in theirs', async () => {
    const { call } = await calls({ chaos: { ...NONBREAKING, odds: { lists: 1 } } });
    const orders = { roles: new Set<string>(), grants: new Set<string>() };
    await call('POST', '/blocklists', { name: 'a', words: ['a', 'b', 'c'] });
    for (let n = 0; n < 5; n++) {
      orders.roles.add((await call('GET', '/roles')).body.roles.map((role: { name: string }) => role.name).join());
      const { app } = (await call('GET', '/app')).body;
      orders.grants.add(app.grants.moderator.join());
      expect((await call('GET', '/blocklists/a')).body.blocklist.words).toEqual(['a', 'b', 'c']);
    }
    for (const seen of Object.values(orders)) expect(seen.size).toBeGreaterThan(2);
  });

  test('routes that were unknown until now', async () => {
    const { call } = await calls({ chaos: { ...NONBREAKING, odds: { endpoints: 1 } } });
    expect(await call('GET', '/chat/insights')).toMatchObject({ status: 200, body: { insights: [] } });
    expect(await call('GET', '/chat/insight')).toMatchObject({ status: 404, body: { code: 16 } });
  });

  test('each kind by its own odds, and by those alone', async () => {
    const emulator = await createEmulator({ seed: 7, rateLimits: 'off' });
    const { call } = client(emulator);
    const plain = JSON.stringify((await call('GET', '/roles')).body.roles);
    emulator.setChaos({ ...NONBREAKING, odds: { lengths: 0.5 } });
    let longs = 0;
    for (let n = 0; n < 100; n++) {
      const { body } = await call('GET', '/roles');
      expect(JSON.stringify(body.roles)).toBe(plain);
      expect(Object.keys(body).sort()).toEqual(['duration', 'roles']);
      if (body.duration.startsWith('0000')) longs += 1;
    }
    expect(longs).toBeGreaterThan(30);
    expect(longs).toBeLessThan(70);
  });
});
