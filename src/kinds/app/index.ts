/** The app's settings: one object, read with one call, written with one PATCH that names only what changes. */
import { read, write } from '../../core/call.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { grantReferences } from '../../core/grants.ts';
import { asObject, isArray, isObject, type Json, type JsonObject, pointer, tokensOf } from '../../core/json.ts';
import type { Resource, Wanted } from '../../core/kind.ts';
import type { Change } from '../../core/plan.ts';
import { asMap, compact, defineKind, pick, readExtra, step, touchedNames, withoutNulls } from '../../core/steps.ts';
import { fields, PUSH, UNREAD, UPLOAD_KEYS, UPLOADS } from './fields.ts';
import { hookFromRow, hookList, hookSays, knownHooks, unknownSecrets } from './hooks.ts';
import { pull } from './pull.ts';

/** Objects whose undeclared parts may not survive a partial write: they go out whole, as they were read. */
const WHOLE = ['push_config', 'datadog_info', 'moderation_dashboard_preferences', 'activity_metrics_config'];
const CARRYING = [...WHOLE, ...UPLOADS];
const DIRECT = [...new Set(Object.keys(fields).map((at) => at.split('/')[1] ?? ''))].filter(
  (name) => !(name in PUSH) && !['event_hooks', 'extra', 'push_config'].includes(name),
);

export const app = defineKind({
  name: 'app',
  collection: 'app',
  after: ['permission', 'role'],
  chunk: Number.POSITIVE_INFINITY,
  singleton: true,
  removal: [],
  fields,
  pull,
  normalise: (raw) => (isObject(raw) ? raw : undefined),
  references: (_id, body) => grantReferences(body['grants']),
  async *read(reader, wanted) {
    const reply = await reader.send(read('GetApp', 'GET', '/api/v2/app'));
    yield fromLive(asObject(reply['app'], 'app'), wanted[0] ?? { id: '' });
  },
  write(change) {
    const names = touchedNames(change);
    const age = names.has('event_hooks') ? 0 : CARRYING.some((name) => names.has(name)) ? 5000 : undefined;
    return [
      step(
        write('UpdateApp', 'PATCH', '/api/v2/app', patchOf(change), 'free'),
        age === undefined ? {} : { readAgainAfter: age },
      ),
    ];
  },
  review(change) {
    const hooks = touchedNames(change).has('event_hooks') ? unknownSecrets(change) : [];
    const errors = [...hooks, ...UPLOADS.flatMap((name) => uploadConflicts(change, name))];
    return errors.length > 0 ? { notes: errors } : { change, notes: [] };
  },
});

function fromLive(raw: JsonObject, wanted: Wanted): Resource {
  const declared = wanted.body ?? {};
  const push = isObject(raw['push_notifications']) ? raw['push_notifications'] : {};
  const rows = isArray(raw['event_hooks']) ? raw['event_hooks'].filter((row) => isObject(row)) : [];
  const hooks = knownHooks(wanted, rows);
  const { extra, blind } = readExtra(raw, declared);
  const sections = Object.entries(PUSH).map(([name, { section }]) => [name, pushSection(push[section])]);
  const body = compact({
    ...pick(raw, DIRECT),
    ...Object.fromEntries(sections),
    push_config: compact({ version: push['version'], offline_only: push['offline_only'] }),
    event_hooks: Object.fromEntries([...hooks].map(([name, row]) => [name, hookFromRow(row)])),
    extra,
  });
  const unread = UNREAD.filter((name) => raw[name] === undefined).map((name) => `/${name}`);
  return {
    id: '',
    body,
    blind: [...blind, ...unread, ...unseenPush(body, declared)],
    fresh: freshParts(body, declared),
    whole: { '/event_hooks': rows.map(hookSays).toSorted(byId) },
    facts: { event_hooks: rows },
  };
}

function byId(a: JsonObject, b: JsonObject): number {
  return String(a['id']) < String(b['id']) ? -1 : 1;
}

function pushSection(raw: Json | undefined): JsonObject {
  if (!isObject(raw)) return { disabled: true };
  const { enabled, ...rest } = raw;
  return { ...rest, disabled: enabled !== true };
}

