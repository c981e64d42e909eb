/** Secrets whose variable is not set: no reason to refuse a plan, but they must not be sent. */
import type { Desired } from '../config/index.ts';
import { secretPointer } from '../core/call.ts';
import type { Diagnostic, Source } from '../core/diagnostic.ts';
import { isArray, isObject, type Json, type Pointer } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import type { Plan } from '../core/plan.ts';

type Known = Pick<Desired, 'secrets' | 'diagnostics' | 'locate'>;

/** An error for each secret without a value that one of the plan's calls carries. */
export function missingSecrets(
  plan: Plan,
  kinds: readonly Kind[],
  { secrets, diagnostics, locate }: Known,
): readonly Diagnostic[] {
  const sent = new Set<Pointer>();
  const carriers = new Set(kinds.filter(hasSecrets).map(({ name }) => name));
  for (const { kind, call } of plan.operations) if (carriers.has(kind)) collect(call.body, sent);
  return [...sent]
    .filter((at) => !secrets.has(at))
    .map((at) => {
      const source = locate(at);
      // The loader tells of the resource that a pointer leads into: the place tells the field.
      const told = diagnostics.find((each) => each.code === 'missing-variable' && isSamePlace(each.source, source));
      return {
        severity: 'error',
        code: 'missing-variable',
        summary: 'A variable is not set',
        subject: at,
        detail: `${told?.detail ?? 'This secret has no value.'} This apply would send it.`,
        ...(source === undefined ? {} : { source }),
      };
    });
}

function hasSecrets({ fields }: Kind): boolean {
  return Object.values(fields).some(({ blind }) => blind === 'secret');
}

function isSamePlace(a: Source | undefined, b: Source | undefined): boolean {
  return a?.file === b?.file && a?.line === b?.line && a?.column === b?.column;
}

function collect(value: Json | undefined, into: Set<Pointer>): void {
  const at = secretPointer(value);
  if (at !== undefined) into.add(at);
  else if (isArray(value)) for (const item of value) collect(item, into);
  else if (isObject(value)) for (const member of Object.values(value)) collect(member, into);
}
