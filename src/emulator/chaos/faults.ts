/** Faults: what networks, load balancers and overloaded servers do to requests. */
import { type ApiError, errorBody, internalError, rateLimited } from '../errors.ts';
import type { Dice } from './dice.ts';

export const FAULTS = [
  /** The connection breaks before anything was done. */
  'dropped-before',
  /** The connection breaks after the request was carried out. */
  'dropped-after',
  'rate-limited',
  /** Without the headers that tell when to come back. */
  'rate-limited-bare',
  /** Refused before the API saw it, with a body that is not the API's. */
  'rate-limited-by-edge',
  'internal-error',
  /** A load balancer's page instead of an answer; nothing was done. */
  'bad-gateway-before',
  /** The same, though the request was carried out. */
  'bad-gateway-after',
  /** The first half of the body, then nothing for a while. */
  'slow-body',
  'truncated-body',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Faults that keep a request from being carried out. */
export function isBefore(fault: Fault): boolean {
  return !['dropped-after', 'bad-gateway-after', 'slow-body', 'truncated-body'].includes(fault);
}

/** Says for each request what goes wrong with it: each fault as often as its odds say, one at most. */
export function createFaults(
  dice: Dice,
  odds: ReadonlyMap<string, number>,
  mostInARow = 2,
): (method: string, path: string) => Fault | undefined {
  const rows = new Map<string, number>();
  return (method, path) => {
    const key = `${method} ${path}`;
    const inARow = rows.get(key) ?? 0;
    let rest = dice.next();
    const drawn = FAULTS.find((name) => {
      rest -= odds.get(name) ?? 0;
      return rest < 0;
    });
    const fault = inARow < mostInARow ? drawn : undefined;
    if (fault === undefined) rows.delete(key);
    else rows.set(key, inARow + 1);
    return fault;
  };
}

export interface FaultyAnswer {
  readonly status: number;
  readonly code?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const JSON_TYPE = { 'content-type': 'application/json' };
const PAGE =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n';

/** The answer that stands in for the API's; undefined when there is none to give or when the API's own is spoilt. */
export function faultyAnswer(fault: Fault, op: string, limit: number, nowMs: number): FaultyAnswer | undefined {
  const soon = Math.floor(nowMs / 1000) + 1;
  const told = (error: ApiError, headers: Record<string, string>): FaultyAnswer => ({
    status: error.status,
    code: error.code,
    headers: { ...JSON_TYPE, ...headers },
    text: JSON.stringify(errorBody(error, op)),
  });
  switch (fault) {
    case 'rate-limited':
      return told(rateLimited(), {
        'X-RateLimit-Limit': String(limit),
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset': String(soon),
      });
    case 'rate-limited-bare':
      return told(rateLimited(), {});
    case 'rate-limited-by-edge':
      return edgeRefusal(1);
    case 'internal-error':
      return told(internalError('internal error'), {});
    case 'bad-gateway-before':
    case 'bad-gateway-after':
      return { status: 502, headers: HTML, text: PAGE };
    default:
      return undefined;
  }
}

/** What stands before the API refuses in its own words: its `code` is no number. */
export function edgeRefusal(seconds: number): FaultyAnswer {
  return {
    status: 429,
    headers: { ...JSON_TYPE, 'Retry-After': String(seconds) },
    text: JSON.stringify({ code: 'rate_limit_exceeded', message: 'Rate limit exceeded' }),
  };
}

/** A body that takes its time in the middle. */
export function slowly(text: string, ms: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const half = Math.floor(bytes.length / 2);
  let isFirst = true;
  return new ReadableStream({
    async pull(controller) {
      if (isFirst) {
        isFirst = false;
        controller.enqueue(bytes.subarray(0, half));
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, ms));
      controller.enqueue(bytes.subarray(half));
      controller.close();
    },
  });
}
