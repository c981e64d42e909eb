/** Customer data is limited in size. */
import type { JsonObject } from '../../core/json.ts';
import { tooBig } from '../errors.ts';

const MOST_BYTES = 5 * 1024;

export function refuseBigCustom(kind: string, custom: JsonObject): void {
  if (Buffer.byteLength(JSON.stringify(custom)) > MOST_BYTES)
    throw tooBig(`${kind} custom data cannot be bigger than 5KB`);
}
