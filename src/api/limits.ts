/**
 * How often an operation may be called. The numbers are the published defaults per app and minute for server-side calls; an
 * app's own may differ, and replies correct them. Source: "Rate limits" in the docs of the API.
 */
import { READ_OPERATIONS } from '../core/call.ts';

const PUBLISHED: Readonly<Record<number, readonly string[]>> = {
  10000: ['GetApp', 'GetOrCreateChannel', 'QueryChannels', 'SendEvent'],
  1000: [
    'DeleteMessage',
    'GetManyMessages',
    'GetMessage',
    'QueryUsers',
    'SendMessage',
    'UpdateMessage',
    'UpdateMessagePartial',
  ],
  300: ['QueryMembers', 'UpdateChannel', 'UpdateUsers', 'UpdateUsersPartial'],
  60: [
    'CreateChannelType',
    'DeleteChannel',
    'DeleteChannelType',
    'GetChannelType',
    'ListChannelTypes',
    'UpdateApp',
    'UpdateChannelType',
    // Published for their forms that take one user.
    'DeactivateUsers',
    'ReactivateUsers',
    'RestoreUsers',
    // Not published: a guess on the careful side.
    'ChannelBatchUpdate',
  ],
  // Not published for these; clients report that they are throttled hard, with waits of more than a minute.
  10: ['DeleteChannels', 'DeleteUsers'],
};

const LIMITS: ReadonlyMap<string, number> = new Map(
  Object.entries(PUBLISHED).flatMap(([limit, ops]) => ops.map((op) => [op, Number(limit)] as const)),
);

/** Operations without a published limit (roles, permissions, commands, block lists, partial channel updates, …). */
const UNLISTED = { read: 1_000, write: 300 };

/** Calls per minute that the API allows before it has told otherwise. */
export function defaultLimit(op: string): number {
  return LIMITS.get(op) ?? (READ_OPERATIONS.has(op) ? UNLISTED.read : UNLISTED.write);
}

/** The share of a limit that this run may use: calls in any minute, and calls in any burst of `burstMs`. */
export interface Allowance {
  readonly perMinute: number;
  readonly burst: number;
  readonly burstMs: number;
}

export function allowanceOf(limit: number, maxShare: number): Allowance {
  // Besides the minute there is a ceiling per second: a thirtieth of it. Below one call a second, seconds between calls.
  const perSecond = (limit * maxShare) / 30;
  return {
    perMinute: Math.max(1, Math.floor(limit * maxShare)),
    burst: Math.max(1, Math.floor(perSecond)),
    burstMs: perSecond >= 1 ? 1000 : Math.ceil(1000 / perSecond),
  };
}

/** When the last of `calls` calls can start, in milliseconds after the first. */
export function lastStart({ perMinute, burst, burstMs }: Allowance, calls: number): number {
  const before = Math.max(0, calls - 1);
  return Math.floor(before / perMinute) * 60_000 + Math.floor((before % perMinute) / burst) * burstMs;
}
