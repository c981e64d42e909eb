/** Making a plan: reads, references, guards, selectors, counts. */
import { describe, expect, test } from 'vitest';
import { parseSelector, type Selector } from '../../src/core/address.ts';
import { CallError, type Transport } from '../../src/core/call.ts';
import { DiagnosticError } from '../../src/core/diagnostic.ts';
import { asObject, type JsonObject } from '../../src/core/json.ts';
import type { Plan } from '../../src/core/plan.ts';
import type { PlanOptions } from '../../src/reconcile/context.ts';
import { makePlan } from '../../src/reconcile.ts';
import {
  contextOf,
  type DesiredParts,
  desiredOf,
  payloadOf,
  planOptions,
  SmallApp,
  type Wish,
  watch,
} from './support.ts';

interface Situation extends DesiredParts {
  readonly app?: SmallApp;
  readonly options?: Partial<PlanOptions>;
}

const plan = (wish: Wish, { app = new SmallApp(), options, ...parts }: Situation = {}): Promise<Plan> =>
  makePlan(contextOf(app, desiredOf(wish, parts)), planOptions(app, options));

async function refusal(promise: Promise<unknown>): Promise<DiagnosticError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof DiagnosticError) return error;
    throw error;
  }
  throw new Error('expected a refusal');
}

const codes = (error: DiagnosticError) => [error.exitCode, ...error.diagnostics.map((each) => each.code)];
const selectors = (...texts: readonly string[]): Selector[] => texts.flatMap((text) => parseSelector(text) ?? []);
const users = (count: number, body: JsonObject = {}) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`u${index}`, body]));

describe('reads', () => {
  test('the app is asked for first, and once', async () => {
    const app = new SmallApp();
    await plan({ user: { ann: {} }, app: { '': { disable_auth_checks: false } } }, { app });
    expect(app.ops[0]).toBe('GetApp');
    expect(app.ops.filter((op) => op === 'GetApp')).toHaveLength(1);
  });

  const begun = async (parts: { readonly appId?: number }) => {
    const app = new SmallApp();
    const sent: string[] = [];
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const transport: Transport = {
      async send(call) {
        sent.push(call.op);
        if (call.op === 'GetApp') await answered;
        return app.send(call);
      },
    };
    const context = { ...contextOf(app, desiredOf({ user: { ann: {} } }, parts)), transport };
    const made = makePlan(context, planOptions(app));
    for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
    const early = [...sent];
    answer();
    await made;
    return { early, sent };
  };

  test('of other things wait for its answer where it has to be a certain app', async () => {
    expect(await begun({ appId: 7 })).toEqual({ early: ['GetApp'], sent: ['GetApp', 'QueryUsers'] });
  });

  test('of other things go out beside it where any app will do', async () => {
    const both = ['GetApp', 'QueryUsers'];
    expect(await begun({})).toEqual({ early: both, sent: both });
  });

  test('of another app are none, whatever else is wrong', async () => {
    const app = new SmallApp({ app: { id: 8 } });
    const options = { target: selectors('user.nobody') };
    const error = await refusal(plan({ user: { ann: {} } }, { app, options, appId: 7 }));
    expect(codes(error)).toEqual([1, 'wrong-app']);
    expect(app.ops).toEqual(['GetApp']);
  });

  test.each([
    [undefined, 20],
    [3, 6],
  ])('with %s calls in flight, %i chunks are under way', async (concurrency, chunks) => {
    const app = new SmallApp();
    const { transport, most } = watch(app, 'QueryUsers');
    const options = planOptions(app, concurrency === undefined ? {} : { concurrency });
    await makePlan({ ...contextOf(app, desiredOf({ user: users(3000) })), transport }, options);
    expect(most()).toBe(chunks);
  });

  test('only of what is declared', async () => {
    const app = new SmallApp({ users: { ann: {} } });
    await plan({ user: { ann: {} } }, { app });
    expect(app.ops).toEqual(['GetApp', 'QueryUsers']);
  });

  test('a plan with no writes verifies nothing', async () => {
    const app = new SmallApp({
      channels: { 'messaging:a': { channel: { cid: 'messaging:a', custom: {} }, members: [{ user_id: 'ghost' }] } },
    });
    const made = await plan(
      { channel: { 'messaging:a': { members: { ghost: { channel_role: 'channel_member' } } } } },
      { app },
    );
    expect(made.operations).toEqual([]);
    expect(app.ops).toEqual(['GetApp', 'QueryChannels']);
  });

  test('nothing is ever written', async () => {
    const app = new SmallApp();
    await plan({ user: users(5) }, { app });
    expect(app.writes).toEqual([]);
  });

  test('progress', async () => {
    const seen: string[] = [];
    await plan({ user: users(150) }, { options: { onProgress: ({ kind, done }) => seen.push(`${kind} ${done}`) } });
    expect(seen.sort()).toEqual(['user 100', 'user 150']);
  });

  test('an interruption ends it', async () => {
    await expect(plan({ user: { ann: {} } }, { options: { signal: AbortSignal.abort() } })).rejects.toThrow('aborted');
    const stop = new AbortController();
    const app = new SmallApp();
    app.answers.set('GetApp', () => {
      stop.abort();
      return { app: { id: 7 } };
    });
    await expect(plan({ user: { ann: {} } }, { app, options: { signal: stop.signal } })).rejects.toThrow('aborted');
    expect(app.ops).toEqual(['GetApp']);
  });
});

