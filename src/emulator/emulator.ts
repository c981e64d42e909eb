/** An emulator without a socket. */
import { createAside } from './aside.ts';
import { createAssume } from './assumptions.ts';
import { createDice } from './chaos/dice.ts';
import { createChaos } from './chaos/index.ts';
import type { ChaosOptions } from './chaos/options.ts';
import { steppedClock } from './clock.ts';
import { createApp } from './http/app.ts';
import type { RequestLogEntry } from './http/log.ts';
import { asResponse, type Write } from './http/write.ts';
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
  /** How many servers share the requests, each with a cache of its own: the first is fresh, the last is `readLagMs`
   * behind. One, which is `readLagMs` behind, when absent. */
  readonly servers?: number;
  /** Answers to partial channel updates show the channel as it was before. */
  readonly replicaLag?: boolean;
  /** A number scales the default limits. */
  readonly rateLimits?: 'default' | 'off' | number;
  /** Requests a minute, of all operations together, that get past the edge before the API; no limit when absent. */
  readonly edgeLimit?: number;
  readonly chaos?: ChaosOptions;
  readonly seed?: number;
  /** Keeps the state. Keys and secrets are not in it: an app without given ones gets new ones at each start. */
  readonly dataFile?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** `stepped` starts at a fixed instant and moves a quarter of a second with each request, so that times too are the
   * same in every run. Tokens are judged by the real time. */
  readonly clock?: 'real' | 'stepped';
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
  /** Gives an operation another limit a minute from now on, also where limits are off; undefined gives it its own back. */
  setRateLimit(op: string, perMinute: number | undefined): void;
  /** The same for the edge, which counts all requests together and refuses in words that are not the API's. */
  setEdgeLimit(perMinute: number | undefined): void;
  /** Other chaos from now on; undefined ends it. Throws RangeError for odds that cannot be. */
  setChaos(options: ChaosOptions | undefined): void;
  /** All state as plain JSON that the caller may keep. */
  snapshot(): unknown;
  /** Writes the data file. */
  close(): Promise<void>;
}

export function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  return openEmulator(options);
}

/** An emulator whose answers somebody else may write. */
export interface OpenEmulator extends Emulator {
  fetch(request: Request, write?: Write): Promise<Response>;
}

export async function openEmulator(options: EmulatorOptions): Promise<OpenEmulator> {
  const random = createRandom(options.seed);
  const apiKey = options.apiKey ?? random.text(12);
  const apiSecret = options.apiSecret ?? random.text(64);
  const readLagMs = options.readLagMs ?? 0;
  const stepped = options.clock === 'stepped' ? steppedClock() : undefined;
  const now = options.now ?? stepped?.now ?? Date.now;
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
    isReplicaBehind: options.replicaLag ?? false,
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
  const settle = createSettler(world, WORKERS);
  const aside = createAside(
    world,
    () => app.log,
    () => persistence.commit(),
  );
  const chaosOf = (asked?: ChaosOptions) => (asked === undefined ? undefined : createChaos(asked, options.seed));
  let chaos = chaosOf(options.chaos);
  const app = createApp(world, ROUTES, {
    apiKey,
    apiSecret,
    latencyMs: options.latencyMs ?? 0,
    rateLimits: options.rateLimits ?? 'default',
    onRequest(entry) {
      aside.noteRequest();
      options.onRequest?.(entry);
    },
    edgeLimit: options.edgeLimit,
    chaos: () => chaos,
    tokenNow: options.now ?? Date.now,
    worldOf: serversOf(world, options.servers ?? 1, options.seed),
    settle() {
      stepped?.step();
      settle();
    },
    commit: () => persistence.commit(),
  });
  return {
    apiKey,
    apiSecret,
    appId: world.appId,
    fetch: async (request, write = asResponse) => (await aside.answer(request)) ?? app.fetch(request, write),
    log: app.log,
    setRateLimit: app.limiter.set,
    setEdgeLimit: app.limiter.setEdge,
    setChaos: (asked) => {
      chaos = chaosOf(asked);
    },
    snapshot: () => store.toJSON(),
    close: () => persistence.close(),
  };
}

/** Which server gets a request is chance; how far each is behind is fixed. */
function serversOf(world: World, count: number, seed = 0): () => World {
  if (count <= 1) return () => world;
  const dice = createDice(seed);
  const views = Array.from({ length: count }, (_, index) => ({
    ...world,
    readLagMs: Math.round((world.readLagMs * index) / (count - 1)),
  }));
  return () => views[Math.floor(dice.next() * count)] ?? world;
}
