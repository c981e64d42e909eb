/** Makes a plan: what differs, what it takes, and whether anything forbids it. Sends reads only. */
import { createReader } from '../api/index.ts';
import { fieldAddress, parseAddress } from '../core/address.ts';
import { type Reader, read } from '../core/call.ts';
import { type Diagnostic, DiagnosticError, hasErrors } from '../core/diagnostic.ts';
import { asObject, canonicalJson, type Json, pointer } from '../core/json.ts';
import type { Change, Estimate, Operation, Plan, Stage } from '../core/plan.ts';
import { type ScheduleOptions, schedule } from '../engine/schedule.ts';
import { massChanges, protectedChanges } from '../impact/guards.ts';
import type { Context, PlanOptions } from './context.ts';
import { reportDrift } from './drift.ts';
import { sha256 } from './hash.ts';
import { impactsOf } from './impacts.ts';
import { heldInUse } from './in-use.ts';
import { lastAdmin } from './last-admin.ts';
import { planMatrix } from './matrix.ts';
import { unknownReferences } from './references.ts';
import { survey } from './survey.ts';

/** Throws DiagnosticError: 7 for a configuration that turns out wrong on the way, 3 for a guard, 1 for the rest. */
export async function makePlan(context: Context, options: PlanOptions): Promise<Plan> {
  const { desired } = context;
  const reader = createReader(context.transport, { signal: options.signal });
  const readAt = options.now();
  const { target, found } = await surveyed(context, reader, options);
  await desired.finish();
  if (hasErrors(desired.diagnostics)) throw new DiagnosticError(desired.diagnostics, 7);
  const drifted =
    desired.policy.drift === 'report' ? reportDrift(found.changes) : { changes: found.changes, notes: [] };
  const inUse = heldInUse(drifted.changes.map((change) => holdDeletion(change, options)));
  const { changes } = inUse;
  const doubts = await unknownReferences(changes, context, reader, options);
  const diagnostics = placed(
    [
      ...found.notes,
      ...driftNotes(context),
      ...drifted.notes,
      ...inUse.notes,
      ...doubts,
      ...unsent(options.send, changes),
    ],
    context,
  );
  if (hasErrors(diagnostics)) throw new DiagnosticError(diagnostics, 1);
  await guarded(changes, found.managed, reader, context, options);
  const { impacts, notes } = await impactsOf(changes, reader, desired, options);
  return withDigest({
    formatVersion: 1,
    target,
    configuration: {
      digest: desired.digest,
      ...(desired.env === undefined ? {} : { env: desired.env }),
      ...(context.base === undefined ? {} : { base: context.base }),
    },
    ...carriedOut(changes, context),
    counts: {
      unchanged: found.unchanged,
      unmanaged: found.unmanaged,
      heldBack: changes.filter((change) => change.heldBack !== undefined).length,
      blind: found.blind,
    },
    impacts,
    matrix: await planMatrix(changes, context.kinds, reader),
    diagnostics: [...diagnostics, ...notes],
    readAt,
    madeAt: options.now(),
  });
}

/**
 * The app and what differs there. The first call asks which app it is. Where the configuration says which it has to be, files are
 * read while that call is under way, and nothing else is asked before its answer.
 */
async function surveyed(context: Context, reader: Reader, options: PlanOptions) {
  const target = readTarget(reader, context);
  const held: Reader = { send: (call) => target.then(() => reader.send(call)) };
  const found = survey(context, context.desired.target.appId === undefined ? reader : held, options);
  // Whatever else fails meanwhile, that it is another app is what matters.
  found.catch(() => undefined);
  return { target: await target, found: await found };
}

/** Throws DiagnosticError with 3 for changes that are too dangerous. */
export async function guarded(
  changes: readonly Change[],
  managed: ReadonlyMap<string, number>,
  reader: Reader,
  context: Context,
  options: PlanOptions,
): Promise<void> {
  const findings = [
    ...protectedChanges(changes),
    ...(options.allowMassChange ? [] : massChanges(changes, managed)),
    ...(await lastAdmin(changes, reader)),
  ];
  if (findings.length > 0) throw new DiagnosticError(placed(findings, context), 3);
}

export function scheduleOptionsOf({ desired }: Pick<Context, 'desired'>): ScheduleOptions {
  return { collapse: desired.policy.batchChannels };
}

/** The part of a plan that follows from its changes. */
export function carriedOut(
  changes: readonly Change[],
  context: Context,
): Pick<Plan, 'changes' | 'operations' | 'stages' | 'estimate'> {
  const { operations, stages, callsWithout } = schedule(changes, context.kinds, scheduleOptionsOf(context));
  return {
    changes,
    operations,
    stages,
    estimate: {
      ...estimateOf(operations, stages, context),
      ...(callsWithout === undefined ? {} : { callsWithoutBatches: callsWithout }),
    },
  };
}