describe('the app that it is for', () => {
  test('is named by the plan', async () => {
    expect((await plan({}, { env: 'staging' })).target).toEqual({
      appId: 7,
      appName: 'Acme',
      baseUrl: 'https://api.test',
    });
    expect((await plan({}, { env: 'staging' })).configuration).toEqual({ digest: 'h1:desired', env: 'staging' });
    expect((await plan({})).configuration).toEqual({ digest: 'h1:desired' });
  });

  test('another one is refused before anything else is read', async () => {
    const app = new SmallApp();
    const error = await refusal(plan({ user: { ann: {} } }, { app, appId: 8 }));
    expect(codes(error)).toEqual([1, 'wrong-app']);
    expect(error.diagnostics[0]).toMatchObject({
      detail: expect.stringContaining('belongs to app 7'),
      source: { file: 'chat.config.yaml' },
    });
    expect(app.ops).toEqual(['GetApp']);
    expect((await plan({}, { appId: 7 })).target.appId).toBe(7);
  });

  test('one that does not say which it is is refused if it matters', async () => {
    const nameless = () => new SmallApp({ app: { id: null, name: null } });
    expect((await refusal(plan({}, { app: nameless(), appId: 7 }))).diagnostics[0]?.detail).toContain('does not tell');
    expect((await plan({}, { app: nameless() })).target).toEqual({ appId: 0, baseUrl: 'https://api.test' });
  });
});

