/** Live users: those asked for by id, or all. */
import { type Reader, readWithPayload } from '../../core/call.ts';
import { asArray, asObject, asString, type Json } from '../../core/json.ts';
import type { Resource, Wanted } from '../../core/kind.ts';
import { lookupsOf } from '../../core/lookups.ts';
import { type Paged, paged } from '../../core/pages.ts';
import { pick } from '../../core/steps.ts';

const PLAIN = ['name', 'image', 'role', 'teams', 'teams_role', 'language', 'invisible', 'privacy_settings', 'custom'];
const PAGE = 100;

/** Those asked for. */
export function readUsers(reader: Reader, wanted: readonly Wanted[]): Paged<Resource> {
  return paged(() => lookedUp(reader, wanted));
}

async function* lookedUp(reader: Reader, wanted: readonly Wanted[]): AsyncGenerator<readonly Resource[]> {
  const lookups = lookupsOf(wanted.map((each) => each.id)).map((ids) =>
    // Deactivated users are users too; without the flag they would look missing and be created over.
    reader.send(
      readWithPayload('QueryUsers', '/api/v2/users', {
        filter_conditions: { id: { $in: ids } },
        limit: ids.length,
        include_deactivated_users: true,
      }),
    ),
  );
  for (const { users } of await Promise.all(lookups)) yield asArray(users, 'users').map(fromLive);
}

/** All users by id: offsets end at a thousand, ids never. */
export async function* listUsers(reader: Reader, wanted: readonly Wanted[]): AsyncGenerator<Resource> {
  if (wanted.length > 0) return yield* readUsers(reader, wanted);
  for (let last: string | undefined; ; ) {
    const { users } = await reader.send(
      readWithPayload('QueryUsers', '/api/v2/users', {
        filter_conditions: last === undefined ? {} : { id: { $gt: last } },
        sort: [{ field: 'id', direction: 1 }],
        limit: PAGE,
        include_deactivated_users: true,
      }),
    );
    const page = asArray(users, 'users').map(fromLive);
    yield* page;
    const next = page.at(-1)?.id;
    if (page.length < PAGE || next === undefined || next === last) return;
    last = next;
  }
}

export function fromLive(user: Json): Resource {
  const raw = asObject(user, 'user');
  const state = raw['deactivated_at'] === undefined || raw['deactivated_at'] === null ? 'active' : 'deactivated';
  const body = pick(raw, PLAIN);
  body['state'] = state;
  return { id: asString(raw['id'], 'user id'), body };
}
