/** What the policy forbids to apply: `--fail-on` and `policy.fail_on` against the impacts of a plan. */
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Plan } from '../core/plan.ts';
import { blockedImpacts, unknownCodes } from '../impact/gate.ts';
import { failure } from './failure.ts';
import type { PlanFlags } from './flags.ts';
import type { Session } from './session.ts';

export const BLOCKED = 3;

/** Throws for a code that does not exist: a gate that is misspelled would let everything pass. */
export function assertKnownCodes({ failOn = [] }: PlanFlags): void {
  const unknown = unknownCodes(failOn);
  if (unknown.length === 0) return;
  const detail = `There is no impact ${unknown.join(', ')}. docs/impact.md lists the codes; a class such as CB stands for all of its codes.`;
  throw failure('usage', 'An option that cannot be read', `--fail-on: ${detail}`);
}

/** Errors that keep this plan from being applied; the flag adds to the policy. */
export function blockedBy(plan: Plan, flags: PlanFlags, { desired }: Session): readonly Diagnostic[] {
  return blockedImpacts(plan.impacts, [...desired.policy.failOn, ...(flags.failOn ?? [])]);
}
