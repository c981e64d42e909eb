/** Grants of the built-in channel types and of the app scope, as a fresh app of September 2026 returned them. The lists
 * grow with time. */
import type { Assume } from '../assumptions.ts';
import type { Grants } from '../store/rows/settings.ts';

type Roles = Readonly<Record<string, readonly string[]>>;

const words = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
const without = (from: readonly string[], text: string) => from.filter((id) => !words(text).includes(id));

/** What an admin may do in a channel. */
export const ALL = words(`
  add-links ban-channel-member ban-user cast-vote create-attachment create-call create-channel create-mention
  create-message create-reaction create-reply create-restricted-visibility-message create-system-message
  delete-attachment delete-channel delete-message delete-reaction flag-message join-call mute-channel
  pin-message query-votes read-channel read-channel-members read-message-flags recreate-channel
  remove-own-channel-membership run-message-action send-custom-event send-poll share-location-any-team
  skip-channel-cooldown skip-message-moderation truncate-channel unblock-message update-channel
  update-channel-cooldown update-channel-frozen update-channel-members update-message update-thread
  upload-attachment
`);

const MESSAGING: Roles = {
  admin: ALL,
  moderator: [
    ...without(ALL, 'delete-channel recreate-channel truncate-channel'),
    ...words('delete-channel-owner recreate-channel-owner truncate-channel-owner'),
  ],
  channel_moderator: without(ALL, 'ban-user create-channel delete-channel recreate-channel truncate-channel'),
  channel_member: words(`
    add-links cast-vote create-attachment create-call create-mention create-message create-reaction
    create-reply flag-message join-call mute-channel pin-message query-votes read-channel
    read-channel-members remove-own-channel-membership run-message-action send-custom-event send-poll
    share-location-any-team upload-attachment
  `),
  user: words(`
    add-links-owner cast-vote create-attachment-owner create-channel create-mention-owner
    create-message-owner create-reaction-owner create-reply-owner delete-attachment-owner
    delete-channel-owner delete-message-owner delete-reaction-owner flag-message-owner mute-channel-owner
    pin-message-owner query-votes read-channel-members-owner read-channel-owner recreate-channel-owner
    remove-own-channel-membership-owner run-message-action-owner send-custom-event-owner send-poll
    share-location-any-team truncate-channel-owner update-channel-members-owner update-channel-owner
    update-message-owner update-thread-owner upload-attachment-owner
  `),
  guest: [],
  anonymous: [],
};

const COMMERCE: Roles = {
  admin: ALL,
  moderator: without(ALL, 'delete-channel recreate-channel truncate-channel'),
  channel_moderator: without(ALL, 'ban-user create-channel delete-channel recreate-channel truncate-channel'),
  channel_member: words(`
    add-links cast-vote create-attachment create-mention create-message create-reaction create-reply
    flag-message join-call mute-channel query-votes read-channel read-channel-members
    remove-own-channel-membership run-message-action send-custom-event send-poll share-location-any-team
    upload-attachment
  `),
  user: words(`
    add-links-owner cast-vote create-attachment-owner create-mention-owner create-message-owner
    create-reaction-owner create-reply-owner delete-attachment-owner delete-message-owner
    delete-reaction-owner flag-message-owner mute-channel-owner pin-message-owner query-votes
    read-channel-members-owner read-channel-owner remove-own-channel-membership-owner
    run-message-action-owner send-custom-event-owner send-poll share-location-any-team
    update-channel-members-owner update-message-owner update-thread-owner upload-attachment-owner
  `),
  guest: words(`
    add-links create-channel delete-attachment-owner delete-message-owner delete-reaction-owner
    flag-message-owner mute-channel-owner pin-message-owner read-channel-members-owner read-channel-owner
    share-location-any-team update-channel-members-owner update-message-owner update-thread-owner
    upload-attachment
  `),
  anonymous: [],
};

