/** Muting users. A mute belongs to the user who mutes. */
import { int, list, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, numberOf, textOf, textsOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { UserMuteRow } from '../../store/rows/users.ts';
import { memberKey } from '../../store/store.ts';
import type { ValueObject } from '../../values.ts';
import { ACTOR, actingUser } from '../users/actor.ts';
import { ownUserView } from '../users/full-view.ts';
import { muteView } from './state.ts';

const MINUTE_US = 60_000_000;
const MOST_TARGETS = 100;
const TARGETS = { target_ids: list(text(), { max: MOST_TARGETS }), target_id: text() };

/** Users who do not exist are named in the answer, and the others are muted. */
export function mute(call: Call): ValueObject {
  const { rows, missing, view } = muteAll(call);
  return {
    mutes: rows.map((row) => muteView(call.world, row)),
    own_user: view,
    non_existing_users: missing.length === 0 ? undefined : missing,
  };
}

/** The older generation answers with one mute alone or with several in a list. */
export function olderMute(call: Call): ValueObject {
  const { rows, missing, view } = muteAll(call);
  if (missing.length > 0) throw notFound(`the user ${missing[0]} does not exist`);
  const mutes = rows.map((row) => muteView(call.world, row));
  return { ...(mutes.length === 1 ? { mute: mutes[0] } : { mutes }), own_user: view };
}

function muteAll(call: Call) {
  const { world, at } = call;
  const body = bodyOf(call, { ...TARGETS, ...ACTOR, timeout: int({ min: 0 }) });
  const targets = targetsOf(call, textsOf(body, 'target_ids'), textOf(body, 'target_id'));
  const user = actingUser(call, body);
  demandRight(call, 'MuteUser');
  const timeout = numberOf(body, 'timeout') ?? 0;
  const rows = targets.known.map((id): UserMuteRow => {
    const key = memberKey(user.id, id);
    return world.store.userMutes.put(key, {
      user_id: user.id,
      target_id: id,
      created_at: world.store.userMutes.get(key)?.created_at ?? at,
      updated_at: at,
      expires: timeout === 0 ? undefined : at + timeout * MINUTE_US,
    });
  });
  return { rows, missing: targets.missing, view: ownUserView(world, user) };
}

export function unmute(call: Call): ValueObject {
  const { world } = call;
  const body = bodyOf(call, { ...TARGETS, ...ACTOR });
  const targets = targetsOf(call, textsOf(body, 'target_ids'), textOf(body, 'target_id'));
  const user = actingUser(call, body);
  for (const id of targets.known) {
    const key = memberKey(user.id, id);
    if (world.store.userMutes.has(key)) world.store.userMutes.remove(key);
  }
  return { non_existing_users: targets.missing.length === 0 ? undefined : targets.missing };
}

function targetsOf({ world }: Call, several: readonly string[], one: string | undefined) {
  const ids = [...new Set(one === undefined || one === '' ? several : [...several, one])];
  if (ids.length === 0) throw inputError('target_ids is a required field');
  const isThere = (id: string) => {
    const row = world.store.users.get(id);
    return row !== undefined && row.deleted_at === undefined;
  };
  return { known: ids.filter(isThere), missing: ids.filter((id) => !isThere(id)) };
}
