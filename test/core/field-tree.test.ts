import { describe, expect, test } from 'vitest';
import { leavesOf, specAt } from '../../src/core/field-tree.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { FieldSpec } from '../../src/core/kind.ts';
import { toyKind } from '../engine/support.ts';

const fields: Readonly<Record<string, FieldSpec>> = {
  '/name': { absent: '' },
  '/tags': { shape: 'set' },
  '/box': { shape: 'value' },
  '/custom': { shape: 'open' },
  '/section/a': {},
  '/section/deep/b': {},
  '/people': { shape: 'entries' },
  '/people/*/role': { absent: 'member' },
  '/people/*/custom': { shape: 'open' },
  '/people/*/mode': { meta: true },
  '/bare': { shape: 'entries' },
  '/a~1b': {},
  '/protect': { meta: true },
};
const kind = toyKind({ name: 'thing', fields });

describe('leaves of a body', () => {
  test.each<[string, JsonObject, readonly (readonly [path: string, pattern: string, unit: string])[]]>([
    ['a plain field', { name: 'x' }, [['/name', '/name', 'field']]],
    [
      'a set and a box are compared whole',
      { tags: ['a'], box: { deep: { er: 1 } } },
      [
        ['/tags', '/tags', 'field'],
        ['/box', '/box', 'field'],
      ],
    ],
    [
      'an open map is its keys',
      { custom: { 'a/b': { c: 1 }, d: null } },
      [
        ['/custom/a~1b', '/custom', 'key'],
        ['/custom/d', '/custom', 'key'],
      ],
    ],
    ['an empty open map is nothing', { custom: {} }, []],
    ['a null map is one field', { custom: null }, [['/custom', '/custom', 'field']]],
    [
      'a section is its fields, and only those of the table',
      { section: { a: 1, deep: { b: 2 }, other: 3 } },
      [
        ['/section/a', '/section/a', 'field'],
        ['/section/deep/b', '/section/deep/b', 'field'],
      ],
    ],
    ['a section that is no object is nothing', { section: null }, []],
    [
      'entries stand before their fields',
      { people: { ann: { role: 'x', custom: { k: 1 }, mode: 'm', other: 1 } } },
      [
        ['/people/ann', '/people', 'entry'],
        ['/people/ann/role', '/people/*/role', 'field'],
        ['/people/ann/custom/k', '/people/*/custom', 'key'],
      ],
    ],
    ['an entry may be null', { people: { ann: null } }, [['/people/ann', '/people', 'entry']]],
    ['entries need no fields of their own', { bare: { ann: { x: 1 } } }, [['/bare/ann', '/bare', 'entry']]],
    ['instructions to the tool and unknown fields are no leaves', { protect: true, unknown: 1 }, []],
    ['names may hold slashes', { 'a/b': 1 }, [['/a~1b', '/a~1b', 'field']]],
    ['undefined members do not count', { name: undefined as unknown as null }, []],
  ])('%s', (_name, body, expected) => {
    expect(leavesOf(kind, body).map((leaf) => [leaf.path, leaf.pattern, leaf.unit])).toEqual(expected);
  });
});

describe('the row of a pointer', () => {
  test.each([
    ['/name', '/name'],
    ['/custom/color', '/custom'],
    ['/section/deep/b', '/section/deep/b'],
    ['/people/ann', '/people'],
    ['/people/ann/role', '/people/*/role'],
    ['/people/ann/custom/k', '/people/*/custom'],
    ['/bare/ann', '/bare'],
    ['/people', '/people'],
  ])('%s falls under %s', (at, pattern) => {
    expect(specAt(kind, at)).toEqual({ pattern, spec: fields[pattern] });
  });

  test.each(['/unknown', '/section', '/section/other', '/people/ann/other', ''])('%j has none', (at) => {
    expect(specAt(kind, at)).toBeUndefined();
  });
});
