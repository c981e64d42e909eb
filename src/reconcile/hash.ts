import { createHash, randomBytes } from 'node:crypto';
import type { Hash } from '../core/prior.ts';

/** The digest that plans and fingerprints are made of. */
export const sha256: Hash = (text) => `h1:${createHash('sha256').update(text).digest('base64url')}`;

/** Marks one run's message ids: enough randomness that no two runs ever meet. */
export function runNonce(): string {
  return randomBytes(9).toString('base64url');
}
