/** The request log: what came in and went out, without anything secret. */
import { isArray, isObject, type Json } from '../../core/json.ts';
import type { Fault } from '../chaos/faults.ts';

export interface RequestLogEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly op: string;
  /** 0 when the connection broke. */
  readonly status: number;
  readonly code?: number;
  /** What went wrong on purpose. */
  readonly fault?: Fault;
  /** With a fault: the status of the answer that it hid. 0 when the request was kept out, and nothing was done. */
  readonly meant?: number;
  readonly durationMs: number;
  readonly requestBody?: Json | undefined;
  readonly responseBody?: Json | undefined;
}

const KEPT = 10_000;
/** Bodies are kept as the text that went over the wire, and only as many as fit here. */
const KEPT_CHARACTERS = 64_000_000;
const SECRET =
  /^(auth_key|p12_cert|server_key|credentials_json|secret|(sqs|sns)_(key|secret)|.*(api_key|secret|credentials|password|token))$/;

export interface Logged extends Omit<RequestLogEntry, 'requestBody' | 'responseBody' | 'code' | 'fault' | 'meant'> {
  readonly code: number | undefined;
  readonly fault: Fault | undefined;
  readonly meant: number | undefined;
  readonly requestText: string | undefined;
  readonly responseText: string;
}

/** Reading a body out of its text is left for when somebody asks for it: most are never looked at. */
class Entry implements RequestLogEntry {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly op: string;
  readonly status: number;
  declare readonly code?: number;
  declare readonly fault?: Fault;
  declare readonly meant?: number;
  readonly durationMs: number;
  #request: string | undefined;
  #response: string | undefined;

  constructor(entry: Logged) {
    this.at = entry.at;
    this.method = entry.method;
    this.path = entry.path;
    this.op = entry.op;
    this.status = entry.status;
    if (entry.code !== undefined) this.code = entry.code;
    if (entry.fault !== undefined) this.fault = entry.fault;
    if (entry.meant !== undefined) this.meant = entry.meant;
    this.durationMs = entry.durationMs;
    this.#request = entry.requestText;
    this.#response = entry.responseText;
  }

  get requestBody(): Json | undefined {
    return parsed(this.#request);
  }
  get responseBody(): Json | undefined {
    return parsed(this.#response);
  }
  get size(): number {
    return (this.#request?.length ?? 0) + (this.#response?.length ?? 0);
  }
  forgetBodies(): void {
    this.#request = undefined;
    this.#response = undefined;
  }
}

export function createLog(onRequest?: (entry: RequestLogEntry) => void) {
  const entries: Entry[] = [];
  let characters = 0;
  let firstWithBodies = 0;
  return {
    entries: entries as readonly RequestLogEntry[],
    add(logged: Logged): void {
      const entry = new Entry(logged);
      entries.push(entry);
      characters += entry.size;
      while (characters > KEPT_CHARACTERS && firstWithBodies < entries.length) {
        const oldest = entries[firstWithBodies++];
        characters -= oldest?.size ?? 0;
        oldest?.forgetBodies();
      }
      // Dropping one entry at a time would move the whole list on every request.
      if (entries.length > KEPT * 1.1) {
        for (const gone of entries.splice(0, entries.length - KEPT)) characters -= gone.size;
        firstWithBodies = Math.max(0, firstWithBodies - KEPT / 10);
      }
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

function parsed(text: string | undefined): Json | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    return redact(JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}
