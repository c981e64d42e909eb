/**
 * A scenario is a folder: `before.json` is what others did to the app, `setup.yaml` is applied, `live.json` is what others do then, and then the tool
 * plans and applies the folder's configuration by `options.json`. What comes out is told so that it is the same in every run.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Exchange } from '../../src/api/index.ts';
import { DiagnosticError } from '../../src/core/diagnostic.ts';
import { equalJson, isArray, isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import type { Plan } from '../../src/core/plan.ts';
import type { EmulatorOptions } from '../../src/emulator/index.ts';
import { blockedImpacts } from '../../src/impact/gate.ts';
import type { Resumed } from '../../src/reconcile.ts';
import { renderDiagnostics } from '../../src/render/diagnostics.ts';
import { type Format, renderPlan } from '../../src/render/formats.ts';
import { SCRIPT, SCRIPT_DIGEST, STYLE, STYLE_DIGEST } from '../../src/render/html/assets.ts';
import { outcomeOf, renderReport } from '../../src/render/report.ts';
import { viewPlan } from '../../src/render/view.ts';
import { reread, saved } from './saved.ts';
import { aWorld, type LoadOptions, type Middleware, opsOf, type RunOptions, type World } from './world.ts';

export const SCENARIOS = fileURLToPath(new URL('../scenarios', import.meta.url));
const ROOT = 'chat.config.yaml';
const OUTPUTS = new Set([
  'plan.txt',
  'plan.md',
  'plan.json',
  'plan.html',
  'calls.json',
  'apply.txt',
  'live-after.json',
  'error.txt',
  'setup.yaml',
  'live.json',
  'before.json',
  'options.json',
]);

export interface ScenarioOptions extends LoadOptions, Pick<RunOptions, 'allowDelete' | 'allowMassChange' | 'send'> {
  readonly target?: readonly string[];
  readonly exclude?: readonly string[];
  readonly emulator?: EmulatorOptions;
  /** Its report as a page is kept too: long, so only where it shows something of its own. */
  readonly html?: boolean;
  /** The apply is meant to end with failures, or with something that does not converge. */
  readonly fails?: boolean;
}

interface BesideCall {
  readonly method: string;
  readonly path: string;
  readonly body?: Json;
}

export interface Outcome {
  readonly plan?: Plan;
  readonly texts: Readonly<Record<string, string>>;
  readonly converged: boolean;
  /** What the tool still wants to do afterwards, held back or not. */
  readonly again: Plan | undefined;
  readonly options: ScenarioOptions;
  readonly world: World;
  /** The plan as a file, and what is left of it when it is taken up before anything was done, and after all was. */
  readonly saved?: { readonly text: string; readonly before: Resumed; readonly after: Resumed | undefined };
}

