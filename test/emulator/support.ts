/** A caller for tests: signs its own tokens and speaks to an emulator without a socket. */
import { SignJWT } from 'jose';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.ts';

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: replies are read member by member in assertions.
  readonly body: any;
  readonly headers: Headers;
}

export interface Client {
  call(method: string, path: string, body?: unknown): Promise<Reply>;
  /** A read whose arguments are JSON in the query. */
  query(path: string, payload: unknown): Promise<Reply>;
}

export function sign(secret: string, claims: Record<string, unknown>): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(new TextEncoder().encode(secret));
}

export function client(emulator: Emulator, claims: Record<string, unknown> = { server: true }): Client {
  const token = sign(emulator.apiSecret, claims);
  async function call(method: string, path: string, body?: unknown): Promise<Reply> {
    const url = new URL(`http://emulator/api/v2${path}`);
    url.searchParams.set('api_key', emulator.apiKey);
    const response = await emulator.fetch(
      new Request(url, {
        method,
        headers: {
          authorization: await token,
          'stream-auth-type': 'jwt',
          // A form brings its own type, with the boundary in it.
          ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      }),
    );
    return { status: response.status, body: await response.json(), headers: response.headers };
  }
  return {
    call,
    query: (path, payload) => call('GET', `${path}?payload=${encodeURIComponent(JSON.stringify(payload))}`),
  };
}

/** A clock that moves only when it is told to. */
export function aClock(start = Date.parse('2026-10-01T12:00:00Z')) {
  let at = start;
  return {
    now: () => at,
    pass(ms: number) {
      at += ms;
    },
  };
}

/** An emulator that refuses nothing for being called too often, with its caller. */
export async function anApp(options: EmulatorOptions = {}) {
  const clock = aClock();
  const emulator = await createEmulator({ rateLimits: 'off', seed: 1, now: clock.now, ...options });
  return { emulator, clock, ...client(emulator) };
}

/** The emulator with users who exist already. */
export async function anAppWith(users: readonly string[], options: EmulatorOptions = {}) {
  const app = await anApp(options);
  await app.call('POST', '/users', { users: Object.fromEntries(users.map((id) => [id, { id }])) });
  return app;
}

export type App = Awaited<ReturnType<typeof anApp>>;
