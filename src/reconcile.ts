/**
 * The composition root: load → validate → read → diff → plan, and plan → apply → verify. Everything below is pure or gets
 * its I/O from here; nothing here prints.
 */

export type { TestResult } from './impact/permissions/found.ts';
export { applyPlan } from './reconcile/apply.ts';
export { type Answered, can } from './reconcile/can.ts';
export type { ApplyOptions, Context, PlanOptions, ReadProgress } from './reconcile/context.ts';
export { contrast } from './reconcile/contrast.ts';
export { sha256 } from './reconcile/hash.ts';
export { movedLive } from './reconcile/moved.ts';
export { runPermissionTests } from './reconcile/permission-tests.ts';
export { makePlan } from './reconcile/plan.ts';
export { priorOf } from './reconcile/prior.ts';
export { type Pulled, type PullOptions, pullLive } from './reconcile/pull.ts';
export { type Resumed, resumePlan } from './reconcile/resume.ts';
