import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/core/plan.ts';
import { massChanges, protectedChanges } from '../../src/impact/guards.ts';
import { aChange } from '../engine/support.ts';

const many = (count: number, parts: Partial<Change>, kind = 'user') =>
  Array.from({ length: count }, (_, index) => aChange(kind, `${index}`, parts));
const codes = (changes: readonly Change[], managed: number, kind = 'user') =>
  massChanges(changes, new Map([[kind, managed]])).map((each) => each.code);

describe('too many at once', () => {
  test.each<[string, number, number, boolean]>([
    ['3 of 10 are 30 %, not more', 3, 10, false],
    ['4 of 10 are more', 4, 10, true],
    ['all of 9 are too few to tell', 9, 9, false],
    ['30 of 100', 30, 100, false],
    ['31 of 100', 31, 100, true],
    ['none', 0, 100, false],
  ])('%s', (_name, count, managed, guarded) => {
    expect(codes(many(count, { action: 'remove' }), managed)).toEqual(guarded ? ['mass-change'] : []);
    expect(codes(many(count, { action: 'replace' }), managed)).toEqual(guarded ? ['mass-change'] : []);
  });

  test('any act of a removal counts; what is held back, made or changed does not', () => {
    for (const removal of ['deactivate', 'disable', 'delete', 'hard_delete'] as const)
      expect(codes(many(5, { action: 'remove', removal }), 10)).toEqual(['mass-change']);
    expect(codes(many(5, { action: 'remove', heldBack: 'allow-delete' }), 10)).toEqual([]);
    expect(codes(many(5, { action: 'create' }), 10)).toEqual([]);
    expect(codes(many(5, { action: 'update' }), 10)).toEqual([]);
  });

  test('each kind for itself; one that nobody counted is none', () => {
    const changes = [...many(2, { action: 'remove' }, 'user'), ...many(2, { action: 'remove' }, 'role')];
    expect(
      massChanges(
        changes,
        new Map([
          ['user', 20],
          ['role', 20],
        ]),
      ),
    ).toEqual([]);
    expect(massChanges(many(50, { action: 'remove' }), new Map())).toEqual([]);
  });

  test('the error names the numbers and the way through', () => {
    const [error] = massChanges(many(5, { action: 'remove' }), new Map([['user', 10]]));
    expect(error).toMatchObject({
      severity: 'error',
      subject: 'user',
      detail: '5 of 10 users would go, which is more than 30 %. If that is meant, run again with --allow-mass-change.',
    });
  });
});

describe('too many members of a channel', () => {
  const members = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`u${index}`, {}]));
  const losing = (gone: number, of: number, parts: Partial<Change> = {}) =>
    aChange('channel', 'a:b', {
      live: { members: members(of) },
      fields: Array.from({ length: gone }, (_, index) => ({ path: `/members/u${index}`, before: {} })),
      ...parts,
    });

  test.each<[string, Change, boolean]>([
    ['30 %', losing(3, 10), false],
    ['40 %', losing(4, 10), true],
    ['of a small channel', losing(9, 9), false],
    ['held back', losing(9, 10, { heldBack: 'in-use' }), false],
    ['of another kind', losing(9, 10, { kind: 'thing' }), false],
    ['of a channel whose members were not read', losing(9, 10, { live: {} }), false],
    [
      'additions',
      aChange('channel', 'a:b', {
        live: { members: members(10) },
        fields: Array.from({ length: 9 }, (_, index) => ({ path: `/members/n${index}`, after: {} })),
      }),
      false,
    ],
    [
      'custom data that goes',
      aChange('channel', 'a:b', {
        live: { members: members(10) },
        fields: Array.from({ length: 9 }, (_, index) => ({ path: `/members/u${index}/custom/k`, before: 1 })),
      }),
      false,
    ],
  ])('%s', (_name, change, guarded) => {
    expect(massChanges([change], new Map()).map((each) => [each.code, each.subject])).toEqual(
      guarded ? [['mass-change', 'channel.a:b']] : [],
    );
  });
});

describe('protected resources', () => {
  test.each<[string, Partial<Change>, boolean]>([
    ['replaced', { action: 'replace', protect: true }, true],
    ['removed', { action: 'remove', protect: true }, true],
    ['replaced without protection', { action: 'replace', next: {} }, false],
    ['replaced, but held back', { action: 'replace', protect: true, heldBack: 'allow-delete' }, false],
    ['changed', { action: 'update', protect: true }, false],
    ['made', { action: 'create', protect: true }, false],
  ])('%s', (_name, parts, guarded) => {
    expect(
      protectedChanges([aChange('blocklist', 'rules', parts)]).map((each) => [each.severity, each.code, each.subject]),
    ).toEqual(guarded ? [['error', 'protected', 'blocklist.rules']] : []);
  });
});
