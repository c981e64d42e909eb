/** What differs: one table of named cases a shape of field. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leavesOf } from '../../src/core/field-tree.ts';
import { canonicalJson, type Json, type JsonObject, valueAt } from '../../src/core/json.ts';
import type { FieldSpec, Kind, Resource, Wanted } from '../../src/core/kind.ts';
import type { Change, FieldChange } from '../../src/core/plan.ts';
import type { Digest, PriorResource } from '../../src/core/prior.ts';
import { type ChunkDiff, diffChunk } from '../../src/engine/diff.ts';
import { hash, toyKind } from './support.ts';

const fields: Readonly<Record<string, FieldSpec>> = {
  '/name': { absent: '' },
  '/size': { absent: 0 },
  '/list': {},
  '/tags': { shape: 'set', absent: [] },
  '/ttl': { reset: 'read', canonical: (value) => (value === '24h' ? '24h0m0s' : value) },
  '/events': { shape: 'set', reset: 'blind' },
  '/custom': { shape: 'open', giveBack: () => 'unset' },
  '/grants': {
    shape: 'open',
    of: 'set',
    absent: [],
    reset: 'blind',
    giveBack: (_id, key) => (key === 'custom' ? [] : undefined),
  },
  '/secret': { blind: 'secret' },
  '/unread': { blind: 'unread' },
  '/section/secret': { blind: 'secret' },
  '/section/plain': { absent: false },
  '/note': { immutable: 'note' },
  '/refuse': { immutable: 'refuse' },
  '/replace': { absent: 'word', immutable: 'replace' },
  '/team': { immutable: 'replace' },
  '/people': { shape: 'entries', giveBack: () => 'unset' },
  '/people/*/role': { absent: 'member' },
  '/people/*/custom': { shape: 'open', giveBack: () => 'unset' },
  '/mode': { meta: true },
  '/protect': { meta: true },
};
const kind: Kind = toyKind({
  name: 'thing',
  removal: ['delete', 'keep', 'deactivate', 'disable'],
  fields,
  references: (_id, body) =>
    typeof body['name'] === 'string' ? [{ kind: 'other', id: body['name'], at: '/name' }] : [],
  exact: (pattern, body) => pattern === '/people' && body['mode'] === 'exact',
});

interface Situation {
  readonly live?: JsonObject;
  readonly resource?: Partial<Resource>;
  readonly prior?: PriorResource;
  readonly send?: readonly string[];
}

function diff(
  body: JsonObject | undefined,
  { live, resource, prior, send = [] }: Situation,
  of: Kind = kind,
): ChunkDiff {
  const wanted: Wanted = {
    id: 'a',
    ...(body === undefined ? {} : { body }),
    ...(prior === undefined ? {} : { prior }),
  };
  const there = live === undefined ? [] : [['a', { id: 'a', body: live, ...resource }] as const];
  return diffChunk({ kind: of, wanted: [wanted], live: new Map(there) }, { hash, send: new Set(send) });
}

function changeOf(found: ChunkDiff): Change {
  const [change, ...more] = found.changes;
  if (change === undefined || more.length > 0) throw new Error(`expected one change, got ${found.changes.length}`);
  return change;
}

function fieldsOf(found: ChunkDiff): readonly FieldChange[] {
  return found.changes.flatMap((change) => change.fields);
}

