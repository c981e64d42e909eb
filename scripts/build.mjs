/**
 * Makes dist of src: the compiler checks it and writes the types, the bundler writes the code. The new dist takes the place of the
 * old one only when it is complete, so that a program that runs from it, or a failed build, never meets half of one. Without the
 * tools (an install without devDependencies) a dist that is there is left as it is.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const bundler = join(root, 'node_modules', 'vite');
const fresh = join(root, 'node_modules', '.cache', `chat-build-${process.pid}`);

process.exitCode = await build();

async function build() {
  if (!existsSync(compiler) || !existsSync(bundler)) {
    if (existsSync(join(dist, 'cli', 'main.js'))) return 0;
    process.stderr.write('build: the compiler and the bundler are not installed; run npm ci with devDependencies\n');
    return 1;
  }
  mkdirSync(fresh, { recursive: true });
  try {
    const options = ['-p', join(root, 'tsconfig.json'), '--emitDeclarationOnly', '--outDir', fresh];
    const { status } = spawnSync(process.execPath, [compiler, ...options], { cwd: root, stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
    keepTypesOf(['index.d.ts', 'emulator/index.d.ts']);
    const { bundle } = await import('./bundle.mjs');
    writeFileSync(join(fresh, 'THIRD-PARTY-NOTICES.txt'), await bundle(root, fresh));
    chmodSync(join(fresh, 'cli', 'main.js'), 0o755);
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
    return 0;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Removes the types that no entry leads to: several hundred files that nobody who installs the package can import. */
function keepTypesOf(entries) {
  const kept = new Set(entries);
  for (const file of kept) {
    const text = readFileSync(join(fresh, file), 'utf8');
    for (const [, to] of text.matchAll(/(?:from |import\()["'](\.[^"']+)\.(?:ts|js)["']/g))
      kept.add(join(dirname(file), `${to}.d.ts`));
  }
  for (const file of readdirSync(fresh, { recursive: true })) {
    if (file.endsWith('.d.ts') && !kept.has(file)) rmSync(join(fresh, file));
  }
  removeEmptyFolders(fresh);
}

function removeEmptyFolders(folder) {
  for (const each of readdirSync(folder, { withFileTypes: true }))
    if (each.isDirectory()) removeEmptyFolders(join(folder, each.name));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
