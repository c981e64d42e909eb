/** What a caller may ask of chaos, and how likely each kind of trouble is by it. */
import { FAULTS, type Fault } from './faults.ts';
import { CHANGES, type Change } from './nonbreaking.ts';

export interface ChaosOptions {
  readonly profile: 'nonbreaking' | 'faults';
  /** How likely a request is struck by any of the faults, or an answer by each kind of change: 0.2 and 1 when absent. */
  readonly probability?: number;
  /** These kinds alone, each with a probability of its own. A request has one fault at most, so those of faults add up. */
  readonly odds?: Readonly<Partial<Record<Fault | Change, number>>>;
  /** The seed of the emulator when absent. */
  readonly seed?: number;
  /** Of the faults, these alone, which share the probability. */
  readonly faults?: readonly Fault[];
  /** How many requests with the same method and path go wrong one after another at most: 2 when absent, so that who tries
   * again gets through. */
  readonly mostInARow?: number;
  /** How long a slow body pauses. */
  readonly slowMs?: number;
}

export type Odds = ReadonlyMap<string, number>;

/** The probability of each kind. Throws RangeError where `problemOf` finds one. */
export function oddsOf(options: ChaosOptions): Odds {
  const problem = problemOf(options);
  if (problem !== undefined) throw new RangeError(problem);
  if (options.odds !== undefined) return new Map(Object.entries(options.odds));
  if (options.profile === 'nonbreaking') return new Map(CHANGES.map((name) => [name, options.probability ?? 1]));
  const faults = options.faults ?? FAULTS;
  return new Map(faults.map((name) => [name, (options.probability ?? 0.2) / faults.length]));
}

/** What is wrong with chaos that is asked for, in words for whoever asked. */
export function problemOf({ profile, probability = 0, odds = {} }: ChaosOptions): string | undefined {
  const known: readonly string[] = profile === 'faults' ? FAULTS : CHANGES;
  const stranger = Object.keys(odds).find((name) => !known.includes(name));
  if (stranger !== undefined) return `${profile} has no ${stranger}. Known are ${known.join(', ')}.`;
  const wrong = [probability, ...Object.values(odds)].find((value) => !(value >= 0 && value <= 1));
  if (wrong !== undefined) return `${wrong} is no probability: those go from 0 to 1.`;
  const sum = Object.values(odds).reduce((total, value) => total + value, 0);
  if (profile !== 'faults' || sum <= 1 + 1e-9) return undefined;
  return `A request has one fault at most, so their probabilities add up to 1 at most, not to ${Number(sum.toFixed(3))}.`;
}
