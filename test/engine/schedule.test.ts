/** From changes to calls: joining, chains, what needs what, and stages. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../src/core/address.ts';
import { write } from '../../src/core/call.ts';
import { asArray, isObject, type JsonObject } from '../../src/core/json.ts';
import type { Joiner, Kind, Step } from '../../src/core/kind.ts';
import type { Change, Operation } from '../../src/core/plan.ts';
import { step } from '../../src/core/steps.ts';
import { schedule } from '../../src/engine/schedule.ts';
import { aChange, aCreate, toyJoiner, toyKind } from './support.ts';

const many = (kind: string, count: number, next: JsonObject = { x: 1 }) =>
  Array.from({ length: count }, (_, index) => aCreate(kind, `${index}`, next));
const sizes = (operations: readonly Operation[]) => operations.map((each) => each.covers.length);

describe('joining', () => {
  const kind = toyKind({ name: 'thing', batch: true });

  test.each([
    [0, []],
    [1, [1]],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])('%i changes', (count, expected) => {
    const { operations } = schedule(many('thing', count), [kind]);
    expect(sizes(operations)).toEqual(expected);
    for (const { call, covers, parts } of operations) {
      expect(Object.keys(call.body?.['all'] as JsonObject)).toEqual(
        covers.map((address) => address.slice('thing.'.length)),
      );
      expect(parts).toHaveLength(covers.length);
    }
  });

  test('only steps of one key, in one stage, at one rank', () => {
    const changes = [
      aCreate('thing', 'a', { x: 1 }),
      aChange('thing', 'b', { fields: [{ path: '/x', after: 1 }] }),
      aCreate('thing', 'c', { x: 1 }),
      aChange('thing', 'd', { action: 'remove' }),
    ];
    const { operations } = schedule(changes, [kind]);
    expect(operations.map((each) => [each.call.op, each.covers])).toEqual([
      ['Create thing', ['thing.a', 'thing.c']],
      ['Change thing', ['thing.b']],
      ['Delete thing', ['thing.d']],
    ]);
  });

  test('a body never grows beyond the limit in bytes, letters of several bytes counted as such', () => {
    const limited = { ...kind, joiners: { batch: { ...toyJoiner, bytes: 3000 } } };
    const { operations } = schedule(many('thing', 10, { x: '语'.repeat(300) }), [limited]);
    for (const { call } of operations) expect(Buffer.byteLength(JSON.stringify(call.body))).toBeLessThanOrEqual(3000);
    expect(operations.flatMap((each) => each.covers)).toHaveLength(10);
    expect(operations.length).toBeGreaterThan(1);
  });

  test('one that is too big by itself still goes', () => {
    const limited = { ...kind, joiners: { batch: { ...toyJoiner, bytes: 10 } } };
    expect(sizes(schedule(many('thing', 2, { x: 'long enough' }), [limited]).operations)).toEqual([1, 1]);
  });

  test('a joiner that the kind does not have joins nothing', () => {
    const { joiners: _joiners, ...bare } = kind;
    const { operations } = schedule(many('thing', 2), [bare]);
    expect(sizes(operations)).toEqual([1, 1]);
    expect(operations[0]?.call.body).toEqual({ all: { 0: { '/x': 1 } } });
  });

  test('calls without a body join too', () => {
    const bodiless = {
      ...kind,
      write: () => [step(write('Touch', 'POST', '/touch', undefined, 'free'), { join: { by: 'batch', key: 'k' } })],
      joiners: { batch: { ...toyJoiner, join: (calls) => ({ ...calls[0], body: { count: calls.length } }) as never } },
    } satisfies Kind;
    expect(schedule(many('thing', 3), [bodiless]).operations.map((each) => each.call.body)).toEqual([{ count: 3 }]);
  });
});

describe('chains', () => {
  const chain = (...names: readonly string[]): readonly Step[] =>
    names.map((name) => step(write(name, 'POST', `/${name}`, {}, 'free')));

  test('steps of one address run in order: each needs the one before', () => {
    const kind = toyKind({ name: 'thing', write: () => chain('First', 'Second', 'Third') });
    const { operations } = schedule([aCreate('thing', 'a')], [kind]);
    expect(operations.map(({ id, rank, call, needs }) => [id, rank, call.op, needs])).toEqual([
      ['thing.1', 0, 'First', []],
      ['thing.2', 1, 'Second', ['thing.1']],
      ['thing.3', 2, 'Third', ['thing.2']],
    ]);
  });

  test('a joined second step needs all the first steps it stands on', () => {
    const kind = toyKind({
      name: 'thing',
      batch: true,
      write: (change) => [
        ...chain(`First ${change.id}`),
        step(write('Then', 'POST', '/t', { all: {} }, 'free'), { join: { by: 'batch', key: 't' } }),
      ],
    });
    const { operations } = schedule([aCreate('thing', 'a'), aCreate('thing', 'b')], [kind]);
    expect(operations.at(-1)).toMatchObject({
      call: { op: 'Then' },
      needs: ['thing.1', 'thing.2'],
      covers: ['thing.a', 'thing.b'],
    });
  });

  test('what a step says of itself stays with it', () => {
    const kind = toyKind({
      name: 'thing',
      write: () => [
        step(write('W', 'POST', '/w', {}, 'free'), { settle: 'task', readAgainAfter: 5000, bestEffort: true }),
      ],
    });
    expect(schedule([aCreate('thing', 'a')], [kind]).operations[0]).toMatchObject({
      settle: 'task',
      readAgainAfter: 5000,
      bestEffort: true,
    });
  });

  test('a change without steps makes no operation', () => {
    expect(schedule([aCreate('thing', 'a')], [toyKind({ name: 'thing', write: () => [] })])).toEqual({
      operations: [],
      stages: [],
    });
  });
});

describe('what needs what', () => {
  const role = toyKind({ name: 'role' });
  const user = toyKind({ name: 'user', after: ['role'] });
  const mention = (id: string) => ({ references: [{ kind: 'role', id, at: '/role' }] });
  const needsOf = (changes: readonly Change[], of: readonly Kind[] = [role, user]) =>
    Object.fromEntries(schedule(changes, of).operations.map((each) => [each.covers.join(), each.needs]));

  test('a mention of something that this plan creates', () => {
    expect(needsOf([aCreate('user', 'a', {}, mention('vip')), aCreate('role', 'vip')])).toEqual({
      'role.vip': [],
      'user.a': ['role.1'],
    });
  });

  test('a replacement is a creation', () => {
    expect(
      needsOf([
        aCreate('user', 'a', {}, mention('vip')),
        aChange('role', 'vip', { action: 'replace', fields: [{ path: '/x', after: 1 }] }),
      ]),
    ).toMatchObject({ 'user.a': ['role.1'] });
  });

  test.each<[string, Change]>([
    ['is changed only', aChange('role', 'vip', { fields: [{ path: '/x', after: 1 }] })],
    ['is removed', aChange('role', 'vip', { action: 'remove' })],
    ['is held back', aCreate('role', 'vip', {}, { heldBack: 'in-use' })],
    ['is another one', aCreate('role', 'host')],
  ])('no need where what is mentioned %s', (_name, other) => {
    expect(needsOf([other, aCreate('user', 'a', {}, mention('vip'))])['user.a']).toEqual([]);
  });

  test('the whole chain of what is mentioned has to be done', () => {
    const slow = {
      ...role,
      write: () => [step(write('One', 'POST', '/1', {}, 'free')), step(write('Two', 'POST', '/2', {}, 'free'))],
    };
    const { operations } = schedule([aCreate('user', 'a', {}, mention('vip')), aCreate('role', 'vip')], [slow, user]);
    expect(operations.find((each) => each.kind === 'user')?.needs).toEqual(['role.2']);
  });

  test('only the first step of a chain waits for mentions', () => {
    const slow = {
      ...user,
      write: () => [step(write('One', 'POST', '/1', {}, 'free')), step(write('Two', 'POST', '/2', {}, 'free'))],
    };
    const { operations } = schedule([aCreate('user', 'a', {}, mention('vip')), aCreate('role', 'vip')], [role, slow]);
    expect(operations.map((each) => each.needs)).toEqual([[], ['role.1'], ['user.2']]);
  });

  test('nothing waits for its own stage: it could wait for ever', () => {
    const changes = [aCreate('role', 'a', {}, mention('b')), aCreate('role', 'b', {}, mention('a'))];
    expect(needsOf(changes)).toEqual({ 'role.a': [], 'role.b': [] });
  });
});

describe('kinds of which only what is mentioned comes first', () => {
  const user = toyKind({ name: 'user', collection: 'users' });
  const channel = toyKind({ name: 'channel', collection: 'channels', afterMentioned: ['user'] });
  const two = (...names: readonly string[]) => ({
    write: () => names.map((name) => step(write(name, 'POST', `/${name}`, {}, 'free'))),
  });
  const mention = (id: string) => ({ references: [{ kind: 'user', id, at: '/members' }] });
  const planned = (changes: readonly Change[], of: readonly Kind[] = [channel, user]) => schedule(changes, of);

  test('share a stage, and each of theirs needs what it mentions', () => {
    const { operations, stages } = planned([
      aCreate('channel', 'c', {}, mention('a')),
      aCreate('channel', 'd', {}, mention('elsewhere')),
      aCreate('user', 'a'),
      aCreate('user', 'b'),
    ]);
    expect(stages.map(({ title }) => title)).toEqual(['channels, users']);
    expect(operations.map(({ covers, needs }) => [covers.join(), needs])).toEqual([
      ['user.a', []],
      ['user.b', []],
      ['channel.c', ['user.1']],
      ['channel.d', []],
    ]);
  });

  test('need a change of what they mention, too: it may be what allows theirs', () => {
    const { operations } = planned([
      aChange('user', 'a', { fields: [{ path: '/x', after: 1 }] }),
      aCreate('channel', 'c', {}, mention('a')),
    ]);
    expect(operations.at(-1)?.needs).toEqual(['user.1']);
  });

  test('need the whole chain, which stands before them', () => {
    const { operations } = planned(
      [aCreate('channel', 'c', {}, mention('a')), aCreate('user', 'a')],
      [
        { ...channel, ...two('Third', 'Fourth') },
        { ...user, ...two('First', 'Second') },
      ],
    );
    expect(operations.map(({ call, needs }) => [call.op, needs])).toEqual([
      ['First', []],
      ['Second', ['user.1']],
      ['Third', ['user.2']],
      ['Fourth', ['channel.3']],
    ]);
  });

  test('are removed in stages of their own, before what they may mention', () => {
    const { operations, stages } = planned([
      aChange('user', 'a', { action: 'remove' }),
      aChange('channel', 'c', { action: 'remove', ...mention('a') }),
      aCreate('user', 'b'),
    ]);
    expect(operations.map(({ covers, needs }) => [covers.join(), needs])).toEqual([
      ['user.b', []],
      ['channel.c', []],
      ['user.a', []],
    ]);
    expect(stages.map(({ title }) => title)).toEqual(['users', 'remove channels', 'remove users']);
  });
});

describe('stages', () => {
  const kinds = [
    toyKind({ name: 'role', collection: 'roles' }),
    toyKind({ name: 'word_list', collection: 'word_lists' }),
    toyKind({ name: 'user', collection: 'users', after: ['role', 'word_list'] }),
  ];

  test('forward for what is made and changed, backward for what is removed, and last', () => {
    const changes = [
      aChange('role', 'r', { action: 'remove' }),
      aChange('user', 'u', { action: 'remove' }),
      aCreate('user', 'v'),
      aCreate('role', 's'),
      aCreate('word_list', 'w'),
    ];
    const { operations, stages } = schedule(changes, kinds);
    expect(operations.map((each) => each.covers.join())).toEqual([
      'role.s',
      'word_list.w',
      'user.v',
      'user.u',
      'role.r',
    ]);
    expect(stages.map((each) => each.title)).toEqual(['roles, word lists', 'users', 'remove users', 'remove roles']);
    expect(stages.map((each) => each.number)).toEqual([...new Set(operations.map((each) => each.stage))]);
  });

  test('a plan of nothing has no stages', () => {
    expect(schedule([], kinds)).toEqual({ operations: [], stages: [] });
    expect(schedule([], [])).toEqual({ operations: [], stages: [] });
  });

  test('held back changes and unknown kinds are passed over', () => {
    expect(
      schedule([aCreate('user', 'a', {}, { heldBack: 'allow-delete' }), aCreate('ghost', 'b')], kinds).operations,
    ).toEqual([]);
  });
});

/** A kind whose changes take the steps that `next.steps` names: `p…` alone, `j…` joined, `c…` collapsible. */
function stepping(parts: Partial<Joiner> = {}): Kind {
  const joined = (name: string, by: string) => ({ join: { by, key: name } });
  return toyKind({
    name: 'thing',
    joiners: {
      batch: toyJoiner,
      many: { ...toyJoiner, atLeast: 3, limit: 4, optional: true, settle: 'task', ...parts },
    },
    write: (change) =>
      asArray(change.next?.['steps'] ?? []).map((each) => {
        const name = String(each);
        const call = write(name, 'POST', `/${name}`, { all: { [change.id]: {} } }, 'free');
        if (name.startsWith('j')) return step(call, joined(name, 'batch'));
        // `c1+2` is one call, or one of each.
        if (!name.startsWith('c')) return step(call);
        const collapse = name.slice(1).split('+');
        return step(call, {
          collapse: collapse.map((part) => step({ ...call, op: `c${part}` }, joined(part, 'many'))),
        });
      }),
  });
}

