/** The generated files are current, and making them again gives the same. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isObject } from '../../src/core/json.ts';
import { kinds } from '../../src/kinds/index.ts';
import { fieldsOf, ROOT, written } from './support.ts';

test('generated files are current', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'gen.mjs'), '--check'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('the index of kinds is in the format of the formatter', () => {
  const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const run = spawnSync(process.execPath, [biome, 'check', 'src/kinds/index.ts'], { cwd: ROOT, encoding: 'utf8' });
  expect(run.status, run.stdout + run.stderr).toBe(0);
});

test('the reference tells every field', () => {
  const text = readFileSync(join(ROOT, 'docs', 'configuration.md'), 'utf8');
  for (const schema of written.values()) {
    for (const { path, schema: field } of fieldsOf(schema)) {
      if (field['x-internal'] === true || path.includes('(short)') || path.startsWith('(collection)')) continue;
      const name = path.replace(/^\(\w+\)\.?/, '').replaceAll('.*', '.<name>');
      const isShown = name === '' || name.includes('custom.<name>') || text.includes(`\`${name}\``);
      const isInherited = path.startsWith('(environment)') && kinds.some(({ collection }) => collection === name);
      expect(isShown || isInherited || isSingleField(field, path), path).toBe(true);
    }
  }
});

/** A role has nothing but its protection, and needs no table. */
function isSingleField(field: unknown, path: string): boolean {
  return isObject(field) && path === 'protect';
}
