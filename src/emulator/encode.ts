/** One encoder per generation of the API turns what a handler returns into what goes over the wire. Absent members stay
 * absent in both. */
import type { Json } from '../core/json.ts';
import { Custom, formatTime, Time, type Value, ZERO_TIME } from './values.ts';

/** The nanoseconds of the first instant of year 1, as far as 64 bits hold them. */
const ZERO_NANOSECONDS = Number(BigInt.asIntN(64, BigInt(ZERO_TIME.us) * 1000n));

/** Generation 2: times are integer Unix nanoseconds, customer data is nested. */
export function encodeV2(value: Value): Json {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Time) return value.us === ZERO_TIME.us ? ZERO_NANOSECONDS : value.us * 1000;
  if (value instanceof Custom) return value.data;
  if (Array.isArray(value)) return value.map(encodeV2);
  const members: Record<string, Json> = {};
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members[key] = encodeV2(member);
  }
  return members;
}

/** Generation 1: times are RFC 3339 text, customer data stands beside the members of its owner. Where both have a name,
 * the owner's own member is what shows. */
export function encodeV1(value: Value): Json {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Time) return formatTime(value.us);
  if (value instanceof Custom) return value.data;
  if (Array.isArray(value)) return value.map(encodeV1);
  const own: [string, Json][] = [];
  const custom: [string, Json][] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member instanceof Custom) custom.push(...Object.entries(member.data));
    else if (member !== undefined) own.push([key, encodeV1(member)]);
  }
  return Object.fromEntries([...custom, ...own]);
}
