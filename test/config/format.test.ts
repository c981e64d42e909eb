import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { formatYaml } from '../../src/config/format.ts';
import { textOf } from '../docs/pages.ts';

describe('a file is laid out', () => {
  test.each<[string, string, string]>([
    [
      'spaces and padding',
      'version:   1\nusers: {ann:   {name: Ann}}\nroles: [ a,b ]\n',
      'version: 1\nusers: { ann: { name: Ann } }\nroles: [a, b]\n',
    ],
    [
      'indentation',
      'version: 1\nusers:\n    ann:\n        name: Ann\n',
      'version: 1\n\nusers:\n  ann:\n    name: Ann\n',
    ],
    [
      'what it is first, what is about it last',
      'environments: { eu: {} }\nroles: [a]\ntarget: { api_key: k }\nversion: 1\n',
      'version: 1\ntarget: { api_key: k }\nroles: [a]\nenvironments: { eu: {} }\n',
    ],
    ['resources stay in their order', 'version: 1\nusers: {}\nroles: []\n', 'version: 1\nusers: {}\nroles: []\n'],
    [
      'blank lines around what is long',
      'version: 1\nusers:\n  ann: {}\n\n\n\nroles: [a]\n',
      'version: 1\n\nusers:\n  ann: {}\n\nroles: [a]\n',
    ],
    [
      'comments stay with what they are about',
      'version: 1\nusers:\n  # Ann\n  ann: {} # the first\n  # nobody else\n',
      'version: 1\n\nusers:\n  # Ann\n  ann: {} # the first\n  # nobody else\n',
    ],
    [
      'also behind a key',
      'version: 1\napp:\n  grants: # outside\n    user: [a]\n',
      'version: 1\n\napp:\n  grants: # outside\n    user: [a]\n',
    ],
    [
      'the head of a file stays its head',
      '# yaml-language-server: $schema=x\nroles: [a]\nversion: 1\n',
      '# yaml-language-server: $schema=x\n\nversion: 1\nroles: [a]\n',
    ],
    [
      'quotes, block texts and long lines stay',
      `version: 1\nusers:\n  ann: { name: "Ann", custom: { bio: ${'long '.repeat(40)}end } }\n  bob:\n    name: |\n      two\n      lines\n`,
      `version: 1\n\nusers:\n  ann: { name: "Ann", custom: { bio: ${'long '.repeat(40)}end } }\n  bob:\n    name: |\n      two\n      lines\n`,
    ],
    [
      'anchors stay',
      'version: 1\nusers:\n  ann: &a { name: Ann }\n  bob: *a\n',
      'version: 1\n\nusers:\n  ann: &a { name: Ann }\n  bob: *a\n',
    ],
    ['line breaks of Windows', 'version: 1\r\nroles: [a]\r\n', 'version: 1\nroles: [a]\n'],
    [
      'ids that look like numbers',
      'version: 1\nusers: { 007: {}, 1e3: {} }\n',
      'version: 1\nusers: { 007: {}, 1e3: {} }\n',
    ],
    ['a missing line break at the end', 'version: 1', 'version: 1\n'],
  ])('%s', (_name, before, after) => {
    expect(formatYaml(before)).toBe(after);
    expect(formatYaml(after)).toBe(after);
  });

  test.each([
    ['no YAML', 'a: ['],
    ['no map', '- a'],
    ['nothing', ''],
    ['a key twice', 'a: 1\na: 2'],
    ['several documents', 'a: 1\n---\nb: 2\n'],
    ['a letter of our own', 'a: 1 # \ue0b1'],
  ])('not %s', (_name, text) => {
    expect(formatYaml(text)).toBeUndefined();
  });

  test('says the same as before, and the same when laid out again', () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), json, { minKeys: 1 }), (value) => {
        const text = stringify(value);
        const laid = formatYaml(text);
        if (laid === undefined) return;
        expect(parse(laid)).toEqual(parse(text));
        expect(formatYaml(laid)).toBe(laid);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    'chat.config.yaml',
    'examples/minimal/chat.config.yaml',
    'examples/moderation/chat.config.yaml',
    'examples/rosters/chat.config.yaml',
  ])('as %s is', (file) => {
    expect(formatYaml(textOf(file))).toBe(textOf(file));
  });

  test('a large file in reasonable time', () => {
    const users = Array.from({ length: 2000 }, (_, index) => `  user-${index}: { name: "User ${index}" }`).join('\n');
    expect(formatYaml(`version: 1\n\nusers:\n${users}\n`)).toContain('user-1999');
  });
});