const walking = (...chains: readonly string[]) =>
  chains.map((steps, index) => aCreate('thing', `${index}`, { steps: steps.split(' ') }));
const shown = (operations: readonly Operation[]) =>
  operations.map((each) => `${each.call.op} ${each.covers.map((address) => address.slice(6)).join('')}`);

describe('chains', () => {
  test('steps of one key join wherever they stand', () => {
    const { operations } = schedule(walking('j1', 'j0 j1', 'p j1 p'), [stepping()]);
    expect(shown(operations)).toEqual(['j0 1', 'p 2', 'j1 012', 'p 2']);
    expect(operations.map((each) => each.needs)).toEqual([[], [], ['thing.1', 'thing.2'], ['thing.3']]);
    expect(operations.map((each) => each.rank)).toEqual([0, 0, 1, 2]);
  });

  test('two that stand the other way round elsewhere join at equal places alone', () => {
    const { operations } = schedule(walking('j1 j2', 'j2 j1', 'j1 j2', 'j0 j3'), [stepping()]);
    expect(shown(operations)).toEqual(['j1 02', 'j2 1', 'j0 3', 'j2 02', 'j1 1', 'j3 3']);
  });

  test('one key twice in a chain is two calls', () => {
    expect(shown(schedule(walking('j1 j1', 'j1'), [stepping()]).operations)).toEqual(['j1 01', 'j1 0']);
  });
});