describe('three states of a field', () => {
  test.each<[string, JsonObject, JsonObject, readonly FieldChange[]]>([
    [
      'an absent field is unmanaged, whatever its live value',
      {},
      { name: 'x', tags: ['a'], custom: { k: 1 }, size: 3 },
      [],
    ],
    ['a line deleted under custom never empties the map', { custom: {} }, { custom: { backend: 1 } }, []],
    ['an empty map of grants changes nothing', { grants: {} }, { grants: { user: ['p'] } }, []],
    ['an empty map of entries changes nothing', { people: {} }, { people: { ann: {} } }, []],
    ['"" is wanted empty', { name: '' }, { name: 'x' }, [{ path: '/name', before: 'x', after: '' }]],
    ['"" equals a missing one', { name: '' }, {}, []],
    [
      '[] is wanted empty',
      { tags: [] },
      { tags: ['b', 'a'] },
      [{ path: '/tags', before: ['a', 'b'], after: [], set: true }],
    ],
    ['[] equals a missing one', { tags: [] }, {}, []],
    ['0 equals a missing one', { size: 0 }, {}, []],
    ['a list without a default is wanted even if none is there', { list: [] }, {}, [{ path: '/list', after: [] }]],
    ['null resets where replies show it', { ttl: null }, { ttl: '1h' }, [{ path: '/ttl', before: '1h' }]],
    ['a reset that has been made is no difference', { ttl: null }, {}, []],
    ['a live null is a reset too', { ttl: null }, { ttl: null }, []],
    ['a null key is unset', { custom: { k: null } }, { custom: { k: 1, l: 2 } }, [{ path: '/custom/k', before: 1 }]],
    ['a null key that is not there is no difference', { custom: { k: null } }, { custom: { l: 2 } }, []],
    [
      'a null key of grants empties the role',
      { grants: { user: null } },
      { grants: { user: ['p'] } },
      [{ path: '/grants/user', before: ['p'], after: [], set: true }],
    ],
  ])('%s', (_name, desired, live, expected) => expect(fieldsOf(diff(desired, { live }))).toEqual(expected));
});

describe('shapes', () => {
  test.each<[string, JsonObject, JsonObject, readonly FieldChange[]]>([
    ['the order of a set means nothing', { tags: ['b', 'a'] }, { tags: ['a', 'b'] }, []],
    ['a repeat in a set means nothing', { tags: ['a', 'a'] }, { tags: ['a'] }, []],
    [
      'the order of a list counts',
      { list: ['b', 'a'] },
      { list: ['a', 'b'] },
      [{ path: '/list', before: ['a', 'b'], after: ['b', 'a'] }],
    ],
    ['the order of an object’s keys means nothing', { list: { a: 1, b: 2 } }, { list: { b: 2, a: 1 } }, []],
    [
      'keys of an open map one by one',
      { custom: { a: 1, b: 2 } },
      { custom: { a: 1, b: 3, c: 4 } },
      [{ path: '/custom/b', before: 3, after: 2 }],
    ],
    [
      'a key’s value whole',
      { custom: { a: { x: 1 } } },
      { custom: { a: { x: 1, y: 2 } } },
      [{ path: '/custom/a', before: { x: 1, y: 2 }, after: { x: 1 } }],
    ],
    ['an open map that is not there yet', { custom: { a: 1 } }, {}, [{ path: '/custom/a', after: 1 }]],
    [
      'keys with slashes, tildes and dots',
      { custom: { 'a/b~c.d': 1 } },
      { custom: {} },
      [{ path: '/custom/a~1b~0c.d', after: 1 }],
    ],
    [
      'values of a map of sets',
      { grants: { user: ['b', 'a'], vip: ['x'] } },
      { grants: { user: ['a', 'b'] } },
      [{ path: '/grants/vip', before: [], after: ['x'], set: true }],
    ],
    ['the default counts as live', { name: 'x' }, {}, [{ path: '/name', before: '', after: 'x' }]],
    ['a live null counts as missing', { name: 'x' }, { name: null }, [{ path: '/name', before: '', after: 'x' }]],
    ['spellings are united on both sides', { ttl: '24h' }, { ttl: '24h0m0s' }, []],
    [
      'the canonical spelling is what is shown',
      { ttl: '24h' },
      { ttl: '1h0m0s' },
      [{ path: '/ttl', before: '1h0m0s', after: '24h0m0s' }],
    ],
    ['true is not 1', { list: true }, { list: 1 }, [{ path: '/list', before: 1, after: true }]],
    ['1 is not "1"', { list: '1' }, { list: 1 }, [{ path: '/list', before: 1, after: '1' }]],
  ])('%s', (_name, desired, live, expected) => expect(fieldsOf(diff(desired, { live }))).toEqual(expected));
});

