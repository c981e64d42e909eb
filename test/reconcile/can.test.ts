/** Answers from the app and from the configuration alone, and tests of the configuration. */
import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../src/core/default-grants.ts';
import { DiagnosticError } from '../../src/core/diagnostic.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { PermissionTest } from '../../src/core/permission-test.ts';
import { kinds } from '../../src/kinds/index.ts';
import { can, runPermissionTests } from '../../src/reconcile.ts';
import { renderAnswer } from '../../src/render/answer.ts';
import { type DesiredParts, desiredOf, SmallApp, type Wish } from './support.ts';

const LOOK = { color: false, relative: (file: string) => file };
const ASSUMED = { policy: { assumeDefaults: DEFAULTS.date } };
const TYPES: Wish = {
  role: { host: {} },
  app: { '': { grants: { host: ['search-user'] } } },
  channel_type: { messaging: { grants: { host: ['add-links', 'pin-message-owner'], guest: [] } }, room: {} },
};

interface Situation extends DesiredParts {
  readonly wish?: Wish;
  /** Absent: offline. */
  readonly app?: SmallApp;
}

const split = (question: string) => {
  const [role = '', permission = '', scope = '.app', own] = question.split(' ');
  return { role, permission, scope, own: own === 'own' };
};

function ask(question: string, { wish = TYPES, app, ...parts }: Situation = {}) {
  const desired = desiredOf(wish, parts);
  return can({ desired, kinds, ...(app === undefined ? {} : { transport: app }) }, split(question));
}

/** `yes granted at FILE:LINE` and so on; lines of this desired state are the lengths of the pointers. */
async function told(question: string, situation?: Situation): Promise<string> {
  const { found, notes } = await ask(question, situation);
  const [claim = '', reason = ''] = renderAnswer(found, LOOK).split('\n');
  return [claim.split(':')[0], reason.trim(), ...notes.map((each) => `[${each.code}]`)].join(' | ');
}

function anApp(parts: { app?: JsonObject; permissions?: readonly JsonObject[] } = {}): SmallApp {
  const app = new SmallApp({
    app: { grants: { user: ['search-user'] }, ...parts.app },
    types: {
      messaging: { grants: { host: ['delete-message'], user: ['create-message', 'read-channel-owner', 'verified'] } },
    },
    roles: [{ name: 'user' }, { name: 'crew' }],
  });
  app.answers.set('ListPermissions', () => ({
    permissions: [{ id: 'add-links', custom: false }, { id: 'brand-new', custom: false }, ...(parts.permissions ?? [])],
  }));
  return app;
}

const at = (pointer: string) => `chat.config.yaml:${pointer.length}:1`;
const HOST = '/channel_types/messaging/grants/host';

