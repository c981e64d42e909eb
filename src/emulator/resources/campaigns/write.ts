import type { JsonObject } from '../../../core/json.ts';
import { anything, bool, list, record, type Shape, text } from '../../check.ts';
import { inputError } from '../../errors.ts';
import { bodyOf, type Call, count, isGiven, textOf, textsOf } from '../../http/route.ts';
import { pageByCursor } from '../../query/paging.ts';
import type { ValueObject } from '../../values.ts';
import type { World } from '../../world.ts';
import { MESSAGE_INPUT } from '../messages/shape.ts';
import { existingCampaign, refuseUnless } from './existing.ts';
import { bothWays, campaignView } from './view.ts';

const MOST_USERS = 10_000;
const MOST_SEGMENTS = 25;
const MOST_MEMBERS = 1000;

/** What customers add to templates is nested in both generations of the API. */
const SETTINGS: Shape = {
  channel_template: record(
    {
      custom: anything,
      id: text(),
      members: list(text(), { max: MOST_MEMBERS }),
      members_template: list(record({ user_id: text(), channel_role: text(), custom: anything }, ['user_id']), {
        max: MOST_MEMBERS,
      }),
      team: text({ max: 1000 }),
      type: text({ max: 64 }),
    },
    ['type'],
  ),
  create_channels: bool,
  description: text(),
  message_template: record(
    {
      attachments: MESSAGE_INPUT['attachments'] ?? anything,
      custom: anything,
      poll_id: text(),
      searchable: bool,
      text: text(),
    },
    ['text'],
  ),
  name: text(),
  sender_mode: text({ oneOf: ['exclude', 'include'] }),
  sender_visibility: text({ oneOf: ['hidden', 'archived'] }),
  show_channels: bool,
  skip_push: bool,
  skip_webhook: bool,
};
const FIELDS: Shape = {
  ...SETTINGS,
  id: text({ max: 255 }),
  segment_ids: list(text(), { max: MOST_SEGMENTS }),
  sender_id: text(),
  user_ids: list(text(), { max: MOST_USERS }),
};
const REQUIRED = ['sender_id', 'message_template'];

export function createCampaign(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, FIELDS, REQUIRED);
  const id = textOf(body, 'id') || world.random.uuid();
  if (world.store.campaigns.has(id)) throw inputError(`campaign with id "${id}" already exists`);
  const row = { id, ...written(world, body), created_at: at, updated_at: at };
  return { campaign: campaignView(world, world.store.campaigns.put(id, row)), users: {} };
}

export function getCampaign(call: Call): ValueObject {
  const { world, query } = call;
  const row = existingCampaign(call);
  const limit = count(call, 'limit', { max: 1000, otherwise: 0 });
  const page = pageByCursor(row.user_ids, { limit, next: query.get('next'), prev: query.get('prev') }, 100);
  return { campaign: campaignView(world, row, page.rows), users: { next: page.next, prev: page.prev } };
}

/** Replaces a draft whole. */
export function updateCampaign(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, FIELDS, REQUIRED);
  const row = existingCampaign(call);
  refuseUnless(call, row, ['draft'], 'changed');
  const next = { ...written(world, body), id: row.id, created_at: row.created_at, updated_at: at };
  return bothWays(campaignView(world, world.store.campaigns.put(row.id, next)));
}

export function deleteCampaign(call: Call): ValueObject {
  call.world.store.campaigns.remove(existingCampaign(call).id);
  return {};
}

function written(world: World, body: JsonObject) {
  const sender_id = textOf(body, 'sender_id') ?? '';
  const segment_ids = textsOf(body, 'segment_ids');
  const user_ids = textsOf(body, 'user_ids');
  if (segment_ids.length > 0 && user_ids.length > 0) throw inputError('cannot set both segment_ids and user_ids.');
  if (segment_ids.length === 0 && user_ids.length === 0)
    throw inputError('either segment_ids or user_ids must be provided.');
  if (body['create_channels'] === true && (body['channel_template'] ?? null) === null)
    throw inputError('channel_template is required when create_channels is set');
  const people = [sender_id, ...user_ids].filter((id) => {
    const user = world.store.users.get(id);
    return user === undefined || user.deleted_at !== undefined;
  });
  if (people.length > 0) throw inputError(`The following users don't exist: [${people.join(' ')}]`);
  const segments = segment_ids.filter((id) => !world.store.segments.has(id));
  if (segments.length > 0) throw inputError(`The following segments don't exist: [${segments.join(' ')}]`);
  const settings = Object.keys(SETTINGS).filter((key) => isGiven(body, key) && body[key] !== null);
  return {
    settings: Object.fromEntries(settings.map((key) => [key, body[key] ?? null])),
    segment_ids,
    user_ids,
    sender_id,
  };
}
