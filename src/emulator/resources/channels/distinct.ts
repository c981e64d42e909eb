/** Channels without an id of their own are named by who belongs to them: the same people have the same channel. */
import { createHash } from 'node:crypto';

export function distinctId(members: readonly string[]): string {
  const founders = [...new Set(members)].sort();
  return `!members-${createHash('sha256').update(founders.join('\n')).digest('base64url').slice(0, 43)}`;
}
