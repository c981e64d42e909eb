/** Settings of the app: tokens and permissions, names, uploads, push, moderation, teams. */
import type { Json } from '../../core/json.ts';
import { everyUser, usersWith } from '../affected.ts';
import {
  gainedItems,
  isAllowingLess,
  isAllowingMore,
  isCleared,
  isDownOn,
  isLowered,
  isMoved,
  isSwitchedOff,
  isSwitchedOn,
  itemsOf,
  listed,
  lostItems,
} from '../directions.ts';
import type { Rule, Transition } from '../rule.ts';
import { flagReasons } from './settings.ts';

function rule(code: Rule['code'], at: Rule['at'], detail: Rule['detail'], affects?: Rule['affects']): Rule {
  return { code, kind: 'app', at, detail, ...(affects === undefined ? {} : { affects }) };
}

/** The detail, where the direction is the one that matters. */
function when(holds: (transition: Transition) => boolean, text: string): Rule['detail'] {
  return (transition) => (holds(transition) ? text : undefined);
}

const UNIQUENESS = [['app'], ['team'], ['no']];

const access: readonly Rule[] = [
  rule(
    'SE01',
    ['/disable_auth_checks'],
    when(isSwitchedOn, 'Whoever has the public key can connect as any user, and read and write as that user.'),
    everyUser,
  ),
  rule(
    'AU02',
    ['/disable_auth_checks'],
    when(isSwitchedOff, 'Clients without a valid token of your server can no longer connect.'),
    everyUser,
  ),
  rule('SE02', ['/disable_permissions_checks'], when(isSwitchedOn, 'Every user can do everything.'), everyUser),
  rule(
    'CB20',
    ['/disable_permissions_checks'],
    when(isSwitchedOff, 'Users can do only what their roles are granted; until now everything was allowed.'),
    everyUser,
  ),
  rule(
    'AU01',
    ['/revoke_tokens_issued_before'],
    ({ before, after }) => {
      const [was, is] = [timeOf(before), timeOf(after)];
      if (is === undefined || (was !== undefined && is <= was)) return undefined;
      return `Tokens issued before ${String(after)} are refused, and so are all that do not say when they were issued (\`iat\`): everyone with such a token is logged out.`;
    },
    everyUser,
  ),
  rule(
    'SE11',
    ['/revoke_tokens_issued_before'],
    ({ before, after }) => {
      const [was, is] = [timeOf(before), timeOf(after)];
      return was === undefined || (is !== undefined && is >= was)
        ? undefined
        : 'Tokens that were refused are accepted again, also those that were refused because somebody else had them.';
    },
    everyUser,
  ),
  rule(
    'CB10',
    ['/guest_user_creation_disabled'],
    when(isSwitchedOn, 'The API refuses clients that connect as a new guest.'),
    () => usersWith({ role: 'guest' }),
  ),
  rule(
    'SE08',
    ['/guest_user_creation_disabled'],
    when(isSwitchedOff, 'Whoever has the public key can make guest users and connect as one.'),
  ),
  rule(
    'OW01',
    ['/multi_tenant_enabled'],
    when(
      isSwitchedOn,
      'Switching it off again later would show users the channels and messages of all teams, so take this as final.',
    ),
    everyUser,
  ),
  rule(
    'CB21',
    ['/multi_tenant_enabled'],
    when(
      isSwitchedOn,
      'Users reach only channels and users of their own teams; those without a team only what has no team either.',
    ),
    everyUser,
  ),
  rule(
    'SE10',
    ['/multi_tenant_enabled'],
    when(isSwitchedOff, 'Users can reach the channels and messages of all teams.'),
    everyUser,
  ),
  rule('OW02', ['/permission_version'], ({ before, after }) =>
    typeof before !== 'string' || typeof after !== 'string' || before === after
      ? undefined
      : `It goes from ${String(before)} to ${String(after)}: rights come from ${after === 'v2' ? 'grants in place of policies' : 'policies in place of grants'}, and the API has no way back.`,
  ),
  rule(
    'OW02',
    ['/migrate_permissions_to_v2'],
    when(isSwitchedOn, 'The policies of permission version 1 become grants, once; the API has no way back.'),
  ),
  rule(
    'CB09',
    ['/enforce_unique_usernames'],
    ({ before, after }) =>
      isDownOn(UNIQUENESS, { before: after, after: before })
        ? `A name that is taken ${after === 'app' ? 'in the app' : 'in the same team'} is refused, without regard to case and punctuation; it was accepted.`
        : undefined,
    everyUser,
  ),
  rule('SE07', ['/enforce_unique_usernames'], (transition) =>
    isDownOn(UNIQUENESS, transition)
      ? `Users can take a name that another one has${transition.after === 'team' ? ' in another team' : ''}, and pass for that user.`
      : undefined,
  ),
];

