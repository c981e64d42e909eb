/** Joined calls that the API need not have: whether it does, and what goes out instead. */
import { describe, expect, test } from 'vitest';
import { CallError, write } from '../../src/core/call.ts';
import { asArray, isObject } from '../../src/core/json.ts';
import type { Kind } from '../../src/core/kind.ts';
import { step } from '../../src/core/steps.ts';
import { createAvailability } from '../../src/engine/optional.ts';
import { schedule } from '../../src/engine/schedule.ts';
import { lost, planOf, refusal, resultsOf, runPlan, ToyApi, toyJoiner, toyKind } from './support.ts';

describe('whether the API has a call', () => {
  const asked = () => {
    const missing: string[] = [];
    return { missing, availability: createAvailability((op) => missing.push(op)) };
  };

  test('the first answer tells, and the others wait for it', async () => {
    const { missing, availability } = asked();
    let sent = 0;
    const send = async () => {
      sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
      return {};
    };
    const all = await Promise.all([1, 2, 3].map(() => availability.ask('Batch', send)));
    expect([all, sent, missing]).toEqual([['missing', 'missing', 'missing'], 1, ['Batch']]);
  });

  test('one that is there is used by all at once, until it is gone', async () => {
    const { missing, availability } = asked();
    expect(await availability.ask('Batch', async () => ({ task_id: 't' }))).toEqual({ task_id: 't' });
    let under = 0;
    let most = 0;
    const send = async () => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 1));
      under -= 1;
      return { task_id: '' };
    };
    await Promise.all([1, 2, 3].map(() => availability.ask('Batch', send)));
    expect([most, missing]).toEqual([3, ['Batch']]);
    expect(await availability.ask('Batch', () => Promise.reject(new Error('not sent')))).toBe('missing');
    // Of another call nothing is known by that.
    expect(await availability.ask('Other', async () => 'as-wanted')).toBe('as-wanted');
  });

  test('what tells nothing leaves it open', async () => {
    const { missing, availability } = asked();
    const failed = refusal(400, 4);
    const [one, two, three] = await Promise.all([
      availability.ask('Batch', async () => failed),
      availability.ask('Batch', () => Promise.reject(new Error('a bug'))).catch((error: Error) => error.message),
      availability.ask('Batch', async () => ({ task_id: 't' })),
    ]);
    expect([one, two, three, missing]).toEqual([failed, 'a bug', { task_id: 't' }, []]);
  });
});

