/** Chance that can be repeated: the same seed gives the same throws. */
export interface Dice {
  /** 0 up to, and without, 1. */
  next(): number;
  /** Whether something of this probability happens now. */
  falls(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  shuffled<T>(items: readonly T[]): T[];
}

/** The generator known as mulberry32. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    falls: (probability) => next() < probability,
    pick(items) {
      const [first, ...others] = items;
      const index = Math.floor(next() * items.length);
      return index === 0 ? first : (others[index - 1] as (typeof items)[number]);
    },
    shuffled(items) {
      return items
        .map((item) => [next(), item] as const)
        .sort(([a], [b]) => a - b)
        .map(([, item]) => item);
    },
  };
}
