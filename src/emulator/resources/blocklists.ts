import { isArray, type JsonObject } from '../../core/json.ts';
import { anything, bool, int, list, type Shape, text } from '../check.ts';
import { inputError, notFound } from '../errors.ts';
import { bodyOf, type Call, count, flagOf, isGiven, type Route, textOf, textsOf } from '../http/route.ts';
import type { BlocklistRow } from '../store/rows/settings.ts';
import { startTask, type Worker } from '../tasks.ts';
import { time, type ValueObject } from '../values.ts';
import { known, lagged, type World } from '../world.ts';

const MOST_LISTS = 15;
const MOST_WORDS = 10_000;
const TYPES = ['regex', 'domain', 'domain_allowlist', 'email', 'email_allowlist', 'word'];
const FLAGS = [
  'is_leet_check_enabled',
  'is_plural_check_enabled',
  'is_substring_matching_enabled',
  'is_confusable_folding_enabled',
] as const;

const WORDS = list(text({ min: 1, max: 40 }), { max: MOST_WORDS });
const FIELDS: Shape = {
  words: WORDS,
  team: text(),
  user_id: text(),
  user: anything,
  ...Object.fromEntries(FLAGS.map((name) => [name, bool])),
};

export const blocklistRoutes: readonly Route[] = [
  { method: 'GET', path: '/blocklists', area: 'common', op: 'ListBlockLists', clients: false, handle: listAll },
  { method: 'POST', path: '/blocklists', area: 'common', op: 'CreateBlockList', clients: false, handle: create },
  { method: 'GET', path: '/blocklists/:name', area: 'common', op: 'GetBlockList', clients: false, handle: getOne },
  { method: 'PUT', path: '/blocklists/:name', area: 'common', op: 'UpdateBlockList', clients: false, handle: update },
  {
    method: 'DELETE',
    path: '/blocklists/:name',
    area: 'common',
    op: 'DeleteBlockList',
    clients: false,
    handle: remove,
  },
  {
    method: 'POST',
    path: '/blocklists/:id/import',
    area: 'common',
    op: 'ImportBlockList',
    clients: false,
    handle: start,
  },
];

/** Names are unique in a team. */
export function blocklistKey(name: string, team: string): string {
  return `${name} ${team}`;
}

function listAll(call: Call): ValueObject {
  const { world, query } = call;
  const limit = count(call, 'limit', { max: 200, otherwise: 200 });
  const team = query.get('team');
  const cursor = Buffer.from(query.get('cursor') ?? '', 'base64url').toString();
  const rows = [...lagged(world, world.store.blocklists).values()]
    .filter((row) => team === null || row.team === team)
    .map((row) => ({ row, key: blocklistKey(row.name, row.team) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .filter(({ key }) => key > cursor);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    blocklists: page.map(({ row }) => blocklistView(row)),
    next_cursor:
      last !== undefined && rows.length > page.length ? Buffer.from(last.key).toString('base64url') : undefined,
  };
}

function getOne({ world, param, query }: Call): ValueObject {
  const row = lagged(world, world.store.blocklists).get(blocklistKey(param('name'), query.get('team') ?? ''));
  if (row === undefined) throw absent(param('name'));
  return { blocklist: blocklistView(row) };
}

function create(call: Call): ValueObject {
  const { world, at } = call;
  const shape = { name: text({ min: 1, max: 255 }), type: text({ oneOf: TYPES }), ...FIELDS };
  const body = bodyOf(call, shape, ['name', 'words']);
  const name = String(body['name']);
  refuseEmpty(world, body);
  const team = textOf(body, 'team') ?? '';
  const key = blocklistKey(name, team);
  if (world.store.blocklists.has(key)) throw inputError(`block list with name "${name}" already exists`);
  const custom = [...world.store.blocklists.values()].filter((row) => row.custom).length;
  if (custom >= MOST_LISTS) throw inputError(`cannot have more than ${MOST_LISTS} block lists`);
  const row = world.store.blocklists.put(key, {
    id: world.random.uuid(),
    name,
    team,
    type: textOf(body, 'type') ?? 'word',
    words: textsOf(body, 'words'),
    flags: flagsOf(body, {}),
    custom: true,
    owner_user_id: textOf(body, 'user_id'),
    created_at: at,
    updated_at: at,
  });
  return { blocklist: blocklistView(row) };
}

function update(call: Call): ValueObject {
  const { world, at, param } = call;
  const body = bodyOf(call, FIELDS);
  refuseEmpty(world, body);
  const row = customRow(world, param('name'), textOf(body, 'team') ?? '', 'update');
  const next = world.store.blocklists.put(blocklistKey(row.name, row.team), {
    ...row,
    words: isGiven(body, 'words') && body['words'] !== null ? textsOf(body, 'words') : row.words,
    flags: flagsOf(body, row.flags),
    updated_at: at,
  });
  return { blocklist: blocklistView(next) };
}

function refuseEmpty(world: World, body: JsonObject): void {
  const { words } = body;
  if (isArray(words) && words.length === 0 && world.assume('empty_word_list') === 'b')
    throw inputError('words must contain at least 1 item');
}

function remove({ world, param, query }: Call): ValueObject {
  const row = customRow(world, param('name'), query.get('team') ?? '', 'delete');
  world.store.blocklists.remove(blocklistKey(row.name, row.team));
  return {};
}

function start(call: Call): ValueObject {
  const { world, at, param } = call;
  const items = list(text({ min: 1, max: 40 }), { min: 1 });
  const body = bodyOf(call, { items, chunk_size: int({ min: 1 }) }, ['items']);
  const row = [...world.store.blocklists.values()].find((candidate) => candidate.id === param('id'));
  if (row === undefined) throw absent(param('id'));
  if (!row.custom) throw inputError(`cannot update the builtin block list "${row.name}"`);
  const input = { key: blocklistKey(row.name, row.team), items: textsOf(body, 'items') };
  return { task_id: startTask(world, at, 'importBlocklist', input) };
}

export const importBlocklist: Worker = (world, input, at) => {
  const key = textOf(input, 'key') ?? '';
  const row = world.store.blocklists.get(key);
  if (row === undefined) return {};
  const words = [...new Set([...row.words, ...textsOf(input, 'items')])].slice(0, MOST_WORDS);
  world.store.blocklists.put(key, { ...row, words, updated_at: at });
  return {};
};

function customRow(world: World, name: string, team: string, verb: string): BlocklistRow {
  const row = known(world, world.store.blocklists, blocklistKey(name, team));
  if (row === undefined) throw absent(name);
  if (!row.custom) throw inputError(`cannot ${verb} the builtin block list "${name}"`);
  return row;
}

function absent(name: string) {
  return notFound(`block list with name "${name}" does not exist`);
}

function flagsOf(body: JsonObject, former: Readonly<Record<string, boolean>>): Readonly<Record<string, boolean>> {
  return Object.fromEntries(FLAGS.map((name) => [name, flagOf(body, name) ?? former[name] ?? false]));
}

function blocklistView(row: BlocklistRow): ValueObject {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    words: row.words,
    team: row.team === '' ? undefined : row.team,
    owner_user_id: row.owner_user_id,
    ...Object.fromEntries(FLAGS.map((name) => [name, row.flags[name] ?? false])),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}
