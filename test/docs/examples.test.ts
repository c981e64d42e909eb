/** Each example is valid and laid out, can be planned on a fresh app, converges, and passes its own tests. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chatIn } from '../support/whole-tool.ts';
import { ROOT, textOf } from './pages.ts';

const EXAMPLES = readdirSync(join(ROOT, 'examples'));
const base = mkdtempSync(join(tmpdir(), 'chat-examples-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe.each(EXAMPLES)('examples/%s', (name) => {
  const folder = join(base, name);
  cpSync(join(ROOT, 'examples', name), folder, { recursive: true });

  test('is valid', async () => {
    expect(await chatIn(folder, 'validate')).toMatchObject({ code: 0 });
  });

  test('is laid out as `chat fmt` does', async () => {
    expect(await chatIn(folder, 'fmt', '--check')).toMatchObject({ code: 0 });
  });

  test('is applied to a fresh app, and then plans nothing', async () => {
    expect(await chatIn(folder, 'apply', '--emulator', '--auto-approve')).toMatchObject({ code: 0 });
    const again = await chatIn(folder, 'plan', '--emulator', '--detailed-exitcode');
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('No changes.') });
  });

  test('passes its tests, which need no keys', async () => {
    const { code, stdout, stderr } = await chatIn(folder, 'test');
    const hasTests = textOf(join('examples', name, 'chat.config.yaml')).includes('\ntests:');
    expect({ code, failed: /failed|undetermined/.test(stdout) }).toEqual({ code: 0, failed: false });
    if (hasTests) expect(stdout).toContain('passed');
    else expect(stderr).toContain('There are no tests');
  });
});
