/** Block lists: what a message that has something of one comes to. The channel's settings name them, and so do moderation
 * configurations by the keys `chat:<type>:<id>`, `chat:<type>` and `chat`. */
import { isArray, isObject } from '../../../core/json.ts';
import { type Call, textOf } from '../../http/route.ts';
import { hasRight } from '../../permissions/demand.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { BlocklistRow } from '../../store/rows/settings.ts';
import { lagged, type World } from '../../world.ts';
import { blocklistKey } from '../blocklists.ts';
import { typeOf } from '../channels/config.ts';
import { linksIn } from './shape.ts';

export type Behavior = 'flag' | 'block' | 'shadow_block';
export interface Finding {
  readonly behavior: Behavior;
  readonly list: string;
  /** What stands in place of a message that is kept back. */
  readonly text: string;
}

const BLOCKED_TEXT = 'Automod blocked your message';
/** As stream-chat-java has it of configurations (MessageTest, forced moderation). */
const BLOCKED_BY_POLICY = 'Message was blocked by moderation policies';

/** The gravest thing that the lists of the channel say about a text. Configurations concern what servers send only when
 * they ask for it (getstream.io/moderation/docs, integration of Stream Chat). */
export function moderate(
  call: Call,
  channel: ChannelRow,
  content: { readonly text: string; readonly authorId: string },
  isForced: boolean,
): Finding | undefined {
  const { world } = call;
  const { text, authorId } = content;
  const isServer = call.caller.kind === 'server';
  if (text === '' || world.store.users.get(authorId)?.bypass_moderation === true) return undefined;
  if (!isServer && hasRight(call, 'SkipMessageModeration', { channel })) return undefined;
  const own = isServer && !isForced && world.assume('block_lists_for_servers') === 'b' ? [] : listsOf(world, channel);
  const configured = isServer && !isForced ? [] : configuredFor(world, channel);
  const found = [...own, ...configured].filter(({ row }) => matcherOf(row)(text));
  const rank: readonly Behavior[] = ['flag', 'shadow_block', 'block'];
  const [worst] = found.toSorted((a, b) => rank.indexOf(b.behavior) - rank.indexOf(a.behavior));
  return worst === undefined ? undefined : { behavior: worst.behavior, list: worst.row.name, text: worst.text };
}

interface Listed {
  readonly row: BlocklistRow;
  readonly behavior: Behavior;
  readonly text: string;
}

/** The most particular configuration that there is. */
function configuredFor(world: World, channel: ChannelRow): readonly Listed[] {
  const rows = lagged(world, world.store.moderationConfigs);
  const keys = [`chat:${channel.cid}`, `chat:${channel.type}`, 'chat'];
  const config = keys.map((key) => rows.get(` ${key}`)).find((row) => row !== undefined);
  const lists = config?.sections['block_list_config'];
  if (!isObject(lists) || lists['enabled'] === false) return [];
  const rules = lists['rules'];
  return (isArray(rules) ? rules.filter(isObject) : []).flatMap((rule) => {
    const row = lagged(world, world.store.blocklists).get(blocklistKey(textOf(rule, 'name') ?? '', ''));
    const action = textOf(rule, 'action');
    const behavior = action === 'remove' ? 'block' : action === 'shadow' ? 'shadow_block' : 'flag';
    return row === undefined ? [] : [{ row, behavior, text: BLOCKED_BY_POLICY }];
  });
}

function listsOf(world: World, channel: ChannelRow): readonly Listed[] {
  const settings = { ...typeOf(world, channel)?.settings, ...channel.config_overrides };
  const named: [name: string | undefined, behavior: unknown][] = [
    [textOf(settings, 'blocklist'), settings['blocklist_behavior']],
  ];
  const several = settings['blocklists'];
  for (const item of isArray(several) ? several.filter(isObject) : [])
    named.push([textOf(item, 'blocklist'), item['behavior']]);
  const blocklists = lagged(world, world.store.blocklists);
  return named.flatMap(([name, behavior]) => {
    if (name === undefined || name === '') return [];
    const row = blocklists.get(blocklistKey(name, channel.team)) ?? blocklists.get(blocklistKey(name, ''));
    if (row === undefined) return [];
    const known = behavior === 'block' || behavior === 'shadow_block' ? behavior : ('flag' as const);
    return [{ row, behavior: known, text: BLOCKED_TEXT }];
  });
}

type Matcher = (text: string) => boolean;
/** Whether a block list has something to say about a text. */
export function isListed(row: BlocklistRow, text: string): boolean {
  return matcherOf(row)(text);
}

const MATCHERS = new WeakMap<BlocklistRow, Matcher>();

function matcherOf(row: BlocklistRow): Matcher {
  let matcher = MATCHERS.get(row);
  if (matcher === undefined) {
    matcher = createMatcher(row);
    MATCHERS.set(row, matcher);
  }
  return matcher;
}

function createMatcher(row: BlocklistRow): Matcher {
  const entries = row.words.map((word) => word.toLowerCase());
  const isOfHost = (host: string) => entries.some((entry) => host === entry || host.endsWith(`.${entry}`));
  switch (row.type) {
    case 'regex':
      return anyOf(row.words);
    case 'domain':
      return (text) => hostsIn(text).some(isOfHost);
    case 'domain_allowlist':
      return (text) => hostsIn(text).some((host) => !isOfHost(host));
    case 'email':
      return (text) => addressesIn(text).some((address) => entries.includes(address));
    case 'email_allowlist':
      return (text) => addressesIn(text).some((address) => !entries.includes(address));
    default:
      return wordMatcher(row);
  }
}

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

function wordMatcher({ words, flags }: BlocklistRow): Matcher {
  const isPart = flags['is_substring_matching_enabled'] === true;
  const ending = flags['is_plural_check_enabled'] === true ? '(?:s|es)?' : '';
  const matches = anyOf(
    words.map((word) => {
      const literal = `${word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')}${ending}`;
      return isPart ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
    }),
  );
  return (text) => {
    const forms = [text];
    if (flags['is_confusable_folding_enabled'] === true)
      forms.push(text.normalize('NFKD').replace(/\p{Diacritic}/gu, ''));
    if (flags['is_leet_check_enabled'] === true)
      forms.push(text.toLowerCase().replace(/[0134579@$]/g, (sign) => LEET[sign] ?? sign));
    return forms.some(matches);
  };
}

/** An expression that cannot be read matches nothing. */
function anyOf(sources: readonly string[]): Matcher {
  const expressions = sources.flatMap((source) => {
    try {
      return [new RegExp(source, 'iu')];
    } catch {
      return [];
    }
  });
  return (text) => expressions.some((expression) => expression.test(text));
}

function hostsIn(text: string): readonly string[] {
  return linksIn(text).flatMap((link) => {
    const url = URL.parse(link.startsWith('www.') ? `https://${link}` : link);
    return url === null ? [] : [url.hostname.toLowerCase()];
  });
}

function addressesIn(text: string): readonly string[] {
  return (text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu) ?? []).map((address) => address.toLowerCase());
}
