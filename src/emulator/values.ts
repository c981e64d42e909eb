/** What handlers return. Two things differ between the generations of the API, so they stay marked until a reply is encoded. */
import type { Json, JsonObject } from '../core/json.ts';

/** An instant in whole microseconds since 1970: as fine as the API writes its times, and exact in a JavaScript number. */
export class Time {
  readonly us: number;
  constructor(us: number) {
    this.us = us;
  }
}

/** What the API shows for a time that was never set, where it does not leave it out: the first instant of year 1. */
export const ZERO_TIME = new Time(-62_135_596_800_000_000);

/** Data of the customer's own: nested under `custom` in the newer generation, spread over its owner in the older one. */
export class Custom {
  readonly data: JsonObject;
  constructor(data: JsonObject) {
    this.data = data;
  }
}

export type Value = null | boolean | number | string | Time | Custom | readonly Value[] | ValueObject;
export type ValueObject = { readonly [key: string]: Value | undefined };

export function time(us: number): Time;
export function time(us: number | undefined): Time | undefined;
export function time(us: number | undefined): Time | undefined {
  return us === undefined ? undefined : new Time(us);
}

const RFC3339 = /^(\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/** Reads RFC 3339 text into microseconds; undefined when it is none. `Date` alone would drop all but the milliseconds. */
export function parseTime(text: string): number | undefined {
  const match = RFC3339.exec(text);
  if (match === null) return undefined;
  const seconds = Date.parse(`${match[1]?.replace(' ', 'T').toUpperCase()}${match[3]?.toUpperCase()}`);
  if (Number.isNaN(seconds)) return undefined;
  return seconds * 1000 + Math.floor(Number(match[2] ?? 0) * 1e6);
}

/** As far as 64 bits reach. */
const MOST_NANOSECONDS = 2 ** 63;

/** The newer generation counts nanoseconds, the older one writes text; requests may use either. */
export function readTime(value: Json | undefined): number | undefined {
  if (typeof value === 'string') return parseTime(value);
  return typeof value === 'number' && Math.abs(value) <= MOST_NANOSECONDS ? Math.round(value / 1000) : undefined;
}

/** RFC 3339 in UTC, to the microsecond, without trailing zeros. */
export function formatTime(us: number): string {
  const ms = Math.floor(us / 1000);
  const fraction = `${String(ms - Math.floor(ms / 1000) * 1000).padStart(3, '0')}${String(us - ms * 1000).padStart(3, '0')}`;
  const shown = fraction.replace(/0+$/, '');
  return `${new Date(ms).toISOString().slice(0, -5)}${shown === '' ? '' : `.${shown}`}Z`;
}
