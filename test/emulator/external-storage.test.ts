import { describe, expect, test } from 'vitest';
import { anApp } from './support.ts';

const PATH = '/external_storage';
const S3 = { storage_type: 's3', bucket: 'b', aws_s3: { s3_region: 'r', s3_api_key: 'k', s3_secret: 'very secret' } };

async function aStorage(storage: object = {}) {
  const app = await anApp();
  const made = await app.call('POST', PATH, { name: 'backup', path: 'x/', ...S3, ...storage });
  return { ...app, made };
}

describe('a storage', () => {
  test('is made, and read without its secrets and with its type under another name', async () => {
    const { made, call, emulator } = await aStorage();
    expect([made.status, Object.keys(made.body)]).toEqual([201, ['duration']]);
    const { external_storages } = (await call('GET', PATH)).body;
    expect(external_storages).toEqual({ backup: { name: 'backup', bucket: 'b', path: 'x/', type: 's3' } });
    expect(JSON.stringify(emulator.snapshot())).not.toContain('very secret');
    expect(JSON.stringify(emulator.log)).not.toContain('very secret');
  });

  test('is replaced whole', async () => {
    const { call } = await aStorage();
    const next = { storage_type: 'gcs', bucket: 'c', gcs_credentials: '{}' };
    const reply = await call('PUT', `${PATH}/backup`, next);
    expect([reply.status, reply.body]).toMatchObject([201, { name: 'backup', bucket: 'c', path: '', type: 'gcs' }]);
  });

  test('is checked', async () => {
    const { call } = await aStorage();
    expect((await call('GET', `${PATH}/backup/check`)).body.file_url).toMatch(/^https:\/\/b\..*\/x\/check-/);
  });

  test('goes', async () => {
    const { call } = await aStorage();
    expect((await call('DELETE', `${PATH}/backup`)).status).toBe(200);
    expect((await call('GET', PATH)).body.external_storages).toEqual({});
    for (const [method, end, body] of [
      ['DELETE', ''],
      ['GET', '/check'],
      ['PUT', '', S3],
    ] as const)
      expect((await call(method, `${PATH}/backup${end}`, body)).body.code).toBe(16);
  });

  test('cannot be deleted before it is known everywhere', async () => {
    const { call, clock } = await anApp({ readLagMs: 1000 });
    clock.pass(5000);
    await call('POST', PATH, { name: 'backup', ...S3 });
    expect((await call('DELETE', `${PATH}/backup`)).status).toBe(404);
    clock.pass(1500);
    expect((await call('DELETE', `${PATH}/backup`)).status).toBe(200);
  });

  const refused: readonly [name: string, body: object][] = [
    ['without a name', { name: '' }],
    ['whose name is taken', { name: 'taken' }],
    ['without a bucket', { bucket: undefined }],
    ['of an unknown type', { storage_type: 'ftp' }],
    ['without its credentials', { aws_s3: undefined }],
    ['with those of another type', { storage_type: 'abs' }],
    ['without a region', { aws_s3: { s3_api_key: 'k' } }],
    ['with half the credentials', { storage_type: 'abs', azure_blob: { abs_account_name: 'a' } }],
    ['with empty credentials', { storage_type: 'gcs', gcs_credentials: '' }],
  ];
  test.each(refused)('%s is refused', async (_name, body) => {
    const { call } = await aStorage({ name: 'taken' });
    const reply = await call('POST', PATH, { name: 'backup', ...S3, ...body });
    expect([reply.status, reply.body.code]).toEqual([400, 4]);
  });
});

describe('the storage of imports', () => {
  const IMPORTER = '/imports/v2/external-storage';

  test('is written, read and deleted', async () => {
    const { call, clock } = await anApp();
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/validate'],
    ] as const)
      expect((await call(method, `${IMPORTER}${path}`)).body.code).toBe(16);
    const aws_s3 = { bucket: 'b', region: 'r', role_arn: 'a', path_prefix: 'p' };
    expect((await call('PUT', IMPORTER, { type: 'aws_s3', aws_s3 })).status).toBe(201);
    const read = (await call('GET', IMPORTER)).body;
    expect(read).toMatchObject({ type: 'aws_s3', aws_s3, created_at: read.updated_at });
    clock.pass(1000);
    await call('PUT', IMPORTER, { type: 'gcs', gcs: { bucket: 'b', credentials: 'very secret' } });
    const next = (await call('GET', IMPORTER)).body;
    expect(next).toMatchObject({
      type: 'gcs',
      gcs: { bucket: 'b', credentials_set: true },
      created_at: read.created_at,
    });
    expect(next).not.toHaveProperty('aws_s3');
    expect(JSON.stringify(next)).not.toContain('very secret');
    expect((await call('POST', `${IMPORTER}/validate`)).status).toBe(201);
    expect((await call('DELETE', IMPORTER)).status).toBe(200);
    expect((await call('GET', IMPORTER)).status).toBe(404);
  });

  const refused: readonly [name: string, body: object][] = [
    ['no type', {}],
    ['another type', { type: 'abs' }],
    ['no settings', { type: 'gcs' }],
    ['settings of another type', { type: 'gcs', aws_s3: { bucket: 'b', region: 'r', role_arn: 'a' } }],
    ['half the settings', { type: 'aws_s3', aws_s3: { bucket: 'b' } }],
  ];
  test.each(refused)('%s is refused', async (_name, body) => {
    const { call } = await anApp();
    expect((await call('PUT', IMPORTER, body)).body.code).toBe(4);
  });
});
