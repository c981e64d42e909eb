/** The app-wide grants of a fresh app, as they were in September 2026; the vendor adds to them. */
import type { JsonObject } from '../../core/json.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const USER = words(`
  add-bookmark-owner close-poll-owner create-collections create-feed create-poll-any-team create-user-group
  delete-attachment-global-owner delete-bookmark-owner delete-collections-owner delete-poll-owner delete-user-group-owner
  flag-user mute-user query-polls-owner read-collections-owner read-roles read-user-groups search-user
  update-bookmark-owner update-collections-owner update-poll-owner update-user-group-owner update-user-owner
  upload-attachment-global-owner
`);
const STAFF = words('flag-user mute-user read-flag-reports search-user update-flag-report update-user-owner');
/** Of roles that reach across teams. */
const GLOBAL = STAFF.map((id) => (id === 'update-user-owner' ? id : `${id}-any-team`));

export function defaultAppGrants(): JsonObject {
  return {
    user: USER,
    guest: words('flag-user mute-user search-user update-user-owner'),
    admin: STAFF,
    moderator: STAFF,
    global_admin: GLOBAL,
    global_moderator: GLOBAL,
  };
}
