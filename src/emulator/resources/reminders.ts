/** Reminders: a user is told of a message again, or only keeps it for later. */
import { anything, instant, text } from '../check.ts';
import { inputError, notFound } from '../errors.ts';
import { bodyOf, type Call, isGiven, type Route } from '../http/route.ts';
import { demandRight } from '../permissions/demand.ts';
import { onlyFields } from '../query/filter.ts';
import { listRows, listShape } from '../query/list.ts';
import type { ReminderRow } from '../store/rows/messages.ts';
import { readTime, time, type ValueObject } from '../values.ts';
import type { World } from '../world.ts';
import { hasFeature } from './channels/config.ts';
import { callerId, existingActor, noActor } from './channels/input.ts';
import { channelView } from './channels/view.ts';
import { living } from './messages/existing.ts';
import { messageView } from './messages/view.ts';
import { userViewById } from './users/view.ts';

const MOST_PER_USER = 250;

const route = (method: Route['method'], path: string, op: string, handle: Route['handle']): Route => ({
  method,
  path,
  area: 'chat',
  op,
  clients: true,
  handle,
});

export const reminderRoutes: readonly Route[] = [
  route('POST', '/messages/:message_id/reminders', 'CreateReminder', create),
  route('PATCH', '/messages/:message_id/reminders', 'UpdateReminder', update),
  route('DELETE', '/messages/:message_id/reminders', 'DeleteReminder', remove),
  route('POST', '/reminders/query', 'QueryReminders', query),
];

const BODY = { remind_at: instant, user: anything, user_id: text() };
const keyOf = (messageId: string, userId: string) => `${messageId} ${userId}`;

function create(call: Call): ValueObject {
  const { world, at } = call;
  const { row, channel } = living(call, call.param('message_id'));
  const body = bodyOf(call, BODY);
  const userId = existingActor(call, body, '');
  demandRight(call, 'ReadChannel', { channel });
  if (!hasFeature(world, channel, 'user_message_reminders'))
    throw inputError(`reminders are not enabled in channel ${channel.cid}`);
  const key = keyOf(row.id, userId);
  if (world.store.reminders.has(key)) throw inputError(`reminder for message ${row.id} already exists`);
  if (world.store.remindersByUser.of(userId).size >= MOST_PER_USER)
    throw inputError(`cannot have more than ${MOST_PER_USER} reminders`);
  const reminder = world.store.reminders.put(key, {
    message_id: row.id,
    user_id: userId,
    cid: row.cid,
    remind_at: readTime(body['remind_at']),
    created_at: at,
    updated_at: at,
  });
  return reminderView(world, reminder);
}

/** Without an instant the reminder becomes a message kept for later. */
function update(call: Call): ValueObject {
  const { world, at } = call;
  const { row } = living(call, call.param('message_id'));
  const body = bodyOf(call, BODY);
  const former = found(call, row.id, existingActor(call, body, ''));
  const reminder = world.store.reminders.put(keyOf(row.id, former.user_id), {
    ...former,
    remind_at: isGiven(body, 'remind_at') ? readTime(body['remind_at']) : undefined,
    updated_at: at,
  });
  return { reminder: reminderView(world, reminder) };
}

function remove(call: Call): ValueObject {
  const { world, query: parameters } = call;
  const userId = callerId(call) ?? (parameters.get('user_id') || undefined);
  if (userId === undefined) throw noActor('');
  const former = found(call, call.param('message_id'), userId);
  world.store.reminders.remove(keyOf(former.message_id, former.user_id));
  return {};
}

function found(call: Call, messageId: string, userId: string): ReminderRow {
  const row = call.world.store.reminders.get(keyOf(messageId, userId));
  if (row === undefined) throw notFound(`reminder for message ${messageId} of user "${userId}" doesn't exist`);
  return row;
}

const RANGE = ['$eq', '$gt', '$gte', '$lt', '$lte'];
const FIELDS = onlyFields<ReminderRow>({
  channel_cid: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.cid },
  message_id: { type: 'string', operators: ['$eq', '$in'], read: (row) => row.message_id },
  remind_at: { type: 'date', operators: [...RANGE, '$exists'], read: (row) => row.remind_at },
  created_at: { type: 'date', operators: RANGE, read: (row) => row.created_at },
});

/** Those that are due first come first. */
function query(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, { ...listShape(1), user: anything, user_id: text() });
  const userId = existingActor(call, body, '');
  const rows = [...world.store.remindersByUser.of(userId).values()];
  const order = { field: 'remind_at', direction: 1 } as const;
  const page = listRows(rows, body, { fields: FIELDS, order, tie: (row) => row.message_id });
  return { reminders: page.rows.map((row) => reminderView(world, row)), next: page.next, prev: page.prev };
}

function reminderView(world: World, row: ReminderRow): ValueObject {
  const message = world.store.messages.get(row.message_id);
  const channel = world.store.channels.get(row.cid);
  return {
    channel_cid: row.cid,
    channel: channel === undefined ? undefined : channelView(world, channel),
    message_id: row.message_id,
    message: message === undefined ? undefined : messageView(world, message),
    user_id: row.user_id,
    user: userViewById(world, row.user_id),
    remind_at: time(row.remind_at),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}
