/**
 * How often an operation may be called. The numbers are the published defaults per app and minute for server-side calls; an
 * app's own may differ, and replies correct them. Source: "Rate limits" in the docs of the API.
 */

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
    // Not published; its tasks are known to fail with a rate limit for their reason.
    'ChannelBatchUpdate',
  ],
  // Not published for these; clients report that they are throttled hard, with waits of more than a minute.
  10: ['DeleteChannels', 'DeleteUsers'],
};

const LIMITS: ReadonlyMap<string, number> = new Map(
  Object.entries(PUBLISHED).flatMap(([limit, ops]) => ops.map((op) => [op, Number(limit)] as const)),
);

/** Operations without a published limit (roles, permissions, commands, block lists, partial channel updates, …). A guess that
 * is too low costs nothing: the first reply corrects it. */
const UNLISTED = 300;

/** Calls per minute that the API allows before it has told otherwise. */
export function defaultLimit(op: string): number {
  return LIMITS.get(op) ?? UNLISTED;
}

/** The share of a limit that this run may use: calls in any minute, and calls in any burst of `burstMs`. */
export interface Allowance {
  readonly perMinute: number;
  readonly burst: number;
  readonly burstMs: number;
  /** How long a call is reckoned to be on its way to the server, which counts it when it gets there. */
  readonly transitMs: number;
}

const MINUTE = 60_000;
/** Looking up the host, connecting and a TLS handshake with a server overseas fit into it. */
const LONGEST_TRANSIT = 500;

export function allowanceOf(limit: number, maxShare: number): Allowance {
  // Besides the minute there is a ceiling per second: a thirtieth of it. Below one call a second, seconds between calls.
  const perSecond = (limit * maxShare) / 30;
  const perMinute = Math.max(1, Math.floor(limit * maxShare));
  const burst = Math.max(1, Math.floor(perSecond));
  const burstMs = perSecond >= 1 ? 1000 : Math.ceil(1000 / perSecond);
  // The ceiling lets twice as many through as the minute does. No more than this surplus may be given away to caution.
  const surplus = Math.floor((MINUTE * burst) / perMinute) - burstMs;
  return { perMinute, burst, burstMs, transitMs: Math.min(LONGEST_TRANSIT, Math.max(0, surplus)) };
}
