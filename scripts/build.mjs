/**
 * Compiles src to dist. The new dist takes the place of the old one only when it is complete, so that a program that runs from
 * it, or a failed build, never meets half of one. Without the compiler (an install without devDependencies) a dist that is
 * there is left as it is.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const fresh = join(root, 'node_modules', '.cache', `chat-build-${process.pid}`);

process.exitCode = build();

function build() {
  if (!existsSync(compiler)) {
    if (existsSync(join(dist, 'cli', 'main.js'))) return 0;
    process.stderr.write('build: the TypeScript compiler is not installed; run npm ci with devDependencies\n');
    return 1;
  }
  mkdirSync(fresh, { recursive: true });
  try {
    const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.json'), '--outDir', fresh], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) return status ?? 1;
    chmodSync(join(fresh, 'cli', 'main.js'), 0o755);
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
    return 0;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
