/** What is done after an answer that got lost, a deleted id, or a resource that was there already. */
import { type Call, CallError } from '../core/call.ts';
import { isObject } from '../core/json.ts';
import type { Kind, Step } from '../core/kind.ts';
import type { Change, Operation, Result } from '../core/plan.ts';
import type { AttemptContext, Part } from './context.ts';
import { failedCall, taskEnd, withNonce } from './exchange.ts';
import { kindNamed } from './known.ts';
import { type Look, plannedNow, remaining } from './reread.ts';

/**
 * Looks whether a call has had its effect: it has when nothing of it is left to do. What no read shows counts as left, but where
 * the call creates something: that shows by being there. Undefined if nothing could be read.
 */
export async function isDone(
  parts: readonly Part[],
  context: AttemptContext,
  patienceMs: number,
): Promise<boolean | undefined> {
  const until = context.now() + patienceMs;
  for (;;) {
    const left = await leftToDo(parts, context);
    if (left?.length === 0) return true;
    if (context.now() >= until) return left === undefined ? undefined : false;
    await context.sleep(1000);
  }
}

/** The parts whose call would be sent again by what is left of their changes. Undefined if nothing could be read. */
export async function leftToDo(parts: readonly Part[], context: AttemptContext): Promise<readonly Part[] | undefined> {
  const isFree = parts.every(({ call }) => call.repeat === 'free');
  const changes = parts.map(({ change }) => change);
  const now = await lookAgain(changes, context, isFree ? plannedNow : remaining);
  return now === undefined ? undefined : parts.filter((part) => isLeft(part, now, context));
}

function isLeft({ change, call }: Part, { left, refused }: Look, context: AttemptContext): boolean {
  if (refused.has(change.address)) return true;
  const rest = left.get(change.address);
  if (rest === undefined) return false;
  return kindNamed(rest.kind, context)
    .write(rest)
    .some((step) => isSameCall(step.call, call));
}

async function lookAgain(
  changes: readonly Change[],
  context: AttemptContext,
  look: typeof remaining,
): Promise<Look | undefined> {
  // Messages that a plan does not read are read here: a lost answer is no reason to believe them sent.
  const readOptions = { ...context.readOptions, verifyMessages: true };
  try {
    return await look(changes, { ...context, readOptions });
  } catch (error) {
    if (error instanceof CallError) return undefined;
    throw error;
  }
}

function isSameCall(a: Call, b: Call): boolean {
  return a.op === b.op && a.path === b.path && messageIdOf(a) === messageIdOf(b);
}

function messageIdOf(call: Call): unknown {
  const message = call.body?.['message'];
  return isObject(message) ? message['id'] : undefined;
}

/** Brings back a deleted id and makes it what is declared. */
export async function revive(
  operation: Operation,
  restore: Call,
  change: Change,
  context: AttemptContext,
): Promise<Result> {
  try {
    context.count('followUps');
    await context.transport.send(restore);
    return await followUp(change, kindNamed(change.kind, context), context, 'revived');
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    context.retrying(operation, 'a deleted id could not be restored');
    return failedCall(error, 'burned-id');
  }
}

/** Sends, one after another, what is left of a change after a look at the live side. Throws CallError. */
export async function followUp(
  change: Change,
  kind: Kind,
  context: AttemptContext,
  note: 'revived' | 'appeared',
): Promise<Result> {
  const left = (await remaining([change], context)).left.get(change.address);
  if (left !== undefined) await sendSteps(change, kind.write(left), context);
  return { status: 'done', note };
}

/** Sends calls that the plan did not have, one after another; announcements are left out. Throws CallError. */
export async function sendSteps(change: Change, steps: readonly Step[], context: AttemptContext): Promise<void> {
  for (const step of steps) {
    if (step.bestEffort) continue;
    context.count('followUps');
    const reply = (await context.transport.send(withNonce(step.call, context.nonce))).body;
    if (step.settle === 'task') await taskEnd(reply, step.call, context);
    else context.echoed([change], step.call, reply);
  }
}
