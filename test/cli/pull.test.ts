/** chat pull and chat init as people run them: into folders, onto standard output, and with everything wrong that can be. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmulator } from '../../src/emulator/index.ts';
import { recorded } from '../support/record.ts';
import { aFolder, chat, ensureBuilt } from './built.ts';

const ROOT = 'chat.config.yaml';
const folders: { remove(): void }[] = [];

function folder(configuration?: string): string {
  const made = aFolder(configuration);
  folders.push(made);
  return made.path;
}

beforeAll(() => ensureBuilt(), 120_000);
afterAll(() => {
  for (const each of folders) each.remove();
});

describe('chat init', () => {
  test('writes a configuration that can be checked and planned as it stands', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, '.gitignore'), 'node_modules');
    const made = await chat(cwd, ['init']);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain(`Wrote ${ROOT}, and .chat/ into .gitignore.`);
    expect(readFileSync(join(cwd, '.gitignore'), 'utf8')).toBe('node_modules\n.chat/\n');
    expect(await chat(cwd, ['validate', '--strict'], { STREAM_API_KEY: 'k', STREAM_API_SECRET: 's' })).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect((await chat(cwd, ['plan', '--emulator'])).stdout).toMatch(/^Plan: 3 to create, 1 to update/);
  });

  test('makes the folder, writes no line twice, and overwrites nothing', async () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'app'));
    writeFileSync(join(cwd, 'app', '.gitignore'), '/.chat\n');
    expect((await chat(cwd, ['init', 'app'])).stdout).toMatch(/^Wrote app\/chat.config.yaml\.\n.*\n.*\n {2}cd app\n/);
    expect(readFileSync(join(cwd, 'app', '.gitignore'), 'utf8')).toBe('/.chat\n');
    const text = readFileSync(join(cwd, 'app', ROOT), 'utf8');
    const again = await chat(cwd, ['init', 'app']);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('[file-exists]');
    expect(readFileSync(join(cwd, 'app', ROOT), 'utf8')).toBe(text);
    expect(await chat(cwd, ['init', `app/${ROOT}/below`])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[not-writable]'),
    });
  });
});

describe('chat pull', () => {
  let emulator: Awaited<ReturnType<typeof startEmulator>>;
  let env: Record<string, string>;
  const methods: string[] = [];

  beforeAll(async () => {
    const secrets = { apiKey: 'pull-key', apiSecret: 'pull-secret-of-some-length-0123456789' };
    emulator = await startEmulator(
      recorded({
        ...secrets,
        port: 0,
        rateLimits: 'off',
        onRequest: ({ method, path }) => methods.push(`${method} ${path}`),
      }),
    );
    env = { STREAM_API_KEY: emulator.apiKey, STREAM_API_SECRET: emulator.apiSecret, STREAM_BASE_URL: emulator.url };
    const example = folder(
      readFileSync(new URL('../../chat.config.yaml', import.meta.url), 'utf8').replace(
        'target:',
        `target:\n  base_url: ${emulator.url}`,
      ),
    );
    expect((await chat(example, ['apply', '--auto-approve'], env)).code).toBe(0);
  });
  afterAll(() => emulator.close());

  test('takes over an app in an empty folder, and a plan finds nothing', async () => {
    const cwd = folder();
    methods.length = 0;
    const pulled = await chat(cwd, ['pull'], env);
    expect(pulled).toMatchObject({ code: 0, stderr: '' });
    expect(pulled.stdout).toMatch(/^Wrote chat\.config\.yaml: 8 new, 0 changed\.\n\n {2}\+ app\n/);
    expect(methods.filter((each) => !each.startsWith('GET '))).toEqual([]);
    const text = readFileSync(join(cwd, ROOT), 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=/);
    expect(text).not.toContain(emulator.apiSecret);
    expect((await chat(cwd, ['plan'], env)).stdout).toMatch(/^No changes\. 8 resources match\./);
    expect((await chat(cwd, ['pull'], env)).stdout).toBe('Nothing to write: the configuration says what is live.\n');
    expect((await chat(cwd, ['pull', '--only', 'user,channel'], env)).stdout).toContain('7 new, 0 changed');
    expect((await chat(cwd, ['plan'], env)).stdout).toMatch(/^No changes\. 15 resources match\./);
  });

  test('shows a diff and writes nothing', async () => {
    const text = `version: 1\ntarget:\n  base_url: ${emulator.url}\n  api_key: \${STREAM_API_KEY}\n  api_secret: \${STREAM_API_SECRET}\nchannel_types:\n  livestream: { max_message_length: 7 } # short\n`;
    const cwd = folder(text);
    const { code, stdout } = await chat(cwd, ['pull', '--diff', '--only', 'channel_type.livestream'], env);
    expect(code).toBe(0);
    expect(stdout).toContain(
      '-  livestream: { max_message_length: 7 } # short\n+  livestream: { max_message_length: 500,',
    );
    expect(stdout).toContain('Would write chat.config.yaml: ');
    expect(readFileSync(join(cwd, ROOT), 'utf8')).toBe(text);
  });

  test('prints a whole configuration, and into a file that is not there yet', async () => {
    const cwd = folder();
    const printed = await chat(cwd, ['pull', '--out', '-', '--only', 'role'], env);
    expect(printed.stdout).toMatch(/\nroles: \[host, vip\]\n$/);
    expect(printed.stderr).toContain('to standard output: 2 new');
    expect(existsSync(join(cwd, ROOT))).toBe(false);
    expect((await chat(cwd, ['pull', '--out', 'all.yaml', '--split'], env)).code).toBe(0);
    expect(readFileSync(join(cwd, 'all.yaml'), 'utf8')).toContain('include:\n  - config/app.yaml\n');
    const again = await chat(cwd, ['pull', '--out', 'all.yaml'], env);
    expect(again).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('[file-exists]') });
    expect((await chat(cwd, ['pull', '--out', 'all.yaml', '--force'], env)).code).toBe(0);
    expect((await chat(cwd, ['plan', '--config', 'all.yaml'], env)).stdout).toMatch(/^No changes\./);
  });

  test.each([
    [['pull'], {}, 'no-credentials'],
    [['pull', '--env', 'staging'], {}, 'no-configuration'],
    [['pull', '--only', 'users'], {}, 'Did you mean user?'],
    [['pull', '--only', 'nonsense'], {}, 'Kinds are permission, role,'],
    [['pull', '--config', 'missing.yaml'], {}, 'file-not-found'],
  ])('%j with %j ends with %s', async (words, more, text) => {
    const cwd = folder();
    const ended = await chat(cwd, words, more);
    expect(ended.code).not.toBe(0);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain(text);
    expect(ended.stderr).not.toContain('bug');
    expect(existsSync(join(cwd, ROOT))).toBe(false);
  });

  test('says which file cannot be written', async () => {
    const cwd = folder();
    const ended = await chat(cwd, ['pull', '--out', 'made/here/y.yaml'], env);
    expect(ended.code).toBe(0);
    writeFileSync(join(cwd, 'plain'), '');
    const refused = await chat(cwd, ['pull', '--out', 'plain/y.yaml'], env);
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('[not-writable]') });
  });

  test('refuses another app, and writes nothing', async () => {
    const text = `version: 1\ntarget: { base_url: "${emulator.url}", app_id: 999, api_key: "\${STREAM_API_KEY}", api_secret: "\${STREAM_API_SECRET}" }\n`;
    const cwd = folder(text);
    expect(await chat(cwd, ['pull'], env)).toMatchObject({ code: 1, stderr: expect.stringContaining('[wrong-app]') });
    expect(readFileSync(join(cwd, ROOT), 'utf8')).toBe(text);
  });
});
