/** Taking the messages out of a channel: for all or for some members, for good or so that they are only out of sight. */
import { anything, bool, instant, list, record, text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { bodyOf, type Call, flagOf, objectOf, textsOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { ChannelRow } from '../../store/rows/channels.ts';
import { readTime, type ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { livingMessages } from '../messages/list.ts';
import { dropMessage } from '../messages/remove.ts';
import { ATTACHED, newMessage, putMessage } from '../messages/send.ts';
import { MESSAGE_INPUT } from '../messages/shape.ts';
import { messageView } from '../messages/view.ts';
import { changeView } from '../reads/state.ts';
import { actorId, livingChannel, MOST_MEMBERS, noActor } from './input.ts';
import { channelView } from './view.ts';

/** The beginning of the year 1, the API's "never": a truncated channel without messages shows it. */
export const NEVER = -62_135_596_800_000_000;

export function truncateChannel(call: Call): ValueObject {
  const { world, at } = call;
  const row = livingChannel(call);
  const body = bodyOf(call, {
    hard_delete: bool,
    member_ids: list(text(), { max: MOST_MEMBERS }),
    message: record(MESSAGE_INPUT),
    skip_push: bool,
    truncated_at: instant,
    user: anything,
    user_id: text(),
  });
  demandRight(call, 'TruncateChannel', { channel: row });
  const until = readTime(body['truncated_at']) ?? at;
  if (until > at) throw inputError('truncated_at must be in the past');
  const by = actorId(call, body, '');
  const given = objectOf(body, 'message');
  const author = given === undefined ? undefined : (actorId(call, given, 'message') ?? by);
  if (given !== undefined && author === undefined) throw noActor('message');
  const made =
    given === undefined ? undefined : newMessage(call, row, { ...given, type: 'system' }, author ?? '', ATTACHED);
  if (made?.kind === 'refused') throw inputError(made.text);
  const members = textsOf(body, 'member_ids');
  if (members.length > 0) for (const id of members) changeView(world, row.cid, id, { hide_messages_before: until });
  else truncateRow(world, row, until, by, flagOf(body, 'hard_delete') === true);
  // The message comes after what it tells of, or it would be cut off too.
  const now = world.stamp();
  const sent =
    made === undefined ? undefined : putMessage(world, { ...made.row, created_at: now, updated_at: now }, made.author);
  const next = world.store.channels.get(row.cid) ?? row;
  return {
    channel: channelView(world, next),
    message: sent === undefined ? undefined : messageView(world, sent),
  };
}

function truncateRow(world: World, row: ChannelRow, until: number, by: string | undefined, isHard: boolean): void {
  const { store } = world;
  if (isHard) {
    for (const message of [...store.messagesByChannel.of(row.cid).values()]) {
      if (message.created_at <= until) dropMessage(world, message.id);
    }
  }
  store.channels.put(row.cid, { ...row, truncated_at: until, truncated_by_id: by });
  const last = livingMessages(world, row.cid).at(-1)?.created_at ?? NEVER;
  store.channels.put(row.cid, { ...row, truncated_at: until, truncated_by_id: by, last_message_at: last });
}
