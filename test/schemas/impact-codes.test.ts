/** The configuration can name exactly the impacts that there are. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Json, valueAt } from '../../src/core/json.ts';
import { CLASSES, IMPACTS } from '../../src/impact/codes.ts';

const schema = JSON.parse(readFileSync('schemas/settings.schema.json', 'utf8')) as Json;

it('fail_on takes every class and every code', () => {
  expect(valueAt(schema, '/definitions/policy/properties/fail_on/items/enum')).toEqual([
    ...CLASSES,
    ...Object.keys(IMPACTS),
  ]);
});

it('a waiver takes every code', () => {
  expect(valueAt(schema, '/definitions/waiver/properties/code/enum')).toEqual(Object.keys(IMPACTS));
});
