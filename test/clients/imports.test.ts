/** Imports and storage outside. */
import { expect, test } from 'vitest';
import { bothClients, same } from './support.ts';

const { newer, older } = await bothClients();

const LINES = [
  { type: 'user', data: { id: 'ida', name: 'Ida', color: 'red', created_at: '2020-01-01T00:00:00Z' } },
  { type: 'channel', data: { id: 'old', type: 'messaging', created_by: 'ida', topic: 'Then' } },
  { type: 'channel_member', data: { channel_type: 'messaging', channel_id: 'old', user_id: 'ida' } },
  { type: 'message', data: { id: 'm', channel_type: 'messaging', channel_id: 'old', user: 'ida', text: 'Long ago' } },
];

test('a file is uploaded and imported', async () => {
  for (const start of [
    async () => {
      const { upload_url, path } = await newer.createImportURL({ filename: 'a.json' });
      return { upload_url, begin: () => newer.createImport({ path, mode: 'upsert' }) };
    },
    async () => {
      const { upload_url, path } = await older._createImportURL('b.json');
      return { upload_url, begin: () => older._createImport(path, { mode: 'insert' }) };
    },
  ]) {
    const { upload_url, begin } = await start();
    const body = LINES.map((line) => JSON.stringify(line)).join('\n');
    const put = await fetch(upload_url, { method: 'PUT', body, headers: { 'content-type': 'application/json' } });
    expect(put.status).toBe(200);
    const { import_task: task } = await begin();
    const id = task?.id ?? '';
    for (;;) {
      const { import_task } = await newer.getImport({ id });
      if (import_task?.state === 'completed') break;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await same(newer.getImport({ id }), older._getImport(id));
  }
  await same(newer.listImports(), older._listImports({} as never));
  const { users } = await older.queryUsers({ id: 'ida' });
  expect(users).toMatchObject([{ color: 'red', created_at: '2020-01-01T00:00:00Z' }]);
  const state = await newer.chat.channel('messaging', 'old').getOrCreate({ state: true });
  expect(state.messages.map((message) => message.text)).toEqual(['Long ago']);
});

test('storage and the second version of imports, which the newer client alone has', async () => {
  await newer.createExternalStorage({
    name: 'backup',
    bucket: 'b',
    storage_type: 's3',
    path: 'x/',
    aws_s3: { s3_region: 'us-east-1', s3_secret: 'very secret' },
  });
  const { external_storages } = await newer.listExternalStorage();
  expect(external_storages).toEqual({ backup: { name: 'backup', bucket: 'b', path: 'x/', type: 's3' } });
  expect((await newer.checkExternalStorage({ name: 'backup' })).file_url).toContain('x/');
  await newer.deleteExternalStorage({ name: 'backup' });
  await newer.upsertImporterExternalStorage({ type: 'gcs', gcs: { bucket: 'b', credentials: 'very secret' } });
  expect(await newer.getImporterExternalStorage()).toMatchObject({ gcs: { bucket: 'b', credentials_set: true } });
  await newer.validateImporterExternalStorage();
  const task = await newer.createImportV2Task({ product: 'chat', settings: { path: 'a.json', mode: 'upsert' } });
  expect((await newer.getImportV2Task({ id: task.id })).state).toBe(task.state);
  await newer.cancelImportV2Task({ id: task.id });
  await newer.deleteImportV2Task({ id: task.id });
  expect((await newer.listImportV2Tasks()).import_tasks).toEqual([]);
  await newer.deleteImporterExternalStorage();
});