describe('mentions of what is not there', () => {
  const created = { 'messaging:a': { created_by_id: 'bot', members: { ann: {}, ghost: {} } } };

  test('are errors, with one lookup for all of a kind', async () => {
    const app = new SmallApp({ users: { bot: {}, ann: {} } });
    const error = await refusal(plan({ channel: created }, { app }));
    expect(codes(error)).toEqual([1, 'unknown-reference']);
    expect(error.diagnostics[0]).toMatchObject({
      subject: 'channel.messaging:a.members.ghost',
      detail: expect.stringContaining('user.ghost is not in the app'),
    });
    expect(
      app.calls
        .filter((call) => call.op === 'QueryUsers')
        .map((call) => asObject(asObject(payloadOf(call)['filter_conditions'])['id'])['$in']),
    ).toEqual([['bot', 'ann', 'ghost']]);
  });

  test('are looked up in as many calls at once as the options say', async () => {
    const members = users(700);
    const app = new SmallApp({ users: members });
    const { transport, most } = watch(app, 'QueryUsers');
    const desired = desiredOf({ channel: { 'messaging:a': { created_by_id: 'u0', members } } });
    const made = await makePlan({ ...contextOf(app, desired), transport }, planOptions(app, { concurrency: 4 }));
    expect(made.changes).toHaveLength(1);
    expect(app.ops.filter((op) => op === 'QueryUsers')).toHaveLength(7);
    expect(most()).toBe(4);
  });

  test('a near name is proposed', async () => {
    const app = new SmallApp({ roles: [{ name: 'presenter' }] });
    const error = await refusal(plan({ user: { ann: { role: 'presentr' } } }, { app }));
    expect(error.diagnostics[0]?.detail).toContain('Did you mean "presenter"?');
  });

  test('built-ins and what is declared need no lookup', async () => {
    const app = new SmallApp();
    const made = await plan(
      { role: { vip: {} }, user: { bot: { role: 'admin' }, ann: { role: 'vip' }, ghost: {} }, channel: created },
      { app },
    );
    expect(made.operations.length).toBeGreaterThan(0);
    expect(app.ops).toEqual(['GetApp', 'ListRoles', 'QueryUsers', 'QueryChannels']);
  });

  test('what is left out of this run is not going to be there', async () => {
    const wish = { user: { bot: {}, ann: {}, ghost: {} }, channel: created };
    const error = await refusal(plan(wish, { options: { target: selectors('channel.*') } }));
    expect(error.diagnostics.map((each) => each.code)).toEqual([
      'unknown-reference',
      'unknown-reference',
      'unknown-reference',
    ]);
    const app = new SmallApp({ users: { bot: {}, ann: {}, ghost: {} } });
    expect((await plan(wish, { app, options: { target: selectors('channel.*') } })).operations).toHaveLength(1);
    expect(
      (await plan(wish, { options: { exclude: selectors('role.*', 'user.x*', 'channel.messaging:b').slice(3) } }))
        .operations,
    ).toHaveLength(2);
  });

  test('many are looked up in portions', async () => {
    const app = new SmallApp({ users: { bot: {}, ...users(150) } });
    await plan({ channel: { 'messaging:a': { created_by_id: 'bot', members: users(150) } } }, { app });
    expect(app.calls.filter((call) => call.op === 'QueryUsers').map((call) => payloadOf(call)['limit'])).toEqual([
      100, 51,
    ]);
  });

  test('only those that a write names: what stays as it is live is known to exist', async () => {
    const live = {
      channel: { cid: 'messaging:a', custom: {}, created_by: { id: 'bot' } },
      members: [{ user_id: 'ghost', channel_role: 'odd' }],
    };
    const app = new SmallApp({ users: { ann: {} }, channels: { 'messaging:a': live } });
    const body = {
      created_by_id: 'bot',
      custom: { color: 'green' },
      members: { ghost: { channel_role: 'odd' }, ann: {} },
    };
    expect((await plan({ channel: { 'messaging:a': body } }, { app })).operations).toHaveLength(2);
    expect(
      app.calls
        .filter((call) => call.op === 'QueryUsers')
        .map((call) => asObject(asObject(payloadOf(call)['filter_conditions'])['id'])['$in']),
    ).toEqual([['ann']]);
    expect(app.ops).not.toContain('ListRoles');
  });

  test('who announces is named by the announcement', async () => {
    const app = new SmallApp({ channels: { 'messaging:a': { channel: { cid: 'messaging:a', custom: {} } } } });
    const error = await refusal(
      plan({ channel: { 'messaging:a': { custom: { a: 1 }, announce: { as: 'nobody', on_update: 'x' } } } }, { app }),
    );
    expect(error.diagnostics[0]?.subject).toBe('channel.messaging:a.announce.as');
  });

  test('nobody asks for what is held back', async () => {
    const app = new SmallApp({ users: { ann: { deactivated_at: 1 } } });
    const made = await plan({ user: { ann: { role: 'unheard-of' } } }, { app });
    expect(made.counts.heldBack).toBe(1);
    expect(app.ops).toEqual(['GetApp', 'QueryUsers']);
  });
});

