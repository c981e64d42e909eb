/** How an answer leaves: as a response object for callers in this process, or straight into the socket. A response object
 * would copy a long text more than once on its way there. */
import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Answer } from './handle.ts';

export type Write = (answer: Answer) => Response;

export const asResponse: Write = ({ text, status, headers }) => new Response(text, { status, headers });

export function intoSocket(outgoing: ServerResponse): Write {
  return ({ text, status, headers }) => {
    const bytes = Buffer.from(text);
    outgoing.writeHead(status, { ...headers, 'content-length': bytes.length });
    outgoing.end(bytes);
    return RESPONSE_ALREADY_SENT;
  };
}
