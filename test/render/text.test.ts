import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aboutSeconds, columns, count, counted, shorten, tookSeconds, visible, wrap } from '../../src/render/text.ts';
import { formatValue } from '../../src/render/value.ts';

describe('visible', () => {
  test.each([
    ['plain text', 'plain text'],
    ['Grüße, 世界', 'Grüße, 世界'],
    ['👩‍👩‍👧 family', '👩‍👩‍👧 family'],
    ['\u001b[31mred', '\\u001b[31mred'],
    ['a\tb\r\nc', 'a\\tb\\r\\nc'],
    ['\u007f\u009b', '\\u007f\\u009b'],
    ['zero\u200bwidth', 'zero\\u200bwidth'],
    ['joined\u200dletters', 'joined\\u200dletters'],
    ['\u2028\u2066\ufeff', '\\u2028\\u2066\\ufeff'],
    ['half \ud83d pair', 'half \\ud83d pair'],
    ['\u{e0041}', '\\udb40\\udc41'],
  ])('%j', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  test('keeps the line breaks of paragraphs', () => {
    expect(visible('a\nb\u0007', { newlines: 'keep' })).toBe('a\nb\\u0007');
  });

  test('leaves no character that a terminal obeys, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/\p{Cc}|\p{Cs}|[\u200b-\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f]/u);
      }),
    );
  });
});

describe('width', () => {
  test('counts what a reader sees', () => {
    expect(columns('abc')).toBe(3);
    expect(columns('世界')).toBe(4);
    expect(columns('e\u0301')).toBe(1);
    expect(columns('👩‍👩‍👧')).toBe(2);
  });

  test('shorten keeps what fits and marks what is gone', () => {
    expect(shorten('abcdef', 6)).toBe('abcdef');
    expect(shorten('abcdef', 5)).toBe('abcd…');
    expect(shorten('世界世界', 5)).toBe('世界…');
  });

  test('shorten never exceeds the width and never breaks a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const short = shorten(text, width);
        expect(columns(short)).toBeLessThanOrEqual(width);
        if (short !== text) expect(text.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });

  test('wrap breaks at spaces, keeps indents and empty lines', () => {
    expect(wrap('one two three\n\n  four five', 9)).toEqual(['one two', 'three', '', '  four', 'five']);
    expect(wrap('incomprehensibilities', 5)).toEqual(['incomprehensibilities']);
  });
});

test('numbers and durations', () => {
  expect([0, 999, 1000, 1234567].map(count)).toEqual(['0', '999', '1,000', '1,234,567']);
  expect([counted(1, 'call'), counted(2, 'call'), counted(0, 'retry', 'retries')]).toEqual([
    '1 call',
    '2 calls',
    '0 retries',
  ]);
  expect([0.2, 4, 89.6, 300, 6000].map(aboutSeconds)).toEqual([
    'under 1 s',
    'about 4 s',
    'about 90 s',
    'about 5 min',
    'about 1.7 h',
  ]);
  expect([0.04, 3.21, 59.96, 60, 119.7, 125].map(tookSeconds)).toEqual([
    '0.0 s',
    '3.2 s',
    '1 min 0 s',
    '1 min 0 s',
    '2 min 0 s',
    '2 min 5 s',
  ]);
});

test('values that differ are shown differently', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      fc.pre(JSON.stringify(a) !== JSON.stringify(b));
      expect(formatValue(a as never)).not.toBe(formatValue(b as never));
    }),
    { numRuns: 2000 },
  );
});