describe('offline', () => {
  test.each<[string, string]>([
    ['host add-links messaging', `yes | granted by add-links at ${at(`${HOST}/0`)}`],
    ['host pin-message messaging', `no | granted for its own only, by pin-message-owner at ${at(`${HOST}/1`)}`],
    ['host pin-message messaging own', `yes | granted by pin-message-owner at ${at(`${HOST}/1`)}`],
    ['host pin-message-owner messaging', `yes | granted by pin-message-owner at ${at(`${HOST}/1`)}`],
    ['host delete-message messaging', `no | not among what is granted at ${at(HOST)}`],
    ['host search-user', `yes | granted by search-user at ${at('/app/grants/host/0')}`],
    ['host flag-user', `no | not among what is granted at ${at('/app/grants/host')}`],
    [
      'host add-links',
      `no | not among what is granted at ${at('/app/grants/host')}, and it is a permission in channels | [other-scope]`,
    ],
    [
      'host search-user messaging',
      `no | not among what is granted at ${at(HOST)}, and it is a permission outside of channels | [other-scope]`,
    ],
    [
      'user create-channel messaging',
      `unknown | what user is granted here is not declared; the defaults of ${DEFAULTS.date} grant it`,
    ],
    [
      'user delete-channel messaging',
      `unknown | what user is granted here is not declared; the defaults of ${DEFAULTS.date} do not grant it`,
    ],
    ['admin search-user', 'unknown | what admin is granted here is not declared'],
    [
      'user create-channel room',
      'unknown | what user is granted here is not declared, and types that are not built in have no known defaults',
    ],
  ])('%s', async (question, answer) => {
    expect(await told(question)).toBe(answer);
  });

  test.each<[string, string]>([
    ['user create-channel messaging', `yes | granted by create-channel (defaults of ${DEFAULTS.date})`],
    ['host create-channel team', `no | not among what host has there (defaults of ${DEFAULTS.date})`],
    ['host delete-message messaging', `no | not among what is granted at ${at(HOST)}`],
    ['guest search-user', `yes | granted by search-user (defaults of ${DEFAULTS.date})`],
    ['admin search-user', 'unknown | what admin is granted here is not declared'],
    [
      'user create-channel room',
      'unknown | what user is granted here is not declared, and types that are not built in have no known defaults',
    ],
  ])('%s, assuming the defaults', async (question, answer) => {
    expect(await told(question, ASSUMED)).toBe(answer);
  });

  test('a custom permission stands for its action, if its condition is met', async () => {
    const wish = {
      ...TYPES,
      permission: { verified: { name: 'V', action: 'PinMessage', condition: { a: 1 }, same_team: true } },
      channel_type: { messaging: { grants: { host: ['verified'] } } },
    };
    expect(await told('host pin-message messaging', { wish })).toBe(
      `unknown | granted by verified at ${at(`${HOST}/0`)}, to those who meet its condition`,
    );
    expect(await told('host verified messaging', { wish })).toBe(`yes | granted by verified at ${at(`${HOST}/0`)}`);
  });

  test('an id that nobody declared may stand for anything', async () => {
    const wish = { ...TYPES, channel_type: { messaging: { grants: { host: ['legacy', 'add-links'] } } } };
    const external = { permissions: ['leg*'] };
    expect(await told('host pin-message messaging', { wish, external })).toBe(
      `unknown | legacy at ${at(`${HOST}/0`)} may stand for it, and is not declared here`,
    );
    expect(await told('host add-links messaging', { wish, external })).toMatch(/^yes/);
    expect(await told('host legacy messaging', { wish, external })).toMatch(/^yes/);
  });

  test('switches of the app', async () => {
    const off = { ...TYPES, app: { '': { disable_permissions_checks: true } } };
    expect(await told('guest delete-channel messaging', { wish: off })).toBe(
      `yes | disable_permissions_checks is on at ${at('/app/disable_permissions_checks')}, so everybody may do everything`,
    );
    const v1 = { ...TYPES, app: { '': { permission_version: 'v1' } } };
    expect(await told('host add-links messaging', { wish: v1 })).toBe(
      `unknown | permission_version is v1 at ${at('/app/permission_version')}, so policies decide and not grants`,
    );
  });

  test('channels that say otherwise are named', async () => {
    const override = (...ids: string[]) => ({ config_overrides: { grants: { host: ids } } });
    const wish = {
      ...TYPES,
      channel: {
        'messaging:a': override('!add-links'),
        'messaging:b': override('delete-message'),
        'messaging:c': { config_overrides: { grants: { guest: ['add-links'] } } },
        'messaging:d': {},
        'team:a': override('add-links'),
        ...Object.fromEntries(['e', 'f', 'g', 'h', 'i'].map((id) => [`messaging:${id}`, override('add-links-owner')])),
      },
    };
    const { notes } = await ask('host add-links messaging', { wish });
    expect(notes.map((each) => [each.code, each.detail])).toEqual([
      [
        'overridden-in-channels',
        'The `config_overrides` of messaging:a, messaging:e, messaging:f, messaging:g and 2 more change what host is granted of add-links there. The answer is about all other channels of the type.',
      ],
    ]);
    expect((await ask('host search-user', { wish })).notes).toEqual([]);
  });
});

describe('online', () => {
  test('what is not declared is as it is live', async () => {
    const app = anApp({
      permissions: [{ id: 'verified', custom: true, action: 'PinMessage', condition: { a: 1 }, same_team: true }],
    });
    expect(await told('user create-message messaging', { app })).toBe('yes | granted by create-message (live)');
    expect(await told('user read-channel messaging', { app })).toBe(
      'no | granted for its own only, by read-channel-owner (live)',
    );
    expect(await told('user pin-message messaging', { app })).toBe(
      'unknown | granted by verified (live), to those who meet its condition',
    );
    expect(await told('crew add-links messaging', { app })).toBe('no | not among what crew has there (live)');
    expect(await told('user search-user', { app })).toBe('yes | granted by search-user (live)');
    expect(app.writes).toEqual([]);
  });

  test('what is declared wins, and costs the reads of its scope', async () => {
    const app = anApp();
    expect(await told('host add-links messaging', { app })).toMatch(/^yes/);
    expect(await told('host delete-message messaging', { app })).toMatch(/^no/);
    expect([...new Set(app.ops)].sort()).toEqual(['GetApp', 'ListChannelTypes', 'ListPermissions']);
  });

  test('a new type leaves the rest to the server', async () => {
    expect(await told('user add-links room', { app: anApp() })).toMatch(/^unknown \| what user is granted here is not/);
  });

  test('live switches count unless they are declared otherwise', async () => {
    const app = anApp({ app: { disable_permissions_checks: true } });
    expect(await told('guest add-links messaging', { app })).toMatch(
      /^yes \| disable_permissions_checks is on \(live\)/,
    );
    const wish = { ...TYPES, app: { '': { disable_permissions_checks: false } } };
    expect(await told('guest add-links messaging', { app, wish })).toMatch(/^no/);
  });

  test('another app is refused', async () => {
    await expect(ask('host add-links messaging', { app: anApp(), appId: 8 })).rejects.toMatchObject({
      diagnostics: [{ code: 'wrong-app' }],
    });
  });
});

