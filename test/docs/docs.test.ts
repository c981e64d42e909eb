import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../src/config/codes.ts';
import { ASSUMPTIONS } from '../../src/emulator/assumptions.ts';
import { chat } from '../cli/world.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function files(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

function text(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

const PAGES = ['README.md', 'CONTRIBUTING.md', ...files('docs', '.md')];

/** Codes are written `code: 'x'`, as the first argument of `failure(…)`, or in the configuration's own table. */
function codesInSource(): ReadonlySet<string> {
  const sources = files('src', '.ts').filter((file) => !file.startsWith(join('src', 'emulator')));
  const written = sources.flatMap((file) => {
    const source = text(file);
    const plain = [...source.matchAll(/\bcode: '([a-z][a-z0-9-]+)'/g)].map((match) => match[1] ?? '');
    const chosen = [...source.matchAll(/\bcode: [^\n]+\? '([a-z-]+)' : '([a-z-]+)'/g)].flatMap((match) =>
      match.slice(1),
    );
    const failures = [...source.matchAll(/\bfailure\(\s*'([a-z-]+)'/g)].map((match) => match[1] ?? '');
    return [...plain, ...chosen, ...failures];
  });
  return new Set([...written, ...Object.keys(CODES)]);
}

describe('docs/diagnostics.md', () => {
  const page = text('docs/diagnostics.md');
  const documented = new Set(
    page
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([a-z0-9-]+)`/g)].map((match) => match[1] ?? '')),
  );

  it('has every code that the sources give', () => {
    expect([...codesInSource()].filter((code) => !documented.has(code))).toEqual([]);
  });

  it('has no code that the sources do not give', () => {
    const known = codesInSource();
    expect([...documented].filter((code) => !known.has(code))).toEqual([]);
  });
});

describe('docs/assumptions.md', () => {
  const rows = text('docs/assumptions.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const ids = rows.map((line) => /`([a-z0-9_]+)`/.exec(line)?.[1]);

  it('lists the emulator’s questions, each once', () => {
    expect(ids.toSorted()).toEqual(Object.keys(ASSUMPTIONS).sort());
  });

  it('marks the answer that the emulator gives by default', () => {
    for (const row of rows) {
      const [, id = '', , a = ''] = row.split('|').map((cell) => cell.trim());
      const chosen = Object.entries(ASSUMPTIONS).find(([name]) => `\`${name}\`` === id)?.[1].chosen;
      expect([id, a.startsWith('**') ? 'a' : 'b']).toEqual([id, chosen]);
    }
  });
});

describe('links and paths', () => {
  it.each(PAGES)('%s links to what exists', (page) => {
    const targets = [...text(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? '');
    const local = targets.filter((target) => !/^https?:/.test(target));
    expect(local.filter((target) => !existsSync(resolve(ROOT, dirname(page), target)))).toEqual([]);
  });

  it.each(PAGES)('%s names no path that is gone', (page) => {
    const paths = [...text(page).matchAll(/`((?:src|test|schemas|scripts|docs)\/[\w./-]*)`/g)].map(
      (match) => match[1] ?? '',
    );
    const gone = paths.filter((path) => !existsSync(join(ROOT, path)) && !path.includes('sticker'));
    expect(gone).toEqual([]);
  });
});

describe('commands and flags', () => {
  it('names only flags that a command has', async () => {
    const commands = [[], ['plan'], ['apply'], ['validate'], ['token'], ['token', 'revoke'], ['emulator']];
    const helps = await Promise.all(commands.map(async (words) => (await chat([...words, '--help'].join(' '))).stdout));
    const known = new Set(helps.flatMap((help) => [...help.matchAll(/--[a-z][a-z-]+/g)].map((match) => match[0])));
    const others = new Set(['--omit', '--check', '--prefix']);
    const named = PAGES.filter((page) => page !== 'docs/configuration.md').flatMap((page) =>
      [...text(page).matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map((match) => match[0]),
    );
    expect([...new Set(named)].filter((flag) => !known.has(flag) && !others.has(flag))).toEqual([]);
  });
});