const GAMING: Roles = {
  admin: ALL,
  moderator: without(
    ALL,
    'create-channel create-restricted-visibility-message delete-channel recreate-channel truncate-channel update-channel update-channel-members',
  ),
  channel_moderator: without(
    ALL,
    'ban-user create-channel create-restricted-visibility-message delete-channel recreate-channel truncate-channel update-channel update-channel-members',
  ),
  channel_member: words(`
    add-links cast-vote create-attachment create-call create-mention create-message create-reaction
    create-reply flag-message join-call mute-channel query-votes read-channel read-channel-members
    remove-own-channel-membership run-message-action send-custom-event send-poll share-location-any-team
    upload-attachment
  `),
  user: words(`
    add-links-owner cast-vote create-attachment-owner create-mention-owner create-message-owner
    create-reaction-owner create-reply-owner delete-attachment-owner delete-message-owner
    delete-reaction-owner flag-message-owner mute-channel-owner query-votes read-channel-members-owner
    read-channel-owner remove-own-channel-membership-owner run-message-action-owner send-custom-event-owner
    send-poll share-location-any-team update-message-owner update-thread-owner upload-attachment-owner
  `),
  guest: [],
  anonymous: [],
};

const LIVESTREAM: Roles = {
  admin: [...without(ALL, 'share-location-any-team'), ...words('join-call-any-team')],
  moderator: [
    ...without(
      ALL,
      'create-restricted-visibility-message delete-channel recreate-channel remove-own-channel-membership share-location-any-team truncate-channel update-channel update-channel-members',
    ),
    ...words('join-call-any-team'),
  ],
  channel_moderator: words(`
    ban-channel-member cast-vote create-call create-system-message delete-attachment delete-message
    delete-reaction join-call-any-team pin-message query-votes read-message-flags send-poll
    skip-channel-cooldown skip-message-moderation unblock-message update-channel-cooldown
    update-channel-frozen update-message update-thread
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
};

const READ_ONLY = words(
  'query-votes-any-team read-channel-any-team read-channel-members-any-team read-message-flags-any-team',
);

const APP: Roles = {
  user: words(`
    add-bookmark-owner close-poll-owner create-collections create-feed create-poll-any-team create-user-group
    delete-attachment-global-owner delete-bookmark-owner delete-collections-owner delete-poll-owner
    delete-user-group-owner flag-user mute-user query-polls-owner read-collections-owner read-roles read-user-groups
    search-user update-bookmark-owner update-collections-owner update-poll-owner update-user-group-owner
    update-user-owner upload-attachment-global-owner
  `),
  guest: words('flag-user mute-user search-user update-user-owner'),
  anonymous: [],
  admin: words('flag-user mute-user read-flag-reports search-user update-flag-report update-user-owner'),
  moderator: words('flag-user mute-user read-flag-reports search-user update-flag-report update-user-owner'),
};

const anyTeam = (id: string): string => (id.endsWith('-any-team') ? id : `${id}-any-team`);
const tidy = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].sort();

/** Roles that reach across teams have the grants of their plain namesakes for any team. */
function inAllTeams(roles: Roles, keep: (id: string) => boolean = () => false): Grants {
  const widen = (role: string) => (roles[role] ?? []).map((id) => (keep(id) ? id : anyTeam(id)));
  const all = { ...roles, global_admin: widen('admin'), global_moderator: widen('moderator') };
  return Object.fromEntries(Object.entries(all).map(([role, ids]) => [role, tidy(ids)]));
}

/** Not a real permission: it stands for one that the vendor adds after this list was taken. */
export const NEWER_PERMISSION = 'summarize-channel';

const CHANNEL_TYPES: Readonly<Record<string, Roles>> = {
  messaging: MESSAGING,
  team: MESSAGING,
  commerce: COMMERCE,
  gaming: GAMING,
  livestream: LIVESTREAM,
};

/** A type that somebody makes starts with the grants of `messaging`. */
export function defaultTypeGrants(name: string, assume: Assume): Grants {
  const grants: Record<string, readonly string[]> = {
    ...inAllTeams(Object.hasOwn(CHANNEL_TYPES, name) ? (CHANNEL_TYPES[name] ?? MESSAGING) : MESSAGING),
    global_read_only: READ_ONLY,
  };
  if (assume('default_grants') === 'b') grants['admin'] = tidy([...(grants['admin'] ?? []), NEWER_PERMISSION]);
  return grants;
}

export function defaultAppGrants(): Grants {
  return inAllTeams(APP, (id) => id === 'update-user-owner');
}
