/** Messages that members will see. */
import { isObject } from '../../core/json.ts';
import type { Operation } from '../../core/plan.ts';
import { visible } from '../text.ts';

export interface Announcement {
  readonly address: string;
  readonly text: string;
  readonly as: string | undefined;
}

/** Calls of their own, or riding on the call that adds members. */
export function announcementsOf(operation: Operation): readonly Announcement[] {
  if (operation.bestEffort === undefined && operation.call.op !== 'UpdateChannel') return [];
  const message = operation.call.body?.['message'];
  const text = isObject(message) ? message['text'] : undefined;
  if (!isObject(message) || typeof text !== 'string') return [];
  const as = message['user_id'];
  return operation.covers.map((address) => ({ address, text, as: typeof as === 'string' ? as : undefined }));
}

export function harmless({ address, text, as }: Announcement): Announcement {
  return { address: visible(address), text: visible(text), as: as === undefined ? undefined : visible(as) };
}