describe('calls that the API need not have', () => {
  const five = walking('c1', 'c1', 'c1', 'c1', 'c1');

  test('are not used unless they may be', () => {
    const { operations, callsWithout } = schedule(five, [stepping()]);
    expect([shown(operations), callsWithout]).toEqual([['c1 0', 'c1 1', 'c1 2', 'c1 3', 'c1 4'], undefined]);
  });

  test('take many, and a last one goes alone', () => {
    const { operations, callsWithout } = schedule(five, [stepping()], { collapse: true });
    expect([shown(operations), callsWithout]).toEqual([['c1 0123', 'c1 4'], 5]);
    expect(operations.map((each) => [each.settle, each.joinedBy, each.parts?.length])).toEqual([
      ['task', 'many', 4],
      ['reply', undefined, undefined],
    ]);
  });

  test('need enough of a kind', () => {
    const { operations, callsWithout } = schedule(walking('c1', 'c1', 'c2'), [stepping()], { collapse: true });
    expect([shown(operations), callsWithout]).toEqual([['c1 0', 'c1 1', 'c2 2'], undefined]);
  });

  test('several may stand for one, in its place', () => {
    const { operations } = schedule(walking('p c1+2 p', 'c1+2', 'c1+2'), [stepping()], { collapse: true });
    expect(shown(operations)).toEqual(['p 0', 'c1 012', 'c2 012', 'p 0']);
    expect(operations.map((each) => each.needs)).toEqual([[], ['thing.1'], ['thing.2'], ['thing.3']]);
  });

  test('are left alone where they save nothing', () => {
    const kind = stepping({ atLeast: 2 });
    expect(schedule(walking('c1+2', 'c1+2'), [kind], { collapse: true })).toEqual(
      schedule(walking('c1+2', 'c1+2'), [kind]),
    );
  });

  test('a joiner that the kind does not have counts for nothing', () => {
    const { joiners: _joiners, ...bare } = stepping();
    const { operations } = schedule(walking('c1', 'c1'), [bare], { collapse: true });
    expect(shown(operations)).toEqual(['c1 0', 'c1 1']);
  });
});

