/**
 * The steps of a change and how long their bodies are, each worked out once. Both follow from the change alone, so a survey can
 * have them ready while calls are under way, and a plan of many changes need not wait for them. Pure.
 */
import type { Call } from '../core/call.ts';
import type { Kind, Step } from '../core/kind.ts';
import type { Change } from '../core/plan.ts';

const ASCII = /^[\0-\x7f]*$/;
const UTF8 = new TextEncoder();

const stepsKnown = new WeakMap<Change, { readonly kind: Kind; readonly steps: readonly Step[] }>();
const bytesKnown = new WeakMap<Call, number>();

export function stepsOf(change: Change, kind: Kind): readonly Step[] {
  const known = stepsKnown.get(change);
  if (known?.kind === kind) return known.steps;
  const steps = kind.write(change);
  stepsKnown.set(change, { kind, steps });
  return steps;
}

/** Bytes of a call's body. */
export function bytesOf(call: Call): number {
  const known = bytesKnown.get(call);
  if (known !== undefined) return known;
  const text = JSON.stringify(call.body ?? {});
  const bytes = ASCII.test(text) ? text.length : UTF8.encode(text).length;
  bytesKnown.set(call, bytes);
  return bytes;
}

/** Has ready what scheduling the changes will ask for. */
export function prepare(changes: readonly Change[], kind: Kind): void {
  for (const change of changes)
    for (const { call, join } of stepsOf(change, kind)) if (join !== undefined) bytesOf(call);
}
