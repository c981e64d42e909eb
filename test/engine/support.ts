/** A toy API with toy kinds, and a clock that passes only by sleeping: the engine's tests need no kind of the real API. */
import { type Address, addressOf, parseAddress } from '../../src/core/address.ts';
import { type Call, CallError, type Reader, type Reply, read, type Transport, write } from '../../src/core/call.ts';
import { asArray, asObject, isArray, isObject, type Json, type JsonObject, withValueAt } from '../../src/core/json.ts';
import type { Joiner, Kind, Resource, Wanted } from '../../src/core/kind.ts';
import { orderKinds } from '../../src/core/order.ts';
import type { ApplyEvent, ApplyReport, Change, Plan } from '../../src/core/plan.ts';
import type { Hash } from '../../src/core/prior.ts';
import { step } from '../../src/core/steps.ts';
import { type ApplyContext, apply } from '../../src/engine/apply.ts';
import { diffChunk } from '../../src/engine/diff.ts';
import { schedule } from '../../src/engine/schedule.ts';

/** Readable in failures, and as unique as the text. */
export const hash: Hash = (text) => `h1:${text}`;

export function aChange(kind: string, id: string, parts: Partial<Change> = {}): Change {
  return {
    address: addressOf(kind, id),
    kind,
    id,
    action: 'update',
    fields: [],
    touched: { before: hash('before'), after: hash('after') },
    references: [],
    ...parts,
  };
}

/** A change that creates, as the diff drafts it. */
export function aCreate(kind: string, id: string, next: JsonObject = {}, parts: Partial<Change> = {}): Change {
  const fields = Object.entries(next).map(([name, after]) => ({ path: `/${name}`, after }));
  return aChange(kind, id, { action: 'create', next, fields, ...parts });
}

export function refusal(status: number, code: number, message = 'refused'): CallError {
  return new CallError('Toy', { status, code, message, requestId: 'req-1', unclear: false });
}

/** An answer that got lost. */
export function lost(message = 'socket hang up'): CallError {
  return new CallError('Toy', { status: 0, code: -1, message, unclear: true });
}

/** What happens to a call instead of what the toy API would do: undefined lets it through. */
export type Twist = (call: Call, api: ToyApi) => Reply | CallError | 'lost-after' | undefined;

/** Keeps resources by address. Every call takes a millisecond of its own time. */
export class ToyApi implements Transport {
  time = 1_000_000;
  readonly store: Map<Address, JsonObject>;
  readonly calls: Call[] = [];
  readonly tasks = new Map<string, JsonObject>();
  polls = 0;
  /** Reads show the store as it was so many milliseconds ago. */
  lagMs = 0;
  private readonly history: { at: number; store: Map<Address, JsonObject> }[] = [];
  private readonly twists: Twist[] = [];

  constructor(live: Readonly<Record<Address, JsonObject>> = {}) {
    this.store = new Map(Object.entries(live));
  }

  twist(twist: Twist): this {
    this.twists.push(twist);
    return this;
  }

  /** The next so many calls of an operation fail so. */
  failing(op: string, errors: readonly (CallError | 'lost-after')[]): this {
    const left = [...errors];
    return this.twist((call) => (call.op === op ? left.shift() : undefined));
  }

  /** Waits for a tick too, so that callers with an endless wish to wait don't stop the world. */
  readonly sleep = async (ms: number): Promise<void> => {
    this.time += ms;
    await Promise.resolve();
  };

  readonly task = async (id: string): Promise<JsonObject> => {
    this.polls += 1;
    await Promise.resolve();
    return this.tasks.get(id) ?? { status: 'completed', result: {} };
  };

  get reads(): number {
    return this.calls.filter((call) => call.effect === 'read').length;
  }

  /** The writes sent, as `Op id`. */
  get written(): readonly string[] {
    return this.calls.filter((call) => call.effect === 'write').map((call) => `${call.op} ${namesIn(call)}`.trimEnd());
  }

  async send(call: Call): Promise<Reply> {
    await Promise.resolve();
    this.time += 1;
    this.calls.push(call);
    let isLost = false;
    for (const twist of this.twists) {
      const answer = twist(call, this);
      if (answer instanceof CallError) throw answer;
      if (answer === 'lost-after') isLost = true;
      else if (answer !== undefined) return answer;
    }
    const body = this.carryOut(call);
    if (isLost) throw lost();
    return { status: 200, body };
  }

