import { renderPlanJson } from '../render/json.ts';
import { renderTerminal } from '../render/terminal.ts';
import { viewPlan } from '../render/view.ts';
import { applyCommand, type PlanFlags } from './flags.ts';
import { planned } from './planning.ts';
import { openSession, type Session } from './session.ts';
import { lookOf, type World } from './world.ts';

const CHANGES_PRESENT = 2;
const APPLIED = 'applied';

/** The same base for apply: where the branch began may be another commit by then. */
function withCommit(flags: PlanFlags, session: Session): PlanFlags {
  const { base } = session.context;
  return base === undefined || base.ref === APPLIED ? flags : { ...flags, base: base.commit };
}

/** `chat plan`: shows what apply with the same flags would do. */
export async function plan(world: World, flags: PlanFlags): Promise<number> {
  const session = await openSession(world, flags, 'plan');
  try {
    const view = viewPlan(await planned(world, flags, session), { command: applyCommand(withCommit(flags, session)) });
    world.stdout.write(
      flags.format === 'json'
        ? renderPlanJson(view)
        : renderTerminal(view, { ...lookOf(world, world.stdout, flags), calls: flags.calls ?? false }),
    );
    return flags.detailedExitcode && view.writes ? CHANGES_PRESENT : 0;
  } finally {
    await session.close();
  }
}
