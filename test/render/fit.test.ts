import { describe, expect, test } from 'vitest';
import { fitSections, type Section, sizeOf } from '../../src/render/markdown/fit.ts';
import { tallyOfImpacts } from '../../src/render/tally.ts';
import { percent } from '../../src/render/text.ts';
import { aRichPlan } from './plans.ts';

/** Rows of ten bytes with their line break; every second one is a detail. */
function aSection(name: string, length: number): Section {
  return {
    name,
    rows: Array.from({ length }, (_, index) => ({ text: `${name} row ${index}`.padEnd(9), begins: index % 2 === 0 })),
    layOut: (rows, left) => [`# ${name}`, ...rows, ...(left > 0 ? [`… ${left}`] : [])].join('\n'),
  };
}

describe('sections', () => {
  test('stay whole where there is room', () => {
    const { text, cuts } = fitSections([aSection('a', 2), aSection('b', 1)], 1000);
    expect(text).toBe('# a\na row 0  \na row 1  \n\n# b\nb row 0  ');
    expect(cuts).toEqual([]);
  });

  test('leave what they do not need to longer ones', () => {
    const { text, cuts } = fitSections([aSection('a', 100), aSection('b', 4), aSection('c', 100)], 300);
    expect(sizeOf(text)).toBeLessThanOrEqual(300);
    expect(text).toContain('b row 3');
    expect(cuts.map(({ name, of }) => [name, of])).toEqual([
      ['a', 50],
      ['c', 50],
    ]);
    expect(text.match(/^[ac] row/gm)?.length).toBeGreaterThan(16);
  });

  test('keep their heads where there is no room at all', () => {
    const { text, cuts } = fitSections([aSection('a', 3), aSection('b', 1)], 0);
    expect(text).toBe('# a\n… 2\n\n# b\n… 1');
    expect(cuts).toEqual([
      { name: 'a', left: 2, of: 2 },
      { name: 'b', left: 1, of: 1 },
    ]);
  });

  test('tell when only details went', () => {
    expect(fitSections([aSection('a', 2)], 22)).toEqual({
      text: '# a\na row 0  ',
      cuts: [{ name: 'a', left: 0, of: 1 }],
    });
  });

  test('are measured in bytes', () => {
    expect(sizeOf('世😀a')).toBe(8);
  });
});

test.each([
  [0, '0 %'],
  [0.0001, 'under 0.1 %'],
  [0.042, '4.2 %'],
  [0.05, '5 %'],
  [0.426, '43 %'],
  [12.5, '1,250 %'],
])('a share of %f is %s', (share, text) => {
  expect(percent(share)).toBe(text);
});

test('impacts are counted by class, the gravest first', () => {
  const { impacts } = aRichPlan();
  expect(tallyOfImpacts([])).toBe('');
  expect(tallyOfImpacts(impacts)).toBe('1 loses data, 2 break clients');
});
