/** Trouble on purpose. `faults` breaks requests and answers; `nonbreaking` gives answers as the vendor may at any time
 * without notice, so that clients prove that they depend on nothing else. */
import type { JsonObject } from '../../core/json.ts';
import type { ValueObject } from '../values.ts';
import { createDice } from './dice.ts';
import { createFaults, type Fault } from './faults.ts';
import { alteredError, alteredHeaders, alteredReply, type Change, newEndpoint } from './nonbreaking.ts';
import { type ChaosOptions, oddsOf } from './options.ts';

export interface Chaos {
  readonly slowMs: number;
  faultFor(method: string, path: string): Fault | undefined;
  reply(value: ValueObject, op: string): ValueObject;
  error(body: JsonObject): JsonObject;
  headers(headers: Readonly<Record<string, string>>): Record<string, string>;
  /** What a route that was unknown until now answers; undefined where it still is. */
  endpoint(method: string, path: string): JsonObject | undefined;
}

export function createChaos(options: ChaosOptions, seed = 0): Chaos {
  const odds = oddsOf(options);
  const dice = createDice(options.seed ?? seed);
  const isFaulty = options.profile === 'faults';
  const falls = (change: Change) => !isFaulty && dice.falls(odds.get(change) ?? 0);
  const struck = (...changes: readonly Change[]) => new Set(changes.filter(falls));
  return {
    slowMs: options.slowMs ?? 400,
    faultFor: isFaulty ? createFaults(dice, odds, options.mostInARow) : () => undefined,
    reply: (value, op) => alteredReply(value, op, struck('fields', 'values', 'order', 'lists', 'lengths'), dice),
    error: (body) => alteredError(body, struck('fields', 'order', 'lengths', 'texts'), dice),
    headers: (headers) => (falls('headers') ? alteredHeaders(headers, dice) : { ...headers }),
    endpoint: (method, path) => (falls('endpoints') ? newEndpoint(method, path) : undefined),
  };
}
