/** What ids in lists of grants give, and how questions are answered from them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Access } from '../../../src/core/plan.ts';
import { accessOf, answer } from '../../../src/impact/permissions/access.ts';
import { askedBy, type Definitions, rightsOf, withoutTeams } from '../../../src/impact/permissions/rights.ts';
import { declaredOver, partialScope, unknownScope, wholeScope } from '../../../src/impact/permissions/scope.ts';
import { anId, custom, liveScope, NONE, someDefinitions, someIds } from './support.ts';

const LIVE = { from: 'live' } as const;

describe('the ids of the API', () => {
  test.each<[string, readonly string[]]>([
    ['update-message', ['update-message any']],
    ['update-message-owner', ['update-message own']],
    ['read-channel-any-team', ['read-channel-any-team any', 'read-channel any']],
    ['delete-channel-owner-any-team', ['delete-channel-any-team own', 'delete-channel own']],
    ['remove-own-channel-membership', ['remove-own-channel-membership any']],
    ['a-permission-of-next-year', ['a-permission-of-next-year any']],
  ])('%s', (id, rights) => {
    expect(rightsOf(id, NONE).map(({ permission, reach }) => `${permission} ${reach}`)).toEqual(rights);
  });

  test('a question may name any form', () => {
    expect(askedBy('update-message-owner', NONE)).toEqual({ permission: 'update-message', reach: 'own' });
    expect(askedBy('delete-channel-owner-any-team', NONE)).toEqual({
      permission: 'delete-channel-any-team',
      reach: 'own',
    });
    expect(askedBy('pin-owner', new Map([['pin-owner', custom()]]))).toEqual({ permission: 'pin-owner', reach: 'any' });
    expect(withoutTeams('a-any-team')).toBe('a');
  });
});

describe('custom permissions', () => {
  test.each<[string, Parameters<typeof custom>[0], readonly string[]]>([
    ['itself and its action', {}, ['x any', 'pin-message any']],
    ['for what one owns', { owner: true }, ['x own', 'pin-message own']],
    ['in all teams', { sameTeam: false }, ['x any', 'pin-message-any-team any', 'pin-message any']],
    ['under a condition', { isConditional: true }, ['x any', 'pin-message any?']],
    ['an action of several words', { action: 'SkipChannelCooldown' }, ['x any', 'skip-channel-cooldown any']],
  ])('%s', (_name, parts, rights) => {
    const found = rightsOf('x', new Map([['x', custom(parts)]]));
    expect(found.map((each) => `${each.permission} ${each.reach}${each.isConditional ? '?' : ''}`)).toEqual(rights);
  });

  test('an id that ends in -owner means what its fields say', () => {
    expect(accessOf(['pin-owner'], new Map([['pin-owner', custom()]]), 'pin-message')).toBe('any');
    expect(accessOf(['pin-owner'], new Map([['pin-owner', custom()]]), 'pin')).toBe('none');
  });
});

describe('cells', () => {
  const definitions: Definitions = new Map([
    ['perhaps', custom({ isConditional: true })],
    ['perhaps-own', custom({ isConditional: true, owner: true })],
  ]);
  test.each<[readonly string[], Access]>([
    [[], 'none'],
    [['create-message'], 'none'],
    [['pin-message-owner'], 'own'],
    [['pin-message-owner', 'pin-message'], 'any'],
    [['pin-message-any-team'], 'any'],
    [['perhaps'], 'unknown'],
    [['perhaps-own'], 'unknown'],
    [['perhaps', 'pin-message'], 'any'],
    [['perhaps', 'pin-message-owner'], 'unknown'],
    [['perhaps-own', 'pin-message-owner'], 'own'],
  ])('%j is %s', (ids, access) => {
    expect(accessOf(ids, definitions, 'pin-message')).toBe(access);
  });
});

describe('answers', () => {
  const definitions: Definitions = new Map([
    ['perhaps', custom({ isConditional: true })],
    ['perhaps-own', custom({ isConditional: true, owner: true })],
  ]);
  const ask = (ids: readonly string[] | undefined, own = false) =>
    answer(ids === undefined ? unknownScope('t') : liveScope({ host: ids }), definitions, {
      role: 'host',
      permission: 'pin-message',
      own,
    });

  test.each<[readonly string[] | undefined, boolean, ReturnType<typeof ask>]>([
    [['pin-message'], false, { verdict: 'yes', because: 'granted', origin: LIVE, id: 'pin-message' }],
    [['pin-message'], true, { verdict: 'yes', because: 'granted', origin: LIVE, id: 'pin-message' }],
    [['pin-message-owner'], true, { verdict: 'yes', because: 'granted', origin: LIVE, id: 'pin-message-owner' }],
    [['pin-message-owner'], false, { verdict: 'no', because: 'own-only', origin: LIVE, id: 'pin-message-owner' }],
    [['perhaps-own'], false, { verdict: 'no', because: 'own-only', origin: LIVE, id: 'perhaps-own' }],
    [['perhaps-own'], true, { verdict: 'unknown', because: 'condition', origin: LIVE, id: 'perhaps-own' }],
    [['perhaps'], false, { verdict: 'unknown', because: 'condition', origin: LIVE, id: 'perhaps' }],
    [['perhaps', 'pin-message'], false, { verdict: 'yes', because: 'granted', origin: LIVE, id: 'pin-message' }],
    [[], false, { verdict: 'no', because: 'not-granted', origin: LIVE }],
    [undefined, false, { verdict: 'unknown', because: 'undeclared', origin: undefined }],
  ])('%j, own %s', (ids, own, expected) => {
    expect(ask(ids, own)).toEqual(expected);
  });

  test('switches of the app stand above grants', () => {
    const question = { role: 'guest', permission: 'delete-channel', own: false };
    const off = { unchecked: LIVE, legacy: LIVE };
    expect(answer(liveScope({}), NONE, question, off)).toMatchObject({ verdict: 'yes', because: 'unchecked' });
    expect(answer(liveScope({}), NONE, question, { legacy: LIVE })).toMatchObject({
      verdict: 'unknown',
      because: 'legacy',
    });
  });

  test('what is known of a role comes from the nearest list', () => {
    const live = wholeScope('t', { host: ['pin-message'], guest: ['pin-message'] }, LIVE);
    const planned = declaredOver(live, { guest: [] }, '/channel_types/t/grants');
    const permission = { permission: 'pin-message', own: false };
    expect(answer(planned, NONE, { role: 'host', ...permission })).toMatchObject({ verdict: 'yes', origin: LIVE });
    expect(answer(planned, NONE, { role: 'guest', ...permission })).toMatchObject({
      verdict: 'no',
      origin: { from: 'configuration', at: '/channel_types/t/grants/guest' },
    });
    expect(answer(planned, NONE, { role: 'nobody', ...permission })).toMatchObject({ verdict: 'no', origin: LIVE });
    const partial = partialScope('.app', { guest: [] }, LIVE);
    expect(answer(partial, NONE, { role: 'admin', ...permission })).toMatchObject({ verdict: 'unknown' });
  });

  test('own is contained in any, and the order of a list means nothing', () => {
    fc.assert(
      fc.property(someIds, someDefinitions, anId, (ids, custom_, id) => {
        const { permission } = askedBy(id, custom_);
        const of = (list: readonly string[], own: boolean) =>
          answer(liveScope({ host: list }), custom_, { role: 'host', permission, own }).verdict;
        const rank = { no: 0, unknown: 1, yes: 2 };
        expect(rank[of(ids, true)]).toBeGreaterThanOrEqual(rank[of(ids, false)]);
        expect(accessOf(ids.toReversed(), custom_, permission)).toBe(accessOf(ids, custom_, permission));
        expect(of(ids.toReversed(), true)).toBe(of(ids, true));
        // More grants never take anything away.
        expect(rank[of([...ids, id], false)]).toBeGreaterThanOrEqual(rank[of(ids, false)]);
      }),
    );
  });
});
