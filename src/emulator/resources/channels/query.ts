import type { JsonObject } from '../../../core/json.ts';
import { anything, bool, int, list, map, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, numberOf, payloadOf, textOf } from '../../http/route.ts';
import { compileFilter, type Field, fieldsOf, pinnedTo, RANGE } from '../../query/filter.ts';
import { sortKeys, sortOf, sortRows } from '../../query/sort.ts';
import type { ChannelRow, MemberRow } from '../../store/rows.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { livingMessages } from '../messages/list.ts';
import { actorId, memberInputs } from './input.ts';
import { memberOf } from './members.ts';
import { membersOf, memberView, stateView } from './view.ts';

const MOST_CHANNELS = 30;
const MOST_MEMBERS = 100;
const MOST_OFFSET = 1000;
const NOT = ['$ne', '$nin'];

function channelFields(world: World, userId: string | undefined) {
  const field = (
    type: Field<ChannelRow>['type'],
    read: Field<ChannelRow>['read'],
    operators: readonly string[] = RANGE,
  ): Field<ChannelRow> => ({ type, read, operators });
  /** What only a user's own view of a channel can answer. */
  const own = (read: (member: MemberRow | undefined) => boolean): Field<ChannelRow> => ({
    ...field('boolean', (row) => read(userId === undefined ? undefined : memberOf(world, row.cid, userId)), ['$eq']),
    refuse: () => (userId === undefined ? 'this filter needs a user' : undefined),
  });
  const memberIds = (row: ChannelRow) => [...world.store.membersByChannel.of(row.cid).values()].map((m) => m.user_id);
  return fieldsOf<ChannelRow>(
    {
      cid: field('string', (row) => row.cid, [...RANGE, ...NOT]),
      id: field('string', (row) => row.id, [...RANGE, ...NOT]),
      type: field('string', (row) => row.type),
      created_by_id: field('string', (row) => row.created_by_id),
      created_at: field('date', (row) => row.created_at),
      updated_at: field('date', (row) => row.updated_at),
      last_message_at: field('date', (row) => row.last_message_at),
      last_updated: field('date', (row) => row.last_message_at ?? row.created_at),
      member_count: field('number', (row) => world.store.membersByChannel.of(row.cid).size),
      message_count: field('number', (row) => livingMessages(world, row.cid).length),
      frozen: field('boolean', (row) => row.frozen),
      disabled: field('boolean', (row) => row.disabled, ['$eq']),
      distinct: field('boolean', (row) => row.distinct, ['$eq']),
      app_banned: field('boolean', () => false, ['$eq']),
      blocked: field('boolean', () => false, ['$eq']),
      members: field('strings', memberIds, ['$eq', '$in']),
      team: field('string', (row) => row.team || undefined, ['$eq', '$in']),
      filter_tags: field('strings', (row) => row.filter_tags, ['$eq', '$in']),
      channel_role: field(
        'string',
        (row) => (userId === undefined ? undefined : memberOf(world, row.cid, userId)?.channel_role),
        ['$eq', '$in'],
      ),
      'member.user.name': field(
        'strings',
        (row) => memberIds(row).flatMap((id) => world.store.users.get(id)?.name ?? []),
        ['$eq'],
      ),
      archived: own((member) => member?.archived_at !== undefined),
      pinned: own((member) => member?.pinned_at !== undefined),
      hidden: own((member) => member?.hidden === true),
      joined: own((member) => member?.status === 'member'),
      has_unread: own(() => false),
      invite: {
        ...field('string', (row) => (userId === undefined ? undefined : inviteOf(memberOf(world, row.cid, userId))), [
          '$eq',
        ]),
        refuse: (value) => refuseInvite(value, userId),
      },
    },
    { operators: [...RANGE, ...NOT, '$contains', '$autocomplete', '$q'], read: (row) => row.custom, isBare: true },
  );
}

function inviteOf(member: MemberRow | undefined): string | undefined {
  if (member === undefined || !member.invited) return undefined;
  return member.status === 'member' ? 'accepted' : member.status;
}

function refuseInvite(value: unknown, userId: string | undefined): string | undefined {
  if (userId === undefined) return 'the invite filter needs a user';
  return ['pending', 'accepted', 'rejected'].includes(String(value))
    ? undefined
    : 'invite must be one of [pending accepted rejected]';
}

export function queryChannels(call: Call): ValueObject {
  const { world, caller } = call;
  const body = bodyOf(call, {
    filter_conditions: map(),
    limit: int({ min: 0 }),
    offset: int({ min: 0, max: MOST_OFFSET }),
    member_limit: int({ min: 0, max: 100 }),
    message_limit: int({ min: 0, max: 300 }),
    member_custom_include: list(text(), { max: 8 }),
    sort: sortOf(5),
    state: bool,
    watch: bool,
    presence: bool,
    user_id: text(),
    user: anything,
    predefined_filter: text({ max: 255 }),
  });
  if (caller.kind === 'server' && (body['watch'] === true || body['presence'] === true)) {
    throw inputError('watch and presence are not supported when using server side auth');
  }
  const predefined = textOf(body, 'predefined_filter') ?? '';
  if (predefined !== '') throw notFound(`predefined filter "${predefined}" does not exist`);
  const userId = actorId(call, body, '');
  const fields = channelFields(world, userId);
  const test = compileFilter(body['filter_conditions'], fields);
  const keys = sortKeys(body['sort'], [{ field: 'last_updated', direction: -1 }]);
  const rows: ChannelRow[] = [];
  for (const row of candidates(world, body)) if (row.deleted_at === undefined && test(row)) rows.push(row);
  const offset = numberOf(body, 'offset') ?? 0;
  const page = sortRows(rows, keys, fields, (row) => row.cid).slice(offset, offset + limitOf(world, body));
  const state = body['state'] !== false;
  const limits = {
    state,
    members: numberOf(body, 'member_limit') ?? 100,
    messages: { limit: messageLimit(world, body) },
    userId,
  };
  return { channels: page.map((row) => stateView(world, row, limits)) };
}

