/** Secrets whose variable is not set: no reason to refuse a plan, but they must not be sent. */
import { secretPointer } from '../core/call.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { isArray, isObject, type Json, type Pointer } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';

/** An error for each secret without a value that one of the plan's calls carries. */
export function missingSecrets(plan: Plan, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unset = diagnostics.filter((each) => each.code === 'missing-variable' && each.subject !== undefined);
  if (unset.length === 0) return [];
  const sent = new Set<Pointer>();
  for (const { call } of plan.operations) collect(call.body, sent);
  return unset
    .filter(({ subject = '' }) => [...sent].some((at) => subject === at || subject.startsWith(`${at}/`)))
    .map((each) => ({ ...each, severity: 'error', detail: `${each.detail ?? ''} This apply would send it.`.trim() }));
}

function collect(value: Json | undefined, into: Set<Pointer>): void {
  const at = secretPointer(value);
  if (at !== undefined) into.add(at);
  else if (isArray(value)) for (const item of value) collect(item, into);
  else if (isObject(value)) for (const member of Object.values(value)) collect(member, into);
}
