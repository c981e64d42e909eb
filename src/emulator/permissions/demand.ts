/** Refusals of calls that a client has no right to. Server-side calls pass every check. */
import { notAllowed } from '../errors.ts';
import type { Call } from '../http/route.ts';
import { judge, type Target } from './evaluate.ts';

export function demandRight(call: Call, action: string, target: Target = {}): void {
  const { caller } = call;
  if (caller.kind === 'server') return;
  const verdict = judge(call.world, caller.kind === 'user' ? caller.id : undefined, action, target);
  if (!verdict.isAllowed) throw notAllowed(verdict.reason);
}

export function hasRight(call: Call, action: string, target: Target = {}): boolean {
  const { caller } = call;
  if (caller.kind === 'server') return true;
  return judge(call.world, caller.kind === 'user' ? caller.id : undefined, action, target).isAllowed;
}

/** Members that a client cannot set, whatever it is granted. */
export function refuseServerOnly(call: Call, body: object, names: readonly string[], where: string): void {
  if (call.caller.kind === 'server') return;
  const name = names.find((candidate) => Object.hasOwn(body, candidate));
  if (name !== undefined) throw notAllowed(`${where}.${name} can only be set server-side`);
}
