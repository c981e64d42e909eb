import { DiagnosticError } from '../core/diagnostic.ts';
import type { ApplyReport, Plan } from '../core/plan.ts';
import { renderApplyJson } from '../render/json.ts';
import { type Outcome, outcomeOf, renderReport } from '../render/report.ts';
import { renderTerminal } from '../render/terminal.ts';
import { type PlanView, viewPlan } from '../render/view.ts';
import { approve } from './approval.ts';
import { INTERRUPTED } from './failure.ts';
import type { ApplyFlags } from './flags.ts';
import { interruptible } from './interrupt.ts';
import { missingSecrets } from './missing-secrets.ts';
import { planned, planOptions } from './planning.ts';
import { createProgress } from './progress.ts';
import { CONCURRENCY, openSession, type Session } from './session.ts';
import { lookOf, type World } from './world.ts';

const PARTLY_APPLIED = 5;
const INVALID = 7;

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
    const missing = missingSecrets(plan, session.desired.diagnostics);
    if (missing.length > 0) throw new DiagnosticError(missing, INVALID);
    if (!flags.autoApprove) {
      const ended = await approve(world, 'Apply these changes?', 'Nothing was changed.');
      if (ended !== undefined) return ended;
    }
    const outcome = outcomeOf(plan, await carryOut(world, flags, session, plan));
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
          concurrency: flags.concurrency ?? CONCURRENCY,
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
  const { created, updated, replaced, deleted, failed, unknown } = outcome.totals;
  const nothing = created + updated + replaced + deleted + unknown === 0 && failed > 0;
  return nothing ? 1 : PARTLY_APPLIED;
}
