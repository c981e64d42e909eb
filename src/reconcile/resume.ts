/** Takes up a saved plan: makes sure that it belongs here, and leaves of it what is still to be done. Sends reads only. */
import { createReader } from '../api/index.ts';
import type { Address } from '../core/address.ts';
import { type Diagnostic, DiagnosticError, hasErrors } from '../core/diagnostic.ts';
import { specAt } from '../core/field-tree.ts';
import { type JsonObject, type Pointer, valueAt, withValueAt } from '../core/json.ts';
import type { Kind, Wanted } from '../core/kind.ts';
import type { Change, Plan } from '../core/plan.ts';
import { diffChunk } from '../engine/diff.ts';
import { CONCURRENCY, type Context, type PlanOptions } from './context.ts';
import { sha256 } from './hash.ts';
import { heldInUse } from './in-use.ts';
import { lookedAgain } from './look-again.ts';
import { carriedOut, guarded, placed, readTarget, scheduleOptionsOf, withDigest } from './plan.ts';
import { unknownReferences } from './references.ts';
import { wantedOf } from './wanted.ts';

export interface Resumed {
  /** What is left to do, with bodies and calls made from what was just read. */
  readonly plan: Plan;
  /** Addresses that are as they were wanted. */
  readonly settled: readonly Address[];
}

/**
 * The options are those that the plan was made with. Throws DiagnosticError: 1 when the plan belongs to another configuration or
 * app, 3 for a guard, 4 when something that it touches has moved, 7 for a configuration that turns out wrong.
 */
export async function resumePlan(context: Context, saved: Plan, options: PlanOptions): Promise<Resumed> {
  const { desired, kinds } = context;
  const { wanted, managed } = await collected(context, saved, options);
  if (hasErrors(desired.diagnostics)) throw new DiagnosticError(desired.diagnostics, 7);
  if (desired.digest !== saved.configuration.digest) throw refusal(OTHER_CONFIGURATION);
  const changes = saved.changes.map((change) => completed(change, wanted, saved, kinds));
  const reader = createReader(context.transport, { signal: options.signal });
  const readAt = options.now();
  const target = await readTarget(reader, context);
  if (target.appId !== saved.target.appId || target.baseUrl !== saved.target.baseUrl)
    throw refusal(otherApp(saved.target, target));
  const pending = new Map(changes.map((change) => [change.address, change]));
  const reread = {
    reader: reader.fresh(),
    kinds: new Map(kinds.map((kind) => [kind.name, kind])),
    readOptions: { verifyMessages: desired.policy.verifyMessages, pending },
    hash: sha256,
    concurrency: options.concurrency ?? CONCURRENCY,
  };
  const { plan: now, settled } = await lookedAgain({ ...saved, changes }, kinds, reread, {
    isSaved: true,
    ...scheduleOptionsOf(context),
  });
  const inUse = heldInUse(now.changes);
  if (inUse.notes.length > 0) throw new DiagnosticError(placed(inUse.notes.map(asStale), context), 4);
  const doubts = placed(await unknownReferences(now.changes, context, reader, options), context);
  if (hasErrors(doubts)) throw new DiagnosticError(doubts, 1);
  await guarded(now.changes, managed, reader, context, options);
  const left = new Set(now.changes.map((change) => change.address));
  const plan = withDigest({
    ...saved,
    target,
    ...carriedOut(now.changes, context),
    counts: { ...saved.counts, unchanged: saved.counts.unchanged + settled.length },
    impacts: saved.impacts.filter((impact) => left.has(impact.address)),
    readAt,
    madeAt: options.now(),
  });
  return { plan, settled };
}

interface Collected {
  /** By address: what the configuration says of the resources that the plan touches. */
  readonly wanted: ReadonlyMap<Address, Wanted>;
  readonly managed: ReadonlyMap<string, number>;
}

