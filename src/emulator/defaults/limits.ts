/** Calls a minute for each operation of a fresh app. */
const PER_MINUTE: readonly (readonly [number, string])[] = [
  [10_000, 'GetOrCreateChannel GetOrCreateDistinctChannel GetApp QueryChannels'],
  [1000, 'DeleteMessage GetMessage GetManyMessages GetPinnedMessages QueryUsers SendMessage UpdateMessage'],
  [1000, 'UpdateMessagePartial UndeleteMessage GetChannel GetTask'],
  [300, 'QueryMembers UpdateChannel UpdateChannelPartial UpdateUsers UpdateUsersPartial'],
  [60, 'CreateChannelType DeactivateUser DeactivateUsers DeleteChannel DeleteChannelType GetChannelType'],
  [60, 'ListChannelTypes ReactivateUser ReactivateUsers UpdateApp UpdateChannelType ChannelBatchUpdate'],
  // The vendor's own test suites wait up to 90 seconds for these two.
  [10, 'DeleteUsers DeleteChannels'],
];

/** Limits of operations that the vendor's table does not list are not published. */
const OTHERWISE = 300;

const LIMITS = new Map(PER_MINUTE.flatMap(([limit, ops]) => ops.split(' ').map((op) => [op, limit] as const)));

export function defaultLimit(op: string): number {
  return LIMITS.get(op) ?? OTHERWISE;
}
