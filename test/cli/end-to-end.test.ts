/** The built program against the emulator: over HTTP as an app, and inside the process with --emulator. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFolder, chat, ensureBuilt, start } from './built.ts';
import { CONFIGURATION, overHttp } from './over-http.ts';

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

describe('over HTTP', () => overHttp());

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