describe('removals', () => {
  const removed = [{ kind: 'user', id: 'ann' }];
  const app = () => new SmallApp({ users: { ann: {}, bob: {} } });

  test('are shown and held back, and the rest goes ahead', async () => {
    const made = await plan({ user: { bob: { name: 'Bob' } } }, { app: app(), removed });
    expect(made.changes.map((change) => [change.address, change.action, change.heldBack])).toEqual([
      ['user.bob', 'update', undefined],
      ['user.ann', 'remove', 'allow-delete'],
    ]);
    expect(made.operations.map((each) => each.call.op)).toEqual(['UpdateUsersPartial']);
    expect(made.counts).toMatchObject({ heldBack: 1, unchanged: 0 });
  });

  test.each<[string, DesiredParts, string]>([
    ['the kind’s default', { removed }, 'deactivate'],
    ['the policy of the collection', { removed, policy: { onRemoval: { users: 'delete' } } }, 'delete'],
    [
      'the entry’s own',
      { removed: [{ kind: 'user', id: 'ann', onRemoval: 'hard_delete' }], policy: { onRemoval: { users: 'delete' } } },
      'hard_delete',
    ],
  ])('go as they are meant: %s', async (_name, parts, removal) => {
    const made = await plan({}, { app: app(), ...parts, options: { allowDelete: true } });
    expect(made.changes).toMatchObject([{ action: 'remove', removal }]);
    expect(made.operations).toHaveLength(1);
  });

  test('of what is not there are noted, at their entry', async () => {
    const made = await plan({}, { removed: [{ kind: 'user', id: 'gone' }] });
    expect(made.changes).toEqual([]);
    expect(made.diagnostics).toMatchObject([
      { severity: 'note', code: 'already-gone', subject: 'user.gone', source: { line: '/removed/0'.length } },
    ]);
    expect(made.counts.unchanged).toBe(0);
  });

  test('a replacement needs the same permission', async () => {
    const own = app();
    own.answers.set('ListBlockLists', () => ({ blocklists: [{ name: 'rules', type: 'word' }] }));
    const wish = { blocklist: { rules: { type: 'regex' } } };
    expect((await plan(wish, { app: own })).changes).toMatchObject([{ action: 'replace', heldBack: 'allow-delete' }]);
    expect((await plan(wish, { app: own, options: { allowDelete: true } })).operations).toHaveLength(2);
    const error = await refusal(
      plan({ blocklist: { rules: { type: 'regex', protect: true } } }, { app: own, options: { allowDelete: true } }),
    );
    expect(codes(error)).toEqual([3, 'protected']);
  });
});

