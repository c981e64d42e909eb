/** A request to the API as data, and the two ends that carry it out. */
import type { Json, JsonObject } from './json.ts';

export interface Call {
  /** The API's operation id, e.g. `UpdateUsers`: the name that rate limits and logs use. */
  readonly op: string;
  readonly effect: 'read' | 'write';
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with query, below the base URL. */
  readonly path: string;
  /** Values may hold `{"$secret": pointer}`, which only the transport resolves. */
  readonly body?: JsonObject;
  /**
   * What may be done when it is not known whether the call was carried out. `free`: send it again. `exists-is-done`: send it
   * again, and a refusal as a duplicate is a success if the read-back agrees. `read-first`: look before sending it again.
   */
  readonly repeat: 'free' | 'exists-is-done' | 'read-first';
}

export type ReadCall = Call & { readonly effect: 'read' };

export interface Reader {
  send(call: ReadCall): Promise<JsonObject>;
}

/** The operations that plan mode may send: the transport refuses every other one. */
export const READ_OPERATIONS: ReadonlySet<string> = new Set([
  'GetApp',
  'GetRateLimits',
  'ListRoles',
  'ListPermissions',
  'ListCommands',
  'ListBlockLists',
  'ListChannelTypes',
  'QueryUsers',
  'QueryChannels',
  'QueryMembers',
  'GetManyMessages',
  'GetTask',
]);

export function read(op: string, method: 'GET' | 'POST', path: string, body?: JsonObject): ReadCall {
  return { op, effect: 'read', method, path, ...(body === undefined ? {} : { body }), repeat: 'free' };
}

export function write(
  op: string,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: JsonObject | undefined,
  repeat: Call['repeat'],
): Call {
  return { op, effect: 'write', method, path, ...(body === undefined ? {} : { body }), repeat };
}

/** Joins path segments, each percent-encoded. */
export function path(...segments: readonly string[]): string {
  return segments.map((segment) => `/${encodeURIComponent(segment)}`).join('');
}

/** A read whose arguments travel as one URL-encoded JSON value, as the API's older query endpoints want. */
export function readWithPayload(op: string, base: string, payload: JsonObject): ReadCall {
  return read(op, 'GET', `${base}?payload=${encodeURIComponent(JSON.stringify(payload))}`);
}

/** A refusal or a failure of a call. `unclear`: it may have been carried out all the same. */
export class CallError extends Error {
  readonly op: string;
  readonly status: number;
  /** The API's error code; -1 for failures below HTTP. */
  readonly code: number;
  readonly requestId: string | undefined;
  readonly unclear: boolean;
  constructor(
    op: string,
    detail: { status: number; code: number; message: string; requestId?: string | undefined; unclear: boolean },
    options?: ErrorOptions,
  ) {
    super(detail.message, options);
    this.name = 'CallError';
    this.op = op;
    this.status = detail.status;
    this.code = detail.code;
    this.requestId = detail.requestId;
    this.unclear = detail.unclear;
  }
}

export interface Reply {
  readonly status: number;
  readonly body: JsonObject;
}

export interface SendOptions {
  /** Ends the call wherever it is: a write that was on its way is then unclear. */
  readonly signal?: AbortSignal | undefined;
  /** The signal ends only waits, for a turn or for another attempt: a request that is on its way gets its answer. */
  readonly gently?: boolean;
}

/**
 * Sends calls: the API client in production, a fake in tests. Throws CallError, or a signal's reason if the signal has ended the
 * call before anything can have come of it.
 */
export interface Transport {
  send(call: Call, options?: SendOptions): Promise<Reply>;
}

/** A secret by its place in the configuration: the only form in which secrets exist above the transport. */
export function secretRef(at: string): JsonObject {
  return { $secret: at };
}

export function secretPointer(value: Json | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const at = (value as JsonObject)['$secret'];
  return typeof at === 'string' ? at : undefined;
}

/** Stands in message ids for the run's own nonce, which only apply knows: ids made of it can't collide between runs. */
export const RUN = '$run';
