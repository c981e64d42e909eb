/** docs/assumptions.md has the emulator's questions, each with the answer that the emulator gives by default in bold. */
import { describe, expect, it } from 'vitest';
import { ASSUMPTIONS, type Assumption } from '../../src/emulator/index.ts';
import { rowNames, textOf } from './pages.ts';

describe('docs/assumptions.md', () => {
  const known: Readonly<Record<string, Assumption>> = ASSUMPTIONS;
  const rows = textOf('docs/assumptions.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('has every question of the emulator, and no other', () => {
    expect(rowNames('docs/assumptions.md', /^\w+$/).toSorted()).toEqual(Object.keys(known).sort());
  });

  it.each(rows.map((cells) => [cells[1] ?? '', cells] as const))(
    '%s: both answers, the chosen one in bold',
    (id, cells) => {
      const [, , question = '', a = '', b = '', tool = ''] = cells;
      const isBold = (cell: string) => cell.startsWith('**') && cell.endsWith('**');
      expect([isBold(a) ? 'a' : '', isBold(b) ? 'b' : ''].join('')).toBe(known[id.replaceAll('`', '')]?.chosen);
      expect([question, a, b, tool].every((cell) => cell !== '')).toBe(true);
    },
  );
});
