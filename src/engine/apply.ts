/**
 * Carries out a plan: stage after stage, concurrently within one, along the graph of what needs what. A failure stops only
 * what needs it; every address ends as done, failed or not started. Whatever was written is then held against the live side.
 */
import { type Address, addressOf } from '../core/address.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { ApplyEvent, ApplyReport, CallCounts, Change, Operation, Plan, Result } from '../core/plan.ts';
import { attempt, type Outcomes } from './attempt.ts';
import type { AttemptContext, Counted } from './context.ts';
import { completed, createEchoes, type Echoes } from './echoes.ts';
import { changeAt } from './known.ts';
import { createAvailability } from './optional.ts';
import { refreshed } from './refresh.ts';
import { runStage } from './stage.ts';
import { verify } from './verify.ts';

type OfRun = 'changes' | 'count' | 'retrying' | 'lagUntil' | 'availability' | 'echoed';

export interface ApplyContext extends Omit<AttemptContext, OfRun> {
  /** When the live side was read for this plan. */
  readonly readAt: number;
  readonly signal?: AbortSignal | undefined;
  /** Operations of a kind under way at the same time, whether or not their calls have their turn yet. */
  readonly operationsAtOnce: number;
  readonly emit: (event: ApplyEvent) => void;
  /** Reads sent so far in this run: every one looks again at what was read for the plan. */
  readonly readsSent: () => number;
  /** Polls of tasks sent so far. */
  readonly pollsSent: () => number;
}

/** The state of one run. */
interface Run {
  readonly context: ApplyContext & AttemptContext;
  readonly results: Map<Address, Result>;
  /** When each address was last created or changed in this run. */
  readonly writtenAt: Map<Address, number>;
  readonly echoes: Echoes;
  readonly lastOperation: ReadonlyMap<Address, string>;
  readonly diagnostics: Diagnostic[];
}

export async function apply(plan: Plan, context: ApplyContext): Promise<ApplyReport> {
  const started = context.now();
  const counts: Record<Counted, number> = { writes: 0, retries: 0, followUps: 0 };
  const run = startRun(plan, context, counts);
  for (const stage of plan.stages) {
    const operations = plan.operations.filter((operation) => operation.stage === stage.number);
    context.emit({ type: 'stage', stage, operations: operations.length });
    await runStage(operations, context.operationsAtOnce, (operation) => carryOut(operation, run));
  }
  const notConverged = context.signal?.aborted ? [] : await verify(written(plan, run), run.context, run.echoes.shown);
  const calls: CallCounts = {
    planned: plan.operations.length,
    ...counts,
    polls: context.pollsSent(),
    verification: context.readsSent(),
  };
  return {
    results: run.results,
    notConverged,
    interrupted: context.signal?.aborted === true,
    calls,
    diagnostics: run.diagnostics,
    seconds: (context.now() - started) / 1000,
  };
}

function startRun(plan: Plan, context: ApplyContext, counts: Record<Counted, number>): Run {
  const changes = new Map(plan.changes.map((change) => [change.address, change]));
  const lastOperation = new Map(
    plan.operations.flatMap((operation) =>
      operation.covers.map((address): [Address, string] => [address, operation.id]),
    ),
  );
  const run: Omit<Run, 'context'> = {
    results: new Map(),
    writtenAt: new Map(),
    echoes: createEchoes(context),
    lastOperation,
    diagnostics: [],
  };
  const full: ApplyContext & AttemptContext = {
    ...context,
    changes,
    count: (what) => {
      counts[what] += 1;
    },
    retrying: (operation, because) => context.emit({ type: 'retrying', operation, because }),
    availability: createAvailability((op) => run.diagnostics.push(unavailable(op))),
    lagUntil: (operation) => lagUntil(operation, changes, run.writtenAt, context.lagDeadlineMs),
    echoed: run.echoes.note,
  };
  return { ...run, context: full };
}

function unavailable(op: string): Diagnostic {
  return {
    severity: 'note',
    code: 'batch-unavailable',
    summary: 'The app has no batch updates of channels',
    detail: `The API answered ${op} without a task, as it does where the feature is switched off, so each channel got calls of its own. Take \`policy.batch_channels\` out, or ask the vendor to switch the feature on.`,
  };
}

