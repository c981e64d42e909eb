/** The app-wide grants of a fresh app: those that were read, and for roles that nobody published what an app of today has. */
import { DEFAULTS } from '../../core/default-grants.ts';
import type { JsonObject } from '../../core/json.ts';

const STAFF = [
  'flag-user',
  'mute-user',
  'read-flag-reports',
  'search-user',
  'update-flag-report',
  'update-user-owner',
] as const;
/** Of roles that reach across teams. */
const GLOBAL = STAFF.map((id) => (id === 'update-user-owner' ? id : `${id}-any-team`));

export function defaultAppGrants(): JsonObject {
  return { ...DEFAULTS.app, admin: STAFF, moderator: STAFF, global_admin: GLOBAL, global_moderator: GLOBAL };
}
