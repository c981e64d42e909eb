import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEmulator, startEmulator } from '../../src/emulator/index.ts';
import { client, sign } from './support.ts';

let folder: string;
let dataFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-'));
  dataFile = join(folder, 'deep', 'state.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const options = () => ({ dataFile, apiKey: 'key', apiSecret: 's'.repeat(32), rateLimits: 'off' as const });

test('the state survives, down to tasks that were not finished', async () => {
  let at = Date.now();
  const now = () => at;
  const first = await createEmulator({ ...options(), now });
  const { call } = client(first);
  await call('POST', '/roles', { name: 'vip' });
  await call('POST', '/users', { users: { ann: { id: 'ann', name: 'Ann' }, bob: { id: 'bob' } } });
  await call('POST', '/chat/channels/messaging/room/query', {
    data: { created_by_id: 'ann', members: [{ user_id: 'bob' }] },
  });
  const { task_id } = (await call('POST', '/users/deactivate', { user_ids: ['bob'] })).body;
  const before = first.snapshot();
  await first.close();
  const second = await createEmulator({ ...options(), now });
  expect(second.snapshot()).toEqual(before);
  at += 1000;
  const again = client(second);
  expect((await again.call('GET', `/tasks/${task_id}`)).body.status).toBe('completed');
  expect((await again.query('/users', { filter_conditions: {} })).body.users).toHaveLength(1);
  const { body } = await again.call('POST', '/chat/channels', { filter_conditions: { members: { $in: ['bob'] } } });
  expect(body.channels).toHaveLength(1);
  await second.close();
});

test('every answered write is in the journal, before the data file is written', async () => {
  const first = await createEmulator(options());
  await client(first).call('POST', '/roles', { name: 'vip' });
  await client(first).call('POST', '/roles', { name: 'host' });
  await client(first).call('DELETE', '/roles/host');
  expect(existsSync(dataFile)).toBe(false);
  // What a killed process leaves behind: no data file yet, and perhaps half a line.
  const left = join(folder, 'left.json');
  writeFileSync(`${left}.journal`, `${readFileSync(`${dataFile}.journal`, 'utf8')}["roles","half`);
  const second = await createEmulator({ ...options(), dataFile: left });
  const names = (await client(second).call('GET', '/roles')).body.roles.map((role: { name: string }) => role.name);
  expect(names).toContain('vip');
  expect(names).not.toContain('host');
  await second.close();
  await first.close();
});

test('the journal moves into the data file when writes pause, and nothing is lost on the way', async () => {
  const first = await createEmulator(options());
  const { call } = client(first);
  await call('POST', '/roles', { name: 'early' });
  await vi.waitFor(() => expect(readFileSync(dataFile, 'utf8')).toContain('early'), { timeout: 5000 });
  await vi.waitFor(() => expect(existsSync(`${dataFile}.journal.old`)).toBe(false), { timeout: 5000 });
  await call('POST', '/roles', { name: 'tardy' });
  expect(readFileSync(dataFile, 'utf8')).not.toContain('tardy');
  expect(readFileSync(`${dataFile}.journal`, 'utf8')).not.toContain('early');
  // As if the process had been killed between retiring the journal and replacing the data file.
  const left = join(folder, 'left.json');
  copyFileSync(dataFile, left);
  copyFileSync(`${dataFile}.journal`, `${left}.journal.old`);
  writeFileSync(`${left}.journal`, '["roles","early",null]\n');
  const second = await createEmulator({ ...options(), dataFile: left });
  const names = (await client(second).call('GET', '/roles')).body.roles.map((role: { name: string }) => role.name);
  expect(names).toContain('tardy');
  expect(names).not.toContain('early');
  await second.close();
  await first.close();
  expect(readFileSync(dataFile, 'utf8')).toContain('tardy');
});

test('no secret is in any file', async () => {
  const emulator = await createEmulator(options());
  const { call } = client(emulator);
  await call('PATCH', '/app', {
    sqs_secret: 'hush-1',
    sns_key: 'hush-2',
    huawei_config: { id: '1', secret: 'hush-3' },
    datadog_info: { api_key: 'hush-4', site: 'eu', enabled: true },
    event_hooks: [
      { hook_type: 'sqs', sqs_key: 'hush-5', sqs_secret: 'hush-6', failover_config: { gcs_credentials: 'hush-7' } },
    ],
  });
  const journal = readFileSync(`${dataFile}.journal`, 'utf8');
  await emulator.close();
  for (const text of [journal, readFileSync(dataFile, 'utf8')]) {
    expect(text).toContain('datadog_info');
    expect(text).not.toContain('hush');
    expect(text).not.toContain('s'.repeat(32));
  }
});

test('a file that is something else is not written over', async () => {
  const other = join(folder, 'other.json');
  writeFileSync(other, '{"hello":1}');
  await expect(createEmulator({ dataFile: other })).rejects.toThrow('is not a data file of this emulator');
  expect(readFileSync(other, 'utf8')).toBe('{"hello":1}');
});

test('a server listens on this machine alone and answers as the library does', async () => {
  const server = await startEmulator({ rateLimits: 'off', dataFile });
  expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
  const token = await sign(server.apiSecret, { server: true });
  const headers = { authorization: token, 'stream-auth-type': 'jwt', 'content-type': 'application/json' };
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}/api/v2${path}?api_key=${server.apiKey}`, { headers, ...init });
  const made = await ask('/roles', { method: 'POST', body: '{"name":"vip"}' });
  expect([made.status, made.headers.get('content-type')]).toEqual([201, 'application/json']);
  expect(await (await ask('/roles/vip', { method: 'DELETE' })).json()).toEqual({
    duration: expect.stringMatching(/ms$/),
  });
  expect((await ask('/nope')).status).toBe(404);
  expect(server.log).toHaveLength(3);
  await server.close();
  expect(existsSync(dataFile)).toBe(true);
  await expect(fetch(server.url)).rejects.toThrow();
});

test('a port that is taken is an error', async () => {
  const server = await startEmulator();
  await expect(startEmulator({ port: server.port })).rejects.toThrow('EADDRINUSE');
  await server.close();
});
