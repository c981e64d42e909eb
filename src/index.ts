/** The library: everything the command line does, as functions. */
export {
  createGovernor,
  createTransport,
  openConnections,
  sendThrough,
  serverToken,
  userToken,
} from './api/index.ts';
export type { Desired, Policy, Target } from './config/desired.ts';
export { findConfiguration } from './config/find.ts';
export { loadConfiguration } from './config/load.ts';
export { type Address, addressOf, parseAddress, parseSelector, type Selector } from './core/address.ts';
export { type Call, CallError, type Reply, type Transport } from './core/call.ts';
export { type Diagnostic, DiagnosticError } from './core/diagnostic.ts';
export type { Json, JsonObject, Pointer } from './core/json.ts';
export type { FieldSpec, Kind, Resource, Step, Wanted } from './core/kind.ts';
export type { ApplyEvent, ApplyReport, Change, FieldChange, Operation, Plan, Result } from './core/plan.ts';
export type { Digest, Hash } from './core/prior.ts';
export { kinds } from './kinds/index.ts';
export { sha256 } from './reconcile/hash.ts';
export {
  type ApplyOptions,
  applyPlan,
  type Context,
  makePlan,
  type PlanOptions,
  type Resumed,
  resumePlan,
} from './reconcile.ts';
