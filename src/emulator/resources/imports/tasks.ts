import { bool, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, flagOf, textOf } from '../../http/route.ts';
import type { ImportRow } from '../../store/rows/administration.ts';
import { startTask, type Worker } from '../../tasks.ts';
import { time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { applyItem } from './apply.ts';
import { readItems } from './items.ts';

/** How long an import only lies there. */
const WAITING_US = 50_000;
const MOST_BYTES = 300 * 1024 * 1024;

/** Files are put here, on this server itself; like a signed address of a bucket it needs no key and no token. */
export const UPLOADS = '/uploads/';

export function createImportUrl(call: Call): ValueObject {
  const { world, origin } = call;
  const filename = textOf(bodyOf(call, { filename: text() }), 'filename') || 'import.json';
  const path = `imports/${world.appId}/${world.random.uuid()}/${encodeURIComponent(filename)}`;
  world.store.importFiles.put(path, { path });
  return { upload_url: `${origin}${UPLOADS}${path}`, path };
}

/** What an upload is answered with: only addresses that were given out take a file. */
export function upload(world: World, path: string, content: string): number {
  if (!world.store.importFiles.has(path)) return 403;
  if (Buffer.byteLength(content) > MOST_BYTES) return 413;
  world.store.importFiles.put(path, { path, content });
  return 200;
}

export function createImport(call: Call): ValueObject {
  const { world, at } = call;
  const shape = { path: text(), mode: text({ oneOf: ['insert', 'upsert'] }), merge_custom: bool };
  const body = bodyOf(call, shape, ['path', 'mode']);
  const path = textOf(body, 'path') ?? '';
  const content = world.store.importFiles.get(path)?.content;
  if (content === undefined) throw inputError(`there is no file at "${path}"`);
  const id = world.random.uuid();
  const row = world.store.imports.put(id, {
    id,
    path,
    mode: body['mode'] === 'insert' ? 'insert' : 'upsert',
    merge_custom: flagOf(body, 'merge_custom') ?? false,
    size: Buffer.byteLength(content),
    created_at: at,
  });
  startTask(world, at, 'import', { id });
  return { import_task: view(world, row) };
}

export function getImport({ world, param }: Call): ValueObject {
  const row = world.store.imports.get(param('id'));
  if (row === undefined) throw notFound(`Can't find import task with id "${param('id')}"`);
  return { import_task: view(world, row) };
}

export function listImports({ world }: Call): ValueObject {
  return { import_tasks: [...world.store.imports.values()].toReversed().map((row) => view(world, row)) };
}

/** All items of the file, or none of them when one is not fit. The file is not kept. */
export const importWork: Worker = (world, input, at) => {
  const row = world.store.imports.get(textOf(input, 'id') ?? '');
  if (row === undefined) return {};
  const items = readItems(world, world.store.importFiles.get(row.path)?.content ?? '');
  const options = { isUpsert: row.mode === 'upsert', mergesCustom: row.merge_custom, at };
  for (const item of items ?? []) applyItem(world, item, options);
  world.store.importFiles.remove(row.path);
  const outcome = items === undefined ? 'analyze_failed' : 'completed';
  world.store.imports.put(row.id, { ...row, outcome, finished_at: at });
  return {};
};

function view(world: World, row: ImportRow): ValueObject {
  const states: readonly (readonly [state: string, at: number])[] = [
    ['uploaded', row.created_at],
    ...(row.outcome !== undefined || world.now() * 1000 >= row.created_at + WAITING_US
      ? [['analyzing', row.created_at + WAITING_US] as const]
      : []),
    ...(row.outcome === undefined ? [] : [[row.outcome, row.finished_at ?? row.created_at] as const]),
  ];
  const [state, updated_at] = states.at(-1) ?? ['uploaded', row.created_at];
  return {
    id: row.id,
    path: row.path,
    mode: row.mode,
    state,
    history: states.map(([next_state, since], index) => ({
      prev_state: states[index - 1]?.[0] ?? '',
      next_state,
      created_at: time(since),
    })),
    size: row.size,
    created_at: time(row.created_at),
    updated_at: time(updated_at),
  };
}
