/** The way of a request: edge, route, api key, token, rate limit, latency, handler, encoder, journal, log. An unknown path
 * is answered before the key is looked at, since every other answer names the operation that was meant. */
import { Hono } from 'hono';
import { connectionDropped } from '../chaos/dropped.ts';
import { edgeRefusal, type Fault, faultyAnswer, isBefore, slowly } from '../chaos/faults.ts';
import type { Chaos } from '../chaos/index.ts';
import type { World } from '../world.ts';
import { createAuthenticator } from './auth.ts';
import { type Answer, handle, unrouted } from './handle.ts';
import { createLimiter } from './limits.ts';
import { createLog, loggedPath, type RequestLogEntry } from './log.ts';
import type { Generation, Route } from './route.ts';
import type { Write } from './write.ts';

export interface AppOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly latencyMs: number;
  readonly rateLimits: 'default' | 'off' | number;
  readonly edgeLimit: number | undefined;
  /** What is in force when a request comes in. */
  readonly chaos: () => Chaos | undefined;
  readonly onRequest: ((entry: RequestLogEntry) => void) | undefined;
  /** The time by which tokens are judged. */
  readonly tokenNow: () => number;
  /** The world as the server sees it that happens to get a request. */
  readonly worldOf: () => World;
  /** Runs what is due before a request is handled. */
  readonly settle: () => void;
  /** Makes what a request wrote durable before it is answered. */
  readonly commit: () => void;
}

interface Bindings {
  readonly write: Write;
}

type Work = (started: number, readText: () => Promise<string>, chaos: Chaos | undefined) => Promise<Answer>;

/** Where the routes of each generation begin. */
export function pathOf(route: Route, generation: Generation): string {
  return generation === 1 ? route.path : `/api/v2${route.area === 'chat' ? '/chat' : ''}${route.path}`;
}

export function createApp(world: World, routes: readonly Route[], options: AppOptions) {
  const log = createLog(options.onRequest);
  const limiter = createLimiter({ mode: options.rateLimits, edge: options.edgeLimit, now: world.now });
  const authenticator = createAuthenticator(world, options.apiKey, options.apiSecret, options.tokenNow);
  const { worldOf, latencyMs, settle } = options;
  const services = { assume: world.assume, worldOf, latencyMs, settle, limiter, authenticator };
  const hono = new Hono<{ Bindings: Bindings }>();

  async function respond(request: Request, write: Write, op: string, work: Work): Promise<Response> {
    const at = world.now();
    const started = performance.now();
    const path = loggedPath(new URL(request.url));
    let requestText: string | undefined;
    const readText = async () => {
      requestText = await request.text();
      return requestText;
    };
    const chaos = options.chaos();
    const fault = chaos?.faultFor(request.method, path);
    const { answer, isDropped, meant } = await spoilt(fault, op, () => work(started, readText, chaos));
    options.commit();
    const { status, code } = isDropped ? { status: 0, code: undefined } : answer;
    const durationMs = performance.now() - started;
    const { text } = answer;
    const { method } = request;
    log.add({ at, method, path, op, status, code, durationMs, requestText, responseText: text, fault, meant });
    if (isDropped) throw connectionDropped();
    if (chaos === undefined || fault !== 'slow-body') return write(answer);
    return new Response(slowly(text, chaos.slowMs), { status, headers: answer.headers });
  }

  /** The answer to a request with which something may go wrong. */
  async function spoilt(
    fault: Fault | undefined,
    op: string,
    work: () => Promise<Answer>,
  ): Promise<{ readonly answer: Answer; readonly isDropped: boolean; readonly meant?: number }> {
    const wait = limiter.passEdge();
    if (wait !== undefined) return { answer: edgeRefusal(wait), isDropped: false };
    const isKeptOut = fault !== undefined && isBefore(fault);
    const answer = isKeptOut ? NOTHING : await work();
    if (fault === undefined) return { answer, isDropped: false };
    const meant = answer.status;
    if (fault === 'truncated-body') {
      const half = answer.text.slice(0, Math.floor(answer.text.length / 2));
      return { answer: { ...answer, text: half }, isDropped: false, meant };
    }
    const instead = faultyAnswer(fault, op, limiter.look(op, 'server_side').limit, world.now());
    return { answer: instead ?? answer, isDropped: fault.startsWith('dropped'), meant };
  }

  for (const generation of [1, 2] as const) {
    for (const route of routes) {
      if (route.generation !== undefined && route.generation !== generation) continue;
      hono.on(route.method, pathOf(route, generation), (context) => {
        const { raw: request } = context.req;
        const parameters = context.req.param() as Record<string, string>;
        return respond(request, context.env.write, route.op, (started, readText, chaos) =>
          handle({ request, route, generation, parameters, started, readText, chaos }, services),
        );
      });
    }
  }
  hono.notFound((context) =>
    respond(context.req.raw, context.env.write, 'Request', async (_started, _readText, chaos) =>
      unrouted(context.req.method, context.req.path, chaos),
    ),
  );
  // A broken connection is no answer: whoever called sees the error itself.
  hono.onError((error) => {
    throw error;
  });

  return {
    log: log.entries,
    limiter,
    fetch: async (request: Request, write: Write): Promise<Response> => hono.fetch(request, { write }),
  };
}

const NOTHING: Answer = { status: 0, text: '', headers: {} };
