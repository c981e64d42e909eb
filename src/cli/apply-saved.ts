import { parseSelector, type Selector } from '../core/address.ts';
import { APPLIED } from '../core/prior.ts';
import type { PlanOptions, Resumed } from '../reconcile.ts';
import { renderDiagnostics } from '../render/diagnostics.ts';
import type { SavedPlan } from '../render/saved.ts';
import { counted } from '../render/text.ts';
import { finish } from './apply.ts';
import type { BaseFlags } from './base.ts';
import { failure } from './failure.ts';
import type { ApplyFlags } from './flags.ts';
import { interruptible } from './interrupt.ts';
import { loadPlan } from './plan-file.ts';
import { planOptions } from './planning.ts';
import { createProgress } from './progress.ts';
import { openSession, type Session, standingWarnings } from './session.ts';
import { lookOf, type World } from './world.ts';

/** `chat apply FILE`: carries out a saved plan, or refuses; nothing is planned anew. */
export async function applySaved(world: World, file: string, flags: ApplyFlags): Promise<number> {
  const saved = await loadPlan(world, file);
  assertAgreement(flags, saved);
  const { env } = saved.plan.configuration;
  const { failOn, target, exclude } = saved.options;
  const as: ApplyFlags & BaseFlags = {
    ...flags,
    ...baseOf(saved),
    ...(target.length === 0 ? {} : { target: target.flatMap(selectorOf) }),
    ...(exclude.length === 0 ? {} : { exclude: exclude.flatMap(selectorOf) }),
    ...(env === undefined ? {} : { env }),
    ...(flags.failOn === undefined && failOn.length === 0 ? {} : { failOn: [...failOn, ...(flags.failOn ?? [])] }),
  };
  const session = await openSession(world, as, 'apply');
  try {
    const { plan, settled } = await resumed(world, as, session, saved);
    return await finish(world, as, session, plan, {
      settled,
      remark: remarkOf(plan.operations.length, settled.length),
    });
  } finally {
    await session.close();
  }
}

/** The commit that the plan was compared with. There was none yet if nothing was applied: then there is but the mark to make. */
function baseOf({ plan, options }: SavedPlan): BaseFlags {
  const { base } = plan.configuration;
  if (base !== undefined) return { base: base.commit, movesMark: options.base === APPLIED };
  return options.base === APPLIED ? { base: APPLIED } : {};
}

/** Options that the plan was made with are those of apply too; other ones would make it another plan. */
function assertAgreement(flags: ApplyFlags, { plan, options }: SavedPlan): void {
  const texts = (selectors: readonly Selector[] | undefined) => selectors?.map(({ text }) => text);
  const differs = (given: readonly string[] | undefined, saved: readonly string[]) =>
    given !== undefined && JSON.stringify(given) !== JSON.stringify(saved);
  const contrary = [
    ...(differs(texts(flags.target), options.target) ? ['--target'] : []),
    ...(differs(texts(flags.exclude), options.exclude) ? ['--exclude'] : []),
    ...(differs(flags.send, options.send) ? ['--send'] : []),
    ...(flags.allowDelete && !options.allowDelete ? ['--allow-delete'] : []),
    ...(flags.allowMassChange && !options.allowMassChange ? ['--allow-mass-change'] : []),
    ...(flags.base !== undefined && flags.base !== options.base ? ['--base'] : []),
    ...(flags.env !== undefined && flags.env !== plan.configuration.env ? ['--env'] : []),
  ];
  if (contrary.length === 0) return;
  throw failure(
    'usage',
    'The saved plan was made with other options',
    `${contrary.join(' and ')} would make it another plan. Leave ${contrary.length === 1 ? 'it' : 'them'} out, or plan again with ${contrary.length === 1 ? 'it' : 'them'}.`,
  );
}

async function resumed(
  world: World,
  flags: ApplyFlags & BaseFlags,
  session: Session,
  saved: SavedPlan,
): Promise<Resumed> {
  const look = lookOf(world, world.stderr, flags);
  const { resumePlan } = await world.modules.reconcile();
  const progress = createProgress(world, look);
  const { allowDelete, allowMassChange, send } = saved.options;
  const options: PlanOptions = { ...planOptions(world, flags, session), allowDelete, allowMassChange, send };
  try {
    const result = await interruptible(world, (signal) =>
      resumePlan(session.context, saved.plan, { ...options, signal }),
    );
    world.stderr.write(renderDiagnostics(standingWarnings(session, flags), look));
    return result;
  } finally {
    progress.clear();
  }
}

function selectorOf(text: string): readonly Selector[] {
  const selector = parseSelector(text);
  return selector === undefined ? [] : [selector];
}

function remarkOf(operations: number, settled: number): string | undefined {
  if (operations === 0) return 'Nothing to do: what this plan wants is there already.';
  return settled === 0
    ? undefined
    : `${counted(settled, 'change')} of this plan ${settled === 1 ? 'is' : 'are'} made already.`;
}
