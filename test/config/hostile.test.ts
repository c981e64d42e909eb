// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables are what is tested.
/** Files that hang, crash or fool naive readers. Each ends in diagnostics, quickly. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DiagnosticError } from '../../src/core/diagnostic.ts';
import { bodies, folderWith, load, loadFile, ROOT } from './support.ts';

async function failure(file: string): Promise<string> {
  const error: unknown = await loadFile(file).catch((cause: unknown) => cause);
  if (!(error instanceof DiagnosticError)) throw new Error('expected a DiagnosticError', { cause: error });
  expect(error.exitCode).toBe(7);
  const [first] = error.diagnostics;
  return `${first?.source?.line}:${first?.source?.column} ${first?.code}`;
}

describe('a root file that cannot be read', () => {
  test('does not exist', async () => {
    expect(await failure(join(folderWith({}), ROOT))).toBe('1:1 file-not-found');
  });

  test('is a directory', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, ROOT));
    expect(await failure(join(folder, ROOT))).toBe('1:1 unreadable-file');
  });

  test('is not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('version: 1\nusers: { a: { name: J'),
      Buffer.from([0xe9]),
      Buffer.from(' } }\n'),
    ]);
    expect(await failure(join(folderWith({ [ROOT]: bytes }), ROOT))).toBe('2:22 not-utf8');
  });

  test.skipIf(process.getuid?.() === 0)('is not readable', async () => {
    const folder = folderWith({ [ROOT]: 'version: 1' });
    chmodSync(join(folder, ROOT), 0);
    expect(await failure(join(folder, ROOT))).toBe('1:1 unreadable-file');
  });
});

describe('aliases', () => {
  test('of ordinary size stand for their anchors', async () => {
    const { desired, found } = await load(
      'users:\n  a: &base { role: admin, teams: [red] }\n  b: *base\n  c: { <<: *base, role: user }\n',
    );
    expect(found).toEqual([]);
    expect(await bodies(desired, 'user')).toEqual({
      a: { role: 'admin', teams: ['red'] },
      b: { role: 'admin', teams: ['red'] },
      c: { role: 'user', teams: ['red'] },
    });
  });

  test('merge several maps, the first one wins', async () => {
    const { desired, found } = await load(
      'users:\n  a: &a { role: admin }\n  b: &b { role: user, name: B }\n  c: { <<: [*a, *b] }\n  d: { "<<": { x: 1 } }\n',
    );
    expect(found).toEqual(['chat.config.yaml:6:8 error unknown-key']);
    expect((await bodies(desired, 'user'))['c']).toEqual({ role: 'admin', name: 'B' });
  });

  test('merge nothing but maps', async () => {
    const { found } = await load('users:\n  a: { <<: [x], name: A }\n');
    expect(found).toEqual(['chat.config.yaml:3:13 error yaml-merge']);
  });

  test('that explode are refused', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, n) => `  l${n + 1}: &l${n + 1} { custom: { x: [${`*l${n}, `.repeat(9)}] } }`,
    );
    const { found } = await load(`users:\n  l0: &l0 { name: lol }\n${levels.join('\n')}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/error yaml-too-many-aliases$/);
  });
});

describe('depth', () => {
  test.each([
    ['flow lists', '['.repeat(20_000)],
    ['flow maps', '{a: '.repeat(20_000)],
    ['block lists', `${'- '.repeat(20_000)}a`],
    ['block maps', Array.from({ length: 300 }, (_, n) => `${' '.repeat(n + 1)}a:`).join('\n')],
  ])('%s', async (_name, text) => {
    const { found } = await load(`users:\n  ${text}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/error yaml-too-deep$/);
  });
});

describe('long lines', () => {
  test.each([
    ['plain', 'x'.repeat(1_000_000)],
    ['quoted', `"${'x y '.repeat(250_000)}"`],
    ['open quote', `"${'x y '.repeat(250_000)}`],
    ['dollars', '$'.repeat(1_000_000)],
    ['open references', '${'.repeat(300_000)],
    ['brackets', `"${'[{'.repeat(300_000)}"`],
  ])('%s', async (_name, text) => {
    const started = performance.now();
    const { desired } = await load(`users:\n  a: { name: ok, invisible: ${text} }\n  b: { nam: x }\n`);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(desired.diagnostics.length).toBeGreaterThan(0);
    for (const each of desired.diagnostics) {
      expect(each.source?.excerpt?.length ?? 0).toBeLessThanOrEqual(160);
      expect(each.detail?.length ?? 0).toBeLessThan(600);
    }
  });

  test('an excerpt is cut around its column', async () => {
    const { desired } = await load(
      `users:\n  a: { custom: { x: "${'y'.repeat(5000)}" }, nam: 1, custom2: "${'z'.repeat(5000)}" }\n`,
    );
    const [first] = desired.diagnostics;
    expect(first?.source?.column).toBe(5027);
    expect(first?.source?.excerpt).toMatch(/^…y+" }, nam: 1, custom2: "z+…$/);
    expect(first?.source?.excerpt).toHaveLength(160);
  });
});

test('a BOM and Windows line ends change nothing', async () => {
  const { desired, found } = await load({
    [ROOT]: '\uFEFFversion: 1\r\nusers:\r\n  a: { name: A }\r\n  b: { nam: B }\r\n',
  });
  expect(found).toEqual(['chat.config.yaml:4:8 error unknown-key']);
  expect(desired.diagnostics[0]?.source?.excerpt).toBe('  b: { nam: B }');
  expect((await bodies(desired, 'user'))['a']).toEqual({ name: 'A' });
});

test('names of the language itself are ordinary ids', async () => {
  const { desired, found } = await load(
    'users: { constructor: {}, toString: { name: x }, hasOwnProperty: {} }\nroles: [valueOf]\n',
  );
  expect(found).toEqual([]);
  expect(Object.keys(await bodies(desired, 'user'))).toEqual(['constructor', 'toString', 'hasOwnProperty']);
  expect(desired.isDeclared('user', 'valueOf')).toBe(false);
  const { found: unknown } = await load('users: { a: { constructor: 1 } }\nconstructor: {}\n');
  expect(unknown).toEqual(['chat.config.yaml:2:15 error unknown-key', 'chat.config.yaml:3:1 error unknown-key']);
});
