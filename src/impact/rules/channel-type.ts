/** Channel types: how long messages live, how channels are split, and the type's own end. */
import { isObject, type Json } from '../../core/json.ts';
import { channelsWith, thoseInside } from '../affected.ts';
import { isLowered, isSwitchedOff, isSwitchedOn } from '../directions.ts';
import type { Rule } from '../rule.ts';
import { flagReasons, moderationRules, settingRules } from './settings.ts';

const KIND = 'channel_type';
const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

export const channelTypeRules: readonly Rule[] = [
  ...settingRules(KIND, ''),
  ...moderationRules,
  flagReasons(KIND),
  {
    code: 'CB18',
    kind: KIND,
    at: ['/partition_size'],
    detail: ({ before, after }) => {
      const isOn = typeof after === 'number' && after > 0;
      if (!isOn || !(before === 0 || isLowered({ before, after }))) return undefined;
      return `Channels are split into parts of about ${after}; people see only what is written in their own part.`;
    },
    affects: thoseInside,
  },
  {
    code: 'CB23',
    kind: KIND,
    at: ['/mark_messages_pending'],
    detail: (transition) =>
      isSwitchedOn(transition)
        ? 'Others see a message only after your server has committed it; until it does, nothing that is written shows.'
        : undefined,
    affects: thoseInside,
  },
  {
    code: 'SE09',
    kind: KIND,
    at: ['/mark_messages_pending'],
    detail: (transition) =>
      isSwitchedOff(transition)
        ? 'Messages show at once; they no longer wait until your server commits them.'
        : undefined,
    affects: thoseInside,
  },
  {
    code: 'DL04',
    kind: KIND,
    at: ['/message_retention'],
    detail: ({ before, after }) => {
      const [was, is] = [daysOf(before), daysOf(after)];
      if (was === undefined || is === undefined || is >= was) return undefined;
      return `Messages older than ${is} ${is === 1 ? 'day' : 'days'} are deleted for good; ${was === Infinity ? 'all were kept' : `it was ${was}`}.`;
    },
    affects: thoseInside,
  },
  {
    code: 'DL05',
    kind: KIND,
    at: ['/partition_ttl'],
    detail: ({ before, after }) => {
      const is = secondsOf(after);
      const was = before === undefined || before === null ? Infinity : secondsOf(before);
      if (is === undefined || was === undefined || is >= was) return undefined;
      return `A part of a channel lives for ${after} at most; ${was === Infinity ? 'there was no limit' : `it was ${before}`}. What becomes of messages in a part that has ended is not documented: take them as lost.`;
    },
    affects: thoseInside,
  },
  {
    code: 'CB19',
    kind: KIND,
    at: [''],
    detail: ({ change }) =>
      change.action === 'remove' ? 'The API refuses to create channels of this type from then on.' : undefined,
    affects: ({ change }) => channelsWith({ type: change.id }),
  },
];

function daysOf(value: Json | undefined): number | undefined {
  if (value === 'infinite') return Infinity;
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}

function secondsOf(value: Json | undefined): number | undefined {
  if (isObject(value) || typeof value !== 'string') return undefined;
  const parts = [...value.matchAll(/(\d+(?:\.\d+)?)([hms])/g)];
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNITS[unit ?? ''] ?? 0), 0);
}
