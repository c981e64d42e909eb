/** The calls of a plan, and what makes them take their time. */
import type { Plan } from '../../core/plan.ts';
import { count, counted, visible } from '../text.ts';

export interface StageView {
  readonly title: string;
  readonly calls: number;
  /** From the start of apply. */
  readonly start: number;
  readonly seconds: number;
  /** The operation whose limit binds. */
  readonly bottleneck: { readonly op: string; readonly perMinute: number } | undefined;
}

export interface BudgetView {
  readonly op: string;
  readonly calls: number;
  readonly perMinute: number;
  /** Of what a minute allows; above 1 it takes more than a minute. */
  readonly share: number;
}

export interface CallView {
  readonly id: string;
  readonly stage: string;
  readonly method: string;
  readonly path: string;
  readonly op: string;
  readonly covers: readonly string[];
}

export function bottleneckOf(plan: Plan): string | undefined {
  const { bottleneck, seconds } = plan.estimate;
  if (bottleneck === undefined || seconds < 10) return undefined;
  return `The limit of ${visible(bottleneck.op)} (${count(bottleneck.perMinute)} calls a minute) sets the pace.`;
}

export function batchesOf({ estimate }: Plan): string | undefined {
  const { calls, callsWithoutBatches: without } = estimate;
  if (without === undefined) return undefined;
  return `Batch updates of channels: ${counted(calls, 'call')} and polls of their tasks instead of ${counted(without, 'call')}.`;
}

export function callsOf(plan: Plan): readonly CallView[] {
  const titles = new Map(plan.stages.map((stage) => [stage.number, stage.title]));
  return plan.operations.map((operation) => ({
    id: operation.id,
    stage: visible(titles.get(operation.stage) ?? operation.kind),
    method: operation.call.method,
    path: visible(operation.call.path),
    op: visible(operation.call.op),
    covers: operation.covers.map((address) => visible(address)),
  }));
}

export function stagesOf(plan: Plan): readonly StageView[] {
  const titles = new Map(plan.stages.map((stage) => [stage.number, stage.title]));
  let start = 0;
  return plan.estimate.stages.map(({ stage, calls, seconds, bottleneck }) => {
    const view = { title: titles.get(stage) ?? `stage ${stage}`, calls, start, seconds, bottleneck };
    start += seconds;
    return view;
  });
}

export function budgetOf({ estimate }: Plan): readonly BudgetView[] {
  return estimate.budget
    .map((each) => ({ ...each, share: each.calls / each.perMinute }))
    .toSorted((a, b) => b.share - a.share);
}
