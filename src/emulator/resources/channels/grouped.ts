/** Several lists of one user's channels in one call. */
import type { JsonObject } from '../../../core/json.ts';
import { anything, int, map, record, text } from '../../check.ts';
import { bodyOf, type Call, numberOf, objectOf } from '../../http/route.ts';
import { pageByCursor } from '../../query/paging.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import type { ValueObject } from '../../values.ts';
import { unreadIn, viewOf } from '../reads/state.ts';
import { existingActor } from './input.ts';
import { memberOf } from './members.ts';
import { stateView } from './view.ts';

const MOST = 10;

export function groupedQuery(call: Call): ValueObject {
  const { world } = call;
  const group = record({ limit: int({ min: 0, max: MOST }), next: text(), prev: text() });
  const body = bodyOf(call, {
    groups: map(group),
    limit: int({ min: 0, max: MOST }),
    user: anything,
    user_id: text(),
  });
  const userId = existingActor(call, body, '');
  const own = channelsOf(call, userId);
  const otherwise = numberOf(body, 'limit') || MOST;
  const limits = { state: true, members: 100, messages: { limit: 25 }, userId };
  const bucket = (name: string, asked: JsonObject): ValueObject => {
    const isIn = (row: ChannelRow) => world.assume('channel_groups') === 'a' && row.filter_tags.includes(name);
    const rows = own.filter(isIn);
    const page = pageByCursor(rows, asked, otherwise);
    return {
      channels: page.rows.map((row) => stateView(world, row, limits)),
      next: page.next,
      prev: page.prev,
      unread_channels: rows.filter((row) => isUnread(call, row, userId)).length,
    };
  };
  const groups = objectOf(body, 'groups') ?? {};
  return {
    groups: Object.fromEntries(Object.keys(groups).map((name) => [name, bucket(name, objectOf(groups, name) ?? {})])),
  };
}

/** The user's channels, that with the last message first. */
function channelsOf({ world }: Call, userId: string): readonly ChannelRow[] {
  const updated = (row: ChannelRow) => Math.max(row.last_message_at ?? row.created_at, row.created_at);
  return [...world.store.membersByUser.of(userId).values()]
    .flatMap((member) => world.store.channels.get(member.cid) ?? [])
    .filter((row) => row.deleted_at === undefined && viewOf(world, row.cid, userId)?.hidden !== true)
    .sort((a, b) => updated(b) - updated(a) || (a.cid < b.cid ? -1 : 1));
}

function isUnread({ world }: Call, row: ChannelRow, userId: string): boolean {
  const member = memberOf(world, row.cid, userId);
  return member !== undefined && unreadIn(world, member) > 0;
}
