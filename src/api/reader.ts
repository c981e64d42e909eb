/** Reads for one plan: what is listed whole is asked for once. */
import type { ReadCall, Reader, Transport } from '../core/call.ts';
import type { JsonObject } from '../core/json.ts';

export interface LiveReader extends Reader {
  /** A reader of the same transport and the same count that asks anew every time, e.g. to verify what was written. */
  fresh(): LiveReader;
  /** Calls sent so far, by operation. */
  counts(): ReadonlyMap<string, number>;
}

/** Without parameters these answer the same to everyone who asks during one plan. */
const LISTED_WHOLE: ReadonlySet<string> = new Set([
  'GetApp',
  'ListRoles',
  'ListPermissions',
  'ListCommands',
  'ListBlockLists',
  'ListChannelTypes',
]);

export function createReader(
  transport: Transport,
  options: { readonly signal?: AbortSignal | undefined } = {},
): LiveReader {
  return readerOf(transport, options.signal, new Map(), new Map());
}

function readerOf(
  transport: Transport,
  signal: AbortSignal | undefined,
  counts: Map<string, number>,
  memory: Map<string, Promise<JsonObject>> | undefined,
): LiveReader {
  async function ask(call: ReadCall): Promise<JsonObject> {
    counts.set(call.op, (counts.get(call.op) ?? 0) + 1);
    const reply = await transport.send(call, { signal });
    return reply.body;
  }

  return {
    send(call) {
      const isListed = LISTED_WHOLE.has(call.op) && call.body === undefined && !call.path.includes('?');
      if (memory === undefined || !isListed) return ask(call);
      const known = memory.get(call.op);
      if (known !== undefined) return known;
      const reply = ask(call);
      memory.set(call.op, reply);
      // A failure is not an answer: the next one who asks tries again.
      reply.catch(() => memory.delete(call.op));
      return reply;
    },
    fresh: () => readerOf(transport, signal, counts, undefined),
    counts: () => new Map(counts),
  };
}