/** Reads all of the configuration, for its digest covers the rosters, and keeps what the plan is about. */
async function collected(context: Context, saved: Plan, options: PlanOptions): Promise<Collected> {
  const addresses = new Map(saved.changes.map((change) => [JSON.stringify([change.kind, change.id]), change.address]));
  const wanted = new Map<Address, Wanted>();
  const managed = new Map<string, number>();
  for (const kind of context.kinds) {
    let count = 0;
    for await (const each of wantedOf(kind, context, options, new Set())) {
      options.signal?.throwIfAborted();
      count += 1;
      const address = addresses.get(JSON.stringify([kind.name, each.id]));
      if (address !== undefined) wanted.set(address, each);
    }
    managed.set(kind.name, count);
  }
  await context.desired.finish();
  return { wanted, managed };
}

/** The change with what only lives in memory. One that the configuration does not call for was not planned from it. */
function completed(change: Change, wanted: ReadonlyMap<Address, Wanted>, saved: Plan, kinds: readonly Kind[]): Change {
  const kind = kinds.find((each) => each.name === change.kind);
  const its = wanted.get(change.address);
  const isRemoval = change.action === 'remove';
  // What only the base knew is not in the configuration any more.
  const isKnown = its === undefined ? isRemoval && saved.configuration.base !== undefined : true;
  if (kind === undefined || !isKnown || isRemoval !== (its?.body === undefined)) throw refusal(UNFOUNDED);
  if (its?.body === undefined) return change;
  const gone = goneFrom(change, kind, its.body);
  // Nothing is said of what is left to drift: the live value stays, whatever it is by now.
  const next = (change.leftToDrift ?? []).reduce((body, path) => withValueAt(body, path, undefined), its.body);
  const full = {
    ...change,
    next,
    references: kind.references(change.id, its.body),
    ...(gone.length === 0 ? {} : { gone }),
  };
  return change.span === undefined ? full : { ...full, fields: rowFields(full, kind, its) };
}

/** Entries that only the base knew, and that go. */
function goneFrom({ fields }: Change, kind: Kind, body: JsonObject): readonly Pointer[] {
  return fields
    .filter(({ path, after }) => after === undefined && specAt(kind, path)?.spec.shape === 'entries')
    .map(({ path }) => path)
    .filter((path) => valueAt(body, path) === undefined);
}

/** The fields of a new resource that the plan only points at in its roster. */
function rowFields(change: Change, kind: Kind, wanted: Wanted): Change['fields'] {
  const { changes } = diffChunk({ kind, wanted: [wanted], live: new Map() }, { hash: sha256, send: new Set() });
  const [drafted] = changes;
  if (drafted?.touched.after !== change.touched.after) throw refusal(UNFOUNDED);
  return drafted.fields;
}

/** In use now, and was not when the plan was made. */
function asStale(note: Diagnostic): Diagnostic {
  return {
    severity: 'error',
    code: 'stale-plan',
    summary: 'The app has changed since this plan was made',
    ...(note.subject === undefined ? {} : { subject: note.subject }),
    detail: `It is in use by now and cannot be deleted. ${note.detail ?? ''}`.trim(),
  };
}

function refusal(about: Omit<Diagnostic, 'severity'>): DiagnosticError {
  return new DiagnosticError([{ severity: 'error', ...about }], 1);
}

const OTHER_CONFIGURATION = {
  code: 'plan-of-other-configuration',
  summary: 'The plan was made from another configuration',
  detail:
    'The configuration says something else than when this plan was saved: another file or commit, another environment, or other values of its variables. (Values of secrets may differ.) Apply it where it was made from, or plan again.',
};

const UNFOUNDED = {
  code: 'plan-altered',
  summary: 'The saved plan has been altered',
  detail:
    'It holds a change that the configuration does not call for, so it was not made as it stands. Nothing was written. Plan again.',
};

function otherApp(saved: Plan['target'], now: Plan['target']): Omit<Diagnostic, 'severity'> {
  const name = ({ appId, baseUrl }: Plan['target']) => `app ${appId} at ${baseUrl}`;
  return {
    code: 'plan-of-other-app',
    summary: 'The plan was made for another app',
    detail: `It is for ${name(saved)}, and this is ${name(now)}. Nothing was written. Use the key and the address of that app, or plan again for this one.`,
  };
}
