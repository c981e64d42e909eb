/**
 * The grants that a fresh app gives to its roles, as they were in September 2026. The vendor adds to them every few months, so
 * on another app some of these lists differ though nobody changed them.
 */
import type { JsonObject } from '../../core/json.ts';

type Roles = Readonly<Record<string, readonly string[]>>;

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const all = (except = '', more = ''): readonly string[] => [
  ...EVERYTHING.filter((id) => !words(except).includes(id)),
  ...words(more).filter((id) => id !== ''),
];

/** What an admin may do in a channel. */
const EVERYTHING = words(`
  add-links ban-channel-member ban-user cast-vote create-attachment create-call create-channel
  create-mention create-message create-reaction create-reply create-restricted-visibility-message
  create-system-message delete-attachment delete-channel delete-message delete-reaction
  flag-message join-call mute-channel pin-message query-votes read-channel read-channel-members
  read-message-flags recreate-channel remove-own-channel-membership run-message-action
  send-custom-event send-poll share-location-any-team skip-channel-cooldown
  skip-message-moderation truncate-channel unblock-message update-channel update-channel-cooldown
  update-channel-frozen update-channel-members update-message update-thread upload-attachment
`);

const MESSAGING: Roles = {
  admin: EVERYTHING,
  moderator: all(
    'delete-channel recreate-channel truncate-channel',
    'delete-channel-owner recreate-channel-owner truncate-channel-owner',
  ),
  channel_moderator: all('ban-user create-channel delete-channel recreate-channel truncate-channel'),
  channel_member: words(`
    add-links cast-vote create-attachment create-call create-mention create-message
    create-reaction create-reply flag-message join-call mute-channel pin-message query-votes
    read-channel read-channel-members remove-own-channel-membership run-message-action
    send-custom-event send-poll share-location-any-team upload-attachment
  `),
  user: words(`
    add-links-owner cast-vote create-attachment-owner create-channel create-mention-owner
    create-message-owner create-reaction-owner create-reply-owner delete-attachment-owner
    delete-channel-owner delete-message-owner delete-reaction-owner flag-message-owner
    mute-channel-owner pin-message-owner query-votes read-channel-members-owner
    read-channel-owner recreate-channel-owner remove-own-channel-membership-owner
    run-message-action-owner send-custom-event-owner send-poll share-location-any-team
    truncate-channel-owner update-channel-members-owner update-channel-owner
    update-message-owner update-thread-owner upload-attachment-owner
  `),
  guest: [],
  anonymous: [],
};

const COMMERCE: Roles = {
  admin: EVERYTHING,
  moderator: all('delete-channel recreate-channel truncate-channel'),
  channel_moderator: all('ban-user create-channel delete-channel recreate-channel truncate-channel'),
  channel_member: words(`
    add-links cast-vote create-attachment create-mention create-message create-reaction
    create-reply flag-message join-call mute-channel query-votes read-channel
    read-channel-members remove-own-channel-membership run-message-action send-custom-event
    send-poll share-location-any-team upload-attachment
  `),
  user: words(`
    add-links-owner cast-vote create-attachment-owner create-mention-owner create-message-owner
    create-reaction-owner create-reply-owner delete-attachment-owner delete-message-owner
    delete-reaction-owner flag-message-owner mute-channel-owner pin-message-owner query-votes
    read-channel-members-owner read-channel-owner remove-own-channel-membership-owner
    run-message-action-owner send-custom-event-owner send-poll share-location-any-team
    update-channel-members-owner update-message-owner update-thread-owner
    upload-attachment-owner
  `),
  guest: words(`
    add-links create-channel delete-attachment-owner delete-message-owner delete-reaction-owner
    flag-message-owner mute-channel-owner pin-message-owner read-channel-members-owner
    read-channel-owner share-location-any-team update-channel-members-owner update-message-owner
    update-thread-owner upload-attachment
  `),
  anonymous: [],
};

const GAMING: Roles = {
  admin: EVERYTHING,
  moderator: all(
    'create-channel create-restricted-visibility-message delete-channel recreate-channel truncate-channel update-channel update-channel-members',
  ),
  channel_moderator: all(
    'ban-user create-channel create-restricted-visibility-message delete-channel recreate-channel truncate-channel update-channel update-channel-members',
  ),
  channel_member: words(`
    add-links cast-vote create-attachment create-call create-mention create-message
    create-reaction create-reply flag-message join-call mute-channel query-votes read-channel
    read-channel-members remove-own-channel-membership run-message-action send-custom-event
    send-poll share-location-any-team upload-attachment
  `),
  user: words(`
    add-links-owner cast-vote create-attachment-owner create-mention-owner create-message-owner
    create-reaction-owner create-reply-owner delete-attachment-owner delete-message-owner
    delete-reaction-owner flag-message-owner mute-channel-owner query-votes
    read-channel-members-owner read-channel-owner remove-own-channel-membership-owner
    run-message-action-owner send-custom-event-owner send-poll share-location-any-team
    update-message-owner update-thread-owner upload-attachment-owner
  `),
  guest: [],
  anonymous: [],
};

const LIVESTREAM: Roles = {
  admin: all('share-location-any-team', 'join-call-any-team'),
  moderator: all(
    'create-restricted-visibility-message delete-channel recreate-channel remove-own-channel-membership share-location-any-team truncate-channel update-channel update-channel-members',
    'join-call-any-team',
  ),
  channel_moderator: words(`
    ban-channel-member cast-vote create-call create-system-message delete-attachment
    delete-message delete-reaction join-call-any-team pin-message query-votes read-message-flags
    send-poll skip-channel-cooldown skip-message-moderation unblock-message
    update-channel-cooldown update-channel-frozen update-message update-thread
  `),
  channel_member: words(`
    join-call-any-team
  `),
  user: words(`
    add-links cast-vote create-attachment create-channel create-mention create-message
    create-reaction create-reply delete-attachment-owner delete-message-owner
    delete-reaction-owner flag-message join-call mute-channel pin-message-owner query-votes
    read-channel read-channel-members run-message-action send-custom-event send-poll
    update-message-owner update-thread-owner upload-attachment
  `),
  guest: words(`
    flag-message join-call mute-channel read-channel read-channel-members
  `),
  anonymous: words(`
    join-call read-channel read-channel-members
  `),
};

const READ_ONLY = words(`
  query-votes-any-team read-channel-any-team read-channel-members-any-team
  read-message-flags-any-team
`);

const BUILT_IN: Readonly<Record<string, Roles>> = {
  messaging: MESSAGING,
  team: MESSAGING,
  commerce: COMMERCE,
  gaming: GAMING,
  livestream: LIVESTREAM,
};

/** By role, for a built-in type; a type that somebody makes starts with those of `messaging`. */
export function defaultGrants(type: string): JsonObject {
  const roles = (Object.hasOwn(BUILT_IN, type) ? BUILT_IN[type] : undefined) ?? MESSAGING;
  const everywhere = (role: string) => [
    ...new Set((roles[role] ?? []).map((id) => (id.endsWith('-any-team') ? id : `${id}-any-team`))),
  ];
  return {
    ...roles,
    global_admin: everywhere('admin'),
    global_moderator: everywhere('moderator'),
    global_read_only: READ_ONLY,
  };
}
