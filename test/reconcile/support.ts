/** A desired state without files, and a small in-memory app that answers the real kinds' calls. */
import type { Desired, Policy } from '../../src/config/desired.ts';
import { type Call, CallError, type Reply, type Transport } from '../../src/core/call.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { asObject, isArray, isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import type { OnRemoval } from '../../src/core/kind.ts';
import type { ApplyEvent } from '../../src/core/plan.ts';
import { kinds } from '../../src/kinds/index.ts';
import type { ApplyOptions, Context, PlanOptions } from '../../src/reconcile/context.ts';
import { hash } from '../engine/support.ts';

export interface Wish {
  readonly [kind: string]: Readonly<Record<string, JsonObject>>;
}

export interface DesiredParts {
  readonly removed?: readonly { readonly kind: string; readonly id: string; readonly onRemoval?: OnRemoval }[];
  readonly policy?: Partial<Policy>;
  readonly appId?: number;
  readonly diagnostics?: readonly Diagnostic[];
  readonly env?: string;
  readonly external?: Desired['external'];
  readonly tests?: Desired['tests'];
}

export function desiredOf(wish: Wish, parts: DesiredParts = {}): Desired {
  const removed = (parts.removed ?? []).map((each, index) => ({ ...each, at: `/removed/${index}` }));
  return {
    file: 'chat.config.yaml',
    env: parts.env,
    target: { apiKey: 'key', apiSecret: 'secret', baseUrl: 'https://api.test', appId: parts.appId },
    policy: {
      allowDelete: false,
      onRemoval: {},
      verifyMessages: true,
      onBurned: 'report',
      drift: 'revert',
      batchChannels: false,
      maxShare: 0.8,
      failOn: [],
      waivers: [],
      ...parts.policy,
    },
    external: parts.external ?? {},
    removed,
    tests: parts.tests ?? [],
    digest: hash('desired'),
    secrets: new Map(),
    diagnostics: parts.diagnostics ?? [],
    kinds: new Set([...Object.keys(wish), ...removed.map((each) => each.kind)]),
    async *wanted(kind) {
      for (const [id, body] of Object.entries(wish[kind] ?? {})) yield { id, body };
    },
    async *wantedBlocks(kind) {
      yield Object.entries(wish[kind] ?? {}).map(([id, body]) => ({ id, body }));
    },
    isDeclared: (kind, id) => Object.hasOwn(wish[kind] ?? {}, id),
    finish: async () => {},
    files: ['chat.config.yaml'],
    recast: (earlier) => earlier,
    locate: (at) => ({ file: 'chat.config.yaml', line: at.length, column: 1 }),
  };
}

/** Knows the app's settings, roles, types, users and channels; takes the writes of users and settings. */
export class SmallApp implements Transport {
  time = 1_000_000;
  readonly calls: Call[] = [];
  readonly app: Record<string, Json>;
  readonly roles: JsonObject[];
  readonly types: Record<string, JsonObject>;
  readonly users: Map<string, JsonObject>;
  readonly channels: Map<string, JsonObject>;
  readonly answers = new Map<string, (call: Call) => JsonObject | CallError>();

  constructor(
    parts: {
      app?: JsonObject;
      roles?: readonly JsonObject[];
      types?: Readonly<Record<string, JsonObject>>;
      users?: Readonly<Record<string, JsonObject>>;
      channels?: Readonly<Record<string, JsonObject>>;
    } = {},
  ) {
    this.app = { id: 7, name: 'Acme', event_hooks: [], channel_configs: {}, push_notifications: {}, ...parts.app };
    this.roles = [...(parts.roles ?? [])];
    this.types = { messaging: {}, ...parts.types };
    this.users = new Map(Object.entries(parts.users ?? {}));
    this.channels = new Map(Object.entries(parts.channels ?? {}));
  }

  get ops(): readonly string[] {
    return this.calls.map((call) => call.op);
  }

  get writes(): readonly Call[] {
    return this.calls.filter((call) => call.effect === 'write');
  }

  async send(call: Call, options?: { readonly signal?: AbortSignal | undefined }): Promise<Reply> {
    await Promise.resolve();
    options?.signal?.throwIfAborted();
    this.time += 1;
    this.calls.push(call);
    const own = this.answers.get(call.op)?.(call);
    if (own instanceof CallError) throw own;
    return { status: 200, body: own ?? this.answer(call) };
  }

