import { resolve } from 'node:path';
import { nearest } from '../core/nearest.ts';
import { failure } from './failure.ts';
import type { World } from './world.ts';

export interface EmulatorFlags {
  readonly port?: number;
  readonly host?: string;
  readonly apiKey?: string;
  readonly apiSecret?: string;
  readonly data?: string;
  readonly latency?: number;
  readonly readLag?: number;
  readonly rateLimits?: 'default' | 'off' | number;
  readonly seed?: number;
  readonly log?: true;
  readonly assume?: Readonly<Record<string, 'a' | 'b'>>;
  readonly chaos?: 'nonbreaking' | 'faults';
  readonly chaosProbability?: number;
  readonly chaosOdds?: Readonly<Record<string, number>>;
  readonly chaosSeed?: number;
}

const PORT = 8790;
const HOST = '127.0.0.1';

/** `chat emulator`: serves the API until it is stopped. */
export async function emulator(world: World, flags: EmulatorFlags): Promise<number> {
  const { ASSUMPTIONS, chaosProblem, startEmulator } = await world.modules.emulator();
  for (const name of Object.keys(flags.assume ?? {})) {
    if (!Object.hasOwn(ASSUMPTIONS, name)) throw unknownAssumption(name, Object.keys(ASSUMPTIONS));
  }
  const chaos = chaosOf(flags);
  const problem = chaos === undefined ? undefined : chaosProblem(chaos);
  if (problem !== undefined) throw failure('usage', 'Chaos that cannot be', problem);
  const server = await startEmulator({
    port: flags.port ?? PORT,
    host: flags.host ?? HOST,
    latencyMs: flags.latency ?? 0,
    readLagMs: flags.readLag ?? 0,
    rateLimits: flags.rateLimits ?? 'default',
    ...(flags.apiKey === undefined ? {} : { apiKey: flags.apiKey }),
    ...(flags.apiSecret === undefined ? {} : { apiSecret: flags.apiSecret }),
    ...(flags.data === undefined ? {} : { dataFile: resolve(world.cwd, flags.data) }),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    ...(flags.assume === undefined ? {} : { assume: flags.assume }),
    ...(chaos === undefined ? {} : { chaos }),
    ...(flags.log ? { onRequest: (each) => world.stderr.write(`${each.method} ${each.path} ${each.status}\n`) } : {}),
  }).catch((error: unknown) => {
    throw listenFailure(error, flags) ?? error;
  });
  const lines = [`url        ${server.url}`];
  if (flags.apiKey === undefined) lines.push(`api_key    ${server.apiKey}`);
  if (flags.apiSecret === undefined) lines.push(`api_secret ${server.apiSecret}`);
  world.stdout.write(`${lines.join('\n')}\n`);
  world.stderr.write('The emulator runs until Ctrl-C.\n');
  await new Promise<void>((stop) => {
    const off = world.onInterrupt(() => {
      off();
      stop();
    });
  });
  await server.close();
  return 0;
}

function chaosOf(flags: EmulatorFlags) {
  const { chaos: profile, chaosProbability: probability, chaosOdds: odds, chaosSeed: seed } = flags;
  if (profile !== undefined) {
    return {
      profile,
      ...(probability === undefined ? {} : { probability }),
      ...(odds === undefined ? {} : { odds }),
      ...(seed === undefined ? {} : { seed }),
    };
  }
  if (probability === undefined && odds === undefined && seed === undefined) return undefined;
  throw failure('usage', 'No chaos to speak of', 'Say which: --chaos nonbreaking, or --chaos faults.');
}

function unknownAssumption(name: string, known: readonly string[]) {
  const near = nearest(name, known);
  const hint = near === undefined ? `Known are ${known.join(', ')}.` : `Did you mean ${near}?`;
  return failure('usage', 'Unknown assumption', `The emulator has no open question named ${name}. ${hint}`);
}

function listenFailure(error: unknown, { port = PORT, host = HOST }: EmulatorFlags) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return failure(
      'port-in-use',
      `Port ${port} is in use`,
      'Another program listens there. Stop it, or pass --port with another number; 0 takes a free one.',
    );
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return failure(
      'cannot-listen',
      'The emulator cannot listen there',
      `The system refuses ${host} port ${port} (${code}). Pass another --host or --port.`,
    );
  }
  return undefined;
}
