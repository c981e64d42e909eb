/** Calls a minute for each operation of a fresh app. */
const PER_MINUTE: readonly (readonly [number, string])[] = [
  [10_000, 'GetOrCreateChannel GetOrCreateDistinctChannel GetApp MarkChannelsRead MarkRead QueryChannels SendEvent'],
  [
    1000,
    'CreateGuest DeleteMessage DeleteReaction GetMessage GetManyMessages GetPinnedMessages GetReactions GetReplies',
  ],
  [1000, 'QueryUsers RunMessageAction SendMessage SendReaction UpdateMessage UploadChannelFile UploadChannelImage'],
  [1000, 'UpdateMessagePartial UndeleteMessage GetChannel GetTask UploadFile UploadImage'],
  [300, 'Ban CreateDevice Flag HideChannel MuteChannel MuteUser QueryMembers Search ShowChannel Unban Unflag'],
  [300, 'UnmuteChannel UnmuteUser UpdateChannel UpdateChannelPartial UpdateUsers UpdateUsersPartial'],
  [60, 'CheckPush CreateChannelType DeactivateUser DeactivateUsers DeleteChannel DeleteChannelFile DeleteChannelImage'],
  [60, 'DeleteChannelType DeleteDevice DeleteFile DeleteImage DeleteUser ExportChannels ExportUser ExportUsers'],
  [60, 'GetChannelType ListChannelTypes ListDevices ReactivateUser ReactivateUsers TruncateChannel UpdateApp'],
  [60, 'UpdateChannelType ChannelBatchUpdate'],
  // The vendor's own test suites wait up to 90 seconds for these two.
  [10, 'DeleteUsers DeleteChannels'],
];

/** Limits of operations that the vendor's table does not list are not published. */
const OTHERWISE = 300;

const LIMITS = new Map(PER_MINUTE.flatMap(([limit, ops]) => ops.split(' ').map((op) => [op, limit] as const)));

export function defaultLimit(op: string): number {
  return LIMITS.get(op) ?? OTHERWISE;
}
