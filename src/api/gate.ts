/** What may leave at all. A refusal here is a bug of the caller, so it is a plain Error and never a CallError. */
import { type Call, READ_OPERATIONS } from '../core/call.ts';

/** Reads whose filter travels in a body. */
const READS_BY_POST: ReadonlyMap<string, string> = new Map([['QueryChannels', '/api/v2/chat/channels']]);

/** `plan`: reads only. Claims are not enough: operation, method and path of a read have to agree with it. */
export function assertAllowed(call: Call, mode: 'plan' | 'apply'): void {
  if (call.effect === 'read') {
    if (!READ_OPERATIONS.has(call.op)) throw new Error(`${call.op} is not one of the read operations`);
    const byPost = call.method === 'POST' && READS_BY_POST.get(call.op) === call.path;
    if (call.method !== 'GET' && !byPost) throw new Error(`${call.op} is no read as ${call.method} ${call.path}`);
  } else if (mode === 'plan') {
    throw new Error(`${call.op} writes, and a plan only reads`);
  }
}
