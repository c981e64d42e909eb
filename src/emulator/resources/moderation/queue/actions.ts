/** What a moderator does about an item. Actions that concern video and feeds are refused. */
import type { JsonObject } from '../../../../core/json.ts';
import { map, text } from '../../../check.ts';
import { inputError, notFound } from '../../../errors.ts';
import { bodyOf, type Call, flagOf, numberOf, objectOf, textOf } from '../../../http/route.ts';
import type { ReviewRow } from '../../../store/rows/moderation.ts';
import type { UserRow } from '../../../store/rows/users.ts';
import { memberKey } from '../../../store/store.ts';
import type { ValueObject } from '../../../values.ts';
import { absent } from '../../messages/existing.ts';
import { keepVersion } from '../../messages/history.ts';
import { dropMessage } from '../../messages/remove.ts';
import { ACTOR, actingUser, livingUser } from '../../users/actor.ts';
import { dropMessages } from '../../users/leftovers.ts';
import { MESSAGE, reviewById } from '../flagged.ts';
import { itemView } from './view.ts';

interface Action {
  readonly call: Call;
  readonly review: ReviewRow;
  readonly moderator: UserRow;
  readonly options: JsonObject;
}

/** What an action does, and what it leaves different about the item. */
type Deed = (action: Action) => Partial<ReviewRow> | undefined;

const MINUTE_US = 60_000_000;

const DEEDS: Readonly<Record<string, Deed>> = {
  mark_reviewed: reviewed,
  custom: () => undefined,
  ban,
  unban,
  delete_message: deleteMessage,
  delete_user_messages: (action) => {
    const { call, options } = action;
    dropMessages(call.world, target(action).id, textOf(options, 'delete_messages') || 'soft', call.at);
    return reviewed(action);
  },
  restore,
  bypass: (action) => {
    const { world } = action.call;
    const user = target(action);
    world.store.users.put(user.id, { ...user, bypass_moderation: flagOf(action.options, 'enabled') ?? true });
    return undefined;
  },
  escalate: ({ call, moderator, options }) => ({
    escalated_at: call.at,
    escalated_by: moderator.id,
    escalation: options,
  }),
  de_escalate: () => ({ escalated_at: undefined, escalated_by: undefined, escalation: undefined }),
};

export function submitAction(call: Call): ValueObject {
  const { world, at } = call;
  const shape = Object.fromEntries(Object.keys(DEEDS).map((name) => [name, map()]));
  const body = bodyOf(call, { ...ACTOR, ...shape, action_type: text(), item_id: text() }, ['action_type', 'item_id']);
  const type = textOf(body, 'action_type') ?? '';
  const deed = Object.hasOwn(DEEDS, type) ? DEEDS[type] : undefined;
  if (deed === undefined) throw inputError(`action_type must be one of [${Object.keys(DEEDS).join(' ')}]`);
  const found = reviewById(world, textOf(body, 'item_id') ?? '');
  if (found === undefined) throw notFound(`review queue item with id ${textOf(body, 'item_id')} does not exist`);
  const moderator = actingUser(call, body);
  const options = objectOf(body, type) ?? {};
  const change = deed({ call, review: found.row, moderator, options });
  const row = world.store.reviews.put(found.key, {
    ...found.row,
    ...change,
    actions: [
      ...found.row.actions,
      {
        id: world.random.uuid(),
        type,
        user_id: moderator.id,
        target_user_id: found.row.entity_creator_id,
        reason: textOf(options, 'reason') ?? textOf(options, 'decision_reason') ?? '',
        custom: objectOf(options, 'options') ?? {},
        created_at: at,
      },
    ],
    updated_at: at,
  });
  return { item: itemView(world, row) };
}

function reviewed({ call, moderator }: Action): Partial<ReviewRow> {
  return { reviewed_at: call.at, reviewed_by: moderator.id };
}

/** Whom it is done to: the one who is named, or else the one who made what was flagged. */
function target({ call, review, options }: Action): UserRow {
  return livingUser(call.world, textOf(options, 'target_user_id') || review.entity_creator_id);
}

/** The place of the ban is the channel that is named, or else the whole app. */
function ban(action: Action): Partial<ReviewRow> {
  const { call, moderator, options } = action;
  const { world, at } = call;
  const user = target(action);
  const message = world.store.messages.get(action.review.entity_id);
  const own = flagOf(options, 'channel_ban_only') === true ? message?.cid : undefined;
  const cid = textOf(options, 'channel_cid') || own || '';
  const timeout = numberOf(options, 'timeout') ?? 0;
  world.store.bans.put(memberKey(cid, user.id), {
    user_id: user.id,
    cid,
    banned_by_id: moderator.id,
    reason: textOf(options, 'reason') ?? '',
    shadow: flagOf(options, 'shadow') ?? false,
    ip_ban: flagOf(options, 'ip_ban') ?? false,
    created_at: at,
    expires: timeout === 0 ? undefined : at + timeout * MINUTE_US,
  });
  const how = textOf(options, 'delete_messages') ?? '';
  if (how !== '') dropMessages(world, user.id, how, at, cid === '' ? undefined : cid);
  return reviewed(action);
}

function unban(action: Action): undefined {
  const { bans } = action.call.world.store;
  const key = memberKey(textOf(action.options, 'channel_cid') ?? '', target(action).id);
  if (bans.has(key)) bans.remove(key);
}

function deleteMessage(action: Action): Partial<ReviewRow> {
  const { call, review, options } = action;
  const { store } = call.world;
  const row = review.entity_type === MESSAGE ? store.messages.get(review.entity_id) : undefined;
  if (row === undefined) throw absent(review.entity_id);
  if (flagOf(options, 'hard_delete') === true) dropMessage(call.world, row.id);
  else if (row.deleted_at === undefined) {
    keepVersion(call.world, row);
    store.messages.put(row.id, { ...row, type: 'deleted', deleted_at: call.at, updated_at: call.at });
  }
  return reviewed(action);
}

function restore(action: Action): Partial<ReviewRow> {
  const { call, review } = action;
  const { store } = call.world;
  const row = review.entity_type === MESSAGE ? store.messages.get(review.entity_id) : undefined;
  if (row === undefined) throw absent(review.entity_id);
  const type = row.parent_id === undefined ? 'regular' : 'reply';
  if (row.deleted_at !== undefined) store.messages.put(row.id, { ...row, type, deleted_at: undefined });
  return reviewed(action);
}
