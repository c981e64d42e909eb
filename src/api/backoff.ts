/**
 * The wait before attempt `failures + 1`: doubles from `base` to `cap`, of which the upper half is random, so that several
 * runs that were refused together do not come back together.
 */
export function backoff(failures: number, base: number, cap: number, random: () => number): number {
  const full = Math.min(cap, base * 2 ** Math.max(0, failures - 1));
  return full / 2 + (random() * full) / 2;
}
