/** Secret settings: kept in memory only, and only for as long as the process lives. The store gets keyed digests. */
import { createHmac } from 'node:crypto';

export interface Secrets {
  digest(value: string): string;
  remember(place: string, value: string): void;
  recall(place: string): string | undefined;
}

export function createSecrets(key: string): Secrets {
  const values = new Map<string, string>();
  return {
    digest: (value) => createHmac('sha256', key).update(value).digest('base64url'),
    remember(place, value) {
      values.set(place, value);
    },
    recall: (place) => values.get(place),
  };
}
