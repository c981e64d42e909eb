/** The shipped defaults: counted as they were read, equal to the reading where that is at hand, and to what the emulator starts with. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, type Grants } from '../../src/core/default-grants.ts';
import { createAssume } from '../../src/emulator/assumptions.ts';
import { defaultTypeGrants } from '../../src/emulator/defaults/grants.ts';

const READING = join(process.env['CHAT_CONTRACT_DIR'] ?? '', 'default-grants.json');

function sorted(grants: Grants): Grants {
  return Object.fromEntries(
    Object.entries(grants)
      .toSorted()
      .map(([role, ids]) => [role, ids.toSorted()]),
  );
}

describe('the defaults', () => {
  test.each([
    ['messaging', [42, 42, 37, 21, 30, 0, 0, 42, 42, 4]],
    ['team', [42, 42, 37, 21, 30, 0, 0, 42, 42, 4]],
    ['commerce', [42, 39, 37, 19, 25, 15, 0, 42, 39, 4]],
    ['gaming', [42, 35, 34, 20, 23, 0, 0, 42, 35, 4]],
    ['livestream', [42, 35, 19, 1, 24, 5, 3, 41, 34, 4]],
  ])('%s has as many ids of each role as were read', (type, counts) => {
    const roles =
      'admin moderator channel_moderator channel_member user guest anonymous global_admin global_moderator global_read_only';
    const grants = DEFAULTS.types[type] ?? {};
    expect(Object.keys(grants).length).toBe(10);
    expect(roles.split(' ').map((role) => new Set(grants[role]).size)).toEqual(counts);
  });

  test.each(Object.keys(DEFAULTS.types))('%s is what a fresh emulator grants', (type) => {
    expect(sorted(DEFAULTS.types[type] ?? {})).toEqual(sorted(defaultTypeGrants(type, createAssume())));
  });

  test.skipIf(!existsSync(READING))('are the reading, word for word', () => {
    const reading = JSON.parse(readFileSync(READING, 'utf8')) as {
      readonly channel_types: Readonly<Record<string, Grants>>;
      readonly app_scope_partial: Grants;
      readonly _source: string;
    };
    expect(reading._source).toContain(DEFAULTS.date);
    for (const [type, grants] of Object.entries(reading.channel_types))
      expect(sorted(DEFAULTS.types[type] ?? {}), type).toEqual(sorted(grants));
    expect(sorted(DEFAULTS.app)).toEqual(sorted(reading.app_scope_partial));
  });
});
