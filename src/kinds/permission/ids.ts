/**
 * The permission ids that the API is known to define: the actions on channels and those of the app's own scope, in all their
 * forms with `-owner` and `-any-team`. The vendor adds to them every few weeks, so an id that is missing here is only doubted.
 */
const CHANNEL_ACTIONS =
  `add-links ban-channel-member ban-user cast-vote create-attachment create-call create-channel create-mention
create-message create-reaction create-reply create-restricted-visibility-message create-system-message delete-attachment delete-channel
delete-message delete-reaction flag-message join-call mute-channel pin-message query-votes read-channel read-channel-members
read-message-flags recreate-channel remove-own-channel-membership run-message-action send-custom-event send-poll share-location
skip-channel-cooldown skip-message-moderation truncate-channel unblock-message update-channel update-channel-cooldown
update-channel-frozen update-channel-members update-message update-thread upload-attachment`.split(/\s+/);

const APP_ACTIONS =
  `add-bookmark close-poll create-collections create-feed create-poll create-user-group delete-attachment-global
delete-bookmark delete-collections delete-poll delete-user-group flag-user mute-user query-polls read-collections read-flag-reports
read-roles read-user-groups search-user update-bookmark update-collections update-flag-report update-poll update-user
update-user-group upload-attachment-global`.split(/\s+/);

export const BUILT_IN_PERMISSIONS: ReadonlySet<string> = new Set(
  [...CHANNEL_ACTIONS, ...APP_ACTIONS].flatMap((action) => [
    action,
    `${action}-owner`,
    `${action}-any-team`,
    `${action}-owner-any-team`,
  ]),
);
