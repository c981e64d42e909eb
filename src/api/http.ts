/** One HTTP exchange, without any knowledge of the API: over the network, or through a function of this process. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { connectProblem, type HttpProxy, ProxyRefusal } from './proxy.ts';

/** A header of a reply by its name, in any case. */
export type Headers = (name: string) => string | undefined;

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Headers;
  /** Empty if it could not be read to its end. */
  readonly body: string;
}

/** Rejects only if there was no status line, or when the signal is aborted. */
export type HttpSend = (request: HttpRequest) => Promise<HttpReply>;

/** In milliseconds. `total` bounds a whole exchange, also one whose body drips. */
export interface Timeouts {
  readonly connect: number;
  readonly headers: number;
  readonly body: number;
  readonly total: number;
}

/** An update of a channel type with many channels takes over 3 s, the default of the vendor's clients. */
export const DEFAULT_TIMEOUTS: Timeouts = { connect: 10_000, headers: 30_000, body: 30_000, total: 90_000 };

export interface Connections {
  readonly send: HttpSend;
  close(): Promise<void>;
}

/** Sends over connections which are kept open for the next request: as many as there are requests at the same time. */
export function openConnections(timeouts: Partial<Timeouts> = {}, proxy?: HttpProxy): Connections {
  const limits = { ...DEFAULT_TIMEOUTS, ...timeouts };
  let dispatcher: Promise<Dispatcher> | undefined;
  return {
    async send(request) {
      dispatcher ??= open(limits, proxy);
      const opened = await dispatcher;
      return within(limits.total, request.signal, (signal) => exchange(opened, request, signal, proxy));
    },
    close: async () => (await dispatcher)?.destroy(),
  };
}

async function open({ connect, headers, body }: Timeouts, proxy: HttpProxy | undefined): Promise<Dispatcher> {
  // Runs that never leave the process, such as those on the emulator, are spared loading it.
  const { Agent, ProxyAgent } = await import('undici');
  const limits = { headersTimeout: headers, bodyTimeout: body };
  const socket = { timeout: connect };
  if (proxy === undefined) return new Agent({ connect: socket, ...limits });
  const { origin, authorization } = proxy;
  const token = authorization === undefined ? {} : { token: authorization };
  // A tunnel to what is encrypted; everything else is asked of the proxy itself, as proxies expect it.
  return new ProxyAgent({ uri: origin, ...token, proxyTunnel: false, proxyTls: socket, requestTls: socket, ...limits });
}

async function exchange(
  dispatcher: Dispatcher,
  request: HttpRequest,
  signal: AbortSignal,
  proxy: HttpProxy | undefined,
): Promise<HttpReply> {
  const { origin, pathname, search } = new URL(request.url);
  const asked = dispatcher.request({
    origin,
    path: `${pathname}${search}`,
    method: request.method,
    headers: { ...request.headers },
    ...(request.body === undefined ? {} : { body: request.body }),
    signal,
  });
  const reply = await (proxy === undefined
    ? asked
    : asked.catch((error) => Promise.reject(connectProblem(error, proxy))));
  if (proxy !== undefined && reply.statusCode === 407) {
    await reply.body.dump();
    throw new ProxyRefusal(proxy, 407);
  }
  const headers: Headers = (name) => {
    const value = reply.headers[name.toLowerCase()];
    return Array.isArray(value) ? value[0] : value;
  };
  return { status: reply.statusCode, headers, body: await readBody(reply, headers('content-encoding')) };
}

async function readBody(reply: Dispatcher.ResponseData, encoding: string | undefined): Promise<string> {
  try {
    const bytes = Buffer.from(await reply.body.arrayBuffer());
    return (encoding === 'gzip' ? await promisify(gunzip)(bytes) : bytes).toString('utf8');
  } catch {
    // The status already tells more than the error: a success without a body has to be looked into, a refusal is asked for again.
    return '';
  }
}

/** Sends to a handler in this process, e.g. an emulator's. */
export function sendThrough(fetch: (request: Request) => Promise<Response> | Response): HttpSend {
  return (request) =>
    within(undefined, request.signal, async (signal) => {
      const { url, method, headers, body } = request;
      const reply = await fetch(
        new Request(url, { method, headers: { ...headers }, signal, ...(body === undefined ? {} : { body }) }),
      );
      return {
        status: reply.status,
        headers: (name) => reply.headers.get(name) ?? undefined,
        body: await reply.text(),
      };
    });
}

/** Runs `work` until it ends, `milliseconds` are over, or `outer` is aborted; then its signal is aborted and it is not awaited. */
async function within<T>(
  milliseconds: number | undefined,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer?.throwIfAborted();
  const inner = new AbortController();
  const forward = () => inner.abort(outer?.reason);
  outer?.addEventListener('abort', forward, { once: true });
  const timer =
    milliseconds === undefined
      ? undefined
      : setTimeout(
          () => inner.abort(new DOMException(`no complete reply within ${milliseconds} ms`, 'TimeoutError')),
          milliseconds,
        );
  const aborted = new Promise<never>((_, reject) => {
    inner.signal.addEventListener('abort', () => reject(inner.signal.reason), { once: true });
  });
  try {
    return await Promise.race([work(inner.signal), aborted]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', forward);
  }
}
