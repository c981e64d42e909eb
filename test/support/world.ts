/**
 * The whole tool in one process: a configuration in a temporary folder, the real kinds, schemas, transport and governor, and
 * an emulator as the app. Time is virtual, so that waiting for lag, limits and tasks costs nothing.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import {
  type Clock,
  createGovernor,
  createTransport,
  type Exchange,
  type HttpReply,
  type HttpRequest,
  type HttpSend,
  sendThrough,
} from '../../src/api/index.ts';
import type { Desired } from '../../src/config/desired.ts';
import type { Draft } from '../../src/config/edit/writer.ts';
import { loadConfiguration } from '../../src/config/load.ts';
import { emptyDesired, openForPull } from '../../src/config/pull.ts';
import { parseSelector, type Selector } from '../../src/core/address.ts';
import type { Call } from '../../src/core/call.ts';
import { DiagnosticError, hasErrors } from '../../src/core/diagnostic.ts';
import { isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import type { ApplyEvent, ApplyReport, Plan } from '../../src/core/plan.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.ts';
import { kinds } from '../../src/kinds/index.ts';
import { sha256 } from '../../src/reconcile/hash.ts';
import {
  applyPlan,
  type Context,
  makePlan,
  type PlanOptions,
  pullLive,
  type Resumed,
  resumePlan,
} from '../../src/reconcile.ts';
import { outcomeOf } from '../../src/render/report.ts';
import { type VirtualClock, virtualClock } from './clock.ts';
import { recorded } from './record.ts';

export const SCHEMAS = fileURLToPath(new URL('../../schemas', import.meta.url));
export const API_KEY = 'test-key';
export const API_SECRET = 'test-secret-of-some-length-0123456789';
export const APP_ID = 4711;
const BASE_URL = 'http://emulator';
const ROOT = 'chat.config.yaml';
/** No limit that a test could reach. */
const UNLIMITED = 10_000_000;

/** Stands between the transport and the emulator: may change, delay, drop or invent what passes. */
export type Middleware = (send: HttpSend) => HttpSend;

export interface WorldOptions {
  readonly emulator?: EmulatorOptions;
  readonly middleware?: Middleware;
  /** The wall clock instead of the virtual one. */
  readonly realTime?: boolean;
  readonly maxShare?: number;
  /** Calls of the older generation are made, which the description of the newer one does not know. */
  readonly isOlder?: boolean;
}

/** Files by name, the text of the root file, or its content as JSON (which YAML reads). */
export type Source = string | JsonObject | { readonly files: Readonly<Record<string, string>> };

export interface LoadOptions {
  readonly env?: string;
  readonly environ?: Readonly<Record<string, string>>;
  readonly strict?: boolean;
}

export interface RunOptions extends Partial<Omit<PlanOptions, 'target' | 'exclude' | 'now'>> {
  readonly target?: readonly string[];
  readonly exclude?: readonly string[];
  readonly concurrency?: number;
  readonly emit?: (event: ApplyEvent) => void;
}

/** A loaded configuration that can be planned and applied. */
export interface Loaded {
  readonly desired: Desired;
  readonly folder: string;
  plan(options?: RunOptions): Promise<Plan>;
  apply(plan: Plan, options?: RunOptions): Promise<ApplyReport>;
  /** Takes up a saved plan, with a transport that only reads. */
  resume(plan: Plan, options?: RunOptions): Promise<Resumed>;
  /** Pulls into the files of this configuration, or into a new one with nothing declared. */
  pull(options?: PullRun): Promise<PulledFiles>;
  /** As `apply`, with a transport that only reads. */
  applyReadOnly(plan: Plan, options?: RunOptions): Promise<ApplyReport>;
}

export interface PullRun {
  readonly only?: readonly string[];
  /** Into a new file instead. */
  readonly isNew?: boolean;
  readonly split?: boolean;
  readonly force?: boolean;
}

