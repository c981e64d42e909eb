/** Carrying out a plan against a toy API: what goes out, what fails with what, what is said about it, and what is checked. */
import { describe, expect, test } from 'vitest';
import { CallError, type Reply, RUN, write } from '../../src/core/call.ts';
import { asObject, isObject, type JsonObject } from '../../src/core/json.ts';
import type { Kind } from '../../src/core/kind.ts';
import type { ApplyEvent } from '../../src/core/plan.ts';
import { step } from '../../src/core/steps.ts';
import {
  aChange,
  aCreate,
  aPlan,
  carryOut,
  echoOf,
  lost,
  planOf,
  refusal,
  resultsOf,
  runPlan,
  ToyApi,
  toyKind,
} from './support.ts';

const role = toyKind({ name: 'role' });
const user = toyKind({ name: 'user', after: ['role'], batch: true, repeat: 'free' });
const both = [role, user];

const names = (events: readonly ApplyEvent[]) =>
  events.map((event) =>
    'operation' in event
      ? `${event.type} ${event.operation.call.op}`
      : event.type === 'stage'
        ? `stage ${event.stage.title}`
        : event.type,
  );
// biome-ignore lint/correctness/useYield: it throws instead.
async function* throwing(): AsyncGenerator<never> {
  throw new TypeError('a bug');
}
const ok = (body: JsonObject = {}): Reply => ({ status: 200, body });

describe('success', () => {
  test('everything planned goes out once, in stages, and is held against the live side', async () => {
    const api = new ToyApi({ 'user.old': { x: 1 }, 'role.gone': {} });
    const { report, events } = await carryOut(
      { 'user.new': { x: 2, needs: ['role.vip'] }, 'user.old': { x: 3 }, 'role.vip': { x: 0 }, 'role.gone': 'remove' },
      both,
      api,
    );
    expect(api.written).toEqual(['Create role vip', 'Create user new', 'Change user old', 'Delete role gone']);
    expect(resultsOf(report)).toEqual({
      'role.vip': 'done',
      'user.new': 'done',
      'user.old': 'done',
      'role.gone': 'done',
    });
    expect(report).toMatchObject({
      notConverged: [],
      interrupted: false,
      diagnostics: [],
      calls: { planned: 4, writes: 4, retries: 0, polls: 0, followUps: 0, verification: 2 },
    });
    expect(names(events)).toEqual([
      'stage roles',
      'started Create role',
      'succeeded Create role',
      'stage users',
      'started Create user',
      'started Change user',
      'succeeded Create user',
      'succeeded Change user',
      'stage remove roles',
      'started Delete role',
      'succeeded Delete role',
      'verifying',
    ]);
    expect(Object.fromEntries(api.store)).toEqual({ 'user.old': { x: 3 }, 'user.new': { x: 2 }, 'role.vip': { x: 0 } });
  });

  test('applied again, there is nothing to do', async () => {
    const wish = { 'user.a': { x: 1 }, 'role.b': { y: [1] } };
    const { api } = await carryOut(wish, both, new ToyApi());
    expect((await planOf(wish, both, api)).operations).toEqual([]);
  });

  test('a plan of nothing sends nothing', async () => {
    const { report, api, events } = await runPlan(aPlan([], both), both, new ToyApi());
    expect(api.calls).toEqual([]);
    expect(events).toEqual([]);
    expect(report.results.size).toBe(0);
  });

  test('the time it took', async () => {
    const { report } = await carryOut({ 'role.a': { x: 1 } }, both, new ToyApi());
    expect(report.seconds).toBeCloseTo(0.002, 5);
  });

  test('at most so many calls are in flight', async () => {
    let flying = 0;
    let most = 0;
    const kind = toyKind({ name: 'role' });
    const api = new ToyApi();
    const send = api.send.bind(api);
    api.send = async (call) => {
      most = Math.max(most, ++flying);
      await new Promise((resolve) => setImmediate(resolve));
      flying -= 1;
      return send(call);
    };
    const wish = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`role.${index}`, { x: 1 }]));
    await carryOut(wish, [kind], api, { concurrency: 3 });
    expect(most).toBe(3);
  });

  test('a bug is no failure of a call: it ends the run', async () => {
    const broken = {
      ...role,
      echo: () => {
        throw new TypeError('a bug');
      },
    };
    await expect(carryOut({ 'role.a': { x: 1 } }, [broken], new ToyApi())).rejects.toThrow('a bug');
  });
});

describe('kinds in one stage', () => {
  const channel = toyKind({ name: 'channel', afterMentioned: ['user'] });
  const person = toyKind({ name: 'user' });
  const people = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`user.${index}`, { x: 1 }]));
  const kinds = [channel, person];

  test('go side by side, and each resource after what it mentions', async () => {
    const api = new ToyApi();
    const wish = { 'channel.c': { needs: ['user.4'] }, 'channel.d': { needs: ['user.0'] }, ...people };
    const { report, events } = await carryOut(wish, kinds, api, { concurrency: 2 });
    expect(report).toMatchObject({ notConverged: [], calls: { planned: 11, writes: 11, retries: 0 } });
    const at = (op: string) => api.written.indexOf(op);
    expect(at('Create channel d')).toBeGreaterThan(at('Create user 0'));
    expect(at('Create channel c')).toBeGreaterThan(at('Create user 4'));
    // It waits for nobody else, and not in the order of the files.
    expect(at('Create channel d')).toBeLessThan(at('Create channel c'));
    expect(at('Create channel c')).toBeLessThan(at('Create user 8'));
    expect(names(events).filter((each) => each.startsWith('stage'))).toEqual(['stage channels, users']);
  });

  test('those that wait take no place from others', async () => {
    const waiting = Array.from({ length: 5 }, (_, index) => [`channel.${index}`, { needs: ['user.8'] }]);
    const { report } = await carryOut({ ...Object.fromEntries(waiting), ...people }, kinds, new ToyApi(), {
      concurrency: 1,
    });
    expect(new Set(Object.values(resultsOf(report)))).toEqual(new Set(['done']));
  });

  test('a failure stops only who mentions it', async () => {
    const api = new ToyApi();
    api.failing('Create user', [refusal(400, 4, 'no')]);
    const { report } = await carryOut(
      { 'channel.c': { needs: ['user.0'] }, 'channel.d': { needs: ['user.1'] }, 'user.0': {}, 'user.1': {} },
      kinds,
      api,
    );
    expect(resultsOf(report)).toMatchObject({ 'channel.d': 'done', 'user.1': 'done' });
    expect(report.results.get('channel.c')).toMatchObject({ status: 'not-started' });
  });

  test('a bug in one of them ends all', async () => {
    const api = new ToyApi();
    const send = api.send.bind(api);
    api.send = async (call) => {
      if (call.op === 'Create channel') throw new TypeError('a bug');
      await new Promise((resolve) => setImmediate(resolve));
      return send(call);
    };
    await expect(carryOut({ 'channel.c': {}, ...people }, kinds, api, { concurrency: 1 })).rejects.toThrow('a bug');
    const sent = api.written.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(api.written.length).toBeLessThanOrEqual(sent + 1);
    expect(api.written.length).toBeLessThan(9);
  });
});

