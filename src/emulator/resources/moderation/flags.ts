/** Flags: what users report to the moderators. */
import { anything, map, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, objectOf, textOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { FlagRow } from '../../store/rows/moderation.ts';
import { time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { messageView } from '../messages/view.ts';
import { ACTOR, actingUser } from '../users/actor.ts';
import { userViewById } from '../users/view.ts';
import { authorOf, flagKey, MESSAGE, putFlag, putReview, USER } from './flagged.ts';

/** Anything may be flagged, also what the API does not keep itself; of its own things it asks that they exist. */
export function flag(call: Call): ValueObject {
  const shape = {
    ...ACTOR,
    entity_type: text(),
    entity_id: text(),
    entity_creator_id: text(),
    reason: text(),
    custom: anything,
    moderation_payload: map(),
  };
  const body = bodyOf(call, shape, ['entity_type', 'entity_id']);
  const type = textOf(body, 'entity_type') ?? '';
  const id = textOf(body, 'entity_id') ?? '';
  refuseNothing(call, type, id);
  const user = actingUser(call, body);
  const creator = textOf(body, 'entity_creator_id') || undefined;
  const review = putReview(call, { type, id, creator, payload: objectOf(body, 'moderation_payload') });
  const row = putFlag(call, review, {
    entity_type: type,
    entity_id: id,
    user_id: user.id,
    reason: textOf(body, 'reason') ?? '',
    custom: objectOf(body, 'custom') ?? {},
    older: false,
  });
  return { item_id: row.item_id };
}

export function olderFlag(call: Call): ValueObject {
  const body = bodyOf(call, {
    ...ACTOR,
    target_message_id: text(),
    target_user_id: text(),
    reason: text(),
    custom: anything,
  });
  const target = targetOf(call, textOf(body, 'target_message_id') ?? '', textOf(body, 'target_user_id') ?? '');
  const user = actingUser(call, body);
  const review = putReview(call, { type: target.entity_type, id: target.entity_id });
  const row = putFlag(call, review, {
    ...target,
    user_id: user.id,
    reason: textOf(body, 'reason') ?? '',
    custom: objectOf(body, 'custom') ?? {},
    older: true,
  });
  return { flag: flagView(call.world, row) };
}

export function olderUnflag(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, { ...ACTOR, target_message_id: text(), target_user_id: text() });
  const target = targetOf(call, textOf(body, 'target_message_id') ?? '', textOf(body, 'target_user_id') ?? '');
  const key = flagKey({ ...target, user_id: actingUser(call, body).id, older: true });
  const row = world.store.flags.get(key);
  if (row === undefined) throw notFound('flag does not exist');
  world.store.flags.remove(key);
  return { flag: flagView(world, row) };
}

function targetOf(call: Call, message: string, user: string): { entity_type: string; entity_id: string } {
  if ((message === '') === (user === '')) {
    throw inputError('either target_message_id or target_user_id must be provided');
  }
  const target = message === '' ? { entity_type: USER, entity_id: user } : { entity_type: MESSAGE, entity_id: message };
  refuseNothing(call, target.entity_type, target.entity_id);
  return target;
}

function refuseNothing(call: Call, type: string, id: string): void {
  const { store } = call.world;
  if (type === MESSAGE) {
    const message = store.messages.get(id);
    if (message === undefined) throw notFound(`message with id ${id} doesn't exist`);
    const channel = store.channels.get(message.cid);
    demandRight(call, 'FlagMessage', channel === undefined ? {} : { channel });
  } else if (type === USER) {
    if (store.users.get(id) === undefined) throw notFound(`the user ${id} does not exist`);
    demandRight(call, 'FlagUser');
  }
}

export function flagView(world: World, row: FlagRow): ValueObject {
  const message = row.entity_type === MESSAGE ? world.store.messages.get(row.entity_id) : undefined;
  const author = authorOf(world, row.entity_type, row.entity_id);
  return {
    created_by_automod: false,
    user: userViewById(world, row.user_id),
    target_message_id: message?.id,
    target_message: message === undefined ? undefined : messageView(world, message),
    target_user: author === undefined ? undefined : userViewById(world, author),
    reason: row.reason === '' ? undefined : row.reason,
    custom: Object.keys(row.custom).length === 0 ? undefined : row.custom,
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}
