/** Waits for an asynchronous task of the API. */
import { CallError, path, read, type Transport } from '../core/call.ts';
import type { JsonObject } from '../core/json.ts';
import { type Clock, systemClock } from './clock.ts';

export interface PollOptions {
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
  /** How long to wait for the end, in milliseconds. */
  readonly deadlineMs: number;
  /** Called once a poll, with the task's status, if it has one yet. */
  readonly onPoll?: ((status: string | undefined) => void) | undefined;
}

const FIRST_INTERVAL = 200;
const LONGEST_INTERVAL = 2_000;
const GROWTH = 1.5;
/** A task that was just made may not be found yet by the server that is asked for it. */
const UNKNOWN_FOR = 5_000;

/** The task's body once its status is `completed` or `failed`. Throws an unclear CallError when that is not to be learned: the
 * deadline is over, or the API does not tell. */
export async function pollTask(transport: Transport, taskId: string, options: PollOptions): Promise<JsonObject> {
  const { signal, clock = systemClock, deadlineMs, onPoll } = options;
  const started = clock.now();
  let interval = FIRST_INTERVAL;
  for (;;) {
    const left = started + deadlineMs - clock.now();
    if (left <= 0) throw stillRunning(taskId, deadlineMs);
    await clock.sleep(Math.min(interval, left), signal);
    interval = Math.min(LONGEST_INTERVAL, interval * GROWTH);
    const task = await readTask(transport, taskId, signal, clock.now() - started < UNKNOWN_FOR);
    const status = task?.['status'];
    onPoll?.(typeof status === 'string' ? status : undefined);
    // Statuses may be added without notice: one that is not known is no end.
    if (task !== undefined && (status === 'completed' || status === 'failed')) return task;
  }
}

async function readTask(
  transport: Transport,
  taskId: string,
  signal: AbortSignal | undefined,
  mayBeUnknown: boolean,
): Promise<JsonObject | undefined> {
  try {
    const reply = await transport.send(read('GetTask', 'GET', path('api', 'v2', 'tasks', taskId)), { signal });
    return reply.body;
  } catch (error) {
    if (mayBeUnknown && error instanceof CallError && (error.status === 404 || error.code === 16)) return undefined;
    throw error instanceof CallError ? untold(taskId, error) : error;
  }
}

/** Reading failed; the task may well end as it should. */
function untold(taskId: string, error: CallError): CallError {
  const { op, status, code, requestId } = error;
  const message = `how task ${taskId} ended could not be learned: ${error.message}`;
  return new CallError(op, { status, code, message, requestId, unclear: true });
}

function stillRunning(taskId: string, deadlineMs: number): CallError {
  const message = `task ${taskId} did not end within ${Math.round(deadlineMs / 1000)} s; it may still do so`;
  return new CallError('GetTask', { status: 0, code: -1, message, unclear: true });
}