describe('roles and commands in use', () => {
  const going = (role: JsonObject, wish: Wish, parts: Situation = {}) => {
    const { app = new SmallApp({ types: { live: { grants: { vip: ['p'] } } } }), removed = [], ...rest } = parts;
    app.roles.push({ name: 'vip', custom: true, scopes: [], ...role });
    return plan(wish, {
      app,
      removed: [{ kind: 'role', id: 'vip' }, ...removed],
      ...rest,
      options: { allowDelete: true },
    });
  };
  const heldBack = (made: Plan, address = 'role.vip') =>
    made.changes.find((change) => change.address === address)?.heldBack;

  test.each<[string, JsonObject, Wish, string | undefined]>([
    ['granted nowhere', {}, {}, undefined],
    ['granted on a type', { scopes: ['live'] }, {}, 'in-use'],
    ['granted in the app', { scopes: ['.app'] }, {}, 'in-use'],
    [
      'emptied on the type by this plan',
      { scopes: ['live'] },
      { channel_type: { live: { grants: { vip: [] } } } },
      undefined,
    ],
    [
      'emptied on one of two',
      { scopes: ['live', '.app'] },
      { channel_type: { live: { grants: { vip: [] } } } },
      'in-use',
    ],
    [
      'given less on the type',
      { scopes: ['live'] },
      { channel_type: { live: { grants: { vip: ['read-channel'] } } } },
      'in-use',
    ],
  ])('a role %s', async (_name, role, wish, expected) => {
    const made = await going(role, wish);
    expect(heldBack(made)).toBe(expected);
    expect(made.diagnostics.map((each) => each.code)).toEqual(expected === undefined ? [] : ['role-in-use']);
  });

  test('the warning names the scopes and the way out', async () => {
    const made = await going({ scopes: ['live', '.app'] }, {});
    expect(made.diagnostics[0]).toMatchObject({
      severity: 'warning',
      subject: 'role.vip',
      detail:
        "It is still granted permissions in live, the app's own scope; declare `grants: { vip: [] }` there. Take it away there first, then apply again.",
    });
  });

  test('a role whose type goes as well', async () => {
    const made = await going({ scopes: ['live'] }, {}, { removed: [{ kind: 'channel_type', id: 'live' }] });
    expect(heldBack(made)).toBeUndefined();
    expect(made.operations.map((each) => each.call.op)).toEqual(['DeleteChannelType', 'DeleteRole']);
  });

  test('a role whose type would go but is held back', async () => {
    const app = new SmallApp({ types: { live: {} }, channels: { x: { channel: { cid: 'live:x' } } } });
    expect(
      heldBack(await going({ scopes: ['live'] }, {}, { app, removed: [{ kind: 'channel_type', id: 'live' }] })),
    ).toBe('in-use');
  });

  test.each<[string, Wish, DesiredParts['removed'], JsonObject, string | undefined]>([
    ['who keeps it', {}, [], {}, 'in-use'],
    ['who changes otherwise', { user: { ann: { name: 'Ann' } } }, [], {}, 'in-use'],
    ['who gets another one', { user: { ann: { role: 'user' } } }, [], {}, undefined],
    ['who is deleted', {}, [{ kind: 'user', id: 'ann', onRemoval: 'delete' }], {}, undefined],
    ['who is deactivated', {}, [{ kind: 'user', id: 'ann', onRemoval: 'deactivate' }], {}, 'in-use'],
    ['whose change waits', { user: { ann: { role: 'user' } } }, [], { deactivated_at: 1 }, 'in-use'],
  ])('a role of somebody %s', async (_name, wish, removed, state, expected) => {
    const app = new SmallApp({ users: { ann: { role: 'vip', ...state } } });
    expect(heldBack(await going({}, wish, { app, ...(removed === undefined ? {} : { removed }) }))).toBe(expected);
  });

  test.each<[string, Wish, DesiredParts['removed'], string | undefined]>([
    ['that a type offers', {}, [], 'in-use'],
    ['that the type gives up', { channel_type: { live: { commands: ['giphy'] } } }, [], undefined],
    ['that the type keeps beside others', { channel_type: { live: { commands: ['giphy', 'ticket'] } } }, [], 'in-use'],
    ['whose type goes as well', {}, [{ kind: 'channel_type', id: 'live' }], undefined],
  ])('a command %s', async (_name, wish, removed = [], expected) => {
    const app = new SmallApp({
      app: { channel_configs: { live: { commands: ['ticket'] } } },
      types: { live: { commands: ['ticket'] } },
    });
    app.answers.set('ListCommands', () => ({ commands: [{ name: 'ticket' }] }));
    const made = await plan(wish, {
      app,
      removed: [{ kind: 'command', id: 'ticket' }, ...removed],
      options: { allowDelete: true },
    });
    expect(heldBack(made, 'command.ticket')).toBe(expected);
    expect(made.diagnostics.map((each) => each.code)).toEqual(expected === undefined ? [] : ['command-in-use']);
  });

  test('a removal that is not allowed anyway is not looked into', async () => {
    const app = new SmallApp({ roles: [{ name: 'vip', scopes: ['live'] }] });
    const made = await plan({}, { app, removed: [{ kind: 'role', id: 'vip' }] });
    expect(made.changes).toMatchObject([{ heldBack: 'allow-delete' }]);
    expect(made.diagnostics).toEqual([]);
  });

  test('a type with channels', async () => {
    const app = new SmallApp({ types: { live: {} }, channels: { x: { channel: { cid: 'live:x' } } } });
    const made = await plan(
      {},
      { app, removed: [{ kind: 'channel_type', id: 'live' }], options: { allowDelete: true } },
    );
    expect(made).toMatchObject({
      operations: [],
      changes: [{ heldBack: 'in-use' }],
      diagnostics: [{ code: 'type-has-channels' }],
    });
  });
});