function limitOf(world: World, body: JsonObject): number {
  const limit = numberOf(body, 'limit') || 10;
  if (limit > MOST_CHANNELS && world.assume('channel_limit_over_30') === 'b') {
    throw inputError(`limit must be ${MOST_CHANNELS} or less`);
  }
  return Math.min(limit, MOST_CHANNELS);
}

function messageLimit(world: World, body: JsonObject): number {
  const limit = numberOf(body, 'message_limit') ?? 25;
  return limit === 0 && world.assume('message_limit_zero') === 'b' ? 25 : limit;
}

/** Channels named by cid or type, or those of named members, are looked up and not searched for. */
function candidates(world: World, body: JsonObject): Iterable<ChannelRow> {
  const { store } = world;
  const filter = body['filter_conditions'];
  const cids = pinnedTo(filter, 'cid');
  if (cids !== undefined) return cids.flatMap((cid) => store.channels.get(cid) ?? []);
  const people = pinnedTo(filter, 'members');
  if (people !== undefined) {
    const theirs = people.flatMap((id) => [...store.membersByUser.of(id).values()].map((member) => member.cid));
    return [...new Set(theirs)].flatMap((cid) => store.channels.get(cid) ?? []);
  }
  const types = pinnedTo(filter, 'type');
  if (types !== undefined) return types.flatMap((type) => [...store.channelsByType.of(type).values()]);
  return store.channels.values();
}

function memberFields(world: World) {
  const user = (row: MemberRow) => world.store.users.get(row.user_id);
  const field = (
    type: Field<MemberRow>['type'],
    read: Field<MemberRow>['read'],
    operators: readonly string[] = RANGE,
  ): Field<MemberRow> => ({ type, read, operators });
  const words = ['$eq', '$in', '$autocomplete', '$q'];
  return fieldsOf<MemberRow>(
    {
      id: field('string', (row) => row.user_id),
      user_id: field('string', (row) => row.user_id),
      name: field('string', (row) => user(row)?.name, words),
      'user.email': field('string', (row) => user(row)?.custom['email'], words),
      channel_role: field('string', (row) => row.channel_role, ['$eq', '$in']),
      is_moderator: field('boolean', (row) => row.channel_role === 'channel_moderator', ['$eq']),
      banned: field('boolean', () => false, ['$eq']),
      notifications_muted: field('boolean', () => false, ['$eq']),
      joined: field('boolean', (row) => row.status === 'member', ['$eq']),
      invite: { ...field('string', inviteOf, ['$eq']), refuse: (value) => refuseInvite(value, '') },
      'user.nd_deactivated': field('boolean', (row) => user(row)?.deactivated_at === undefined, ['$eq']),
      last_active: field('date', (row) => user(row)?.last_active, ['$eq', '$gt', '$gte', '$lt', '$lte']),
      created_at: field('date', (row) => row.created_at),
      updated_at: field('date', (row) => row.updated_at),
    },
    { operators: [...RANGE, '$contains', '$autocomplete', '$q'], read: (row) => row.custom, isBare: false },
  );
}

export function queryMembers(call: Call): ValueObject {
  const { world } = call;
  const payload = payloadOf(
    call,
    {
      type: text({ max: 64 }),
      id: text(),
      members: list(anything),
      filter_conditions: map(),
      limit: int({ min: 0, max: 300 }),
      offset: int({ min: 0, max: MOST_OFFSET }),
      sort: sortOf(1),
      user_id: text(),
      user: anything,
    },
    ['type', 'filter_conditions'],
  );
  const channel = channelOf(world, payload);
  const fields = memberFields(world);
  const test = compileFilter(payload['filter_conditions'], fields);
  const keys = sortKeys(payload['sort'], [{ field: 'created_at', direction: 1 }]);
  if (keys.some((key) => !['created_at', 'user_id', 'name', 'channel_role'].includes(key.field))) {
    throw inputError(`cannot sort members by "${keys[0]?.field}"`);
  }
  const offset = numberOf(payload, 'offset') ?? 0;
  const limit = Math.min(numberOf(payload, 'limit') || MOST_MEMBERS, MOST_MEMBERS);
  const ids = pinnedTo(payload['filter_conditions'], 'user_id') ?? pinnedTo(payload['filter_conditions'], 'id');
  const rows =
    ids === undefined ? membersOf(world, channel.cid) : ids.flatMap((id) => memberOf(world, channel.cid, id) ?? []);
  const found = sortRows(rows.filter(test), keys, fields, (row) => row.user_id);
  return { members: found.slice(offset, offset + limit).map((row) => memberView(world, row)) };
}

function channelOf(world: World, payload: JsonObject): ChannelRow {
  const type = textOf(payload, 'type') ?? '';
  const id = textOf(payload, 'id') ?? '';
  const founders = memberInputs(payload, 'members')
    .map((member) => member.user_id)
    .sort();
  if (id === '' && founders.length === 0) throw inputError('either id or members must be provided');
  const row =
    id === ''
      ? [...world.store.channelsByType.of(type).values()].find(
          (channel) => channel.distinct && (channel.founders ?? []).join('\n') === founders.join('\n'),
        )
      : world.store.channels.get(`${type}:${id}`);
  if (row === undefined || row.deleted_at !== undefined) throw notFound(`Can't find channel with id ${type}:${id}`);
  return row;
}
