/** Channels: their end, who gets in, what they carry, and what they override of their type. */
import { membersOf, thoseInside } from '../affected.ts';
import { isDownOn, isLowered, isSwitchedOff, isSwitchedOn, listed, lostItems } from '../directions.ts';
import type { Rule, Transition } from '../rule.ts';
import { settingRules } from './settings.ts';

const KIND = 'channel';
const CHANNEL_ROLES = [['channel_moderator'], ['channel_member']];

export const channelRules: readonly Rule[] = [
  ...settingRules(KIND, '/config_overrides'),
  {
    code: 'DL03',
    kind: KIND,
    at: [''],
    detail: ({ change }) => {
      if (change.removal === 'delete') return 'Its messages cannot be brought back, even if the channel is made anew.';
      return change.removal === 'hard_delete'
        ? 'The channel and all its messages are erased and cannot be brought back.'
        : undefined;
    },
    affects: ({ change }) => membersOf(change),
  },
  {
    code: 'CB11',
    kind: KIND,
    at: ['/disabled'],
    detail: (transition) =>
      isSwitchedOn(transition) ? 'Members can neither read nor write in it. Nothing is lost.' : undefined,
    affects: thoseInside,
  },
  {
    code: 'CB11',
    kind: KIND,
    at: ['/frozen'],
    detail: (transition) => (isSwitchedOn(transition) ? 'Members can read it and no longer write in it.' : undefined),
    affects: thoseInside,
  },
  {
    code: 'CB12',
    kind: KIND,
    at: ['/cooldown'],
    detail: ({ before, after }) =>
      isLowered({ before: after, after: before })
        ? `Between two messages members have to wait ${String(after)} seconds; it was ${String(before)}.`
        : undefined,
    affects: thoseInside,
  },
  {
    code: 'CB13',
    kind: KIND,
    at: ['/members/*'],
    detail: (transition) =>
      isGone(transition)
        ? `${transition.names[1]} is no longer a member, and what it has read is forgotten.`
        : undefined,
    together: (all) => ({
      path: '/members',
      detail: `${listed(all.map((each) => each.names[1] ?? ''))} are no longer members, and what they have read is forgotten.`,
      affects: { what: 'member', count: all.length },
    }),
  },
  {
    code: 'CB14',
    kind: KIND,
    at: ['/members/*/channel_role'],
    detail: ({ before, after, names }) =>
      isDownOn(CHANNEL_ROLES, { before, after })
        ? `${names[1]} may no longer do in this channel what only ${String(before)} is granted.`
        : undefined,
  },
  {
    code: 'CB15',
    kind: KIND,
    at: ['/custom/*', '/members/*/custom/*', '/messages/*/custom/*'],
    detail: (transition) =>
      isGone(transition)
        ? `Clients and servers that read \`${transition.names.at(-1)}\` find nothing there any more; the value is lost.`
        : undefined,
  },
  {
    code: 'CB16',
    kind: KIND,
    at: ['/filter_tags'],
    detail: (transition) => {
      const gone = lostItems(transition);
      return gone.length === 0 ? undefined : `Queries for ${listed(gone)} no longer find this channel.`;
    },
    affects: thoseInside,
  },
  {
    code: 'CB03',
    kind: KIND,
    at: ['/auto_translation_enabled'],
    detail: (transition) => (isSwitchedOff(transition) ? 'Messages here are no longer translated.' : undefined),
    affects: thoseInside,
  },
  {
    code: 'CB21',
    kind: KIND,
    at: ['/team'],
    detail: ({ before, after }) => {
      if (typeof after !== 'string' || after === '' || after === before) return undefined;
      const was = before === undefined || before === '' ? 'it had no team' : `it was ${String(before)}`;
      return `The channel belongs to the team ${after}; ${was}. Where teams are kept apart, users of other teams no longer reach it.`;
    },
    affects: thoseInside,
  },
  {
    code: 'SE10',
    kind: KIND,
    at: ['/team'],
    detail: ({ before, after }) =>
      typeof before === 'string' && before !== '' && (after === '' || after === undefined)
        ? `The channel leaves the team ${before}, and users without a team reach it.`
        : undefined,
    affects: thoseInside,
  },
];

function isGone({ before, after }: Transition): boolean {
  return before !== undefined && after === undefined;
}
