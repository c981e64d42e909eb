/** What users want to be pushed, everywhere and in single channels. Nothing is pushed here. */
import type { JsonObject } from '../../../core/json.ts';
import { bool, type Check, instant, list, record, text } from '../../check.ts';
import { inputError, notAllowed, notFound } from '../../errors.ts';
import { bodyOf, type Call, flagOf, objectOf, objectsOf, type Route, textOf } from '../../http/route.ts';
import type { PushPreferenceRow } from '../../store/rows/administration.ts';
import { memberKey } from '../../store/store.ts';
import { readTime, time, type Value, type ValueObject } from '../../values.ts';
import { activeUser } from '../users/actor.ts';

const MOST = 100;
const ALL_OR_NONE = ['all', 'none'];
const LEVELS = ['all', 'mentions', 'direct_mentions', 'all_mentions', 'none', 'default'];
const MENTIONS = `channel_mentions default_preference direct_mentions group_mentions here_mentions role_mentions
  thread_replies`.split(/\s+/);

const PREFERENCE: Check = record({
  user_id: text(),
  channel_cid: text(),
  chat_level: text({ oneOf: LEVELS }),
  call_level: text({ oneOf: [...ALL_OR_NONE, 'default'] }),
  feeds_level: text({ oneOf: [...ALL_OR_NONE, 'default'] }),
  disabled_until: instant,
  remove_disable: bool,
  chat_preferences: record(Object.fromEntries(MENTIONS.map((name) => [name, text({ oneOf: ALL_OR_NONE })]))),
});

export const preferenceRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/push_preferences',
    area: 'common',
    op: 'UpdatePushNotificationPreferences',
    clients: true,
    handle: update,
  },
];

/** All of them or none. */
function update(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, { preferences: list(PREFERENCE, { min: 1, max: MOST }) }, ['preferences']);
  const rows = objectsOf(body, 'preferences').map((item) => changed(call, item));
  for (const row of rows) world.store.pushPreferences.put(memberKey(row.cid, row.user_id), row);
  const everywhere = rows.filter((row) => row.cid === '');
  const users = [...new Set(rows.filter((row) => row.cid !== '').map((row) => row.user_id))];
  return {
    user_preferences: Object.fromEntries(everywhere.map((row) => [row.user_id, view(row)])),
    user_channel_preferences: Object.fromEntries(
      users.map((id) => [
        id,
        Object.fromEntries(
          rows.filter((row) => row.user_id === id && row.cid !== '').map((row) => [row.cid, view(row)]),
        ),
      ]),
    ),
  };
}

function changed(call: Call, item: JsonObject): PushPreferenceRow {
  const { world, caller } = call;
  const given = textOf(item, 'user_id') ?? '';
  if (caller.kind === 'user' && given !== '' && given !== caller.id)
    throw notAllowed('preferences of another user cannot be changed');
  const id = caller.kind === 'user' ? caller.id : given;
  if (id === '') throw inputError('user_id is a required field');
  activeUser(world, id);
  const cid = textOf(item, 'channel_cid') ?? '';
  if (cid !== '' && !world.store.channels.has(cid)) throw notFound(`Can't find channel with id ${cid}`);
  const former = world.store.pushPreferences.get(memberKey(cid, id));
  const levels = { ...former?.levels };
  for (const name of ['chat_level', 'call_level', 'feeds_level']) {
    const level = textOf(item, name) ?? '';
    if (level === 'default') delete levels[name];
    else if (level !== '') levels[name] = level;
  }
  const until = readTime(item['disabled_until']) ?? former?.disabled_until;
  return {
    cid,
    user_id: id,
    levels,
    chat_preferences: objectOf(item, 'chat_preferences') ?? former?.chat_preferences,
    disabled_until: flagOf(item, 'remove_disable') === true ? undefined : until,
  };
}

function view(row: PushPreferenceRow): ValueObject {
  return {
    ...row.levels,
    chat_preferences: row.chat_preferences as Value | undefined,
    disabled_until: time(row.disabled_until),
  };
}
