/** Push providers: credentials for a service of push messages, under a name. */
import { createPrivateKey } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { bool, instant, record, type Shape, text } from '../../check.ts';
import { inputError, notFound } from '../../errors.ts';
import { bodyOf, type Call, objectOf, textOf } from '../../http/route.ts';
import type { PushProviderRow } from '../../store/rows/push.ts';
import type { ValueObject } from '../../values.ts';
import { known } from '../../world.ts';
import { refuseBadTemplate, versionOf } from '../app/push.ts';
import { writeSecret } from '../app/settings.ts';
import { PROVIDER_TYPES, providerKey } from './types.ts';
import { providerView, providerViews, SECRET_FIELDS, secretPlace } from './view.ts';

const MOST_PROVIDERS = 25;
const TEMPLATES = [
  'apn_notification_template',
  'firebase_apn_template',
  'firebase_data_template',
  'firebase_notification_template',
];

const FIELDS: Shape = {
  name: text({ min: 1, max: 36 }),
  type: text({ oneOf: PROVIDER_TYPES }),
  description: text({ max: 128 }),
  apn_auth_type: text({ oneOf: ['', 'token', 'certificate'] }),
  apn_development: bool,
  disabled_at: instant,
  disabled_reason: text({ max: 255 }),
  ...Object.fromEntries(
    [
      ...SECRET_FIELDS,
      ...TEMPLATES,
      ...'apn_host apn_key_id apn_team_id apn_topic firebase_host huawei_app_id xiaomi_package_name'.split(' '),
    ].map((name) => [name, text()]),
  ),
};

export function upsertProvider(call: Call): ValueObject {
  const { world, at } = call;
  const body = bodyOf(call, { push_provider: record(FIELDS, ['name', 'type']) }, ['push_provider']);
  const given = objectOf(body, 'push_provider') ?? {};
  const type = textOf(given, 'type') ?? '';
  const name = textOf(given, 'name') ?? '';
  if (versionOf(world.store.app.get('app')?.settings ?? {}) === 'v1') {
    throw inputError('push providers are not supported by push v1');
  }
  const key = providerKey(type, name);
  const former = world.store.pushProviders.get(key);
  if (former === undefined && world.store.pushProviders.size >= MOST_PROVIDERS) {
    throw inputError(`cannot have more than ${MOST_PROVIDERS} push providers`);
  }
  const keeps = world.assume('push_provider_on_omission') === 'b';
  const settings: Record<string, Json> = keeps ? { ...former?.settings } : {};
  let secrets: PushProviderRow['secrets'] = keeps ? (former?.secrets ?? {}) : {};
  refuseBadCredentials(type, given, (field) => secrets[secretPlace(type, name, field)] !== undefined, settings);
  for (const [field, value] of Object.entries(given)) {
    if (!Object.hasOwn(FIELDS, field) || field === 'type' || field === 'name' || value === null) continue;
    if (SECRET_FIELDS.includes(field)) {
      secrets = writeSecret(world, secrets, secretPlace(type, name, field), value);
    } else settings[field] = value;
  }
  const row: PushProviderRow = {
    type,
    name,
    settings,
    secrets,
    created_at: former?.created_at ?? at,
    updated_at: at,
  };
  return { push_provider: providerView(world, world.store.pushProviders.put(key, row)) };
}

/** The API tries credentials out; without a network they are judged by their form. */
function refuseBadCredentials(
  type: string,
  given: JsonObject,
  isKept: (secret: string) => boolean,
  former: JsonObject,
): void {
  const has = (field: string) => (textOf(given, field) ?? textOf(former, field) ?? '') !== '';
  const secret = (field: string) => textOf(given, field) ?? '';
  const isGood = (field: string, isValid: (value: string) => boolean) =>
    secret(field) === '' ? isKept(field) : isValid(secret(field));
  for (const name of TEMPLATES) refuseBadTemplate(name, textOf(given, name) ?? '');
  if (textOf(given, 'apn_auth_type') === 'certificate' || secret('apn_p12_cert') !== '') {
    throw inputError('push providers do not support APN certificates');
  }
  if (secret('firebase_server_key') !== '') throw inputError('push providers do not support Firebase server keys');
  const valid: Readonly<Record<string, boolean>> = {
    apn: isGood('apn_auth_key', isPrivateKey) && ['apn_key_id', 'apn_team_id', 'apn_topic'].every(has),
    firebase: isGood('firebase_credentials', isServiceAccount),
    huawei: isGood('huawei_app_secret', () => true) && has('huawei_app_id'),
    xiaomi: isGood('xiaomi_app_secret', () => true) && has('xiaomi_package_name'),
  };
  if (valid[type] !== true) throw inputError(`${type} credentials are invalid`);
}

function isPrivateKey(value: string): boolean {
  try {
    createPrivateKey(value);
    return true;
  } catch {
    return false;
  }
}

function isServiceAccount(value: string): boolean {
  try {
    const parsed = JSON.parse(value) as Json;
    const parts = ['project_id', 'client_email', 'private_key'];
    return isObject(parsed) && parts.every((key) => (textOf(parsed, key) ?? '') !== '');
  } catch {
    return false;
  }
}

export function listProviders({ world }: Call): ValueObject {
  return { push_providers: providerViews(world) };
}

export function deleteProvider({ world, param }: Call): ValueObject {
  const type = param('type');
  const name = param('name');
  if (!PROVIDER_TYPES.includes(type)) throw inputError(`type must be one of [${PROVIDER_TYPES.join(' ')}]`);
  const key = providerKey(type, name);
  if (known(world, world.store.pushProviders, key) === undefined) {
    throw notFound(`push provider of type "${type}" and name "${name}" doesn't exist`);
  }
  world.store.pushProviders.remove(key);
  return {};
}
