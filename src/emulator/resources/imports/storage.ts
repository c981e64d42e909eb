/** The bucket from which imports of the second version read. Credentials are looked at and forgotten. */
import { record, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, objectOf, type Route, textOf } from '../../http/route.ts';
import type { ImporterStorageRow } from '../../store/rows/administration.ts';
import { time, type Value, type ValueObject } from '../../values.ts';
import { known, lagged } from '../../world.ts';

const PATH = '/imports/v2/external-storage';
const KEY = 'importer';

const route = (method: Route['method'], end: string, op: string, handle: Route['handle']): Route => ({
  method,
  path: `${PATH}${end}`,
  area: 'common',
  op,
  clients: false,
  handle,
});

export const importerStorageRoutes: readonly Route[] = [
  route('GET', '', 'GetImporterExternalStorage', getStorage),
  route('PUT', '', 'UpsertImporterExternalStorage', upsert),
  route('DELETE', '', 'DeleteImporterExternalStorage', remove),
  route('POST', '/validate', 'ValidateImporterExternalStorage', validate),
];

function upsert(call: Call): ValueObject {
  const { world, at } = call;
  const shape = {
    type: text({ oneOf: ['aws_s3', 'gcs'] }),
    aws_s3: record({ bucket: text(), path_prefix: text(), region: text(), role_arn: text() }, [
      'bucket',
      'region',
      'role_arn',
    ]),
    gcs: record({ bucket: text(), credentials: text(), path_prefix: text() }, ['bucket', 'credentials']),
  };
  const body = bodyOf(call, shape, ['type']);
  const type = textOf(body, 'type') ?? '';
  const settings = objectOf(body, type);
  if (settings === undefined) throw inputError(`${type} is a required field`);
  const { credentials: _secret, ...shown } = settings;
  world.store.importerStorage.put(KEY, {
    type,
    settings: type === 'gcs' ? { ...shown, credentials_set: true } : shown,
    created_at: world.store.importerStorage.get(KEY)?.created_at ?? at,
    updated_at: at,
  });
  return {};
}

function getStorage({ world }: Call): ValueObject {
  const row = lagged(world, world.store.importerStorage).get(KEY);
  if (row === undefined) throw absent();
  return {
    type: row.type,
    [row.type]: row.settings as Value,
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}

function remove(call: Call): ValueObject {
  existing(call);
  call.world.store.importerStorage.remove(KEY);
  return {};
}

/** Nothing is reached from here, so whatever is set is fit. */
function validate(call: Call): ValueObject {
  existing(call);
  return {};
}

function existing({ world }: Call): ImporterStorageRow {
  const row = known(world, world.store.importerStorage, KEY);
  if (row === undefined) throw absent();
  return row;
}

function absent() {
  return notFound('external storage is not configured');
}
