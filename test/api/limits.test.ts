import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowanceOf, defaultLimit } from '../../src/api/limits.ts';
import { defaultLimit as emulatedLimit } from '../../src/emulator/defaults/limits.ts';
import { ROUTES } from '../../src/emulator/resources/index.ts';

describe('limits', () => {
  it.each([
    ['GetApp', 10_000],
    ['GetOrCreateChannel', 10_000],
    ['QueryChannels', 10_000],
    ['QueryUsers', 1_000],
    ['SendMessage', 1_000],
    ['UpdateUsers', 300],
    ['UpdateUsersPartial', 300],
    ['UpdateChannel', 300],
    ['QueryMembers', 300],
    ['UpdateApp', 60],
    ['UpdateChannelType', 60],
    ['DeleteChannels', 10],
    ['ListRoles', 300],
    ['CreateRole', 300],
    ['SomethingNew', 300],
  ])('%s may be called %i times a minute', (op, limit) => {
    expect(defaultLimit(op)).toBe(limit);
  });

  it('an allowance never exceeds its share of the minute and of the second', () => {
    expect(allowanceOf(300, 0.8)).toEqual({ perMinute: 240, burst: 8, burstMs: 1000, transitMs: 500 });
    expect(allowanceOf(60, 0.8)).toEqual({ perMinute: 48, burst: 1, burstMs: 1000, transitMs: 250 });
    expect(allowanceOf(60, 1)).toEqual({ perMinute: 60, burst: 2, burstMs: 1000, transitMs: 500 });
    expect(allowanceOf(10, 0.5)).toEqual({ perMinute: 5, burst: 1, burstMs: 6000, transitMs: 500 });
    expect(allowanceOf(1, 0.05)).toEqual({ perMinute: 1, burst: 1, burstMs: 600_000, transitMs: 0 });
  });

  it('caution about the way to the server never puts the minute out of reach', () => {
    for (let limit = 1; limit <= 3000; limit += 1) {
      const { perMinute, burst, burstMs, transitMs } = allowanceOf(limit, 1);
      if (burstMs > 60_000) continue;
      expect((perMinute / burst) * (burstMs + transitMs)).toBeLessThanOrEqual(60_001);
    }
  });

  it('before any reply no operation is taken for freer than the emulator takes it', () => {
    const folder = join(import.meta.dirname, '../../src');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const own = files.filter((file) => file.endsWith('.ts') && !file.startsWith('emulator'));
    const text = own.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    const ops = [...new Set(ROUTES.map(({ op }) => op))].filter((op) => text.includes(`'${op}'`));
    expect(ops.length).toBeGreaterThan(30);
    expect(ops.filter((op) => defaultLimit(op) > emulatedLimit(op))).toEqual([]);
  });
});
