/** A plan as a document: what `--format json` prints and a saved plan begins with. Its contract is schemas/plan.schema.json. */
import { fieldAddress } from '../../core/address.ts';
import { secretPointer } from '../../core/call.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Cell, Change, FieldChange, Impact, Operation, Pace, Plan } from '../../core/plan.ts';
import { named, sorted } from '../diagnostics.ts';
import { rosterOf } from '../view/resources.ts';
import type { PlanView } from '../view.ts';
import { noteBody } from './diagnostic.ts';

export interface JsonOptions {
  /** How a file is named to the reader. */
  readonly relative?: (file: string) => string;
}

export function planBody(view: PlanView, { relative = (file) => file }: JsonOptions) {
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

export function changeBody(change: Change, relative: (file: string) => string) {
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

/** A field change as it may be saved: secrets as references, hidden values gone. */
function redacted(field: FieldChange): FieldChange {
  if (!field.hidden) return field;
  const { before, after, ...rest } = field;
  return {
    ...rest,
    ...(secretPointer(before) === undefined ? {} : { before: before as JsonObject }),
    ...(secretPointer(after) === undefined ? {} : { after: after as JsonObject }),
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
