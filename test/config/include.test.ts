import { describe, expect, test } from 'vitest';
import { bodies, load, ROOT } from './support.ts';

describe('includes', () => {
  test('unite collections and app by key, in the order of the files', async () => {
    const { desired, found } = await load({
      [ROOT]:
        'version: 1\ninclude: ["config/**/*.yaml", config/a.yaml]\nusers: { root: {} }\napp: { reminders_interval: 60 }\nremoved: [user.r0]\nexternal: { users: [x-*] }\n',
      'config/b.yaml': 'users: { b: {} }\nremoved: [user.r1, user.r2]\nexternal: { users: [y-*], roles: [r] }\n',
      'config/a.yaml': 'include: [deep/c.yaml]\nusers: { a: {} }\napp: { grants: { guest: [] } }\n',
      'config/deep/c.yaml': 'users: { c: {} }\nremoved: [user.r3]\n',
      'config/.hidden.yaml': 'nonsense: true\n',
    });
    expect(found).toEqual([]);
    expect(Object.keys(await bodies(desired, 'user'))).toEqual(['root', 'a', 'c', 'b']);
    expect((await bodies(desired, 'app'))['']).toEqual({ reminders_interval: 60, grants: { guest: [] } });
    expect(desired.removed.map((each) => each.id)).toEqual(['r0', 'r3', 'r1', 'r2']);
    expect(desired.external).toEqual({ users: ['x-*', 'y-*'], roles: ['r'] });
  });

  test('entries of united lists are pointed at in their own file', async () => {
    const { found } = await load({
      [ROOT]: 'version: 1\ninclude: [b.yaml]\nremoved: [user.a]\nexternal: { users: [x, 1] }\n',
      'b.yaml': 'removed:\n  - user.b\n  - usr.c\nexternal:\n  users:\n    - z\n    - [y]\n',
    });
    expect(found).toEqual(['b.yaml:3:5 error unknown-kind', 'b.yaml:7:7 error wrong-type']);
  });

  test('a pattern that matches its own file is no cycle', async () => {
    const { found } = await load({
      [ROOT]: 'version: 1\ninclude: ["*.yaml"]\n',
      'a.yaml': 'include: ["*.yaml"]\nusers: { a: {} }\n',
    });
    expect(found).toEqual([]);
  });

  test('a file that names itself is a cycle', async () => {
    const { found, desired } = await load({ [ROOT]: `version: 1\ninclude: [${ROOT}]\n` });
    expect(found).toEqual(['chat.config.yaml:2:11 error include-cycle']);
    expect(desired.diagnostics[0]?.detail).toContain(`${ROOT} → ${ROOT}`);
  });

  test('a broken file does not lead to warnings about what it may declare', async () => {
    const { found } = await load({
      [ROOT]: 'version: 1\ninclude: [b.yaml]\nusers: { a: { role: vip, nam: x } }\n',
      'b.yaml': 'roles: [vip\n',
    });
    expect(found).toEqual(['b.yaml:2:1 error yaml-syntax', 'chat.config.yaml:3:26 error unknown-key']);
  });

  test('an included directory and an empty file are told', async () => {
    const { found } = await load({ [ROOT]: 'version: 1\ninclude: [d, e.yaml]\n', 'd/x': '', 'e.yaml': '' });
    expect(found).toEqual(['d:1:1 error unreadable-file', 'e.yaml:1:1 error empty-file']);
  });
});