  private answer(call: Call): JsonObject {
    const body = call.body ?? {};
    switch (call.op) {
      case 'GetApp':
        return { app: { ...this.app } };
      case 'UpdateApp':
        Object.assign(this.app, body);
        return {};
      case 'ListRoles':
        return { roles: this.roles };
      case 'ListChannelTypes':
        return { channel_types: this.types };
      case 'ListPermissions':
        return { permissions: [] };
      case 'ListCommands':
        return { commands: [] };
      case 'ListBlockLists':
        return { blocklists: [] };
      case 'QueryUsers':
        return { users: this.queried(payloadOf(call)) };
      case 'UpdateUsers': {
        const users = Object.entries(asObject(body['users'])).map(([id, raw]) => [id, asObject(raw)] as const);
        for (const [id, raw] of users) this.users.set(id, raw);
        return { users: Object.fromEntries(users) };
      }
      case 'UpdateUsersPartial': {
        const patches = isArray(body['users']) ? body['users'].map((each) => asObject(each)) : [];
        const changed = patches.map(
          (patch) =>
            [
              String(patch['id']),
              { ...this.users.get(String(patch['id'])), ...asObject(patch['set'] ?? {}), id: patch['id'] ?? null },
            ] as const,
        );
        for (const [id, raw] of changed) this.users.set(id, raw);
        return { users: Object.fromEntries(changed) };
      }
      case 'QueryChannels':
        return { channels: [...this.channels.values()] };
      case 'DeactivateUsers': {
        for (const id of isArray(body['user_ids']) ? body['user_ids'].map(String) : [])
          this.users.set(id, { ...this.users.get(id), id, deactivated_at: 1 });
        return { task_id: 't1' };
      }
      case 'GetTask':
        return { task_id: 't1', status: 'completed', result: {} };
      default:
        throw new Error(`the small app does not know ${call.op}`);
    }
  }

  private queried({ filter_conditions, limit }: JsonObject): readonly JsonObject[] {
    const filter = asObject(filter_conditions);
    const ids = isObject(filter['id']) && isArray(filter['id']['$in']) ? filter['id']['$in'] : undefined;
    const role = filter['role'];
    return [...this.users]
      .map(([id, raw]) => ({ id, ...raw }))
      .filter(
        (each: JsonObject) =>
          (ids === undefined || ids.includes(each['id'] ?? null)) && (role === undefined || each['role'] === role),
      )
      .slice(0, Number(limit));
  }
}

/** Counts the calls of one operation that are open at once. */
export function watch(app: SmallApp, op: string): { readonly transport: Transport; readonly most: () => number } {
  let open = 0;
  let most = 0;
  const transport: Transport = {
    async send(call, options) {
      if (call.op !== op) return app.send(call, options);
      open += 1;
      most = Math.max(most, open);
      await new Promise(setImmediate);
      open -= 1;
      return app.send(call, options);
    },
  };
  return { transport, most: () => most };
}

export function payloadOf(call: Call): JsonObject {
  const payload: unknown = JSON.parse(new URLSearchParams(call.path.split('?')[1]).get('payload') ?? '{}');
  return isObject(payload) ? payload : {};
}

export function contextOf(app: SmallApp, desired: Desired): Context {
  return {
    desired,
    transport: app,
    kinds,
    estimate: (stages) => ({
      stages: stages.map((counts) => ({
        calls: [...counts.values()].reduce((sum, count) => sum + count, 0),
        seconds: counts.size,
        ...(counts.size > 1 ? { bottleneck: { op: [...counts.keys()][0] ?? '', perMinute: 60 } } : {}),
      })),
      budget: stages.flatMap((counts) => [...counts].map(([op, calls]) => ({ op, calls, perMinute: 60 }))),
    }),
  };
}

export function planOptions(app: SmallApp, parts: Partial<PlanOptions> = {}): PlanOptions {
  return {
    allowDelete: false,
    allowMassChange: false,
    target: [],
    exclude: [],
    send: [],
    lagDeadlineMs: 1000,
    now: () => app.time,
    ...parts,
  };
}

export function applyOptions(
  app: SmallApp,
  events: ApplyEvent[] = [],
  parts: Partial<ApplyOptions> = {},
): ApplyOptions {
  const sleep = async (ms: number) => {
    app.time += ms;
  };
  return { ...planOptions(app), emit: (event) => events.push(event), clock: { now: () => app.time, sleep }, ...parts };
}
