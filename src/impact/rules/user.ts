/** Users: their end, their lock-out, their roles and teams. */
import type { Json } from '../../core/json.ts';
import { channelsWith } from '../affected.ts';
import { isDownOn, isSwitchedOn, listed, lostItems } from '../directions.ts';
import type { Rule } from '../rule.ts';

const KIND = 'user';
/** Roles of users by what they may do, most first; those of the app's own making cannot be compared. */
const ROLES = [['global_admin'], ['global_moderator', 'admin'], ['moderator'], ['user'], ['guest'], ['anonymous']];
const KNOWN = ROLES.flat();
const POWERFUL = ['global_admin', 'global_moderator', 'admin', 'moderator'];

export const userRules: readonly Rule[] = [
  {
    code: 'DL01',
    kind: KIND,
    at: [''],
    detail: ({ change }) =>
      change.removal === 'hard_delete'
        ? 'The user, all its messages and its one-to-one channels are erased for both sides and cannot be brought back. The id can never be used again.'
        : undefined,
    affects: ({ change }) => channelsWith({ members: { $in: [change.id] } }),
  },
  {
    code: 'DL02',
    kind: KIND,
    at: [''],
    detail: ({ change }) =>
      change.removal === 'delete'
        ? 'The user can no longer connect; its messages stay. Only the user itself can be restored, and the id cannot be used for anybody else.'
        : undefined,
  },
  {
    code: 'AU03',
    kind: KIND,
    at: ['/state'],
    detail: ({ before, after }) =>
      before !== 'deactivated' && after === 'deactivated' ? 'The user can no longer connect or write.' : undefined,
  },
  {
    code: 'SE13',
    kind: KIND,
    at: ['/state'],
    detail: ({ before, after }) =>
      before === 'deactivated' && after === 'active'
        ? 'Somebody deactivated this user, and it can connect and write again.'
        : undefined,
  },
  {
    code: 'SE05',
    kind: KIND,
    at: ['/role', '/teams_role/*'],
    alsoNew: true,
    detail: ({ change, before, after, names }) => {
      const role = String(after);
      if (!POWERFUL.includes(role)) return undefined;
      // A new user starts as nobody in particular.
      const was: Json | undefined = change.action === 'create' ? 'user' : before;
      if (isDownOn(ROLES, { before: was, after: role })) return undefined;
      const where = names[0] === 'teams_role' ? ` in the team ${names[1]}` : '';
      return `The user becomes ${role}${where}, with all that this role is granted.`;
    },
  },
  {
    code: 'CB14',
    kind: KIND,
    at: ['/role', '/teams_role/*'],
    detail: ({ before, after, names }) => {
      const where = names[0] === 'teams_role' ? ` in the team ${names[1]}` : '';
      const isLess = after === undefined || isDownOn(ROLES, { before, after });
      // What a role of your own is granted cannot be weighed: whoever leaves it loses it, unless for a powerful one.
      const isOwn = !KNOWN.includes(String(before)) && !POWERFUL.includes(String(after));
      const isForOwn = POWERFUL.includes(String(before)) && !KNOWN.includes(String(after));
      if (before === undefined || before === after || !(isLess || isOwn || isForOwn)) return undefined;
      return `The user is no longer ${String(before)}${where}, and may no longer do what only this role is granted.`;
    },
  },
  {
    code: 'CB14',
    kind: KIND,
    at: ['/teams'],
    detail: (transition) => {
      const gone = lostItems(transition);
      return gone.length === 0
        ? undefined
        : `The user no longer reaches channels and users of ${listed(gone)} where teams are kept apart.`;
    },
  },
  {
    code: 'SE14',
    kind: KIND,
    at: ['typing_indicators', 'read_receipts', 'delivery_receipts'].map((name) => `/privacy_settings/${name}/enabled`),
    detail: (transition) =>
      transition.before === false && isSwitchedOn(transition)
        ? `Others see ${SHOWN[transition.names[1] ?? ''] ?? ''}, which this user had switched off.`
        : undefined,
  },
  {
    code: 'CB15',
    kind: KIND,
    at: ['/custom/*'],
    detail: ({ before, after, names }) =>
      before !== undefined && after === undefined
        ? `Clients and servers that read \`${names[1]}\` find nothing there any more; the value is lost.`
        : undefined,
  },
];

const SHOWN: Readonly<Record<string, string>> = {
  typing_indicators: 'when the user is typing',
  read_receipts: 'what the user has read',
  delivery_receipts: 'what the user has received',
};