describe('partial failure', () => {
  test('stops what needs it, by address, and nothing else', async () => {
    const api = new ToyApi().failing('Create role', [refusal(403, 17, 'not allowed')]);
    const { report, events } = await carryOut(
      {
        'role.vip': { x: 1 },
        'role.host': { x: 1 },
        'user.a': { x: 1, needs: ['role.vip'] },
        'user.b': { x: 1, needs: ['role.host'] },
      },
      both,
      api,
    );
    expect(resultsOf(report)).toEqual({
      'role.vip': 'failed 403/17',
      'role.host': 'done',
      'user.a': 'not-started',
      'user.b': 'done',
    });
    // Both users were one call: the one that can go goes.
    expect(api.written).toEqual(['Create role vip', 'Create role host', 'Create user b']);
    expect(report.results.get('role.vip')).toEqual({
      status: 'failed',
      code: '403/17',
      message: 'not allowed',
      requestId: 'req-1',
    });
    expect(report.results.get('user.a')).toEqual({ status: 'not-started', because: 'it needs role.vip, which failed' });
    expect(events.find((event) => event.type === 'skipped')).toMatchObject({
      because: 'it needs role.vip, which failed',
    });
    expect(events.find((event) => event.type === 'failed')).toMatchObject({ message: 'role.vip: not allowed' });
  });

  test('goes on down the line', async () => {
    const room = toyKind({ name: 'room', after: ['user'] });
    const api = new ToyApi().failing('Create role', [refusal(403, 17)]);
    const { report } = await carryOut(
      { 'role.vip': { x: 1 }, 'user.a': { needs: ['role.vip'] }, 'room.r': { needs: ['user.a'] } },
      [...both, room],
      api,
    );
    expect(report.results.get('room.r')).toEqual({
      status: 'not-started',
      because: 'it needs user.a, which was not started',
    });
  });

  test.each([
    ['a change', { x: 2 }, 'Change role'],
    ['a removal', 'remove' as const, 'Delete role'],
  ])('%s that fails stops nobody: what mentions it is there', async (_name, wish, op) => {
    const api = new ToyApi({ 'role.vip': { x: 1 } }).failing(op, [refusal(403, 17)]);
    const { report } = await carryOut({ 'role.vip': wish, 'user.a': { x: 1, needs: ['role.vip'] } }, both, api);
    expect(resultsOf(report)).toEqual({ 'role.vip': 'failed 403/17', 'user.a': 'done' });
  });

  test('the rest of a chain does not go out after a failure', async () => {
    const kind = toyKind({
      name: 'thing',
      write: () => ['One', 'Two', 'Three'].map((op) => step(write(op, 'POST', `/${op}`, {}, 'free'))),
    });
    const api = new ToyApi().failing('Two', [refusal(403, 17)]);
    const { report, events } = await runPlan(aPlan([aCreate('thing', 'a')], [kind]), [kind], api);
    expect(api.written).toEqual(['One', 'Two']);
    expect(resultsOf(report)).toEqual({ 'thing.a': 'failed 403/17' });
    expect(names(events)).not.toContain('started Three');
  });

  test('applied again, the rest is done', async () => {
    const wish = { 'role.vip': { x: 1 }, 'user.a': { x: 1, needs: ['role.vip'] } };
    const { api } = await carryOut(wish, both, new ToyApi().failing('Create role', [refusal(500, -1)]));
    const { report } = await carryOut(wish, both, api);
    expect(resultsOf(report)).toEqual({ 'role.vip': 'done', 'user.a': 'done' });
  });

  test('a plan that names what it does not hold is a bug', async () => {
    const plan = aPlan([aCreate('role', 'a', { x: 1 })], both);
    await expect(runPlan(plan, [user], new ToyApi())).rejects.toThrow('there is no kind role');
    await expect(runPlan({ ...plan, changes: [] }, both, new ToyApi())).rejects.toThrow(
      'the plan has no change of role.a',
    );
  });

  test('a bug in the transport ends the run', async () => {
    const api = new ToyApi().twist((call) => {
      if (call.op === 'Create role') throw new TypeError('a bug');
      return undefined;
    });
    await expect(carryOut({ 'role.a': { x: 1 } }, both, api)).rejects.toThrow('a bug');
  });

  test('a note of an earlier link stays, and a later one is kept', async () => {
    const kind = toyKind({
      name: 'thing',
      write: () => ['One', 'Two', 'Three'].map((op) => step(write(op, 'POST', `/${op}`, {}, 'exists-is-done'))),
    });
    for (const op of ['One', 'Two', 'Three']) {
      const api = new ToyApi({ 'thing.a': {} }).failing(op, ['lost-after']);
      const { report } = await runPlan(aPlan([aCreate('thing', 'a')], [kind]), [kind], api);
      expect(resultsOf(report)).toEqual({ 'thing.a': 'already' });
    }
  });
});

describe('a refused batch', () => {
  const wishOf = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [`user.${id}`, { x: 1 }]));
  const refusing = (bad: readonly string[], message: (id: string) => string, error = refusal(400, 4)) =>
    new ToyApi().twist((call) => {
      const all = call.op === 'Create user' && isObject(call.body?.['all']) ? Object.keys(call.body['all']) : [];
      const culprit = all.find((id) => bad.includes(id));
      return culprit === undefined
        ? undefined
        : new CallError(call.op, {
            ...error,
            status: error.status,
            code: error.code,
            message: message(culprit),
            unclear: false,
          });
    });

  test('goes out without the one that the refusal names', async () => {
    const api = refusing(['bad'], (id) => `the user ${id} was deleted`, refusal(404, 16));
    const { report, events } = await carryOut(wishOf(['a', 'b', 'bad', 'c']), both, api);
    expect(api.written).toEqual(['Create user a,b,bad,c', 'Create user bad', 'Create user a,b,c']);
    expect(resultsOf(report)).toEqual({
      'user.bad': 'failed 404/16',
      'user.a': 'done',
      'user.b': 'done',
      'user.c': 'done',
    });
    expect(report.calls).toMatchObject({ planned: 1, writes: 1, retries: 2 });
    expect(events.find((event) => event.type === 'retrying')).toMatchObject({
      because: 'a refused batch goes out in parts',
    });
  });

  test('is halved where nobody is named', async () => {
    const api = refusing(['u3'], () => 'one of them is wrong');
    const ids = Array.from({ length: 8 }, (_, index) => `u${index}`);
    const { report } = await carryOut(wishOf(ids), both, api);
    expect(Object.values(resultsOf(report)).filter((result) => result === 'done')).toHaveLength(7);
    expect(resultsOf(report)['user.u3']).toBe('failed 400/4');
    expect(api.written.length).toBe(1 + 2 + 2 + 2);
  });

  test('is halved where several are named', async () => {
    const api = refusing(['a'], () => 'not with a and b');
    const { report } = await carryOut(wishOf(['a', 'b', 'c', 'd']), both, api);
    expect(api.written.slice(0, 3)).toEqual(['Create user a,b,c,d', 'Create user a,b', 'Create user a']);
    expect(resultsOf(report)).toEqual({
      'user.a': 'failed 400/4',
      'user.b': 'done',
      'user.c': 'done',
      'user.d': 'done',
    });
  });

  test('an id inside another one is not named', async () => {
    const api = refusing(['ann-2'], () => 'user ann-2: bad; ann-2 is bad');
    await carryOut(wishOf(['ann', 'ann-2', 'x']), both, api);
    expect(api.written[1]).toBe('Create user ann-2');
  });

  test('an id that stands in the text again, by itself, is named', async () => {
    const api = refusing(['ann'], () => 'annoying: ann is bad');
    await carryOut(wishOf(['ann', 'bob', 'x']), both, api);
    expect(api.written[1]).toBe('Create user ann');
  });

  test('several culprits all end alone', async () => {
    const api = refusing(['b', 'c'], (id) => `bad user: "${id}"`);
    const { report } = await carryOut(wishOf(['a', 'b', 'c', 'd']), both, api);
    expect(resultsOf(report)).toEqual({
      'user.a': 'done',
      'user.b': 'failed 400/4',
      'user.c': 'failed 400/4',
      'user.d': 'done',
    });
  });

  test.each([
    ['a wrong key refuses everybody', refusal(401, 5)],
    ['a broken server too', refusal(500, -1)],
  ])('%s, and is asked once', async (_name, error) => {
    const api = new ToyApi().failing(
      'Create user',
      Array.from({ length: 9 }, () => error),
    );
    const { report } = await carryOut(wishOf(['a', 'b']), both, api);
    expect(api.written).toEqual(['Create user a,b']);
    expect(new Set(Object.values(resultsOf(report)))).toEqual(new Set([`failed ${error.status}/${error.code}`]));
  });
});

