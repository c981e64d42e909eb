import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { CallError } from '../../src/core/call.ts';
import { DiagnosticError } from '../../src/core/diagnostic.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { FAULTS } from '../../src/emulator/chaos/faults.ts';
import { CHANGES } from '../../src/emulator/chaos/nonbreaking.ts';
import { aChange, anOperation, aPlan, aReport } from '../render/plans.ts';
import { chat, type Handle } from './world.ts';

const oneChange = aPlan({
  changes: [aChange('user', 'alice', 'create', [{ path: '/name', after: 'Alice' }])],
  operations: [anOperation('users.1', 'user', 0, ['user.alice'])],
  stages: [{ number: 0, title: 'users' }],
  estimate: { calls: 1, seconds: 0.1, stages: [], budget: [] },
});
const done = () =>
  aReport([['user.alice', { status: 'done' }]], { calls: { ...aReport([]).calls, planned: 1, writes: 1 } });

/** Takes a drawn line away. */
const ERASE = '\r\u001b[2K';

describe('usage', () => {
  test.each([
    ['plna', "unknown command 'plna'", 'Did you mean plan?'],
    ['plan --allow-delte', "unknown option '--allow-delte'", 'Did you mean --allow-delete?'],
    ['plan --width wide', 'Write a whole number, 40 or more', ''],
    ['plan --width 12', 'Write a whole number, 40 or more', ''],
    ['plan --max-share 1.5', 'above 0 and at most 1', ''],
    ['plan --lag-deadline soon', 'is not a duration', ''],
    ['plan --target user.a.b', 'A selector is a kind or an address', ''],
    ['plan --send app', 'Name a field by its address', ''],
    ['plan --format yaml', 'Allowed choices are terminal, markdown, json, html', ''],
    ['apply --format html', 'Allowed choices are terminal, json', ''],
    ['plan extra', 'too many arguments', ''],
    ['token revoke', 'Whose tokens?', '--all'],
    ['token revoke alice --all --auto-approve', 'Whose tokens?', '--all'],
    ['emulator --port 99999', 'at most 65535', ''],
    ['emulator --chaos storms', 'Allowed choices are nonbreaking, faults', ''],
    ['emulator --chaos faults --chaos-probability 2', 'from 0 to 1', ''],
    ['emulator --chaos faults --chaos-odds dropped-after', 'dropped-after=0.05', ''],
    ['emulator --chaos faults --chaos-odds dropped-after=2', 'from 0 to 1', ''],
    ['emulator --chaos faults --chaos-odds lists=0.1', 'faults has no lists', 'dropped-before'],
    ['emulator --chaos nonbreaking --chaos-odds slow-body=0.1', 'nonbreaking has no slow-body', 'endpoints'],
    ['emulator --chaos faults --chaos-odds slow-body=0.6,dropped-after=0.6', 'add up to 1', '1.2'],
    ['emulator --chaos-seed 5', 'Say which', '--chaos faults'],
  ])('chat %s', async (words, message, hint) => {
    const ran = await chat(words);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).toContain(hint);
    expect(ran.planned).toHaveLength(0);
  });

  test.each(['help', '--help', 'help plan', 'plan --help', 'token revoke --help'])('chat %s', async (words) => {
    const ran = await chat(words);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^Usage: chat/);
  });

  test('help names every kind of chaos', async () => {
    const { stdout } = await chat('emulator --help');
    expect([...CHANGES, ...FAULTS].filter((kind) => !stdout.includes(kind))).toEqual([]);
  });

  test('help names the exit codes', async () => {
    expect((await chat('help')).stdout).toContain('7 invalid configuration');
  });
});

