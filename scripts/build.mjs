/**
 * Makes dist of src: the compiler checks it and writes the types, the bundler writes the code. The new dist takes the place of the
 * old one only when it is complete, so that a program that runs from it, or a failed build, never meets half of one. Without the
 * tools (an install without devDependencies) a dist that is there is left as it is.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