describe('a burned id', () => {
  const kind: Kind = {
    ...user,
    explain: (_call, error) => (error.code === 16 ? { code: 'burned-id', detail: 'Use another id.' } : undefined),
    restore: (id) => write('Restore', 'POST', '/restore', { ids: [id] }, 'free'),
  };
  const burned = (restorable = true) =>
    new ToyApi().twist((call, api) => {
      if (call.op === 'Restore') {
        if (!restorable) return refusal(404, 16, 'gone for ever');
        api.store.set('user.bad', { x: 0 });
        return ok();
      }
      const all = isObject(call.body?.['all']) ? Object.keys(call.body['all']) : [];
      return call.op === 'Create user' && all.includes('bad') && !api.store.has('user.bad')
        ? refusal(404, 16, 'the user bad was deleted')
        : undefined;
    });
  const wish = { 'user.bad': { x: 1 }, 'user.good': { x: 1 } };

  test('is reported with its fix', async () => {
    const { report, api } = await carryOut(wish, [role, kind], burned());
    expect(report.results.get('user.bad')).toEqual({
      status: 'failed',
      code: 'burned-id',
      message: 'the user bad was deleted. Use another id.',
      requestId: 'req-1',
    });
    expect(resultsOf(report)['user.good']).toBe('done');
    expect(api.written).not.toContain('Restore bad');
  });

  test('is brought back and patched where the policy says so', async () => {
    const { report, api } = await carryOut(wish, [role, kind], burned(), { restoreBurned: true });
    expect(api.written).toEqual([
      'Create user bad,good',
      'Create user bad',
      'Restore bad',
      'Change user bad',
      'Create user good',
    ]);
    expect(resultsOf(report)).toEqual({ 'user.bad': 'revived', 'user.good': 'done' });
    expect(report.calls).toMatchObject({ writes: 1, retries: 2, followUps: 2 });
    expect(api.store.get('user.bad')).toEqual({ x: 1 });
  });

  test('that comes back as wanted needs no patch', async () => {
    const { report, api } = await carryOut({ 'user.bad': { x: 0 } }, [role, kind], burned(), { restoreBurned: true });
    expect(api.written).toEqual(['Create user bad', 'Restore bad']);
    expect(resultsOf(report)).toEqual({ 'user.bad': 'revived' });
  });

  test('that cannot be brought back fails as such', async () => {
    const { report } = await carryOut(wish, [role, kind], burned(false), { restoreBurned: true });
    expect(report.results.get('user.bad')).toMatchObject({
      status: 'failed',
      code: 'burned-id',
      message: 'gone for ever',
    });
    expect(resultsOf(report)['user.good']).toBe('done');
  });

  test('a kind that cannot restore only reports', async () => {
    const { restore: _restore, ...plain } = kind;
    const { report } = await carryOut(wish, [role, plain], burned(), { restoreBurned: true });
    expect(resultsOf(report)['user.bad']).toBe('failed burned-id');
  });

  test('a bug while restoring ends the run', async () => {
    const api = burned().twist((call) => {
      if (call.op === 'Restore') throw new TypeError('a bug');
      return undefined;
    });
    // The first twist answers a restore, so the bug has to come from the read after it.
    const broken: Kind = { ...kind, restore: (id) => write('Restore bug', 'POST', '/restore', { ids: [id] }, 'free') };
    api.twist((call) => {
      if (call.op === 'Restore bug') throw new TypeError('a bug');
      return undefined;
    });
    await expect(carryOut({ 'user.bad': { x: 1 } }, [role, broken], api, { restoreBurned: true })).rejects.toThrow(
      'a bug',
    );
  });
});

describe('lag: what was made a moment ago is not known everywhere', () => {
  const wish = { 'role.vip': { x: 1 }, 'user.a': { x: 1, needs: ['role.vip'] } };
  const slow = (ms: number, error: CallError) => {
    const made = { at: Number.POSITIVE_INFINITY };
    return new ToyApi().twist((call, api) => {
      if (call.op === 'Create role') made.at = api.time;
      return call.op === 'Create user' && api.time < made.at + ms ? error : undefined;
    });
  };

  test.each([
    ['400/4', refusal(400, 4, 'role "vip" not defined')],
    ['404/16', refusal(404, 16, 'role not found')],
  ])('%s is retried while something mentioned is young', async (_name, error) => {
    const { report, events, api } = await carryOut(wish, both, slow(6000, error));
    expect(resultsOf(report)).toEqual({ 'role.vip': 'done', 'user.a': 'done' });
    expect(api.written.filter((each) => each === 'Create user a').length).toBe(report.calls.retries + 1);
    expect(report.calls.retries).toBeGreaterThan(2);
    expect(events.find((event) => event.type === 'retrying')).toMatchObject({
      because: 'the API does not know a new resource everywhere yet',
    });
  });

  test('until the deadline, and then it is final', async () => {
    const { report, api } = await carryOut(wish, both, slow(1e9, refusal(400, 4, 'no such role')));
    expect(report.results.get('user.a')).toMatchObject({ status: 'failed', code: '400/4', message: 'no such role' });
    const spent = api.time - 1_000_000;
    expect(spent).toBeGreaterThan(15_000);
    expect(spent).toBeLessThan(15_000 + 15_000 + 3000);
  });

  test('a deadline of nothing is final at once', async () => {
    const { api } = await carryOut(wish, both, slow(1e9, refusal(400, 4)), { lagDeadlineMs: 0 });
    expect(api.written).toEqual(['Create role vip', 'Create user a']);
  });

  test.each([
    ['400 of another code', refusal(400, 2)],
    ['404 of another code', refusal(404, 2)],
    ['403', refusal(403, 17)],
    ['429 that the transport gave up on', refusal(429, 9)],
  ])('%s is final at once', async (_name, error) => {
    const { report, api } = await carryOut(wish, both, slow(1e9, error));
    expect(api.written).toEqual(['Create role vip', 'Create user a']);
    expect(resultsOf(report)['user.a']).toBe(`failed ${error.status}/${error.code}`);
  });

  test('a refusal of what mentions nothing young is final at once', async () => {
    const api = new ToyApi({ 'role.vip': { x: 1 } }).failing('Create user', [refusal(400, 4)]);
    const { report } = await carryOut({ 'user.a': { x: 1, needs: ['role.vip'] } }, both, api);
    expect(api.written).toEqual(['Create user a']);
    expect(resultsOf(report)).toEqual({ 'user.a': 'failed 400/4' });
  });

  test('the next step of a resource made a moment ago waits for it as well', async () => {
    const kind = toyKind({
      name: 'thing',
      write: () => ['One', 'Two'].map((op) => step(write(op, 'POST', `/${op}`, {}, 'free'))),
    });
    const api = new ToyApi().failing('Two', [refusal(404, 16), refusal(404, 16)]);
    const { report } = await runPlan(aPlan([aCreate('thing', 'a')], [kind]), [kind], api);
    expect(api.written).toEqual(['One', 'Two', 'Two', 'Two']);
    expect(resultsOf(report)).toEqual({ 'thing.a': 'done' });
  });
});

