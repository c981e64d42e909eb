/** A World without a process: output is kept as text, the rest of the tool is replaced by what a test says. */

import type { Modules, World } from '../../src/cli/world.ts';
import type { Call, Reply } from '../../src/core/call.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import type { ApplyEvent, ApplyReport, Plan } from '../../src/core/plan.ts';
import { ASSUMPTIONS, chaosProblem } from '../../src/emulator/index.ts';
import { aPlan, aReport } from '../render/plans.ts';

export interface Parts {
  readonly plan?: Plan | ((options: PlanCall) => Promise<Plan> | Plan);
  readonly apply?: (options: ApplyCall) => Promise<ApplyReport> | ApplyReport;
  readonly send?: (call: Call) => Promise<Reply> | Reply;
  readonly load?: () => never;
  readonly diagnostics?: readonly Diagnostic[];
  readonly credentials?: boolean;
  readonly failOn?: readonly string[];
  /** Pointers of secrets that have a value. */
  readonly secrets?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  readonly answer?: 'yes' | 'no' | 'cancelled';
  /** Requests that the transport says are under way. */
  readonly underWay?: number;
}

export interface PlanCall {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { kind: string; done: number; total?: number }) => void;
  readonly [name: string]: unknown;
}

export interface ApplyCall {
  readonly plan: Plan;
  readonly signal?: AbortSignal;
  emit(event: ApplyEvent): void;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Exit codes passed to `leave`. */
  readonly left: readonly number[];
  readonly asked: readonly string[];
  readonly sent: readonly Call[];
  readonly planned: readonly PlanCall[];
  readonly transports: readonly { mode: string; userAgent: string }[];
  readonly closed: number;
}

export interface Handle {
  /** Presses Ctrl-C. */
  interrupt(): void;
  advance(ms: number): void;
}

const KINDS = [
  { name: 'role', fields: {} },
  { name: 'user', fields: {} },
  { name: 'app', fields: { '/apn_config/auth_key': { blind: 'secret' } } },
];

/** Runs a command line; `during` gets a handle before anything runs. */
export async function chat(
  words: string,
  parts: Parts = {},
  during: (handle: Handle) => void = () => {},
): Promise<Ran> {
  const { run } = await import('../../src/cli/run.ts');
  let stdout = '';
  let stderr = '';
  let now = Date.UTC(2030, 0, 2, 3, 4, 5, 678);
  let closed = 0;
  const handlers = new Set<() => void>();
  const left: number[] = [];
  const asked: string[] = [];
  const sent: Call[] = [];
  const planned: PlanCall[] = [];
  const transports: { mode: string; userAgent: string }[] = [];
  const terminal = parts.terminal ?? false;
  const columns = terminal ? 100 : undefined;

  const desired = {
    file: '/repo/chat.config.yaml',
    target:
      parts.credentials === false
        ? { apiKey: undefined, apiSecret: undefined, baseUrl: 'https://x', appId: 7 }
        : { apiKey: 'key', apiSecret: 'secret', baseUrl: 'https://x', appId: 7 },
    policy: { allowDelete: false, maxShare: 0.5, failOn: parts.failOn ?? [], waivers: [] },
    diagnostics: parts.diagnostics ?? [],
    kinds: new Set(['user']),
    secrets: new Map(parts.secrets?.map((at) => [at, 'value'])),
    async *wanted() {
      yield { id: 'alice', body: {} };
      yield { id: 'bob', body: {} };
    },
    finish: async () => {},
    locate: () => undefined,
  };
  const modules = {
    reconcile: async () => ({
      async makePlan(_context: unknown, options: PlanCall) {
        planned.push(options);
        return typeof parts.plan === 'function' ? parts.plan(options) : (parts.plan ?? aPlan());
      },
      async applyPlan(_context: unknown, plan: Plan, options: Omit<ApplyCall, 'plan'>) {
        return parts.apply?.({ ...options, plan }) ?? aReport([]);
      },
    }),
    config: async () => ({
      findConfiguration: () => '/repo/chat.config.yaml',
      loadConfiguration: async () => parts.load?.() ?? desired,
    }),
    kinds: async () => ({ kinds: KINDS }),
    api: async () => ({
      ...(await import('../../src/api/index.ts')),
      createTransport(options: { mode: string; userAgent: string }) {
        transports.push(options);
        return {
          async send(call: Call) {
            sent.push(call);
            return parts.send?.(call) ?? { status: 200, body: {} };
          },
          stats: () => ({ underWay: parts.underWay ?? 0 }),
          close: async () => {
            closed += 1;
          },
        };
      },
    }),
    emulator: async () => ({
      ASSUMPTIONS,
      chaosProblem,
      createEmulator: () => ({ fetch, apiKey: 'made-key', apiSecret: 'made-secret', close: async () => {} }),
    }),
  } as unknown as Modules;
  const world: World = {
    argv: words === '' ? [] : words.split(' '),
    env: parts.env ?? {},
    cwd: '/repo',
    stdout: {
      write: (text) => {
        stdout += text;
      },
      isTTY: terminal,
      columns,
    },
    stderr: {
      write: (text) => {
        stderr += text;
      },
      isTTY: terminal,
      columns,
    },
    canAsk: terminal,
    async ask(question) {
      asked.push(question);
      return parts.answer ?? 'yes';
    },
    now: () => now,
    onInterrupt(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    leave: (code) => {
      left.push(code);
    },
    modules,
  };
  during({
    interrupt: () => {
      for (const handler of [...handlers]) handler();
    },
    advance: (ms) => {
      now += ms;
    },
  });
  const code = await run(world);
  return { code, stdout, stderr, left, asked, sent, planned, transports, closed };
}
