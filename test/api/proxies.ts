/** Small proxies: one server that forwards requests and opens tunnels, or refuses to. */
import { createServer, request as forward, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach } from 'vitest';

export interface SeenByProxy {
  /** `CONNECT host:port`, or the method and the whole address. */
  readonly line: string;
  readonly authorization: string | undefined;
}

export interface RunningProxy {
  readonly host: string;
  readonly seen: SeenByProxy[];
}

export interface ProxyOptions {
  /** The status with which it refuses everything. */
  readonly refusal?: number;
  /** The only credentials that it accepts, as `user:password`. */
  readonly credentials?: string;
  /** The port that every tunnel leads to, whatever host was asked for. */
  readonly leadsTo?: number;
}

const servers: Server[] = [];
const tunnels = new Set<Duplex>();

afterEach(async () => {
  for (const tunnel of tunnels) tunnel.destroy();
  tunnels.clear();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

export async function startProxy({ refusal, credentials, leadsTo = 0 }: ProxyOptions = {}): Promise<RunningProxy> {
  const seen: SeenByProxy[] = [];
  const statusFor = ({ method, url, headers }: IncomingMessage): number | undefined => {
    const authorization = headers['proxy-authorization'];
    seen.push({ line: `${method} ${url}`, authorization });
    const wanted = credentials === undefined ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`;
    return refusal ?? (wanted !== undefined && authorization !== wanted ? 407 : undefined);
  };
  const server = createServer((request, response) => {
    const status = statusFor(request);
    if (status !== undefined) return response.writeHead(status).end();
    const { method, url = '', headers } = request;
    const onward = forward(url, { method, headers, agent: false }, (reply) => {
      response.writeHead(reply.statusCode ?? 0, reply.headers);
      reply.pipe(response);
    });
    return request.pipe(onward);
  });
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    tunnels.add(socket);
    socket.on('error', () => undefined);
    const status = statusFor(request);
    if (status !== undefined) return socket.end(`HTTP/1.1 ${status} Refused\r\n\r\n`);
    const onward = connect(leadsTo, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    tunnels.add(onward);
    return onward.on('error', () => socket.destroy());
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}
