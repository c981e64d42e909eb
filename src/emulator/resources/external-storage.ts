/** Buckets of the customer's own, to which the API writes. Credentials are looked at and forgotten. */
import type { JsonObject } from '../../core/json.ts';
import { record, type Shape, text } from '../check.ts';
import { inputError, notFound } from '../errors.ts';
import { bodyOf, type Call, isGiven, objectOf, type Route, textOf } from '../http/route.ts';
import type { ExternalStorageRow } from '../store/rows/administration.ts';
import type { ValueObject } from '../values.ts';
import { known, lagged } from '../world.ts';
import { ofPlan } from './plan.ts';

/** Where each type of storage has its credentials. */
const CREDENTIALS: Readonly<Record<string, string>> = { s3: 'aws_s3', gcs: 'gcs_credentials', abs: 'azure_blob' };

const FIELDS: Shape = {
  storage_type: text({ oneOf: Object.keys(CREDENTIALS) }),
  bucket: text(),
  path: text(),
  aws_s3: record({ s3_region: text(), s3_api_key: text(), s3_secret: text(), s3_custom_endpoint_url: text() }, [
    's3_region',
  ]),
  gcs_credentials: text(),
  azure_blob: record(
    { abs_account_name: text(), abs_client_id: text(), abs_client_secret: text(), abs_tenant_id: text() },
    ['abs_account_name', 'abs_client_id', 'abs_client_secret', 'abs_tenant_id'],
  ),
};

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path: `/external_storage${path}`,
  area: 'common',
  op,
  clients: false,
  handle,
});

export const externalStorageRoutes: readonly Route[] = ofPlan([
  route('GET', '', 'ListExternalStorage', listAll),
  route('POST', '', 'CreateExternalStorage', create),
  route('PUT', '/:name', 'UpdateExternalStorage', update),
  route('DELETE', '/:name', 'DeleteExternalStorage', remove),
  route('GET', '/:name/check', 'CheckExternalStorage', check),
]);

function listAll({ world }: Call): ValueObject {
  const rows = [...lagged(world, world.store.externalStorages).values()];
  return { external_storages: Object.fromEntries(rows.map((row) => [row.name, view(row)])) };
}

function create(call: Call): ValueObject {
  const { externalStorages } = call.world.store;
  const body = bodyOf(call, { ...FIELDS, name: text() }, ['name', 'bucket', 'storage_type']);
  const name = textOf(body, 'name') ?? '';
  if (externalStorages.has(name)) throw inputError(`external storage "${name}" already exists`);
  externalStorages.put(name, written(name, body));
  return {};
}

/** Replaces it whole. */
function update(call: Call): ValueObject {
  const body = bodyOf(call, FIELDS, ['bucket', 'storage_type']);
  const { name } = existing(call);
  return view(call.world.store.externalStorages.put(name, written(name, body)));
}

function remove(call: Call): ValueObject {
  call.world.store.externalStorages.remove(existing(call).name);
  return {};
}

/** Nothing is written anywhere: the address is that of a file that would have been. */
function check(call: Call): ValueObject {
  const row = existing(call);
  const folder = row.path === '' ? '' : `${row.path.replace(/^\/|\/$/g, '')}/`;
  return { file_url: `https://${row.bucket}.storage.example/${folder}check-${call.world.random.uuid()}.txt` };
}

function existing({ world, param }: Call): ExternalStorageRow {
  const row = known(world, world.store.externalStorages, param('name'));
  if (row === undefined) throw notFound(`external storage "${param('name')}" does not exist`);
  return row;
}

function written(name: string, body: JsonObject): ExternalStorageRow {
  const type = textOf(body, 'storage_type') ?? '';
  const key = CREDENTIALS[type] ?? '';
  const isThere = objectOf(body, key) !== undefined || (textOf(body, key) ?? '') !== '';
  if (!isGiven(body, key) || !isThere) throw inputError(`${key} is required for a storage of the type ${type}`);
  return { name, type, bucket: textOf(body, 'bucket') ?? '', path: textOf(body, 'path') ?? '' };
}

/** What is `storage_type` in a request is `type` in a reply. */
function view(row: ExternalStorageRow): ValueObject {
  return { name: row.name, type: row.type, bucket: row.bucket, path: row.path };
}