describe('names', () => {
  async function refused(question: string, situation?: Situation) {
    try {
      await ask(question, situation);
    } catch (error) {
      if (error instanceof DiagnosticError)
        return [error.exitCode, ...error.diagnostics.map((each) => `${each.code}: ${each.detail}`)];
      throw error;
    }
    return [];
  }

  test('that do not exist are errors with the nearest one', async () => {
    expect(await refused('hots ad-links messagin')).toEqual([
      1,
      'unknown-name: The role "hots" is neither declared nor built in. Did you mean "host"?',
      'unknown-name: The permission "ad-links" is neither declared nor built in. Did you mean "add-links"?',
      'unknown-name: The channel type "messagin" is neither declared nor built in. Did you mean "messaging"?',
    ]);
    expect(await refused('quartermaster add-links messaging')).toEqual([
      1,
      'unknown-name: The role "quartermaster" is neither declared nor built in. Name one that exists, or declare it under `roles`.',
    ]);
  });

  test('may be known to the app alone, or to `external`', async () => {
    expect(await refused('crew brand-new messaging', { app: anApp() })).toEqual([]);
    expect(await refused('crew brand-new messaging')).toHaveLength(3);
    expect(
      await refused('crew brand-new x', { external: { roles: ['cr*'], permissions: ['*'], channel_types: ['x'] } }),
    ).toEqual([]);
    expect(await refused('crwe add-links messaging', { app: anApp() })).toEqual([
      1,
      'unknown-name: The role "crwe" is neither declared nor in the app. Did you mean "crew"?',
    ]);
  });

  test('that are removed are not there any more', async () => {
    const removed = [{ kind: 'role', id: 'crew' }];
    expect(await refused('crew add-links messaging', { app: anApp(), removed })).toMatchObject([
      1,
      expect.stringContaining('is listed under `removed`'),
    ]);
  });

  test('problems of rosters end it', async () => {
    const diagnostics = [{ severity: 'error' as const, code: 'roster-line', summary: 'x' }];
    await expect(ask('host add-links messaging', { diagnostics })).rejects.toMatchObject({ exitCode: 7 });
  });
});

describe('tests', () => {
  const aTest = (parts: Partial<PermissionTest>): PermissionTest => ({
    name: undefined,
    role: 'host',
    in: ['messaging'],
    own: false,
    can: [],
    cannot: [],
    at: '/tests/0',
    ...parts,
  });
  const outcome = async (parts: Partial<PermissionTest>, situation: DesiredParts = {}) => {
    const [result] = await runPermissionTests(desiredOf(TYPES, { tests: [aTest(parts)], ...situation }), kinds);
    return [
      result?.outcome,
      ...(result?.assertions.map((each) => `${each.wanted} ${each.written} ${each.outcome}`) ?? []),
    ];
  };

  test.each<[string, Partial<PermissionTest>, readonly string[]]>([
    [
      'all as wanted',
      { can: ['add-links'], cannot: ['delete-message', 'pin-message'] },
      ['passed', 'can add-links passed', 'cannot delete-message passed', 'cannot pin-message passed'],
    ],
    ['something missing', { can: ['delete-message'] }, ['failed', 'can delete-message failed']],
    ['something too much', { cannot: ['add-links'] }, ['failed', 'cannot add-links failed']],
    ['own is asked for', { own: true, cannot: ['pin-message'] }, ['failed', 'cannot pin-message failed']],
    ['the owner’s form is asked for', { can: ['pin-message-owner'] }, ['passed', 'can pin-message-owner passed']],
    [
      'a failure outweighs what is not known',
      { in: ['team', 'messaging'], cannot: ['add-links'] },
      ['failed', 'cannot add-links undetermined', 'cannot add-links failed'],
    ],
    [
      'nobody has it where it means nothing',
      { in: [], cannot: ['add-links'] },
      ['undetermined', 'cannot add-links undetermined'],
    ],
    ['wanted where it means nothing', { in: [], can: ['add-links'] }, ['failed', 'can add-links failed']],
    ['in the app', { in: [], can: ['search-user'] }, ['passed', 'can search-user passed']],
    ['not declared', { in: ['team'], can: ['add-links'] }, ['undetermined', 'can add-links undetermined']],
  ])('%s', async (_name, parts, expected) => {
    expect(await outcome(parts)).toEqual(expected);
  });

  test('what is not declared is determined by defaults that are assumed', async () => {
    expect(
      await outcome({ in: ['team'], role: 'user', can: ['create-channel'], cannot: ['ban-user'] }, ASSUMED),
    ).toEqual(['passed', 'can create-channel passed', 'cannot ban-user passed']);
  });
});
