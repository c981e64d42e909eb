/**
 * One operation, from sending to a known outcome for each address it covers. A refused batch is split until the resource at fault
 * stands alone.
 */
import type { Address } from '../core/address.ts';
import { type Call, CallError } from '../core/call.ts';
import type { JsonObject } from '../core/json.ts';
import type { Joiner, Kind } from '../core/kind.ts';
import type { Operation, Result } from '../core/plan.ts';
import type { AttemptContext, Counted, Part } from './context.ts';
import { failedCall, refusedMessage, taskEnd, withNonce } from './exchange.ts';
import { changeAt, kindNamed } from './known.ts';
import { persist, resultOf } from './persist.ts';
import { isDone, leftToDo, revive } from './recover.ts';

export type Outcomes = ReadonlyMap<Address, Result>;

/** Carries out an operation for those of its addresses that are given. */
export async function attempt(
  operation: Operation,
  addresses: readonly Address[],
  context: AttemptContext,
): Promise<Outcomes> {
  const going = new Set(addresses);
  const parts = operation.covers.flatMap((address, index) => {
    const call = operation.parts?.[index] ?? operation.call;
    return going.has(address) ? [{ change: changeAt(address, context), call }] : [];
  });
  return send(operation, parts, context, 'writes');
}

async function send(
  operation: Operation,
  parts: readonly Part[],
  context: AttemptContext,
  as: Counted,
): Promise<Outcomes> {
  const [only] = parts;
  if (only === undefined) return new Map();
  const kind = kindNamed(operation.kind, context);
  const joiner = operation.joinedBy === undefined ? undefined : kind.joiners?.[operation.joinedBy];
  if (joiner?.optional) return sendOptional(operation, kind, joiner, parts, context);
  const call = withNonce(joiner === undefined ? only.call : joiner.join(parts.map((part) => part.call)), context.nonce);
  const tried = await persist(operation, call, parts, context, as);
  if (tried instanceof CallError) {
    const isRefused = tried.status >= 400 && tried.status < 500 && tried.status !== 401;
    if (parts.length > 1 && isRefused && !context.signal?.aborted) return split(operation, parts, tried, context);
    return failAll(operation, kind, call, parts, tried, context);
  }
  if (typeof tried === 'string') return all(parts, resultOf(tried));
  const reply = operation.settle === 'task' ? await ended(tried, call, context) : tried;
  if (reply instanceof CallError) {
    if (reply.unclear && (await isDone(parts, context, 0))) return all(parts, { status: 'done' });
    return failAll(operation, kind, call, parts, reply, context);
  }
  const refused = refusedMessage(reply);
  if (refused !== undefined) return all(parts, { status: 'failed', code: 'message-refused', message: refused });
  const failures = joiner?.failures?.(reply) ?? new Map<string, string>();
  const outcomes = new Map<Address, Result>();
  const succeeded = parts.map(({ change }) => change).filter((change) => !failures.has(change.id));
  context.echoed(succeeded, call, reply);
  for (const { change } of parts) {
    const failure = failures.get(change.id);
    outcomes.set(
      change.address,
      failure === undefined ? { status: 'done' } : { status: 'failed', code: 'task-failed', message: failure },
    );
  }
  return outcomes;
}

/** Sends a joined call that the API need not have, and single calls for what it does not carry out. */
async function sendOptional(
  operation: Operation,
  kind: Kind,
  joiner: Joiner,
  parts: readonly Part[],
  context: AttemptContext,
): Promise<Outcomes> {
  // A failure of others may have left one alone.
  if (parts.length === 1) return singly(operation, parts, context, 'writes');
  const call = joiner.join(parts.map((part) => part.call));
  const tried = await context.availability.ask(call.op, () => persist(operation, call, parts, context, 'writes'));
  if (tried === 'missing') return singly(operation, parts, context, 'followUps');
  if (typeof tried === 'string') return all(parts, resultOf(tried));
  if (tried instanceof CallError) {
    const isRefused = tried.status >= 400 && tried.status < 500 && tried.status !== 401 && tried.status !== 429;
    if (!isRefused) return failAll(operation, kind, call, parts, tried, context);
    context.retrying(operation, 'a refused batch goes out in single calls');
    return singly(operation, parts, context, 'followUps');
  }
  const reply = await ended(tried, call, context);
  if (reply instanceof CallError) {
    // Some of it may have been done.
    const left = await leftToDo(parts, context);
    if (left === undefined) return failAll(operation, kind, call, parts, reply, context);
    return finish(operation, call, {}, parts, left, context);
  }
  const failures = joiner.failures?.(reply) ?? new Map<string, string>();
  const left = parts.filter(({ change }) => failures.has(change.id));
  return finish(operation, call, reply, parts, left, context);
}

