/** The request log: what came in and went out, without anything secret. */
import { isArray, isObject, type Json } from '../../core/json.ts';

export interface RequestLogEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly op: string;
  readonly status: number;
  readonly code?: number;
  readonly durationMs: number;
  readonly requestBody?: Json;
  readonly responseBody?: Json;
}

const KEPT = 10_000;
const SECRET =
  /^(auth_key|p12_cert|server_key|credentials_json|secret|api_key|(sqs|sns)_(key|secret)|.*(secret|credentials|password|token))$/;

export function createLog(onRequest?: (entry: RequestLogEntry) => void) {
  const entries: RequestLogEntry[] = [];
  return {
    entries: entries as readonly RequestLogEntry[],
    add(entry: RequestLogEntry): void {
      entries.push(entry);
      // Dropping one entry at a time would move the whole list on every request.
      if (entries.length > KEPT * 1.1) entries.splice(0, entries.length - KEPT);
      onRequest?.(entry);
    },
  };
}

export function redact(value: Json): Json {
  if (isArray(value)) return value.map(redact);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      typeof member === 'string' && member !== '' && SECRET.test(key) ? '(secret)' : redact(member),
    ]),
  );
}

/** Path and query as they were asked for, without the api key. */
export function loggedPath(url: URL): string {
  const query = new URLSearchParams(url.searchParams);
  query.delete('api_key');
  return query.size === 0 ? url.pathname : `${url.pathname}?${query}`;
}