describe('guards', () => {
  const removed = Array.from({ length: 4 }, (_, index) => ({ kind: 'user', id: `u${index}` }));

  test('too many at once: of what is declared and removed here', async () => {
    const wish = { user: Object.fromEntries(Object.entries(users(10)).slice(4)) };
    const app = () => new SmallApp({ users: users(10) });
    const error = await refusal(plan(wish, { app: app(), removed, options: { allowDelete: true } }));
    expect(codes(error)).toEqual([3, 'mass-change']);
    expect(
      (await plan(wish, { app: app(), removed, options: { allowDelete: true, allowMassChange: true } })).operations,
    ).toHaveLength(1);
    expect((await plan(wish, { app: app(), removed })).counts.heldBack).toBe(4);
    expect(
      (await plan(wish, { app: app(), removed: removed.slice(1), options: { allowDelete: true } })).operations,
    ).toHaveLength(1);
  });

  describe('the last admin', () => {
    const admins = (...ids: readonly string[]) =>
      new SmallApp({
        users: Object.fromEntries([...ids.map((id) => [id, { role: 'admin' }] as const), ['joe', { role: 'user' }]]),
      });
    const asked = (app: SmallApp) =>
      app.calls
        .filter((call) => call.op === 'QueryUsers')
        .map(payloadOf)
        .filter((payload) => asObject(payload['filter_conditions'])['role'] === 'admin');

    test.each<[string, Wish, DesiredParts['removed'], readonly string[], boolean]>([
      ['loses the role', { user: { ann: { role: 'user' } } }, [], ['ann'], true],
      ['loses it while another one keeps it', { user: { ann: { role: 'user' } } }, [], ['ann', 'bob'], false],
      ['and all others lose it', { user: { ann: { role: 'user' }, bob: { role: 'user' } } }, [], ['ann', 'bob'], true],
      [
        'loses it while another one gets it',
        { user: { ann: { role: 'user' }, joe: { role: 'admin' } } },
        [],
        ['ann'],
        false,
      ],
      [
        'loses it while a new one gets it',
        { user: { ann: { role: 'user' }, new: { role: 'admin' } } },
        [],
        ['ann'],
        false,
      ],
      [
        'loses it while a deactivated one gets it',
        { user: { ann: { role: 'user' }, new: { role: 'admin', state: 'deactivated' } } },
        [],
        ['ann'],
        true,
      ],
      ['is deactivated', { user: { ann: { state: 'deactivated' } } }, [], ['ann'], true],
      ['is removed', {}, [{ kind: 'user', id: 'ann' }], ['ann'], true],
      ['is removed, another one stays', {}, [{ kind: 'user', id: 'ann' }], ['ann', 'bob'], false],
      ['changes otherwise', { user: { ann: { name: 'Ann', role: 'admin' } } }, [], ['ann'], false],
    ])('%s', async (_name, wish, gone, ids, guarded) => {
      const made = plan(wish, {
        app: admins(...ids),
        ...(gone === undefined ? {} : { removed: gone }),
        options: { allowDelete: true },
      });
      if (guarded) expect(codes(await refusal(made))).toEqual([3, 'last-admin']);
      else expect((await made).operations.length).toBeGreaterThan(0);
    });

    test('somebody else is deactivated', async () => {
      const app = admins('ann');
      await plan({ user: { joe: { state: 'deactivated' } } }, { app });
      expect(asked(app)).toEqual([]);
    });

    test('is asked for only when somebody loses the role, with a small question', async () => {
      const app = admins('ann', 'bob');
      await plan({ user: { ann: { role: 'user' } } }, { app });
      expect(asked(app)).toEqual([
        { filter_conditions: { role: 'admin' }, sort: [{ field: 'id', direction: 1 }], limit: 2 },
      ]);
      const other = admins('ann');
      await plan({ user: { joe: { name: 'Joe' } } }, { app: other });
      expect(asked(other)).toEqual([]);
    });

    test('no flag lets it pass', async () => {
      const error = await refusal(
        plan(
          { user: { ann: { role: 'user' } } },
          { app: admins('ann'), options: { allowMassChange: true, allowDelete: true } },
        ),
      );
      expect(error.diagnostics[0]).toMatchObject({ subject: 'user.ann', source: { file: 'chat.config.yaml' } });
    });
  });
});

describe('selectors', () => {
  const wish = { role: { vip: {} }, user: { ann: { name: 'A' }, bob: { name: 'B' } } };
  const addresses = async (options: Partial<PlanOptions>, removed: DesiredParts['removed'] = []) =>
    (await plan(wish, { options, app: new SmallApp({ users: { old: {} } }), removed })).changes.map(
      (change) => change.address,
    );

  test('target and exclude', async () => {
    expect(await addresses({ target: selectors('user.*') })).toEqual(['user.ann', 'user.bob']);
    expect(await addresses({ target: selectors('user.ann', 'role') })).toEqual(['role.vip', 'user.ann']);
    expect(await addresses({ exclude: selectors('user.a*') })).toEqual(['role.vip', 'user.bob']);
    expect(await addresses({ target: selectors('user'), exclude: selectors('user.ann') })).toEqual(['user.bob']);
    expect(await addresses({ target: selectors('user.old') }, [{ kind: 'user', id: 'old' }])).toEqual(['user.old']);
  });

  test('one that selects nothing is a mistake', async () => {
    const error = await refusal(
      plan(wish, { options: { target: selectors('user.ann', 'user.cleo'), exclude: selectors('channel') } }),
    );
    expect(codes(error)).toEqual([1, 'selector-matches-nothing', 'selector-matches-nothing']);
    expect(error.diagnostics.map((each) => each.subject)).toEqual(['user.cleo', 'channel']);
  });
});

