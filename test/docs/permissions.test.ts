/** What docs/permissions.md shows is what happens with its example. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULTS } from '../../src/core/default-grants.ts';
import { chatIn } from '../support/whole-tool.ts';
import { blocksOf, ROOT, textOf } from './pages.ts';

const PAGE = 'docs/permissions.md';
const shown = (start: string) => blocksOf(PAGE).find(({ text }) => text.startsWith(start))?.text ?? `no block ${start}`;
const folder = mkdtempSync(join(tmpdir(), 'chat-docs-'));
const file = join(folder, 'chat.config.yaml');

beforeAll(() => cpSync(join(ROOT, 'examples', 'permissions'), folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the tests', async () => {
  const { code, stdout } = await chatIn(folder, 'test');
  expect(code).toBe(0);
  expect(stdout).toContain(shown('passed: '));
  const configured = readFileSync(file, 'utf8');
  for (const part of shown('tests:\n').replaceAll(/ +#.*/g, '').split('\n\n'))
    expect(configured).toContain(part.replace('tests:\n', '').trimEnd());
});

test('the answer', async () => {
  const { code, stdout } = await chatIn(folder, 'can', 'user', 'delete-message', '--in', 'livestream', '--offline');
  expect({ code, stdout }).toEqual({ code: 1, stdout: shown('no: ') });
});

test('the plan', async () => {
  expect(await chatIn(folder, 'apply', '--emulator', '--auto-approve')).toMatchObject({ code: 0 });
  const edits = [
    ['update-message-owner, delete-message-owner]', 'update-message]'],
    ['create-message, delete-message, ban-channel-member, pin', 'create-message, pin'],
    ['guest: [read-channel]', 'guest: [read-channel, create-message]'],
  ] as const;
  const before = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    edits.reduce((text, [from, to]) => text.replace(from, to), before),
  );
  const { stdout } = await chatIn(folder, 'plan', '--emulator', '--width', '100');
  expect(stdout).toContain(shown('permissions ('));
});

test('the date of the defaults', () => {
  const dates = [...textOf(PAGE).matchAll(/\d{4}-\d{2}-\d{2}/g)].map(([date]) => date);
  expect([...new Set(dates)]).toEqual([DEFAULTS.date]);
});
