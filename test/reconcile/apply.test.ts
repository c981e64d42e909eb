/** Applying a plan: at once, or after a look whether everything is still as it was. */
import { describe, expect, test } from 'vitest';
import { CallError } from '../../src/core/call.ts';
import { DiagnosticError } from '../../src/core/diagnostic.ts';
import { asObject, type JsonObject } from '../../src/core/json.ts';
import type { ApplyReport } from '../../src/core/plan.ts';
import type { PlanOptions } from '../../src/reconcile/context.ts';
import { runNonce, sha256 } from '../../src/reconcile/hash.ts';
import { applyPlan, makePlan } from '../../src/reconcile.ts';
import { resultsOf } from '../engine/support.ts';
import {
  applyOptions,
  contextOf,
  type DesiredParts,
  desiredOf,
  planOptions,
  SmallApp,
  type Wish,
  watch,
} from './support.ts';

interface Situation extends DesiredParts {
  readonly options?: Partial<PlanOptions>;
  /** Milliseconds between plan and approval. */
  readonly after?: number;
  readonly meanwhile?: (app: SmallApp) => void;
}

async function go(
  app: SmallApp,
  wish: Wish,
  { options, after = 0, meanwhile, ...parts }: Situation = {},
): Promise<{ report: ApplyReport; app: SmallApp }> {
  const context = contextOf(app, desiredOf(wish, parts));
  const plan = await makePlan(context, planOptions(app, options));
  app.calls.length = 0;
  app.time += after;
  meanwhile?.(app);
  return { report: await applyPlan(context, plan, applyOptions(app)), app };
}

async function stale(promise: Promise<unknown>): Promise<DiagnosticError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DiagnosticError) return error;
  throw error ?? new Error('expected a refusal');
}

const LATE = 11_000;

/** Answers a lookup of users after a minute. */
function slow(): SmallApp {
  const app = new SmallApp({ users: { ann: { name: 'x' } } });
  app.answers.set('QueryUsers', () => {
    app.time += 60_000;
    return { users: [{ id: 'ann', name: 'x' }] };
  });
  return app;
}

/** Lookups of users that were open at once while a plan that had waited was looked at again. */
async function mostReads(app: SmallApp, wish: Wish, concurrency: number): Promise<number> {
  const context = contextOf(app, desiredOf(wish));
  const plan = await makePlan(context, planOptions(app));
  const watched = watch(app, 'QueryUsers');
  const now = () => app.time + LATE;
  const options = { ...applyOptions(app), now, concurrency, signal: AbortSignal.abort() };
  await applyPlan({ ...context, transport: watched.transport }, plan, options);
  return watched.most();
}

describe('at once', () => {
  test('nothing is looked at before, and the replies of users need no look after', async () => {
    const { report, app } = await go(new SmallApp({ users: { old: { name: 'x' } } }), {
      user: { ann: { name: 'Ann' }, old: { name: 'Old' } },
    });
    expect(app.ops).toEqual(['UpdateUsers', 'UpdateUsersPartial']);
    expect(resultsOf(report)).toEqual({ 'user.ann': 'done', 'user.old': 'done' });
    expect(report.calls).toMatchObject({ planned: 2, writes: 2, verification: 0 });
  });

  test('tasks are polled and counted', async () => {
    const { report, app } = await go(
      new SmallApp({ users: { ann: {} } }),
      {},
      { removed: [{ kind: 'user', id: 'ann' }], options: { allowDelete: true } },
    );
    expect(app.ops).toEqual(['DeactivateUsers', 'GetTask', 'QueryUsers']);
    expect(report.calls).toMatchObject({ writes: 1, polls: 1, verification: 1 });
    expect(report.notConverged).toEqual([]);
  });

  test('what is shown late is waited for, by the given clock', async () => {
    let reads = 0;
    const app = new SmallApp({ app: { disable_auth_checks: false } });
    const { report } = await go(
      app,
      { app: { '': { disable_auth_checks: true } } },
      {
        meanwhile: (live) =>
          live.answers.set('GetApp', () => {
            reads += 1;
            return { app: { id: 7, disable_auth_checks: reads > 2 } };
          }),
      },
    );
    expect(report.notConverged).toEqual([]);
    expect(report.calls).toMatchObject({ writes: 1, verification: 3 });
    expect(app.time - 1_000_000).toBeGreaterThan(500);
  });

  test('a plan of nine seconds is young', async () => {
    const { app } = await go(
      new SmallApp({ users: { ann: { name: 'x' } } }),
      { user: { ann: { name: 'Ann' } } },
      { after: 9000 },
    );
    expect(app.ops).toEqual(['UpdateUsersPartial']);
  });

  test('a plan that took a minute to read is young', async () => {
    const { report, app } = await go(slow(), { user: { ann: { name: 'Ann' } } }, { after: 9000 });
    expect(app.ops).toEqual(['UpdateUsersPartial']);
    expect(report.calls.verification).toBe(0);
  });

  test('the policy of burned ids is followed', async () => {
    const burned = () => {
      const app = new SmallApp();
      app.answers.set(
        'UpdateUsers',
        () =>
          new CallError('UpdateUsers', { status: 404, code: 16, message: 'the user ann was deleted', unclear: false }),
      );
      app.answers.set('RestoreUsers', () => {
        app.users.set('ann', {});
        return {};
      });
      return app;
    };
    expect(resultsOf((await go(burned(), { user: { ann: { name: 'Ann' } } })).report)).toEqual({
      'user.ann': 'failed burned-id',
    });
    const { report, app } = await go(burned(), { user: { ann: { name: 'Ann' } } }, { policy: { onBurned: 'restore' } });
    expect(resultsOf(report)).toEqual({ 'user.ann': 'revived' });
    expect(app.users.get('ann')).toMatchObject({ name: 'Ann' });
  });
});

