/** Taking up a saved plan: what is left of it, field by field. */
import { describe, expect, test } from 'vitest';
import { DiagnosticError } from '../../src/core/diagnostic.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { Change, FieldChange, Plan } from '../../src/core/plan.ts';
import { makePlan, type Resumed, resumePlan } from '../../src/reconcile.ts';
import { reread, saved } from '../support/saved.ts';
import { contextOf, type DesiredParts, desiredOf, planOptions, SmallApp, type Wish } from './support.ts';

interface Situation extends DesiredParts {
  readonly meanwhile?: (app: SmallApp) => void;
  /** What only this test knows how to plan. */
  readonly change?: (plan: Plan) => Plan;
  readonly allowDelete?: boolean;
}

async function takeUp(
  app: SmallApp,
  wish: Wish,
  { meanwhile, change, allowDelete, ...parts }: Situation = {},
): Promise<Resumed> {
  const context = contextOf(app, desiredOf(wish, parts));
  const options = planOptions(app, { allowDelete: allowDelete ?? false });
  const plan = await makePlan(context, options);
  const file = saved(change?.(plan) ?? plan);
  meanwhile?.(app);
  return resumePlan(context, reread(file).plan, options);
}

async function refusalOf(promise: Promise<unknown>): Promise<DiagnosticError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DiagnosticError) return error;
  throw error ?? new Error('expected a refusal');
}

const bodies = ({ plan }: Resumed) => plan.operations.map((operation) => operation.call.body);

describe('fields that a base gives back', () => {
  const withField =
    (field: FieldChange) =>
    (plan: Plan): Plan => ({
      ...plan,
      configuration: { ...plan.configuration, base: { ref: 'main', commit: 'c0ffee' } },
      changes: plan.changes.map((each): Change => ({ ...each, fields: [...each.fields, field] })),
    });
  const run = (now: JsonObject) =>
    takeUp(
      new SmallApp({ users: { ann: { name: 'x', custom: { old: 'was' } } } }),
      { user: { ann: { name: 'Ann' } } },
      {
        change: withField({ path: '/custom/old', before: 'was' }),
        meanwhile: (app) => app.users.set('ann', { name: 'x', ...now }),
      },
    );

  test.each<[string, JsonObject, JsonObject]>([
    ['as they were: unset', { custom: { old: 'was' } }, { id: 'ann', set: { name: 'Ann' }, unset: ['old'] }],
    ['gone already: left alone', { custom: {} }, { id: 'ann', set: { name: 'Ann' } }],
    ['the only thing left', { name: 'Ann', custom: { old: 'was' } }, { id: 'ann', unset: ['old'] }],
  ])('%s', async (_name, now, patch) => {
    expect(bodies(await run(now))).toEqual([{ users: [patch] }]);
  });

  test('of a kind that reviews nothing', async () => {
    const type = (length: number) => ({ name: 'stage', max_message_length: length, grants: { host: ['a'] } });
    const left = await takeUp(
      new SmallApp({ types: { stage: type(1) } }),
      { channel_type: { stage: { max_message_length: 5 } } },
      {
        change: withField({ path: '/grants/host', before: ['a'], after: [], set: true }),
        meanwhile: (app) => {
          app.types['stage'] = type(5);
        },
      },
    );
    expect(left.plan.changes.map((change) => change.fields)).toEqual([
      [{ path: '/grants/host', before: ['a'], after: [], set: true }],
    ]);
    expect(left.plan.operations).toHaveLength(1);
  });

  test('moved: stale', async () => {
    const { exitCode, diagnostics } = await refusalOf(run({ custom: { old: 'else' } }));
    expect(exitCode).toBe(4);
    expect(diagnostics[0]?.detail).toContain('custom.old: was "was", is "else", wanted unset');
  });

  test('of somebody who was deactivated meanwhile: stale', async () => {
    const { diagnostics } = await refusalOf(run({ name: 'Ann', custom: { old: 'was' }, deactivated_at: 1 }));
    expect(diagnostics[0]?.detail).toContain('cannot be changed any more');
  });
});

