/** The matrix before and after: which cells there are, and that nothing but a change of what is granted shows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrixOf, type Side } from '../../../src/impact/permissions/matrix.ts';
import type { Definitions } from '../../../src/impact/permissions/rights.ts';
import { declaredOver, unknownScope } from '../../../src/impact/permissions/scope.ts';
import { custom, liveScope, NONE, someDefinitions, someGrants } from './support.ts';

type Grants = Readonly<Record<string, readonly string[]>>;

const side = (grants: Grants, definitions: Definitions = NONE): Side => ({
  scopes: new Map([['messaging', liveScope(grants)]]),
  definitions,
});
const shown = (before: Side, after: Side, roles: readonly string[] = []) =>
  matrixOf(before, after, roles).map(
    (cell) => `${cell.scope} ${cell.role} ${cell.permission} ${cell.before}→${cell.after}`,
  );

describe('cells', () => {
  test('all of a scope in which one changes, but for those that are none on both sides', () => {
    const before = side({ host: ['pin-message-owner', 'add-links'], guest: ['read-channel'] });
    const after = side({ host: ['pin-message', 'add-links'], guest: ['read-channel'] });
    expect(shown(before, after)).toEqual([
      'messaging guest read-channel any→any',
      'messaging host add-links any→any',
      'messaging host pin-message own→any',
    ]);
  });

  test('none of a scope in which nothing changes', () => {
    const scopes = (grants: Grants) =>
      new Map([
        ['messaging', liveScope({ host: ['add-links'] })],
        ['team', liveScope(grants, 'team')],
      ]);
    const before = { scopes: scopes({ host: [] }), definitions: NONE };
    const after = { scopes: scopes({ host: ['add-links'] }), definitions: NONE };
    expect(shown(before, after)).toEqual(['team host add-links none→any']);
  });

  test('an owner’s form beside the whole one changes nothing', () => {
    expect(shown(side({ host: ['pin-message'] }), side({ host: ['pin-message', 'pin-message-owner'] }))).toEqual([]);
  });

  test('losing the reach into other teams leaves the own one', () => {
    expect(shown(side({ host: ['pin-message-any-team'] }), side({ host: ['pin-message'] }))).toEqual([
      'messaging host pin-message any→any',
      'messaging host pin-message-any-team any→none',
    ]);
  });

  test('a custom permission that means something else', () => {
    const grants = { host: ['pin-verified'] };
    expect(
      shown(
        side(grants, new Map([['pin-verified', custom()]])),
        side(grants, new Map([['pin-verified', custom({ isConditional: true })]])),
      ),
    ).toEqual(['messaging host pin-message any→unknown', 'messaging host pin-verified any→any']);
  });

  test('of a new type: what is declared, and unknown for all other roles', () => {
    const scope = declaredOver(unknownScope('room'), { host: ['add-links'] }, '/x');
    const after: Side = { scopes: new Map([['room', scope]]), definitions: NONE };
    expect(shown({ scopes: new Map(), definitions: NONE }, after, ['guest', 'host'])).toEqual([
      'room guest add-links none→unknown',
      'room host add-links none→any',
    ]);
  });

  test('of a type that goes: nothing is left', () => {
    expect(shown(side({ host: ['add-links'] }), { scopes: new Map(), definitions: NONE })).toEqual([
      'messaging host add-links any→none',
    ]);
  });
});

describe('laws', () => {
  /** A second reading of the same rules, by sets: what a list of ids gives, without the ids. */
  function meaningOf(grants: Grants, definitions: Definitions): string {
    const rows = Object.entries(grants).flatMap(([role, ids]) => {
      const has = {
        any: new Set<string>(),
        own: new Set<string>(),
        perhapsAny: new Set<string>(),
        perhaps: new Set<string>(),
      };
      for (const id of ids) {
        const defined = definitions.get(id);
        const isOwn = defined?.owner ?? /-owner(?=-any-team$|$)/.test(id);
        const bare = id.replace(/-any-team$/, '').replace(/-owner$/, '');
        const action =
          defined === undefined
            ? bare
            : defined.action.replace(/[A-Z]/g, (letter, at) => `${at === 0 ? '' : '-'}${letter.toLowerCase()}`);
        const wide = defined === undefined ? id.endsWith('-any-team') : !defined.sameTeam;
        const names = [action, ...(wide ? [`${action}-any-team`] : [])];
        if (defined !== undefined) (isOwn ? has.own : has.any).add(id);
        for (const name of names) {
          if (defined?.isConditional) (isOwn ? has.perhaps : has.perhapsAny).add(name);
          else (isOwn ? has.own : has.any).add(name);
        }
      }
      const all = new Set([...has.any, ...has.own, ...has.perhaps, ...has.perhapsAny]);
      return [...all].map((name) => {
        if (has.any.has(name)) return `${role} ${name} any`;
        if (has.perhapsAny.has(name)) return `${role} ${name} unknown`;
        return `${role} ${name} ${has.own.has(name) ? 'own' : 'unknown'}`;
      });
    });
    return rows.sort().join('\n');
  }

  test('there are cells exactly if what is granted means something else', () => {
    fc.assert(
      fc.property(someGrants, someGrants, someDefinitions, someDefinitions, (was, is, had, has) => {
        const cells = matrixOf(side(was, had), side(is, has), []);
        expect(cells.length > 0).toBe(meaningOf(was, had) !== meaningOf(is, has));
      }),
    );
  });

  test('the cells after are what is granted after', () => {
    fc.assert(
      fc.property(someGrants, someDefinitions, (grants, definitions) => {
        const cells = matrixOf({ scopes: new Map(), definitions }, side(grants, definitions), []);
        const rows = cells.map(({ role, permission, after }) => `${role} ${permission} ${after}`);
        expect(rows.sort().join('\n')).toBe(meaningOf(grants, definitions));
      }),
    );
  });

  test('the order of roles and of ids means nothing', () => {
    fc.assert(
      fc.property(someGrants, someGrants, someDefinitions, (was, is, definitions) => {
        const turned = (grants: Grants) =>
          Object.fromEntries(
            Object.entries(grants)
              .toReversed()
              .map(([role, ids]) => [role, ids.toReversed()]),
          );
        expect(matrixOf(side(turned(was), definitions), side(turned(is), definitions), [])).toEqual(
          matrixOf(side(was, definitions), side(is, definitions), []),
        );
        expect(matrixOf(side(was, definitions), side(turned(was), definitions), [])).toEqual([]);
      }),
    );
  });
});