describe('an answer that got lost', () => {
  test('of a call that may be repeated freely is final: the transport has repeated it', async () => {
    const { report, api } = await carryOut(
      { 'user.a': { x: 1 } },
      both,
      new ToyApi().failing('Create user', [lost('reset')]),
    );
    expect(api.written).toEqual(['Create user a']);
    expect(report.results.get('user.a')).toMatchObject({
      status: 'failed',
      code: '0/-1',
      message: 'reset',
      unclear: true,
    });
  });

  test('of such a call that had its effect all the same: a look finds all as wanted', async () => {
    const api = new ToyApi().failing('Create user', ['lost-after']);
    const { report } = await carryOut({ 'user.a': { x: 1 } }, both, api);
    expect(api.written).toEqual(['Create user a']);
    expect(resultsOf(report)).toEqual({ 'user.a': 'already' });
  });

  test('after the call had its effect: a look finds all as wanted', async () => {
    const { report, api } = await carryOut(
      { 'role.a': { x: 1 } },
      both,
      new ToyApi().failing('Create role', ['lost-after']),
    );
    expect(api.written).toEqual(['Create role a']);
    expect(resultsOf(report)).toEqual({ 'role.a': 'already' });
  });

  test('that no look can clear up: a call that has to be looked for first is not sent again', async () => {
    const kind = toyKind({ name: 'user', repeat: 'read-first' });
    const api = new ToyApi().twist((call) => {
      throw call.effect === 'write'
        ? lost('reset')
        : new CallError(call.op, { status: 500, code: -1, message: 'down', unclear: false });
    });
    const { report } = await runPlan(aPlan([aCreate('user', 'a')], [kind]), [kind], api);
    expect(api.written).toHaveLength(1);
    expect(report.results.get('user.a')).toMatchObject({ status: 'failed', unclear: true });
  });

  test('before the call had its effect: it is sent again', async () => {
    const { report, api, events } = await carryOut(
      { 'role.a': { x: 1 } },
      both,
      new ToyApi().failing('Create role', [lost()]),
    );
    expect(api.written).toEqual(['Create role a', 'Create role a']);
    expect(resultsOf(report)).toEqual({ 'role.a': 'done' });
    expect(report.calls).toMatchObject({ writes: 1, retries: 1 });
    expect(events.find((event) => event.type === 'retrying')).toMatchObject({ because: 'the answer got lost' });
  });

  test('a look that sees an old state leads to a refusal as a duplicate, which a later look clears up', async () => {
    const api = new ToyApi().failing('Create role', ['lost-after']);
    api.lagMs = 4000;
    const { report } = await carryOut({ 'role.a': { x: 1 } }, both, api);
    expect(api.written).toEqual(['Create role a', 'Create role a']);
    expect(resultsOf(report)).toEqual({ 'role.a': 'already' });
  });

  test('a duplicate that is otherwise than wanted stays a failure', async () => {
    const api = new ToyApi().twist((call, toy) => {
      if (call.op !== 'Create role' || toy.store.has('role.a')) return undefined;
      // Somebody else was faster.
      toy.store.set('role.a', { x: 9 });
      return lost();
    });
    const strict: Kind = {
      ...role,
      write: (change) =>
        change.action === 'update' ? role.write({ ...change, action: 'create' }) : role.write(change),
    };
    const { report } = await carryOut({ 'role.a': { x: 1 } }, [strict], api);
    expect(resultsOf(report)).toEqual({ 'role.a': 'failed 400/4' });
  });

  test('again and again: it is given up', async () => {
    const api = new ToyApi().failing(
      'Create role',
      Array.from({ length: 20 }, () => lost()),
    );
    const { report } = await carryOut({ 'role.a': { x: 1 } }, both, api);
    expect(api.written).toHaveLength(4);
    expect(resultsOf(report)).toEqual({ 'role.a': 'failed 0/-1' });
  });

  test('a call that wants a look first is looked after in the same way', async () => {
    const careful = toyKind({ name: 'role', repeat: 'read-first' });
    const { report } = await carryOut(
      { 'role.a': { x: 1 } },
      [careful],
      new ToyApi().failing('Create role', ['lost-after']),
    );
    expect(resultsOf(report)).toEqual({ 'role.a': 'already' });
  });

  test('a 404 tells that a repeat had its effect, where the call ends something', async () => {
    const ending = (repeat: 'read-first' | 'exists-is-done') =>
      toyKind({
        name: 'role',
        write: (change) => [step(write('End role', 'POST', '/end', { ids: [change.id] }, repeat))],
      });
    const ended = () =>
      new ToyApi({ 'role.a': {} }).twist((call, toy) => {
        if (call.op !== 'End role') return undefined;
        toy.store.delete('role.a');
        return refusal(404, 16, 'not found');
      });
    const sure = await carryOut({ 'role.a': 'remove' }, [ending('read-first')], ended());
    expect(resultsOf(sure.report)).toEqual({ 'role.a': 'already' });
    const unsure = await carryOut({ 'role.a': 'remove' }, [ending('exists-is-done')], ended());
    expect(resultsOf(unsure.report)).toEqual({ 'role.a': 'failed 404/16' });
  });

  test('a look that fails proves nothing', async () => {
    const api = new ToyApi().failing('Create role', ['lost-after', lost(), lost(), lost(), lost()]);
    const plan = await planOf({ 'role.a': { x: 1 } }, both, api);
    api.failing(
      'List role',
      Array.from({ length: 40 }, () => refusal(500, -1)),
    );
    const { report } = await runPlan(plan, both, api);
    expect(resultsOf(report)).toEqual({ 'role.a': 'failed 0/-1' });
  });

  test('a bug while looking ends the run', async () => {
    const plan = await planOf({ 'role.a': { x: 1 } }, both, new ToyApi());
    const broken: Kind = { ...role, read: throwing };
    await expect(runPlan(plan, [broken], new ToyApi().failing('Create role', [lost()]))).rejects.toThrow('a bug');
  });

  test('of a removal: gone is gone', async () => {
    const api = new ToyApi({ 'role.a': {} }).failing('Delete role', ['lost-after']);
    const { report } = await carryOut({ 'role.a': 'remove' }, both, api);
    expect(api.written).toEqual(['Delete role a']);
    expect(resultsOf(report)).toEqual({ 'role.a': 'already' });
  });

  test('messages of one resource are told apart by their ids', async () => {
    const send = (id: string) => step(write('Send', 'POST', '/m', { message: { id, text: 'hi' } }, 'exists-is-done'));
    const kind = toyKind({
      name: 'room',
      fields: { '/one': {}, '/two': {} },
      write: (change) => change.fields.map((field) => send(field.path)),
    });
    const api = new ToyApi({ 'room.r': {} }).twist((call, toy) => {
      if (call.op !== 'Send') return undefined;
      const { id } = asObject(call.body?.['message']);
      const name = String(id).slice(1);
      const had = toy.store.get('room.r') ?? {};
      if (had[name] !== undefined) return refusal(400, 4, 'already exists');
      toy.store.set('room.r', { ...had, [name]: 1 });
      return lost();
    });
    const { report } = await carryOut({ 'room.r': { one: 1, two: 1 } }, [kind], api);
    expect(api.written).toEqual(['Send', 'Send']);
    expect(resultsOf(report)).toEqual({ 'room.r': 'already' });
  });

  test('a removal of what somebody else removed has nothing to do', async () => {
    const api = new ToyApi({ 'role.a': {} }).twist((call, toy) => {
      if (call.op !== 'Delete role') return undefined;
      toy.store.delete('role.a');
      return refusal(404, 16, 'not found');
    });
    const { report } = await carryOut({ 'role.a': 'remove' }, both, api);
    expect(resultsOf(report)).toEqual({ 'role.a': 'already' });
  });

  test('a removal that is refused as not found although it is there stays a failure', async () => {
    const api = new ToyApi({ 'role.a': {} }).failing('Delete role', [refusal(404, 16, 'wrong path')]);
    const { report } = await carryOut({ 'role.a': 'remove' }, both, api);
    expect(resultsOf(report)).toEqual({ 'role.a': 'failed 404/16' });
  });

  test('what may not be changed as things are now is not done', async () => {
    const picky: Kind = {
      ...role,
      review: (change) =>
        change.action === 'create'
          ? { change, notes: [] }
          : { notes: [{ severity: 'error', code: 'no', summary: 'No' }] },
    };
    const api = new ToyApi().twist((call, toy) => {
      if (call.op !== 'Create role' || toy.store.has('role.a')) return undefined;
      toy.store.set('role.a', { x: 9 });
      return lost();
    });
    const { report } = await carryOut({ 'role.a': { x: 1 } }, [picky], api);
    expect(resultsOf(report)).toEqual({ 'role.a': 'failed 400/4' });
  });
});