test('the removal of what only a base knew is taken up, and without a base it is refused', async () => {
  const removal = (plan: Plan): Plan => ({
    ...plan,
    changes: [
      {
        address: 'user.old',
        kind: 'user',
        id: 'old',
        action: 'remove',
        removal: 'deactivate',
        fields: [{ path: '/state', before: 'active', after: 'deactivated' }],
        touched: { before: null, after: 'h1:x' },
        references: [],
      },
    ],
  });
  const based = (plan: Plan): Plan => {
    const { configuration, ...rest } = removal(plan);
    return { ...rest, configuration: { ...configuration, base: { ref: 'main', commit: 'c0ffee' } } };
  };
  const app = () => new SmallApp({ users: { old: { name: 'Old' } } });
  expect((await takeUp(app(), {}, { change: based })).plan.operations.map(({ call }) => call.op)).toEqual([
    'DeactivateUsers',
  ]);
  const { diagnostics } = await refusalOf(takeUp(app(), {}, { change: removal }));
  expect(diagnostics.map((each) => each.code)).toEqual(['plan-altered']);
});

describe('what a creation left undone', () => {
  const state = (...ids: readonly string[]): JsonObject => ({
    channel: { cid: 'messaging:a', custom: {} },
    members: ids.map((user_id) => ({ user_id, channel_role: 'channel_member' })),
  });
  const users = { ann: {}, bob: {} };
  const room = (wanted: JsonObject, now: JsonObject) =>
    takeUp(
      new SmallApp({ users }),
      { channel: { 'messaging:a': { created_by_id: 'ann', ...wanted } } },
      { meanwhile: (app) => app.channels.set('a', now) },
    );

  test('goes on as an update', async () => {
    const left = await room({ members: { ann: {}, bob: {} } }, state('ann'));
    expect(bodies(left)).toEqual([{ add_members: [{ user_id: 'bob' }] }]);
  });

  test('is nothing, if all is there', async () => {
    const left = await room({ members: { ann: {} } }, state('ann'));
    expect(left).toMatchObject({ settled: ['channel.messaging:a'], plan: { operations: [] } });
  });

  test('one to add who came by another way gets the role that was planned', async () => {
    const left = await takeUp(
      new SmallApp({ users, channels: { a: state() } }),
      { channel: { 'messaging:a': { members: { ann: { channel_role: 'channel_moderator' } } } } },
      { meanwhile: (app) => app.channels.set('a', state('ann')) },
    );
    expect(bodies(left)).toEqual([{ assign_roles: [{ user_id: 'ann', channel_role: 'channel_moderator' }] }]);
  });

  test('that somebody else made otherwise: stale', async () => {
    const { diagnostics } = await refusalOf(
      takeUp(
        new SmallApp(),
        { user: { ann: { name: 'Ann' } } },
        { meanwhile: (app) => app.users.set('ann', { name: 'y' }) },
      ),
    );
    expect(diagnostics[0]?.detail).toBe(
      'It is there by now, and otherwise than wanted.\nname: was unset, is "y", wanted "Ann"\nNothing was written. Plan again.',
    );
  });
});

test('what is mentioned and went away stops it', async () => {
  const { exitCode, diagnostics } = await refusalOf(
    takeUp(
      new SmallApp({
        users: { ann: {}, zoe: {} },
        channels: { a: { channel: { cid: 'messaging:a', custom: {} }, members: [] } },
      }),
      { channel: { 'messaging:a': { members: { zoe: {} } } } },
      { meanwhile: (app) => app.users.delete('zoe') },
    ),
  );
  expect(exitCode).toBe(1);
  expect(diagnostics.map((each) => each.code)).toEqual(['unknown-reference']);
});

test('secrets are not told in what moved', async () => {
  const row = { id: 'q', hook_type: 'sqs', sqs_queue_url: 'https://q', sqs_auth_type: 'keys' };
  const keys = { sqs_key: { $secret: '/k' }, sqs_secret: { $secret: '/s' } };
  const { diagnostics } = await refusalOf(
    takeUp(
      new SmallApp(),
      { app: { '': { webhook_url: 'w', event_hooks: { mine: { ...row, ...keys } } } } },
      { meanwhile: (app) => Object.assign(app.app, { webhook_url: 'other' }) },
    ),
  );
  expect(diagnostics[0]?.detail).toContain('webhook_url: was "", is "other", wanted "w"');
  expect(diagnostics[0]?.detail).not.toContain('$secret');
});

test('an interruption ends it', async () => {
  const app = new SmallApp({ users: { ann: {} } });
  const context = contextOf(app, desiredOf({ user: { ann: { name: 'Ann' } } }));
  const plan = await makePlan(context, planOptions(app));
  await expect(resumePlan(context, plan, planOptions(app, { signal: AbortSignal.abort() }))).rejects.toThrow();
});
