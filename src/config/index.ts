/** The configuration layer: what the rest of the tool may use of it. */
export { CODES, type Code } from './codes.ts';
export type { Desired, Policy, Removed, Target } from './desired.ts';
export { saveFiles } from './edit/save.ts';
export { firstConfiguration } from './example.ts';
export { findConfiguration } from './find.ts';
export { formatYaml } from './format.ts';
export { type LoadOptions, loadConfiguration } from './load.ts';
export { type OpenBaseOptions, type OpenedBase, openBase } from './open-base.ts';
export { type Draft, emptyDesired, openForPull, targetFromEnvironment, type Writer } from './pull.ts';
export { topicNames, topicOf } from './topic.ts';
export { writeYaml } from './write-yaml.ts';
