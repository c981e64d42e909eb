/** Banning users and taking bans back, in one channel or in the whole app. */
import { isObject } from '../../../core/json.ts';
import { bool, int, type Shape, text } from '../../check.ts';
import { inputError, notAllowed, notFound } from '../../errors.ts';
import { bodyOf, type Call, flag, flagOf, numberOf, textOf } from '../../http/route.ts';
import { demandRight, hasRight } from '../../permissions/demand.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { BanRow } from '../../store/rows/moderation.ts';
import { memberKey } from '../../store/store.ts';
import type { ValueObject } from '../../values.ts';
import { lagged } from '../../world.ts';
import { actingUser, livingUser } from '../users/actor.ts';
import { dropMessages, dropReactions } from '../users/leftovers.ts';
import { USER_INPUT } from '../users/write.ts';

const MINUTE_US = 60_000_000;
/** The place of a ban that holds in the whole app. */
const EVERYWHERE = '';

const FIELDS: Shape = {
  target_user_id: text(),
  channel_cid: text(),
  banned_by: USER_INPUT,
  banned_by_id: text(),
  delete_messages: text({ oneOf: ['', 'soft', 'pruning', 'hard'] }),
  ip_ban: bool,
  reason: text(),
  shadow: bool,
};

export function ban(call: Call): ValueObject {
  return write(call, { ...FIELDS, timeout: int({ min: 0 }) });
}

/** Clients of the older generation name a channel by its type and its id. */
const BY_PARTS: Shape = { type: text(), id: text() };

function cidFrom(read: (name: string) => string | null | undefined, isOlder: boolean): string {
  const cid = read('channel_cid') ?? '';
  const [type = '', id = ''] = isOlder ? [read('type') ?? '', read('id') ?? ''] : [];
  return cid === '' && type !== '' && id !== '' ? `${type}:${id}` : cid;
}

/** The older generation also takes the banning user as one who acts, and ends in the past. */
export function olderBan(call: Call): ValueObject {
  const more = {
    timeout: int(),
    user: USER_INPUT,
    user_id: text(),
    ban_from_future_channels: bool,
    delete_reactions: bool,
    ...BY_PARTS,
  };
  return write(call, { ...FIELDS, ...more });
}

function write(call: Call, shape: Shape): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, shape, ['target_user_id']);
  const named = isObject(body['user']) || (textOf(body, 'user_id') ?? '') !== '';
  const isOlder = Object.hasOwn(shape, 'user_id') && named;
  const target = livingUser(world, textOf(body, 'target_user_id') ?? '');
  const channel = channelNamed(
    call,
    cidFrom((name) => textOf(body, name), call.generation === 1),
  );
  demandBanRight(call, channel);
  const by = isOlder ? actingUser(call, body) : actingUser(call, body, 'banned_by', 'banned_by_id');
  const timeout = numberOf(body, 'timeout') ?? 0;
  const row: BanRow = {
    user_id: target.id,
    cid: channel?.cid ?? EVERYWHERE,
    banned_by_id: by.id,
    reason: textOf(body, 'reason') ?? '',
    shadow: flagOf(body, 'shadow') ?? false,
    ip_ban: flagOf(body, 'ip_ban') ?? false,
    created_at: at,
    expires: timeout === 0 ? undefined : at + timeout * MINUTE_US,
  };
  world.store.bans.put(memberKey(row.cid, target.id), row);
  if (Object.hasOwn(shape, 'ban_from_future_channels') && flagOf(body, 'ban_from_future_channels') === true) {
    world.store.futureBans.put(memberKey(by.id, target.id), row);
  }
  const how = textOf(body, 'delete_messages') ?? '';
  if (how !== '') dropMessages(world, target.id, how, at, channel?.cid);
  if (Object.hasOwn(shape, 'delete_reactions') && flagOf(body, 'delete_reactions') === true) {
    dropReactions(world, target.id, channel?.cid);
  }
  return {};
}

export function unban(call: Call): ValueObject {
  bodyOf(call, { unbanned_by: USER_INPUT, unbanned_by_id: text() });
  return lift(call);
}

export function olderUnban(call: Call): ValueObject {
  const { world, query } = call;
  const answer = lift(call);
  if (flag(call, 'remove_future_channels_ban')) {
    const target = query.get('target_user_id') ?? '';
    const by = query.get('created_by') ?? '';
    for (const [key, row] of [...world.store.futureBansByUser.of(target).entries()]) {
      if (by === '' || row.banned_by_id === by) world.store.futureBans.remove(key);
    }
  }
  return answer;
}

/** Taking back a ban that there is not changes nothing. */
function lift(call: Call): ValueObject {
  const { world, query } = call;
  const target = query.get('target_user_id') ?? '';
  if (target === '') throw inputError('target_user_id is a required field');
  livingUser(world, target);
  const channel = channelNamed(
    call,
    cidFrom((name) => query.get(name), call.generation === 1),
  );
  demandBanRight(call, channel);
  const key = memberKey(channel?.cid ?? EVERYWHERE, target);
  if (world.store.bans.has(key)) world.store.bans.remove(key);
  return {};
}

export function channelNamed({ world }: Call, cid: string): ChannelRow | undefined {
  if (cid === '') return undefined;
  if (!/^[\w-]+:[\w!-]+$/.test(cid)) throw inputError(`channel_cid "${cid}" is not of the form type:id`);
  const row = world.store.channels.get(cid);
  if (row === undefined || row.deleted_at !== undefined) throw notFound(`Can't find channel with id ${cid}`);
  return row;
}

/** Banning in the whole app is a permission that only channel types grant: any of them will do. */
export function demandBanRight(call: Call, channel: ChannelRow | undefined): void {
  const { world, caller } = call;
  if (channel !== undefined) {
    demandRight(call, 'BanChannelMember', { channel });
    return;
  }
  if (caller.kind === 'server' || hasRight(call, 'BanUser')) return;
  const role = caller.kind === 'user' ? (world.store.users.get(caller.id)?.role ?? '') : 'anonymous';
  for (const type of lagged(world, world.store.channelTypes).values()) {
    const granted = Object.hasOwn(type.grants, role) ? (type.grants[role] ?? []) : [];
    if (granted.some((id) => id === 'ban-user' || id === 'ban-user-any-team')) return;
  }
  throw notAllowed(`user with role "${role}" is not allowed to ban users`);
}
