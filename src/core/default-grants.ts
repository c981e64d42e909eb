/**
 * What a fresh app granted by default on one day, read back from it. The vendor adds to these lists every few months, and
 * any app may have changed its own, so they are an assumption about every other app, and carry their date.
 */

export type Grants = Readonly<Record<string, readonly string[]>>;

export interface DatedDefaults {
  /** Of the reading, as `policy.assume_defaults` has to name it. */
  readonly date: string;
  /** The app's own scope, as far as it is known: the roles that are not here were not published. */
  readonly app: Grants;
  /** By built-in channel type; each list of roles is complete. */
  readonly types: Readonly<Record<string, Grants>>;
}

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
const anyTeam = (ids: readonly string[]): readonly string[] =>
  ids.map((id) => (id.endsWith('-any-team') ? id : `${id}-any-team`));
const without = (ids: readonly string[], text: string): readonly string[] => {
  const gone = words(text);
  return ids.filter((id) => !gone.includes(id));
};

const ALL = words(`
  add-links ban-channel-member ban-user cast-vote create-attachment create-call create-channel create-mention
  create-message create-reaction create-reply create-restricted-visibility-message create-system-message
  delete-attachment delete-channel delete-message delete-reaction flag-message join-call mute-channel pin-message
  query-votes read-channel read-channel-members read-message-flags recreate-channel remove-own-channel-membership
  run-message-action send-custom-event send-poll share-location-any-team skip-channel-cooldown
  skip-message-moderation truncate-channel unblock-message update-channel update-channel-cooldown
  update-channel-frozen update-channel-members update-message update-thread upload-attachment
`);

const READ_ONLY = anyTeam(words(`query-votes read-channel read-channel-members read-message-flags`));

const MESSAGING_MODERATOR = [
  ...without(ALL, `delete-channel recreate-channel truncate-channel`),
  'delete-channel-owner',
  'recreate-channel-owner',
  'truncate-channel-owner',
];

const MESSAGING: Grants = {
  admin: ALL,
  moderator: MESSAGING_MODERATOR,
  channel_moderator: without(ALL, `ban-user create-channel delete-channel recreate-channel truncate-channel`),
  channel_member: words(`
    add-links cast-vote create-attachment create-call create-mention create-message create-reaction create-reply
    flag-message join-call mute-channel pin-message query-votes read-channel read-channel-members
    remove-own-channel-membership run-message-action send-custom-event send-poll share-location-any-team
    upload-attachment
  `),
  user: words(`
    add-links-owner cast-vote create-attachment-owner create-channel create-mention-owner create-message-owner
    create-reaction-owner create-reply-owner delete-attachment-owner delete-channel-owner delete-message-owner
    delete-reaction-owner flag-message-owner mute-channel-owner pin-message-owner query-votes
    read-channel-members-owner read-channel-owner recreate-channel-owner remove-own-channel-membership-owner
    run-message-action-owner send-custom-event-owner send-poll share-location-any-team truncate-channel-owner
    update-channel-members-owner update-channel-owner update-message-owner update-thread-owner
    upload-attachment-owner
  `),
  guest: [],
  anonymous: [],
  global_admin: anyTeam(ALL),
  global_moderator: anyTeam(MESSAGING_MODERATOR),
  global_read_only: READ_ONLY,
};

const COMMERCE_MODERATOR = without(ALL, `delete-channel recreate-channel truncate-channel`);

const COMMERCE: Grants = {
  admin: ALL,
  moderator: COMMERCE_MODERATOR,
  channel_moderator: without(ALL, `ban-user create-channel delete-channel recreate-channel truncate-channel`),
  channel_member: words(`
    add-links cast-vote create-attachment create-mention create-message create-reaction create-reply flag-message
    join-call mute-channel query-votes read-channel read-channel-members remove-own-channel-membership
    run-message-action send-custom-event send-poll share-location-any-team upload-attachment
  `),
  user: words(`
    add-links-owner cast-vote create-attachment-owner create-mention-owner create-message-owner
    create-reaction-owner create-reply-owner delete-attachment-owner delete-message-owner delete-reaction-owner
    flag-message-owner mute-channel-owner pin-message-owner query-votes read-channel-members-owner
    read-channel-owner remove-own-channel-membership-owner run-message-action-owner send-custom-event-owner
    send-poll share-location-any-team update-channel-members-owner update-message-owner update-thread-owner
    upload-attachment-owner
  `),
  guest: words(`
    add-links create-channel delete-attachment-owner delete-message-owner delete-reaction-owner flag-message-owner
    mute-channel-owner pin-message-owner read-channel-members-owner read-channel-owner share-location-any-team
    update-channel-members-owner update-message-owner update-thread-owner upload-attachment
  `),
  anonymous: [],
  global_admin: anyTeam(ALL),
  global_moderator: anyTeam(COMMERCE_MODERATOR),
  global_read_only: READ_ONLY,
};