/** `Many thing` changes several at once by a task, behind plain calls. */
const kind: Kind = toyKind({
  name: 'thing',
  joiners: {
    many: {
      ...toyJoiner,
      atLeast: 2,
      limit: 3,
      optional: true,
      settle: 'task',
      join: (calls) => ({ ...toyJoiner.join(calls), op: 'Many thing' }),
    },
  },
  write: (change) => {
    const values = Object.fromEntries(change.fields.map((field) => [field.path, field.after ?? null]));
    const plain = step(write('Change thing', 'PATCH', '/thing', { all: { [change.id]: values } }, 'free'));
    const first = asArray(change.next?.['first'] ?? []).map((name) =>
      step(write(String(name), 'POST', '/first', { all: { [change.id]: {} } }, 'free')),
    );
    return [...first, { ...plain, collapse: [{ ...plain, join: { by: 'many', key: 'k' } }] }];
  },
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const wish = Object.fromEntries(ids.map((id) => [`thing.${id}`, { x: 1 }]));

/** Its tasks do their work, but for what they report as failed. */
function anApi(failed: Readonly<Record<string, string>> = {}, errors: readonly CallError[] = []): ToyApi {
  const api = new ToyApi(Object.fromEntries(ids.map((id) => [`thing.${id}`, { x: 0 }])));
  const left = [...errors];
  return api.twist((call) => {
    if (call.op !== 'Many thing') return undefined;
    const error = left.shift();
    if (error !== undefined && !error.unclear) return error;
    const all = isObject(call.body?.['all']) ? Object.keys(call.body['all']) : [];
    for (const id of all) if (failed[id] === undefined) api.store.set(`thing.${id}`, { x: 1 });
    api.tasks.set('t', { status: 'completed', result: failed });
    // An unclear one comes after the work.
    return error ?? { status: 200, body: { task_id: 't' } };
  });
}

async function run(api: ToyApi, parts: Parameters<typeof runPlan>[3] = {}) {
  const plan = await planOf(wish, [kind], api);
  const { operations, stages } = schedule(plan.changes, [kind], { collapse: true });
  return runPlan({ ...plan, operations, stages }, [kind], api, parts);
}

const done = Object.fromEntries(ids.map((id) => [`thing.${id}`, 'done']));

describe('carrying out', () => {
  test('in batches', async () => {
    const { report, api } = await run(anApi());
    expect(api.written).toEqual(['Many thing a,b,c', 'Many thing d,e,f']);
    expect(resultsOf(report)).toEqual(done);
    expect(report).toMatchObject({ notConverged: [], calls: { planned: 2, writes: 2, followUps: 0, polls: 2 } });
  });

  test('a failed part gets its plain call, and its failure counts', async () => {
    const api = anApi({ b: 'busy', e: 'busy' }).failing('Change thing', [refusal(400, 20, 'no')]);
    const { report } = await run(api);
    expect(api.written.slice(2)).toEqual(['Change thing b', 'Change thing e']);
    expect(resultsOf(report)).toEqual({ ...done, 'thing.b': 'failed 400/20' });
    expect(report.calls).toMatchObject({ writes: 2, followUps: 2 });
  });

  test.each([
    ['a refusal: plain calls', refusal(403, 17), 3, 'done'],
    ['not let in: a failure of all', refusal(401, 5), 0, 'failed 401/5'],
    ['an end of patience with limits: a failure of all', refusal(429, 9), 0, 'failed 429/9'],
  ])('%s', async (_what, error, singles, result) => {
    const { report, api } = await run(anApi({}, [error]), { concurrency: 1 });
    expect(api.written.filter((each) => each.startsWith('Change'))).toHaveLength(singles);
    expect(resultsOf(report)['thing.a']).toBe(result);
    expect(resultsOf(report)['thing.d']).toBe('done');
  });

  test('lost answers are found done', async () => {
    const { report } = await run(anApi({}, [lost()]));
    expect(Object.values(resultsOf(report))).toEqual([...Array(3).fill('already'), ...Array(3).fill('done')]);
  });

  test.each([
    ['it was done', true, 0, 'done'],
    ['it was not', false, 6, 'done'],
  ])('a task that fails is looked at: %s', async (_what, works, singles, result) => {
    const api = works ? anApi() : anApi(Object.fromEntries(ids.map((id) => [id, 'x'])));
    const task = () =>
      Promise.reject(new CallError('GetTask', { status: 0, code: -1, message: 'failed', unclear: true }));
    const { report } = await run(api, { task });
    expect(api.written.filter((each) => each.startsWith('Change'))).toHaveLength(singles);
    expect(resultsOf(report)['thing.a']).toBe(result);
  });

  test('with nothing to be read, what became of a failed task is not known', async () => {
    const api = anApi().twist((call) => (call.effect === 'read' && api.written.length > 0 ? lost() : undefined));
    const task = () =>
      Promise.reject(new CallError('GetTask', { status: 0, code: -1, message: 'failed', unclear: true }));
    const { report } = await run(api, { task });
    expect(report.results.get('thing.a')).toMatchObject({ status: 'failed', unclear: true });
  });

  test('an interruption leaves the rest of the plain calls', async () => {
    const stop = new AbortController();
    const { report } = await run(noTasks(stop), { signal: stop.signal, concurrency: 1 });
    expect(resultsOf(report)).toEqual({
      'thing.a': 'done',
      ...Object.fromEntries(ids.slice(1).map((id) => [`thing.${id}`, 'not-started'])),
    });
    expect(report.diagnostics.map((each) => each.code)).toEqual(['batch-unavailable']);
  });

  test('one whose others failed before goes alone', async () => {
    const api = anApi();
    const both = { x: 1, first: ['Create x'] };
    const pair = await planOf({ 'thing.a': both, 'thing.b': both }, [kind], api);
    const { operations, stages } = schedule(pair.changes, [kind], { collapse: true });
    expect(operations.map((each) => each.call.op)).toEqual(['Create x', 'Create x', 'Many thing']);
    api.failing('Create x', [refusal(400, 20)]);
    const { report } = await runPlan({ ...pair, operations, stages }, [kind], api, { concurrency: 1 });
    expect(api.written.at(-1)).toBe('Change thing b');
    expect(resultsOf(report)).toEqual({ 'thing.a': 'failed 400/20', 'thing.b': 'done' });
    expect(report.calls).toMatchObject({ writes: 3, followUps: 0 });
  });
});

/** Answers without a task, and stops the run at the first plain call. */
function noTasks(stop: AbortController): ToyApi {
  const api = new ToyApi(Object.fromEntries(ids.map((id) => [`thing.${id}`, { x: 0 }])));
  return api.twist((call) => {
    if (call.op === 'Change thing') stop.abort();
    return call.op === 'Many thing' ? { status: 200, body: {} } : undefined;
  });
}
