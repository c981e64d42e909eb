/** What goes wrong on the way to the API and back: middleware that breaks chosen requests. */
import type { HttpReply, HttpRequest, HttpSend } from '../../src/api/index.ts';
import type { Middleware } from './world.ts';

export type Fault =
  | 'drop-before'
  | 'drop-after'
  | 'too-many'
  | 'too-many-bare'
  | 'edge-too-many'
  | 'error-500'
  | 'bad-gateway'
  | 'unavailable-empty'
  | 'truncated';

export const FAULTS: readonly Fault[] = [
  'drop-before',
  'drop-after',
  'too-many',
  'too-many-bare',
  'edge-too-many',
  'error-500',
  'bad-gateway',
  'unavailable-empty',
  'truncated',
];

/** A reading call has a body only where a filter travels in it. */
export function isWrite(request: HttpRequest): boolean {
  return request.method !== 'GET' && !/\/chat\/channels(\?|$)/.test(request.url);
}

/** Breaks the writing request number `at` (from 0), and `times` of those that follow. Tells how many requests there were. */
export function breakWrite(fault: Fault, at: number, times = 1): { readonly middleware: Middleware; seen(): number } {
  let count = 0;
  return {
    seen: () => count,
    middleware: (send) => (request) => {
      if (!isWrite(request)) return send(request);
      const number = count++;
      return number >= at && number < at + times ? broken(fault, send, request) : send(request);
    },
  };
}

/** Breaks each request, reading or writing, for which `choose` names a fault. */
export function breakSome(choose: (number: number, request: HttpRequest) => Fault | undefined): Middleware {
  let count = 0;
  return (send) => (request) => {
    const fault = choose(count++, request);
    return fault === undefined ? send(request) : broken(fault, send, request);
  };
}

async function broken(fault: Fault, send: HttpSend, request: HttpRequest): Promise<HttpReply> {
  switch (fault) {
    case 'drop-before':
      throw Object.assign(new TypeError('fetch failed'), { code: 'ECONNRESET' });
    case 'drop-after':
      await send(request);
      throw Object.assign(new TypeError('other side closed'), { code: 'UND_ERR_SOCKET' });
    case 'too-many':
      return reply(429, tooMany(9), { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'retry-after': '2' });
    case 'too-many-bare':
      return reply(429, tooMany(9));
    case 'edge-too-many':
      return reply(429, tooMany('rate_limit_exceeded'));
    case 'error-500':
      await send(request);
      return reply(500, JSON.stringify({ code: -1, StatusCode: 500, message: 'internal error', duration: '0' }));
    case 'bad-gateway':
      return reply(502, '<html><body><h1>502 Bad Gateway</h1></body></html>');
    case 'unavailable-empty':
      return reply(503, '');
    case 'truncated': {
      const whole = await send(request);
      return { ...whole, body: whole.body.slice(0, Math.floor(whole.body.length / 2)) };
    }
  }
}

function tooMany(code: number | string): string {
  return JSON.stringify({ code, StatusCode: 429, message: 'Too many requests', duration: '0.00ms' });
}

function reply(status: number, body: string, headers: Readonly<Record<string, string>> = {}): HttpReply {
  return { status, body, headers: (name) => headers[name.toLowerCase()] };
}
