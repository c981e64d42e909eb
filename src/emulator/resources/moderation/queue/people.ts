/** What moderators ask and say about one user. */
import { bool, text } from '../../../check.ts';
import { inputError } from '../../../errors.ts';
import { bodyOf, type Call, flag, flagOf, textOf } from '../../../http/route.ts';
import { time, type ValueObject } from '../../../values.ts';
import { livingUser } from '../../users/actor.ts';
import { userView } from '../../users/view.ts';
import { introduced } from '../../users/write.ts';
import { mutesOf, muteView } from '../state.ts';

/** Blocks and mutes that the user set, as far as they are asked for. */
export function userReport(call: Call): ValueObject {
  const { world, query, at } = call;
  const id = query.get('user_id') ?? '';
  if (id === '') throw inputError('user_id is a required field');
  if (flag(call, 'create_user_if_not_exists') && !world.store.users.has(id)) {
    world.store.users.put(id, introduced(world, id, at));
  }
  const user = livingUser(world, id);
  const blocks = [...world.store.blocksByUser.of(id).values()];
  return {
    user: userView(world, user),
    user_blocks: flag(call, 'include_user_blocks')
      ? blocks.map((block) => ({
          blocked_by_user_id: block.user_id,
          blocked_user_id: block.blocked_user_id,
          blocked_at: time(block.created_at),
        }))
      : undefined,
    user_mutes: flag(call, 'include_user_mutes') ? mutesOf(world, id).map((mute) => muteView(world, mute)) : undefined,
  };
}

/** Whoever passes moderation by is shown as such; block lists leave their messages alone. */
export function bypass(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, { target_user_id: text(), enabled: bool }, ['target_user_id']);
  const user = livingUser(world, textOf(body, 'target_user_id') ?? '');
  world.store.users.put(user.id, { ...user, bypass_moderation: flagOf(body, 'enabled') ?? false });
  return {};
}