describe('announcements', () => {
  const message = { id: `chat:${RUN}:room:update`, text: 'hi' };
  const kind = toyKind({
    name: 'room',
    write: (change) => [
      step(
        write(
          change.action === 'create' ? 'Create room' : 'Change room',
          'POST',
          '/room',
          { all: { [change.id]: { '/x': 1 } } },
          'free',
        ),
      ),
      step(write('Announce', 'POST', '/message', { message }, 'exists-is-done'), { bestEffort: true }),
    ],
  });
  const announced = (api: ToyApi) =>
    api.calls.filter((call) => call.op === 'Announce').map((call) => asObject(call.body?.['message'])['id']);
  const go = (api: ToyApi, parts = {}) =>
    runPlan(
      aPlan([aChange('room', 'r', { next: { x: 1 }, fields: [{ path: '/x', after: 1 }] })], [kind]),
      [kind],
      api,
      parts,
    );

  test('carry the run’s own nonce, and go out once', async () => {
    const { report, api } = await go(new ToyApi({ 'room.r': {} }));
    expect(announced(api)).toEqual(['chat:N0nce:room:update']);
    expect(resultsOf(report)).toEqual({ 'room.r': 'done' });
  });

  test('a repeat after a lost answer is refused as a duplicate, which is a success', async () => {
    const api = new ToyApi({ 'room.r': {} }).failing('Announce', [lost(), refusal(400, 4, 'already exists')]);
    const { report } = await go(api);
    expect(report.diagnostics).toEqual([]);
    expect(announced(api)).toEqual(['chat:N0nce:room:update', 'chat:N0nce:room:update']);
  });

  test('is repeated when its answer got lost, but not for ever', async () => {
    const once = await go(new ToyApi({ 'room.r': {} }).failing('Announce', [lost()]));
    expect(announced(once.api)).toHaveLength(2);
    expect(once.report.diagnostics).toEqual([]);
    const never = await go(
      new ToyApi({ 'room.r': {} }).failing(
        'Announce',
        Array.from({ length: 20 }, () => lost('gone')),
      ),
    );
    expect(announced(never.api)).toHaveLength(4);
    expect(never.report.diagnostics).toMatchObject([{ code: 'announcement-failed' }]);
  });

  test('one that is refused at first is no duplicate: nobody else has this run’s nonce', async () => {
    const { report } = await go(
      new ToyApi({ 'room.r': {} }).failing(
        'Announce',
        Array.from({ length: 99 }, () => refusal(400, 4, 'no such user')),
      ),
    );
    expect(report.diagnostics).toMatchObject([
      { code: 'announcement-failed', detail: expect.stringContaining('no such user') },
    ]);
  });

  test('one that fails is a warning; the change itself is made', async () => {
    const { report } = await go(new ToyApi({ 'room.r': {} }).failing('Announce', [refusal(403, 17, 'no')]));
    expect(resultsOf(report)).toEqual({ 'room.r': 'done' });
    expect(report.diagnostics).toMatchObject([
      {
        severity: 'warning',
        code: 'announcement-failed',
        subject: 'room.r',
        detail: expect.stringContaining('no. The change itself has been made'),
      },
    ]);
  });

  test('none after a change that failed', async () => {
    const { report, api } = await go(new ToyApi({ 'room.r': {} }).failing('Change room', [refusal(403, 17)]));
    expect(announced(api)).toEqual([]);
    expect(resultsOf(report)).toEqual({ 'room.r': 'failed 403/17' });
  });

  test('none after an interruption, and the change counts as done', async () => {
    const stop = new AbortController();
    const api = new ToyApi({ 'room.r': {} }).twist((call) => {
      if (call.op === 'Change room') stop.abort();
      return undefined;
    });
    const { report, events } = await go(api, { signal: stop.signal });
    expect(announced(api)).toEqual([]);
    expect(resultsOf(report)).toEqual({ 'room.r': 'done' });
    expect(events.filter((event) => event.type === 'skipped')).toMatchObject([{ because: 'interrupted' }]);
  });

  test('are never part of a follow-up', async () => {
    const finding: Kind = {
      ...kind,
      createMayFind: true,
      echo: echoOf,
      write: (change) => (change.action === 'create' ? kind.write(change).slice(0, 1) : kind.write(change)),
    };
    const api = new ToyApi().twist((call, toy) => {
      if (call.op !== 'Create room') return undefined;
      toy.store.set('room.r', { x: 9 });
      return ok({ all: { r: { x: 9 } } });
    });
    const { report } = await runPlan(aPlan([aCreate('room', 'r', { x: 1 })], [finding]), [finding], api);
    expect(resultsOf(report)).toEqual({ 'room.r': 'revived' });
    expect(announced(api)).toEqual([]);
  });

  test.each<[string, JsonObject | undefined]>([
    ['no body', undefined],
    ['no message', { x: 1 }],
    ['a message without an id', { message: { text: 'x' } }],
    ['a message with an id of its own', { message: { id: 'mine' } }],
  ])('a call with %s goes out as it is', async (_name, body) => {
    const plain = toyKind({ name: 'room', write: () => [step(write('Plain', 'POST', '/p', body, 'free'))] });
    const { api } = await runPlan(aPlan([aCreate('room', 'r')], [plain]), [plain], new ToyApi());
    expect(api.calls[0]?.body).toEqual(body);
  });
});

describe('a message that the API takes and refuses', () => {
  const kind = toyKind({ name: 'room', write: () => [step(write('Send', 'POST', '/m', {}, 'free'))] });
  test.each<[JsonObject, string | undefined]>([
    [{ message: { type: 'error', text: 'blocked' } }, 'the API refused the message: blocked'],
    [{ message: { type: 'error' } }, 'the API refused the message'],
    [{ message: { type: 'regular', text: 'x' } }, undefined],
    [{ message: 'text' }, undefined],
  ])('%j', async (body, message) => {
    const api = new ToyApi().twist((call) => (call.op === 'Send' ? ok(body) : undefined));
    const { report } = await runPlan(aPlan([aCreate('room', 'r')], [kind]), [kind], api);
    expect(report.results.get('room.r')).toEqual(
      message === undefined ? { status: 'done' } : { status: 'failed', code: 'message-refused', message },
    );
  });
});

describe('tasks', () => {
  const kind = toyKind({ name: 'user', batch: true, task: 't1', repeat: 'free' });
  const live = { 'user.a': {}, 'user.b': {} };
  const wish = { 'user.a': 'remove', 'user.b': 'remove' } as const;
  const go = (task: JsonObject | undefined, parts = {}) => {
    const api = new ToyApi(live);
    if (task !== undefined) api.tasks.set('t1', task);
    return carryOut(wish, [kind], api, parts);
  };

  test('are waited for', async () => {
    const { report } = await go(undefined);
    expect(resultsOf(report)).toEqual({ 'user.a': 'done', 'user.b': 'done' });
    expect(report.calls).toMatchObject({ writes: 1, polls: 1 });
  });

  test('that fail fail everybody', async () => {
    const { report } = await go({ status: 'failed', error: { type: 'boom', description: 'no luck' } });
    expect(report.results.get('user.a')).toMatchObject({
      status: 'failed',
      code: '0/-1',
      message: 'task t1 failed: no luck',
    });
  });

  test.each([
    [{ status: 'failed', error: { type: 'boom' } }, 'task t1 failed: boom'],
    [{ status: 'failed', error: {} }, 'task t1 failed: '],
    [{ status: 'failed' }, 'task t1 failed: '],
  ])('say what they know: %j', async (task, message) => {
    const { report } = await go(task);
    expect(report.results.get('user.b')).toMatchObject({ message });
  });

  test('that end well may have failed for some', async () => {
    const { report } = await go({ status: 'completed', result: { b: 'in use' } });
    expect(resultsOf(report)).toEqual({ 'user.a': 'done', 'user.b': 'failed task-failed' });
    expect(report.results.get('user.b')).toMatchObject({ message: 'in use' });
  });

  test('whose end is not known are looked after, and fail as unknown if that does not settle it', async () => {
    const parts = { task: () => Promise.reject(lost('task t1 did not end')) };
    expect(resultsOf((await go(undefined, parts)).report)).toEqual({ 'user.a': 'done', 'user.b': 'done' });
    const idle = new ToyApi(live).twist((call) => (call.effect === 'write' ? ok({ task_id: 't1' }) : undefined));
    const { report } = await carryOut(wish, [kind], idle, parts);
    expect(resultsOf(report)).toEqual({ 'user.a': 'failed 0/-1', 'user.b': 'failed 0/-1' });
    expect(report.results.get('user.a')).toMatchObject({ unclear: true });
  });

  test('with a bug end the run', async () => {
    await expect(go(undefined, { task: () => Promise.reject(new TypeError('a bug')) })).rejects.toThrow('a bug');
  });

  test.each([{}, { task_id: '' }, { task_id: null }])(
    'a reply without a task (%j) was carried out at once',
    async (body) => {
      const api = new ToyApi(live).twist((call, toy) => {
        if (call.op !== 'Delete user') return undefined;
        toy.store.clear();
        return ok(body);
      });
      const { report } = await carryOut(wish, [kind], api);
      expect(resultsOf(report)).toEqual({ 'user.a': 'done', 'user.b': 'done' });
      expect(report.calls.polls).toBe(0);
    },
  );
});

