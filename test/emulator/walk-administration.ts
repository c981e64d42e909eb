/** The part of the walk through what an app's administrators work with. `{path}` is where the last file was uploaded to. */
import type { Emulator } from '../../src/emulator/index.ts';
import type { Step } from './walk.ts';

const GROUP = '/usergroups/crew';
const FILTER = { type: 'messaging', members: { $in: ['{{user}}'] } };
const SEGMENT = '/chat/segments/buyers';
const STORAGE = { bucket: 'b', storage_type: 's3', aws_s3: { s3_region: 'us-east-1', s3_secret: 's' } };
const IMPORTER = '/imports/v2/external-storage';
const CAMPAIGN = {
  id: 'sale',
  name: 'Sale',
  sender_id: 'alice',
  segment_ids: ['buyers'],
  create_channels: true,
  channel_template: { type: 'messaging', members: ['{{receiver.id}}'], custom: { a: 1 } },
  message_template: { text: 'Hello', attachments: [{ type: 'image' }], custom: { b: 2 } },
};
const RULES = [{ label: 'SPAM', action: 'flag' }];

export const ADMINISTRATION: readonly Step[] = [
  ['POST', '/usergroups', { id: 'crew', name: 'Crew', description: 'All of them', member_ids: ['alice'] }],
  ['POST', '/usergroups', { name: 'Reds', team_id: 'red' }],
  ['GET', '/usergroups?limit=1'],
  ['GET', '/usergroups?team_id=red&created_at_gt=2020-01-01T00:00:00Z&id_gt=a'],
  ['GET', '/usergroups/search?query=cr&limit=5'],
  ['GET', GROUP],
  ['PUT', GROUP, { name: 'The crew' }],
  ['POST', `${GROUP}/members`, { member_ids: ['bob'], as_admin: true }],
  ['POST', `${GROUP}/members/delete`, { member_ids: ['bob', 'nobody'] }],
  ['DELETE', GROUP],
  ['GET', GROUP],
  [
    'POST',
    '/chat/predefined_filters',
    {
      name: 'mine',
      operation: 'QueryChannels',
      filter: FILTER,
      sort: [{ field: 'last_updated', direction: -1 }],
      description: 'Of one user',
    },
  ],
  ['GET', '/chat/predefined_filters?include_stats=true&sort=[{"field":"name","direction":1}]'],
  ['POST', '/chat/channels', { predefined_filter: 'mine', filter_values: { user: 'alice' } }],
  ['POST', '/chat/channels', { predefined_filter: 'mine' }],
  ['GET', '/chat/predefined_filters/mine'],
  ['PUT', '/chat/predefined_filters/mine', { operation: 'QueryChannels', filter: { team: '{{team}}' } }],
  ['DELETE', '/chat/predefined_filters/mine'],
  ['POST', '/chat/retention_policy', { policy: 'old-messages', max_age_hours: 24 }],
  ['GET', '/chat/retention_policy'],
  ['POST', '/chat/retention_policy/runs', { filter_conditions: { policy: 'old-messages' }, limit: 5 }],
  ['POST', '/chat/retention_policy/delete', { policy: 'old-messages' }],
  ['POST', '/external_storage', { name: 'backup', path: 'x/', ...STORAGE }],
  ['GET', '/external_storage'],
  ['PUT', '/external_storage/backup', STORAGE],
  ['GET', '/external_storage/backup/check'],
  ['DELETE', '/external_storage/backup'],
  [
    'POST',
    '/moderation/config',
    {
      key: 'chat:messaging',
      async: true,
      ai_text_config: { enabled: true, rules: RULES },
      ai_audio_config: { profile: 'p' },
      automod_toxicity_config: { rules: [{ label: 'TOXIC', action: 'remove', threshold: 0.5 }] },
      rule_builder_config: { rules: [{ rule_type: 'user' }] },
      velocity_filter_config: { rules: [{ action: 'ban', ban_duration: 60 }] },
    },
  ],
  ['POST', '/moderation/config', { key: 'chat', team: 'red', bodyguard_config: { rules: RULES } }],
  ['GET', '/moderation/config/chat:messaging'],
  ['GET', '/moderation/config/chat?team=red'],
  ['POST', '/moderation/configs', { filter: { key: { $autocomplete: 'chat' } }, limit: 1 }],
  ['DELETE', '/moderation/config/chat?team=red'],
  ['POST', '/chat/segments', { id: 'buyers', type: 'user', name: 'Buyers' }],
  ['POST', '/chat/segments', { type: 'user', filter: { role: 'admin' } }],
  ['POST', `${SEGMENT}/addtargets`, { target_ids: ['alice', 'bob'] }],
  ['GET', `${SEGMENT}/target/alice`],
  ['GET', `${SEGMENT}/target/nobody`],
  ['POST', `${SEGMENT}/targets/query`, { Filter: {}, limit: 1 }],
  ['POST', `${SEGMENT}/deletetargets`, { target_ids: ['bob'] }],
  ['GET', SEGMENT],
  ['PUT', SEGMENT, { name: 'All buyers' }],
  ['POST', '/chat/segments/query', { filter: { type: 'user' }, sort: [{ field: 'name', direction: 1 }] }],
  ['POST', '/chat/campaigns', CAMPAIGN],
  ['PUT', '/chat/campaigns/sale', { ...CAMPAIGN, name: 'Great sale' }],
  ['POST', '/chat/campaigns/query', { filter: { segments: 'buyers' }, user_limit: 5 }],
  ['POST', '/chat/campaigns/sale/start', { scheduled_for: '2038-01-01T00:00:00Z' }],
  ['POST', '/chat/campaigns/sale/stop', {}],
  ['GET', '/chat/campaigns/sale?limit=5'],
  ['DELETE', '/chat/campaigns/sale'],
  ['DELETE', SEGMENT],
  ['POST', '/import_urls', { filename: 'data.json' }],
  ['POST', '/imports', { path: '{path}', mode: 'upsert', merge_custom: true }],
  ['GET', '/imports/{import}'],
  ['GET', '/imports'],
  ['PUT', IMPORTER, { type: 'aws_s3', aws_s3: { bucket: 'b', region: 'r', role_arn: 'a' } }],
  ['PUT', IMPORTER, { type: 'gcs', gcs: { bucket: 'b', credentials: 'c' } }],
  ['GET', IMPORTER],
  ['POST', `${IMPORTER}/validate`],
  ['POST', '/imports/v2', { product: 'chat', settings: { mode: 'upsert', path: 'data.json' } }],
  ['GET', '/imports/v2'],
  ['GET', '/imports/v2/{import_v2}'],
  ['POST', '/imports/v2/{import_v2}/cancel'],
  ['DELETE', '/imports/v2/{import_v2}'],
  ['DELETE', IMPORTER],
  ['GET', IMPORTER],
];

/** Remembers what later steps name, and puts a file where a reply says. */
export async function follow(emulator: Emulator, reply: unknown, named: Record<string, string>): Promise<void> {
  const body = reply as Record<string, Record<string, string> | string | undefined>;
  if (typeof body['path'] === 'string' && typeof body['upload_url'] === 'string') {
    named['path'] = body['path'];
    const item = { type: 'user', data: { id: 'imported', color: 'red' } };
    await emulator.fetch(new Request(body['upload_url'], { method: 'PUT', body: JSON.stringify(item) }));
  }
  const task = body['import_task'];
  if (typeof task === 'object' && task['id'] !== undefined) named['import'] = task['id'];
  if (typeof body['id'] === 'string' && body['product'] === 'chat') named['import_v2'] = body['id'];
  if (typeof body['item_id'] === 'string') named['item'] = body['item_id'];
}

/** A body in which names are filled in. */
export function filledIn<Body>(body: Body, named: Readonly<Record<string, string>>): Body {
  if (body === undefined || body instanceof FormData) return body;
  const fill = (text: string, name: string) => text.replaceAll(`{${name}}`, named[name] ?? `{${name}}`);
  return JSON.parse(['path', 'item'].reduce(fill, JSON.stringify(body))) as Body;
}
