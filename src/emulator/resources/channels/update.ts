/** Updates of a channel. The full one replaces all data when it carries any; the partial one changes what it names. */
import type { Json, JsonObject } from '../../../core/json.ts';
import { anything, bool, type Check, instant, int, list, map, record, type Shape, text } from '../../check.ts';
import { inputError, notAllowed } from '../../errors.ts';
import { bodyOf, type Call, flagOf, isGiven, numberOf, objectOf, textOf, textsOf } from '../../http/route.ts';
import { patchCustom, refuseBadPath, rootOf, setPath } from '../../query/path.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import { readTime, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { refuseBigCustom } from '../custom.ts';
import { ATTACHED, type Made, newMessage, putMessage } from '../messages/send.ts';
import { MESSAGE_INPUT } from '../messages/shape.ts';
import { messageView } from '../messages/view.ts';
import { changeView } from '../reads/state.ts';
import {
  actorId,
  callerId,
  checkedOverrides,
  livingChannel,
  MEMBER_LIST,
  MOST_MEMBERS,
  MOST_TAGS,
  noActor,
  OVERRIDES,
  refuseReservedData,
  SETTINGS,
  TAGS,
} from './input.ts';
import { applyMemberOperations, checkMemberOperations } from './operations.ts';
import { demandPatchRights, demandUpdateRights } from './rights.ts';
import { channelView, memberViews } from './view.ts';

const IDS: Check = list(text(), { max: MOST_MEMBERS });
const DATA: Shape = { ...SETTINGS, created_by: anything, invites: MEMBER_LIST, members: MEMBER_LIST };

const BODY: Shape = {
  data: record(DATA),
  add_members: MEMBER_LIST,
  assign_roles: MEMBER_LIST,
  invites: MEMBER_LIST,
  remove_members: IDS,
  add_moderators: IDS,
  demote_moderators: IDS,
  add_filter_tags: TAGS,
  remove_filter_tags: list(text()),
  accept_invite: bool,
  reject_invite: bool,
  cooldown: int({ min: 0, max: 120 }),
  hide_history: bool,
  hide_history_before: instant,
  message: record(MESSAGE_INPUT),
  skip_push: bool,
  user: anything,
  user_id: text(),
};

export function updateChannel(call: Call): ValueObject {
  const { world, at } = call;
  const row = livingChannel(call);
  const body = bodyOf(call, BODY);
  const data = objectOf(body, 'data');
  if (data !== undefined) refuseReservedData(data);
  demandUpdateRights(call, row, body);
  const operations = checkMemberOperations(call, row, body);
  const hidden = readTime(body['hide_history_before']);
  if (hidden !== undefined && hidden > at) throw inputError('hide_history_before must be in the past');
  const next = { ...row, ...overwritten(world, row, data), ...tagged(row, body) };
  const message = checkMessage(call, next, body);
  const cooldown = numberOf(body, 'cooldown') ?? row.cooldown;
  const hasEdit = data !== undefined || cooldown !== row.cooldown || next.filter_tags !== row.filter_tags;
  // Members come and go without an edit of the channel itself.
  const saved = world.store.channels.put(row.cid, { ...next, cooldown, updated_at: hasEdit ? at : row.updated_at });
  const before = membersNow(world, row.cid);
  const hasChanged = applyMemberOperations(world, row.cid, operations, at);
  hideHistory(call, row, body, before);
  const sent =
    message !== undefined && hasChanged !== 'nothing' ? putMessage(world, message.row, message.author) : undefined;
  return {
    channel: channelView(world, world.store.channels.get(row.cid) ?? saved, callerId(call)),
    members: memberViews(world, row.cid),
    message: sent === undefined ? undefined : messageView(world, sent),
  };
}

function membersNow(world: World, cid: string): ReadonlySet<string> {
  return new Set([...world.store.membersByChannel.of(cid).values()].map((member) => member.user_id));
}

/** Members who come with this call see no older message, if the call wants that. */
function hideHistory(call: Call, row: ChannelRow, body: JsonObject, before: ReadonlySet<string>): void {
  const { world, at } = call;
  const given = readTime(body['hide_history_before']);
  const until = given ?? (flagOf(body, 'hide_history') === true ? at : undefined);
  if (until === undefined) return;
  for (const id of membersNow(world, row.cid)) {
    if (!before.has(id)) changeView(world, row.cid, id, { hide_messages_before: until });
  }
}

/** What the data does not name is dropped, customer data above all. */
function overwritten(world: World, row: ChannelRow, data: JsonObject | undefined): Partial<ChannelRow> {
  if (data === undefined) return {};
  const custom = objectOf(data, 'custom') ?? {};
  refuseBigCustom('channel', custom);
  const doesReset = world.assume('flags_on_data_overwrite') === 'b';
  return {
    custom,
    frozen: flagOf(data, 'frozen') ?? (doesReset ? false : row.frozen),
    disabled: flagOf(data, 'disabled') ?? (doesReset ? false : row.disabled),
    team: textOf(data, 'team') ?? (doesReset ? '' : row.team),
    auto_translation_enabled: flagOf(data, 'auto_translation_enabled') ?? row.auto_translation_enabled,
    auto_translation_language: textOf(data, 'auto_translation_language') ?? row.auto_translation_language,
    config_overrides: isGiven(data, 'config_overrides')
      ? checkedOverrides(world, objectOf(data, 'config_overrides') ?? {})
      : row.config_overrides,
  };
}

