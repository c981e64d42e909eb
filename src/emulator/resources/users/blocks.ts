/** Blocking: one user keeps another away from private conversations. */
import { text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { bodyOf, type Call, textOf } from '../../http/route.ts';
import { memberKey } from '../../store/store.ts';
import { time, type ValueObject } from '../../values.ts';
import { ACTOR, actingReader, actingUser, activeUser } from './actor.ts';
import { userViewById } from './view.ts';

export function blockUser(call: Call): ValueObject {
  const { world, at } = call;
  const { user, otherId } = pair(call, (id) => activeUser(world, id));
  if (user.id === otherId) throw inputError('users cannot block themselves');
  const key = memberKey(user.id, otherId);
  const row =
    world.store.blocks.get(key) ??
    world.store.blocks.put(key, { user_id: user.id, blocked_user_id: otherId, created_at: at });
  return { blocked_by_user_id: user.id, blocked_user_id: otherId, created_at: time(row.created_at) };
}

export function unblockUser(call: Call): ValueObject {
  const { user, otherId } = pair(call);
  const key = memberKey(user.id, otherId);
  if (call.world.store.blocks.has(key)) call.world.store.blocks.remove(key);
  return {};
}

export function blockedUsers(call: Call): ValueObject {
  const { world } = call;
  const user = actingReader(call);
  return {
    blocks: [...world.store.blocksByUser.of(user.id).values()].map((row) => ({
      user_id: row.user_id,
      user: userViewById(world, row.user_id),
      blocked_user_id: row.blocked_user_id,
      blocked_user: userViewById(world, row.blocked_user_id),
      created_at: time(row.created_at),
    })),
  };
}

function pair(call: Call, demand: (otherId: string) => void = () => {}) {
  const body = bodyOf(call, { ...ACTOR, blocked_user_id: text() }, ['blocked_user_id']);
  const otherId = textOf(body, 'blocked_user_id') ?? '';
  demand(otherId);
  return { user: actingUser(call, body), otherId };
}
