/** Clocks that do not wait, and HTTP servers that misbehave. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import type { Clock } from '../../src/api/index.ts';

/** Time that passes only by sleeping: whoever sleeps has slept at once. For one thing at a time. */
export function skippingClock(start = Date.now()): Clock & { readonly slept: number[] } {
  let time = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted();
      slept.push(milliseconds);
      time += milliseconds;
    },
  };
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Time that passes only in `run`, from one sleeper to the next, until nobody sleeps or `until` is reached. */
export function steppedClock(start = 1_000_000): Clock & { run(until?: number): Promise<void> } {
  let time = start;
  const sleepers = new Set<Sleeper>();
  return {
    now: () => time,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason);
        const leave = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          at: time + milliseconds,
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', leave);
            resolve();
          },
        };
        signal?.addEventListener('abort', leave, { once: true });
        sleepers.add(sleeper);
      }),
    async run(until = Number.POSITIVE_INFINITY) {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        const next = Math.min(...[...sleepers].map((sleeper) => sleeper.at));
        if (next > until || next === Number.POSITIVE_INFINITY) break;
        time = Math.max(time, next);
        for (const sleeper of [...sleepers]) if (sleeper.at <= time) sleeper.wake();
      }
      if (until !== Number.POSITIVE_INFINITY) time = Math.max(time, until);
    },
  };
}

export interface Seen {
  readonly method: string | undefined;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Served {
  readonly baseUrl: string;
  readonly seen: Seen[];
}

type Answer = (response: ServerResponse, seen: Seen) => void;

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server that gives one answer after the other, and the last one from then on. */
export async function serve(...answers: readonly Answer[]): Promise<Served> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method, url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(parts).toString('utf8') };
      seen.push(one);
      answers[Math.min(seen.length, answers.length) - 1]?.(response, one);
    });
  });
  server.keepAliveTimeout = 10;
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return text(status, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
}

export function text(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => response.writeHead(status, headers).end(body);
}

export const ok = json(201, { duration: '1ms' });
/** Reads the request, then closes the connection. */
export const hangUp: Answer = (response) => response.destroy();
export const never: Answer = () => undefined;
/** Announces more than it sends. */
export function cutOff(status: number): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"duration": "1m');
    setTimeout(() => response.destroy(), 5);
  };
}
