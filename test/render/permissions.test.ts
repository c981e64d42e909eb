import { describe, expect, test } from 'vitest';
import type { Access, Cell } from '../../src/core/plan.ts';
import { painter } from '../../src/render/paint.ts';
import { permissionBlock } from '../../src/render/permissions.ts';
import { columns } from '../../src/render/text.ts';

const cell = (scope: string, role: string, permission: string, before: Access, after: Access): Cell => ({
  scope,
  role,
  permission,
  before,
  after,
});
const block = (cells: readonly Cell[], width = 100) => permissionBlock(cells, painter(false), width);
const many = (count: number, role: string, before: Access, after: Access, scope = 'team') =>
  Array.from({ length: count }, (_, index) => cell(scope, role, `p-${index}`, before, after));

describe('the permissions that a plan changes', () => {
  test('nothing for a plan that changes none', () => {
    expect(block([])).toEqual([]);
    expect(block([cell('team', 'host', 'add-links', 'any', 'any')])).toEqual([]);
  });

  test('a line a role, with the step where it is not from nothing to all', () => {
    expect(
      block([
        cell('.app', 'guest', 'search-user', 'any', 'none'),
        cell('team', 'guest', 'add-links', 'any', 'any'),
        cell('team', 'guest', 'read-channel', 'none', 'own'),
        cell('team', 'moderator', 'delete-message', 'any', 'own'),
        cell('team', 'moderator', 'pin-message', 'own', 'any'),
        cell('team', 'moderator', 'update-channel', 'none', 'any'),
        cell('team', 'moderator', 'verify', 'none', 'unknown'),
        cell('team', 'moderator', 'was-conditional', 'unknown', 'none'),
      ]),
    ).toEqual([
      'permissions (7)',
      '  .app  guest  - search-user',
      '  team  guest      + read-channel (none→own)',
      '        moderator  + pin-message (own→any)  + update-channel  - delete-message (any→own)',
      '                   - was-conditional (unknown→none)  ? verify (under a condition)',
    ]);
  });

  test('what holds in any team is not said again for the own ones', () => {
    const wide = (permission: string) => cell('team', 'user', permission, 'none', 'any');
    expect(block([wide('send-poll'), wide('send-poll-any-team')])).toEqual([
      'permissions (1)',
      '  team  user  + send-poll-any-team',
    ]);
    expect(block([cell('team', 'user', 'send-poll', 'any', 'none'), wide('send-poll-any-team')])[0]).toBe(
      'permissions (2)',
    );
  });

  test('roles of which nobody can tell come last, in one line', () => {
    const cells = [
      ...['admin', 'anonymous', 'guest', 'moderator', 'user'].map((role) =>
        cell('room', role, 'add-links', 'none', 'unknown'),
      ),
      cell('room', 'vip', 'add-links', 'none', 'any'),
    ];
    expect(block(cells)).toEqual([
      'permissions (1)',
      '  room  vip  + add-links',
      '        admin, anonymous, guest and 2 more  ? what the server grants by default',
    ]);
    expect(block(cells.slice(0, 4))).toEqual([
      'permissions',
      '  room  admin, anonymous, guest, moderator  ? what the server grants by default',
    ]);
  });

  test('many permissions are counted, equal roles share a line, many roles are cut', () => {
    const folded = [...many(13, 'admin', 'any', 'none'), ...many(13, 'owner', 'any', 'none')];
    expect(block([...folded, cell('team', 'owner', 'q', 'none', 'any')])).toEqual([
      'permissions (27)',
      '  team  admin  - 13 permissions',
      '        owner  + 1 permission  - 13 permissions',
    ]);
    expect(block(folded)).toEqual(['permissions (26)', '  team  admin, owner  - 13 permissions']);
    const roles = Array.from({ length: 14 }, (_, index) =>
      cell('team', `r${String(index).padStart(2, '0')}`, `p-${index}`, 'none', 'any'),
    );
    const lines = block(roles);
    expect(lines).toHaveLength(12);
    expect(lines.at(-1)).toBe('        … and 4 more roles');
    expect(block(roles.slice(0, 11))).toHaveLength(12);
  });

  test('keeps to the width, and shows names of users harmlessly', () => {
    const cells = [
      ...many(12, 'r'.repeat(30), 'none', 'any', 'a\u001b[2J'),
      ...many(3, 'x', 'own', 'any', 'a\u001b[2J'),
    ];
    const lines = block(cells, 80);
    expect(lines.join('\n')).not.toContain('\u001b');
    expect(lines[1]).toContain('a\\u001b[2J');
    for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(80);
  });

  test('colours', () => {
    const [, line] = permissionBlock([cell('t', 'r', 'p', 'none', 'any')], painter(true), 80);
    expect(line).toBe('  t  r  \u001b[32m+ p\u001b[39m');
  });
});
