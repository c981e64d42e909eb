/** Trouble on purpose. `faults` breaks requests and answers; `nonbreaking` gives answers as the vendor may at any time
 * without notice, so that clients prove that they depend on nothing else. */
import type { JsonObject } from '../../core/json.ts';
import type { ValueObject } from '../values.ts';
import { createDice } from './dice.ts';
import { createFaults, FAULTS, type Fault } from './faults.ts';
import { alteredError, alteredHeaders, alteredReply } from './nonbreaking.ts';

export interface ChaosOptions {
  readonly profile: 'nonbreaking' | 'faults';
  /** How likely a request is struck: 0.2 for faults, 1 for changes when absent. */
  readonly probability?: number;
  /** The seed of the emulator when absent. */
  readonly seed?: number;
  /** Of the faults, these alone. */
  readonly faults?: readonly Fault[];
  /** How long a slow body pauses. */
  readonly slowMs?: number;
}

export interface Chaos {
  readonly slowMs: number;
  faultFor(method: string, path: string): Fault | undefined;
  reply(value: ValueObject, op: string): ValueObject;
  error(body: JsonObject): JsonObject;
  headers(headers: Readonly<Record<string, string>>): Record<string, string>;
}

export function createChaos(options: ChaosOptions, seed = 0): Chaos {
  const dice = createDice(options.seed ?? seed);
  const isFaulty = options.profile === 'faults';
  const probability = options.probability ?? (isFaulty ? 0.2 : 1);
  const isChanged = () => !isFaulty && dice.falls(probability);
  return {
    slowMs: options.slowMs ?? 400,
    faultFor: isFaulty ? createFaults(dice, probability, options.faults ?? FAULTS) : () => undefined,
    reply: (value, op) => (isChanged() ? alteredReply(value, op, dice) : value),
    error: (body) => (isChanged() ? alteredError(body, dice) : body),
    headers: (headers) => (isChanged() ? alteredHeaders(headers, dice) : { ...headers }),
  };
}
