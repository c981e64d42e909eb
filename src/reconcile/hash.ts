import { createRequire } from 'node:module';
import type { Hash } from '../core/prior.ts';

const require = createRequire(import.meta.url);
/** Loaded when something is hashed: no other of Node's own modules takes as long to load, and `chat validate` hashes nothing. */
let loaded: typeof import('node:crypto') | undefined;

function crypto(): typeof import('node:crypto') {
  loaded ??= require('node:crypto') as typeof import('node:crypto');
  return loaded;
}

/** The digest that plans and fingerprints are made of. */
export const sha256: Hash = (text) => `h1:${crypto().hash('sha256', text, 'base64url')}`;

/** Marks one run's message ids: enough randomness that no two runs ever meet. */
export function runNonce(): string {
  return crypto().randomBytes(9).toString('base64url');
}