describe('entries', () => {
  const live = { people: { ann: { role: 'member', custom: { k: 1 } }, bob: { role: 'host' } } };
  test.each<[string, JsonObject, readonly FieldChange[]]>([
    ['one that is there and says nothing', { people: { ann: {} } }, []],
    [
      'a new one is one change, with all it has',
      { people: { cleo: { role: 'host', custom: { a: 1 } } } },
      [{ path: '/people/cleo', after: { role: 'host', custom: { a: 1 } } }],
    ],
    [
      'a field of one that is there',
      { people: { ann: { role: 'host' } } },
      [{ path: '/people/ann/role', before: 'member', after: 'host' }],
    ],
    [
      'a key of one that is there',
      { people: { ann: { custom: { k: 2, l: 3 } } } },
      [
        { path: '/people/ann/custom/k', before: 1, after: 2 },
        { path: '/people/ann/custom/l', after: 3 },
      ],
    ],
    ['a null entry goes', { people: { bob: null } }, [{ path: '/people/bob', before: { role: 'host' } }]],
    ['a null entry that is not there is no difference', { people: { cleo: null } }, []],
    ['at least: what is not declared stays', { people: { ann: {} }, mode: 'at_least' }, []],
    [
      'exactly: what is not declared goes',
      { people: { ann: {} }, mode: 'exact' },
      [{ path: '/people/bob', before: { role: 'host' } }],
    ],
    [
      'exactly none',
      { people: {}, mode: 'exact' },
      [
        { path: '/people/ann', before: { role: 'member', custom: { k: 1 } } },
        { path: '/people/bob', before: { role: 'host' } },
      ],
    ],
    [
      'exactly, with a null that says the same',
      { people: { ann: {}, bob: null }, mode: 'exact' },
      [{ path: '/people/bob', before: { role: 'host' } }],
    ],
    ['exactly, without a list, says nothing', { mode: 'exact' }, []],
  ])('%s', (_name, desired, expected) => expect(fieldsOf(diff(desired, { live }))).toEqual(expected));

  test('exactly, of a live side without any', () => {
    expect(fieldsOf(diff({ people: { 'a/b': {} }, mode: 'exact' }, { live: {} }))).toEqual([
      { path: '/people/a~1b', after: {} },
    ]);
    expect(fieldsOf(diff({ people: {}, mode: 'exact' }, { live: { people: { 'a/b': {} } } }))).toEqual([
      { path: '/people/a~1b', before: {} },
    ]);
  });
});

describe('blind fields', () => {
  const everything = { secret: { $secret: '/s' }, unread: 1, events: null, name: 'x' };
  test('are no difference, and are counted', () => {
    const found = diff(everything, { live: { name: 'x' } });
    expect(found.changes).toEqual([]);
    expect(found.blind).toEqual(['thing.a.secret', 'thing.a.unread', 'thing.a.events']);
    expect(found.unchanged).toBe(1);
  });

  test('a value that resets to an unknowable default is blind; another value is not', () => {
    expect(fieldsOf(diff({ events: ['a'] }, { live: { events: ['b'] } }))).toEqual([
      { path: '/events', before: ['b'], after: ['a'], set: true },
    ]);
    expect(diff({ grants: null }, { live: { grants: { user: ['p'] } } }).blind).toEqual(['thing.a.grants']);
    expect(diff({ grants: { user: null } }, { live: {} }).blind).toEqual([]);
  });

  test('go along when their object is created', () => {
    expect(fieldsOf(diff(everything, {}))).toEqual([
      { path: '/secret', after: { $secret: '/s' }, hidden: true },
      { path: '/unread', after: 1 },
      { path: '/name', after: 'x' },
    ]);
  });

  test('are sent when asked for, and only those', () => {
    const found = diff(everything, { live: { name: 'x' }, send: ['thing.a.secret', 'thing.b.unread'] });
    expect(fieldsOf(found)).toEqual([{ path: '/secret', after: { $secret: '/s' }, hidden: true }]);
    expect(found.blind).toEqual(['thing.a.unread', 'thing.a.events']);
  });

  test('are sent when the part they stand in is set up from nothing', () => {
    const found = diff(
      { section: { secret: { $secret: '/s' }, plain: true } },
      { live: {}, resource: { fresh: ['/section'] } },
    );
    expect(fieldsOf(found)).toEqual([
      { path: '/section/plain', before: false, after: true },
      { path: '/section/secret', after: { $secret: '/s' }, hidden: true },
    ]);
  });

  test('a fresh part named like another field does not reach it', () => {
    expect(diff({ secret: { $secret: '/s' } }, { live: {}, resource: { fresh: ['/sec'] } }).blind).toEqual([
      'thing.a.secret',
    ]);
  });

  test('whatever a reply could not show is blind this time', () => {
    const found = diff(
      { name: 'x', people: { ann: { role: 'host' } } },
      { live: {}, resource: { blind: ['/name', '/people/ann'] } },
    );
    expect(found.changes).toEqual([]);
    expect(found.blind).toEqual(['thing.a.name', 'thing.a.people.ann']);
  });

  test('an entry that is there can be sent again as a whole', () => {
    const live = { people: { ann: { role: 'host' } } };
    expect(fieldsOf(diff({ people: { ann: { role: 'host' } } }, { live, send: ['thing.a.people.ann'] }))).toEqual([
      { path: '/people/ann', before: { role: 'host' }, after: { role: 'host' } },
    ]);
  });
});

