import { renderPlan } from '../render/formats.ts';
import { type PlanView, viewPlan } from '../render/view.ts';
import { applyCommand, type PlanFlags } from './flags.ts';
import { planned, planOptions } from './planning.ts';
import { openSession, type Session } from './session.ts';
import { type Look, lookOf, type World } from './world.ts';

const CHANGES_PRESENT = 2;

/** `chat plan`: shows what apply with the same flags would do, and saves it if that is asked for. */
export async function plan(world: World, flags: PlanFlags): Promise<number> {
  if (flags.out !== undefined) await (await import('./plan-file.ts')).assertSavable(world, flags.out);
  const session = await openSession(world, flags, 'plan');
  try {
    const view = viewPlan(await planned(world, flags, session), { command: applyCommand(flags) });
    const look = lookOf(world, world.stdout, flags);
    const text = await renderPlan(view, flags.format ?? 'terminal', { ...look, calls: flags.calls ?? false });
    if (flags.out !== undefined) await save(world, flags, flags.out, session, view, look);
    world.stdout.write(text);
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
  };
  await savePlan(world, file, renderSaved(view, options, sha256, look));
}