export function scenarioNames(): readonly string[] {
  return readdirSync(SCENARIOS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export interface Conditions {
  readonly emulator?: EmulatorOptions;
  readonly middleware?: Middleware;
}

export async function runScenario(name: string, conditions: Conditions = {}): Promise<Outcome> {
  const folder = join(SCENARIOS, name);
  const options = readJson<ScenarioOptions>(join(folder, 'options.json')) ?? {};
  const world = await aWorld({
    emulator: { ...options.emulator, ...conditions.emulator },
    ...(conditions.middleware === undefined ? {} : { middleware: conditions.middleware }),
  });
  await prepare(world, folder, options);
  const loaded = await world.load({ files: inputs(folder) }, options);
  world.forget();
  const before = world.emulator.snapshot() as Tables;
  const look = { color: false, width: 120, relative: (file: string) => relative(loaded.folder, file) };
  const plain = (text: string) => text.replaceAll(`${loaded.folder}/`, '').replaceAll(loaded.folder, '');

  let plan: Plan;
  try {
    plan = await loaded.plan(options);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    const text = `exit code ${error.exitCode}\n\n${renderDiagnostics(error.diagnostics, look)}`;
    const texts = { 'error.txt': text, 'calls.json': asText(callsOf(world.exchanges())) };
    return { texts, converged: false, again: undefined, options, world };
  }
  const planWrites = opsOf(world.exchanges(), 'write');
  if (Object.keys(planWrites).length > 0) throw new Error(`the plan wrote: ${JSON.stringify(planWrites)}`);
  const blocked = blockedImpacts(plan.impacts, loaded.desired.policy.failOn);
  if (blocked.length > 0) {
    const texts = {
      'plan.txt': plain(await renderPlan(viewPlan(plan), 'terminal', { ...look, calls: true })),
      'plan.md': plain(await renderPlan(viewPlan(plan), 'markdown', { ...look, calls: true })),
      'error.txt': `exit code 3\n\n${renderDiagnostics(blocked, look)}`,
      'calls.json': asText(callsOf(world.exchanges())),
    };
    return { texts, converged: false, again: undefined, options, world };
  }
  const view = viewPlan(plan, { command: 'chat apply' });
  const file = saved(plan, { command: 'chat apply', relative: look.relative });
  const takenUp = await loaded.resume(reread(file).plan, options);
  const shown = async (format: Format) => plain(await renderPlan(view, format, { ...look, calls: true }));
  const texts = {
    'plan.txt': await shown('terminal'),
    'plan.md': await shown('markdown'),
    'plan.json': asText(JSON.parse(await shown('json')) as Json),
    ...(options.html ? { 'plan.html': withoutAssets(await shown('html')) } : {}),
  };
  const report = await loaded.apply(plan, options);
  const outcome = outcomeOf(plan, report);
  const calls = callsOf(world.exchanges());
  const after = world.emulator.snapshot() as Tables;
  const takenUpAgain = options.fails ? undefined : await loaded.resume(reread(file).plan, options);
  const again = await loaded.plan({ ...options, send: [] }).catch((error: unknown) => {
    if (error instanceof DiagnosticError) return undefined;
    throw error;
  });
  return {
    plan,
    texts: {
      ...texts,
      'calls.json': asText(calls),
      'apply.txt': steady(renderReport(outcome, look)),
      'live-after.json': asText(difference(before, after)),
    },
    converged: outcome.converged,
    again,
    options,
    world,
    saved: { text: file, before: takenUp, after: takenUpAgain },
  };
}

/** The same in every page, and tested by itself. */
function withoutAssets(page: string): string {
  const assets = { STYLE, SCRIPT, STYLE_DIGEST, SCRIPT_DIGEST };
  return Object.entries(assets).reduce((text, [name, asset]) => text.replace(asset, () => `(${name})`), page);
}

async function prepare(world: World, folder: string, options: ScenarioOptions): Promise<void> {
  await beside(world, join(folder, 'before.json'));
  const setup = join(folder, 'setup.yaml');
  if (existsSync(setup)) {
    const files = { ...inputs(folder), [ROOT]: readFileSync(setup, 'utf8') };
    const { environ } = options;
    await world.converge({ files }, { allowDelete: true, ...(environ === undefined ? {} : { environ }) });
  }
  await beside(world, join(folder, 'live.json'));
  // Whatever was due is done before anything is compared.
  await world.call('GET', '/app');
}

async function beside(world: World, file: string): Promise<void> {
  for (const { method, path, body } of readJson<readonly BesideCall[]>(file) ?? []) {
    const reply = await world.call(method, path, body);
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`);
    // Deletions are tasks.
    if ('pass' in world.clock) world.clock.pass(1000);
  }
}

function inputs(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !OUTPUTS.has(name));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function readJson<Value>(file: string): Value | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Value) : undefined;
}

/** The writing requests, in order, as the API got them but for secrets. */
function callsOf(exchanges: readonly Exchange[]): Json {
  return exchanges
    .filter((each) => each.effect === 'write')
    .map(({ op, method, path, body, status, message }): JsonObject => {
      const failure = status < 300 ? {} : { status, message: message ?? '' };
      return { op, call: `${method} ${path}`, ...(body === undefined ? {} : { body }), ...failure };
    });
}

type Tables = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/** What changed in the app: new rows whole, changed members of rows, and null for rows that went. */
function difference(before: Tables, after: Tables): JsonObject {
  const tables: Record<string, JsonObject> = {};
  for (const [table, rows] of Object.entries(after)) {
    if (table === 'tasks') continue;
    const changed: Record<string, Json> = {};
    for (const key of new Set([...Object.keys(before[table] ?? {}), ...Object.keys(rows)])) {
      const was = before[table]?.[key];
      const now = rows[key];
      if (now === undefined) changed[key] = null;
      else if (!isObject(now) || !isObject(was)) {
        if (!equalJson(was, now)) changed[key] = now;
      } else {
        const names = [...new Set([...Object.keys(was), ...Object.keys(now)])];
        const members = names.filter((each) => !equalJson(was[each], now[each]) && !isStamp(each));
        if (members.length > 0) changed[key] = Object.fromEntries(members.map((each) => [each, now[each] ?? null]));
      }
    }
    if (Object.keys(changed).length > 0) tables[table] = changed;
  }
  return tables;
}

function isStamp(name: string): boolean {
  return name === 'updated_at' || name === 'last_message_at';
}

const TIMES = /^(created|updated|deleted|deactivated|pinned|truncated|last_message|finished|text_updated)_at$/;

/** Stable text: sorted nothing, but times, nonces and request ids are named rather than shown. */
function asText(value: Json): string {
  return `${steady(JSON.stringify(withoutTimes(value), null, 2))}\n`;
}

function withoutTimes(value: Json): Json {
  if (isArray(value)) return value.map(withoutTimes);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      TIMES.test(key) && (typeof member === 'number' || typeof member === 'string') ? '(time)' : withoutTimes(member),
    ]),
  );
}

function steady(text: string): string {
  return text
    .replace(/chat:[\w-]{12}:/g, 'chat:(run):')
    .replace(/request [0-9a-f]{8}-[0-9a-f-]{27}/g, 'request (id)')
    .replace(/ · [\d.]+ s( ·|$)/gm, ' · (time)$1');
}
