/** One call that returns a channel and makes it first where there is none. An existing channel takes no data from it. */
import type { JsonObject } from '../../../core/json.ts';
import { bool, instant, int, list, record, text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { bodyOf, type Call, flagOf, isGiven, numberOf, objectOf, textOf, textsOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { UserRow } from '../../store/rows/users.ts';
import { readTime, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { refuseBigCustom } from '../custom.ts';
import { cursorFrom, instantFrom } from '../messages/list.ts';
import { includedKeys } from '../messages/view.ts';
import { changeView } from '../reads/state.ts';
import { described, introduced, refuseGone } from '../users/write.ts';
import { distinctId } from './distinct.ts';
import {
  CHANNEL_DATA,
  callerId,
  checkedOverrides,
  knownType,
  type MemberInput,
  memberInputs,
  PAGE,
  refuseForeign,
  refuseReservedData,
} from './input.ts';
import { addMember, emptyInput, isLiving, refuseBadMember } from './members.ts';
import { refuseServerSettings } from './rights.ts';
import { stateView } from './view.ts';

const BODY = {
  data: record(CHANNEL_DATA),
  hide_for_creator: bool,
  state: bool,
  members: PAGE,
  messages: record({
    limit: int({ min: 0, max: 300 }),
    id_lt: text(),
    id_lte: text(),
    id_gt: text(),
    id_gte: text(),
    id_around: text(),
    ...Object.fromEntries(
      ['after', 'after_or_equal', 'around', 'before', 'before_or_equal'].map((name) => [`created_at_${name}`, instant]),
    ),
  }),
  watchers: PAGE,
  member_custom_include: list(text(), { max: 8 }),
  thread_unread_counts: bool,
};

export function getOrCreate(call: Call): ValueObject {
  const body = bodyOf(call, BODY);
  const type = call.param('type');
  const id = call.param('id');
  const existing = call.world.store.channels.get(`${type}:${id}`);
  if (id.includes('!') && existing === undefined) throw inputError('channel id contains the reserved character !');
  if (!/^[\w!-]+$/.test(id)) throw inputError('channel id contains invalid characters');
  if (id.length > 64) throw inputError('channel id must be a maximum of 64 characters in length');
  return answer(call, body, ensure(call, objectOf(body, 'data') ?? {}, type, id, undefined, hides(body)));
}

export function getOrCreateDistinct(call: Call): ValueObject {
  const body = bodyOf(call, BODY);
  const data = objectOf(body, 'data') ?? {};
  const founders = [...new Set(memberInputs(data, 'members').map((member) => member.user_id))].sort();
  if (founders.length < 2) throw inputError('When using member based IDs specify at least 2 members');
  return answer(call, body, ensure(call, data, call.param('type'), distinctId(founders), founders, hides(body)));
}

function hides(body: JsonObject): boolean {
  return flagOf(body, 'hide_for_creator') === true;
}

function answer(call: Call, body: JsonObject, row: ChannelRow): ValueObject {
  const { world, caller } = call;
  // A server-side call that does not ask for the state gets the channel without its members.
  const state = flagOf(body, 'state') ?? (caller.kind !== 'server' || world.assume('members_without_state') === 'b');
  const members = objectOf(body, 'members') ?? {};
  const messages = objectOf(body, 'messages') ?? {};
  return stateView(world, row, {
    state,
    members: numberOf(members, 'limit') ?? 100,
    memberOffset: numberOf(members, 'offset') ?? 0,
    messages: {
      limit: numberOf(messages, 'limit') ?? 25,
      cursor:
        cursorFrom((name) => textOf(messages, name)) ?? instantFrom('created_at', (name) => readTime(messages[name])),
    },
    userId: callerId(call),
    memberCustom: includedKeys(body['member_custom_include']),
  });
}

function ensure(
  call: Call,
  data: JsonObject,
  type: string,
  id: string,
  founders: readonly string[] | undefined,
  isHidden: boolean,
): ChannelRow {
  const { world, at } = call;
  const existing = world.store.channels.get(`${type}:${id}`);
  knownType(world, type);
  refuseReservedData(data);
  const creator = creatorOf(call, data);
  if (existing === undefined) return create(call, data, type, id, founders, creator, isHidden);
  refuseForeign(call, existing);
  const isDeleted = existing.deleted_at !== undefined;
  demandRight(call, isDeleted ? 'RecreateChannel' : 'ReadChannel', { channel: existing, isJoining: joins(call, data) });
  const row = isDeleted ? revive(world, existing, at) : existing;
  const question = isDeleted ? 'data_on_revived_channel' : 'data_on_existing_channel';
  if (founders !== undefined) restoreCreator(world, row, creator, at);
  if (world.assume(question) === 'a') return row;
  const members = checkMembers(world, data, []);
  const next = world.store.channels.put(row.cid, { ...row, ...settingsOf(world, data, row), updated_at: at });
  for (const [member, isInvited] of members) addMember(world, row.cid, member, at, isInvited);
  return next;
}

/** Whoever made a distinct channel and left it comes back to it by asking for it. */
function restoreCreator(world: World, row: ChannelRow, creator: UserRow | string | undefined, at: number): void {
  const id = typeof creator === 'string' ? creator : creator?.id;
  if (id === row.created_by_id && row.founders?.includes(id) === true) addMember(world, row.cid, emptyInput(id), at);
}

function create(
  call: Call,
  data: JsonObject,
  type: string,
  id: string,
  founders: readonly string[] | undefined,
  creator: UserRow | string | undefined,
  isHidden: boolean,
): ChannelRow {
  const { world, at } = call;
  if (creator === undefined) {
    throw inputError('either data.created_by or data.created_by_id must be provided when using server side auth.');
  }
  const members = checkMembers(world, data, typeof creator === 'string' ? [creator] : []);
  const owner =
    typeof creator === 'string' ? (world.store.users.get(creator) ?? introduced(world, creator, at)) : creator;
  const cid = `${type}:${id}`;
  const blank: ChannelRow = {
    cid,
    type,
    id,
    created_by_id: owner.id,
    distinct: founders !== undefined,
    founders,
    team: '',
    frozen: false,
    disabled: false,
    cooldown: 0,
    custom: {},
    filter_tags: [],
    config_overrides: {},
    created_at: at,
    updated_at: at,
  };
  if (call.caller.kind !== 'server')
    refuseServerSettings(Object.keys(data).filter((key) => !key.startsWith('created_by')));
  const row = { ...blank, ...settingsOf(world, data, blank) };
  demandRight(call, 'CreateChannel', { channel: row, isJoining: joins(call, data) });
  // Nothing is refused from here on.
  if (world.store.users.get(owner.id) !== owner) world.store.users.put(owner.id, owner);
  for (const [member, isInvited] of members) addMember(world, cid, member, at, isInvited);
  if (isHidden) changeView(world, cid, owner.id, { hidden: true });
  return world.store.channels.put(cid, row);
}

/** A client that makes a channel of which it will be a member counts as one already. */
function joins(call: Call, data: JsonObject): boolean {
  const me = callerId(call);
  return me !== undefined && memberInputs(data, 'members').some((member) => member.user_id === me);
}

/** The creator as an id, or as a user to be written first when the call carries one. */
function creatorOf(call: Call, data: JsonObject): UserRow | string | undefined {
  const { world, at, caller } = call;
  if (caller.kind === 'user') return caller.id;
  const user = objectOf(data, 'created_by');
  const id = textOf(data, 'created_by_id') || undefined;
  if (user !== undefined && id !== undefined)
    throw inputError('cannot set both data.created_by and data.created_by_id.');
  return user === undefined ? id : described(world, user, at);
}

/** Everyone whom the creation names must exist. */
function checkMembers(
  world: World,
  data: JsonObject,
  creators: readonly string[],
): readonly (readonly [member: MemberInput, isInvited: boolean])[] {
  const members = memberInputs(data, 'members');
  const invites = memberInputs(data, 'invites');
  const doesCreate = world.assume('created_by_id_unknown') === 'b';
  const mustExist = [...(doesCreate ? [] : creators), ...[...members, ...invites].map((member) => member.user_id)];
  const missing = [...new Set(mustExist)].filter((id) => !isLiving(world, id));
  if (missing.length > 0) {
    throw inputError(
      `The following users are involved in channel create operation, but don't exist: [${missing.join(' ')}]. Please create the user objects before setting up the channel.`,
    );
  }
  for (const id of creators) refuseGone(world.store.users.get(id), id);
  for (const member of [...members, ...invites]) refuseBadMember(world, member);
  // Who is on both lists is invited (stream-py test_invites_accept_reject).
  const invited = new Set(invites.map((member) => member.user_id));
  const others = members.filter((member) => !invited.has(member.user_id));
  return [...others.map((member) => [member, false] as const), ...invites.map((member) => [member, true] as const)];
}

function settingsOf(world: World, data: JsonObject, former: ChannelRow) {
  const custom = objectOf(data, 'custom') ?? former.custom;
  refuseBigCustom('channel', custom);
  return {
    team: textOf(data, 'team') ?? former.team,
    frozen: flagOf(data, 'frozen') ?? former.frozen,
    disabled: flagOf(data, 'disabled') ?? former.disabled,
    custom,
    filter_tags: isGiven(data, 'filter_tags') ? [...new Set(textsOf(data, 'filter_tags'))] : former.filter_tags,
    config_overrides: isGiven(data, 'config_overrides')
      ? checkedOverrides(world, objectOf(data, 'config_overrides') ?? {})
      : former.config_overrides,
    auto_translation_enabled: flagOf(data, 'auto_translation_enabled') ?? former.auto_translation_enabled,
    auto_translation_language: textOf(data, 'auto_translation_language') ?? former.auto_translation_language,
  };
}

/** Reading a soft-deleted channel through this call brings it back, without its messages. */
function revive(world: World, row: ChannelRow, at: number): ChannelRow {
  const isEmpty = world.assume('revived_channel') === 'b';
  if (isEmpty) {
    for (const key of [...world.store.membersByChannel.of(row.cid).keys()]) world.store.members.remove(key);
  }
  const emptied = { custom: {}, config_overrides: {}, filter_tags: [], frozen: false, disabled: false, cooldown: 0 };
  const next: ChannelRow = {
    ...row,
    ...(isEmpty ? emptied : {}),
    created_at: at,
    updated_at: at,
    deleted_at: undefined,
    truncated_at: undefined,
    last_message_at: undefined,
  };
  return world.store.channels.put(row.cid, next);
}
