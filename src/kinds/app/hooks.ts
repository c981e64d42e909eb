/**
 * Event hooks under names of ours. The API knows them by id and takes only the whole list: every row that is not ours goes
 * along as it was read, and none may lose a secret that no reply shows.
 */
import { v5 as uuid5 } from 'uuid';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { isArray, isObject, type Json, type JsonObject, tokensOf } from '../../core/json.ts';
import type { Wanted } from '../../core/kind.ts';
import type { Change } from '../../core/plan.ts';
import { asMap, pick } from '../../core/steps.ts';
import { rfc3339 } from '../../core/time.ts';
import { fields, HOOK_SECRETS } from './fields.ts';

/** Names become ids in this namespace, so that the same hook is found again without any memory. */
const NAMESPACE = '6f1d3c1e-0f0a-5d0b-9c53-2b7f4a0c1d5e';
const SERVER_FIELDS = ['created_at', 'updated_at'];
const TARGETS = ['webhook_url', 'sqs_queue_url', 'sns_topic_arn'];

/** The live row of each name that is declared, or was before: whoever has another name by now keeps the row. */
export function knownHooks(
  { body, prior, past }: Wanted,
  rows: readonly JsonObject[],
): ReadonlyMap<string, JsonObject> {
  const declared = asMap(body?.['event_hooks']);
  const before = { ...asMap(prior?.body?.['event_hooks']), ...asMap(past?.['event_hooks']) };
  const matched = matchHooks(declared, rows);
  const taken = new Set(matched.values());
  const undeclared = Object.entries(before).filter(([name]) => declared[name] === undefined);
  const left = rows.filter((row) => !taken.has(row));
  return new Map([...matched, ...matchHooks(Object.fromEntries(undeclared), left)]);
}

/** The live row of each declared name: by its declared id, the id made of the name, or the only row with the same target. */
export function matchHooks(declared: JsonObject, rows: readonly JsonObject[]): ReadonlyMap<string, JsonObject> {
  const matched = new Map<string, JsonObject>();
  const taken = new Set<JsonObject>();
  const take = (name: string, row: JsonObject | undefined) => {
    if (row === undefined || taken.has(row)) return;
    matched.set(name, row);
    taken.add(row);
  };
  for (const [name, hook] of Object.entries(declared))
    take(
      name,
      rows.find((row) => row['id'] === idOf(name, hook)),
    );
  for (const [name, hook] of Object.entries(declared)) {
    if (matched.has(name) || !isObject(hook) || hook['id'] !== undefined) continue;
    const same = rows.filter((row) => !taken.has(row) && signature(row) === signature(hook));
    if (same.length === 1) take(name, same[0]);
  }
  return matched;
}

function idOf(name: string, hook: Json | undefined): string {
  const own = isObject(hook) ? hook['id'] : undefined;
  return typeof own === 'string' ? own : uuid5(name, NAMESPACE);
}

/** What tells hooks apart that carry no id of ours. */
export function signature(hook: JsonObject): string {
  return JSON.stringify([hook['hook_type'], hook['product'] ?? 'all', TARGETS.map((name) => hook[name] ?? '')]);
}

/** The list to send: our rows with their changes, all others as they were read. */
export function hookList(change: Change): readonly JsonObject[] {
  const declared = change.next?.['event_hooks'];
  const rows = rowsOf(change.facts);
  const ours = isObject(declared) ? declared : {};
  const gone = new Map(
    change.fields
      .filter((field) => field.after === undefined && isEntry(field.path))
      .map((field) => [tokensOf(field.path)[1] ?? '', isObject(field.before) ? pick(field.before, ['id']) : null]),
  );
  const matched = matchHooks({ ...ours, ...Object.fromEntries(gone) }, rows);
  const nameOf = new Map([...matched].map(([name, row]) => [row, name]));
  const kept = rows.flatMap((row) => {
    const name = nameOf.get(row);
    if (name !== undefined && (gone.has(name) || ours[name] === null)) return [];
    const hook = name === undefined ? undefined : ours[name];
    return [sendable(isObject(hook) ? { ...row, ...merged(row, hook) } : row)];
  });
  const added = Object.entries(ours).flatMap(([name, hook]) =>
    isObject(hook) && !matched.has(name) ? [{ ...hook, id: idOf(name, hook) }] : [],
  );
  return [...kept, ...added];
}