/** What a joined call did is done; the rest follows in single calls. */
async function finish(
  operation: Operation,
  call: Call,
  reply: JsonObject,
  parts: readonly Part[],
  left: readonly Part[],
  context: AttemptContext,
): Promise<Outcomes> {
  const open = new Set(left);
  const done = parts.filter((part) => !open.has(part));
  context.echoed(
    done.map(({ change }) => change),
    call,
    reply,
  );
  if (left.length > 0) context.retrying(operation, 'what a batch did not carry out goes out in single calls');
  return new Map([...all(done, { status: 'done' }), ...(await singly(operation, left, context, 'followUps'))]);
}

/** One call for each, one after another: as many operations are under way as may be. */
async function singly(
  { joinedBy: _joinedBy, parts: _parts, ...operation }: Operation,
  parts: readonly Part[],
  context: AttemptContext,
  as: Counted,
): Promise<Outcomes> {
  const outcomes = new Map<Address, Result>();
  for (const part of parts) {
    const { address } = part.change;
    const single = { ...operation, call: part.call, covers: [address], settle: 'reply' as const };
    const sent = context.signal?.aborted ? undefined : await send(single, [part], context, as);
    outcomes.set(address, sent?.get(address) ?? resultOf('withdrawn'));
  }
  return outcomes;
}

async function ended(reply: JsonObject, call: Call, context: AttemptContext): Promise<JsonObject | CallError> {
  try {
    return await taskEnd(reply, call, context);
  } catch (error) {
    if (error instanceof CallError) return error;
    throw error;
  }
}

/** Takes out the resource that the refusal names, else halves. */
async function split(
  operation: Operation,
  parts: readonly Part[],
  error: CallError,
  context: AttemptContext,
): Promise<Outcomes> {
  const named = parts.filter(({ change }) => mentions(error.message, change.id));
  const half = Math.ceil(parts.length / 2);
  const groups =
    named.length === 1
      ? [named, parts.filter((part) => !named.includes(part))]
      : [parts.slice(0, half), parts.slice(half)];
  context.retrying(operation, 'a refused batch goes out in parts');
  const outcomes = new Map<Address, Result>();
  for (const group of groups)
    for (const [address, result] of await send(operation, group, context, 'retries')) outcomes.set(address, result);
  return outcomes;
}

function mentions(message: string, id: string): boolean {
  const literal = id.replaceAll(/[.\\+*?^${}()|[\]]/g, '\\$&');
  return new RegExp(`(?<![\\w@-])${literal}(?![\\w@-])`).test(message);
}

async function failAll(
  operation: Operation,
  kind: Kind,
  call: Call,
  parts: readonly Part[],
  error: CallError,
  context: AttemptContext,
): Promise<Outcomes> {
  const [only, ...others] = parts;
  const meaning = kind.explain?.(call, error);
  const isBurned = meaning?.code === 'burned-id' && context.restoreBurned;
  if (isBurned && kind.restore !== undefined && only !== undefined && others.length === 0) {
    const { change } = only;
    return new Map([[change.address, await revive(operation, kind.restore(change.id), change, context)]]);
  }
  const message = meaning === undefined ? error.message : `${error.message}. ${meaning.detail}`;
  return all(parts, failedCall(error, meaning?.code, message));
}

function all(parts: readonly Part[], result: Result): Outcomes {
  return new Map(parts.map(({ change }) => [change.address, result]));
}
