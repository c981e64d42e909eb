/** What the benchmark concludes from figures, and the least number of calls that it compares with. */
import { describe, expect, it } from 'vitest';

/** The benchmark is plain JavaScript without types. */
const load = (name: string) => import(new URL(`../../bench/${name}`, import.meta.url).href);
const { minimumCalls, SIZES } = await load('workload.mjs');
const { verdicts } = await load('verdict.mjs');
const { readOptions } = await load('options.mjs');

interface Verdict {
  readonly claim: string;
  readonly isMet: boolean | undefined;
  readonly found: string;
}

const minimum = { reads: 135, writes: 0 };
const cell = { size: 'large', workload: 'noop', latency: 0, rateLimits: 'off', calls: { GetApp: 1 }, minimum };
const own = { ...cell, contestant: 'roster', wall: 1000, cpu: 1000, reads: 135, writes: 0 };

function metOf(results: readonly object[], part: string): boolean | undefined {
  const found = (verdicts({ results }) as readonly Verdict[]).filter(({ claim }) => claim.includes(part));
  expect(found).toHaveLength(1);
  return found[0]?.isMet;
}

describe('the least number of calls', () => {
  it.each([
    ['first', 'small', { reads: 3, writes: 6 }],
    ['first', 'large', { reads: 135, writes: 1100 }],
    ['noop', 'medium', { reads: 15, writes: 0 }],
    ['change', 'medium', { reads: 15, writes: 1 }],
  ])('of %s, %s', (workload, size, expected) => {
    expect(minimumCalls(workload, SIZES[size])).toEqual(expected);
  });
});

describe('the verdict', () => {
  it('says nothing about what was not measured', () => {
    const all = verdicts({ results: [] }) as readonly Verdict[];
    expect(all.length).toBeGreaterThan(10);
    expect(all.every(({ isMet }) => isMet === undefined)).toBe(true);
  });

  it.each([
    [700, true],
    [600, false],
  ])('holds the CPU of a plan against a floor of %i ms', (cpu, expected) => {
    expect(metOf([own, { ...own, contestant: 'floor', cpu }], 'large, 0 ms, roster: CPU')).toBe(expected);
  });

  it('takes no figures that were limited', () => {
    const limited = { ...own, rateLimits: 'default' };
    expect(metOf([limited, { ...limited, contestant: 'floor' }], 'large, 0 ms, roster: CPU')).toBeUndefined();
  });

  it.each([
    [0, true],
    [1, false],
  ])('counts %i writes against none', (writes, expected) => {
    expect(metOf([{ ...own, writes }], 'roster: never more writing calls')).toBe(expected);
  });

  it.each([
    ['as many reads beside the question which app it is', { reads: 134, wall: 1100 }, true],
    ['fewer reads', { reads: 133, wall: 1100 }, false],
    ['less time', { reads: 134, wall: 900 }, false],
  ])('against a tuned script with %s', (_, figures, expected) => {
    const tuned = { ...own, ...figures, contestant: 'tuned' };
    expect(metOf([own, tuned], 'large, 0 ms, roster: no slower')).toBe(expected);
  });

  it('holds start-up, growth and the install against their limits', () => {
    const figures = {
      results: [],
      growth: [
        { users: 10_000, wall: 1000, memory: 100 },
        { users: 100_000, wall: 10_500, memory: 140 },
      ],
      startup: { 'node -e 0': 40, 'chat --version': 48, 'chat validate': 120 },
      package: { packages: 20, bytes: 16e6 },
    };
    const met = (verdicts(figures) as readonly Verdict[]).filter(({ isMet }) => isMet !== undefined);
    expect(met.map(({ isMet }) => isMet)).toEqual([false, true, true, false, true, false]);
  });
});

describe('the options', () => {
  it('takes all sizes, workloads and parts unless told', () => {
    const { cells, parts, runs } = readOptions([]);
    expect(cells).toHaveLength(3 * (1 + 3 + 2));
    expect(parts).toEqual(['growth', 'startup', 'package']);
    expect(runs).toBe(5);
  });

  it('takes what --only names', () => {
    const { cells, parts, contestants } = readOptions(['--only', 'large,noop,tuned', '--latency', '50,limits']);
    expect(cells).toEqual([
      { size: 'large', workload: 'noop', latency: 50, rateLimits: 'off' },
      { size: 'large', workload: 'noop', latency: 0, rateLimits: 'default' },
    ]);
    expect(parts).toEqual([]);
    expect(contestants).toEqual(['tuned']);
    expect(readOptions(['--only', 'startup'])).toMatchObject({ cells: [], parts: ['startup'] });
  });

  it.each([
    [['--only', 'huge'], 'huge'],
    [['--runs', '0'], '--runs'],
    [['--latency', 'fast'], '--latency'],
    [['--what'], '--what'],
  ])('refuses %j', (args, named) => {
    expect(() => readOptions(args)).toThrow(named);
    expect(() => readOptions(args)).toThrow('npm run bench');
  });
});
