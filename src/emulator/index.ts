/** A local server that behaves as the server-side HTTP API of Stream Chat does. */
export { ASSUMPTIONS, type Assumption, type AssumptionName } from './assumptions.ts';
export type { Fault } from './chaos/faults.ts';
export type { Change } from './chaos/nonbreaking.ts';
export { type ChaosOptions, problemOf as chaosProblem } from './chaos/options.ts';
export { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts';
export type { RequestLogEntry } from './http/log.ts';
export { type RunningEmulator, type ServerOptions, startEmulator } from './server.ts';
