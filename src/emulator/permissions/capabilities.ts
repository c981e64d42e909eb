/** What a user may do in a channel, in the words that channels use for it. */
import type { ChannelRow } from '../store/rows/channels.ts';
import type { World } from '../world.ts';
import { judge } from './evaluate.ts';

/** An owner's right over one's own messages is asked as the author of a message. */
const BY_RIGHT: Readonly<Record<string, readonly [action: string, asAuthor?: true]>> = {
  'ban-channel-members': ['BanChannelMember'],
  'cast-poll-vote': ['CastVote'],
  'create-attachment': ['CreateAttachment'],
  'create-mention': ['CreateMention'],
  'delete-any-message': ['DeleteMessage'],
  'delete-channel': ['DeleteChannel'],
  'delete-own-message': ['DeleteMessage', true],
  'flag-message': ['FlagMessage'],
  'freeze-channel': ['UpdateChannelFrozen'],
  'leave-channel': ['RemoveOwnChannelMembership'],
  'mute-channel': ['MuteChannel'],
  'pin-message': ['PinMessage'],
  'query-poll-votes': ['QueryVotes'],
  'send-custom-events': ['SendCustomEvent'],
  'send-links': ['AddLinks'],
  'send-message': ['CreateMessage'],
  'send-poll': ['SendPoll'],
  'send-reaction': ['CreateReaction'],
  'send-reply': ['CreateReply'],
  'send-restricted-visibility-message': ['CreateRestrictedVisibilityMessage'],
  'set-channel-cooldown': ['UpdateChannelCooldown'],
  'share-location': ['ShareLocation'],
  'skip-slow-mode': ['SkipChannelCooldown'],
  'update-any-message': ['UpdateMessage'],
  'update-channel': ['UpdateChannel'],
  'update-channel-members': ['UpdateChannelMembers'],
  'update-own-message': ['UpdateMessage', true],
  'update-thread': ['UpdateThread'],
  'upload-file': ['UploadAttachment'],
};

/** A switch of the channel, and the capabilities that are there only while it is on. */
const BY_FEATURE: Readonly<Record<string, readonly string[]>> = {
  connect_events: ['connect-events'],
  delivery_events: ['delivery-events'],
  polls: ['send-poll', 'cast-poll-vote', 'query-poll-votes'],
  quotes: ['quote-message'],
  reactions: ['send-reaction'],
  read_events: ['read-events'],
  replies: ['send-reply'],
  search: ['search-messages'],
  shared_locations: ['share-location'],
  typing_events: ['typing-events', 'send-typing-events'],
  uploads: ['upload-file'],
};

export function capabilitiesOf(
  world: World,
  channel: ChannelRow,
  userId: string,
  isOn: (feature: string) => boolean,
): readonly string[] {
  const names = new Set<string>();
  for (const [name, [action, asAuthor]] of Object.entries(BY_RIGHT)) {
    const ownerId = asAuthor === true ? userId : name.endsWith('-any-message') ? '' : undefined;
    if (judge(world, userId, action, { channel, ownerId }).isAllowed) names.add(name);
  }
  for (const [feature, ruled] of Object.entries(BY_FEATURE)) {
    for (const name of ruled) {
      if (!isOn(feature)) names.delete(name);
      else if (!Object.hasOwn(BY_RIGHT, name)) names.add(name);
    }
  }
  if (channel.cooldown > 0 && !names.has('skip-slow-mode')) names.add('slow-mode');
  if (channel.frozen) for (const name of WHILE_NOT_FROZEN) names.delete(name);
  return [...names].sort();
}

const WHILE_NOT_FROZEN = ['send-message', 'send-reply', 'send-reaction', 'send-poll', 'send-links', 'quote-message'];
