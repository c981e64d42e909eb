/** What a user does with a channel for oneself: hiding it, showing it again, muting it. */
import { anything, bool, int, list, text } from '../../check.ts';
import { inputError, notAllowed, notFound } from '../../errors.ts';
import { bodyOf, type Call, flagOf, numberOf, textOf, textsOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { ChannelMuteRow, ChannelRow } from '../../store/rows/channels.ts';
import { memberKey } from '../../store/store.ts';
import { time, type ValueObject } from '../../values.ts';
import { lagged, type World } from '../../world.ts';
import { changeView } from '../reads/state.ts';
import { userViewById } from '../users/view.ts';
import { demandFeature } from './config.ts';
import { existingActor, livingChannel, refuseForeign } from './input.ts';
import { memberOf } from './members.ts';
import { channelView } from './view.ts';

const WHO = { user: anything, user_id: text() };

export function hideChannel(call: Call): ValueObject {
  const { world, at } = call;
  const channel = livingChannel(call);
  const body = bodyOf(call, { ...WHO, clear_history: bool });
  const userId = existingActor(call, body, '');
  demandRight(call, 'ReadChannel', { channel });
  const isForMembers = lagged(world, world.store.app).get('app')?.settings['channel_hide_members_only'] === true;
  if (isForMembers && memberOf(world, channel.cid, userId) === undefined) {
    throw notAllowed('only members of the channel can hide it');
  }
  const cleared = flagOf(body, 'clear_history') === true ? { hide_messages_before: at } : {};
  changeView(world, channel.cid, userId, { hidden: true, ...cleared });
  return {};
}

/** History that was cleared stays cleared. */
export function showChannel(call: Call): ValueObject {
  const channel = livingChannel(call);
  const userId = existingActor(call, bodyOf(call, WHO), '');
  demandRight(call, 'ReadChannel', { channel });
  changeView(call.world, channel.cid, userId, { hidden: false });
  return {};
}

const MUTE = { ...WHO, channel_cids: list(text(), { max: 100 }), channel_cid: text(), expiration: int({ min: 0 }) };

/** One mute is answered alone, several in a list. */
export function muteChannel(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, MUTE);
  const userId = existingActor(call, body, '');
  const channels = channelsOf(call, textsOf(body, 'channel_cids'), textOf(body, 'channel_cid'));
  const expiration = numberOf(body, 'expiration');
  const mutes = channels.map((channel): ChannelMuteRow => {
    demandRight(call, 'MuteChannel', { channel });
    demandFeature(world, channel, 'mutes');
    return {
      cid: channel.cid,
      user_id: userId,
      created_at: world.store.channelMutes.get(memberKey(channel.cid, userId))?.created_at ?? at,
      updated_at: at,
      expires: expiration === undefined || expiration === 0 ? undefined : at + expiration * 1000,
    };
  });
  for (const mute of mutes) world.store.channelMutes.put(memberKey(mute.cid, userId), mute);
  const views = mutes.map((mute) => channelMuteView(world, mute));
  return views.length === 1 ? { channel_mute: views[0] } : { channel_mutes: views };
}

export function unmuteChannel(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, MUTE);
  const userId = existingActor(call, body, '');
  for (const { cid } of channelsOf(call, textsOf(body, 'channel_cids'), textOf(body, 'channel_cid'))) {
    if (world.store.channelMutes.has(memberKey(cid, userId))) world.store.channelMutes.remove(memberKey(cid, userId));
  }
  return {};
}

function channelsOf(call: Call, cids: readonly string[], cid: string | undefined): readonly ChannelRow[] {
  const all = [...new Set(cid === undefined || cid === '' ? cids : [...cids, cid])];
  if (all.length === 0) throw inputError('channel_cids must contain at least 1 item');
  return all.map((one) => {
    const row = call.world.store.channels.get(one);
    if (row === undefined || row.deleted_at !== undefined) throw notFound(`Can't find channel with id ${one}`);
    refuseForeign(call, row);
    return row;
  });
}

export function channelMuteView(world: World, row: ChannelMuteRow): ValueObject {
  const channel = world.store.channels.get(row.cid);
  return {
    user: userViewById(world, row.user_id),
    channel: channel === undefined ? undefined : channelView(world, channel),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
    expires: time(row.expires),
  };
}
