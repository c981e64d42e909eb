/**
 * Holds a plan against the live side once more, field by field: as it was → to be done, as wanted already → left out, else
 * stale. Plans that waited for approval and plans that were saved go the same way.
 */
import { type Address, fieldPath } from '../core/address.ts';
import { secretPointer } from '../core/call.ts';
import { type Diagnostic, DiagnosticError } from '../core/diagnostic.ts';
import { leavesOf, specAt } from '../core/field-tree.ts';
import { canonicalJson, type Json, withValueAt } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import type { Change, FieldChange, Plan } from '../core/plan.ts';
import { kindNamed } from '../engine/known.ts';
import { type Look, leftOver, plannedNow, type RereadContext } from '../engine/reread.ts';
import { type ScheduleOptions, schedule } from '../engine/schedule.ts';
import { canonicalValue } from '../engine/values.ts';

export interface LookedAgain {
  /** With the values just read; what it carries along is as fresh. */
  readonly plan: Plan;
  /** Addresses that are as they were wanted. */
  readonly settled: readonly Address[];
}

/**
 * Throws DiagnosticError with 4 when something that the plan touches has moved. A saved plan may have been applied before, and
 * was reviewed with the lists that go out whole as they were.
 */
export async function lookedAgain(
  plan: Plan,
  kinds: readonly Kind[],
  context: RereadContext,
  { isSaved, ...options }: ScheduleOptions & { readonly isSaved: boolean },
): Promise<LookedAgain> {
  const planned = plan.changes.filter((change) => change.heldBack === undefined);
  const now = await (isSaved ? leftOver(planned, context) : plannedNow(planned, context));
  const moved = planned.flatMap((change) => {
    const found = movedSince(change, now, kindNamed(change.kind, context));
    return found.length === 0 && isSaved ? otherList(change, now) : found;
  });
  if (moved.length > 0) throw new DiagnosticError(moved, 4);
  const changes = plan.changes.flatMap((change) =>
    change.heldBack === undefined ? (now.left.get(change.address) ?? []) : [change],
  );
  const left = new Set(changes.map((change) => change.address));
  const { operations, stages } = schedule(changes, kinds, options);
  return {
    plan: { ...plan, changes, operations, stages },
    settled: planned.map((change) => change.address).filter((address) => !left.has(address)),
  };
}

/** Fields of a delta that are told; the rest is counted. */
const TOLD = 3;

function movedSince(planned: Change, { left, refused }: Look, kind: Kind): readonly Diagnostic[] {
  const refusal = refused.get(planned.address);
  if (refusal !== undefined) return [refusal];
  const now = left.get(planned.address);
  if (now === undefined) return [];
  const was = new Map(planned.fields.map((field) => [field.path, field]));
  const moved = now.fields.filter((field) => hasMoved(field, was, kind));
  const isSame = now.action === planned.action;
  // What a creation left undone is as it was before it: not there.
  const isRest = planned.action === 'create' && now.action === 'update' && moved.length === 0;
  if (!isSame && !isRest)
    return [staleness(planned, [ACTIONS[now.action], ...(now.action === 'update' ? deltas(moved, was) : [])])];
  if (now.heldBack !== undefined) return [staleness(planned, ['It cannot be changed any more.'])];
  return moved.length === 0 ? [] : [staleness(planned, deltas(moved, was))];
}

/** Whether a list that is still to be sent whole holds something else by now. */
function otherList(planned: Change, { left }: Look): readonly Diagnostic[] {
  const was = planned.touched.whole;
  const now = left.get(planned.address)?.touched.whole;
  if (was === undefined || now === undefined || was === now) return [];
  return [staleness(planned, ['A list that goes out whole (the event hooks) holds something else by now.'])];
}

function hasMoved(now: FieldChange, planned: ReadonlyMap<string, FieldChange>, kind: Kind): boolean {
  const was = planned.get(now.path);
  if (was !== undefined) return said(kind, was) !== said(kind, now);
  // One that was to be added came by itself: it only lacks what it was to be added with.
  return !isBelowAdded(now.path, planned, kind);
}

/** What a field was, in a text; of an entry only the members that are known, for replies may get new ones at any time. */
function said(kind: Kind, { path, before }: FieldChange): string {
  if (before === undefined || specAt(kind, path)?.spec.shape !== 'entries') return canonicalJson(before ?? null);
  const leaves = leavesOf(kind, withValueAt({}, path, before));
  const values = leaves
    .filter((leaf) => leaf.unit !== 'entry')
    .map((leaf) => [leaf.path, canonicalValue(leaf.spec, leaf.value, leaf.unit === 'key') ?? null] as const);
  return canonicalJson(Object.fromEntries(values));
}

function isBelowAdded(path: string, planned: ReadonlyMap<string, FieldChange>, kind: Kind): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const above = planned.get(path.slice(0, end));
    if (above !== undefined && above.before === undefined && specAt(kind, above.path)?.spec.shape === 'entries')
      return true;
  }
  return false;
}

/** What it means that a change is now of this kind, and was of another one. */
const ACTIONS: Readonly<Record<Change['action'], string>> = {
  create: 'It is not there any more.',
  update: 'It is there by now, and otherwise than wanted.',
  replace: 'It would have to be replaced now.',
  remove: 'It would have to be removed now.',
};

function staleness(planned: Change, lines: readonly string[]): Diagnostic {
  return {
    severity: 'error',
    code: 'stale-plan',
    summary: 'The app has changed since this plan was made',
    subject: planned.address,
    detail: [...lines, 'Nothing was written. Plan again.'].join('\n'),
  };
}

function deltas(moved: readonly FieldChange[], planned: ReadonlyMap<string, FieldChange>): readonly string[] {
  const lines = moved.slice(0, TOLD).map((now) => {
    const name = fieldPath(now.path).replace(/^\./, '');
    const was = planned.get(now.path);
    // A managed field that was not planned was as wanted.
    const before = was === undefined ? now.after : was.before;
    return `${name}: was ${show(before)}, is ${show(now.before)}, wanted ${show(now.after)}`;
  });
  const more = moved.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more ${more === 1 ? 'field' : 'fields'}`] : lines;
}

function show(value: Json | undefined): string {
  if (value === undefined) return 'unset';
  if (secretPointer(value) !== undefined) return '(sensitive)';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