function tagged(row: ChannelRow, body: JsonObject): Partial<ChannelRow> {
  const added = textsOf(body, 'add_filter_tags');
  const removed = textsOf(body, 'remove_filter_tags');
  if (added.length === 0 && removed.length === 0) return {};
  const tags = [...new Set([...row.filter_tags, ...added])].filter((tag) => !removed.includes(tag));
  if (tags.length > MOST_TAGS) throw inputError(`filter_tags must contain at maximum ${MOST_TAGS} items`);
  return { filter_tags: tags };
}

/** The message that goes with an update is a system message by whoever the call acts for. */
function checkMessage(call: Call, row: ChannelRow, body: JsonObject): (Made & { readonly kind: 'made' }) | undefined {
  const message = objectOf(body, 'message');
  if (message === undefined) return undefined;
  const author = actorId(call, message, 'message') ?? actorId(call, body, '');
  if (author === undefined) throw noActor('message');
  const made = newMessage(call, row, { type: 'system', ...message }, author, ATTACHED);
  if (made.kind === 'refused') throw inputError(made.text);
  return made;
}

const RESERVED = `cid config created_at created_by deleted_at hidden id invites last_message_at member_count members
  message_count mute_expires_at muted own_capabilities truncated_at truncated_by type updated_at`.split(/\s+/);

const OWN: Shape = {
  auto_translation_enabled: bool,
  auto_translation_language: text(),
  config_overrides: OVERRIDES,
  cooldown: int({ min: 0, max: 120 }),
  disabled: bool,
  filter_tags: TAGS,
  frozen: bool,
  team: text(),
};

export function updateChannelPartial(call: Call): ValueObject {
  const { world, at } = call;
  const row = livingChannel(call);
  const body = bodyOf(call, { set: map(), unset: list(text()), user_id: text(), user: anything });
  const set = objectOf(body, 'set') ?? {};
  const unset = textsOf(body, 'unset');
  if (Object.keys(set).length === 0 && unset.length === 0) throw inputError('set or unset is required');
  for (const path of [...Object.keys(set), ...unset]) {
    if (RESERVED.includes(rootOf(path))) throw notAllowed(`field \`${rootOf(path)}\` is reserved and cannot updated`);
    refuseBadPath(path);
  }
  demandPatchRights(call, row, [...Object.keys(set), ...unset].map(rootOf));
  const own = ownSettings(world, row, set, unset);
  const custom = patchCustom(row.custom, { set, unset }, (root) => Object.hasOwn(OWN, root) || root === 'custom');
  refuseBigCustom('channel', custom);
  const next = world.store.channels.put(row.cid, { ...row, ...own, custom, updated_at: at });
  const seen = world.isReplicaBehind ? row : next;
  return { channel: channelView(world, seen, callerId(call)), members: memberViews(world, row.cid) };
}

function ownSettings(world: World, row: ChannelRow, set: JsonObject, unset: readonly string[]): Partial<ChannelRow> {
  let given: JsonObject = {};
  for (const [path, value] of Object.entries(set)) {
    if (Object.hasOwn(OWN, rootOf(path))) given = setPath(given, path, value);
  }
  for (const key of unset) if (Object.hasOwn(OWN, key)) given = { ...given, [key]: null };
  const problems: string[] = [];
  record(OWN)(given, 'set', problems);
  if (problems.length > 0) throw inputError(problems.join(', '));
  const pick = <T>(key: string, otherwise: T, former: T, read: (value: Json) => T): T => {
    const value = given[key];
    if (value === undefined) return former;
    return value === null ? otherwise : read(value);
  };
  return {
    frozen: pick('frozen', false, row.frozen, (value) => value === true),
    disabled: pick('disabled', false, row.disabled, (value) => value === true),
    cooldown: pick('cooldown', 0, row.cooldown, Number),
    team: pick('team', '', row.team, String),
    filter_tags: pick('filter_tags', [], row.filter_tags, () => [...new Set(textsOf(given, 'filter_tags'))]),
    auto_translation_enabled: pick(
      'auto_translation_enabled',
      undefined,
      row.auto_translation_enabled,
      (value) => value === true,
    ),
    auto_translation_language: pick('auto_translation_language', undefined, row.auto_translation_language, String),
    config_overrides: pick('config_overrides', {}, row.config_overrides, () => overrides(world, row, given)),
  };
}

/** An empty object clears all overrides, whatever a non-empty one does to those that it does not name. */
function overrides(world: World, row: ChannelRow, given: JsonObject): JsonObject {
  const sent = checkedOverrides(world, objectOf(given, 'config_overrides') ?? {});
  const doesMerge = world.assume('config_overrides_patch') === 'b' && Object.keys(sent).length > 0;
  return doesMerge ? { ...row.config_overrides, ...sent } : sent;
}