  private carryOut(call: Call): JsonObject {
    if (call.effect === 'read') return this.list(call);
    this.history.push({ at: this.time, store: new Map(this.store) });
    const [verb = '', kind = ''] = call.op.split(' ');
    const body = call.body ?? {};
    if (verb === 'Delete') {
      for (const id of idsOf(call)) this.store.delete(addressOf(kind, id));
      return typeof body['task'] === 'string' ? { task_id: body['task'] } : {};
    }
    const all = isObject(body['all']) ? Object.entries(body['all']) : [];
    for (const [id, given] of all) {
      const address = addressOf(kind, id);
      if (verb === 'Create' && this.store.has(address)) throw refusal(400, 4, `${kind} ${id} exists already`);
      if (verb === 'Change' && !this.store.has(address)) throw refusal(404, 16, `${kind} ${id} not found`);
      const before = verb === 'Change' ? (this.store.get(address) ?? {}) : {};
      this.store.set(
        address,
        Object.entries(asObject(given)).reduce<JsonObject>(
          (object, [at, value]) => withValueAt(object, at, value === null ? undefined : value),
          before,
        ),
      );
    }
    return { all: Object.fromEntries(all.map(([id]) => [id, this.store.get(addressOf(kind, id)) ?? {}])) };
  }

  private list(call: Call): JsonObject {
    const kind = call.op.split(' ')[1] ?? '';
    const seenAt = this.time - this.lagMs;
    const store = this.lagMs === 0 ? this.store : (this.history.find((each) => each.at > seenAt)?.store ?? this.store);
    const all = [...store].filter(([address]) => parseAddress(address)?.[0] === kind);
    return { all: Object.fromEntries(all.map(([address, body]) => [parseAddress(address)?.[1] ?? '', body])) };
  }
}

function idsOf(call: Call): readonly string[] {
  const ids = call.body?.['ids'];
  return isArray(ids) ? ids.map(String) : Object.keys(isObject(call.body?.['all']) ? call.body['all'] : {});
}

function namesIn(call: Call): string {
  return idsOf(call).join(',');
}

const join: Joiner['join'] = (calls) => ({
  ...(calls[0] as Call),
  body:
    calls[0]?.body?.['ids'] === undefined
      ? { all: Object.assign({}, ...calls.map((call) => call.body?.['all'])) as JsonObject }
      : { ...calls[0].body, ids: calls.flatMap((call) => asArray(call.body?.['ids'])) },
});

export const toyJoiner: Joiner = {
  atLeast: 1,
  limit: 100,
  bytes: 1_000_000,
  join,
  failures: (reply) =>
    new Map(Object.entries(isObject(reply['result']) ? reply['result'] : {}).map(([id, why]) => [id, String(why)])),
};

type ToyParts = Partial<Kind> & {
  readonly name: string;
  /** Calls of several resources join. */
  readonly batch?: true;
  readonly repeat?: Call['repeat'];
  /** Removals run as a task. */
  readonly task?: string;
};

/** A kind whose creates, changes and removals are one call each: `Create kind`, `Change kind`, `Delete kind`. */
export function toyKind(parts: ToyParts): Kind {
  const { batch, repeat = 'exists-is-done', task, ...own } = parts;
  const { name } = own;
  const joined = (key: string) => (batch ? { join: { by: 'batch', key } } : {});
  return {
    collection: `${name}s`,
    after: [],
    chunk: Number.POSITIVE_INFINITY,
    removal: ['delete', 'keep'],
    fields: { '/x': {}, '/y': {}, '/needs': { meta: true } },
    joiners: { batch: toyJoiner },
    normalise: (raw) => (isObject(raw) ? raw : undefined),
    references: (_id, body) =>
      asArray(body['needs'] ?? []).map((each, index) => {
        const [kind = '', id = ''] = parseAddress(String(each)) ?? [];
        return { kind, id, at: `/needs/${index}` };
      }),
    async *read(reader: Reader) {
      const { all } = await reader.send(read(`List ${name}`, 'GET', `/${name}`));
      for (const [id, body] of Object.entries(asObject(all))) yield { id, body: asObject(body) };
    },
    write(change) {
      if (change.action === 'remove') {
        const body = { ids: [change.id], ...(task === undefined ? {} : { task }) };
        return [
          step(write(`Delete ${name}`, 'DELETE', `/${name}`, body, repeat), {
            settle: task === undefined ? 'reply' : 'task',
            ...joined('delete'),
          }),
        ];
      }
      const values = change.fields.map((field): [string, Json] => [field.path, field.after ?? null]);
      const body = { all: { [change.id]: Object.fromEntries(values) } };
      return change.action === 'create'
        ? [step(write(`Create ${name}`, 'POST', `/${name}`, body, repeat), joined('create'))]
        : [step(write(`Change ${name}`, 'PATCH', `/${name}`, body, 'free'), joined('change'))];
    },
    ...own,
  };
}

