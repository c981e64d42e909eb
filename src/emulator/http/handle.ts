/** What happens to a request whose route is known, up to the answer that its generation of the API would write. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../../core/json.ts';
import type { Assume } from '../assumptions.ts';
import type { Chaos } from '../chaos/index.ts';
import { decodeQueryV1 } from '../decode.ts';
import { encodeV1, encodeV2 } from '../encode.ts';
import {
  ApiError,
  errorBody,
  headersTooLarge,
  inputError,
  notAllowed,
  notFound,
  rateLimited,
  tooBig,
} from '../errors.ts';
import type { World } from '../world.ts';
import type { Authenticator } from './auth.ts';
import { isForm, readForm } from './form.ts';
import { type Limiter, platformOf } from './limits.ts';
import type { Generation, Route } from './route.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Record<string, string>;
  readonly code?: number | undefined;
}

export interface Services {
  /** The world as the server sees it that happens to get the request. */
  readonly worldOf: () => World;
  readonly assume: Assume;
  readonly limiter: Limiter;
  readonly authenticator: Authenticator;
  readonly latencyMs: number;
  /** Runs what is due before a request is handled. */
  readonly settle: () => void;
}

export interface Asked {
  readonly request: Request;
  readonly route: Route;
  readonly generation: Generation;
  readonly parameters: Readonly<Record<string, string>>;
  readonly started: number;
  readonly readText: () => Promise<string>;
  readonly chaos: Chaos | undefined;
}

/** A socket of Node refuses longer ones by itself; without a socket the answer must not differ. */
const MOST_URL_CHARACTERS = 16_000;
const MOST_BODY_CHARACTERS = 1_000_000;

export async function handle(asked: Asked, services: Services): Promise<Answer> {
  const { request, route, generation, parameters, started, chaos } = asked;
  const { limiter } = services;
  const headers: Record<string, string> = {};
  try {
    if (request.url.length > MOST_URL_CHARACTERS) throw headersTooLarge();
    const url = new URL(request.url);
    const caller = await services.authenticator.identify(url, request.headers);
    const quota = limiter.take(route.op, platformOf(caller.kind === 'server', request.headers.get('x-stream-client')));
    if (limiter.isLimited(route.op)) {
      headers['X-RateLimit-Limit'] = String(quota.limit);
      headers['X-RateLimit-Remaining'] = String(quota.remaining);
      headers['X-RateLimit-Reset'] = String(quota.reset);
    }
    if (quota.isRefused) throw rateLimited();
    if (caller.kind !== 'server' && !route.clients) throw notAllowed(`${route.op} is only allowed server-side`);
    const requestBody = await readBody(asked, services.assume);
    if (services.latencyMs > 0) await sleep(services.latencyMs);
    services.settle();
    const world = services.worldOf();
    const value = route.handle({
      world,
      caller,
      limiter,
      generation,
      query: generation === 1 ? decodeQueryV1(url.searchParams) : url.searchParams,
      body: requestBody ?? {},
      origin: url.origin,
      at: world.stamp(),
      param: (name) => parameters[name] ?? '',
    });
    const told = { ...value, duration: `${(performance.now() - started).toFixed(2)}ms` };
    const reply = chaos === undefined ? told : chaos.reply(told, route.op);
    const status = request.method === 'POST' || request.method === 'PUT' ? 201 : 200;
    return answer(status, (generation === 1 ? encodeV1 : encodeV2)(reply), headers, chaos);
  } catch (error) {
    return failure(error, route.op, headers, chaos);
  }
}

/** A path that has no route: unknown, or as new as chaos makes it. */
export function unrouted(method: string, path: string, chaos: Chaos | undefined): Answer {
  const isNew = chaos?.endpoint(method, path);
  if (isNew !== undefined) return answer(200, JSON.stringify(isNew), {}, chaos);
  return failure(notFound('Not Found'), 'Request', {}, chaos);
}

function failure(error: unknown, op: string, headers: Record<string, string>, chaos: Chaos | undefined): Answer {
  // A fault of the emulator itself must be seen as one and not look like an answer of the API.
  const known = error instanceof ApiError ? error : new ApiError(500, -1, `emulator fault: ${String(error)}`);
  const { status, code } = known;
  const body = errorBody(known, op);
  const text = JSON.stringify(chaos === undefined ? body : chaos.error(body));
  return { ...answer(status, text, headers, chaos), code };
}

function answer(status: number, text: string, headers: Record<string, string>, chaos: Chaos | undefined): Answer {
  const all = { ...headers, 'content-type': 'application/json' };
  return { status, text, headers: chaos === undefined ? all : chaos.headers(all) };
}

async function readBody({ request, readText }: Asked, assume: Assume): Promise<Json | undefined> {
  if (request.method === 'GET' || request.method === 'DELETE') return undefined;
  if (isForm(request)) return readForm(request);
  const text = await readText();
  if (assume('request_body_cap') === 'b' && text.length > MOST_BODY_CHARACTERS) throw tooBig('request body is too big');
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw inputError('invalid json data');
  }
}