describe('verification', () => {
  const echoing: Kind = { ...role, echo: echoOf };

  test('an echo that shows all as wanted spares the read', async () => {
    const { report, api } = await carryOut({ 'role.a': { x: 1 } }, [echoing], new ToyApi());
    expect(api.reads).toBe(0);
    expect(report.calls.verification).toBe(0);
    expect(report.notConverged).toEqual([]);
  });

  test.each<[string, Kind]>([
    [
      'that shows another value',
      { ...role, echo: (_call, _reply, wanted) => wanted.map(({ id }) => ({ id, body: { x: 9 } })) },
    ],
    [
      'that does not show a declared field',
      { ...role, echo: (_call, _reply, wanted) => wanted.map(({ id }) => ({ id, body: {}, blind: ['/x'] })) },
    ],
    ['of another resource', { ...role, echo: () => [{ id: 'b', body: { x: 1 } }] }],
    ['of nothing', { ...role, echo: () => [] }],
  ])('an echo %s does not', async (_name, kind) => {
    const { report, api } = await carryOut({ 'role.a': { x: 1 } }, [kind], new ToyApi());
    expect(api.reads).toBe(1);
    expect(report.notConverged).toEqual([]);
  });

  test('a secret that no reply shows leaves the echo as good as a read', async () => {
    const kind: Kind = { ...echoing, fields: { '/x': {}, '/secret': { blind: 'secret' } } };
    const { api } = await carryOut({ 'role.a': { x: 1, secret: { $secret: '/s' } } }, [kind], new ToyApi());
    expect(api.reads).toBe(0);
  });

  test('an echo says nothing of a removal', async () => {
    const kind: Kind = { ...role, echo: () => [{ id: 'a', body: {} }] };
    const { report, api } = await carryOut({ 'role.a': 'remove' }, [kind], new ToyApi({ 'role.a': {} }));
    expect(api.reads).toBe(1);
    expect(report.notConverged).toEqual([]);
  });

  test('only the last call’s echo counts', async () => {
    const kind: Kind = {
      ...echoing,
      echo: (call, reply) => (call.op === 'Last' ? [] : echoOf(call, reply)),
      write: (change) => [...role.write(change), step(write('Last', 'POST', '/l', {}, 'free'))],
    };
    const { api } = await carryOut({ 'role.a': { x: 1 } }, [kind], new ToyApi());
    expect(api.reads).toBe(1);
  });

  test('a removal is looked after by a read', async () => {
    const { report, api } = await carryOut({ 'role.a': 'remove' }, [echoing], new ToyApi({ 'role.a': {} }));
    expect(api.reads).toBe(1);
    expect(report.notConverged).toEqual([]);
  });

  test('old reads are waited for', async () => {
    const api = new ToyApi();
    api.lagMs = 4000;
    const { report } = await carryOut({ 'role.a': { x: 1 } }, both, api);
    expect(report.notConverged).toEqual([]);
    expect(api.time - 1_000_000).toBeGreaterThan(4000);
    expect(report.calls.verification).toBeGreaterThan(2);
  });

  test('only until the deadline: what is not as wanted is listed', async () => {
    const api = new ToyApi();
    api.lagMs = 1e9;
    const { report, events } = await carryOut({ 'role.a': { x: 1 }, 'user.b': { x: 1 } }, both, api);
    expect(report.notConverged).toEqual(['role.a', 'user.b']);
    expect(resultsOf(report)).toEqual({ 'role.a': 'done', 'user.b': 'done' });
    const spent = api.time - 1_000_000;
    expect(spent).toBeGreaterThan(15_000);
    expect(spent).toBeLessThan(18_000);
    expect(
      events.filter((event) => event.type === 'verifying').map((event) => ('remaining' in event ? event.remaining : 0)),
    ).toContain(2);
  });

  test('a read that fails proves nothing, and is repeated', async () => {
    const api = new ToyApi();
    const plan = await planOf({ 'role.a': { x: 1 } }, both, api);
    api.failing('List role', [refusal(500, -1), refusal(429, 9)]);
    const { report } = await runPlan(plan, both, api);
    expect(report.notConverged).toEqual([]);
    expect(report.calls.verification).toBe(3);
  });

  test('a bug while reading ends the run', async () => {
    const plan = await planOf({ 'role.a': { x: 1 } }, both, new ToyApi());
    const broken: Kind = { ...role, read: throwing };
    await expect(runPlan(plan, [broken], new ToyApi())).rejects.toThrow('a bug');
  });

  test('what failed or was held back is not looked at', async () => {
    const api = new ToyApi().failing('Create role', [refusal(403, 17)]);
    const plan = await planOf({ 'role.a': { x: 1 } }, both, api);
    const { report } = await runPlan(
      { ...plan, changes: [...plan.changes, aCreate('user', 'h', { x: 1 }, { heldBack: 'in-use' })] },
      both,
      api,
    );
    expect(api.reads).toBe(0);
    expect(report.notConverged).toEqual([]);
    expect(report.results.has('user.h')).toBe(false);
  });

  test('what differs and may not be changed has not converged', async () => {
    const picky: Kind = {
      ...role,
      review: (change) =>
        change.action === 'create'
          ? { change, notes: [] }
          : { notes: [{ severity: 'error', code: 'no', summary: 'No' }] },
    };
    const api = new ToyApi().twist((call, toy) => {
      if (call.op !== 'Create role') return undefined;
      toy.store.set('role.a', { x: 9 });
      return ok();
    });
    const { report } = await carryOut({ 'role.a': { x: 1 } }, [picky], api);
    expect(report.notConverged).toEqual(['role.a']);
  });

  test('many are read in the kind’s own portions', async () => {
    const small = { ...role, chunk: 2 };
    const wish = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`role.${index}`, { x: 1 }]));
    const { report } = await carryOut(wish, [small], new ToyApi());
    expect(report.calls.verification).toBe(3);
  });
});

describe('a create that may have found its resource there', () => {
  const found = (live: JsonObject, facts?: JsonObject, parts: Partial<Kind> = {}) => {
    const kind: Kind = {
      ...role,
      createMayFind: true,
      echo: (call, reply) =>
        echoOf(call, reply).map((each) => ({ ...each, ...(facts === undefined ? {} : { facts }) })),
      ...parts,
    };
    const api = new ToyApi().twist((call, toy) => {
      if (call.op !== 'Create role') return undefined;
      toy.store.set('role.a', live);
      return ok({ all: { a: live } });
    });
    return { kind, api };
  };

  test('what the reply shows missing follows as one more update', async () => {
    const { kind, api } = found({ x: 9, mine: 1 });
    const { report } = await carryOut({ 'role.a': { x: 1 } }, [kind], api);
    expect(api.written).toEqual(['Create role a', 'Change role a']);
    expect(resultsOf(report)).toEqual({ 'role.a': 'revived' });
    expect(report.calls).toMatchObject({ writes: 1, followUps: 1 });
    expect(api.store.get('role.a')).toEqual({ x: 1, mine: 1 });
    expect(report.notConverged).toEqual([]);
  });

  test.each([
    ['made since the plan was read: it appeared', 1_000_500e6, 'appeared'],
    ['made before: it was revived', 999_000e6, 'revived'],
  ])('%s', async (_name, created_at, note) => {
    const { kind, api } = found({ x: 9 }, { created_at });
    const { report } = await carryOut({ 'role.a': { x: 1 } }, [kind], api);
    expect(resultsOf(report)).toEqual({ 'role.a': note });
  });

  test('one that is as wanted needs nothing', async () => {
    const { kind, api } = found({ x: 1, mine: 1 });
    const { report } = await carryOut({ 'role.a': { x: 1 } }, [kind], api);
    expect(api.written).toEqual(['Create role a']);
    expect(resultsOf(report)).toEqual({ 'role.a': 'done' });
  });

  test('a failed follow-up is a failure of the resource', async () => {
    const { kind, api } = found({ x: 9 });
    const { report } = await carryOut(
      { 'role.a': { x: 1 } },
      [kind],
      api.failing('Change role', [refusal(403, 17, 'no')]),
    );
    expect(report.results.get('role.a')).toEqual({
      status: 'failed',
      code: '403/17',
      message: 'no',
      requestId: 'req-1',
    });
  });

  test('a bug in a follow-up ends the run', async () => {
    const { kind, api } = found({ x: 9 });
    api.twist((call) => {
      if (call.op === 'Change role') throw new TypeError('a bug');
      return undefined;
    });
    await expect(carryOut({ 'role.a': { x: 1 } }, [kind], api)).rejects.toThrow('a bug');
  });

  test('a task of a follow-up is waited for', async () => {
    const { kind, api } = found({ x: 9 }, undefined, {
      write: (change) =>
        change.action === 'create'
          ? role.write(change)
          : role.write(change).map((each) => ({ ...each, settle: 'task' as const })),
    });
    api.twist((call, toy) => {
      if (call.op !== 'Change role') return undefined;
      toy.store.set('role.a', { x: 1 });
      return ok({ task_id: 't9' });
    });
    const { report } = await carryOut({ 'role.a': { x: 1 } }, [kind], api);
    expect(report.calls.polls).toBe(1);
    expect(resultsOf(report)).toEqual({ 'role.a': 'revived' });
  });

  test('an echo that hides a declared field decides nothing; the verification finds out and repairs', async () => {
    const { kind, api } = found({ x: 1 }, undefined, {
      echo: (_call, _reply, wanted) => wanted.map(({ id }) => ({ id, body: { x: 1 }, blind: ['/y'] })),
    });
    const { report } = await carryOut({ 'role.a': { x: 1, y: 2 } }, [kind], api);
    expect(api.written).toEqual(['Create role a', 'Change role a']);
    expect(report.notConverged).toEqual([]);
  });

  test('more calls to come: the end shows what is missing', async () => {
    const { kind, api } = found({ x: 9 }, undefined, {
      write: (change) =>
        change.action === 'create'
          ? [...role.write(change), step(write('More', 'POST', '/m', {}, 'free'))]
          : role.write(change),
    });
    const { report } = await carryOut({ 'role.a': { x: 1 } }, [kind], api);
    expect(api.written).toEqual(['Create role a', 'More', 'Change role a']);
    expect(report.notConverged).toEqual([]);
  });

  test('a repair that fails or does not help has not converged', async () => {
    const make = () => found({ x: 9 }, undefined, { echo: () => [] });
    const failing = make();
    const one = await carryOut(
      { 'role.a': { x: 1 } },
      [failing.kind],
      failing.api.failing('Change role', [refusal(403, 17)]),
    );
    expect(one.report.notConverged).toEqual(['role.a']);
    const idle = make();
    idle.api.twist((call) => (call.op === 'Change role' ? ok() : undefined));
    const two = await carryOut({ 'role.a': { x: 1 } }, [idle.kind], idle.api);
    expect(two.report.notConverged).toEqual(['role.a']);
  });

  test('what cannot be repaired is listed beside what was', async () => {
    const { kind, api } = found({ x: 9 }, undefined, { echo: () => [] });
    api.twist((call) => (call.op === 'Create user' ? ok() : undefined));
    const { report } = await carryOut({ 'role.a': { x: 1 }, 'user.u': { x: 1 } }, [kind, user], api);
    expect(report.notConverged).toEqual(['user.u']);
    expect(api.store.get('role.a')).toEqual({ x: 1 });
  });

  test('a bug in a repair ends the run', async () => {
    const { kind, api } = found({ x: 9 }, undefined, { echo: () => [] });
    api.twist((call) => {
      if (call.op === 'Change role') throw new TypeError('a bug');
      return undefined;
    });
    await expect(carryOut({ 'role.a': { x: 1 } }, [kind], api)).rejects.toThrow('a bug');
  });
});

