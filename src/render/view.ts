/**
 * The plan as its readers see it, made once for all formats: ordered, grouped, counted, secrets taken out, text of users made
 * harmless. Renderers only lay it out. The raw values that `fields` keeps for JSON hold secrets as references alone.
 */
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Cell, Change, Impact, Plan } from '../core/plan.ts';
import { visible } from './text.ts';
import { type Announcement, announcementsOf, harmless } from './view/announcements.ts';
import {
  type BudgetView,
  batchesOf,
  bottleneckOf,
  budgetOf,
  type CallView,
  callsOf,
  type StageView,
  stagesOf,
} from './view/calls.ts';
import { type Group, groupsOf, type HeldBack, heldBackOf } from './view/resources.ts';
import { type Totals, totalsOf, verdictOf } from './view/totals.ts';

export interface PlanView {
  /** One line that says it all. */
  readonly verdict: string;
  readonly totals: Totals;
  /** Whether apply with the same flags would write. */
  readonly writes: boolean;
  readonly target: string;
  readonly groups: readonly Group[];
  readonly heldBack: readonly HeldBack[];
  readonly announcements: readonly Announcement[];
  /** What the plan does to clients, data and security, waived ones last; `plan.impacts` has them as they are. */
  readonly impacts: readonly Impact[];
  /** Permissions that change; `plan.matrix` has the cells around them. */
  readonly permissions: readonly Cell[];
  readonly diagnostics: readonly Diagnostic[];
  /** Declared fields that are not compared, and how to send them all the same. */
  readonly blind: readonly string[];
  /** What limits the rate, where that matters. */
  readonly bottleneck: string | undefined;
  /** What batch updates of channels save, where there are any. */
  readonly batches: string | undefined;
  readonly calls: readonly CallView[];
  /** What takes how long: stages run one after another. */
  readonly stages: readonly StageView[];
  /** Calls of each operation against its limit, what takes longest first. */
  readonly budget: readonly BudgetView[];
  /** The exact command that applies this plan. */
  readonly command: string | undefined;
  /** For machine-readable formats. */
  readonly plan: Plan;
}

export interface ViewOptions {
  readonly command?: string;
  /** Of a saved plan, whose calls have no bodies to read them from. */
  readonly announcements?: readonly Announcement[];
}

export function viewPlan(plan: Plan, options: ViewOptions = {}): PlanView {
  const going = plan.changes.filter((change) => change.heldBack === undefined);
  const held = plan.changes.filter((change) => change.heldBack !== undefined);
  const totals = totalsOf(plan, going);
  return {
    verdict: verdictOf(plan, totals),
    totals,
    writes: plan.operations.length > 0,
    target: targetOf(plan),
    groups: groupsOf(going),
    heldBack: heldBackOf(held),
    announcements: (options.announcements ?? plan.operations.flatMap(announcementsOf)).map(harmless),
    impacts: impactsOf(plan),
    permissions: plan.matrix.filter((cell) => cell.before !== cell.after),
    diagnostics: plan.diagnostics,
    blind: plan.counts.blind.map((each) => visible(each)),
    bottleneck: bottleneckOf(plan),
    batches: batchesOf(plan),
    calls: callsOf(plan),
    stages: stagesOf(plan),
    budget: budgetOf(plan),
    command: options.command,
    plan,
  };
}

/** What a plan holds where files alone were compared. */
const NOTHING: Plan = {
  formatVersion: 1,
  target: { appId: 0, baseUrl: '' },
  configuration: { digest: 'h1:' },
  changes: [],
  operations: [],
  operationsDigest: 'h1:',
  stages: [],
  counts: { unchanged: 0, unmanaged: 0, heldBack: 0, blind: [] },
  estimate: { calls: 0, seconds: 0, stages: [], budget: [] },
  impacts: [],
  matrix: [],
  diagnostics: [],
  readAt: 0,
  madeAt: 0,
};

/** Differences that nobody is about to close: without calls and impacts. `seen` is the plan that they were found by, if one was made. */
export function viewChanges(changes: readonly Change[], unchanged: number, seen: Plan = NOTHING): PlanView {
  const { operations, stages, estimate, impacts, matrix } = NOTHING;
  const counts = { ...seen.counts, unchanged, heldBack: 0 };
  return viewPlan({ ...seen, changes, operations, stages, estimate, impacts, matrix, counts });
}

function impactsOf(plan: Plan): readonly Impact[] {
  const isWaived = (impact: Impact) => impact.waiver !== undefined;
  const ordered = [...plan.impacts.filter((impact) => !isWaived(impact)), ...plan.impacts.filter(isWaived)];
  return ordered.map((impact) => ({
    ...impact,
    detail: visible(impact.detail),
    ...(impact.waiver === undefined
      ? {}
      : { waiver: { reason: visible(impact.waiver.reason), expires: visible(impact.waiver.expires) } }),
  }));
}

function targetOf(plan: Plan): string {
  const { appId, appName, baseUrl } = plan.target;
  const name = appName === undefined || appName === '' ? '' : ` (${visible(appName)})`;
  const env = plan.configuration.env === undefined ? '' : `, environment ${visible(plan.configuration.env)}`;
  return `app ${appId}${name} at ${visible(baseUrl)}${env}`;
}
