/**
 * Plans take as few writing calls as the API's moves allow: held against a search that knows the moves, and neither the kinds
 * nor the scheduler. Limits are small here, so that small cases reach them.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/core/json.ts';
import type { Kind } from '../../src/core/kind.ts';
import type { Change } from '../../src/core/plan.ts';
import { schedule } from '../../src/engine/schedule.ts';
import { kinds } from '../../src/kinds/index.ts';
import { changeOf, range } from '../kinds/unit/support.ts';
import { settings } from '../support/arbitraries.ts';

/** Resources in a call. */
const LIMIT = 2;
/** Channels in a batch, and from how many on there is one: so that a batch for each operation is worth it, as with the real numbers. */
const BATCH = 6;
const AT_LEAST = 4;
/** Members in a call: the API's own limit, for it is no joiner's. */
const MEMBERS = 100;

const small: readonly Kind[] = kinds.map((kind) => ({
  ...kind,
  joiners: Object.fromEntries(
    Object.entries(kind.joiners ?? {}).map(([name, joiner]) => [
      name,
      joiner.optional ? { ...joiner, limit: BATCH, atLeast: AT_LEAST } : { ...joiner, limit: LIMIT },
    ]),
  ),
}));

const kind = (name: string) => small.find((each) => each.name === name) as Kind;

/** A call that a change takes. Those of one `with` may share a call, up to the limit. */
interface Demand {
  readonly with?: string;
  /** Instead, from enough of equal text on: calls of these kinds. */
  readonly batch?: readonly string[];
}

interface Case {
  readonly change: (id: string) => Change;
  readonly demands: readonly Demand[];
}

const single: Demand = {};
const shared = (text: string): Demand => ({ with: text });

const user = fc.oneof(
  fc.record({ name: fc.constant('new'), state: fc.boolean() }).map(
    ({ state }): Case => ({
      change: (id) => changeOf(kind('user'), id, { name: id, ...(state ? { state: 'deactivated' } : {}) }),
      demands: [shared('create'), ...(state ? [shared('deactivate')] : [])],
    }),
  ),
  fc.record({ renamed: fc.boolean(), state: fc.constantFrom('same', 'active', 'deactivated') }).map(
    ({ renamed, state }): Case => ({
      change: (id) => {
        const was = state === 'active' ? 'deactivated' : 'active';
        const live = { name: 'Before', role: 'user', state: was };
        // One that does not change at all would be none.
        const name = renamed || state === 'same' ? 'After' : 'Before';
        return changeOf(kind('user'), id, { name, state: state === 'same' ? was : state }, { live });
      },
      demands: [
        ...(state === 'active' ? [shared('reactivate')] : []),
        ...(renamed || state === 'same' ? [shared('patch')] : []),
        ...(state === 'deactivated' ? [shared('deactivate')] : []),
      ],
    }),
  ),
  fc.constantFrom('deactivate' as const, 'delete' as const, 'hard_delete' as const).map(
    (onRemoval): Case => ({
      change: (id) => changeOf(kind('user'), id, undefined, { live: { name: 'x', state: 'active' }, onRemoval }),
      demands: [shared(`remove ${onRemoval}`)],
    }),
  ),
);

const type = fc.record({ more: fc.boolean(), isNew: fc.boolean() }).map(
  ({ more, isNew }): Case => ({
    change: (id) =>
      changeOf(
        kind('channel_type'),
        id,
        { max_message_length: 10, ...(more ? { quotes: false } : {}) },
        isNew ? {} : { live: { max_message_length: 20, quotes: true } },
      ),
    demands: isNew && more ? [single, single] : [single],
  }),
);

const people = fc.constantFrom(0, 0, 1, 1, 2, 100, 101, 201);
const pages = (count: number) => Math.ceil(count / MEMBERS);
const filled = (ids: readonly string[], value: JsonObject = { channel_role: 'channel_member' }): JsonObject =>
  Object.fromEntries(ids.map((id) => [id, value]));
