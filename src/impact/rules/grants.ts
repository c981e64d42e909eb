/** Permissions that roles lose, and that guests and anonymous users get: in the app, in a channel type, in one channel. */
import { isObject } from '../../core/json.ts';
import { channelsWith, everyUser, membersOf, usersWith } from '../affected.ts';
import { gainedItems, itemsOf, listed, lostItems } from '../directions.ts';
import type { Affects, Rule, Transition } from '../rule.ts';

const STRANGERS = ['guest', 'anonymous'];
/** Roles that users have, by which they can be counted; others may be roles of members. */
const COUNTED = ['user', 'admin', 'moderator', 'global_moderator', 'global_admin', 'global_read_only'];

interface Scope {
  readonly kind: string;
  readonly at: string;
  /** Where the permissions hold. */
  readonly where: string;
  taken(transition: Transition): readonly string[];
  given(transition: Transition): readonly string[];
  affects(transition: Transition): Affects | undefined;
}

const SCOPES: readonly Scope[] = [
  {
    kind: 'app',
    at: '/grants/*',
    where: 'outside of channels',
    taken: lostItems,
    given: gainedItems,
    // Nobody can list anonymous users.
    affects: ({ names }) => (names[1] === 'anonymous' ? undefined : usersWith({ role: names[1] ?? '' })),
  },
  {
    kind: 'channel_type',
    at: '/grants/*',
    where: 'in channels of this type',
    taken: lostItems,
    given: gainedItems,
    affects: ({ change, names: [, role = ''] }) =>
      COUNTED.includes(role) ? usersWith({ role }) : channelsWith({ type: change.id }),
  },
  {
    kind: 'channel',
    at: '/config_overrides/grants/*',
    where: 'in this channel',
    // Modifiers: `!permission` takes away what the type gives; a modifier that goes gives back what it took.
    taken: (transition) => [...revoked(gainedItems(transition)), ...granted(lostItems(transition))],
    given: (transition) => [...granted(gainedItems(transition)), ...revoked(lostItems(transition))],
    affects: ({ change }) => membersOf(change),
  },
];

const isRevocation = (modifier: string) => modifier.startsWith('!');
const granted = (modifiers: readonly string[]) => modifiers.filter((each) => !isRevocation(each));
const revoked = (modifiers: readonly string[]) => modifiers.filter(isRevocation).map((each) => each.slice(1));

const perScope: readonly Rule[] = SCOPES.flatMap((scope): Rule[] => [
  {
    code: 'CB01',
    kind: scope.kind,
    at: [scope.at],
    detail(transition) {
      const taken = scope.taken(transition);
      if (taken.length === 0) return undefined;
      return `${transition.names.at(-1)} may no longer do this ${scope.where}: ${listed(taken)}. The API refuses what clients do with it.`;
    },
    affects: scope.affects,
  },
  {
    code: 'SE03',
    kind: scope.kind,
    at: [scope.at],
    alsoNew: true,
    detail(transition) {
      const role = transition.names.at(-1) ?? '';
      const given = scope.given(transition);
      if (!STRANGERS.includes(role) || given.length === 0) return undefined;
      return `Whoever comes as ${role} may do this ${scope.where}: ${listed(given)}. Nobody has to prove who they are for that.`;
    },
    affects: (transition) => (transition.change.action === 'create' ? undefined : scope.affects(transition)),
  },
]);

const RESET =
  "The grants of all roles go back to the server's present defaults, which nobody can read beforehand; roles may lose permissions.";

export const grantRules: readonly Rule[] = [
  ...perScope,
  {
    code: 'CB02',
    kind: 'app',
    at: ['/grants'],
    detail: ({ after }) => (isObject(after) ? undefined : RESET),
    affects: everyUser,
  },
  {
    code: 'CB02',
    kind: 'channel_type',
    at: ['/grants'],
    detail: ({ after }) => (isObject(after) ? undefined : RESET),
    affects: ({ change }) => channelsWith({ type: change.id }),
  },
  {
    code: 'CB02',
    kind: 'channel',
    at: ['/config_overrides/grants'],
    detail: ({ before, after }) =>
      isObject(before) && after === undefined
        ? 'This channel falls back to the grants of its type; roles may lose permissions that they had here.'
        : undefined,
    affects: ({ change }) => membersOf(change),
  },
  {
    code: 'CB02',
    kind: 'channel_type',
    at: ['/permissions'],
    detail: ({ before, after }) =>
      itemsOf(before).length === 0 && itemsOf(after).length === 0
        ? undefined
        : 'The policies of permission version 1 are replaced as a whole; what each role may do has to be read from them.',
    affects: ({ change }) => channelsWith({ type: change.id }),
  },
  {
    code: 'CB01',
    kind: 'app',
    at: ['/user_search_disallowed_roles'],
    detail: (transition) => {
      const roles = gainedItems(transition);
      return roles.length === 0 ? undefined : `${listed(roles)} can no longer search for users.`;
    },
    affects: (transition) => usersWith({ role: { $in: [...gainedItems(transition)] } }),
  },
  {
    code: 'SE03',
    kind: 'app',
    at: ['/user_search_disallowed_roles'],
    detail: (transition) => {
      const roles = lostItems(transition).filter((role) => STRANGERS.includes(role));
      return roles.length === 0 ? undefined : `Whoever comes as ${listed(roles)} can search for users.`;
    },
  },
];
