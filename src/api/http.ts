/** One HTTP exchange, without any knowledge of the API: over the network, or through a function of this process. */

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

/** Sends to a handler in this process, e.g. an emulator's. */
export function sendThrough(fetch: (request: Request) => Promise<Response> | Response): HttpSend {
  return (request) => orAborted(request.signal, () => reply(fetch, request));
}

async function reply(
  fetch: (request: Request) => Promise<Response> | Response,
  { url, method, headers, body, signal }: HttpRequest,
): Promise<HttpReply> {
  const answer = await fetch(
    new Request(url, {
      method,
      headers: { ...headers },
      ...(signal === undefined ? {} : { signal }),
      ...(body === undefined ? {} : { body }),
    }),
  );
  return {
    status: answer.status,
    headers: (name) => answer.headers.get(name) ?? undefined,
    body: await answer.text(),
  };
}

/** Rejects with the signal's reason as soon as it is aborted; the work itself is not awaited then. */
async function orAborted<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  if (signal === undefined) return work();
  signal.throwIfAborted();
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
