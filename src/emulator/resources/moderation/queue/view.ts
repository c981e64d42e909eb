/** An item of the review queue as the vendor's newer clients describe it. */
import type { FlagRow, ReviewActionRow, ReviewRow } from '../../../store/rows/moderation.ts';
import { time, type ValueObject } from '../../../values.ts';
import type { World } from '../../../world.ts';
import { messageView } from '../../messages/view.ts';
import { userView, userViewById } from '../../users/view.ts';
import { flagsOf, MESSAGE } from '../flagged.ts';

/** What is done about it: nothing yet, looked at, or taken to somebody who decides. */
export function statusOf(review: ReviewRow): string {
  if (review.reviewed_at !== undefined) return 'reviewed';
  return review.escalated_at === undefined ? 'pending' : 'escalated';
}

export function itemView(world: World, review: ReviewRow): ValueObject {
  const flags = flagsOf(world, review, false);
  const message = review.entity_type === MESSAGE ? world.store.messages.get(review.entity_id) : undefined;
  const channel = message === undefined ? undefined : world.store.channels.get(message.cid);
  return {
    id: review.id,
    entity_type: review.entity_type,
    entity_id: review.entity_id,
    entity_creator_id: review.entity_creator_id || undefined,
    entity_creator: creatorView(world, review),
    config_key: review.config_key,
    status: statusOf(review),
    recommended_action: review.recommended_action,
    latest_moderator_action: review.actions.at(-1)?.type ?? '',
    reviewed_by: review.reviewed_by ?? '',
    reviewed_at: time(review.reviewed_at),
    completed_at: time(review.reviewed_at),
    escalated: review.escalated_at !== undefined,
    escalated_by: review.escalated_by,
    escalated_at: time(review.escalated_at),
    escalation_metadata: review.escalation as ValueObject | undefined,
    ai_text_severity: '',
    severity: 0,
    languages: [],
    teams: channel === undefined || channel.team === '' ? undefined : [channel.team],
    message: message === undefined ? undefined : messageView(world, message),
    moderation_payload: review.payload as ValueObject | undefined,
    flags: flags.map((flag) => moderationFlagView(world, flag, review)),
    flags_count: flags.length,
    bans: [...world.store.bansByUser.of(review.entity_creator_id).values()].map((ban) => ({
      user: userViewById(world, ban.user_id),
      created_by: userViewById(world, ban.banned_by_id),
      channel_cid: ban.cid || undefined,
      reason: ban.reason || undefined,
      shadow: ban.shadow,
      expires: time(ban.expires),
      created_at: time(ban.created_at),
    })),
    actions: review.actions.map((action) => actionView(world, action)),
    created_at: time(review.created_at),
    updated_at: time(review.updated_at),
  };
}

export function moderationFlagView(world: World, flag: FlagRow, review: ReviewRow): ValueObject {
  return {
    type: flag.type ?? 'user_report',
    entity_type: flag.entity_type,
    entity_id: flag.entity_id,
    entity_creator_id: review.entity_creator_id || undefined,
    review_queue_item_id: review.id,
    user_id: flag.user_id,
    user: flag.user_id === '' ? undefined : userViewById(world, flag.user_id),
    reason: flag.reason || undefined,
    labels: flag.labels,
    custom: flag.custom,
    moderation_payload: review.payload as ValueObject | undefined,
    result: [],
    created_at: time(flag.created_at),
    updated_at: time(flag.updated_at),
  };
}

function creatorView(world: World, { entity_creator_id: id }: ReviewRow): ValueObject | undefined {
  const row = id === '' ? undefined : world.store.users.get(id);
  if (row === undefined) return undefined;
  const isAgainst = (flag: FlagRow) =>
    [...world.store.reviewsByEntity.of(flag.entity_id).values()].some((review) => review.entity_creator_id === id);
  return {
    ...userView(world, row),
    ban_count: world.store.bansByUser.of(id).size,
    deleted_content_count: 0,
    flagged_count: [...world.store.flags.values()].filter(isAgainst).length,
  };
}

function actionView(world: World, action: ReviewActionRow): ValueObject {
  const { created_at, ...rest } = action;
  return {
    ...rest,
    reporter_type: 'moderator',
    ai_providers: [],
    user: action.user_id === '' ? undefined : userViewById(world, action.user_id),
    target_user: action.target_user_id === '' ? undefined : userViewById(world, action.target_user_id),
    created_at: time(created_at),
  };
}
