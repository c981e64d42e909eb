/** Block lists of words, expressions, domains or addresses. Name and type are fixed once made; PUT replaces the words. */
import { path, type Reader, read, write } from '../core/call.ts';
import { asArray, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import type { ReadOptions, Resource, Wanted } from '../core/kind.ts';
import type { Change } from '../core/plan.ts';
import { compact, defineKind, payload, pick, readExtra, step, touchedNames } from '../core/steps.ts';

const FLAGS = [
  'is_leet_check_enabled',
  'is_plural_check_enabled',
  'is_substring_matching_enabled',
  'is_confusable_folding_enabled',
];
const FIELDS = ['type', 'words', 'team', ...FLAGS];

export const blocklist = defineKind({
  name: 'blocklist',
  collection: 'blocklists',
  after: ['app'],
  chunk: Number.POSITIVE_INFINITY,
  removal: ['delete', 'keep'],
  fields: {
    '/type': { absent: 'word', immutable: 'replace' },
    '/team': { absent: '', immutable: 'refuse' },
    '/words': {},
    ...Object.fromEntries(FLAGS.map((flag) => [`/${flag}`, { absent: false }])),
    '/extra': { shape: 'open' },
    '/protect': { meta: true },
  },
  reserved: (id) => /^profanity_\w+_\d{4}_v\d+$/.test(id),
  normalise: (raw) => (isObject(raw) ? raw : undefined),
  references: () => [],
  async *read(reader, wanted) {
    const bodies = new Map(wanted.map((each) => [each.id, each.body]));
    const teams = new Set(
      wanted.map((each) => each.body?.['team']).filter((team) => typeof team === 'string' && team !== ''),
    );
    for (const team of [undefined, ...teams]) yield* list(reader, team as string | undefined, bodies);
  },
  pull: { list: listEverything },
  write(change) {
    const at = `/api/v2/blocklists${path(change.id)}`;
    const team = teamOf(change);
    const remove = write(
      'DeleteBlockList',
      'DELETE',
      team === '' ? at : `${at}?team=${encodeURIComponent(team)}`,
      undefined,
      'exists-is-done',
    );
    if (change.action === 'remove') return [step(remove)];
    const whole = { name: change.id, ...payload(change.next ?? {}) };
    const create = write('CreateBlockList', 'POST', '/api/v2/blocklists', { words: [], ...whole }, 'exists-is-done');
    if (change.action === 'create') return [step(create)];
    if (change.action === 'replace') return [step(remove), step(create)];
    const changed = pick(
      payload(change.next ?? {}),
      [...touchedNames(change)].filter((name) => name !== 'extra'),
    );
    return [
      step(
        write(
          'UpdateBlockList',
          'PUT',
          at,
          { ...changed, ...extraOf(change), ...(team === '' ? {} : { team }) },
          'free',
        ),
      ),
    ];
  },
});

/** What is declared as `read` gives it, then all other lists, those of teams too. */
async function* listEverything(
  reader: Reader,
  wanted: readonly Wanted[],
  options: ReadOptions,
): AsyncGenerator<Resource> {
  const declared = new Set(wanted.map((each) => each.id));
  for await (const each of blocklist.read(reader, wanted, options)) if (declared.has(each.id)) yield each;
  // As for a removal: whatever the team.
  for await (const each of list(reader, undefined, { has: () => true, get: () => undefined }))
    if (!declared.has(each.id)) yield each;
}

async function* list(
  reader: Reader,
  team: string | undefined,
  bodies: Pick<ReadonlyMap<string, JsonObject | undefined>, 'has' | 'get'>,
): AsyncGenerator<Resource> {
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({
      ...(team === undefined ? {} : { team }),
      ...(cursor === undefined ? {} : { cursor }),
    }).toString();
    const reply = await reader.send(
      read('ListBlockLists', 'GET', `/api/v2/blocklists${query === '' ? '' : `?${query}`}`),
    );
    for (const each of asArray(reply['blocklists'], 'blocklists')) {
      const live = asObject(each, 'block list');
      const id = asString(live['name'], 'block list name');
      const body = bodies.get(id);
      // A name is unique per team only: the list that counts is the one of the declared team; a removal names no team.
      if (!(bodies.has(id) && body === undefined) && (live['team'] ?? '') !== (body?.['team'] ?? team ?? '')) continue;
      const { extra, blind } = readExtra(live, body);
      yield { id, body: compact({ ...pick(live, FIELDS), extra }), blind };
    }
    const next = reply['next_cursor'];
    cursor = typeof next === 'string' && next !== '' && next !== cursor ? next : undefined;
  } while (cursor !== undefined);
}

function teamOf(change: Change): string {
  const team = change.next?.['team'] ?? change.live?.['team'];
  return typeof team === 'string' ? team : '';
}

function extraOf(change: Change): JsonObject {
  const extra = change.next?.['extra'];
  return touchedNames(change).has('extra') && isObject(extra) ? extra : {};
}
