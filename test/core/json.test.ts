import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asArray,
  asObject,
  asString,
  canonicalJson,
  equalJson,
  type Json,
  type JsonObject,
  pointer,
  tokensOf,
  valueAt,
  withValueAt,
} from '../../src/core/json.ts';

const json = fc.jsonValue() as fc.Arbitrary<Json>;

describe('expectations of replies', () => {
  test.each([
    [() => asObject([], 'app'), 'expected app to be an object, got a list'],
    [() => asObject(undefined), 'expected value to be an object, got nothing'],
    [() => asArray(null, 'users'), 'expected users to be a list, got null'],
    [() => asArray({}), 'expected value to be a list, got object'],
    [() => asString(7, 'id'), 'expected id to be a string, got number'],
    [() => asString(true), 'expected value to be a string, got boolean'],
  ])('%#: says what came instead', (act, message) => expect(act).toThrow(new TypeError(message)));

  test('hands on what is as expected', () => {
    expect(asObject({ a: 1 })).toEqual({ a: 1 });
    expect(asArray([1])).toEqual([1]);
    expect(asString('a')).toBe('a');
  });
});

describe('canonical text and equality', () => {
  test('the order of keys means nothing, that of lists does', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
    expect(equalJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(equalJson([1, 2], [2, 1])).toBe(false);
  });

  test.each([
    [undefined, null],
    [[1], [1, 2]],
    [[1], { 0: 1 }],
    [{ 0: 1 }, [1]],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: undefined as unknown as Json }, { b: undefined as unknown as Json }],
    ['1', 1],
    [{}, null],
  ])('%j and %j differ', (a, b) => expect(equalJson(a, b)).toBe(false));

  test.each<[string, string]>([
    ['{"b":1,"10":2,"9":3,"a":4}', '{"10":2,"9":3,"a":4,"b":1}'],
    ['{"z":{"2":[],"10":{}},"__proto__":{"y":1}}', '{"__proto__":{"y":1},"z":{"10":{},"2":[]}}'],
    ['[{"b":"\\u2028","a":"ä\\n\\""},[{"1":null}]]', '[{"a":"ä\\n\\"","b":"\u2028"},[{"1":null}]]'],
  ])('%s has its keys in the order of their texts, whatever they are', (text, canonical) =>
    expect(canonicalJson(JSON.parse(text) as Json)).toBe(canonical),
  );

  test('equal values have equal texts, and only they', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(equalJson(a, a)).toBe(true);
        expect(equalJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
        expect(equalJson(JSON.parse(canonicalJson(a)) as Json, a)).toBe(true);
      }),
    );
  });
});

describe('pointers', () => {
  test('tokens are escaped and unescaped', () => {
    expect(pointer('a/b', '~1', 0)).toBe('/a~1b/~01/0');
    fc.assert(
      fc.property(fc.array(fc.string()), (tokens) => {
        expect(tokensOf(pointer(...tokens))).toEqual(tokens);
      }),
    );
  });

  test.each<[string, Json | undefined]>([
    ['', { a: { 'b/c': [10, { d: null }] } }],
    ['/a/b~1c/0', 10],
    ['/a/b~1c/1/d', null],
    ['/a/b~1c/2', undefined],
    ['/a/x/y', undefined],
    ['/a/b~1c/0/z', undefined],
    ['/toString', undefined],
  ])('value at %j', (at, expected) => {
    expect(valueAt({ a: { 'b/c': [10, { d: null }] } }, at)).toEqual(expected);
  });

  test.each<[string, Json | undefined, JsonObject]>([
    ['/a', 2, { a: 2, b: { c: 1 } }],
    ['/b/c', undefined, { a: 1, b: {} }],
    ['/b/d/e', 3, { a: 1, b: { c: 1, d: { e: 3 } } }],
    ['/a/x', 4, { a: { x: 4 }, b: { c: 1 } }],
    ['', { z: 1 }, { z: 1 }],
    ['', 'no object', {}],
  ])('setting %j to %j', (at, next, expected) => {
    const before = { a: 1, b: { c: 1 } };
    expect(withValueAt(before, at, next)).toEqual(expected);
    expect(before).toEqual({ a: 1, b: { c: 1 } });
  });

  test('what was set is found', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }), json, (tokens, value) => {
        fc.pre(!tokens.includes('__proto__'));
        expect(valueAt(withValueAt({ a: 1 }, pointer(...tokens), value), pointer(...tokens))).toEqual(value);
      }),
    );
  });
});