const pagesOf = (name: string, ids: readonly string[]) =>
  Array.from({ length: pages(ids.length) }, (_, page) => `${name} ${ids.slice(page * MEMBERS, (page + 1) * MEMBERS)}`);

const newChannel = fc
  .record({ members: people, cooldown: fc.boolean(), frozen: fc.boolean(), messages: fc.integer({ min: 0, max: 2 }) })
  .map(
    ({ members, cooldown, frozen, messages }): Case => ({
      change: (id) =>
        changeOf(kind('channel'), `messaging:${id}`, {
          created_by_id: 'u0',
          frozen,
          ...(cooldown ? { cooldown: 5 } : {}),
          members: filled(range(members)),
          messages: Object.fromEntries(range(messages, 'm').map((key) => [key, { user_id: 'u0', text: key }])),
        }),
      demands: [
        single,
        ...Array.from({ length: Math.max(pages(members) - 1, cooldown ? 1 : 0) }, (_, page): Demand => {
          const text = pagesOf('add', range(members))[page + 1];
          return (cooldown && page === 0) || text === undefined ? single : { batch: [text] };
        }),
        ...Array.from({ length: messages }, () => single),
        ...(frozen && messages > 0 ? [{ batch: ['frozen'] }] : []),
      ],
    }),
  );

const changedChannel = fc
  .record({
    frozen: fc.boolean(),
    color: fc.boolean(),
    cooldown: fc.boolean(),
    add: people,
    remove: people,
    assign: fc.constantFrom(0, 1, 101),
    custom: fc.integer({ min: 0, max: 2 }),
    announces: fc.boolean(),
  })
  .filter(({ frozen, color, cooldown, add, remove, assign, custom }) =>
    [frozen, color, cooldown, add, remove, assign, custom].some(Boolean),
  )
  .map((parts): Case => {
    const [added, removed] = [range(parts.add, 'new'), range(parts.remove, 'old')];
    const [assigned, described] = [range(parts.assign, 'role'), range(parts.custom, 'data')];
    const member = { channel_role: 'channel_member' };
    const live = {
      frozen: false,
      cooldown: 0,
      custom: {},
      members: filled([...removed, ...assigned, ...described], member),
    };
    const next = {
      created_by_id: 'u0',
      frozen: parts.frozen,
      cooldown: parts.cooldown ? 5 : 0,
      custom: parts.color ? { color: 'red' } : {},
      members: {
        ...filled(added, member),
        ...filled(assigned, { channel_role: 'channel_moderator' }),
        ...filled(described, { ...member, custom: { seat: 1 } }),
      },
      members_mode: 'exact',
      ...(parts.announces ? { announce: { as: 'u0', on_update: 'New' } } : {}),
    };
    const lists = [pagesOf('add', added), pagesOf('remove', removed), pagesOf('assign', assigned)];
    const posts = Math.max(...lists.map((list) => list.length));
    const patches = parts.frozen || parts.color || (parts.cooldown && posts === 0);
    const isPlain = parts.frozen && !parts.color && !(parts.cooldown && posts === 0);
    const tells = parts.announces && (parts.frozen || parts.color || parts.cooldown);
    return {
      change: (id) => changeOf(kind('channel'), `messaging:${id}`, next, { live }),
      demands: [
        ...(patches ? [isPlain && !tells ? { batch: ['frozen'] } : single] : []),
        ...Array.from({ length: posts }, (_, page): Demand => {
          const operations = lists.flatMap((list) => list[page] ?? []);
          return tells || (parts.cooldown && page === 0) ? single : { batch: operations };
        }),
        ...described.map(() => single),
        ...(tells ? [single] : []),
      ],
    };
  });

const removedChannel = fc.constantFrom('disable' as const, 'delete' as const, 'hard_delete' as const).map(
  (onRemoval): Case => ({
    change: (id) => changeOf(kind('channel'), `messaging:${id}`, undefined, { live: {}, onRemoval }),
    demands: [onRemoval === 'disable' ? { batch: ['removal: disabled'] } : shared(onRemoval)],
  }),
);

