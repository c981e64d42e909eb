/**
 * What replies show of the resources that their calls were about. What they show as wanted need not be read afterwards, and they
 * tell what a creation has found in place of nothing.
 */
import type { Address } from '../core/address.ts';
import { type Call, CallError } from '../core/call.ts';
import type { JsonObject } from '../core/json.ts';
import type { Kind, Resource } from '../core/kind.ts';
import type { Change, Result } from '../core/plan.ts';
import type { AttemptContext } from './context.ts';
import { failedCall } from './exchange.ts';
import { changeAt, kindNamed } from './known.ts';
import { followUp } from './recover.ts';
import { leftByEcho } from './reread.ts';
import { stepsOf } from './steps.ts';

export interface Found {
  readonly echo: Resource;
  /** What of the change it does not show. */
  readonly left: ReturnType<typeof leftByEcho>;
}

export interface Echoes {
  /** What the reply to the last call showed as wanted. */
  readonly shown: ReadonlySet<Address>;
  /** Compares at once, so that no reply is kept. */
  note(changes: readonly Change[], call: Call, reply: JsonObject): void;
  /** The first reply's view of a resource that its creation may have found; asked for a second time, nothing. */
  take(address: Address): Found | undefined;
}

export function createEchoes(context: Pick<AttemptContext, 'kinds' | 'hash'>): Echoes {
  const shown = new Set<Address>();
  const found = new Map<Address, Found>();
  return {
    shown,
    note(changes, call, reply) {
      const [first] = changes;
      if (first === undefined) return;
      const kind = kindNamed(first.kind, context);
      const wanted = changes.flatMap(({ id, next }) => (next === undefined ? [] : [{ id, body: next }]));
      const echoes = new Map(kind.echo?.(call, reply, wanted).map((echo) => [echo.id, echo]));
      for (const change of changes) {
        const echo = echoes.get(change.id);
        const left = echo === undefined ? undefined : leftByEcho(change, kind, echo, context.hash);
        // Only the last call's echo shows the resource as it is left; an earlier one must not pass for it.
        if (left === 'nothing') shown.add(change.address);
        else shown.delete(change.address);
        if (echo !== undefined && mayFind(change, kind) && !found.has(change.address))
          found.set(change.address, { echo, left });
      }
    },
    take(address) {
      const taken = found.get(address);
      found.delete(address);
      return taken;
    },
  };
}

function mayFind({ action }: Change, kind: Kind): boolean {
  return action === 'create' && kind.createMayFind === true;
}

/** A create that may have found its resource there: what the reply shows to be missing follows as an update. */
export async function completed(
  address: Address,
  { echo, left }: Found,
  context: AttemptContext & { readonly readAt: number },
): Promise<Result | undefined> {
  if (left === undefined || left === 'nothing') return undefined;
  const change = changeAt(address, context);
  const kind = kindNamed(change.kind, context);
  // With more calls to come the create's own echo shows too little; the verification looks at the end.
  if (stepsOf(change, kind).length > 1) return undefined;
  try {
    const createdAt = echo.facts?.['created_at'];
    const appeared = typeof createdAt === 'number' && createdAt / 1e6 >= context.readAt;
    return await followUp(change, kind, context, appeared ? 'appeared' : 'revived');
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return failedCall(error);
  }
}
