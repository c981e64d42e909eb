/** Sends one call with the run's nonce in it and waits for its task. */
import { type Call, CallError, RUN, type Transport } from '../core/call.ts';
import { isObject, type JsonObject } from '../core/json.ts';
import type { Result } from '../core/plan.ts';

export interface ExchangeContext {
  readonly transport: Transport;
  readonly nonce: string;
  /** The body of an asynchronous task once it has ended. Throws CallError. */
  readonly task: (id: string) => Promise<JsonObject>;
}

/** Message ids of announcements hold the run's nonce, which the plan can't know. */
export function withNonce(call: Call, nonce: string): Call {
  const message = call.body?.['message'];
  if (!isObject(message) || typeof message['id'] !== 'string' || !message['id'].includes(RUN)) return call;
  return { ...call, body: { ...call.body, message: { ...message, id: message['id'].replace(RUN, nonce) } } };
}

export function failedCall(error: CallError, code = `${error.status}/${error.code}`, message = error.message): Result {
  const { requestId, unclear } = error;
  const more = { ...(requestId === undefined ? {} : { requestId }), ...(unclear ? { unclear: true as const } : {}) };
  return { status: 'failed', code, message, ...more };
}

/** The end of the task that a reply names; a reply without one has been carried out at once. Throws CallError. */
export async function taskEnd(reply: JsonObject, call: Call, context: ExchangeContext): Promise<JsonObject> {
  const id = reply['task_id'];
  if (typeof id !== 'string' || id === '') return reply;
  const task = await context.task(id);
  if (task['status'] !== 'failed') return task;
  const error = task['error'];
  const description = isObject(error) ? String(error['description'] ?? error['type'] ?? '') : '';
  throw new CallError(call.op, { status: 0, code: -1, message: `task ${id} failed: ${description}`, unclear: false });
}

/** A message can be answered with success and yet be refused: its type then says so. */
export function refusedMessage(reply: JsonObject): string | undefined {
  const message = reply['message'];
  if (!isObject(message) || message['type'] !== 'error') return undefined;
  return typeof message['text'] === 'string'
    ? `the API refused the message: ${message['text']}`
    : 'the API refused the message';
}
