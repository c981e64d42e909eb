import { DiagnosticError } from '../core/diagnostic.ts';
import { APPLIED } from '../core/prior.ts';
import { renderPlan } from '../render/formats.ts';
import { type PlanView, viewPlan } from '../render/view.ts';
import { applyCommand, type PlanFlags } from './flags.ts';
import { planned, planOptions } from './planning.ts';
import { assertKnownCodes, BLOCKED, blockedBy } from './policy.ts';
import { openSession, type Session } from './session.ts';
import { type Look, lookOf, type World } from './world.ts';

const CHANGES_PRESENT = 2;
/** The same base for apply: where the branch began may be another commit by then. */
function withCommit(flags: PlanFlags, session: Session): PlanFlags {
  const { base } = session.context;
  return base === undefined || base.ref === APPLIED ? flags : { ...flags, base: base.commit };
}

/**
 * `chat plan`: shows what apply with the same flags would do, and saves it if that is asked for. What the policy blocks is shown in
 * full, and then fails.
 */
export async function plan(world: World, flags: PlanFlags): Promise<number> {
  assertKnownCodes(flags);
  if (flags.out !== undefined) await (await import('./plan-file.ts')).assertSavable(world, flags.out);
  const session = await openSession(world, flags, 'plan');
  try {
    const plan = await planned(world, flags, session);
    const blocked = blockedBy(plan, flags, session);
    const view = viewPlan(plan, blocked.length > 0 ? {} : { command: applyCommand(withCommit(flags, session)) });
    const look = lookOf(world, world.stdout, flags);
    const text = await renderPlan(view, flags.format ?? 'terminal', { ...look, calls: flags.calls ?? false });
    if (flags.out !== undefined) await save(world, flags, flags.out, session, view, look);
    world.stdout.write(text);
    if (blocked.length > 0) throw new DiagnosticError(blocked, BLOCKED);
    return flags.detailedExitcode && view.writes ? CHANGES_PRESENT : 0;
  } finally {
    await session.close();
  }
}

async function save(
  world: World,
  flags: PlanFlags,
  file: string,
  session: Session,
  view: PlanView,
  look: Look,
): Promise<void> {
  const [{ renderSaved }, { savePlan }, { sha256 }] = await Promise.all([
    import('../render/saved.ts'),
    import('./plan-file.ts'),
    import('../reconcile/hash.ts'),
  ]);
  const { target, exclude, allowDelete, allowMassChange, send } = planOptions(world, flags, session);
  const options = {
    target: target.map(({ text }) => text),
    exclude: exclude.map(({ text }) => text),
    allowDelete,
    allowMassChange,
    send,
    failOn: flags.failOn ?? [],
    ...(flags.base === undefined ? {} : { base: flags.base }),
  };
  await savePlan(world, file, renderSaved(view, options, sha256, look));
}
