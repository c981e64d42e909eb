/** The impacts of a plan with their counts and waivers: asks the API who is affected, and gets along without an answer. */
import pMap from 'p-map';
import type { Desired } from '../config/desired.ts';
import { CallError, type ReadCall, type Reader } from '../core/call.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { canonicalJson, isArray, type Json } from '../core/json.ts';
import type { Change, Impact, Waiver } from '../core/plan.ts';
import { type Finding, findingsOf } from '../impact/impacts.ts';
import type { Affects } from '../impact/rule.ts';
import { waive } from '../impact/waivers.ts';
import type { PlanOptions } from './context.ts';

/** Queries of one plan: a count is a comfort, and must not make a large plan slow. */
const QUERIES = 20;
const AT_ONCE = 4;

export interface Impacts {
  readonly impacts: readonly Impact[];
  readonly notes: readonly Diagnostic[];
}

export async function impactsOf(
  changes: readonly Change[],
  reader: Reader,
  desired: Desired,
  options: PlanOptions,
): Promise<Impacts> {
  const going = changes.filter((change) => change.heldBack === undefined);
  const counted = await withCounts(findingsOf(going), reader);
  const { waivers } = desired.policy;
  if (waivers.length === 0) return { impacts: counted, notes: [] };
  const held = findingsOf(changes.filter((change) => change.heldBack !== undefined)).map(({ impact }) => impact);
  const { impacts, expired, unused } = waive(counted, waivers, options.now(), held);
  // A run that looks at a part alone cannot tell.
  const isPartial = options.target.length + options.exclude.length > 0;
  const notes = [...expired.map(expiredWaiver), ...(isPartial ? [] : unused.map(unusedWaiver))];
  return { impacts, notes: notes.map((note) => placed(note, desired)) };
}

async function withCounts(findings: readonly Finding[], reader: Reader): Promise<readonly Impact[]> {
  const queries = new Map<string, ReadCall>();
  for (const { affects } of findings)
    if (affects !== undefined && 'call' in affects && queries.size < QUERIES)
      queries.set(keyOf(affects.call), affects.call);
  const replies = await pMap(queries, async ([key, call]) => [key, await answer(reader, call)] as const, {
    concurrency: AT_ONCE,
  });
  const known = new Map(replies);
  return findings.map(({ impact, affects }) => {
    const affected = affects === undefined ? undefined : countOf(affects, known);
    return affected === undefined ? impact : { ...impact, affected };
  });
}

/** Undefined when the API does not answer: a plan is as good without the count. */
async function answer(reader: Reader, call: ReadCall) {
  try {
    return await reader.send(call);
  } catch (error) {
    if (error instanceof CallError) return undefined;
    throw error;
  }
}

function countOf(affects: Affects, known: ReadonlyMap<string, Awaited<ReturnType<typeof answer>>>): Impact['affected'] {
  if ('count' in affects) return { what: affects.what, count: affects.count, more: false };
  const rows = known.get(keyOf(affects.call))?.[affects.list];
  if (!isArray(rows)) return undefined;
  return { what: affects.what, count: rows.length, more: rows.length >= affects.page };
}

function keyOf(call: ReadCall): string {
  return `${call.path} ${canonicalJson((call.body ?? null) as Json)}`;
}

function placed({ at, ...note }: Diagnostic & { readonly at: string }, desired: Desired): Diagnostic {
  const source = desired.locate(at);
  return source === undefined ? note : { ...note, source };
}

function expiredWaiver({ code, address, expires, at }: Waiver) {
  return {
    severity: 'warning' as const,
    code: 'waiver-expired',
    summary: 'A waiver has expired',
    subject: address,
    detail: `It accepted ${code} until ${expires} and does not count any more. Take it out, or set a later day if it is still right.`,
    at,
  };
}

function unusedWaiver({ code, address, at }: Waiver) {
  return {
    severity: 'note' as const,
    code: 'waiver-unused',
    summary: 'A waiver matches nothing',
    subject: address,
    detail: `This plan has no ${code} there. Take the waiver out when the change is made, or correct its code and address.`,
    at,
  };
}
