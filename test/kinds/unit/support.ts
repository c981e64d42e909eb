/** What a kind makes of a difference: the calls, as `METHOD path body`; and a reader that answers from a table. */
import { expect } from 'vitest';
import { type Call, READ_OPERATIONS, type ReadCall, type Reader } from '../../../src/core/call.ts';
import { isObject, type Json, type JsonObject } from '../../../src/core/json.ts';
import type { Kind, OnRemoval, Resource, Step, Wanted } from '../../../src/core/kind.ts';
import type { Change } from '../../../src/core/plan.ts';
import type { PriorResource } from '../../../src/core/prior.ts';
import { type ChunkDiff, diffChunk } from '../../../src/engine/diff.ts';
import { hash } from '../../engine/support.ts';

export interface Situation {
  readonly live?: JsonObject;
  readonly resource?: Partial<Resource>;
  readonly prior?: PriorResource;
  readonly send?: readonly string[];
  readonly onRemoval?: OnRemoval;
}

/** The diff of one resource; no body: it is to be removed. */
export function diffOf(kind: Kind, id: string, body: JsonObject | undefined, situation: Situation = {}): ChunkDiff {
  const { live, resource, prior, send = [], onRemoval } = situation;
  const wanted: Wanted = {
    id,
    ...(body === undefined ? {} : { body }),
    ...(prior === undefined ? {} : { prior }),
    ...(onRemoval === undefined ? {} : { onRemoval }),
  };
  const there = live === undefined ? [] : [[id, { id, body: live, ...resource }] as const];
  return diffChunk({ kind, wanted: [wanted], live: new Map(there) }, { hash, send: new Set(send) });
}

export function changeOf(kind: Kind, id: string, body: JsonObject | undefined, situation: Situation = {}): Change {
  const { changes } = diffOf(kind, id, body, situation);
  const [change] = changes;
  if (change === undefined || changes.length > 1) throw new Error(`expected one change, got ${changes.length}`);
  return change;
}

/** The steps that close a difference. */
export function stepsOf(
  kind: Kind,
  id: string,
  body: JsonObject | undefined,
  situation: Situation = {},
): readonly Step[] {
  return diffOf(kind, id, body, situation).changes.flatMap((change) => kind.write(change));
}

export function callsOf(
  kind: Kind,
  id: string,
  body: JsonObject | undefined,
  situation: Situation = {},
): readonly (readonly [op: string, where: string, body: JsonObject | undefined])[] {
  return stepsOf(kind, id, body, situation).map(({ call }) => [call.op, `${call.method} ${call.path}`, call.body]);
}

export function bodiesOf(steps: readonly Step[]): readonly (JsonObject | undefined)[] {
  return steps.map(({ call }) => call.body);
}

export interface FakeReader extends Reader {
  readonly calls: ReadCall[];
  /** The payloads of the calls of an operation: their bodies, or what travels in the query. */
  payloads(op: string): readonly JsonObject[];
}

export type Answer = JsonObject | ((payload: JsonObject, call: Call) => JsonObject);

/** Answers reads by their operation, and refuses everything that is not a read. */
export function fakeReader(answers: Readonly<Record<string, Answer>>): FakeReader {
  const calls: ReadCall[] = [];
  return {
    calls,
    payloads: (op) => calls.filter((call) => call.op === op).map(payloadOf),
    async send(call) {
      expect(call.effect).toBe('read');
      expect(READ_OPERATIONS).toContain(call.op);
      calls.push(call);
      const answer = answers[call.op];
      if (answer === undefined) throw new Error(`nobody answers ${call.op}`);
      return typeof answer === 'function' ? answer(payloadOf(call), call) : answer;
    },
  };
}

function payloadOf(call: Call): JsonObject {
  if (call.body !== undefined) return call.body;
  const query = new URLSearchParams(call.path.split('?')[1] ?? '');
  const payload: unknown = JSON.parse(query.get('payload') ?? '{}');
  return isObject(payload) && query.has('payload') ? payload : Object.fromEntries(query);
}

export async function readAll(
  kind: Kind,
  reader: Reader,
  wanted: readonly Wanted[],
  verifyMessages = true,
): Promise<readonly Resource[]> {
  const all: Resource[] = [];
  for await (const resource of kind.read(reader, wanted, { verifyMessages })) all.push(resource);
  return all;
}

export function priorOf(values: Readonly<Record<string, Json>>): PriorResource {
  return {
    protect: false,
    fields: new Map(Object.entries(values).map(([at, value]) => [at, hash(JSON.stringify(value))])),
  };
}

export function range(count: number, prefix = 'u'): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}
