/** The queries that tell how many are affected: one page each, as data; whoever plans sends them. */
import { read, readWithPayload } from '../core/call.ts';
import type { JsonObject } from '../core/json.ts';
import type { Affects, Transition } from './rule.ts';

const USERS = 100;
/** The most that one reply holds. */
const CHANNELS = 30;

export function usersWith(filter: JsonObject): Affects {
  const query = { filter_conditions: filter, limit: USERS };
  return { what: 'user', call: readWithPayload('QueryUsers', '/api/v2/users', query), list: 'users', page: USERS };
}

export function everyUser(): Affects {
  return usersWith({});
}

export function channelsWith(filter: JsonObject): Affects {
  const query = { filter_conditions: filter, limit: CHANNELS, member_limit: 0, message_limit: 0 };
  const call = read('QueryChannels', 'POST', '/api/v2/chat/channels', query);
  return { what: 'channel', call, list: 'channels', page: CHANNELS };
}

/** Channels of the type that changes; the members of a channel that changes. */
export function thoseInside({ change }: Transition): Affects | undefined {
  return change.kind === 'channel' ? membersOf(change) : channelsWith({ type: change.id });
}

export function membersOf({ facts }: Transition['change']): Affects | undefined {
  const count = facts?.['member_count'];
  return typeof count === 'number' ? { what: 'member', count } : undefined;
}
