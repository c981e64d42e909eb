import { DiagnosticError } from '../core/diagnostic.ts';
import { renderPlanJson } from '../render/json.ts';
import { renderTerminal } from '../render/terminal.ts';
import { viewPlan } from '../render/view.ts';
import { applyCommand, type PlanFlags } from './flags.ts';
import { planned } from './planning.ts';
import { assertKnownCodes, BLOCKED, blockedBy } from './policy.ts';
import { openSession, type Session } from './session.ts';
import { lookOf, type World } from './world.ts';

const CHANGES_PRESENT = 2;
const APPLIED = 'applied';

/** The same base for apply: where the branch began may be another commit by then. */
function withCommit(flags: PlanFlags, session: Session): PlanFlags {
  const { base } = session.context;
  return base === undefined || base.ref === APPLIED ? flags : { ...flags, base: base.commit };
}

/** `chat plan`: shows what apply with the same flags would do; what the policy blocks is shown in full, and then fails. */
export async function plan(world: World, flags: PlanFlags): Promise<number> {
  assertKnownCodes(flags);
  const session = await openSession(world, flags, 'plan');
  try {
    const plan = await planned(world, flags, session);
    const blocked = blockedBy(plan, flags, session);
    const view = viewPlan(plan, blocked.length > 0 ? {} : { command: applyCommand(withCommit(flags, session)) });
    world.stdout.write(
      flags.format === 'json'
        ? renderPlanJson(view)
        : renderTerminal(view, { ...lookOf(world, world.stdout, flags), calls: flags.calls ?? false }),
    );
    if (blocked.length > 0) throw new DiagnosticError(blocked, BLOCKED);
    return flags.detailedExitcode && view.writes ? CHANGES_PRESENT : 0;
  } finally {
    await session.close();
  }
}
