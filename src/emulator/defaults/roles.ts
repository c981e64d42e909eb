/** Built-in roles, by the level at which they can be held. */
export const USER_ROLES: readonly string[] = [
  'user',
  'guest',
  'anonymous',
  'admin',
  'moderator',
  'global_moderator',
  'global_admin',
  'global_read_only',
];
export const CHANNEL_ROLES: readonly string[] = ['channel_member', 'channel_moderator'];
export const BUILT_IN_ROLES: readonly string[] = [...USER_ROLES, ...CHANNEL_ROLES];
