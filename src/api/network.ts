/** HTTP exchanges over the network, on connections that are kept open for the next one. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import type { Headers, HttpReply, HttpRequest, HttpSend } from './http.ts';
import { connectProblem, type HttpProxy, ProxyRefusal } from './proxy.ts';

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

/** As many connections as there are requests at the same time; none before the first request. */
export function openConnections(timeouts: Partial<Timeouts> = {}, proxy?: HttpProxy): Connections {
  const limits = { ...DEFAULT_TIMEOUTS, ...timeouts };
  let dispatcher: Promise<Dispatcher> | undefined;
  return {
    async send(request) {
      dispatcher ??= open(limits, proxy);
      const raw = await exchange(await dispatcher, request, limits.total).catch((error) =>
        Promise.reject(proxy === undefined ? error : connectProblem(error, proxy)),
      );
      if (proxy !== undefined && raw.status === 407) throw new ProxyRefusal(proxy, 407);
      return { status: raw.status, headers: raw.headers, body: await textOf(raw) };
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

interface RawReply extends Omit<HttpReply, 'body'> {
  /** Nothing if they could not be read to their end. */
  readonly bytes: Buffer;
}

const NOTHING = Buffer.alloc(0);

/**
 * Collects a reply as it comes in: streams, which the request API of undici makes of it, cost more than all else about a small one.
 * Rejects without a status line, when the request's signal is aborted, and after `milliseconds`.
 */
function exchange(dispatcher: Dispatcher, request: HttpRequest, milliseconds: number): Promise<RawReply> {
  const { method, url, headers, body, signal } = request;
  const { origin, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    let controller: Dispatcher.DispatchController | undefined;
    let given: { readonly reason: unknown } | undefined;
    let reply: Omit<RawReply, 'bytes'> | undefined;
    const chunks: Buffer[] = [];

    const giveUp = (reason: unknown) => {
      given = { reason };
      settle();
      reject(reason);
      controller?.abort(reason as Error);
    };
    const abort = () => giveUp(signal?.reason);
    const timer = setTimeout(
      () => giveUp(new DOMException(`no complete reply within ${milliseconds} ms`, 'TimeoutError')),
      milliseconds,
    );
    signal?.addEventListener('abort', abort, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };

    const options = { origin, path: `${pathname}${search}`, method, headers: { ...headers } };
    dispatcher.dispatch(body === undefined ? options : { ...options, body }, {
      onRequestStart(started) {
        controller = started;
        if (given !== undefined) started.abort(given.reason as Error);
      },
      onResponseStart(_controller, status, fields) {
        // Others announce the reply and are none.
        if (status >= 200) reply = { status, headers: readerOf(fields) };
      },
      onResponseData: (_controller, chunk) => void chunks.push(chunk),
      onResponseEnd() {
        settle();
        if (reply !== undefined) resolve({ ...reply, bytes: joined(chunks) });
      },
      onResponseError(_controller, error) {
        settle();
        // The status already tells more than the error: a success without a body has to be looked into, a refusal is asked for again.
        if (reply === undefined) reject(error);
        else resolve({ ...reply, bytes: NOTHING });
      },
    });
  });
}

function joined(chunks: readonly Buffer[]): Buffer {
  const [only = NOTHING] = chunks;
  return chunks.length < 2 ? only : Buffer.concat(chunks);
}

function readerOf(fields: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return (name) => {
    const value = fields[name.toLowerCase()];
    return Array.isArray(value) ? value[0] : value;
  };
}

async function textOf({ bytes, headers }: RawReply): Promise<string> {
  if (headers('content-encoding') !== 'gzip') return bytes.toString('utf8');
  return promisify(gunzip)(bytes).then(
    (plain) => plain.toString('utf8'),
    () => '',
  );
}