/** What a write's reply shows, for kinds that echo. */
export function echoOf(call: Call, reply: JsonObject): readonly Resource[] {
  if (call.effect !== 'write' || !isObject(reply['all'])) return [];
  return Object.entries(reply['all']).map(([id, body]) => ({ id, body: asObject(body) }));
}

export type Wish = Readonly<Record<Address, JsonObject | 'remove'>>;

/** Reads, compares and schedules, as planning does. */
export async function planOf(
  wish: Wish,
  kinds: readonly Kind[],
  api: ToyApi,
  edit: (change: Change) => Change = (change) => change,
): Promise<Plan> {
  const readAt = api.time;
  const ordered = orderKinds(kinds);
  const changes: Change[] = [];
  for (const kind of ordered) {
    const wanted: Wanted[] = Object.entries(wish).flatMap(([address, body]) => {
      const [name, id = ''] = parseAddress(address) ?? [];
      return name === kind.name ? [body === 'remove' ? { id } : { id, body }] : [];
    });
    const live = new Map<string, Resource>();
    for await (const resource of kind.read(readerOf(api), wanted, { verifyMessages: true }))
      live.set(resource.id, resource);
    changes.push(...diffChunk({ kind, wanted, live }, { hash, send: new Set() }).changes.map(edit));
  }
  api.calls.length = 0;
  return { ...aPlan(changes, kinds), readAt, madeAt: api.time };
}

export function aPlan(changes: readonly Change[], kinds: readonly Kind[]): Plan {
  return {
    formatVersion: 1,
    target: { appId: 1, baseUrl: 'https://api.test' },
    configuration: { digest: hash('config') },
    changes,
    ...schedule(changes, kinds),
    operationsDigest: hash('operations'),
    counts: { unchanged: 0, unmanaged: 0, heldBack: 0, blind: [] },
    estimate: { calls: 0, seconds: 0, stages: [], budget: [] },
    impacts: [],
    matrix: [],
    diagnostics: [],
    readAt: 1_000_000,
    madeAt: 1_000_000,
  };
}

export function readerOf(api: ToyApi): Reader {
  return { send: async (call) => (await api.send(call)).body };
}

export interface Run {
  readonly report: ApplyReport;
  readonly events: readonly ApplyEvent[];
  readonly api: ToyApi;
}

export async function runPlan(
  plan: Plan,
  kinds: readonly Kind[],
  api: ToyApi,
  parts: Partial<ApplyContext> = {},
): Promise<Run> {
  const events: ApplyEvent[] = [];
  const report = await apply(plan, {
    transport: api,
    reader: readerOf(api),
    kinds: new Map(kinds.map((kind) => [kind.name, kind])),
    readOptions: { verifyMessages: true },
    hash,
    nonce: 'N0nce',
    now: () => api.time,
    sleep: api.sleep,
    task: api.task,
    lagDeadlineMs: 15_000,
    restoreBurned: false,
    concurrency: 10,
    operationsAtOnce: parts.concurrency ?? 10,
    readAt: plan.readAt,
    emit: (event) => events.push(event),
    readsSent: () => api.reads,
    pollsSent: () => api.polls,
    ...parts,
  });
  return { report, events, api };
}

/** Plans and applies a wish. */
export async function carryOut(
  wish: Wish,
  kinds: readonly Kind[],
  api: ToyApi,
  parts: Partial<ApplyContext> = {},
): Promise<Run> {
  return runPlan(await planOf(wish, kinds, api), kinds, api, parts);
}

export function resultsOf(report: ApplyReport): Readonly<Record<Address, string>> {
  return Object.fromEntries(
    [...report.results].map(([address, result]) => [
      address,
      result.status === 'done'
        ? (result.note ?? 'done')
        : result.status === 'failed'
          ? `failed ${result.code}`
          : result.status,
    ]),
  );
}