/** A refusal may be lag as long as something that the operation mentions, or its own resource, was written just now. */
function lagUntil(
  operation: Operation,
  changes: ReadonlyMap<Address, Change>,
  writtenAt: ReadonlyMap<Address, number>,
  deadline: number,
): number {
  let until = 0;
  for (const address of operation.covers) {
    const mentioned = changeAt(address, { changes }).references.map((each) => addressOf(each.kind, each.id));
    for (const each of [address, ...mentioned])
      until = Math.max(until, (writtenAt.get(each) ?? Number.NEGATIVE_INFINITY) + deadline);
  }
  return until;
}

async function carryOut(operation: Operation, run: Run): Promise<void> {
  const { context } = run;
  const ready = operation.covers.filter((address) => isReady(address, operation, run));
  if (ready.length === 0) return;
  context.emit({ type: 'started', operation });
  const current = await refreshed(operation, ready, context);
  const attempted = await attempt(current.operation, current.addresses, context);
  const outcomes = new Map([...current.outcomes, ...attempted]);
  for (const [address, result] of outcomes) {
    if (operation.bestEffort) reportBestEffort(address, result, run);
    // A chain is as good as its worst link, and a note of an earlier link stays.
    else run.results.set(address, result.status === 'done' ? { ...result, ...run.results.get(address) } : result);
    if (result.status === 'done') run.writtenAt.set(address, context.now());
  }
  context.emit(endOf(operation, outcomes));
  for (const address of current.addresses)
    if (run.lastOperation.get(address) === operation.id) await complete(address, run);
}

function endOf(operation: Operation, outcomes: Outcomes): ApplyEvent {
  const failures = [...outcomes].flatMap(([address, result]) =>
    result.status === 'failed' ? [`${address}: ${result.message}`] : [],
  );
  if (failures.length > 0) return { type: 'failed', operation, message: failures.join('; ') };
  const results = [...outcomes.values()];
  const [first] = results;
  const isSkipped = first?.status === 'not-started' && results.every(({ status }) => status === 'not-started');
  return isSkipped ? { type: 'skipped', operation, because: first.because } : { type: 'succeeded', operation };
}

function reportBestEffort(address: Address, result: Result, run: Run): void {
  if (result.status !== 'failed') return;
  run.diagnostics.push({
    severity: 'warning',
    code: 'announcement-failed',
    summary: `An announcement ${result.unclear === true ? 'may not have been' : 'was not'} sent`,
    subject: address,
    detail: `${result.message}. The change itself has been made; announcements are not repeated.`,
  });
}

/** Whether an address of an operation may go out; if not, its result says why. */
function isReady(address: Address, operation: Operation, run: Run): boolean {
  const known = run.results.get(address);
  if (known !== undefined && known.status !== 'done') return false;
  const because = run.context.signal?.aborted ? 'interrupted' : blockedBy(address, run);
  if (because === undefined) return true;
  if (!operation.bestEffort) run.results.set(address, { status: 'not-started', because });
  run.context.emit({ type: 'skipped', operation, because });
  return false;
}

function blockedBy(address: Address, run: Run): string | undefined {
  // Once begun, a chain has what it needs.
  if (run.results.has(address)) return undefined;
  for (const reference of changeAt(address, run.context).references) {
    const needed = addressOf(reference.kind, reference.id);
    const change = run.context.changes.get(needed);
    const result = run.results.get(needed);
    const isNew =
      change !== undefined &&
      (change.action === 'create' || change.action === 'replace') &&
      change.heldBack === undefined;
    if (isNew && result !== undefined && result.status !== 'done') return `it needs ${needed}, which ${fateOf(result)}`;
  }
  return undefined;
}

function fateOf(result: Result): string {
  if (result.status !== 'failed') return 'was not started';
  return result.unclear === true ? 'may have been made or not' : 'failed';
}

async function complete(address: Address, { echoes, results, context }: Run): Promise<void> {
  const found = echoes.take(address);
  if (found === undefined || results.get(address)?.status !== 'done') return;
  const result = await completed(address, found, context);
  if (result !== undefined) results.set(address, result);
}

/** The changes that were carried out, to be held against the live side. */
function written(plan: Plan, run: Run): readonly Change[] {
  return plan.changes.filter(
    (change) => change.heldBack === undefined && run.results.get(change.address)?.status === 'done',
  );
}