describe('interruption', () => {
  const stopAt = (op: string) => {
    const stop = new AbortController();
    const api = new ToyApi().twist((call) => {
      if (call.op === op) stop.abort();
      return undefined;
    });
    return { api, signal: stop.signal };
  };

  test('stops new calls, keeps what is in flight, and verifies nothing', async () => {
    const { api, signal } = stopAt('Create role');
    const { report, events } = await carryOut({ 'role.a': { x: 1 }, 'user.b': { x: 1 } }, both, api, { signal });
    expect(api.written).toEqual(['Create role a']);
    expect(resultsOf(report)).toEqual({ 'role.a': 'done', 'user.b': 'not-started' });
    expect(report.results.get('user.b')).toEqual({ status: 'not-started', because: 'interrupted' });
    expect(report).toMatchObject({ interrupted: true, notConverged: [], calls: { verification: 0 } });
    expect(names(events)).not.toContain('verifying');
  });

  test('stops repeating what is refused or lost', async () => {
    for (const error of [refusal(404, 16), lost()]) {
      const { api, signal } = stopAt('Create role');
      api.failing(
        'Create role',
        Array.from({ length: 9 }, () => error),
      );
      const { report } = await carryOut({ 'role.a': { x: 1 } }, both, api, { signal });
      expect(api.written).toEqual(['Create role a']);
      expect(resultsOf(report)['role.a']).toMatch(/^failed/);
    }
  });

  /** From the given call on, the transport takes back whatever it is sent, as it does with what waits for its turn. */
  const takingBackFrom = (number: number, api: ToyApi) => {
    const stop = new AbortController();
    const send = api.send.bind(api);
    let sent = 0;
    api.send = (call) => {
      sent += 1;
      if (sent < number) return send(call);
      stop.abort(new Error('stopped'));
      return Promise.reject(stop.signal.reason);
    };
    return { api, signal: stop.signal };
  };

  test('takes back what waits for its turn: it was not started, and is no call', async () => {
    const { api, signal } = takingBackFrom(2, new ToyApi());
    const wish = { 'role.a': { x: 1 }, 'role.b': { x: 1 }, 'role.c': { x: 1 } };
    const plan = await planOf(wish, both, new ToyApi());
    const { report, events } = await runPlan(plan, both, api, { signal });
    expect(resultsOf(report)).toEqual({ 'role.a': 'done', 'role.b': 'not-started', 'role.c': 'not-started' });
    expect(report).toMatchObject({ interrupted: true, calls: { writes: 1, retries: 0 } });
    expect(events.filter(({ type }) => type === 'succeeded')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'skipped')).toMatchObject(Array(2).fill({ because: 'interrupted' }));
  });

  test('a repeat that is taken back leaves the answer before it', async () => {
    const { api, signal } = takingBackFrom(2, new ToyApi().failing('Create role', [refusal(404, 16)]));
    const plan = await planOf({ 'role.a': { x: 1 }, 'user.b': { x: 1, needs: ['role.a'] } }, both, new ToyApi());
    const { report } = await runPlan(plan, both, api, { signal, lagDeadlineMs: 1e6 });
    expect(resultsOf(report)['role.a']).toBe('failed 404/16');
  });

  test('stops taking a refused batch apart', async () => {
    const { api, signal } = stopAt('Create user');
    api.failing(
      'Create user',
      Array.from({ length: 9 }, () => refusal(400, 4)),
    );
    const { report } = await carryOut({ 'user.a': { x: 1 }, 'user.b': { x: 1 } }, both, api, { signal });
    expect(api.written).toEqual(['Create user a,b']);
    expect(resultsOf(report)).toEqual({ 'user.a': 'failed 400/4', 'user.b': 'failed 400/4' });
  });

  test('ends the waiting of the verification', async () => {
    const { api, signal } = stopAt('List role');
    const plan = aPlan([aCreate('role', 'a', { x: 1 })], both);
    api.lagMs = 1e9;
    const { report } = await runPlan(plan, both, api, { signal });
    expect(report).toMatchObject({ interrupted: true, notConverged: ['role.a'] });
    expect(api.reads).toBe(1);
  });
});

