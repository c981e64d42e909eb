/**
 * The composition root: load → validate → read → diff → plan, and plan → apply → verify. Everything below is pure or gets
 * its I/O from here; nothing here prints.
 */
export { applyPlan } from './reconcile/apply.ts';
export type { ApplyOptions, Context, PlanOptions, ReadProgress } from './reconcile/context.ts';
export { makePlan } from './reconcile/plan.ts';
export { type Pulled, type PullOptions, pullLive } from './reconcile/pull.ts';
