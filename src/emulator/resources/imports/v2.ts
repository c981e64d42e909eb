/** Imports of the second version, which read from a bucket of the customer's. Only their state is kept: nothing is read. */
import type { JsonObject } from '../../../core/json.ts';
import { anything, bool, record, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, count, objectOf, type Route, textOf } from '../../http/route.ts';
import type { ImportV2Row } from '../../store/rows/administration.ts';
import { time, type Value, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';

/** States are numbers, whose meaning is not published. */
const WAITING = 1;
const COMPLETED = 3;
const CANCELLED = 5;
const DONE_US = 5_000_000;

const SETTINGS = record({
  merge_custom: bool,
  mode: text(),
  path: text(),
  s3: record({ bucket: text(), dir: text(), region: text() }),
  skip_references_check: bool,
  use_import_time_as_op_time: bool,
});

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path: `/imports/v2${path}`,
  area: 'common',
  op,
  clients: false,
  handle,
});

export const importV2Routes: readonly Route[] = [
  route('GET', '', 'ListImportV2Tasks', listAll),
  route('POST', '', 'CreateImportV2Task', create),
  route('GET', '/:id', 'GetImportV2Task', getOne),
  route('DELETE', '/:id', 'DeleteImportV2Task', remove),
  route('POST', '/:id/cancel', 'CancelImportV2Task', cancel),
];

function listAll(call: Call): ValueObject {
  const { world, query } = call;
  const state = query.get('state') === null ? undefined : count(call, 'state', { max: 1000, otherwise: 0 });
  const rows = [...world.store.importsV2.values()].toReversed();
  return {
    import_tasks: rows
      .filter((row) => state === undefined || stateOf(world, row) === state)
      .map((row) => view(world, row)),
  };
}

function create(call: Call): ValueObject {
  const { world, at } = call;
  const shape = { product: text({ oneOf: ['chat', 'feeds'] }), settings: SETTINGS, user: anything, user_id: text() };
  const body = bodyOf(call, shape, ['product', 'settings']);
  const settings: JsonObject = objectOf(body, 'settings') ?? {};
  const id = world.random.uuid();
  const row = world.store.importsV2.put(id, {
    id,
    product: textOf(body, 'product') ?? '',
    settings,
    is_cancelled: false,
    created_at: at,
    updated_at: at,
  });
  return view(world, row);
}

function getOne(call: Call): ValueObject {
  return view(call.world, existing(call));
}

function remove(call: Call): ValueObject {
  call.world.store.importsV2.remove(existing(call).id);
  return {};
}

function cancel(call: Call): ValueObject {
  const { world, at } = call;
  const row = existing(call);
  if (stateOf(world, row) !== WAITING) throw inputError('only an import that has not ended can be cancelled');
  world.store.importsV2.put(row.id, { ...row, is_cancelled: true, updated_at: at });
  return {};
}

function existing({ world, param }: Call): ImportV2Row {
  const row = world.store.importsV2.get(param('id'));
  if (row === undefined) throw notFound(`Can't find import task with id "${param('id')}"`);
  return row;
}

function stateOf(world: World, row: ImportV2Row): number {
  if (row.is_cancelled) return CANCELLED;
  return world.now() * 1000 < row.created_at + DONE_US ? WAITING : COMPLETED;
}

function view(world: World, row: ImportV2Row): ValueObject {
  return {
    id: row.id,
    app_pk: world.appId,
    product: row.product,
    settings: row.settings as Value,
    state: stateOf(world, row),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}
