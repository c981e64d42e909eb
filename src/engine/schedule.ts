/**
 * From changes to operations: each change gives a chain of steps, steps of equal key join up to the API's limits, and what
 * needs what becomes a graph. Stages are the order in which kinds go out; removals come last, backwards. Pure.
 */
import { type Address, addressOf } from '../core/address.ts';
import type { Kind } from '../core/kind.ts';
import { stagesOf } from '../core/order.ts';
import type { Change, Operation, Stage } from '../core/plan.ts';
import { type Chain, collapsed, type Group, groupsOf } from './join.ts';
import { stepsOf } from './steps.ts';

export interface Schedule {
  readonly operations: readonly Operation[];
  readonly stages: readonly Stage[];
  /** Where optional calls stand in for others: how many calls it would be without them. */
  readonly callsWithout?: number;
}

export interface ScheduleOptions {
  /** Whether calls may be used that the API need not have. */
  readonly collapse?: boolean;
}

export function schedule(
  changes: readonly Change[],
  kinds: readonly Kind[],
  { collapse = false }: ScheduleOptions = {},
): Schedule {
  const stages = stagesOf(kinds);
  const last = Math.max(0, ...stages.values());
  const chains = chainsOf(changes, kinds, stages, last);
  const plain = groupsOf(chains);
  const shorter = collapse ? collapsed(chains) : undefined;
  const fewer = shorter === undefined ? plain : groupsOf(shorter);
  const isFewer = fewer.length < plain.length;
  const groups = isFewer ? fewer : plain;
  const operations = connect(groups.map((group, index) => ({ group, operation: operationOf(group, index + 1) })));
  return {
    operations,
    stages: titles(operations, stages, kinds, last),
    ...(isFewer ? { callsWithout: plain.length } : {}),
  };
}

function chainsOf(
  changes: readonly Change[],
  kinds: readonly Kind[],
  stages: ReadonlyMap<string, number>,
  last: number,
): readonly Chain[] {
  const byName = new Map(kinds.map((kind) => [kind.name, { kind, forward: stages.get(kind.name) as number }]));
  return changes.flatMap((change) => {
    const known = byName.get(change.kind);
    if (known === undefined || change.heldBack !== undefined) return [];
    const { kind, forward } = known;
    const stage = change.action === 'remove' ? 2 * last - forward + 1 : forward;
    return [{ change, kind, stage, steps: stepsOf(change, kind) }];
  });
}

function operationOf({ links, joinedBy, level }: Group, number: number): Operation {
  const [{ chain, step }] = links;
  const { kind, stage } = chain;
  const parts = links.map((link) => link.step.call);
  const joiner = joinedBy === undefined ? undefined : kind.joiners?.[joinedBy];
  return {
    id: `${kind.name}.${number}`,
    kind: kind.name,
    stage,
    rank: level,
    call: joiner === undefined ? step.call : joiner.join(parts),
    covers: links.map((link) => link.chain.change.address),
    needs: [],
    settle: joiner?.settle ?? step.settle,
    ...(step.readAgainAfter === undefined ? {} : { readAgainAfter: step.readAgainAfter }),
    ...(step.bestEffort === undefined ? {} : { bestEffort: step.bestEffort }),
    ...(joinedBy === undefined ? {} : { joinedBy, parts }),
  };
}

/** Fills `needs`: the step before in each address's chain, and for first steps the creates of what they mention. */
function connect(all: readonly { readonly group: Group; readonly operation: Operation }[]): readonly Operation[] {
  const chains = new Map<Chain, Operation[]>();
  /** By address: the end of its chain. */
  const created = new Map<Address, Operation>();
  for (const { group, operation } of all) {
    for (const { chain, place } of group.links) {
      const { action, address } = chain.change;
      const isLast = place === chain.steps.length - 1;
      if (isLast && (action === 'create' || action === 'replace')) created.set(address, operation);
      if (chain.steps.length === 1) continue;
      const known = chains.get(chain) ?? [];
      known[place] = operation;
      chains.set(chain, known);
    }
  }
  return all.map(({ group, operation }) => {
    const needs = new Set<string>();
    for (const { chain, place } of group.links) {
      const before = chains.get(chain)?.[place - 1];
      if (before !== undefined) needs.add(before.id);
      if (place > 0) continue;
      for (const reference of chain.change.references) {
        const target = created.get(addressOf(reference.kind, reference.id));
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
