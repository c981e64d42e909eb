import type { PushProviderRow, PushTemplateRow } from '../../store/rows/push.ts';
import { readTime, time, type ValueObject } from '../../values.ts';
import { lagged, type World } from '../../world.ts';
import { readSecret } from '../app/settings.ts';
import { providerKey } from './types.ts';

export const SECRET_FIELDS: readonly string[] = [
  'apn_auth_key',
  'apn_p12_cert',
  'firebase_credentials',
  'firebase_server_key',
  'huawei_app_secret',
  'xiaomi_app_secret',
];

export function secretPlace(type: string, name: string, field: string): string {
  return `/push_providers/${providerKey(type, name)}/${field}`;
}

export function providerView(world: World, row: PushProviderRow): ValueObject {
  const { type, name } = row;
  const secrets = SECRET_FIELDS.map(
    (field) => [field, readSecret(world, row, secretPlace(type, name, field))] as const,
  );
  // The template of notifications is written and never read back.
  const { apn_notification_template: _unread, disabled_at, ...settings } = row.settings;
  const development = settings['apn_development'] === true;
  return {
    ...settings,
    ...Object.fromEntries(secrets),
    ...(type === 'apn' ? { apn_host: `https://api${development ? '.development' : ''}.push.apple.com` } : {}),
    type,
    name,
    disabled_at: time(readTime(disabled_at)),
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}

export function providerViews(world: World): readonly ValueObject[] {
  return [...lagged(world, world.store.pushProviders).values()].map((row) => providerView(world, row));
}

export function templateView(row: PushTemplateRow): ValueObject {
  return {
    event_type: row.event_type,
    push_provider_internal_id: row.internal_id,
    enable_push: row.enable_push,
    template: row.template,
    created_at: time(row.created_at),
    updated_at: time(row.updated_at),
  };
}