describe('the plan', () => {
  test('counts what stays, what nobody manages and what nobody can see', async () => {
    const app = new SmallApp({
      users: { ann: { name: 'A' } },
      roles: [
        { name: 'vip', custom: true },
        { name: 'other', custom: true },
        { name: 'admin', custom: false },
        { name: 'newer', custom: false },
      ],
    });
    const made = await plan(
      { role: { vip: {} }, user: { ann: { name: 'A' } }, app: { '': { reminders_max_members: 5 } } },
      { app },
    );
    expect(made.counts).toEqual({ unchanged: 3, unmanaged: 1, heldBack: 0, blind: ['app.reminders_max_members'] });
  });

  test('--send sends, and one that sends nothing is a mistake', async () => {
    const wish = { app: { '': { reminders_max_members: 5 } } };
    expect((await plan(wish, { options: { send: ['app.reminders_max_members'] } })).operations).toHaveLength(1);
    const error = await refusal(plan(wish, { options: { send: ['app.reminders_max_member'] } }));
    expect(codes(error)).toEqual([1, 'send-matches-nothing']);
  });

  test('the estimate is that of all calls, stage after stage', async () => {
    const made = await plan({ role: { vip: {} }, user: { ann: {}, ...users(150) } });
    expect(made.estimate).toMatchObject({
      calls: 3,
      seconds: 2,
      stages: [
        { stage: made.stages[0]?.number, calls: 1, seconds: 1 },
        { stage: made.stages[1]?.number, calls: 2, seconds: 1 },
      ],
      budget: [
        { op: 'CreateRole', calls: 1, perMinute: 60 },
        { op: 'UpdateUsers', calls: 2, perMinute: 60 },
      ],
    });
    const wide = await plan({ user: { old: { name: 'x' }, ann: {} } }, { app: new SmallApp({ users: { old: {} } }) });
    expect(wide.estimate).toMatchObject({
      calls: 2,
      seconds: 2,
      bottleneck: { op: 'UpdateUsersPartial', perMinute: 60 },
    });
    expect((await plan({})).estimate).toEqual({ calls: 0, seconds: 0, stages: [], budget: [] });
  });

  test('two plans of the same are byte-identical', async () => {
    const wish = {
      role: { vip: {} },
      user: { ann: { role: 'vip', teams: ['b', 'a'] }, ...users(250) },
      app: { '': { disable_auth_checks: true } },
    };
    const text = async () => JSON.stringify(await plan(wish));
    expect(await text()).toBe(await text());
  });

  test('errors of the configuration end it with 7, those of the plan with 1', async () => {
    expect(
      codes(await refusal(plan({}, { diagnostics: [{ severity: 'error', code: 'bad-row', summary: 'Bad' }] }))),
    ).toEqual([7, 'bad-row']);
    expect((await plan({}, { diagnostics: [{ severity: 'warning', code: 'w', summary: 'W' }] })).operations).toEqual(
      [],
    );
    expect(codes(await refusal(plan({ channel: { 'messaging:a': { custom: { a: 1 } } } })))).toEqual([
      1,
      'creator-missing',
    ]);
  });

  test('notes stand at the place that they are about', async () => {
    const app = new SmallApp({ users: { ann: { deactivated_at: 1 } } });
    const made = await plan({ user: { ann: { name: 'x' } } }, { app });
    expect(made.diagnostics).toMatchObject([{ code: 'user-deactivated', source: { line: '/users/ann'.length } }]);
  });

  test('a read that fails ends it', async () => {
    const app = new SmallApp();
    app.answers.set(
      'QueryUsers',
      () => new CallError('QueryUsers', { status: 500, code: -1, message: 'broken', unclear: true }),
    );
    await expect(plan({ user: { ann: {} } }, { app })).rejects.toThrow('broken');
  });
});
