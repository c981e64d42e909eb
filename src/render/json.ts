/**
 * The machine-readable forms of a plan and of an apply. Stable: keys in a fixed order and snake_case, lists in plan order,
 * `format_version` raised on an incompatible change. Secrets appear as `{"$secret": pointer}` or not at all.
 */
import { fieldAddress } from '../core/address.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { ApplyReport, Change, FieldChange, Operation, Plan } from '../core/plan.ts';
import { sorted } from './diagnostics.ts';
import type { Outcome } from './report.ts';
import { escapeHarmful } from './text.ts';
import { type PlanView, redacted, type StageView } from './view.ts';

export const FORMAT_VERSION = 1;

export function renderPlanJson(view: PlanView): string {
  return serialise({ format_version: FORMAT_VERSION, type: 'plan', ...planBody(view) });
}

/** What apply prints: the plan that it carried out, and its report unless nothing was done. */
export function renderApplyJson(view: PlanView, outcome: Outcome | undefined): string {
  return serialise({
    format_version: FORMAT_VERSION,
    type: 'apply',
    plan: planBody(view),
    report: outcome === undefined ? null : reportBody(outcome),
  });
}

/** JSON allows characters unescaped that a terminal obeys or hides. */
function serialise(value: unknown): string {
  return `${escapeHarmful(JSON.stringify(value, undefined, 2))}\n`;
}

function planBody(view: PlanView) {
  const { plan, totals } = view;
  return {
    verdict: view.verdict,
    would_write: view.writes,
    target: { app_id: plan.target.appId, app_name: plan.target.appName, base_url: plan.target.baseUrl },
    configuration: {
      digest: plan.configuration.digest,
      env: plan.configuration.env,
      commit: plan.configuration.commit,
    },
    summary: {
      create: totals.create,
      update: totals.update,
      replace: totals.replace,
      delete: totals.delete,
      held_back: totals.heldBack,
      unchanged: totals.unchanged,
      unmanaged: totals.unmanaged,
      blind: totals.blind,
    },
    estimate: estimateBody(view),
    changes: plan.changes.map(changeBody),
    announcements: view.announcements,
    blind: plan.counts.blind,
    calls: plan.operations.map((operation) => callBody(operation, plan)),
    operations_digest: plan.operationsDigest,
    diagnostics: sorted(plan.diagnostics).map(diagnosticBody),
    command: view.command,
  };
}

function estimateBody({ plan, stages }: PlanView) {
  const { estimate } = plan;
  return {
    ...paceBody(estimate),
    stages: stages.map(({ title, ...pace }) => ({ stage: title, ...paceBody(pace) })),
    budget: estimate.budget.map(({ op, calls, perMinute }) => ({ op, calls, per_minute: perMinute })),
  };
}

function paceBody({ calls, seconds, bottleneck }: Pick<StageView, 'calls' | 'seconds'> & Partial<StageView>) {
  return { calls, seconds, bottleneck: bottleneck && { op: bottleneck.op, per_minute: bottleneck.perMinute } };
}

function changeBody(change: Change) {
  return {
    address: change.address,
    kind: change.kind,
    id: change.id,
    action: change.action === 'remove' ? 'delete' : change.action,
    removal: change.removal,
    held_back: change.heldBack,
    fields: change.fields.map((field) => fieldBody(change, redacted(field))),
  };
}

function fieldBody(change: Change, field: FieldChange) {
  return {
    path: field.path,
    address: fieldAddress(change.address, field.path),
    before: field.before,
    after: field.after,
    set: field.set,
    sensitive: field.hidden,
    origin: field.origin,
  };
}

function callBody(operation: Operation, plan: Plan) {
  return {
    id: operation.id,
    stage: plan.stages.find((stage) => stage.number === operation.stage)?.title,
    op: operation.call.op,
    method: operation.call.method,
    path: operation.call.path,
    covers: operation.covers,
    needs: operation.needs,
  };
}

export function diagnosticBody(each: Diagnostic) {
  return {
    severity: each.severity,
    code: each.code,
    summary: each.summary,
    detail: each.detail,
    subject: each.subject,
    source: each.source && { file: each.source.file, line: each.source.line, column: each.source.column },
  };
}

function reportBody(outcome: Outcome) {
  const { report } = outcome;
  return {
    verdict: outcome.verdict,
    converged: outcome.converged,
    interrupted: report.interrupted,
    seconds: report.seconds,
    summary: outcome.totals,
    results: [...report.results].map(([address, result]) => ({ address, ...resultBody(result) })),
    not_converged: report.notConverged,
    calls: {
      planned: report.calls.planned,
      writes: report.calls.writes,
      retries: report.calls.retries,
      polls: report.calls.polls,
      follow_ups: report.calls.followUps,
      verification: report.calls.verification,
    },
    diagnostics: sorted(report.diagnostics).map(diagnosticBody),
  };
}

function resultBody(result: ApplyReport['results'] extends ReadonlyMap<string, infer Each> ? Each : never) {
  switch (result.status) {
    case 'done':
      return { status: 'done', note: result.note };
    case 'failed':
      return { status: 'failed', code: result.code, message: result.message, request_id: result.requestId };
    case 'not-started':
      return { status: 'not_started', because: result.because };
  }
}