describe('after more than ten seconds', () => {
  test('however long reading took, it is looked at again', async () => {
    const { report, app } = await go(slow(), { user: { ann: { name: 'Ann' } } }, { after: LATE });
    expect(app.ops).toEqual(['QueryUsers', 'UpdateUsersPartial']);
    expect(report.calls.verification).toBe(1);
  });

  test('as many reads go out at once as the options say', async () => {
    const users = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`u${index}`, { name: 'x' }]));
    const app = new SmallApp({ users });
    const wish = { user: Object.fromEntries(Object.keys(users).map((id) => [id, { name: 'y' }])) };
    const [one, two] = [await mostReads(app, wish, 3), await mostReads(app, wish, 7)];
    expect([one, two]).toEqual([3, 7]);
  });

  test('as it was: go', async () => {
    const { report, app } = await go(
      new SmallApp({ users: { ann: { name: 'x' } } }),
      { user: { ann: { name: 'Ann' } } },
      { after: LATE },
    );
    expect(app.ops).toEqual(['QueryUsers', 'UpdateUsersPartial']);
    expect(resultsOf(report)).toEqual({ 'user.ann': 'done' });
    expect(report.calls.verification).toBe(1);
  });

  test('unrelated drift: go', async () => {
    const { report } = await go(
      new SmallApp({ users: { ann: { name: 'x' }, bob: { name: 'b' } } }),
      { user: { ann: { name: 'Ann' }, bob: { name: 'b' } } },
      {
        after: LATE,
        meanwhile: (app) => {
          app.users.set('ann', { name: 'x', language: 'nl', custom: { mine: 1 } });
          app.users.set('bob', { name: 'moved' });
        },
      },
    );
    expect(resultsOf(report)).toEqual({ 'user.ann': 'done' });
  });

  test.each<[string, JsonObject]>([
    ['wanted already', { name: 'Ann' }],
    ['wanted already, with more beside it', { name: 'Ann', language: 'nl' }],
  ])('%s: done, and nothing is sent', async (_name, now) => {
    const { report, app } = await go(
      new SmallApp({ users: { ann: { name: 'x' } } }),
      { user: { ann: { name: 'Ann' } } },
      { after: LATE, meanwhile: (live) => live.users.set('ann', now) },
    );
    expect(app.writes).toEqual([]);
    expect(resultsOf(report)).toEqual({ 'user.ann': 'already' });
  });

  test('one field as wanted already: only the other one is sent', async () => {
    const { app } = await go(
      new SmallApp({ users: { ann: { name: 'x', language: 'en' } } }),
      { user: { ann: { name: 'Ann', language: 'nl' } } },
      { after: LATE, meanwhile: (live) => live.users.set('ann', { name: 'Ann', language: 'en' }) },
    );
    expect(app.writes.map((call) => call.body)).toEqual([{ users: [{ id: 'ann', set: { language: 'nl' } }] }]);
  });

  test.each<[string, JsonObject | undefined, string]>([
    ['a planned field moved', { name: 'y' }, 'name: was "x", is "y", wanted "Ann"'],
    ['another managed field moved', { name: 'x', language: 'de' }, 'language: was "nl", is "de", wanted "nl"'],
    ['it went away', undefined, 'It is not there any more'],
    ['it was deactivated', { name: 'x', language: 'nl', deactivated_at: 1 }, 'It cannot be changed any more'],
  ])('%s: stale, and nothing is written', async (_name, now, detail) => {
    const app = new SmallApp({ users: { ann: { name: 'x', language: 'nl' }, bob: {} } });
    const error = await stale(
      go(
        app,
        { user: { ann: { name: 'Ann', language: 'nl' }, bob: { name: 'Bob' } } },
        {
          after: LATE,
          meanwhile: (live) => {
            if (now === undefined) live.users.delete('ann');
            else live.users.set('ann', now);
          },
        },
      ),
    );
    expect(error.exitCode).toBe(4);
    expect(error.diagnostics).toMatchObject([
      { severity: 'error', code: 'stale-plan', subject: 'user.ann', detail: expect.stringContaining(detail) },
    ]);
    expect(app.writes).toEqual([]);
  });

  test('one that appeared and is otherwise than wanted: stale; as wanted: done', async () => {
    const appeared = (body: JsonObject) =>
      go(
        new SmallApp(),
        { user: { ann: { name: 'Ann' } } },
        { after: LATE, meanwhile: (app) => app.users.set('ann', body) },
      );
    expect((await stale(appeared({ name: 'y' }))).diagnostics[0]?.detail).toContain(
      'It is there by now, and otherwise than wanted',
    );
    expect(resultsOf((await appeared({ name: 'Ann' })).report)).toEqual({ 'user.ann': 'already' });
  });

  test('the delta is three lines, and long values are cut', async () => {
    const fields = { name: 'x', image: 'x', language: 'x', role: 'guest' };
    const moved = { name: 'y'.repeat(200), image: 'y', language: 'y', role: 'moderator' };
    const error = await stale(
      go(
        new SmallApp({ users: { ann: fields } }),
        { user: { ann: { name: 'n', image: 'n', language: 'n', role: 'admin' } } },
        { after: LATE, meanwhile: (app) => app.users.set('ann', moved) },
      ),
    );
    const detail = error.diagnostics[0]?.detail ?? '';
    expect(detail.match(/^\w+: was .+, is .+, wanted .+$/gm)).toHaveLength(3);
    expect(detail).toContain('\nand 1 more field\n');
    expect(detail).toContain(`is "${'y'.repeat(58)}…`);
  });

  test('a removal of what is gone by now is done', async () => {
    const { report, app } = await go(
      new SmallApp({ users: { ann: {} } }),
      {},
      {
        removed: [{ kind: 'user', id: 'ann', onRemoval: 'delete' }],
        options: { allowDelete: true },
        after: LATE,
        meanwhile: (live) => live.users.delete('ann'),
      },
    );
    expect(app.writes).toEqual([]);
    expect(resultsOf(report)).toEqual({ 'user.ann': 'already' });
  });

  test('what was held back stays so', async () => {
    const { report, app } = await go(
      new SmallApp({ users: { ann: {}, bob: {} } }),
      { user: { bob: { name: 'Bob' } } },
      { removed: [{ kind: 'user', id: 'ann' }], after: LATE },
    );
    expect(app.writes.map((call) => call.op)).toEqual(['UpdateUsersPartial']);
    expect(resultsOf(report)).toEqual({ 'user.bob': 'done' });
  });

  test('carried values are those of the second look, not those of the plan', async () => {
    const upload = {
      size_limit: 1,
      allowed_file_extensions: [],
      blocked_file_extensions: [],
      allowed_mime_types: [],
      blocked_mime_types: [],
    };
    const { app } = await go(
      new SmallApp({ app: { file_upload_config: upload } }),
      { app: { '': { file_upload_config: { size_limit: 2 } } } },
      {
        after: LATE,
        meanwhile: (live) => {
          live.app['file_upload_config'] = { ...upload, blocked_mime_types: ['added/meanwhile'] };
        },
      },
    );
    expect(app.writes.map((call) => call.body)).toEqual([
      { file_upload_config: { ...upload, size_limit: 2, blocked_mime_types: ['added/meanwhile'] } },
    ]);
  });

  test('hooks that somebody added meanwhile are kept', async () => {
    const hook = (id: string) => ({ id, hook_type: 'webhook', webhook_url: `https://${id}` });
    const { app } = await go(
      new SmallApp({ app: { event_hooks: [hook('a')] } }),
      { app: { '': { event_hooks: { mine: { hook_type: 'webhook', webhook_url: 'https://mine' } } } } },
      {
        after: LATE,
        meanwhile: (live) => {
          live.app['event_hooks'] = [hook('a'), hook('b')];
        },
      },
    );
    const rows = app.writes[0]?.body?.['event_hooks'] as readonly JsonObject[];
    expect(rows.map((row) => row['webhook_url'])).toEqual(['https://a', 'https://b', 'https://mine']);
  });

  test('a hook that came meanwhile and would lose its secret: nothing is written', async () => {
    const app = new SmallApp();
    const error = await stale(
      go(
        app,
        { app: { '': { event_hooks: { mine: { hook_type: 'webhook', webhook_url: 'https://mine' } } } } },
        {
          after: LATE,
          meanwhile: (live) => {
            live.app['event_hooks'] = [{ id: 'theirs', hook_type: 'sqs', sqs_auth_type: 'keys' }];
          },
        },
      ),
    );
    expect(error.exitCode).toBe(4);
    expect(error.diagnostics.map((each) => each.code)).toEqual(['hook-secret-unknown']);
    expect(app.writes).toEqual([]);
  });

  test.each([0, LATE])('fields that no read shows are sent all the same (after %i ms)', async (after) => {
    const wish = { app: { '': { reminders_max_members: 5, sqs_key: { $secret: '/app/sqs_key' } } } };
    const { app, report } = await go(new SmallApp(), wish, {
      after,
      options: { send: ['app.reminders_max_members', 'app.sqs_key'] },
    });
    expect(asObject(app.writes[0]?.body)).toMatchObject({
      reminders_max_members: 5,
      sqs_key: { $secret: '/app/sqs_key' },
    });
    expect(resultsOf(report)).toEqual({ app: 'done' });
  });

  test.each([0, 6000, LATE])('a secret of a hook is sent all the same (after %i ms)', async (after) => {
    const keys = { sqs_key: { $secret: '/k' }, sqs_secret: { $secret: '/s' } };
    const row = { id: 'q', hook_type: 'sqs', sqs_queue_url: 'https://q', sqs_auth_type: 'keys' };
    const { app } = await go(
      new SmallApp({ app: { event_hooks: [row] } }),
      { app: { '': { event_hooks: { mine: { ...row, ...keys } } } } },
      { after, options: { send: ['app.event_hooks.mine.sqs_secret'] } },
    );
    expect(app.writes.map((call) => call.body)).toEqual([{ event_hooks: [{ ...row, ...keys }] }]);
  });
});

