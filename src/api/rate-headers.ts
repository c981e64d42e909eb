/** What a reply tells about rates. Every header may be missing, and none is trusted to be well-formed. */
import type { Headers } from './http.ts';

export interface RateHeaders {
  /** Calls per minute. */
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  /** The end of the current window as the server names it, to tell one window from the next. */
  readonly window: number | undefined;
  /** Milliseconds until that end. */
  readonly resetIn: number | undefined;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter: number | undefined;
}

export function readRateHeaders(headers: Headers, now: number): RateHeaders {
  // Both ends of the difference are then the server's clock, which need not be ours.
  const serverNow = dateOf(headers('date')) ?? now;
  const window = count(headers('x-ratelimit-reset'));
  return {
    limit: count(headers('x-ratelimit-limit')),
    remaining: count(headers('x-ratelimit-remaining')),
    window,
    resetIn: window === undefined ? undefined : window * 1000 - serverNow,
    retryAfter: retryAfter(headers('retry-after'), serverNow),
  };
}

function retryAfter(text: string | undefined, serverNow: number): number | undefined {
  const seconds = count(text);
  if (seconds !== undefined) return seconds * 1000;
  const date = dateOf(text);
  return date === undefined ? undefined : date - serverNow;
}

function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}

function dateOf(text: string | undefined): number | undefined {
  const date = Date.parse(text ?? '');
  return Number.isNaN(date) ? undefined : date;
}
