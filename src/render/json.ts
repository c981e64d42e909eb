/**
 * The machine-readable forms of a plan and of an apply. Stable: keys in a fixed order and snake_case, lists in plan order,
 * `format_version` raised on an incompatible change. Secrets appear as `{"$secret": pointer}` or not at all.
 */
import { fieldAddress } from '../core/address.ts';
import { type Diagnostic, hasErrors } from '../core/diagnostic.ts';
import type { ApplyReport, Cell, Change, FieldChange, Impact, Operation, Pace, Plan } from '../core/plan.ts';
import { named, sorted } from './diagnostics.ts';
import type { Outcome } from './report.ts';
import { escapeHarmful } from './text.ts';
import { type PlanView, redacted, rosterOf } from './view.ts';

export const FORMAT_VERSION = 1;

export interface JsonOptions {
  /** How a file is named to the reader. */
  readonly relative?: (file: string) => string;
}

export function renderPlanJson(view: PlanView, options: JsonOptions = {}): string {
  return serialise(planDocument(view, options));
}

/** What moved in the live app, in the form of a plan. */
export function renderDriftJson(view: PlanView, options: JsonOptions = {}): string {
  return serialise({ ...planDocument(view, options), type: 'drift' });
}

/** The document that `--format json` prints and that a saved plan begins with. */
export function planDocument(view: PlanView, options: JsonOptions) {
  return { format_version: FORMAT_VERSION, type: 'plan', ...planBody(view, options) };
}

/** What apply prints: the plan that it carried out, and its report unless nothing was done. */
export function renderApplyJson(view: PlanView, outcome: Outcome | undefined, options: JsonOptions = {}): string {
  return serialise({
    format_version: FORMAT_VERSION,
    type: 'apply',
    plan: planBody(view, options),
    report: outcome === undefined ? null : reportBody(outcome),
  });
}

/** What is wrong with a configuration, and how much it declares. */
export function renderValidationJson(diagnostics: readonly Diagnostic[], counts: ReadonlyMap<string, number>): string {
  return serialise({
    format_version: FORMAT_VERSION,
    type: 'validation',
    valid: !hasErrors(diagnostics),
    resources: Object.fromEntries(counts),
    diagnostics: sorted(diagnostics).map(diagnosticBody),
  });
}

/** Two environments side by side. */
export function renderContrastJson(view: PlanView, [from, to]: readonly [string, string]): string {
  const { create, update, delete: gone, unchanged } = view.totals;
  return serialise({
    format_version: FORMAT_VERSION,
    type: 'diff',
    from,
    to,
    summary: { more: create, otherwise: update, fewer: gone, alike: unchanged },
    differences: view.plan.changes.map((change) => changeBody(change, (file) => file)),
  });
}

/** JSON allows characters unescaped that a terminal obeys or hides. */
export function serialise(value: unknown): string {
  return `${escapeHarmful(JSON.stringify(value, undefined, 2))}\n`;
}

function planBody(view: PlanView, { relative = (file) => file }: JsonOptions) {
  const { plan, totals } = view;
  const { base } = plan.configuration;
  return {
    verdict: view.verdict,
    would_write: view.writes,
    target: { app_id: plan.target.appId, app_name: plan.target.appName, base_url: plan.target.baseUrl },
    configuration: {
      digest: plan.configuration.digest,
      env: plan.configuration.env,
      commit: plan.configuration.commit,
      base: base && { ref: base.ref, commit: base.commit },
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
      impacts: { ...totals.impacts, waived: totals.waived },
    },
    estimate: estimateBody(plan),
    impacts: plan.impacts.map(impactBody),
    changes: plan.changes.map((change) => changeBody(change, relative)),
    permissions: permissionBodies(view.permissions),
    announcements: view.announcements.map(({ address, text, as }) => ({ address, text, as })),
    blind: plan.counts.blind,
    stages: plan.stages.map(({ number, title }) => ({ number, title })),
    calls: plan.operations.map((operation) => callBody(operation, plan)),
    operations_digest: plan.operationsDigest,
    diagnostics: sorted(named(plan.diagnostics, relative)).map(noteBody),
    command: view.command,
  };
}

/** Cells that change alike for one role of a scope. */
export function permissionBodies(changed: readonly Cell[]) {
  const bodies = new Map<string, { permissions: string[] } & Omit<Cell, 'permission'>>();
  for (const { permission, scope, role, before, after } of changed) {
    const key = JSON.stringify([scope, role, before, after]);
    const body = bodies.get(key);
    if (body === undefined) bodies.set(key, { scope, role, before, after, permissions: [permission] });
    else body.permissions.push(permission);
  }
  return [...bodies.values()];
}

function estimateBody({ estimate }: Plan) {
  return {
    ...paceBody(estimate),
    calls_without_batches: estimate.callsWithoutBatches,
    stages: estimate.stages.map((each) => ({ stage: each.stage, ...paceBody(each) })),
    budget: estimate.budget.map(({ op, calls, perMinute }) => ({ op, calls, per_minute: perMinute })),
  };
}

function impactBody(impact: Impact) {
  const { affected, waiver } = impact;
  return {
    code: impact.code,
    class: impact.class,
    resource: impact.address,
    path: impact.path,
    address: fieldAddress(impact.address, impact.path),
    summary: impact.summary,
    detail: impact.detail,
    affected: affected && { what: affected.what, count: affected.count, more: affected.more },
    waiver: waiver && { reason: waiver.reason, expires: waiver.expires },
  };
}

function paceBody({ calls, seconds, bottleneck }: Pace) {
  return { calls, seconds, bottleneck: bottleneck && { op: bottleneck.op, per_minute: bottleneck.perMinute } };
}

function changeBody(change: Change, relative: (file: string) => string) {
  const roster = rosterOf(change);
  return {
    address: change.address,
    kind: change.kind,
    id: change.id,
    action: change.action === 'remove' ? 'delete' : change.action,
    removal: change.removal,
    held_back: change.heldBack,
    left_to_drift: change.leftToDrift,
    fields: roster === undefined ? change.fields.map((field) => fieldBody(change, redacted(field))) : [],
    touched: { before: change.touched.before, after: change.touched.after, whole: change.touched.whole },
    roster: roster && {
      file: relative(roster.file),
      offset: roster.offset,
      length: roster.length,
      digest: change.touched.after,
    },
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
    kind: operation.kind,
    stage: plan.stages.find((stage) => stage.number === operation.stage)?.title,
    op: operation.call.op,
    method: operation.call.method,
    path: operation.call.path,
    repeat: operation.call.repeat,
    settle: operation.settle,
    best_effort: operation.bestEffort,
    covers: operation.covers,
    needs: operation.needs,
  };
}

/** With the line of the file, so that a saved plan shows its notes as the plan did. */
function noteBody(each: Diagnostic) {
  const { source, ...body } = diagnosticBody(each);
  return { ...body, source: source && { ...source, excerpt: each.source?.excerpt } };
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
      return {
        status: result.unclear === true ? 'unknown' : 'failed',
        code: result.code,
        message: result.message,
        request_id: result.requestId,
      };
    case 'not-started':
      return { status: 'not_started', because: result.because };
  }
}
