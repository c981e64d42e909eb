/** The matrix of a plan: from what the plan's own reads showed to what it leads to, with no read that nothing calls for. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/core/json.ts';
import { makePlan } from '../../src/reconcile.ts';
import { contextOf, type DesiredParts, desiredOf, planOptions, SmallApp, type Wish } from './support.ts';

const PIN: JsonObject = { name: 'Pin', action: 'PinMessage', condition: {}, owner: false, same_team: true };

function anApp(
  grants: JsonObject = { host: ['add-links'], guest: [] },
  parts: { permissions?: readonly JsonObject[] } = {},
) {
  const app = new SmallApp({
    app: { grants: { guest: ['search-user'] } },
    types: { messaging: { grants }, team: { grants: { user: ['pin-verified'] } } },
    roles: [{ name: 'host' }],
  });
  const permissions = (parts.permissions ?? []).map((each) => ({ custom: true, ...each }));
  app.answers.set('ListPermissions', () => ({ permissions: [{ id: 'add-links', custom: false }, ...permissions] }));
  return app;
}

async function matrix(
  wish: Wish,
  app = anApp(),
  parts: DesiredParts & { allowDelete?: boolean; send?: string[] } = {},
) {
  const { allowDelete = false, send = [], ...rest } = parts;
  const plan = await makePlan(contextOf(app, desiredOf(wish, rest)), planOptions(app, { allowDelete, send }));
  return plan.matrix.map(
    ({ scope, role, permission, before, after }) => `${scope} ${role} ${permission} ${before}→${after}`,
  );
}

const types = (types: Readonly<Record<string, JsonObject>>): Wish => ({ channel_type: types, role: { host: {} } });

describe('the matrix of a plan', () => {
  test('is empty, and reads nothing, when no grants change', async () => {
    const app = anApp();
    expect(await matrix({ channel_type: { messaging: { grants: { host: ['add-links'] } } } }, app)).toEqual([]);
    expect(await matrix({ channel_type: { messaging: { max_message_length: 7 } } }, app)).toEqual([]);
    expect(await matrix({ user: { ann: {} } }, app)).toEqual([]);
    expect(app.ops.filter((op) => !['GetApp', 'ListChannelTypes', 'QueryUsers'].includes(op))).toEqual([]);
    expect(app.ops.filter((op) => op === 'ListChannelTypes')).toHaveLength(2);
  });

  test('has the declared roles as they will be, and the others as they are', async () => {
    const app = anApp({ host: ['add-links', 'read-channel'], guest: ['read-channel'] });
    expect(await matrix(types({ messaging: { grants: { host: ['add-links-owner'] } } }), app)).toEqual([
      'messaging guest read-channel any→any',
      'messaging host add-links any→own',
      'messaging host read-channel any→none',
    ]);
    // The query that counts who is affected is that of the impacts.
    expect(app.ops.filter((op) => op !== 'QueryChannels')).toEqual(['GetApp', 'ListRoles', 'ListChannelTypes']);
  });

  test('of the app itself costs no read', async () => {
    const app = anApp();
    expect(await matrix({ app: { '': { grants: { guest: ['flag-user'] } } } }, app)).toEqual([
      '.app guest flag-user none→any',
      '.app guest search-user any→none',
    ]);
    expect(app.ops.filter((op) => op !== 'QueryUsers')).toEqual(['GetApp']);
  });

  test('of a new type is unknown for the roles that are not declared', async () => {
    const cells = await matrix(types({ room: { grants: { host: ['add-links'] } } }));
    expect(cells).toHaveLength(11);
    expect(cells).toContain('room host add-links none→any');
    expect(cells).toContain('room guest add-links none→unknown');
  });

  test('of a type that goes, once that is allowed', async () => {
    const removed = [{ kind: 'channel_type', id: 'team' }];
    const app = () => {
      const made = anApp();
      made.types['squad'] = { grants: { host: ['add-links'] } };
      return made;
    };
    const gone = [{ kind: 'channel_type', id: 'squad' }];
    expect(await matrix({}, app(), { removed: gone, allowDelete: true })).toEqual(['squad host add-links any→none']);
    expect(await matrix({}, app(), { removed: gone })).toEqual([]);
    expect(await matrix({}, app(), { removed, allowDelete: false })).toEqual([]);
  });

  test('after a reset nobody can tell', async () => {
    const sent = { send: ['channel_type.messaging.grants'] };
    const cells = await matrix({ channel_type: { messaging: { grants: null } } }, anApp(), sent);
    expect(cells).toContain('messaging host add-links any→unknown');
    expect(cells).toContain('messaging admin add-links none→unknown');
  });

  test('asks for permissions when an id may be a custom one', async () => {
    const app = anApp(undefined, { permissions: [{ ...PIN, id: 'pin-verified', condition: { a: 1 } }] });
    const wish = types({ messaging: { grants: { host: ['add-links', 'pin-verified'] } } });
    expect(await matrix(wish, app, { external: { permissions: ['pin-*'] } })).toEqual([
      'messaging host add-links any→any',
      'messaging host pin-message none→unknown',
      'messaging host pin-verified none→any',
    ]);
    expect(app.ops.filter((op) => op === 'ListPermissions')).toHaveLength(1);
  });

  test('a permission that is defined anew moves every scope that grants it', async () => {
    const app = anApp(undefined, { permissions: [{ ...PIN, id: 'pin-verified' }] });
    expect(await matrix({ permission: { 'pin-verified': { ...PIN, owner: true } } }, app)).toEqual([
      'team user pin-message any→own',
      'team user pin-verified any→own',
    ]);
    const renamed = { permission: { 'pin-verified': { ...PIN, name: 'Else' } } };
    const again = anApp(undefined, { permissions: [{ ...PIN, id: 'pin-verified' }] });
    expect(await matrix(renamed, again)).toEqual([]);
    expect(again.ops).toEqual(['GetApp', 'ListPermissions']);
  });

  test('a permission that is new counts as it is declared', async () => {
    const wish = {
      ...types({ team: { grants: { host: ['pin-own'] } } }),
      permission: { 'pin-own': { ...PIN, owner: true } },
    };
    expect(await matrix(wish)).toEqual([
      'team host pin-message none→own',
      'team host pin-own none→own',
      'team user pin-verified any→any',
    ]);
  });
});
