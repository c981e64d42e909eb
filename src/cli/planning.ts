/** What plan and apply share: from flags to a plan. */
import type { Plan } from '../core/plan.ts';
import type { PlanOptions } from '../reconcile.ts';
import { renderDiagnostics } from '../render/diagnostics.ts';
import type { PlanFlags } from './flags.ts';
import { interruptible } from './interrupt.ts';
import { createProgress } from './progress.ts';
import { CONCURRENCY, type Session, standingWarnings } from './session.ts';
import { lookOf, type World } from './world.ts';

/** How long the API may show old state after a write, in seconds. */
const LAG_DEADLINE = 15;

export function planOptions(world: World, flags: PlanFlags, session: Session): PlanOptions {
  return {
    allowDelete: flags.allowDelete ?? session.desired.policy.allowDelete,
    allowMassChange: flags.allowMassChange ?? false,
    target: flags.target ?? [],
    exclude: flags.exclude ?? [],
    send: flags.send ?? [],
    concurrency: flags.concurrency ?? CONCURRENCY,
    lagDeadlineMs: (flags.lagDeadline ?? LAG_DEADLINE) * 1000,
    now: () => world.now(),
  };
}

/** Reads and plans, telling how far it is. */
export async function planned(world: World, flags: PlanFlags, session: Session): Promise<Plan> {
  const look = lookOf(world, world.stderr, flags);
  const { makePlan } = await world.modules.reconcile();
  const progress = createProgress(world, look);
  const options = planOptions(world, flags, session);
  try {
    const plan = await interruptible(world, (signal) =>
      makePlan(session.context, { ...options, signal, onProgress: (each) => progress.reading(each) }),
    );
    progress.clear();
    world.stderr.write(renderDiagnostics([...session.notes, ...standingWarnings(session, flags)], look));
    return plan;
  } finally {
    progress.clear();
  }
}
