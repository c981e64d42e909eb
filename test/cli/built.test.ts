import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { aFolder, ensureBuilt, PROGRAM } from './built.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'dist');
const HOOK = pathToFileURL(join(ROOT, 'test', 'support', 'loaded-modules.mjs')).href;
const CONFIGURATION = readFileSync(join(ROOT, 'chat.config.yaml'), 'utf8');

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Package;

beforeAll(ensureBuilt, 120_000);

/** What a command loads, without Node's own modules, as paths of this repository; and those of Node. */
function loadedBy(...words: readonly string[]): {
  readonly files: readonly string[];
  readonly builtins: readonly string[];
} {
  const folder = aFolder(CONFIGURATION);
  const list = join(folder.path, 'loaded.txt');
  try {
    const { status, stderr } = spawnSync(process.execPath, ['--import', HOOK, PROGRAM, ...words], {
      cwd: folder.path,
      env: { PATH: process.env['PATH'] ?? '', LOADED_MODULES: list },
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    const urls = readFileSync(list, 'utf8').trim().split('\n');
    return {
      files: urls.filter((url) => url.startsWith('file:')).map((url) => relative(ROOT, fileURLToPath(url))),
      builtins: urls.filter((url) => url.startsWith('node:')),
    };
  } finally {
    folder.remove();
  }
}

describe('what a command loads', () => {
  it.each([
    [['--version'], 2],
    [['--help'], 3],
    [['validate'], 4],
    [['explain', 'channel_type'], 8],
  ])('chat %j loads few files, and nothing for what it does not do', (words, most) => {
    const { files, builtins } = loadedBy(...words);
    expect(files).toContain(join('dist', 'cli', 'main.js'));
    expect(files.length, files.join(', ')).toBeLessThanOrEqual(most);
    expect(files.filter((file) => /node_modules|emulator|reconcile|resume/.test(file))).toEqual([]);
    expect(builtins).not.toContain('node:crypto');
    expect(builtins).not.toContain('node:child_process');
    expect(builtins).not.toContain('node:http');
  });

  it('chat plan --emulator opens no connection, and loads nothing for it', () => {
    const { files } = loadedBy('plan', '--emulator');
    expect(files.some((file) => file.startsWith(join('dist', 'emulator')))).toBe(true);
    expect(files.filter((file) => /node_modules.(undici|@clack)/.test(file))).toEqual([]);
  });
});

describe('the package', () => {
  const scripts = () =>
    readdirSync(DIST, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js') && statSync(join(DIST, name)).isFile())
      .map((name) => ({ name, text: readFileSync(join(DIST, name), 'utf8') }));

  it('imports only what is installed with it', () => {
    const foreign = scripts().flatMap(({ name, text }) =>
      [...text.matchAll(/^(?:import|export) [^'"]*["']([^."'][^"']*)["'];$|import\(["']([^."'][^"']*)["']\)/gm)]
        .map((found) => found[1] ?? found[2] ?? '')
        .filter((from) => !isBuiltin(from))
        .map(
          (from) =>
            [
              name,
              from
                .split('/')
                .slice(0, from.startsWith('@') ? 2 : 1)
                .join('/'),
            ] as const,
        ),
    );
    expect(new Set(foreign.map(([, from]) => from))).toContain('undici');
    // All of undici takes five times as long to load as what opens connections.
    for (const { name, text } of scripts()) expect(text, name).not.toMatch(/["']undici["']/);
    expect(foreign.filter(([, from]) => !(from in manifest.dependencies))).toEqual([]);
  });

  it('carries the licences of what is bundled', () => {
    const notices = readFileSync(join(DIST, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['commander', 'diff', 'fast-json-patch', 'p-map', 'uuid', 'yaml'])
      expect(notices).toContain(`${name} ${manifest.devDependencies[name]} (`);
    expect(notices.match(/^Copyright/gim)?.length).toBeGreaterThanOrEqual(3);
  });

  it('has the types of its entries, which speak of no package that is not installed', () => {
    for (const entry of ['index', 'emulator/index'])
      expect(statSync(join(DIST, `${entry}.d.ts`)).size).toBeGreaterThan(0);
    const foreign = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.d.ts'))
      .flatMap((name) =>
        [...readFileSync(join(DIST, name), 'utf8').matchAll(/^(?:import|export) .*from ['"]([^.'"][^'"]*)['"]/gm)].map(
          (found) => found[1] ?? '',
        ),
      );
    expect(foreign.filter((from) => !isBuiltin(from) && !(from in manifest.dependencies))).toEqual([]);
  });
});
