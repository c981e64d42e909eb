import type { Address } from '../core/address.ts';
import { DiagnosticError } from '../core/diagnostic.ts';
import type { ApplyReport, Plan } from '../core/plan.ts';
import { renderDiagnostics } from '../render/diagnostics.ts';
import { renderApplyJson } from '../render/json.ts';
import { type Outcome, outcomeOf, renderReport } from '../render/report.ts';
import { renderTerminal } from '../render/terminal.ts';
import { counted } from '../render/text.ts';
import { type PlanView, viewPlan } from '../render/view.ts';
import { approve } from './approval.ts';
import { INTERRUPTED } from './failure.ts';
import type { ApplyFlags } from './flags.ts';
import { interruptible } from './interrupt.ts';
import { missingSecrets } from './missing-secrets.ts';
import { planned, planOptions } from './planning.ts';
import { assertKnownCodes, BLOCKED, blockedBy } from './policy.ts';
import { createProgress } from './progress.ts';
import { openSession, type Session } from './session.ts';
import { lookOf, type World } from './world.ts';

const PARTLY_APPLIED = 5;
const INVALID = 7;

/** `chat apply`: plans, asks, applies, reports. */
export async function apply(world: World, flags: ApplyFlags): Promise<number> {
  assertKnownCodes(flags);
  const session = await openSession(world, flags, 'apply');
  try {
    return await finish(world, flags, session, await planned(world, flags, session));
  } finally {
    await session.close();
  }
}

/** With `--base applied`: this configuration is what the next run compares with, if nothing of it is left open. */
function mark(world: World, flags: ApplyFlags, session: Session, plan: Plan, isDone: boolean): void {
  const isWhole = flags.target === undefined && flags.exclude === undefined;
  const told = session.mark?.({ plan, isDone, isWhole });
  if (told !== undefined) world.stderr.write(renderDiagnostics([told], lookOf(world, world.stderr, flags)));
}

/** What a saved plan brings along: what of it is done already, and what is to be said of that. */
export interface TakenUp {
  readonly settled: readonly Address[];
  readonly remark: string | undefined;
}

/** From a plan to its end: shows it, asks, carries it out, reports. */
export async function finish(
  world: World,
  flags: ApplyFlags,
  session: Session,
  plan: Plan,
  { settled, remark }: TakenUp = { settled: [], remark: undefined },
): Promise<number> {
  const view = viewPlan(plan);
  const json = flags.format === 'json';
  const look = lookOf(world, world.stdout, flags);
  if (!json) showPlan(world, flags, view);
  if (!json && remark !== undefined) world.stdout.write(`\n${remark}\n`);
  if (!view.writes) {
    mark(world, flags, session, plan, true);
    if (json) world.stdout.write(renderApplyJson(view, undefined, look));
    return 0;
  }
  const blocked = blockedBy(plan, flags, session);
  if (blocked.length > 0) {
    if (json) world.stdout.write(renderApplyJson(view, undefined, look));
    throw new DiagnosticError(blocked, BLOCKED);
  }
  const missing = missingSecrets(plan, session.context.kinds, session.desired);
  if (missing.length > 0) throw new DiagnosticError(missing, INVALID);
  if (!flags.autoApprove) {
    const ended = await approve(world, 'Apply these changes?', 'Nothing was changed.');
    if (ended !== undefined) return ended;
  }
  const report = withSettled(await carryOut(world, flags, session, plan), settled);
  const outcome = outcomeOf(plan, report);
  world.stdout.write(json ? renderApplyJson(view, outcome, look) : `\n${renderReport(outcome, look)}`);
  mark(world, flags, session, plan, outcome.converged);
  return exitCodeOf(outcome);
}

function withSettled(report: ApplyReport, settled: readonly Address[]): ApplyReport {
  if (settled.length === 0) return report;
  const already = settled.map((address) => [address, { status: 'done', note: 'already' }] as const);
  return { ...report, results: new Map([...already, ...report.results]) };
}

function showPlan(world: World, flags: ApplyFlags, view: PlanView): void {
  world.stdout.write(renderTerminal(view, { ...lookOf(world, world.stdout, flags), calls: flags.calls ?? false }));
}

function carryOut(world: World, flags: ApplyFlags, session: Session, plan: Plan): Promise<ApplyReport> {
  const progress = createProgress(world, lookOf(world, world.stderr, flags), plan.operations.length);
  const stopping = () => {
    progress.clear();
    const { underWay } = session.transport.stats();
    const wait = underWay === 0 ? '' : ` Waiting for ${counted(underWay, 'call')} under way.`;
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
          emit: progress.applying,
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
