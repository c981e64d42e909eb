import type { ApplyReport, Plan } from '../core/plan.ts';
import { renderApplyJson } from '../render/json.ts';
import { type Outcome, outcomeOf, renderReport } from '../render/report.ts';
import { renderTerminal } from '../render/terminal.ts';
import { type PlanView, viewPlan } from '../render/view.ts';
import { approve } from './approval.ts';
import { failure, INTERRUPTED } from './failure.ts';
import type { ApplyFlags } from './flags.ts';
import { interruptible } from './interrupt.ts';
import { planned, planOptions } from './planning.ts';
import { createProgress } from './progress.ts';
import { openSession, type Session } from './session.ts';
import { lookOf, type World } from './world.ts';

const STALE = 4;
const PARTLY_APPLIED = 5;
/** A plan that was looked at for longer than this is made again before it is carried out. */
const FRESH_MS = 10_000;

/** `chat apply`: plans, asks, applies, reports. */
export async function apply(world: World, flags: ApplyFlags): Promise<number> {
  const session = await openSession(world, flags, 'apply');
  try {
    const plan = await planned(world, flags, session);
    const view = viewPlan(plan);
    const json = flags.format === 'json';
    if (!json) showPlan(world, flags, view);
    if (!view.writes) {
      if (json) world.stdout.write(renderApplyJson(view, undefined));
      return 0;
    }
    const approved = await approvedPlan(world, flags, session, plan);
    if (typeof approved === 'number') return approved;
    const outcome = outcomeOf(approved, await carryOut(world, flags, session, approved));
    const look = lookOf(world, world.stdout, flags);
    world.stdout.write(json ? renderApplyJson(view, outcome) : `\n${renderReport(outcome, look)}`);
    return exitCodeOf(outcome);
  } finally {
    await session.close();
  }
}

function showPlan(world: World, flags: ApplyFlags, view: PlanView): void {
  world.stdout.write(renderTerminal(view, { ...lookOf(world, world.stdout, flags), calls: flags.calls ?? false }));
}

/** The plan to carry out, or the exit code if it is not to be. */
async function approvedPlan(world: World, flags: ApplyFlags, session: Session, plan: Plan): Promise<Plan | number> {
  if (flags.autoApprove) return plan;
  const asked = world.now();
  const answer = await approve(world, 'Apply these changes?', 'Nothing was changed.');
  if (answer !== undefined) return answer;
  if (world.now() - asked <= FRESH_MS) return plan;
  const fresh = await planned(world, flags, session);
  if (fresh.operationsDigest === plan.operationsDigest) return fresh;
  throw failure(
    'stale-plan',
    'The app changed while the plan was being looked at',
    'The plan that was approved is not the one that is needed now, so nothing was changed. Run the command again to see the new one.',
    STALE,
  );
}

function carryOut(world: World, flags: ApplyFlags, session: Session, plan: Plan): Promise<ApplyReport> {
  const progress = createProgress(world, lookOf(world, world.stderr, flags), plan.operations.length);
  let open = 0;
  const stopping = () => {
    progress.clear();
    const wait = open === 0 ? '' : ` Waiting for calls that are under way (${open}).`;
    world.stderr.write(`Stopping: no further calls are started.${wait} Ctrl-C again leaves at once.\n`);
  };
  return interruptible(
    world,
    async (signal) => {
      const { applyPlan } = await world.modules.reconcile();
      try {
        return await applyPlan(session.context, plan, {
          ...planOptions(world, flags, session),
          signal,
          emit(event) {
            if (event.type === 'started') open += 1;
            if (event.type === 'succeeded' || event.type === 'failed') open -= 1;
            progress.applying(event);
          },
        });
      } finally {
        progress.clear();
      }
    },
    stopping,
  );
}

function exitCodeOf(outcome: Outcome): number {
  if (outcome.report.interrupted) return INTERRUPTED;
  if (outcome.converged) return 0;
  const { created, updated, replaced, deleted } = outcome.totals;
  const nothing = created + updated + replaced + deleted === 0 && outcome.totals.failed > 0;
  return nothing ? 1 : PARTLY_APPLIED;
}
