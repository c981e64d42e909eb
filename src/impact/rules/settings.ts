/** Settings that a channel type has and that a channel can override: features, limits, push, moderation. */
import type { Json, JsonObject } from '../../core/json.ts';
import { isObject } from '../../core/json.ts';
import { thoseInside } from '../affected.ts';
import {
  asMap,
  isCleared,
  isDownOn,
  isLowered,
  isMoved,
  isSwitchedOff,
  itemsOf,
  listed,
  lostItems,
} from '../directions.ts';
import type { Rule, Transition } from '../rule.ts';

/** What clients lose with each switch. */
const FEATURES: Readonly<Record<string, string>> = {
  connect_events: 'Clients are no longer told when users come online and go.',
  count_messages: 'Channels no longer carry the number of their messages.',
  custom_events: 'The API refuses events that clients define themselves.',
  delivery_events: 'Clients no longer see what has been delivered.',
  mutes: 'The API refuses to mute others.',
  polls: 'The API refuses polls.',
  push_notifications: 'No push notifications are sent.',
  quotes: 'The API refuses messages that quote others.',
  reactions: 'The API refuses reactions.',
  read_events: 'Clients no longer see what has been read, and unread messages are not counted.',
  reminders: 'Members are no longer reminded of unread messages.',
  replies: 'The API refuses replies in threads.',
  search: 'The API refuses to search messages.',
  shared_locations: 'The API refuses to share locations.',
  typing_events: 'Clients no longer see who is typing.',
  uploads: 'The API refuses uploads.',
  url_enrichment: 'Links no longer get a preview.',
  user_message_reminders: 'Users can no longer set a reminder on a message.',
};
export const FEATURE_NAMES: readonly string[] = Object.keys(FEATURES);

const PUSH_LEVELS = [['all'], ['all_mentions', 'mentions'], ['direct_mentions'], ['none']];
const PREFERENCES =
  `channel_mentions default_preference direct_mentions distinct_channel_messages group_mentions here_mentions
role_mentions thread_replies`.split(/\s+/);
/** What a hit leads to, the strictest first. */
const BEHAVIORS = [['block'], ['shadow_block'], ['flag']];
const CHECKS = [['simple', 'AI'], ['disabled']];

/** The rules for these settings as fields of `kind` below `base`. */
export function settingRules(kind: string, base: string): readonly Rule[] {
  const at = (...names: readonly string[]) => names.map((name) => `${base}/${name}`);
  const rule = (code: Rule['code'], fields: readonly string[], detail: Rule['detail']): Rule => ({
    code,
    kind,
    at: at(...fields),
    detail,
    affects: thoseInside,
  });
  return [
    rule('CB03', FEATURE_NAMES, (transition) =>
      isSwitchedOff(transition) ? FEATURES[transition.names.at(-1) ?? ''] : undefined,
    ),
    rule('CB04', ['max_message_length'], (transition) =>
      isLowered(transition)
        ? `Messages of more than ${transition.after} characters are refused; up to ${transition.before} were accepted.`
        : undefined,
    ),
    rule('CB06', ['commands'], (transition) => {
      const gone = lostItems(transition);
      return gone.length === 0 || transition.after === undefined
        ? undefined
        : `Clients can no longer use ${listed(gone.map((name) => `/${name}`))} here; the API takes it for plain text.`;
    }),
    rule('CB17', ['push_level'], (transition) =>
      isDownOn(PUSH_LEVELS, transition)
        ? `By default members get push notifications for \`${transition.after}\`; it was \`${transition.before}\`.`
        : undefined,
    ),
    rule(
      'CB17',
      PREFERENCES.map((name) => `chat_preferences/${name}`),
      (transition) =>
        transition.after === 'none' && transition.before !== 'none'
          ? `No push notifications are sent any more for \`${transition.names.at(-1)}\`.`
          : undefined,
    ),
    rule('CB08', ['blocklist_behavior'], (transition) =>
      transition.before !== undefined && transition.after === 'block' && isSet(sibling(transition, 'blocklist'))
        ? 'Messages with words of the block list are refused; they were accepted before.'
        : undefined,
    ),
    rule('CB08', ['blocklist'], (transition) =>
      !isSet(transition.before) && isSet(transition.after) && sibling(transition, 'blocklist_behavior') === 'block'
        ? 'Messages with words of the block list are refused; they were accepted before.'
        : undefined,
    ),
    rule('SE09', ['blocklist_behavior'], (transition) =>
      isDownOn(BEHAVIORS, transition)
        ? `A hit in the block list leads to \`${transition.after}\`; it was \`${transition.before}\`.`
        : undefined,
    ),
    rule('SE09', ['blocklist'], (transition) =>
      isCleared(transition) || isMoved(transition)
        ? `Messages are no longer checked against the block list ${transition.before}.`
        : undefined,
    ),
  ];
}

