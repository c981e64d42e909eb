import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, fieldAddress, fieldPath, parseAddress, parseSelector } from '../../src/core/address.ts';
import { pointer } from '../../src/core/json.ts';

describe('addresses', () => {
  test.each([
    ['app', '', 'app'],
    ['user', 'alice', 'user.alice'],
    ['user', 'a@b-c_d', 'user.a@b-c_d'],
    ['channel', 'livestream:launch', 'channel.livestream:launch'],
    ['blocklist', 'house rules', 'blocklist["house rules"]'],
    ['permission', 'v1.2', 'permission["v1.2"]'],
    ['blocklist', 'say "no"', 'blocklist["say \\"no\\""]'],
  ])('%s %j is %s', (kind, id, address) => {
    expect(addressOf(kind, id)).toBe(address);
    expect(parseAddress(address)).toEqual(id === '' ? [kind] : [kind, id]);
  });

  test.each([
    ['/custom/color', 'user.alice.custom.color'],
    ['/custom/a~1b', 'user.alice.custom["a/b"]'],
    ['/grants/a~0b', 'user.alice.grants["a~b"]'],
    ['', 'user.alice'],
  ])('field %j', (at, address) => {
    expect(fieldAddress('user.alice', at)).toBe(address);
    expect(fieldPath(at)).toBe(address.slice('user.alice'.length));
  });

  test.each([
    '',
    '.',
    'user.',
    '.alice',
    '["user"]',
    'user["alice"',
    'user[alice]',
    'user["\\x"]',
    'user.a b',
    'user alice',
  ])('%j is no address', (text) => expect(parseAddress(text)).toBeUndefined());

  test('whatever the names, parsing gives back what was joined', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z_]{1,12}$/),
        fc.string({ minLength: 1 }),
        fc.array(fc.string()),
        (kind, id, keys) => {
          const address = fieldAddress(addressOf(kind, id), pointer(...keys));
          expect(parseAddress(address)).toEqual([kind, id, ...keys]);
        },
      ),
    );
  });
});

describe('selectors', () => {
  test.each([
    ['role', 'role', 'vip', true],
    ['role', 'user', 'vip', false],
    ['user.*', 'user', 'alice', true],
    ['user.al*', 'user', 'alice', true],
    ['user.al*', 'user', 'bob', false],
    ['channel.livestream:*', 'channel', 'livestream:launch', true],
    ['channel.livestream:*', 'channel', 'messaging:launch', false],
    ['permission["a.b"]', 'permission', 'a.b', true],
    ['permission["a.b"]', 'permission', 'axb', false],
    ['user.*', 'user', 'two\nlines', true],
  ])('%s on %s %j: %s', (text, kind, id, expected) => {
    expect(parseSelector(text)?.matches(kind, id)).toBe(expected);
  });

  test.each(['user.alice.custom', '', 'user.'])('%j is no selector', (text) => {
    expect(parseSelector(text)).toBeUndefined();
  });
});
