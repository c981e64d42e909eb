/**
 * The machine-readable forms of what commands tell. Stable: keys in a fixed order and snake_case, lists in plan order,
 * `format_version` raised on an incompatible change. Secrets appear as `{"$secret": pointer}` or not at all.
 */
import { type Diagnostic, hasErrors } from '../core/diagnostic.ts';
import { sorted } from './diagnostics.ts';
import { diagnosticBody } from './json/diagnostic.ts';
import { changeBody, type JsonOptions, planBody } from './json/plan.ts';
import { reportBody } from './json/report.ts';
import type { Outcome } from './report.ts';
import { escapeHarmful } from './text.ts';
import type { PlanView } from './view.ts';

export const FORMAT_VERSION = 1;

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
