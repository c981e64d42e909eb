/**
 * From changes to operations: each change gives a chain of steps, steps of equal key join up to the API's limits, and what
 * needs what becomes a graph. Stages are the order in which kinds go out, side by side where single resources need each other;
 * removals come last, backwards, a kind at a time. Pure.
 */
import { type Address, addressOf } from '../core/address.ts';
import type { Kind } from '../core/kind.ts';
import { stagesOf, strictStagesOf } from '../core/order.ts';
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
  const depths = strictStagesOf(kinds);
  const last = Math.max(0, ...depths.values());
  const chains = chainsOf(changes, kinds, { stages: stagesOf(kinds), depths, last });
  const plain = groupsOf(chains);
  const shorter = collapse ? collapsed(chains) : undefined;
  const fewer = shorter === undefined ? plain : groupsOf(shorter);
  const isFewer = fewer.length < plain.length;
  const groups = isFewer ? fewer : plain;
  const operations = connect(groups.map((group, index) => ({ group, operation: operationOf(group, index + 1) })));
  return {
    operations,
    stages: titles(operations, kinds, last),
    ...(isFewer ? { callsWithout: plain.length } : {}),
  };
}

interface Order {
  readonly stages: ReadonlyMap<string, number>;
  readonly depths: ReadonlyMap<string, number>;
  /** The last stage in which something is made or changed. */
  readonly last: number;
}

function chainsOf(
  changes: readonly Change[],
  kinds: readonly Kind[],
  { stages, depths, last }: Order,
): readonly Chain[] {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  return changes.flatMap((change) => {
    const kind = byName.get(change.kind);
    if (kind === undefined || change.heldBack !== undefined) return [];
    const depth = depths.get(kind.name) as number;
    const stage = change.action === 'remove' ? 2 * last - depth + 1 : (stages.get(kind.name) as number);
    return [{ change, kind, stage, depth, steps: stepsOf(change, kind) }];
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

/**
 * Fills `needs`: the step before in each address's chain, and for first steps the writes of what they mention: its creation, or
 * whatever is written of it where that may go out in the same stage.
 */
function connect(all: readonly { readonly group: Group; readonly operation: Operation }[]): readonly Operation[] {
  const chains = new Map<Chain, Operation[]>();
  /** By address: the end of its chain. */
  const ends = new Map<Address, { readonly operation: Operation; readonly isNew: boolean }>();
  for (const { group, operation } of all) {
    for (const { chain, place } of group.links) {
      const { action, address } = chain.change;
      const isLast = place === chain.steps.length - 1;
      if (isLast && action !== 'remove') ends.set(address, { operation, isNew: action !== 'update' });
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
        const end = ends.get(addressOf(reference.kind, reference.id));
        if (end === undefined) continue;
        const goesBeside = chain.kind.afterMentioned?.includes(reference.kind) === true;
        const isBefore = end.isNew && end.operation.stage < operation.stage;
        if (goesBeside || isBefore) needs.add(end.operation.id);
      }
    }
    return { ...operation, needs: [...needs] };
  });
}

function titles(operations: readonly Operation[], kinds: readonly Kind[], last: number): readonly Stage[] {
  const numbers = [...new Set(operations.map((operation) => operation.stage))].sort((a, b) => a - b);
  return numbers.map((number) => {
    const present = new Set(operations.filter((each) => each.stage === number).map((each) => each.kind));
    const names = kinds.filter(({ name }) => present.has(name)).map((kind) => kind.collection.replaceAll('_', ' '));
    return { number, title: `${number > last ? 'remove ' : ''}${names.join(', ')}` };
  });
}
