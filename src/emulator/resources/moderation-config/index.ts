/** How content is moderated, by key and team. Configurations are kept as they are written, and moderate nothing here. */
import { isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { anything, bool, text } from '../../check.ts';
import { notFound } from '../../errors.ts';
import { bodyOf, type Call, flagOf, objectOf, type Route, textOf } from '../../http/route.ts';
import { type Field, onlyFields, RANGE } from '../../query/filter.ts';
import { listRows, listShape, NEWEST_FIRST } from '../../query/list.ts';
import type { ModerationConfigRow } from '../../store/rows/administration.ts';
import { time, type Value, type ValueObject } from '../../values.ts';
import { known, lagged, type World } from '../../world.ts';
import { ALIASES, NOT_SHOWN, SECTIONS } from './sections.ts';

const HARM_TYPES = ['nudity', 'violence', 'weapons', 'drugs'];

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path: `/moderation/${path}`,
  area: 'common',
  op,
  // Clients of the older generation use the newer paths here.
  generation: 2,
  clients: false,
  handle,
});

export const moderationConfigRoutes: readonly Route[] = [
  route('POST', 'config', 'upsert_config', upsert),
  route('GET', 'config/:key', 'get_config', getOne),
  route('DELETE', 'config/:key', 'delete_config', remove),
  route('POST', 'configs', 'query_moderation_configs', query),
];

function upsert(call: Call): ValueObject {
  const { world, at } = call;
  const shape = { ...SECTIONS, key: text(), async: bool, user: anything, user_id: text() };
  const body = bodyOf(call, { ...shape, team: text({ min: 1, max: 128 }) }, ['key']);
  const key = textOf(body, 'key') ?? '';
  const team = textOf(body, 'team') ?? '';
  const former = world.store.moderationConfigs.get(rowKey(key, team));
  const isMerged = world.assume('moderation_config_on_omission') === 'b';
  const row = world.store.moderationConfigs.put(rowKey(key, team), {
    key,
    team,
    async: flagOf(body, 'async') ?? (isMerged ? (former?.async ?? false) : false),
    sections: { ...(isMerged ? former?.sections : {}), ...written(body) },
    created_at: former?.created_at ?? at,
    updated_at: at,
  });
  return { config: view(row) };
}

/** Some sections have an older name; where both are given, the present one counts. */
function written(body: JsonObject): JsonObject {
  const sections: Record<string, Json> = {};
  for (const [alias, name] of Object.entries(ALIASES)) {
    const section = objectOf(body, alias);
    if (section !== undefined) sections[name] = section;
  }
  for (const name of Object.keys(SECTIONS)) {
    const section = objectOf(body, name);
    if (section !== undefined && !Object.hasOwn(ALIASES, name)) sections[name] = section;
  }
  return sections;
}

function getOne(call: Call): ValueObject {
  const { world } = call;
  const row = lagged(world, world.store.moderationConfigs).get(keyOf(call));
  if (row === undefined) throw absent(call);
  return { config: view(row) };
}

function remove(call: Call): ValueObject {
  const { world } = call;
  if (known(world, world.store.moderationConfigs, keyOf(call)) === undefined) throw absent(call);
  world.store.moderationConfigs.remove(keyOf(call));
  return {};
}

function keyOf({ param, query }: Call): string {
  return rowKey(param('key'), query.get('team') ?? '');
}

function rowKey(key: string, team: string): string {
  return `${team} ${key}`;
}

function absent({ param }: Call) {
  return notFound(`moderation config with key "${param('key')}" does not exist`);
}

const field = (
  type: Field<ModerationConfigRow>['type'],
  read: Field<ModerationConfigRow>['read'],
  operators: readonly string[] = RANGE,
): Field<ModerationConfigRow> => ({ type, operators, read });
const FIELDS = onlyFields<ModerationConfigRow>({
  key: field('string', (row) => row.key, [...RANGE, '$autocomplete']),
  team: field('string', (row) => row.team),
  created_at: field('date', (row) => row.created_at),
  updated_at: field('date', (row) => row.updated_at),
});

function query(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, { ...listShape(5), user: anything, user_id: text() });
  const page = listRows(rowsOf(world), body, {
    fields: FIELDS,
    order: NEWEST_FIRST,
    tie: (row) => rowKey(row.key, row.team),
  });
  return { configs: page.rows.map(view), next: page.next, prev: page.prev };
}

function rowsOf(world: World): ModerationConfigRow[] {
  return [...lagged(world, world.store.moderationConfigs).values()];
}

function view(row: ModerationConfigRow): ValueObject {
  const shown = Object.entries(row.sections).filter(([name]) => !NOT_SHOWN.includes(name));
  const audio = row.sections['ai_audio_config'];
  return {
    ...(Object.fromEntries(shown) as Record<string, Value>),
    ...(isObject(audio) ? { ai_audio_config: { enabled: true, profile: '', rules: [], ...audio } as Value } : {}),
    key: row.key,
    team: row.team,
    async: row.async,
    supported_video_call_harm_types: HARM_TYPES,
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}