describe('fields that the API cannot change', () => {
  test.each<[string, JsonObject, JsonObject, { severity?: string; code?: string; action?: string }]>([
    ['note: reported, never acted on', { note: 'b' }, { note: 'a' }, { severity: 'note', code: 'create-only-field' }],
    ['refuse: an error', { refuse: 'b' }, { refuse: 'a' }, { severity: 'error', code: 'immutable-field' }],
    ['replace: the resource is made anew', { replace: 'regex' }, {}, { action: 'replace' }],
    ['equal values say nothing', { note: 'a', refuse: 'a', replace: 'word' }, { note: 'a', refuse: 'a' }, {}],
  ])('%s', (_name, desired, live, expected) => {
    const found = diff(desired, { live });
    expect(found.notes.map(({ severity, code }) => ({ severity, code }))).toEqual(
      expected.code === undefined ? [] : [{ severity: expected.severity, code: expected.code }],
    );
    expect(found.changes.map((change) => change.action)).toEqual(
      expected.action === undefined ? [] : [expected.action],
    );
  });

  test('the note names both values and the field', () => {
    const [note] = diff({ note: 'b' }, { live: {} }).notes;
    expect(note).toMatchObject({
      subject: 'thing.a.note',
      detail: expect.stringContaining('It is null live and "b" in the configuration.'),
    });
  });

  test('a replacement shows its reason first and the rest after', () => {
    const change = changeOf(diff({ replace: 'regex', name: 'x' }, { live: { name: 'y' } }));
    expect(change.fields).toEqual([
      { path: '/replace', before: 'word', after: 'regex' },
      { path: '/name', before: 'y', after: 'x' },
    ]);
    expect(changeOf(diff({ team: 'a' }, { live: {} })).fields).toEqual([{ path: '/team', after: 'a' }]);
  });

  test('other fields of the same resource change all the same', () => {
    const found = diff({ note: 'b', name: 'x' }, { live: { note: 'a' } });
    expect(changeOf(found).fields).toEqual([{ path: '/name', before: '', after: 'x' }]);
    expect(found.notes).toHaveLength(1);
  });
});

describe('creation', () => {
  test('every declared leaf, entries whole, nothing that is null', () => {
    const body = {
      name: 'x',
      ttl: null,
      custom: { a: 1, b: null },
      people: { ann: { role: 'host', custom: { k: 1 } }, bob: null },
      mode: 'exact',
    };
    const change = changeOf(diff(body, {}));
    expect(change).toMatchObject({
      action: 'create',
      address: 'thing.a',
      kind: 'thing',
      id: 'a',
      next: body,
      touched: { before: null },
    });
    expect(change.fields).toEqual([
      { path: '/name', after: 'x' },
      { path: '/custom/a', after: 1 },
      { path: '/people/ann', after: { role: 'host', custom: { k: 1 } } },
    ]);
    expect(change.references).toEqual([{ kind: 'other', id: 'x', at: '/name' }]);
    expect(change).not.toHaveProperty('live');
  });

  test('a resource with nothing but its name is created too', () => {
    expect(changeOf(diff({}, {})).action).toBe('create');
  });

  test('a change carries the live side, its facts and the place in its roster', () => {
    const span = { file: 'users.ndjson', offset: 10, length: 20 };
    const wanted = { id: 'a', body: { name: 'x' }, span };
    const live = new Map([['a', { id: 'a', body: { name: 'y' }, facts: { used: true } }]]);
    expect(diffChunk({ kind, wanted: [wanted], live }, { hash, send: new Set() }).changes[0]).toMatchObject({
      span,
      live: { name: 'y' },
      facts: { used: true },
    });
  });
});