/** The digest takes as long as scheduling all of it, so it is made when it is asked for: only plans for machines have it. */
export function withDigest(plan: Omit<Plan, 'operationsDigest'>): Plan {
  const { operations } = plan;
  return {
    ...plan,
    get operationsDigest() {
      return sha256(canonicalJson(operations.map(({ parts: _parts, ...operation }) => operation as unknown as Json)));
    },
  };
}

/** The app that the key belongs to, by the first call: key and secret are right. Throws when the configuration is for another app. */
export async function readTarget(reader: Reader, { desired }: Pick<Context, 'desired'>): Promise<Plan['target']> {
  const { app } = await reader.send(read('GetApp', 'GET', '/api/v2/app'));
  const { id, name } = asObject(app, 'app');
  const wanted = desired.target.appId;
  if (wanted !== undefined && id !== wanted) {
    const source = desired.locate('/target/app_id');
    const detail =
      typeof id === 'number'
        ? `The key belongs to app ${id}, and the configuration is for app ${wanted}.`
        : `The API does not tell the app's id, so it cannot be made sure that this is app ${wanted}.`;
    const diagnostic = {
      severity: 'error' as const,
      code: 'wrong-app',
      summary: 'This is another app',
      detail: `${detail} Nothing was read or changed. Use the key of that app, or correct \`target.app_id\`.`,
    };
    throw new DiagnosticError([{ ...diagnostic, ...(source === undefined ? {} : { source }) }], 1);
  }
  return {
    appId: typeof id === 'number' ? id : 0,
    ...(typeof name === 'string' ? { appName: name } : {}),
    baseUrl: desired.target.baseUrl,
  };
}

/** Removals and replacements are always shown; they run only when they are allowed. */
function holdDeletion(change: Change, options: PlanOptions): Change {
  const deletes = change.action === 'remove' || change.action === 'replace';
  return deletes && !options.allowDelete && change.heldBack === undefined
    ? { ...change, heldBack: 'allow-delete' }
    : change;
}

/** Stages run one after another: their times add up, and the slowest one names what binds. */
function estimateOf(operations: readonly Operation[], stages: readonly Stage[], context: Context): Estimate {
  const counts = stages.map(({ number }) => countsByOp(operations.filter((each) => each.stage === number)));
  const forecast = context.estimate(counts);
  const parts = stages.map(({ number }, index) => ({
    stage: number,
    ...(forecast.stages[index] ?? { calls: 0, seconds: 0 }),
  }));
  const bottleneck = parts.toSorted((a, b) => b.seconds - a.seconds)[0]?.bottleneck;
  const seconds = parts.reduce((sum, part) => sum + part.seconds, 0);
  return {
    calls: operations.length,
    seconds: Math.round(seconds * 10) / 10,
    ...(bottleneck === undefined ? {} : { bottleneck }),
    stages: parts,
    budget: forecast.budget,
  };
}

function countsByOp(operations: readonly Operation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { call } of operations) counts.set(call.op, (counts.get(call.op) ?? 0) + 1);
  return counts;
}

/** Only a prior tells drift from what the configuration changes. */
function driftNotes({ desired, prior }: Context): readonly Diagnostic[] {
  if (desired.policy.drift !== 'report' || prior !== undefined) return [];
  return [
    {
      severity: 'warning',
      code: 'drift-needs-base',
      summary: 'Drift cannot be told from changes',
      detail:
        '`policy.drift` is `report`, which needs to know what was managed before: add --base. Without it drift is reverted.',
    },
  ];
}

/** A --send that sends nothing is a mistake in the command. */
function unsent(send: readonly string[], changes: readonly Change[]): readonly Diagnostic[] {
  if (send.length === 0) return [];
  const sent = new Set(
    changes.flatMap((change) => change.fields.map((field) => fieldAddress(change.address, field.path))),
  );
  return send
    .filter((field) => !sent.has(field))
    .map((field) => ({
      severity: 'error',
      code: 'send-matches-nothing',
      summary: 'Nothing to send',
      subject: field,
      detail: `\`--send ${field}\` names no declared field. Write the address of a declared field, such as \`app.firebase_config.credentials_json\`.`,
    }));
}

/** Adds the place in the files to what is said of an address. */
export function placed(diagnostics: readonly Diagnostic[], { desired, kinds }: Context): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const [name, ...rest] = parseAddress(diagnostic.subject ?? '') ?? [];
    const kind = kinds.find((each) => each.name === name);
    if (kind === undefined || diagnostic.source !== undefined) return diagnostic;
    const removed = desired.removed.find((each) => each.kind === kind.name && each.id === rest[0]);
    const source = desired.locate(removed?.at ?? pointer(kind.collection, ...rest));
    return source === undefined ? diagnostic : { ...diagnostic, source };
  });
}
