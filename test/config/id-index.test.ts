import { describe, expect, it } from 'vitest';
import { IdIndex } from '../../src/config/roster/id-index.ts';

/** More than are kept as they are. */
const MANY = 50_000;

describe('the index of ids', () => {
  const index = new IdIndex();
  const idOf = (number: number) => `user-${number}`;
  const placeOf = (number: number) => ({ file: number % 3, line: number + 1 });

  it('knows each id from when it was added, and the first place of it', () => {
    for (let number = 0; number < MANY; number += 1) {
      expect(index.has(idOf(number))).toBe(false);
      expect(index.add(idOf(number), placeOf(number))).toBeUndefined();
      const earlier = Math.floor(number / 2);
      if (index.add(idOf(earlier), { file: 9, line: 9 })?.line !== earlier + 1) expect.fail(`${earlier} is forgotten`);
    }
    expect(index.size).toBe(MANY);
  });

  it('tells where each was, and knows no other', () => {
    for (let number = 0; number < MANY; number += 997) {
      expect(index.add(idOf(number), { file: 9, line: 9 })).toEqual(placeOf(number));
      expect(index.has(idOf(number))).toBe(true);
      expect(index.has(`${idOf(number)}x`)).toBe(false);
    }
    expect(index.has('')).toBe(false);
    expect(index.size).toBe(MANY);
  });
});
