// What an install brings: the packages that run, and their size on disk.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));

function npm(args, cwd) {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`);
  return stdout;
}

/** Packs the tool as it would be published, and installs that. */
export function measurePackage(folder) {
  const listed = npm(['ls', '--omit=dev', '--all', '--parseable'], repository).trim().split('\n');
  const into = join(folder, 'installed');
  mkdirSync(into);
  const [{ filename }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', into], repository),
  );
  writeFileSync(join(into, 'package.json'), '{ "private": true }\n');
  npm(['install', '--omit=dev', '--ignore-scripts', '--prefer-offline', `./${filename}`], into);
  // The first line is the tool itself.
  return { packages: listed.length - 1, bytes: bytesBelow(join(into, 'node_modules')) };
}

function bytesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0);
}