/** Sections that are switched off and not declared so are set up from nothing: their secrets go along. */
function freshParts(live: JsonObject, declared: JsonObject): string[] {
  const off = (name: string) =>
    isObject(live[name]) &&
    live[name]['disabled'] === true &&
    isObject(declared[name]) &&
    declared[name]['disabled'] !== true;
  const datadog = isObject(declared['datadog_info']) && !isObject(live['datadog_info']) ? ['/datadog_info'] : [];
  const queues = ['sqs_url', 'sns_topic_arn'].filter(
    (name) => declared[name] !== undefined && declared[name] !== '' && (live[name] ?? '') !== declared[name],
  );
  const keys = queues.flatMap((name) => [`/${name.slice(0, 3)}_key`, `/${name.slice(0, 3)}_secret`]);
  return [
    ...Object.keys(PUSH)
      .filter(off)
      .map((name) => `/${name}`),
    ...datadog,
    ...keys,
  ];
}

/** Fields of a section in use that the reply leaves out although they must be set: not shown rather than unset. */
function unseenPush(live: JsonObject, declared: JsonObject): string[] {
  return ['huawei_config/id', 'xiaomi_config/package_name'].flatMap((at) => {
    const [name = '', field = ''] = at.split('/');
    const section = live[name];
    const isUsed = isObject(section) && section['disabled'] === false && section[field] === undefined;
    return isUsed && isObject(declared[name]) ? [`/${at}`] : [];
  });
}

function patchOf(change: Change): JsonObject {
  const body: Record<string, Json> = {};
  const grants: Record<string, Json> = {};
  const next = change.next ?? {};
  for (const { path: at, after } of change.fields) {
    const [name = '', key] = tokensOf(at);
    if (name === 'grants' && key !== undefined) grants[key] = after ?? [];
    else if (name === 'extra' && key !== undefined) body[key] = after ?? null;
    else if (name === 'event_hooks') body[name] = hookList(change);
    else if (UPLOADS.includes(name))
      body[name] = { ...emptyUpload(), ...pick(asMap(change.live?.[name]), UPLOAD_KEYS), ...asMap(next[name]) };
    else if (WHOLE.includes(name))
      body[name] = withoutNulls(deepMerge(asMap(change.live?.[name]), asMap(next[name]), `/${name}`));
    else body[name] = next[name] ?? after ?? null;
    const queue = /^(sqs|sns)_/.exec(name)?.[1];
    if (queue !== undefined) Object.assign(body, pick(next, [`${queue}_key`, `${queue}_secret`]));
  }
  return Object.keys(grants).length === 0 ? body : { ...body, grants };
}

function emptyUpload(): JsonObject {
  return { size_limit: 0, ...Object.fromEntries(UPLOAD_KEYS.slice(1).map((key) => [key, []])) };
}

/** Down to the rows of the field table: what has a row is compared whole, so it is sent whole. */
function deepMerge(below: JsonObject, above: JsonObject, at: string): JsonObject {
  const merged = Object.entries(above).map(([key, value]) => {
    const here = at + pointer(key);
    const isWhole = here in fields || !isObject(value) || !isObject(below[key]);
    return [key, isWhole ? value : deepMerge(below[key] as JsonObject, value, here)];
  });
  return { ...below, ...Object.fromEntries(merged) };
}

/** The API refuses an allow-list beside a block-list; the live one that nobody declared would be sent along. */
function uploadConflicts(change: Change, name: string): readonly Diagnostic[] {
  if (!touchedNames(change).has(name)) return [];
  const declared = asMap(change.next?.[name]);
  const live = asMap(change.live?.[name]);
  const isFull = (list: Json | undefined) => isArray(list) && list.length > 0;
  return ['file_extensions', 'mime_types'].flatMap((what) =>
    [['blocked', 'allowed'] as const, ['allowed', 'blocked'] as const].flatMap(([mine, other]) => {
      if (
        !isFull(declared[`${mine}_${what}`]) ||
        declared[`${other}_${what}`] !== undefined ||
        !isFull(live[`${other}_${what}`])
      )
        return [];
      const detail = `The live app has ${other}_${what}, and the API takes only one of the two lists. Declare \`${other}_${what}: []\` to give up the other one.`;
      return [
        {
          severity: 'error' as const,
          code: 'upload-list-conflict',
          summary: 'Allowed and blocked lists exclude each other',
          subject: `app.${name}`,
          detail,
        },
      ];
    }),
  );
}
