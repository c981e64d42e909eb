import { isArray, type JsonObject } from '../../../core/json.ts';
import { objectOf } from '../../http/route.ts';
import type { CampaignRow } from '../../store/rows/administration.ts';
import { time, type Value, type ValueObject, ZERO_TIME } from '../../values.ts';
import type { World } from '../../world.ts';
import { attachmentsOf, attachmentViews } from '../messages/shape.ts';
import { segmentView } from '../segments/view.ts';
import { userViewById } from '../users/view.ts';

/** How long a campaign is in progress. */
const SENT_US = 150_000;

export function statusOf(row: CampaignRow, at: number): string {
  if (row.started_at === undefined) return 'draft';
  if (row.stopped_at !== undefined) return 'stopped';
  const begin = row.scheduled_for ?? row.started_at;
  if (row.scheduled_for !== undefined && at < row.scheduled_for) return 'scheduled';
  return at < endOf(row, begin) ? 'in_progress' : 'completed';
}

function endOf(row: CampaignRow, begin: number): number {
  return Math.min(row.stop_at ?? Number.POSITIVE_INFINITY, begin + SENT_US);
}

export function campaignView(world: World, row: CampaignRow, users: readonly string[] = row.user_ids): ValueObject {
  const status = statusOf(row, world.now() * 1000);
  const begin = row.scheduled_for ?? row.started_at;
  const hasBegun = begin !== undefined && !['draft', 'scheduled'].includes(status);
  const isCompleted = status === 'completed';
  return {
    ...DEFAULTS,
    ...(row.settings as Record<string, Value>),
    message_template: templateView(objectOf(row.settings, 'message_template') ?? {}),
    id: row.id,
    sender_id: row.sender_id,
    sender: userViewById(world, row.sender_id),
    segment_ids: row.segment_ids,
    segments: row.segment_ids.flatMap((id) => {
      const segment = world.store.segments.get(id);
      return segment === undefined ? [] : [segmentView(world, segment)];
    }),
    user_ids: row.user_ids,
    users: users.map((id) => userViewById(world, id)),
    status,
    scheduled_for: time(row.scheduled_for),
    stop_at: time(row.stop_at),
    stats: {
      progress: isCompleted ? 1 : 0,
      stats_channels_created: 0,
      stats_messages_sent: 0,
      stats_users_read: 0,
      stats_users_sent: 0,
      stats_started_at: hasBegun ? time(begin) : ZERO_TIME,
      stats_completed_at: isCompleted && begin !== undefined ? time(endOf(row, begin)) : ZERO_TIME,
    },
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}

/** The description and the vendor's newer client have the campaign at the top of these replies, the older client has it in
 * a member. */
export function bothWays(campaign: ValueObject): ValueObject {
  return { ...campaign, campaign };
}

/** Of what is in a template, only attachments differ between the generations of the API. */
function templateView(template: JsonObject): ValueObject {
  if (!isArray(template['attachments'])) return template as ValueObject;
  return { ...(template as ValueObject), attachments: attachmentViews(attachmentsOf(template)) };
}

const DEFAULTS: JsonObject = {
  name: '',
  description: '',
  create_channels: false,
  show_channels: false,
  skip_push: false,
  skip_webhook: false,
  sender_mode: '',
  sender_visibility: '',
};
