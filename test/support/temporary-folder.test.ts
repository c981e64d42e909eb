import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

test('temporary files of tests, and of the programs that they start, go with the run', () => {
  const inChild = execFileSync(process.execPath, ['-p', 'os.tmpdir()'], { encoding: 'utf8' }).trim();
  expect(basename(tmpdir())).toMatch(/^chat-tests-/);
  expect(inChild).toBe(tmpdir());
});
