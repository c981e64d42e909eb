/** Applies a plan that was just made, after looking again at what it touches if approval took its time. */
import { createReader, pollTask, systemClock } from '../api/index.ts';
import type { ApplyReport, Plan } from '../core/plan.ts';
import { type ApplyContext, apply } from '../engine/apply.ts';
import { type ApplyOptions, CONCURRENCY, type Context, underWay } from './context.ts';
import { runNonce, sha256 } from './hash.ts';
import { type LookedAgain, lookedAgain } from './look-again.ts';
import { scheduleOptionsOf } from './plan.ts';

/** A plan that has waited for longer than this is held against the live side before anything is written. */
const FRESH_FOR = 10_000;
const TASK_DEADLINE = 30 * 60_000;

/** Throws DiagnosticError with 4 when something that the plan touches has moved since; nothing is written then. */
export async function applyPlan(context: Context, plan: Plan, options: ApplyOptions): Promise<ApplyReport> {
  const counted = createReader(context.transport);
  const reader = counted.fresh();
  const kinds = new Map(context.kinds.map((kind) => [kind.name, kind]));
  const pending = new Map(plan.changes.map((change) => [change.address, change]));
  const readOptions = { verifyMessages: context.desired.policy.verifyMessages, pending };
  const { concurrency = CONCURRENCY } = options;
  const common = { reader, kinds, readOptions, hash: sha256, concurrency };
  const clock = options.clock ?? systemClock;
  let polls = 0;
  const started = options.now();
  // How long reading took is no reason to read again: it guards against what happens while somebody looks at the plan.
  const hasWaited = started - plan.madeAt > FRESH_FOR;
  const current: LookedAgain = hasWaited
    ? await lookedAgain(plan, context.kinds, common, { isSaved: false, ...scheduleOptionsOf(context) })
    : { plan, settled: [] };
  const applyContext: ApplyContext = {
    ...common,
    operationsAtOnce: underWay(options),
    transport: context.transport,
    nonce: runNonce(),
    now: options.now,
    sleep: (ms) => clock.sleep(ms),
    task: (id) =>
      pollTask(context.transport, id, {
        clock,
        deadlineMs: TASK_DEADLINE,
        onPoll: () => {
          polls += 1;
        },
      }),
    pollsSent: () => polls,
    lagDeadlineMs: options.lagDeadlineMs,
    restoreBurned: context.desired.policy.onBurned === 'restore',
    readAt: hasWaited ? started : plan.readAt,
    signal: options.signal,
    emit: options.emit,
    readsSent: () => [...counted.counts().values()].reduce((sum, count) => sum + count, 0),
  };
  const report = await apply(current.plan, applyContext);
  if (current.settled.length === 0) return report;
  const settled = current.settled.map((address) => [address, { status: 'done', note: 'already' }] as const);
  return { ...report, results: new Map([...settled, ...report.results]) };
}
