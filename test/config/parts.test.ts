// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables are part of what is tried.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Context } from '../../src/config/context.ts';
import { DISK } from '../../src/config/files.ts';
import { locateIn } from '../../src/config/locate.ts';
import { parseYaml } from '../../src/config/parse.ts';
import { cut } from '../../src/config/parts/cut.ts';
import { readInParts } from '../../src/config/parts/read.ts';
import { Report } from '../../src/config/report.ts';
import { Schemas } from '../../src/config/schema.ts';
import { SecretFields } from '../../src/config/secrets.ts';
import { SourceFile } from '../../src/config/source.ts';
import { toJson } from '../../src/config/tree.ts';
import { isArray, isObject, type Json, type Pointer, pointer } from '../../src/core/json.ts';
import { FIXTURES, KINDS, SCHEMAS } from './support.ts';

const FILE = '/folder/chat.config.yaml';
const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const schemas = new Schemas(SCHEMAS);
const secrets = new SecretFields(KINDS);

function context(): Context {
  const report = new Report((at) => at);
  return { kinds: KINDS, schemas, secrets, files: DISK, environ: {}, env: undefined, strict: false, report };
}

function inParts(text: string) {
  const { report, ...rest } = context();
  const read = readInParts(new SourceFile(FILE, text), { ...rest, report });
  return read === undefined ? undefined : { ...read, report };
}

function asAWhole(text: string) {
  const { report } = context();
  const parsed = parseYaml(new SourceFile(FILE, text), secrets, report);
  return { ...toJson(parsed, schemas.document(KINDS), schemas, report), parsed, report };
}

/** Pointers of a value, some that lead nowhere, and some that are spelled as after normalising. */
function pointersOf(value: Json | undefined, at: Pointer, depth: number): Pointer[] {
  const all = depth === 0 ? [at] : [at, `${at}/nothing/here`, `${at}/custom/name`, `${at}/list/0`];
  if (depth > 4) return all;
  const children = isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
  return [...all, ...[...children].flatMap(([key, each]) => pointersOf(each, at + pointer(String(key)), depth + 1))];
}

/** Whether the text was read in parts; all that comes of it has to be what comes of the whole. */
function agrees(text: string): boolean {
  const parts = inParts(text);
  if (parts === undefined) return false;
  const whole = asAWhole(text);
  expect(whole.parsed.isBroken).toBe(false);
  expect(isDeepStrictEqual(parts.value, whole.value)).toBe(true);
  expect(JSON.stringify(parts.value)).toBe(JSON.stringify(whole.value));
  expect([...parts.dropped].toSorted()).toEqual([...whole.dropped].toSorted());
  expect(parts.report.list()).toEqual(whole.report.list());
  for (const at of pointersOf(whole.value, '', 0).slice(0, 200)) {
    for (const what of ['key', 'value'] as const) {
      const [a, b] = [parts.parsed, whole.parsed].map((parsed) => locateIn(parsed, at, what));
      expect({ at, what, ...a }).toEqual({ at, what, ...b });
    }
  }
  return true;
}

function yamlFilesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const TEXTS: readonly (readonly [string, string, 'parts' | 'whole'])[] = [
  ['block maps', 'version: 1\nusers:\n  ann:\n    name: Ann\n    level: 3\n', 'parts'],
  ['short forms', 'roles: [host, vip]\nusers: { ann: { name: Ann } }\n', 'parts'],
  ['comments everywhere', '# a\n---\n# b\nusers: # c\n    # d\n  ann: # e\n      name: A#1 # f\n # g\n', 'parts'],
  ['carriage returns', 'version: 1\r\nusers:\r\n  ann:\r\n    name: "A"\r\n\r\n    level: 2\r\n', 'parts'],
  ['no line break at the end', 'version: 1\nusers:\n  ann: { level: 1 }', 'parts'],
  ['keys taken from the source', 'users:\n  007: {}\n  1e3: {}\n  "0x1": {}\n  12345678901234567890: {}\n', 'parts'],
  ['lists at the indent of their key', 'users:\n  ann:\n    teams:\n    - a\n    - b\n    level: 1\n', 'parts'],
  ['a list of the root at its margin', 'removed:\n- user.a\n- address: user.b\n  on_removal: keep\n', 'parts'],
  ['a block text', 'users:\n  ann:\n    name: |\n      a\n\n      # b\n  bob: {}\n', 'parts'],
  ['a text over several lines', 'users:\n  ann:\n    name: a\n      b\n  bob:\n    name: "c\n      d"\n', 'parts'],
  [
    'numbers of all kinds',
    'users:\n  a: { level: 0x1f }\n  b: { level: 1.50 }\n  c: { level: -0 }\n  d: { level: .inf }\n',
    'parts',
  ],
  ['words of all kinds', 'users:\n  a: { custom: { a: ~, b: Null, c: TRUE, d: no, e: False, f: nULL } }\n', 'parts'],
  ['a duplicate key of a section', 'users:\n  a: {}\n  b: {}\n  a: { level: 1 }\n  a:\n', 'parts'],
  ['a duplicate key inside', 'users:\n  a:\n    level: 1\n    level: 2\n', 'parts'],
  ['empty values', 'users:\n  a:\n  b:\n    level:\nroles:\n', 'parts'],
  ['bad keys', 'users:\n  __proto__: {}\n  a: { __proto__: 1 }\n  $x: {}\n  "${A}": {}\n', 'whole'],
  ['prototype keys', 'users:\n  __proto__: {}\n  constructor: {}\n  toString: { hasOwnProperty: 1 }\n', 'parts'],
  ['secrets', 'app:\n  apn_config: { auth_key: hidden, x: }\n  other: ${A}\n', 'parts'],
  ['file references', 'app:\n  apn_config: { auth_key: "${file:a.p8}" }\n  description: "${file:b.txt}"\n', 'parts'],
  ['a tag', 'users:\n  a: { name: !thing x }\n', 'parts'],
  ['an anchor and no alias', 'users:\n  a: &a { level: 1 }\n  b: {}\n', 'parts'],
  ['a merge of what stands there', 'users:\n  a:\n    <<: { level: 1 }\n    name: x\n', 'parts'],
  ['an alias', 'users:\n  a: &a { level: 1 }\n  b: *a\n', 'whole'],
  ['a merge of an alias', 'users:\n  a: &a { level: 1 }\n  b:\n    <<: *a\n', 'whole'],
  [
    'a user who is called list',
    'users:\n  list: { level: 1 }\n  members: { level: 2 }\n  custom: { name: x }\n',
    'parts',
  ],
  ['several documents', 'version: 1\n---\nversion: 1\n', 'whole'],
  ['a duplicate section', 'version: 1\nversion: 1\n', 'whole'],
  ['a quote that never ends', 'users:\n  a: { name: "x }\n  b: {}\n', 'whole'],
  ['a tab', 'users:\n\ta: 1\n', 'whole'],
  ['no map', '- a\n', 'whole'],
  ['nothing', '# nothing\n', 'whole'],
];

describe('reading in parts', () => {
  test.each(TEXTS)('%s', (_, text, expected) => {
    expect(agrees(text) ? 'parts' : 'whole').toBe(expected);
  });

  test('every example and every fixture is read as the whole is, most of them in parts', () => {
    const files = [...yamlFilesOf(EXAMPLES), ...yamlFilesOf(FIXTURES)];
    const read = files.filter((file) => agrees(readFileSync(file, 'utf8')));
    expect(files.length).toBeGreaterThan(20);
    expect(read.length / files.length).toBeGreaterThan(0.5);
  });
});

