/** What one attempt at a call came to. */
import type { Reply } from '../core/call.ts';
import type { HttpReply } from './http.ts';
import { ProxyRefusal } from './proxy.ts';
import { parseObject, readRefusal } from './refusal.ts';

export interface Failure {
  /** 0 without an answer. */
  readonly status: number;
  readonly code: number;
  readonly message: string;
  /** Whether the API may have done what was asked. */
  readonly isUnclear: boolean;
  /** `throttled`: when the server allows it. `passing`: the cause may be gone the next time. */
  readonly cause: 'throttled' | 'passing' | 'final';
}

export type Outcome = { readonly reply: Reply } | { readonly failure: Failure };

export function judge(answer: HttpReply): Outcome {
  const { status, body: text } = answer;
  if (status >= 200 && status < 300) {
    const body = parseObject(text);
    if (body !== undefined) return { reply: { status, body } };
    const message = `the server answered ${status} with a body that cannot be read`;
    return { failure: { status, code: -1, message, isUnclear: true, cause: 'passing' } };
  }
  const { code, message, isFinal } = readRefusal(status, text);
  const isUnclear = status >= 500 || status === 408;
  const mayPass = isUnclear || isDamaged(answer);
  const cause = isFinal ? 'final' : status === 429 ? 'throttled' : mayPass ? 'passing' : 'final';
  return { failure: { status, code, message, isUnclear, cause } };
}

/** A refusal of which only the status arrived: what it would mean, its code alone tells. Whoever refuses has done nothing. */
function isDamaged({ headers, body }: HttpReply): boolean {
  const isJson = /json/i.test(headers('content-type') ?? '') || body.trimStart().startsWith('{');
  return isJson && parseObject(body) === undefined;
}

const UNREACHED = 'cannot reach the server';

/** An attempt that ended without an answer. */
export function judgeError(error: unknown): Outcome {
  if (error instanceof ProxyRefusal) {
    const cause = error.status < 500 && error.status !== 429 ? 'final' : 'passing';
    return { failure: { status: 0, code: -1, message: `${UNREACHED}: ${error.message}`, isUnclear: false, cause } };
  }
  const unsent = wasNeverSent(error);
  const message = `${unsent ? UNREACHED : 'the connection failed before the answer'}: ${textOf(error)}`;
  return { failure: { status: 0, code: -1, message, isUnclear: !unsent, cause: 'passing' } };
}

/** True only if the error can come from nothing but looking up the host, connecting, or checking its certificate. */
export function wasNeverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(wasNeverSent);
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  if (code !== undefined && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/.test(code)) return true;
  if (code !== undefined && /CERT|LEAF_SIGNATURE/.test(code)) return true;
  return error.cause !== undefined && wasNeverSent(error.cause);
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  const { code } = error as NodeJS.ErrnoException;
  const text = error.message === '' ? (code ?? error.name) : error.message;
  return inner instanceof Error && inner.message !== '' && inner.message !== text ? `${text} (${inner.message})` : text;
}
