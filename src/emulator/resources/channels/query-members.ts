/** Finding the members of one channel. */
import type { JsonObject } from '../../../core/json.ts';
import { anything, int, list, map, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { type Call, numberOf, payloadOf, textOf } from '../../http/route.ts';
import { banFrom } from '../../permissions/bans.ts';
import { demandRight } from '../../permissions/demand.ts';
import { compileFilter, type Field, fieldsOf, pinnedTo, RANGE } from '../../query/filter.ts';
import { sortKeys, sortOf, sortRows } from '../../query/sort.ts';
import type { ChannelRow, MemberRow } from '../../store/rows/channels.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { muteOf } from '../reads/state.ts';
import { inviteOf, refuseInvite } from './fields.ts';
import { memberInputs, refuseForeign } from './input.ts';
import { memberOf } from './members.ts';
import { membersOf, memberView } from './view.ts';

const MOST_MEMBERS = 100;
const MOST_OFFSET = 1000;

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
      banned: field('boolean', (row) => banFrom(world, row.user_id, row.cid)?.shadow === false, ['$eq']),
      notifications_muted: field('boolean', (row) => muteOf(world, row.cid, row.user_id) !== undefined, ['$eq']),
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
  refuseForeign(call, channel);
  demandRight(call, 'ReadChannelMembers', { channel });
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
