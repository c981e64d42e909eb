/** Opens what a command works with: the configuration, and a transport to the app or to the emulator inside this process. */
import { dirname, join } from 'node:path';
import type { ApiTransport } from '../api/index.ts';
import type { Desired } from '../config/index.ts';
import { type Diagnostic, DiagnosticError, hasErrors } from '../core/diagnostic.ts';
import type { Context } from '../reconcile.ts';
import { type Based, type BaseFlags, based } from './base.ts';
import { exchangeLine } from './debug.ts';
import { loadDesired } from './desired.ts';
import type { TargetFlags } from './flags.ts';
import { proxyTo } from './network.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

/** Calls under way at the same time. */
export const CONCURRENCY = 10;
const INVALID = 7;
const WITHOUT = 'To try it without an app, add --emulator.';
/** No request leaves the process: the name only shows in output. */
const EMULATOR_URL = 'http://emulator.chat.localhost';

export interface Session {
  readonly desired: Desired;
  readonly transport: ApiTransport;
  readonly context: Context;
  /** What is worth saying about the base. */
  readonly notes: readonly Diagnostic[];
  readonly mark?: Based['mark'];
  /** For tokens. */
  readonly apiSecret: string;
  close(): Promise<void>;
}

export interface Opening {
  /** What a base is looked for with. */
  readonly from?: 'merge-base' | 'commit';
  /** Stands in for the configuration where there is none. */
  readonly known?: Desired;
}

export async function openSession(
  world: World,
  flags: BaseFlags,
  mode: 'plan' | 'apply',
  { from = mode === 'plan' ? 'merge-base' : 'commit', known: given }: Opening = {},
): Promise<Session> {
  const loaded = given ?? (await loadDesired(world, flags));
  if (hasErrors(loaded.diagnostics)) throw new DiagnosticError(loaded.diagnostics, INVALID);
  const [{ createGovernor, createTransport, sendThrough }, { kinds }] = await Promise.all([
    world.modules.api(),
    world.modules.kinds(),
  ]);
  const { known, notes, mark } = await based(world, flags, { desired: loaded, kinds }, from);
  const emulator = flags.emulator ? await openEmulator(world, flags, loaded) : undefined;
  const desired = emulator === undefined ? loaded : retargeted(loaded, emulator);
  const { apiKey, apiSecret } = emulator ?? credentialsOf(desired);
  const governor = createGovernor({
    maxShare: flags.maxShare ?? desired.policy.maxShare,
    concurrency: flags.concurrency ?? CONCURRENCY,
  });
  const transport = createTransport({
    baseUrl: desired.target.baseUrl,
    apiKey,
    apiSecret,
    secrets: desired.secrets,
    mode,
    governor,
    userAgent: `chat-config-${version()}`,
    ...(emulator === undefined
      ? { proxy: await proxyTo(desired.target.baseUrl, world) }
      : { send: sendThrough(emulator.fetch) }),
    ...(flags.debug ? { onExchange: (exchange) => world.stderr.write(exchangeLine(exchange)) } : {}),
  });
  return {
    desired,
    transport,
    apiSecret,
    context: { desired, transport, kinds, estimate: governor.estimate, ...known },
    notes,
    ...(mark === undefined ? {} : { mark }),
    async close() {
      await transport.close();
      await emulator?.close();
    },
  };
}

/** Stands in for the app that the configuration names: it takes over key, secret and app id, and makes up what is not set. */
async function openEmulator(world: World, flags: TargetFlags, { file, target }: Desired) {
  const { createEmulator } = await world.modules.emulator();
  return createEmulator({
    dataFile: join(dirname(file), '.chat', 'emulator.json'),
    latencyMs: flags.emulatorLatency ?? 0,
    readLagMs: flags.emulatorReadLag ?? 0,
    rateLimits: flags.emulatorRateLimits ?? 'default',
    ...(flags.emulatorSeed === undefined ? {} : { seed: flags.emulatorSeed }),
    ...(target.apiKey === undefined ? {} : { apiKey: target.apiKey }),
    ...(target.apiSecret === undefined ? {} : { apiSecret: target.apiSecret }),
    ...(target.appId === undefined ? {} : { appId: target.appId }),
  });
}

function retargeted(desired: Desired, emulator: { readonly apiKey: string; readonly apiSecret: string }): Desired {
  const { apiKey, apiSecret } = emulator;
  return {
    file: desired.file,
    env: desired.env,
    target: { apiKey, apiSecret, baseUrl: EMULATOR_URL, appId: desired.target.appId },
    policy: desired.policy,
    external: desired.external,
    removed: desired.removed,
    tests: desired.tests,
    get digest() {
      return desired.digest;
    },
    secrets: desired.secrets,
    kinds: desired.kinds,
    get diagnostics() {
      return desired.diagnostics;
    },
    wanted: (kind) => desired.wanted(kind),
    wantedBlocks: (kind) => desired.wantedBlocks(kind),
    isDeclared: (kind, id) => desired.isDeclared(kind, id),
    finish: () => desired.finish(),
    files: desired.files,
    recast: (earlier) => desired.recast(earlier),
    locate: (at) => desired.locate(at),
  };
}

function credentialsOf({ target, locate, diagnostics }: Desired): {
  readonly apiKey: string;
  readonly apiSecret: string;
} {
  const { apiKey, apiSecret } = target;
  // Also a base URL that is not set: its default would be another server than the one that was meant.
  const unset = diagnostics.filter((each) => each.code === 'missing-variable' && isAboutTarget(each));
  if (unset.length > 0) {
    throw new DiagnosticError(
      unset.map((each) => ({ ...each, severity: 'error' as const, detail: `${each.detail ?? ''} ${WITHOUT}`.trim() })),
      INVALID,
    );
  }
  if (apiKey !== undefined && apiSecret !== undefined) return { apiKey, apiSecret };
  const missing = [...(apiKey === undefined ? ['api_key'] : []), ...(apiSecret === undefined ? ['api_secret'] : [])];
  const source = locate('/target');
  throw new DiagnosticError(
    [
      {
        severity: 'error',
        code: 'no-credentials',
        summary: 'The configuration does not say how to reach the app',
        detail: `It has no value for ${missing.map((name) => `target.${name}`).join(' and ')}. Write \`\${STREAM_API_KEY}\` and \`\${STREAM_API_SECRET}\` there, and set these variables. ${WITHOUT}`,
        ...(source === undefined ? {} : { source }),
      },
    ],
    INVALID,
  );
}

function isAboutTarget(each: Diagnostic): boolean {
  return each.subject?.startsWith('/target/') ?? false;
}

/** What the files would warn of, as far as it matters now that a command runs. */
export function standingWarnings({ desired }: Session, flags: TargetFlags): readonly Diagnostic[] {
  return desired.diagnostics.filter((each) => {
    if (each.severity === 'note') return false;
    // Whether a name that is not declared exists is asked of the app; the emulator brings its own target.
    if (each.code === 'undeclared-reference') return false;
    return !(flags.emulator && isAboutTarget(each));
  });
}
