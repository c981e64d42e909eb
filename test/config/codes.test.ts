import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CODES } from '../../src/config/codes.ts';

const folder = fileURLToPath(new URL('../../src/config', import.meta.url));
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && name !== 'codes.ts')
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

test.each(Object.entries(CODES))('%s is used, and its summary is short', (code, summary) => {
  expect(texts.includes(`'${code}'`)).toBe(true);
  expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(summary.length).toBeLessThan(60);
  expect(summary).not.toMatch(/\.$/);
});
