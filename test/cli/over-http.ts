/** What the built program does over HTTP, for an emulator as it is and for one that gives answers of other shapes. */
import { jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from '../../src/emulator/index.ts';
import { recorded } from '../support/record.ts';
import { aFolder, chat, type Ended, ensureBuilt } from './built.ts';

export const CONFIGURATION = `
version: 1
target:
  api_key: \${STREAM_API_KEY}
  api_secret: \${STREAM_API_SECRET}
  base_url: \${STREAM_BASE_URL}
app:
  enforce_unique_usernames: app
roles: [host]
channel_types:
  livestream:
    max_message_length: 500
    grants:
      host: [create-message]
users:
  bot: { name: Helper, role: admin }
  alice: { name: Alice, role: host }
channels:
  livestream:launch:
    created_by_id: bot
    name: Launch day
    members: [alice, bot]
`;

/** The tests of the program over HTTP; with chaos they pass all the same. */
export function overHttp(options: EmulatorOptions = {}): void {
  const folders: { remove(): void }[] = [];
  const folderWith = (configuration?: string) => {
    const folder = aFolder(configuration);
    folders.push(folder);
    return folder.path;
  };
  let emulator: RunningEmulator;
  let requests: { op: string; method: string; path: string; status: number }[];
  let env: Record<string, string>;
  let cwd: string;

  beforeAll(async () => {
    ensureBuilt();
    requests = [];
    emulator = await startEmulator(
      recorded({
        port: 0,
        host: '127.0.0.1',
        apiKey: 'e2e-key',
        apiSecret: 'e2e-secret-of-some-length-0123456789',
        rateLimits: 'off',
        ...options,
        onRequest: (entry) => requests.push(entry),
      }),
    );
    env = {
      STREAM_API_KEY: emulator.apiKey,
      STREAM_API_SECRET: emulator.apiSecret,
      STREAM_BASE_URL: emulator.url,
    };
    cwd = folderWith(CONFIGURATION);
  });
  afterEach(() => {
    requests.length = 0;
  });
  afterAll(async () => {
    for (const folder of folders) folder.remove();
    await emulator.close();
  });

  const run = (...words: string[]): Promise<Ended> => chat(cwd, words, env);

  test('plan, apply, plan: from everything to nothing', async () => {
    const plan = await run('plan', '--detailed-exitcode');
    expect(plan.stderr).toBe('');
    expect(plan.stdout).toMatch(/^Plan: 4 to create, 2 to update, 0 to delete · /);
    expect(plan.stdout).toContain('+ create role.host');
    expect(plan.stdout).toContain('To apply: chat apply');
    expect(plan.code).toBe(2);
    expect(requests.every((each) => each.method === 'GET' || each.op === 'QueryChannels')).toBe(true);

    const apply = await run('apply', '--auto-approve');
    expect(apply.stderr).toBe('');
    expect(apply.stdout).toMatch(/\nApplied: 4 created, 2 updated, 0 deleted · \d+ calls · [\d.]+ s · converged\n/);
    expect(apply.code).toBe(0);

    requests.length = 0;
    const again = await run('plan', '--detailed-exitcode', '--format', 'json');
    expect(JSON.parse(again.stdout)).toMatchObject({ would_write: false, changes: [], calls: [] });
    expect(again.code).toBe(0);
    const nothing = await run('apply');
    expect(nothing.stdout).toMatch(/^No changes\. 6 resources match\.\n/);
    expect(nothing.code).toBe(0);
    expect(requests.every((each) => each.method === 'GET' || each.op === 'QueryChannels')).toBe(true);
  });

  test('--debug shows each call, and no secret', async () => {
    const ran = await run('plan', '--debug');
    expect(ran.stderr).toMatch(/^debug: GetApp GET \/api\/v2\/app 200 \d+ ms done$/m);
    expect(ran.stderr).not.toContain(emulator.apiKey);
    expect(ran.stderr).not.toContain(emulator.apiSecret);
    expect(ran.stdout).toMatch(/^No changes/);
  });

  test('selectors narrow the plan; one that matches nothing is an error', async () => {
    const narrow = await run('plan', '--target', 'user.*');
    expect(narrow.stdout).toMatch(/^No changes\. 2 resources match\./);
    const none = await run('plan', '--target', 'user.nobody');
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toContain('user.nobody');
  });

  test('a wrong key and a wrong secret are told apart', async () => {
    const key = await chat(cwd, ['plan'], { ...env, STREAM_API_KEY: 'other' });
    expect(key).toMatchObject({ code: 1, stdout: '' });
    expect(key.stderr).toContain('code 2');
    expect(key.stderr).toContain('target.api_key');
    const secret = await chat(cwd, ['plan'], { ...env, STREAM_API_SECRET: 'another-secret-of-some-length-01234' });
    expect(secret).toMatchObject({ code: 1, stdout: '' });
    expect(secret.stderr).toContain('code 5');
    expect(secret.stderr).toContain('target.api_secret');
    for (const { stderr } of [key, secret]) expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('a pinned app that this is not', async () => {
    const other = folderWith(CONFIGURATION.replace('target:', 'target:\n  app_id: 424242'));
    const ran = await chat(other, ['plan'], env);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('chat.config.yaml:4:');
    expect(ran.stderr).toContain('424242');
  });

  test('apply without a terminal wants --auto-approve, and changes nothing', async () => {
    const changed = folderWith(CONFIGURATION.replace('Launch day', 'Lunch day'));
    const ran = await chat(changed, ['apply'], env);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('~ custom.name: Launch day → Lunch day');
    expect(ran.stderr).toContain('--auto-approve');
    expect(requests.every((each) => each.method === 'GET' || each.op === 'QueryChannels')).toBe(true);
  });

  test('a token is printed alone and is valid', async () => {
    const ran = await run('token', 'alice', '--expires', '1h', '--iat');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const { payload } = await jwtVerify(ran.stdout.trim(), new TextEncoder().encode(emulator.apiSecret));
    expect(payload).toMatchObject({ user_id: 'alice' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    expect(requests).toHaveLength(0);
  });

  test('revoking sends one call and says what it did', async () => {
    const one = await run('token', 'revoke', 'alice', '--auto-approve');
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(one.stdout).toContain('user alice');
    const all = await run('token', 'revoke', '--all', '--auto-approve');
    expect(all.code).toBe(0);
    const undone = await run('token', 'revoke', '--all', '--undo', '--auto-approve');
    expect(undone.stdout).toMatch(/^Undone/);
    expect(requests.map((each) => `${each.op} ${each.status}`)).toEqual([
      'UpdateUsersPartial 200',
      'UpdateApp 200',
      'UpdateApp 200',
    ]);
    const refused = await run('token', 'revoke', 'alice');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('--auto-approve');
  });

  test('NO_COLOR and FORCE_COLOR', async () => {
    expect((await run('plan')).stdout).not.toContain('\u001b[');
    expect((await chat(cwd, ['plan'], { ...env, FORCE_COLOR: '1' })).stdout).toContain('\u001b[1m');
    expect((await chat(cwd, ['plan'], { ...env, FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toContain('\u001b[');
    expect((await chat(cwd, ['plan', '--no-color'], { ...env, FORCE_COLOR: '1' })).stdout).not.toContain('\u001b[');
  });
}
