/** Opens what a command works with: the configuration, and a transport to the app or to the emulator inside this process. */
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ApiTransport } from '../api/index.ts';
import type { Desired } from '../config/index.ts';
import { DiagnosticError, hasErrors } from '../core/diagnostic.ts';
import type { Hash } from '../core/prior.ts';
import type { Context } from '../reconcile.ts';
import { exchangeLine } from './debug.ts';
import type { TargetFlags } from './flags.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

const SCHEMAS = fileURLToPath(new URL('../../schemas', import.meta.url));
/** No request leaves the process: the name only shows in output. */
const EMULATOR_URL = 'http://emulator.chat.localhost';

export interface Session {
  readonly desired: Desired;
  readonly transport: ApiTransport;
  readonly context: Context;
  /** For tokens. */
  readonly apiSecret: string;
  close(): Promise<void>;
}

export async function loadDesired(world: World, flags: TargetFlags): Promise<Desired> {
  const [{ findConfiguration, loadConfiguration }, { kinds }] = await Promise.all([
    world.modules.config(),
    world.modules.kinds(),
  ]);
  const file = flags.config === undefined ? findConfiguration(world.cwd) : resolve(world.cwd, flags.config);
  if (file === undefined) {
    throw new DiagnosticError(
      [
        {
          severity: 'error',
          code: 'no-configuration',
          summary: 'No configuration found',
          detail:
            'There is no chat.config.yaml in this folder or in one above it. Go to the folder that has it, or name the file with --config.',
        },
      ],
      7,
    );
  }
  return loadConfiguration({
    file,
    env: flags.env,
    environ: world.env,
    kinds,
    schemaDir: SCHEMAS,
    strict: flags.strict ?? false,
    hash: sha256,
  });
}

const sha256: Hash = (text) => `h1:${createHash('sha256').update(text).digest('base64url')}`;

export async function openSession(world: World, flags: TargetFlags, mode: 'plan' | 'apply'): Promise<Session> {
  const loaded = await loadDesired(world, flags);
  if (hasErrors(loaded.diagnostics)) throw new DiagnosticError(loaded.diagnostics, 7);
  const [{ createGovernor, createTransport, sendThrough }, { kinds }] = await Promise.all([
    world.modules.api(),
    world.modules.kinds(),
  ]);
  const emulator = flags.emulator ? await openEmulator(world, flags, loaded) : undefined;
  const desired = emulator === undefined ? loaded : retargeted(loaded, emulator);
  const { apiKey, apiSecret } = credentialsOf(desired);
  const governor = createGovernor({
    maxShare: flags.maxShare ?? desired.policy.maxShare,
    concurrency: flags.concurrency ?? 10,
  });
  const transport = createTransport({
    baseUrl: desired.target.baseUrl,
    apiKey,
    apiSecret,
    secrets: desired.secrets,
    mode,
    governor,
    userAgent: `chat-config-${version()}`,
    ...(emulator === undefined ? {} : { send: sendThrough(emulator.fetch) }),
    ...(flags.debug ? { onExchange: (exchange) => world.stderr.write(exchangeLine(exchange)) } : {}),
  });
  return {
    desired,
    transport,
    apiSecret,
    context: { desired, transport, kinds, estimate: (counts) => governor.estimate(counts) },
    async close() {
      await transport.close();
      await emulator?.close();
    },
  };
}

async function openEmulator(world: World, flags: TargetFlags, { file }: Desired) {
  const { createEmulator } = await world.modules.emulator();
  return createEmulator({
    dataFile: join(dirname(file), '.chat', 'emulator.json'),
    latencyMs: flags.emulatorLatency ?? 0,
    readLagMs: flags.emulatorReadLag ?? 0,
    rateLimits: flags.emulatorRateLimits ?? 'default',
    ...(flags.emulatorSeed === undefined ? {} : { seed: flags.emulatorSeed }),
  });
}

/** The emulator stands in for whatever app the configuration names, so a pinned app id does not bind it. */
function retargeted(desired: Desired, emulator: { readonly apiKey: string; readonly apiSecret: string }): Desired {
  const { apiKey, apiSecret } = emulator;
  return {
    file: desired.file,
    env: desired.env,
    target: { apiKey, apiSecret, baseUrl: EMULATOR_URL, appId: undefined },
    policy: desired.policy,
    external: desired.external,
    removed: desired.removed,
    digest: desired.digest,
    secrets: desired.secrets,
    kinds: desired.kinds,
    get diagnostics() {
      return desired.diagnostics;
    },
    wanted: (kind) => desired.wanted(kind),
    isDeclared: (kind, id) => desired.isDeclared(kind, id),
    finish: () => desired.finish(),
    locate: (at) => desired.locate(at),
  };
}

function credentialsOf({ target, locate }: Desired): { readonly apiKey: string; readonly apiSecret: string } {
  const { apiKey, apiSecret } = target;
  if (apiKey !== undefined && apiSecret !== undefined) return { apiKey, apiSecret };
  const missing = [...(apiKey === undefined ? ['api_key'] : []), ...(apiSecret === undefined ? ['api_secret'] : [])];
  const source = locate(`/target/${missing[0]}`);
  throw new DiagnosticError(
    [
      {
        severity: 'error',
        code: 'no-credentials',
        summary: `No value for ${missing.map((name) => `target.${name}`).join(' and ')}`,
        detail:
          'This command talks to the app, so it needs both. Set the environment variables that the configuration names there, or add --emulator to try it without an app.',
        ...(source === undefined ? {} : { source }),
      },
    ],
    7,
  );
}
