/** What is told of a user when the user is asked for, beyond what other objects tell. */
import type { UserRow } from '../../store/rows/users.ts';
import { time, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { channelView } from '../channels/view.ts';
import { mutesOf, muteView } from '../moderation/state.ts';
import { devicesOf, deviceView } from '../push/devices.ts';
import { muteOf } from '../reads/state.ts';
import { unreadView } from './unread.ts';
import { userView } from './view.ts';

/** A user as the user endpoints return one. Nobody is told of a shadow ban that is on oneself. */
export function fullUserView(world: World, row: UserRow, viewerId?: string): ValueObject {
  return {
    ...userView(world, row),
    ...(viewerId === row.id ? { shadow_banned: false } : {}),
    blocked_user_ids: [...world.store.blocksByUser.of(row.id).values()].map((block) => block.blocked_user_id),
    channel_mutes: channelMutes(world, row),
    devices: devicesOf(world, row.id).map(deviceView),
    mutes: mutesOf(world, row.id).map((mute) => muteView(world, mute)),
    ...unreadView(world, row.id),
  };
}

/** A user as shown to that same user. */
export function ownUserView(world: World, row: UserRow): ValueObject {
  const { shadow_banned: _hidden, ban_expires: _end, ...view } = fullUserView(world, row);
  return view;
}

function channelMutes(world: World, row: UserRow): readonly ValueObject[] {
  return [...world.store.channelMutesByUser.of(row.id).values()].flatMap((mute) => {
    const channel = world.store.channels.get(mute.cid);
    if (channel === undefined || muteOf(world, mute.cid, row.id) === undefined) return [];
    return [
      {
        user: userView(world, row),
        channel: channelView(world, channel),
        created_at: time(mute.created_at),
        updated_at: time(mute.updated_at),
        expires: time(mute.expires),
      },
    ];
  });
}
