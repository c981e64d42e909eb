/** An emulator behind a socket on this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { isDropped } from './chaos/dropped.ts';
import { type Emulator, type EmulatorOptions, openEmulator } from './emulator.ts';
import { intoSocket } from './http/write.ts';

export interface ServerOptions extends EmulatorOptions {
  /** 0 takes any that is free. */
  readonly port?: number;
  readonly host?: string;
}

export interface RunningEmulator extends Emulator {
  readonly url: string;
  readonly port: number;
}

export async function startEmulator(options: ServerOptions = {}): Promise<RunningEmulator> {
  const host = options.host ?? '127.0.0.1';
  const emulator = await openEmulator(options);
  async function answer(request: Request, bindings: unknown): Promise<Response> {
    const { incoming, outgoing } = bindings as HttpBindings;
    try {
      return await emulator.fetch(request, intoSocket(outgoing));
    } catch (error) {
      if (!isDropped(error)) throw error;
      incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  }
  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    ...emulator,
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await emulator.close();
    },
  };
}