describe('carried values are read again', () => {
  const kind = (parts: Partial<Kind> = {}): Kind => ({
    ...toyKind({
      name: 'role',
      fields: {
        '/x': {},
        '/y': { carried: true },
        '/secret': { blind: 'secret' },
        '/unread': { blind: 'unread' },
        '/people': { shape: 'entries' },
      },
      write: (change) => {
        if (change.action === 'create') return role.write(change).map((each) => ({ ...each, readAgainAfter: 5000 }));
        const whole = {
          '/x': change.next?.['x'] ?? null,
          '/y': change.live?.['y'] ?? null,
          ...Object.fromEntries(change.fields.map((field) => [field.path, field.after ?? null])),
        };
        return [
          step(write('Put role', 'PUT', '/role', { all: { [change.id]: whole } }, 'free'), { readAgainAfter: 5000 }),
        ];
      },
    }),
    ...parts,
  });
  const puts = (api: ToyApi) =>
    api.calls.filter((call) => call.op === 'Put role').map((call) => asObject(call.body?.['all'])['a']);
  /** Plans, lets time go by and something happen, and applies. */
  const later = async (
    wish: JsonObject,
    live: JsonObject,
    ms: number,
    meanwhile: (api: ToyApi) => void,
    of = kind(),
    edit?: (change: ReturnType<typeof aChange>) => ReturnType<typeof aChange>,
  ) => {
    const api = new ToyApi(Object.keys(live).length === 0 ? {} : { 'role.a': live });
    const plan = await planOf({ 'role.a': wish }, [of], api, edit);
    api.time += ms;
    meanwhile(api);
    return { ...(await runPlan(plan, [of], api)), plan };
  };

  test('a young read is good enough', async () => {
    const { api } = await later({ x: 2 }, { x: 1, y: 1 }, 4000, (toy) => toy.store.set('role.a', { x: 1, y: 5 }));
    expect(puts(api)).toEqual([{ '/x': 2, '/y': 1 }]);
  });

  test('an old one is made anew, and counted', async () => {
    const { api, report } = await later({ x: 2 }, { x: 1, y: 1 }, 6000, (toy) =>
      toy.store.set('role.a', { x: 1, y: 5 }),
    );
    expect(puts(api)).toEqual([{ '/x': 2, '/y': 5 }]);
    expect(report.calls).toMatchObject({ writes: 1, followUps: 0, verification: 2 });
  });

  test('what is as wanted by now needs no call', async () => {
    const { api, report, events } = await later({ x: 2 }, { x: 1 }, 6000, (toy) => toy.store.set('role.a', { x: 2 }));
    expect(api.written).toEqual([]);
    expect(resultsOf(report)).toEqual({ 'role.a': 'already' });
    expect(names(events)).toContain('succeeded Put role');
  });

  test('a secret that was to be sent is sent all the same', async () => {
    const send = (change: ReturnType<typeof aChange>) => ({
      ...change,
      fields: [
        ...change.fields,
        { path: '/secret', after: { $secret: '/s' }, hidden: true as const },
        { path: '/unread', after: 7 },
      ],
    });
    const { api } = await later(
      { x: 2, secret: { $secret: '/s' }, unread: 7 },
      { x: 1, y: 1 },
      6000,
      (toy) => toy.store.set('role.a', { x: 2, y: 5 }),
      kind(),
      send,
    );
    expect(puts(api)).toEqual([{ '/x': 2, '/y': 5, '/secret': { $secret: '/s' }, '/unread': 7 }]);
  });

  test('an entry that was to be added and is there by now is left out', async () => {
    const { api } = await later({ x: 2, people: { ann: {} } }, { x: 1 }, 6000, (toy) =>
      toy.store.set('role.a', { x: 1, people: { ann: {} } }),
    );
    expect(puts(api)).toEqual([{ '/x': 2, '/y': null }]);
    const none = await later({ people: { ann: {} } }, { x: 1 }, 6000, (toy) =>
      toy.store.set('role.a', { people: { ann: {} } }),
    );
    expect(none.api.written).toEqual([]);
    expect(resultsOf(none.report)).toEqual({ 'role.a': 'already' });
  });

  test('newcomers of an exact list are not touched', async () => {
    const exact = kind({ exact: () => true });
    const { api } = await later(
      { x: 2, people: { ann: {} } },
      { x: 1, people: { ann: {} } },
      6000,
      (toy) => toy.store.set('role.a', { x: 1, people: { ann: {}, new: {} } }),
      exact,
    );
    expect(puts(api)[0]).toEqual({ '/x': 2, '/y': null });
  });

  test('where a difference came from is kept', async () => {
    const seen: (string | undefined)[] = [];
    const of = kind();
    const spying: Kind = {
      ...of,
      write: (change) => {
        seen.push(...change.fields.map((field) => field.origin));
        return of.write(change);
      },
    };
    await later(
      { x: 2 },
      { x: 1 },
      6000,
      () => {},
      spying,
      (change) => ({ ...change, fields: change.fields.map((field) => ({ ...field, origin: 'drift' as const })) }),
    );
    expect(seen).toEqual(['drift', 'drift']);
  });

  test('a read that fails leaves the planned call', async () => {
    const { api } = await later({ x: 2 }, { x: 1, y: 1 }, 6000, (toy) => toy.failing('List role', [refusal(500, -1)]));
    expect(puts(api)).toEqual([{ '/x': 2, '/y': 1 }]);
  });

  test('a bug while reading ends the run', async () => {
    await expect(
      later({ x: 2 }, { x: 1 }, 6000, (toy) => {
        toy.twist((call) => {
          if (call.op === 'List role') throw new TypeError('a bug');
          return undefined;
        });
      }),
    ).rejects.toThrow('a bug');
  });

  test('one that appeared meanwhile is changed, not made over', async () => {
    const { api, report } = await later({ x: 2 }, {}, 6000, (toy) => toy.store.set('role.a', { x: 1, y: 5 }));
    expect(puts(api)).toEqual([{ '/x': 2, '/y': 5 }]);
    expect(resultsOf(report)).toEqual({ 'role.a': 'appeared' });
    expect(report.calls).toMatchObject({ writes: 0, followUps: 1 });
  });

  test('one that went away meanwhile is made again', async () => {
    const { api, report } = await later({ x: 2 }, { x: 1 }, 6000, (toy) => toy.store.delete('role.a'));
    expect(api.written).toEqual(['Create role a']);
    expect(resultsOf(report)).toEqual({ 'role.a': 'done' });
  });

  test('a refusal of what is sent instead fails that resource alone', async () => {
    const { report } = await later({ x: 2 }, {}, 6000, (toy) => {
      toy.store.set('role.a', { x: 1 });
      toy.failing('Put role', [refusal(403, 17, 'no')]);
    });
    expect(report.results.get('role.a')).toEqual({
      status: 'failed',
      code: '403/17',
      message: 'no',
      requestId: 'req-1',
    });
  });

  test('a bug in what is sent instead ends the run', async () => {
    await expect(
      later({ x: 2 }, {}, 6000, (toy) => {
        toy.store.set('role.a', { x: 1 });
        toy.twist((call) => {
          if (call.op === 'Put role') throw new TypeError('a bug');
          return undefined;
        });
      }),
    ).rejects.toThrow('a bug');
  });

  test('a task of what is sent instead is waited for', async () => {
    const of = kind();
    const slow: Kind = {
      ...of,
      write: (change) => of.write(change).map((each) => ({ ...each, settle: 'task' as const })),
    };
    const { report } = await later(
      { x: 2 },
      {},
      6000,
      (toy) => {
        toy.store.set('role.a', { x: 1 });
        toy.twist((call) => {
          if (call.op !== 'Put role') return undefined;
          toy.store.set('role.a', { x: 2 });
          return ok({ task_id: 't' });
        });
      },
      slow,
    );
    expect(report.calls.polls).toBe(1);
  });

  test('what the kind refuses by now fails with its reason', async () => {
    const refused =
      (detail?: string): NonNullable<Kind['review']> =>
      (change) =>
        change.live?.['y'] === 5
          ? {
              notes: [
                {
                  severity: 'error',
                  code: 'hook-secret-unknown',
                  summary: 'Lost',
                  ...(detail === undefined ? {} : { detail }),
                },
              ],
            }
          : { change, notes: [] };
    for (const [detail, message] of [
      ['It would be lost.', 'It would be lost.'],
      [undefined, 'Lost'],
    ] as const) {
      const { report, api } = await later(
        { x: 2 },
        { x: 1, y: 1 },
        6000,
        (toy) => toy.store.set('role.a', { x: 1, y: 5 }),
        kind({ review: refused(detail) }),
      );
      expect(report.results.get('role.a')).toEqual({ status: 'failed', code: 'hook-secret-unknown', message });
      expect(api.written).toEqual([]);
    }
  });

  test('what the kind holds back by now is not started', async () => {
    const holding = kind({
      review: (change) => ({
        change: change.live?.['y'] === 5 ? { ...change, heldBack: 'deactivated' } : change,
        notes: [],
      }),
    });
    const { report, api } = await later(
      { x: 2 },
      { x: 1 },
      6000,
      (toy) => toy.store.set('role.a', { x: 1, y: 5 }),
      holding,
    );
    expect(report.results.get('role.a')).toEqual({ status: 'not-started', because: 'deactivated' });
    expect(api.written).toEqual([]);
  });

  test('in a joined call, each resource for itself', async () => {
    const joined = toyKind({
      name: 'user',
      batch: true,
      repeat: 'free',
      write: (change) => user.write(change).map((each) => ({ ...each, readAgainAfter: 60_000 })),
    });
    const api = new ToyApi();
    const plan = await planOf({ 'user.a': { x: 1 }, 'user.b': { x: 1 }, 'user.c': { x: 1 } }, [joined], api);
    api.time += 61_000;
    api.store.set('user.a', { x: 9, mine: 1 });
    api.store.set('user.c', { x: 1 });
    const { report } = await runPlan(plan, [joined], api);
    expect(api.written).toEqual(['Change user a', 'Create user b']);
    expect(resultsOf(report)).toEqual({ 'user.a': 'appeared', 'user.b': 'done', 'user.c': 'already' });
    expect(api.store.get('user.a')).toEqual({ x: 1, mine: 1 });
  });
});
