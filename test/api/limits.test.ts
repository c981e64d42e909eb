import { describe, expect, it } from 'vitest';
import { allowanceOf, defaultLimit, lastStart } from '../../src/api/limits.ts';

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
    ['ListRoles', 1_000],
    ['CreateRole', 300],
    ['SomethingNew', 300],
  ])('%s may be called %i times a minute', (op, limit) => {
    expect(defaultLimit(op)).toBe(limit);
  });

  it('an allowance never exceeds its share of the minute and of the second', () => {
    expect(allowanceOf(300, 0.8)).toEqual({ perMinute: 240, burst: 8, burstMs: 1000 });
    expect(allowanceOf(60, 0.8)).toEqual({ perMinute: 48, burst: 1, burstMs: 1000 });
    expect(allowanceOf(60, 1)).toEqual({ perMinute: 60, burst: 2, burstMs: 1000 });
    expect(allowanceOf(10, 0.5)).toEqual({ perMinute: 5, burst: 1, burstMs: 6000 });
  });

  it('tells when the last of several calls can start', () => {
    const allowance = allowanceOf(300, 0.8);
    expect([0, 1, 8, 9, 240, 241, 481].map((calls) => lastStart(allowance, calls))).toEqual([
      0, 0, 0, 1000, 29_000, 60_000, 120_000,
    ]);
  });
});
