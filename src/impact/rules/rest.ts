/** Roles, permissions, commands and block lists: what others name. */
import { gainedItems, isSwitchedOff, isSwitchedOn, listed, lostItems } from '../directions.ts';
import type { Rule } from '../rule.ts';

export const restRules: readonly Rule[] = [
  {
    code: 'CB19',
    kind: 'role',
    at: [''],
    detail: ({ change }) =>
      change.action === 'remove' ? 'The API refuses to give this role to users and members from then on.' : undefined,
  },
  {
    code: 'CB19',
    kind: 'permission',
    at: [''],
    detail: ({ change }) =>
      change.action === 'remove'
        ? 'Roles that it is granted to lose it, and the API refuses to grant it from then on.'
        : undefined,
  },
  {
    code: 'CB02',
    kind: 'permission',
    at: ['/action', '/condition'],
    detail: ({ before, names }) =>
      before === undefined ? undefined : `Its ${names[0]} changes for every role that it is granted to.`,
  },
  {
    code: 'CB01',
    kind: 'permission',
    at: ['/owner', '/same_team'],
    detail: (transition) =>
      isSwitchedOn(transition)
        ? `Roles that it is granted to may do this only ${transition.names[0] === 'owner' ? 'with what is their own' : 'inside their own team'} from then on.`
        : undefined,
  },
  {
    code: 'SE04',
    kind: 'permission',
    at: ['/owner', '/same_team'],
    detail: (transition) =>
      isSwitchedOff(transition)
        ? `Roles that it is granted to may do this ${transition.names[0] === 'owner' ? 'with what belongs to others, too' : 'in other teams, too'}.`
        : undefined,
  },
  {
    code: 'CB06',
    kind: 'command',
    at: [''],
    detail: ({ change }) =>
      change.action === 'remove'
        ? `Clients can no longer use /${change.id}; the API takes it for plain text.`
        : undefined,
  },
  {
    code: 'DL06',
    kind: 'blocklist',
    at: ['/type'],
    detail: ({ change }) =>
      change.action === 'replace'
        ? 'The API cannot change its type. Words that are not in the configuration are lost, and nothing is caught until the new list is in use.'
        : undefined,
  },
  {
    code: 'SE09',
    kind: 'blocklist',
    at: [''],
    detail: ({ change }) => (change.action === 'remove' ? 'What it caught passes from then on.' : undefined),
  },
  {
    code: 'SE09',
    kind: 'blocklist',
    at: ['/words'],
    detail: (transition) => {
      const type = String(transition.change.next?.['type'] ?? transition.change.live?.['type'] ?? 'word');
      // A list of what is allowed lets more pass the longer it is.
      const isAllowing = type.endsWith('_allowlist');
      const weaker = isAllowing ? gainedItems(transition) : lostItems(transition);
      return weaker.length === 0
        ? undefined
        : `${isAllowing ? 'This is let through from then on' : 'This is no longer caught'}: ${listed(weaker)}.`;
    },
  },
  {
    code: 'SE09',
    kind: 'blocklist',
    at: [
      '/is_leet_check_enabled',
      '/is_plural_check_enabled',
      '/is_substring_matching_enabled',
      '/is_confusable_folding_enabled',
    ],
    detail: (transition) =>
      isSwitchedOff(transition) ? 'Words are no longer caught in the spellings that this check found.' : undefined,
  },
];