describe('laws', () => {
  const kinds = [
    toyKind({ name: 'a', batch: true }),
    toyKind({ name: 'b', batch: true, after: ['a'] }),
    toyKind({ name: 'c', after: ['a', 'b'] }),
  ];
  const action = fc.constantFrom('create' as const, 'update' as const, 'remove' as const);
  const changes = fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(400), action), {
      maxLength: 400,
      selector: ([kind, id]) => `${kind}.${id}`,
    })
    .map((list) =>
      list.map(([kind, id, what], index) => {
        const mentioned = kind === 'c' ? [{ kind: 'a', id: `${id}`, at: '/needs/0' }] : [];
        return aChange(kind, `${id}`, {
          action: what,
          fields: [{ path: '/x', after: index }],
          references: what === 'remove' ? [] : mentioned,
        });
      }),
    );

  test('two plans of the same changes are byte-identical', () => {
    fc.assert(
      fc.property(changes, (list) => {
        expect(JSON.stringify(schedule(list, kinds))).toBe(JSON.stringify(schedule([...list], [...kinds].reverse())));
      }),
      { numRuns: 30 },
    );
  });

  test('the order of the changes never changes how many calls of what go out', () => {
    const census = (list: readonly Change[]) =>
      schedule(list, kinds)
        .operations.map((each) => `${each.stage} ${each.call.op} ${each.covers.length}`)
        .sort();
    fc.assert(
      fc.property(changes, (list) => {
        expect(census([...list].reverse())).toEqual(census(list));
      }),
      { numRuns: 30 },
    );
  });

  test('the fewest calls: a hundred resources a call, and no call covers nothing', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const { operations } = schedule(list, kinds);
        const groups = new Map<string, number>();
        for (const change of list) {
          const key = `${change.kind} ${change.action}`;
          groups.set(key, (groups.get(key) ?? 0) + 1);
        }
        const fewest = [...groups].reduce(
          (sum, [key, count]) => sum + (key.startsWith('c') ? count : Math.ceil(count / 100)),
          0,
        );
        expect(operations).toHaveLength(fewest);
        for (const each of operations) expect(each.covers.length).toBeGreaterThan(0);
        expect(operations.flatMap((each) => each.covers).sort()).toEqual(list.map((change) => change.address).sort());
      }),
      { numRuns: 50 },
    );
  });

  test('every need comes earlier, and `after` holds both ways', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const { operations } = schedule(list, kinds);
        const at = new Map(operations.map((each, index) => [each.id, index]));
        expect(at.size).toBe(operations.length);
        for (const [index, each] of operations.entries())
          for (const id of each.needs) expect(at.get(id)).toBeLessThan(index);
        const place = (kind: string, removes: boolean) =>
          operations
            .filter((each) => each.kind === kind && each.call.op.startsWith('Delete') === removes)
            .map((each) => each.stage);
        for (const [early, late] of [
          ['a', 'b'],
          ['b', 'c'],
          ['a', 'c'],
        ] as const) {
          for (const one of place(early, false))
            for (const other of place(late, false)) expect(one).toBeLessThan(other);
          for (const one of place(early, true))
            for (const other of place(late, true)) expect(one).toBeGreaterThan(other);
        }
        const lastForward = Math.max(-1, ...kinds.flatMap((kind) => place(kind.name, false)));
        for (const kind of kinds)
          for (const stage of place(kind.name, true)) expect(stage).toBeGreaterThan(lastForward);
      }),
      { numRuns: 50 },
    );
  });

  test('parts stay in the order of what they stand for', () => {
    fc.assert(
      fc.property(changes, (list) => {
        for (const { covers, parts, kind } of schedule(list, kinds).operations) {
          if (parts === undefined) continue;
          const named = parts.map((part) =>
            isObject(part.body?.['all']) ? Object.keys(part.body['all'])[0] : String(asArray(part.body?.['ids'])[0]),
          );
          expect(named.map((id) => addressOf(kind, id ?? ''))).toEqual(covers);
        }
      }),
      { numRuns: 30 },
    );
  });
});