describe('removal', () => {
  const remove = (onRemoval: Wanted['onRemoval'], live: JsonObject | undefined) =>
    diffChunk(
      {
        kind,
        wanted: [{ id: 'a', ...(onRemoval === undefined ? {} : { onRemoval }) }],
        live: new Map(live === undefined ? [] : [['a', { id: 'a', body: live }]]),
      },
      { hash, send: new Set() },
    );

  test.each<
    [
      string,
      Wanted['onRemoval'],
      JsonObject | undefined,
      { removal?: string; fields?: readonly FieldChange[]; note?: string },
    ]
  >([
    ['the kind’s default', undefined, { name: 'x' }, { removal: 'delete', fields: [] }],
    [
      'deactivate sets the state',
      'deactivate',
      { state: 'active' },
      { removal: 'deactivate', fields: [{ path: '/state', before: 'active', after: 'deactivated' }] },
    ],
    ['deactivated already', 'deactivate', { state: 'deactivated' }, {}],
    [
      'disable sets the flag',
      'disable',
      {},
      { removal: 'disable', fields: [{ path: '/disabled', before: false, after: true }] },
    ],
    ['disabled already', 'disable', { disabled: true }, {}],
    ['keep only says so', 'keep', {}, { note: 'removal-keeps' }],
    ['gone already', undefined, undefined, { note: 'already-gone' }],
  ])('%s', (_name, onRemoval, live, { removal, fields: expected, note }) => {
    const found = remove(onRemoval, live);
    expect(found.notes.map((each) => each.code)).toEqual(note === undefined ? [] : [note]);
    expect(found.changes.map((change) => [change.action, change.removal, change.fields])).toEqual(
      removal === undefined ? [] : [['remove', removal, expected]],
    );
    // What is to go is not among what stays.
    expect(found.unchanged).toBe(0);
  });

  test('a kind that knows no removal keeps', () => {
    const found = diff(undefined, { live: {} }, toyKind({ name: 'thing', removal: [] }));
    expect(found.notes.map((each) => each.code)).toEqual(['removal-keeps']);
  });
});

describe('review and remarks of a kind', () => {
  test('a review may hold back, drop and note', () => {
    const reviewed = (review: NonNullable<Kind['review']>) => diff({ name: 'x' }, { live: {} }, { ...kind, review });
    const note = { severity: 'note', code: 'n', summary: 'N' } as const;
    expect(reviewed((change) => ({ change: { ...change, heldBack: 'in-use' }, notes: [note] }))).toMatchObject({
      changes: [{ heldBack: 'in-use' }],
      notes: [note],
    });
    expect(reviewed(() => ({ notes: [note] }))).toMatchObject({ changes: [], notes: [note], unchanged: 0 });
  });

  test('remarks come whether or not something changes', () => {
    const remark: NonNullable<Kind['remark']> = ({ id }) => [{ severity: 'note', code: 'r', summary: id }];
    expect(diff({}, { live: {} }, { ...kind, remark }).notes).toMatchObject([{ code: 'r', summary: 'a' }]);
  });
});

