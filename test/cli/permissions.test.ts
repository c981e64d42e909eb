/** `chat can` and `chat test` with the whole tool behind them: output, exit codes, and what they do without. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chatIn } from '../support/whole-tool.ts';

const base = mkdtempSync(join(tmpdir(), 'chat-permissions-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let made = 0;

function folderWith(text: string): string {
  made += 1;
  const folder = mkdtempSync(join(base, `${made}-`));
  writeFileSync(join(folder, 'chat.config.yaml'), `version: 1\n${text}`);
  return folder;
}

const GRANTS = `roles: [host]
channel_types:
  messaging:
    grants:
      host: [add-links, pin-message-owner]
`;

describe('chat can', () => {
  const folder = folderWith(GRANTS);
  const can = (...words: string[]) => chatIn(folder, 'can', ...words);

  test.each<[string, string, number, string, string]>([
    [
      'yes',
      'host add-links --in messaging --offline',
      0,
      'yes: host may add-links in messaging\n  granted by add-links at chat.config.yaml:6:14\n',
      '',
    ],
    ['no', 'host delete-channel --in messaging --offline', 1, 'no: host may not delete-channel in messaging\n', ''],
    [
      'own',
      'host pin-message --in messaging --own --offline',
      0,
      'yes: host may pin-message of its own in messaging\n',
      '',
    ],
    [
      'unknown',
      'user add-links --in messaging --offline',
      1,
      'unknown: whether user may add-links in messaging\n',
      '[cannot-tell]',
    ],
    ['live', 'user create-channel --in messaging --emulator', 0, 'granted by create-channel (live)', ''],
    ['a note', 'host add-links --offline', 1, 'unknown', '[other-scope]'],
    ['a name that is none', 'hots add-links --in messaging --offline', 1, '', 'Did you mean "host"?'],
    ['no keys', 'host add-links --in messaging', 7, '', '[no-credentials]'],
  ])('%s', async (_name, words, code, stdout, stderr) => {
    const ran = await can(...words.split(' '));
    expect(ran.code).toBe(code);
    expect(ran.stdout).toContain(stdout);
    expect(ran.stderr).toContain(stderr);
    if (stderr === '') expect(ran.stderr).toBe('');
  });

  test('as JSON the diagnostics stand beside the answer', async () => {
    const ran = await can('user', 'add-links', '--in', 'messaging', '--offline', '--format', 'json');
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(ran.stdout)).toMatchObject({ answer: 'unknown', diagnostics: [{ code: 'cannot-tell' }] });
  });

  test.each<[string, string, string, string]>([
    ['a new type', '  room: {}\n', 'user add-links --in room --emulator', 'Declare what the role is granted there.'],
    [
      'a condition',
      '      user: [v]\npermissions: { v: { name: V, action: AddLinks, condition: { a: 1 } } }\n',
      'user add-links --in messaging --offline',
      'see the condition',
    ],
    [
      'an id of others',
      '      user: [v]\nexternal: { permissions: [v] }\n',
      'user add-links --in messaging --offline',
      'Declare that permission',
    ],
    [
      'policies',
      'app: { permission_version: v1 }\n',
      'host add-links --in messaging --offline',
      'permission_version: v2',
    ],
  ])('what nobody can tell says what to do: %s', async (_name, text, words, fix) => {
    const ran = await chatIn(folderWith(GRANTS + text), 'can', ...words.split(' '));
    expect(ran).toMatchObject({ code: 1, stdout: expect.stringMatching(/^unknown: /) });
    expect(ran.stderr.replaceAll(/\s+/g, ' ')).toContain(fix);
  });

  test('an invalid configuration is refused', async () => {
    const broken = folderWith('rules: []\n');
    expect(await chatIn(broken, 'can', 'user', 'add-links', '--offline')).toMatchObject({ code: 7 });
    expect(await chatIn(broken, 'test')).toMatchObject({ code: 7 });
  });
});

describe('chat test', () => {
  const tests = (list: string, more = '') => folderWith(`${GRANTS}${more}tests: [${list}]\n`);
  const passing = '{ role: host, in: messaging, can: [add-links] }';
  const resting = '{ role: user, in: messaging, can: [create-channel] }';

  test('needs no keys, and ends with 0 if all pass', async () => {
    expect(await chatIn(tests(passing), 'test')).toEqual({
      code: 0,
      stdout:
        'passed: host in messaging (chat.config.yaml:7:9)\n  host can add-links in messaging: granted by add-links at chat.config.yaml:6:14\n\n1 test: 1 passed\n',
      stderr: '',
    });
  });

  test('ends with 1 for what fails, and for what rests on defaults that nobody assumed', async () => {
    const failing = tests('{ role: host, in: messaging, cannot: [add-links] }');
    expect(await chatIn(failing, 'test')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^failed: /),
      stderr: '',
    });
    const undetermined = await chatIn(tests(resting), 'test');
    expect(undetermined).toMatchObject({ code: 1, stdout: expect.stringMatching(/^undetermined: /) });
    expect(undetermined.stderr).toContain('[rests-on-defaults]');
    const assumed = tests(resting, 'policy: { assume_defaults: 2026-09-25 }\n');
    expect(await chatIn(assumed, 'test')).toMatchObject({ code: 0, stderr: '' });
  });

  test('in other formats', async () => {
    const folder = tests(passing);
    expect(JSON.parse((await chatIn(folder, 'test', '--format', 'json')).stdout)).toMatchObject({ type: 'tests' });
    expect((await chatIn(folder, 'test', '--format', 'junit')).stdout).toContain('<testsuites');
  });

  test('without tests says so, and formats for machines stay readable', async () => {
    const folder = folderWith(GRANTS);
    const none = { code: 0, stdout: '', stderr: 'There are no tests: write some under `tests`.\n' };
    expect(await chatIn(folder, 'test')).toEqual(none);
    expect(JSON.parse((await chatIn(folder, 'test', '--format', 'json')).stdout)).toMatchObject({ tests: [] });
  });

  test('in an environment', async () => {
    const folder = tests(
      passing,
      'environments: { open: { app: { disable_permissions_checks: true }, tests: [{ role: guest, in: messaging, cannot: [add-links] }] } }\n',
    );
    expect(await chatIn(folder, 'test', '--env', 'open')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('everybody may do everything'),
    });
  });
});