const UPLOADS = ['file_upload_config', 'image_upload_config'];
const UPLOAD_LISTS = (which: string) =>
  UPLOADS.flatMap((name) => ['file_extensions', 'mime_types'].map((what) => `/${name}/${which}_${what}`));

const uploads: readonly Rule[] = [
  rule(
    'CB07',
    UPLOADS.map((name) => `/${name}/size_limit`),
    ({ before, after }) => {
      // 0 is the platform's own limit, the highest there is.
      const isLess =
        before === 0 ? typeof after === 'number' && after > 0 : after !== 0 && isLowered({ before, after });
      return isLess ? `Uploads of more than ${String(after)} bytes are refused.` : undefined;
    },
  ),
  rule('CB07', UPLOAD_LISTS('allowed'), (transition) => {
    if (!isAllowingLess(transition)) return undefined;
    const gone = lostItems(transition);
    return itemsOf(transition.before).length === 0
      ? `Only ${listed(itemsOf(transition.after))} can be uploaded; everything was accepted.`
      : `${listed(gone)} can no longer be uploaded.`;
  }),
  rule('CB07', UPLOAD_LISTS('blocked'), (transition) => {
    const added = gainedItems(transition);
    return added.length === 0 ? undefined : `${listed(added)} can no longer be uploaded.`;
  }),
  rule('SE06', UPLOAD_LISTS('allowed'), (transition) => {
    if (!isAllowingMore(transition)) return undefined;
    return itemsOf(transition.after).length === 0
      ? 'No list says any more what may be uploaded.'
      : `${listed(gainedItems(transition))} can be uploaded.`;
  }),
  rule('SE06', UPLOAD_LISTS('blocked'), (transition) => {
    const gone = lostItems(transition);
    return gone.length === 0 ? undefined : `${listed(gone)} can be uploaded again.`;
  }),
];

const PROVIDERS = ['apn_config', 'firebase_config', 'huawei_config', 'xiaomi_config'];
/** Which app on which service is meant: devices that registered for another one are not reached. */
const PUSH_TARGETS = [
  '/apn_config/bundle_id',
  '/apn_config/development',
  '/apn_config/host',
  '/huawei_config/id',
  '/xiaomi_config/package_name',
];
const PUSH_VERSIONS = ['v1', 'v2', 'v3'];

const push: readonly Rule[] = [
  rule(
    'CB17',
    PROVIDERS.map((name) => `/${name}/disabled`),
    when(isSwitchedOn, 'Devices that are reached through this provider get no push notifications any more.'),
    everyUser,
  ),
  rule('CB17', PUSH_TARGETS, (transition) =>
    isMoved(transition) || isCleared(transition)
      ? 'Devices that registered for another app or service are not reached any more.'
      : undefined,
  ),
  rule(
    'CB17',
    ['/push_config/offline_only'],
    when(isSwitchedOn, 'Users who have a connection open get no push notifications.'),
    everyUser,
  ),
  rule('CB17', ['/push_config/version'], ({ before, after }) => {
    const [was, is] = [PUSH_VERSIONS.indexOf(String(before)), PUSH_VERSIONS.indexOf(String(after))];
    if (was < 0 || is < 0 || was === is) return undefined;
    if (is < was) return 'What needs the newer version stops: push providers before v2, push templates before v3.';
    return was === 0
      ? 'APN certificates and Firebase server keys are refused from v2 on, so devices that are reached with them get nothing.'
      : 'Nothing is pushed with v3 until push templates switch it on for each event and provider.';
  }),
];

