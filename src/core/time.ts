/** Times as the two sides write them: RFC 3339 text in the configuration, Unix nanoseconds in replies. Compared by the millisecond. */
import type { Json } from './json.ts';

/** 1900: nothing in a chat is older. */
const FIRST = -2_208_988_800_000;

/** One spelling (`2026-01-02T03:04:05.678Z`) of a time in either form; anything else stays as it is. */
export function canonicalTime(value: Json): Json {
  const milliseconds =
    typeof value === 'number' ? Math.floor(value / 1e6) : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  // Go's zero time leaks through, as year 1 or as the oldest that 64 bits of nanoseconds hold: the API means "none".
  if (!Number.isFinite(milliseconds) || milliseconds < FIRST) return value;
  return new Date(milliseconds).toISOString();
}

/** Nanoseconds as RFC 3339 text with microseconds, the finest that a JSON number still carries; text stays. */
export function rfc3339(value: Json): Json {
  if (typeof value !== 'number') return value;
  const micros = Math.floor(value / 1e3);
  const milliseconds = Math.floor(micros / 1e3);
  return new Date(milliseconds).toISOString().replace('Z', `${String(micros - milliseconds * 1e3).padStart(3, '0')}Z`);
}