describe('chat plan', () => {
  test('prints the plan on stdout, nothing on stderr, and how to apply it', async () => {
    const ran = await chat(
      'plan --config staging.yaml --env eu --target user.* role --exclude user.b --allow-delete --send app.a --lag-deadline 20s',
      { plan: oneChange },
    );
    expect(ran).toMatchObject({ code: 0, stderr: '', closed: 1 });
    expect(ran.stdout).toMatch(/^Plan: 1 to create, 0 to update, 0 to delete · 1 call, under 1 s\n/);
    expect(ran.stdout).toContain(
      "To apply: chat apply --config staging.yaml --env eu --target 'user.*' --target role --exclude user.b --allow-delete --send app.a --lag-deadline 20s\n",
    );
  });

  test('passes its flags on, with the defaults', async () => {
    const ran = await chat('plan');
    expect(ran.planned[0]).toMatchObject({
      allowDelete: false,
      allowMassChange: false,
      target: [],
      exclude: [],
      send: [],
      lagDeadlineMs: 15_000,
      concurrency: 10,
    });
    expect(ran.transports[0]).toMatchObject({ mode: 'plan' });
    expect(ran.transports[0]?.userAgent).toMatch(/^chat-config-\d+\.\d+\.\d+/);
  });

  test('--concurrency holds for reading and for writing', async () => {
    const applied: unknown[] = [];
    const apply = (options: unknown) => {
      applied.push(options);
      return aReport([]);
    };
    const ran = await chat('apply --auto-approve --concurrency 3', { plan: oneChange, apply });
    expect([...ran.planned, ...applied]).toMatchObject([{ concurrency: 3 }, { concurrency: 3 }]);
  });

  test.each([
    ['plan', oneChange, 0],
    ['plan --detailed-exitcode', oneChange, 2],
    ['plan --detailed-exitcode', aPlan(), 0],
    [
      'plan --detailed-exitcode',
      aPlan({
        changes: [{ ...aChange('user', 'b', 'remove'), heldBack: 'allow-delete' as const }],
        counts: { unchanged: 0, unmanaged: 0, heldBack: 1, blind: [] },
      }),
      0,
    ],
  ])('%s (%#) exits as it should', async (words, plan, code) => {
    expect((await chat(words, { plan })).code).toBe(code);
  });

  test('as JSON is one document', async () => {
    const ran = await chat('plan --format json', { plan: oneChange });
    expect(JSON.parse(ran.stdout)).toMatchObject({ type: 'plan', would_write: true, command: 'chat apply' });
    expect(ran.stderr).toBe('');
  });

  test.each([
    ['markdown', /^### Plan: 1 to create, .*\n[\s\S]*\nTo apply: `chat apply --env staging`\n$/],
    ['html', /^<!doctype html>[\s\S]*<code>chat apply --env staging<\/code>[\s\S]*<\/html>\n$/],
  ])('as %s is one document that ends with what to do', async (format, document) => {
    const ran = await chat(`plan --env staging --format ${format}`, { plan: oneChange });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(document);
  });

  test('needs credentials, but not with --emulator', async () => {
    const without = await chat('plan', { credentials: false });
    expect(without.code).toBe(7);
    expect(without.stderr).toContain('target.api_key and target.api_secret');
    const diagnostics = [
      { severity: 'warning', code: 'missing-variable', summary: 'Not set', subject: '/target/api_key', detail: 'KEY.' },
    ] as const;
    const unset = await chat('plan', { credentials: false, diagnostics });
    expect(unset).toMatchObject({ code: 7, stdout: '' });
    expect(unset.stderr).toMatch(/^error: Not set .*\n {2}KEY\. To try it/);
    expect(await chat('plan --emulator', { credentials: false, diagnostics })).toMatchObject({ code: 0, stderr: '' });
    expect((await chat('plan --emulator', { credentials: false })).code).toBe(0);
  });

  test('refuses an invalid configuration before it talks to the app', async () => {
    const ran = await chat('plan', { diagnostics: [{ severity: 'error', code: 'x', summary: 'Wrong' }] });
    expect(ran).toMatchObject({ code: 7, stdout: '', planned: [], transports: [] });
    expect(ran.stderr).toContain('error: Wrong [x]');
  });

  test('shows how far reading is: a line on a terminal, silence while it is quick', async () => {
    const read =
      (handle: Handle | undefined) =>
      (options: { onProgress?: (p: { kind: string; done: number; total?: number }) => void }) => {
        for (let done = 0; done < 10; done++) {
          handle?.advance(1000);
          options.onProgress?.({ kind: 'channel_type', done: done * 1000, total: 10_000 });
        }
        return aPlan();
      };
    let handle: Handle | undefined;
    const keep = (each: Handle) => {
      handle = each;
    };
    const log = await chat('plan', { plan: (options) => read(handle)(options) }, keep);
    expect(log.stderr).toBe(
      'Reading channel type: 2,000 of 10,000\nReading channel type: 5,000 of 10,000\nReading channel type: 8,000 of 10,000\n',
    );
    const live = await chat('plan', { terminal: true, plan: (options) => read(handle)(options) }, keep);
    expect(live.stderr.startsWith(`${ERASE}Reading channel type: 0 of 10,000\r`)).toBe(true);
    expect(live.stderr.endsWith(ERASE)).toBe(true);
    const quick = await chat('plan', { plan: (options) => read(undefined)(options) });
    expect(quick.stderr).toBe('');
  });
});

describe('failures', () => {
  test('an expected one is a diagnostic with its exit code, without a stack', async () => {
    const ran = await chat('plan', {
      plan: () => {
        throw new DiagnosticError([{ severity: 'error', code: 'mass-change', summary: 'Too many deletions' }], 3);
      },
    });
    expect(ran).toMatchObject({ code: 3, stdout: '', stderr: 'error: Too many deletions [mass-change]\n', closed: 1 });
  });

  test.each([
    [401, 2, 'target.api_key'],
    [401, 5, 'target.api_secret'],
    [401, 42, 'clock'],
    [404, -1, 'target.base_url'],
    [0, -1, 'Check the network'],
    [400, 4, 'request req-1'],
  ])('of the API with %i/%i', async (status, code, hint) => {
    const ran = await chat('plan', {
      plan: () => {
        throw new CallError('GetApp', {
          status,
          code,
          message: 'GetApp failed\u001b[2J',
          requestId: 'req-1',
          unclear: false,
        });
      },
    });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('[api-error]');
    expect(ran.stderr).toContain('GetApp');
    expect(ran.stderr).toContain(hint);
    expect(ran.stderr).not.toContain('\u001b');
    expect(ran.stderr).not.toContain('    at ');
  });

  test('an unexpected one is called a bug and shows where it comes from', async () => {
    const ran = await chat('plan', {
      plan: () => {
        throw new TypeError('undefined is not a function');
      },
    });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(
      /^chat: this is a bug, please report it: TypeError: undefined is not a function\n {4}at /,
    );
  });

  test('Ctrl-C while reading ends with 130', async () => {
    let handle: Handle | undefined;
    const ran = await chat(
      'plan',
      {
        plan: ({ signal }) =>
          new Promise((_, reject) => {
            signal?.addEventListener('abort', () => reject(signal.reason));
            handle?.interrupt();
          }),
      },
      (each) => {
        handle = each;
      },
    );
    expect(ran).toMatchObject({ code: 130, stdout: '', stderr: 'Interrupted.\n', left: [] });
  });
});

describe('colour', () => {
  const bold = '\u001b[1m';
  test.each([
    ['on a terminal', 'plan', { terminal: true }, true],
    ['not in a pipe', 'plan', {}, false],
    ['not with --no-color', 'plan --no-color', { terminal: true }, false],
    ['not with NO_COLOR', 'plan', { terminal: true, env: { NO_COLOR: '1' } }, false],
    ['with an empty NO_COLOR', 'plan', { terminal: true, env: { NO_COLOR: '' } }, true],
    ['not on a dumb terminal', 'plan', { terminal: true, env: { TERM: 'dumb' } }, false],
    ['in a pipe with FORCE_COLOR', 'plan', { env: { FORCE_COLOR: '1' } }, true],
    ['not with FORCE_COLOR=0', 'plan', { terminal: true, env: { FORCE_COLOR: '0' } }, false],
    ['NO_COLOR wins', 'plan', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, false],
  ])('%s', async (_, words, parts, expected) => {
    expect((await chat(words, parts)).stdout.includes(bold)).toBe(expected);
  });
});

describe('chat apply', () => {
  test('shows the plan, then the report', async () => {
    const ran = await chat('apply --auto-approve', { plan: oneChange, apply: done });
    expect(ran).toMatchObject({ code: 0, stderr: '', asked: [], closed: 1 });
    expect(ran.stdout).toMatch(/^Plan: 1 to create/);
    expect(ran.stdout).not.toContain('To apply');
    expect(ran.stdout).toContain('\nApplied: 1 created, 0 updated, 0 deleted · 1 call · 3.2 s · converged\n');
    expect(ran.transports[0]).toMatchObject({ mode: 'apply' });
  });

  test('has nothing to ask when nothing differs', async () => {
    const ran = await chat('apply', {});
    expect(ran).toMatchObject({ code: 0, stderr: '', asked: [] });
    expect(ran.stdout).toMatch(/^No changes\./);
  });

  test('without a terminal wants --auto-approve', async () => {
    const ran = await chat('apply', { plan: oneChange, apply: () => expect.fail('applied') });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('--auto-approve');
  });

  test.each([
    ['yes', 0, true],
    ['no', 1, false],
    ['cancelled', 130, false],
  ] as const)('on a terminal asks: %s', async (answer, code, applied) => {
    let called = false;
    const ran = await chat('apply', {
      plan: oneChange,
      terminal: true,
      answer,
      apply: () => {
        called = true;
        return done();
      },
    });
    expect(ran.code).toBe(code);
    expect(ran.asked).toEqual(['Apply these changes?']);
    expect(called).toBe(applied);
    if (!applied) expect(ran.stderr).toContain('Nothing was changed.');
  });

  test('does not send a secret whose variable is not set', async () => {
    const missing = {
      severity: 'warning',
      code: 'missing-variable',
      summary: 'Not set',
      detail: 'X is not set.',
    } as const;
    const sends = (body: JsonObject) => ({ ...oneChange, operations: [anOperation('app.1', 'app', 0, ['app'], body)] });
    const diagnostics = [{ ...missing, subject: 'app' }];
    const apply = () => expect.fail('applied');
    const ran = await chat('apply --auto-approve', {
      plan: sends({ apn_config: { auth_key: { $secret: '/app/apn_config/auth_key' } } }),
      diagnostics,
      apply,
    });
    expect(ran.code).toBe(7);
    expect(ran.stderr).toContain(
      'error: A variable is not set (app.apn_config.auth_key) [missing-variable]\n  X is not set. This apply',
    );
    const other = await chat('apply --auto-approve', {
      plan: sends({ list: [{ $secret: '/app/other' }] }),
      diagnostics,
      secrets: ['/app/other'],
      apply: done,
    });
    expect(other.code).toBe(0);
  });

  test('tells when the app moved while the plan was looked at', async () => {
    const ran = await chat('apply --auto-approve', {
      plan: oneChange,
      apply: () => {
        throw new DiagnosticError([{ severity: 'error', code: 'stale-plan', summary: 'Moved' }], 4);
      },
    });
    expect(ran).toMatchObject({ code: 4, stderr: 'error: Moved [stale-plan]\n' });
  });

  test('warns of the configuration, but not of names that the app was asked about', async () => {
    const ran = await chat('apply --auto-approve', {
      plan: oneChange,
      apply: done,
      diagnostics: [
        { severity: 'warning', code: 'undeclared-reference', summary: 'A' },
        { severity: 'warning', code: 'missing-variable', summary: 'B' },
      ],
    });
    expect(ran).toMatchObject({ code: 0, stderr: 'warning: B [missing-variable]\n' });
  });

  test.each([
    [
      'partly applied',
      [
        ['user.alice', { status: 'done' }],
        ['x', { status: 'failed', code: '4', message: 'm' }],
      ],
      {},
      5,
    ],
    ['nothing applied', [['x', { status: 'failed', code: '4', message: 'm' }]], {}, 1],
    ['not converged', [['user.alice', { status: 'done' }]], { notConverged: ['user.alice'] }, 5],
    ['interrupted', [['user.alice', { status: 'done' }]], { interrupted: true }, 130],
  ] as const)('%s', async (_, results, parts, code) => {
    const ran = await chat('apply --auto-approve', { plan: oneChange, apply: () => aReport(results, parts) });
    expect(ran.code).toBe(code);
  });

  test('as JSON is one document', async () => {
    const ran = await chat('apply --auto-approve --format json', { plan: oneChange, apply: done });
    expect(JSON.parse(ran.stdout)).toMatchObject({ type: 'apply', report: { converged: true } });
    const nothing = await chat('apply --format json');
    expect(JSON.parse(nothing.stdout)).toMatchObject({ type: 'apply', report: null });
  });

  test('Ctrl-C asks it to stop and still reports; twice leaves at once', async () => {
    let handle: Handle | undefined;
    const ran = await chat(
      'apply --auto-approve',
      {
        plan: oneChange,
        underWay: 3,
        apply({ signal }) {
          handle?.interrupt();
          expect(signal?.aborted).toBe(true);
          handle?.interrupt();
          return aReport([['user.alice', { status: 'not-started', because: 'interrupted' }]], { interrupted: true });
        },
      },
      (each) => {
        handle = each;
      },
    );
    expect(ran.code).toBe(130);
    expect(ran.left).toEqual([130]);
    expect(ran.stderr).toContain('Stopping: no further calls are started. Waiting for 3 calls under way. Ctrl-C');
    expect(ran.stdout).toContain('Interrupted: 0 created');
  });
});

describe('chat validate', () => {
  test('counts what is declared', async () => {
    expect(await chat('validate')).toMatchObject({
      code: 0,
      stdout: 'Valid: 2 resources (user 2).\n',
      stderr: '',
      transports: [],
    });
  });

  test('warnings alone are no failure', async () => {
    const ran = await chat('validate', { diagnostics: [{ severity: 'warning', code: 'w', summary: 'Odd' }] });
    expect(ran.code).toBe(0);
    expect(ran.stderr).toBe('warning: Odd [w]\n');
  });

  test('errors are', async () => {
    const ran = await chat('validate', { diagnostics: [{ severity: 'error', code: 'e', summary: 'Wrong' }] });
    expect(ran).toMatchObject({ code: 7, stdout: '', stderr: 'error: Wrong [e]\n' });
  });
});

describe('chat token', () => {
  test('prints the token alone', async () => {
    const ran = await chat('token alice');
    expect(ran).toMatchObject({ code: 0, stderr: '', sent: [] });
    expect(ran.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(decodeJwt(ran.stdout.trim())).toEqual({ user_id: 'alice' });
  });

  test('with a lifetime and a time of issue', async () => {
    const now = Math.floor(Date.UTC(2030, 0, 2, 3, 4, 5) / 1000);
    const ran = await chat('token alice --expires 24h --iat');
    expect(decodeJwt(ran.stdout.trim())).toEqual({ user_id: 'alice', iat: now, exp: now + 86_400 });
  });

  test('without a user shows how', async () => {
    const ran = await chat('token');
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('Usage: chat token');
  });

  test('revoke of one user', async () => {
    const ran = await chat('token revoke alice --auto-approve');
    expect(ran.code).toBe(0);
    expect(ran.sent).toEqual([
      {
        op: 'UpdateUsersPartial',
        effect: 'write',
        method: 'PATCH',
        path: '/api/v2/users',
        body: { users: [{ id: 'alice', set: { revoke_tokens_issued_before: '2030-01-02T03:04:05.678Z' } }] },
        repeat: 'free',
      },
    ]);
    expect(ran.stdout).toContain('tokens of user alice that were issued before 2030-01-02T03:04:05.678Z are refused');
    expect(ran.stdout).toContain('--iat');
  });

  test('revoke of all, and undone', async () => {
    const ran = await chat('token revoke --all --auto-approve');
    expect(ran.sent[0]).toMatchObject({
      op: 'UpdateApp',
      path: '/api/v2/app',
      body: { revoke_tokens_issued_before: '2030-01-02T03:04:05.678Z' },
    });
    const undone = await chat('token revoke --all --undo --auto-approve');
    expect(undone.sent[0]?.body).toEqual({ revoke_tokens_issued_before: null });
    expect(undone.stdout).toMatch(/^Undone/);
  });

  test('revoke asks first', async () => {
    expect((await chat('token revoke alice')).stderr).toContain('--auto-approve');
    const ran = await chat('token revoke alice', { terminal: true, answer: 'no' });
    expect(ran).toMatchObject({ code: 1, sent: [], stdout: '' });
    expect(ran.asked).toEqual(['Revoke the tokens of user alice? They are logged out.']);
  });

  test('the options of revoke are its own', async () => {
    const ran = await chat('token revoke alice --emulator --auto-approve --config x.yaml', { credentials: false });
    expect(ran.code).toBe(0);
    expect(ran.transports[0]).toMatchObject({ apiKey: 'made-key' });
  });
});