/** Few kinds of changes, so that some are alike, and several of each. */
const cases = (one: fc.Arbitrary<Case>) =>
  fc
    .array(fc.tuple(one, fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 3 })
    .map((list) => list.flatMap(([each, count]) => Array<Case>(count).fill(each)))
    .chain((list) => fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }));

/** The least number of calls, by trying: into which call each goes, and what goes in batches. */
function least(demands: readonly Demand[], mayBatch: boolean): number {
  const alone = demands.filter((each) => each.with === undefined && each.batch === undefined).length;
  const sharing = groups(demands, (each) => each.with);
  const fixed = [...sharing.values()].reduce((sum, list) => sum + fewestBins(list.length, LIMIT), alone);
  const shapes = groups(demands, (each) => (each.batch === undefined ? undefined : JSON.stringify(each.batch)));
  const all = [...shapes.values()].map((list) => ({ count: list.length, parts: list[0]?.batch ?? [] }));
  let best = Number.POSITIVE_INFINITY;
  for (let choice = 0; choice < 2 ** all.length; choice++) {
    const batched = all.filter((_, index) => (choice >> index) % 2 === 1);
    if (batched.length > 0 && !mayBatch) continue;
    if (batched.some(({ count }) => count < AT_LEAST)) continue;
    const operations = new Map<string, number>();
    for (const { count, parts } of batched)
      for (const part of parts) operations.set(part, (operations.get(part) ?? 0) + count);
    const plain = all.filter((each) => !batched.includes(each)).reduce((sum, { count }) => sum + count, 0);
    const joined = [...operations.values()].reduce((sum, count) => sum + fewestBins(count, BATCH), 0);
    best = Math.min(best, plain + joined);
  }
  return fixed + best;
}

function groups(demands: readonly Demand[], keyOf: (demand: Demand) => string | undefined) {
  const found = new Map<string, Demand[]>();
  for (const demand of demands) {
    const key = keyOf(demand);
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), demand]);
  }
  return found;
}

/** Tries each number of calls and each way to fill them. */
function fewestBins(count: number, limit: number): number {
  for (let bins = 0; ; bins++) if (fits(count, Array<number>(bins).fill(limit))) return bins;
}

function fits(count: number, room: readonly number[]): boolean {
  if (count === 0) return true;
  // Calls with as much room are alike.
  return room.some(
    (left, index) => left > 0 && room.indexOf(left) === index && fits(count - 1, room.with(index, left - 1)),
  );
}

describe('no plan takes more calls than it must', () => {
  test.each<[string, fc.Arbitrary<Case>]>([
    ['users', user],
    ['channel types', type],
    ['new channels', newChannel],
    ['changed channels', changedChannel],
    ['removed channels', removedChannel],
    ['all at once', fc.oneof(user, type, newChannel, changedChannel, removedChannel)],
  ])('%s', { timeout: 120_000 }, (_what, one) => {
    fc.assert(
      fc.property(cases(one), fc.boolean(), (list, collapse) => {
        const changes = list.map(({ change }, index) => change(`id${index}`));
        const demands = list.flatMap((each) => each.demands);
        const { operations, callsWithout } = schedule(changes, small, { collapse });
        const told = operations.map((each) => `${each.call.op} ${each.covers.join(' ')}`);
        expect([operations.length, told]).toEqual([least(demands, collapse), told]);
        const without = least(demands, false);
        expect(callsWithout).toBe(collapse && operations.length < without ? without : undefined);
        const place = new Map(operations.map((operation, index) => [operation.id, index]));
        for (const [index, { covers, needs, parts = covers }] of operations.entries()) {
          expect(covers.length).toBeGreaterThan(0);
          expect(parts).toHaveLength(covers.length);
          for (const need of needs) expect(place.get(need)).toBeLessThan(index);
        }
        expect(new Set(operations.flatMap((each) => each.covers)).size).toBe(changes.length);
      }),
      settings(50),
    );
  });
});
