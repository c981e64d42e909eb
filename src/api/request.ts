/** The request of a call, as the API wants it. */
import { randomUUID } from 'node:crypto';
import type { Call } from '../core/call.ts';
import type { HttpRequest } from './http.ts';
import { resolveSecrets } from './secrets.ts';

export interface Target {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly userAgent: string;
  readonly secrets: ReadonlyMap<string, string>;
}

/** Everything of a call's request but what differs from attempt to attempt. */
export type Draft = Pick<HttpRequest, 'method' | 'url' | 'body'>;

/** Throws a plain Error where the call cannot be sent as it is: a bug of the caller. */
export function draftRequest(call: Call, { baseUrl, apiKey, secrets }: Target): Draft {
  const url = requestUrl(baseUrl, call.path, apiKey);
  if (call.body === undefined) return { method: call.method, url };
  return { method: call.method, url, body: JSON.stringify(resolveSecrets(call.body, secrets)) };
}

/** A fresh id a request: it is what support of the API can look up. */
export function signRequest(draft: Draft, token: string, userAgent: string): HttpRequest & { readonly id: string } {
  const id = randomUUID();
  const headers = {
    Authorization: token,
    'stream-auth-type': 'jwt',
    'X-Stream-Client': userAgent,
    'x-client-request-id': id,
    'Accept-Encoding': 'gzip',
    ...(draft.body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
  return { ...draft, headers, id };
}

function requestUrl(baseUrl: string, path: string, apiKey: string): string {
  const url = `${baseUrl.replace(/\/+$/, '')}${path}${path.includes('?') ? '&' : '?'}api_key=${encodeURIComponent(apiKey)}`;
  const [pathname = ''] = path.split('?');
  // An id such as ".." would otherwise turn the path of one thing into that of another.
  if (!pathname.startsWith('/') || !new URL(url).pathname.endsWith(pathname)) {
    throw new Error(`the path ${pathname} cannot be sent as it is`);
  }
  return url;
}
