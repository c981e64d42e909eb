/** The built program against the emulator: over HTTP as an app, and inside the process with --emulator. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startEmulator } from '../../src/emulator/index.ts';
import { recorded } from '../support/record.ts';
import { aFolder, chat, type Ended, ensureBuilt, start } from './built.ts';

const CONFIGURATION = `
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

type Emulator = Awaited<ReturnType<typeof startEmulator>>;
const folders: { remove(): void }[] = [];

function folderWith(configuration?: string): string {
  const folder = aFolder(configuration);
  folders.push(folder);
  return folder.path;
}

beforeAll(() => ensureBuilt(), 120_000);
afterAll(() => {
  for (const folder of folders) folder.remove();
});

describe('over HTTP', () => {
  let emulator: Emulator;
  let requests: { op: string; method: string; path: string; status: number }[];
  let env: Record<string, string>;
  let cwd: string;

  beforeAll(async () => {
    requests = [];
    emulator = await startEmulator(
      recorded({
        port: 0,
        host: '127.0.0.1',
        apiKey: 'e2e-key',
        apiSecret: 'e2e-secret-of-some-length-0123456789',
        rateLimits: 'off',
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
  afterAll(() => emulator.close());

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
});

describe('without an app', () => {
  test('no configuration', async () => {
    const ran = await chat(folderWith(), ['plan']);
    expect(ran).toMatchObject({ code: 7, stdout: '' });
    expect(ran.stderr).toContain('chat.config.yaml');
  });

  test('a configuration that is not there', async () => {
    const ran = await chat(folderWith(), ['plan', '--config', 'other.yaml']);
    expect(ran.code).toBe(7);
    expect(ran.stderr).toContain('other.yaml');
  });

  test('an invalid configuration: each error at its place, exit code 7', async () => {
    const cwd = folderWith(`version: 1\napp:\n  enforce_unique_username: app\nusers:\n  alice: { nmae: Alice }\n`);
    for (const words of [['validate'], ['plan', '--emulator']]) {
      const ran = await chat(cwd, words);
      expect(ran).toMatchObject({ code: 7, stdout: '' });
      expect(ran.stderr).toContain('chat.config.yaml:3:3: error:');
      expect(ran.stderr).toContain('enforce_unique_usernames');
      expect(ran.stderr).toContain('chat.config.yaml:5:');
      expect(ran.stderr).toMatch(/\n2 errors/);
    }
  });

  test('a valid one is counted, without credentials', async () => {
    const ran = await chat(folderWith(CONFIGURATION), ['validate']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^Valid: 6 resources \(/);
  });

  test('missing credentials are named', async () => {
    const ran = await chat(folderWith(CONFIGURATION), ['plan']);
    expect(ran.code).toBe(7);
    expect(ran.stderr).toContain('target.api_key');
  });

  test('a host that cannot be reached', async () => {
    const ran = await chat(folderWith(CONFIGURATION), ['token', 'revoke', 'alice', '--auto-approve'], {
      STREAM_API_KEY: 'k',
      STREAM_API_SECRET: 'a-secret-of-some-length-0123456789',
      STREAM_BASE_URL: 'http://127.0.0.1:9',
    });
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('could not be reached');
    expect(ran.stderr).toContain('target.base_url');
  });

  test('version and help', async () => {
    const cwd = folderWith();
    expect(await chat(cwd, ['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: '',
    });
    expect((await chat(cwd, ['help'])).stdout).toMatch(/^Usage: chat/);
  });
});

describe('with --emulator', () => {
  test('plan, apply and plan keep their state beside the configuration', async () => {
    const cwd = folderWith(CONFIGURATION);
    const plan = await chat(cwd, ['plan', '--emulator', '--detailed-exitcode']);
    expect(plan.stderr).toBe('');
    expect(plan.code).toBe(2);
    expect(plan.stdout).toContain('To apply: chat apply --emulator\n');
    const apply = await chat(cwd, ['apply', '--emulator', '--auto-approve', '--emulator-read-lag', '300']);
    expect(apply.stdout).toContain('converged');
    expect(apply.code).toBe(0);
    const again = await chat(cwd, ['plan', '--emulator', '--detailed-exitcode']);
    expect(again.stdout).toMatch(/^No changes\. 6 resources match\./);
    expect(again.code).toBe(0);
  });

  test('Ctrl-C during apply stops it, reports the truth, and the next run finishes', async () => {
    const roles = Array.from({ length: 12 }, (_, index) => `role-${index}`);
    const cwd = folderWith(`version: 1\nroles: [${roles.join(', ')}]\n`);
    const words = ['apply', '--emulator', '--auto-approve', '--concurrency', '1'];
    const running = start(cwd, [...words, '--emulator-latency', '150', '--debug']);
    await running.shown('debug: CreateRole');
    running.process.kill('SIGINT');
    const ran = await running.ended;
    expect(ran.code).toBe(130);
    expect(ran.stderr).toContain('Stopping: no further calls are started.');
    const [, created, left] = /Interrupted: (\d+) created, .* (\d+) not started/.exec(ran.stdout) ?? [];
    expect(Number(created)).toBeGreaterThan(0);
    expect(Number(created) + Number(left)).toBe(12);
    const plan = await chat(cwd, ['plan', '--emulator']);
    expect(plan.stdout).toMatch(new RegExp(`^Plan: ${left} to create`));
    const finished = await chat(cwd, words);
    expect(finished.stdout).toContain(`Applied: ${left} created`);
    expect(finished.code).toBe(0);
  });

  test('Ctrl-C twice leaves at once', async () => {
    const cwd = folderWith('version: 1\nroles: [a, b, c]\n');
    const words = ['apply', '--emulator', '--auto-approve', '--emulator-latency', '3000', '--debug'];
    const running = start(cwd, words);
    await running.shown('debug: ListRoles');
    await new Promise((resolve) => setTimeout(resolve, 300));
    running.process.kill('SIGINT');
    await running.shown('Stopping');
    running.process.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
  });

  test('a reader that goes away does no harm', async () => {
    const cwd = folderWith(CONFIGURATION);
    const running = start(cwd, ['plan', '--emulator']);
    running.process.stdout?.destroy();
    const ran = await running.ended;
    expect(ran).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('chat emulator', () => {
  test('serves until it is stopped, and tells the key and secret it made', async () => {
    const cwd = folderWith(CONFIGURATION);
    const server = start(cwd, ['emulator', '--port', '0', '--data', 'state.json', '--log']);
    await server.shown('Ctrl-C');
    await new Promise((resolve) => setTimeout(resolve, 50));
    server.process.kill('SIGINT');
    const { code, stdout } = await server.ended;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^url {8}http:\/\/127\.0\.0\.1:\d+\napi_key {4}\S+\napi_secret \S+\n$/);
  });

  test('says when the port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const ran = await chat(folderWith(), ['emulator', '--port', String(port), '--api-key', 'k', '--api-secret', 's']);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain(`Port ${port} is in use`);
    await new Promise((resolve) => taken.close(resolve));
  });
});