export interface PulledFiles {
  readonly draft: Draft;
  /** All files of the configuration's folder afterwards, by name. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly body: JsonObject;
}

export interface World {
  readonly emulator: Emulator;
  readonly clock: VirtualClock | Clock;
  load(source: Source, options?: LoadOptions): Promise<Loaded>;
  /** Loads, plans and applies; throws unless everything was done and seen to be done. */
  converge(source: Source, options?: LoadOptions & RunOptions): Promise<Applied>;
  /** Loads and plans. */
  plan(source: Source, options?: LoadOptions & RunOptions): Promise<Plan>;
  /** Requests of the tool since the last `forget`, repeats included. */
  exchanges(): readonly Exchange[];
  forget(): void;
  /** A call beside the tool: what other people and programs do to the app. */
  call(method: string, path: string, body?: Json): Promise<Reply>;
  snapshot(): string;
  /** Another middleware from now on; none: straight to the emulator. */
  interpose(middleware: Middleware | undefined): void;
}

export interface Applied {
  readonly plan: Plan;
  readonly report: ApplyReport;
  readonly loaded: Loaded;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export async function aWorld(options: WorldOptions = {}): Promise<World> {
  const clock = options.realTime ? undefined : virtualClock();
  const time: Clock = clock ?? (await import('../../src/api/index.ts')).systemClock;
  const kept = options.isOlder ? <Same>(same: Same) => same : recorded;
  const emulator = await createEmulator(
    kept({
      apiKey: API_KEY,
      apiSecret: API_SECRET,
      appId: APP_ID,
      seed: 1,
      rateLimits: 'off',
      now: clock === undefined ? Date.now : clock.now,
      ...options.emulator,
    }),
  );
  const direct = sendThrough(emulator.fetch);
  let { middleware } = options;
  let exchanges: Exchange[] = [];
  // Looked up for each request, so that a test can interpose while things run.
  const passing = (request: HttpRequest): Promise<HttpReply> => (middleware?.(direct) ?? direct)(request);
  const send: HttpSend = (request) => (clock === undefined ? passing(request) : clock.hold(passing(request)));
  const limited = options.emulator?.rateLimits !== undefined && options.emulator.rateLimits !== 'off';

  function open(desired: Desired, mode: 'plan' | 'apply'): Context {
    const governor = createGovernor({
      clock: time,
      maxShare: options.maxShare ?? 1,
      random: () => 0.5,
      ...(limited ? {} : { limitOf: () => UNLIMITED }),
    });
    const transport = createTransport({
      baseUrl: BASE_URL,
      apiKey: desired.target.apiKey ?? API_KEY,
      apiSecret: desired.target.apiSecret ?? API_SECRET,
      secrets: desired.secrets,
      mode,
      governor,
      userAgent: 'chat-config-test',
      send,
      clock: time,
      random: () => 0.5,
      onExchange: (exchange) => exchanges.push(exchange),
    });
    // Estimates go by the documented limits, whatever this world refuses.
    const estimator = limited ? governor : createGovernor({ clock: time });
    return { desired, transport, kinds, estimate: estimator.estimate };
  }

  async function load(source: Source, { env, environ = {}, strict = false }: LoadOptions = {}): Promise<Loaded> {
    const folder = folderWith(filesOf(source));
    const desired = await loadConfiguration({
      file: join(folder, ROOT),
      env,
      environ,
      kinds,
      schemaDir: SCHEMAS,
      strict,
      hash: sha256,
    });
    if (hasErrors(desired.diagnostics)) throw new DiagnosticError(desired.diagnostics, 7);
    const applyThrough =
      (mode: 'plan' | 'apply') =>
      (plan: Plan, run: RunOptions = {}) =>
        applyPlan(open(desired, mode), plan, {
          ...planOptions(run, desired, time),
          emit: run.emit ?? (() => {}),
          clock: time,
          ...(run.concurrency === undefined ? {} : { concurrency: run.concurrency }),
        });
    return {
      desired,
      folder,
      plan: (run = {}) => makePlan(open(desired, 'plan'), planOptions(run, desired, time)),
      resume: (plan, run = {}) => resumePlan(open(desired, 'plan'), plan, planOptions(run, desired, time)),
      async pull({ only = [], isNew = false, split = false, force = false } = {}) {
        const file = join(folder, isNew ? 'pulled.yaml' : ROOT);
        const known = isNew ? emptyDesired(file, desired.target, sha256) : desired;
        const writer = await openForPull({
          file,
          ...(isNew ? { head: {} } : { env }),
          environ,
          kinds,
          split,
          rosters: true,
          force,
        });
        for await (const each of pullLive(open(known, 'plan'), { only: only.map(selector) })) {
          if (each.type === 'corrected') writer.correct(each);
          else if (each.type === 'new') writer.add(each);
          else if (each.type === 'gone') writer.gone(each.kind, each.id);
        }
        const draft = writer.finish();
        draft.save();
        const all = filesIn(folder);
        return { draft, files: isNew ? { ...all, [ROOT]: all['pulled.yaml'] ?? '' } : all };
      },
      apply: applyThrough('apply'),
      applyReadOnly: applyThrough('plan'),
    };
  }

  return {
    emulator,
    clock: time,
    load,
    plan: async (source, run = {}) => (await load(source, run)).plan(run),
    async converge(source, run = {}) {
      const loaded = await load(source, run);
      const plan = await loaded.plan(run);
      const report = await loaded.apply(plan, run);
      const outcome = outcomeOf(plan, report);
      if (!outcome.converged) throw new Error(`not converged: ${tell(report)}`);
      return { plan, report, loaded };
    },
    exchanges: () => exchanges,
    forget: () => {
      exchanges = [];
    },
    async call(method, path, body) {
      const reply = await emulator.fetch(
        new Request(`${BASE_URL}/api/v2${path}${path.includes('?') ? '&' : '?'}api_key=${emulator.apiKey}`, {
          method,
          headers: {
            authorization: await serverToken(),
            'stream-auth-type': 'jwt',
            'content-type': 'application/json',
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
      return { status: reply.status, body: (await reply.json()) as JsonObject };
    },
    snapshot: () => JSON.stringify(emulator.snapshot()),
    interpose: (next) => {
      middleware = next;
    },
  };
}

async function serverToken(): Promise<string> {
  const { serverToken: sign } = await import('../../src/api/index.ts');
  return sign(API_SECRET);
}

function planOptions(run: RunOptions, desired: Desired, clock: Clock): PlanOptions {
  return {
    allowDelete: run.allowDelete ?? desired.policy.allowDelete,
    allowMassChange: run.allowMassChange ?? false,
    target: (run.target ?? []).map(selector),
    exclude: (run.exclude ?? []).map(selector),
    send: run.send ?? [],
    lagDeadlineMs: run.lagDeadlineMs ?? 15_000,
    now: clock.now,
    ...(run.signal === undefined ? {} : { signal: run.signal }),
  };
}

function selector(text: string): Selector {
  const parsed = parseSelector(text);
  if (parsed === undefined) throw new Error(`${text} is no selector`);
  return parsed;
}

/** `version` and `target` are filled in where a source leaves them out. */
export function filesOf(source: Source): Readonly<Record<string, string>> {
  if (typeof source === 'string') return { [ROOT]: /^version:/m.test(source) ? source : `version: 1\n${source}` };
  if (isFiles(source)) return source.files;
  return { [ROOT]: JSON.stringify({ version: 1, ...source }) };
}

function isFiles(
  source: JsonObject | { readonly files: Readonly<Record<string, string>> },
): source is { readonly files: Readonly<Record<string, string>> } {
  return isObject(source['files']);
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'chat-world-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** What an apply ended with, in one line for the message of a failed test. */
export function tell(report: ApplyReport): string {
  const bad = [...report.results].filter(([, result]) => result.status !== 'done');
  return JSON.stringify({ bad, notConverged: report.notConverged, diagnostics: report.diagnostics });
}

/** Requests that went out, as `Operation` or `Operation ×3`, in order of their names. */
export function opsOf(exchanges: readonly Exchange[], effect: Call['effect']): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { op, effect: is } of exchanges) if (is === effect) counts[op] = (counts[op] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