const moderation: readonly Rule[] = [
  rule('SE09', ['/moderation_enabled'], when(isSwitchedOff, 'Nothing is moderated any more.')),
  rule('SE09', ['/image_moderation_enabled'], when(isSwitchedOff, 'Pictures are no longer checked.')),
  rule(
    'SE09',
    ['/feeds_moderation_enabled'],
    when(({ before, after }) => before !== false && after === false, 'Activities of feeds are no longer moderated.'),
  ),
  rule('SE09', ['/image_moderation_labels', '/image_moderation_block_labels'], (transition) => {
    const gone = lostItems(transition);
    if (gone.length > 0) return `Pictures are no longer caught as ${listed(gone)}.`;
    // What was there before is not known of labels that no reply shows.
    return transition.before === undefined && Array.isArray(transition.after) && transition.after.length === 0
      ? 'Pictures are no longer caught by their label.'
      : undefined;
  }),
  rule(
    'SE09',
    ['/moderation_s3_image_access_role_arn'],
    when(isCleared, 'Pictures in your own bucket can no longer be checked.'),
  ),
  rule(
    'SE09',
    ['/moderation_dashboard_preferences/disable_flagging_reviewed_entity'],
    when(isSwitchedOn, 'Flags on content that was reviewed once are not accepted any more.'),
  ),
  rule(
    'SE09',
    ['/moderation_dashboard_preferences/include_attachment_payload'],
    when(isSwitchedOff, 'Attachments are no longer sent along to moderation.'),
  ),
  rule(
    'SE09',
    ['/moderation_dashboard_preferences/flag_user_on_flagged_content'],
    when(isSwitchedOff, 'Authors of flagged content are no longer flagged with it.'),
  ),
  rule(
    'CB08',
    ['/moderation_dashboard_preferences/block_foreign_cdn_attachments'],
    when(isSwitchedOn, "Attachments that are not stored on the platform's own servers are blocked."),
  ),
  rule(
    'SE09',
    ['/moderation_dashboard_preferences/block_foreign_cdn_attachments'],
    when(isSwitchedOff, 'Attachments from any other server are accepted.'),
  ),
  rule(
    'SE12',
    ['/moderation_dashboard_preferences/disable_audit_logs'],
    when(isSwitchedOn, 'Moderators no longer see who did what.'),
  ),
  rule('SE12', ['/feed_audit_logs_enabled'], when(isSwitchedOff, 'Feeds no longer keep a log of who did what.')),
];

const WHAT_APP_FEATURES_GIVE: Readonly<Record<string, string>> = {
  auto_translation_enabled: 'Messages are no longer translated.',
  member_custom_on_messages_enabled: "Messages no longer carry the custom data of their author's membership.",
  user_response_time_enabled: 'Users no longer carry how fast they answer.',
};

const features: readonly Rule[] = [
  rule(
    'CB03',
    Object.keys(WHAT_APP_FEATURES_GIVE).map((name) => `/${name}`),
    (transition) => (isSwitchedOff(transition) ? WHAT_APP_FEATURES_GIVE[transition.names[0] ?? ''] : undefined),
    everyUser,
  ),
  rule(
    'CB03',
    ['/channel_hide_members_only'],
    when(isSwitchedOn, 'The API refuses to hide a channel to those who are not members of it.'),
  ),
  rule('CB05', ['/cdn_expiration_seconds'], ({ before, after }) =>
    isLowered({ before, after })
      ? `Links to uploads end after ${String(after)} seconds; it was ${String(before)}. Clients that keep them longer find nothing.`
      : undefined,
  ),
  rule(
    'CB05',
    ['/reminders_max_members', '/reminders_max_per_user', '/max_aggregated_activities_length'],
    ({ before, after }) =>
      isLowered({ before, after }) ? `It goes from ${String(before)} down to ${String(after)}.` : undefined,
  ),
];

export const appRules: readonly Rule[] = [
  ...access,
  ...uploads,
  ...push,
  ...moderation,
  ...features,
  flagReasons('app'),
];

function timeOf(value: Json | undefined): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