describe('members, after more than ten seconds', () => {
  const state = (...ids: readonly string[]): JsonObject => ({
    channel: { cid: 'messaging:a', custom: {} },
    members: ids.map((user_id) => ({ user_id, channel_role: 'channel_member' })),
  });
  const room = (wanted: JsonObject, before: JsonObject, now: JsonObject, after: JsonObject) => {
    const app = new SmallApp({ users: { ann: {}, bob: {}, cleo: {} }, channels: { a: before } });
    app.answers.set('UpdateChannel', () => {
      app.channels.set('a', after);
      return after;
    });
    return go(
      app,
      { channel: { 'messaging:a': wanted } },
      { after: LATE, meanwhile: (live) => live.channels.set('a', now) },
    );
  };

  test('one to add who is there is left out', async () => {
    const { app } = await room({ members: { ann: {}, bob: {} } }, state(), state('ann'), state('ann', 'bob'));
    expect(app.writes.map((call) => call.body)).toEqual([{ add_members: [{ user_id: 'bob' }] }]);
  });

  test('one to remove who is gone is left out', async () => {
    const { app, report } = await room({ members: { ann: null } }, state('ann'), state(), state());
    expect(app.writes).toEqual([]);
    expect(resultsOf(report)).toEqual({ 'channel.messaging:a': 'already' });
  });

  test('strangers who came since are neither removed nor a reason to stop', async () => {
    const { app, report } = await room(
      { members: { ann: {} }, members_mode: 'exact' },
      state('ann', 'bob'),
      state('ann', 'bob', 'cleo'),
      state('ann', 'cleo'),
    );
    expect(app.writes.map((call) => call.body)).toEqual([{ remove_members: ['bob'] }]);
    expect(report.notConverged).toEqual([]);
  });
});

describe('hashes', () => {
  test('digests depend on the text alone; nonces on nothing', () => {
    expect(sha256('a')).toBe(sha256('a'));
    expect(sha256('a')).toMatch(/^h1:[\w-]{43}$/);
    expect(sha256('a')).not.toBe(sha256('b'));
    expect(runNonce()).toMatch(/^[\w-]{12}$/);
    expect(runNonce()).not.toBe(runNonce());
  });
});
