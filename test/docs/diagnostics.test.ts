/** Every code that the sources give stands in docs/diagnostics.md, and no other. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../src/config/codes.ts';
import { filesBelow, rowNames, textOf } from './pages.ts';

const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** The emulator's codes are numbers of the API; the loader's stand in a table of their own. */
const SOURCES = filesBelow('src', '.ts').filter(
  (file) => !file.startsWith(join('src', 'emulator')) && !file.startsWith(join('src', 'config')),
);
/** Functions that take a code: as their first argument, or behind the error that they tell of. */
const TAKES_CODE = /\b(?:failure\(\s*|failedCall\(\w+, )'([^']+)'/g;

/** The string literals that a source gives as `code`: alone, as the outcomes of a condition, or to a function that takes one. */
function codesIn(source: string): string[] {
  const given = [...source.matchAll(/\bcode:\s*([^;{}]*?)(?:,\s*\n|\n|\}|, \w+:)/g)].flatMap(([, value = '']) =>
    value.includes('?')
      ? [...value.matchAll(/[?:]\s*'([^']+)'/g)].map((match) => match[1] ?? '')
      : [...value.matchAll(/^'([^']+)'/g)].map((match) => match[1] ?? ''),
  );
  const passed = [...source.matchAll(TAKES_CODE)].map(([, code = '']) => code);
  return [...given, ...passed].filter((code) => CODE.test(code));
}

/** Lines that start a diagnostic's summary with no code in sight: the scan above would have missed it. */
function overlooked(source: string): readonly string[] {
  const lines = source.split('\n');
  return lines.filter((line, index) => {
    if (!/^\s*summary: ['"`]/.test(line)) return false;
    return codesIn(lines.slice(Math.max(0, index - 3), index + 4).join('\n')).length === 0;
  });
}

describe('docs/diagnostics.md', () => {
  const documented = rowNames('docs/diagnostics.md', CODE);
  const given = new Set([...SOURCES.flatMap((file) => codesIn(textOf(file))), ...Object.keys(CODES)]);

  it('is compared with a scan that finds the codes', () => {
    expect([...given]).toEqual(
      expect.arrayContaining(['wrong-app', 'role-in-use', 'command-in-use', 'usage', 'burned-id', 'empty-value']),
    );
    expect(SOURCES.flatMap((file) => overlooked(textOf(file)))).toEqual([]);
  });

  it('has every code that the sources give', () => {
    expect([...given].filter((code) => !documented.includes(code))).toEqual([]);
  });

  it('has no code that the sources do not give', () => {
    expect(documented.filter((code) => !given.has(code))).toEqual([]);
  });

  it('has each code once', () => {
    expect(documented.filter((code, index) => documented.indexOf(code) !== index)).toEqual([]);
  });

  it('gives each code a meaning and a fix', () => {
    const rows = textOf('docs/diagnostics.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(
      rows.filter((row) => row.split('|').some((cell, at, all) => at > 0 && at < all.length - 1 && cell.trim() === '')),
    ).toEqual([]);
  });
});
