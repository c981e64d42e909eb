/**
 * From changes to operations: each change gives a chain of steps, steps of equal key join up to the API's limits, and what
 * needs what becomes a graph. Stages are the order in which kinds go out; removals come last, backwards. Pure.
 */
import { type Address, addressOf } from '../core/address.ts';
import type { Kind, Step } from '../core/kind.ts';
import { stagesOf } from '../core/order.ts';
import type { Change, Operation, Stage } from '../core/plan.ts';

export interface Schedule {
  readonly operations: readonly Operation[];
  readonly stages: readonly Stage[];
}

interface Link {
  readonly change: Change;
  readonly step: Step;
  readonly rank: number;
}

interface Group {
  readonly kind: Kind;
  readonly stage: number;
  readonly rank: number;
  readonly links: [Link, ...Link[]];
  bytes: number;
}

const UTF8 = new TextEncoder();

export function schedule(changes: readonly Change[], kinds: readonly Kind[]): Schedule {
  const stages = stagesOf(kinds);
  const byName = new Map(kinds.map((kind) => [kind.name, { kind, forward: stages.get(kind.name) as number }]));
  const last = Math.max(0, ...stages.values());
  const groups: Group[] = [];
  const open = new Map<string, Group>();
  for (const change of changes) {
    const known = byName.get(change.kind);
    if (known === undefined || change.heldBack !== undefined) continue;
    const { kind, forward } = known;
    const stage = change.action === 'remove' ? 2 * last - forward + 1 : forward;
    for (const [rank, step] of kind.write(change).entries()) place({ change, step, rank }, kind, stage, groups, open);
  }
  groups.sort((a, b) => a.stage - b.stage || a.rank - b.rank);
  const operations = connect(groups.map((group, index) => ({ group, operation: operationOf(group, index + 1) })));
  return { operations, stages: titles(operations, stages, kinds, last) };
}

function place(link: Link, kind: Kind, stage: number, groups: Group[], open: Map<string, Group>): void {
  const { join } = link.step;
  const joiner = join === undefined ? undefined : kind.joiners?.[join.by];
  if (join === undefined || joiner === undefined) {
    groups.push({ kind, stage, rank: link.rank, links: [link], bytes: 0 });
    return;
  }
  const key = JSON.stringify([kind.name, stage, link.rank, join.by, join.key]);
  const bytes = UTF8.encode(JSON.stringify(link.step.call.body ?? {})).length;
  const group = open.get(key);
  if (group !== undefined && group.links.length < joiner.limit && group.bytes + bytes <= joiner.bytes) {
    group.links.push(link);
    group.bytes += bytes;
    return;
  }
  const fresh: Group = { kind, stage, rank: link.rank, links: [link], bytes };
  groups.push(fresh);
  open.set(key, fresh);
}

function operationOf(group: Group, number: number): Operation {
  const { step } = group.links[0];
  const parts = group.links.map((link) => link.step.call);
  const joiner = step.join === undefined ? undefined : group.kind.joiners?.[step.join.by];
  return {
    id: `${group.kind.name}.${number}`,
    kind: group.kind.name,
    stage: group.stage,
    rank: group.rank,
    call: joiner === undefined ? step.call : joiner.join(parts),
    covers: group.links.map((link) => link.change.address),
    needs: [],
    settle: step.settle,
    ...(step.readAgainAfter === undefined ? {} : { readAgainAfter: step.readAgainAfter }),
    ...(step.bestEffort === undefined ? {} : { bestEffort: step.bestEffort }),
    ...(step.join === undefined ? {} : { joinedBy: step.join.by, parts }),
  };
}

/** Fills `needs`: the step before in each address's chain, and for first steps the creates of what they mention. */
function connect(all: readonly { readonly group: Group; readonly operation: Operation }[]): readonly Operation[] {
  const chains = new Map<Address, Operation[]>();
  const created = new Set<Address>();
  for (const { group, operation } of all) {
    for (const { change } of group.links) {
      const known = chains.get(change.address);
      if (known === undefined) chains.set(change.address, [operation]);
      else known.push(operation);
      if (change.action === 'create' || change.action === 'replace') created.add(change.address);
    }
  }
  return all.map(({ group, operation }) => {
    const needs = new Set<string>();
    for (const { change, rank } of group.links) {
      // A chain's operations are sorted by rank: the one before stands at its place.
      const before = chains.get(change.address)?.[rank - 1];
      if (before !== undefined) needs.add(before.id);
      if (rank > 0) continue;
      for (const reference of change.references) {
        const address = addressOf(reference.kind, reference.id);
        const target = created.has(address) ? chains.get(address)?.at(-1) : undefined;
        if (target !== undefined && target.stage < operation.stage) needs.add(target.id);
      }
    }
    return { ...operation, needs: [...needs] };
  });
}

function titles(
  operations: readonly Operation[],
  stages: ReadonlyMap<string, number>,
  kinds: readonly Kind[],
  last: number,
): readonly Stage[] {
  const numbers = [...new Set(operations.map((operation) => operation.stage))].sort((a, b) => a - b);
  return numbers.map((number) => {
    const removes = number > last;
    const forward = removes ? 2 * last - number + 1 : number;
    const present = new Set(operations.filter((each) => each.stage === number).map((each) => each.kind));
    const names = kinds
      .filter((kind) => stages.get(kind.name) === forward && present.has(kind.name))
      .map((kind) => kind.collection.replaceAll('_', ' '));
    return { number, title: `${removes ? 'remove ' : ''}${names.join(', ')}` };
  });
}
