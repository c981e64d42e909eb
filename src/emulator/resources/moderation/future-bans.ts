/** Bans from every channel that somebody makes later. */
import { bool, int, text } from '../../check.ts';
import { notAllowed } from '../../errors.ts';
import { type Call, numberOf, payloadOf, type Route, textOf } from '../../http/route.ts';
import { isOver } from '../../permissions/bans.ts';
import { time, type ValueObject } from '../../values.ts';
import { ACTOR } from '../users/actor.ts';
import { userViewById } from '../users/view.ts';

const USUAL_LIMIT = 100;

export const futureBanRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/query_future_channel_bans',
    area: 'chat',
    op: 'QueryFutureChannelBans',
    clients: true,
    handle: query,
  },
];

/** Clients see those that they made themselves. */
function query(call: Call): ValueObject {
  const { world, caller } = call;
  const payload = payloadOf(call, {
    ...ACTOR,
    exclude_expired_bans: bool,
    include_total: bool,
    limit: int({ min: 0, max: 300 }),
    offset: int({ min: 0, max: 10_000 }),
    target_user_id: text(),
  });
  if (caller.kind === 'anonymous') throw notAllowed('anonymous users are not allowed to do this');
  const by = caller.kind === 'user' ? caller.id : (textOf(payload, 'user_id') ?? '');
  const target = textOf(payload, 'target_user_id') ?? '';
  const found = [...world.store.futureBans.values()]
    .filter((row) => (by === '' || row.banned_by_id === by) && (target === '' || row.user_id === target))
    .filter((row) => payload['exclude_expired_bans'] !== true || !isOver(world, row))
    .sort((a, b) => b.created_at - a.created_at);
  const offset = numberOf(payload, 'offset') ?? 0;
  return {
    bans: found.slice(offset, offset + (numberOf(payload, 'limit') || USUAL_LIMIT)).map((row) => ({
      user: userViewById(world, row.user_id),
      banned_by: userViewById(world, row.banned_by_id),
      reason: row.reason === '' ? undefined : row.reason,
      shadow: row.shadow,
      created_at: time(row.created_at),
      expires: time(row.expires),
    })),
    total: payload['include_total'] === true ? found.length : undefined,
  };
}