describe('a prior', () => {
  const d = (value: Json): Digest => hash(canonicalJson(value));
  const priorOf = (values: Readonly<Record<string, Json>>): PriorResource => ({
    protect: false,
    fields: new Map(Object.entries(values).map(([at, value]) => [at, d(value)])),
  });

  test.each<[string, JsonObject, JsonObject, Readonly<Record<string, Json>>, readonly FieldChange[]]>([
    [
      'a deleted custom key is unset',
      {},
      { custom: { k: 1, mine: 2 } },
      { '/custom/k': 1 },
      [{ path: '/custom/k', before: 1, origin: 'config' }],
    ],
    ['a deleted key that is gone already', {}, { custom: {} }, { '/custom/k': 1 }, []],
    [
      'grants of a custom role are emptied',
      {},
      { grants: { custom: ['p'] } },
      { '/grants/custom': ['p'] },
      [{ path: '/grants/custom', before: ['p'], after: [], set: true, origin: 'config' }],
    ],
    ['grants that are empty already', {}, { grants: { custom: [] } }, { '/grants/custom': ['p'] }, []],
    [
      'a deleted entry goes whole, once',
      {},
      { people: { ann: { role: 'host', custom: { k: 1 } } } },
      { '/people/ann': {}, '/people/ann/custom/k': 1 },
      [{ path: '/people/ann', before: { role: 'host', custom: { k: 1 } }, origin: 'config' }],
    ],
    [
      'an entry’s deleted key is unset',
      { people: { ann: {} } },
      { people: { ann: { custom: { k: 1 } } } },
      { '/people/ann': {}, '/people/ann/custom/k': 1 },
      [{ path: '/people/ann/custom/k', before: 1, origin: 'config' }],
    ],
    [
      'an entry that is null now goes once',
      { people: { ann: null } },
      { people: { ann: { custom: { k: 1 } } } },
      { '/people/ann': {}, '/people/ann/custom/k': 1 },
      [{ path: '/people/ann', before: { custom: { k: 1 } }, origin: 'config' }],
    ],
    ['an unknown field is passed over', {}, { name: 'x' }, { '/nothing': 1 }, []],
    [
      'drift: only the live side moved',
      { name: 'a' },
      { name: 'b' },
      { '/name': 'a' },
      [{ path: '/name', before: 'b', after: 'a', origin: 'drift' }],
    ],
    [
      'config: only the configuration moved',
      { name: 'b' },
      { name: 'a' },
      { '/name': 'a' },
      [{ path: '/name', before: 'a', after: 'b', origin: 'config' }],
    ],
    [
      'conflict: both moved',
      { name: 'c' },
      { name: 'b' },
      { '/name': 'a' },
      [{ path: '/name', before: 'b', after: 'c', origin: 'conflict' }],
    ],
    [
      'a field that is managed for the first time is config',
      { name: 'c' },
      { name: 'b' },
      {},
      [{ path: '/name', before: 'b', after: 'c', origin: 'config' }],
    ],
    [
      'a set in another order is the same value',
      { tags: ['b', 'a'] },
      { tags: ['c'] },
      { '/tags': ['a', 'b'] },
      [{ path: '/tags', before: ['c'], after: ['a', 'b'], set: true, origin: 'drift' }],
    ],
    ['a blind field of the same value stays blind', { unread: 1 }, {}, { '/unread': 1 }, []],
    [
      'a blind field of another value is sent',
      { unread: 2 },
      {},
      { '/unread': 1 },
      [{ path: '/unread', after: 2, origin: 'config' }],
    ],
    [
      'a blind field that the prior lacks is sent',
      { unread: 2 },
      {},
      {},
      [{ path: '/unread', after: 2, origin: 'config' }],
    ],
    [
      'a secret that moved is sent hidden',
      { secret: { $secret: '/new' } },
      {},
      { '/secret': { $secret: '/old' } },
      [{ path: '/secret', after: { $secret: '/new' }, hidden: true, origin: 'config' }],
    ],
    [
      'a reset that is new is sent',
      { events: null },
      { events: ['x'] },
      { '/events': ['x'] },
      [{ path: '/events', after: null, set: true, origin: 'config' }],
    ],
  ])('%s', (_name, desired, live, prior, expected) => {
    expect(fieldsOf(diff(desired, { live, prior: priorOf(prior) }))).toEqual(expected);
  });

  test('any other field becomes unmanaged, with a note that the live value stays', () => {
    const found = diff(
      {},
      { live: { name: 'x', grants: { user: ['p'] } }, prior: priorOf({ '/name': 'x', '/grants/user': ['p'] }) },
    );
    expect(found.changes).toEqual([]);
    expect(found.notes.map(({ code, subject }) => [code, subject])).toEqual([
      ['released-field', 'thing.a.name'],
      ['released-field', 'thing.a.grants.user'],
    ]);
  });

  test('what moved is not counted as blind', () => {
    expect(diff({ unread: 2 }, { live: {}, prior: priorOf({ '/unread': 1 }) }).blind).toEqual([]);
    expect(diff({ unread: 1 }, { live: {}, prior: priorOf({ '/unread': 1 }) }).blind).toEqual(['thing.a.unread']);
  });

  test('without a prior no field has an origin', () => {
    expect(fieldsOf(diff({ name: 'x' }, { live: {} }))[0]).not.toHaveProperty('origin');
  });
});