function isEntry(at: string): boolean {
  const tokens = tokensOf(at);
  return tokens[0] === 'event_hooks' && tokens.length === 2;
}

function merged(row: JsonObject, hook: JsonObject): JsonObject {
  const nested = ['callback', 'failover_config'].filter((name) => isObject(hook[name]) && isObject(row[name]));
  return {
    ...hook,
    id: row['id'] ?? null,
    ...Object.fromEntries(
      nested.map((name) => [name, { ...(row[name] as JsonObject), ...(hook[name] as JsonObject) }]),
    ),
  };
}

/** Replies carry these times as numbers, which the API then refuses to read. */
function sendable(row: JsonObject): JsonObject {
  const times = SERVER_FIELDS.filter((name) => row[name] !== undefined).map((name) => [
    name,
    rfc3339(row[name] ?? null),
  ]);
  return { ...row, ...Object.fromEntries(times) };
}

export function rowsOf(facts: JsonObject | undefined): readonly JsonObject[] {
  const rows = facts?.['event_hooks'];
  return isArray(rows) ? rows.filter((row) => isObject(row)) : [];
}

/** A live row as it is compared and shown: some apps' replies carry secrets, which must not get into a plan. */
export function hookFromRow(row: JsonObject): JsonObject {
  const hidden = [...SERVER_FIELDS, ...HOOK_SECRETS.filter((name) => !name.includes('/'))];
  const shown = Object.entries(row).filter(([name]) => !hidden.includes(name));
  return Object.fromEntries(
    shown.map(([name, value]) => [name, isObject(value) ? withoutSecrets(name, value) : value]),
  );
}

/** What a row says in the fields that are known: replies may get new ones at any time, and sets come in any order. */
export function hookSays(row: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => name === 'id' || (!HOOK_SECRETS.includes(name) && `/event_hooks/*/${name}` in fields))
      .map(([name, value]) => [name, isArray(value) ? value.map(String).toSorted() : value]),
  );
}

function withoutSecrets(name: string, part: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(part).filter(([key]) => !HOOK_SECRETS.includes(`${name}/${key}`)));
}

/** Rows that would lose a key which neither a reply nor the configuration gives: an error each. */
export function unknownSecrets(change: Change): readonly Diagnostic[] {
  return hookList(change).flatMap((row) => {
    const missing = ['sqs', 'sns'].filter(
      (service) => goesByKeys(row, service) && !(known(row[`${service}_key`]) && known(row[`${service}_secret`])),
    );
    return missing.map((service) => ({
      severity: 'error' as const,
      code: 'hook-secret-unknown',
      summary: 'Changing event hooks would lose the key of one of them',
      subject: change.address,
      detail: `The API takes hooks only as a whole list and does not show the ${service.toUpperCase()} key and secret of the hook ${JSON.stringify(row['id'])} (${String(row[`${service === 'sqs' ? 'sqs_queue_url' : 'sns_topic_arn'}`] ?? '')}). Declare that hook with its key and secret under \`event_hooks\`.`,
    }));
  });
}

function goesByKeys(row: JsonObject, service: string): boolean {
  return row[`${service}_auth_type`] === 'keys' || (row[`${service}_key`] ?? '') !== '';
}

/** A declared secret, or a value that a reply shows and that is not a mask. */
function known(value: Json | undefined): boolean {
  return isObject(value) || (typeof value === 'string' && value !== '' && !/^\*+|\*{3,}/.test(value));
}
