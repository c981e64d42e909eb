/** Whom a call acts for: a client acts for itself, a server has to say for whom, and only once. */
import type { JsonObject } from '../../../core/json.ts';
import { text } from '../../check.ts';
import { inputError, notAllowed, notFound } from '../../errors.ts';
import { type Call, objectOf, textOf } from '../../http/route.ts';
import type { UserRow } from '../../store/rows/users.ts';
import type { World } from '../../world.ts';
import { described, refuseGone, USER_INPUT } from './write.ts';

export const ACTOR = { user: USER_INPUT, user_id: text() };

/** An object describes the user, who comes to be by it; an id must be somebody's. */
export function actingUser(call: Call, body: JsonObject, object = 'user', id = 'user_id'): UserRow {
  const { world, at, caller } = call;
  if (caller.kind === 'user') return activeUser(world, caller.id);
  if (caller.kind === 'anonymous') throw notAllowed('anonymous users are not allowed to do this');
  const given = objectOf(body, object);
  const givenId = textOf(body, id) ?? '';
  if (given !== undefined && givenId !== '') throw inputError(`cannot set both ${object} and ${id}.`);
  if (given !== undefined) return world.store.users.put(textOf(given, 'id') ?? '', described(world, given, at));
  if (givenId === '') throw inputError(`either ${object} or ${id} must be provided when using server side auth.`);
  return activeUser(world, givenId);
}

/** The same for reads, which name the user in the query. */
export function actingReader(call: Call): UserRow {
  return actingUser(call, { user_id: call.query.get('user_id') ?? '' });
}

export function activeUser(world: World, id: string): UserRow {
  const row = livingUser(world, id);
  refuseGone(row, id);
  return row;
}

/** Deactivated users are found too. */
export function livingUser(world: World, id: string): UserRow {
  const row = world.store.users.get(id);
  if (row === undefined) throw notFound(`the user ${id} does not exist`);
  if (row.deleted_at !== undefined) throw notFound(`the user ${id} was deleted`);
  return row;
}
