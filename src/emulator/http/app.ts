/** The way of a request: route, api key, token, rate limit, latency, handler, encoder, journal, log. An unknown path is
 * answered before the key is looked at, since every other answer names the operation that was meant. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import type { Json } from '../../core/json.ts';
import { type Encoder, encodeV2 } from '../encode.ts';
import { ApiError, errorBody, headersTooLarge, inputError, notAllowed, notFound, rateLimited } from '../errors.ts';
import type { World } from '../world.ts';
import { type Authenticator, createAuthenticator } from './auth.ts';
import { createLimiter, type Limiter, platformOf } from './limits.ts';
import { createLog, loggedPath, type RequestLogEntry } from './log.ts';
import type { Route } from './route.ts';

export interface AppOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly latencyMs: number;
  readonly rateLimits: 'default' | 'off' | number;
  readonly onRequest: ((entry: RequestLogEntry) => void) | undefined;
  /** Runs what is due before a request is handled. */
  readonly settle: () => void;
  /** Makes what a request wrote durable before it is answered. */
  readonly commit: () => void;
}

interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly headers: Record<string, string>;
  readonly code?: number;
}

export function createApp(world: World, routes: readonly Route[], options: AppOptions) {
  const log = createLog(options.onRequest);
  const limiter = createLimiter(options.rateLimits, world.now);
  const authenticator = createAuthenticator(world, options.apiKey, options.apiSecret);
  const hono = new Hono();

  async function respond(
    request: Request,
    op: string,
    work: (started: number, readText: () => Promise<string>) => Promise<Answer>,
  ): Promise<Response> {
    const at = world.now();
    const started = performance.now();
    let requestText: string | undefined;
    const answer = await work(started, async () => {
      requestText = await request.text();
      return requestText;
    });
    options.commit();
    const { status, code } = answer;
    const responseText = JSON.stringify(answer.body);
    const path = loggedPath(new URL(request.url));
    const durationMs = performance.now() - started;
    log.add({ at, method: request.method, path, op, status, code, durationMs, requestText, responseText });
    return new Response(responseText, { status, headers: { ...answer.headers, 'content-type': 'application/json' } });
  }

  for (const route of routes) {
    const path = `/api/v2${route.area === 'chat' ? '/chat' : ''}${route.path}`;
    hono.on(route.method, path, (context) => {
      const { raw } = context.req;
      const parameters = context.req.param() as Record<string, string>;
      return respond(raw, route.op, (started, readText) =>
        handle(raw, route, parameters, started, readText, { world, limiter, authenticator, encode: encodeV2, options }),
      );
    });
  }
  hono.notFound((context) =>
    respond(context.req.raw, 'Request', async () => failure(notFound('Not Found'), 'Request', {})),
  );

  return { log: log.entries, fetch: async (request: Request): Promise<Response> => hono.fetch(request) };
}

/** A socket of Node refuses longer ones by itself; without a socket the answer must not differ. */
const MOST_URL_CHARACTERS = 16_000;

interface Services {
  readonly world: World;
  readonly limiter: Limiter;
  readonly authenticator: Authenticator;
  readonly encode: Encoder;
  readonly options: AppOptions;
}

async function handle(
  request: Request,
  route: Route,
  parameters: Record<string, string>,
  started: number,
  readText: () => Promise<string>,
  { world, limiter, authenticator, encode, options }: Services,
): Promise<Answer> {
  const headers: Record<string, string> = {};
  try {
    if (request.url.length > MOST_URL_CHARACTERS) throw headersTooLarge();
    const url = new URL(request.url);
    const caller = await authenticator.identify(url, request.headers);
    const quota = limiter.take(route.op, platformOf(caller.kind === 'server', request.headers.get('x-stream-client')));
    if (!limiter.isOff) {
      headers['X-RateLimit-Limit'] = String(quota.limit);
      headers['X-RateLimit-Remaining'] = String(quota.remaining);
      headers['X-RateLimit-Reset'] = String(quota.reset);
    }
    if (quota.isRefused) throw rateLimited();
    if (caller.kind !== 'server' && !route.clients) throw notAllowed(`${route.op} is only allowed server-side`);
    const requestBody = await readBody(request, readText);
    if (options.latencyMs > 0) await sleep(options.latencyMs);
    options.settle();
    const value = route.handle({
      world,
      caller,
      limiter,
      query: url.searchParams,
      body: requestBody ?? {},
      at: world.stamp(),
      param: (name) => parameters[name] ?? '',
    });
    const body = encode({ ...value, duration: `${(performance.now() - started).toFixed(2)}ms` });
    const status = request.method === 'POST' || request.method === 'PUT' ? 201 : 200;
    return { status, body, headers };
  } catch (error) {
    return failure(error, route.op, headers);
  }
}

function failure(error: unknown, op: string, headers: Record<string, string>): Answer {
  // A fault of the emulator itself must be seen as one and not look like an answer of the API.
  const known = error instanceof ApiError ? error : new ApiError(500, -1, `emulator fault: ${String(error)}`);
  const { status, code } = known;
  return { status, code, headers, body: errorBody(known, op) };
}

async function readBody(request: Request, readText: () => Promise<string>): Promise<Json | undefined> {
  if (request.method === 'GET' || request.method === 'DELETE') return undefined;
  const text = await readText();
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw inputError('invalid json data');
  }
}