const GAMING_MODERATOR = without(
  ALL,
  `create-channel create-restricted-visibility-message delete-channel recreate-channel truncate-channel update-channel update-channel-members`,
);

const GAMING: Grants = {
  admin: ALL,
  moderator: GAMING_MODERATOR,
  channel_moderator: without(
    ALL,
    `ban-user create-channel create-restricted-visibility-message delete-channel recreate-channel truncate-channel update-channel update-channel-members`,
  ),
  channel_member: words(`
    add-links cast-vote create-attachment create-call create-mention create-message create-reaction create-reply
    flag-message join-call mute-channel query-votes read-channel read-channel-members
    remove-own-channel-membership run-message-action send-custom-event send-poll share-location-any-team
    upload-attachment
  `),
  user: words(`
    add-links-owner cast-vote create-attachment-owner create-mention-owner create-message-owner
    create-reaction-owner create-reply-owner delete-attachment-owner delete-message-owner delete-reaction-owner
    flag-message-owner mute-channel-owner query-votes read-channel-members-owner read-channel-owner
    remove-own-channel-membership-owner run-message-action-owner send-custom-event-owner send-poll
    share-location-any-team update-message-owner update-thread-owner upload-attachment-owner
  `),
  guest: [],
  anonymous: [],
  global_admin: anyTeam(ALL),
  global_moderator: anyTeam(GAMING_MODERATOR),
  global_read_only: READ_ONLY,
};

const LIVESTREAM_MODERATOR = [
  ...without(
    ALL,
    `create-restricted-visibility-message delete-channel recreate-channel remove-own-channel-membership share-location-any-team truncate-channel update-channel update-channel-members`,
  ),
  'join-call-any-team',
];

const LIVESTREAM: Grants = {
  admin: [...without(ALL, `share-location-any-team`), 'join-call-any-team'],
  moderator: LIVESTREAM_MODERATOR,
  channel_moderator: words(`
    ban-channel-member cast-vote create-call create-system-message delete-attachment delete-message
    delete-reaction join-call-any-team pin-message query-votes read-message-flags send-poll skip-channel-cooldown
    skip-message-moderation unblock-message update-channel-cooldown update-channel-frozen update-message
    update-thread
  `),
  channel_member: words(`
    join-call-any-team
  `),
  user: words(`
    add-links cast-vote create-attachment create-channel create-mention create-message create-reaction
    create-reply delete-attachment-owner delete-message-owner delete-reaction-owner flag-message join-call
    mute-channel pin-message-owner query-votes read-channel read-channel-members run-message-action
    send-custom-event send-poll update-message-owner update-thread-owner upload-attachment
  `),
  guest: words(`
    flag-message join-call mute-channel read-channel read-channel-members
  `),
  anonymous: words(`
    join-call read-channel read-channel-members
  `),
  global_admin: anyTeam(without(ALL, `share-location-any-team`)),
  global_moderator: anyTeam(
    without(
      ALL,
      `create-restricted-visibility-message delete-channel recreate-channel remove-own-channel-membership share-location-any-team truncate-channel update-channel update-channel-members`,
    ),
  ),
  global_read_only: READ_ONLY,
};

export const DEFAULTS: DatedDefaults = {
  date: '2026-09-25',
  app: {
    user: words(`
      add-bookmark-owner close-poll-owner create-collections create-feed create-poll-any-team create-user-group
      delete-attachment-global-owner delete-bookmark-owner delete-collections-owner delete-poll-owner
      delete-user-group-owner flag-user mute-user query-polls-owner read-collections-owner read-roles
      read-user-groups search-user update-bookmark-owner update-collections-owner update-poll-owner
      update-user-group-owner update-user-owner upload-attachment-global-owner
    `),
    guest: words(`
      flag-user mute-user search-user update-user-owner
    `),
    anonymous: [],
  },
  types: {
    messaging: MESSAGING,
    team: MESSAGING,
    commerce: COMMERCE,
    gaming: GAMING,
    livestream: LIVESTREAM,
  },
};