/** Settings that only a type has. */
export const moderationRules: readonly Rule[] = [
  typeRule('CB08', ['/automod'], (transition) =>
    transition.before === 'disabled' && isSet(transition.after) && sibling(transition, 'automod_behavior') === 'block'
      ? 'Messages are checked automatically, and those that are caught are refused.'
      : undefined,
  ),
  typeRule('CB08', ['/automod_behavior'], (transition) =>
    transition.before !== undefined &&
    transition.after === 'block' &&
    ['simple', 'AI'].includes(String(sibling(transition, 'automod')))
      ? 'Messages that the automatic check catches are refused; they were accepted before.'
      : undefined,
  ),
  typeRule('CB08', ['/blocklists'], (transition) => {
    const blocking = blockingLists(transition.after);
    return blockingLists(transition.before).length > 0 || blocking.length === 0
      ? undefined
      : `Messages with words of ${listed(blocking)} are refused; nothing was refused before.`;
  }),
  typeRule('SE09', ['/automod'], (transition) =>
    isDownOn(CHECKS, transition) ? 'Messages are no longer checked automatically.' : undefined,
  ),
  typeRule('SE09', ['/automod_behavior'], (transition) =>
    isDownOn(BEHAVIORS, transition)
      ? `What the automatic check catches leads to \`${transition.after}\`; it was \`${transition.before}\`.`
      : undefined,
  ),
  typeRule(
    'SE09',
    ['explicit', 'spam', 'toxic'].flatMap((label) =>
      ['block', 'flag'].map((verb) => `/automod_thresholds/${label}/${verb}`),
    ),
    ({ before, after, names }) =>
      isLowered({ before: after, after: before })
        ? `Messages are caught as ${names[1]} only from a score of ${after} on; it was ${before}.`
        : undefined,
  ),
  typeRule('SE09', ['/blocklists'], (transition) => {
    const weaker = weakerLists(transition);
    return weaker.length === 0
      ? undefined
      : `What ${listed(weaker)} catches passes, or is only flagged where it was blocked.`;
  }),
];

function typeRule(code: Rule['code'], at: Rule['at'], detail: Rule['detail']): Rule {
  return { code, kind: 'channel_type', at, detail, affects: thoseInside };
}

function isSet(value: Json | undefined): boolean {
  return typeof value === 'string' && value !== '' && value !== 'disabled';
}

/** Another setting beside this one as it will be. */
function sibling({ change, names }: Transition, name: string): Json | undefined {
  const beside = (body: JsonObject | undefined) =>
    names.slice(0, -1).reduce<Json | undefined>((here, each) => asMap(here)[each], body);
  return asMap(beside(change.next))[name] ?? asMap(beside(change.live))[name];
}

/** Lists by name with what a hit leads to. */
function listsOf(value: Json | undefined): ReadonlyMap<string, Json> {
  const rows = Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
  return new Map(rows.map((row) => [String(row['blocklist']), row['behavior'] ?? '']));
}

function blockingLists(value: Json | undefined): readonly string[] {
  return [...listsOf(value)].filter(([, behavior]) => behavior === 'block').map(([name]) => name);
}

function weakerLists({ before, after }: Transition): readonly string[] {
  const now = listsOf(after);
  return [...listsOf(before)]
    .filter(([name, behavior]) => !now.has(name) || isDownOn(BEHAVIORS, { before: behavior, after: now.get(name) }))
    .map(([name]) => name);
}

/** A list of reasons that people may give when they flag something, of the app and of a type. */
export function flagReasons(kind: string): Rule {
  return {
    code: 'CB22',
    kind,
    at: ['/allowed_flag_reasons'],
    detail: (transition) => {
      if (itemsOf(transition.after).length === 0) return undefined;
      if (itemsOf(transition.before).length === 0)
        return 'Only the listed reasons are accepted; any reason was before.';
      const gone = lostItems(transition);
      return gone.length === 0 ? undefined : `These reasons to flag something are no longer accepted: ${listed(gone)}.`;
    },
  };
}
