/** The fields by which channels are found. */
import { type Field, fieldsOf, RANGE } from '../../query/filter.ts';
import type { ChannelRow, MemberRow } from '../../store/rows/channels.ts';
import type { World } from '../../world.ts';
import { livingMessages } from '../messages/list.ts';
import { muteOf, unreadIn, viewOf } from '../reads/state.ts';
import { isBlocked } from './blocked.ts';
import { memberOf } from './members.ts';

const NOT = ['$ne', '$nin'];

export function channelFields(world: World, userId: string | undefined) {
  const field = (
    type: Field<ChannelRow>['type'],
    read: Field<ChannelRow>['read'],
    operators: readonly string[] = RANGE,
  ): Field<ChannelRow> => ({ type, read, operators });
  const needsUser = () => (userId === undefined ? 'this filter needs a user' : undefined);
  /** What only a user's own view of a channel can answer. */
  const own = (read: (member: MemberRow | undefined) => boolean): Field<ChannelRow> => ({
    ...field('boolean', (row) => read(userId === undefined ? undefined : memberOf(world, row.cid, userId)), ['$eq']),
    refuse: needsUser,
  });
  const isHidden = (row: ChannelRow) => userId !== undefined && viewOf(world, row.cid, userId)?.hidden === true;
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
      last_updated: field('date', (row) => Math.max(row.last_message_at ?? row.created_at, row.created_at)),
      member_count: field('number', (row) => world.store.membersByChannel.of(row.cid).size),
      message_count: field('number', (row) => livingMessages(world, row.cid).length),
      frozen: field('boolean', (row) => row.frozen),
      disabled: field('boolean', (row) => row.disabled, ['$eq']),
      distinct: field('boolean', (row) => row.distinct, ['$eq']),
      app_banned: field('boolean', () => false, ['$eq']),
      blocked: {
        ...field('boolean', (row) => userId !== undefined && isBlocked(world, row, userId), ['$eq']),
        refuse: needsUser,
      },
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
        ['$eq', '$autocomplete'],
      ),
      archived: own((member) => member?.archived_at !== undefined),
      pinned: own((member) => member?.pinned_at !== undefined),
      hidden: { ...field('boolean', isHidden, ['$eq']), refuse: needsUser },
      muted: {
        ...field('boolean', (row) => muteOf(world, row.cid, userId ?? '') !== undefined, ['$eq']),
        refuse: needsUser,
      },
      joined: own((member) => member?.status === 'member'),
      has_unread: own((member) => member !== undefined && unreadIn(world, member) > 0),
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

export function inviteOf(member: MemberRow | undefined): string | undefined {
  if (member === undefined || !member.invited) return undefined;
  return member.status === 'member' ? 'accepted' : member.status;
}

export function refuseInvite(value: unknown, userId: string | undefined): string | undefined {
  if (userId === undefined) return 'the invite filter needs a user';
  return ['pending', 'accepted', 'rejected'].includes(String(value))
    ? undefined
    : 'invite must be one of [pending accepted rejected]';
}
