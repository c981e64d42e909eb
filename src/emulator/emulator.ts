/** An emulator without a socket. */
import { createAssume } from './assumptions.ts';
import { createApp } from './http/app.ts';
import type { RequestLogEntry } from './http/log.ts';
import { NO_PERSISTENCE, openPersistence, type Persistence } from './persist.ts';
import { createRandom } from './random.ts';
import { ROUTES, WORKERS } from './resources/index.ts';
import { createSecrets } from './secrets.ts';
import { seedStore } from './seed.ts';
import { createStore } from './store/store.ts';
import { createSettler } from './tasks.ts';
import type { World } from './world.ts';

export interface EmulatorOptions {
  /** Made at random, from the seed if there is one, when absent. */
  readonly apiKey?: string;
  readonly apiSecret?: string;
  readonly appId?: number;
  /** How long every request is held back. */
  readonly latencyMs?: number;
  /** How long reads of configuration stay behind its writes. */
  readonly readLagMs?: number;
  /** A number scales the default limits. */
  readonly rateLimits?: 'default' | 'off' | number;
  readonly seed?: number;
  /** Keeps the state. Keys and secrets are not in it: an app without given ones gets new ones at each start. */
  readonly dataFile?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly onRequest?: (entry: RequestLogEntry) => void;
  /** Answers to questions about the API that are open; see ASSUMPTIONS. */
  readonly assume?: Readonly<Record<string, 'a' | 'b'>>;
}

export interface Emulator {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly appId: number;
  fetch(request: Request): Promise<Response>;
  /** The last 10,000 requests. */
  readonly log: readonly RequestLogEntry[];
  /** All state as plain JSON that the caller may keep. */
  snapshot(): unknown;
  /** Writes the data file. */
  close(): Promise<void>;
}

export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const random = createRandom(options.seed);
  const apiKey = options.apiKey ?? random.text(12);
  const apiSecret = options.apiSecret ?? random.text(64);
  const readLagMs = options.readLagMs ?? 0;
  const now = options.now ?? Date.now;
  let persistence: Persistence = NO_PERSISTENCE;
  const store = createStore({ now, readLagMs, changed: (table, key, row) => persistence.note(table, key, row) });
  let last = 0;
  const world: World = {
    appId: options.appId ?? 1,
    store,
    random,
    assume: createAssume(options.assume),
    secrets: createSecrets(apiSecret),
    readLagMs,
    now,
    stamp() {
      last = Math.max(Math.floor(now() * 1000), last + 1);
      return last;
    },
  };
  if (options.dataFile !== undefined) persistence = openPersistence(options.dataFile, () => store);
  if (!persistence.isLoaded) seedStore(world);
  store.forgetPast();
  persistence.commit();
  const app = createApp(world, ROUTES, {
    apiKey,
    apiSecret,
    latencyMs: options.latencyMs ?? 0,
    rateLimits: options.rateLimits ?? 'default',
    onRequest: options.onRequest,
    settle: createSettler(world, WORKERS),
    commit: () => persistence.commit(),
  });
  return {
    apiKey,
    apiSecret,
    appId: world.appId,
    fetch: app.fetch,
    log: app.log,
    snapshot: () => store.toJSON(),
    close: () => persistence.close(),
  };
}
