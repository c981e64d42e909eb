/** Roles, permissions, commands and block lists. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { blocklist } from '../../../src/kinds/blocklist.ts';
import { command } from '../../../src/kinds/command.ts';
import { permission } from '../../../src/kinds/permission/index.ts';
import { role } from '../../../src/kinds/role.ts';
import { bodiesOf, callsOf, changeOf, diffOf, fakeReader, readAll, stepsOf } from './support.ts';

const kinds = [role, permission, command, blocklist];

test.each(kinds.map((kind) => [kind.name, kind] as const))(
  '%s: no short forms, no references, deleted by default, never echoed',
  (_name, kind) => {
    expect(kind.normalise({ a: 1 })).toEqual({ a: 1 });
    expect(kind.normalise('x')).toBeUndefined();
    expect(kind.references('x', {})).toEqual([]);
    expect(kind.removal).toEqual(['delete', 'keep']);
    expect(kind.echo).toBeUndefined();
  },
);

describe('role', () => {
  test('calls', () => {
    expect(callsOf(role, 'vip', { protect: true })).toEqual([['CreateRole', 'POST /api/v2/roles', { name: 'vip' }]]);
    expect(callsOf(role, 'a b', undefined, { live: {} })).toEqual([
      ['DeleteRole', 'DELETE /api/v2/roles/a%20b', undefined],
    ]);
    expect(callsOf(role, 'vip', {}, { live: {} })).toEqual([]);
    expect(role.write({ ...changeOf(role, 'vip', {}), action: 'update' })).toEqual([]);
    expect(stepsOf(role, 'vip', {})[0]?.call.repeat).toBe('exists-is-done');
  });

  test('reads: where it is granted; who holds it, only if it is to go', async () => {
    const roles = [
      { name: 'vip', custom: true, scopes: ['.app', 'live'] },
      { name: 'host', custom: true, scopes: [] },
    ];
    const reader = fakeReader({ ListRoles: { roles }, QueryUsers: { users: [{ id: 'ann' }] } });
    expect(await readAll(role, reader, [{ id: 'vip' }, { id: 'host', body: {} }])).toEqual([
      { id: 'vip', body: {}, facts: { custom: true, scopes: ['.app', 'live'], holder: 'ann' } },
      { id: 'host', body: {}, facts: { custom: true, scopes: [] } },
    ]);
    expect(reader.payloads('QueryUsers')).toEqual([
      { filter_conditions: { role: 'vip' }, limit: 1, include_deactivated_users: true },
    ]);
    const nobody = fakeReader({ ListRoles: { roles }, QueryUsers: { users: [] } });
    expect((await readAll(role, nobody, [{ id: 'vip' }]))[0]?.facts).not.toHaveProperty('holder');
  });

  test('built-ins', () => {
    for (const name of ['user', 'admin', 'channel_member', 'global_read_only'])
      expect(role.reserved?.(name)).toBe(true);
    expect(role.reserved?.('vip')).toBe(false);
  });
});

describe('permission', () => {
  const at = '/api/v2/permissions';

  test('created with a condition, since the API demands one', () => {
    expect(callsOf(permission, 'mine', { name: 'Mine', action: 'CreateMessage', protect: true })).toEqual([
      ['CreatePermission', `POST ${at}`, { id: 'mine', name: 'Mine', action: 'CreateMessage', condition: {} }],
    ]);
    expect(bodiesOf(stepsOf(permission, 'mine', { name: 'M', action: 'A', condition: { x: 1 } }))).toEqual([
      { id: 'mine', name: 'M', action: 'A', condition: { x: 1 } },
    ]);
  });

  test('changed whole, with the rest as it was read', () => {
    const live = {
      name: 'Mine',
      action: 'CreateMessage',
      condition: { x: 1 },
      description: 'old',
      owner: true,
      same_team: false,
    };
    const [only, ...more] = stepsOf(permission, 'v1.2', { description: 'new' }, { live });
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      readAgainAfter: 5000,
      call: { op: 'UpdatePermission', method: 'PUT', path: `${at}/v1.2`, body: { ...live, description: 'new' } },
    });
    expect(bodiesOf(stepsOf(permission, 'mine', { description: 'new' }, { live: { name: 'M' } }))).toEqual([
      { name: 'M', description: 'new', condition: {} },
    ]);
  });

  test('a condition is compared whole; defaults are no difference', () => {
    expect(
      diffOf(
        permission,
        'mine',
        { condition: { b: 1, a: 2 }, owner: false, same_team: false, description: '' },
        { live: { condition: { a: 2, b: 1 } } },
      ).changes,
    ).toEqual([]);
    expect(
      changeOf(permission, 'mine', { condition: { a: 2 } }, { live: { condition: { a: 2, b: 1 } } }).fields,
    ).toHaveLength(1);
  });

  test('deleted', () =>
    expect(callsOf(permission, 'mine', undefined, { live: {} })).toEqual([
      ['DeletePermission', `DELETE ${at}/mine`, undefined],
    ]));

  test('one that the API defines is refused', () => {
    const found = diffOf(
      permission,
      'brand-new',
      { description: 'x' },
      { live: {}, resource: { facts: { custom: false } } },
    );
    expect(found).toMatchObject({ changes: [], notes: [{ severity: 'error', code: 'built-in' }] });
    expect(
      diffOf(permission, 'mine', { description: 'x' }, { live: {}, resource: { facts: { custom: true } } }).changes,
    ).toHaveLength(1);
    expect(permission.reserved?.('create-message-owner')).toBe(true);
    expect(permission.reserved?.('mine')).toBe(false);
  });

  test('reads', async () => {
    const reader = fakeReader({
      ListPermissions: {
        permissions: [{ id: 'mine', name: 'M', action: 'A', custom: true, level: 'app', brand_new: 1 }],
      },
    });
    expect(await readAll(permission, reader, [{ id: 'mine', body: { extra: { brand_new: 2, other: 3 } } }])).toEqual([
      {
        id: 'mine',
        body: { name: 'M', action: 'A', extra: { brand_new: 1 } },
        blind: ['/extra/other'],
        facts: { custom: true },
      },
    ]);
  });
});

describe('command', () => {
  const at = '/api/v2/chat/commands';

  test('calls', () => {
    expect(callsOf(command, 'ticket', { description: 'Open', extra: { brand_new: 1 } })).toEqual([
      ['CreateCommand', `POST ${at}`, { name: 'ticket', description: 'Open', brand_new: 1 }],
    ]);
    expect(callsOf(command, 'ticket', undefined, { live: {} })).toEqual([
      ['DeleteCommand', `DELETE ${at}/ticket`, undefined],
    ]);
  });

  test('changed whole: PUT demands the description', () => {
    const live = { description: 'Open', args: '[subject]', set: '' };
    const [only] = stepsOf(command, 'ticket', { args: '' }, { live });
    expect(only).toMatchObject({
      readAgainAfter: 5000,
      call: {
        op: 'UpdateCommand',
        method: 'PUT',
        path: `${at}/ticket`,
        body: { description: 'Open', args: '', set: '' },
      },
    });
    expect(callsOf(command, 'ticket', { set: '', args: '' }, { live: { description: 'x' } })).toEqual([]);
  });

  test('reads: the types that offer it, only if it is to go', async () => {
    const commands = [
      { name: 'ticket', description: 'Open', args: '', set: '', created_at: 1 },
      { name: 'other', description: '' },
    ];
    const app = { channel_configs: { live: { commands: ['ticket'] }, team: { commands: ['giphy'] }, bare: {} } };
    const reader = fakeReader({ ListCommands: { commands }, GetApp: { app } });
    expect(await readAll(command, reader, [{ id: 'ticket' }, { id: 'other', body: {} }])).toEqual([
      { id: 'ticket', body: { description: 'Open', args: '', set: '' }, blind: [], facts: { used_by: ['live'] } },
      { id: 'other', body: { description: '' }, blind: [], facts: {} },
    ]);
    const bare = fakeReader({ ListCommands: { commands }, GetApp: { app: {} } });
    expect((await readAll(command, bare, [{ id: 'ticket' }]))[0]?.facts).toEqual({ used_by: [] });
    const quiet = fakeReader({ ListCommands: { commands } });
    await readAll(command, quiet, [{ id: 'ticket', body: {} }]);
    expect(quiet.calls).toHaveLength(1);
  });

  test('built-ins', () => {
    expect(command.reserved?.('giphy')).toBe(true);
    expect(command.reserved?.('ticket')).toBe(false);
  });
});

describe('block list', () => {
  const at = '/api/v2/blocklists';

  test('calls', () => {
    expect(callsOf(blocklist, 'house rules', { type: 'word', words: ['a'], team: 'red' })).toEqual([
      ['CreateBlockList', `POST ${at}`, { name: 'house rules', type: 'word', words: ['a'], team: 'red' }],
    ]);
    expect(bodiesOf(stepsOf(blocklist, 'rules', {}))).toEqual([{ name: 'rules', words: [] }]);
    expect(callsOf(blocklist, 'house rules', undefined, { live: {} })).toEqual([
      ['DeleteBlockList', `DELETE ${at}/house%20rules`, undefined],
    ]);
    expect(callsOf(blocklist, 'rules', undefined, { live: { team: 'red/1' } })).toEqual([
      ['DeleteBlockList', `DELETE ${at}/rules?team=red%2F1`, undefined],
    ]);
  });

  test('a change sends what changed, and the team that tells which list it is', () => {
    const live = { words: ['a'], is_leet_check_enabled: false };
    expect(
      callsOf(
        blocklist,
        'rules',
        { words: ['b', 'a'], is_leet_check_enabled: true, is_plural_check_enabled: false },
        { live },
      ),
    ).toEqual([['UpdateBlockList', `PUT ${at}/rules`, { words: ['b', 'a'], is_leet_check_enabled: true }]]);
    expect(
      bodiesOf(stepsOf(blocklist, 'rules', { words: ['b'], team: 'red' }, { live: { words: ['a'], team: 'red' } })),
    ).toEqual([{ words: ['b'], team: 'red' }]);
    expect(
      bodiesOf(stepsOf(blocklist, 'rules', { extra: { brand_new: 1 } }, { live: { extra: { brand_new: 2 } } })),
    ).toEqual([{ brand_new: 1 }]);
    expect(
      bodiesOf(
        stepsOf(
          blocklist,
          'rules',
          { words: ['b'], extra: { brand_new: 1 } },
          { live: { words: ['a'], extra: { brand_new: 1 } } },
        ),
      ),
    ).toEqual([{ words: ['b'] }]);
    expect(callsOf(blocklist, 'rules', { words: ['a', 'b'] }, { live: { words: ['b', 'a'] } })).toHaveLength(1);
  });

  test('another type replaces it: deleted first', () => {
    const found = callsOf(blocklist, 'rules', { type: 'regex', words: ['a'] }, { live: { words: ['a'] } });
    expect(found.map(([op]) => op)).toEqual(['DeleteBlockList', 'CreateBlockList']);
    expect(changeOf(blocklist, 'rules', { type: 'regex' }, { live: {} }).action).toBe('replace');
    expect(diffOf(blocklist, 'rules', { type: 'word' }, { live: {} }).changes).toEqual([]);
  });

  test('another team is refused', () => {
    const found = diffOf(blocklist, 'rules', { team: 'blue' }, { live: { team: 'red' } });
    expect(found).toMatchObject({ changes: [], notes: [{ severity: 'error', code: 'immutable-field' }] });
  });

  test('reads page after page', async () => {
    const pages = new Map([
      ['', { blocklists: [{ name: 'a', words: ['x'] }], next_cursor: 'c1' }],
      ['c1', { blocklists: [{ name: 'b' }], next_cursor: 'c2' }],
      ['c2', { blocklists: [], next_cursor: '' }],
    ]);
    const reader = fakeReader({
      ListBlockLists: (payload) => pages.get(String(payload['cursor'] ?? '')) as JsonObject,
    });
    expect((await readAll(blocklist, reader, [{ id: 'a', body: {} }])).map((each) => each.id)).toEqual(['a', 'b']);
    expect(reader.calls.map((call) => call.path)).toEqual([at, `${at}?cursor=c1`, `${at}?cursor=c2`]);
  });

  test('a cursor that leads nowhere ends', async () => {
    const reader = fakeReader({ ListBlockLists: { blocklists: [], next_cursor: 'same' } });
    await readAll(blocklist, reader, []);
    expect(reader.calls).toHaveLength(2);
  });

  test('names are unique per team: the declared team’s list counts', async () => {
    const all: JsonObject = {
      '': {
        blocklists: [
          { name: 'rules', words: ['all'] },
          { name: 'rules', team: 'red', words: ['seen early'] },
          { name: 'other', team: 'red' },
        ],
      },
      red: {
        blocklists: [
          { name: 'rules', team: 'red', words: ['red'] },
          { name: 'rules', words: ['all'] },
        ],
      },
    };
    const reader = fakeReader({ ListBlockLists: (payload) => all[String(payload['team'] ?? '')] as JsonObject });
    const found = await readAll(blocklist, reader, [
      { id: 'rules', body: { team: 'red', extra: { brand_new: 1 } } },
      { id: 'x', body: { team: '' } },
    ]);
    expect(reader.calls.map((call) => call.path)).toEqual([at, `${at}?team=red`]);
    expect(found.filter((each) => each.id === 'rules').at(-1)).toEqual({
      id: 'rules',
      body: { words: ['red'], team: 'red', extra: {} },
      blind: ['/extra/brand_new'],
    });
    for (const each of found) expect(each.body['words']).not.toEqual(['all']);
  });

  test('built-ins', () => {
    expect(blocklist.reserved?.('profanity_en_2020_v1')).toBe(true);
    expect(blocklist.reserved?.('profanity')).toBe(false);
  });
});
