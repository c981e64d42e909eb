import { renderPlan } from '../render/formats.ts';
import { viewPlan } from '../render/view.ts';
import { applyCommand, type PlanFlags } from './flags.ts';
import { planned } from './planning.ts';
import { openSession } from './session.ts';
import { lookOf, type World } from './world.ts';

const CHANGES_PRESENT = 2;

/** `chat plan`: shows what apply with the same flags would do. */
export async function plan(world: World, flags: PlanFlags): Promise<number> {
  const session = await openSession(world, flags, 'plan');
  try {
    const view = viewPlan(await planned(world, flags, session), { command: applyCommand(flags) });
    const options = { ...lookOf(world, world.stdout, flags), calls: flags.calls ?? false };
    world.stdout.write(await renderPlan(view, flags.format ?? 'terminal', options));
    return flags.detailedExitcode && view.writes ? CHANGES_PRESENT : 0;
  } finally {
    await session.close();
  }
}
