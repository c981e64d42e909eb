/** The pages point at what exists: other pages, files, commands, options, scripts, names of the library. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import type { World } from '../../src/cli/world.ts';
import * as emulator from '../../src/emulator/index.ts';
import * as library from '../../src/index.ts';
import { blocksOf, PAGES, ROOT, textOf, WRITTEN_BY_HAND } from './pages.ts';

/** The kind that docs/adding-a-kind.md makes up. */
const MADE_UP = /sticker/;

function isThere(path: string): boolean {
  const absolute = join(ROOT, path);
  if (!existsSync(absolute)) return false;
  // An empty folder is none in version control.
  return !statSync(absolute).isDirectory() || readdirSync(absolute).length > 0;
}

/** The anchors that GitHub makes of a page's headings. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
}

describe.each(PAGES)('%s', (page) => {
  const text = textOf(page);

  it('links to what exists', () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
    const dead = targets.filter((target) => {
      const [path = '', anchor] = target.split('#');
      if (/^https?:/.test(target)) return false;
      const file = path === '' ? page : join(dirname(page), path);
      if (!isThere(file)) return true;
      return anchor !== undefined && !anchorsOf(file).has(anchor);
    });
    expect(dead).toEqual([]);
  });

  it('names no file that is gone', () => {
    const named = [...text.matchAll(/`((?:src|test|schemas|scripts|docs|examples|bench)\/[\w./-]*)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((path) => !MADE_UP.test(path) && !isThere(path))).toEqual([]);
  });
});

/** Every word line that starts with `chat`: in code blocks, and in code inside of sentences. */
function commandLines(page: string): readonly string[] {
  const shell = blocksOf(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split('\n'));
  const inline = [...textOf(page).matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  return [...shell, ...inline]
    .map((line) => line.replace(/#.*/, '').replace(/^npx /, '').trim())
    .filter((line) => /^chat [a-z]/.test(line));
}

function optionsOf(command: Command): readonly string[] {
  return command.options.flatMap((option) => [option.long, option.short]).filter((name) => typeof name === 'string');
}

function everything(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everything)];
}

/** As its usage lists them. */
function optionsOfBenchmark(): readonly string[] {
  return [...textOf('bench/options.mjs').matchAll(/^ {2}(--[a-z]+) /gm)].map((match) => match[1] ?? '');
}

describe('the command line', () => {
  const program = createProgram({ argv: [], stdout: {}, stderr: {} } as unknown as World, () => {});
  const options = new Set(['--help', ...everything(program).flatMap(optionsOf)]);
  /** Options of other programs. */
  const foreign = new Set(['--check', '--unshallow', '--prefix', ...optionsOfBenchmark()]);

  it.each(WRITTEN_BY_HAND)('%s names options that exist', (page) => {
    const named = [...textOf(page).matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map((match) => match[0]);
    expect(named.filter((name) => !options.has(name) && !foreign.has(name))).toEqual([]);
  });

  it.each(WRITTEN_BY_HAND)('%s names commands that exist, with options that they have', (page) => {
    const wrong = commandLines(page).filter((line) => {
      let command: Command = program;
      for (const word of line.split(/\s+/).slice(1)) {
        const next: Command | undefined = command.commands.find((each) => each.name() === word);
        if (next !== undefined) command = next;
        else if (command === program) return true;
        else if (word.startsWith('--') && ![...optionsOf(command), '--help'].includes(word)) return true;
      }
      return false;
    });
    expect(wrong).toEqual([]);
  });

  it('has every command and every option of its own in a page', () => {
    const all = WRITTEN_BY_HAND.map(textOf).join('\n');
    const commands = everything(program).slice(1);
    expect(
      commands.map((command) => command.name()).filter((name) => !all.includes(`chat ${name}`) && name !== 'revoke'),
    ).toEqual([]);
    const shared = ['--config', '--width', '--no-color', '--concurrency', '--debug'];
    const missing = [...options].filter(
      (name) => name.startsWith('--') && !shared.includes(name) && !all.includes(name),
    );
    expect(missing).toEqual([]);
  });
});

describe('scripts and names', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Record<string, string> };

  it.each(WRITTEN_BY_HAND)('%s names scripts that exist', (page) => {
    const named = [...textOf(page).matchAll(/\bnpm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it.each(WRITTEN_BY_HAND)('%s imports what the package exports', (page) => {
    const exported = { 'chat-config': library, 'chat-config/emulator': emulator };
    const imports = [...textOf(page).matchAll(/^import \{ (.+) \} from '(chat-config[\w/]*)';$/gm)];
    const missing = imports.flatMap(([, names = '', from = '']) =>
      names.split(', ').filter((name) => !(name in (exported[from as keyof typeof exported] ?? {}))),
    );
    expect(missing).toEqual([]);
  });
});
