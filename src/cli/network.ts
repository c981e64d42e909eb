/** The way out of this machine: directly, or through the proxy that the environment names. */
import type { HttpProxy } from '../api/index.ts';
import { failure } from './failure.ts';
import type { World } from './world.ts';

const INVALID = 7;

export async function proxyTo(url: string, world: World): Promise<HttpProxy | undefined> {
  const { InvalidProxy, proxyFor } = await world.modules.api();
  try {
    return proxyFor(url, world.env);
  } catch (error) {
    if (!(error instanceof InvalidProxy)) throw error;
    throw failure(
      'invalid-proxy',
      'The environment names a proxy that cannot be used',
      `${error.message} It takes the address of an HTTP proxy, such as http://proxy.example.com:3128, with http://user:password@ in front where the proxy asks for them. Hosts that are reached without it go into NO_PROXY.`,
      INVALID,
    );
  }
}