describe('digests of what a change touches', () => {
  const touched = (desired: JsonObject, live: JsonObject) => changeOf(diff(desired, { live })).touched;

  test('depend on the managed fields only', () => {
    expect(touched({ name: 'x' }, { name: 'y', custom: { k: 1 }, size: 3 })).toEqual(
      touched({ name: 'x' }, { name: 'y' }),
    );
  });

  test('move with either side', () => {
    const base = touched({ name: 'x' }, { name: 'y' });
    expect(touched({ name: 'x' }, { name: 'z' }).before).not.toBe(base.before);
    expect(touched({ name: 'x' }, { name: 'z' }).after).toBe(base.after);
    expect(touched({ name: 'w' }, { name: 'y' }).after).not.toBe(base.after);
  });

  test('do not depend on the order of a set', () => {
    expect(touched({ tags: ['a', 'b'] }, { tags: ['c'] })).toEqual(touched({ tags: ['b', 'a'] }, { tags: ['c'] }));
  });
});

describe('laws', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }));
  const names = fc.constantFrom('a', 'b', 'a/b', '~', 'c.d');
  const map = fc.dictionary(names, value, { noNullPrototype: true });
  const body = fc.record(
    {
      name: fc.string(),
      size: fc.nat(),
      list: fc.array(fc.string()),
      tags: fc.array(fc.string()),
      custom: map,
      grants: fc.dictionary(names, fc.array(fc.string()), { noNullPrototype: true }),
      people: fc.dictionary(
        names,
        fc.record({ role: fc.string(), custom: map }, { requiredKeys: [], noNullPrototype: true }),
        { noNullPrototype: true },
      ),
    },
    { requiredKeys: [], noNullPrototype: true },
  ) as fc.Arbitrary<JsonObject>;

  test('nothing differs from itself', () => {
    fc.assert(
      fc.property(body, (one) => {
        expect(fieldsOf(diff(one, { live: one }))).toEqual([]);
      }),
    );
  });

  test('every change is of a declared leaf, and its after is the declared value', () => {
    fc.assert(
      fc.property(body, body, (desired, live) => {
        const declared = new Set(leavesOf(kind, desired).map((leaf) => leaf.path));
        for (const field of fieldsOf(diff(desired, { live }))) {
          expect(declared).toContain(field.path);
          if (!field.set) expect(field.after).toEqual(valueAt(desired, field.path));
        }
      }),
    );
  });

  test('the order of keys never matters', () => {
    const turned = (one: JsonObject): JsonObject => Object.fromEntries(Object.entries(one).reverse());
    const sorted = (found: ChunkDiff) =>
      fieldsOf(found)
        .map((field) => canonicalJson(field as unknown as Json))
        .sort();
    fc.assert(
      fc.property(body, body, (desired, live) => {
        expect(sorted(diff(turned(desired), { live: turned(live) }))).toEqual(sorted(diff(desired, { live })));
      }),
    );
  });

  test('undeclared live fields never matter', () => {
    fc.assert(
      fc.property(body, body, (desired, live) => {
        const declared = Object.fromEntries(Object.entries(live).filter(([name]) => name in desired));
        expect(fieldsOf(diff(desired, { live }))).toEqual(fieldsOf(diff(desired, { live: declared })));
      }),
    );
  });
});
