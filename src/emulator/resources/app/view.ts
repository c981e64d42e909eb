import { isObject, type JsonObject } from '../../../core/json.ts';
import { APP_DEFAULTS, APP_FIXED, EMPTY_UPLOAD_CONFIG } from '../../defaults/app.ts';
import { textsOf } from '../../http/route.ts';
import { time, type ValueObject } from '../../values.ts';
import { lagged, type World } from '../../world.ts';
import { channelConfigs } from '../channel-types.ts';
import { hookView } from './hooks.ts';
import { pushView, SERVICES } from './push.ts';
import { readSecret, WRITE_ONLY } from './settings.ts';

const ELSEWHERE = [...WRITE_ONLY, 'push_config', ...SERVICES.map((service) => service.field)];

export function appView(world: World): ValueObject {
  const row = lagged(world, world.store.app).get('app');
  if (row === undefined) throw new Error('the store holds no app');
  const settings: JsonObject = { ...APP_DEFAULTS, ...row.settings };
  const shown = Object.entries(settings).filter(([key, value]) => !ELSEWHERE.includes(key) && !isUnset(key, value));
  const secret = (name: string) => readSecret(world, row, `/${name}`) ?? '';
  const events = textsOf(settings, 'webhook_events');
  const datadog = settings['datadog_info'];
  return {
    ...APP_FIXED,
    ...Object.fromEntries(shown),
    id: world.appId,
    webhook_events: events.length === 0 ? textsOf(APP_DEFAULTS, 'webhook_events') : events,
    channel_configs: channelConfigs(world),
    datadog_info: isObject(datadog)
      ? { ...datadog, api_key: readSecret(world, row, '/datadog_info/api_key') }
      : undefined,
    event_hooks: row.hooks.map((item) => hookView(world, row, item)),
    file_upload_config: settings['file_upload_config'] ?? EMPTY_UPLOAD_CONFIG,
    image_upload_config: settings['image_upload_config'] ?? EMPTY_UPLOAD_CONFIG,
    grants: row.grants,
    push_notifications: pushView(world, row),
    revoke_tokens_issued_before:
      row.revoke_tokens_issued_before === null ? null : time(row.revoke_tokens_issued_before),
    sns_key: secret('sns_key'),
    sns_secret: secret('sns_secret'),
    sqs_key: secret('sqs_key'),
    sqs_secret: secret('sqs_secret'),
  };
}

/** Cleared, this one setting is absent from reads rather than empty. */
function isUnset(key: string, value: unknown): boolean {
  return key === 'before_message_send_hook_url' && value === '';
}
