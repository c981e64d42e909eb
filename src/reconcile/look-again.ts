/** Holds a plan against the live side once more: each planned field as it was → go, as wanted already → left out, else stale. */
import type { Address } from '../core/address.ts';
import { type Diagnostic, DiagnosticError } from '../core/diagnostic.ts';
import { equalJson, type Json } from '../core/json.ts';
import type { Kind } from '../core/kind.ts';
import type { Change, Plan } from '../core/plan.ts';
import { type Look, plannedNow, type RereadContext } from '../engine/reread.ts';
import { schedule } from '../engine/schedule.ts';

export interface LookedAgain {
  /** With the values just read; what it carries along is as fresh. */
  readonly plan: Plan;
  /** Addresses that are as they were wanted. */
  readonly settled: readonly Address[];
}

/** Throws DiagnosticError with 4 when something that the plan touches has moved. */
export async function lookedAgain(plan: Plan, kinds: readonly Kind[], context: RereadContext): Promise<LookedAgain> {
  const planned = plan.changes.filter((change) => change.heldBack === undefined);
  const now = await plannedNow(planned, context);
  const moved = planned.flatMap((change) => movedSince(change, now));
  if (moved.length > 0) throw new DiagnosticError(moved, 4);
  const changes = plan.changes.flatMap((change) =>
    change.heldBack === undefined ? (now.left.get(change.address) ?? []) : [change],
  );
  const left = new Set(changes.map((change) => change.address));
  return {
    plan: { ...plan, changes, ...schedule(changes, kinds) },
    settled: planned.map((change) => change.address).filter((address) => !left.has(address)),
  };
}

function movedSince(planned: Change, { left, refused }: Look): readonly Diagnostic[] {
  const refusal = refused.get(planned.address);
  if (refusal !== undefined) return [refusal];
  const now = left.get(planned.address);
  if (now === undefined) return [];
  const was = new Map(planned.fields.map((field) => [field.path, field.before]));
  const moved = now.fields.filter((field) => !equalJson(was.get(field.path) ?? null, field.before ?? null));
  const lines = moved.map(({ path, before }) => `${path}: was ${show(was.get(path))}, is now ${show(before)}`);
  if (now.action !== planned.action) return [staleness(planned, ACTIONS[now.action])];
  if (now.heldBack !== undefined) return [staleness(planned, 'it cannot be changed any more')];
  return lines.length === 0 ? [] : [staleness(planned, lines.slice(0, 3).join('; '))];
}

/** What it means that a change is now of this kind, and was of another one. */
const ACTIONS: Readonly<Record<Change['action'], string>> = {
  create: 'it is not there any more',
  update: 'it is there by now, and otherwise than wanted',
  replace: 'it would have to be replaced now',
  remove: 'it would have to be removed now',
};

function staleness(planned: Change, what: string): Diagnostic {
  return {
    severity: 'error',
    code: 'stale-plan',
    summary: 'The app has changed since this plan was made',
    subject: planned.address,
    detail: `${what.charAt(0).toUpperCase()}${what.slice(1)}. Nothing was written. Plan again.`,
  };
}

function show(value: Json | undefined): string {
  const text = JSON.stringify(value ?? null);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