const word = fc.stringMatching(/^[a-z][a-z0-9_-]{0,5}$/);
const odd = fc.constantFrom(
  ...['', 'a: b', '# x', 'x #y', '007', '1e3', '[', "it's", 'é\n', 'two words', 'null', '~', '-', '- a', '"q"', '${A}'],
  ...[
    '-1',
    '1_0',
    '0b1',
    '.5',
    '5.',
    '+1',
    'True',
    'no',
    '<<',
    '=',
    '@a',
    '%',
    '`',
    'a\tb',
    'x:',
    ':x',
    '?',
    'https://a.b/c?d',
  ],
);
const name = fc.oneof({ arbitrary: word, weight: 12 }, { arbitrary: odd, weight: 1 });
const anyText = fc.oneof(word, odd, fc.string({ unit: 'grapheme', maxLength: 12 }));
const scalar = fc.oneof(
  anyText,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(name, tie('tree'), { maxKeys: 3 }),
  ) as fc.Arbitrary<Json>,
}));
const root = fc.dictionary(
  fc.constantFrom('version', 'users', 'channels', 'roles', 'app', 'removed', 'environments', 'other'),
  fc.oneof(tree, fc.dictionary(name, tree, { maxKeys: 4 })),
  { minKeys: 1, maxKeys: 4 },
);
const style = fc.record({
  indent: fc.integer({ min: 1, max: 5 }),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
  defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
  defaultKeyType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
  flowCollectionPadding: fc.boolean(),
  aliasDuplicateObjects: fc.boolean(),
});

describe('any document', () => {
  test('is read as the parser reads it, or not at all', { timeout: 60_000 }, () => {
    let read = 0;
    fc.assert(
      fc.property(root, style, (value, options) => {
        const text = stringify(value, options);
        if (agrees(text)) read += 1;
      }),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(100);
  });

  test('stays so when its characters are disturbed', { timeout: 60_000 }, () => {
    const disturbance = fc.tuple(
      fc.nat(),
      fc.nat({ max: 2 }),
      fc.constantFrom(
        ' ',
        '  ',
        '\n',
        '\n  ',
        ':',
        ': ',
        '#',
        ' #',
        '-',
        '- ',
        '"',
        "'",
        '{',
        '}',
        '[',
        ']',
        ',',
        '&a ',
        '*a',
        '!t ',
        '|',
        '>',
        '? ',
        '\t',
        '\r',
        '\r\n',
        '%',
        '---\n',
        '...\n',
        '\u2028',
        '\u0085',
        '\u00a0',
        '\ufeff',
        '\\',
        '${',
        '<<: ',
      ),
    );
    fc.assert(
      fc.property(root, style, fc.array(disturbance, { minLength: 1, maxLength: 3 }), (value, options, all) => {
        let text = stringify(value, options);
        for (const [seed, gone, put] of all) {
          const at = seed % (text.length + 1);
          text = text.slice(0, at) + put + text.slice(at + gone);
        }
        agrees(text);
      }),
      { numRuns: 600 },
    );
  });
});

describe('hostile files', () => {
  test('a line of a million characters', () => {
    const long = 'x'.repeat(1_000_000);
    const parts = inParts(`users:\n  a:\n    name: ${long}\n  b:\n    name: "${long}"\n`);
    expect(parts?.value).toEqual({ users: { a: { name: long }, b: { name: long } } });
    for (const text of [`users:\n  ${long}: {}\n`, `${long}: 1\n`, `users:\n  a: ${'a:'.repeat(500_000)}\n`])
      agrees(text);
  });

  test('deep nesting is left to the parser, which refuses it', () => {
    const deep = `users:\n  a: { custom: ${'['.repeat(5000)}${']'.repeat(5000)} }\n`;
    expect(inParts(deep)).toBeUndefined();
    const stairs = Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
    expect(inParts(`users:\n ${stairs.replaceAll('\n', '\n ')}`)).toBeUndefined();
  });

  test('thousands of keys that stand there again are each reported once', () => {
    const text = `users:\n${'  a: {}\n'.repeat(3000)}`;
    expect(inParts(text)?.report.list()).toHaveLength(2999);
  });
});

test('a text is cut at its root and below bare keys', () => {
  expect(cut('a: 1\nb:\n  # c\n  d: 1\n  e:\n    f: 1\ng:\n- h\n')).toEqual([
    { key: 'a', start: 0, end: 5, indent: 0, starts: [] },
    { key: 'b', start: 5, end: 35, indent: 2, starts: [14, 21] },
    { key: 'g', start: 35, end: 42, indent: 0, starts: [] },
  ]);
});
