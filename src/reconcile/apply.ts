/** Applies a plan that was just made, after looking again at what it touches if approval took its time. */
import { createReader, pollTask, systemClock } from '../api/index.ts';
import type { Reader } from '../core/call.ts';
import { type Diagnostic, DiagnosticError } from '../core/diagnostic.ts';
import type { ApplyReport, Change, Plan } from '../core/plan.ts';
import { type ApplyContext, apply } from '../engine/apply.ts';
import { remaining } from '../engine/reread.ts';
import { schedule } from '../engine/schedule.ts';
import type { ApplyOptions, Context } from './context.ts';
import { runNonce, sha256 } from './hash.ts';

/** A plan older than this is held against the live side before anything is written. */
const FRESH_FOR = 10_000;
const TASK_DEADLINE = 30 * 60_000;

/** Throws DiagnosticError with 4 when something that the plan touches has moved since; nothing is written then. */
export async function applyPlan(context: Context, plan: Plan, options: ApplyOptions): Promise<ApplyReport> {
  const counted = createReader(context.transport);
  const reader = counted.fresh();
  const kinds = new Map(context.kinds.map((kind) => [kind.name, kind]));
  const readOptions = { verifyMessages: context.desired.policy.verifyMessages };
  const common = { reader, kinds, readOptions, hash: sha256 };
  let polls = 0;
  const isOld = options.now() - plan.readAt > FRESH_FOR;
  const current = isOld ? await lookedAgain(plan, context, common) : plan;
  const applyContext: ApplyContext = {
    ...common,
    transport: context.transport,
    nonce: runNonce(),
    now: options.now,
    sleep: (ms) => systemClock.sleep(ms),
    task: (id) =>
      pollTask(context.transport, id, {
        deadlineMs: TASK_DEADLINE,
        onPoll: () => {
          polls += 1;
        },
      }),
    pollsSent: () => polls,
    lagDeadlineMs: options.lagDeadlineMs,
    restoreBurned: context.desired.policy.onBurned === 'restore',
    concurrency: options.concurrency ?? 10,
    readAt: isOld ? options.now() : plan.readAt,
    signal: options.signal,
    emit: options.emit,
    readsSent: () => [...counted.counts().values()].reduce((sum, count) => sum + count, 0),
  };
  return apply(current, applyContext);
}

/** The plan with fresh live values: as it was → go, as wanted already → dropped, anything else → stale. */
async function lookedAgain(
  plan: Plan,
  context: Context,
  common: Parameters<typeof remaining>[1] & { readonly reader: Reader },
): Promise<Plan> {
  const planned = plan.changes.filter((change) => change.heldBack === undefined);
  const left = await remaining(planned, common);
  const stale = planned.filter((change) => isStale(change, left.get(change.address)));
  if (stale.length > 0)
    throw new DiagnosticError(
      stale.map((change) => staleness(change, left.get(change.address))),
      4,
    );
  // A field that was set meanwhile is left out of the fresh change; one that no read shows stays as planned.
  const changes = plan.changes.filter(
    (change) =>
      change.heldBack !== undefined || left.has(change.address) || change.fields.some((field) => field.hidden),
  );
  const { operations, stages } = schedule(changes, context.kinds);
  return { ...plan, changes, operations, stages };
}

function isStale(planned: Change, now: Change | undefined): boolean {
  if (now === undefined) return false;
  if (now.action !== planned.action) return true;
  // Fields that no read shows can't have moved; among the others, each difference has to be one that was planned.
  const before = new Map(planned.fields.map((field) => [field.path, JSON.stringify(field.before ?? null)]));
  return now.fields.some((field) => before.get(field.path) !== JSON.stringify(field.before ?? null));
}

function staleness(planned: Change, now: Change | undefined): Diagnostic {
  const was = new Map(planned.fields.map((field) => [field.path, field.before]));
  const moved = (now?.fields ?? [])
    .filter((field) => JSON.stringify(was.get(field.path) ?? null) !== JSON.stringify(field.before ?? null))
    .slice(0, 3);
  const lines = moved.map((field) => `${field.path}: was ${show(was.get(field.path))}, is now ${show(field.before)}`);
  return {
    severity: 'error',
    code: 'stale-plan',
    summary: 'The app has changed since this plan was made',
    subject: planned.address,
    detail: `${lines.join('; ')}. Nothing was written. Plan again.`,
  };
}

function show(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
