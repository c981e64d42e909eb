/** One encoder per generation of the API turns what a handler returns into what goes over the wire. */
import type { Json } from '../core/json.ts';
import { Custom, Time, type Value } from './values.ts';

export type Encoder = (value: Value) => Json;

/** Generation 2: times are integer Unix nanoseconds, customer data is nested. Absent members stay absent. */
export function encodeV2(value: Value): Json {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Time) return value.us * 1000;
  if (value instanceof Custom) return value.data;
  if (Array.isArray(value)) return value.map(encodeV2);
  const members: Record<string, Json> = {};
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members[key] = encodeV2(member);
  }
  return members;
}
